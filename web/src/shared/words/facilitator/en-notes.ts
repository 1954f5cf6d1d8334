// English for notes for the minutes.
import type * as nb from "./nb-notes.ts";

export const notes: typeof nb.notes = {
  heading: "Notes for the minutes",
  onlyYou: "Not shown to the room",
  on: "On the item",
  kind: "What kind of note",
  kinds: { note: "Note", decision: "Decision", follow_up: "Follow-up" },
  placeholders: {
    note: "Something worth remembering",
    decision: "What was decided?",
    follow_up: "What is to be done, by whom, by when?",
  },
  field: "New note",
  hint: "Enter adds it. Shift and Enter begin a new line.",
  tooLong: (n: number) =>
    n === 1 ? "1 character too long. Shorten it." : `${n} characters too long. Shorten it.`,
  add: "Add the note",
  kept: "The note is stored",
  change: "Change",
  changeOf: (text: string) => `Change the note “${text}”`,
  remove: "Remove",
  removeOf: (text: string) => `Remove the note “${text}”`,
  removed: "The note is removed",
  save: "Save the note",
  list: "Notes",
  elsewhere: (n: number) => (n === 1 ? "1 note on another item" : `${n} notes on other items`),
};
