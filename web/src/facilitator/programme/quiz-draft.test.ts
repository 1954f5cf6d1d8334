import { expect, test } from "vitest";
import { draftOf, freshDraft, planOf, type Draft } from "./draft.ts";

const draft = (filled: Partial<Draft>): Draft => ({
  ...freshDraft("quiz", undefined),
  prompt: "Hva?",
  ...filled,
});

test("a question of the quiz that is stored comes back as it was typed", () => {
  const picked = planOf(
    draft({ options: "Ja\nNei", right: [1], quizSeconds: "20", quizPoints: "0", clock: "2" }),
  );
  const typed = planOf(draft({ quizTyped: true, accepted: "Glomma\n\nglomma\nGlåma" }));
  for (const { plan, faults } of [picked, typed]) {
    expect(faults).toEqual({});
    expect(planOf(draftOf(plan!)).plan).toEqual(plan);
    expect(plan!.timer, "its clock is its own").toBeUndefined();
  }
  expect(typed.plan!.content).toMatchObject({
    ask: { accepted: ["Glomma", "Glåma"], options: [], correct: [] },
  });
});

test("what a question of the quiz lacks is told by its field", () => {
  const faultsOf = (filled: Partial<Draft>) => planOf(draft(filled)).faults;
  expect(faultsOf({ options: "Ja\nNei" })).toEqual({ right: { is: "rightMissing" } });
  expect(faultsOf({ quizTyped: true })).toEqual({ accepted: { is: "acceptedFew" } });
  expect(faultsOf({ options: "Ja\nNei", right: [0], quizSeconds: "4", quizPoints: "x" })).toEqual({
    quizSeconds: { is: "quizSeconds" },
    quizPoints: { is: "quizPoints" },
  });
});
