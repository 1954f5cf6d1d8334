import { expect, test } from "vitest";
import { around, beside, stepBy, TOUR, within } from "./steps.ts";

const VIEW = { width: 1440, height: 900 };
const CARD = { width: 320, height: 200 };

test("the first step has none before it, and after the last the tour is over", () => {
  expect(stepBy(0, -1)).toBe(0);
  expect(stepBy(1, -1)).toBe(0);
  expect(stepBy(TOUR.length - 1, 1)).toBe(TOUR.length);
});

test("the mark goes around all that is drawn, and around nothing when nothing is", () => {
  const code = { left: 900, top: 10, width: 100, height: 30 };
  const projector = { left: 1010, top: 8, width: 120, height: 36 };
  const hidden = { left: 0, top: 0, width: 0, height: 0 };
  expect(around([code, projector, hidden])).toEqual({ left: 900, top: 8, width: 230, height: 36 });
  expect(around([hidden])).toBeUndefined();
});

test("what reaches out of the window is marked as far as it is seen", () => {
  const long = { left: 0, top: -200, width: 700, height: 2_000 };
  expect(within(long, VIEW)).toEqual({ left: 0, top: 0, width: 700, height: 900 });
});

test("the card stands beside what it speaks of, where there is room", () => {
  const left = { left: 0, top: 100, width: 700, height: 800 };
  expect(beside(left, CARD, VIEW).left).toBe(714);
  const right = { left: 720, top: 100, width: 720, height: 800 };
  expect(beside(right, CARD, VIEW).left).toBe(720 - 320 - 14);
  const menu = { left: 1360, top: 10, width: 60, height: 36 };
  expect(beside(menu, CARD, VIEW)).toEqual({ left: 1106, top: 60 });
  const bar = { left: 0, top: 850, width: 1440, height: 50 };
  expect(beside(bar, CARD, VIEW)).toEqual({ left: 560, top: 636 });
});

test("with no room around, or nothing marked, it stands in the corner", () => {
  const all = { left: 0, top: 0, width: 1440, height: 900 };
  expect(beside(all, CARD, VIEW)).toEqual({ left: 1106, top: 686 });
  expect(beside(undefined, CARD, VIEW)).toEqual({ left: 1106, top: 686 });
});
