// The way back from a step of the clock.
import type { Standing } from "../../shared/timer.ts";
import type { FacilitatorCommand, TimerView } from "../../shared/wire.ts";

/** The shortest stretch that the server takes. */
const SECONDS_MIN = 5;

/** What has a clock go on from where it stands now; nothing for one that has run out. */
export function fromWhereItStood(
  timer: TimerView,
  at: Omit<Standing, "since_ms">,
  closes_question: boolean,
): readonly FacilitatorCommand[] {
  if (at.isOver) return [];
  const seconds = Math.max(SECONDS_MIN, Math.ceil(at.left_ms / 1_000));
  const stretches = [{ label: at.stretch?.label ?? "", seconds }, ...timer.stretches.slice(at.index + 1)];
  const start = { do: "start_timer", timer: { stretches, starts_itself: false, closes_question } } as const;
  return timer.running ? [start] : [start, { do: "pause_timer" }];
}
