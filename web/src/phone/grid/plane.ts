// The plane as a phone draws it: the axes around it, the names of its parts inside, and what stands on it.
import { QUADRANTS, SIDE, type Dot, type GridAsk } from "../../shared/plane.ts";
import type { Axis } from "../../shared/wire.ts";
import { element, said } from "../elements.ts";

export interface Plane {
  /** The plane with its axes. */
  readonly frame: HTMLElement;
  /** Where things are placed: its edges are the ends of the axes. */
  readonly area: HTMLElement;
}

/** What one line along the plane has room for. */
const LINE_CHARS_MAX = 24;

export function drawPlane(ask: GridAsk): Plane {
  const frame = element("div", "frame");
  const plane = element("div", "plane");
  const area = element("div", "area");
  for (const part of QUADRANTS) plane.append(said("span", `part ${part}`, ask.quadrants?.[part] ?? ""));
  plane.append(area);
  frame.append(drawAxis(ask.y, "y"), plane, drawAxis(ask.x, "x"));
  return { frame, area };
}

function drawAxis({ name, low, high }: Axis, which: "x" | "y"): HTMLElement {
  const isLong = name.length + low.length + high.length > LINE_CHARS_MAX;
  const axis = element("p", `axis ${which}${isLong ? " long" : ""}`);
  axis.append(said("span", "", low), said("b", "", name), said("span", "", high));
  return axis;
}

/** A numbered dot; what stands beside it says what it is. */
export function numbered(item: number): HTMLElement {
  const dot = element("span", "dot figures", String(item + 1));
  dot.setAttribute("aria-hidden", "true");
  return dot;
}

/** Puts a thing with its middle at a place. */
export function put(thing: HTMLElement, { x, y }: Dot): void {
  thing.style.left = `${(x / SIDE) * 100}%`;
  thing.style.bottom = `${(y / SIDE) * 100}%`;
}
