// How open answers are set: type as large as the room allows, in columns of even height.

/** Type and number of columns that a pageful is set in. */
export interface Setting {
  /** Size of type as a multiple of the projector's smallest. */
  readonly scale: number;
  readonly columns: number;
}

/** A column is never wider than this, in ems: about 70 characters a line. */
const COLUMN_EM_MAX = 36;
/** Nor narrower: about 26 characters a line. */
const COLUMN_EM_MIN = 13;
/** From large to small; the last is 1/30 of the height, and nothing is smaller. */
const SCALES = [2.6, 2, 1.7, 1.45, 1.2, 1] as const;
const COLUMNS_MAX = 6;

/** Space between columns, in the projector's smallest type. */
export const COLUMN_GAP_REM = 1.5;

/** All settings for a box this wide, from airy to dense. `width_rem` counts in the smallest type. */
export function settings(width_rem: number): Setting[] {
  const all: Setting[] = [];
  for (const scale of SCALES) {
    for (let columns = 1; columns <= COLUMNS_MAX; columns += 1) {
      const column_em = columnRem(width_rem, columns) / scale;
      if (column_em < COLUMN_EM_MIN && columns > 1) break;
      if (column_em <= COLUMN_EM_MAX || scale === SCALES[0]) all.push({ scale, columns });
    }
  }
  return all;
}

/** The setting of pages when even the densest does not hold everything: long texts take wider columns. */
export function pagedSetting(width_rem: number, charsMean: number): Setting {
  const column_em = charsMean > 240 ? 21 : COLUMN_EM_MIN;
  const columns = Math.floor((width_rem + COLUMN_GAP_REM) / (column_em + COLUMN_GAP_REM));
  return { scale: 1, columns: Math.min(COLUMNS_MAX, Math.max(1, columns)) };
}

/** Width of one of so many columns. */
export function columnRem(width_rem: number, columns: number): number {
  return (width_rem - (columns - 1) * COLUMN_GAP_REM) / columns;
}

/**
 * Which column each answer stands in, given the heights of all in the order they came: each goes on top of what is
 * then the shortest column, so that a new answer moves one column and leaves the others still.
 */
export function columnsOf(heights: readonly number[], columns: number): number[] {
  const tops = new Array<number>(columns).fill(0);
  return heights.map((height) => {
    const column = tops.indexOf(Math.min(...tops));
    tops[column]! += height;
    return column;
  });
}

/** The height of the tallest column. */
export function tallest(heights: readonly number[], places: readonly number[], columns: number): number {
  const tops = new Array<number>(columns).fill(0);
  heights.forEach((height, index) => (tops[places[index]!]! += height));
  return Math.max(0, ...tops);
}
