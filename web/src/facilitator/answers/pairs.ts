// What is told of a ranking beside its points: how far people agree, and what every two options say of each other.
import type { RankedOption } from "../../shared/wire.ts";

/** How far people agree, from not at all to the most. */
export type Agreement = "none" | "very_weak" | "weak" | "moderate" | "strong" | "very_strong";

/**
 * Kendall's W in a word. The words begin at 0.1, 0.3, 0.5, 0.7 and 0.9, as R. C. Schmidt reads W ("Managing Delphi
 * surveys using nonparametric statistical techniques", Decision Sciences 28, 1997); the minutes have the same. The word
 * goes by the number with two decimals that stands beside it.
 */
export function agreementOf(w: number): Agreement {
  const shown = Math.round(w * 100) / 100;
  if (shown < 0.1) return "none";
  if (shown < 0.3) return "very_weak";
  if (shown < 0.5) return "weak";
  if (shown < 0.7) return "moderate";
  return shown < 0.9 ? "strong" : "very_strong";
}

/** An option's place by points, from 1; equal points share a place. */
export function placeOf(option: RankedOption, ranking: readonly RankedOption[]): number {
  return 1 + ranking.filter((other) => other.points > option.points).length;
}

/** Whether pairwise comparison puts every option on the place that its points give it. */
export function pairsAgree(ranking: readonly RankedOption[]): boolean {
  return ranking.every((option) => option.schulze_place === placeOf(option, ranking));
}

/** What one option has against another. */
export interface Pair {
  readonly against: number;
  /** How many put the row's option before that one; none where they are the same. */
  readonly count: number | undefined;
  /** Whether more put it before than behind. */
  readonly wins: boolean;
}

/** Every option against every other, both ways in the order of the ranking. */
export function pairRows(
  ranking: readonly RankedOption[],
  pairs: readonly (readonly number[])[],
): { readonly option: number; readonly cells: readonly Pair[] }[] {
  const before = (option: number, other: number): number => pairs[option]?.[other] ?? 0;
  return ranking.map(({ option }) => ({
    option,
    cells: ranking.map(({ option: against }) => ({
      against,
      count: against === option ? undefined : before(option, against),
      wins: before(option, against) > before(against, option),
    })),
  }));
}
