import { expect, test } from "vitest";
import { readStretches, writeStretches } from "./stretches.ts";

test("a line is minutes and what is done in them", () => {
  expect(readStretches("2 Den første forteller\n1:30 Bytt\n")).toEqual([
    { label: "Den første forteller", seconds: 120 },
    { label: "Bytt", seconds: 90 },
  ]);
  expect(readStretches("5")).toEqual([{ label: "", seconds: 300 }]);
  expect(readStretches("5 min\n30 sek Les\n10 minutter Snakk sammen")).toEqual([
    { label: "", seconds: 300 },
    { label: "Les", seconds: 30 },
    { label: "Snakk sammen", seconds: 600 },
  ]);
  expect(readStretches(" \n ")).toEqual([]);
});

test("what is no time, or one that nobody can wait for, is none", () => {
  for (const text of ["Bytt", "2\nBytt", "0", "3 s", "1:75", "500", "-2", "2,5", "1\n".repeat(13)]) {
    expect(readStretches(text), text).toBeUndefined();
  }
});

test("what is written reads as the same", () => {
  const stretches = [
    { label: "", seconds: 120 },
    { label: "Bytt, og fortell", seconds: 95 },
    { label: "10 ting", seconds: 14_400 },
  ];
  expect(readStretches(writeStretches(stretches))).toEqual(stretches);
});
