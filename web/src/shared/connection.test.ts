import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CommandNotDone, Commands } from "./commands.ts";
import { Connection, type View } from "./connection.ts";
import type { ClientMessage, ServerMessage } from "./wire.ts";

/** A socket that the test plays the server of. */
class FakeSocket extends EventTarget {
  static all: FakeSocket[] = [];
  static get last(): FakeSocket {
    return FakeSocket.all.at(-1)!;
  }
  sent: ClientMessage[] = [];
  closed = false;

  constructor() {
    super();
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text) as ClientMessage);
  }
  close() {
    this.closed = true;
  }
  opens() {
    this.dispatchEvent(new Event("open"));
  }
  says(message: ServerMessage) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: JSON.stringify(message) }));
  }
  closes(code: number) {
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
  /** Opens and answers the hello. */
  welcomes(position = 1) {
    this.opens();
    this.says({ type: "snapshot", cursor: { epoch: "a", position }, changes: [] });
  }
}

let events: EventTarget;
let connection: Connection;
let view: View;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  events = new EventTarget();
  connection = new Connection("ws://test", { role: "phone", token: "t", secret: null }, undefined, {
    open: () => new FakeSocket() as unknown as WebSocket,
    events,
    random: () => 1,
  });
  connection.subscribe((next) => (view = next));
});

afterEach(() => {
  connection.end();
  vi.useRealTimers();
});

test("it says hello first and is open when the state has come", () => {
  expect(connection.send({ type: "ping" })).toBe(false);
  FakeSocket.last.opens();
  expect(FakeSocket.last.sent[0]).toMatchObject({ type: "hello", version: 1, cursor: null });
  expect(view.line).toBe("connecting");
  FakeSocket.last.says({ type: "snapshot", cursor: { epoch: "a", position: 1 }, changes: [] });
  expect(view.line).toBe("open");
});

test("it comes back with its cursor after the line is lost", () => {
  FakeSocket.last.welcomes(7);
  FakeSocket.last.closes(1006);
  expect(view.line).toBe("lost");
  vi.advanceTimersByTime(1_000);
  FakeSocket.last.opens();
  expect(FakeSocket.last.sent[0]).toMatchObject({ cursor: { epoch: "a", position: 7 } });
  FakeSocket.last.says({ type: "update", cursor: { epoch: "a", position: 8 }, changes: [] });
  expect(view.line).toBe("open");
  expect(view.state.cursor?.position).toBe(8);
});

test("a dead line is noticed within ten seconds", () => {
  FakeSocket.last.welcomes();
  vi.advanceTimersByTime(9_000);
  expect(FakeSocket.all[0]!.sent.at(-1)).toEqual({ type: "ping" });
  expect(FakeSocket.all[0]!.closed).toBe(true);
  expect(view.line).toBe("lost");
});

test("a line that answers stays", () => {
  FakeSocket.last.welcomes();
  for (let turn = 0; turn < 5; turn += 1) {
    vi.advanceTimersByTime(5_000);
    expect(FakeSocket.last.sent.filter((message) => message.type === "ping")).toHaveLength(turn + 1);
    FakeSocket.last.says({ type: "pong", now_ms: 0, sent_ms: null });
  }
  expect(view.line).toBe("open");
  expect(FakeSocket.all).toHaveLength(1);
});

test("waits grow to ten seconds, and the network's return ends them at once", () => {
  for (let turn = 0; turn < 8; turn += 1) {
    FakeSocket.last.closes(1006);
    const attempts = FakeSocket.all.length;
    const began_ms = Date.now();
    vi.advanceTimersToNextTimer();
    expect(FakeSocket.all.length).toBe(attempts + 1);
    expect(Date.now() - began_ms).toBe(Math.min(500 * 2 ** turn, 10_000));
  }
  FakeSocket.last.closes(1006);
  const attempts = FakeSocket.all.length;
  vi.advanceTimersByTime(5_000);
  expect(FakeSocket.all.length).toBe(attempts);
  events.dispatchEvent(new Event("online"));
  expect(FakeSocket.all.length).toBe(attempts + 1);
});

test("a page that is looked at again makes sure of its line", () => {
  FakeSocket.last.welcomes();
  events.dispatchEvent(new Event("visibilitychange"));
  expect(FakeSocket.last.sent.at(-1)).toEqual({ type: "ping" });
  vi.advanceTimersByTime(4_000);
  expect(view.line).toBe("lost");
});

test("a page that is put away closes its socket and opens another when it is shown", () => {
  FakeSocket.last.welcomes();
  events.dispatchEvent(new Event("pagehide"));
  expect(FakeSocket.last.closed).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.all).toHaveLength(1);
  events.dispatchEvent(new Event("pageshow"));
  FakeSocket.last.welcomes();
  expect(FakeSocket.all).toHaveLength(2);
  expect(view.line).toBe("open");
});

test("it stays away when the server says so, by message or by close code", () => {
  FakeSocket.last.opens();
  FakeSocket.last.says({ type: "goodbye", reason: "no_such_session", come_back: false });
  expect(view).toMatchObject({ line: "closed", goodbye: "no_such_session" });
  events.dispatchEvent(new Event("online"));
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.all).toHaveLength(1);

  const other = new Connection("ws://test", connection.role, undefined, connection.around);
  FakeSocket.last.closes(4003);
  expect(other.view).toMatchObject({ line: "closed", goodbye: "wrong_key" });
});

test("a full session is asked again later", () => {
  FakeSocket.last.opens();
  FakeSocket.last.closes(4009);
  expect(view).toMatchObject({ line: "lost", goodbye: "session_full" });
  vi.advanceTimersByTime(5_000);
  expect(FakeSocket.all).toHaveLength(1);
  vi.advanceTimersByTime(20_000);
  FakeSocket.last.welcomes();
  expect(view).toMatchObject({ line: "open", goodbye: undefined });
});

test("a command is done, refused, or left in doubt when the line is lost", async () => {
  const commands = new Commands(connection);
  await expect(commands.do({ do: "next" })).rejects.toEqual(new CommandNotDone("no_connection"));
  FakeSocket.last.welcomes();
  const done = commands.do({ do: "next" });
  const refused = commands.do({ do: "back" });
  const doubtful = commands.do({ do: "next" });
  const sent = FakeSocket.last.sent.filter((message) => message.type === "command");
  FakeSocket.last.says({ type: "refused", of: { ref: sent[1]!.ref }, code: "no_previous_item" });
  FakeSocket.last.says({ type: "done", ref: sent[0]!.ref, position: 9 });
  FakeSocket.last.closes(1006);
  expect(await done).toBe(9);
  await expect(refused).rejects.toMatchObject({ code: "no_previous_item" });
  await expect(doubtful).rejects.toMatchObject({ code: "no_connection" });
});
