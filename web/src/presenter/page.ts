// A page of the board of themes: sections in one form and size of type, with as many answers as find room.
import { examplesOf, type Group, type Section } from "../shared/groups.ts";
import { COLUMN_GAP_REM, columnRem, columnsOf } from "./columns.ts";
import { heightsOf } from "./measure.ts";
import { spreadOf, type Row } from "./spread.ts";

/** The room that a board has. */
export interface BoardBox {
  readonly width_px: number;
  readonly height_px: number;
  readonly rem_px: number;
}

/** A theme on the board. */
export interface Place {
  readonly group: Group;
  /** How many of its answers are shown. */
  readonly examples: number;
}

/** A section on the board, over `span` columns of it. */
export interface Cell {
  readonly section: Section;
  readonly span: number;
  /** The themes in each of its columns, from above. */
  readonly columns: readonly (readonly Place[])[];
}

/**
 * How themes stand: `roomy` with a large count beside each, `close` the same under headings, `list` in short lines
 * under headings with the count behind.
 */
export type Form = "roomy" | "close" | "list";

/** A page of the board. */
export interface Page {
  readonly form: Form;
  readonly scale: number;
  readonly columns: number;
  /** Answers that each theme could at least show. */
  readonly least: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** Sizes in ems of the board's type; the style has the same. */
interface Sizes {
  readonly heading_em: number;
  /** Space above and below a theme, the line above included. */
  readonly around_em: number;
  /** Least height of a theme without that space: that of the count. */
  readonly body_em: number;
  /** A heading over themes, with the space around it and its least height. */
  readonly family_em: number;
  readonly familyAround_em: number;
  readonly familyBody_em: number;
  /** Space between rows of sections. */
  readonly gap_em: number;
  /** What stands left of the texts; none where that is the count. */
  readonly indent_em: number | undefined;
}
const SIZES: Record<Form, Sizes> = {
  roomy: {
    heading_em: 1.16,
    around_em: 1.75,
    body_em: 2,
    family_em: 1.3,
    familyAround_em: 1.3,
    familyBody_em: 1.65,
    gap_em: 0.7,
    indent_em: undefined,
  },
  close: {
    heading_em: 1.08,
    around_em: 1.3,
    body_em: 1.3,
    family_em: 1.3,
    familyAround_em: 1.3,
    familyBody_em: 1.65,
    gap_em: 0.7,
    indent_em: undefined,
  },
  list: {
    heading_em: 1,
    around_em: 0.5,
    body_em: 1.18,
    family_em: 1.16,
    familyAround_em: 0.9,
    familyBody_em: 1.3,
    gap_em: 0.6,
    indent_em: 0.75,
  },
};

/** The line "and 12 more" below the examples, in ems. */
const MORE_EM = 1.6;
/** More examples than this of one theme are read better when it is opened. */
const EXAMPLES_MAX = 24;
/** Whether a line below the examples says how many more answers there are; in a list the count stands just above. */
export function tellsMore(form: Form, examples: number, group: Group): boolean {
  return form !== "list" && examples > 0 && examples < group.answers.length;
}

/** The residue need not show any of its answers: they have nothing in common that one of them could say. */
function leastOf(group: Group, least: number): number {
  return group.id === undefined ? 0 : least;
}

/** Sections in one form, one size of type and one number of columns. */
export class Board {
  readonly #sizes: Sizes;
  readonly #size_px: number;

  constructor(
    readonly sections: readonly Section[],
    readonly look: Pick<Page, "form" | "scale" | "columns">,
    readonly count_em: number,
    readonly box: BoardBox,
  ) {
    this.#sizes = SIZES[look.form];
    this.#size_px = look.scale * box.rem_px;
  }

