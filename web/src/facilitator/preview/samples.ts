// Sample answers to a draft, so that its projector can be seen with something on it: always the same, and made of what
// the draft asks. Pure.
import { SIDE as PICTURE_SIDE } from "../../shared/dots.ts";
import { SIDE as PLANE_SIDE } from "../../shared/plane.ts";
import type { Ask, Change, NumberBin, StageItem, TallyView, ThemeView } from "../../shared/wire.ts";
import type { Draft } from "../programme/draft.ts";

/** How many people the sample answers are of. */
export const SAMPLE_PEOPLE = 24;

/** What the sample answers are made of. */
export interface SampleWords {
  readonly sampleAnswers: () => readonly string[];
  readonly sampleWords: () => readonly string[];
  readonly sampleNames: () => readonly string[];
}

/** The item once it is answered, and what then is known of it. */
export interface Sampled {
  readonly item: StageItem;
  readonly changes: readonly Change[];
}

/** How much each option is liked. */
const LIKED = [7, 4, 9, 3, 6, 2, 5, 3, 4, 1, 2, 3] as const;
/** How many of the people gave each word. */
const GIVEN = [7, 5, 4, 3, 2, 2, 1] as const;

export function sampled(item: StageItem, draft: Draft, words: SampleWords): Sampled {
  if (item.content.kind === "leaderboard") return { item, changes: [boardOf(words.sampleNames())] };
  if (item.content.kind !== "question" || !item.status) return { item, changes: [] };
  const { ask, results } = item.content;
  const isWaited = (results?.from_people ?? 0) > SAMPLE_PEOPLE;
  const isSeen = !isWaited && results?.to !== "facilitator";
  const status = {
    ...item.status,
    // What came of a question of the quiz is told when it is over.
    phase: ask.type === "quiz" ? ("closed" as const) : item.status.phase,
    results: isSeen ? (results?.to ?? "projector") : ("facilitator" as const),
    results_wait_for: isWaited ? item.status.results_wait_for : null,
  };
  return { item: { ...item, status }, changes: answersTo(ask, item.id, isSeen, draft, words) };
}

function answersTo(ask: Ask, item: number, isSeen: boolean, draft: Draft, words: SampleWords): Change[] {
  if (ask.type === "open_text") {
    const texts = words.sampleAnswers().filter((text) => text.length <= ask.length_max);
    return written(item, texts, isSeen);
  }
  if (ask.type === "word_cloud") {
    const each = words.sampleWords().slice(0, GIVEN.length);
    return written(
      item,
      each.flatMap((word, index) => Array<string>(GIVEN[index]!).fill(word)),
      isSeen,
      each,
    );
  }
  const tally = isSeen ? tallyOf(ask, draft) : null;
  return [
    { part: "counts", item, people: SAMPLE_PEOPLE, answers: SAMPLE_PEOPLE },
    { part: "tally", item, ballots: SAMPLE_PEOPLE, tally, first: null },
  ];
}

/** What was written, each by somebody else; `grouped` are the texts that stand together as themes. */
function written(
  item: number,
  texts: readonly string[],
  isSeen: boolean,
  grouped: readonly string[] = [],
): Change[] {
  const counts: Change = { part: "counts", item, people: texts.length, answers: texts.length };
  if (!isSeen) return [counts];
  const answers = texts.map((text, index) => ({ id: index + 1, text }));
  const themes: ThemeView[] = grouped.map((label, index) => {
    const own = answers.filter(({ text }) => text === label).map(({ id }) => id);
    return {
      id: index + 1,
      label,
      answers: own,
      decided: false,
      pinned: false,
      hidden: false,
      typical: own[0] ?? null,
    };
  });
  return [
    counts,
    { part: "answers", item, answers },
    { part: "themes", item, themes, families: [], families_decided: false, can_undo: false, can_redo: false },
  ];
}

function tallyOf(ask: Exclude<Ask, { type: "open_text" | "word_cloud" }>, draft: Draft): TallyView {
  switch (ask.type) {
    case "choice": {
      const places = ask.options.length + Number(ask.other ?? false);
      const counts = ask.most > 1 ? several(places) : shared(SAMPLE_PEOPLE, places);
      const options = ask.options.map((_, option) => ({ option, count: counts[option]! }));
      const other = { count: counts[places - 1]!, texts: [], different: 0 };
      return { type: "choice", options, correct: [], ...(ask.other && { other }) };
    }
    case "ranking":
      return rankingOf(ask.options.length, ask.top);
    case "points": {
      const points = shared(100 * SAMPLE_PEOPLE, ask.options.length);
      const givers = several(ask.options.length);
      return {
        type: "points",
        options: points.map((sum, option) => ({ option, points: sum, givers: givers[option]! })),
      };
    }
    case "scales":
      return {
        type: "scales",
        statements: ask.statements.map((_, statement) => {
          const marks = spread(SAMPLE_PEOPLE, 1, ask.steps, LIKED[statement % LIKED.length]! / 10);
          const counts = Array.from({ length: ask.steps }, (_, step) => times(marks, step + 1));
          return { statement, counts, marked: marks.length, mean: meanOf(marks), median: medianOf(marks) };
        }),
      };
    case "number":
      return { type: "number", ...numbersOf(ask) };
    case "grid":
      return {
        type: "grid",
        items: ask.items.map((_, item) => {
          const [mean_x, mean_y] = [placed(item, 29), placed(item, 47)];
          const middle = PLANE_SIDE / 2;
          const quadrant =
            `${mean_y > middle ? "top" : "bottom"}_${mean_x > middle ? "right" : "left"}` as const;
          return { item, placed: SAMPLE_PEOPLE, mean_x, mean_y, spread_x: 9, spread_y: 7, quadrant };
        }),
      };
    case "dots":
      return {
        type: "dots",
        clusters: LIKED.slice(0, 6).map((count, index) => [
          (placed(index, 29) / PLANE_SIDE) * PICTURE_SIDE,
          (placed(index, 47) / PLANE_SIDE) * PICTURE_SIDE,
          count,
        ]),
      };
    case "quiz": {
      if (draft.quizTyped) {
        const [text = ""] = draft.accepted.split(/\r?\n/).map((line) => line.trim());
        const right = 16;
        return {
          type: "quiz",
          options: [],
          correct: [],
          typed: [{ text, count: right, right: true }],
          right,
        };
      }
      const counts = shared(SAMPLE_PEOPLE, ask.options.length);
      const correct = draft.right.filter((option) => option < ask.options.length);
      const options = counts.map((count, option) => ({ option, count }));
      const right = correct.reduce((sum, option) => sum + counts[option]!, 0);
      return { type: "quiz", options, correct, typed: [], right };
    }
  }
}

