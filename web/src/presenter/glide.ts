// Things that change place glide there, and new ones come in where they will stay.
import { calmMs } from "../shared/motion.ts";

const EASE = "cubic-bezier(0.2, 0, 0, 1)";

/** Where things stood, by the key in their `data-glide`. */
type Places = ReadonlyMap<string, DOMRect>;

/** Remembers where everything in a box stands; call before the page is drawn anew. */
export function placesIn(box: HTMLElement | undefined): Places {
  const places = new Map<string, DOMRect>();
  for (const thing of things(box)) {
    const place = thing.getBoundingClientRect();
    if (isSeen(place)) places.set(thing.dataset["glide"]!, place);
  }
  return places;
}

/**
 * Lets everything glide from where it stood to where it stands now; call when the page is drawn. Only what is seen
 * moves, so that five hundred answers cost no more than a pageful.
 */
export function glideFrom(before: Places, box: HTMLElement | undefined): void {
  const duration = calmMs();
  if (duration === 0) return;
  const moves: [HTMLElement, Keyframe[]][] = [];
  for (const thing of things(box)) {
    const now = thing.getBoundingClientRect();
    const then = before.get(thing.dataset["glide"]!);
    if (then) {
      const [x, y] = [then.left - now.left, then.top - now.top];
      // Text that is set in another size would be seen to jump in size all the same: let it come in anew.
      if (Math.abs(then.width - now.width) > 2) moves.push([thing, FADE]);
      else if (Math.hypot(x, y) > 1) moves.push([thing, [{ transform: `translate(${x}px, ${y}px)` }, {}]]);
    } else if (isSeen(now)) {
      moves.push([thing, FADE]);
    }
  }
  for (const [thing, frames] of moves) thing.animate(frames, { duration, easing: EASE });
}

const FADE: Keyframe[] = [{ opacity: 0 }, { opacity: 1 }];

function things(box: HTMLElement | undefined): Iterable<HTMLElement> {
  return box?.querySelectorAll<HTMLElement>("[data-glide]") ?? [];
}

function isSeen(place: DOMRect): boolean {
  return place.bottom > 0 && place.right > 0 && place.top < innerHeight && place.left < innerWidth;
}
