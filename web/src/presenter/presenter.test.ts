// What the projector works out before it draws: keys, addresses, columns, examples, ranks.
import { expect, test } from "vitest";
import { questionOf, NOTHING, type QuestionState } from "../shared/fold.ts";
import { hyphenated } from "../shared/hyphens.ts";
import type { SortingView, ThemeView } from "../shared/wire.ts";
import { addressed } from "./address.ts";
import { examplesOf, groupsOf, sectionsOf } from "../shared/groups.ts";
import { outlineOf } from "./board.ts";
import { columnsOf, columnRem, pagedSetting, settings, tallest } from "./columns.ts";
import { allLines, topLines } from "./rail.ts";
import { rowsOf } from "./rows.ts";
import { spreadOf } from "./spread.ts";
import { Arrivals, fitting, gridOf } from "./sorted.ts";
import { wishOf, type KeyPress } from "./steer.ts";
import { stepOf } from "./type.ts";

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more };
}

test("clickers and keyboards go on and back", () => {
  for (const key of ["ArrowRight", "ArrowDown", "PageDown", " "]) expect(wishOf(press(key))).toBe("next");
  for (const key of ["ArrowLeft", "ArrowUp", "PageUp"]) expect(wishOf(press(key))).toBe("back");
});

test("a key held down steers once", () => {
  expect(wishOf(press("PageDown", { repeat: true }))).toBeUndefined();
});

test("the browser keeps its own keys", () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    expect(wishOf(press("r", held))).toBeUndefined();
  }
  expect(wishOf(press("Tab"))).toBeUndefined();
  expect(wishOf(press("Enter"))).toBeUndefined();
});

test("the keys of the browser's zoom size the text, as plus, minus and nought do", () => {
  for (const held of [{}, { ctrlKey: true }, { metaKey: true }]) {
    expect(wishOf(press("+", held))).toBe("larger_text");
    expect(wishOf(press("=", held))).toBe("larger_text");
    expect(wishOf(press("-", held))).toBe("smaller_text");
    expect(wishOf(press("0", held))).toBe("usual_text");
  }
});

test("letters work with caps lock and the question mark with shift", () => {
  expect(wishOf(press("T"))).toBe("view");
  expect(wishOf(press("?", { shiftKey: true }))).toBe("help");
  expect(wishOf(press("ArrowRight", { shiftKey: true }))).toBe("next_page");
  expect(wishOf(press("3"))).toEqual({ theme: 3 });
});

test("an address gives code and key, whole or in part", () => {
  expect(addressed("/present/38851953", "#abc-_9")).toEqual({ code: "38851953", key: "abc-_9" });
  expect(addressed("/present/3885 1953", "")).toEqual({ code: "38851953", key: undefined });
  expect(addressed("/presenter.html?38851953", "#abc")).toEqual({ code: "38851953", key: "abc" });
  expect(addressed("/present/3885195", "#abc")).toEqual({ code: undefined, key: "abc" });
});

test("a new answer leaves those before it in their columns", () => {
  const heights = [40, 80, 40, 40, 120, 40, 80];
  for (let count = 1; count < heights.length; count += 1) {
    const before = columnsOf(heights.slice(0, count), 3);
    expect(columnsOf(heights.slice(0, count + 1), 3).slice(0, count)).toEqual(before);
  }
});

test("columns are balanced to within one answer", () => {
  const heights = Array.from({ length: 41 }, (_, index) => 40 + (index % 3) * 40);
  const places = columnsOf(heights, 3);
  const all = heights.reduce((sum, height) => sum + height, 0);
  expect(tallest(heights, places, 3)).toBeLessThanOrEqual(all / 3 + 120);
});

test("type never gets smaller than the smallest, and columns never narrower than can be read", () => {
  for (const width of [34, 48, 90]) {
    for (const { scale, columns } of [
      ...settings(width),
      pagedSetting(width, 40),
      pagedSetting(width, 900),
    ]) {
      expect(scale).toBeGreaterThanOrEqual(1);
      if (columns > 1) expect(columnRem(width, columns) / scale).toBeGreaterThanOrEqual(13);
    }
  }
});

test("long texts are set in wider columns", () => {
  expect(pagedSetting(49, 900).columns).toBeLessThan(pagedSetting(49, 40).columns);
});

function themeView(told: { id: number; label: string; answers: number[] }): ThemeView {
  return { ...told, decided: false, pinned: false, hidden: false, typical: null };
}

