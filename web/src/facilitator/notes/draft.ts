// The note that is being written: on which item, and kept through a reload.
import type { ItemView, NoteKind } from "../../shared/wire.ts";

/** Longest note, in characters as the server counts them. */
export const NOTE_CHARS_MAX = 1_000;

/** What stands in the form. */
export interface NoteDraft {
  /** The item it was begun on, or that was chosen; none follows what the room sees. */
  readonly item?: number | undefined;
  readonly kind: NoteKind;
  readonly text: string;
}

export const emptyDraft: NoteDraft = { kind: "note", text: "" };

/** The item that a note is for: the one chosen, else what the room sees, else what it saw last, else the first. */
export function noteItem(
  draft: NoteDraft,
  items: readonly ItemView[],
  current: number | undefined,
): number | undefined {
  const chosen = items.find((item) => item.id === draft.item);
  if (chosen) return chosen.id;
  if (current !== undefined) return current;
  const shown = items.filter((item) => item.from_ms !== null);
  const latest = shown.reduce<ItemView | undefined>(
    (latest, item) => (latest && latest.from_ms! >= item.from_ms! ? latest : item),
    undefined,
  );
  return (latest ?? items[0])?.id;
}

/** Another text in the form; a first letter holds on to the item it was written on, an empty form lets go of it. */
export function written(draft: NoteDraft, text: string, item: number | undefined): NoteDraft {
  return { ...draft, text, item: text === "" ? undefined : (draft.item ?? item) };
}

/** How many characters are too many. */
export function tooLong(text: string): number {
  return Math.max(0, [...text.trim()].length - NOTE_CHARS_MAX);
}
