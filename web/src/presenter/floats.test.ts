import { expect, test } from "vitest";
import { beginning, FLOATS_MAX } from "./floats.ts";

const none = { applause: 0, heart: 0, thumbs_up: 0, idea: 0 };

test("a single reaction is seen, and none is made up", () => {
  expect(beginning({ ...none, idea: 1 }, 0)).toEqual(["idea"]);
  expect(beginning(none, 0)).toEqual([]);
});

test("a hall's reactions are a few, in proportion", () => {
  const begun = beginning({ ...none, applause: 3_000, heart: 1_000 }, 0);
  expect(begun.filter((kind) => kind === "applause").length).toBe(3);
  expect(begun.filter((kind) => kind === "heart").length).toBe(1);
});

test("no more float than there is room for", () => {
  expect(beginning({ ...none, heart: 500 }, FLOATS_MAX - 1).length).toBe(1);
  expect(beginning({ ...none, heart: 500 }, FLOATS_MAX)).toEqual([]);
});
