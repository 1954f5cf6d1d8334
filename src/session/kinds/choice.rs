//! A choice among options, of one or of several.

use serde::{Deserialize, Serialize};

use super::options::{Misplaced, OPTIONS_MAX, are_options, keeps_places, misplaced};
use super::other::OtherTally;
use super::{AnswerContent, Ask, OtherView, Step};
use crate::session::picture::Picture;
use crate::session::rejection::Rejection;
use crate::session::text::{Heading, OtherText};

/// Settings of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The options in the order the facilitator wrote them: 2 to [`OPTIONS_MAX`](super::OPTIONS_MAX), all different; one
    /// fewer where something else can be written.
    pub options: Vec<Heading>,
    /// How many each person may choose: 1 to the number of options, something else counted as one of them.
    pub most: u8,
    /// The right ones, each by its index, where there is right and wrong: kept from the room until the question is
    /// closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correct: Vec<u8>,
    /// A picture for each option, or none for it; empty where no option has one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Option<Picture>>,
    /// Whether something else than the options can be written. Not where there is right and wrong: whatever nobody
    /// thought of beforehand would be wrong.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub other: bool,
}

impl Choice {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        if self.other && !self.correct.is_empty() {
            return Err(Rejection::OtherBesideRight);
        }
        let places = self.options.len() + usize::from(self.other);
        let most = (1..=places).contains(&usize::from(self.most)) && places <= OPTIONS_MAX;
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
        let AnswerContent::Choice { chosen, other } = content else {
            return Err(Rejection::AnswerOfOtherKind);
        };
        let given = chosen.len() + usize::from(other.is_some());
        match (misplaced(chosen, self.options.len()), other) {
            (_, Some(_)) if !self.other => Err(Rejection::OtherNotOffered),
            (_, Some(text)) if text.is_empty() => Err(Rejection::OtherEmpty),
            _ if given == 0 => Err(Rejection::ChoiceEmpty),
            (Some(Misplaced::Unknown), _) => Err(Rejection::OptionUnknown),
            (Some(Misplaced::Twice), _) => Err(Rejection::OptionTwice),
            (None, _) if given > usize::from(self.most) => Err(Rejection::ChoiceTooMany),
            (None, _) => Ok(()),
        }
    }

    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        let Ask::Choice(other) = other else { return false };
        let offers = other.other || !self.other;
        offers && other.most >= self.most && keeps_places(&self.options, &other.options)
    }
}

/// How often each option was chosen, and what was written beside them; adding or taking away an answer costs one step for
/// each option it names, and the logarithm of how many different texts there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceTally {
    ballots: u64,
    chosen: Vec<u64>,
    other: OtherTally,
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
        ChoiceTally { chosen: vec![0; options], ..ChoiceTally::default() }
    }

    /// Number of answers counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts an answer, or takes a counted one away.
    pub fn count(&mut self, chosen: &[u8], other: Option<&OtherText>, step: Step) {
        step.of(&mut self.ballots, 1);
        if let Some(text) = other {
            self.other.count(text, step);
        }
        for option in chosen {
            if let Some(count) = self.chosen.get_mut(usize::from(*option)) {
                step.of(count, 1);
            }
        }
    }

    /// What was written beside the options.
    pub fn other(&self) -> &OtherTally {
        &self.other
    }

    /// Keeps the text of a counted answer from the room, or shows it again.
    pub fn withhold(&mut self, text: &OtherText, step: Step) {
        self.other.withhold(text, step);
    }

    /// What is shown of that, where it is asked for.
    pub fn other_view(&self, choice: &Choice) -> Option<OtherView> {
        choice.other.then(|| self.other.view())
    }

    /// The options in the order of the question's list.
    pub fn options(&self) -> Vec<ChosenOption> {
        (0u8..).zip(&self.chosen).map(|(option, &count)| ChosenOption { option, count }).collect()
    }
}
