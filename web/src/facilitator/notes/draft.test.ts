import { expect, test } from "vitest";
import type { ItemView } from "../../shared/wire.ts";
import { emptyDraft, noteItem, NOTE_CHARS_MAX, tooLong, written } from "./draft.ts";

const item = (id: number, from_ms: number | null): ItemView =>
  ({ id, from_ms, to_ms: null, status: null, plan: {} }) as unknown as ItemView;
const items = [item(1, 200), item(2, 300), item(3, null)];

test("a note is for what the room sees, else for what it saw last, else for the first", () => {
  expect(noteItem(emptyDraft, items, 1)).toBe(1);
  expect(noteItem(emptyDraft, items, undefined)).toBe(2);
  expect(noteItem(emptyDraft, [item(7, null), item(8, null)], undefined)).toBe(7);
  expect(noteItem(emptyDraft, [], undefined)).toBeUndefined();
});

test("a note that was begun stays with its item when the room goes on", () => {
  const begun = written(emptyDraft, "Vi", 1);
  expect(noteItem(begun, items, 2)).toBe(1);
  expect(noteItem(written(begun, "", 2), items, 2)).toBe(2);
  expect(noteItem({ ...begun, item: 9 }, items, 2)).toBe(2);
});

test("characters are counted as the server counts them", () => {
  expect(tooLong(` ${"🙂".repeat(NOTE_CHARS_MAX)}\n`)).toBe(0);
  expect(tooLong("a".repeat(NOTE_CHARS_MAX + 3))).toBe(3);
});
