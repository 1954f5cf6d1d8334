import { expect, test } from "vitest";
import { headingOf, inOrderOf, placedUnder, renamed } from "./arranging.ts";

const FAMILIES = [
  { label: "Folk", themes: [1, 2] },
  { label: "Hus", themes: [3] },
];

test("a theme goes under another heading, and one that has nothing left goes", () => {
  expect(placedUnder(FAMILIES, 3, "Folk")).toEqual([{ label: "Folk", themes: [1, 2, 3] }]);
  expect(placedUnder(FAMILIES, 2, "Hus")).toEqual([
    { label: "Folk", themes: [1] },
    { label: "Hus", themes: [3, 2] },
  ]);
});

test("a theme may stand alone, or under a heading that is made for it", () => {
  expect(placedUnder(FAMILIES, 1, undefined)).toEqual([
    { label: "Folk", themes: [2] },
    { label: "Hus", themes: [3] },
  ]);
  expect(placedUnder(FAMILIES, 9, "Mat").at(-1)).toEqual({ label: "Mat", themes: [9] });
  expect(headingOf(FAMILIES, 3)).toBe("Hus");
  expect(headingOf(FAMILIES, 9)).toBeUndefined();
});

test("a new name leaves the themes where they are, and what was given is never changed", () => {
  const before = structuredClone(FAMILIES);
  expect(renamed(FAMILIES, "Hus", "Lokaler")[1]).toEqual({ label: "Lokaler", themes: [3] });
  placedUnder(FAMILIES, 1, "Hus");
  expect(FAMILIES).toEqual(before);
});

test("what was drawn before keeps its place, and what is new comes last", () => {
  const fresh = [{ label: "Mat", themes: [4] }, ...FAMILIES];
  expect(inOrderOf(fresh, ["Hus", "Folk"]).map((family) => family.label)).toEqual(["Hus", "Folk", "Mat"]);
});
