// The second level of a question's themes on the desk: headings that a hand makes, names, fills and takes away.
import type { Family, ItemId, ThemeId } from "../../shared/wire.ts";
import type { Desk } from "../desk.svelte.ts";
import { headingOf, inOrderOf, placedUnder, renamed } from "./arranging.ts";

export class Families {
  /** The heading whose name is being written. */
  renaming = $state<string | undefined>();
  #drawn: string[] = [];

  constructor(
    readonly desk: Desk,
    readonly item: ItemId,
  ) {}

  /** Whether a person has arranged them; the engine does otherwise. */
  readonly areDecided = $derived.by(() => this.desk.of(this.item).familiesDecided);

  get all(): readonly Family[] {
    return this.desk.of(this.item).families;
  }

  /** As they are drawn; in the order of before while hands are on the board. */
  drawn(isHeld: boolean): readonly Family[] {
    const families = isHeld ? inOrderOf(this.all, this.#drawn) : this.all;
    this.#drawn = families.map((family) => family.label);
    return families;
  }

  /** The heading that a theme stands under, if any. */
  of(theme: ThemeId): string | undefined {
    return headingOf(this.all, theme);
  }

  /** Puts a theme under a heading, or lets it stand alone. */
  place(theme: ThemeId, name: string, label: string | undefined): Promise<boolean> {
    const said = this.desk.words.families;
    const text = label === undefined ? said.placedAlone(name) : said.placed(name, label);
    return this.#arrange(placedUnder(this.all, theme, label), text);
  }

  /** Gives a heading another name. */
  async rename(from: string, to: string): Promise<boolean> {
    this.#drawn = this.#drawn.map((label) => (label === from ? to : label));
    return this.#arrange(renamed(this.all, from, to), this.desk.words.families.renamed(to));
  }

  /** Takes a heading away; its themes stand alone. */
  remove(label: string): void {
    const others = this.all.filter((family) => family.label !== label);
    void this.#arrange(others, this.desk.words.families.removed(label));
  }

  /** Takes all headings away. */
  removeAll(): void {
    void this.#arrange([], this.desk.words.families.removedAll);
  }

  /** Leaves the headings to the engine. */
  suggest(): void {
    void this.#arrange(null, this.desk.words.families.suggested);
  }

  #arrange(families: readonly Family[] | null, text: string): Promise<boolean> {
    const { item } = this;
    const copy = families && families.map(({ label, themes }) => ({ label, themes: [...themes] }));
    return this.desk.do(
      { do: "arrange_families", item, families: copy },
      { text, undo: { do: "undo_themes", item } },
    );
  }
}
