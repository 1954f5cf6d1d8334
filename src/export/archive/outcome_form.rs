//! The form of what came of a question, in an archive.

use serde::{Deserialize, Serialize};

use crate::session::{AnswerContent, Heading, ResultsTo, ThemeId};

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
    /// How the room sorted answers in words; from version 2 on, and left out where it was not asked to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sorting: Option<ArchivedSorting>,
    /// How many people put answers in words together in piles; from version 2 on, and left out where the room was not asked
    /// to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pilers: Option<u32>,
    /// Who voted on the answers in words; none where nobody was asked to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands: Option<ArchivedStands>,
}

/// That people sorted answers under headings; where each answer came to stand is told by the themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedSorting {
    /// How many have placed at least one answer; which answers were placed is told beside them.
    pub people: u32,
    /// How many answers each was asked to place last; none for as many as one likes.
    pub each: Option<u8>,
    /// The themes that were the headings last, by their place in the list from 0.
    pub headings: Vec<u32>,
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
    /// In a quiz, which player: the same number is the same player in all of its questions, 1 who had most points. From
    /// version 2 on; never in other questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub player: Option<u32>,
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
    /// In a quiz, how long its clock had run in milliseconds, from which the points of a right answer follow; from version 2
    /// on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_ms: Option<u32>,
    /// Whether the room placed it where it sorted; from version 2 on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sorted: bool,
    /// What others said of it; none where nobody voted on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<ArchivedVotes>,
}

/// A theme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedTheme {
    /// Its number within the question, by which it has its colour; from version 2 on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<ThemeId>,
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
