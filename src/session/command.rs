//! Wishes, in the imperative.

use super::facilitator_command::FacilitatorCommand;
use super::ids::{AnswerId, AnswerKey, AskedId, ItemId, Pseudonym, ThemeId};
use super::kinds::AnswerContent;
use super::links::{KeyHash, LinkKind};
use super::password::PasswordHash;
use super::picture::{PictureId, PictureSize};
use super::roles::RoleId;
use super::statements::Stand;
use super::text::{AskedText, Heading, Line};

/// Everything that can be asked of a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// A person is here; counts them once.
    Join {
        /// Who, for attendance only.
        who: Pseudonym,
    },
    /// A person says what part they have here.
    ChooseRole {
        /// Who, for attendance only.
        who: Pseudonym,
        /// The role; none to rather not say.
        role: Option<RoleId>,
    },
    /// Give an answer, or change it by a higher version.
    GiveAnswer {
        /// The question.
        item: ItemId,
        /// Who, for this question only.
        who: Pseudonym,
        /// The phone's name for the answer.
        key: AnswerKey,
        /// From 1; each change and the withdrawal counts it up.
        version: u32,
        /// What is answered.
        content: AnswerContent,
    },
    /// Answer a quiz question, once.
    AnswerQuiz {
        /// The question.
        item: ItemId,
        /// Who, for all quiz questions of the session.
        who: Pseudonym,
        /// The phone's name for the answer.
        key: AnswerKey,
        /// 1; resends carry the same.
        version: u32,
        /// What is answered.
        content: AnswerContent,
        /// When it arrived, in milliseconds since 1970.
        now_ms: i64,
    },
    /// Take a nickname for the quiz.
    ChooseNickname {
        /// Who, for all quiz questions of the session.
        who: Pseudonym,
        /// The nickname as it was typed.
        nickname: Line,
    },
    /// Take an answer back.
    WithdrawAnswer {
        /// The question.
        item: ItemId,
        /// Who, for this question only.
        who: Pseudonym,
        /// The phone's name for the answer.
        key: AnswerKey,
        /// Higher than that of the answer.
        version: u32,
    },
    /// Put a question to the speaker.
    AskSpeaker {
        /// Who, for questions to the speaker only.
        who: Pseudonym,
        /// The phone's name for the question.
        key: AnswerKey,
        /// What is asked.
        text: AskedText,
    },
    /// Take one's own question to the speaker back, for good.
    WithdrawAsked {
        /// Who, for questions to the speaker only.
        who: Pseudonym,
        /// The phone's name for the question.
        key: AnswerKey,
    },
    /// Vote for a question to the speaker, or take the vote back.
    VoteAsked {
        /// Who, for questions to the speaker only.
        who: Pseudonym,
        /// Which question.
        asked: AskedId,
        /// From 1; each step of the person on this question is one higher.
        version: u32,
        /// Whether it is a vote, and not one taken back.
        up: bool,
    },
    /// A facilitator's wish.
    Facilitate(FacilitatorCommand),
    /// Make a further link to the session.
    MakeLink {
        /// What it opens.
        kind: LinkKind,
        /// Who or what it is for.
        name: Line,
        /// Of its key.
        hash: KeyHash,
    },
    /// Ask those who have not joined for a password from now on, or no longer.
    SetPassword {
        /// Its hash; none for no password.
        hash: Option<PasswordHash>,
    },
    /// Keep a picture that is stored; items may show it from then on.
    KeepPicture {
        /// Which.
        picture: PictureId,
        /// How large it is.
        size: PictureSize,
    },
    /// The engine's grouping of the open answers of a question.
    SuggestThemes {
        /// The question.
        item: ItemId,
        /// All themes; an id where an earlier theme goes on, none for a new one.
        themes: Vec<ThemeSuggestion>,
        /// The second level: indexes in `themes`.
        families: Vec<FamilySuggestion>,
    },
    /// A person places an answer under a heading.
    SortAnswer {
        /// The question.
        item: ItemId,
        /// Who, for this question only.
        who: Pseudonym,
        /// Which answer.
        answer: AnswerId,
        /// Under which heading; none for "none of these".
        theme: Option<ThemeId>,
        /// Which headings were shown: the first so many of all that had been listed, less those gone since.
        shown: u8,
        /// How much it counts, in thousandths: less where there was no time to read.
        weight: u16,
    },
    /// A person parts some answers into piles.
    LayPiles {
        /// The question.
        item: ItemId,
        /// Who, for this question only.
        who: Pseudonym,
        /// The piles; an answer that belongs with no other is one of its own.
        piles: Vec<Vec<AnswerId>>,
        /// How much it counts, in thousandths: less where there was no time to read.
        weight: u16,
    },
    /// A person takes a stand on another's answer.
    TakeStand {
        /// The question.
        item: ItemId,
        /// Who, for the votes on this question only: not by the name under which the answers stand.
        who: Pseudonym,
        /// The same person's name for the answers; only to tell whose they are, and never kept.
        author: Option<Pseudonym>,
        /// Which answer.
        statement: AnswerId,
        /// From 1; each step of the person on this statement is one higher.
        version: u32,
        /// What the person says.
        stand: Stand,
    },
    /// The engine's view of where answers belong, for the room to begin from.
    PrimeSorting {
        /// The question.
        item: ItemId,
        /// For each answer and heading a score in millionths of a natural-log unit.
        priors: Vec<(AnswerId, Vec<(ThemeId, i64)>)>,
    },
    /// The clock: erase what was removed before this time (milliseconds since 1970 in UTC).
    EraseRemoved {
        /// Removals before this time are erased.
        before_ms: i64,
    },
    /// The clock: what the item's clock does when it has run out is due.
    TimeUp {
        /// The time in milliseconds since 1970.
        now_ms: i64,
    },
    /// The clock: the time to reopen an ended session has passed.
    Seal,
}

impl From<FacilitatorCommand> for Command {
    fn from(command: FacilitatorCommand) -> Self {
        Command::Facilitate(command)
    }
}

/// One theme as the engine suggests it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeSuggestion {
    /// The theme it continues.
    pub id: Option<ThemeId>,
    /// Its heading.
    pub label: Heading,
    /// Its answers.
    pub answers: Vec<AnswerId>,
    /// The answer that says best what all of them say.
    pub typical: Option<AnswerId>,
}

/// Themes that the engine takes to belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilySuggestion {
    /// The heading over theirs.
    pub label: Heading,
    /// Indexes in the suggested themes.
    pub themes: Vec<usize>,
}
