// An item of the programme as it is being typed, and what is to be said of it before it can be stored.
import type {
  Ask,
  ItemContent,
  ItemPlan,
  Moderation,
  Picture,
  Question,
  ResultsTo,
  TimerPlan,
} from "../../shared/wire.ts";
import { emptyGrid, GRID_FIELDS, gridDraftOf, gridOf, type GridDraft } from "./grid-draft.ts";
import { emptyQuiz, quizDraftOf, quizOf, type QuizDraft } from "./quiz-draft.ts";
import { laterBy, minutesOf, timeOfDay } from "../clock.ts";
import { readStretches, writeStretches } from "./stretches.ts";

/** The kinds that a person chooses between; each kind of question stands on its own. */
export type Kind = "talk" | "break" | "group_work" | "pair_talk" | "leaderboard" | Ask["type"];

/** The kinds as a person looks for them: what only happens, what is asked, and what is played. */
export const KIND_GROUPS: readonly {
  readonly name: "points" | "questions" | "play";
  readonly kinds: readonly Kind[];
}[] = [
  { name: "points", kinds: ["talk", "break", "group_work", "pair_talk"] },
  {
    name: "questions",
    kinds: ["open_text", "word_cloud", "choice", "ranking", "points", "scales", "number", "grid", "dots"],
  },
  { name: "play", kinds: ["quiz", "leaderboard"] },
];

export const KINDS: readonly Kind[] = KIND_GROUPS.flatMap((group) => group.kinds);

/** Whether items of a kind ask something. */
export function isAsked(kind: Kind): kind is Ask["type"] {
  const plain: readonly Kind[] = ["talk", "break", "group_work", "pair_talk", "leaderboard"];
  return !plain.includes(kind);
}

/** Texts as typed; only `planOf` reads them. */
export interface Draft extends GridDraft, QuizDraft {
  kind: Kind;
  starts: string;
  ends: string;
  what: string;
  how: string;
  who: string;
  prompt: string;
  answersMax: string;
  lengthMax: string;
  /** One option, statement or item on each line. */
  options: string;
  /** How many are ranked; 0 for all. */
  top: number;
  /** How many may be chosen; 0 for all. */
  most: number;
  /** The right options of a choice, by their indexes. */
  right: readonly number[];
  /** Whether something else than a choice's options can be written. */
  other: boolean;
  /** What the ends of a scale mean, and how many steps it has. */
  low: string;
  high: string;
  steps: number;
  /** Of a number: what is counted, the range, and the right one; each may be empty. */
  unit: string;
  least: string;
  greatest: string;
  decimals: number;
  solution: string;
  /** How many dots each person may place on the picture. */
  dotsMax: number;
  /** The stretches of its clock, one on each line; empty for none. */
  clock: string;
  clockStarts: boolean;
  clockCloses: boolean;
  /** Who sees results, and from how many people on; empty for at once. */
  resultsTo: ResultsTo;
  resultsFrom: string;
  moderation: Moderation;
  /** What is asked about, or what goes with it. */
  picture: Picture | null;
  /** Beside the options of a choice, by what they say. */
  optionPictures: Readonly<Record<string, Picture>>;
}

/** What a field lacks. */
export type Fault =
  | { readonly is: Exclude<FaultName, "optionsSame" | "tooLong"> }
  | { readonly is: "optionsSame"; readonly option: string }
  | { readonly is: "tooLong"; readonly max: number };

type FaultName =
  | "time"
  | "endsBeforeStart"
  | "whatMissing"
  | "promptMissing"
  | "answersMax"
  | "lengthMax"
  | "amount"
  | "rangeTurned"
  | "solutionOutside"
  | "rightMany"
  | "people"
  | "quizSeconds"
  | "quizPoints"
  | "rightMissing"
  | "acceptedFew"
  | "acceptedMany"
  | "clock"
  | "statementsFew"
  | "axisMissing"
  | "itemsFew"
  | "optionsFew"
  | "optionsMany"
  | "optionsManyOther"
  | "optionsSame"
  | "optionLong"
  | "pictureMissing"
  | "tooLong";

