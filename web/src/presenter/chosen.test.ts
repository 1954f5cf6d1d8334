import { expect, test } from "vitest";
import { chosenRows } from "./chosen.ts";

const OPTIONS = ["Ja", "Nei", "Kanskje"];
const counts = (...all: number[]) => all.map((count, option) => ({ option, count }));

test("options keep their order, with shares of the people who chose", () => {
  const rows = chosenRows(OPTIONS, counts(1, 3, 3), 4);
  expect(rows.map(({ label, count, share }) => [label, count, share])).toEqual([
    ["Ja", 1, 0.25],
    ["Nei", 3, 0.75],
    ["Kanskje", 3, 0.75],
  ]);
  expect(rows.map((row) => row.isMost)).toEqual([false, true, true]);
});

test("before anybody has chosen, and while it is hidden, options stand without figures", () => {
  for (const rows of [chosenRows(OPTIONS, counts(0, 0, 0), 0), chosenRows(OPTIONS, [], 7)]) {
    expect(rows.map((row) => row.share)).toEqual([undefined, undefined, undefined]);
    expect(rows.some((row) => row.isMost)).toBe(false);
  }
});
