// How a choice is shown: every option in the order it was written.
import type { ChosenOption } from "../shared/wire.ts";

/** One option. */
export interface ChosenRow {
  readonly option: number;
  readonly label: string;
  readonly count: number;
  /** Of the people who chose; none before anybody has. */
  readonly share: number | undefined;
  /** Whether no other was chosen by more. */
  readonly isMost: boolean;
}

/** The options with how many chose each; `people` have chosen in all. */
export function chosenRows(
  options: readonly string[],
  counts: readonly ChosenOption[],
  people: number,
): ChosenRow[] {
  const count = (option: number): number => counts.find((one) => one.option === option)?.count ?? 0;
  const most = Math.max(...options.map((_, option) => count(option)));
  return options.map((label, option) => ({
    option,
    label,
    count: count(option),
    share: people === 0 || counts.length === 0 ? undefined : count(option) / people,
    isMost: most > 0 && count(option) === most,
  }));
}
