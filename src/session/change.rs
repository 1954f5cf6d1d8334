//! What pages are told: the parts of their state, in the words of the wire.

use serde::{Deserialize, Serialize};

use super::board::Family;
use super::command::ResultsTo;
use super::ids::{AnswerId, AnswerKey, ItemId, JoinCode, ThemeId};
use super::kinds::{AnswerContent, TallyView};
use super::links::{LinkId, LinkKind};
use super::plan::{Concept, Details, ItemContent, ItemPlan, TimeOfDay};
use super::signals::{ReactionCounts, SignalCounts, SignalsPlan};
use super::sorting::SortHeading;
use super::text::{Heading, Line, Paragraph};
use super::timer::Stretch;

/// One part of a page's state, replaced as a whole unless it says otherwise.
///
/// ```json
/// {"part": "counts", "item": 3, "people": 12, "answers": 15}
/// {"part": "answers_changed", "item": 3, "added": [{"id": 15, "text": "Bedre flyt"}], "removed": [4]}
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Change {
    /// Title, language, place, date.
    Details {
        /// The details.
        details: Details,
    },
    /// Headings of the organisation's own, which lead where answers are grouped. Facilitator only.
    Concepts {
        /// All of them.
        concepts: Vec<Concept>,
    },
    /// How people join. Presenter and facilitator.
    Joining {
        /// What to show.
        joining: Joining,
    },
    /// What is shown now.
    ///
    /// Presenter and phone let the parts of every question go; those of the item shown follow.
    Stage {
        /// Where the session stands.
        stage: StageView,
    },
    /// The clock beside the item shown.
    Timer {
        /// None where none was started.
        timer: Option<TimerView>,
    },
    /// What phones may signal while an item is shown. Phones and facilitator.
    SignalsAllowed {
        /// What is allowed.
        signals: SignalsPlan,
    },
    /// Reactions that came since the last such change, at most every 200 ms; no part of the state. Presenter only.
    Reactions {
        /// How many.
        counts: ReactionCounts,
    },
    /// Hands and pace as they stand now. Facilitator only.
    Signals {
        /// How many.
        #[serde(flatten)]
        counts: SignalCounts,
    },
    /// The whole programme. Facilitator only.
    ///
    /// Parts of questions that are no longer in it are let go; those of new ones are empty until they are sent.
    Programme {
        /// All items in order.
        items: Vec<ItemView>,
        /// Whether a change can be undone.
        can_undo: bool,
        /// Whether a change can be redone.
        can_redo: bool,
    },
    /// Further links that open the session. Facilitator only.
    Links {
        /// In the order they were made.
        links: Vec<LinkView>,
    },
    /// How many are here. Presenter and facilitator.
    Presence {
        /// Phones connected now.
        connected: u32,
        /// People who have joined in all.
        joined: u32,
    },
    /// How many have answered. Presenter and facilitator.
    Counts {
        /// The question.
        item: ItemId,
        /// People with an answer that counts.
        people: u32,
        /// Answers that count.
        answers: u32,
    },
    /// All answers of a question in the order they came: replaces what the page had.
    ///
    /// To the presenter an empty list also says that results are hidden.
    Answers {
        /// The question.
        item: ItemId,
        /// The answers.
        answers: Vec<AnswerView>,
    },
    /// Answers that came, came back or went since the last change.
    ///
    /// The page keeps answers in the order of their numbers and replaces one that it already has.
    AnswersChanged {
        /// The question.
        item: ItemId,
        /// Those that stand.
        added: Vec<AnswerView>,
        /// Gone.
        removed: Vec<AnswerId>,
    },
    /// Answers that wait for the facilitator. Facilitator only.
    AwaitingAnswers {
        /// The question.
        item: ItemId,
        /// The first of them, in the order they came.
        answers: Vec<AnswerView>,
        /// How many there are in all.
        count: u32,
    },
    /// Answers that the facilitator removed and can bring back. Facilitator only.
    RemovedAnswers {
        /// The question.
        item: ItemId,
        /// The answers.
        answers: Vec<AnswerView>,
    },
    /// Themes of a question; an answer in none of them belongs to the residue ("Andre tema").
    Themes {
        /// The question.
        item: ItemId,
        /// Those put first by a person, then the others, most answers first.
        themes: Vec<ThemeView>,
        /// The second level: headings over themes; a theme in none stands alone.
        families: Vec<Family>,
        /// Whether a person decided the second level.
        families_decided: bool,
        /// Whether a person's step can be undone.
        can_undo: bool,
        /// Whether it can be redone.
        can_redo: bool,
    },
    /// How far the room's sorting has come. Presenter and facilitator.
    Sorting {
        /// The question.
        item: ItemId,
        /// None when the room has not sorted it.
        sorting: Option<SortingView>,
    },
    /// What the answers to a question add up to, where they are no free text.
    Tally {
        /// The question.
        item: ItemId,
        /// Answers counted.
        ballots: u32,
        /// None while results are hidden.
        tally: Option<TallyView>,
        /// The first round, where this is the second; none while results are hidden.
        first: Option<FirstRoundView>,
    },
    /// Results that are shared with everyone. Phones only.
    Results {
        /// The question.
        item: ItemId,
        /// None when they are no longer shared.
        results: Option<SharedResults>,
    },
}

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
    /// Its number in the programme from 1; 0 when none is shown.
    pub number: u32,
    /// Number of items in the programme.
    pub items: u32,
    /// Whether an ended session can still be reopened.
    pub can_reopen: bool,
    /// Whether only those who have joined are let in.
    pub door_closed: bool,
}

/// The phases of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StagePhase {
    /// People join.
    WaitingRoom,
    /// An item is shown.
    Running,
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
