// Taking a stand: one statement, and what one can say of it. A file of its own, fetched when people are first asked to.
// Text from people enters it as text.
import { statements as words } from "#words";
import type { Connection } from "../../shared/connection.ts";
import { calmMs } from "../../shared/motion.ts";
import type { Stand } from "../../shared/wire.ts";
import { buzz } from "../buzz.ts";
import { addStyle, check, drawing, element } from "../elements.ts";
import style from "./screen.css?inline";
import { Stack, type Sight } from "./stack.ts";

/** What the screen needs of the page it stands in. */
export interface Surroundings {
  readonly code: string;
  /** The question whose answers are the statements. */
  readonly item: number;
  readonly connection: Connection;
  /** Tells screen readers. */
  readonly say: (sentence: string) => void;
}

/** A tap sooner than this after a statement came was meant for the one before. */
const GUARD_MS = 300;
/** Longest statement in characters that is set large. */
const BRIEF_MAX = 120;

const CHOICES: readonly (readonly [stand: Stand, label: string, sign: () => SVGElement])[] = [
  ["agree", words.agree, check],
  ["disagree", words.disagree, () => drawing("M5 5l10 10M15 5l-10 10")],
  ["pass", words.pass, () => drawing("M4 10h12M11 5l5 5-5 5")],
];

/** Draws the screen into `host` until the function it gives back is called. */
export function openStatements(host: HTMLElement, { code, item, connection, say }: Surroundings): () => void {
  addStyle(style);
  const slip = element("h2", "slip card");
  slip.tabIndex = -1;
  const progress = element("p", "quiet figures");
  const said = element("p", "quiet was");
  const choices = element("div", "stands");
  choices.setAttribute("role", "group");
  choices.setAttribute("aria-label", words.ask);
  const buttons = CHOICES.map(([stand, label, sign], index) => {
    const made = element("button", `stand ${stand}`);
    made.type = "button";
    made.setAttribute("aria-keyshortcuts", String(index + 1));
    made.append(sign(), element("span", "", label));
    made.addEventListener("click", () => choose(stand));
    choices.append(made);
    return made;
  });
  const undo = element("button", "link", words.undo);
  undo.type = "button";
  undo.addEventListener("click", () => {
    // The statement is read out as it takes the focus.
    silent = true;
    stack.undo();
    slip.focus({ preventScroll: true });
  });
  const told = element("p", "quiet");
  told.setAttribute("role", "status");

  let drawn: Sight = { at: "asking" };
  let silent = false;
  /** Until when no tap is meant for what is seen, in milliseconds since 1970. */
  let guard_ms = 0;

  host.replaceChildren(element("p", "quiet", words.fetching));
  const stack = new Stack(code, item, connection, draw, (code) => {
    // One that was taken away is missed by nobody.
    told.textContent = code === "no_such_statement" ? "" : words.lost;
  });
  document.addEventListener("keydown", press);
  return () => {
    stack.end();
    document.removeEventListener("keydown", press);
    host.replaceChildren();
  };

  function draw(sight: Sight): void {
    const before = drawn;
    drawn = sight;
    // The first sight comes before the stack has a name here.
    queueMicrotask(() => (undo.hidden = !stack.canUndo));
    if (sight.at !== "statement") return drawEnd(sight, before);
    progress.textContent = words.progress(sight.number, sight.of);
    said.textContent = sight.stand ? words.was[sight.stand] : "";
    buttons.forEach((button, index) =>
      button.setAttribute("aria-pressed", String(CHOICES[index]![0] === sight.stand)),
    );
    if (before.at === "statement" && before.id === sight.id) return;
    slip.textContent = sight.text;
    slip.classList.toggle("brief", sight.text.length <= BRIEF_MAX);
    if (before.at !== "statement") host.replaceChildren(progress, slip, said, choices, undo, told);
    guard_ms = Date.now() + GUARD_MS;
    if (!silent) say(words.next(sight.number, sight.of, sight.text));
    silent = false;
    scrollTo(0, 0);
    slip.animate(
      [
        { opacity: 0, transform: "translateX(1rem)" },
        { opacity: 1, transform: "none" },
      ],
      {
        duration: calmMs(),
        easing: "cubic-bezier(0.2, 0, 0, 1)",
      },
    );
  }

  function choose(stand: Stand): void {
    if (drawn.at !== "statement" || Date.now() < guard_ms) return;
    buzz();
    told.textContent = "";
    stack.take(stand);
  }

  function press(event: KeyboardEvent): void {
    const { key, repeat, target } = event;
    if (repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (target instanceof HTMLElement && target.closest("input, textarea, dialog")) return;
    const choice = CHOICES[Number(key) - 1];
    if (choice) choose(choice[0]);
  }

  function drawEnd(sight: Exclude<Sight, { at: "statement" }>, before: Sight): void {
    if (sight.at === "asking") {
      if (before.at === "statement") host.replaceChildren(element("p", "quiet", words.later), undo);
      return;
    }
    if (before.at === sight.at && before.voted === sight.voted) return;
    const focused = host.contains(document.activeElement);
    const heading = element("h2", "over");
    heading.tabIndex = -1;
    const done = sight.at === "done" ? words.done(sight.voted) : "";
    const sentence = done || (sight.voted > 0 ? words.all : words.none);
    if (sight.voted > 0) heading.append(check());
    heading.append(element("span", "", sentence));
    const more = done ? words.doneMore : words.more;
    host.replaceChildren(heading, element("p", "lead", more), undo, told);
    if (focused) heading.focus({ preventScroll: true });
    else say(`${sentence} ${more}`);
    scrollTo(0, 0);
  }
}
