// Short sentences at the edge of the page, some with a way back, and what only screen readers are told.

/** The histories that can be undone, each on its own. */
export type Scope = "programme" | "themes";

/** One sentence. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: "plain" | "danger";
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** The history whose next step makes the way back lead elsewhere. */
  readonly scope?: Scope | undefined;
}

/** How long a sentence with a way back stays: long enough to read it, look up, and change one's mind. */
const SHOWN_MS = 12_000;
/** How long one stays that only tells what happened. */
const TOLD_MS = 5_000;
/** More would cover the page. */
const NOTICES_MAX = 2;

export class Notices {
  shown = $state.raw<readonly Notice[]>([]);
  /** The latest for screen readers only. */
  heard = $state("");
  #next = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** Shows a sentence for a while. */
  tell(notice: Omit<Notice, "id">): void {
    const id = ++this.#next;
    // What only tells gives way to the next, and nothing is said twice.
    const others = this.shown.filter((other) => other.action && other.text !== notice.text);
    this.shown = [...others, { ...notice, id }].slice(-NOTICES_MAX);
    this.release(id);
  }

  /** Says a sentence to screen readers only. */
  say(text: string): void {
    this.heard = text;
  }

  /** Takes one away. */
  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.shown = this.shown.filter((notice) => notice.id !== id);
  }

  /** Takes away those whose way back no longer leads to what they say. */
  drop(scope: Scope): void {
    for (const notice of this.shown) if (notice.scope === scope) this.dismiss(notice.id);
  }

  /** Keeps one for as long as the person is at it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
  }

  /** Lets one go after a while. */
  release(id: number): void {
    this.hold(id);
    const notice = this.shown.find((notice) => notice.id === id);
    const ms = notice?.action || notice?.tone === "danger" ? SHOWN_MS : TOLD_MS;
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), ms),
    );
  }
}
