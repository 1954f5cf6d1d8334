// English.
import type * as nb from "./nb.ts";

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const common: typeof nb.common = {
  tag: "en",
  otherThemes: "Other",
};

export const phone: typeof nb.phone = {
  joinHeading: "Join",
  joinLead: "Type the code on the screen.",
  code: "Code",
  join: "Join",
  joining: "Connecting …",
  codeShort: (digits: number) =>
    digits === 0 ? "Type the eight digits." : `The code has eight digits. You have typed ${digits}.`,
  noSuchSession: "There is no session with that code. Look at the screen and try again.",
  createSession: "Leading? Create a session",
  offlineAnswer: "No connection – your answer is kept here and will be sent",
  offline: "No connection – reconnecting",
  outdated: "This page has been renewed. Reload it to go on.",
  reload: "Reload",
  youAreIn: "You are in",
  opensAt: (when: string) => `The questions open on ${when}`,
  waitingForStart: "Waiting for the session to begin",
  waitingForNext: "Waiting for the next question",
  secondRound: "Answer once more, now that you have talked.",
  seenFirst: "The facilitator sees the answer before the room does.",
  waitingForQuestion: "The question opens soon",
  keepOpen: "You can put the phone away. The page finds its way back.",
  now: "Now",
  open: "Open for answers",
  closed: "The question is closed",
  thanksForAnswer: "Thank you for your answer. Waiting for the next question.",
  closedUnanswered: "The answers are in. Waiting for the next question.",
  closedUnsent: "This was not sent in time:",
  sorting: "We are sorting the answers together",
  sortingMissing: "The answers could not be fetched just now. We are trying again.",
  sortingWrite: "Write an answer",
  sortingBack: "Back to the sorting",
  sorted: "Thank you! The answers are sorted. Waiting for the next question.",
  break: "Break",
  backAt: (time: string) => `We go on at ${time}`,
  talk: "Talk",
  groupWork: "Group work",
  pairTalk: "Talk in pairs",
  yourAnswer: "Your answer",
  anotherAnswer: "Another answer",
  answersLeft: (n: number) => (n === 1 ? "You can send one more answer" : `You can send ${n} more answers`),
  severalAnswers: (n: number) => `You can send up to ${n} answers, one at a time`,
  allGiven: (n: number) => `You have sent all ${n} answers`,
  charactersLeft: (n: number) => count(n, "character left", "characters left"),
  charactersOver: (n: number) => `${count(n, "character", "characters")} too long. Shorten it.`,
  send: "Send answer",
  sendChange: "Send change",
  cancel: "Cancel",
  sending: "Sending …",
  stored: "Kept here",
  received: "Received",
  receivedHeard: "Your answer is received",
  change: "Change",
  withdraw: "Withdraw",
  withdrawHeard: "Your answer is withdrawn",
  withdrawing: "Withdrawing …",
  yourAnswers: "Your answers",
  removed: "The facilitator has taken this answer out of the session.",
  removedAgain: "You can put it another way and send again.",
  hide: "Hide",
  formMissing: "The form could not be fetched just now. We are trying again.",
  resultsFetching: "Fetching the results …",
  resultsMissing: "The results could not be fetched just now. We are trying again.",
  ended: "Thank you for today",
  endedLead: "The session is over. You can close the page.",
  anonymous: "You answer anonymously",
  anonymousMore: `We keep the answer, but not who gave it. No name, no account, no network address.

A random mark on your phone makes your answer count once and lets you change it. The mark is not kept with us, and when the session is over nobody can tie your answers together.

If you write a name, or something only you know, others may still recognise you.`,
  rejections: {
    answer_empty: "Write something first.",
    too_many_words: "Write three words at most.",
  },
  refused: "The answer was not taken.",
};

export const refusals: typeof nb.refusals = {
  session_ended: "The session is over.",
  too_many_answers: "The session takes no more answers. Tell whoever leads it.",
  no_such_item: "The question is no longer there.",
  question_not_open: "The question is not open yet.",
  question_closed: "The question closed before your answer arrived.",
  answer_empty: "Write something first.",
  answer_too_long: "The answer is too long. Shorten it and send again.",
  ranking_incomplete: "Something is missing from the order. Look it over and send again.",
  choice_empty: "Choose at least one option.",
  choice_too_many: "Too many are chosen. Take some away and send again.",
  option_unknown: "The options have changed. Choose again.",
  option_twice: "The options have changed. Choose again.",
  points_not_summed: "The points must add up to 100.",
  number_out_of_range: "The number is outside what the question takes.",
  too_many_decimals: "The number has too many decimals.",
  not_a_number: "Write a number.",
  too_many_words: "Write three words at most.",
  marks_mismatched: "The statements have changed. Answer again.",
  mark_out_of_range: "The statements have changed. Answer again.",
  places_mismatched: "The items have changed. Answer again.",
  place_out_of_range: "The items have changed. Answer again.",
  answers_full: "You have sent as many answers as the question takes.",
  too_many_changes: "You have changed the answer as many times as you can.",
  too_fast: "That was a bit fast. We try again in a few seconds.",
  try_again: "The answer is not stored yet. We are trying again.",
};

