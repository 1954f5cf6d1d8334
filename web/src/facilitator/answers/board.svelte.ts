// The themes of one question as they lie on the desk: what is selected, and an order that waits while hands are on it.
import { createContext } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import { otherAnswers, type QuestionState } from "../../shared/fold.ts";
import type { AnswerId, AnswerView, ItemId, ThemeId, ThemePart, ThemeView } from "../../shared/wire.ts";
import type { Desk } from "../desk.svelte.ts";
import { keepFocus } from "../focus.ts";
import { rangeOf } from "./choosing.ts";
import { Families } from "./families.svelte.ts";
import { ThemeOrder } from "./order.svelte.ts";

/** What is being dragged. */
export type Dragged =
  | { readonly is: "answers"; readonly answers: readonly AnswerId[] }
  | { readonly is: "theme"; readonly theme: ThemeId };

/** What lies on the board from the top: headings of the second level, and shelves under them or alone. */
export type Row =
  | { readonly is: "heading"; readonly label: string; readonly shelves: number; readonly answers: number }
  | { readonly is: "shelf"; readonly shelf: Shelf; readonly under: string | undefined };

/** A theme with its answers as texts; `undefined` stands for the answers in none. */
export interface Shelf {
  readonly theme: ThemeView | undefined;
  readonly answers: readonly AnswerView[];
}

const sum = (rows: readonly Row[]): number =>
  rows.reduce((count, row) => count + (row.is === "shelf" ? row.shelf.answers.length : 0), 0);

export const [getBoard, setBoard] = createContext<Board>();

