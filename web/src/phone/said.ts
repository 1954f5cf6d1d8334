// What somebody answered, in a few words: the same whatever was asked.
import type { GridAsk } from "../shared/plane.ts";
import { phone as words } from "#words";
import type { AnswerContent, Ask } from "../shared/wire.ts";

/** What there is to order, choose, mark, place or give points; nothing where people write. */
export function optionsOf(ask: Ask): readonly string[] {
  const { options, statements, items } = ask as {
    options?: string[];
    statements?: string[];
    items?: string[];
  };
  return options ?? statements ?? items ?? [];
}

/** The answer in lines; none for an order, which is a list. */
export function saidOf(content: AnswerContent | null | undefined, ask: Ask): string {
  const options = optionsOf(ask);
  const each = (values: readonly (number | string | null)[]): string =>
    values.flatMap((value, index) => (value ? `${options[index]}: ${value}` : [])).join("\n");
  switch (content?.type) {
    case "text":
      return content.text;
    case "choice":
      return content.chosen
        .map((option) => options[option])
        .concat(content.other ?? [])
        .join(", ");
    case "scales":
      return each(content.marks);
    case "points":
      return each(content.points);
    case "grid": {
      const { x, y } = ask as GridAsk;
      return each(content.places.map((place) => place && `${x.name} ${place.x}, ${y.name} ${place.y}`));
    }
    case "dots":
      return words.dotsOf(content.dots.length);
    case "number":
      return `${String(content.value).replace(".", ",")} ${ask.type === "number" ? ask.unit : ""}`;
    case "ranking":
    // These have a screen of their own.
    case "quiz_choice":
    case "quiz_text":
    case undefined:
      return "";
  }
}