export type Faults = Partial<Record<keyof Draft, Fault>>;

export const OPTIONS_MAX = 12;
const LINE_MAX = 200;
const PARAGRAPH_MAX = 1_000;
const OPTION_MAX = 120;
const UNIT_MAX = 20;
const PEOPLE_MAX = 99_999;
/** How many dots each person may place at most. */
export const DOTS: readonly number[] = [1, 2, 3, 4, 5];
/** How many steps a scale may have. */
export const STEPS: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** Minutes that each kind usually takes. */
const USUAL_MINUTES: Readonly<Record<Kind, number>> = {
  talk: 30,
  break: 15,
  group_work: 45,
  pair_talk: 5,
  open_text: 10,
  word_cloud: 5,
  choice: 5,
  ranking: 10,
  points: 10,
  scales: 5,
  number: 5,
  grid: 10,
  quiz: 2,
  leaderboard: 2,
  dots: 5,
};

/** An empty draft that begins where the item before it ends. */
export function freshDraft(kind: Kind, before: ItemPlan | undefined): Draft {
  const starts = before?.ends ?? "";
  const empty = {
    what: "",
    how: "",
    who: "",
    prompt: "",
    answersMax: "1",
    lengthMax: "280",
    options: "",
    top: 0,
    most: 1,
    right: [],
    other: false,
    low: "",
    high: "",
    steps: 5,
    unit: "",
    least: "",
    greatest: "",
    decimals: 0,
    solution: "",
    dotsMax: 1,
    clock: usualClock(kind),
    clockStarts: false,
    clockCloses: false,
    resultsTo: "projector" as const,
    resultsFrom: "",
    moderation: "words" as const,
    picture: null,
    optionPictures: {},
    ...emptyGrid(),
    ...emptyQuiz(),
  };
  return { kind, starts, ends: suggestedEnd(kind, starts), ...empty };
}

/** The clock that a kind usually has. */
export function usualClock(kind: Kind): string {
  return kind === "pair_talk" ? "2\n2" : "";
}

/** When an item of a kind is usually over; empty when that cannot be said. */
export function suggestedEnd(kind: Kind, starts: string): string {
  const time = timeOfDay(starts);
  return (time && laterBy(time, USUAL_MINUTES[kind])) ?? "";
}

/** A stored item, ready to be typed in. */
export function draftOf(plan: ItemPlan): Draft {
  const { content } = plan;
  const ask = content.kind === "question" ? content.ask : undefined;
  return {
    ...freshDraft(kindOf(content), undefined),
    starts: plan.starts ?? "",
    ends: plan.ends ?? "",
    what: plan.what,
    how: plan.how,
    who: plan.who,
    prompt: content.kind === "question" ? content.prompt : "",
    clock: writeStretches(plan.timer?.stretches ?? []),
    clockStarts: plan.timer?.starts_itself ?? false,
    clockCloses: plan.timer?.closes_question ?? false,
    ...(content.kind === "question" && {
      resultsTo: content.results?.to ?? "projector",
      resultsFrom: content.results?.from_people ? String(content.results.from_people) : "",
      moderation: content.moderation ?? "off",
      picture: content.picture ?? null,
    }),
    ...(ask?.type === "open_text" && {
      answersMax: String(ask.answers_max),
      lengthMax: String(ask.length_max),
    }),
    ...(ask?.type === "ranking" && {
      options: ask.options.join("\n"),
      top: ask.top === ask.options.length ? 0 : ask.top,
    }),
    ...(ask?.type === "choice" && {
      options: ask.options.join("\n"),
      most: ask.most === ask.options.length + Number(ask.other ?? false) ? 0 : ask.most,
      right: ask.correct ?? [],
      other: ask.other ?? false,
      optionPictures: Object.fromEntries(
        ask.options.flatMap((option, index) => {
          const picture = ask.pictures?.[index];
          return picture ? [[option, picture]] : [];
        }),
      ),
    }),
    ...(ask?.type === "points" && { options: ask.options.join("\n") }),
    ...(ask?.type === "word_cloud" && { answersMax: String(ask.answers_max) }),
    ...(ask?.type === "scales" && {
      options: ask.statements.join("\n"),
      steps: ask.steps,
      low: ask.low,
      high: ask.high,
    }),
    ...(ask?.type === "dots" && { dotsMax: ask.dots_max }),
    ...(ask?.type === "grid" && { options: ask.items.join("\n"), ...gridDraftOf(ask) }),
    ...(ask?.type === "quiz" && { options: ask.options.join("\n"), right: ask.correct, ...quizDraftOf(ask) }),
    ...(ask?.type === "number" && {
      unit: ask.unit,
      least: typed(ask.least),
      greatest: typed(ask.most),
      decimals: ask.decimals,
      solution: typed(ask.solution ?? null),
    }),
  };
}

