// In which order statements are listed, and which of them.
import type { StatementCounts, StatementResults } from "../../shared/wire.ts";

/** What unites, what divides, those with the most votes first, or all as they were written. */
export type StandOrder = "unites" | "divides" | "votes" | "all";

export const STAND_ORDERS: readonly StandOrder[] = ["unites", "divides", "votes", "all"];

export const votesOf = ({ agree, disagree, pass }: StatementCounts): number => agree + disagree + pass;

/** The statements of a list, in its order. */
export function listed(results: StatementResults, order: StandOrder): readonly StatementCounts[] {
  const known = new Map(results.counts.map((one) => [one.id, one]));
  switch (order) {
    case "unites":
    case "divides":
      return results[order].flatMap((id) => known.get(id) ?? []);
    case "votes":
      return [...results.counts].sort((one, other) => votesOf(other) - votesOf(one) || one.id - other.id);
    case "all":
      return results.counts;
  }
}
