// The one fold from the server's messages to what a page shows. Pure: nothing here knows a socket or a clock.
import type {
  AnswerView,
  AskedView,
  AskingView,
  Change,
  Concept,
  Cursor,
  Details,
  Family,
  FirstRoundView,
  ItemView,
  Joining,
  LeaderboardView,
  LinkView,
  NoteView,
  ListedRole,
  RoleCount,
  TallyView,
  ServerMessage,
  SharedResults,
  SignalsPlan,
  SortingView,
  StatementsView,
  StageView,
  ThemeView,
  TimerView,
} from "./wire.ts";

/** Everything a page knows of its session; what its audience is not told keeps its empty value. */
export interface PageState {
  /** Where this state stands in the server's feed; none before the first message. */
  readonly cursor: Cursor | undefined;
  readonly details: Details | undefined;
  /** Headings of the organisation's own, which lead where answers are grouped. Facilitator. */
  readonly concepts: readonly Concept[];
  /** Further links that open the session. Facilitator. */
  readonly links: readonly LinkView[];
  /** What was noted for the minutes. Facilitator. */
  readonly notes: readonly NoteView[];
  /** The points of the quiz; none before anybody has chosen a nickname. Presenter and facilitator. */
  readonly leaderboard: LeaderboardView | undefined;
  /** How people join. Presenter and facilitator. */
  readonly joining: Joining | undefined;
  readonly stage: StageView | undefined;
  /** The clock beside the item shown; none where none was started. */
  readonly timer: TimerView | undefined;
  /** Roles to choose from when joining. Phones and facilitator. */
  readonly roles: readonly ListedRole[];
  /** How many have chosen each of them. Facilitator. */
  readonly roleCounts: readonly RoleCount[];
  /** What phones may signal while an item is shown. Phones and facilitator. */
  readonly allowed: SignalsPlan;
  /** Hands and pace as they stand now. Facilitator. */
  readonly signals: SignalCounts | undefined;
  /** Questions to the speaker; none where nobody may ask and nobody has. The projector knows them while it shows them. */
  readonly asked: AskedState | undefined;
  /** The whole programme. Facilitator. */
  readonly programme: Programme;
  /** Who is here. Presenter and facilitator. */
  readonly presence: Presence;
  /** What is known of each question, by its item's id; read it with `questionOf`. */
  readonly questions: ReadonlyMap<number, QuestionState>;
}

/** Questions to the speaker, and whether people may ask. */
export interface AskedState extends AskingView {
  /** Those that are seen, by number. */
  readonly known: ReadonlyMap<number, AskedView>;
  /** Those that can be voted on, best first. */
  readonly order: readonly number[];
}

/** How many people signal what now. */
export type SignalCounts = Omit<Extract<Change, { part: "signals" }>, "part">;

