// The themes of one question as they lie on the desk: what is selected, and an order that waits while hands are on it.
import { createContext } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import { otherAnswers, type QuestionState } from "../../shared/fold.ts";
import type {
  AnswerId,
  AnswerView,
  FacilitatorCommand,
  ItemId,
  ThemeId,
  ThemeView,
} from "../../shared/wire.ts";
import type { Desk } from "../desk.svelte.ts";
import { keepFocus } from "../focus.ts";

/** What is being dragged. */
export type Dragged =
  | { readonly is: "answers"; readonly answers: readonly AnswerId[] }
  | { readonly is: "theme"; readonly theme: ThemeId };

/** A theme with its answers as texts; `undefined` stands for the answers in none. */
export interface Shelf {
  readonly theme: ThemeView | undefined;
  readonly answers: readonly AnswerView[];
}

/** The server tells of a new order within a tenth of a second; one that takes longer than this was overtaken. */
const ASKED_MS_MAX = 1_500;

export const [getBoard, setBoard] = createContext<Board>();

export class Board {
  readonly selected = new SvelteSet<AnswerId>();
  readonly folded = new SvelteSet<ThemeId | 0>();
  dragged = $state.raw<Dragged | undefined>();
  /** The theme whose name is being written. */
  renaming = $state<ThemeId | undefined>();
  /** Whether the pointer or the keyboard is among the answers. */
  isTouched = $state(false);
  /** What a dialog is about to do with which answers. */
  asks = $state.raw<
    | { readonly to: "move" | "make"; readonly answers: readonly AnswerId[] }
    | { readonly to: "merge"; readonly theme: ThemeId }
    | undefined
  >();
  /** What is searched for among the answers. */
  search = $state("");
  /** What is sorted by hand, one answer at a time; all that wait when no answers are named. */
  sorts = $state.raw<{ readonly answers?: readonly AnswerId[] } | undefined>();
  #order: readonly ThemeId[] = [];
  /** Counts moves by hand, so that each is drawn at once and not when the server tells of it. */
  #moves = $state(0);
  /** The order that was asked for last, as long as the server may not have told of it. */
  #asked: { readonly order: readonly ThemeId[]; readonly untilMs: number } | undefined;
  #lastSeen = new Map<ThemeId, ThemeView>();

  constructor(
    readonly desk: Desk,
    readonly item: ItemId,
  ) {}

  readonly question: QuestionState = $derived.by(() => this.desk.of(this.item));

  /** Whether a person is in the middle of something that moving things would disturb. */
  readonly isHeld = $derived.by(
    () =>
      this.isTouched ||
      this.search !== "" ||
      this.selected.size > 0 ||
      this.dragged !== undefined ||
      this.renaming !== undefined ||
      this.asks !== undefined ||
      this.sorts !== undefined,
  );

