// Where the room placed its dots: on the picture, and in words.
import { dots as words } from "#words";
import { COARSE, countParts, RING, spanOf, spotsOf } from "../../shared/dots.ts";
import type { DotCluster, SharedResults } from "../../shared/wire.ts";
import { element } from "../elements.ts";
import { drawPicture, type PicturedDots } from "./picture.ts";

export function drawResults(host: HTMLElement, ask: PicturedDots): (shared: SharedResults) => void {
  const people = element("p", "quiet figures");
  const before = stand(ask, words.firstRound);
  const after = stand(ask, words.secondRound);
  host.replaceChildren(element("h2", "", words.heading), people, before.body, after.body);
  return ({ people: count, tally, first }) => {
    people.textContent = count === 0 ? words.none : words.ofPeople(count);
    const isSecond = first?.tally.type === "dots";
    before.body.hidden = !isSecond;
    after.title.hidden = !isSecond;
    if (first?.tally.type === "dots") before.draw(first.tally.clusters);
    after.draw(tally?.type === "dots" ? tally.clusters : []);
  };
}

/** The picture of one round. */
function stand(ask: PicturedDots, name: string) {
  const { frame, area } = drawPicture(ask);
  const title = element("h3", "", name);
  const list = element("ul", "");
  const body = element("div", "dots shared");
  body.append(title, frame, list);
  const draw = (clusters: readonly DotCluster[]): void => {
    const spots = ask.picture ? spotsOf(clusters, ask.picture, COARSE) : [];
    const circles = spots.map(({ cx, cy, r }) => drawn("circle", { cx, cy, r, "stroke-width": r * RING }));
    const layer = drawn("svg", { viewBox: ask.picture ? spanOf(ask.picture) : "", "aria-hidden": "true" });
    layer.append(...circles);
    area.replaceChildren(layer);
    list.replaceChildren(
      ...countParts(clusters).flatMap((count, part) =>
        count > 0 ? [element("li", "figures", `${words.parts[part]}: ${count}`)] : [],
      ),
    );
  };
  return { body, title, draw };
}

function drawn(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}
