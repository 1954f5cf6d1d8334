// How themes are set: every heading and count always, and as many of their answers as the room allows.
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

/** How a board of themes is set. */
export interface BoardSetting {
  /** One when all of it fits; else first all headings and counts, where one page holds them, then the answers too. */
  readonly pages: readonly Page[];
  /** Width of the counts, in ems of the board's type. */
  readonly count_em: number;
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

/** Width of the counts by their most digits, in ems. */
const COUNT_EM = [2.3, 2.3, 3.1, 4.4];
/** The line "and 12 more" below the examples, in ems. */
const MORE_EM = 1.6;
/** More examples than this of one theme are read better when it is opened. */
const EXAMPLES_MAX = 24;
/** Examples of each theme where the board goes over pages. */
const EXAMPLES_PAGED = 1;
/** What the pager's line takes of the height. */
const PAGER_REM = 1.6;
/** Narrower columns than this are hard to read, in ems. */
const COLUMN_EM_MIN = 12.5;
const COLUMN_EM_MAX = 44;
const COLUMNS_MAX = 4;
/** Columns of pages are at least so wide, since there each theme shows an answer. */
const COLUMN_PAGED_REM_MIN = 15;
const COLUMNS_PAGED_MAX = 3;

/** From large to small: form, type size, and answers that each theme can at least show. */
type Richness = readonly [form: Form, scale: number, examples: number];
const PLAIN: readonly Richness[] = [
  ["roomy", 1.7, 12],
  ["roomy", 1.45, 5],
  ["roomy", 1.2, 3],
  ["roomy", 1, 3],
  ["roomy", 1, 2],
  ["roomy", 1, 1],
  ["roomy", 1, 0],
];
const UNDER_HEADINGS: readonly Richness[] = [
  ["close", 1.45, 5],
  ["close", 1.2, 3],
  ["close", 1, 3],
  ["close", 1, 2],
  ["close", 1, 1],
  ["list", 1, 1],
];
/** Of a first page that holds no answers, only headings and counts. */
const OVERVIEW: readonly Richness[] = [
  ["list", 1.45, 0],
  ["list", 1.2, 0],
  ["list", 1, 0],
];

/**
 * The largest setting that fits the box, with as many answers as then find room. A setting from before, of the same
 * sections in the same box, is kept for as long as it still fits, so that the room can go on reading where it was.
 */
export function settingOf(sections: readonly Section[], box: BoardBox, before?: BoardSetting): BoardSetting {
  const count_em = countEm(sections);
  const only = before?.pages.length === 1 ? before.pages[0] : undefined;
  if (only) {
    const spans = only.rows.map((row) => row.map(({ span }) => span));
    const page = new Board(sections, only, count_em, box).page(only.least, box.height_px, spans);
    if (page) return { pages: [page], count_em };
  }
  const isUnder = sections.some((section) => section.label !== undefined);
  const page = richest(sections, isUnder ? UNDER_HEADINGS : PLAIN, count_em, box, box.height_px);
  if (page) return { pages: [page], count_em };
  const height_px = box.height_px - PAGER_REM * box.rem_px;
  const answers = paged(sections, isUnder ? "list" : "roomy", EXAMPLES_PAGED, count_em, box, height_px);
  if (!isUnder) return { pages: answers, count_em };
  const overview = richest(sections, OVERVIEW, count_em, box, height_px);
  return { pages: overview ? [overview, ...answers] : answers, count_em };
}

/** Whether a line below the examples says how many more answers there are; in a list the count stands just above. */
export function tellsMore(form: Form, examples: number, group: Group): boolean {
  return form !== "list" && examples > 0 && examples < group.answers.length;
}

/** Which sections a board has, and which themes: while it is the same, a setting from before can be kept. */
export function outlineOf(sections: readonly Section[]): string {
  const ids = (section: Section): string => {
    const groups = section.groups.map((group) => group.id ?? 0);
    return groups.sort((a, b) => a - b).join(" ");
  };
  return sections.map((section) => `${section.label ?? ""}: ${ids(section)}`).join("\n");
}

/** The richest page that holds all of it. */
function richest(
  sections: readonly Section[],
  ladder: readonly Richness[],
  count_em: number,
  box: BoardBox,
  height_px: number,
): Page | undefined {
  const width_rem = box.width_px / box.rem_px;
  const themes = sections.reduce((sum, section) => sum + section.groups.length, 0);
  for (const [form, scale, least] of ladder) {
    for (let columns = themes > 3 ? 2 : 1; columns <= Math.min(COLUMNS_MAX, themes); columns += 1) {
      const column_em = columnRem(width_rem, columns) / scale;
      if (column_em < COLUMN_EM_MIN && columns > 1) break;
      if (column_em > COLUMN_EM_MAX && themes > 1) continue;
      const page = new Board(sections, { form, scale, columns }, count_em, box).page(least, height_px);
      if (page) return page;
    }
  }
  return undefined;
}

/** As many pages as it takes, in the smallest type. */
function paged(
  sections: readonly Section[],
  form: Form,
  least: number,
  count_em: number,
  box: BoardBox,
  height_px: number,
): Page[] {
  const width_rem = box.width_px / box.rem_px;
  let columns = 1;
  while (columns < COLUMNS_PAGED_MAX && columnRem(width_rem, columns + 1) >= COLUMN_PAGED_REM_MIN)
    columns += 1;
  const board = (part: readonly Section[]): Board =>
    new Board(part, { form, scale: 1, columns }, count_em, box);
  const fits = (part: readonly Section[]): boolean =>
    board(part).page(least, height_px, undefined, "least") !== undefined;
  const pages: Section[][] = [];
  let page: Section[] = [];
  const turn = (): void => {
    if (page.length > 0) pages.push(page);
    page = [];
  };
  for (const section of sections) {
    // What stands under one heading stays on one page where that can be.
    if (section.label !== undefined && fits([section]) && !fits([...page, section])) turn();
    for (const group of section.groups) {
      const grown = withTheme(page, section, group);
      if (page.length > 0 && !fits(grown)) {
        turn();
        page = withTheme([], section, group);
      } else {
        page = grown;
      }
    }
  }
  turn();
  // A theme whose shortest answer is taller than a page shows its heading; it can be opened.
  return pages.map(
    (part) =>
      board(part).page(least, height_px) ??
      board(part).page(0, Number.POSITIVE_INFINITY, undefined, "least")!,
  );
}

/** The sections of a page with one more theme, under its heading; the sum in a heading is always of all its themes. */
function withTheme(page: readonly Section[], section: Section, group: Group): Section[] {
  const last = page.at(-1);
  if (last?.key !== section.key) return [...page, { ...section, groups: [group] }];
  return [...page.slice(0, -1), { ...last, groups: [...last.groups, group] }];
}

function countEm(sections: readonly Section[]): number {
  const counts = sections.flatMap((section) => [
    section.label === undefined ? 0 : section.count,
    ...section.groups.map((group) => group.answers.length),
  ]);
  return COUNT_EM[`${Math.max(0, ...counts)}`.length] ?? 4.6;
}

/** Sections in one form, one size of type and one number of columns. */
class Board {
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
      for (const group of groups) heights.set(group, this.#themeHeight(group, least));
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
    const examples = new Map([...growing].map((group) => [group, Math.min(least, group.answers.length)]));
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
    const text = this.look.form === "list" ? `${label} ${count}` : label;
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
