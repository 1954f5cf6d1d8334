// Made from the Rust types; `UPDATE_TYPES=1 cargo test --test it wire_types` writes it anew.

/**
 * A number with at most three decimals between −10⁹ and 10⁹; a plain number in JSON.
 */
export type Amount = number;

/**
 * What somebody answered.
 */
export type AnswerContent = { "type": "text", 
/**
 * What was written.
 */
text: AnswerText, } | { "type": "ranking", 
/**
 * Options from first place on, each by its index in the question's list.
 */
order: Array<number>, } | { "type": "choice", 
/**
 * The options, each by its index in the question's list, in any order.
 */
chosen: Array<number>, 
/**
 * What was written instead of an option, or beside some.
 */
other?: OtherText | null, } | { "type": "scales", 
/**
 * For each statement the step, from 1; none where it was skipped.
 */
marks: Array<number | null>, } | { "type": "points", 
/**
 * For each option its points; a hundred in all.
 */
points: Array<number>, } | { "type": "number", 
/**
 * The number.
 */
value: Amount, } | { "type": "grid", 
/**
 * For each item where it belongs; none where it was skipped.
 */
places: Array<GridPlace | null>, } | { "type": "quiz_choice", 
/**
 * The option, by its index in the question's list.
 */
option: number, } | { "type": "quiz_text", 
/**
 * What was typed.
 */
text: Heading, } | { "type": "dots", 
/**
 * Where, in any order.
 */
dots: Array<Dot>, };

/**
 * A standing answer; given out from 1 in the order answers are stored, so it says nothing of who gave it.
 */
export type AnswerId = number;

/**
 * The random name a phone gives an answer, so that a resend counts once: 22 characters of base64url (128 bits).
 *
 * It is known only to the phone and the log; no view shows it to anyone but its owner.
 */
export type AnswerKey = string;

/**
 * An answer in free text: at most 2,000 characters, and a question may ask for less.
 */
export type AnswerText = string;

/**
 * One open answer.
 */
export type AnswerView = { 
/**
 * Which.
 */
id: AnswerId, 
/**
 * What was written.
 */
text: string, };

/**
 * The kinds of questions with their settings.
 */
export type Ask = { "type": "open_text" } & OpenText | { "type": "ranking" } & Ranking | { "type": "choice" } & Choice | { "type": "scales" } & Scales | { "type": "points" } & Points | { "type": "number" } & Number | { "type": "word_cloud" } & WordCloud | { "type": "grid" } & Grid | { "type": "quiz" } & Quiz | { "type": "dots" } & Dots;

/**
 * A question to the speaker; given out from 1 in the order they are stored, so it says nothing of who asked.
 */
export type AskedId = number;

/**
 * Where a question stands.
 */
export type AskedPlace = "awaiting" | "shown" | "answered" | "archived" | "removed";

/**
 * A question to the speaker: at most 300 characters.
 */
export type AskedText = string;

/**
 * A question to the speaker.
 */
export type AskedView = { 
/**
 * Which.
 */
id: AskedId, 
/**
 * What was asked.
 */
text: AskedText, 
/**
 * Where it stands.
 */
place: AskedPlace, 
/**
 * How many have voted for it.
 */
votes: number, };

/**
 * Whether people may ask, as prepared with a session or decided while it runs; they may not at first.
 */
export type AskingPlan = { 
/**
 * Whether they may ask and vote.
 */
open: boolean, 
/**
 * Which questions wait for the facilitator.
 */
moderation: Moderation, };

/**
 * Whether people may put questions to the speaker, and what is looked at.
 */
export type AskingView = { 
/**
 * Whether they may ask and vote.
 */
open: boolean, 
/**
 * Which questions wait for the facilitator.
 */
moderation: Moderation, 
/**
 * Whether the projector shows them.
 */
on_projector: boolean, 
/**
 * The one that is being answered.
 */
now: AskedId | null, };

/**
 * One axis of the plane.
 */
export type Axis = { 
/**
 * What is judged; never empty.
 */
name: Heading, 
/**
 * What its low end means; may be empty.
 */
low: Heading, 
/**
 * What its high end means; may be empty.
 */
high: Heading, };

/**
 * Where questions and answers stand in a table with a row for each answer.
 */
export type ByQuestion = { 
/**
 * The column in which the questions stand, from 0.
 */
question: number, 
/**
 * The column in which the answers stand, from 0.
 */
answer: number, };

/**
 * One part of a page's state, replaced as a whole unless it says otherwise.
 *
 * ```json
 * {"part": "counts", "item": 3, "people": 12, "answers": 15}
 * {"part": "answers_changed", "item": 3, "added": [{"id": 15, "text": "Bedre flyt"}], "removed": [4]}
 * ```
 */
export type Change = { "part": "details", 
/**
 * The details.
 */
details: Details, } | { "part": "concepts", 
/**
 * All of them.
 */
concepts: Array<Concept>, } | { "part": "joining", 
/**
 * What to show.
 */
joining: Joining, } | { "part": "stage", 
/**
 * Where the session stands.
 */
stage: StageView, } | { "part": "timer", 
/**
 * None where none was started.
 */
timer: TimerView | null, } | { "part": "roles", 
/**
 * In the order they are shown; none where no role is asked for.
 */
roles: Array<ListedRole>, } | { "part": "role_counts", 
/**
 * In the roles' order.
 */
counts: Array<RoleCount>, } | { "part": "signals_allowed", 
/**
 * What is allowed.
 */
signals: SignalsPlan, } | { "part": "reactions", 
/**
 * How many.
 */
counts: ReactionCounts, } | { "part": "signals", 
/**
 * Hands that are up.
 */
hands: number, 
/**
 * People for whom it goes too fast.
 */
too_fast: number, 
/**
 * People for whom it goes too slow.
 */
too_slow: number, } | { "part": "asked", 
/**
 * Whether people may ask, and what is looked at.
 */
asking: AskingView, 
/**
 * Whether these are all there are; otherwise they replace those with the same number.
 */
all: boolean, 
/**
 * Those that came or stand elsewhere.
 */
asked: Array<AskedView>, 
/**
 * Those that are not seen any more.
 */
gone: Array<AskedId>, 
/**
 * Those that only have another number of votes, with it.
 */
votes: Array<[AskedId, number]>, 
/**
 * All that can be voted on, best first.
 */
order: Array<AskedId>, } | { "part": "programme", 
/**
 * All items in order.
 */
items: Array<ItemView>, 
/**
 * Whether a change can be undone.
 */
can_undo: boolean, 
/**
 * Whether a change can be redone.
 */
can_redo: boolean, } | { "part": "leaderboard", 
/**
 * The list.
 */
board: LeaderboardView, } | { "part": "links", 
/**
 * In the order they were made.
 */
links: Array<LinkView>, } | { "part": "notes", 
/**
 * In the order they were first written.
 */
notes: Array<NoteView>, } | { "part": "presence", 
/**
 * Phones connected now.
 */
connected: number, 
/**
 * People who have joined in all.
 */
joined: number, } | { "part": "counts", 
/**
 * The question.
 */
item: ItemId, 
/**
 * People with an answer that counts.
 */
people: number, 
/**
 * Answers that count.
 */
answers: number, } | { "part": "answers", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The answers.
 */
answers: Array<AnswerView>, } | { "part": "answers_changed", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Those that stand.
 */
added: Array<AnswerView>, 
/**
 * Gone.
 */
removed: Array<AnswerId>, } | { "part": "awaiting_answers", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The first of them, in the order they came.
 */
answers: Array<AnswerView>, 
/**
 * How many there are in all.
 */
count: number, } | { "part": "removed_answers", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The answers.
 */
answers: Array<AnswerView>, } | { "part": "themes", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Those put first by a person, then the others, most answers first.
 */
themes: Array<ThemeView>, 
/**
 * The second level: headings over themes; a theme in none stands alone.
 */
families: Array<Family>, 
/**
 * Whether a person decided the second level.
 */
families_decided: boolean, 
/**
 * Whether a person's step can be undone.
 */
can_undo: boolean, 
/**
 * Whether it can be redone.
 */
can_redo: boolean, } | { "part": "sorting", 
/**
 * The question.
 */
item: ItemId, 
/**
 * None when the room has not sorted it.
 */
sorting: SortingView | null, } | { "part": "statements", 
/**
 * The question.
 */
item: ItemId, 
/**
 * None where they were never asked to.
 */
statements: StatementsView | null, } | { "part": "tally", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Answers counted.
 */
ballots: number, 
/**
 * None while results are hidden.
 */
tally: TallyView | null, 
/**
 * The first round, where this is the second; none while results are hidden.
 */
first: FirstRoundView | null, } | { "part": "results", 
/**
 * The question.
 */
item: ItemId, 
/**
 * None when they are no longer shared.
 */
results: SharedResults | null, };

