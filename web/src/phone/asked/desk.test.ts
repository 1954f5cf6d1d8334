import { expect, test, vi } from "vitest";
import type { Connection } from "../../shared/connection.ts";
import type { ClientMessage, Rejection } from "../../shared/wire.ts";
import { AskedDesk } from "./desk.ts";

let number = 0;

/** A phone in a session of its own, or in one it was in before. */
function phone(code = `code-${number++}`) {
  const sent: ClientMessage[] = [];
  const heard: string[] = [];
  let online = true;
  const send = (message: ClientMessage) => {
    if (online) sent.push(message);
    return online;
  };
  const desk = new AskedDesk(code, { send } as unknown as Connection, (what) => heard.push(what));
  return { code, desk, sent, heard, go: (line: boolean) => (online = line) };
}

const refused = (key: string, version: number, code: Rejection) =>
  ({ type: "refused", of: { key, version }, code }) as const;

test("a question is sent again until it is stored, by the same name, over a reload too", () => {
  vi.useFakeTimers();
  const { code, desk, go } = phone();
  go(false);
  desk.text = "Når?";
  desk.ask();
  const key = desk.sent[0]!.key;
  const after = phone(code);
  after.desk.arrive();
  expect(after.sent.map((message) => message.type)).toEqual(["recall_asked", "ask_speaker"]);
  vi.advanceTimersByTime(6_100);
  expect(after.sent.at(-1)).toEqual({ type: "ask_speaker", key, text: "Når?" });
  after.desk.hear({ type: "accepted", key, version: 1, position: 9 });
  expect(after.heard).toEqual(["received"]);
  const count = after.sent.length;
  vi.advanceTimersByTime(60_000);
  expect(after.sent.length).toBe(count);
  vi.useRealTimers();
});

test("what was refused goes back to where it can be changed, before what was begun since", () => {
  const { desk, heard } = phone();
  desk.text = "Når?";
  desk.ask();
  const key = desk.sent[0]!.key;
  desk.text = "Og";
  desk.hear(refused(key, 1, "try_again"));
  expect(desk.sent.length).toBe(1);
  desk.hear(refused(key, 1, "asked_full"));
  expect([desk.text, desk.sent.length, heard]).toEqual(["Når?\nOg", 0, ["asked_full"]]);
  desk.end();
});

test("a question that is taken back on its way stays taken back", () => {
  const { desk, heard } = phone();
  desk.text = "Når?";
  desk.ask();
  const key = desk.sent[0]!.key;
  desk.withdraw(key, "Når?");
  desk.hear({ type: "accepted", key, version: 1, position: 9 });
  expect(desk.sent.length).toBe(1);
  desk.hear({ type: "accepted", key, version: 2, position: 10 });
  expect([desk.sent.length, heard]).toEqual([0, ["withdrawn"]]);
  desk.end();
});

test("a vote counts on from what the server remembers, and what is refused falls back", () => {
  const { desk, sent } = phone();
  desk.hear({ type: "own_asked", asked: [], votes: [{ asked: 3, version: 4, up: true }] });
  expect(desk.hasVoted(3)).toBe(true);
  desk.vote(3);
  expect(sent.at(-1)).toEqual({ type: "vote_asked", asked: 3, version: 5, up: false });
  // What stood before is out of date.
  desk.hear({ type: "own_asked", asked: [], votes: [{ asked: 3, version: 4, up: true }] });
  expect(desk.hasVoted(3)).toBe(false);
  desk.hear({ type: "refused", of: { asked: 3, version: 5 }, code: "asking_closed" });
  expect(desk.hasVoted(3)).toBe(true);
  desk.end();
});