/** A whole number of things shared out by how much each option is liked, none lost. */
function shared(things: number, places: number): number[] {
  const liked = likedOf(places);
  const all = liked.reduce((sum, one) => sum + one, 0);
  let [before, given] = [0, 0];
  return liked.map((one) => {
    before += one;
    const until = Math.round((things * before) / all);
    const own = until - given;
    given = until;
    return own;
  });
}

/** How many of the people would name each, where each may name several. */
function several(places: number): number[] {
  return likedOf(places).map((liked) => Math.round((SAMPLE_PEOPLE * liked) / 10));
}

function likedOf(places: number): number[] {
  return Array.from({ length: places }, (_, index) => LIKED[index % LIKED.length]!);
}

/** Ballots that agree somewhat, counted as the server does. */
function rankingOf(options: number, top: number): TallyView {
  const ballots = Array.from({ length: SAMPLE_PEOPLE }, (_, person) =>
    likedOf(options)
      .map((liked, option) => ({ option, score: liked + ((person * 5 + option * 7) % 6) }))
      .sort((one, other) => other.score - one.score || one.option - other.option)
      .map(({ option }) => option),
  );
  const counted = Array.from({ length: options }, (_, option) => {
    const places = ballots.map((ballot) => ballot.indexOf(option) + 1);
    const named = places.filter((place) => place <= top);
    const points = named.reduce((sum, place) => sum + options - place, 0);
    return { option, mean_position: meanOf(places), points, firsts: times(places, 1) };
  }).sort((one, other) => other.points - one.points);
  const ranked = counted.map((one) => ({
    ...one,
    schulze_place: 1 + counted.filter((other) => other.points > one.points).length,
  }));
  return { type: "ranking", options: ranked, agreement: null, pairs: [] };
}

/** So many whole numbers around a middle, which is given as a share of the way. */
function spread(count: number, least: number, most: number, middle: number): number[] {
  const away = [0, 0, 1, -1, 0, 1, -1, 2, 0, -2, 1, 0];
  const at = least + (most - least) * middle;
  const step = Math.max(1, (most - least) / 6);
  return Array.from({ length: count }, (_, index) =>
    Math.min(most, Math.max(least, Math.round(at + away[index % away.length]! * step))),
  );
}

type Numbers = Omit<Extract<TallyView, { type: "number" }>, "type">;

const BARS = 8;

function numbersOf({ least, most, decimals }: Extract<Ask, { type: "number" }>): Numbers {
  /** How much lies between two numbers, and where the range begins and ends where the draft says nothing. */
  const step = 10 ** -decimals;
  const low = least ?? (most === null ? 0 : Math.min(0, most - 50));
  const high = Math.max(most ?? Math.max(50, low + 50), low + step);
  const steps = Math.max(1, Math.round((high - low) / step));
  const values = spread(SAMPLE_PEOPLE, 0, steps, 0.45).map((value) => tidy(low + value * step));
  const width = Math.max(1, Math.ceil(steps / BARS)) * step;
  const bar = (value: number): number => Math.floor(tidy(value / width));
  const [first, last] = [bar(Math.min(...values)), bar(Math.max(...values))];
  const bins: NumberBin[] = Array.from({ length: last - first + 1 }, (_, index) => {
    const from = tidy((first + index) * width);
    return {
      from,
      to: width === step ? from : tidy(from + width),
      count: values.filter((value) => bar(value) === first + index).length,
    };
  });
  const [smallest, largest] = [Math.min(...values), Math.max(...values)];
  const middle = { mean: meanOf(values), median: tidy(medianOf(values)) };
  return { count: values.length, ...middle, least: smallest, most: largest, bins, solution: null };
}

/** Where a thing lies along an axis of the plane, never at its edge and never in its middle. */
function placed(index: number, by: number): number {
  return 14 + ((index * by + by) % 73);
}

/** The points of a quiz of three questions, two of them over. */
function boardOf(names: readonly string[]): Change {
  const leaders = names.map((nickname, index) => ({
    player: index + 1,
    place: index + 1,
    nickname,
    points: 1_840 - index * 215,
    before: index === 0 ? 2 : index === 1 ? 1 : index + 1,
  }));
  const { length } = leaders;
  return { part: "leaderboard", board: { leaders, players: length, counted: 2, questions: 3, removed: [] } };
}

function times(values: readonly number[], wanted: number): number {
  return values.filter((value) => value === wanted).length;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}

/** Without what is lost in halves and tenths. */
function tidy(value: number): number {
  return Number(value.toFixed(6));
}