/**
 * Settings of a choice.
 */
export type Choice = { 
/**
 * The options in the order the facilitator wrote them: 2 to [`OPTIONS_MAX`](super::OPTIONS_MAX), all different; one
 * fewer where something else can be written.
 */
options: Array<Heading>, 
/**
 * How many each person may choose: 1 to the number of options, something else counted as one of them.
 */
most: number, 
/**
 * The right ones, each by its index, where there is right and wrong: kept from the room until the question is
 * closed.
 */
correct?: Array<number>, 
/**
 * A picture for each option, or none for it; empty where no option has one.
 */
pictures?: Array<Picture | null>, 
/**
 * Whether something else than the options can be written. Not where there is right and wrong: whatever nobody
 * thought of beforehand would be wrong.
 */
other?: boolean, };

/**
 * One option's result.
 */
export type ChosenOption = { 
/**
 * Its index in the question's list.
 */
option: number, 
/**
 * How many people chose it.
 */
count: number, };

/**
 * From a page to the server.
 */
export type ClientMessage = { "type": "hello", 
/**
 * [`WIRE_VERSION`].
 */
version: number, 
/**
 * Who connects.
 */
as: Role, 
/**
 * Where the page's state stands, if it has one.
 */
cursor: Cursor | null, } | { "type": "answer", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The phone's random name for the answer.
 */
key: AnswerKey, 
/**
 * From 1, one higher at each change.
 */
version: number, 
/**
 * What is answered.
 */
content: AnswerContent, } | { "type": "withdraw", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The phone's random name for the answer.
 */
key: AnswerKey, 
/**
 * One higher than that of the answer.
 */
version: number, } | { "type": "ask_speaker", 
/**
 * The phone's random name for the question.
 */
key: AnswerKey, 
/**
 * What is asked.
 */
text: AskedText, } | { "type": "withdraw_asked", 
/**
 * The phone's random name for the question.
 */
key: AnswerKey, } | { "type": "vote_asked", 
/**
 * Which question.
 */
asked: AskedId, 
/**
 * From 1, one higher at each step of this phone on this question.
 */
version: number, 
/**
 * Whether it is a vote, and not one taken back.
 */
up: boolean, } | { "type": "recall_asked" } | { "type": "command", 
/**
 * The page's number for it, given back with the answer.
 */
ref: number, 
/**
 * What to do.
 */
command: FacilitatorCommand, } | { "type": "next_task", 
/**
 * The question.
 */
item: ItemId, } | { "type": "sort", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answer.
 */
answer: AnswerId, 
/**
 * Under which heading; none for "none of these".
 */
theme: ThemeId | null, } | { "type": "pile", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The piles; an answer that belongs with no other is one of its own.
 */
piles: Array<Array<AnswerId>>, } | { "type": "take_stand", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answer.
 */
statement: AnswerId, 
/**
 * From 1, one higher at each step of this phone on this statement.
 */
version: number, 
/**
 * What the person says of it.
 */
stand: Stand, } | { "type": "choose_role", 
/**
 * The role; none to rather not say.
 */
role: RoleId | null, } | { "type": "react", 
/**
 * How.
 */
reaction: Reaction, } | { "type": "raise_hand", 
/**
 * Whether it is up.
 */
up: boolean, } | { "type": "judge_pace", 
/**
 * What it thinks; none for nothing.
 */
pace: Pace | null, } | { "type": "recall_signals" } | { "type": "choose_nickname", 
/**
 * As it was typed.
 */
nickname: Line, } | { "type": "recall_quiz" } | { "type": "ping", 
/**
 * The page's own time, given back with the pong; whatever it counts.
 */
sent_ms?: number | null, };

/**
 * A heading that an organisation brings ("felles begreper"), with words that speak of it.
 */
export type Concept = { 
/**
 * The heading; may not be empty, and no two are the same but for case.
 */
heading: Heading, 
/**
 * Further words, parted by commas or spaces; those of the heading need not be said again.
 */
words: Paragraph, };

/**
 * A place in a feed of updates.
 */
export type Cursor = { 
/**
 * Random for each time the server loads the session; a cursor of another epoch means nothing.
 */
epoch: string, 
/**
 * Number of updates published in this epoch to this audience.
 */
position: number, };

/**
 * A day, written `2026-11-21` (ISO 8601).
 */
export type Date = string;

/**
 * What stands on top of the programme and the minutes.
 */
export type Details = { 
/**
 * The session's title; may not be empty.
 */
title: Line, 
/**
 * The language of pages and minutes.
 */
language: Language, 
/**
 * Where people meet; may be empty.
 */
place: Line, 
/**
 * The day, if it is set.
 */
date: Date | null, };

/**
 * Where somebody placed a dot, in thousandths of the picture's sides.
 */
export type Dot = { 
/**
 * From the left, 0 to 1,000.
 */
x: number, 
/**
 * From the top, 0 to 1,000.
 */
y: number, };

/**
 * Dots that lie near each other, written as `[x, y, dots]`.
 */
export type DotCluster = [number, number, number];

/**
 * Settings of a question to which dots are placed on its picture.
 */
export type Dots = { 
/**
 * How many each person may place: 1 to [`DOTS_EACH_MAX`].
 */
dots_max: number, };

/**
 * What a facilitator can ask for; the same JSON on the socket and in the API.
 *
 * ```json
 * {"do": "go_to", "item": 3}
 * {"do": "show_results", "item": 3, "to": "everyone"}
 * ```
 */
