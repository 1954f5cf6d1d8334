// The answers of one phone on their way: kept, sent in order, and sent again until the server has stored them.
import { randomKey } from "./storage.ts";
import type { AnswerContent, ClientMessage, OwnAnswer, Rejection, ServerMessage } from "./wire.ts";

/** One answer as its owner sees it. */
export interface Entry {
  readonly item: number;
  /** The question's round when it was given; a reset begins another and lets go of it. */
  readonly round: number;
  /** Its random name, by which a resend is known. */
  readonly key: string;
  /** From 1; a change or the withdrawal is one higher. */
  readonly version: number;
  /** What its owner wants to stand; null to withdraw it. */
  readonly content: AnswerContent | null;
  readonly state: EntryState;
  /** What the server last said it stored, for when a change is refused. */
  readonly standing?: AnswerContent | undefined;
  /** Why the server did not take this version, or not yet. */
  readonly refusal?: Rejection | undefined;
}

export type EntryState =
  /** On its way, or waiting for the line. */
  | "unsent"
  /** On the server's disk. */
  | "stored"
  /** Not taken; `refusal` says why. */
  | "refused"
  /** It was stored, and the facilitator took it away. */
  | "removed";

/** A question on stage. */
export interface Shown {
  readonly item: number;
  readonly round: number;
}

/** How long the server's answer may take before an answer is sent again; sending twice is harmless. */
const RESEND_MS = 6_000;
/** How long to wait when the server asks for it. */
const TRY_AGAIN_MS = 2_500;

export class Outbox {
  #entries: readonly Entry[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * `entries` are those of an earlier visit; `send` gives whether the line was open; `changed` is called with
   * every new list, to keep it and draw it.
   */
  constructor(
    entries: readonly Entry[],
    readonly send: (message: ClientMessage) => boolean,
    readonly changed: (entries: readonly Entry[]) => void,
  ) {
    this.#entries = entries;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** A new answer. */
  give(item: number, round: number, content: AnswerContent): void {
    const entry: Entry = { item, round, key: randomKey(), version: 1, content, state: "unsent" };
    this.#become([...this.#entries, entry]);
    this.#post(entry);
  }

  /** Another content for an answer; null to withdraw it. */
  change(key: string, content: AnswerContent | null): void {
    const before = this.#entries.find((entry) => entry.key === key);
    if (!before) return;
    const next: Entry = {
      ...before,
      content,
      version: before.version + 1,
      state: "unsent",
      refusal: undefined,
    };
    this.#replace(key, () => next);
    this.#post(next);
  }

  /** Lets go of an answer that does not stand: one that was refused or removed. */
  dismiss(key: string): void {
    this.#replace(key, (entry) =>
      // A change that was refused leaves what stood before.
      entry.state === "refused" && entry.standing
        ? { ...entry, content: entry.standing, state: "stored", refusal: undefined }
        : undefined,
    );
  }

  /** Sends everything that is not confirmed; for when the line opens. */
  flush(): void {
    for (const entry of this.#entries) if (entry.state === "unsent") this.#post(entry);
  }

  /** The question is in this round: what was given in another is let go. Gives what never arrived of it. */
  enter(item: number, round: number): Entry[] {
    const gone = this.#entries.filter((entry) => entry.item === item && entry.round !== round);
    if (gone.length > 0) this.#become(this.#entries.filter((entry) => !gone.includes(entry)));
    return gone.filter((entry) => entry.state === "unsent");
  }

  /** Takes in what the server says; `shown` are the questions on stage, each with its round. */
  hear(message: ServerMessage, shown: readonly Shown[] = []): void {
    switch (message.type) {
      case "accepted":
        return this.#replace(message.key, (entry) => {
          if (entry.version !== message.version) return entry;
          if (!entry.content) return undefined;
          return { ...entry, state: "stored", standing: entry.content, refusal: undefined };
        });
      case "refused": {
        const { of, code } = message;
        if (!of || !("key" in of)) return;
        const again = code === "try_again" || code === "too_fast";
        if (again) this.#later(TRY_AGAIN_MS);
        return this.#replace(of.key, (entry) => {
          if (entry.version !== of.version) return entry;
          if (again) return { ...entry, refusal: code };
          const gone = code === "no_such_answer" && entry.content === null;
          return gone ? undefined : { ...entry, state: "refused", refusal: code };
        });
      }
      case "mine":
        return this.#reconcile(message.answers, shown);
      case "snapshot":
      case "update":
      case "done":
      case "task":
      case "no_task":
      case "own_role":
      case "own_signals":
      case "own_quiz":
      case "own_asked":
      case "statements":
      case "stand_taken":
      case "voted":
      case "pong":
      case "goodbye":
        return;
    }
  }

  /** The server's word on what stands; what is on its way goes on. */
  #reconcile(owned: readonly OwnAnswer[], shown: readonly Shown[]): void {
    const items = new Set([...owned, ...shown].map(({ item }) => item));
    const known = new Map(owned.map((own) => [own.key, own]));
    const next: Entry[] = [];
    for (const entry of this.#entries) {
      const own = known.get(entry.key);
      known.delete(entry.key);
      if (own && own.version >= entry.version) {
        // The words of a removed answer are left on the phone that wrote them.
        next.push({ ...stood(own, entry.round), standing: own.content ?? entry.content ?? entry.standing });
      } else if (own) next.push({ ...entry, standing: own.content ?? undefined });
      else if (entry.state === "unsent" || entry.state === "refused" || !items.has(entry.item))
        next.push(entry);
    }
    // Given in another tab, or by this phone before it lost what it kept.
    for (const own of known.values()) {
      const here = shown.find(({ item }) => item === own.item);
      if (here) next.push(stood(own, here.round));
    }
    this.#become(next);
  }

  #post(entry: Entry): void {
    const { item, key, version, content } = entry;
    const sent = this.send(
      content ? { type: "answer", item, key, version, content } : { type: "withdraw", item, key, version },
    );
    if (sent) this.#later(RESEND_MS);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), ms);
  }

  #replace(key: string, by: (entry: Entry) => Entry | undefined): void {
    this.#become(
      this.#entries.flatMap((entry) => {
        if (entry.key !== key) return [entry];
        const next = by(entry);
        return next ? [next] : [];
      }),
    );
  }

  #become(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.changed(entries);
  }
}

function stood(own: OwnAnswer, round: number): Entry {
  const { item, key, version, content } = own;
  return {
    item,
    round,
    key,
    version,
    content,
    standing: content ?? undefined,
    state: content ? "stored" : "removed",
  };
}
