import { expect, test } from "vitest";
import { choiceRows, chosenRows } from "./chosen.ts";

const OPTIONS = ["Ja", "Nei", "Kanskje"];
const counts = (...all: number[]) => all.map((count, option) => ({ option, count }));

test("options keep their order, with shares of the people who chose", () => {
  const rows = chosenRows(OPTIONS, counts(1, 3, 3), 4);
  expect(rows.map(({ label, count, share }) => [label, count, share])).toEqual([
    ["Ja", 1, 0.25],
    ["Nei", 3, 0.75],
    ["Kanskje", 3, 0.75],
  ]);
  expect(rows.map((row) => row.isMost)).toEqual([false, true, true]);
});

test("before anybody has chosen, and while it is hidden, options stand without figures", () => {
  for (const rows of [chosenRows(OPTIONS, counts(0, 0, 0), 0), chosenRows(OPTIONS, [], 7)]) {
    expect(rows.map((row) => row.share)).toEqual([undefined, undefined, undefined]);
    expect(rows.some((row) => row.isMost)).toBe(false);
  }
});

test("something else stands last under its name, with its share before", () => {
  const ask = { type: "choice", options: OPTIONS, most: 1, other: true } as const;
  const view = (chosen: number, others: number) => ({
    type: "choice" as const,
    options: counts(chosen, 1, 0),
    correct: [],
    other: { count: others, texts: [], different: 0 },
  });
  const first = { ballots: 4, tally: view(2, 1), both: 3, moved: 1 };
  const rows = choiceRows({ ...ask, options: [...OPTIONS] }, view(1, 3), 5, "Annet", first);
  expect(rows.at(-1)).toMatchObject({
    option: 3,
    label: "Annet",
    count: 3,
    share: 0.6,
    before: 0.25,
    isMost: true,
  });
  const hidden = choiceRows({ ...ask, options: [...OPTIONS] }, undefined, 5, "Annet");
  expect(hidden.map(({ label, share }) => [label, share])).toEqual(
    [...OPTIONS, "Annet"].map((label) => [label, undefined]),
  );
});