export type FacilitatorCommand = { "do": "change_details", 
/**
 * The new details.
 */
details: Details, } | { "do": "change_concepts", 
/**
 * All of them; none to leave it to the engine.
 */
concepts: Array<Concept>, } | { "do": "change_roles", 
/**
 * All of them in order.
 */
roles: Array<WantedRole>, } | { "do": "add_item", 
/**
 * The item.
 */
plan: ItemPlan, 
/**
 * Its index in the programme from 0; at the end when left out or too high.
 */
index: number | null, } | { "do": "change_item", 
/**
 * Which.
 */
item: ItemId, 
/**
 * All of its new plan.
 */
plan: ItemPlan, } | { "do": "move_item", 
/**
 * Which.
 */
item: ItemId, 
/**
 * Its new index from 0.
 */
index: number, } | { "do": "duplicate_item", 
/**
 * Which.
 */
item: ItemId, } | { "do": "delete_item", 
/**
 * Which.
 */
item: ItemId, } | { "do": "undo_programme" } | { "do": "redo_programme" } | { "do": "next" } | { "do": "back" } | { "do": "go_to", 
/**
 * Which.
 */
item: ItemId, } | { "do": "plan_survey", 
/**
 * The plan; none to let go of it.
 */
survey: SurveyPlan | null, } | { "do": "start_survey" } | { "do": "close_survey" } | { "do": "start_timer", 
/**
 * The clock; the item's planned one when left out.
 */
timer: TimerPlan | null, } | { "do": "pause_timer" } | { "do": "resume_timer" } | { "do": "skip_stretch" } | { "do": "extend_timer", 
/**
 * By how much.
 */
seconds: number, } | { "do": "stop_timer" } | { "do": "open_question", 
/**
 * Which.
 */
item: ItemId, } | { "do": "close_question", 
/**
 * Which.
 */
item: ItemId, } | { "do": "show_results", 
/**
 * Which question.
 */
item: ItemId, 
/**
 * To whom.
 */
to: ResultsTo, } | { "do": "approve_answers", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answers.
 */
answers: Array<AnswerId>, } | { "do": "hold_answers", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answers.
 */
answers: Array<AnswerId>, } | { "do": "place_other", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The text.
 */
text: OtherText, 
/**
 * Where.
 */
place: OtherPlace, } | { "do": "remove_answer", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answer.
 */
answer: AnswerId, } | { "do": "restore_answer", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answer.
 */
answer: AnswerId, } | { "do": "start_second_round", 
/**
 * The question.
 */
item: ItemId, } | { "do": "drop_second_round", 
/**
 * The question.
 */
item: ItemId, } | { "do": "reset_question", 
/**
 * Which.
 */
item: ItemId, } | { "do": "undo_reset", 
/**
 * Which.
 */
item: ItemId, } | { "do": "rename_theme", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which theme.
 */
theme: ThemeId, 
/**
 * Its new name.
 */
label: Heading, } | { "do": "merge_themes", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The theme that goes.
 */
from: ThemeId, 
/**
 * The theme that stays.
 */
into: ThemeId, } | { "do": "move_answers", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answers.
 */
answers: Array<AnswerId>, 
/**
 * The theme; none for the residue ("Andre tema").
 */
to: ThemeId | null, } | { "do": "make_theme", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Its name.
 */
label: Heading, 
/**
 * Its first answers.
 */
answers: Array<AnswerId>, } | { "do": "dissolve_theme", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which theme.
 */
theme: ThemeId, } | { "do": "split_theme", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which theme.
 */
theme: ThemeId, 
/**
 * The new themes, each with at least one answer of the theme.
 */
parts: Array<ThemePart>, } | { "do": "order_themes", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The themes that come first; none to let all stand by their answers.
 */
first: Array<ThemeId>, } | { "do": "hide_theme", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which theme.
 */
theme: ThemeId, } | { "do": "unhide_theme", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which theme.
 */
theme: ThemeId, } | { "do": "arrange_families", 
/**
 * The question.
 */
item: ItemId, 
/**
 * All of them in order; none to have them suggested again.
 */
families: Array<Family> | null, } | { "do": "undo_themes", 
/**
 * The question.
 */
item: ItemId, } | { "do": "redo_themes", 
/**
 * The question.
 */
item: ItemId, } | { "do": "start_sorting", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The headings, in the order phones show them.
 */
themes: Array<ThemeId>, 
/**
 * How many answers each phone is asked to place; as long as it runs when left out.
 */
each: number | null, } | { "do": "stop_sorting", 
/**
 * The question.
 */
item: ItemId, } | { "do": "resume_sorting", 
/**
 * The question.
 */
item: ItemId, 
/**
 * How many answers each phone is asked to place in all; as long as it runs when left out.
 */
each: number | null, } | { "do": "discard_sorting", 
/**
 * The question.
 */
item: ItemId, } | { "do": "start_piling", 
/**
 * The question.
 */
item: ItemId, 
/**
 * How many hands of answers each phone is asked to part, in all; as long as it runs when left out.
 */
each: number | null, } | { "do": "stop_piling", 
/**
 * The question.
 */
item: ItemId, } | { "do": "discard_piling", 
/**
 * The question.
 */
item: ItemId, } | { "do": "start_statements", 
/**
 * The question.
 */
item: ItemId, 
/**
 * How many each person is asked to vote on, 3 to 30; as many as one likes when left out.
 */
each: number | null, } | { "do": "stop_statements", 
/**
 * The question.
 */
item: ItemId, } | { "do": "accept_quiz_answer", 
/**
 * The question.
 */
item: ItemId, 
/**
 * What is right, too.
 */
text: Heading, } | { "do": "remove_nickname", 
/**
 * Which.
 */
player: PlayerId, } | { "do": "restore_nickname", 
/**
 * Which.
 */
player: PlayerId, } | { "do": "set_door", 
/**
 * Whether people can join.
 */
open: boolean, } | { "do": "allow_signals", 
/**
 * Reactions that float over the projector.
 */
reactions: boolean, 
/**
 * Hands.
 */
hands: boolean, 
/**
 * "Too fast" and "too slow".
 */
pace: boolean, } | { "do": "lower_hands" } | { "do": "allow_asking", 
/**
 * Whether they may ask and vote.
 */
open: boolean, 
/**
 * Which questions wait for the facilitator; those that were shown stay.
 */
moderation: Moderation, } | { "do": "place_asked", 
/**
 * Which questions.
 */
asked: Array<AskedId>, 
/**
 * Where they stand from now on.
 */
place: AskedPlace, } | { "do": "take_up_asked", 
/**
 * Which, of those that are shown; none for none.
 */
asked: AskedId | null, } | { "do": "show_asked", 
/**
 * Whether they are on the projector.
 */
on_projector: boolean, } | { "do": "write_note", 
/**
 * Which item.
 */
item: ItemId, 
/**
 * What it is.
 */
kind: NoteKind, 
/**
 * What it says.
 */
text: Paragraph, } | { "do": "change_note", 
/**
 * Which.
 */
note: NoteId, 
/**
 * What it is.
 */
kind: NoteKind, 
/**
 * What it says.
 */
text: Paragraph, } | { "do": "remove_note", 
/**
 * Which.
 */
note: NoteId, } | { "do": "withdraw_link", 
/**
 * Which.
 */
link: LinkId, } | { "do": "end_session" } | { "do": "reopen_session" };

/**
 * Themes that belong together, under a heading over theirs ("Samhandling, informasjon og ryddige strukturer").
 */
export type Family = { 
/**
 * The heading; may not be empty, and no two are the same.
 */
label: Heading, 
/**
 * The themes; each stands in one family at most.
 */
themes: Array<ThemeId>, };

/**
 * What was answered before the room talked, beside what it answers after.
 */
export type FirstRoundView = { 
/**
 * Answers counted.
 */
ballots: number, 
/**
 * What they add up to.
 */
tally: TallyView, 
/**
 * How many have answered in both rounds.
 */
both: number, 
/**
 * How many of them answered otherwise in the second.
 */
moved: number, };

/**
 * Why the server closes a connection. The close frame carries the same as a code.
 */
export type Goodbye = "restarting" | "no_such_session" | "wrong_key" | "session_full" | "door_closed" | "password_needed" | "password_wrong" | "session_ended" | "other_version" | "silent" | "too_fast";

/**
 * Settings of a question on which items are placed on a plane.
 */
export type Grid = { 
/**
 * The level axis, its low end to the left.
 */
x: Axis, 
/**
 * The upright axis, its low end at the bottom.
 */
y: Axis, 
/**
 * What is placed, in the order the facilitator wrote it: 1 to [`GRID_ITEMS_MAX`], all different.
 */
items: Array<Heading>, 
/**
 * What the four parts of the plane are called; each may be empty.
 */
quadrants?: Quadrants, };

/**
 * Where somebody placed an item.
 */
export type GridPlace = { 
/**
 * On the level axis, 0 to 100 from the left.
 */
x: number, 
/**
 * On the upright axis, 0 to 100 from the bottom.
 */
y: number, };

/**
 * What a column seems to be.
 */
export type Guess = "question" | "choice" | "number" | "identity" | "aside" | "empty";

/**
 * A heading of a theme or an option of a ranking: at most 120 characters.
 */
export type Heading = string;

/**
 * The kinds of programme items.
 */
export type ItemContent = { "kind": "talk" } | { "kind": "break" } | { "kind": "group_work" } | { "kind": "pair_talk" } | { "kind": "leaderboard" } | { "kind": "question" } & Question;

/**
 * A programme item; given out from 1 in the order items are made, never used again.
 */
export type ItemId = number;

/**
 * One line of the programme: Tid, Hva, Hvordan, Hvem.
 */
export type ItemPlan = { 
/**
 * Planned start.
 */
starts: TimeOfDay | null, 
/**
 * Planned end.
 */
ends: TimeOfDay | null, 
/**
 * What: the item's title. A question may leave it empty; its prompt stands in.
 */
what: Line, 
/**
 * How it is done ("Gruppearbeid ved bordene"); may be empty.
 */
how: Paragraph, 
/**
 * Who leads it; may be empty.
 */
who: Line, 
/**
 * A clock to run beside it.
 */
timer?: TimerPlan | null, 
/**
 * What kind of item it is.
 */
content: ItemContent, };

/**
 * One item of the programme with how it went.
 */
