// The quiet pager: takes over when even the densest setting does not hold everything.
import { untrack } from "svelte";
import { calmMs } from "../shared/motion.ts";

/** How long a page stands before the next one comes by itself; long enough to read one. */
export const PAGE_MS = 14_000;

/** What the one who steers chose last, which the next question begins with; without motion nothing turns by itself. */
let stillChosen = $state<boolean>();

/** Which page is shown of how many, and whether pages turn by themselves. */
export class Pager {
  pages = $state(1);
  /** From 0. */
  page = $state(0);
  /** A person turned a page or asked for stillness, or wants no motion: nothing turns by itself. */
  still = $state(untrack(() => stillChosen ?? calmMs() === 0));
  /** Counts what came in on the first page, which then stands its whole time anew. */
  news = $state(0);
  /** Something new waits on the first page. */
  #recalled = false;

  /** Says how many pages there are now. */
  setPages(pages: number): void {
    this.pages = Math.max(1, pages);
    if (this.page >= this.pages) this.page = this.pages - 1;
  }

  /** Turns so many pages on, or back when negative; round at the ends. */
  turn(by: number): void {
    this.page = (this.page + by + this.pages) % this.pages;
  }

  /** Turns to the next page, or to the first when something new waits there. */
  turnByItself(): void {
    if (this.#recalled) this.page = 0;
    else this.turn(1);
    this.#recalled = false;
  }

  /** Says that something new waits on the first page while a later one is shown. */
  recall(): void {
    this.#recalled = true;
  }

  /** Turns by hand, after which nothing turns by itself here. */
  turnByHand(by: number): void {
    this.still = true;
    this.turn(by);
  }

  /** Stops what turns by itself, or lets it turn again, here and at the questions to come. */
  pause(): void {
    this.still = !this.still;
    stillChosen = this.still;
  }
}
