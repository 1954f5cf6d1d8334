// How sections stand in rows over a board's columns, so that the whole becomes as low as it can.

/** A row of sections, each over so many columns; together they are all of the board's. */
export type Row = readonly { readonly section: number; readonly span: number }[];

export interface Spread {
  readonly rows: readonly Row[];
  readonly height: number;
}

/**
 * The lowest way to set sections in their order in rows, given the height of each over each number of columns and the
 * space between rows. Of equally low ones that with the fewest rows.
 */
export function spreadOf(
  sections: number,
  columns: number,
  heightOf: (section: number, span: number) => number,
  gap: number,
): Spread {
  // best[i] is the lowest way to set the sections from i on.
  const best: Spread[] = Array.from({ length: sections + 1 }, () => ({ rows: [], height: 0 }));
  for (let from = sections - 1; from >= 0; from -= 1) {
    let lowest: Spread | undefined;
    for (let many = Math.min(columns, sections - from); many >= 1; many -= 1) {
      const below = best[from + many]!;
      for (const spans of divisions(columns, many)) {
        const row = spans.map((span, index) => ({ section: from + index, span }));
        const height =
          Math.max(...row.map(({ section, span }) => heightOf(section, span))) +
          (below.rows.length > 0 ? gap + below.height : 0);
        if (!lowest || height < lowest.height - 0.5) lowest = { rows: [row, ...below.rows], height };
      }
    }
    best[from] = lowest!;
  }
  return best[0]!;
}

/** All ways to divide so many columns among so many sections, at least one each. */
function divisions(columns: number, sections: number): number[][] {
  if (sections === 1) return [[columns]];
  const all: number[][] = [];
  for (let first = 1; first <= columns - sections + 1; first += 1) {
    for (const rest of divisions(columns - first, sections - 1)) all.push([first, ...rest]);
  }
  return all;
}
