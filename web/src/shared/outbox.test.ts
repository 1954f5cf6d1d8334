import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Outbox, type Entry } from "./outbox.ts";
import type { AnswerContent, ClientMessage } from "./wire.ts";

const text = (text: string): AnswerContent => ({ type: "text", text });
const QUESTION = { item: 3, round: 0 };

let line: "open" | "lost";
let sent: ClientMessage[];
let kept: readonly Entry[];
let outbox: Outbox;

function visit(entries: readonly Entry[]) {
  kept = entries;
  outbox = new Outbox(
    entries,
    (message) => {
      if (line === "open") sent.push(message);
      return line === "open";
    },
    // What is kept must survive being written down.
    (next) => (kept = JSON.parse(JSON.stringify(next)) as Entry[]),
  );
}

const only = () => {
  expect(outbox.entries).toHaveLength(1);
  return outbox.entries[0]!;
};
const accept = (entry: { key: string; version: number }) =>
  outbox.hear({ type: "accepted", key: entry.key, version: entry.version, position: 1 });

beforeEach(() => {
  vi.useFakeTimers();
  line = "open";
  sent = [];
  visit([]);
});

afterEach(() => vi.useRealTimers());

test("an answer is kept before it is sent and stored when the server says so", () => {
  outbox.give(3, 0, text("Bedre flyt"));
  expect(sent).toEqual([
    { type: "answer", item: 3, key: only().key, version: 1, content: text("Bedre flyt") },
  ]);
  expect(only().key).toMatch(/^[\w-]{22}$/);
  expect(kept[0]!.state).toBe("unsent");
  accept(only());
  expect(only().state).toBe("stored");
});

test("answers given without a line are sent in order by the next visit", () => {
  line = "lost";
  outbox.give(3, 0, text("en"));
  outbox.give(3, 0, text("to"));
  expect(sent).toEqual([]);
  visit(kept);
  line = "open";
  outbox.flush();
  expect(sent.map((message) => message.type === "answer" && message.content)).toEqual([
    text("en"),
    text("to"),
  ]);
});

test("an answer is sent again, under the same key and version, until it is confirmed", () => {
  outbox.give(3, 0, text("Bedre flyt"));
  vi.advanceTimersByTime(13_000);
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map((message) => JSON.stringify(message))).size).toBe(1);
  accept(only());
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(3);
});

test("a change counts the version up, and an old confirmation does not confirm it", () => {
  outbox.give(3, 0, text("Bedre flyt"));
  const first = only();
  outbox.change(first.key, text("Bedre flyt i tjenestene"));
  accept(first);
  expect(only()).toMatchObject({ version: 2, state: "unsent" });
  accept(only());
  expect(only()).toMatchObject({ state: "stored", content: text("Bedre flyt i tjenestene") });
});

test("a withdrawn answer is gone when the server says so, or never knew it", () => {
  outbox.give(3, 0, text("en"));
  outbox.change(only().key, null);
  expect(sent.at(-1)).toEqual({ type: "withdraw", item: 3, key: only().key, version: 2 });
  accept(only());
  expect(outbox.entries).toEqual([]);

  outbox.give(3, 0, text("to"));
  outbox.change(only().key, null);
  outbox.hear({ type: "refused", of: { key: only().key, version: 2 }, code: "no_such_answer" });
  expect(outbox.entries).toEqual([]);
});

test("a refused answer is kept with its reason until it is let go", () => {
  outbox.give(3, 0, text("for sent"));
  outbox.hear({ type: "refused", of: { key: only().key, version: 1 }, code: "question_closed" });
  expect(only()).toMatchObject({ state: "refused", refusal: "question_closed", content: text("for sent") });
  outbox.flush();
  expect(sent).toHaveLength(1);
  outbox.dismiss(only().key);
  expect(outbox.entries).toEqual([]);
});

test("a refused change leaves what stood before", () => {
  outbox.give(3, 0, text("først"));
  accept(only());
  outbox.change(only().key, text("så"));
  outbox.hear({ type: "refused", of: { key: only().key, version: 2 }, code: "question_closed" });
  expect(only()).toMatchObject({ state: "refused", standing: text("først") });
  outbox.dismiss(only().key);
  expect(only()).toMatchObject({ state: "stored", content: text("først") });
});

test("when the server asks to wait, the answer is sent again a little later", () => {
  outbox.give(3, 0, text("en"));
  outbox.hear({ type: "refused", of: { key: only().key, version: 1 }, code: "too_fast" });
  expect(only().state).toBe("unsent");
  vi.advanceTimersByTime(3_000);
  expect(sent).toHaveLength(2);
});

test("the server's list confirms, removes, adds and forgets", () => {
  for (const words of ["bekreftet", "borte", "ukjent", "underveis"]) outbox.give(3, 0, text(words));
  const [confirmed, removed, unknown, underWay] = outbox.entries as [Entry, Entry, Entry, Entry];
  accept(removed);
  accept(unknown);
  const elsewhere = "e".repeat(22);
  outbox.hear(
    {
      type: "mine",
      answers: [
        { item: 3, key: confirmed.key, version: 1, content: text("bekreftet") },
        { item: 3, key: removed.key, version: 1, content: null },
        { item: 3, key: elsewhere, version: 4, content: text("fra en annen fane") },
      ],
    },
    [QUESTION],
  );
  expect(outbox.entries.map(({ key, state }) => [key, state])).toEqual([
    [confirmed.key, "stored"],
    [removed.key, "removed"],
    [underWay.key, "unsent"],
    [elsewhere, "stored"],
  ]);
});

test("the server's list does not undo a change that is under way", () => {
  outbox.give(3, 0, text("først"));
  accept(only());
  outbox.change(only().key, text("så"));
  outbox.hear({ type: "mine", answers: [{ item: 3, key: only().key, version: 1, content: text("først") }] }, [
    QUESTION,
  ]);
  expect(only()).toMatchObject({ version: 2, state: "unsent", content: text("så"), standing: text("først") });
});

test("a reset lets go of the round's answers and tells which never arrived", () => {
  outbox.give(3, 0, text("lagret"));
  accept(only());
  line = "lost";
  outbox.give(3, 0, text("ikke sendt"));
  outbox.give(4, 0, text("et annet spørsmål"));
  expect(outbox.enter(3, 0)).toEqual([]);
  expect(outbox.enter(3, 1).map((entry) => entry.content)).toEqual([text("ikke sendt")]);
  expect(only().item).toBe(4);
});
