//! One answer as it stands.

use super::ids::{AnswerId, AnswerKey, Pseudonym};
use super::kinds::{AnswerContent, Reading, Step, Tally};

/// An answer that counts, or counted until it was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was answered.
    pub content: AnswerContent,
    /// The log's position of the row that holds it, so that it can be erased.
    pub position: u64,
    /// How long a quiz question's clock had run, in milliseconds; 0 for any other.
    pub(super) used_ms: u32,
    /// Whose it is; never part of any view.
    pub(super) who: Pseudonym,
    pub(super) key: AnswerKey,
    /// Whether the room may read what was written beside the options of a choice.
    pub reading: Reading,
}

impl Answer {
    /// What the room may read of it.
    pub fn readable(&self) -> AnswerContent {
        match self.reading {
            Reading::Shown => self.content.clone(),
            Reading::Withheld => self.content.without_words(),
        }
    }

    /// Counts it in a tally, or takes it out of one.
    pub(super) fn count_in(&self, tally: &mut Tally, step: Step) {
        match (self.reading, step) {
            (Reading::Shown, step) => tally.count(&self.content, step),
            (Reading::Withheld, Step::Add) => {
                tally.count(&self.content, step);
                tally.withhold(&self.content, step);
            }
            (Reading::Withheld, Step::TakeAway) => {
                tally.withhold(&self.content, step);
                tally.count(&self.content, step);
            }
        }
    }
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
