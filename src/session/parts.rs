//! What the parts of a page's state hold, in the words of the wire.

use serde::{Deserialize, Serialize};

use super::asked::AskedPlace;
use super::board::Family;
use super::facilitator_command::ResultsTo;
use super::ids::{AnswerId, AnswerKey, AskedId, ItemId, JoinCode, NoteId, PlayerId, ThemeId};
use super::kinds::{AnswerContent, TallyView};
use super::links::{LinkId, LinkKind};
use super::moderation::Moderation;
use super::notes::Note;
use super::plan::{ItemContent, ItemPlan, TimeOfDay};
use super::sorting::SortHeading;
use super::statements::StandCounts;
use super::text::{AskedText, Heading, Line, Nickname, Paragraph};
use super::timer::Stretch;

/// A further link, without its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct LinkView {
    /// Which.
    pub id: LinkId,
    /// What it opens.
    pub kind: LinkKind,
    /// Who or what it was made for.
    pub name: Line,
}

/// What was noted on an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct NoteView {
    /// Which.
    pub id: NoteId,
    /// On which item, what it is, and what it says.
    #[serde(flatten)]
    pub note: Note,
}

/// The list of points in the quiz.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct LeaderboardView {
    /// From the top: the projector is told ten, the facilitator far more. Equal points stand in the order of names.
    pub leaders: Vec<Leader>,
    /// How many nicknames there are in all.
    pub players: u32,
    /// How many quiz questions are counted: those that are closed, and whose results the room may see.
    pub counted: u32,
    /// How many the programme has.
    pub questions: u32,
    /// Nicknames that were taken away and can come back. Facilitator only.
    pub removed: Vec<RemovedNickname>,
}

/// One row of the list of points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct Leader {
    /// Which nickname.
    pub player: PlayerId,
    /// From 1; equal points share a place (1-2-2-4).
    pub place: u32,
    /// As it was chosen.
    pub nickname: Nickname,
    /// Points so far.
    pub points: u32,
    /// The place before the latest question; none where it was the first.
    pub before: Option<u32>,
}

/// A nickname that the facilitator took away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct RemovedNickname {
    /// Which.
    pub player: PlayerId,
    /// As it was chosen.
    pub nickname: Nickname,
}

/// How one person stands in the quiz; sent to nobody else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct OwnQuiz {
    /// The nickname; none for who plays without one.
    pub nickname: Option<Nickname>,
    /// Whether the facilitator took one away, so that another can be chosen.
    pub name_removed: bool,
    /// Points so far.
    pub points: u32,
    /// The place among all nicknames; none without one, or before a question is counted.
    pub place: Option<u32>,
    /// How many nicknames there are.
    pub players: u32,
    /// The answer to the question shown, once it is over.
    pub answer: Option<OwnQuizAnswer>,
}

/// What came of one's own answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct OwnQuizAnswer {
    /// The question.
    pub item: ItemId,
    /// Whether it was right.
    pub right: bool,
    /// What it was worth.
    pub points: u32,
}

/// How people join, as the projector shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct Joining {
    /// The code, eight digits.
    pub code: Option<JoinCode>,
    /// The address to type, without scheme: `plenum.kommune.example`.
    pub address: String,
    /// The link behind the QR code.
    pub link: String,
    /// Side of the QR code in modules, quiet zone included.
    pub qr_size: u32,
    /// The dark modules as the `d` of one SVG path in units of modules.
    pub qr_path: String,
}

/// Where the session stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct StageView {
    /// In which phase.
    pub phase: StagePhase,
    /// The item shown, if one is.
    pub item: Option<StageItem>,
    /// What is asked at everybody's own pace, planned or shown.
    pub survey: Option<SurveyView>,
    /// Its number in the programme from 1; 0 when none is shown.
    pub number: u32,
    /// Number of items in the programme.
    pub items: u32,
    /// Whether an ended session can still be reopened.
    pub can_reopen: bool,
    /// Whether only those who have joined are let in.
    pub door_closed: bool,
    /// Whether those who have not joined are asked for a password.
    pub needs_password: bool,
}

/// Questions at everybody's own pace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SurveyView {
    /// Its questions in order; none before it has been opened.
    pub items: Vec<StageItem>,
    /// Which they are, or will be.
    pub planned: Vec<ItemId>,
    /// When it opens by itself, in milliseconds since 1970 in UTC.
    #[ts(type = "number | null")]
    pub opens_ms: Option<i64>,
    /// When it closes by itself.
    #[ts(type = "number | null")]
    pub closes_ms: Option<i64>,
    /// Whether it was closed.
    pub closed: bool,
}

