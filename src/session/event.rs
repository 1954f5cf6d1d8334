//! Facts, in the past tense; what the log holds.

use serde::{Deserialize, Serialize};

use super::asked::{AskedPlace, AskingPlan, ErasedAsked};
use super::board::{DecidedTheme, Family};
use super::facilitator_command::ResultsTo;
use super::ids::{AnswerId, AnswerKey, AskedId, ItemId, NoteId, PlayerId, Pseudonym, ThemeId};
use super::kinds::AnswerContent;
use super::links::{KeyHash, LinkId, LinkKind};
use super::notes::Note;
use super::password::PasswordHash;
use super::picture::{PictureId, PictureSize};
use super::plan::{Concept, Details, ItemPlan, Plan};
use super::roles::{ListedRole, RoleId};
use super::signals::SignalsPlan;
use super::sorting::SortHeading;
use super::statements::Stand;
use super::survey::SurveyPlan;
use super::text::{AskedText, Heading, Line, Nickname};
use super::timer::TimerPlan;

/// One row of the log: what happened and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// Milliseconds since 1970 in UTC; what people did on their phones is rounded down to the minute.
    pub at_ms: i64,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// A minute, the precision of participants' times.
const MINUTE_MS: i64 = 60_000;

impl Recorded {
    /// The row for an event that happened at `now_ms`, rounded where it is a participant's.
    pub fn new(now_ms: i64, event: Event) -> Self {
        let at_ms = if event.is_participants() { now_ms - now_ms.rem_euclid(MINUTE_MS) } else { now_ms };
        Recorded { at_ms, event }
    }
}

