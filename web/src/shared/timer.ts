// The clock beside an item, as it stands at a moment. Pure: the moment is given, by the server's time.
import type { ServerClock } from "./server-clock.ts";
import type { Stretch, TimerView } from "./wire.ts";

/** What a clock shows. */
export interface Standing {
  /** The stretch that runs, as its index; the number of stretches once the time is up. */
  readonly index: number;
  readonly stretch: Stretch | undefined;
  /** What is left of the stretch, in milliseconds; 0 once the time is up. */
  readonly left_ms: number;
  /** How long the stretch before has been over, in milliseconds. */
  readonly since_ms: number;
  readonly isOver: boolean;
}

/** How a clock stands at `now_ms`, the server's time. */
export function standingOf(timer: TimerView, now_ms: number): Standing {
  const run_ms = timer.running ? Math.max(0, now_ms - timer.since_ms) : 0;
  const elapsed_ms = timer.elapsed_ms + run_ms;
  let from_ms = 0;
  for (const [index, stretch] of timer.stretches.entries()) {
    const to_ms = from_ms + stretch.seconds * 1_000;
    if (elapsed_ms < to_ms) {
      const left_ms = to_ms - elapsed_ms;
      return { index, stretch, left_ms, since_ms: elapsed_ms - from_ms, isOver: false };
    }
    from_ms = to_ms;
  }
  const { length } = timer.stretches;
  return { index: length, stretch: undefined, left_ms: 0, since_ms: elapsed_ms - from_ms, isOver: true };
}

/** Time left as it is read: `2:05`, rounded up so that the last second is seen as 1. */
export function readTime(left_ms: number): string {
  const seconds = Math.ceil(left_ms / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (n: number): string => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A signal that comes later than this is no signal any more: the page slept, or has just come. */
const LATE_MS_MAX = 3_000;
/** How long the server's time is waited for before the page's own must do. */
const UNSET_MS_MAX = 1_500;

/** Follows a clock through all that is told of it. */
export interface Follower {
  /** Takes what is told next; nothing where there is no clock any more. */
  tell(timer: TimerView | undefined): void;
  end(): void;
}

/** Follows a clock: `show` hears how it stands at each second, `signal` when a stretch ends. */
export function followTimer(
  time: Pick<ServerClock, "now" | "isSet" | "onSet">,
  show: (at: Standing, timer: TimerView) => void,
  signal: (at: Standing) => void,
): Follower {
  let told: TimerView | undefined;
  let passed: number | undefined;
  let patient = true;
  let wait: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    clearTimeout(wait);
    if (!told) {
      passed = undefined;
      return;
    }
    if (!time.isSet && patient) {
      wait = setTimeout(impatient, UNSET_MS_MAX);
      return;
    }
    const at = standingOf(told, time.now());
    show(at, told);
    if (passed !== undefined && at.index > passed && at.since_ms < LATE_MS_MAX) signal(at);
    passed = at.index;
    // A millisecond late, so that the second that ends has ended.
    if (told.running && !at.isOver) wait = setTimeout(look, (at.left_ms % 1_000 || 1_000) + 1);
  }

  function impatient(): void {
    patient = false;
    look();
  }

  const unset = time.onSet(look);
  document.addEventListener("visibilitychange", look);
  return {
    tell(timer) {
      told = timer;
      look();
    },
    end() {
      clearTimeout(wait);
      unset();
      document.removeEventListener("visibilitychange", look);
    },
  };
}
