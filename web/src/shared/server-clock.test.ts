import { expect, test } from "vitest";
import { ServerClock } from "./server-clock.ts";
import type { View } from "./connection.ts";
import type { ClientMessage, ServerMessage } from "./wire.ts";

/** A clock on a line that the test plays the server of; the page's own clock stands where the test sets it. */
function played() {
  const sent: ClientMessage[] = [];
  const world = { here_ms: 1_000, hear: (_: ServerMessage) => {}, draw: (_: View) => {}, sent };
  const clock = new ServerClock(
    {
      send: (message) => sent.push(message) > 0,
      listen: (hear) => ((world.hear = hear), () => {}),
      subscribe: (draw) => ((world.draw = draw), () => {}),
    },
    () => world.here_ms,
  );
  return { clock, world };
}

const line = (line: View["line"]): View => ({ line }) as View;

test("it takes the server's time to be that of the middle of ping and pong", () => {
  const { clock, world } = played();
  clock.ask();
  expect(world.sent).toEqual([{ type: "ping", sent_ms: 1_000 }]);
  world.here_ms = 1_200;
  world.hear({ type: "pong", sent_ms: 1_000, now_ms: 501_100 });
  expect(clock.now()).toBe(501_200);
});

test("a slow pong does not unsettle what a quick one told", () => {
  const { clock, world } = played();
  world.here_ms = 1_020;
  world.hear({ type: "pong", sent_ms: 1_000, now_ms: 51_010 });
  expect(clock.now()).toBe(51_020);
  world.here_ms = 3_000;
  world.hear({ type: "pong", sent_ms: 2_000, now_ms: 52_900 });
  expect(clock.now()).toBe(53_000);
  // Pongs to the connection's own pings carry no time of ours.
  world.hear({ type: "pong", sent_ms: null, now_ms: 99_000 });
  expect(clock.now()).toBe(53_000);
});

test("it asks when the line opens and when a clock starts", () => {
  const { world } = played();
  world.draw(line("connecting"));
  expect(world.sent).toHaveLength(0);
  world.draw(line("open"));
  world.draw(line("open"));
  expect(world.sent).toHaveLength(1);
  const cursor = { epoch: "a", position: 2 };
  world.hear({ type: "update", cursor, changes: [{ part: "timer", timer: null }] });
  world.hear({ type: "update", cursor, changes: [{ part: "presence", connected: 1, joined: 1 }] });
  expect(world.sent).toHaveLength(2);
  world.draw(line("lost"));
  world.draw(line("open"));
  expect(world.sent).toHaveLength(3);
});