export const asks: typeof nb.asks = {
  send: "Send answer",
  sendChange: "Send change",
  chooseOne: "Choose one.",
  chooseUpTo: (n: number) => `Choose up to ${n}.`,
  chosenFull: (n: number) => `You have chosen ${n}. Take one away to choose another.`,
  scale: "Tap where you stand.",
  scales: "Tap where you stand. You can skip any.",
  clear: "Take the mark away",
  clearOf: (statement: string) => `Take away the mark at ${statement}`,
  markOne: "Mark at least one.",
  points: "Give out 100 points.",
  fewer: (option: string) => `Fewer points to ${option}`,
  more: (option: string) => `More points to ${option}`,
  allPoints: "All 100 points are given out.",
  pointsLeft: (n: number) => `${count(n, "point", "points")} left to give out.`,
  pointsOver: (n: number) => `${count(n, "point", "points")} too many. Take some away.`,
  number: "Your number",
  between: (least: string, most: string) => `Write a number from ${least} to ${most}.`,
  atLeast: (least: string) => `Write a number from ${least} upwards.`,
  atMost: (most: string) => `Write a number up to ${most}.`,
  numberEmpty: "Write a number first.",
  notANumber: "Write only the number, in figures.",
  wholeOnly: "Write a whole number, without decimals.",
  decimalsMost: (n: number) => (n === 1 ? "Write one decimal at most." : `Write ${n} decimals at most.`),
  tooLarge: "The number is too large.",
};

export const signals: typeof nb.signals = {
  heading: "Say it without words",
  reactions: "Reactions",
  kinds: { applause: "Applause", heart: "Heart", thumbs_up: "Thumbs up", idea: "Good idea" },
  hand: "Raise hand",
  pace: "Pace",
  tooSlow: "Too slow",
  tooFast: "Too fast",
  lowered: "Your hand was lowered",
};

export const ranking: typeof nb.ranking = {
  all: "Put in order, the most important first.",
  top: (n: number) => `Choose ${n}, the most important first.`,
  yourOrder: "Your order",
  chosenOf: (n: number, of: number) => `${n} of ${of} chosen`,
  chosenFull: (n: number) => `You have chosen ${n}. Take one away to choose another.`,
  chooseMore: (n: number) => `Choose ${n} more before you send.`,
  add: (option: string) => `Choose ${option}`,
  remove: (option: string) => `Take away ${option}`,
  moveUp: (option: string) => `Move ${option} up`,
  moveDown: (option: string) => `Move ${option} down`,
  handle: (option: string, place: number, of: number) =>
    `${option}, number ${place} of ${of}. Move with arrow up and arrow down`,
  moved: (option: string, place: number, of: number) => `${option} is now number ${place} of ${of}`,
  added: (option: string, place: number) => `${option} is chosen as number ${place}`,
  takenAway: (option: string) => `${option} is taken away`,
  send: "Send order",
  sendChange: "Send change",
};

export const grid: typeof nb.grid = {
  send: "Send answer",
  sendChange: "Send change",
  lead: "Tap where it belongs.",
  leadMany: "Tap where each item belongs. You may skip some.",
  items: "Items",
  unplaced: "not placed",
  takeAway: "Take off",
  takeAwayOf: (item: string) => `Take ${item} off the plane`,
  placeOne: "Place at least one item.",
  heading: "What we say",
  ofPeople: (n: number) => `${n} have answered`,
  none: "No answers yet",
  middle: "in the middle",
};

