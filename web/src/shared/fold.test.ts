import { expect, test } from "vitest";
import { fold, NOTHING, otherAnswers, questionOf } from "./fold.ts";
import type { Change, ServerMessage } from "./wire.ts";

const at = (position: number, epoch = "a") => ({ epoch, position });
const snapshot = (position: number, ...changes: Change[]): ServerMessage => ({
  type: "snapshot",
  cursor: at(position),
  changes,
});
const update = (position: number, ...changes: Change[]): ServerMessage => ({
  type: "update",
  cursor: at(position),
  changes,
});
const answers = (...ids: number[]) => ids.map((id) => ({ id, text: `svar ${id}` }));

test("a snapshot begins from nothing", () => {
  const before = fold(NOTHING, snapshot(1, { part: "presence", connected: 9, joined: 9 }));
  const after = fold(before, snapshot(2, { part: "counts", item: 3, people: 2, answers: 4 }));
  expect(after.presence.connected).toBe(0);
  expect(questionOf(after, 3)).toMatchObject({ people: 2, answerCount: 4, answers: [] });
});

test("an update heard before, or of another epoch, changes nothing", () => {
  const state = fold(NOTHING, snapshot(5, { part: "presence", connected: 1, joined: 1 }));
  const crowd: Change = { part: "presence", connected: 9, joined: 9 };
  expect(fold(state, update(5, crowd))).toBe(state);
  expect(fold(state, { type: "update", cursor: at(6, "b"), changes: [crowd] })).toBe(state);
  expect(fold(state, update(6, crowd)).presence.connected).toBe(9);
  expect(fold(NOTHING, update(6, crowd))).toBe(NOTHING);
});

test("answers come, go, and come back to their old place", () => {
  let state = fold(NOTHING, snapshot(1, { part: "answers", item: 3, answers: answers(1, 2, 4) }));
  state = fold(state, update(2, { part: "answers_changed", item: 3, added: answers(5), removed: [2] }));
  expect(questionOf(state, 3).answers.map((answer) => answer.id)).toEqual([1, 4, 5]);
  state = fold(state, update(3, { part: "answers_changed", item: 3, added: answers(2, 5), removed: [] }));
  expect(questionOf(state, 3).answers.map((answer) => answer.id)).toEqual([1, 2, 4, 5]);
});

test("answers keep their identity, so that a page moves what it has drawn", () => {
  const state = fold(NOTHING, snapshot(1, { part: "answers", item: 3, answers: answers(1, 2) }));
  const later = fold(state, update(2, { part: "answers_changed", item: 3, added: answers(3), removed: [] }));
  expect(questionOf(later, 3).answers[0]).toBe(questionOf(state, 3).answers[0]);
});

test("an answer in no theme is among the others", () => {
  const state = fold(
    NOTHING,
    snapshot(
      1,
      { part: "answers", item: 3, answers: answers(1, 2, 3) },
      {
        part: "themes",
        item: 3,
        themes: [
          {
            id: 1,
            label: "Samhandling",
            answers: [1, 3],
            decided: false,
            pinned: false,
            hidden: false,
            typical: 3,
          },
        ],
        families: [{ label: "Sammen", themes: [1] }],
        families_decided: true,
        can_undo: true,
        can_redo: false,
      },
    ),
  );
  expect(otherAnswers(questionOf(state, 3)).map((answer) => answer.id)).toEqual([2]);
  expect(questionOf(state, 3).canUndoThemes).toBe(true);
});

test("the room's sorting comes, moves on, and is discarded", () => {
  const sorting = {
    by: "headings" as const,
    running: true,
    each: 3,
    headings: [{ id: 1, label: "Samhandling" }],
    people: 0,
    taps: 0,
    sorted: 0,
    answers: 4,
    uncertain: [],
  };
  let state = fold(NOTHING, snapshot(1, { part: "sorting", item: 3, sorting }));
  state = fold(state, update(2, { part: "sorting", item: 3, sorting: { ...sorting, taps: 2, sorted: 1 } }));
  expect(questionOf(state, 3).sorting).toMatchObject({ running: true, taps: 2, sorted: 1 });
  state = fold(state, update(3, { part: "sorting", item: 3, sorting: null }));
  expect(questionOf(state, 3).sorting).toBeUndefined();
});

test("shared results come and are taken back", () => {
  const results = {
    people: 2,
    themes: [],
    families: [],
    other: 2,
    tally: null,
    first: null,
    statements: null,
  };
  let state = fold(NOTHING, snapshot(1, { part: "results", item: 3, results }));
  expect(questionOf(state, 3).shared).toEqual(results);
  state = fold(state, update(2, { part: "results", item: 3, results: null }));
  expect(questionOf(state, 3).shared).toBeUndefined();
});

test("a question that leaves the programme is forgotten", () => {
  const state = fold(NOTHING, snapshot(1, { part: "counts", item: 3, people: 2, answers: 4 }));
  const later = fold(state, update(2, { part: "programme", items: [], can_undo: true, can_redo: false }));
  expect(later.questions.size).toBe(0);
});

test("messages about one's own wishes leave the state alone", () => {
  expect(fold(NOTHING, { type: "pong", now_ms: 0, sent_ms: null })).toBe(NOTHING);
  expect(fold(NOTHING, { type: "done", ref: 1, position: 2 })).toBe(NOTHING);
});

test("what may be signalled and what is signalled stand; reactions pass", () => {
  const allowed = { reactions: true, hands: true, pace: false };
  let state = fold(NOTHING, snapshot(1, { part: "signals_allowed", signals: allowed }));
  expect(state.allowed).toEqual(allowed);
  state = fold(state, update(2, { part: "signals", hands: 3, too_fast: 5, too_slow: 0 }));
  expect(state.signals).toMatchObject({ hands: 3, too_fast: 5, too_slow: 0 });
  const counts = { applause: 9, heart: 0, thumbs_up: 0, idea: 0 };
  const { cursor: _passed, ...after } = fold(state, update(3, { part: "reactions", counts }));
  expect(state).toMatchObject(after);
});
