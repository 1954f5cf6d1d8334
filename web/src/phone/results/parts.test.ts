import { expect, test } from "vitest";
import type { SharedResults } from "../../shared/wire.ts";
import { partsOf } from "./parts.ts";

const OPEN = { type: "open_text", answers_max: 1, length_max: 280 } as const;
const RANKED = { type: "ranking" as const, options: ["A", "B"], top: 2 };

const SHARED: SharedResults = {
  people: 12,
  themes: [
    { id: 3, label: "Felles mål", count: 8, pinned: false },
    { id: 1, label: "Tid", count: 4, pinned: false },
    { id: 2, label: "Informasjon", count: 2, pinned: false },
  ],
  families: [{ label: "Mål og informasjon", themes: [2, 3] }],
  other: 1,
  tally: null,
  first: null,
  statements: null,
};

test("themes stand under their headings in their own order, the others after, and the residue last", () => {
  const read = partsOf(SHARED, OPEN).map(({ label, count, bars }) => [
    label,
    count,
    bars.map((bar) => bar.name),
  ]);
  expect(read).toEqual([
    ["Mål og informasjon", 10, ["Felles mål", "Informasjon"]],
    [undefined, 4, ["Tid", "Andre tema"]],
  ]);
});

test("a theme that a person put first, and that stands alone, comes before the headings", () => {
  const themes = SHARED.themes.map((theme) => ({ ...theme, pinned: theme.id === 1 }));
  const read = partsOf({ ...SHARED, themes }, OPEN).map(({ bars }) => bars.map((bar) => bar.name));
  expect(read).toEqual([["Tid"], ["Felles mål", "Informasjon"], ["Andre tema"]]);
});

test("bars are as long as their share of the longest, under whichever heading that stands", () => {
  const bars = partsOf(SHARED, OPEN).flatMap((part) => part.bars);
  expect(bars.map((bar) => bar.share)).toEqual([1, 0.25, 0.5, 0.125]);
  expect(bars[0]?.colour).toBe("var(--theme-3)");
});

test("a heading whose themes are all gone is not shown", () => {
  const families = [...SHARED.families, { label: "Tomt", themes: [9] }];
  expect(partsOf({ ...SHARED, families }, OPEN).map((part) => part.label)).toEqual([
    "Mål og informasjon",
    undefined,
  ]);
});

test("a ranking is one part with places", () => {
  const ranking = [
    { option: 1, mean_position: 1.25, points: 6, firsts: 3, schulze_place: 1 },
    { option: 0, mean_position: 0, points: 3, firsts: 0, schulze_place: 2 },
  ];
  const [part, ...others] = partsOf(
    {
      ...SHARED,
      themes: [],
      families: [],
      other: 0,
      tally: { type: "ranking", options: ranking, agreement: null, pairs: [] },
    },
    RANKED,
  );
  expect(others).toEqual([]);
  expect(part?.bars.map(({ figure, name, note, share }) => [figure, name, note, share])).toEqual([
    ["1", "B", "snitt 1,3", 1],
    ["2", "A", "", 0.5],
  ]);
});

test("what people wrote stands in a part of its own, and says how much more there is", () => {
  const ask = { type: "choice" as const, options: ["A", "B"], most: 1, other: true };
  const tally = {
    type: "choice" as const,
    options: [
      { option: 0, count: 3 },
      { option: 1, count: 5 },
    ],
    correct: [],
    other: { count: 4, texts: [{ text: "Kaffe", count: 3 }], different: 2 },
  };
  const [options, written] = partsOf({ ...SHARED, tally }, ask);
  expect(options?.bars.map(({ name, figure }) => [name, figure])).toEqual([
    ["A", "3"],
    ["B", "5"],
    ["Annet", "4"],
  ]);
  expect([written?.label, written?.count]).toEqual(["Annet", 4]);
  expect(written?.bars.map(({ name, figure }) => [name, figure])).toEqual([
    ["Kaffe", "3"],
    ["og 1 til", ""],
  ]);
  const none = { ...tally, other: { count: 0, texts: [], different: 0 } };
  expect(partsOf({ ...SHARED, tally: none }, ask)).toHaveLength(1);
});
