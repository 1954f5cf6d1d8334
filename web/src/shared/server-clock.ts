// The server's clock, by which the clocks on all screens run alike.
import type { Connection } from "./connection.ts";

/** What tells the time: a connection, or what stands for one. */
type Line = Pick<Connection, "listen" | "send" | "subscribe">;

export class ServerClock {
  /** How far the server's clock is ahead of this page's, and how long the ping took that told it. */
  #ahead_ms = 0;
  #took_ms = Infinity;
  #told = new Set<() => void>();
  readonly #hearing: () => void;
  readonly #watching: () => void;

  constructor(
    readonly line: Line,
    readonly here: () => number = Date.now,
  ) {
    this.#hearing = line.listen((message) => {
      if (message.type === "pong" && message.sent_ms != null) this.#set(message.sent_ms, message.now_ms);
      // A clock that starts is worth a look at ours.
      if (message.type === "update" && message.changes.some(({ part }) => part === "timer")) this.ask();
    });
    let isOpen = false;
    this.#watching = line.subscribe((view) => {
      const opens = view.line === "open" && !isOpen;
      isOpen = view.line === "open";
      if (opens) this.ask();
    });
  }

  /** The time by the server's clock, in milliseconds since 1970, as well as the line lets us know it. */
  now(): number {
    return this.here() + this.#ahead_ms;
  }

  /** Whether the server has told its time. */
  get isSet(): boolean {
    return this.#took_ms < Infinity;
  }

  /** Calls whenever the server has told its time, until the function it gives back is called. */
  onSet(run: () => void): () => void {
    this.#told.add(run);
    return () => this.#told.delete(run);
  }

  /** Asks the server for its time. */
  ask(): void {
    this.line.send({ type: "ping", sent_ms: this.here() });
  }

  /** Hears no more. */
  end(): void {
    this.#hearing();
    this.#watching();
  }

  /** Takes the server's time to have been told halfway between ping and pong, as in RFC 5905; quick pongs tell it best. */
  #set(sent_ms: number, server_ms: number): void {
    const took_ms = this.here() - sent_ms;
    if (took_ms < 0 || took_ms > this.#took_ms * 1.5) return;
    this.#took_ms = took_ms;
    this.#ahead_ms = server_ms - (sent_ms + took_ms / 2);
    for (const run of this.#told) run();
  }
}
