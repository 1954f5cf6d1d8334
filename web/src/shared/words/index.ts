// Words that every page may need, by language, from the one file of each. The phone's stand in those files, too, of which
// the phone is built with one (`#words`).
import type * as nb from "../../languages/nb.ts";
import { byTag } from "../languages.ts";
import type { Language } from "../wire.ts";

export { browserLanguage } from "../languages.ts";
export type { Language };

/** What every page may have to say. */
export const commonWords = byTag(
  import.meta.glob<typeof nb.common>("../../languages/*.ts", { eager: true, import: "common" }),
);
