// The quiz on a phone: a nickname, the answer while the clock runs, what came of it, and one's place. A file of its own,
// fetched when a quiz first comes. Text from people enters it as text.
import { common, quiz as words } from "#words";
import type { Entry } from "../../shared/outbox.ts";
import type { AnswerContent, Ask, ServerMessage, StageItem } from "../../shared/wire.ts";
import { addStyle, check, drawing, element, said } from "../elements.ts";
import type { PhoneSession } from "../session.svelte.ts";
import style from "./screen.css?inline";

type QuizAsk = Extract<Ask, { type: "quiz" }>;
type OwnQuiz = Extract<ServerMessage, { type: "own_quiz" }>;

export interface Play {
  /** What is shown, and this phone's answers to it. */
  tell(item: StageItem, entries: readonly Entry[]): void;
  end(): void;
}

/** Longest nickname, and longest typed answer, in characters; the server has the same. */
const NAME_MAX = 20;
const TEXT_MAX = 120;
/** Whether a person wants to play without a nickname: kept for as long as the page is open. */
const UNNAMED = "plenum-unnamed";

/** Draws the quiz into `host`; `say` tells screen readers. */
export function openQuiz(host: HTMLElement, session: PhoneSession, say: (sentence: string) => void): Play {
  addStyle(style);
  const { connection } = session;
  let own: OwnQuiz | undefined;
  let item: StageItem | undefined;
  let entries: readonly Entry[] = [];
  let isOpen = false;
  let unnamed = isUnnamed();
  /** What stands on the screen; drawn anew only when it is another. */
  let drawn = "";
  /** Where a wish for a nickname is answered, for as long as it is. */
  let problem: HTMLElement | undefined;
  const figure = (n: number): string => new Intl.NumberFormat(common.locales).format(n);

  function draw(): void {
    if (!item) return;
    const { content, status } = item;
    const ask = content.kind === "question" && content.ask.type === "quiz" ? content.ask : undefined;
    const entry = entries.at(-1);
    const isAsked = ask && status?.phase === "open";
    const scene =
      own && !own.nickname && (ask ? isAsked && !entry && (!unnamed || own.name_removed) : true)
        ? "name"
        : !ask
          ? "board"
          : isAsked
            ? entry
              ? "given"
              : "ask"
            : status?.phase === "closed"
              ? "over"
              : "";
    // A form is kept as it stands, with what is typed in it.
    const inputs = scene === "name" ? own?.name_removed : scene === "ask" ? ask : [ask, own, entry, isOpen];
    const next = JSON.stringify([scene, item.id, inputs]);
    if (next === drawn) return;
    const had = host.contains(document.activeElement);
    drawn = next;
    problem = undefined;
    const parts: Record<string, () => Node[]> = {
      name: () => [...nameForm(!ask), ...(ask ? [] : standing())],
      board: standing,
      ask: () => (ask ? askForm(ask) : []),
      given: () => given(ask!, entry!),
      over: () => [...outcome(ask!, entry), ...standing()],
    };
    host.replaceChildren(...(parts[scene]?.() ?? []));
    const first =
      host.querySelector<HTMLElement>("input, button") ?? (host.firstElementChild as HTMLElement | null);
    if (!had || !first) return;
    // What is read, not pressed, can be given the focus by this alone.
    if (first.tabIndex < 0) first.tabIndex = -1;
    first.focus();
  }

  function nameForm(isBoard: boolean): Node[] {
    const label = element("label", "", words.name);
    const field = input(NAME_MAX);
    label.append(field);
    problem = element("p", "problem");
    problem.setAttribute("aria-live", "polite");
    const form = element("form", "");
    const join = element("button", "button", words.join);
    form.append(label, problem, join);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const nickname = field.value.trim();
      if (nickname.length < 2) tellName(words.refusals.nickname_out_of_bounds);
      else if (!connection.send({ type: "choose_nickname", nickname })) tellName(words.offline);
      else tellName("");
      field.focus();
    });
    const lead = element("p", "quiet", words.privacy);
    const skip = element("button", "link", words.without);
    skip.type = "button";
    skip.addEventListener("click", () => {
      unnamed = true;
      try {
        sessionStorage.setItem(UNNAMED, "1");
      } catch {
        // A browser that keeps nothing asks again after a reload.
      }
      draw();
    });
    const removed = own?.name_removed ? [element("p", "lead", words.removed)] : [];
    return [...removed, form, lead, ...(isBoard ? [] : [skip, element("p", "quiet", words.withoutHint)])];
  }

  function tellName(sentence: string): void {
    if (problem) problem.textContent = sentence;
  }

  function askForm(ask: QuizAsk): Node[] {
    const give = (content: AnswerContent): void => session.give(item!.id, content);
    if (ask.options.length > 0) {
      const list = element("div", "picks");
      list.setAttribute("role", "group");
      list.setAttribute("aria-label", words.pick);
      for (const [option, label] of ask.options.entries()) {
        const button = said("button", "", label);
        button.type = "button";
        button.addEventListener("click", () => give({ type: "quiz_choice", option }));
        list.append(button);
      }
      return [element("p", "lead", words.pick), list];
    }
    const form = element("form", "");
    const field = input(TEXT_MAX);
    const warning = element("p", "problem");
    warning.setAttribute("aria-live", "polite");
    const label = element("label", "", words.type);
    label.append(field);
    form.append(label, warning, element("button", "button", words.send));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = field.value.trim();
      if (text) return give({ type: "quiz_text", text });
      warning.textContent = words.empty;
      field.focus();
    });
    return [form];
  }

  function given(ask: QuizAsk, entry: Entry): Node[] {
    const card = element("article", `card ${entry.state}`);
    const refused = entry.refusal && words.refusals[entry.refusal as keyof typeof words.refusals];
    const status =
      entry.state === "stored"
        ? words.received
        : entry.refusal
          ? (refused ?? words.refused)
          : isOpen
            ? words.sending
            : words.kept;
    card.append(element("p", "status", status), said("p", "said", saidOf(ask, entry)));
    if (entry.state !== "refused" || entry.refusal === "answer_is_final") return [card];
    const again = element("button", "link", words.again);
    again.type = "button";
    again.addEventListener("click", () => session.dismiss(entry.key));
    return [card, again];
  }

  /** What came of a question that is over; what is right comes with it, unless it is kept from the room. */
  function outcome(ask: QuizAsk, entry: Entry | undefined): Node[] {
    const answer = own?.answer?.item === item!.id ? own.answer : undefined;
    const right =
      ask.correct.length > 0 ? ask.correct.map((each) => ask.options[each]) : ask.accepted.slice(0, 1);
    const heading = element("h2", answer ? (answer.right ? "right" : "wrong") : "");
    if (answer) heading.append(answer.right ? check() : drawing("M5 5l10 10M15 5l-10 10"));
    const told = answer
      ? answer.right
        ? words.right
        : words.wrong
      : entry?.state === "refused"
        ? words.refusals.question_closed
        : entry
          ? words.received
          : words.unanswered;
    heading.append(told);
    const won = answer && answer.points > 0 ? words.won(figure(answer.points)) : "";
    const solution = right.length > 0 && !answer?.right ? words.solution(right.join(", ")) : "";
    if (answer) say([told, won, solution].filter((part) => part).join(" "));
    return [
      heading,
      ...(won ? [element("p", "won figures", won)] : []),
      ...(entry && !answer?.right ? [element("p", "quiet said", words.yours(saidOf(ask, entry)))] : []),
      ...(solution ? [element("p", "lead solution", solution)] : []),
    ];
  }

  /** One's own place, or the points of who plays without a nickname. */
  function standing(): Node[] {
    if (!own) return [];
    const { nickname, place, players, points } = own;
    if (nickname && place)
      return [
        element("p", "place figures", words.place(place, players, figure(points))),
        element("p", "quiet", words.as(nickname)),
      ];
    if (nickname) return [element("p", "place", words.joined(nickname))];
    return points > 0 ? [element("p", "place figures", words.points(figure(points)))] : [];
  }

  function hear(message: ServerMessage): void {
    if (message.type === "own_quiz") {
      if (message.nickname && !own?.nickname && own) say(words.joined(message.nickname));
      own = message;
      draw();
    }
    if (message.type === "refused" && !message.of) {
      const { code } = message;
      tellName(words.refusals[code as keyof typeof words.refusals] ?? words.refused);
    }
  }

  const stops = [
    connection.listen(hear),
    // After a reload, or when the line was lost, only the server knows how things stand.
    connection.subscribe(({ line }) => {
      if (line === "open" && !isOpen) connection.send({ type: "recall_quiz" });
      isOpen = line === "open";
      draw();
    }),
  ];

  return {
    tell(shown, given) {
      [item, entries] = [shown, given];
      draw();
    },
    end() {
      for (const stop of stops) stop();
      host.replaceChildren();
    },
  };
}

function saidOf(ask: QuizAsk, { content, standing }: Entry): string {
  const said = content ?? standing;
  if (said?.type === "quiz_choice") return ask.options[said.option] ?? "";
  return said?.type === "quiz_text" ? said.text : "";
}

function input(longest: number): HTMLInputElement {
  const field = element("input", "");
  field.type = "text";
  field.maxLength = longest;
  field.autocomplete = "off";
  field.autocapitalize = "off";
  field.spellcheck = false;
  return field;
}

function isUnnamed(): boolean {
  try {
    return sessionStorage.getItem(UNNAMED) !== null;
  } catch {
    return false;
  }
}
