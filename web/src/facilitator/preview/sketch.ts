// A draft as the phone and the projector would be told of it, whatever it still lacks. Pure.
import type { Ask, Change, Details, Joining, ServerMessage, StageItem, Stretch } from "../../shared/wire.ts";
import { KINDS, OPTIONS_MAX, sketchOf, type Draft } from "../programme/draft.ts";
import { sampled, SAMPLE_PEOPLE, type SampleWords } from "./samples.ts";

/** What stands where a draft says nothing yet. */
export interface Placeholders extends SampleWords {
  readonly promptHere: string;
  readonly titleHere: string;
  readonly optionHere: (number: number) => string;
  readonly statementHere: (number: number) => string;
  readonly pointHere: (number: number) => string;
  readonly axisHere: (number: number) => string;
}

/** What the previews are told of the session besides the draft. */
export interface Around {
  readonly details: Details;
  readonly joining: Joining | undefined;
}

/** The whole state of a session that shows the draft; `isAnswered` with sample answers to it. */
export function messageOf(
  draft: Draft,
  around: Around,
  words: Placeholders,
  isAnswered: boolean,
): ServerMessage {
  const item = stageItemOf(draft, words);
  const samples = isAnswered ? sampled(item, draft, words) : undefined;
  // A question that is over has no clock any more.
  const isOver = samples?.item.status?.phase === "closed";
  const stretches = isOver ? [] : stretchesOf(draft);
  const changes: Change[] = [
    { part: "details", details: around.details },
    ...(around.joining ? [{ part: "joining", joining: around.joining } as const] : []),
    {
      part: "stage",
      stage: {
        phase: "running",
        item: samples?.item ?? item,
        survey: null,
        number: 1,
        items: 1,
        can_reopen: false,
        door_closed: false,
        needs_password: false,
      },
    },
    // It runs, and the previews' time stands still: so it shows what it begins with.
    {
      part: "timer",
      timer: stretches.length > 0 ? { stretches, elapsed_ms: 0, since_ms: 0, running: true } : null,
    },
    ...(isAnswered ? [{ part: "presence", connected: SAMPLE_PEOPLE, joined: SAMPLE_PEOPLE } as const] : []),
    ...(samples?.changes ?? []),
  ];
  return { type: "snapshot", cursor: { epoch: "preview", position: 0 }, changes };
}

/** The item as it stands on stage when it is open and nobody has answered. */
export function stageItemOf(draft: Draft, words: Placeholders): StageItem {
  const { timer: _, content, what, ...plan } = sketchOf(draft);
  const asked = content.kind === "question" ? content : undefined;
  return {
    ...plan,
    // A kind of its own, so that nothing of another kind is left on the page.
    id: KINDS.indexOf(draft.kind) + 1,
    what: what || (asked ? "" : words.titleHere),
    content: asked
      ? { ...asked, prompt: asked.prompt || words.promptHere, ask: askOf(asked.ask, draft.quizTyped, words) }
      : content,
    status: asked
      ? {
          phase: "open",
          results: asked.results?.from_people ? "facilitator" : (asked.results?.to ?? "projector"),
          results_wait_for: asked.results?.from_people || null,
          second_round: false,
          round: 0,
          can_undo_reset: false,
          sorting: null,
          statements: null,
        }
      : null,
    since_ms: 0,
  };
}

/** What is asked, without what is kept from the room while it answers, and with something where there is nothing yet. */
function askOf(ask: Ask, isTyped: boolean, words: Placeholders): Ask {
  switch (ask.type) {
    case "open_text":
    case "word_cloud":
    case "dots":
      return ask;
    case "choice": {
      const { correct: _, ...seen } = ask;
      return { ...seen, options: filled(ask.options, 2, words.optionHere), most: Math.max(1, ask.most) };
    }
    case "ranking": {
      const options = filled(ask.options, 2, words.optionHere);
      return { ...ask, options, top: ask.options.length < 2 ? 2 : Math.min(ask.top, options.length) };
    }
    case "points":
      return { ...ask, options: filled(ask.options, 2, words.optionHere) };
    case "scales":
      return { ...ask, statements: filled(ask.statements, 1, words.statementHere) };
    case "number": {
      const { solution: _, ...seen } = ask;
      return seen;
    }
    case "grid": {
      const { x, y } = ask;
      return {
        ...ask,
        x: { ...x, name: x.name || words.axisHere(1) },
        y: { ...y, name: y.name || words.axisHere(2) },
        items: filled(ask.items, 1, words.pointHere),
      };
    }
    case "quiz": {
      // An empty list means that people type.
      const options = isTyped ? [] : filled(ask.options, 2, words.optionHere);
      return { ...ask, options, correct: [], accepted: [] };
    }
  }
}

/** The lines that there are, at most as many as there can be, and placeholders up to `least` of them. */
function filled(lines: readonly string[], least: number, here: (number: number) => string): string[] {
  const missing = Array.from({ length: Math.max(0, least - lines.length) }, (_, index) =>
    here(lines.length + index + 1),
  );
  return [...lines.slice(0, OPTIONS_MAX), ...missing];
}

/** What the clock counts down; a question of the quiz has one of its own. */
function stretchesOf(draft: Draft): Stretch[] {
  const { content, timer } = sketchOf(draft);
  if (content.kind === "question" && content.ask.type === "quiz")
    return [{ label: "", seconds: content.ask.seconds }];
  return timer?.stretches ?? [];
}