/** The quiz, which is a file of its own. */
export const quiz: typeof nb.quiz = {
  name: "Choose a nickname",
  join: "Join",
  without: "Play without a nickname",
  withoutHint: "Then only you see your points. Your quiz answers belong together, but not to you.",
  privacy:
    "Your quiz answers are tied to the nickname. Other answers are not. The nickname is erased when the session is over.",
  removed: "The facilitator has taken your nickname away. Choose another.",
  offline: "No connection. Try again in a while.",
  pick: "Tap one answer. The first one counts.",
  type: "Your answer",
  send: "Send the answer",
  empty: "Write something first.",
  received: "Your answer is received",
  sending: "Sending …",
  kept: "Kept here – sent when the connection is back",
  refused: "It was not taken.",
  again: "Try again",
  right: "Right!",
  wrong: "Wrong",
  unanswered: "You did not answer",
  won: (points) => `+${points} points`,
  yours: (answer) => `You answered: ${answer}`,
  solution: (answer) => `The right answer is ${answer}`,
  place: (place, of, points) => `You are number ${place} of ${of} with ${points} points`,
  points: (points) => `You have ${points} points`,
  as: (name) => `You play as ${name}`,
  joined: (name) => `You play as ${name}`,
  refusals: {
    question_closed: "Time was up before the answer arrived",
    answer_is_final: "You have answered before. The first answer counts.",
    answer_empty: "Write something first.",
    nickname_out_of_bounds: "A nickname has 2 to 20 characters.",
    nickname_taken: "Somebody else has that nickname. Choose another.",
    nickname_listed: "We would rather not show that nickname. Choose a kinder one.",
    nickname_stands: "You have a nickname already.",
    text_unprintable: "The nickname has characters that cannot be shown.",
    too_fast: "That was a bit fast. Wait a little and try again.",
    session_ended: "The session is over.",
  },
};

export const results: typeof nb.results = {
  heading: "What we say",
  ofPeople: (n: number) => count(n, "person has answered", "people have answered"),
  before: (s: string) => `was ${s}`,
  moved: (moved: number, both: number) =>
    `${moved} of ${both} who answered both times answered differently now`,
  none: "No answers yet",
  each: (points: string) => `${points} each`,
  median: "Median",
  mean: "Mean",
  range: "Range",
  solution: "Correct answer",
  correct: "correct",
  meanPlace: (place: string) => `average ${place}`,
};

export const sorting: typeof nb.sorting = {
  fetching: "Fetching an answer …",
  ask: "Where does this answer belong?",
  none: "None of these",
  progress: (n: number, of: number | null) => (of === null ? `Answer ${n}` : `${n} of ${of}`),
  next: (n: number, of: number | null, text: string) =>
    of === null ? `Answer ${n}: ${text}` : `Answer ${n} of ${of}: ${text}`,
  thanks: (n: number) => `Thank you! You have placed ${count(n, "answer", "answers")}`,
  thanksMore: "Watch the screen: that is where the answers gather.",
  waiting: "No more answers just now",
  waitingMore: (n: number) =>
    n === 0
      ? "The page fetches the next one by itself."
      : `Thank you, you have placed ${n}. The page fetches the next one by itself.`,
  askPiles: "What belongs together?",
  pilesHow: "Tap answers that belong together. Leave those that stand alone.",
  progressPiles: (n, of) => (of === null ? `Round ${n}` : `${n} of ${of}`),
  dealt: (n, of, answers) =>
    `${of === null ? `Round ${n}` : `Round ${n} of ${of}`}: ${answers} answers. What belongs together?`,
  join: (n) => (n < 2 ? "Put together" : `Put ${n} together`),
  joined: (n) => `${n} answers are put together`,
  pile: (n, answers) => `Pile ${n} (${answers})`,
  apart: "Take apart",
  noPiles: "None belong together",
  donePiles: "Done",
  thanksPiles: (n) => `Thank you! You have made piles ${n === 1 ? "once" : `${n} times`}`,
};

export const timer: typeof nb.timer = {
  swap: "Swap!",
  next: "Next part",
  over: "Time is up",
};

export const survey: typeof nb.survey = {
  place: (n: number, of: number) => `Question ${n} of ${of}`,
  answeredOf: (n: number, of: number) => `You have answered ${n} of ${of} questions`,
  back: "Back",
  next: "Next",
  skip: "Skip",
  finish: "Done",
  all: "See all questions",
  begin: "Choose a question to begin.",
  thanks: "Thank you! You have answered everything.",
  change: "You can go back and change your answers.",
  closes: (when: string) => `The survey closes on ${when}.`,
  closed: "The survey is closed",
  closedLead: (n: number): string =>
    n === 0 ? "It takes no more answers." : "Thank you for your answers. It takes no more.",
  answered: "Answered",
  unanswered: "Not answered",
};

export const roles: typeof nb.roles = {
  heading: "Who are you here?",
  lead: "Roles are counted for the minutes. Your role is not tied to your answers.",
  unsaid: "Rather not say",
};

export const password: typeof nb.password = {
  heading: "The session has a password",
  lead: "Whoever leads the session can tell you.",
  label: "Password",
  enter: "Join",
  checking: "Checking …",
  empty: "Write the password.",
  wrong: "That is not the password. Try again.",
};

export const out: typeof nb.out = {
  full: "The session is full",
  fullLead: "The session is full. Tell whoever leads it, and there may be room.",
  closed: "The door is closed",
  closedLead: "Whoever leads lets nobody more in for now.",
  wait: "We keep trying for as long as this page is open.",
};