  /**
   * All of it on one page, in these rows or in the lowest, and with as many answers as find room or no more than the
   * least; none when it does not fit.
   */
  page(
    least: number,
    height_px: number,
    spans?: readonly (readonly number[])[],
    answers: "many" | "least" = "many",
  ): Page | undefined {
    const heights = new Map<Group, number>();
    for (const { groups } of this.sections) {
      for (const group of groups) heights.set(group, this.#themeHeight(group, leastOf(group, least)));
    }
    const columnsAt = (section: Section, span: number): Group[][] => {
      const places = columnsOf(
        section.groups.map((group) => heights.get(group)!),
        span,
      );
      return Array.from({ length: span }, (_, column) =>
        section.groups.filter((_, index) => places[index] === column),
      );
    };
    const heightAt = (section: Section, columns: readonly (readonly Group[])[]): number => {
      const tops = columns.map((groups) => groups.reduce((sum, group) => sum + heights.get(group)!, 0));
      return this.#headHeight(section, columns.length) + Math.max(...tops);
    };
    const gap_px = this.#sizes.gap_em * this.#size_px;
    const rows = spans
      ? rowsOf(spans)
      : spreadOf(
          this.sections.length,
          this.look.columns,
          (index, span) => {
            const section = this.sections[index]!;
            return heightAt(section, columnsAt(section, span));
          },
          gap_px,
        ).rows;
    const set = rows.map((row) =>
      row.map(({ section: index, span }) => {
        const section = this.sections[index]!;
        return { section, span, columns: columnsAt(section, span) };
      }),
    );
    const fits = (): boolean => {
      const tall = set.map((row) =>
        Math.max(...row.map(({ section, columns }) => heightAt(section, columns))),
      );
      return tall.reduce((sum, height) => sum + height, gap_px * (tall.length - 1)) <= height_px;
    };
    if (!fits()) return undefined;
    const examples = this.#fill(least, answers === "many" && least > 0 ? EXAMPLES_MAX : least, heights, fits);
    const place = (group: Group): Place => ({ group, examples: examples.get(group)! });
    const cells = set.map((row) =>
      row.map((cell) => ({ ...cell, columns: cell.columns.map((groups) => groups.map(place)) })),
    );
    const { form, scale, columns } = this.look;
    return { form, scale, columns, least, rows: cells };
  }

  /** Gives every theme one more answer in turn, for as long as there is room. */
  #fill(least: number, limit: number, heights: Map<Group, number>, fits: () => boolean): Map<Group, number> {
    const growing = new Set(this.sections.flatMap((section) => section.groups));
    const examples = new Map(
      [...growing].map((group) => [group, Math.min(leastOf(group, least), group.answers.length)]),
    );
    while (growing.size > 0) {
      for (const group of growing) {
        const [most, before] = [examples.get(group)! + 1, heights.get(group)!];
        const richer = most <= Math.min(group.answers.length, limit);
        if (richer) heights.set(group, this.#themeHeight(group, most));
        if (richer && fits()) {
          examples.set(group, most);
        } else {
          heights.set(group, before);
          growing.delete(group);
        }
      }
    }
    return examples;
  }

  #themeHeight(group: Group, most: number): number {
    const { heading_em, around_em, body_em } = this.#sizes;
    const size_px = this.#size_px;
    const width_px = this.#innerPx(1);
    const examples = examplesOf(group, most);
    const heading = this.#headingHeight(group.label, group.answers.length, 1, heading_em);
    const texts = heightsOf(
      examples.map((answer) => answer.text),
      { kind: "theme-example", width_px, size_px },
    );
    const more = tellsMore(this.look.form, examples.length, group) ? MORE_EM * size_px : 0;
    const body = texts.reduce((sum, height) => sum + height, heading + more);
    return Math.max(body, body_em * size_px) + around_em * size_px;
  }

  /** The height of the heading over a section that spans so many columns; nought where there is none. */
  #headHeight({ label, count }: Section, span: number): number {
    if (label === undefined) return 0;
    const { family_em, familyAround_em, familyBody_em } = this.#sizes;
    const heading = this.#headingHeight(label, count, span, family_em);
    return Math.max(heading, familyBody_em * this.#size_px) + familyAround_em * this.#size_px;
  }

  #headingHeight(label: string, count: number, span: number, heading_em: number): number {
    const text = this.look.form === "list" ? `${label}\u00a0${count}` : label;
    const setting = { width_px: this.#innerPx(span), size_px: this.#size_px * heading_em };
    return heightsOf([text], { kind: "theme-heading", ...setting })[0]!;
  }

  /** What so many columns leave beside the count. */
  #innerPx(span: number): number {
    const width_rem = this.box.width_px / this.box.rem_px;
    const one_rem = columnRem(width_rem, this.look.columns);
    const all_px = (span * one_rem + (span - 1) * COLUMN_GAP_REM) * this.box.rem_px;
    return all_px - (this.#sizes.indent_em ?? this.count_em) * this.#size_px;
  }
}

function rowsOf(spans: readonly (readonly number[])[]): Row[] {
  let section = 0;
  return spans.map((row) => row.map((span) => ({ section: section++, span })));
}
