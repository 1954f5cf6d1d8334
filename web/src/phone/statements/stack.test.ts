import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { View } from "../../shared/connection.ts";
import { NOTHING } from "../../shared/fold.ts";
import { keep } from "../../shared/storage.ts";
import type { ClientMessage, ServerMessage } from "../../shared/wire.ts";
import { REPLY_MS_MAX, Stack, WAITING_MS, type Sight } from "./stack.ts";

const ITEM = 3;
const CODE = "12345678";
const NAME = `plenum.${CODE}.statements.${ITEM}`;

/** A line that keeps what is sent while it is open. */
function line(open = true) {
  let hear: (message: ServerMessage) => void = () => {};
  let heed: (view: View) => void = () => {};
  const sent: ClientMessage[] = [];
  const view = (): View => ({ state: NOTHING, line: open ? "open" : "lost", goodbye: undefined });
  return {
    sent,
    hear: (message: ServerMessage) => hear(message),
    become(isOpen: boolean) {
      open = isOpen;
      heed(view());
    },
    listen(listener: (message: ServerMessage) => void) {
      hear = listener;
      return () => {};
    },
    subscribe(listener: (view: View) => void) {
      heed = listener;
      listener(view());
      return () => {};
    },
    send(message: ClientMessage) {
      if (open) sent.push(message);
      return open;
    },
  };
}

function given(...ids: number[]): ServerMessage {
  return {
    type: "statements",
    item: ITEM,
    statements: ids.map((id) => ({ id, text: `Utsagn ${id}` })),
    voted: 0,
    of: 5,
  };
}

function stack(on: ReturnType<typeof line>) {
  const seen: Sight[] = [];
  const lost: string[] = [];
  const made = new Stack(
    CODE,
    ITEM,
    on,
    (sight) => seen.push(sight),
    (code) => lost.push(code),
  );
  return { made, lost, last: () => seen.at(-1) };
}

const votes = (on: ReturnType<typeof line>) => on.sent.filter(({ type }) => type === "take_stand");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  keep(NAME, undefined);
  vi.useRealTimers();
});

test("a vote goes out at once and the next statement is there before the server has answered", () => {
  const on = line();
  const { made, last } = stack(on);
  expect(on.sent).toEqual([{ type: "next_task", item: ITEM }]);
  on.hear(given(7, 8, 9));
  expect(last()).toMatchObject({ at: "statement", id: 7, number: 1, of: 5 });
  made.take("agree");
  expect(votes(on)).toEqual([{ type: "take_stand", item: ITEM, statement: 7, version: 1, stand: "agree" }]);
  expect(last()).toMatchObject({ id: 8, number: 2 });
  made.end();
});

test("votes without a line are kept, also over a reload, and sent when it is back", () => {
  const on = line();
  const first = stack(on);
  on.hear(given(7, 8));
  on.become(false);
  first.made.take("agree");
  first.made.take("pass");
  expect(first.last()).toEqual({ at: "asking" });
  expect(votes(on)).toEqual([]);
  first.made.end();

  const again = line();
  const second = stack(again);
  expect(votes(again).map((vote) => vote.type === "take_stand" && [vote.statement, vote.stand])).toEqual([
    [7, "agree"],
    [8, "pass"],
  ]);
  // What is on its way is not asked for again.
  again.hear(given(7, 8, 9));
  expect(second.last()).toMatchObject({ id: 9, number: 3 });
  second.made.end();
});

test("what is not confirmed is sent again, and what is confirmed is not", () => {
  const on = line();
  const { made } = stack(on);
  on.hear(given(7, 8));
  made.take("agree");
  vi.advanceTimersByTime(REPLY_MS_MAX);
  expect(votes(on)).toHaveLength(2);
  on.hear({ type: "stand_taken", item: ITEM, statement: 7, version: 1 });
  on.hear(given(8));
  vi.advanceTimersByTime(3 * REPLY_MS_MAX);
  expect(votes(on)).toHaveLength(2);
  made.end();
});

test("the latest can be looked at again, and what is said then has a higher version", () => {
  const on = line();
  const { made, last } = stack(on);
  on.hear(given(7, 8));
  expect(made.canUndo).toBe(false);
  made.take("agree");
  made.undo();
  expect(last()).toMatchObject({ id: 7, stand: "agree", number: 1 });
  expect(made.canUndo).toBe(false);
  made.take("disagree");
  expect(votes(on).at(-1)).toMatchObject({ statement: 7, version: 2, stand: "disagree" });
  expect(last()).toMatchObject({ id: 8, number: 2 });
  made.end();
});

test("a refused vote is told and not sent again; one that came too fast is", () => {
  const on = line();
  const { made, lost } = stack(on);
  on.hear(given(7, 8));
  made.take("agree");
  const of = { item: ITEM, statement: 7, version: 1 };
  on.hear({ type: "refused", of, code: "too_fast" });
  expect(lost).toEqual([]);
  on.hear({ type: "refused", of, code: "not_taking_stands" });
  expect(lost).toEqual(["not_taking_stands"]);
  const before = votes(on).length;
  vi.advanceTimersByTime(3 * REPLY_MS_MAX);
  expect(votes(on)).toHaveLength(before);
  made.end();
});

test("with nothing left it asks again after a while, and with all done it does not", () => {
  const on = line();
  const { made, last } = stack(on);
  on.hear({ type: "no_task", item: ITEM, why: "nothing_left", placed: 4 });
  expect(last()).toEqual({ at: "waiting", voted: 4 });
  vi.advanceTimersByTime(WAITING_MS);
  expect(on.sent).toHaveLength(2);
  on.hear({ type: "no_task", item: ITEM, why: "done", placed: 5 });
  expect(last()).toEqual({ at: "done", voted: 5 });
  vi.advanceTimersByTime(3 * REPLY_MS_MAX);
  expect(on.sent).toHaveLength(2);
  made.end();
});
