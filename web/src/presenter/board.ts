// How themes are set: every heading and count always, and as many of their answers as the room allows.
import { otherAnswers, type QuestionState } from "../shared/fold.ts";
import { themeColour } from "../shared/colour.ts";
import type { AnswerView } from "../shared/wire.ts";
import { COLUMN_GAP_REM, columnRem, columnsOf, tallest } from "./columns.ts";
import { heightsOf } from "./measure.ts";

/** A theme as the projector shows it; the residue ("Andre tema") has no id. */
export interface Group {
  readonly id: number | undefined;
  readonly label: string;
  readonly colour: string;
  readonly answers: readonly AnswerView[];
}

/** The themes with their answers, most answers first, and the residue last. Empty themes are not shown. */
export function groupsOf(question: QuestionState, otherLabel: string): Group[] {
  const texts = new Map(question.answers.map((answer) => [answer.id, answer]));
  const groups: Group[] = question.themes.map((theme) => ({
    id: theme.id,
    label: theme.label,
    colour: themeColour(theme.id),
    answers: theme.answers.flatMap((id) => texts.get(id) ?? []),
  }));
  const other = otherAnswers(question);
  groups.push({ id: undefined, label: otherLabel, colour: themeColour(undefined), answers: other });
  return groups.filter((group) => group.answers.length > 0);
}

/** An answer longer than this is no example while shorter ones speak for the theme. */
const EXAMPLE_CHARS_MAX = 110;

/** So many answers that speak for a theme: its first short ones, in their order. */
export function examplesOf(group: Group, most: number): AnswerView[] {
  if (group.answers.length <= most) return [...group.answers];
  const short = group.answers.filter((answer) => answer.text.length <= EXAMPLE_CHARS_MAX);
  if (short.length >= most) return short.slice(0, most);
  return group.answers.toSorted((a, b) => a.text.length - b.text.length).slice(0, most);
}

/** How a board of themes is set. */
export interface BoardSetting {
  readonly scale: number;
  readonly columns: number;
  /** How many answers are shown of each theme. */
  readonly examples: readonly number[];
  /** The column of each theme; none when the board goes over pages. */
  readonly places: readonly number[] | undefined;
  /** Width of the counts, in ems of the board's type. */
  readonly count_em: number;
}

/** Size of a heading against its answers; the style has the same. */
const HEADING_EM = 1.16;
/** Space above and below a theme, in ems; the style has the same. */
const AROUND_EM = 1.75;
/** Width of the counts by their most digits, in ems. */
const COUNT_EM = [2.3, 2.3, 3.1, 4.4];
/** The line "and 12 more" below the examples, in ems. */
const MORE_EM = 1.6;
/** More examples than this of one theme are read better when it is opened. */
const EXAMPLES_MAX = 24;
/** Examples of each theme where the board goes over pages. */
const EXAMPLES_PAGED = 1;

/** From large to small: type size, and answers that each theme can at least show. */
const RICHNESS: readonly (readonly [scale: number, examples: number])[] = [
  [1.7, 12],
  [1.45, 5],
  [1.2, 3],
  [1, 3],
  [1, 2],
  [1, 1],
  [1, 0],
];

/** The largest setting that fits the box, with as many answers as then find room. */
export function settingOf(
  groups: readonly Group[],
  width_px: number,
  height_px: number,
  rem_px: number,
): BoardSetting {
  const width_rem = width_px / rem_px;
  const count_em = COUNT_EM[Math.max(...groups.map((group) => `${group.answers.length}`.length))] ?? 4.6;
  for (const [scale, least] of RICHNESS) {
    for (let columns = groups.length > 3 ? 2 : 1; columns <= Math.min(4, groups.length); columns += 1) {
      const column_em = columnRem(width_rem, columns) / scale;
      if (column_em < 12.5 && columns > 1) break;
      if (column_em > 44 && groups.length > 1) continue;
      const size_px = scale * rem_px;
      const inner_px = (column_em - count_em) * size_px;
      const examples = groups.map(() => least);
      const heights = heightsOfGroups(groups, examples, inner_px, size_px);
      const places = columnsOf(heights, columns);
      if (tallest(heights, places, columns) > height_px) continue;
      fill(groups, examples, places, height_px, inner_px, size_px);
      return { scale, columns, examples, places, count_em };
    }
  }
  const columns = Math.max(1, Math.min(3, Math.floor((width_rem + COLUMN_GAP_REM) / (15 + COLUMN_GAP_REM))));
  return { scale: 1, columns, examples: groups.map(() => EXAMPLES_PAGED), places: undefined, count_em };
}

/** Gives every theme one more answer in turn, for as long as its column has room. */
function fill(
  groups: readonly Group[],
  examples: number[],
  places: readonly number[],
  height_px: number,
  inner_px: number,
  size_px: number,
): void {
  const columns = Math.max(...places) + 1;
  const full = new Set<number>();
  while (full.size < groups.length) {
    for (const [index, group] of groups.entries()) {
      if (full.has(index)) continue;
      const richer = examples.with(index, examples[index]! + 1);
      const taller = heightsOfGroups(groups, richer, inner_px, size_px);
      const most = Math.min(group.answers.length, EXAMPLES_MAX);
      if (richer[index]! > most || tallest(taller, places, columns) > height_px) {
        full.add(index);
      } else {
        examples[index] = richer[index]!;
      }
    }
  }
}

function heightsOfGroups(
  groups: readonly Group[],
  most: readonly number[],
  inner_px: number,
  size_px: number,
): number[] {
  const headings = heightsOf(
    groups.map((group) => group.label),
    { kind: "theme-heading", width_px: inner_px, size_px: size_px * HEADING_EM },
  );
  return groups.map((group, index) => {
    const examples = examplesOf(group, most[index]!);
    const texts = heightsOf(
      examples.map((answer) => answer.text),
      { kind: "theme-example", width_px: inner_px, size_px },
    );
    const more = examples.length > 0 && examples.length < group.answers.length ? MORE_EM * size_px : 0;
    const body = texts.reduce((sum, height) => sum + height, headings[index]!);
    return Math.max(body + more, 2 * size_px) + AROUND_EM * size_px;
  });
}
