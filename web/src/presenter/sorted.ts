// What the projector shows while the room sorts: every heading in its place, the answer placed latest on top.
import type { QuestionState } from "../shared/fold.ts";
import { themeColour } from "../shared/colour.ts";
import type { AnswerView, SortingView } from "../shared/wire.ts";

/** A heading with its answers. */
export interface SortedGroup {
  readonly id: number;
  readonly label: string;
  readonly colour: string;
  /** The one placed latest first. */
  readonly answers: readonly AnswerView[];
}

/** Columns and rows of the board. */
export interface SortedGrid {
  readonly columns: number;
  readonly rows: number;
  /** Type size in rem. */
  readonly scale: number;
}

/** How headings stand so that all are seen at once and a line is long enough to read. */
export function gridOf(headings: number, isWide: boolean): SortedGrid {
  const most = isWide ? (headings <= 4 ? headings : headings <= 6 ? 3 : 4) : headings <= 4 ? 2 : 3;
  const columns = Math.max(1, Math.min(most, headings));
  const rows = Math.max(1, Math.ceil(headings / columns));
  return { columns, rows, scale: rows === 1 ? 1.2 : 1 };
}

/** Remembers in which order answers came under their headings. */
export class Arrivals {
  #under = new Map<number, { readonly heading: number; readonly turn: number }>();
  #turn = 0;

  /** The headings in the order phones have them, those without answers too. */
  groupsOf(sorting: SortingView, question: QuestionState): SortedGroup[] {
    const texts = new Map(question.answers.map((answer) => [answer.id, answer]));
    const themes = new Map(question.themes.map((theme) => [theme.id, theme]));
    return sorting.headings.map(({ id, label }) => {
      const theme = themes.get(id);
      const answers = (theme?.answers ?? []).flatMap((answer) => texts.get(answer) ?? []);
      for (const answer of answers) {
        if (this.#under.get(answer.id)?.heading === id) continue;
        this.#under.set(answer.id, { heading: id, turn: ++this.#turn });
      }
      const turn = (answer: AnswerView): number => this.#under.get(answer.id)!.turn;
      return {
        id,
        label: theme?.label ?? label,
        colour: themeColour(id),
        answers: answers.sort((a, b) => turn(b) - turn(a)),
      };
    });
  }
}

/** Which of these heights find room one below the other; one that is too tall gives way to the next. */
export function fitting(heights_px: readonly number[], room_px: number): number[] {
  const chosen: number[] = [];
  let left = room_px;
  for (const [index, height] of heights_px.entries()) {
    if (height > left) continue;
    chosen.push(index);
    left -= height;
  }
  return chosen;
}
