// English where themes are parted, stand under headings of a second level, and get headings of the organisation's own.
import type * as nb from "./nb-themes.ts";

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const families: typeof nb.families = {
  heading: "Main themes",
  place: "Put under a main theme …",
  placeOf: (label: string) => `Put “${label}” under`,
  lead: "A main theme is a heading over several themes. It shows on the projector and in the minutes.",
  alone: "No main theme",
  name: "New main theme",
  make: "Make the main theme",
  nameTaken: "Another main theme has that name already.",
  menuOf: (label: string) => `Choices for the main theme ${label}`,
  placed: (theme: string, label: string) => `“${theme}” stands under “${label}”.`,
  placedAlone: (theme: string) => `“${theme}” stands alone.`,
  renamed: (label: string) => `The main theme is now called “${label}”.`,
  remove: "Remove the main theme",
  removed: (label: string) => `The main theme “${label}” is gone. Its themes remain.`,
  removeAll: "Remove all main themes",
  removedAll: "The main themes are gone. The themes remain.",
  suggest: "Let Plenum suggest",
  suggested: "The main themes follow Plenum’s suggestion.",
};

export const split: typeof nb.split = {
  heading: (label: string) => `Split “${label}”`,
  lead: "A suggestion. Change the names, and untick answers that are to stay where they are.",
  none: "The answers are so alike that nothing clear parts them. Select those that are to leave, and press “New theme”.",
  name: (n: number) => `Part ${n}`,
  stays: (n: number, label: string) => `${count(n, "answer stays", "answers stay")} in “${label}”.`,
  nothingStays: (label: string) => `All answers get a new theme, and “${label}” goes.`,
  use: "Split like this",
  done: (label: string, n: number) => `“${label}” is split: ${count(n, "new theme", "new themes")}.`,
  failed: "A suggestion could not be made just now. Try again.",
};

export const concepts: typeof nb.concepts = {
  heading: "Your own headings",
  lead: "Headings that your organisation uses, with words that go with them. Where answers fit, the theme gets your heading.",
  field: "One heading on each line, with words after a colon",
  example: "Leadership: leader, manager\nTrust and safety: trust, openness",
  count: (n: number) => count(n, "heading", "headings"),
  fromFile: "From a file …",
  fromSession: "From a session …",
  fromThis: "The themes of this session",
  added: (n: number) => (n === 0 ? "No new headings." : `${count(n, "heading", "headings")} added.`),
  saved: (n: number) =>
    `${count(n, "heading", "headings")} saved. They hold for new answers; “Group again” uses them for all.`,
  savedNone: "Your own headings are removed.",
  gone: "That session is no longer on this server.",
  fileLarge: "The file is too large. Choose a text file with one heading on each line.",
  fileNoText: "The file cannot be read as text. Save it as plain text (UTF-8), or paste the lines.",
  failed: "It could not be saved just now. Try again.",
  faults: {
    concept_without_heading: (line: number) => `Line ${line} has no heading before the colon.`,
    concept_heading_too_long: (line: number) =>
      `The heading on line ${line} is too long. There is room for 120 characters. Put a colon before the words.`,
    concept_twice: (line: number) => `The heading on line ${line} is there already. Put them together.`,
    concept_with_too_many_words: (line: number) => `Line ${line} has too many words. There is room for 100.`,
    concept_with_too_long_words: (line: number) =>
      `The words on line ${line} are too long. There is room for 1000 characters.`,
    too_many_concepts: (line: number) => `There is room for 200 headings. Remove some from line ${line}.`,
  },
};
