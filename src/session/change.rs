//! What pages are told.

use serde::{Deserialize, Serialize};

use super::board::Family;
use super::ids::{AnswerId, AskedId, ItemId};
use super::kinds::TallyView;
use super::parts::{
    AnswerView, AskedView, AskingView, FirstRoundView, ItemView, Joining, LeaderboardView, LinkView,
    NoteView, SharedResults, SortingView, StageView, StatementsView, ThemeView, TimerView,
};
use super::plan::{Concept, Details};
use super::roles::{ListedRole, RoleCount};
use super::signals::{ReactionCounts, SignalCounts, SignalsPlan};

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
    /// Roles to choose from when joining. Phones and facilitator.
    Roles {
        /// In the order they are shown; none where no role is asked for.
        roles: Vec<ListedRole>,
    },
    /// How many have chosen each role. Facilitator only.
    RoleCounts {
        /// In the roles' order.
        counts: Vec<RoleCount>,
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
    /// Questions to the speaker. The projector is told of them while it shows them.
    ///
    /// ```json
    /// {"part": "asked", "asking": {"open": true, …}, "all": false, "asked": [], "gone": [], "votes": [[7, 12]], "order": [7, 3]}
    /// ```
    Asked {
        /// Whether people may ask, and what is looked at.
        asking: AskingView,
        /// Whether these are all there are; otherwise they replace those with the same number.
        all: bool,
        /// Those that came or stand elsewhere.
        asked: Vec<AskedView>,
        /// Those that are not seen any more.
        gone: Vec<AskedId>,
        /// Those that only have another number of votes, with it.
        votes: Vec<(AskedId, u32)>,
        /// All that can be voted on, best first.
        order: Vec<AskedId>,
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
    /// The points of the quiz so far; not sent before anybody has chosen a nickname. Presenter and facilitator.
    Leaderboard {
        /// The list.
        board: LeaderboardView,
    },
    /// Further links that open the session. Facilitator only.
    Links {
        /// In the order they were made.
        links: Vec<LinkView>,
    },
    /// What was noted for the minutes. Facilitator only.
    Notes {
        /// In the order they were first written.
        notes: Vec<NoteView>,
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
    /// How far people have come in taking a stand on each other's answers. Presenter and facilitator.
    Statements {
        /// The question.
        item: ItemId,
        /// None where they were never asked to.
        statements: Option<StatementsView>,
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