  /** Themes with their answers, most first unless the order is held; the residue last. */
  readonly shelves: readonly Shelf[] = $derived.by(() => {
    const { themes, answers } = this.question;
    const texts = new Map(answers.map((answer) => [answer.id, answer]));
    const byId = new Map(themes.map((theme) => [theme.id, theme]));
    // A theme that vanished while its name was being written stays until the person is done.
    const { renaming } = this;
    const last = renaming === undefined ? undefined : this.#lastSeen.get(renaming);
    if (last && !byId.has(last.id)) byId.set(last.id, { ...last, answers: [] });
    // A move by hand is drawn at once, also while the order is held.
    void this.#moves;
    const fresh = [...byId.keys()];
    const order = this.isHeld
      ? [...this.#order.filter((id) => byId.has(id)), ...fresh.filter((id) => !this.#order.includes(id))]
      : fresh;
    this.#order = order;
    for (const theme of themes) this.#lastSeen.set(theme.id, theme);
    const shelves: Shelf[] = order.map((id) => {
      const theme = byId.get(id)!;
      const held = theme.answers.map((answer) => texts.get(answer)).filter((answer) => answer !== undefined);
      return { theme, answers: held.sort((a, b) => a.id - b.id) };
    });
    return [...shelves, { theme: undefined, answers: otherAnswers(this.question) }];
  });

  /** Those selected that still stand, in the order they came. */
  readonly chosen: readonly AnswerView[] = $derived.by(() =>
    this.question.answers.filter((answer) => this.selected.has(answer.id)),
  );

  /** Whether an answer has what is searched for; every one does when nothing is. */
  matches(answer: AnswerView): boolean {
    return answer.text.toLowerCase().includes(this.search.trim().toLowerCase());
  }

  /** A theme as it was last seen, even if it has gone since. */
  lastSeen(theme: ThemeId): ThemeView | undefined {
    return this.#lastSeen.get(theme);
  }

  /** The answers an act on one of them is meant for: all that are selected, if it is among them. */
  meant(answer: AnswerId): readonly AnswerId[] {
    return this.selected.has(answer) ? this.chosen.map((chosen) => chosen.id) : [answer];
  }

  /** Selects an answer, or lets go of it. */
  toggle(answer: AnswerId): void {
    if (!this.selected.delete(answer)) this.selected.add(answer);
  }

  /** Lets go of all; the keyboard stays near where it was. */
  clear(): void {
    void keepFocus();
    this.selected.clear();
  }

  /** Moves answers to a theme, or to the residue. */
  async move(answers: readonly AnswerId[], to: ThemeId | null): Promise<void> {
    const said = this.desk.words.answers;
    const label = this.question.themes.find((theme) => theme.id === to)?.label ?? said.other;
    const told = { text: said.moved(answers.length, label), undo: this.#undo };
    const isMoved = await this.desk.do(
      { do: "move_answers", item: this.item, answers: [...answers], to },
      told,
    );
    if (isMoved) this.clear();
  }

  /** Makes one theme of two. */
  merge(from: ThemeId, into: ThemeId): void {
    const said = this.desk.words.answers;
    const text = said.merged(this.#label(from), this.#label(into));
    void this.desk.do({ do: "merge_themes", item: this.item, from, into }, { text, undo: this.#undo });
  }

  /** Makes a theme of answers; gives whether it was made. */
  async make(label: string, answers: readonly AnswerId[]): Promise<boolean> {
    const told = { text: this.desk.words.answers.made(label), undo: this.#undo };
    const isMade = await this.desk.do(
      { do: "make_theme", item: this.item, label, answers: [...answers] },
      told,
    );
    if (isMade) this.clear();
    return isMade;
  }

  /** Renames a theme; if it has gone meanwhile, makes it anew of the answers it had, so that the work is not lost. */
  async rename(theme: ThemeId, label: string): Promise<boolean> {
    const told = { text: this.desk.words.answers.made(label), undo: this.#undo };
    const last = this.lastSeen(theme);
    if (this.question.themes.some((other) => other.id === theme) || !last) {
      return this.desk.do({ do: "rename_theme", item: this.item, theme, label });
    }
    const standing = new Set(this.question.answers.map((answer) => answer.id));
    const answers = last.answers.filter((answer) => standing.has(answer));
    return this.desk.do({ do: "make_theme", item: this.item, label, answers }, told);
  }

  /** Dissolves a theme. */
  dissolve(theme: ThemeId): void {
    const text = this.desk.words.answers.dissolved(this.#label(theme));
    void this.desk.do({ do: "dissolve_theme", item: this.item, theme }, { text, undo: this.#undo });
  }

  /** Puts a theme first, after those that are first already; or lets it stand by its answers again. */
  pin(theme: ThemeId): void {
    const first = this.#first();
    const pinned = first.includes(theme);
    const said = this.desk.words.answers;
    const text = pinned ? said.unpinned(this.#label(theme)) : said.pinned(this.#label(theme));
    this.#put(pinned ? first.filter((id) => id !== theme) : [...first, theme], text);
  }

  /** Moves a theme one place; it and those above it stay in this order from then on. */
  shift(theme: ThemeId, by: -1 | 1): void {
    const order = this.#orderAsked();
    const from = order.indexOf(theme);
    const to = from + by;
    if (from < 0 || to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(from, 1));
    const last = Math.max(from, to, this.#first().length - 1);
    this.#put(order.slice(0, last + 1), this.desk.words.answers.shifted(this.#label(theme), to + 1));
  }

  /** The order that was asked for, until the server has told of it: a second press goes on from the first. */
  #orderAsked(): ThemeId[] {
    const told = this.question.themes.map((theme) => theme.id);
    const asked = this.#asked;
    if (!asked || Date.now() > asked.untilMs) return told;
    const known = asked.order.filter((id) => told.includes(id));
    return [...known, ...told.filter((id) => !known.includes(id))];
  }

  /** Lets all themes stand by their answers again. */
  orderByCount(): void {
    this.#put([], this.desk.words.answers.orderedByCount);
  }

  /** Keeps a theme from the room, or shows it again. */
  hide(theme: ThemeView): void {
    const said = this.desk.words.answers;
    const text = theme.hidden ? said.unhid(theme.label) : said.hid(theme.label);
    const command = theme.hidden ? "unhide_theme" : "hide_theme";
    void this.desk.do({ do: command, item: this.item, theme: theme.id }, { text, undo: this.#undo });
  }

  #first(): ThemeId[] {
    return this.question.themes.filter((theme) => theme.pinned).map((theme) => theme.id);
  }

  /** These stand first, the others by their answers; drawn at once. */
  #put(first: readonly ThemeId[], text: string): void {
    const others = this.question.themes.filter((theme) => !first.includes(theme.id));
    others.sort((a, b) => b.answers.length - a.answers.length || a.id - b.id);
    const order = [...first, ...others.map((theme) => theme.id)];
    this.#order = order;
    this.#moves += 1;
    this.#asked = { order, untilMs: Date.now() + ASKED_MS_MAX };
    const command = { do: "order_themes", item: this.item, first: [...first] } satisfies FacilitatorCommand;
    void this.desk.do(command, { text, undo: this.#undo }).then((done) => {
      if (!done) this.#asked = undefined;
    });
  }

  /** Takes an answer away from every screen. */
  remove(answer: AnswerId): void {
    const { item } = this;
    this.selected.delete(answer);
    const told = {
      text: this.desk.words.answers.removed,
      undo: { do: "restore_answer", item, answer } as const,
    };
    void this.desk.do({ do: "remove_answer", item, answer }, told);
  }

  get #undo() {
    return { do: "undo_themes", item: this.item } as const;
  }

  #label(theme: ThemeId): string {
    return this.lastSeen(theme)?.label ?? "";
  }
}
