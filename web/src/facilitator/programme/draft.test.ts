import { expect, test } from "vitest";
import type { ItemPlan } from "../../shared/wire.ts";
import { draftOf, freshDraft, picturesKept, planOf, suggestedEnd, type Draft } from "./draft.ts";

const RANKING: ItemPlan = {
  starts: "11:00",
  ends: "11:10",
  what: "",
  how: "På telefonen",
  who: "",
  content: {
    kind: "question",
    prompt: "Hva først?",
    ask: { type: "ranking", options: ["Journal", "Team", "Møter"], top: 2 },
  },
};

const question = (changes: Partial<Draft>): Draft => ({ ...draftOf(RANKING), ...changes });

test("a stored item comes back from its fields as it was", () => {
  const talk: ItemPlan = { ...RANKING, what: "Velkommen", content: { kind: "talk" } };
  const open: ItemPlan = {
    ...RANKING,
    starts: null,
    content: {
      kind: "question",
      prompt: "Hva?",
      ask: { type: "open_text", answers_max: 3, length_max: 140 },
    },
  };
  for (const plan of [RANKING, talk, open]) expect(planOf(draftOf(plan))).toEqual({ plan, faults: {} });
});

test("a new item begins where the one before it ends", () => {
  expect(freshDraft("break", RANKING)).toMatchObject({ starts: "11:10", ends: "11:25" });
  expect(suggestedEnd("talk", "")).toBe("");
});

test("each field says what it lacks", () => {
  const faults = (changes: Partial<Draft>) => planOf(question(changes)).faults;
  expect(faults({ starts: "kl ni" })).toEqual({ starts: { is: "time" } });
  expect(faults({ ends: "10:00" })).toEqual({ ends: { is: "endsBeforeStart" } });
  expect(faults({ prompt: " " })).toEqual({ prompt: { is: "promptMissing" } });
  expect(faults({ options: "Journal" })).toEqual({ options: { is: "optionsFew" } });
  expect(faults({ options: "Journal\n Journal \nTeam" })).toEqual({
    options: { is: "optionsSame", option: "Journal" },
  });
  expect(faults({ options: Array.from({ length: 13 }, (_, n) => `nr ${n}`).join("\n") })).toEqual({
    options: { is: "optionsMany" },
  });
  expect(faults({ who: "x".repeat(201) })).toEqual({ who: { is: "tooLong", max: 200 } });
  expect(faults({ kind: "talk", what: "" })).toEqual({ what: { is: "whatMissing" } });
  expect(faults({ kind: "open_text", answersMax: "11", lengthMax: "19" })).toEqual({
    answersMax: { is: "answersMax" },
    lengthMax: { is: "lengthMax" },
  });
});

test("ranking all follows the number of options, and ranking some never asks for more than there are", () => {
  const top = (changes: Partial<Draft>) => {
    const content = planOf(question(changes)).plan?.content;
    return content?.kind === "question" && content.ask.type === "ranking" ? content.ask.top : undefined;
  };
  expect(top({ top: 0, options: "a\nb\nc\nd" })).toBe(4);
  expect(top({ top: 3, options: "a\nb" })).toBe(2);
});

test("the picture of an option stays beside it while the option is rewritten, and goes with one that is deleted", () => {
  const picture = { id: "5f", alt: "", width: 4, height: 3 };
  const rewritten = picturesKept({ Sal: picture }, ["Sal", "Torg"], ["Salt", "Torg"]);
  expect(rewritten).toEqual({ Salt: picture });
  const draft = { ...freshDraft("choice", undefined), prompt: "Hva?", options: "Salt\nTorg" };
  const asked = (options: string) => planOf({ ...draft, options, optionPictures: rewritten }).plan?.content;
  expect(asked("Salt\nTorg")).toMatchObject({ ask: { pictures: [picture, null] } });
  expect(asked("Torg\nSalt")).toMatchObject({ ask: { pictures: [null, picture] } });
  expect(asked("Torg\nVei")).not.toHaveProperty("ask.pictures");
});

test("something else is one of the options, and takes the place of a right answer", () => {
  const draft = { ...freshDraft("choice", undefined), prompt: "Hva?", options: "Te\nVann", right: [1] };
  const asked = (changes: Partial<Draft>) => planOf({ ...draft, ...changes }).plan?.content;
  const plain = asked({});
  expect(plain).toMatchObject({ ask: { correct: [1] } });
  expect(plain).not.toHaveProperty("ask.other");
  expect(plain).not.toHaveProperty("moderation");
  const offering = asked({ other: true, most: 0 });
  expect(offering).toMatchObject({ ask: { most: 3, other: true }, moderation: "words" });
  expect(offering).not.toHaveProperty("ask.correct");
  const many = Array.from({ length: 12 }, (_, index) => `Svar ${index}`).join("\n");
  expect(planOf({ ...draft, options: many, right: [] }).faults).toEqual({});
  expect(planOf({ ...draft, options: many, other: true }).faults).toEqual({
    options: { is: "optionsManyOther" },
  });
});
