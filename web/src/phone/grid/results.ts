// Where the room placed the items: the mean of each as its number, around it how far its places spread, and below what
// the numbers stand for.
import { grid as words } from "#words";
import { themeColour } from "../../shared/colour.ts";
import { apart, quadrantName, SIDE, type GridAsk } from "../../shared/plane.ts";
import type { SharedResults } from "../../shared/wire.ts";
import { element, said } from "../elements.ts";
import { drawPlane, numbered, put } from "./plane.ts";

/** How wide a dot is; the style has the same. */
const DOT_PX = 28;

export function drawResults(host: HTMLElement, ask: GridAsk): (shared: SharedResults) => void {
  const people = element("p", "quiet figures");
  const { frame, area } = drawPlane(ask);
  const list = element("ol", "");
  const all = ask.items.map((label, item) => {
    const halo = element("span", "halo");
    const dot = numbered(item);
    const key = numbered(item);
    const row = element("li", "");
    const note = element("small", "figures");
    const name = element("span", "");
    name.append(said("span", "", label), note);
    row.append(key, name);
    for (const one of [halo, dot, key]) one.style.background = themeColour(item + 1);
    area.append(halo);
    list.append(row);
    return { halo, dot, note };
  });
  area.append(...all.map(({ dot }) => dot));
  const body = element("div", "grid shared");
  body.append(frame, list);
  host.replaceChildren(element("h2", "", words.heading), people, body);

  return (shared) => {
    const items = shared.tally?.type === "grid" ? shared.tally.items : [];
    people.textContent = shared.people === 0 ? words.none : words.ofPeople(shared.people);
    const side_px = area.clientWidth || 1;
    const placed = items.filter((one) => one.placed > 0);
    const means = placed.map(({ mean_x, mean_y }) => ({
      x: (mean_x / SIDE) * side_px,
      y: (mean_y / SIDE) * side_px,
    }));
    const stands = apart(means, DOT_PX, side_px, side_px);
    for (const [item, { halo, dot, note }] of all.entries()) {
      const index = placed.findIndex((one) => one.item === item);
      const one = placed[index];
      halo.hidden = dot.hidden = !one;
      note.textContent = words.unplaced;
      if (!one) continue;
      const { x, y } = stands[index]!;
      put(dot, { x: (x / side_px) * SIDE, y: (y / side_px) * SIDE });
      put(halo, { x: one.mean_x, y: one.mean_y });
      halo.style.width = `${2 * one.spread_x}%`;
      halo.style.height = `${2 * one.spread_y}%`;
      note.textContent = one.quadrant ? quadrantName(ask, one.quadrant) : words.middle;
    }
  };
}
