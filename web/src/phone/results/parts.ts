// What is drawn of results: bars, those of themes under the headings over them.
import { common, results as words } from "#words";
import { themeColour } from "../../shared/colour.ts";
import type {
  Ask,
  ChosenOption,
  FirstRoundView,
  NumberSummary,
  OtherView,
  PointedOption,
  RankedOption,
  ScaledStatement,
  SharedResults,
  SharedStatement,
  SharedStatements,
  SharedTheme,
  TypedAnswer,
} from "../../shared/wire.ts";
import { optionsOf } from "../said.ts";

/** One theme or option. */
export interface Bar {
  /** The same for as long as it is the same theme or option. */
  readonly key: string;
  readonly name: string;
  /** What is large: a count, or a place. */
  readonly figure: string;
  /** Beside the name, quiet; empty when there is nothing to say. */
  readonly note: string;
  /** Of the longest bar. */
  readonly share: number;
  readonly colour: string;
}

/** Bars that stand together, with a heading over them or without. */
export interface Part {
  readonly label: string | undefined;
  /** Answers under the heading. */
  readonly count: number;
  readonly bars: readonly Bar[];
}

const WORDS_MAX = 30;

/** The parts in the order they are read; all but themes are one without a heading. */
export function partsOf(shared: SharedResults, ask: Ask): Part[] {
  const { tally, people } = shared;
  const options = optionsOf(ask);
  switch (tally?.type) {
    case "ranking":
      return ranked(tally.options, options);
    case "choice":
      return [
        ...chosen(tally.options, tally.correct, options, people, shared.first, tally.other),
        ...written(tally.other, people),
      ];
    case "scales":
      return scaled(tally.statements, options, ask.type === "scales" ? ask.steps : 1);
    case "points":
      return pointed(tally.options, options, people);
    case "number":
      return numbers(tally, ask.type === "number" ? ask.unit : "");
    case "quiz":
      return tally.typed.length > 0
        ? typed(tally.typed, people)
        : chosen(tally.options, tally.correct, options, people, null);
    case "grid":
    case "dots":
      // They have screens of their own.
      return [];
    case undefined:
      // Of a cloud a phone shows the words that most people gave.
      return [
        ...stands(shared.statements),
        ...themed(
          ask.type === "word_cloud"
            ? { ...shared, themes: shared.themes.slice(0, WORDS_MAX), other: 0 }
            : shared,
        ),
      ];
  }
}

const decimal = (value: number, most = 1, least = most): string =>
  new Intl.NumberFormat(common.locales, {
    maximumFractionDigits: most,
    minimumFractionDigits: least,
  }).format(value);

/** What unites and what divides, each statement with the greater side. */
function stands(shared: SharedStatements | null): Part[] {
  const bar = ({ id, text, agree, disagree, pass }: SharedStatement): Bar => ({
    key: `statement ${id}`,
    name: text,
    figure: String(Math.max(agree, disagree)),
    note: words.stands(agree, disagree, pass),
    share: Math.max(agree, disagree) / (agree + disagree + pass),
    colour: "var(--primary)",
  });
  const part = (label: string, list: readonly SharedStatement[]): Part => ({
    label,
    count: list.length,
    bars: list.map(bar),
  });
  return [part(words.unites, shared?.unites ?? []), part(words.divides, shared?.divides ?? [])].filter(
    ({ bars }) => bars.length > 0,
  );
}

function scaled(statements: readonly ScaledStatement[], labels: readonly string[], steps: number): Part[] {
  const bars = statements.map(({ statement, marked, mean }) => ({
    key: `option ${statement}`,
    name: labels[statement] ?? "",
    figure: marked > 0 ? decimal(mean) : "–",
    note: "",
    share: marked > 0 ? (mean - 1) / (steps - 1) : 0,
    colour: "var(--primary)",
  }));
  return [{ label: undefined, count: 0, bars }];
}

function pointed(points: readonly PointedOption[], options: readonly string[], people: number): Part[] {
  const most = Math.max(1, ...points.map((option) => option.points));
  const bars = points.map((option) => ({
    key: `option ${option.option}`,
    name: options[option.option] ?? "",
    figure: String(option.points),
    note: people > 0 ? words.each(decimal(option.points / people)) : "",
    share: option.points / most,
    colour: "var(--primary)",
  }));
  return [{ label: undefined, count: 0, bars }];
}

