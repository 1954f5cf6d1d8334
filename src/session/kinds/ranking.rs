//! A ranking: options put in order.

use serde::{Deserialize, Serialize};

use super::{are_options, keeps_places, misplaced};
use crate::session::rejection::Rejection;
use crate::session::text::Heading;

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

    pub(super) fn accepts(&self, order: &[u8]) -> Result<(), Rejection> {
        let whole = order.len() == usize::from(self.top) && misplaced(order, self.options.len()).is_none();
        if whole { Ok(()) } else { Err(Rejection::RankingIncomplete) }
    }

    pub(super) fn keeps_answers(&self, other: &Ranking) -> bool {
        self.top == other.top && keeps_places(&self.options, &other.options)
    }
}

/// Sums over all standing ballots; adding or taking away a ballot costs one pass over the options.
///
/// A ballot that orders only its top k leaves the other options tied on the places k+1 to n; each then counts as
/// standing on the mean of those places, so that every ballot gives out the same number of points
/// (D. Black, "Partial justification of the Borda count", Public Choice 28, 1976).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RankingTally {
    ballots: u64,
    /// Per option: the sum of its places, doubled so that halves stay whole.
    places_doubled: Vec<u64>,
    /// Per option: how many put it first.
    firsts: Vec<u64>,
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
}

impl RankingTally {
    /// An empty tally over this many options.
    pub fn new(options: usize) -> Self {
        RankingTally { ballots: 0, places_doubled: vec![0; options], firsts: vec![0; options] }
    }

    /// Number of ballots counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts a ballot: options from first place on, each an index below the number of options.
    pub fn add(&mut self, order: &[u8]) {
        self.ballots += 1;
        self.each_place(order, |sum, place| *sum += place);
        if let Some(first) = order.first().and_then(|&option| self.firsts.get_mut(usize::from(option))) {
            *first += 1;
        }
    }

    /// Takes a counted ballot away.
    pub fn take_away(&mut self, order: &[u8]) {
        self.ballots = self.ballots.saturating_sub(1);
        self.each_place(order, |sum, place| *sum = sum.saturating_sub(place));
        if let Some(first) = order.first().and_then(|&option| self.firsts.get_mut(usize::from(option))) {
            *first = first.saturating_sub(1);
        }
    }

    /// The options by Borda points, most first; ties in the order of the question's list.
    pub fn ranked(&self) -> Vec<RankedOption> {
        let options = self.places_doubled.len() as f64;
        let ballots = self.ballots as f64;
        let mut ranked: Vec<RankedOption> = (0u8..)
            .zip(&self.places_doubled)
            .zip(&self.firsts)
            .map(|((option, &doubled), &firsts)| {
                let places = doubled as f64 / 2.0;
                RankedOption {
                    option,
                    mean_position: if self.ballots == 0 { 0.0 } else { places / ballots },
                    points: options * ballots - places,
                    firsts,
                }
            })
            .collect();
        ranked.sort_by(|a, b| b.points.total_cmp(&a.points).then(a.option.cmp(&b.option)));
        ranked
    }

    fn each_place(&mut self, order: &[u8], count: impl Fn(&mut u64, u64)) {
        let options = self.places_doubled.len();
        let tied = (order.len() + 1 + options) as u64;
        for (option, sum) in self.places_doubled.iter_mut().enumerate() {
            let place = order.iter().position(|&ranked| usize::from(ranked) == option);
            count(sum, place.map_or(tied, |place| 2 * (place as u64 + 1)));
        }
    }
}
