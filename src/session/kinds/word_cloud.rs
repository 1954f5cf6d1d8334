//! A word cloud: short entries, gathered under the form most people wrote.

use serde::{Deserialize, Serialize};

use super::{ANSWERS_EACH_MAX, AnswerContent};
use crate::session::rejection::Rejection;

/// Most words of one entry.
pub const ENTRY_WORDS_MAX: usize = 3;
/// Longest entry in characters: three long Norwegian words.
pub const ENTRY_CHARS_MAX: usize = 60;

/// Settings of a word cloud.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WordCloud {
    /// How many entries each person may give: 1 to [`ANSWERS_EACH_MAX`].
    pub answers_max: u8,
}

impl WordCloud {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        let fits = (1..=ANSWERS_EACH_MAX).contains(&self.answers_max);
        if fits { Ok(()) } else { Err(Rejection::LimitsOutOfBounds) }
    }

    pub(super) fn accepts(&self, content: &AnswerContent) -> Result<(), Rejection> {
        let AnswerContent::Text { text } = content else { return Err(Rejection::AnswerOfOtherKind) };
        if text.is_empty() {
            Err(Rejection::AnswerEmpty)
        } else if text.as_str().split_whitespace().count() > ENTRY_WORDS_MAX {
            Err(Rejection::TooManyWords)
        } else if text.chars() > ENTRY_CHARS_MAX {
            Err(Rejection::AnswerTooLong)
        } else {
            Ok(())
        }
    }
}