/** The kind of an item. */
export function kindOf(content: ItemContent): Kind {
  return content.kind === "question" ? content.ask.type : content.kind;
}

/** What an item is called: what, or its question. */
export function titleOf(plan: Pick<ItemPlan, "what" | "content">): string {
  return plan.what || (plan.content.kind === "question" ? plan.content.prompt : "");
}

/** The options of a draft, without empty lines. */
export function optionsOf(draft: Draft): string[] {
  const lines = draft.options.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== "");
}

/** Pictures beside options that were rewritten: where one option says something else, its picture stays beside it. */
export function picturesKept(
  pictures: Readonly<Record<string, Picture>>,
  before: readonly string[],
  after: readonly string[],
): Readonly<Record<string, Picture>> {
  const changed = before.flatMap((option, index) => (option === after[index] ? [] : [index]));
  const [index] = changed;
  if (before.length !== after.length || changed.length !== 1 || index === undefined) return pictures;
  const { [before[index]!]: picture, ...others } = pictures;
  return picture ? { ...others, [after[index]!]: picture } : pictures;
}

/** The item a draft stands for, or what each field lacks. */
export function planOf(draft: Draft): { plan?: ItemPlan; faults: Faults } {
  const { plan, faults } = read(draft);
  return Object.keys(faults).length > 0 ? { faults } : { plan, faults };
}

/** The item a draft stands for as far as it is written, whatever it lacks. */
export function sketchOf(draft: Draft): ItemPlan {
  return read(draft).plan;
}

function read(draft: Draft): { plan: ItemPlan; faults: Faults } {
  const faults: Faults = {};
  const isQuestion = isAsked(draft.kind);
  const starts = time(draft, "starts", faults);
  const ends = time(draft, "ends", faults);
  if (starts && ends && minutesOf(ends) < minutesOf(starts)) faults.ends = { is: "endsBeforeStart" };
  if (!isQuestion && draft.what.trim() === "") faults.what = { is: "whatMissing" };
  if (isQuestion && draft.prompt.trim() === "") faults.prompt = { is: "promptMissing" };
  for (const field of ["what", "who"] as const) limit(draft, field, LINE_MAX, faults);
  for (const field of ["how", "prompt"] as const) limit(draft, field, PARAGRAPH_MAX, faults);
  const content: ItemContent = isAsked(draft.kind)
    ? {
        kind: "question",
        prompt: draft.prompt.trim(),
        ask: READ[draft.kind](draft, faults),
        ...shownOf(draft, faults),
        ...(draft.picture && { picture: { ...draft.picture, alt: draft.picture.alt.trim() } }),
      }
    : { kind: draft.kind };
  // A question of the quiz has a clock of its own.
  const timer = draft.kind === "quiz" ? undefined : timerOf(draft, faults);
  const [what, how, who] = [draft.what.trim(), draft.how.trim(), draft.who.trim()];
  return { plan: { starts, ends, what, how, who, ...(timer && { timer }), content }, faults };
}

