// What is wrong with the text of a plan, in words.
import type { PlanFault, PlanProblem } from "../../shared/wire.ts";
import type { FacilitatorWords } from "../../shared/words/facilitator/index.ts";

/** As many problems as the server tells of one text. */
export const PROBLEMS_MAX = 100;

/** What is wrong on a line, without the line's number. */
export function sentenceOf(problem: PlanProblem, words: FacilitatorWords): string {
  const faults: Readonly<Record<PlanFault, (found: string) => string>> = words.plans.faults;
  const rejections: Readonly<Record<string, string>> = words.rejections;
  const said =
    problem.code in faults ? faults[problem.code as PlanFault](problem.found) : rejections[problem.code];
  const meant = problem.meant ? ` ${words.plans.meant(problem.meant)}` : "";
  return `${said ?? problem.code}${meant}`;
}

/** Where a line begins and ends in a text. */
export function rangeOf(text: string, line: number): readonly [number, number] {
  const lines = text.split("\n");
  const from = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
  return [from, from + (lines[line - 1]?.length ?? 0)];
}
