// What changes many times a second is shown anew only so often, so that the room can follow each move.
import { untrack } from "svelte";

/** So long what is shown stands before what came meanwhile glides in: long enough to follow one move. */
const STILL_MS = 900;

/** What `fresh` gives, held still for a while after each change. Called while a component is made. */
export function paced<T>(fresh: () => T): { readonly shown: T } {
  let shown = $state.raw(untrack(fresh));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let movedAt = 0;

  $effect(() => {
    fresh();
    timer ??= setTimeout(
      () => {
        timer = undefined;
        movedAt = performance.now();
        shown = untrack(fresh);
      },
      Math.max(0, movedAt + STILL_MS - performance.now()),
    );
  });
  $effect(() => () => clearTimeout(timer));

  return {
    get shown() {
      return shown;
    },
  };
}
