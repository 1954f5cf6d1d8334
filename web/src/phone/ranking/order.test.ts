import { expect, test } from "vitest";
import { givesWay, landing, moved, type Row } from "./order.ts";

/** Four rows of 50 pixels with gaps of 10. */
const ROWS: Row[] = [0, 60, 120, 180].map((top) => ({ top, height: 50 }));

test("a thing is moved, and never out of the list", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 1, 9)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], 1, -3)).toEqual(["b", "a", "c"]);
});

test("a held row lands past a neighbour when it reaches its middle", () => {
  expect(landing(ROWS, 0, 30)).toBe(0);
  expect(landing(ROWS, 0, 40)).toBe(1);
  expect(landing(ROWS, 0, 500)).toBe(3);
  expect(landing(ROWS, 3, -40)).toBe(2);
  expect(landing(ROWS, 3, -500)).toBe(0);
});

test("rows between give way by the held row's height and the gap", () => {
  expect([0, 1, 2, 3].map((index) => givesWay(ROWS, index, 0, 2))).toEqual([0, -60, -60, 0]);
  expect([0, 1, 2, 3].map((index) => givesWay(ROWS, index, 3, 1))).toEqual([0, 60, 60, 0]);
});
