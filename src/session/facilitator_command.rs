//! What a facilitator can ask for.

use serde::{Deserialize, Serialize};

use super::asked::AskedPlace;
use super::board::Family;
use super::ids::{AnswerId, AskedId, ItemId, NoteId, PlayerId, ThemeId};
use super::links::LinkId;
use super::moderation::Moderation;
use super::notes::NoteKind;
use super::plan::{Concept, Details, ItemPlan};
use super::roles::WantedRole;
use super::survey::SurveyPlan;
use super::text::{Heading, OtherText, Paragraph};
use super::timer::TimerPlan;

/// What a facilitator can ask for; the same JSON on the socket and in the API.
///
/// ```json
/// {"do": "go_to", "item": 3}
/// {"do": "show_results", "item": 3, "to": "everyone"}
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum FacilitatorCommand {
    /// Change title, language, place and date.
    ChangeDetails {
        /// The new details.
        details: Details,
    },
    /// Change the headings of one's own, which lead where answers are grouped from now on.
    ChangeConcepts {
        /// All of them; none to leave it to the engine.
        concepts: Vec<Concept>,
    },
    /// Change the roles that people choose from when they join; none to ask for no role.
    ChangeRoles {
        /// All of them in order.
        roles: Vec<WantedRole>,
    },
    /// Add an item.
    AddItem {
        /// The item.
        plan: ItemPlan,
        /// Its index in the programme from 0; at the end when left out or too high.
        #[serde(default)]
        index: Option<u32>,
    },
    /// Change an item.
    ChangeItem {
        /// Which.
        item: ItemId,
        /// All of its new plan.
        plan: ItemPlan,
    },
    /// Move an item.
    MoveItem {
        /// Which.
        item: ItemId,
        /// Its new index from 0.
        index: u32,
    },
    /// Add a copy right after the item, without its answers.
    DuplicateItem {
        /// Which.
        item: ItemId,
    },
    /// Delete an item.
    DeleteItem {
        /// Which.
        item: ItemId,
    },
    /// Take back the latest change of the programme.
    UndoProgramme,
    /// Do again what was taken back.
    RedoProgramme,
    /// Show the next item; from the waiting room, the first.
    Next,
    /// Show the item before; from the first, the waiting room.
    Back,
    /// Show an item. A question opens, unless it was closed by hand before; the one left is closed.
    GoTo {
        /// Which.
        item: ItemId,
    },
    /// Plan what is asked at everybody's own pace, and when; of one that runs, only its end changes.
    PlanSurvey {
        /// The plan; none to let go of it.
        survey: Option<SurveyPlan>,
    },
    /// Let everybody answer the survey's questions at their own pace, from now on. All questions where none is planned.
    StartSurvey,
    /// Let no more answers to the survey in.
    CloseSurvey,
    /// Start a clock beside the item shown, in place of one that may run there.
    StartTimer {
        /// The clock; the item's planned one when left out.
        #[serde(default)]
        timer: Option<TimerPlan>,
    },
    /// Let the clock stand still.
    PauseTimer,
    /// Let it go on.
    ResumeTimer,
    /// Go to the end of the stretch that runs, with its signal.
    SkipStretch,
    /// Lengthen the stretch that runs, or the last one where the time is up.
    ExtendTimer {
        /// By how much.
        seconds: u32,
    },
    /// Take the clock away.
    StopTimer,
    /// Let people answer.
    OpenQuestion {
        /// Which.
        item: ItemId,
    },
    /// Let no more answers in.
    CloseQuestion {
        /// Which.
        item: ItemId,
    },
    /// Decide who sees results.
    ShowResults {
        /// Which question.
        item: ItemId,
        /// To whom.
        to: ResultsTo,
    },
    /// Show answers that wait for it to the room.
    ApproveAnswers {
        /// The question.
        item: ItemId,
        /// Which answers.
        answers: Vec<AnswerId>,
    },
    /// Let answers in words wait that the room sees, as if they had not been approved. Those that have gone are passed over.
    HoldAnswers {
        /// The question.
        item: ItemId,
        /// Which answers.
        answers: Vec<AnswerId>,
    },
    /// Say where a text stands that people wrote beside the options of a choice, in whatever case they wrote it.
    PlaceOther {
        /// The question.
        item: ItemId,
        /// The text.
        text: OtherText,
        /// Where.
        place: OtherPlace,
    },
    /// Take an answer away from every screen; it can come back until it is erased.
    RemoveAnswer {
        /// The question.
        item: ItemId,
        /// Which answer.
        answer: AnswerId,
    },
    /// Bring a removed answer back.
    RestoreAnswer {
        /// The question.
        item: ItemId,
        /// Which answer.
        answer: AnswerId,
    },
    /// Let people answer once more, after they have talked; what they answered before is kept beside it. Not for answers
    /// in words.
    StartSecondRound {
        /// The question.
        item: ItemId,
    },
    /// Go back to the first round's answers; who has answered anew keeps the new answer.
    DropSecondRound {
        /// The question.
        item: ItemId,
    },
    /// Take all answers away and let people answer anew.
    ResetQuestion {
        /// Which.
        item: ItemId,
    },
    /// Bring the answers of the latest reset back with their themes; who has answered anew keeps the new answer.
    UndoReset {
        /// Which.
        item: ItemId,
    },
    /// Give a theme another name.
    RenameTheme {
        /// The question.
        item: ItemId,
        /// Which theme.
        theme: ThemeId,
        /// Its new name.
        label: Heading,
    },
    /// Make one theme of two, under the name of the one merged into.
    MergeThemes {
        /// The question.
        item: ItemId,
        /// The theme that goes.
        from: ThemeId,
        /// The theme that stays.
        into: ThemeId,
    },
    /// Place answers in a theme, or among the other themes.
    MoveAnswers {
        /// The question.
        item: ItemId,
        /// Which answers.
        answers: Vec<AnswerId>,
        /// The theme; none for the residue ("Andre tema").
        to: Option<ThemeId>,
    },
    /// Make a theme.
    MakeTheme {
        /// The question.
        item: ItemId,
        /// Its name.
        label: Heading,
        /// Its first answers.
        #[serde(default)]
        answers: Vec<AnswerId>,
    },
    /// Dissolve a theme; its answers go to the residue.
    DissolveTheme {
        /// The question.
        item: ItemId,
        /// Which theme.
        theme: ThemeId,
    },
    /// Make themes of some of a theme's answers; what is in no part stays in it.
    SplitTheme {
        /// The question.
        item: ItemId,
        /// Which theme.
        theme: ThemeId,
        /// The new themes, each with at least one answer of the theme.
        parts: Vec<ThemePart>,
    },
    /// Put themes first in this order, as pinned; the others follow, most answers first.
    OrderThemes {
        /// The question.
        item: ItemId,
        /// The themes that come first; none to let all stand by their answers.
        first: Vec<ThemeId>,
    },
    /// Keep a theme and its answers from the room: from projector, phones and minutes.
    HideTheme {
        /// The question.
        item: ItemId,
        /// Which theme.
        theme: ThemeId,
    },
    /// Show a hidden theme again.
    UnhideTheme {
        /// The question.
        item: ItemId,
        /// Which theme.
        theme: ThemeId,
    },
    /// Decide the second level: headings over themes. A theme in none stands alone.
    ArrangeFamilies {
        /// The question.
        item: ItemId,
        /// All of them in order; none to have them suggested again.
        families: Option<Vec<Family>>,
    },
    /// Take back the latest change of themes.
    UndoThemes {
        /// The question.
        item: ItemId,
    },
    /// Do again what was taken back.
    RedoThemes {
        /// The question.
        item: ItemId,
    },
    /// Let the room sort the answers under the themes there are, 2 to 12 of them.
    StartSorting {
        /// The question.
        item: ItemId,
        /// The headings, in the order phones show them.
        themes: Vec<ThemeId>,
        /// How many answers each phone is asked to place; as long as it runs when left out.
        #[serde(default)]
        each: Option<u8>,
    },
    /// Let no more taps in. What the room has sorted stays.
    StopSorting {
        /// The question.
        item: ItemId,
    },
    /// Go on sorting where the room stopped, under the same headings.
    ResumeSorting {
        /// The question.
        item: ItemId,
        /// How many answers each phone is asked to place in all; as long as it runs when left out.
        #[serde(default)]
        each: Option<u8>,
    },
    /// Let go of what the room has sorted.
    DiscardSorting {
        /// The question.
        item: ItemId,
    },
    /// Let the room make piles of answers that belong together, where there are no headings yet; or go on with it.
    StartPiling {
        /// The question.
        item: ItemId,
        /// How many hands of answers each phone is asked to part, in all; as long as it runs when left out.
        #[serde(default)]
        each: Option<u8>,
    },
    /// Let no more piles in. The themes that were made of them stay.
    StopPiling {
        /// The question.
        item: ItemId,
    },
    /// Let go of the room's piles; answers are grouped as if there had been none.
    DiscardPiling {
        /// The question.
        item: ItemId,
    },
    /// Let people agree or disagree with each other's answers, those that the room may see, at least 2; or go on with it.
    StartStatements {
        /// The question.
        item: ItemId,
        /// How many each person is asked to vote on, 3 to 30; as many as one likes when left out.
        #[serde(default)]
        each: Option<u8>,
    },
    /// Let no more votes in. Those that were given stay.
    StopStatements {
        /// The question.
        item: ItemId,
    },
    /// Take a further spelling for right in a quiz question that is typed, and give points to all who wrote so.
    AcceptQuizAnswer {
        /// The question.
        item: ItemId,
        /// What is right, too.
        text: Heading,
    },
    /// Take a nickname off all screens; it can come back until it is erased, and its person can choose another.
    RemoveNickname {
        /// Which.
        player: PlayerId,
    },
    /// Bring a nickname back.
    RestoreNickname {
        /// Which.
        player: PlayerId,
    },
    /// Let more people join, or nobody but those who have; everyone may when the session begins.
    SetDoor {
        /// Whether people can join.
        open: bool,
    },
    /// Decide what phones may signal while the session runs.
    AllowSignals {
        /// Reactions that float over the projector.
        reactions: bool,
        /// Hands.
        hands: bool,
        /// "Too fast" and "too slow".
        pace: bool,
    },
    /// Lower all hands; nothing of it is kept.
    LowerHands,
    /// Decide whether people may put questions to the speaker, and which of them wait.
    AllowAsking {
        /// Whether they may ask and vote.
        open: bool,
        /// Which questions wait for the facilitator; those that were shown stay.
        #[serde(default)]
        moderation: Moderation,
    },
    /// Put questions to the speaker where they belong: show one that waits, mark one as answered, put one away, take
    /// one away, and back again.
    PlaceAsked {
        /// Which questions.
        asked: Vec<AskedId>,
        /// Where they stand from now on.
        place: AskedPlace,
    },
    /// Show which question to the speaker is being answered now.
    TakeUpAsked {
        /// Which, of those that are shown; none for none.
        asked: Option<AskedId>,
    },
    /// Show the questions to the speaker on the projector, over the item shown, or hide them again.
    ShowAsked {
        /// Whether they are on the projector.
        on_projector: bool,
    },
    /// Write a note on an item, for the minutes; the room does not see it. It can be done when the session is over, too.
    WriteNote {
        /// Which item.
        item: ItemId,
        /// What it is.
        kind: NoteKind,
        /// What it says.
        text: Paragraph,
        /// The number of a note that was taken away, if this is it again: it stands where it stood.
        #[serde(default)]
        #[ts(optional)]
        again: Option<NoteId>,
    },
    /// Let a note say something else, or be of another kind.
    ChangeNote {
        /// Which.
        note: NoteId,
        /// What it is.
        kind: NoteKind,
        /// What it says.
        text: Paragraph,
    },
    /// Take a note away; it is erased at once.
    RemoveNote {
        /// Which.
        note: NoteId,
    },
    /// Let a further link open the session no longer; who came by it is shown out.
    WithdrawLink {
        /// Which.
        link: LinkId,
    },
    /// End the session.
    EndSession,
    /// Go on after all.
    ReopenSession,
}

/// A theme to be made of some of another's answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThemePart {
    /// Its name.
    pub label: Heading,
    /// Its answers.
    pub answers: Vec<AnswerId>,
}

/// Where a text stands that people wrote beside the options of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OtherPlace {
    /// The room may read it.
    Shown,
    /// Kept from the room and the minutes; who wrote it counts all the same.
    Hidden,
    /// Taken away with all that those who wrote it chose; it comes back or is erased.
    Removed,
    /// Back after it was removed, shown or hidden as it was; but for those who have answered anew.
    Restored,
}

/// Who sees a question's results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResultsTo {
    /// Only the facilitator.
    Facilitator,
    /// The facilitator and the projector.
    #[default]
    Projector,
    /// Everyone, phones too.
    Everyone,
}
