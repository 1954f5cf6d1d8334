//! The room takes a stand: people agree or disagree with each other's answers, one at a time, or pass.
//!
//! In the spirit of Polis (C. Small, M. Bjorkegren, T. Erkkilä, L. Shaw and C. Megill, "Polis: Scaling deliberation by
//! mapping high dimensional opinion spaces", *Recerca* 26, 2021): who writes cannot reply, and what the room has in
//! common is shown beside what it is divided on. People are not grouped by how they vote.
//!
//! With n votes on a statement, passes counted, it **unites** where the greater side, for or against, is at least
//! [`UNITES_PERCENT`] of the n; it **divides** where the smaller side is at least [`DIVIDES_PERCENT`] of those who took a
//! side, and more than one person. Neither is said of fewer than [`HEARD_VOTES`] votes, and what divides does not unite.
//! Both lists go by the lower bound of the side's share of the n ([`wilson_lower`]), so that a share that many have had a
//! say in stands above the same share of few.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::{AnswerId, Pseudonym};
use super::wilson::wilson_lower;

/// Fewest statements that are voted on: a single one is a question of another kind.
pub const VOTED_STATEMENTS_MIN: usize = 2;
/// Fewest and most statements that each person can be asked to vote on.
pub const STATEMENTS_EACH: std::ops::RangeInclusive<u8> = 3..=30;
/// Before a statement has so many votes, nothing is said of it.
pub const HEARD_VOTES: u32 = 3;
/// A statement with so many votes has been weighed by enough people; how many have is shown while the room votes.
pub const WEIGHED_VOTES: u32 = 5;
/// The share of all votes, in percent, from which the greater side unites the room.
pub const UNITES_PERCENT: u32 = 60;
/// The share of those who took a side, in percent, from which the smaller side divides it.
pub const DIVIDES_PERCENT: u32 = 30;
/// One person alone does not divide a room.
const SIDE_MIN: u32 = 2;

/// What a person says of a statement.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Stand {
    /// Yes.
    Agree,
    /// No.
    Disagree,
    /// Neither.
    Pass,
}

/// How many said what of one statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct StandCounts {
    /// Who agree.
    pub agree: u32,
    /// Who disagree.
    pub disagree: u32,
    /// Who passed.
    pub pass: u32,
}

impl StandCounts {
    /// All votes, passes counted: all who have seen it.
    pub fn votes(self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    /// By which it stands among what unites, from 0 to 1; none where it does not.
    pub fn unites(self) -> Option<f64> {
        let greater = self.agree.max(self.disagree);
        let is_clear = self.votes() >= HEARD_VOTES && greater * 100 >= self.votes() * UNITES_PERCENT;
        (is_clear && self.divides().is_none()).then(|| wilson_lower(greater, self.votes()))
    }

    /// By which it stands among what divides, from 0 to 1; none where it does not.
    pub fn divides(self) -> Option<f64> {
        let smaller = self.agree.min(self.disagree);
        let is_real = self.votes() >= HEARD_VOTES
            && smaller >= SIDE_MIN
            && smaller * 100 >= (self.agree + self.disagree) * DIVIDES_PERCENT;
        is_real.then(|| wilson_lower(smaller, self.votes()))
    }

    fn of(&mut self, stand: Stand) -> &mut u32 {
        match stand {
            Stand::Agree => &mut self.agree,
            Stand::Disagree => &mut self.disagree,
            Stand::Pass => &mut self.pass,
        }
    }
}

/// What one person last said of one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Counts the person's steps on it; a lower one, or the same again, changes nothing.
    pub version: u32,
    /// What was said.
    pub stand: Stand,
}

/// The votes on the answers of one question, while people give them and after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statements {
    /// Whether phones are given statements.
    pub running: bool,
    /// How many each person is asked to vote on; none for as many as one likes.
    pub each: Option<u8>,
    /// Those of answers that were removed too, in case they come back.
    taken: BTreeMap<AnswerId, BTreeMap<Pseudonym, Taken>>,
    counts: BTreeMap<AnswerId, StandCounts>,
    /// On how many statements each person has voted.
    people: BTreeMap<Pseudonym, u32>,
}

/// Which statements unite and which divide, best first; every other stands in neither.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What unites.
    pub unites: Vec<AnswerId>,
    /// What divides.
    pub divides: Vec<AnswerId>,
}

impl Statements {
    /// How many said what of a statement.
    pub fn counts(&self, statement: AnswerId) -> StandCounts {
        self.counts.get(&statement).copied().unwrap_or_default()
    }

    /// How many people have voted on at least one statement that is not erased.
    pub fn people(&self) -> usize {
        self.people.len()
    }

    /// On how many statements a person has voted.
    pub fn voted_by(&self, who: Pseudonym) -> u32 {
        self.people.get(&who).copied().unwrap_or(0)
    }

    /// What a person last said of a statement.
    pub fn taken(&self, who: Pseudonym, statement: AnswerId) -> Option<Taken> {
        self.taken.get(&statement)?.get(&who).copied()
    }

    /// Whether a person has voted on as many as were asked for.
    pub fn is_done(&self, who: Pseudonym) -> bool {
        self.each.is_some_and(|each| self.voted_by(who) >= u32::from(each))
    }

    /// What of these unites and what divides. Costs their number times its logarithm, whatever the number of votes;
    /// equals stand by votes, then in the order they were written.
    pub fn standing(&self, statements: impl IntoIterator<Item = AnswerId>) -> Standing {
        let (mut unites, mut divides) = (Vec::new(), Vec::new());
        for statement in statements {
            let counts = self.counts(statement);
            if let Some(bound) = counts.unites() {
                unites.push((bound, counts.votes(), statement));
            } else if let Some(bound) = counts.divides() {
                divides.push((bound, counts.votes(), statement));
            }
        }
        Standing { unites: best_first(unites), divides: best_first(divides) }
    }

    /// Phones are given statements; what was said before stays.
    pub(super) fn go_on(&mut self, each: Option<u8>) {
        self.running = true;
        self.each = each;
    }

    /// Counts a vote in place of the one before; one of a lower or the same version changes nothing.
    pub(super) fn take(&mut self, who: Pseudonym, statement: AnswerId, taken: Taken) {
        let known = self.taken.entry(statement).or_default();
        let before = known.get(&who).copied();
        if before.is_some_and(|before| before.version >= taken.version) {
            return;
        }
        known.insert(who, taken);
        let counts = self.counts.entry(statement).or_default();
        *counts.of(taken.stand) += 1;
        match before {
            Some(before) => *counts.of(before.stand) -= 1,
            None => *self.people.entry(who).or_default() += 1,
        }
    }

    /// Lets go of an answer that is erased, and of the votes on it.
    pub(super) fn forget(&mut self, statement: AnswerId) {
        self.counts.remove(&statement);
        for who in self.taken.remove(&statement).unwrap_or_default().into_keys() {
            if let Some(voted) = self.people.get_mut(&who) {
                *voted -= 1;
                if *voted == 0 {
                    self.people.remove(&who);
                }
            }
        }
    }
}

fn best_first(mut ranked: Vec<(f64, u32, AnswerId)>) -> Vec<AnswerId> {
    ranked.sort_by(|(bound, votes, id), (other, others, next)| {
        other.total_cmp(bound).then(others.cmp(votes)).then(id.cmp(next))
    });
    ranked.into_iter().map(|(_, _, id)| id).collect()
}
