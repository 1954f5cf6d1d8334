//! The form of an archive, version 2; what came of a question has a form of its own.
//!
//! What is said to be there from version 2 on is absent in archives of version 1, which are read all the same.

use serde::{Deserialize, Serialize};

use super::outcome_form::ArchivedOutcome;
use crate::session::{
    AskedPlace, AskedText, AskingPlan, Concept, Details, Heading, ItemId, ItemPlan, NoteKind, Paragraph,
    PictureId, Run, SignalsPlan, Survey,
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
/// people, says nothing of when they came or of whose answers they are in another question; the questions of a quiz alone
/// tell which answers are one player's, since their points are counted together, and no nickname. No answer tells a role.
/// All answers and counts are in it however few they are, so keep it as what people said in confidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Archive {
    /// What the file is.
    pub archive: ArchiveKind,
    /// The version of this form: 2, or 1 of archives that an earlier program wrote.
    pub version: u32,
    /// Title, language, place and date.
    pub details: Details,
    /// Headings of the organisation's own.
    pub concepts: Vec<Concept>,
    /// What phones could signal.
    pub signals: SignalsPlan,
    /// Whether people could put questions to the speaker; from version 2 on, and left out where they never could.
    #[serde(default, skip_serializing_if = "AskingPlan::is_usual")]
    pub questions: AskingPlan,
    /// What was asked at everybody's own pace; from version 2 on, and left out where nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<ArchivedSurvey>,
    /// How many people joined.
    pub joined: u32,
    /// The roles they chose from, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<ArchivedRole>,
    /// Questions to the speaker, in the order they were asked; those that were removed are no part of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<ArchivedAsked>,
    /// When the first item was shown, in milliseconds since 1970, also where that item was deleted since; from version 2
    /// on, and left out before the first was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_ms: Option<i64>,
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

/// What was asked at everybody's own pace, and when it was to open and close; times are in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedSurvey {
    /// Its questions, those that were deleted since too; all of the programme's where none is named.
    pub items: Vec<ItemId>,
    /// When it was to open by itself; none once it had opened, and where it was to be opened by hand.
    pub opens_ms: Option<i64>,
    /// When it was to close by itself; none once it had closed, and where it was to be closed by hand.
    pub closes_ms: Option<i64>,
    /// Whether it was closed.
    pub closed: bool,
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
    /// How many could have: who voted on any question once this one was shown. The order of questions follows from both
    /// numbers. From version 2 on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chances: Option<u32>,
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

impl From<Run> for Shown {
    fn from(run: Run) -> Self {
        Shown { from_ms: run.from_ms, to_ms: run.to_ms }
    }
}

impl From<&Survey> for ArchivedSurvey {
    fn from(survey: &Survey) -> Self {
        ArchivedSurvey {
            items: survey.items.iter().copied().collect(),
            opens_ms: survey.opens_ms,
            closes_ms: survey.closes_ms,
            closed: survey.closed,
        }
    }
}
