// Words that every page may need, by language. The phone's stand beside them in the same files, of which the
// phone is built with one (`#words`); the presenter's and the facilitator's have their own.
import type { Language } from "../wire.ts";
import * as en from "./en.ts";
import * as nb from "./nb.ts";
import * as nn from "./nn.ts";

export { browserLanguage } from "../languages.ts";
export type { Language };

type InEachLanguage<Words> = Readonly<Record<Language, Words>>;

/** What every page may have to say. */
export const commonWords: InEachLanguage<typeof nb.common> = { nb: nb.common, nn: nn.common, en: en.common };
