// A plane with two axes: what its parts are called, and where dots stand so that none hides another.
import type { Ask, Axis, Quadrant } from "./wire.ts";

export type GridAsk = Extract<Ask, { type: "grid" }>;

/** How far each axis goes from 0. */
export const SIDE = 100;
const MIDDLE = SIDE / 2;

export const QUADRANTS: readonly Quadrant[] = ["top_left", "top_right", "bottom_left", "bottom_right"];

/** What a part is called; without a name, by the ends that meet in it. */
export function quadrantName({ x, y, quadrants }: GridAsk, part: Quadrant): string {
  const end = (axis: Axis, isHigh: boolean): string =>
    `${axis.name}: ${(isHigh ? axis.high : axis.low) || (isHigh ? "+" : "−")}`;
  return quadrants?.[part] || `${end(x, part.endsWith("right"))}, ${end(y, part.startsWith("top"))}`;
}

/** What an axis says of a place on it, in words: the figure, and the end that it is nearer to. */
export function onAxis({ name, low, high }: Axis, value: number): string {
  const end = value > MIDDLE ? high : value < MIDDLE ? low : "";
  return `${name} ${value}${end && ` (${end})`}`;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
}

const ROUNDS_MAX = 60;
/** Radians from one number to the next, so that dots on one spot part in different directions. */
const TURN = 2.4;

/** The dots moved no more than it takes for each to be `least` from every other, all within a box. */
export function apart(dots: readonly Dot[], least: number, width: number, height: number): Dot[] {
  const all = dots.map(({ x, y }) => ({ x, y }));
  for (let round = 0, moved = true; moved && round < ROUNDS_MAX; round += 1) {
    moved = false;
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) {
        let [right, up] = [other.x - one.x, other.y - one.y];
        const far = Math.hypot(right, up);
        if (far >= least - 0.1) continue;
        moved = true;
        if (far < 0.1) [right, up] = [Math.cos(TURN * index), Math.sin(TURN * index)];
        const by = (least - far) / 2 / Math.hypot(right, up);
        one.x -= right * by;
        one.y -= up * by;
        other.x += right * by;
        other.y += up * by;
      }
    }
    for (const dot of all) {
      dot.x = Math.min(width, Math.max(0, dot.x));
      dot.y = Math.min(height, Math.max(0, dot.y));
    }
  }
  return all;
}