export interface Programme {
  readonly items: readonly ItemView[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface Presence {
  /** Phones connected now. */
  readonly connected: number;
  /** People who have joined in all. */
  readonly joined: number;
}

/** One question's answers and results. */
export interface QuestionState {
  /** People with an answer that counts. */
  readonly people: number;
  /** How many answers count; `answers` may be empty all the same, while results are hidden. */
  readonly answerCount: number;
  /** Open answers in the order they came. */
  readonly answers: readonly AnswerView[];
  /** Open answers that were removed and can come back. Facilitator. */
  readonly removed: readonly AnswerView[];
  /** The first of the open answers that wait for the facilitator, and how many wait in all. Facilitator. */
  readonly awaiting: readonly AnswerView[];
  readonly awaitingCount: number;
  /** Those a person put first, then most answers first; an answer in none of them belongs to the residue, as `otherAnswers` gives it. */
  readonly themes: readonly ThemeView[];
  /** The second level: headings over themes; a theme in none stands alone. */
  readonly families: readonly Family[];
  /** Whether a person decided the second level. */
  readonly familiesDecided: boolean;
  readonly canUndoThemes: boolean;
  readonly canRedoThemes: boolean;
  /** How far the room's sorting has come; none before it was started. Presenter and facilitator. */
  readonly sorting: SortingView | undefined;
  /** What people said of each other's answers; none before they were asked to. Presenter and facilitator. */
  readonly statements: StatementsView | undefined;
  /** Answers that count and are no free text. */
  readonly ballots: number;
  /** What they add up to; none for free text, and while hidden. */
  readonly tally: TallyView | undefined;
  /** The first round, where this is the second; none while hidden. */
  readonly first: FirstRoundView | undefined;
  /** Results that are shared with everyone. Phones. */
  readonly shared: SharedResults | undefined;
}

/** A page that has heard nothing yet. */
export const NOTHING: PageState = {
  cursor: undefined,
  details: undefined,
  concepts: [],
  links: [],
  notes: [],
  leaderboard: undefined,
  joining: undefined,
  stage: undefined,
  timer: undefined,
  roles: [],
  roleCounts: [],
  allowed: { reactions: false, hands: false, pace: false },
  signals: undefined,
  asked: undefined,
  programme: { items: [], canUndo: false, canRedo: false },
  presence: { connected: 0, joined: 0 },
  questions: new Map(),
};

const UNANSWERED: QuestionState = {
  people: 0,
  answerCount: 0,
  answers: [],
  removed: [],
  awaiting: [],
  awaitingCount: 0,
  themes: [],
  families: [],
  familiesDecided: false,
  canUndoThemes: false,
  canRedoThemes: false,
  sorting: undefined,
  statements: undefined,
  ballots: 0,
  tally: undefined,
  first: undefined,
  shared: undefined,
};

/** The state after a message. Messages that change no state, and updates heard before, give the same state back. */
export function fold(state: PageState, message: ServerMessage): PageState {
  switch (message.type) {
    case "snapshot":
      return { ...message.changes.reduce(change, NOTHING), cursor: message.cursor };
    case "update":
      if (!isNews(state.cursor, message.cursor)) return state;
      return { ...message.changes.reduce(change, state), cursor: message.cursor };
    case "mine":
    case "accepted":
    case "done":
    case "refused":
    case "task":
    case "hand":
    case "no_task":
    case "own_role":
    case "own_signals":
    case "own_quiz":
    case "own_asked":
    case "statements":
    case "stand_taken":
    case "voted":
    case "pong":
    case "goodbye":
      return state;
  }
}

/** What is known of a question; empty when nothing is. */
export function questionOf(state: PageState, item: number | undefined): QuestionState {
  return (item === undefined ? undefined : state.questions.get(item)) ?? UNANSWERED;
}

/** The answers in no theme ("Andre tema"), in the order they came. */
export function otherAnswers(question: QuestionState): AnswerView[] {
  const themed = new Set(question.themes.flatMap((theme) => theme.answers));
  return question.answers.filter((answer) => !themed.has(answer.id));
}

/** An update of another epoch, or at a place already passed, was meant for a state we no longer have. */
function isNews(here: Cursor | undefined, there: Cursor): boolean {
  return here !== undefined && here.epoch === there.epoch && here.position < there.position;
}

function change(state: PageState, change: Change): PageState {
  switch (change.part) {
    case "details":
      return { ...state, details: change.details };
    case "concepts":
      return { ...state, concepts: change.concepts };
    case "links":
      return { ...state, links: change.links };
    case "notes":
      return { ...state, notes: change.notes };
    case "leaderboard":
      return { ...state, leaderboard: change.board };
    case "joining":
      return { ...state, joining: change.joining };
    case "stage":
      return { ...state, stage: change.stage };
    case "timer":
      return { ...state, timer: change.timer ?? undefined };
    case "roles":
      return { ...state, roles: change.roles };
    case "role_counts":
      return { ...state, roleCounts: change.counts };
    case "signals_allowed":
      return { ...state, allowed: change.signals };
    case "signals":
      return { ...state, signals: change };
    case "asked":
      return { ...state, asked: askedAfter(state.asked, change) };
    // They pass: whoever shows them hears them.
    case "reactions":
      return state;
    case "programme": {
      const { items, can_undo, can_redo } = change;
      const questions = new Map([...state.questions].filter(([id]) => items.some((item) => item.id === id)));
      return { ...state, programme: { items, canUndo: can_undo, canRedo: can_redo }, questions };
    }
    case "presence":
      return { ...state, presence: { connected: change.connected, joined: change.joined } };
    case "counts":
      return question(state, change.item, { people: change.people, answerCount: change.answers });
    case "answers":
      return question(state, change.item, { answers: change.answers });
    case "answers_changed": {
      const gone = new Set([...change.removed, ...change.added.map((answer) => answer.id)]);
      const kept = questionOf(state, change.item).answers.filter((answer) => !gone.has(answer.id));
      // Ids are given out in the order answers come, so one that was brought back finds its old place.
      const answers = [...kept, ...change.added].sort((a, b) => a.id - b.id);
      return question(state, change.item, { answers });
    }
    case "removed_answers":
      return question(state, change.item, { removed: change.answers });
    case "awaiting_answers":
      return question(state, change.item, { awaiting: change.answers, awaitingCount: change.count });
    case "themes":
      return question(state, change.item, {
        themes: change.themes,
        families: change.families,
        familiesDecided: change.families_decided,
        canUndoThemes: change.can_undo,
        canRedoThemes: change.can_redo,
      });
    case "sorting":
      return question(state, change.item, { sorting: change.sorting ?? undefined });
    case "statements":
      return question(state, change.item, { statements: change.statements ?? undefined });
    case "tally":
      return question(state, change.item, {
        ballots: change.ballots,
        tally: change.tally ?? undefined,
        first: change.first ?? undefined,
      });
    case "results":
      return question(state, change.item, { shared: change.results ?? undefined });
  }
}

function askedAfter(before: AskedState | undefined, change: Extract<Change, { part: "asked" }>): AskedState {
  const known = new Map(change.all ? [] : before?.known);
  for (const asked of change.asked) known.set(asked.id, asked);
  for (const [id, votes] of change.votes) known.set(id, { ...known.get(id)!, votes });
  for (const id of change.gone) known.delete(id);
  return { ...change.asking, known, order: change.order };
}

function question(state: PageState, item: number, news: Partial<QuestionState>): PageState {
  const questions = new Map(state.questions);
  questions.set(item, { ...questionOf(state, item), ...news });
  return { ...state, questions };
}
