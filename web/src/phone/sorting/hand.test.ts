import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { View } from "../../shared/connection.ts";
import type { ClientMessage, ServerMessage } from "../../shared/wire.ts";
import { Hand, REPLY_MS_MAX, WAITING_MS, type Deal, type Sight, type Task } from "./hand.ts";

/** A connection that the test plays the server of. */
class Line {
  open = false;
  sent: ClientMessage[] = [];
  #hear = (_message: ServerMessage): void => {};
  #draw = (_view: View): void => {};

  listen(hear: (message: ServerMessage) => void) {
    this.#hear = hear;
    return () => (this.#hear = () => {});
  }
  subscribe(draw: (view: View) => void) {
    this.#draw = draw;
    this.becomes(this.open);
    return () => (this.#draw = () => {});
  }
  send(message: ClientMessage) {
    if (this.open) this.sent.push(message);
    return this.open;
  }
  becomes(open: boolean) {
    this.open = open;
    this.#draw({ line: open ? "open" : "lost" } as View);
  }
  says(message: ServerMessage) {
    this.#hear(message);
  }
  /** What was sent since the last look. */
  get news() {
    return this.sent.splice(0);
  }
}

const ITEM = 7;
const ASKS = { type: "next_task", item: ITEM };
const sorts = (answer: number, theme: number | null) => ({ type: "sort", item: ITEM, answer, theme });
const task = (answer: number, number = 1): Task => ({
  type: "task",
  item: ITEM,
  answer,
  text: `Svar ${answer}`,
  headings: [1, 2, 3, 4].map((id) => ({ id, label: `Tema ${id}` })),
  number,
  each: 3,
});
const deal = (answers: readonly number[], number = 1): Deal => ({
  type: "hand",
  item: ITEM,
  answers: answers.map((id) => ({ id, text: `Svar ${id}` })),
  number,
  each: 2,
});
const nothing = (why: "done" | "nothing_left" | "not_sorting"): ServerMessage => ({
  type: "no_task",
  item: ITEM,
  why,
  placed: 3,
});

let line: Line;
let hand: Hand;
let sight: Sight | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  sight = undefined;
  line = new Line();
  hand = new Hand(ITEM, line, (next) => (sight = next));
});

afterEach(() => {
  hand.end();
  vi.useRealTimers();
});

test("an answer is asked for when the line opens, placed once, and followed by the next", () => {
  expect(line.news).toEqual([]);
  line.becomes(true);
  expect(line.news).toEqual([ASKS]);
  line.says(task(4));
  expect(sight).toEqual({ at: "task", task: task(4), choice: undefined });
  hand.choose(2);
  hand.choose(3);
  expect(line.news).toEqual([sorts(4, 2)]);
  expect(sight).toEqual({ at: "task", task: task(4), choice: 2 });
  line.says(task(5, 2));
  expect(sight).toEqual({ at: "task", task: task(5, 2), choice: undefined });
  hand.choose(null);
  expect(line.news).toEqual([sorts(5, null)]);
  line.says(nothing("done"));
  expect(sight).toEqual({ at: "done", placed: 3 });
  vi.advanceTimersByTime(60_000);
  expect(line.news).toEqual([]);
});

test("a choice on a lost line is sent when the same answer comes back", () => {
  line.becomes(true);
  line.says(task(4));
  line.becomes(false);
  hand.choose(2);
  expect(line.news).toEqual([ASKS]);
  line.becomes(true);
  expect(line.news).toEqual([ASKS]);
  line.says(task(4));
  expect(line.news).toEqual([sorts(4, 2)]);
  expect(sight).toMatchObject({ choice: 2 });
});

test("a choice is let go when another answer comes, or its heading is gone", () => {
  line.becomes(true);
  line.says(task(4));
  line.becomes(false);
  hand.choose(2);
  line.becomes(true);
  line.says({ ...task(4), headings: [{ id: 1, label: "Tema 1" }] });
  expect(sight).toMatchObject({ choice: undefined });
  hand.choose(1);
  line.becomes(false);
  line.becomes(true);
  line.says(task(5));
  expect(sight).toMatchObject({ task: { answer: 5 }, choice: undefined });
  expect(line.news).toEqual([ASKS, ASKS, sorts(4, 1), ASKS]);
});

test("a choice that the server passed over is not sent again and again", () => {
  line.becomes(true);
  line.says(task(4));
  hand.choose(2);
  line.says(task(4));
  expect(line.news).toEqual([ASKS, sorts(4, 2)]);
  expect(sight).toMatchObject({ choice: undefined });
});

test("with nothing to place it asks again by itself, and when no reply comes", () => {
  line.becomes(true);
  line.says(nothing("nothing_left"));
  expect(sight).toEqual({ at: "waiting", placed: 3 });
  vi.advanceTimersByTime(WAITING_MS);
  expect(line.news).toEqual([ASKS, ASKS]);
  vi.advanceTimersByTime(REPLY_MS_MAX);
  expect(line.news).toEqual([ASKS]);
  line.says(task(4));
  vi.advanceTimersByTime(60_000);
  expect(line.news).toEqual([]);
});

test("tasks of another question are not taken, and nothing is heard after the end", () => {
  line.becomes(true);
  line.says({ ...task(4), item: 8 });
  expect(sight).toBeUndefined();
  hand.end();
  line.says(task(4));
  vi.advanceTimersByTime(60_000);
  expect(line.news).toEqual([ASKS]);
  expect(sight).toBeUndefined();
});

test("a hand is parted once, and followed by the next", () => {
  line.becomes(true);
  line.says(deal([1, 2, 3]));
  expect(sight).toEqual({ at: "hand", deal: deal([1, 2, 3]), piles: undefined });
  line.news;
  hand.lay([[1, 3], [2]]);
  hand.lay([[1], [2], [3]]);
  expect(line.news).toEqual([{ type: "pile", item: ITEM, piles: [[1, 3], [2]] }]);
  line.says(deal([4, 5], 2));
  expect(sight).toEqual({ at: "hand", deal: deal([4, 5], 2), piles: undefined });
  line.says(nothing("done"));
  expect(sight).toEqual({ at: "done", placed: 3 });
});

test("piles that waited for the line are sent when the same answers come back", () => {
  line.becomes(true);
  line.says(deal([1, 2, 3]));
  line.becomes(false);
  hand.lay([[1, 3], [2]]);
  line.news;
  line.becomes(true);
  expect(line.news).toEqual([ASKS]);
  line.says(deal([1, 2, 3]));
  expect(line.news).toEqual([{ type: "pile", item: ITEM, piles: [[1, 3], [2]] }]);
});

test("piles that waited are parted anew when other answers come back", () => {
  line.becomes(true);
  line.says(deal([1, 2, 3]));
  line.becomes(false);
  hand.lay([[1, 3], [2]]);
  line.becomes(true);
  line.news;
  line.says(deal([2, 3, 4]));
  expect(line.news).toEqual([]);
  expect(sight).toEqual({ at: "hand", deal: deal([2, 3, 4]), piles: undefined });
});