export type ItemView = { 
/**
 * Which.
 */
id: ItemId, 
/**
 * What was planned.
 */
plan: ItemPlan, 
/**
 * The question's status.
 */
status: QuestionStatus | null, 
/**
 * When it was first shown, in milliseconds since 1970 in UTC.
 */
from_ms: number | null, 
/**
 * When it was last left; none while it is shown or has not been.
 */
to_ms: number | null, };

/**
 * The eight digits by which people join, shown as `3885 1953`.
 */
export type JoinCode = string;

/**
 * How people join, as the projector shows it.
 */
export type Joining = { 
/**
 * The code, eight digits.
 */
code: JoinCode | null, 
/**
 * The address to type, without scheme: `plenum.kommune.example`.
 */
address: string, 
/**
 * The link behind the QR code.
 */
link: string, 
/**
 * Side of the QR code in modules, quiet zone included.
 */
qr_size: number, 
/**
 * The dark modules as the `d` of one SVG path in units of modules.
 */
qr_path: string, };

/**
 * A session's language: decides the interface's words, stems and the wording of minutes.
 */
export type Language = "nb" | "nn" | "en";

/**
 * Where a table comes from.
 */
export type Layout = "microsoft_forms" | "google_forms" | "mentimeter" | "slido";

/**
 * One row of the list of points.
 */
export type Leader = { 
/**
 * Which nickname.
 */
player: PlayerId, 
/**
 * From 1; equal points share a place (1-2-2-4).
 */
place: number, 
/**
 * As it was chosen.
 */
nickname: Nickname, 
/**
 * Points so far.
 */
points: number, 
/**
 * The place before the latest question; none where it was the first.
 */
before: number | null, };

/**
 * The list of points in the quiz.
 */
export type LeaderboardView = { 
/**
 * From the top: the projector is told ten, the facilitator far more. Equal points stand in the order of names.
 */
leaders: Array<Leader>, 
/**
 * How many nicknames there are in all.
 */
players: number, 
/**
 * How many quiz questions are counted: those that are closed, and whose results the room may see.
 */
counted: number, 
/**
 * How many the programme has.
 */
questions: number, 
/**
 * Nicknames that were taken away and can come back. Facilitator only.
 */
removed: Array<RemovedNickname>, };

/**
 * A line of a programme: title, place, who; at most 200 characters.
 */
export type Line = string;

/**
 * Numbers the links of a session, from 1.
 */
export type LinkId = number;

/**
 * What a link opens.
 */
export type LinkKind = "facilitate" | "watch";

/**
 * A further link, without its key.
 */
export type LinkView = { 
/**
 * Which.
 */
id: LinkId, 
/**
 * What it opens.
 */
kind: LinkKind, 
/**
 * Who or what it was made for.
 */
name: Line, };

/**
 * A role to choose.
 */
export type ListedRole = { 
/**
 * Which; stays when it is given another name.
 */
id: RoleId, 
/**
 * Its name.
 */
name: Heading, };

/**
 * What stands in a file.
 */
export type Look = { 
/**
 * Its sheets that have something in them, in their order.
 */
tables: Array<LookedTable>, };

/**
 * A column, without its heading.
 */
export type LookedColumn = { 
/**
 * What stands above it: a question's prompt, if it is one; empty where there is none.
 */
heading: Paragraph, 
/**
 * How many cells have something in them.
 */
filled: number, 
/**
 * How many of these are too long for an answer and are left out of an open question.
 */
too_long: number, 
/**
 * The rows in which the first of them stand, from 1.
 */
too_long_rows: Array<number>, 
/**
 * The first values, cut short.
 */
first: Array<string>, 
/**
 * What it seems to be.
 */
guess: Guess, 
/**
 * The options, where it can be a choice; else none.
 */
options: Array<string>, 
/**
 * Whether some named several of them.
 */
several: boolean, 
/**
 * Whether it can be a question for a number: all its cells are numbers.
 */
numbers: boolean, 
/**
 * How many different values it has; of more than a hundred, that there are 101.
 */
different: number, };

/**
 * A sheet, or all of a CSV.
 */
export type LookedTable = { 
/**
 * What the sheet is called; empty for a CSV.
 */
name: string, 
/**
 * Where it seems to come from, if that is known by its headings.
 */
layout: Layout | null, 
/**
 * The row with the headings, from 1; none where the first row is an answer already.
 */
header: number | null, 
/**
 * How many rows below it have something in them.
 */
rows: number, 
/**
 * Its columns from the first on.
 */
columns: Array<LookedColumn>, 
/**
 * Where questions and answers stand, if each row seems to be one answer with its question beside it.
 */
by_question: ByQuestion | null, };

/**
 * What waits for the facilitator.
 */
export type Moderation = "off" | "words" | "all";

/**
 * An answer and the themes it would go between; none stands for "Andre tema".
 */
export type MovedAnswer = { 
/**
 * Which.
 */
answer: AnswerId, 
/**
 * Where it is.
 */
from: ThemeId | null, 
/**
 * Where it would be.
 */
to: ThemeId | null, };

/**
 * A name that a person chose for the quiz: at most 20 characters.
 */
export type Nickname = string;

/**
 * Why a phone is given nothing to place.
 */
export type NoTask = "done" | "nothing_left" | "not_sorting";

/**
 * A note of the facilitator's; given out from 1 in the order they are first written, never used again.
 */
export type NoteId = number;

/**
 * What a note is.
 */
export type NoteKind = "note" | "decision" | "follow_up";

/**
 * What was noted on an item.
 */
export type NoteView = { 
/**
 * Which.
 */
id: NoteId, 
/**
 * Which item.
 */
item: ItemId, 
/**
 * What it is.
 */
kind: NoteKind, 
/**
 * What was written; may have several lines.
 */
text: Paragraph, };

/**
 * Settings of a question for a number.
 */
export type Number = { 
/**
 * What is counted ("kr", "minutter"): at most [`UNIT_CHARS_MAX`] characters; may be empty.
 */
unit: Heading, 
/**
 * The least that may be answered.
 */
least: Amount | null, 
/**
 * The most that may be answered.
 */
most: Amount | null, 
/**
 * How many decimals an answer may have, 0 to 3.
 */
decimals: number, 
/**
 * The right number, if there is one: kept from the room until the question is closed.
 */
solution?: Amount | null, };

/**
 * One bar of a histogram.
 */
export type NumberBin = { 
/**
 * The smallest number that belongs to it.
 */
from: number, 
/**
 * The first number that no longer does; the same as `from` where the bar stands for one number alone.
 */
to: number, 
/**
 * How many numbers lie in it.
 */
count: number, };

/**
 * What the numbers are like; all 0 while there are none.
 */
export type NumberSummary = { 
/**
 * How many were given.
 */
count: number, 
/**
 * Their mean.
 */
mean: number, 
/**
 * The middle one, or the mean of the two in the middle.
 */
median: number, 
/**
 * The smallest.
 */
least: number, 
/**
 * The largest.
 */
most: number, 
/**
 * How they lie, from the smallest to the largest: at most [`BINS_MAX`] bars of the same width, empty ones too.
 */
bins: Array<NumberBin>, 
/**
 * The right number and the guesses nearest to it, once it may be known.
 */
solution: Solved | null, };

/**
 * Settings of an open question.
 */
export type OpenText = { 
/**
 * How many answers each person may give: 1 to [`ANSWERS_EACH_MAX`].
 */
answers_max: number, 
/**
 * Longest answer in characters: 1 to [`AnswerText::CHARS_MAX`].
 */
length_max: number, };

/**
 * One text, and how many wrote it, in upper or lower case.
 */
export type OtherCount = { 
/**
 * As most wrote it.
 */
text: OtherText, 
/**
 * How many people.
 */
count: number, };

/**
 * Where a text stands that people wrote beside the options of a choice.
 */
export type OtherPlace = "shown" | "hidden" | "removed" | "restored";

/**
 * What somebody answers a choice with instead of an option, on one line: at most 60 characters, as many as an entry of a
 * word cloud.
 */
export type OtherText = string;

/**
 * What is shown of answers in words of one's own.
 */
export type OtherView = { 
/**
 * How many people wrote something, whether the room may read it or not.
 */
count: number, 
/**
 * What they wrote and the room may read, most people first: the commonest where there are many.
 */
texts: Array<OtherCount>, 
/**
 * How many different texts the room may read.
 */
different: number, 
/**
 * What waits for the facilitator or was hidden. Facilitator only.
 */
withheld?: Array<OtherCount>, };