const QUESTION: QuestionState = {
  ...questionOf(NOTHING, undefined),
  answers: [
    { id: 1, text: "Felles mål" },
    { id: 2, text: "Parkering" },
    { id: 3, text: "x".repeat(200) },
    { id: 4, text: "Samhandling" },
  ],
  themes: [
    themeView({ id: 11, label: "Samhandling og felles mål", answers: [3, 1, 4] }),
    themeView({ id: 2, label: "Tomt", answers: [] }),
  ],
};

test("the residue comes last and empty themes are left out", () => {
  const groups = groupsOf(QUESTION, "Andre tema");
  expect(groups.map((group) => [group.label, group.answers.length])).toEqual([
    ["Samhandling og felles mål", 3],
    ["Andre tema", 1],
  ]);
});

test("the eleventh theme shares its colour with the first", () => {
  const [group] = groupsOf(QUESTION, "Andre tema");
  expect(group?.colour).toBe("var(--theme-1)");
});

test("short answers speak for a theme when not all can be shown", () => {
  const [group] = groupsOf(QUESTION, "Andre tema");
  expect(examplesOf(group!, 2).map((answer) => answer.id)).toEqual([1, 4]);
  expect(examplesOf(group!, 3).map((answer) => answer.id)).toEqual([3, 1, 4]);
});

test("the typical answer speaks first, unless it would crowd out the others", () => {
  const themes = QUESTION.themes.map((theme) => ({ ...theme, typical: 4 }));
  const [group] = groupsOf({ ...QUESTION, themes }, "Andre tema");
  expect(examplesOf(group!, 1).map((answer) => answer.id)).toEqual([4]);
  expect(examplesOf(group!, 2).map((answer) => answer.id)).toEqual([4, 1]);
  expect(examplesOf(group!, 3).map((answer) => answer.id)).toEqual([4, 3, 1]);
  expect(examplesOf(group!, 0)).toEqual([]);
  const long = { ...group!, typical: { id: 4, text: "x".repeat(300) } };
  expect(examplesOf(long, 1).map((answer) => answer.id)).toEqual([1]);
});

/** Four themes of one answer each, the first two and the last in families. */
const FAMILIES: QuestionState = {
  ...QUESTION,
  answers: [1, 2, 3, 4, 5].map((id) => ({ id, text: `Svar ${id}` })),
  themes: [
    { ...themeView({ id: 4, label: "Festet", answers: [4] }), pinned: true },
    themeView({ id: 1, label: "A", answers: [1] }),
    themeView({ id: 2, label: "B", answers: [2] }),
    themeView({ id: 3, label: "C", answers: [3] }),
    themeView({ id: 5, label: "Tomt", answers: [] }),
  ],
  families: [
    { label: "Først", themes: [3] },
    { label: "Tomt", themes: [5] },
    { label: "Så", themes: [1, 9] },
  ],
};

test("themes stand under their headings, what was put first before them and the rest after", () => {
  const sections = sectionsOf(groupsOf(FAMILIES, "Andre tema"));
  expect(
    sections.map(({ label, count, groups }) => [label, count, groups.map((group) => group.label)]),
  ).toEqual([
    [undefined, 1, ["Festet"]],
    ["Først", 1, ["C"]],
    ["Så", 1, ["A"]],
    [undefined, 2, ["B", "Andre tema"]],
  ]);
  expect(new Set(sections.map((section) => section.key)).size).toBe(sections.length);
});

test("the sum over themes is that of all their answers", () => {
  const families = [{ label: "Alt", themes: [1, 2, 3] }];
  const [, sum] = sectionsOf(groupsOf({ ...FAMILIES, families }, "Andre tema"));
  expect([sum?.label, sum?.count]).toEqual(["Alt", 3]);
});

test("a board is the same while only answers and the order of themes change", () => {
  const outline = (question: QuestionState): string =>
    outlineOf(sectionsOf(groupsOf(question, "Andre tema")));
  const themes = FAMILIES.themes.toReversed();
  expect(outline({ ...FAMILIES, themes })).toBe(outline(FAMILIES));
  expect(outline({ ...FAMILIES, families: [] })).not.toBe(outline(FAMILIES));
});

test("sections stand in rows that use all columns, in their order, and as low as can be", () => {
  // One that is tall in one column, and two low ones that find room beside each other.
  const tall = [90, 10, 10];
  const heightOf = (section: number, span: number): number => tall[section]! / span;
  const { rows, height } = spreadOf(3, 3, heightOf, 4);
  expect(rows.flat().map(({ section }) => section)).toEqual([0, 1, 2]);
  for (const row of rows) expect(row.reduce((sum, { span }) => sum + span, 0)).toBe(3);
  expect(rows).toHaveLength(2);
  expect(height).toBe(90 / 3 + 4 + 10);
  expect(spreadOf(0, 3, heightOf, 4)).toEqual({ rows: [], height: 0 });
});

