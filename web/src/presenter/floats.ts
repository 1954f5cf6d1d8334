// Which reactions float over the projector: a few, whatever the counts.
import { REACTIONS } from "../shared/icons.ts";
import type { Reaction, ReactionCounts } from "../shared/wire.ts";

/** Most at a time; more would hide what the room is looking at. */
export const FLOATS_MAX = 12;
/** Most that begin at once, so that a room that keeps on is seen to. */
const BEGIN_MAX = 4;

/** Those that begin now while `floating` others are under way: each kind in proportion to its count. */
export function beginning(counts: ReactionCounts, floating: number): Reaction[] {
  const all = REACTIONS.reduce((sum, kind) => sum + counts[kind], 0);
  const begun = { applause: 0, heart: 0, thumbs_up: 0, idea: 0 };
  const chosen: Reaction[] = [];
  for (let left = Math.min(all, BEGIN_MAX, FLOATS_MAX - floating); left > 0; left -= 1) {
    const weight = (kind: Reaction) => counts[kind] / (2 * begun[kind] + 1);
    const next = REACTIONS.reduce((best, kind) => (weight(kind) > weight(best) ? kind : best));
    begun[next] += 1;
    chosen.push(next);
  }
  return chosen;
}
