// The screen for sorting: one answer, the headings as buttons, thanks at the end; or a hand of answers to part. A file of its own that shares
// nothing with the phone's page, so that only rooms that sort load it. Text from people enters it as text.
import { sorting as words } from "#words";
import type { Connection } from "../../shared/connection.ts";
import { calmMs } from "../../shared/motion.ts";
import { buzz } from "../buzz.ts";
import { addStyle, check, element } from "../elements.ts";
import { drawDeal } from "./deal.ts";
import { Hand, type Choice, type Deal, type Sight, type Task } from "./hand.ts";
import style from "./screen.css?inline";

/** What the screen needs of the page it stands in. */
export interface Surroundings {
  /** The question whose answers are sorted. */
  readonly item: number;
  readonly connection: Connection;
  /** Tells screen readers. */
  readonly say: (sentence: string) => void;
}

/** How long a choice is seen before the next answer comes. */
const SEEN_MS = 420;
/** A tap sooner than this after an answer came was meant for the one before. */
const GUARD_MS = 250;
/** Longest answer in characters that is set large and stays in sight. */
const BRIEF_MAX = 120;
/** More headings than this stand in two columns where there is room. */
const ONE_COLUMN_MAX = 5;

/** Draws the screen into `host` until the function it gives back is called. */
export function openScreen(host: HTMLElement, { item, connection, say }: Surroundings): () => void {
  addStyle(style);
  const slip = element("h2", "slip card");
  slip.tabIndex = -1;
  const progress = element("span", "figures");
  const asked = element("p", "asked");
  const ask = element("span", "", words.ask);
  ask.id = "sort-ask";
  asked.append(ask, progress);
  const choices = element("div", "choices");
  choices.setAttribute("role", "group");
  choices.setAttribute("aria-labelledby", ask.id);

  /** What is drawn now. */
  let drawn: Sight = { at: "asking" };
  /** What to draw once the choice has been seen. */
  let coming: Sight | undefined;
  /** Until when a choice is seen, in milliseconds since 1970. */
  let seen_ms = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether it is piles that are made here. */
  let piling = false;
  /** Whether no heading can be chosen now. */
  let held = true;

  host.replaceChildren(element("p", "quiet", words.fetching));
  const hand = new Hand(item, connection, (sight) => {
    coming = sight;
    clearTimeout(timer);
    if (sight.at === "task" && drawn.at === "task" && sight.task.answer === drawn.task.answer) draw();
    else timer = setTimeout(draw, Math.max(0, seen_ms - Date.now()));
  });
  document.addEventListener("keydown", press);
  addEventListener("resize", arrange);
  return () => {
    hand.end();
    clearTimeout(timer);
    document.removeEventListener("keydown", press);
    removeEventListener("resize", arrange);
    host.replaceChildren();
  };

  function draw(): void {
    const before = drawn;
    drawn = coming!;
    piling = drawn.at === "hand" || (piling && drawn.at !== "task");
    if (drawn.at === "task") drawTask(drawn.task, drawn.choice, before);
    else if (drawn.at === "hand") drawHand(drawn, before);
    else if (drawn.at !== "asking" && (drawn.at !== before.at || drawn.placed !== before.placed))
      drawEnd(drawn);
  }

  function drawTask(task: Task, choice: Choice | undefined, before: Sight): void {
    const last = before.at === "task" ? before.task : undefined;
    if (
      last?.headings.map(({ id, label }) => id + label).join() !==
      task.headings.map(({ id, label }) => id + label).join()
    )
      drawChoices(task);
    choices.classList.toggle("placed", choice !== undefined);
    for (const button of choices.children) {
      button.classList.toggle("chosen", button.getAttribute("data-theme-id") === String(choice));
    }
    hold(choice !== undefined);
    progress.textContent = words.progress(task.number, task.each);
    if (last?.answer === task.answer && last.number === task.number) return;
    slip.textContent = task.text;
    slip.classList.toggle("brief", task.text.length <= BRIEF_MAX);
    if (!last) host.replaceChildren(slip, asked, choices);
    arrange();
    say(words.next(task.number, task.each, task.text));
    scrollTo(0, 0);
    glideIn(slip);
    hold(true);
    timer = setTimeout(() => hold(false), GUARD_MS);
  }

  /** A hand stays as it is being parted while the line is lost and comes back. */
  function drawHand(sight: Extract<Sight, { at: "hand" }>, before: Sight): void {
    const key = (deal: Deal): string => deal.answers.map(({ id }) => id).join();
    host.classList.toggle("laid", sight.piles !== undefined);
    if (before.at === "hand" && key(before.deal) === key(sight.deal)) return;
    drawDeal(host, sight.deal, { say, lay: (piles) => hand.lay(piles), glideIn });
  }

  /** Many headings stand in two columns, unless a word is too long for that. */
  function arrange(): void {
    const many = choices.children.length - 1 > ONE_COLUMN_MAX;
    choices.classList.toggle("tight", many);
    choices.classList.toggle("many", many);
    const tooLong = [...choices.querySelectorAll(".label")].some(
      (label) => label.scrollWidth > label.clientWidth,
    );
    if (tooLong) choices.classList.remove("many");
  }

  /** Lets the headings be chosen or not. */
  function hold(holds: boolean): void {
    held = holds;
    for (const button of choices.children) button.setAttribute("aria-disabled", String(holds));
  }

  function drawChoices(task: Task): void {
    const focused = document.activeElement?.getAttribute("data-theme-id");
    const buttons = task.headings.map(({ id, label }, index) =>
      button(id, label, index < 9 ? index + 1 : undefined),
    );
    buttons.push(button(null, words.none, 0));
    choices.replaceChildren(...buttons);
    if (focused)
      (buttons.find((one) => one.dataset["themeId"] === focused) ?? slip).focus({ preventScroll: true });
  }

  function button(choice: Choice, label: string, key: number | undefined): HTMLElement {
    const made = element("button", choice === null ? "choice none" : "choice");
    made.dataset["themeId"] = String(choice);
    if (key !== undefined) {
      const shown = element("span", "key figures", String(key));
      shown.ariaHidden = "true";
      made.setAttribute("aria-keyshortcuts", String(key));
      made.append(shown);
    }
    made.append(element("span", "label", label), check());
    made.addEventListener("click", () => choose(choice));
    return made;
  }

  function choose(choice: Choice): void {
    // What is drawn may no longer be what is in hand.
    if (held || drawn !== coming) return;
    seen_ms = Date.now() + SEEN_MS;
    buzz();
    hand.choose(choice);
  }

  function press(event: KeyboardEvent): void {
    const { key, repeat, target } = event;
    if (drawn.at !== "task" || repeat || event.ctrlKey || event.altKey || event.metaKey || !/^\d$/.test(key))
      return;
    if (target instanceof HTMLElement && target.closest("input, textarea")) return;
    const heading = drawn.task.headings[Number(key) - 1];
    if (key === "0") choose(null);
    else if (heading) choose(heading.id);
  }

  function drawEnd(sight: { at: "waiting" | "done"; placed: number }): void {
    const focused = host.contains(document.activeElement);
    const done = sight.at === "done";
    const heading = element("h2", "over");
    heading.tabIndex = -1;
    const thanks = piling ? words.thanksPiles(sight.placed) : words.thanks(sight.placed);
    const sentence = done ? thanks : words.waiting;
    if (done) heading.append(check());
    heading.append(element("span", "", sentence));
    const more = element("p", "lead", done ? words.thanksMore : words.waitingMore(sight.placed));
    host.replaceChildren(heading, more);
    if (focused) heading.focus({ preventScroll: true });
    say(sentence);
    scrollTo(0, 0);
    glideIn(heading);
  }
}

function glideIn(drawn: HTMLElement): void {
  const from = { opacity: 0, transform: "translateX(1rem)" };
  drawn.animate([from, { opacity: 1, transform: "none" }], {
    duration: calmMs(),
    easing: "cubic-bezier(0.2, 0, 0, 1)",
  });
}