/**
 * One of a phone's own answers, as it stands; sent to nobody else.
 */
export type OwnAnswer = { 
/**
 * The question.
 */
item: ItemId, 
/**
 * The phone's name for it.
 */
key: AnswerKey, 
/**
 * Its version.
 */
version: number, 
/**
 * What stands; none when the facilitator removed it.
 */
content: AnswerContent | null, };

/**
 * One of a phone's own questions to the speaker; sent to nobody else.
 */
export type OwnAsked = { 
/**
 * The phone's name for it.
 */
key: AnswerKey, 
/**
 * Which.
 */
id: AskedId, 
/**
 * What was asked; none when the facilitator removed it.
 */
text: AskedText | null, 
/**
 * Where it stands.
 */
place: AskedPlace, };

/**
 * What came of one's own answer.
 */
export type OwnQuizAnswer = { 
/**
 * The question.
 */
item: ItemId, 
/**
 * Whether it was right.
 */
right: boolean, 
/**
 * What it was worth.
 */
points: number, };

/**
 * What a phone last said of a question to the speaker; sent to nobody else.
 */
export type OwnVote = { 
/**
 * Which question.
 */
asked: AskedId, 
/**
 * Counts the phone's steps on it.
 */
version: number, 
/**
 * Whether it is a vote, and not one taken back.
 */
up: boolean, };

/**
 * What a person thinks of the pace; at most one at a time.
 */
export type Pace = "too_fast" | "too_slow";

/**
 * A question or an explanation: at most 1,000 characters.
 */
export type Paragraph = string;

/**
 * A picture that the session keeps, where it is shown.
 */
export type Picture = { 
/**
 * Which.
 */
id: PictureId, 
/**
 * What it shows, for those who do not see it; may be empty.
 */
alt: Line, 
/**
 * Its width in pixels, so that nothing jumps when it arrives.
 */
width: number, 
/**
 * Its height in pixels.
 */
height: number, };

/**
 * Tells one picture from all others: 128 random bits, written as 32 lower-case hexadecimal digits. Who knows it may see
 * the picture.
 */
export type PictureId = string;

/**
 * One item's result.
 */
export type PlacedItem = { 
/**
 * Its index in the question's list.
 */
item: number, 
/**
 * How many placed it; those who skipped it count in nothing of it.
 */
placed: number, 
/**
 * Its mean on the level axis, 0 to 100; 0 while nobody has placed it.
 */
mean_x: number, 
/**
 * Its mean on the upright axis.
 */
mean_y: number, 
/**
 * How far its places spread along the level axis: the standard deviation of all that there are, which divides by
 * their number; 0 while fewer than two have placed it.
 */
spread_x: number, 
/**
 * The same along the upright axis.
 */
spread_y: number, 
/**
 * The part of the plane that holds its mean; none where the mean lies on a middle line, or nobody has placed it.
 */
quadrant: Quadrant | null, };

/**
 * A whole session as prepared; also what a script sends to create one.
 */
export type Plan = { 
/**
 * Title, language, place and date.
 */
details: Details, 
/**
 * The programme in order; at most [`ITEMS_MAX`]. The pictures in it must be kept by the session it is made for.
 */
items: Array<ItemPlan>, 
/**
 * Headings of the organisation's own, which lead where answers are grouped; at most [`CONCEPTS_MAX`].
 */
concepts?: Array<Concept>, 
/**
 * Roles to choose from when joining; none, or 2 to [`ROLES_MAX`](super::ROLES_MAX), all different.
 */
roles?: Array<Heading>, 
/**
 * What phones may signal from the start.
 */
signals?: SignalsPlan, 
/**
 * Whether people may put questions to the speaker from the start.
 */
questions?: AskingPlan, };

/**
 * What is not understood.
 */
export type PlanFault = "file_too_long" | "line_not_understood" | "unknown_field" | "field_out_of_place" | "field_of_other_kind" | "field_twice" | "list_out_of_place" | "wrong_time" | "wrong_date" | "wrong_number" | "wrong_length" | "neither_yes_nor_no" | "unknown_language" | "unknown_answer" | "unknown_word" | "unknown_option";

/**
 * One thing that is wrong, and where.
 */
export type PlanProblem = { 
/**
 * The line, from 1.
 */
line: number, 
/**
 * What is wrong.
 */
code: PlanProblemCode, 
/**
 * The words that are wrong, cut after 60 characters; empty where something is missing.
 */
found: string, 
/**
 * The field that was perhaps meant.
 */
meant?: string, };

/**
 * The stable code of a problem: one of the format's own, or that of the rule that the plan breaks.
 */
export type PlanProblemCode = PlanFault | Rejection;

/**
 * A nickname in the quiz; given out from 1 in the order they are chosen, never used again.
 */
export type PlayerId = number;

/**
 * One option's result.
 */
export type PointedOption = { 
/**
 * Its index in the question's list.
 */
option: number, 
/**
 * All points that it was given; a hundred for each person are given out in all.
 */
points: number, 
/**
 * How many people gave it any.
 */
givers: number, };

/**
 * Settings of a question on which points are given out.
 */
export type Points = { 
/**
 * The options in the order the facilitator wrote them: 2 to [`OPTIONS_MAX`](super::OPTIONS_MAX), all different.
 */
options: Array<Heading>, };

/**
 * One of the four parts of the plane.
 */
export type Quadrant = "top_left" | "top_right" | "bottom_left" | "bottom_right";

/**
 * Names of the four parts of the plane, each of which may be empty.
 */
export type Quadrants = { 
/**
 * Low on the level axis, high on the upright one.
 */
top_left: Heading, 
/**
 * High on both.
 */
top_right: Heading, 
/**
 * Low on both.
 */
bottom_left: Heading, 
/**
 * High on the level axis, low on the upright one.
 */
bottom_right: Heading, };

/**
 * What is asked, and how it is answered.
 */
export type Question = { 
/**
 * The question itself; may not be empty.
 */
prompt: Paragraph, 
/**
 * How it is answered.
 */
ask: Ask, 
/**
 * Who sees results, until the facilitator decides otherwise.
 */
results?: ResultsPlan, 
/**
 * Which answers in words wait for the facilitator.
 */
moderation?: Moderation, 
/**
 * What is asked about, or what goes with it; boxed, since few questions have one.
 */
picture?: Picture, };

/**
 * Whether people can answer.
 */
export type QuestionPhase = "waiting" | "open" | "closed";

/**
 * Whether a question takes answers and who sees its results.
 */
export type QuestionStatus = { 
/**
 * Whether people can answer.
 */
phase: QuestionPhase, 
/**
 * Who sees results.
 */
results: ResultsTo, 
/**
 * For how many people the results wait, if they do.
 */
results_wait_for: number | null, 
/**
 * Whether this is the second round.
 */
second_round: boolean, 
/**
 * Counts resets; a phone that held answers of another round lets them go.
 */
round: number, 
/**
 * Whether a reset can be taken back.
 */
can_undo_reset: boolean, 
/**
 * Whether the room sorts, or has sorted, its answers.
 */
sorting: SortingStatus | null, 
/**
 * Whether people take a stand, or have taken one, on each other's answers.
 */
statements: StatementsStatus | null, };

/**
 * Settings of a quiz question. Each person answers once: the first answer counts.
 */
export type Quiz = { 
/**
 * The options to pick one of: 2 to [`OPTIONS_MAX`](super::OPTIONS_MAX), all different. None where people type.
 */
options: Array<Heading>, 
/**
 * The right ones, each by its index: kept from the room until the question is closed.
 */
correct: Array<number>, 
/**
 * Where people type, what is right: 1 to [`ACCEPTED_MAX`], the first as it is shown. Compared as [`spelling`] says.
 * Kept from the room until the question is closed.
 */
accepted: Array<Heading>, 
/**
 * Time to answer in seconds, within [`QUIZ_SECONDS`]; it starts when the question is shown.
 */
seconds: number, 
/**
 * What a right answer at once is worth, at most [`QUIZ_POINTS_MAX`]; 0 for no points.
 */
points: number, };

