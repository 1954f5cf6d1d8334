import { expect, test } from "vitest";
import { apart, loose, together, told } from "./piles.ts";

const HAND = [1, 2, 3, 4, 5, 6];

test("answers are put together, and more to them, and piles to one", () => {
  const two = together(loose(HAND), new Set([2, 5]));
  expect(two).toEqual({ piles: [[2, 5]], loose: [1, 3, 4, 6] });
  const three = together(two, new Set([5, 1]));
  expect(three).toEqual({ piles: [[2, 5, 1]], loose: [3, 4, 6] });
  const piles = together(three, new Set([3, 4]));
  expect(piles.piles).toEqual([
    [2, 5, 1],
    [3, 4],
  ]);
  expect(together(piles, new Set([2, 4]))).toEqual({ piles: [[2, 5, 1, 3, 4]], loose: [6] });
});

test("one alone is no pile, and a pile can be parted again", () => {
  expect(together(loose(HAND), new Set([2]))).toEqual(loose(HAND));
  const two = together(loose(HAND), new Set([2, 5]));
  expect(apart(two, 0)).toEqual({ piles: [], loose: [2, 5, 1, 3, 4, 6] });
});

test("what is told has every answer once, loose ones alone", () => {
  const lay = together(loose(HAND), new Set([6, 1]));
  expect(told(lay)).toEqual([[1, 6], [2], [3], [4], [5]]);
});
