// How themes are set: every heading and count always, and as many of their answers as the room allows.
import type { Group, Section } from "../shared/groups.ts";
import { columnRem } from "./columns.ts";
import { Board, type BoardBox, type Form, type Page } from "./page.ts";

/** How a board of themes is set. */
export interface BoardSetting {
  /** One when all of it fits; else first all headings and counts, where one page holds them, then the answers too. */
  readonly pages: readonly Page[];
  /** Width of the counts, in ems of the board's type. */
  readonly count_em: number;
}

/** Width of the counts by their most digits, in ems. */
const COUNT_EM = [2.3, 2.3, 3.1, 4.4];
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
