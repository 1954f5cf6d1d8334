import { expect, test } from "vitest";
import { fromWhereItStood } from "./timer.ts";

const stretches = [
  { label: "Den første forteller", seconds: 120 },
  { label: "Den andre forteller", seconds: 90 },
];
const timer = { stretches, elapsed_ms: 30_000, since_ms: 0, running: true };
const at = { index: 0, stretch: stretches[0], left_ms: 89_400, isOver: false };

test("a clock goes on with what was left of its stretch and with the stretches after it", () => {
  expect(fromWhereItStood(timer, at, true)).toEqual([
    {
      do: "start_timer",
      timer: {
        stretches: [{ label: "Den første forteller", seconds: 90 }, stretches[1]],
        starts_itself: false,
        closes_question: true,
      },
    },
  ]);
});

test("one that stood still stands still again, and has time to be heard", () => {
  const [start, pause] = fromWhereItStood(
    { ...timer, running: false },
    { index: 1, stretch: stretches[1], left_ms: 900, isOver: false },
    false,
  );
  expect(start).toMatchObject({ timer: { stretches: [{ label: "Den andre forteller", seconds: 5 }] } });
  expect(pause).toEqual({ do: "pause_timer" });
});

test("there is no way back to a clock that has run out", () => {
  expect(fromWhereItStood(timer, { ...at, left_ms: 0, isOver: true }, false)).toEqual([]);
});
