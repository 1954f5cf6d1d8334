import { expect, test } from "vitest";
import { conceptCount, withConcepts } from "./concepts.ts";

test("headings are counted without comments and empty lines", () => {
  expect(conceptCount("# våre\n\nLedelse: leder\nTillit\n  \n")).toBe(2);
  expect(conceptCount("")).toBe(0);
});

test("only headings that are not there yet are added, and what is written stays", () => {
  const added = withConcepts(
    "Ledelse: leder, min sjef\n",
    "\uFEFFledelse: noe annet\r\nTillit\r\n# nei\r\nMat\tkaffe",
  );
  expect(added).toEqual({ text: "Ledelse: leder, min sjef\nTillit\nMat\tkaffe\n", count: 2 });
  expect(withConcepts("", "Tillit")).toEqual({ text: "Tillit\n", count: 1 });
  expect(withConcepts("Tillit", "tillit:")).toEqual({ text: "Tillit\n", count: 0 });
});
