// Themes as they are shown: with their answers and colours, under the headings of the second level.
import { themeColour } from "./colour.ts";
import { otherAnswers, type QuestionState } from "./fold.ts";
import type { AnswerView } from "./wire.ts";

/** A theme as it is shown; the residue ("Andre tema") has no id. */
export interface Group {
  readonly id: number | undefined;
  readonly label: string;
  readonly colour: string;
  readonly answers: readonly AnswerView[];
  /** The answer that says best what all of them say. */
  readonly typical: AnswerView | undefined;
  /** The heading of the second level that it stands under, if it stands under one. */
  readonly family: string | undefined;
}

/** Themes that stand together: under a heading, or alone beside each other without one. */
export interface Section {
  /** The same for as long as it is the same section. */
  readonly key: string;
  readonly label: string | undefined;
  /** Answers in all its themes. */
  readonly count: number;
  readonly groups: readonly Group[];
}

/**
 * The themes in the order they are shown: those that stand alone because a person put them first, then those under
 * each heading, then the others that stand alone, and the residue last. Empty themes are not shown.
 */
export function groupsOf(question: QuestionState, otherLabel: string): Group[] {
  const texts = new Map(question.answers.map((answer) => [answer.id, answer]));
  const families = new Map(
    question.families.flatMap(({ label, themes }) => themes.map((theme) => [theme, label] as const)),
  );
  const groups = question.themes.map((theme) => ({
    id: theme.id,
    label: theme.label,
    colour: themeColour(theme.id),
    answers: theme.answers.flatMap((id) => texts.get(id) ?? []),
    typical: theme.typical === null ? undefined : texts.get(theme.typical),
    family: families.get(theme.id),
    pinned: theme.pinned,
  }));
  const residue: Group = {
    id: undefined,
    label: otherLabel,
    colour: themeColour(undefined),
    answers: otherAnswers(question),
    typical: undefined,
    family: undefined,
  };
  const alone = groups.filter((group) => group.family === undefined);
  const under = question.families.flatMap(({ label }) => groups.filter((group) => group.family === label));
  const ordered = [
    ...alone.filter((group) => group.pinned),
    ...under,
    ...alone.filter((group) => !group.pinned),
    residue,
  ];
  return ordered.filter((group) => group.answers.length > 0);
}

/** The same themes in the same order, those under one heading together. */
export function sectionsOf(groups: readonly Group[]): Section[] {
  const sections: { label: string | undefined; groups: Group[] }[] = [];
  for (const group of groups) {
    const last = sections.at(-1);
    if (last && last.label === group.family) last.groups.push(group);
    else sections.push({ label: group.family, groups: [group] });
  }
  return sections.map(({ label, groups }, index) => ({
    key: label ?? (index === 0 ? "first" : "last"),
    label,
    count: groups.reduce((sum, group) => sum + group.answers.length, 0),
    groups,
  }));
}

/** An answer longer than this is no example while shorter ones speak for the theme. */
const EXAMPLE_CHARS_MAX = 110;
/** Nor is the typical answer the first of them when it is longer than this: it would crowd out the others. */
const TYPICAL_CHARS_MAX = 220;

/** So many answers that speak for a theme: the typical one, then its first short ones in their order. */
export function examplesOf(group: Group, most: number): AnswerView[] {
  const { typical } = group;
  const leads = typical !== undefined && typical.text.length <= TYPICAL_CHARS_MAX;
  const others = leads ? group.answers.filter((answer) => answer.id !== typical.id) : group.answers;
  const first = leads ? [typical] : [];
  const left = most - first.length;
  if (left <= 0) return first.slice(0, most);
  if (others.length <= left) return [...first, ...others];
  const short = others.filter((answer) => answer.text.length <= EXAMPLE_CHARS_MAX);
  if (short.length >= left) return [...first, ...short.slice(0, left)];
  return [...first, ...others.toSorted((a, b) => a.text.length - b.text.length).slice(0, left)];
}