function numbers(summary: NumberSummary, unit: string): Part[] {
  const bar = (key: string, name: string, figure: string): Bar => ({
    key,
    name,
    figure,
    note: "",
    share: 0,
    colour: "transparent",
  });
  const shown = (value: number): string => `${decimal(value, 3, 0)} ${unit}`.trim();
  const solved = summary.solution;
  const bars = [
    bar("median", words.median, shown(summary.median)),
    bar("mean", words.mean, `${decimal(summary.mean, 1, 0)} ${unit}`.trim()),
    bar("range", words.range, `${decimal(summary.least, 3, 0)}–${shown(summary.most)}`),
    ...(solved ? [bar("solution", words.solution, shown(solved.value))] : []),
  ];
  return [{ label: undefined, count: 0, bars }];
}

function chosen(
  counts: readonly ChosenOption[],
  correct: readonly number[],
  options: readonly string[],
  people: number,
  first: FirstRoundView | null,
  other?: OtherView | null,
): Part[] {
  const earlier = first?.tally.type === "choice" ? first.tally : undefined;
  const before = (option: number): string[] => {
    const one = earlier?.options.find((one) => one.option === option);
    const count = (one ?? (option === options.length ? earlier?.other : undefined))?.count;
    return first && count !== undefined ? [words.before(percent.format(count / first.ballots))] : [];
  };
  const percent = new Intl.NumberFormat(common.locales, { style: "percent" });
  // Something else stands last.
  const all = other ? [...counts, { option: options.length, count: other.count }] : counts;
  const bars = all.map(({ option, count }) => ({
    key: `option ${option}`,
    name: options[option] ?? words.other,
    figure: String(count),
    note: [
      ...(people > 0 ? [percent.format(count / people)] : []),
      ...before(option),
      ...(correct.includes(option) ? [words.correct] : []),
    ].join(" · "),
    share: people > 0 ? count / people : 0,
    colour: "var(--primary)",
  }));
  return [{ label: undefined, count: 0, bars }];
}

/** What people wrote beside the options: the commonest, and how many more there are. */
function written(other: OtherView | null | undefined, people: number): Part[] {
  if (!other || other.texts.length === 0) return [];
  const bar = (name: string, count: number): Bar => ({
    key: `written ${name}`,
    name,
    figure: count > 0 ? String(count) : "",
    note: "",
    share: people > 0 ? count / people : 0,
    colour: "var(--primary)",
  });
  const more = other.different - other.texts.length;
  const bars = [
    ...other.texts.map(({ text, count }) => bar(text, count)),
    ...(more > 0 ? [bar(words.andMore(more), 0)] : []),
  ];
  return [{ label: words.other, count: other.count, bars }];
}

/** What people typed in a quiz, as options that they chose among. */
function typed(answers: readonly TypedAnswer[], people: number): Part[] {
  const counts = answers.map(({ count }, option) => ({ option, count }));
  const right = answers.flatMap((answer, option) => (answer.right ? [option] : []));
  const texts = answers.map((answer) => answer.text);
  return chosen(counts, right, texts, people, null);
}

function themed({ themes, families, other }: SharedResults): Part[] {
  const largest = Math.max(1, other, ...themes.map((theme) => theme.count));
  const bar = (key: string, name: string, count: number, colour: string): Bar => {
    return { key, name, figure: String(count), note: "", share: count / largest, colour };
  };
  const part = (label: string | undefined, inside: readonly SharedTheme[]): Part => ({
    label,
    count: inside.reduce((sum, theme) => sum + theme.count, 0),
    bars: inside.map(({ id, label: name, count }) => bar(`theme ${id}`, name, count, themeColour(id))),
  });
  const under = new Set(families.flatMap((family) => family.themes));
  const alone = themes.filter((theme) => !under.has(theme.id));
  const first = part(
    undefined,
    alone.filter((theme) => theme.pinned),
  );
  const last = part(
    undefined,
    alone.filter((theme) => !theme.pinned),
  );
  const rest = other === 0 ? [] : [bar("other", common.otherThemes, other, themeColour(undefined))];
  return [
    first,
    ...families.map(({ label, themes: inside }) =>
      part(
        label,
        themes.filter((theme) => inside.includes(theme.id)),
      ),
    ),
    { ...last, bars: [...last.bars, ...rest] },
  ].filter(({ bars }) => bars.length > 0);
}

function ranked(ranking: readonly RankedOption[], options: readonly string[]): Part[] {
  const most = Math.max(1, ...ranking.map((option) => option.points));
  const place = new Intl.NumberFormat(common.locales, {
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  });
  const bars = ranking.map((option, index) => ({
    key: `option ${option.option}`,
    name: options[option.option] ?? "",
    figure: String(index + 1),
    note: option.mean_position > 0 ? words.meanPlace(place.format(option.mean_position)) : "",
    share: option.points / most,
    colour: "var(--primary)",
  }));
  return [{ label: undefined, count: 0, bars }];
}
