// The screen of results: themes under their headings, or a ranking. A file of its own that shares nothing with the
// phone's page, so that a form stands on the screen sooner. Text from people enters it as text.
import { results as words } from "#words";
import { calmMs } from "../../shared/motion.ts";
import themes from "../../shared/themes.css?inline";
import type { Ask, SharedResults } from "../../shared/wire.ts";
import { addStyle, element } from "../elements.ts";
import { partsOf, type Bar, type Part } from "./parts.ts";
import style from "./screen.css?inline";

/** Draws results into `host`; the function it gives back draws them anew when they have changed. */
export function openResults(host: HTMLElement, ask: Ask): (shared: SharedResults) => void {
  addStyle(themes);
  addStyle(style);
  const people = element("p", "quiet figures");
  const parts = element("div", "parts");
  host.replaceChildren(element("h2", "", words.heading), people, parts);
  /** What has been drawn, by key, so that it glides to its new place instead of coming anew. */
  const drawn = new Map<string, HTMLElement>();
  const known = (key: string, make: () => HTMLElement): HTMLElement => {
    const thing = drawn.get(key) ?? make();
    drawn.set(key, thing);
    return thing;
  };

  return (shared) => {
    const before = new Map([...drawn.values()].map((thing) => [thing, thing.getBoundingClientRect().top]));
    const { first } = shared;
    people.textContent = shared.people === 0 ? words.none : words.ofPeople(shared.people);
    if (first && first.both > 0) people.textContent += ` · ${words.moved(first.moved, first.both)}`;
    parts.classList.toggle("places", shared.tally?.type === "ranking");
    const all = shared.people === 0 ? [] : partsOf(shared, ask);
    parts.replaceChildren(...all.map((part) => drawPart(part, known)));
    for (const [key, thing] of drawn) if (!thing.isConnected) drawn.delete(key);
    for (const [thing, top] of before) glide(thing, top);
  };
}

type Known = (key: string, make: () => HTMLElement) => HTMLElement;

function drawPart({ label, count, bars }: Part, known: Known): HTMLElement {
  const part = element("section", "");
  if (label !== undefined) {
    const heading = known(`heading ${label}`, () => {
      const made = element("h3", "", label);
      made.append(" ", element("span", "figures"));
      return made;
    });
    heading.lastElementChild!.textContent = String(count);
    part.append(heading);
  }
  const list = element("ol", "");
  list.append(...bars.map((bar) => drawBar(bar, known)));
  part.append(list);
  return part;
}

function drawBar({ key, name, figure, note, share, colour }: Bar, known: Known): HTMLElement {
  const row = known(key, () => {
    const made = element("li", "");
    made.append(element("span", "figure figures"), element("span", "name"), element("span", "bar"));
    return made;
  });
  const [figures, names, bar] = row.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
  figures.textContent = figure;
  names.replaceChildren(name, ...(note ? [element("small", "figures", note)] : []));
  bar.style.width = `${share * 100}%`;
  bar.style.background = colour;
  return row;
}

function glide(thing: HTMLElement, top: number): void {
  const by = top - thing.getBoundingClientRect().top;
  if (by === 0 || !thing.isConnected) return;
  thing.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], {
    duration: calmMs(),
    easing: "cubic-bezier(0.2, 0, 0, 1)",
  });
}
