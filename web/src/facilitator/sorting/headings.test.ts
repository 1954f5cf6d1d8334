import { expect, test } from "vitest";
import { wordsOf } from "../../shared/words/facilitator/index.ts";
import { headingsFault, headingsOf, HEADINGS_MAX, withKeys } from "./headings.ts";

test("pasted lists become headings, each once", () => {
  expect(headingsOf("- Samhandling\r\n2) Tid\n\n  tid \n• 24-timers vakt\n24-timers vakt")).toEqual([
    "Samhandling",
    "Tid",
    "24-timers vakt",
  ]);
});

test("headings that cannot be used are told of", () => {
  const said = wordsOf.nb.hand;
  expect(headingsFault([], said)).toBe(said.headingsNone);
  expect(headingsFault(["Tid"], said)).toBeUndefined();
  expect(headingsFault(["x".repeat(121)], said)).toContain("for langt");
  const many = Array.from({ length: HEADINGS_MAX + 1 }, (_, index) => `Tema ${index}`);
  expect(headingsFault(many.slice(1), said)).toBeUndefined();
  expect(headingsFault(many, said)).toBe(said.headingsMany(HEADINGS_MAX));
});

test("the three likeliest have the first keys and the others keep their order", () => {
  const { top, rest } = withKeys(["a", "b", "c", "d", "e"], ["d", "b", "e", "a"]);
  expect(top).toEqual([
    { heading: "d", key: "1" },
    { heading: "b", key: "2" },
    { heading: "e", key: "3" },
  ]);
  expect(rest).toEqual([
    { heading: "a", key: "4" },
    { heading: "c", key: "5" },
  ]);
});

test("without likeliest headings all keep their order, and no key is given twice", () => {
  const all = Array.from({ length: HEADINGS_MAX }, (_, index) => index);
  const { top, rest } = withKeys(all, []);
  expect([...top, ...rest].map(({ heading }) => heading)).toEqual(all);
  expect(new Set([...top, ...rest].map(({ key }) => key)).size).toBe(HEADINGS_MAX);
  expect([...top, ...rest].map(({ key }) => key)).not.toContain("");
});
