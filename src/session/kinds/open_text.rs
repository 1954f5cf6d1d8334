//! Free text: answers become themes.

use serde::{Deserialize, Serialize};

use super::AnswerContent;
use crate::session::rejection::Rejection;
use crate::session::text::AnswerText;

/// Most answers one person gives to one question: beyond that it is a list, better given in one text.
pub const ANSWERS_EACH_MAX: u8 = 10;

/// Settings of an open question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenText {
    /// How many answers each person may give: 1 to [`ANSWERS_EACH_MAX`].
    pub answers_max: u8,
    /// Longest answer in characters: 1 to [`AnswerText::CHARS_MAX`].
    pub length_max: u16,
}

impl OpenText {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        let answers = (1..=ANSWERS_EACH_MAX).contains(&self.answers_max);
        let length = (1..=AnswerText::CHARS_MAX).contains(&usize::from(self.length_max));
        if answers && length { Ok(()) } else { Err(Rejection::LimitsOutOfBounds) }
    }

    pub(super) fn accepts(&self, content: &AnswerContent) -> Result<(), Rejection> {
        let AnswerContent::Text { text } = content else { return Err(Rejection::AnswerOfOtherKind) };
        if text.is_empty() {
            Err(Rejection::AnswerEmpty)
        } else if text.chars() > usize::from(self.length_max) {
            Err(Rejection::AnswerTooLong)
        } else {
            Ok(())
        }
    }
}
