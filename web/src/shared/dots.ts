// Dots on a picture: in which part of it they lie, and how large they are drawn.
import type { Ask, Dot, DotCluster, Picture } from "./wire.ts";

export type DotsAsk = Extract<Ask, { type: "dots" }>;

/** How far a picture goes along each side, from the top left. */
export const SIDE = 1000;
/** Columns and rows into which dots are counted. */
const MESH = 36;
/** Up to so many dots in one place a spot grows as if there were no others. */
const FULL = 3;
/** How large the largest spot is, in cells of the mesh, and the smallest as a share of it. */
const LARGEST = 1.8;
const SMALLEST = 0.22;
/** How wide the line around a spot is, as a share of its radius. */
export const RING = 0.14;
/** Phones are told of dots in a mesh three times as coarse. */
export const COARSE = 3;

type Shape = Pick<Picture, "width" | "height">;

/** Dots that lie near each other as a circle, in hundredths of the picture's width. */
export interface Spot {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly dots: number;
}

/** What a drawing over a picture of this shape spans, in the units of its spots. */
export const spanOf = ({ width, height }: Shape): string => `0 0 100 ${(100 * height) / width}`;

/** Which of the nine parts of the picture a place lies in, row by row from the top left. */
export function partOf({ x, y }: Dot): number {
  const third = (along: number): number => Math.floor((along * 3) / (SIDE + 1));
  return third(y) * 3 + third(x);
}

/** How many dots lie in each of the nine parts. */
export function countParts(clusters: readonly DotCluster[]): number[] {
  const parts = Array.from({ length: 9 }, () => 0);
  for (const [x, y, dots] of clusters) parts[partOf({ x, y })]! += dots;
  return parts;
}

/** How dots are drawn on a picture of this shape: the area of each spot says how many they are, of a mesh so coarse. */
export function spotsOf(clusters: readonly DotCluster[], { width, height }: Shape, coarse = 1): Spot[] {
  const full = Math.max(FULL, ...clusters.map(([, , dots]) => dots));
  // Half of so many cells of a square as large as the picture.
  const largest = (LARGEST * Math.sqrt(coarse) * 50 * Math.sqrt(height / width)) / MESH;
  return clusters.map(([x, y, dots]) => ({
    cx: (x / SIDE) * 100,
    cy: ((y / SIDE) * (100 * height)) / width,
    r: largest * Math.max(SMALLEST, Math.sqrt(dots / full)),
    dots,
  }));
}
