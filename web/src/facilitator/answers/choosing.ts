// Which answers and themes a person means: a range as they lie, and themes by what is typed of their names.
import type { AnswerId } from "../../shared/wire.ts";

/** All from one answer to another as they lie, both with them; the last alone when the first does not lie there. */
export function rangeOf(
  lying: readonly AnswerId[],
  from: AnswerId | undefined,
  to: AnswerId,
): readonly AnswerId[] {
  const [one, other] = [from === undefined ? -1 : lying.indexOf(from), lying.indexOf(to)];
  if (one < 0 || other < 0) return [to];
  return lying.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/** Those whose name has what is typed, those that begin with it first; all when nothing is typed. */
export function named<Thing>(
  things: readonly Thing[],
  typed: string,
  nameOf: (thing: Thing) => string,
): readonly Thing[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return things;
  const at = (thing: Thing): number => nameOf(thing).toLowerCase().indexOf(wanted);
  const found = things.filter((thing) => at(thing) >= 0);
  return [...found.filter((thing) => at(thing) === 0), ...found.filter((thing) => at(thing) > 0)];
}
