// Options in an order that can be changed: by touch or mouse on the handle, by buttons, by keys.
import { ranking as words } from "#words";
import { glide } from "../../shared/motion.ts";
import { drawing, element, said } from "../elements.ts";
import { holdRow } from "./hold.ts";
import { moved } from "./order.ts";

interface Told {
  readonly arrange: (order: number[]) => void;
  /** Tells screen readers. */
  readonly say: (sentence: string) => void;
  /** Takes an option out of the order, where only some are ranked. */
  readonly remove: ((option: number) => void) | undefined;
}

/** An option's place in the list, and how what is said of it follows its place. */
interface Line {
  readonly row: HTMLElement;
  readonly place: (index: number) => void;
}

/** Gives what draws an order, indexes into the options with the first place first, as a list in `host`. */
export function listIn(
  host: HTMLElement,
  options: readonly string[],
  { arrange, say, remove }: Told,
): (order: readonly number[]) => void {
  let order: readonly number[] = [];
  /** Lets go of the row that is held. */
  let release: (() => void) | undefined;
  const list = element("ol", "");
  const lines = options.map((name, option) => line(name, option));

  function move(option: number, by: number): void {
    const from = order.indexOf(option);
    const to = Math.max(0, Math.min(from + by, order.length - 1));
    say(words.moved(options[option]!, to + 1, order.length));
    if (to !== from) arrange(moved(order, from, to));
  }

  function line(name: string, option: number): Line {
    const row = element("li", "");
    const handle = element("button", "handle");
    handle.type = "button";
    const number = element("span", "figures");
    number.ariaHidden = "true";
    handle.append(number, drawing("M1 4h6M1 10h6M1 16h6", 8));
    handle.addEventListener("pointerdown", (event) => grab(event, option));
    handle.addEventListener("keydown", (event) => {
      const all = order.length;
      const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Home: -all, End: all };
      const by = steps[event.key];
      if (by === undefined) return;
      event.preventDefault();
      move(option, by);
    });
    /** A button that moves the option; some browsers do not give it the focus when it is tapped. */
    const step = (by: number, label: string, lines: string): HTMLElement => {
      const made = button(label, lines, () => {
        made.focus();
        move(option, by);
      });
      return made;
    };
    const up = step(-1, words.moveUp(name), "M10 16V4M5 9l5-5 5 5");
    const down = step(1, words.moveDown(name), "M10 4v12M5 11l5 5 5-5");
    const moves = element("span", "moves");
    moves.append(up, down);
    if (remove) moves.append(button(words.remove(name), "M5 5l10 10M15 5L5 15", () => remove(option)));
    row.append(handle, said("span", "name", name), moves);
    const place = (index: number): void => {
      number.textContent = String(index + 1);
      handle.setAttribute("aria-label", words.handle(name, index + 1, order.length));
      up.setAttribute("aria-disabled", String(index === 0));
      down.setAttribute("aria-disabled", String(index === order.length - 1));
    };
    return { row, place };
  }

  function grab(event: PointerEvent, option: number): void {
    if (event.button !== 0 || release) return;
    const from = order.indexOf(option);
    const place = (index: number, to: number): void => lines[order[index]!]!.place(to);
    release = holdRow(event, list, from, place, (to) => {
      release = undefined;
      if (to === from) draw(order);
      else move(option, to - from);
    });
  }

  /** Rows glide from where they stand, or are held, to their places; the focus stays with what has it. */
  function draw(next: readonly number[]): void {
    if (release && next.join() === order.join()) return;
    release?.();
    release = undefined;
    const focused = document.activeElement as HTMLElement;
    const focusedAt = [...list.children].findIndex((row) => row.contains(focused));
    order = next;
    const settle = glide(list);
    list.className = "";
    const rows = order.map((option, index) => {
      const { row, place } = lines[option]!;
      row.className = row.style.transform = "";
      place(index);
      return row;
    });
    if (rows.some((row, index) => row !== list.children[index]) || rows.length < list.children.length)
      list.replaceChildren(...rows);
    // An empty list is nothing to tell of.
    if (rows.length === 0) list.remove();
    else if (!list.isConnected) host.append(list);
    settle();
    if (focusedAt < 0) return;
    // The row that took the place of one that was taken away, or the last one.
    const heir = rows[focusedAt] ?? rows.at(-1);
    const to = focused.isConnected ? focused : heir?.querySelector<HTMLElement>(".moves > :last-child");
    if (to !== document.activeElement) to?.focus();
  }
  return draw;
}

function button(label: string, lines: string, act: () => void): HTMLElement {
  const made = element("button", "");
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.append(drawing(lines));
  made.addEventListener("click", act);
  return made;
}
