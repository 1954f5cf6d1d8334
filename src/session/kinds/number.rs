//! A number: a guess or an estimate.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{AnswerContent, Ask, Step};
use crate::session::amount::Amount;
use crate::session::rejection::Rejection;
use crate::session::text::Heading;

/// Longest unit in characters ("minutter per dag").
pub const UNIT_CHARS_MAX: usize = 20;
/// Most bars of a histogram.
pub const BINS_MAX: usize = 12;

/// Settings of a question for a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// What is counted ("kr", "minutter"): at most [`UNIT_CHARS_MAX`] characters; may be empty.
    #[serde(default)]
    pub unit: Heading,
    /// The least that may be answered.
    #[serde(default)]
    pub least: Option<Amount>,
    /// The most that may be answered.
    #[serde(default)]
    pub most: Option<Amount>,
    /// How many decimals an answer may have, 0 to 3.
    #[serde(default)]
    pub decimals: u8,
    /// The right number, if there is one: kept from the room until the question is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution: Option<Amount>,
}

impl Number {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        let short = self.unit.as_str().chars().count() <= UNIT_CHARS_MAX;
        let ordered = self.least.zip(self.most).is_none_or(|(least, most)| least < most);
        let solvable = self.solution.is_none_or(|solution| self.fits(solution).is_ok());
        let fits = short && ordered && self.decimals <= Amount::DECIMALS_MAX && solvable;
        if fits { Ok(()) } else { Err(Rejection::NumberOutOfBounds) }
    }

    pub(super) fn accepts(&self, content: &AnswerContent) -> Result<(), Rejection> {
        let AnswerContent::Number { value } = content else { return Err(Rejection::AnswerOfOtherKind) };
        self.fits(*value)
    }

    fn fits(&self, value: Amount) -> Result<(), Rejection> {
        if !value.fits_decimals(self.decimals) {
            Err(Rejection::TooManyDecimals)
        } else if self.least.is_some_and(|least| value < least) || self.most.is_some_and(|most| value > most)
        {
            Err(Rejection::NumberOutOfRange)
        } else {
            Ok(())
        }
    }

    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        let Ask::Number(other) = other else { return false };
        let lower = other.least.is_none_or(|least| self.least.is_some_and(|before| least <= before));
        let higher = other.most.is_none_or(|most| self.most.is_some_and(|before| most >= before));
        lower && higher && other.decimals >= self.decimals
    }
}

/// How often each number was given; adding or taking away an answer costs the logarithm of how many different ones
/// there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberTally {
    ballots: u64,
    sum_thousandths: i128,
    counts: BTreeMap<Amount, u64>,
}

/// What the numbers are like; all 0 while there are none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct NumberSummary {
    /// How many were given.
    #[ts(type = "number")]
    pub count: u64,
    /// Their mean.
    pub mean: f64,
    /// The middle one, or the mean of the two in the middle.
    pub median: f64,
    /// The smallest.
    pub least: f64,
    /// The largest.
    pub most: f64,
    /// How they lie, from the smallest to the largest: at most [`BINS_MAX`] bars of the same width, empty ones too.
    pub bins: Vec<NumberBin>,
    /// The right number and the guesses nearest to it, once it may be known.
    pub solution: Option<Solved>,
}

/// One bar of a histogram.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct NumberBin {
    /// The smallest number that belongs to it.
    pub from: f64,
    /// The first number that no longer does; the same as `from` where the bar stands for one number alone.
    pub to: f64,
    /// How many numbers lie in it.
    #[ts(type = "number")]
    pub count: u64,
}

/// How near the room came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct Solved {
    /// The right number.
    pub value: f64,
    /// The numbers nearest to it: none without answers, two where they are equally near.
    pub nearest: Vec<f64>,
    /// How many people gave one of them.
    #[ts(type = "number")]
    pub people: u64,
}

