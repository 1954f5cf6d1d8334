// The languages that the pages speak, each by its own name.
import type { Language } from "../wire.ts";

export const languages: Readonly<Record<Language, string>> = {
  nb: "Bokmål",
  nn: "Nynorsk",
  en: "English",
};
