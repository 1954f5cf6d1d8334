// The way round the page: what is pointed at, and where the card that speaks of it stands.

/** What one step speaks of. */
export type TourStep = "programme" | "room" | "join" | "next" | "answers" | "end";

export const TOUR: readonly TourStep[] = ["programme", "room", "join", "next", "answers", "end"];

/** A part of the window, in pixels from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels between the card and what it speaks of, and between the card and the edge of the window. */
const APART = 14;

/** The step that a key or a button leads to; the number of steps when the last is behind, and never before the first. */
export function stepBy(at: number, by: 1 | -1): number {
  return Math.min(Math.max(at + by, 0), TOUR.length);
}

/** The box around several; nothing around none. */
export function around(boxes: readonly Box[]): Box | undefined {
  const seen = boxes.filter(({ width, height }) => width > 0 && height > 0);
  if (seen.length === 0) return undefined;
  const left = Math.min(...seen.map((box) => box.left));
  const top = Math.min(...seen.map((box) => box.top));
  const right = Math.max(...seen.map((box) => box.left + box.width));
  const bottom = Math.max(...seen.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** A box with so many pixels more on each side. */
export function grown(box: Box, by: number): Box {
  return { left: box.left - by, top: box.top - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** The part of a box that is in the window. */
export function within(box: Box, view: { readonly width: number; readonly height: number }): Box {
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const right = Math.min(view.width, box.left + box.width);
  const bottom = Math.min(view.height, box.top + box.height);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/**
 * Where a card of a size stands beside what is marked, where there is room: below or above what is low, as a bar or a
 * button, else right or left of it; in the lower right corner when there is none, or nothing is marked.
 */
export function beside(
  mark: Box | undefined,
  card: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const corner = { left: view.width - card.width - APART, top: view.height - card.height - APART };
  if (!mark) return corner;
  const across = clamp(mark.left + mark.width / 2 - card.width / 2, corner.left);
  const along = clamp(mark.top + Math.min(mark.height / 2, 160) - card.height / 2, corner.top);
  const sides = [
    { left: mark.left + mark.width + APART, top: along },
    { left: mark.left - card.width - APART, top: along },
  ];
  const ends = [
    { left: across, top: mark.top + mark.height + APART },
    { left: across, top: mark.top - card.height - APART },
  ];
  const places = mark.height < card.height ? [...ends, ...sides] : [...sides, ...ends];
  const fits = ({ left, top }: { left: number; top: number }): boolean =>
    left >= APART && top >= APART && left <= corner.left && top <= corner.top;
  return places.find(fits) ?? corner;
}

function clamp(at: number, most: number): number {
  return Math.max(APART, Math.min(at, most));
}
