//! One answer as it travels and as it stands.

use serde::{Deserialize, Serialize};

use super::ids::{AnswerId, AnswerKey, Pseudonym};
use super::plan::Ask;
use super::rejection::Rejection;
use super::text::AnswerText;

/// What somebody answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerContent {
    /// To an open question.
    Text {
        /// What was written.
        text: AnswerText,
    },
    /// To a ranking.
    Ranking {
        /// Options from first place on, each by its index in the question's list.
        order: Vec<u8>,
    },
}

impl AnswerContent {
    /// The text of an open answer.
    pub fn text(&self) -> Option<&str> {
        match self {
            AnswerContent::Text { text } => Some(text.as_str()),
            AnswerContent::Ranking { .. } => None,
        }
    }

    /// Whether this answers a question asked in this way.
    pub fn check(&self, ask: &Ask) -> Result<(), Rejection> {
        match (self, ask) {
            (AnswerContent::Text { text }, Ask::OpenText { length_max, .. }) => {
                if text.is_empty() {
                    Err(Rejection::AnswerEmpty)
                } else if text.chars() > usize::from(*length_max) {
                    Err(Rejection::AnswerTooLong)
                } else {
                    Ok(())
                }
            }
            (AnswerContent::Ranking { order }, Ask::Ranking { options, top }) => {
                let mut seen = vec![false; options.len()];
                let each_once = order.iter().all(|&option| {
                    seen.get_mut(usize::from(option)).is_some_and(|seen| !std::mem::replace(seen, true))
                });
                if each_once && order.len() == usize::from(*top) {
                    Ok(())
                } else {
                    Err(Rejection::RankingIncomplete)
                }
            }
            (AnswerContent::Text { .. }, Ask::Ranking { .. })
            | (AnswerContent::Ranking { .. }, Ask::OpenText { .. }) => Err(Rejection::AnswerOfOtherKind),
        }
    }
}

/// An answer that counts, or counted until it was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was answered.
    pub content: AnswerContent,
    /// The log's position of the row that holds it, so that it can be erased.
    pub position: u64,
    /// Whose it is; never part of any view.
    pub(super) who: Pseudonym,
    pub(super) key: AnswerKey,
}

/// What the session remembers of one key of one person: enough to know a resend from a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The highest version seen; lower ones and the same one again change nothing.
    pub version: u32,
    /// The log's position of that version.
    pub position: u64,
    /// The answer it stands for, unless it was withdrawn or erased.
    pub answer: Option<AnswerId>,
}
