// How a thing in a list goes to its new place: it glides there, and never stretches on the way.
import type { AnimationConfig } from "svelte/animate";
import { calmMs } from "../shared/motion.ts";

/** Svelte's `animate:` for cards whose height may change while they move. */
export function settle(_: Element, { from, to }: { from: DOMRect; to: DOMRect }): AnimationConfig {
  const [across, down] = [from.left - to.left, from.top - to.top];
  return {
    duration: across === 0 && down === 0 ? 0 : calmMs(),
    css: (_done, left) => `transform: translate(${across * left}px, ${down * left}px)`,
  };
}
