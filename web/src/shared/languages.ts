// The languages that the pages speak, each told of by its file in `languages`.
import type { Language } from "./wire.ts";

interface About {
  readonly tag: Language;
  /** In the language itself. */
  readonly name: string;
  readonly place: number;
  readonly understands: readonly string[];
}

const found = import.meta.glob<About>("../languages/*.ts", { eager: true, import: "language" });

/** All of them, in the order in which they are offered. */
export const languages: readonly About[] = Object.values(found).sort((one, other) => one.place - other.place);

/** The language a person's browser asks for, when no session has said its own. */
export function browserLanguage(asked: readonly string[] = navigator.languages): Language {
  for (const tag of asked) {
    const [first = ""] = tag.toLowerCase().split("-");
    const language = languages.find(({ understands }) => understands.includes(first));
    if (language) return language.tag;
  }
  return "nb";
}

/** What each language's file says of one thing, by its tag. */
export function byTag<Words>(found: Readonly<Record<string, Words>>): Readonly<Record<Language, Words>> {
  const tagOf = (path: string): Language => path.replace(/.*\/|\.ts$/g, "") as Language;
  return Object.fromEntries(Object.entries(found).map(([path, words]) => [tagOf(path), words])) as Record<
    Language,
    Words
  >;
}
