// The clock beside an item, followed by a component.
import type { ServerClock } from "./server-clock.ts";
import { followTimer, type Standing } from "./timer.ts";
import type { TimerView } from "./wire.ts";

/** What a clock shows, kept up to date; made while a component is. */
export class Clock {
  #standing = $state.raw<Standing>();

  /** `signal` is called when a stretch ends. */
  constructor(timer: () => TimerView | undefined, time: ServerClock, signal: (at: Standing) => void) {
    const follower = followTimer(time, (at) => (this.#standing = at), signal);
    $effect(() => {
      const told = timer();
      if (!told) this.#standing = undefined;
      follower.tell(told);
    });
    $effect(() => () => follower.end());
  }

  /** How the clock stands; nothing where there is none. */
  get standing(): Standing | undefined {
    return this.#standing;
  }
}