/// What can have happened to a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are those of the commands, where they are told")]
pub enum Event {
    /// The session was made from a plan; its items were numbered from 1.
    SessionCreated {
        plan: Plan,
    },
    DetailsChanged {
        details: Details,
    },
    ConceptsChanged {
        concepts: Vec<Concept>,
    },
    RolesChanged {
        roles: Vec<ListedRole>,
    },
    ItemAdded {
        item: ItemId,
        plan: ItemPlan,
        index: u32,
    },
    ItemChanged {
        item: ItemId,
        plan: ItemPlan,
    },
    ItemMoved {
        item: ItemId,
        index: u32,
    },
    ItemDeleted {
        item: ItemId,
    },
    ProgrammeUndone,
    ProgrammeRedone,
    /// The waiting room was shown again.
    StageCleared,
    ItemStarted {
        item: ItemId,
    },
    /// What is to be asked at everybody's own pace was decided, or its end was.
    SurveyPlanned {
        survey: Option<SurveyPlan>,
    },
    /// Everybody began to answer these at their own pace.
    SurveyStarted {
        items: Vec<ItemId>,
    },
    SurveyClosed,
    /// A clock started beside the item shown; leaving the item takes it away.
    TimerStarted {
        item: ItemId,
        timer: TimerPlan,
    },
    TimerPaused {
        item: ItemId,
    },
    TimerResumed {
        item: ItemId,
    },
    StretchSkipped {
        item: ItemId,
    },
    TimerExtended {
        item: ItemId,
        seconds: u32,
    },
    /// The time was up, and what it was to close is closed.
    TimerRanOut {
        item: ItemId,
    },
    TimerStopped {
        item: ItemId,
    },
    QuestionOpened {
        item: ItemId,
    },
    QuestionClosed {
        item: ItemId,
        by: ClosedBy,
    },
    ResultsShown {
        item: ItemId,
        to: ResultsTo,
    },
    ParticipantJoined {
        who: Pseudonym,
    },
    RoleChosen {
        who: Pseudonym,
        role: Option<RoleId>,
    },
    /// A first version of a key, or a change: then the answer that the key stood for is gone.
    AnswerGiven {
        item: ItemId,
        who: Pseudonym,
        key: AnswerKey,
        version: u32,
        answer: AnswerId,
        content: AnswerContent,
        /// Whether it waits for the facilitator; of an answer to a choice, whether what is in words does.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        awaits: bool,
        /// How long a quiz question's clock had run, in milliseconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        used_ms: Option<u32>,
    },
    /// The answer is named so that its number is never used again even when its own row is erased.
    AnswerWithdrawn {
        item: ItemId,
        who: Pseudonym,
        key: AnswerKey,
        version: u32,
        answer: Option<AnswerId>,
    },
    /// These no longer wait; the room sees them.
    AnswersApproved {
        item: ItemId,
        answers: Vec<AnswerId>,
    },
    /// The room saw these; now they wait.
    AnswersHeld {
        item: ItemId,
        answers: Vec<AnswerId>,
    },
    /// What these say in words beside the options of a choice is kept from the room; they count all the same.
    OthersHidden {
        item: ItemId,
        answers: Vec<AnswerId>,
    },
    AnswerRemoved {
        item: ItemId,
        answer: AnswerId,
    },
    AnswerRestored {
        item: ItemId,
        answer: AnswerId,
    },
    /// What was answered becomes the first round, and people answer anew.
    SecondRoundStarted {
        item: ItemId,
    },
    /// The first round's answers count again; who has answered anew keeps the new answer.
    SecondRoundDropped {
        item: ItemId,
    },
    /// The next theme's number is part of the fact, since the suggestion that used the latest one is erased with it.
    QuestionReset {
        item: ItemId,
        next_theme: u32,
    },
    ResetUndone {
        item: ItemId,
        next_theme: u32,
    },
    /// The latest reset can no longer be undone.
    ResetErased {
        item: ItemId,
    },
    /// What had been removed or reset away can no longer come back.
    AnswersErased {
        item: ItemId,
        answers: Vec<ErasedAnswer>,
    },
    /// The engine's grouping; each one replaces the one before, whose row is then erased.
    ThemesSuggested {
        item: ItemId,
        themes: Vec<SuggestedTheme>,
        next_theme: u32,
        #[serde(default)]
        families: Vec<Family>,
    },
    /// A person decided that these answers belong under this heading; a theme it absorbed is gone.
    ThemeDecided {
        item: ItemId,
        theme: ThemeId,
        label: Heading,
        answers: Vec<AnswerId>,
        absorbed: Option<ThemeId>,
    },
    /// A person decided that these answers belong to no theme.
    AnswersSetAside {
        item: ItemId,
        answers: Vec<AnswerId>,
        dissolved: Option<ThemeId>,
    },
    /// A person made themes of a theme's answers; where none was left in it, it is gone.
    ThemeSplit {
        item: ItemId,
        theme: ThemeId,
        parts: Vec<DecidedTheme>,
        dissolves: bool,
    },
    /// A person put these themes first, in this order; the others follow by their answers.
    ThemesOrdered {
        item: ItemId,
        first: Vec<ThemeId>,
    },
    /// A person keeps a theme from the room; with it the answers that it has.
    ThemeHidden {
        item: ItemId,
        theme: ThemeId,
        label: Heading,
        answers: Vec<AnswerId>,
    },
    ThemeUnhidden {
        item: ItemId,
        theme: ThemeId,
    },
    /// A person decided the second level as a whole; none gives it back to the engine.
    FamiliesArranged {
        item: ItemId,
        families: Option<Vec<Family>>,
    },
    SortingStarted {
        item: ItemId,
        headings: Vec<SortHeading>,
        each: Option<u8>,
    },
    /// The engine's view of answers: scores in millionths, as whole numbers so that every machine adds them alike.
    SortingPrimed {
        item: ItemId,
        priors: Vec<(AnswerId, Vec<(ThemeId, i64)>)>,
    },
    AnswerSorted {
        item: ItemId,
        who: Pseudonym,
        answer: AnswerId,
        theme: Option<ThemeId>,
        shown: u8,
        weight: u16,
    },
    SortingStopped {
        item: ItemId,
    },
    /// The room goes on where it stopped.
    SortingResumed {
        item: ItemId,
        each: Option<u8>,
    },
    SortingDiscarded {
        item: ItemId,
    },
    /// The room makes piles; or goes on with as many hands as are asked for now.
    PilingStarted {
        item: ItemId,
        each: Option<u8>,
    },
    /// A person parted a hand of answers.
    PilesMade {
        item: ItemId,
        who: Pseudonym,
        piles: Vec<Vec<AnswerId>>,
        weight: u16,
    },
    PilingStopped {
        item: ItemId,
    },
    PilingDiscarded {
        item: ItemId,
    },
    /// People begin to agree or disagree with each other's answers; or go on with as many each as are asked for now.
    StatementsStarted {
        item: ItemId,
        each: Option<u8>,
    },
    /// A person's vote, in place of the one of a lower version.
    StandTaken {
        item: ItemId,
        who: Pseudonym,
        statement: AnswerId,
        version: u32,
        stand: Stand,
    },
    StatementsStopped {
        item: ItemId,
    },
    ThemeEditUndone {
        item: ItemId,
    },
    ThemeEditRedone {
        item: ItemId,
    },
    /// A person took a nickname for the quiz.
    NicknameChosen {
        player: PlayerId,
        who: Pseudonym,
        nickname: Nickname,
    },
    NicknameRemoved {
        player: PlayerId,
    },
    NicknameRestored {
        player: PlayerId,
    },
    /// These can no longer come back. The next one's number is part of the fact, since their rows are erased.
    NicknamesErased {
        players: Vec<PlayerId>,
        next_player: u32,
    },
    /// Whether people who have not joined yet can.
    DoorSet {
        open: bool,
    },
    /// What phones may signal from now on; what they signal is not kept.
    SignalsAllowed {
        signals: SignalsPlan,
    },
    /// Whether people may put questions to the speaker from now on.
    AskingAllowed {
        questions: AskingPlan,
    },
    /// A question to the speaker; `place` is where it stands at first.
    SpeakerAsked {
        asked: AskedId,
        who: Pseudonym,
        key: AnswerKey,
        text: AskedText,
        place: AskedPlace,
    },
    /// Its owner took a question to the speaker back; none where it was never stored, or is erased already.
    AskedWithdrawn {
        who: Pseudonym,
        key: AnswerKey,
        asked: Option<AskedId>,
    },
    AskedVoted {
        asked: AskedId,
        who: Pseudonym,
        version: u32,
        up: bool,
    },
    AskedPlaced {
        asked: Vec<AskedId>,
        place: AskedPlace,
    },
    /// Which question to the speaker is being answered; none for none.
    AskedTakenUp {
        asked: Option<AskedId>,
    },
    /// Whether the projector shows the questions to the speaker; leaving the item shown hides them.
    AskedShown {
        on_projector: bool,
    },
    /// Removed questions to the speaker that can no longer come back.
    AskedErased {
        asked: Vec<ErasedAsked>,
    },
    /// A note was written, or says something else; the row that held it before is erased.
    NoteWritten {
        note: NoteId,
        #[serde(flatten)]
        content: Note,
    },
    NoteRemoved {
        note: NoteId,
    },
    /// Those who have not joined are asked for a password, or no longer.
    PasswordSet {
        hash: Option<PasswordHash>,
    },
    /// The picture itself lies beside the log.
    PictureKept {
        picture: PictureId,
        #[serde(flatten)]
        size: PictureSize,
    },
    /// Only a hash of the link's key is kept.
    LinkMade {
        link: LinkId,
        kind: LinkKind,
        name: Line,
        hash: KeyHash,
    },
    LinkWithdrawn {
        link: LinkId,
    },
    SessionEnded,
    SessionReopened,
    /// The session can no longer be reopened: keys and removed answers are destroyed.
    SessionSealed,
}

