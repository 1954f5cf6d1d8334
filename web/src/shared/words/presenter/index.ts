// The projector's words in each language; apart from the others, so that the phone does not carry them.
import type { Language } from "../../wire.ts";
import * as en from "./en.ts";
import * as nb from "./nb.ts";
import * as nn from "./nn.ts";

/** All words of the projector's page. */
export type PresenterWords = typeof nb.words;

/** The projector's words by the session's language. */
export const presenterWords: Readonly<Record<Language, PresenterWords>> = {
  nb: nb.words,
  nn: nn.words,
  en: en.words,
};
