// How the statements are set: what unites and what divides, as large as lets both lists stand on one page.
import { heightsOf } from "./measure.ts";
import type { AnswerView, StatementResults } from "../shared/wire.ts";

/** A statement as a row. */
export interface StandRow {
  readonly id: number;
  readonly text: string;
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

/** Both lists, best first. */
export interface StandRows {
  readonly unites: readonly StandRow[];
  readonly divides: readonly StandRow[];
}

/** The rows of a result; a statement whose words are not here yet is left out. */
export function standRows(results: StatementResults, answers: readonly AnswerView[]): StandRows {
  const texts = new Map(answers.map(({ id, text }) => [id, text]));
  const counts = new Map(results.counts.map((one) => [one.id, one]));
  const rows = (ids: readonly number[]): StandRow[] =>
    ids.flatMap((id) => {
      const [text, count] = [texts.get(id), counts.get(id)];
      return text === undefined || !count ? [] : [{ ...count, text }];
    });
  return { unites: rows(results.unites), divides: rows(results.divides) };
}

/** What a row has besides its words: the bar, and the line with its counts in the smallest type at least. */
const BAR_EM = 0.55;
const COUNTS_REM = 1.3;
/** In less room than this the counts go on to a second line. */
const COUNTS_WIDTH_REM = 20;
const AROUND_EM = 0.6;
/** Of that, what stands below a row, and not below the last. */
const BELOW_EM = 0.6;

const SCALES = [1.7, 1.45, 1.25, 1.1, 1] as const;

/** More pages than this nobody in a room reads; the others are in the minutes. */
const PAGES_MAX = 4;
/** The line that tells how many more there are. */
const MORE_REM = 1.4;

/** Between the lists, the line over each, and the pager's line under both, as the style has. */
const BETWEEN_REM = 2.4;
const HEAD_REM = 2;
const PAGER_REM = 1.6;

/** A list in pages. */
export interface StandPages {
  readonly pages: readonly (readonly StandRow[])[];
  /** How many rows stand on none of them. */
  readonly more: number;
}
/** Nothing, before anything is measured. */
export const FITS_NONE: StandPages = { pages: [], more: 0 };

/** A size of type, and the rows of each page of a list in it. */
export interface StandLayout {
  readonly scale: number;
  readonly unites: StandPages;
  readonly divides: StandPages;
}

/**
 * The largest type in which both lists stand beside each other in this room; in the smallest they go on to further pages.
 * None when a statement is taller than a page.
 */
export function layoutOf(
  rows: StandRows,
  width_px: number,
  height_px: number,
  rem_px: number,
): StandLayout | undefined {
  const each_px = (width_px - BETWEEN_REM * rem_px) / 2;
  const at = (scale: number, room_px: number): StandLayout | undefined => {
    const [unites, divides] = [rows.unites, rows.divides].map((list) =>
      pagesOf(list, scale * rem_px, each_px, room_px - HEAD_REM * rem_px, rem_px),
    );
    return unites && divides ? { scale, unites, divides } : undefined;
  };
  for (const scale of SCALES) {
    const whole = at(scale, height_px);
    if (whole && Math.max(whole.unites.pages.length, whole.divides.pages.length) <= 1) return whole;
  }
  return at(SCALES[SCALES.length - 1]!, height_px - PAGER_REM * rem_px);
}

function pagesOf(
  rows: readonly StandRow[],
  size_px: number,
  width_px: number,
  height_px: number,
  rem_px: number,
): StandPages | undefined {
  const texts = heightsOf(
    rows.map((row) => row.text),
    { kind: "theme-example", width_px, size_px },
  );
  const counts_px = COUNTS_REM * rem_px * (width_px < COUNTS_WIDTH_REM * rem_px ? 2 : 1);
  const heights = texts.map((text) => text + (BAR_EM + AROUND_EM) * size_px + counts_px);
  const below_px = BELOW_EM * size_px;
  const pages: StandRow[][] = [];
  let used = Infinity;
  for (const [index, row] of rows.entries()) {
    const own = heights[index]!;
    if (own - below_px > height_px) return undefined;
    if (used + own - below_px > height_px) {
      if (pages.length === PAGES_MAX) {
        const last = pages.at(-1)!;
        for (let at = index - 1; used > height_px - MORE_REM * rem_px && last.length > 1; at -= 1) {
          last.pop();
          used -= heights[at]!;
        }
        break;
      }
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(row);
    used += own;
  }
  return { pages, more: rows.length - pages.reduce((sum, page) => sum + page.length, 0) };
}
