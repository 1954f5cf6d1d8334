// English where answers are sorted: by the room, and by the facilitator's hand.
import type * as nb from "./nb-sorting.ts";

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const sorting: typeof nb.sorting = {
  start: "Let the room sort",
  startNow: "Start sorting",
  again: "Sort anew",
  resume: "Go on where the room stopped",
  resumed: "The room goes on sorting.",
  fewThemes:
    "The room can sort once there are two themes. Make them with “New theme”, or let the room make piles.",
  notRunning: "The room can sort while the session runs.",
  lead: "Each phone gets one answer at a time and taps the heading that fits, or “none of these”. Nobody gets their own answer, and nobody sees who tapped what.",
  headings: "Headings on the phones",
  headingsCount: (n: number) => `${n} chosen, 2–12`,
  headingsFew: "Choose at least two.",
  headingsMany: "There is room for 12. Leave some out.",
  each: "Answers per phone",
  endless: "As long as it runs",
  elsewhere: "The phones show another item now. They get answers to sort when this question is shown.",
  hidden: "The results are hidden from the room. The phones get the answers they sort all the same.",
  showOnScreen: "Show the sorting on the projector",
  replaces: "What the room sorted before is replaced.",
  running: "The room is sorting",
  stopped: "The room has sorted",
  progress: (sorted: number, of: number) => `${sorted} of ${count(of, "answer", "answers")} placed`,
  taps: (taps: number, people: number) =>
    `${count(taps, "tap", "taps")} from ${count(people, "person", "people")}`,
  nobodyYet: "Nobody has tapped yet",
  asked: (each: number | null) =>
    each === null
      ? "The phones get answers as long as it runs."
      : `Each phone gets ${count(each, "answer", "answers")}.`,
  stop: "Stop",
  stopDone: "The sorting is stopped. The themes stand as the room put them.",
  discard: "Discard …",
  discardAsk: "Discard what the room has sorted?",
  discardLead:
    "The taps are lost, and the answers go back to where they were. What you placed yourself stays. This cannot be undone.",
  discardNow: "Discard the sorting",
  discarded: "What the room sorted is discarded",
  newHeading: "+ New heading",
  newHeadingHint: "A new theme becomes a heading on the phones at once.",
  headingsFull: "The phones have 12 headings. There is no room for more.",
  uncertain: (n: number) => count(n, "answer is uncertain", "answers are uncertain"),
  uncertainLead: "The room is divided, or too few have tapped. Place them yourself; that is final.",
  sortUncertain: "Place them one by one",
  showAll: (n: number) => `Show all ${n}`,
  stands: (label: string) => `Is under ${label}`,
  right: "Right",
  rightOf: (text: string) => `Rightly placed: ${text}`,
  move: "Move …",
  moveOf: (text: string) => `Move the answer: ${text}`,
};

export const piling: typeof nb.piling = {
  start: "Make piles",
  startNow: "Start",
  lead: "When nobody has headings yet: each phone gets six answers at a time and puts together those that belong together. Plenum makes themes of the piles, and you name them. Nobody gets their own answer.",
  each: "Rounds per phone",
  resume: "Go on",
  resumed: "The room makes more piles.",
  running: "The room is making piles",
  stopped: "The room has made piles",
  progress: (seen, of) => `${seen} of ${of} answers have been read`,
  taps: (hands, people) =>
    `${count(hands, "round", "rounds")} from ${count(people, "participant", "participants")}`,
  nobodyYet: "Nobody has put anything together yet",
  asked: (each) =>
    each === null
      ? "Phones get new answers for as long as it runs."
      : `Each phone gets ${count(each, "round", "rounds")} of six answers.`,
  hint: "Name the themes when the piles are in.",
  stopDone: "The piles are gathered in themes. Name them, or let the room sort the rest.",
  discardAsk: "Discard the piles?",
  discardLead:
    "The piles go, and answers are grouped as if nobody had put them together. What you have decided yourself stays. This cannot be undone.",
  discardNow: "Discard the piles",
  discarded: "The piles are discarded",
};

export const regroup: typeof nb.regroup = {
  open: "Group again",
  looking: "Reading the answers …",
  nothing: "Nothing would change.",
  moves: (n: number) =>
    n === 0
      ? "No answer changes theme."
      : n === 1
        ? "One answer changes theme."
        : `${n} answers change theme.`,
  lead: "What you have decided stays. Nothing changes until you say so.",
  to: "to",
  renamed: "gets a new heading",
  use: "Group like this",
  keep: "Leave it",
  done: (n: number) => `Grouped again. Answers that changed theme: ${n}.`,
  undone: "The themes are as before.",
  offer: (n: number) =>
    n === 1
      ? "The question is closed. Grouped again, one answer would change theme."
      : `The question is closed. Grouped again, ${n} answers would change theme.`,
  see: "See the changes",
  again: "Try again",
  offline: "No connection. Try again when you are back online.",
  failed: "The answers could not be grouped just now. Try again.",
};

export const hand: typeof nb.hand = {
  open: "Sort by hand",
  heading: "Sort by hand",
  headingUncertain: "Uncertain answers",
  close: "Close",
  lead: "Write or paste the headings to sort under. The themes there are stand here already.",
  headings: "Headings, one on each line",
  headingsCount: (n: number) => count(n, "heading", "headings"),
  headingsNone: "Write at least one heading.",
  headingsMany: (max: number) => `There is room for ${max} headings. Leave some out.`,
  headingLong: (heading: string) => `“${heading}” is too long. There is room for 120 characters.`,
  begin: (n: number) => (n === 0 ? "Go on" : `Sort ${count(n, "answer", "answers")}`),
  preparing: "Making the headings …",
  progress: (n: number, of: number) => `${n} of ${of}`,
  progressLabel: "Placed",
  top: "Most alike",
  rest: "Other headings",
  none: "None of these",
  here: "is here",
  undo: "Undo",
  skip: "Skip",
  add: "New heading",
  addName: "New heading",
  addNow: "Add",
  keys: { undo: "⌫", skip: "→", add: "+" },
  keysOff: "Keys of one character are turned off under Keyboard shortcuts.",
  undone: (text: string) => `Undone: ${text}`,
  placed: (label: string) => `Placed under ${label}`,
  nothingToUndo: "There is nothing to undo here.",
  skippedHeading: (n: number) => count(n, "answer is left", "answers are left"),
  skippedLead: "You skipped them.",
  takeSkipped: "Take them now",
  doneHeading: "All sorted",
  doneLead: (n: number) => count(n, "answer is placed", "answers are placed"),
  nothingHeading: "All answers are placed",
  nothingLead: "You can go through them again. What is right takes one key.",
  reviewAll: (n: number) => `Go through all ${n}`,
  toThemes: "To the themes",
};

export const rejections: typeof nb.rejections = {
  headings_out_of_bounds: "Choose 2–12 different headings.",
  not_sorting: "The room is not sorting now.",
  not_yours_to_sort: "This answer cannot be sorted from here.",
};

/** What was being done, to be read after “Not done: ”. */
export const deeds: typeof nb.deeds = {
  start_sorting: "let the room sort",
  stop_sorting: "stop the sorting",
  resume_sorting: "go on sorting",
  discard_sorting: "discard the sorting",
  start_piling: "let the room make piles",
  stop_piling: "stop the piles",
  discard_piling: "discard the piles",
};