/**
 * What is shown of a quiz question.
 */
export type QuizSummary = { 
/**
 * The options in the order of the question's list.
 */
options: Array<ChosenOption>, 
/**
 * The right ones by their index.
 */
correct: Array<number>, 
/**
 * Typed answers, most people first; the right ones, and of the wrong ones the commonest.
 */
typed: Array<TypedAnswer>, 
/**
 * How many people answered right.
 */
right: number, };

/**
 * One option's result.
 */
export type RankedOption = { 
/**
 * Its index in the question's list.
 */
option: number, 
/**
 * Mean place from 1 (best); 0 while there are no ballots.
 */
mean_position: number, 
/**
 * Borda points: n − place for each ballot, summed (J.-C. de Borda, 1781), where n is the number of options.
 */
points: number, 
/**
 * How many put it first.
 */
firsts: number, 
/**
 * Its place from 1 by pairwise comparison (M. Schulze, 2011), shared where that decides nothing; 0 while there are
 * no ballots.
 */
schulze_place: number, };

/**
 * Settings of a ranking.
 */
export type Ranking = { 
/**
 * The options in the order the facilitator wrote them: 2 to [`OPTIONS_MAX`](super::OPTIONS_MAX), all different.
 */
options: Array<Heading>, 
/**
 * How many are ranked: 1 to the number of options; all of them when equal to it.
 */
top: number, };

/**
 * A reaction, of which any number may come.
 */
export type Reaction = "applause" | "heart" | "thumbs_up" | "idea";

/**
 * How many of each reaction.
 */
export type ReactionCounts = { 
/**
 * Of [`Reaction::Applause`].
 */
applause: number, 
/**
 * Of [`Reaction::Heart`].
 */
heart: number, 
/**
 * Of [`Reaction::ThumbsUp`].
 */
thumbs_up: number, 
/**
 * Of [`Reaction::Idea`].
 */
idea: number, };

/**
 * What was refused.
 */
export type Refused = { 
/**
 * Which answer.
 */
key: AnswerKey, 
/**
 * Which version.
 */
version: number, } | { 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answer.
 */
statement: AnswerId, 
/**
 * Which step.
 */
version: number, } | { 
/**
 * Which question.
 */
asked: AskedId, 
/**
 * Which step.
 */
version: number, } | { 
/**
 * The page's number for it.
 */
ref: number, };

/**
 * The themes as they would be, and which answers would be elsewhere.
 */
export type Regrouping = { 
/**
 * All themes as they would be.
 */
themes: Array<ThemeView>, 
/**
 * The second level as it would be.
 */
families: Array<Family>, 
/**
 * Answers that would be in another theme than now.
 */
moved: Array<MovedAnswer>, 
/**
 * Whether anything at all would be otherwise, headings counted.
 */
changes: boolean, };

/**
 * A refusal by the rules. The snake_case code on the wire never changes its meaning.
 */
export type Rejection = "session_ended" | "session_sealed" | "session_not_ended" | "session_full" | "door_closed" | "roles_out_of_bounds" | "no_such_role" | "password_out_of_bounds" | "too_many_answers" | "no_such_item" | "too_many_items" | "no_next_item" | "no_previous_item" | "item_is_current" | "item_without_title" | "session_without_title" | "ends_before_start" | "not_a_question" | "no_timer" | "survey_empty" | "survey_times_reversed" | "no_survey" | "survey_runs" | "timer_out_of_bounds" | "question_empty" | "limits_out_of_bounds" | "options_out_of_bounds" | "question_has_answers" | "question_not_open" | "question_closed" | "answer_empty" | "answer_too_long" | "ranking_incomplete" | "choice_empty" | "choice_too_many" | "other_empty" | "other_not_offered" | "other_beside_right" | "no_such_other" | "option_unknown" | "option_twice" | "scales_out_of_bounds" | "marks_mismatched" | "mark_out_of_range" | "points_not_summed" | "number_out_of_bounds" | "number_out_of_range" | "too_many_decimals" | "not_a_number" | "too_many_words" | "grid_out_of_bounds" | "places_mismatched" | "place_out_of_range" | "quiz_out_of_bounds" | "quiz_has_clock" | "quiz_not_shown" | "quiz_is_over" | "answer_is_final" | "nickname_out_of_bounds" | "nickname_taken" | "nickname_listed" | "nickname_stands" | "no_such_nickname" | "dots_out_of_bounds" | "dots_missing" | "too_many_dots" | "dot_off_picture" | "dots_without_picture" | "no_such_picture" | "too_many_pictures" | "answer_of_other_kind" | "answers_full" | "too_many_changes" | "no_second_round" | "no_such_answer" | "no_such_theme" | "theme_without_name" | "theme_name_taken" | "too_many_themes" | "parts_out_of_bounds" | "families_out_of_bounds" | "concepts_out_of_bounds" | "proposal_gone" | "headings_out_of_bounds" | "not_sorting" | "not_yours_to_sort" | "not_open_text" | "too_few_statements" | "statements_each_out_of_bounds" | "not_taking_stands" | "no_such_statement" | "own_statement" | "stands_given" | "asking_closed" | "asked_full" | "too_many_asked" | "no_such_asked" | "own_asked" | "asked_not_shown" | "note_empty" | "too_many_notes" | "no_such_note" | "no_such_link" | "too_many_links" | "nothing_to_undo" | "nothing_to_redo" | "too_fast" | "text_too_long" | "text_unprintable" | "message_unreadable" | "not_allowed" | "try_again";

/**
 * A nickname that the facilitator took away.
 */
export type RemovedNickname = { 
/**
 * Which.
 */
player: PlayerId, 
/**
 * As it was chosen.
 */
nickname: Nickname, };

/**
 * Who sees a question's results, and from when on.
 */
export type ResultsPlan = { 
/**
 * Who.
 */
to: ResultsTo, 
/**
 * From how many people on; at once when 0. With fewer, only the facilitator.
 */
from_people: number, };

/**
 * Who sees a question's results.
 */
export type ResultsTo = "facilitator" | "projector" | "everyone";

/**
 * Who connects.
 */
export type Role = { "role": "phone", 
/**
 * 128 random bits in base64url that the phone made for this session; never stored by the server.
 */
token: string, 
/**
 * The further secret of the QR link, if the phone came by it.
 */
secret: string | null, 
/**
 * The password of the room, where one was asked for; only its hash is stored.
 */
password?: string, } | { "role": "presenter", 
/**
 * The facilitator's key.
 */
key: string, } | { "role": "facilitator", 
/**
 * The facilitator's key.
 */
key: string, };

/**
 * How many people have chosen a role.
 */
export type RoleCount = { 
/**
 * Which.
 */
role: RoleId, 
/**
 * How many.
 */
people: number, };

/**
 * Numbers the roles of a session, from 1.
 */
export type RoleId = number;

/**
 * One statement's result.
 */
export type ScaledStatement = { 
/**
 * Its index in the question's list.
 */
statement: number, 
/**
 * How many marked each step, the lowest first; those who skipped it are in none.
 */
counts: Array<number>, 
/**
 * How many marked it.
 */
marked: number, 
/**
 * The mean of the marks, from 1; 0 while nobody has marked it.
 */
mean: number, 
/**
 * The middle mark, or the mean of the two in the middle; 0 while nobody has marked it.
 */
median: number, };

/**
 * Settings of a question with scales.
 */
export type Scales = { 
/**
 * What is marked, in the order the facilitator wrote them: 1 to [`STATEMENTS_MAX`], all different.
 */
statements: Array<Heading>, 
/**
 * How many steps the scale has, 2 to 11.
 */
steps: number, 
/**
 * What the lowest step means; may be empty.
 */
low: Heading, 
/**
 * What the highest step means; may be empty.
 */
high: Heading, };

/**
 * From the server to a page.
 */
