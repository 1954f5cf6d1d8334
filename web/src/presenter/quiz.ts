// How a question of the quiz is shown: its options, or what people typed, and once it is over what was right.
import type { Ask, QuizSummary } from "../shared/wire.ts";
import { chosenRows, type ChosenRow } from "./chosen.ts";

/** The rows of a quiz question; nothing is told of the answers before the end. */
export function quizRows(
  ask: Extract<Ask, { type: "quiz" }>,
  summary: QuizSummary | undefined,
  people: number,
): ChosenRow[] {
  if (ask.options.length > 0)
    return chosenRows(ask.options, summary?.options ?? [], people, summary?.correct ?? []);
  if (!summary) return [];
  // All that is right stands on one row, by the spelling that was named first.
  const wrong = summary.typed.filter((answer) => !answer.right);
  const rows = [
    { label: ask.accepted[0] ?? "", count: summary.right, isRight: true },
    ...wrong.map((answer) => ({
      label: answer.text,
      count: answer.count,
      isRight: false,
    })),
  ];
  const most = Math.max(...rows.map((row) => row.count));
  return rows.map((row, option) => ({
    ...row,
    option,
    share: people === 0 ? undefined : row.count / people,
    before: undefined,
    isMost: most > 0 && row.count === most,
  }));
}

/** A row of the list of points, in the order in which it is drawn first: by the places before the latest question. */
export function fromBefore<Row extends { readonly before: number | null; readonly place: number }>(
  rows: readonly Row[],
): Row[] {
  return [...rows].sort((one, other) => (one.before ?? one.place) - (other.before ?? other.place));
}

/** How many places somebody has climbed since the latest question; 0 for who has not. */
export function climbed({
  before,
  place,
}: {
  readonly before: number | null;
  readonly place: number;
}): number {
  return before === null ? 0 : Math.max(0, before - place);
}
