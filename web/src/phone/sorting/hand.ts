// What one phone has in hand while the room sorts or makes piles: asks for answers, sends where they were put, and asks
// again.
import type { Connection } from "../../shared/connection.ts";
import type { AnswerId, ClientMessage, ServerMessage } from "../../shared/wire.ts";

/** An answer to place. */
export type Task = Extract<ServerMessage, { type: "task" }>;

/** Answers to part into piles. */
export type Deal = Extract<ServerMessage, { type: "hand" }>;

/** Answers by pile; one that belongs with no other is a pile of its own. */
export type Piles = readonly (readonly AnswerId[])[];

/** The theme an answer was put under; null for "none of these". */
export type Choice = number | null;

/** What there is to see. */
export type Sight =
  /** The first answer is on its way. */
  | { readonly at: "asking" }
  /** An answer to place, and where it was put once it was. */
  | { readonly at: "task"; readonly task: Task; readonly choice: Choice | undefined }
  /** Answers to part, and how they were parted once they were. */
  | { readonly at: "hand"; readonly deal: Deal; readonly piles: Piles | undefined }
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

  /** Parts the answers in hand; waits for the line if it is lost. */
  lay(piles: Piles): void {
    if (this.#sight.at !== "hand" || this.#sight.piles !== undefined) return;
    this.#become({ ...this.#sight, piles });
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
    const sight = this.#sight;
    if (sight.at === "task" && sight.choice !== undefined) {
      this.#sent = this.#tell({ type: "sort", item, answer: sight.task.answer, theme: sight.choice });
    } else if (sight.at === "hand" && sight.piles !== undefined) {
      this.#sent = this.#tell({ type: "pile", item, piles: sight.piles.map((pile) => [...pile]) });
    }
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
    } else if (message.type === "hand" && message.item === this.item) {
      clearTimeout(this.#timer);
      this.#deal(message);
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

  /** The same answers again are what a lost line gives back: piles that waited are sent, of the answers that still stand. */
  #deal(deal: Deal): void {
    const before = this.#sight.at === "hand" && !this.#sent ? this.#sight : undefined;
    const stands = (answer: AnswerId): boolean => deal.answers.some(({ id }) => id === answer);
    const laid = before?.piles?.map((pile) => pile.filter(stands)).filter((pile) => pile.length > 0);
    const isSame = laid?.flat().length === deal.answers.length;
    this.#become({ at: "hand", deal, piles: isSame ? laid : undefined });
    this.#sent = false;
    this.#post();
  }

  #become(sight: Sight): void {
    this.#sight = sight;
    this.show(sight);
  }
}
