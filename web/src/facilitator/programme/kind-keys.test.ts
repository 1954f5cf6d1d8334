import { expect, test } from "vitest";
import { wordsOf } from "../../shared/words/facilitator/index.ts";
import { KIND_GROUPS, KINDS, type Kind } from "./draft.ts";
import { kindBy } from "./kind-keys.ts";

const nameOf = (kind: Kind): string => wordsOf.nb.programme.kinds[kind];

test("a letter leads to the next kind that begins with it, and round again", () => {
  expect(kindBy("v", "open_text", nameOf)).toBe("choice");
  expect(kindBy("P", "talk", nameOf)).toBe("break");
  expect(kindBy("p", "break", nameOf)).toBe("dots");
  expect(kindBy("p", "dots", nameOf)).toBe("break");
});

test("Home and End lead to the ends, and other keys nowhere", () => {
  expect(kindBy("Home", "choice", nameOf)).toBe(KINDS[0]);
  expect(kindBy("End", "choice", nameOf)).toBe(KINDS.at(-1));
  for (const key of [" ", "Tab", "ArrowDown", "x"]) expect(kindBy(key, "choice", nameOf)).toBeUndefined();
});

test("every kind stands in one group", () => {
  const grouped: readonly Kind[] = KIND_GROUPS.flatMap((group) => group.kinds);
  expect(new Set(grouped).size).toBe(grouped.length);
  expect(grouped.toSorted()).toEqual(Object.keys(wordsOf.nb.programme.kinds).toSorted());
});
