// How a choice and points are shown: every option in the order it was written.
import type { Ask, ChosenOption, FirstRoundView, PointedOption, TallyView } from "../shared/wire.ts";

/** One option. */
export interface ChosenRow {
  readonly option: number;
  readonly label: string;
  /** How many chose it, or how many points it was given. */
  readonly count: number;
  /** Of the people who chose, or of all points; none before anybody has answered. */
  readonly share: number | undefined;
  /** Its share in the first round, where this is the second. */
  readonly before: number | undefined;
  /** Whether no other has more. */
  readonly isMost: boolean;
  /** Whether it is a right one, once that may be known. */
  readonly isRight: boolean;
}

/** The options with how many chose each; `people` have chosen in all. */
export function chosenRows(
  options: readonly string[],
  counts: readonly ChosenOption[],
  people: number,
  correct: readonly number[] = [],
  first?: FirstRoundView,
): ChosenRow[] {
  const count = (option: number): number => counts.find((one) => one.option === option)?.count ?? 0;
  const earlier =
    first?.tally.type === "choice" ? chosenRows(options, first.tally.options, first.ballots) : [];
  return rows(options, count, counts.length === 0 ? 0 : people, correct, earlier);
}

/** The options of a choice and, where it is offered, something else under that name, which stands last. */
export function choiceRows(
  ask: Extract<Ask, { type: "choice" }>,
  tally: TallyView | undefined,
  people: number,
  otherName: string,
  first?: FirstRoundView,
): ChosenRow[] {
  const labels = ask.other ? [...ask.options, otherName] : ask.options;
  const withOther = (view: TallyView | undefined): ChosenOption[] => {
    if (view?.type !== "choice") return [];
    const last = view.other ? [{ option: ask.options.length, count: view.other.count }] : [];
    return [...view.options, ...last];
  };
  const before =
    first?.tally.type === "choice"
      ? { ...first, tally: { ...first.tally, options: withOther(first.tally) } }
      : undefined;
  const correct = tally?.type === "choice" ? tally.correct : [];
  return chosenRows(labels, withOther(tally), people, correct, before);
}

/** How many points each person gives out. */
const POINTS = 100;

/** The options with their points; `people` have given out a hundred each. */
export function pointedRows(
  options: readonly string[],
  points: readonly PointedOption[],
  people: number,
  first?: FirstRoundView,
): ChosenRow[] {
  const earlier =
    first?.tally.type === "points" ? pointedRows(options, first.tally.options, first.ballots) : [];
  const count = (option: number): number => points.find((one) => one.option === option)?.points ?? 0;
  return rows(options, count, points.length === 0 ? 0 : people * POINTS, [], earlier);
}

function rows(
  options: readonly string[],
  count: (option: number) => number,
  all: number,
  correct: readonly number[],
  earlier: readonly ChosenRow[],
): ChosenRow[] {
  const most = Math.max(...options.map((_, option) => count(option)));
  return options.map((label, option) => ({
    option,
    label,
    count: count(option),
    share: all === 0 ? undefined : count(option) / all,
    before: earlier[option]?.share,
    isMost: most > 0 && count(option) === most,
    isRight: correct.includes(option),
  }));
}
