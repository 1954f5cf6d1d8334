// Placing items: a tap on the plane places the chosen one, a dot can be dragged, and two sliders that only a keyboard or
// a screen reader meets move the chosen one along each axis.
import { grid as words } from "#words";
import { onAxis, SIDE, type GridAsk } from "../../shared/plane.ts";
import type { AnswerContent, GridPlace } from "../../shared/wire.ts";
import { element, said } from "../elements.ts";
import type { Filled, Told } from "../form.ts";
import { drawPlane, numbered, put } from "./plane.ts";

/** How far one press of an arrow moves an item. */
const STEP = 5;
/** A finger that moves less than this has tapped. */
const TAP_PX_MAX = 6;

type Places = readonly (GridPlace | null)[];

export function drawForm(host: HTMLElement, ask: GridAsk, { change, send }: Told) {
  const { items } = ask;
  let places: Places = items.map(() => null);
  let chosen = -1;
  /** The dot under a finger: where it went down, and where it is since it moved. */
  let held: { item: number; x: number; y: number; to?: GridPlace } | undefined;

  const now = element("p", "now");
  now.setAttribute("aria-live", "polite");
  const { frame, area } = drawPlane(ask);
  const dots = items.map((_, item) => {
    const dot = numbered(item);
    dot.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button > 0) return;
      held = { item, x: event.clientX, y: event.clientY };
      dot.setPointerCapture(event.pointerId);
    });
    dot.addEventListener("pointermove", (event) => {
      const gone = held && Math.hypot(event.clientX - held.x, event.clientY - held.y);
      if (!held || (!held.to && gone! < TAP_PX_MAX)) return;
      held.to = placeAt(event);
      put(dot, held.to);
    });
    dot.addEventListener("pointerup", () => {
      if (!held?.to) return;
      chosen = item;
      set(item, held.to);
    });
    // The browser took the finger for its own; the dot goes back to where it was.
    dot.addEventListener("pointercancel", () => {
      held = undefined;
      paint();
    });
    return dot;
  });
  const plane = area.parentElement!;
  plane.addEventListener("click", (event) => {
    const wasDragged = held?.to;
    const on = held?.item;
    held = undefined;
    if (wasDragged) return;
    if (on !== undefined && places[chosen]) return choose(on);
    const item = chosen;
    if (!places[item]) chosen = nextUnplaced(item);
    set(item, placeAt(event));
  });

  const sliders = (["x", "y"] as const).map((axis) => {
    const slider = element("input", "only-heard");
    slider.type = "range";
    slider.max = String(SIDE);
    slider.step = String(STEP);
    slider.addEventListener("input", () => {
      const from = places[chosen] ?? { x: SIDE / 2, y: SIDE / 2 };
      set(chosen, { ...from, [axis]: Number(slider.value) });
    });
    return { axis, slider };
  });
  const takeAway = element("button", "link", words.takeAway);
  takeAway.type = "button";
  takeAway.addEventListener("click", () => {
    set(chosen, null);
    sliders[0]!.slider.focus();
  });

  const list = element("div", "chips");
  list.setAttribute("role", "radiogroup");
  list.setAttribute("aria-label", words.items);
  const chips = items.map((label, item) => {
    const chip = element("label", "");
    const input = element("input", "only-heard");
    input.type = "radio";
    input.name = "grid";
    input.addEventListener("change", () => choose(item));
    chip.append(input, numbered(item), said("span", "", label));
    list.append(chip);
    return { chip, input };
  });

  const problem = element("p", "problem");
  problem.setAttribute("aria-live", "polite");
  const button = element("button", "button");
  button.addEventListener("click", () => {
    const content = answer();
    if (content) return send(content);
    problem.textContent = words.placeOne;
    sliders[0]!.slider.focus();
  });
  const form = element("div", "grid");
  form.setAttribute("role", "group");
  form.setAttribute("aria-label", document.querySelector("h1")?.textContent ?? "");
  const turn = element("div", "turn");
  turn.append(now, takeAway);
  form.append(turn, frame, ...sliders.map(({ slider }) => slider), list);
  area.append(...dots);
  host.replaceChildren(
    element("p", "lead", items.length > 1 ? words.leadMany : words.lead),
    form,
    problem,
    button,
  );

  function placeAt({ clientX, clientY }: MouseEvent): GridPlace {
    const box = area.getBoundingClientRect();
    const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * SIDE);
    return {
      x: within((clientX - box.left) / box.width),
      y: within((box.bottom - clientY) / box.height),
    };
  }

  function nextUnplaced(after: number): number {
    const turn = items.map((_, index) => (after + 1 + index) % items.length);
    return turn.find((item) => item !== after && !places[item]) ?? after;
  }

  function choose(item: number): void {
    chosen = item;
    paint();
  }

  function set(item: number, place: GridPlace | null): void {
    problem.textContent = "";
    places = places.map((before, index) => (index === item ? place : before));
    paint();
    change({ order: places.flatMap((one) => (one ? [one.x, one.y] : [-1, -1])) });
  }

  const answer = (): AnswerContent | undefined =>
    places.some((place) => place) ? { type: "grid", places: [...places] } : undefined;

  function paint(): void {
    const place = places[chosen];
    const label = items[chosen]!;
    now.replaceChildren(numbered(chosen), said("span", "", label));
    for (const [item, { chip, input }] of chips.entries()) {
      const at = places[item];
      input.checked = item === chosen;
      chip.classList.toggle("chosen", item === chosen);
      chip.classList.toggle("placed", !!at);
      input.setAttribute("aria-label", `${items[item]}, ${at ? told(at) : words.unplaced}`);
      dots[item]!.hidden = !at;
      dots[item]!.classList.toggle("chosen", item === chosen);
      if (at) put(dots[item]!, at);
    }
    for (const { axis, slider } of sliders) {
      slider.value = String(place?.[axis] ?? SIDE / 2);
      slider.setAttribute("aria-label", `${label}: ${ask[axis].name}`);
      slider.setAttribute("aria-valuetext", place ? onAxis(ask[axis], place[axis]) : words.unplaced);
    }
    // It keeps its place, so that nothing moves under the thumb.
    takeAway.style.visibility = place ? "visible" : "hidden";
    takeAway.setAttribute("aria-label", words.takeAwayOf(label));
  }

  const told = ({ x, y }: GridPlace): string => `${onAxis(ask.x, x)}, ${onAxis(ask.y, y)}`;

  return ({ order, from }: Filled, isChange: boolean): void => {
    button.textContent = isChange ? words.sendChange : words.send;
    const before = from?.type === "grid" ? from.places : [];
    places = items.map((_, item) => {
      const [x = -1, y = -1] = order ? [order[2 * item], order[2 * item + 1]] : [];
      return order ? (x >= 0 && y >= 0 ? { x, y } : null) : (before[item] ?? null);
    });
    if (chosen < 0) chosen = Math.max(0, nextUnplaced(-1));
    paint();
  };
}
