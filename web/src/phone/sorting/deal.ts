// A hand of answers on the phone: tapped to choose those that belong together, and put together in piles.
import { sorting as words } from "#words";
import type { AnswerId } from "../../shared/wire.ts";
import { buzz } from "../buzz.ts";
import { check, element } from "../elements.ts";
import type { Deal, Piles } from "./hand.ts";
import { apart, loose, told, together, type Lay } from "./piles.ts";

interface Around {
  /** Tells screen readers. */
  readonly say: (sentence: string) => void;
  readonly lay: (piles: Piles) => void;
  readonly glideIn: (drawn: HTMLElement) => void;
}

/** Draws a hand that was dealt into `host`. */
export function drawDeal(host: HTMLElement, deal: Deal, { say, lay: tell, glideIn }: Around): void {
  let lay: Lay = loose(deal.answers.map(({ id }) => id));
  const chosen = new Set<AnswerId>();
  const heading = element("h2", "ask", words.askPiles);
  heading.tabIndex = -1;
  const asked = element("p", "asked");
  asked.append(
    element("span", "", words.pilesHow),
    element("span", "figures", words.progressPiles(deal.number, deal.each)),
  );
  const table = element("div", "table");
  const join = element("button", "join");
  const done = element("button", "done");
  const acts = element("div", "acts");
  acts.append(join, done);
  const cards = new Map(deal.answers.map(({ id, text }) => [id, card(id, text)]));

  join.addEventListener("click", () => {
    const count = chosen.size;
    lay = together(lay, chosen);
    chosen.clear();
    buzz();
    draw();
    say(words.joined(count));
    table.querySelector<HTMLElement>(".pile:last-of-type .card-text")?.focus({ preventScroll: true });
  });
  done.addEventListener("click", () => {
    if (host.classList.contains("laid")) return;
    buzz();
    // What is chosen and not yet put together is meant to be.
    tell(told(together(lay, chosen)));
  });
  host.replaceChildren(heading, asked, table, acts);
  draw();
  say(words.dealt(deal.number, deal.each, deal.answers.length));
  scrollTo(0, 0);
  glideIn(table);

  function card(id: AnswerId, text: string): HTMLElement {
    const made = element("button", "card-text");
    made.append(element("span", "", text), check());
    made.addEventListener("click", () => {
      if (!chosen.delete(id)) chosen.add(id);
      draw();
    });
    return made;
  }

  function draw(): void {
    for (const [id, made] of cards) made.setAttribute("aria-pressed", String(chosen.has(id)));
    const piles = lay.piles.map((pile, index) => {
      const made = element("section", "pile");
      const part = element("button", "link", words.apart);
      part.addEventListener("click", () => {
        lay = apart(lay, index);
        chosen.clear();
        draw();
      });
      const head = element("p", "pile-head");
      head.append(element("span", "", words.pile(index + 1, pile.length)), part);
      made.append(head, ...pile.map((id) => cards.get(id)!));
      return made;
    });
    const focused = document.activeElement;
    table.replaceChildren(...piles, ...lay.loose.map((id) => cards.get(id)!));
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
    join.textContent = words.join(chosen.size);
    join.disabled = chosen.size < 2;
    done.textContent = lay.piles.length === 0 && chosen.size < 2 ? words.noPiles : words.donePiles;
    done.classList.toggle("first", chosen.size === 0);
  }
}
