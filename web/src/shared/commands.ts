// Commands of a facilitator or presenter over a connection, each with its answer.
import type { Connection } from "./connection.ts";
import type { FacilitatorCommand, Rejection } from "./wire.ts";

/** Why a command was not done: the server's refusal, or that the line was lost before its answer came. */
export type NotDone = Rejection | "no_connection";

/** A command that was not done. After `no_connection` it may have been all the same: look at the state. */
export class CommandNotDone extends Error {
  constructor(readonly code: NotDone) {
    super(code);
  }
}

interface Waiting {
  done(position: number): void;
  failed(reason: CommandNotDone): void;
}

export class Commands {
  #waiting = new Map<number, Waiting>();
  #next = 1;

  constructor(readonly connection: Connection) {
    connection.listen((message) => {
      if (message.type === "done") {
        this.#take(message.ref)?.done(message.position);
      } else if (message.type === "refused" && message.of && "ref" in message.of) {
        this.#take(message.of.ref)?.failed(new CommandNotDone(message.code));
      }
    });
    connection.subscribe((view) => {
      if (view.line === "open") return;
      for (const waiting of this.#waiting.values()) waiting.failed(new CommandNotDone("no_connection"));
      this.#waiting.clear();
    });
  }

  /** Asks for it; gives the log's position once it is stored, or throws `CommandNotDone`. Never sent twice. */
  do(command: FacilitatorCommand): Promise<number> {
    const ref = this.#next++;
    return new Promise((done, failed) => {
      if (!this.connection.send({ type: "command", ref, command }))
        failed(new CommandNotDone("no_connection"));
      else this.#waiting.set(ref, { done, failed });
    });
  }

  #take(ref: number): Waiting | undefined {
    const waiting = this.#waiting.get(ref);
    this.#waiting.delete(ref);
    return waiting;
  }
}
