// What is typed of a plane besides its items: its axes, and what its parts are called.
import type { GridAsk } from "../../shared/plane.ts";
import type { Axis, Quadrants } from "../../shared/wire.ts";

/** The fields of a plane, each a text as typed. */
export const GRID_FIELDS = [
  "xName",
  "xLow",
  "xHigh",
  "yName",
  "yLow",
  "yHigh",
  "topLeft",
  "topRight",
  "bottomLeft",
  "bottomRight",
] as const;

export type GridField = (typeof GRID_FIELDS)[number];
export type GridDraft = Record<GridField, string>;

export function emptyGrid(): GridDraft {
  return Object.fromEntries(GRID_FIELDS.map((field) => [field, ""])) as GridDraft;
}

/** A stored plane, ready to be typed in. */
export function gridDraftOf({ x, y, quadrants }: GridAsk): GridDraft {
  return {
    xName: x.name,
    xLow: x.low,
    xHigh: x.high,
    yName: y.name,
    yLow: y.low,
    yHigh: y.high,
    topLeft: quadrants?.top_left ?? "",
    topRight: quadrants?.top_right ?? "",
    bottomLeft: quadrants?.bottom_left ?? "",
    bottomRight: quadrants?.bottom_right ?? "",
  };
}

/** The plane that a draft stands for. */
export function gridOf(draft: GridDraft, items: string[]): GridAsk {
  const axis = (which: "x" | "y"): Axis => ({
    name: draft[`${which}Name`].trim(),
    low: draft[`${which}Low`].trim(),
    high: draft[`${which}High`].trim(),
  });
  const quadrants: Quadrants = {
    top_left: draft.topLeft.trim(),
    top_right: draft.topRight.trim(),
    bottom_left: draft.bottomLeft.trim(),
    bottom_right: draft.bottomRight.trim(),
  };
  const isNamed = Object.values(quadrants).some((name) => name !== "");
  return { type: "grid", x: axis("x"), y: axis("y"), items, ...(isNamed && { quadrants }) };
}
