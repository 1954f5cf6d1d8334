//! The form of an archive, version 1.

use serde::{Deserialize, Serialize};

use crate::session::{
    AnswerContent, AskedPlace, AskedText, Concept, Details, Heading, ItemId, ItemPlan, NoteKind, Paragraph,
    PictureId, ResultsTo, Run, SignalsPlan,
};

/// What marks a file as an archive of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ArchiveKind {
    /// The only one.
    PlenumSession,
}

/// A whole session, with nothing that tells who gave an answer.
///
/// Within a question the answers of one person stand together, so that people can be counted. Their order, and that of
/// people, says nothing of when they came or of whose answers they are in another question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Archive {
    /// What the file is.
    pub archive: ArchiveKind,
    /// The version of this form: 1.
    pub version: u32,
    /// Title, language, place and date.
    pub details: Details,
    /// Headings of the organisation's own.
    pub concepts: Vec<Concept>,
    /// What phones could signal.
    pub signals: SignalsPlan,
    /// How many people joined.
    pub joined: u32,
    /// The roles they chose from, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<ArchivedRole>,
    /// Questions to the speaker, in the order they were asked; those that were removed are no part of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<ArchivedAsked>,
    /// When it ended, in milliseconds since 1970; none while it lasts.
    pub ended_ms: Option<i64>,
    /// The programme in order.
    pub items: Vec<ArchivedItem>,
    /// The pictures that items show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<ArchivedPicture>,
}

/// A picture that an item shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedPicture {
    /// How items name it.
    pub id: PictureId,
    /// A JPEG or a PNG in base64 (RFC 4648, section 4).
    #[schema(content_encoding = "base64")]
    pub file: String,
}

/// A role, and how many said it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedRole {
    /// Its name.
    pub name: Heading,
    /// How many.
    pub people: u32,
}

/// A question to the speaker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedAsked {
    /// What was asked.
    pub text: AskedText,
    /// Where it stands.
    pub place: AskedPlace,
    /// How many voted for it.
    pub votes: u32,
}

/// One item of the programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedItem {
    /// Its number, which stays the same when the archive is read back.
    pub item: ItemId,
    /// As it was planned, with the question where it is one.
    pub plan: ItemPlan,
    /// When it was shown, in order.
    pub shown: Vec<Shown>,
    /// What the facilitator noted on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<ArchivedNote>,
    /// What came of its question; none where it has none, or where nobody was asked.
    pub outcome: Option<ArchivedOutcome>,
}

/// A note on an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedNote {
    /// What it is.
    pub kind: NoteKind,
    /// What it says.
    pub text: Paragraph,
}

/// A stretch of time in which an item was shown, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// From.
    pub from_ms: i64,
    /// To; none while it lasts.
    pub to_ms: Option<i64>,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedOutcome {
    /// Who saw results last.
    pub results: ResultsTo,
    /// Whether everyone was asked a second time, after a talk.
    pub second_round: bool,
    /// What each person gave.
    pub people: Vec<ArchivedPerson>,
    /// The themes of answers in words, in the order they stood.
    pub themes: Vec<ArchivedTheme>,
    /// The second level over them.
    pub families: Vec<ArchivedFamily>,
    /// Whether a person decided the second level.
    pub families_decided: bool,
    /// Whether a person has had a hand in the themes.
    pub edited: bool,
    /// Who voted on the answers in words; none where nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands: Option<ArchivedStands>,
}

/// That people took a stand on each other's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedStands {
    /// How many have voted at least once.
    pub people: u32,
    /// How many statements each was asked to vote on last; none for as many as one likes.
    pub each: Option<u8>,
}

/// The votes on an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedVotes {
    /// How many agree.
    pub agree: u32,
    /// How many disagree.
    pub disagree: u32,
    /// How many passed.
    pub pass: u32,
}

/// All that one person gave to one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedPerson {
    /// Answers that count, or wait to.
    pub answers: Vec<ArchivedAnswer>,
    /// What was answered in the first of two rounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<AnswerContent>,
    /// Whether what that says in words was kept from the room.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first_awaits: bool,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedAnswer {
    /// Its number within the question, by which themes name it.
    pub number: u32,
    /// What was answered.
    pub content: AnswerContent,
    /// Whether it waits for the facilitator, who alone sees it; of an answer to a choice, whether what it says in words is
    /// kept from the room.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub awaits: bool,
    /// What others said of it; none where nobody voted on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<ArchivedVotes>,
}

/// A theme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedTheme {
    /// Its heading.
    pub label: Heading,
    /// Its answers, by their numbers.
    pub answers: Vec<u32>,
    /// Whether a person decided it.
    pub decided: bool,
    /// Whether a person put it first.
    pub pinned: bool,
    /// Whether it was kept from the room.
    pub hidden: bool,
    /// The answer that says best what all of them say.
    pub typical: Option<u32>,
}

/// Themes that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedFamily {
    /// The heading over theirs.
    pub label: Heading,
    /// The themes, by their place in the list from 0.
    pub themes: Vec<u32>,
}

impl From<Run> for Shown {
    fn from(run: Run) -> Self {
        Shown { from_ms: run.from_ms, to_ms: run.to_ms }
    }
}
