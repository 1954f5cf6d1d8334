// What is drawn of results: bars, those of themes under the headings over them.
import { common, results as words } from "#words";
import { themeColour } from "../../shared/colour.ts";
import type { ChosenOption, RankedOption, SharedResults, SharedTheme } from "../../shared/wire.ts";

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

/** The parts in the order they are read; a ranking or a choice is one without a heading. */
export function partsOf(shared: SharedResults, options: readonly string[]): Part[] {
  if (shared.tally?.type === "ranking") return ranked(shared.tally.options, options);
  if (shared.tally?.type === "choice") return chosen(shared.tally.options, options, shared.people);
  return themed(shared);
}

function chosen(counts: readonly ChosenOption[], options: readonly string[], people: number): Part[] {
  const percent = new Intl.NumberFormat([common.tag, "nb"], { style: "percent" });
  const bars = counts.map(({ option, count }) => ({
    key: `option ${option}`,
    name: options[option] ?? "",
    figure: String(count),
    note: people > 0 ? percent.format(count / people) : "",
    share: people > 0 ? count / people : 0,
    colour: "var(--primary)",
  }));
  return [{ label: undefined, count: 0, bars }];
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
  const place = new Intl.NumberFormat([common.tag, "nb"], {
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