export class Board {
  readonly selected = new SvelteSet<AnswerId>();
  readonly folded = new SvelteSet<ThemeId | 0>();
  dragged = $state.raw<Dragged | undefined>();
  /** The theme whose name is being written. */
  renaming = $state<ThemeId | undefined>();
  /** Whether the mouse is over the answers. */
  isPointed = $state(false);
  /** Whether the keyboard is among them, or a menu of theirs is open. */
  isFocused = $state(false);
  /** What a dialog is about to do with which answers. */
  asks = $state.raw<
    | { readonly to: "move" | "make"; readonly answers: readonly AnswerId[] }
    | { readonly to: "merge" | "split" | "family"; readonly theme: ThemeId }
    | undefined
  >();
  /** What is searched for among the answers. */
  search = $state("");
  /** What is sorted by hand, one answer at a time; all that wait when no answers are named. */
  sorts = $state.raw<{ readonly answers?: readonly AnswerId[] } | undefined>();
  /** The latest answer that was let in. */
  #latest: AnswerId = 0;
  /** Counts how often a person let in what waits. */
  #admissions = $state(0);
  readonly #admitted: AnswerId = $derived.by(() => {
    void this.#admissions;
    const newest = this.question.answers.at(-1)?.id ?? 0;
    if (!this.isHeld || this.#latest === 0) this.#latest = newest;
    return this.#latest;
  });
  #lastSeen = new Map<ThemeId, ThemeView>();

  /** Where a range of answers begins. */
  #latestChosen: AnswerId | undefined;

  readonly order: ThemeOrder;
  readonly families: Families;

  constructor(
    readonly desk: Desk,
    readonly item: ItemId,
  ) {
    this.order = new ThemeOrder(desk, item, (theme) => this.label(theme));
    this.families = new Families(desk, item);
  }

  readonly question: QuestionState = $derived.by(() => this.desk.of(this.item));

  /** Whether hands are on the answers. */
  readonly isTouched = $derived.by(() => this.isPointed || this.isFocused);

  /** Whether a person is in the middle of something that moving things would disturb. */
  readonly isHeld = $derived.by(
    () =>
      this.isTouched ||
      this.search !== "" ||
      this.selected.size > 0 ||
      this.dragged !== undefined ||
      this.renaming !== undefined ||
      this.families.renaming !== undefined ||
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
    const order = this.order.drawn([...byId.keys()], this.isHeld);
    for (const theme of themes) this.#lastSeen.set(theme.id, theme);
    const shelves: Shelf[] = order.map((id) => {
      const theme = byId.get(id)!;
      const held = theme.answers.map((answer) => texts.get(answer)).filter((answer) => answer !== undefined);
      return { theme, answers: held.filter(this.isIn).sort((a, b) => a.id - b.id) };
    });
    return [...shelves, { theme: undefined, answers: otherAnswers(this.question).filter(this.isIn) }];
  });

  /** Whether an answer lies on the board; what comes while hands are on it waits at the side. */
  readonly isIn = (answer: AnswerView): boolean => answer.id <= this.#admitted;

  /** How many answers wait at the side. */
  readonly waiting = $derived.by(() => this.question.answers.filter((answer) => !this.isIn(answer)).length);

  /** Lets in what waits. */
  admit(): void {
    this.#latest = this.question.answers.at(-1)?.id ?? 0;
    this.#admissions += 1;
  }

  /** The shelves with the headings of the second level between them; what stands alone because a person put it first is first. */
  readonly rows: readonly Row[] = $derived.by(() => {
    const families = this.families.drawn(this.isHeld);
    const heading = new Map(
      families.flatMap(({ label, themes }) => themes.map((id) => [id, label] as const)),
    );
    const under = (label: string | undefined): Row[] =>
      this.shelves
        .filter(({ theme }) => theme && heading.get(theme.id) === label)
        .map((shelf) => ({ is: "shelf", shelf, under: label }));
    const alone = under(undefined);
    const isFirst = (row: Row): boolean => row.is === "shelf" && row.shelf.theme?.pinned === true;
    const grouped = families.flatMap(({ label }): Row[] => {
      const rows = under(label);
      return rows.length === 0
        ? []
        : [{ is: "heading", label, shelves: rows.length, answers: sum(rows) }, ...rows];
    });
    const rest = this.shelves
      .filter(({ theme }) => !theme)
      .map((shelf): Row => ({ is: "shelf", shelf, under: undefined }));
    return [...alone.filter(isFirst), ...grouped, ...alone.filter((row) => !isFirst(row)), ...rest];
  });

  /** The themes that a theme stands with, in the order they are drawn: under the same heading, or alone as it does. */
  beside(theme: ThemeId): ThemeId[] {
    const heading = this.families.of(theme);
    const themes = this.shelves.flatMap((shelf) => (shelf.theme ? [shelf.theme.id] : []));
    return themes.filter((id) => this.families.of(id) === heading);
  }

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
    this.#latestChosen = answer;
  }

  /** Selects all from the answer that was chosen last to this one, as they lie. */
  extend(to: AnswerId, lying: readonly AnswerId[]): void {
    for (const answer of rangeOf(lying, this.#latestChosen, to)) this.selected.add(answer);
    this.#latestChosen = to;
  }

  /** Selects all of these, or lets go of them when all are selected. */
  toggleAll(answers: readonly AnswerId[]): void {
    const areAll = answers.every((answer) => this.selected.has(answer));
    for (const answer of answers) {
      if (areAll) this.selected.delete(answer);
      else this.selected.add(answer);
    }
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
    if (isMoved) this.#moved();
  }

  /** Lets go of what was moved; what was searched for to move it is done with, too. */
  #moved(): void {
    this.clear();
    if (this.search === "") return;
    this.search = "";
    document.querySelector<HTMLElement>(".board [type=search]")?.focus();
  }

  /** Makes one theme of two. */
  merge(from: ThemeId, into: ThemeId): void {
    const said = this.desk.words.answers;
    const text = said.merged(this.label(from), this.label(into));
    void this.desk.do({ do: "merge_themes", item: this.item, from, into }, { text, undo: this.#undo });
  }

  /** Makes a theme of answers; gives whether it was made. */
  async make(label: string, answers: readonly AnswerId[]): Promise<boolean> {
    const told = { text: this.desk.words.answers.made(label), undo: this.#undo };
    const isMade = await this.desk.do(
      { do: "make_theme", item: this.item, label, answers: [...answers] },
      told,
    );
    if (isMade) this.#moved();
    return isMade;
  }

  /** Parts a theme; gives whether it was parted. */
  async split(theme: ThemeId, parts: readonly ThemePart[]): Promise<boolean> {
    const text = this.desk.words.split.done(this.label(theme), parts.length);
    const command = { do: "split_theme" as const, item: this.item, theme, parts: [...parts] };
    return this.desk.do(command, { text, undo: this.#undo });
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
    const text = this.desk.words.answers.dissolved(this.label(theme));
    void this.desk.do({ do: "dissolve_theme", item: this.item, theme }, { text, undo: this.#undo });
  }

  /** Keeps a theme from the room, or shows it again. */
  hide(theme: ThemeView): void {
    const said = this.desk.words.answers;
    const text = theme.hidden ? said.unhid(theme.label) : said.hid(theme.label);
    const command = theme.hidden ? "unhide_theme" : "hide_theme";
    void this.desk.do({ do: command, item: this.item, theme: theme.id }, { text, undo: this.#undo });
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

  /** What a theme is called, even if it has gone since. */
  label(theme: ThemeId): string {
    return this.lastSeen(theme)?.label ?? "";
  }
}
