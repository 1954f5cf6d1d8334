// What becomes of the columns of a file, as a person chooses it.
import type { ByQuestion, Details, Guess, Look, LookedColumn, Taken, Wanted } from "../../shared/wire.ts";

/** What a column becomes. */
export type Kind = "none" | Taken;

/** What is chosen for a column. */
export interface ColumnChoice {
  readonly look: LookedColumn;
  /** Which one, from 0. */
  readonly column: number;
  kind: Kind;
  prompt: string;
}

/** What is chosen for a table. */
export interface TableChoice {
  readonly table: number;
  readonly name: string;
  /** The row that seems to be headings, from 1. */
  readonly header: number | null;
  /** Whether it is headings: else its cells are answers. */
  hasHeader: boolean;
  /** Those of its columns that have something in them. */
  readonly columns: ColumnChoice[];
  readonly emptyColumns: number;
  /** Where each row is one answer, with its question in another column; none where no column can hold the questions. */
  readonly long: LongChoice | undefined;
}

/** What is chosen for a table with a row for each answer. */
export interface LongChoice {
  isOn: boolean;
  /** The columns, from 0. */
  question: number;
  answer: number;
}

const FIRST: Readonly<Record<Guess, Kind>> = {
  question: "open_text",
  choice: "choice",
  number: "number",
  identity: "none",
  aside: "none",
  empty: "none",
};

/** As many questions as the server makes of a column of them. */
const QUESTIONS_MAX = 100;
const PROMPT_CHARS_MAX = 1_000;

/** What is chosen before a person has chosen anything. */
export function choicesOf(look: Look): TableChoice[] {
  return look.tables.map((table, index) => {
    const columns = table.columns.map((column, place): ColumnChoice => ({
      look: column,
      column: place,
      kind: FIRST[column.guess],
      prompt: column.heading,
    }));
    const filled = columns.filter(({ look }) => look.filled > 0 || look.heading !== "");
    const shown = filled.filter(({ look }) => look.filled > 0);
    return {
      table: index,
      name: table.name,
      header: table.header,
      hasHeader: table.header !== null,
      columns: shown,
      emptyColumns: filled.length - shown.length,
      long: longOf(shown, table.by_question),
    };
  });
}

function longOf(shown: readonly ColumnChoice[], found: ByQuestion | null): LongChoice | undefined {
  if (found) return { isOn: true, ...found };
  const again = ({ look }: ColumnChoice): boolean =>
    look.guess !== "identity" && look.different < look.filled;
  const question = shown.find((column) => canHoldQuestions(column) && again(column));
  const others = shown.filter((column) => column !== question);
  const answer = others.find(({ look }) => look.guess === "question") ?? others[0];
  return question && answer && { isOn: false, question: question.column, answer: answer.column };
}

/** Whether few enough different texts stand in a column. */
export function canHoldQuestions({ look }: ColumnChoice): boolean {
  return look.different <= QUESTIONS_MAX;
}

/** Has the questions stand in another column; the answers then stand elsewhere. */
export function setQuestionColumn(table: TableChoice, question: number): void {
  if (!table.long) return;
  table.long.question = question;
  if (table.long.answer !== question) return;
  table.long.answer = table.columns.find(({ column }) => column !== question)?.column ?? question;
}

/** How many questions and answers come of all tables. */
export function amountOf(tables: readonly TableChoice[]): { questions: number; answers: number } {
  const columns = taken(tables);
  let questions = columns.length;
  let answers = columns.reduce((sum, { table, column }) => sum + answersIn(table, column), 0);
  for (const { long, columns } of tables) {
    if (!long?.isOn) continue;
    questions += columns.find(({ column }) => column === long.question)?.look.different ?? 0;
    const look = columns.find(({ column }) => column === long.answer)?.look;
    answers += look ? look.filled - look.too_long : 0;
  }
  return { questions, answers };
}

/** What a column can become. Where headings are answers, too, these are words. */
export function kindsOf(table: TableChoice, { look }: ColumnChoice): readonly Kind[] {
  const whole = table.header === null || table.hasHeader;
  return [
    "none",
    "open_text",
    ...(whole && look.options.length > 1 ? (["choice"] as const) : []),
    ...(whole && look.numbers ? (["number"] as const) : []),
  ];
}

/** Says whether the row above the answers is headings; what a column can no longer become, it becomes in words. */
export function setHeader(table: TableChoice, hasHeader: boolean): void {
  table.hasHeader = hasHeader;
  for (const column of table.columns) {
    if (!kindsOf(table, column).includes(column.kind)) column.kind = "open_text";
  }
}

/** How many answers of a column are taken. */
export function answersIn(table: TableChoice, { look, kind }: ColumnChoice): number {
  const above = table.header !== null && !table.hasHeader && look.heading !== "" ? 1 : 0;
  return look.filled + above - (kind === "open_text" ? look.too_long : 0);
}

/** The columns that become questions. */
export function taken(tables: readonly TableChoice[]): { table: TableChoice; column: ColumnChoice }[] {
  const wide = tables.filter(({ long }) => !long?.isOn);
  const all = wide.flatMap((table) => table.columns.map((column) => ({ table, column })));
  return all.filter(({ column }) => column.kind !== "none");
}

/** What a prompt lacks. */
export function promptFault(prompt: string): "missing" | "long" | undefined {
  if (prompt.trim() === "") return "missing";
  return [...prompt.trim()].length > PROMPT_CHARS_MAX ? "long" : undefined;
}

/** What is asked of the server. */
export function wantedOf(tables: readonly TableChoice[], details: Details): Wanted {
  const chosen = tables.filter(
    ({ columns, long }) => long?.isOn || columns.some(({ kind }) => kind !== "none"),
  );
  return {
    details,
    tables: chosen.map((table) => ({
      table: table.table,
      header: above(table),
      columns: table.long?.isOn
        ? []
        : table.columns.flatMap(({ column, prompt, kind }) =>
            kind === "none" ? [] : [{ column, prompt: prompt.trim(), kind }],
          ),
      by_question: table.long?.isOn ? { question: table.long.question, answer: table.long.answer } : null,
    })),
  };
}

/** The last row above the answers, from 1. */
function above({ header, hasHeader }: TableChoice): number | null {
  if (header === null || hasHeader) return header;
  return header > 1 ? header - 1 : null;
}

/** The letter of a column as spreadsheets write it, from 0. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

/** What a file is called without its ending. */
export function titleOf(file: string): string {
  return file
    .replace(/\.[^.]*$/, "")
    .replaceAll("_", " ")
    .trim()
    .slice(0, 200);
}
