import { expect, test } from "vitest";
import type { Details, Look, LookedColumn } from "../../shared/wire.ts";
import {
  amountOf,
  answersIn,
  choicesOf,
  kindsOf,
  letterOf,
  promptFault,
  setHeader,
  setQuestionColumn,
  taken,
  titleOf,
  wantedOf,
} from "./choices.ts";

function column(heading: string, more: Partial<LookedColumn>): LookedColumn {
  const few = { too_long: 0, too_long_rows: [], first: [], options: [], several: false, numbers: false };
  return { heading, filled: 3, different: 3, guess: "question", ...few, ...more };
}

const look: Look = {
  tables: [
    {
      name: "Form1",
      layout: "microsoft_forms",
      header: 4,
      rows: 3,
      by_question: null,
      columns: [
        column("Navn", { guess: "identity" }),
        column("Hva nå?", { too_long: 1 }),
        column("Buss?", { guess: "choice", options: ["Ja", "Nei"] }),
        column("Hvor mange?", { guess: "number", numbers: true }),
        column("Tom", { guess: "empty", filled: 0 }),
        column("", { guess: "empty", filled: 0 }),
      ],
    },
  ],
};
const details: Details = { title: "Svar", language: "nb", place: "", date: null };

test("who answered is never chosen beforehand, and what is empty is not shown", () => {
  const [table] = choicesOf(look);
  expect(table!.columns.map(({ kind }) => kind)).toEqual(["none", "open_text", "choice", "number"]);
  expect(table!.emptyColumns).toBe(1);
  expect(taken([table!])).toHaveLength(3);
  expect(wantedOf([table!], details).tables[0]).toEqual({
    table: 0,
    header: 4,
    columns: [
      { column: 1, prompt: "Hva nå?", kind: "open_text" },
      { column: 2, prompt: "Buss?", kind: "choice" },
      { column: 3, prompt: "Hvor mange?", kind: "number" },
    ],
    by_question: null,
  });
});

test("answers that are too long are not counted among those that are taken", () => {
  const [table] = choicesOf(look);
  expect(table!.columns.map((column) => answersIn(table!, column))).toEqual([3, 2, 3, 3]);
});

test("headings that are answers after all are counted, and leave only words", () => {
  const [table] = choicesOf(look);
  setHeader(table!, false);
  expect(table!.columns.map(({ kind }) => kind)).toEqual(["none", "open_text", "open_text", "open_text"]);
  expect(kindsOf(table!, table!.columns[3]!)).toEqual(["none", "open_text"]);
  expect(answersIn(table!, table!.columns[2]!)).toBe(4);
  expect(wantedOf([table!], details).tables[0]!.header).toBe(3);
});

test("a table of which nothing is taken is left out", () => {
  const [table] = choicesOf(look);
  for (const column of table!.columns) column.kind = "none";
  expect(wantedOf([table!], details).tables).toEqual([]);
});

test("columns have letters, files titles, and prompts something to say", () => {
  expect([0, 25, 26, 199].map(letterOf)).toEqual(["A", "Z", "AA", "GR"]);
  expect(titleOf("Svar_fra_samlingen (1-60).xlsx")).toBe("Svar fra samlingen (1-60)");
  expect([" ", "Hva?", "a".repeat(1_001)].map(promptFault)).toEqual(["missing", undefined, "long"]);
});

const long: Look = {
  tables: [
    {
      name: "",
      layout: null,
      header: 1,
      rows: 5,
      by_question: { question: 1, answer: 2 },
      columns: [
        column("Nr", { guess: "identity", filled: 5, different: 5 }),
        column("Spørsmål", { filled: 5, different: 2 }),
        column("Svar", { filled: 5, different: 5, too_long: 1 }),
      ],
    },
  ],
};

test("a table with a row for each answer gives the questions that stand in it", () => {
  const tables = choicesOf(long);
  expect(amountOf(tables)).toEqual({ questions: 2, answers: 4 });
  expect(wantedOf(tables, details).tables).toEqual([
    { table: 0, header: 1, columns: [], by_question: { question: 1, answer: 2 } },
  ]);
  setQuestionColumn(tables[0]!, 2);
  expect(tables[0]!.long).toEqual({ isOn: true, question: 2, answer: 0 });
  tables[0]!.long!.isOn = false;
  expect(amountOf(tables)).toEqual({ questions: 2, answers: 9 });
});

test("questions in a column are offered only where some come again", () => {
  expect(choicesOf(look)[0]!.long).toBeUndefined();
  const unnamed = structuredClone(long);
  unnamed.tables[0]!.by_question = null;
  expect(choicesOf(unnamed)[0]!.long).toEqual({ isOn: false, question: 1, answer: 2 });
});
