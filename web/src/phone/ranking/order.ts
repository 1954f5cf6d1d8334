// Moving things in a list: the arithmetic of a ranking.

/** The list with the thing at `from` moved to `to`; outside the list, the nearest end. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const taken = next.splice(from, 1);
  next.splice(Math.max(0, Math.min(to, next.length)), 0, ...taken);
  return next;
}

/** A row's place on the screen, in pixels from the top of the list. */
export interface Row {
  top: number;
  height: number;
}

/** Where a row lands when it is dragged `by` pixels: it passes a neighbour when it reaches its middle. */
export function landing(rows: readonly Row[], from: number, by: number): number {
  const own = rows[from]!;
  let to = from;
  if (by < 0) while (to > 0 && own.top + by < middle(rows[to - 1]!)) to -= 1;
  else while (to < rows.length - 1 && own.top + own.height + by > middle(rows[to + 1]!)) to += 1;
  return to;
}

/** How many pixels the row at `index` gives way while the row at `from` is held over `to`. */
export function givesWay(rows: readonly Row[], index: number, from: number, to: number): number {
  const gap = rows.length > 1 ? rows[1]!.top - rows[0]!.top - rows[0]!.height : 0;
  const step = rows[from]!.height + gap;
  if (from < index && index <= to) return -step;
  if (to <= index && index < from) return step;
  return 0;
}

function middle(row: Row): number {
  return row.top + row.height / 2;
}
