import { expect, test } from "vitest";
import { listed } from "./orders.ts";

const counts = [
  { id: 1, agree: 1, disagree: 0, pass: 0 },
  { id: 2, agree: 4, disagree: 3, pass: 0 },
  { id: 3, agree: 6, disagree: 0, pass: 1 },
];
const results = { unites: [3], divides: [2], counts };
const ids = (order: Parameters<typeof listed>[1]): number[] => listed(results, order).map(({ id }) => id);

test("each list has its own statements, in its own order", () => {
  expect(ids("unites")).toEqual([3]);
  expect(ids("divides")).toEqual([2]);
  expect(ids("votes")).toEqual([2, 3, 1]);
  expect(ids("all")).toEqual([1, 2, 3]);
});
