//! A hundred points given out over options.

use serde::{Deserialize, Serialize};

use super::options::{are_options, keeps_places};
use super::{AnswerContent, Ask, Step};
use crate::session::rejection::Rejection;
use crate::session::text::Heading;

/// How many points each person gives out.
pub const POINTS: u32 = 100;

/// Settings of a question on which points are given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Points {
    /// The options in the order the facilitator wrote them: 2 to [`OPTIONS_MAX`](super::OPTIONS_MAX), all different.
    pub options: Vec<Heading>,
}

impl Points {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        if are_options(&self.options) { Ok(()) } else { Err(Rejection::OptionsOutOfBounds) }
    }

    pub(super) fn accepts(&self, content: &AnswerContent) -> Result<(), Rejection> {
        let AnswerContent::Points { points } = content else { return Err(Rejection::AnswerOfOtherKind) };
        if points.len() != self.options.len() {
            Err(Rejection::OptionUnknown)
        } else if points.iter().map(|&given| u32::from(given)).sum::<u32>() != POINTS {
            Err(Rejection::PointsNotSummed)
        } else {
            Ok(())
        }
    }

    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        let Ask::Points(other) = other else { return false };
        keeps_places(&self.options, &other.options)
    }
}

/// Points summed per option; adding or taking away an answer costs one step for each option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PointsTally {
    ballots: u64,
    sums: Vec<u64>,
    givers: Vec<u64>,
}

/// One option's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct PointedOption {
    /// Its index in the question's list.
    pub option: u8,
    /// All points that it was given; a hundred for each person are given out in all.
    #[ts(type = "number")]
    pub points: u64,
    /// How many people gave it any.
    #[ts(type = "number")]
    pub givers: u64,
}

impl PointsTally {
    /// An empty tally over this many options.
    pub fn new(options: usize) -> Self {
        PointsTally { ballots: 0, sums: vec![0; options], givers: vec![0; options] }
    }

    /// Number of answers counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts an answer, the points of each option, or takes a counted one away.
    pub fn count(&mut self, points: &[u16], step: Step) {
        step.of(&mut self.ballots, 1);
        for ((sum, givers), &given) in self.sums.iter_mut().zip(&mut self.givers).zip(points) {
            step.of(sum, u64::from(given));
            step.of(givers, u64::from(given > 0));
        }
    }

    /// The options by their points, most first; ties in the order of the question's list.
    pub fn options(&self) -> Vec<PointedOption> {
        let mut options: Vec<PointedOption> = (0u8..)
            .zip(self.sums.iter().zip(&self.givers))
            .map(|(option, (&points, &givers))| PointedOption { option, points, givers })
            .collect();
        options.sort_by(|a, b| b.points.cmp(&a.points).then(a.option.cmp(&b.option)));
        options
    }
}