impl Event {
    /// Whether a participant did it, so that its time is kept to the minute only.
    pub fn is_participants(&self) -> bool {
        matches!(
            self,
            Event::ParticipantJoined { .. }
                | Event::RoleChosen { .. }
                | Event::AnswerGiven { .. }
                | Event::AnswerWithdrawn { .. }
                | Event::AnswerSorted { .. }
                | Event::PilesMade { .. }
                | Event::StandTaken { .. }
                | Event::NicknameChosen { .. }
                | Event::SpeakerAsked { .. }
                | Event::AskedWithdrawn { .. }
                | Event::AskedVoted { .. }
        )
    }
}

/// What stays known of an erased answer: enough that a late resend of it is not taken for a new answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `AnswerGiven`")]
pub struct ErasedAnswer {
    pub answer: AnswerId,
    pub who: Pseudonym,
    pub key: AnswerKey,
    pub version: u32,
    /// The row that held it.
    pub position: u64,
}

/// What closed a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosedBy {
    /// The facilitator, on purpose: it stays closed when shown again.
    Hand,
    /// Going on to another item: it opens again when shown again.
    Leaving,
}

/// A theme of the engine's latest grouping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedTheme {
    /// Which.
    pub id: ThemeId,
    /// Its heading.
    pub label: Heading,
    /// Its answers.
    pub answers: Vec<AnswerId>,
    /// The answer that says best what all of them say.
    #[serde(default)]
    pub typical: Option<AnswerId>,
}