/// The phases of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StagePhase {
    /// People join.
    WaitingRoom,
    /// An item is shown.
    Running,
    /// Everybody answers at their own pace.
    Survey,
    /// It is over.
    Ended,
}

/// The item shown now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct StageItem {
    /// Which.
    pub id: ItemId,
    /// What.
    pub what: Line,
    /// How.
    pub how: Paragraph,
    /// Who.
    pub who: Line,
    /// Planned start.
    pub starts: Option<TimeOfDay>,
    /// Planned end.
    pub ends: Option<TimeOfDay>,
    /// The kind and, for a question, what is asked.
    pub content: ItemContent,
    /// The question's status.
    pub status: Option<QuestionStatus>,
    /// When it was shown, in milliseconds since 1970 in UTC.
    #[ts(type = "number")]
    pub since_ms: i64,
}

/// A clock beside the item shown, so told that it needs no further word while it runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct TimerView {
    /// What it counts down, one after another.
    pub stretches: Vec<Stretch>,
    /// How long it had run at `since_ms`, in milliseconds.
    #[ts(type = "number")]
    pub elapsed_ms: i64,
    /// When it was last set, in milliseconds since 1970 in UTC by the server's clock, which `pong` tells.
    #[ts(type = "number")]
    pub since_ms: i64,
    /// Whether it runs. It does after it has run out, too.
    pub running: bool,
}

/// Whether a question takes answers and who sees its results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct QuestionStatus {
    /// Whether people can answer.
    pub phase: QuestionPhase,
    /// Who sees results.
    pub results: ResultsTo,
    /// For how many people the results wait, if they do.
    pub results_wait_for: Option<u32>,
    /// Whether this is the second round.
    pub second_round: bool,
    /// Counts resets; a phone that held answers of another round lets them go.
    pub round: u32,
    /// Whether a reset can be taken back.
    pub can_undo_reset: bool,
    /// Whether the room sorts, or has sorted, its answers.
    pub sorting: Option<SortingStatus>,
    /// Whether people take a stand, or have taken one, on each other's answers.
    pub statements: Option<StatementsStatus>,
}

/// A sorting by the room, as the status of its question tells everyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SortingStatus {
    /// What phones do.
    pub by: SortingKind,
    /// Whether phones are given answers.
    pub running: bool,
    /// How many answers each phone is asked to place, or hands to part; none for as long as it runs.
    pub each: Option<u8>,
}

/// How the room sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SortingKind {
    /// Each phone places one answer at a time under headings.
    Headings,
    /// Each phone parts a hand of answers into piles, where there are no headings yet.
    Piles,
}

/// How far a sorting by the room has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SortingView {
    /// What phones do.
    pub by: SortingKind,
    /// Whether phones are given answers.
    pub running: bool,
    /// How many answers each phone is asked to place, or hands to part; none for as long as it runs.
    pub each: Option<u8>,
    /// The headings in the order phones show them; of piles the themes that come of them, the largest.
    pub headings: Vec<SortHeading>,
    /// People who have placed at least one answer, or parted a hand.
    pub people: u32,
    /// Answers placed in all, or hands parted.
    pub taps: u32,
    /// Answers that somebody has placed, or had in hand.
    pub sorted: u32,
    /// Answers there are to sort.
    pub answers: u32,
    /// The answers a person had best look at, least certain first. Facilitator only.
    pub uncertain: Vec<AnswerId>,
}

/// Whether people take a stand on each other's answers, as the status of the question tells everyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct StatementsStatus {
    /// Whether phones are given statements.
    pub running: bool,
    /// How many each person is asked to vote on; none for as many as one likes.
    pub each: Option<u8>,
}

/// How far people have come in taking a stand on each other's answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct StatementsView {
    /// Whether phones are given statements.
    pub running: bool,
    /// How many each person is asked to vote on; none for as many as one likes.
    pub each: Option<u8>,
    /// People who have voted at least once.
    pub people: u32,
    /// Votes in all, passes counted.
    pub votes: u32,
    /// Statements there are.
    pub statements: u32,
    /// Those with at least five votes.
    pub weighed: u32,
    /// What came of it; none while results are hidden.
    pub results: Option<StatementResults>,
}

/// What people said of each other's answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct StatementResults {
    /// What unites the room, best first.
    pub unites: Vec<AnswerId>,
    /// What divides it, best first; no statement stands in both.
    pub divides: Vec<AnswerId>,
    /// Every statement, in the order they were written.
    pub counts: Vec<StatementCounts>,
}

/// How many said what of one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct StatementCounts {
    /// Which answer.
    pub id: AnswerId,
    /// How many.
    #[serde(flatten)]
    pub counts: StandCounts,
}

