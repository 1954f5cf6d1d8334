// What is typed of a question of the quiz besides its options: what is right, the time, and the points.
import type { Ask } from "../../shared/wire.ts";

export interface QuizDraft {
  /** Whether people type their answer instead of picking one. */
  quizTyped: boolean;
  /** Where people type, what is right: one spelling on each line. */
  accepted: string;
  /** Time to answer. */
  quizSeconds: string;
  /** What a right answer at once is worth. */
  quizPoints: string;
}

type QuizAsk = Extract<Ask, { type: "quiz" }>;
/** A field, and what it lacks. */
type Lack = readonly [
  "right" | "accepted" | "quizSeconds" | "quizPoints",
  "rightMissing" | "acceptedFew" | "acceptedMany" | "quizSeconds" | "quizPoints",
];

/** The server has the same. */
const ACCEPTED_MAX = 20;
const SECONDS = [5, 600] as const;
const POINTS_MAX = 100_000;
const USUAL = { seconds: 30, points: 1_000 };

export function emptyQuiz(): QuizDraft {
  return {
    quizTyped: false,
    accepted: "",
    quizSeconds: String(USUAL.seconds),
    quizPoints: String(USUAL.points),
  };
}

/** A stored question, ready to be typed in. */
export function quizDraftOf({ options, accepted, seconds, points }: QuizAsk): QuizDraft {
  return {
    quizTyped: options.length === 0,
    accepted: accepted.join("\n"),
    quizSeconds: String(seconds),
    quizPoints: String(points),
  };
}

/** The question that a draft stands for, and what its fields lack. */
export function quizOf(
  draft: QuizDraft & { readonly right: readonly number[] },
  options: string[],
): { ask: QuizAsk; lacks: Lack[] } {
  const lines = draft.accepted.split(/\r?\n/).map((line) => line.trim());
  const accepted = draft.quizTyped ? different(lines.filter((line) => line !== "")) : [];
  const correct = draft.quizTyped ? [] : draft.right.filter((index) => index < options.length);
  const seconds = whole(draft.quizSeconds, ...SECONDS);
  const points = whole(draft.quizPoints, 0, POINTS_MAX);
  const lacks: Lack[] = [];
  if (draft.quizTyped && accepted.length === 0) lacks.push(["accepted", "acceptedFew"]);
  if (accepted.length > ACCEPTED_MAX) lacks.push(["accepted", "acceptedMany"]);
  if (!draft.quizTyped && options.length > 1 && correct.length === 0) lacks.push(["right", "rightMissing"]);
  if (seconds === undefined) lacks.push(["quizSeconds", "quizSeconds"]);
  if (points === undefined) lacks.push(["quizPoints", "quizPoints"]);
  return {
    ask: {
      type: "quiz",
      options,
      correct,
      accepted,
      seconds: seconds ?? USUAL.seconds,
      points: points ?? USUAL.points,
    },
    lacks,
  };
}

/** Each spelling once, upper and lower case counted as the same. */
function different(texts: readonly string[]): string[] {
  const folded = texts.map((text) => text.toLowerCase());
  return texts.filter((_, index) => folded.indexOf(folded[index]!) === index);
}

function whole(typed: string, least: number, most: number): number | undefined {
  const number = Number(typed);
  const fits = Number.isInteger(number) && number >= least && number <= most;
  return typed.trim() !== "" && fits ? number : undefined;
}
