import { expect, test } from "vitest";
import { countParts, partOf, spotsOf } from "./dots.ts";

test("the nine parts of a picture are as wide as each other and leave nothing out", () => {
  const along = Array.from({ length: 1001 }, (_, x) => partOf({ x, y: 0 }));
  expect([0, 1, 2].map((part) => along.filter((one) => one === part).length)).toEqual([334, 334, 333]);
  expect(partOf({ x: 1000, y: 1000 })).toBe(8);
  expect(
    countParts([
      [0, 0, 3],
      [500, 500, 2],
      [1000, 0, 1],
    ]),
  ).toEqual([3, 0, 1, 0, 2, 0, 0, 0, 0]);
});

test("the area of a spot says how many dots it stands for, and the smallest are still seen", () => {
  const [four, one] = spotsOf(
    [
      [0, 0, 4],
      [500, 250, 1],
    ],
    { width: 900, height: 900 },
  );
  expect(four!.r / one!.r).toBeCloseTo(2);
  expect([one!.cx, one!.cy]).toEqual([50, 25]);
  const many = spotsOf(
    [
      [0, 0, 400],
      [1, 1, 1],
    ],
    { width: 900, height: 900 },
  );
  expect(many[0]!.r).toBeCloseTo(four!.r);
  expect(many[1]!.r).toBeCloseTo(many[0]!.r * 0.22);
});

test("spots are as large on a wide picture as on a high one of the same area", () => {
  const wide = spotsOf([[1, 1, 1]], { width: 1600, height: 400 })[0]!.r * 16;
  const high = spotsOf([[1, 1, 1]], { width: 400, height: 1600 })[0]!.r * 4;
  expect(wide).toBeCloseTo(high);
});
