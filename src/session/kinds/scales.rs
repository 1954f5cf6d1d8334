//! Several statements on one scale.

use serde::{Deserialize, Serialize};

use super::options::{are_different, keeps_places};
use super::{AnswerContent, Ask, Step};
use crate::session::rejection::Rejection;
use crate::session::text::Heading;

/// Most statements of one question: a phone shows three or four at a time.
pub const STATEMENTS_MAX: usize = 12;
/// Fewest and most steps of a scale; beyond eleven nobody tells them apart.
pub const STEPS: std::ops::RangeInclusive<u8> = 2..=11;

/// Settings of a question with scales.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Scales {
    /// What is marked, in the order the facilitator wrote them: 1 to [`STATEMENTS_MAX`], all different.
    pub statements: Vec<Heading>,
    /// How many steps the scale has, 2 to 11.
    pub steps: u8,
    /// What the lowest step means; may be empty.
    #[serde(default)]
    pub low: Heading,
    /// What the highest step means; may be empty.
    #[serde(default)]
    pub high: Heading,
}

impl Scales {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        let count = (1..=STATEMENTS_MAX).contains(&self.statements.len());
        let fits = count && are_different(&self.statements) && STEPS.contains(&self.steps);
        if fits { Ok(()) } else { Err(Rejection::ScalesOutOfBounds) }
    }

    pub(super) fn accepts(&self, content: &AnswerContent) -> Result<(), Rejection> {
        let AnswerContent::Scales { marks } = content else { return Err(Rejection::AnswerOfOtherKind) };
        if marks.len() != self.statements.len() {
            Err(Rejection::MarksMismatched)
        } else if marks.iter().flatten().any(|mark| !(1..=self.steps).contains(mark)) {
            Err(Rejection::MarkOutOfRange)
        } else if marks.iter().all(Option::is_none) {
            Err(Rejection::AnswerEmpty)
        } else {
            Ok(())
        }
    }

    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        let Ask::Scales(other) = other else { return false };
        self.steps == other.steps && keeps_places(&self.statements, &other.statements)
    }
}

/// How often each step of each statement was marked; adding or taking away an answer costs one step for each statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScalesTally {
    ballots: u64,
    /// Per statement, per step from the lowest.
    counts: Vec<Vec<u64>>,
}

/// One statement's result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct ScaledStatement {
    /// Its index in the question's list.
    pub statement: u8,
    /// How many marked each step, the lowest first; those who skipped it are in none.
    #[ts(type = "Array<number>")]
    pub counts: Vec<u64>,
    /// How many marked it.
    #[ts(type = "number")]
    pub marked: u64,
    /// The mean of the marks, from 1; 0 while nobody has marked it.
    pub mean: f64,
    /// The middle mark, or the mean of the two in the middle; 0 while nobody has marked it.
    pub median: f64,
}

impl ScalesTally {
    /// An empty tally over so many statements with so many steps.
    pub fn new(statements: usize, steps: u8) -> Self {
        ScalesTally { ballots: 0, counts: vec![vec![0; usize::from(steps)]; statements] }
    }

    /// Number of answers counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts an answer, or takes a counted one away.
    pub fn count(&mut self, marks: &[Option<u8>], step: Step) {
        step.of(&mut self.ballots, 1);
        for (counts, mark) in self.counts.iter_mut().zip(marks) {
            if let Some(known) = mark.and_then(|mark| counts.get_mut(usize::from(mark).checked_sub(1)?)) {
                step.of(known, 1);
            }
        }
    }

    /// The statements in the order of the question's list.
    pub fn statements(&self) -> Vec<ScaledStatement> {
        (0u8..).zip(&self.counts).map(|(statement, counts)| scaled(statement, counts)).collect()
    }
}

fn scaled(statement: u8, counts: &[u64]) -> ScaledStatement {
    let marked: u64 = counts.iter().sum();
    let sum: u64 = (1u64..).zip(counts).map(|(step, count)| step * count).sum();
    // The step at which so many marks from below are reached.
    let reached = |wanted: u64| {
        let mut below = 0;
        let step = counts.iter().position(|count| {
            below += count;
            below >= wanted
        });
        step.map_or(0.0, |step| step as f64 + 1.0)
    };
    let (mean, median) = match marked {
        0 => (0.0, 0.0),
        _ => (sum as f64 / marked as f64, (reached(marked.div_ceil(2)) + reached(marked / 2 + 1)) / 2.0),
    };
    ScaledStatement { statement, counts: counts.to_vec(), marked, mean, median }
}
