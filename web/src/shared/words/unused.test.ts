// Every text that is written is said somewhere; one that is missing in a language is an error of its type already.
import { expect, test } from "vitest";
import * as nb from "../../languages/nb.ts";

/** All sources by their paths from here. */
const SOURCES = import.meta.glob<string>(
  ["../../**/*.{ts,svelte}", "!../../**/*.test.ts", "!../../languages/*", "!../wire.ts"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

/** Groups that are looked up by a code or a name from elsewhere: all of a group is used where its name is. */
const LOOKED_UP: readonly string[] = [
  "phone.refusals",
  "phone.phone.rejections",
  "phone.asked.rejections",
  "phone.quiz.refusals",
  "facilitator.rejections",
  "facilitator.deeds",
  "facilitator.concepts.faults",
  "facilitator.plans.faults",
  "facilitator.pictures.faults",
  "facilitator.imports.faults",
  "facilitator.imports.layouts",
];

/** Texts whose names are put together where they are used: of an axis, and of a field of the quiz. */
const PUT_TOGETHER = /\.(grid\.[xy]|quiz\.quiz(Seconds|Points))Hint$/;

/** What the server says; its tests hold that it reads all of it. */
const SERVER: readonly string[] = ["language", "files", "plan", "grouping", "heldWords", "accessibility"];
const { presenter, facilitator, ...others } = nb;
const phone = Object.fromEntries(Object.entries(others).filter(([name]) => !SERVER.includes(name)));

/** Words of these pages, and the folders where they may be said. */
const PAGES: readonly [string, object, readonly string[]][] = [
  ["phone", phone, ["phone", "shared", "facilitator", "presenter"]],
  ["presenter", presenter, ["presenter", "shared"]],
  ["facilitator", facilitator, ["facilitator", "shared"]],
];

/** What the pages in a folder say; the words themselves say nothing. */
function sourcesIn(folder: string): string {
  const inside = (path: string): boolean =>
    folder === "shared" ? /^\.\.\/[^.]/.test(path) : path.startsWith(`../../${folder}/`);
  return Object.entries(SOURCES)
    .map(([path, source]) => (inside(path) ? source : ""))
    .join("\n");
}

/** The paths of all texts in a group, as `start.heading`. */
function texts(group: object, path: string): string[] {
  return Object.entries(group).flatMap(([name, inside]) => {
    const here = `${path}.${name}`;
    const isGroup = typeof inside === "object" && inside !== null && !Array.isArray(inside);
    return isGroup ? texts(inside, here) : [here];
  });
}

/** Whether a name stands in the sources as a property, taken out of an object, or as a text by which one is looked up. */
function isNamed(sources: string, name: string): boolean {
  return new RegExp(`\\.${name}\\b|[{,] ${name}(?=[ ,])|["'\`]${name}["'\`]`).test(sources);
}

test.each(PAGES)("every text of the %s page is used", (page, words, folders) => {
  const sources = folders.map(sourcesIn).join("\n");
  const unused = texts(words, page).filter((path) => {
    if (PUT_TOGETHER.test(path)) return false;
    const group = LOOKED_UP.find((group) => path.startsWith(`${group}.`));
    return !isNamed(sources, (group ?? path).split(".").at(-1)!);
  });
  expect(unused).toEqual([]);
});

test("the sources are found", () => {
  for (const [, , folders] of PAGES) for (const folder of folders) expect(sourcesIn(folder)).not.toBe("");
});

test("what is looked up by name is there", () => {
  const all = PAGES.flatMap(([page, words]) => texts(words, page));
  expect(LOOKED_UP.filter((group) => !all.some((path) => path.startsWith(`${group}.`)))).toEqual([]);
});