/** Who sees what of a question, where it is not the usual. */
function shownOf(draft: Draft, faults: Faults): Pick<Question, "results" | "moderation"> {
  const { resultsTo: to, moderation } = draft;
  const isHeld = to !== "facilitator" && draft.resultsFrom.trim() !== "";
  const from_people = isHeld ? whole(draft.resultsFrom, 0, PEOPLE_MAX) : 0;
  if (from_people === undefined) faults.resultsFrom = { is: "people" };
  const isModerated = moderation !== "off" && takesWords(draft);
  return {
    ...((to !== "projector" || from_people) && { results: { to, from_people: from_people ?? 0 } }),
    ...(isModerated && { moderation }),
  };
}

/** Whether something else than its options can be written. */
export function offersOther({ content }: ItemPlan): boolean {
  return content.kind === "question" && content.ask.type === "choice" && content.ask.other === true;
}

/** Whether people write something that may have to wait. */
export function takesWords({ kind, other }: Draft): boolean {
  return kind === "open_text" || kind === "word_cloud" || (kind === "choice" && other);
}

/** The clock of a draft; none where nothing is typed. */
function timerOf(draft: Draft, faults: Faults): TimerPlan | undefined {
  const stretches = readStretches(draft.clock);
  if (!stretches) faults.clock = { is: "clock" };
  if (!stretches?.length) return undefined;
  const closes_question = draft.clockCloses && isAsked(draft.kind);
  return { stretches, starts_itself: draft.clockStarts, closes_question };
}

function time(draft: Draft, field: "starts" | "ends", faults: Faults): string | null {
  if (draft[field].trim() === "") return null;
  const read = timeOfDay(draft[field]);
  if (!read) faults[field] = { is: "time" };
  return read ?? null;
}

function limit(draft: Draft, field: "what" | "how" | "who" | "prompt", max: number, faults: Faults): void {
  if ([...draft[field].trim()].length > max) faults[field] = { is: "tooLong", max };
}

function openText(draft: Draft, faults: Faults): Ask {
  const answers_max = whole(draft.answersMax, 1, 10);
  const length_max = whole(draft.lengthMax, 20, 2_000);
  if (answers_max === undefined) faults.answersMax = { is: "answersMax" };
  if (length_max === undefined) faults.lengthMax = { is: "lengthMax" };
  return { type: "open_text", answers_max: answers_max ?? 1, length_max: length_max ?? 280 };
}

/** How each kind of question is read from its draft. */
const READ: Readonly<Record<Ask["type"], (draft: Draft, faults: Faults) => Ask>> = {
  open_text: openText,
  word_cloud: wordCloud,
  choice,
  ranking,
  points: (draft, faults) => ({ type: "points", options: checkedOptions(draft, faults) }),
  scales,
  number,
  grid,
  quiz,
  dots,
};

function wordCloud(draft: Draft, faults: Faults): Ask {
  const answers_max = whole(draft.answersMax, 1, 10);
  if (answers_max === undefined) faults.answersMax = { is: "answersMax" };
  return { type: "word_cloud", answers_max: answers_max ?? 1 };
}

function scales(draft: Draft, faults: Faults): Ask {
  const statements = checkedOptions(draft, faults, "statementsFew");
  const { steps } = draft;
  for (const end of ["low", "high"] as const) {
    if ([...draft[end].trim()].length > OPTION_MAX) faults[end] = { is: "tooLong", max: OPTION_MAX };
  }
  return { type: "scales", statements, steps, low: draft.low.trim(), high: draft.high.trim() };
}

function grid(draft: Draft, faults: Faults): Ask {
  const items = checkedOptions(draft, faults, "itemsFew");
  for (const field of GRID_FIELDS) {
    if ([...draft[field].trim()].length > OPTION_MAX) faults[field] = { is: "tooLong", max: OPTION_MAX };
  }
  for (const name of ["xName", "yName"] as const)
    if (draft[name].trim() === "") faults[name] = { is: "axisMissing" };
  return gridOf(draft, items);
}

