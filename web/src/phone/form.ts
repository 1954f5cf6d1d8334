// How a form that comes later stands on the page: what it asks for, what to fill in, what it lacks, and a button.
import type { AnswerContent, Ask } from "../shared/wire.ts";
import { addStyle, element } from "./elements.ts";
import style from "./form.css?inline";

/** What is being answered: options, marks or points in order, and a number or something else as typed. */
export interface Filled {
  readonly order?: readonly number[] | undefined;
  readonly text?: string | undefined;
  /** The answer that is being changed, for as long as nothing else is filled in. */
  readonly from?: AnswerContent | null | undefined;
}

/** What a form tells the page. */
export interface Told {
  readonly change: (filled: { order?: number[]; text?: string }) => void;
  readonly send: (content: AnswerContent) => void;
  /** Tells screen readers. */
  readonly say: (sentence: string) => void;
}

/** What a form of one kind is made of. */
export interface Form {
  readonly lead: string;
  readonly body: HTMLElement;
  readonly draw: (filled: Filled) => void;
  /** The answer, or what it still lacks. */
  readonly content: () => AnswerContent | string;
}

/** Shows beside the form what is wrong; nothing when it is empty. */
export type Warn = (problem: string) => void;

/** A screen of forms: draws the one for what is asked into `host`. */
export interface Forms {
  readonly openForm: (host: HTMLElement, ask: Ask, told: Told) => Draw;
}

/** Draws what is filled in, and whether it changes an answer that stands. */
export type Draw = (filled: Filled, isChange: boolean) => void;

/** Stands a form in `host`, with a button named for a new answer and for a change; `make` is given what warns. */
export function standForm(
  host: HTMLElement,
  told: Told,
  [sendNew, sendChange]: readonly [string, string],
  make: (warn: Warn) => Form,
): Draw {
  addStyle(style);
  const problem = element("p", "problem");
  problem.setAttribute("aria-live", "polite");
  const send = element("button", "button");
  const warn: Warn = (text) => {
    problem.textContent = text;
  };
  const form = make(warn);
  host.replaceChildren(element("p", "lead", form.lead), form.body, problem, send);
  const give = (): void => {
    const content = form.content();
    if (typeof content === "string") {
      warn(content);
      form.body.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    } else told.send(content);
  };
  send.addEventListener("click", give);
  form.body.addEventListener("keydown", (event) => {
    const field = event.target as HTMLInputElement;
    if (event.key === "Enter" && field.type === "text") give();
  });
  return (filled, isChange) => {
    send.textContent = isChange ? sendChange : sendNew;
    form.draw(filled.from ? standing(filled.from) : filled);
  };
}

/** A given answer as it is filled in. */
function standing(content: AnswerContent): Filled {
  switch (content.type) {
    case "ranking":
      return { order: content.order };
    case "choice":
      return { order: content.chosen, text: content.other ?? undefined };
    case "scales":
      return { order: content.marks.map((mark) => mark ?? 0) };
    case "points":
      return { order: content.points };
    case "number":
      return { text: String(content.value).replace(".", ",") };
    case "text":
    case "dots":
    case "grid":
    case "quiz_choice":
    case "quiz_text":
      return {};
  }
}
