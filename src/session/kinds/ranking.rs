//! A ranking: options put in order.

mod concordance;
mod schulze;

use serde::{Deserialize, Serialize};

use super::options::{are_options, keeps_places, misplaced};
use super::{AnswerContent, Ask, Step};
use crate::session::rejection::Rejection;
use crate::session::text::Heading;

pub use concordance::concordance;

/// Settings of a ranking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ranking {
    /// The options in the order the facilitator wrote them: 2 to [`OPTIONS_MAX`](super::OPTIONS_MAX), all different.
    pub options: Vec<Heading>,
    /// How many are ranked: 1 to the number of options; all of them when equal to it.
    pub top: u8,
}

impl Ranking {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        let ranked = (1..=self.options.len()).contains(&usize::from(self.top));
        if are_options(&self.options) && ranked { Ok(()) } else { Err(Rejection::OptionsOutOfBounds) }
    }

    pub(super) fn accepts(&self, content: &AnswerContent) -> Result<(), Rejection> {
        let AnswerContent::Ranking { order } = content else { return Err(Rejection::AnswerOfOtherKind) };
        let whole = order.len() == usize::from(self.top) && misplaced(order, self.options.len()).is_none();
        if whole { Ok(()) } else { Err(Rejection::RankingIncomplete) }
    }

    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        let Ask::Ranking(other) = other else { return false };
        self.top == other.top && keeps_places(&self.options, &other.options)
    }
}

/// Sums over all standing ballots; adding or taking away a ballot costs one pass over the pairs of options, however many
/// ballots there are.
///
/// A ballot that orders only its top k leaves the other options tied on the places k+1 to n; each then counts as
/// standing on the mean of those places, so that every ballot gives out the same number of points
/// (D. Black, "Partial justification of the Borda count", Public Choice 28, 1976). In pairs, an option that is ranked
/// stands before all that are not, and of two that are not, neither stands before the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RankingTally {
    ballots: u64,
    /// Per option: the sum of its places, doubled so that halves stay whole.
    places_doubled: Vec<u64>,
    /// Per option: how many put it first.
    firsts: Vec<u64>,
    /// Row i, column j: how many put option i before option j.
    pairs: Vec<Vec<u64>>,
    /// Over all ballots: the sum of t³ − t, where t options share the places below those ranked.
    ties: u64,
}

/// One option's result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct RankedOption {
    /// Its index in the question's list.
    pub option: u8,
    /// Mean place from 1 (best); 0 while there are no ballots.
    pub mean_position: f64,
    /// Borda points: n − place for each ballot, summed (J.-C. de Borda, 1781), where n is the number of options.
    pub points: f64,
    /// How many put it first.
    #[ts(type = "number")]
    pub firsts: u64,
    /// Its place from 1 by pairwise comparison (M. Schulze, 2011), shared where that decides nothing; 0 while there are
    /// no ballots.
    pub schulze_place: u8,
}

impl RankingTally {
    /// An empty tally over this many options.
    pub fn new(options: usize) -> Self {
        RankingTally {
            ballots: 0,
            places_doubled: vec![0; options],
            firsts: vec![0; options],
            pairs: vec![vec![0; options]; options],
            ties: 0,
        }
    }

    /// Number of ballots counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts a ballot, options from first place on, each an index below the number of options; or takes a counted one
    /// away.
    pub fn count(&mut self, order: &[u8], step: Step) {
        let options = self.places_doubled.len();
        let mut places_doubled = vec![(order.len() + 1 + options) as u64; options];
        for (place, &option) in (1..).zip(order) {
            if let Some(doubled) = places_doubled.get_mut(usize::from(option)) {
                *doubled = 2 * place;
            }
        }
        step.of(&mut self.ballots, 1);
        for (sum, &doubled) in self.places_doubled.iter_mut().zip(&places_doubled) {
            step.of(sum, doubled);
        }
        if let Some(first) = order.first().and_then(|&option| self.firsts.get_mut(usize::from(option))) {
            step.of(first, 1);
        }
        for (row, place) in self.pairs.iter_mut().zip(&places_doubled) {
            for (before, _) in row.iter_mut().zip(&places_doubled).filter(|(_, other)| place < *other) {
                step.of(before, 1);
            }
        }
        let tied = options.saturating_sub(order.len()) as u64;
        step.of(&mut self.ties, tied.pow(3) - tied);
    }

    /// How many put one option before another: row i, column j for option i before option j.
    pub fn pairs(&self) -> &[Vec<u64>] {
        &self.pairs
    }

    /// How far the ballots agree: Kendall's W from 0 to 1, corrected for ties; see [`concordance`].
    pub fn agreement(&self) -> Option<f64> {
        concordance(&self.places_doubled, self.ballots, self.ties)
    }

    /// The options by Borda points, most first; ties in the order of the question's list.
    pub fn ranked(&self) -> Vec<RankedOption> {
        let options = self.places_doubled.len() as f64;
        let ballots = self.ballots as f64;
        let schulze_places = schulze::places(&self.pairs);
        let mut ranked: Vec<RankedOption> = (0u8..)
            .zip(&self.places_doubled)
            .zip(&self.firsts)
            .zip(schulze_places)
            .map(|(((option, &doubled), &firsts), schulze_place)| {
                let places = doubled as f64 / 2.0;
                RankedOption {
                    option,
                    mean_position: if self.ballots == 0 { 0.0 } else { places / ballots },
                    points: options * ballots - places,
                    firsts,
                    schulze_place: if self.ballots == 0 { 0 } else { schulze_place },
                }
            })
            .collect();
        ranked.sort_by(|a, b| b.points.total_cmp(&a.points).then(a.option.cmp(&b.option)));
        ranked
    }
}
