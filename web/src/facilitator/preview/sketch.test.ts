// A draft becomes the state that the phone and the projector would be told.
import { expect, test } from "vitest";
import { fold, NOTHING, questionOf, type PageState } from "../../shared/fold.ts";
import type { TallyView } from "../../shared/wire.ts";
import { wordsOf } from "../../shared/words/facilitator/index.ts";
import { freshDraft, isAsked, KINDS, type Draft } from "../programme/draft.ts";
import { SAMPLE_PEOPLE } from "./samples.ts";
import { messageOf } from "./sketch.ts";

const PICTURE = { id: "a", alt: "Kart", width: 400, height: 300 };
const DETAILS = { title: "Folkemøte", language: "nb", place: "", date: null } as const;

function stateOf(draft: Draft, isAnswered = false): PageState {
  const around = { details: DETAILS, joining: undefined };
  return fold(NOTHING, messageOf(draft, around, wordsOf.nb.preview, isAnswered));
}

function tallyOf(draft: Draft): TallyView | undefined {
  const state = stateOf(draft, true);
  return questionOf(state, state.stage!.item!.id).tally;
}

const draft = (kind: Draft["kind"], news: Partial<Draft> = {}): Draft => ({
  ...freshDraft(kind, undefined),
  prompt: "Hva haster?",
  what: "Velkommen",
  options: "Te\nVann\nBrus",
  picture: kind === "dots" ? PICTURE : null,
  ...news,
});

test.each(KINDS)("an empty draft of %s is shown with placeholders", (kind) => {
  const { stage } = stateOf(freshDraft(kind, undefined));
  const { content, what, status } = stage!.item!;
  if (content.kind !== "question") {
    expect([what, status]).toEqual(["Tittelen kommer her", null]);
    return;
  }
  expect(content.prompt).toBe("Spørsmålet ditt kommer her");
  expect(status?.phase).toBe("open");
  const { options, statements, items } = content.ask as unknown as Partial<Record<string, string[]>>;
  for (const list of [options, statements, items]) if (list) expect(list.length).toBeGreaterThan(0);
});

test("what is there is kept, and only what is missing is filled in", () => {
  const { content } = stateOf(draft("ranking", { options: "Te" })).stage!.item!;
  expect(content).toMatchObject({ prompt: "Hva haster?", ask: { options: ["Te", "Alternativ 2"], top: 2 } });
  const many = Array.from({ length: 15 }, (_, index) => `Valg ${index}`).join("\n");
  expect(stateOf(draft("choice", { options: many })).stage!.item!.content).toMatchObject({
    ask: { options: many.split("\n").slice(0, 12), most: 1 },
  });
});

test("what is right is kept from the room until it has answered", () => {
  for (const kind of ["choice", "quiz", "number"] as const) {
    const drafted = draft(kind, { right: [1], solution: "4", least: "1", greatest: "9" });
    const told = JSON.stringify(stateOf(drafted).stage!.item!.content);
    expect(told).not.toMatch(/"correct":\[1\]|solution/);
  }
  expect(tallyOf(draft("quiz", { right: [1] }))).toMatchObject({ correct: [1] });
});

test("a clock shows what it begins with; a question of the quiz has its own", () => {
  expect(stateOf(draft("pair_talk")).timer?.stretches).toHaveLength(2);
  expect(stateOf(draft("quiz", { quizSeconds: "45" })).timer?.stretches).toEqual([
    { label: "", seconds: 45 },
  ]);
  expect(stateOf(draft("talk")).timer).toBeUndefined();
});

test.each(KINDS.filter(isAsked))(
  "sample answers to %s are of some people, and only where they are wanted",
  (kind) => {
    const drafted = draft(kind);
    const before = stateOf(drafted);
    expect(questionOf(before, before.stage!.item!.id).people).toBe(0);
    const after = stateOf(drafted, true);
    expect(questionOf(after, after.stage!.item!.id).people).toBeGreaterThan(0);
  },
);

test("sample figures add up", () => {
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
  const choice = tallyOf(draft("choice")) as Extract<TallyView, { type: "choice" }>;
  expect(sum(choice.options.map(({ count }) => count))).toBe(SAMPLE_PEOPLE);
  const points = tallyOf(draft("points")) as Extract<TallyView, { type: "points" }>;
  expect(sum(points.options.map((one) => one.points))).toBe(100 * SAMPLE_PEOPLE);
  const scales = tallyOf(draft("scales", { steps: 11 })) as Extract<TallyView, { type: "scales" }>;
  for (const { counts } of scales.statements) expect(sum(counts)).toBe(SAMPLE_PEOPLE);
  const ranges = [
    ["", "", 0],
    ["1", "5", 0],
    ["", "3", 0],
    ["2000", "", 2],
    ["0,5", "0,9", 1],
  ] as const;
  for (const [least, greatest, decimals] of ranges) {
    const range = { least, greatest, decimals };
    const number = tallyOf(draft("number", range)) as Extract<TallyView, { type: "number" }>;
    expect(sum(number.bins.map(({ count }) => count))).toBe(SAMPLE_PEOPLE);
    expect(number.bins.length).toBeLessThanOrEqual(10);
  }
});

test("results that the room does not see are not seen with samples either", () => {
  expect(tallyOf(draft("choice", { resultsTo: "facilitator" }))).toBeUndefined();
  expect(tallyOf(draft("choice", { resultsFrom: String(SAMPLE_PEOPLE + 1) }))).toBeUndefined();
  expect(tallyOf(draft("choice", { resultsFrom: "5" }))).toBeDefined();
});
