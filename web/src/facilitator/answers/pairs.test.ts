import { expect, test } from "vitest";
import { agreementOf, pairRows, pairsAgree, placeOf } from "./pairs.ts";

const option = (index: number, points: number, schulze_place: number) => ({
  option: index,
  mean_position: 2,
  points,
  firsts: 0,
  schulze_place,
});

test("the word for how far people agree goes by the number that is shown", () => {
  expect([0, 0.094, 0.095, 0.29, 0.3, 0.5, 0.694, 0.695, 0.72, 0.9, 1].map(agreementOf)).toEqual([
    "none",
    "none",
    "very_weak",
    "very_weak",
    "weak",
    "moderate",
    "moderate",
    "strong",
    "strong",
    "very_strong",
    "very_strong",
  ]);
});

test("the orders are the same only where every place is, shared ones too", () => {
  const shared = [option(1, 8, 1), option(0, 2, 2), option(2, 2, 2)];
  expect(shared.map((one) => placeOf(one, shared))).toEqual([1, 2, 2]);
  expect(pairsAgree(shared)).toBe(true);
  expect(pairsAgree([option(1, 8, 1), option(0, 2, 2), option(2, 2, 3)])).toBe(false);
  expect(pairsAgree([option(1, 7, 2), option(0, 6, 1), option(2, 2, 3)])).toBe(false);
});

test("pairs stand in the order of the ranking, and only more than half of those who decided win", () => {
  const rows = pairRows(
    [option(1, 3, 1), option(0, 2, 2)],
    [
      [0, 2],
      [3, 0],
    ],
  );
  expect(rows).toEqual([
    {
      option: 1,
      cells: [
        { against: 1, count: undefined, wins: false },
        { against: 0, count: 3, wins: true },
      ],
    },
    {
      option: 0,
      cells: [
        { against: 1, count: 2, wins: false },
        { against: 0, count: undefined, wins: false },
      ],
    },
  ]);
  const even = pairRows(
    [option(0, 1, 1), option(1, 1, 1)],
    [
      [0, 2],
      [2, 0],
    ],
  );
  expect(even.flatMap((row) => row.cells).some((pair) => pair.wins)).toBe(false);
});