test("the rail has headings and themes, or headings alone with the colours of their themes", () => {
  const sections = sectionsOf(groupsOf(FAMILIES, "Andre tema"));
  expect(allLines(sections).map((line) => line.label)).toEqual([
    "Festet",
    "Først",
    "C",
    "Så",
    "A",
    "B",
    "Andre tema",
  ]);
  const top = topLines(sections);
  expect(top.map((line) => line.label)).toEqual(["Festet", "Først", "Så", "B", "Andre tema"]);
  expect(top[1]?.colours).toEqual([{ colour: "var(--theme-3)", count: 1 }]);
});

test("long words may be divided before one consonant, and short ones and other texts are left alone", () => {
  const seen = (text: string): string => hyphenated(text).replaceAll("\u00ad", "-");
  expect(seen("samhandlingsreformen")).toBe("sam-hand-lings-re-for-men");
  expect(seen("Medvirkning")).toBe("Medvirkning");
  expect(seen("ledelsesutviklingsskjema")).not.toContain("s-kj");
  expect(hyphenated("https://plenum.no/a?b=1")).toBe("https://plenum.no/a?b=1");
});

const ASK = { type: "ranking" as const, options: ["A", "B", "C"], top: 3 };

test("a ranking without ballots shows the options as they were written", () => {
  const rows = rowsOf(ASK, [], 0);
  expect(rows.map((row) => [row.label, row.place, row.share])).toEqual([
    ["A", undefined, 0],
    ["B", undefined, 0],
    ["C", undefined, 0],
  ]);
});

test("equal points share a place, and a bar is full when everyone puts an option first", () => {
  const option = (index: number, points: number) => ({
    option: index,
    mean_position: 2,
    points,
    firsts: 0,
    schulze_place: 1,
  });
  const rows = rowsOf(ASK, [option(1, 8), option(0, 2), option(2, 2)], 4);
  expect(rows.map((row) => [row.label, row.place, row.share])).toEqual([
    ["B", 1, 1],
    ["A", 2, 0.25],
    ["C", 2, 0.25],
  ]);
});

test("longer texts are set smaller", () => {
  expect(
    ["x", "x".repeat(11), "x".repeat(21), "x".repeat(31)].map((text) => stepOf(text, [10, 20, 30])),
  ).toEqual([1, 2, 3, 4]);
});

const SORTING: SortingView = {
  by: "headings",
  running: true,
  each: 3,
  headings: [
    { id: 2, label: "Tomt" },
    { id: 11, label: "Samhandling" },
  ],
  people: 1,
  taps: 1,
  sorted: 1,
  answers: 4,
  uncertain: [],
};

test("while the room sorts, headings keep their order and stand without answers too", () => {
  const groups = new Arrivals().groupsOf(SORTING, QUESTION);
  expect(groups.map((group) => [group.id, group.answers.length])).toEqual([
    [2, 0],
    [11, 3],
  ]);
});

test("the answer placed latest stands on top, and those that stay keep their order", () => {
  const arrivals = new Arrivals();
  const before = arrivals.groupsOf(SORTING, QUESTION)[1]!.answers.map((answer) => answer.id);
  const themes = QUESTION.themes.map((theme) =>
    theme.id === 11 ? { ...theme, answers: [2, ...theme.answers] } : theme,
  );
  const after = arrivals.groupsOf(SORTING, { ...QUESTION, themes })[1]!.answers;
  expect(after.map((answer) => answer.id)).toEqual([2, ...before]);
});

test("all headings are seen at once, from two to twelve", () => {
  for (const isWide of [true, false]) {
    for (let headings = 2; headings <= 12; headings += 1) {
      const { columns, rows, scale } = gridOf(headings, isWide);
      expect(columns * rows).toBeGreaterThanOrEqual(headings);
      expect(columns).toBeLessThanOrEqual(4);
      expect(scale).toBeGreaterThanOrEqual(1);
    }
  }
});

test("only whole answers are shown, and a long one gives way to the next", () => {
  expect(fitting([10, 20, 30], 60)).toEqual([0, 1, 2]);
  expect(fitting([10, 30, 20], 30)).toEqual([0, 2]);
  expect(fitting([10], 5)).toEqual([]);
});