/// What was answered before the room talked, beside what it answers after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct FirstRoundView {
    /// Answers counted.
    pub ballots: u32,
    /// What they add up to.
    pub tally: TallyView,
    /// How many have answered in both rounds.
    pub both: u32,
    /// How many of them answered otherwise in the second.
    pub moved: u32,
}

/// Whether people can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuestionPhase {
    /// Not opened yet.
    Waiting,
    /// Open.
    Open,
    /// Closed.
    Closed,
}

/// One item of the programme with how it went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct ItemView {
    /// Which.
    pub id: ItemId,
    /// What was planned.
    pub plan: ItemPlan,
    /// The question's status.
    pub status: Option<QuestionStatus>,
    /// When it was first shown, in milliseconds since 1970 in UTC.
    #[ts(type = "number | null")]
    pub from_ms: Option<i64>,
    /// When it was last left; none while it is shown or has not been.
    #[ts(type = "number | null")]
    pub to_ms: Option<i64>,
}

/// One open answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct AnswerView {
    /// Which.
    pub id: AnswerId,
    /// What was written.
    pub text: String,
}

/// One theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct ThemeView {
    /// Which.
    pub id: ThemeId,
    /// Its heading.
    pub label: Heading,
    /// Its answers.
    pub answers: Vec<AnswerId>,
    /// Whether a person decided it.
    pub decided: bool,
    /// Whether a person put it first.
    pub pinned: bool,
    /// Whether the room does not see it; only facilitators are told of such a theme.
    pub hidden: bool,
    /// The answer that says best what all of them say.
    pub typical: Option<AnswerId>,
}

/// Results as phones see them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SharedResults {
    /// People with an answer that counts.
    pub people: u32,
    /// Themes of an open question, most answers first.
    pub themes: Vec<SharedTheme>,
    /// The second level over them.
    pub families: Vec<Family>,
    /// Answers in no theme.
    pub other: u32,
    /// What the answers add up to, where they are no free text.
    pub tally: Option<TallyView>,
    /// The first round, where this is the second.
    pub first: Option<FirstRoundView>,
    /// What people said of each other's answers, if anything.
    pub statements: Option<SharedStatements>,
}

/// What unites and divides the room, as phones see it: the first of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SharedStatements {
    /// People who have voted at least once.
    pub people: u32,
    /// What unites the room, best first.
    pub unites: Vec<SharedStatement>,
    /// What divides it, best first.
    pub divides: Vec<SharedStatement>,
}

/// One statement with its votes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SharedStatement {
    /// Which answer.
    pub id: AnswerId,
    /// What was written.
    pub text: String,
    /// How many said what of it.
    #[serde(flatten)]
    pub counts: StandCounts,
}

/// A theme's heading and count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SharedTheme {
    /// Which; gives it the same colour on every screen.
    pub id: ThemeId,
    /// Its heading.
    pub label: Heading,
    /// How many answers.
    pub count: u32,
    /// Whether a person put it first.
    pub pinned: bool,
}

/// One of a phone's own answers, as it stands; sent to nobody else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct OwnAnswer {
    /// The question.
    pub item: ItemId,
    /// The phone's name for it.
    pub key: AnswerKey,
    /// Its version.
    pub version: u32,
    /// What stands; none when the facilitator removed it.
    pub content: Option<AnswerContent>,
}

/// Whether people may put questions to the speaker, and what is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct AskingView {
    /// Whether they may ask and vote.
    pub open: bool,
    /// Which questions wait for the facilitator.
    pub moderation: Moderation,
    /// Whether the projector shows them.
    pub on_projector: bool,
    /// The one that is being answered.
    pub now: Option<AskedId>,
}

/// A question to the speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct AskedView {
    /// Which.
    pub id: AskedId,
    /// What was asked.
    pub text: AskedText,
    /// Where it stands.
    pub place: AskedPlace,
    /// How many have voted for it.
    pub votes: u32,
}

/// One of a phone's own questions to the speaker; sent to nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OwnAsked {
    /// The phone's name for it.
    pub key: AnswerKey,
    /// Which.
    pub id: AskedId,
    /// What was asked; none when the facilitator removed it.
    pub text: Option<AskedText>,
    /// Where it stands.
    pub place: AskedPlace,
}

/// What a phone last said of a question to the speaker; sent to nobody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OwnVote {
    /// Which question.
    pub asked: AskedId,
    /// Counts the phone's steps on it.
    pub version: u32,
    /// Whether it is a vote, and not one taken back.
    pub up: bool,
}
