// What stands beside the answers: all themes under their headings, or the headings alone when there is no room.
import type { Section } from "../shared/groups.ts";

/** A line of the rail. */
export interface Line {
  readonly key: string;
  readonly kind: "heading" | "theme";
  readonly label: string;
  readonly count: number;
  /** The colours of the themes it stands for, with their counts. */
  readonly colours: readonly { readonly colour: string; readonly count: number }[];
}

/** Every heading with its themes below it. */
export function allLines(sections: readonly Section[]): Line[] {
  return sections.flatMap((section) => [...headingOf(section), ...themesOf(section)]);
}

/** Of themes under a heading only the heading. */
export function topLines(sections: readonly Section[]): Line[] {
  return sections.flatMap((section) =>
    section.label === undefined ? themesOf(section) : headingOf(section),
  );
}

function headingOf({ label, count, groups }: Section): Line[] {
  if (label === undefined) return [];
  const colours = groups.map((group) => ({ colour: group.colour, count: group.answers.length }));
  return [{ key: `heading ${label}`, kind: "heading", label, count, colours }];
}

function themesOf({ groups }: Section): Line[] {
  return groups.map(({ id, label, colour, answers }) => {
    const count = answers.length;
    return { key: `theme ${id}`, kind: "theme", label, count, colours: [{ colour, count }] };
  });
}
