// What one phone has in hand while the room sorts: asks for an answer, sends where it was put, and asks again.
import type { Connection } from "../../shared/connection.ts";
import type { ClientMessage, ServerMessage } from "../../shared/wire.ts";

/** An answer to place. */
export type Task = Extract<ServerMessage, { type: "task" }>;

/** The theme an answer was put under; null for "none of these". */
export type Choice = number | null;

/** What there is to see. */
export type Sight =
  /** The first answer is on its way. */
  | { readonly at: "asking" }
  /** An answer to place, and where it was put once it was. */
  | { readonly at: "task"; readonly task: Task; readonly choice: Choice | undefined }
  /** Nothing to place for now. */
  | { readonly at: "waiting"; readonly placed: number }
  /** This person has placed all that was asked for. */
  | { readonly at: "done"; readonly placed: number };

/** How long to wait before asking again when there was nothing to place. */
export const WAITING_MS = 4_000;
/** How long the server may take; asking again is harmless. */
export const REPLY_MS_MAX = 8_000;

export class Hand {
  #sight: Sight = { at: "asking" };
  #open = false;
  /** Whether the choice was sent on the line that is open now. */
  #sent = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #letGo: (() => void)[];

  /** Asks as soon as the line is open; `show` is called with every new sight. */
  constructor(
    readonly item: number,
    readonly connection: Pick<Connection, "listen" | "send" | "subscribe">,
    readonly show: (sight: Sight) => void,
  ) {
    this.#letGo = [
      connection.listen((message) => this.#hear(message)),
      connection.subscribe(({ line }) => this.#heed(line === "open")),
    ];
  }

  /** Puts the answer in hand under a heading; waits for the line if it is lost. */
  choose(choice: Choice): void {
    if (this.#sight.at !== "task" || this.#sight.choice !== undefined) return;
    this.#become({ ...this.#sight, choice });
    this.#post();
  }

  end(): void {
    clearTimeout(this.#timer);
    for (const letGo of this.#letGo) letGo();
  }

  /** On a new line nothing is in hand any more as the server sees it. */
  #heed(open: boolean): void {
    const opened = open && !this.#open;
    this.#open = open;
    if (!open) this.#sent = false;
    if (opened) this.#ask();
  }

  #ask(): void {
    this.#tell({ type: "next_task", item: this.item });
  }

  #post(): void {
    const { item } = this;
    if (this.#sight.at !== "task" || this.#sight.choice === undefined) return;
    const { answer } = this.#sight.task;
    this.#sent = this.#tell({ type: "sort", item, answer, theme: this.#sight.choice });
  }

  #tell(message: ClientMessage): boolean {
    this.#later(REPLY_MS_MAX);
    return this.connection.send(message);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), ms);
  }

  #hear(message: ServerMessage): void {
    if (message.type === "task" && message.item === this.item) {
      clearTimeout(this.#timer);
      this.#take(message);
    } else if (message.type === "no_task" && message.item === this.item) {
      clearTimeout(this.#timer);
      const { placed, why } = message;
      if (why !== "done") this.#later(WAITING_MS);
      this.#become({ at: why === "done" ? "done" : "waiting", placed });
    }
  }

  /** The same answer again is what a lost line gives back: a choice that waited is sent, if its heading still stands. */
  #take(task: Task): void {
    const before =
      this.#sight.at === "task" && this.#sight.task.answer === task.answer ? this.#sight : undefined;
    const choice = before?.choice;
    const stands = choice === null || task.headings.some((heading) => heading.id === choice);
    this.#become({ at: "task", task, choice: stands && !this.#sent ? choice : undefined });
    this.#sent = false;
    this.#post();
  }

  #become(sight: Sight): void {
    this.#sight = sight;
    this.show(sight);
  }
}
