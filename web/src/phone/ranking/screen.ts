// The form for a ranking: an order to arrange, or the few most important to choose. A file of its own that shares
// nothing with the phone's page. Text from people enters it as text.
import { ranking as words } from "#words";
import type { Ask } from "../../shared/wire.ts";
import { addStyle, drawing, element, said } from "../elements.ts";
import { standForm, type Draw, type Filled, type Form, type Told, type Warn } from "../form.ts";
import { listIn } from "./list.ts";
import style from "./screen.css?inline";

type Ranking = Extract<Ask, { type: "ranking" }>;

/** Draws the form into `host`; the function it gives back draws what is arranged, and whether it changes an answer. */
export function openForm(host: HTMLElement, ask: Ask, told: Told): Draw {
  if (ask.type !== "ranking") throw new Error(`${ask.type} has a form of its own`);
  addStyle(style);
  return standForm(host, told, [words.send, words.sendChange], (warn) => rankingForm(ask, told, warn));
}

function rankingForm({ options, top }: Ranking, { change, say }: Told, warn: Warn): Form {
  const all = top === options.length;
  let order: number[] = [];
  const body = element("div", "ranking");
  const arranged = element("section", "");
  arranged.setAttribute("aria-label", words.yourOrder);
  const list = listIn(arranged, options, { arrange, say, remove: all ? undefined : remove });
  const count = element("h2", "quiet figures");
  const others = element("ul", "");
  const rows = options.map((name, option) => {
    const row = element("li", "");
    const button = element("button", "");
    button.type = "button";
    button.setAttribute("aria-label", words.add(name));
    button.append(drawing("M10 4v12M4 10h12"), said("span", "", name));
    button.addEventListener("click", () => add(option));
    row.append(button);
    return { row, button };
  });
  body.append(arranged, ...(all ? [] : [count, others]));

  function arrange(next: number[]): void {
    warn("");
    change({ order: next });
  }

  function add(option: number): void {
    if (order.length >= top) {
      warn(words.chosenFull(top));
      return;
    }
    say(words.added(options[option]!, order.length + 1));
    arrange([...order, option]);
  }

  function remove(option: number): void {
    say(words.takenAway(options[option]!));
    arrange(order.filter((chosen) => chosen !== option));
  }

  /** Those that are not chosen. The next one has the focus when the one that had it was chosen. */
  function drawOthers(): void {
    const at = rows
      .filter(({ row }) => row.isConnected)
      .findIndex(({ button }) => button === document.activeElement);
    const left = rows.filter((_, option) => !order.includes(option));
    for (const option of order) rows[option]!.row.remove();
    for (const [index, { row, button }] of left.entries()) {
      if (others.children[index] !== row) others.insertBefore(row, others.children[index] ?? null);
      button.setAttribute("aria-disabled", String(order.length >= top));
    }
    if (at >= 0) (left[at] ?? left.at(-1))?.button.focus({ preventScroll: true });
    count.textContent = words.chosenOf(order.length, top);
  }

  function draw({ order: filled = [] }: Filled): void {
    // What was arranged of other options is nothing.
    const kept = filled.filter((option) => option < options.length);
    order = all && kept.length !== options.length ? options.map((_, option) => option) : kept.slice(0, top);
    list(order);
    if (!all) drawOthers();
  }

  return {
    lead: all ? words.all : words.top(top),
    body,
    draw,
    content: () => (order.length < top ? words.chooseMore(top - order.length) : { type: "ranking", order }),
  };
}
