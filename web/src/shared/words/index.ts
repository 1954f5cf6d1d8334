// The interface's words, one object for each kind of page, so that the phone carries only its own.
import type { Language } from "../wire.ts";
import * as en from "./en.ts";
import * as nb from "./nb.ts";
import * as nn from "./nn.ts";

export type { Language };

type InEachLanguage<Words> = Readonly<Record<Language, Words>>;

/** What every page may have to say: the connection, refusals, times. */
export const commonWords: InEachLanguage<typeof nb.common> = { nb: nb.common, nn: nn.common, en: en.common };

/** What the phone says. */
export const phoneWords: InEachLanguage<typeof nb.phone> = { nb: nb.phone, nn: nn.phone, en: en.phone };

/** What the facilitator's page says. */
export const facilitatorWords: InEachLanguage<typeof nb.facilitator> = {
  nb: nb.facilitator,
  nn: nn.facilitator,
  en: en.facilitator,
};

/** The language a person's browser asks for, when no session has said its own. */
export function browserLanguage(asked: readonly string[] = navigator.languages): Language {
  for (const tag of asked) {
    const language = tag.toLowerCase().split("-")[0];
    if (language === "nn") return "nn";
    if (language === "nb" || language === "no" || language === "da" || language === "sv") return "nb";
    if (language === "en") return "en";
  }
  return "nb";
}
