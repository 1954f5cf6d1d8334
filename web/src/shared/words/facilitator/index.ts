// The facilitator's words in each language; apart from the others, so that the phone does not carry them.
import type { Language } from "../../wire.ts";
import * as enRunning from "./en-running.ts";
import * as en from "./en.ts";
import * as nbRunning from "./nb-running.ts";
import * as nb from "./nb.ts";
import * as nnRunning from "./nn-running.ts";
import * as nn from "./nn.ts";

/** All words of the facilitator's page. */
export type FacilitatorWords = typeof nb & typeof nbRunning;

/** The facilitator's words by language. */
export const wordsOf: Readonly<Record<Language, FacilitatorWords>> = {
  nb: { ...nb, ...nbRunning },
  nn: { ...nn, ...nnRunning },
  en: { ...en, ...enRunning },
};
