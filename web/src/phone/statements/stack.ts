// The statements on one phone: which one is looked at, what was said of those before, and what is on its way. What is
// said is kept here and sent until the server has stored it; sending twice is harmless.
import type { Connection } from "../../shared/connection.ts";
import { keep, kept } from "../../shared/storage.ts";
import type { AnswerView, Rejection, ServerMessage, Stand } from "../../shared/wire.ts";

/** A statement with what was last said of it. */
interface Said {
  readonly id: number;
  readonly text: string;
  readonly version: number;
  readonly stand: Stand;
}

/** What there is to see. */
export type Sight =
  /** The first statements are on their way, or the next ones while the line is lost. */
  | { readonly at: "asking" }
  /** A statement, with what was said of it where it came back; `number` counts from 1. */
  | {
      readonly at: "statement";
      readonly id: number;
      readonly text: string;
      readonly stand: Stand | undefined;
      readonly number: number;
      readonly of: number;
    }
  /** Nothing to vote on for now. */
  | { readonly at: "waiting"; readonly voted: number }
  /** This person has voted on as many as were asked for. */
  | { readonly at: "done"; readonly voted: number };

/** What is kept on this phone; by the time old things are cleared away. */
interface Kept {
  readonly unsent: readonly Said[];
  readonly last: Said | undefined;
  readonly used_ms: number;
}

/** How long to wait before asking again when there was nothing to vote on. */
export const WAITING_MS = 4_000;
/** How long the server may take; asking and sending again is harmless. */
export const REPLY_MS_MAX = 6_000;

export class Stack {
  #hand: readonly AnswerView[] = [];
  #voted = 0;
  #of = 0;
  #nothing: "waiting" | "done" | undefined;
  /** What was said and is not stored yet. */
  #unsent: readonly Said[];
  /** The latest that was said, which can be looked at again. */
  #last: Said | undefined;
  /** What is looked at again. */
  #again: Said | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #open = false;
  readonly #name: string;
  readonly #letGo: (() => void)[];

  /** Asks as soon as the line is open. `show` is called with every new sight, `lost` when a vote was refused. */
  constructor(
    code: string,
    readonly item: number,
    readonly line: Pick<Connection, "listen" | "send" | "subscribe">,
    readonly show: (sight: Sight) => void,
    readonly lost: (code: Rejection) => void,
  ) {
    this.#name = `plenum.${code}.statements.${item}`;
    const before = kept<Kept>(this.#name);
    this.#unsent = before?.unsent ?? [];
    this.#last = before?.last;
    this.#letGo = [
      line.listen((message) => this.#hear(message)),
      line.subscribe(({ line }) => {
        const opened = line === "open" && !this.#open;
        this.#open = line === "open";
        if (opened) this.#flush();
      }),
    ];
  }

  /** Whether the latest can be looked at again. */
  get canUndo(): boolean {
    return this.#last !== undefined && this.#again === undefined;
  }

  /** Says something of the statement looked at, and goes on to the next. */
  take(stand: Stand): void {
    const at = this.#again ?? this.#hand[0];
    if (!at) return;
    const version = (this.#again?.version ?? 0) + 1;
    const said: Said = { id: at.id, text: at.text, version, stand };
    if (!this.#again) {
      this.#hand = this.#hand.slice(1);
      this.#voted += 1;
    }
    this.#again = undefined;
    this.#last = said;
    this.#unsent = [...this.#unsent.filter(({ id }) => id !== said.id), said];
    this.#keep();
    this.#send(said);
    this.#tell();
  }

  /** Looks at the latest again; what was said of it counts until something else is. */
  undo(): void {
    this.#again = this.#last;
    this.#last = undefined;
    this.#keep();
    this.#tell();
  }

  end(): void {
    clearTimeout(this.#timer);
    for (const letGo of this.#letGo) letGo();
  }

  /** Sends what is not stored, and asks for what comes next. */
  #flush(): void {
    for (const said of this.#unsent) this.#send(said);
    this.#later(REPLY_MS_MAX);
    this.line.send({ type: "next_task", item: this.item });
  }

  #send({ id, version, stand }: Said): void {
    this.#later(REPLY_MS_MAX);
    this.line.send({ type: "take_stand", item: this.item, statement: id, version, stand });
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), ms);
  }

  #hear(message: ServerMessage): void {
    if (message.type === "statements" && message.item === this.item) {
      const waiting = new Set(this.#unsent.map(({ id }) => id));
      // What was said since is on its way.
      this.#hand = message.statements.filter(({ id }) => !waiting.has(id));
      this.#voted = message.voted + message.statements.length - this.#hand.length;
      this.#of = message.of;
      this.#nothing = undefined;
      this.#rest();
      this.#tell();
    } else if (message.type === "no_task" && message.item === this.item) {
      this.#hand = [];
      this.#voted = message.placed;
      this.#nothing = message.why === "done" ? "done" : "waiting";
      this.#rest();
      if (message.why !== "done") this.#later(WAITING_MS);
      this.#tell();
    } else if (message.type === "stand_taken" && message.item === this.item) {
      this.#settle(message.statement, message.version);
    } else if (message.type === "refused" && message.of && "statement" in message.of) {
      const { code, of } = message;
      // It is sent again by itself after a while.
      if (of.item !== this.item || code === "try_again" || code === "too_fast") return;
      if (!this.#settle(of.statement, of.version)) return;
      if (this.#last?.id === of.statement) this.#last = undefined;
      this.#keep();
      this.lost(code);
      this.#tell();
    }
  }

  /** Nothing is to be sent again once all of it is stored. */
  #rest(): void {
    clearTimeout(this.#timer);
    if (this.#unsent.length > 0) this.#later(REPLY_MS_MAX);
  }

  #settle(statement: number, version: number): boolean {
    const before = this.#unsent.length;
    this.#unsent = this.#unsent.filter((said) => said.id !== statement || said.version !== version);
    if (this.#unsent.length === before) return false;
    this.#keep();
    return true;
  }

  #keep(): void {
    const isEmpty = this.#unsent.length === 0 && !this.#last;
    const used_ms = Date.now();
    keep(this.#name, isEmpty ? undefined : { unsent: this.#unsent, last: this.#last, used_ms });
  }

  #tell(): void {
    const at = this.#again ?? this.#hand[0];
    if (at) {
      const number = this.#voted + (this.#again ? 0 : 1);
      const of = Math.max(this.#of, number);
      this.show({ at: "statement", id: at.id, text: at.text, stand: this.#again?.stand, number, of });
    } else if (this.#nothing) this.show({ at: this.#nothing, voted: this.#voted });
    else this.show({ at: "asking" });
  }
}
