// In which order the themes of a question lie, and how a hand changes it.
import type { FacilitatorCommand, ItemId, ThemeId, ThemeView } from "../../shared/wire.ts";
import type { Desk } from "../desk.svelte.ts";

/** The server tells of a new order within a tenth of a second; one that takes longer than this was overtaken. */
const ASKED_MS_MAX = 1_500;

export class ThemeOrder {
  #drawn: readonly ThemeId[] = [];
  /** Counts moves by hand, so that each is drawn at once and not when the server tells of it. */
  #moves = $state(0);
  /** The order that was asked for last, as long as the server may not have told of it. */
  #asked: { readonly order: readonly ThemeId[]; readonly untilMs: number } | undefined;

  constructor(
    readonly desk: Desk,
    readonly item: ItemId,
    readonly label: (theme: ThemeId) => string,
  ) {}

  /** These themes in the order to draw; as they lay before while hands are on them, new ones last. */
  drawn(themes: readonly ThemeId[], isHeld: boolean): readonly ThemeId[] {
    // A move by hand is drawn at once, also while the order is held.
    void this.#moves;
    const known = this.#drawn.filter((id) => themes.includes(id));
    this.#drawn = isHeld ? [...known, ...themes.filter((id) => !known.includes(id))] : themes;
    return this.#drawn;
  }

  /** Puts a theme first, after those that are first already; or lets it stand by its answers again. */
  pin(theme: ThemeId): void {
    const first = this.#first();
    const pinned = first.includes(theme);
    const said = this.desk.words.answers;
    const text = pinned ? said.unpinned(this.label(theme)) : said.pinned(this.label(theme));
    this.#put(pinned ? first.filter((id) => id !== theme) : [...first, theme], text);
  }

  /** Moves a theme one place among those it stands with; it and those above it stay in this order from then on. */
  shift(theme: ThemeId, by: -1 | 1, among: readonly ThemeId[]): void {
    const asked = this.#orderAsked().filter((id) => among.includes(id));
    const to = asked.indexOf(theme) + by;
    if (to >= 0 && to < asked.length) this.#place(theme, to, asked);
  }

  /** Moves a theme before or after another of those it stands with. */
  moveBeside(theme: ThemeId, beside: ThemeId, isAfter: boolean, among: readonly ThemeId[]): void {
    const asked = this.#orderAsked().filter((id) => among.includes(id));
    const others = asked.filter((id) => id !== theme);
    this.#place(theme, others.indexOf(beside) + (isAfter ? 1 : 0), asked);
  }

  /** Lets all themes stand by their answers again. */
  byCount(): void {
    this.#put([], this.desk.words.answers.orderedByCount);
  }

  #place(theme: ThemeId, to: number, among: readonly ThemeId[]): void {
    const first = this.#first();
    const order = among.filter((id) => id !== theme);
    order.splice(to, 0, theme);
    const before = among.indexOf(theme);
    const last = Math.max(
      to,
      before,
      among.findLastIndex((id) => first.includes(id)),
    );
    const others = first.filter((id) => !among.includes(id));
    this.#put(
      [...others, ...order.slice(0, last + 1)],
      this.desk.words.answers.shifted(this.label(theme), to + 1),
    );
  }

  /** The order that was asked for, until the server has told of it: a second press goes on from the first. */
  #orderAsked(): ThemeId[] {
    const told = this.#themes().map((theme) => theme.id);
    const asked = this.#asked;
    if (!asked || Date.now() > asked.untilMs) return told;
    const known = asked.order.filter((id) => told.includes(id));
    return [...known, ...told.filter((id) => !known.includes(id))];
  }

  #themes(): readonly ThemeView[] {
    return this.desk.of(this.item).themes;
  }

  #first(): ThemeId[] {
    return this.#themes()
      .filter((theme) => theme.pinned)
      .map((theme) => theme.id);
  }

  /** These stand first, the others by their answers; drawn at once. */
  #put(first: readonly ThemeId[], text: string): void {
    const others = this.#themes().filter((theme) => !first.includes(theme.id));
    const byCount = others.toSorted((a, b) => b.answers.length - a.answers.length || a.id - b.id);
    const order = [...first, ...byCount.map((theme) => theme.id)];
    this.#drawn = order;
    this.#moves += 1;
    this.#asked = { order, untilMs: Date.now() + ASKED_MS_MAX };
    const command = { do: "order_themes", item: this.item, first: [...first] } satisfies FacilitatorCommand;
    const undo = { do: "undo_themes", item: this.item } as const;
    void this.desk.do(command, { text, undo }).then((done) => {
      if (!done) this.#asked = undefined;
    });
  }
}
