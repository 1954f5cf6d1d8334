// This phone's questions and votes on their way: kept, sent, and sent again until the server has stored them.
import type { Connection } from "../../shared/connection.ts";
import { keep, kept, randomKey } from "../../shared/storage.ts";
import type { OwnAsked, Rejection, ServerMessage } from "../../shared/wire.ts";

/** A question that is not confirmed, or the wish to take one back. */
export interface Sent {
  readonly key: string;
  readonly text: string;
  /** Whether it is to be taken back. */
  readonly back?: boolean;
}

interface Vote {
  readonly version: number;
  readonly up: boolean;
  /** Whether the server has confirmed it. */
  readonly stored?: boolean;
}

/** What is kept on this phone; by the time the pocket's rooms are cleared away. */
interface Kept {
  text: string;
  sent: readonly Sent[];
  used_ms: number;
}

/** How long the server's answer may take before everything is sent again; sending twice is harmless. */
const RESEND_MS = 6_000;

/** What the screen hears: something was stored or taken back, or refused with a code. */
export type Heard = "received" | "withdrawn" | Rejection;

export class AskedDesk {
  /** What is being written. */
  text: string;
  sent: readonly Sent[];
  /** This phone's questions as the server has them. */
  own: readonly OwnAsked[] = [];
  readonly #votes = new Map<number, Vote>();
  readonly #name: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    code: string,
    readonly line: Connection,
    readonly heard: (what: Heard) => void,
  ) {
    this.#name = `plenum.${code}.asked`;
    const before = kept<Kept>(this.#name);
    this.text = before?.text ?? "";
    this.sent = before?.sent ?? [];
  }

  keep(): void {
    const used_ms = Date.now();
    keep(
      this.#name,
      this.text || this.sent.length > 0 ? { text: this.text, sent: this.sent, used_ms } : undefined,
    );
  }

  ask(): void {
    this.#become([...this.sent, { key: randomKey(), text: this.text.trim() }]);
    this.text = "";
    this.keep();
    this.flush();
  }

  withdraw(key: string, text: string): void {
    this.#become([...this.sent.filter((sent) => sent.key !== key), { key, text, back: true }]);
    this.flush();
  }

  hasVoted(asked: number): boolean {
    return this.#votes.get(asked)?.up ?? false;
  }

  vote(asked: number): void {
    const before = this.#votes.get(asked);
    this.#votes.set(asked, { version: (before?.version ?? 0) + 1, up: !before?.up });
    this.flush();
  }

  /** The line is open: what stands is asked for, and what is not confirmed goes once more. */
  arrive(): void {
    this.line.send({ type: "recall_asked" });
    this.flush();
  }

  flush(): void {
    clearTimeout(this.#timer);
    const votes = [...this.#votes].filter(([, vote]) => !vote.stored);
    for (const { key, text, back } of this.sent)
      this.line.send(back ? { type: "withdraw_asked", key } : { type: "ask_speaker", key, text });
    for (const [asked, { version, up }] of votes) this.line.send({ type: "vote_asked", asked, version, up });
    if (this.sent.length + votes.length > 0) this.#timer = setTimeout(() => this.flush(), RESEND_MS);
  }

  hear(message: ServerMessage): void {
    if (message.type === "own_asked") {
      this.own = message.asked;
      for (const { asked, version, up } of message.votes)
        if ((this.#votes.get(asked)?.version ?? 0) <= version)
          this.#votes.set(asked, { version, up, stored: true });
    } else if (message.type === "accepted") {
      const sent = this.#take(message.key, message.version);
      if (sent) this.heard(sent.back ? "withdrawn" : "received");
    } else if (message.type === "voted") {
      const vote = this.#votes.get(message.asked);
      if (vote?.version === message.version) this.#votes.set(message.asked, { ...vote, stored: true });
    } else if (message.type === "refused" && message.of) {
      const { of, code } = message;
      // It is sent again by itself after a while.
      if (code === "try_again" || code === "too_fast") return;
      if ("asked" in of) {
        const vote = this.#votes.get(of.asked);
        if (vote?.version !== of.version) return;
        this.#votes.set(of.asked, { ...vote, up: !vote.up, stored: true });
        this.heard(code);
      } else if ("key" in of) {
        const sent = this.#take(of.key, of.version);
        if (!sent) return;
        // What was written goes back to where it can be changed.
        if (!sent.back) this.text = [sent.text, this.text].filter((text) => text).join("\n");
        this.keep();
        this.heard(code);
      }
    }
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  /** Takes out what the server has answered; asking is version 1, taking back version 2. */
  #take(key: string, version: number): Sent | undefined {
    const found = this.sent.find((sent) => sent.key === key && version === (sent.back ? 2 : 1));
    if (found) this.#become(this.sent.filter((sent) => sent !== found));
    return found;
  }

  #become(sent: readonly Sent[]): void {
    this.sent = sent;
    this.keep();
  }
}
