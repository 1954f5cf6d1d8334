// Answers in a hand as they are parted: some in piles, the others still loose.
import type { AnswerId } from "../../shared/wire.ts";
import type { Piles } from "./hand.ts";

/** How a hand lies now. */
export interface Lay {
  /** Piles of two answers or more, the oldest first. */
  readonly piles: Piles;
  readonly loose: readonly AnswerId[];
}

/** All loose. */
export function loose(answers: readonly AnswerId[]): Lay {
  return { piles: [], loose: answers };
}

/** These put together, with all of every pile that one of them lies in. */
export function together(lay: Lay, chosen: ReadonlySet<AnswerId>): Lay {
  const meets = (pile: readonly AnswerId[]): boolean => pile.some((answer) => chosen.has(answer));
  const met = lay.piles.filter(meets);
  const joined = [...met.flat(), ...lay.loose.filter((answer) => chosen.has(answer))];
  if (joined.length < 2) return lay;
  const at = met.length > 0 ? lay.piles.indexOf(met[0]!) : lay.piles.length;
  const others = lay.piles.filter((pile) => !meets(pile));
  return {
    piles: [...others.slice(0, at), joined, ...others.slice(at)],
    loose: lay.loose.filter((answer) => !chosen.has(answer)),
  };
}

/** One pile parted again; its answers lie loose, before those that did. */
export function apart(lay: Lay, pile: number): Lay {
  return {
    piles: lay.piles.filter((_, index) => index !== pile),
    loose: [...(lay.piles[pile] ?? []), ...lay.loose],
  };
}

/** What is told of it: every loose answer is a pile of its own. */
export function told(lay: Lay): Piles {
  return [...lay.piles, ...lay.loose.map((answer) => [answer])];
}