export type ServerMessage = { "type": "snapshot", 
/**
 * Where the state stands after it.
 */
cursor: Cursor, 
/**
 * All parts.
 */
changes: Array<Change>, } | { "type": "update", 
/**
 * Where the state stands after it.
 */
cursor: Cursor, 
/**
 * What changed, to be folded in order.
 */
changes: Array<Change>, } | { "type": "mine", 
/**
 * The answers.
 */
answers: Array<OwnAnswer>, } | { "type": "accepted", 
/**
 * Of which answer.
 */
key: AnswerKey, 
/**
 * Which version.
 */
version: number, 
/**
 * The log's position.
 */
position: number, } | { "type": "done", 
/**
 * The page's number for it.
 */
ref: number, 
/**
 * The log's position.
 */
position: number, } | { "type": "refused", 
/**
 * What was refused; none when the message could not be read.
 */
of: Refused | null, 
/**
 * Why.
 */
code: Rejection, } | { "type": "task", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answer.
 */
answer: AnswerId, 
/**
 * What was written.
 */
text: string, 
/**
 * The headings to choose from; "none of these" is always a choice too.
 */
headings: Array<SortHeading>, 
/**
 * How many this phone has been given, this one counted.
 */
number: number, 
/**
 * How many it is asked for; none for as long as the room sorts.
 */
each: number | null, } | { "type": "hand", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Two to six answers.
 */
answers: Array<AnswerView>, 
/**
 * How many hands this phone has been given, this one counted.
 */
number: number, 
/**
 * How many it is asked for; none for as long as the room makes piles.
 */
each: number | null, } | { "type": "statements", 
/**
 * The question.
 */
item: ItemId, 
/**
 * The one to vote on now, and up to two after it; none of them has a vote of this phone.
 */
statements: Array<AnswerView>, 
/**
 * How many it has voted on.
 */
voted: number, 
/**
 * How many it is asked for, or how many there are.
 */
of: number, } | { "type": "stand_taken", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Which answer.
 */
statement: AnswerId, 
/**
 * Which step.
 */
version: number, } | { "type": "no_task", 
/**
 * The question.
 */
item: ItemId, 
/**
 * Why.
 */
why: NoTask, 
/**
 * How many it has placed or voted on, or hands it has parted.
 */
placed: number, } | { "type": "own_signals", 
/**
 * Whether its hand is up.
 */
hand: boolean, 
/**
 * What it thinks of the pace.
 */
pace: Pace | null, } | { "type": "own_role", 
/**
 * Whether they have said it, be it that they would rather not say.
 */
said: boolean, 
/**
 * The role.
 */
role: RoleId | null, } | { "type": "own_quiz", 
/**
 * The nickname; none for who plays without one.
 */
nickname: Nickname | null, 
/**
 * Whether the facilitator took one away, so that another can be chosen.
 */
name_removed: boolean, 
/**
 * Points so far.
 */
points: number, 
/**
 * The place among all nicknames; none without one, or before a question is counted.
 */
place: number | null, 
/**
 * How many nicknames there are.
 */
players: number, 
/**
 * The answer to the question shown, once it is over.
 */
answer: OwnQuizAnswer | null, } | { "type": "own_asked", 
/**
 * The questions.
 */
asked: Array<OwnAsked>, 
/**
 * What it last said of those of others.
 */
votes: Array<OwnVote>, } | { "type": "voted", 
/**
 * Which question.
 */
asked: AskedId, 
/**
 * Which step.
 */
version: number, } | { "type": "pong", 
/**
 * The server's time in milliseconds since 1970 in UTC, by which clocks on all screens run alike.
 */
now_ms: number, 
/**
 * What the ping said.
 */
sent_ms: number | null, } | { "type": "goodbye", 
/**
 * Why.
 */
reason: Goodbye, 
/**
 * Whether to connect again, after a random delay of up to some seconds.
 */
come_back: boolean, };

/**
 * Results as phones see them.
 */
export type SharedResults = { 
/**
 * People with an answer that counts.
 */
people: number, 
/**
 * Themes of an open question, most answers first.
 */
themes: Array<SharedTheme>, 
/**
 * The second level over them.
 */
families: Array<Family>, 
/**
 * Answers in no theme.
 */
other: number, 
/**
 * What the answers add up to, where they are no free text.
 */
tally: TallyView | null, 
/**
 * The first round, where this is the second.
 */
first: FirstRoundView | null, 
/**
 * What people said of each other's answers, if anything.
 */
statements: SharedStatements | null, };

/**
 * One statement with its votes.
 */
export type SharedStatement = { 
/**
 * Which answer.
 */
id: AnswerId, 
/**
 * What was written.
 */
text: string, 
/**
 * Who agree.
 */
agree: number, 
/**
 * Who disagree.
 */
disagree: number, 
/**
 * Who passed.
 */
pass: number, };

/**
 * What unites and divides the room, as phones see it: the first of each.
 */
export type SharedStatements = { 
/**
 * People who have voted at least once.
 */
people: number, 
/**
 * What unites the room, best first.
 */
unites: Array<SharedStatement>, 
/**
 * What divides it, best first.
 */
divides: Array<SharedStatement>, };

/**
 * A theme's heading and count.
 */
export type SharedTheme = { 
/**
 * Which; gives it the same colour on every screen.
 */
id: ThemeId, 
/**
 * Its heading.
 */
label: Heading, 
/**
 * How many answers.
 */
count: number, 
/**
 * Whether a person put it first.
 */
pinned: boolean, };

/**
 * What phones may signal, as prepared with a session or decided while it runs; nothing at first.
 */
export type SignalsPlan = { 
/**
 * Reactions that float over the projector.
 */
reactions: boolean, 
/**
 * Hands, which the facilitator sees the number of.
 */
hands: boolean, 
/**
 * "Too fast" and "too slow", which the facilitator sees the numbers of.
 */
pace: boolean, };

/**
 * How near the room came.
 */
export type Solved = { 
/**
 * The right number.
 */
value: number, 
/**
 * The numbers nearest to it: none without answers, two where they are equally near.
 */
nearest: Array<number>, 
/**
 * How many people gave one of them.
 */
people: number, };

/**
 * A heading that phones are shown.
 */
export type SortHeading = { 
/**
 * The theme.
 */
id: ThemeId, 
/**
 * Its heading.
 */
label: Heading, };

/**
 * How the room sorts.
 */
export type SortingKind = "headings" | "piles";

/**
 * A sorting by the room, as the status of its question tells everyone.
 */
export type SortingStatus = { 
/**
 * What phones do.
 */
by: SortingKind, 
/**
 * Whether phones are given answers.
 */
running: boolean, 
/**
 * How many answers each phone is asked to place, or hands to part; none for as long as it runs.
 */
each: number | null, };

/**
 * How far a sorting by the room has come.
 */
export type SortingView = { 
/**
 * What phones do.
 */
by: SortingKind, 
/**
 * Whether phones are given answers.
 */
running: boolean, 
/**
 * How many answers each phone is asked to place, or hands to part; none for as long as it runs.
 */
each: number | null, 
/**
 * The headings in the order phones show them; of piles the themes that come of them, the largest.
 */
headings: Array<SortHeading>, 
/**
 * People who have placed at least one answer, or parted a hand.
 */
people: number, 
/**
 * Answers placed in all, or hands parted.
 */
taps: number, 
/**
 * Answers that somebody has placed, or had in hand.
 */
sorted: number, 
/**
 * Answers there are to sort.
 */
answers: number, 
/**
 * The answers a person had best look at, least certain first. Facilitator only.
 */
uncertain: Array<AnswerId>, };

/**
 * The item shown now.
 */
export type StageItem = { 
/**
 * Which.
 */
id: ItemId, 
/**
 * What.
 */
what: Line, 
/**
 * How.
 */
how: Paragraph, 
/**
 * Who.
 */
who: Line, 
/**
 * Planned start.
 */
starts: TimeOfDay | null, 
/**
 * Planned end.
 */
ends: TimeOfDay | null, 
/**
 * The kind and, for a question, what is asked.
 */
content: ItemContent, 
/**
 * The question's status.
 */
status: QuestionStatus | null, 
/**
 * When it was shown, in milliseconds since 1970 in UTC.
 */
since_ms: number, };

/**
 * The phases of a session.
 */
export type StagePhase = "waiting_room" | "running" | "survey" | "ended";

/**
 * Where the session stands.
 */
