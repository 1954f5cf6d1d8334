//! A choice among options, of one or of several.

use serde::{Deserialize, Serialize};

use super::options::{Misplaced, are_options, keeps_places, misplaced};
use super::{AnswerContent, Ask, Step};
use crate::session::picture::Picture;
use crate::session::rejection::Rejection;
use crate::session::text::Heading;

/// Settings of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The options in the order the facilitator wrote them: 2 to [`OPTIONS_MAX`](super::OPTIONS_MAX), all different.
    pub options: Vec<Heading>,
    /// How many each person may choose: 1 to the number of options.
    pub most: u8,
    /// The right ones, each by its index, where there is right and wrong: kept from the room until the question is
    /// closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correct: Vec<u8>,
    /// A picture for each option, or none for it; empty where no option has one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Option<Picture>>,
}

impl Choice {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        let most = (1..=self.options.len()).contains(&usize::from(self.most));
        let solvable = misplaced(&self.correct, self.options.len()).is_none()
            && self.correct.len() <= usize::from(self.most);
        let pictured = self.pictures.is_empty() || self.pictures.len() == self.options.len();
        if are_options(&self.options) && most && solvable && pictured {
            Ok(())
        } else {
            Err(Rejection::OptionsOutOfBounds)
        }
    }

    pub(super) fn accepts(&self, content: &AnswerContent) -> Result<(), Rejection> {
        let AnswerContent::Choice { chosen } = content else { return Err(Rejection::AnswerOfOtherKind) };
        match misplaced(chosen, self.options.len()) {
            _ if chosen.is_empty() => Err(Rejection::ChoiceEmpty),
            Some(Misplaced::Unknown) => Err(Rejection::OptionUnknown),
            Some(Misplaced::Twice) => Err(Rejection::OptionTwice),
            None if chosen.len() > usize::from(self.most) => Err(Rejection::ChoiceTooMany),
            None => Ok(()),
        }
    }

    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        let Ask::Choice(other) = other else { return false };
        other.most >= self.most && keeps_places(&self.options, &other.options)
    }
}

/// How often each option was chosen; adding or taking away an answer costs one step for each option it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceTally {
    ballots: u64,
    chosen: Vec<u64>,
}

/// One option's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct ChosenOption {
    /// Its index in the question's list.
    pub option: u8,
    /// How many people chose it.
    #[ts(type = "number")]
    pub count: u64,
}

impl ChoiceTally {
    /// An empty tally over this many options.
    pub fn new(options: usize) -> Self {
        ChoiceTally { ballots: 0, chosen: vec![0; options] }
    }

    /// Number of answers counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts an answer, or takes a counted one away.
    pub fn count(&mut self, chosen: &[u8], step: Step) {
        step.of(&mut self.ballots, 1);
        for option in chosen {
            if let Some(count) = self.chosen.get_mut(usize::from(*option)) {
                step.of(count, 1);
            }
        }
    }

    /// The options in the order of the question's list.
    pub fn options(&self) -> Vec<ChosenOption> {
        (0u8..).zip(&self.chosen).map(|(option, &count)| ChosenOption { option, count }).collect()
    }
}
