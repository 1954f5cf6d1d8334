import { expect, test } from "vitest";
import { readNumber } from "./number.ts";

const asked = { type: "number", unit: "kr", least: 0, most: 2000, decimals: 1 } as const;

test("a number is read as people write it", () => {
  expect(
    ["12", " 1 200 ", "12,5", "12.50", "+7", "1\u00a0000"].map((typed) => readNumber(typed, asked)),
  ).toEqual([12, 1200, 12.5, 12.5, 7, 1000]);
});

test("what is no number, too fine or out of range is told apart", () => {
  expect(["", "tolv", "1,2,3", "12,25", "-1", "2000,1"].map((typed) => readNumber(typed, asked))).toEqual([
    "empty",
    "none",
    "none",
    "decimals",
    "range",
    "range",
  ]);
  const free = { ...asked, least: null, most: null };
  expect(readNumber("-40", free)).toBe(-40);
  expect(readNumber("9999999999", free)).toBe("range");
});
