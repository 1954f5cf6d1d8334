// Placing dots: a tap on the picture places one, a dot can be dragged, seen beside the finger, and moved by the arrows.
import { dots as words } from "#words";
import { partOf, SIDE } from "../../shared/dots.ts";
import type { Dot } from "../../shared/wire.ts";
import { element } from "../elements.ts";
import type { Draw, Filled, Told } from "../form.ts";
import { drawPicture, put, type PicturedDots } from "./picture.ts";

/** How far one press of an arrow moves a dot, and with the shift key, in thousandths. */
const STEP = 10;
const LONG_STEP = 100;
/** A finger that moves less than this has tapped. */
const TAP_PX_MAX = 6;
/** How much larger the picture is under the glass. */
const GLASS = 2;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function drawForm(host: HTMLElement, ask: PicturedDots, { change, send, say }: Told): Draw {
  const max = ask.dots_max;
  let dots: readonly Dot[] = [];
  let chosen = 0;
  /** The dot under a finger: where the finger went down, and where the dot is since it moved. */
  let held: { x: number; y: number; to?: Dot } | undefined;
  let wasDragged = false;

  const { frame, area, address } = drawPicture(ask);
  const now = element("p", "now");
  const glass = element("span", "glass");
  glass.hidden = true;
  glass.style.backgroundImage = `url("${address}")`;
  const marks = Array.from({ length: max }, (_, index) => mark(index));
  area.append(...marks, glass);

  const add = element("button", "link add", words.add);
  const takeAway = element("button", "link", words.takeAway);
  for (const button of [add, takeAway]) button.type = "button";
  add.addEventListener("click", () => {
    place({ x: SIDE / 2, y: SIDE / 2 });
    marks[chosen]!.focus();
  });
  takeAway.addEventListener("click", remove);
  const turn = element("div", "turn");
  turn.append(now, takeAway);

  const problem = element("p", "problem");
  problem.setAttribute("aria-live", "polite");
  const button = element("button", "button");
  button.addEventListener("click", () => {
    if (dots.length > 0) return send({ type: "dots", dots: [...dots] });
    problem.textContent = words.placeOne;
    add.focus();
  });

  area.addEventListener("click", (event) => {
    const isDrop = wasDragged;
    wasDragged = false;
    if (!isDrop && !marks.includes(event.target as HTMLElement)) place(placeAt(event.clientX, event.clientY));
  });
  const form = element("div", "dots");
  form.setAttribute("role", "group");
  form.setAttribute("aria-label", document.querySelector("h1")?.textContent ?? "");
  form.append(frame, turn, add);
  host.replaceChildren(element("p", "lead", words.lead(max)), form, problem, button);

  function mark(index: number): HTMLElement {
    const dot = element("span", "dot");
    dot.tabIndex = 0;
    // A slider lets the arrows through to the page, whatever reads the screen.
    dot.setAttribute("role", "slider");
    dot.setAttribute("aria-valuemax", String(SIDE));
    dot.addEventListener("focus", () => choose(index));
    dot.addEventListener("keydown", (event) => press(event, index));
    dot.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button > 0) return;
      held = { x: event.clientX, y: event.clientY };
      problem.textContent = "";
      dot.setPointerCapture(event.pointerId);
      choose(index);
    });
    dot.addEventListener("pointermove", (event) => {
      if (!held) return;
      if (!held.to && Math.hypot(event.clientX - held.x, event.clientY - held.y) < TAP_PX_MAX) return;
      held.to = placeAt(event.clientX, event.clientY);
      put(dot, held.to);
      look(held.to);
    });
    dot.addEventListener("pointerup", () => {
      wasDragged = held?.to !== undefined;
      if (held?.to) move(index, held.to);
      release();
    });
    // The browser took the finger for its own; the dot goes back to where it was.
    dot.addEventListener("pointercancel", release);
    return dot;
  }

  function release(): void {
    held = undefined;
    glass.hidden = true;
    paint();
  }

  /** Shows what is under the finger, above it or, near the upper edge of the screen, below it. */
  function look(to: Dot): void {
    const { clientWidth: width, clientHeight: height } = area;
    glass.hidden = false;
    put(glass, to);
    const radius = glass.offsetWidth / 2;
    const top = area.getBoundingClientRect().top + (to.y / SIDE) * height;
    glass.classList.toggle("below", top < 3 * radius);
    const behind = (along: number, side: number): string => `${radius - (along / SIDE) * side * GLASS}px`;
    glass.style.backgroundSize = `${width * GLASS}px ${height * GLASS}px`;
    glass.style.backgroundPosition = `${behind(to.x, width)} ${behind(to.y, height)}`;
  }

  function press(event: KeyboardEvent, index: number): void {
    const arrow = ARROWS[event.key];
    if (event.key === "Delete" || event.key === "Backspace") remove();
    else if (!arrow) return;
    else {
      const step = event.shiftKey ? LONG_STEP : STEP;
      const { x, y } = dots[index]!;
      move(index, { x: within(x + arrow[0] * step), y: within(y + arrow[1] * step) });
    }
    event.preventDefault();
  }

  function placeAt(x: number, y: number): Dot {
    const box = area.getBoundingClientRect();
    return {
      x: within(((x - box.left) / box.width) * SIDE),
      y: within(((y - box.top) / box.height) * SIDE),
    };
  }

  /** One more dot; where there is only one, it moves, and where there are enough, that is told. */
  function place(dot: Dot): void {
    if (dots.length < max) {
      chosen = dots.length;
      set([...dots, dot]);
    } else if (max === 1) move(0, dot);
    else problem.textContent = words.enough(max);
  }

  function move(index: number, dot: Dot): void {
    chosen = index;
    set(dots.map((before, each) => (each === index ? dot : before)));
  }

  function remove(): void {
    const had = marks.includes(document.activeElement as HTMLElement) || document.activeElement === takeAway;
    set(dots.filter((_, index) => index !== chosen));
    say(words.takenAway);
    if (had) (dots.length > 0 ? marks[chosen]! : add).focus();
  }

  function choose(index: number): void {
    chosen = index;
    paint();
  }

  function set(placed: readonly Dot[]): void {
    problem.textContent = "";
    dots = placed;
    chosen = Math.max(0, Math.min(chosen, dots.length - 1));
    paint();
    change({ order: dots.flatMap(({ x, y }) => [x, y]) });
  }

  function paint(): void {
    for (const [index, dot] of marks.entries()) {
      const at = dots[index];
      dot.hidden = !at;
      dot.classList.toggle("chosen", index === chosen && dots.length > 1);
      dot.textContent = max > 1 ? String(index + 1) : "";
      if (!at) continue;
      put(dot, at);
      dot.setAttribute("aria-label", words.dot(index + 1, max));
      dot.setAttribute("aria-valuenow", String(at.x));
      dot.setAttribute("aria-valuetext", where(at));
    }
    const at = dots[chosen];
    now.textContent = at ? `${words.dot(chosen + 1, max)}: ${words.parts[partOf(at)]}` : words.left(max);
    takeAway.setAttribute("aria-label", words.takeAwayOf(chosen + 1, max));
    // It keeps its place, so that nothing moves under the thumb.
    takeAway.style.visibility = at ? "visible" : "hidden";
    add.hidden = dots.length === max;
  }

  return ({ order, from }: Filled, isChange: boolean): void => {
    button.textContent = isChange ? words.sendChange : words.send;
    dots = from?.type === "dots" ? from.dots : pairs(order ?? []).slice(0, max);
    chosen = Math.max(0, Math.min(chosen, dots.length - 1));
    paint();
  };
}

const within = (along: number): number => Math.round(Math.min(SIDE, Math.max(0, along)));

/** A place in words: the part of the picture, and how far from its edges. */
function where(dot: Dot): string {
  const percent = (along: number): number => Math.round((along / SIDE) * 100);
  return `${words.parts[partOf(dot)]}, ${words.from(percent(dot.x), percent(dot.y))}`;
}

function pairs(order: readonly number[]): Dot[] {
  return order.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: order[index + 1] ?? 0 }] : []));
}