export type StageView = { 
/**
 * In which phase.
 */
phase: StagePhase, 
/**
 * The item shown, if one is.
 */
item: StageItem | null, 
/**
 * What is asked at everybody's own pace, planned or shown.
 */
survey: SurveyView | null, 
/**
 * Its number in the programme from 1; 0 when none is shown.
 */
number: number, 
/**
 * Number of items in the programme.
 */
items: number, 
/**
 * Whether an ended session can still be reopened.
 */
can_reopen: boolean, 
/**
 * Whether only those who have joined are let in.
 */
door_closed: boolean, 
/**
 * Whether those who have not joined are asked for a password.
 */
needs_password: boolean, };

/**
 * What a person says of a statement.
 */
export type Stand = "agree" | "disagree" | "pass";

/**
 * How many said what of one statement.
 */
export type StatementCounts = { 
/**
 * Which answer.
 */
id: AnswerId, 
/**
 * Who agree.
 */
agree: number, 
/**
 * Who disagree.
 */
disagree: number, 
/**
 * Who passed.
 */
pass: number, };

/**
 * What people said of each other's answers.
 */
export type StatementResults = { 
/**
 * What unites the room, best first.
 */
unites: Array<AnswerId>, 
/**
 * What divides it, best first; no statement stands in both.
 */
divides: Array<AnswerId>, 
/**
 * Every statement, in the order they were written.
 */
counts: Array<StatementCounts>, };

/**
 * Whether people take a stand on each other's answers, as the status of the question tells everyone.
 */
export type StatementsStatus = { 
/**
 * Whether phones are given statements.
 */
running: boolean, 
/**
 * How many each person is asked to vote on; none for as many as one likes.
 */
each: number | null, };

/**
 * How far people have come in taking a stand on each other's answers.
 */
export type StatementsView = { 
/**
 * Whether phones are given statements.
 */
running: boolean, 
/**
 * How many each person is asked to vote on; none for as many as one likes.
 */
each: number | null, 
/**
 * People who have voted at least once.
 */
people: number, 
/**
 * Votes in all, passes counted.
 */
votes: number, 
/**
 * Statements there are.
 */
statements: number, 
/**
 * Those with at least five votes.
 */
weighed: number, 
/**
 * What came of it; none while results are hidden.
 */
results: StatementResults | null, };

/**
 * A stretch of time.
 */
export type Stretch = { 
/**
 * What is done in it ("Den første forteller"); may be empty.
 */
label: Heading, 
/**
 * How long it lasts: within [`STRETCH_SECONDS`].
 */
seconds: number, };

/**
 * What is asked at everybody's own pace, and when.
 */
export type SurveyPlan = { 
/**
 * Which questions, in the programme's order whatever order they are named in; all there are when none is named.
 */
items?: Array<ItemId>, 
/**
 * When it opens by itself, in milliseconds since 1970 in UTC; only by hand when left out.
 */
opens_ms?: number | null, 
/**
 * When it closes by itself, after it opens; only by hand when left out.
 */
closes_ms?: number | null, };

/**
 * Questions at everybody's own pace.
 */
export type SurveyView = { 
/**
 * Its questions in order; none before it has been opened.
 */
items: Array<StageItem>, 
/**
 * Which they are, or will be.
 */
planned: Array<ItemId>, 
/**
 * When it opens by itself, in milliseconds since 1970 in UTC.
 */
opens_ms: number | null, 
/**
 * When it closes by itself.
 */
closes_ms: number | null, 
/**
 * Whether it was closed.
 */
closed: boolean, };

/**
 * How a column was answered.
 */
export type Taken = "open_text" | "choice" | "number";

/**
 * What is shown of a tally.
 */
export type TallyView = { "type": "ranking", 
/**
 * Its options, best first.
 */
options: Array<RankedOption>, 
/**
 * How far the ballots agree: Kendall's W from 0 to 1; none where there are fewer than two.
 */
agreement: number | null, 
/**
 * Row i, column j: how many put option i before option j, in the order of the question's list. Empty for all
 * but the facilitator.
 */
pairs: Array<Array<number>>, } | { "type": "choice", 
/**
 * Its options in the order of the question's list.
 */
options: Array<ChosenOption>, 
/**
 * The right ones by their index, once they may be known; empty where none is right or wrong.
 */
correct: Array<number>, 
/**
 * What was written beside the options; none where that is not offered.
 */
other?: OtherView | null, } | { "type": "scales", 
/**
 * The statements in the order of the question's list.
 */
statements: Array<ScaledStatement>, } | { "type": "points", 
/**
 * The options, most points first.
 */
options: Array<PointedOption>, } | { "type": "number" } & NumberSummary | { "type": "grid", 
/**
 * The items in the order of the question's list.
 */
items: Array<PlacedItem>, } | { "type": "quiz" } & QuizSummary | { "type": "dots", 
/**
 * Where they are, those near each other as one: on phones in a coarser mesh than elsewhere.
 */
clusters: Array<DotCluster>, };

/**
 * A theme of one question; given out from 1, kept for as long as the theme is recognisably the same.
 */
export type ThemeId = number;

/**
 * A theme to be made of some of another's answers.
 */
export type ThemePart = { 
/**
 * Its name.
 */
label: Heading, 
/**
 * Its answers.
 */
answers: Array<AnswerId>, };

/**
 * One theme.
 */
export type ThemeView = { 
/**
 * Which.
 */
id: ThemeId, 
/**
 * Its heading.
 */
label: Heading, 
/**
 * Its answers.
 */
answers: Array<AnswerId>, 
/**
 * Whether a person decided it.
 */
decided: boolean, 
/**
 * Whether a person put it first.
 */
pinned: boolean, 
/**
 * Whether the room does not see it; only facilitators are told of such a theme.
 */
hidden: boolean, 
/**
 * The answer that says best what all of them say.
 */
typical: AnswerId | null, };

/**
 * A time of the day to the minute, written `12:15`.
 */
export type TimeOfDay = string;

/**
 * A clock as it is planned.
 */
export type TimerPlan = { 
/**
 * What it counts down, in order: 1 to [`STRETCHES_MAX`].
 */
stretches: Array<Stretch>, 
/**
 * Whether it starts by itself when its item is shown.
 */
starts_itself: boolean, 
/**
 * Whether its item's question closes when the time is up.
 */
closes_question: boolean, };

/**
 * A clock beside the item shown, so told that it needs no further word while it runs.
 */
export type TimerView = { 
/**
 * What it counts down, one after another.
 */
stretches: Array<Stretch>, 
/**
 * How long it had run at `since_ms`, in milliseconds.
 */
elapsed_ms: number, 
/**
 * When it was last set, in milliseconds since 1970 in UTC by the server's clock, which `pong` tells.
 */
since_ms: number, 
/**
 * Whether it runs. It does after it has run out, too.
 */
running: boolean, };

/**
 * One typed answer's result.
 */
export type TypedAnswer = { 
/**
 * As most wrote it.
 */
text: string, 
/**
 * How many people wrote it.
 */
count: number, 
/**
 * Whether it is taken for right.
 */
right: boolean, };

/**
 * What becomes of a file.
 */
export type Wanted = { 
/**
 * Title, language, place and date of the session.
 */
details: Details, 
/**
 * The tables of which columns are taken.
 */
tables: Array<WantedTable>, };

/**
 * A column that becomes a question.
 */
export type WantedColumn = { 
/**
 * Which one, from 0.
 */
column: number, 
/**
 * What was asked.
 */
prompt: Paragraph, 
/**
 * How it was answered.
 */
kind: Taken, };

/**
 * A role as a facilitator wants it.
 */
export type WantedRole = { 
/**
 * The role that goes on, perhaps under another name; none for a new one.
 */
id: RoleId | null, 
/**
 * Its name.
 */
name: Heading, };

/**
 * Which columns of a table are taken.
 */
export type WantedTable = { 
/**
 * Which one of those in the look at the file, from 0.
 */
table: number, 
/**
 * The row with the headings, from 1: answers stand below it. None where every row is an answer.
 */
header: number | null, 
/**
 * The columns, each a question, in the order of the programme.
 */
columns: Array<WantedColumn>, 
/**
 * Where each row is one answer, and its question stands beside it: these questions come after those of columns.
 */
by_question: ByQuestion | null, };

/**
 * Settings of a word cloud.
 */
export type WordCloud = { 
/**
 * How many entries each person may give: 1 to [`ANSWERS_EACH_MAX`].
 */
answers_max: number, };
