import { expect, test } from "vitest";
import { apart, onAxis, quadrantName, type GridAsk } from "./plane.ts";

const ASK: GridAsk = {
  type: "grid",
  x: { name: "Innsats", low: "liten", high: "stor" },
  y: { name: "Nytte", low: "", high: "" },
  items: ["Faste team"],
  quadrants: { top_left: "Gjør først", top_right: "", bottom_left: "", bottom_right: "" },
};

test("a part without a name is called by the ends that meet in it", () => {
  expect(quadrantName(ASK, "top_left")).toBe("Gjør først");
  expect(quadrantName(ASK, "bottom_right")).toBe("Innsats: stor, Nytte: −");
});

test("a place is told by its figure and the end it is nearer to", () => {
  expect([0, 50, 85].map((value) => onAxis(ASK.x, value))).toEqual([
    "Innsats 0 (liten)",
    "Innsats 50",
    "Innsats 85 (stor)",
  ]);
  expect(onAxis(ASK.y, 85)).toBe("Nytte 85");
});

test("dots that stand apart stay, and dots on one spot part within the box", () => {
  const far = [
    { x: 0, y: 0 },
    { x: 100, y: 40 },
  ];
  expect(apart(far, 30, 100, 100)).toEqual(far);
  for (const spot of [
    { x: 50, y: 50 },
    { x: 0, y: 300 },
  ]) {
    const dots = apart(Array(12).fill(spot), 30, 300, 300);
    for (const [index, dot] of dots.entries()) {
      expect(Math.min(dot.x, dot.y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(dot.x, dot.y)).toBeLessThanOrEqual(300);
      for (const other of dots.slice(index + 1))
        expect(Math.hypot(dot.x - other.x, dot.y - other.y)).toBeGreaterThan(20);
    }
  }
});
