import { expect, test } from "vitest";
import { named, rangeOf } from "./choosing.ts";

test("a range goes from one to the other as they lie, whichever was first", () => {
  expect(rangeOf([5, 2, 9, 7], 2, 7)).toEqual([2, 9, 7]);
  expect(rangeOf([5, 2, 9, 7], 7, 2)).toEqual([2, 9, 7]);
});

test("a range from nowhere is the last alone", () => {
  expect(rangeOf([5, 2, 9], undefined, 9)).toEqual([9]);
  expect(rangeOf([5, 2, 9], 4, 2)).toEqual([2]);
});

test("what is typed finds names that have it, those that begin with it first", () => {
  const names = ["Samarbeid med skolen", "Skolen", "Vikarer"];
  const found = (typed: string): readonly string[] => named(names, typed, (name) => name);
  expect(found("skol")).toEqual(["Skolen", "Samarbeid med skolen"]);
  expect(found(" VIK ")).toEqual(["Vikarer"]);
  expect(found("")).toEqual(names);
  expect(found("biler")).toEqual([]);
});