impl NumberTally {
    /// Number of answers counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts an answer, or takes a counted one away.
    pub fn count(&mut self, value: Amount, step: Step) {
        let count = self.counts.entry(value).or_default();
        step.of(count, 1);
        if *count == 0 {
            self.counts.remove(&value);
        }
        step.of(&mut self.ballots, 1);
        let thousandths = i128::from(value.thousandths());
        match step {
            Step::Add => self.sum_thousandths += thousandths,
            Step::TakeAway => self.sum_thousandths -= thousandths,
        }
    }

    /// What the numbers are like, at the cost of one pass over the different ones.
    pub fn summary(&self, solution: Option<Amount>) -> NumberSummary {
        let solution = solution.map(|solution| self.solved(solution));
        let (Some((&least, _)), Some((&most, _))) =
            (self.counts.first_key_value(), self.counts.last_key_value())
        else {
            return NumberSummary { solution, ..NumberSummary::default() };
        };
        NumberSummary {
            count: self.ballots,
            mean: self.sum_thousandths as f64 / self.ballots as f64 / 1_000.0,
            median: (self.reached(self.ballots.div_ceil(2)) + self.reached(self.ballots / 2 + 1)) / 2.0,
            least: least.value(),
            most: most.value(),
            bins: self.bins(least, most),
            solution,
        }
    }

    /// The number at which so many from below are reached.
    fn reached(&self, wanted: u64) -> f64 {
        let mut below = 0;
        let found = self.counts.iter().find(|(_, count)| {
            below += **count;
            below >= wanted
        });
        found.map_or(0.0, |(value, _)| value.value())
    }

    fn bins(&self, least: Amount, most: Amount) -> Vec<NumberBin> {
        if self.counts.len() == 1 {
            return vec![NumberBin { from: least.value(), to: least.value(), count: self.ballots }];
        }
        let step = self.step();
        let width = bin_width(least.thousandths(), most.thousandths(), step);
        let bin = |value: Amount| value.thousandths().div_euclid(width);
        let first = bin(least);
        let edge = |index: i64| Amount::of_thousandths(index * width).value();
        let mut bins: Vec<NumberBin> = (first..=bin(most))
            .map(|index| NumberBin { from: edge(index), to: edge(index + 1), count: 0 })
            .collect();
        for (value, count) in &self.counts {
            bins[(bin(*value) - first) as usize].count += count;
        }
        // A bar as wide as what lies between two numbers stands for one of them.
        if width == step {
            bins.iter_mut().for_each(|bin| bin.to = bin.from);
        }
        bins
    }

    /// The unit in which all numbers are whole: 1, 0.1, 0.01 or 0.001, in thousandths.
    fn step(&self) -> i64 {
        let fits = |step: &i64| self.counts.keys().all(|value| value.thousandths() % step == 0);
        [1_000, 100, 10].into_iter().find(fits).unwrap_or(1)
    }

    fn solved(&self, solution: Amount) -> Solved {
        let below = self.counts.range(..=solution).next_back();
        let above = self.counts.range(solution..).next();
        let far = |(value, _): &(&Amount, &u64)| value.thousandths().abs_diff(solution.thousandths());
        let mut nearest: Vec<(&Amount, &u64)> = below.into_iter().chain(above).collect();
        nearest.dedup_by_key(|(value, _)| **value);
        let least = nearest.iter().map(far).min();
        nearest.retain(|found| Some(far(found)) == least);
        Solved {
            value: solution.value(),
            nearest: nearest.iter().map(|(value, _)| value.value()).collect(),
            people: nearest.iter().map(|(_, count)| **count).sum(),
        }
    }
}

/// The narrowest of 1, 2 and 5 times a power of ten steps with which at most [`BINS_MAX`] bars hold all; in thousandths.
fn bin_width(least: i64, most: i64, step: i64) -> i64 {
    let fits = |width: i64| most.div_euclid(width) - least.div_euclid(width) < BINS_MAX as i64;
    let mut power = step;
    loop {
        if let Some(width) = [1, 2, 5].into_iter().map(|times| times * power).find(|width| fits(*width)) {
            return width;
        }
        power *= 10;
    }
}
