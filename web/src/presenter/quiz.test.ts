import { expect, test } from "vitest";
import { climbed, fromBefore, quizRows } from "./quiz.ts";

const TYPED = {
  type: "quiz",
  options: [],
  correct: [],
  accepted: ["Glomma"],
  seconds: 20,
  points: 1000,
} as const;

test("all spellings that are right stand on one row, by the one named first", () => {
  const typed = [
    { text: "Glåma", count: 3, right: true },
    { text: "glomma", count: 2, right: true },
    { text: "Lågen", count: 4, right: false },
  ];
  const ask = { ...TYPED, options: [], correct: [], accepted: ["Glomma", "Glåma"] };
  const rows = quizRows(ask, { options: [], correct: [], typed, right: 5 }, 9);
  expect(rows.map(({ label, count, isRight, isMost }) => [label, count, isRight, isMost])).toEqual([
    ["Glomma", 5, true, true],
    ["Lågen", 4, false, false],
  ]);
});

test("before the end there are the options without figures, and of typed answers nothing", () => {
  const picked = { ...TYPED, options: ["Ja", "Nei"], correct: [], accepted: [] };
  expect(quizRows(picked, undefined, 7).map(({ label, share }) => [label, share])).toEqual([
    ["Ja", undefined],
    ["Nei", undefined],
  ]);
  expect(quizRows({ ...TYPED, options: [], correct: [], accepted: [] }, undefined, 7)).toEqual([]);
});

test("rows begin where they stood before the latest question, and who came up has climbed", () => {
  const rows = [
    { player: 2, place: 1, before: 3 },
    { player: 1, place: 2, before: 1 },
    { player: 3, place: 3, before: 2 },
  ];
  expect(fromBefore(rows).map((row) => row.player)).toEqual([1, 3, 2]);
  expect(rows.map(climbed)).toEqual([2, 0, 0]);
  expect(climbed({ place: 1, before: null })).toBe(0);
});