function quiz(draft: Draft, faults: Faults): Ask {
  const options = draft.quizTyped ? [] : checkedOptions(draft, faults);
  const { ask, lacks } = quizOf(draft, options);
  for (const [field, is] of lacks) faults[field] ??= { is };
  if (ask.accepted.some((text) => [...text].length > OPTION_MAX))
    faults.accepted = { is: "tooLong", max: OPTION_MAX };
  return ask;
}

function dots(draft: Draft, faults: Faults): Ask {
  if (!draft.picture) faults.picture = { is: "pictureMissing" };
  return { type: "dots", dots_max: draft.dotsMax };
}

function number(draft: Draft, faults: Faults): Ask {
  const unit = draft.unit.trim();
  if ([...unit].length > UNIT_MAX) faults.unit = { is: "tooLong", max: UNIT_MAX };
  const { decimals } = draft;
  const read = (field: "least" | "greatest" | "solution"): number | null => {
    const value = amount(draft[field], decimals);
    if (value === undefined) faults[field] = { is: "amount" };
    return value ?? null;
  };
  const [least, most, solution] = [read("least"), read("greatest"), read("solution")];
  if (least !== null && most !== null && least >= most) faults.greatest = { is: "rangeTurned" };
  else if (solution !== null && (solution < (least ?? solution) || solution > (most ?? solution)))
    faults.solution = { is: "solutionOutside" };
  return { type: "number", unit, least, most, decimals, ...(solution !== null && { solution }) };
}

/** A number as a person types it; null where the field is empty, nothing where it is none with so many decimals. */
function amount(text: string, decimals: number): number | null | undefined {
  const plain = text.replace(/\s/g, "").replace("−", "-").replace(",", ".");
  if (plain === "") return null;
  const parts = /^-?\d{1,9}(?:\.(\d+))?$/.exec(plain);
  return parts && (parts[1]?.length ?? 0) <= decimals ? Number(plain) : undefined;
}

/** A number as it is typed. */
function typed(value: number | null): string {
  return value === null ? "" : String(value).replace(".", ",");
}

function choice(draft: Draft, faults: Faults): Ask {
  const options = checkedOptions(draft, faults);
  // Something else is one of them.
  const places = options.length + Number(draft.other);
  if (!faults.options && places > OPTIONS_MAX) faults.options = { is: "optionsManyOther" };
  const most = draft.most === 0 ? places : Math.min(draft.most, places);
  const correct = draft.other ? [] : draft.right.filter((index) => index < options.length);
  if (correct.length > most) faults.right = { is: "rightMany" };
  const pictures = options.map((option) => draft.optionPictures[option] ?? null);
  const isPictured = pictures.some((picture) => picture);
  return {
    type: "choice",
    options,
    most,
    ...(correct.length > 0 && { correct }),
    ...(isPictured && { pictures }),
    ...(draft.other && { other: true }),
  };
}

function ranking(draft: Draft, faults: Faults): Ask {
  const options = checkedOptions(draft, faults);
  const top = draft.top === 0 ? options.length : Math.min(draft.top, options.length);
  return { type: "ranking", options, top };
}

/** The lines of a draft; `few` is what it lacks where two options are too few, or one statement or item is. */
function checkedOptions(
  draft: Draft,
  faults: Faults,
  few: "optionsFew" | "statementsFew" | "itemsFew" = "optionsFew",
): string[] {
  const options = optionsOf(draft);
  const same = options.find((option, index) => options.indexOf(option) !== index);
  if (options.length < (few === "optionsFew" ? 2 : 1)) faults.options = { is: few };
  else if (options.length > OPTIONS_MAX) faults.options = { is: "optionsMany" };
  else if (same !== undefined) faults.options = { is: "optionsSame", option: same };
  else if (options.some((option) => [...option].length > OPTION_MAX)) faults.options = { is: "optionLong" };
  return options;
}

function whole(typed: string, least: number, most: number): number | undefined {
  const number = Number(typed);
  const fits = Number.isInteger(number) && number >= least && number <= most;
  return typed.trim() !== "" && fits ? number : undefined;
}
