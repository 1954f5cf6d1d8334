import { expect, test } from "vitest";
import type { PlanFault } from "../../shared/wire.ts";
import { wordsOf } from "../../shared/words/facilitator/index.ts";
import { rangeOf, sentenceOf } from "./problems.ts";

test("a line is found in its text", () => {
  const text = "Tittel: x\n\nPause";
  const line = (n: number): string => text.slice(...rangeOf(text, n));
  expect([line(1), line(2), line(3), line(9)]).toEqual(["Tittel: x", "", "Pause", ""]);
});

test("a problem is told in every language, with what was perhaps meant", () => {
  const problem = { line: 4, code: "unknown_field" as PlanFault, found: "Slg", meant: "Svar med" };
  expect(sentenceOf(problem, wordsOf.nb)).toBe("«Slg» er ikke et felt vi kjenner. Mente du «Svar med»?");
  expect(sentenceOf(problem, wordsOf.en)).toBe("“Slg” is not a field we know. Did you mean “Svar med”?");
  const rule = { line: 4, code: "question_empty" as const, found: "" };
  for (const language of ["nb", "nn", "en"] as const) {
    expect(sentenceOf(rule, wordsOf[language])).not.toContain("_");
  }
});
