//! Answers to be handed out, those first that the fewest have had.

use std::collections::{BTreeMap, BTreeSet};

use super::secrets::draw_chance;
use crate::session::AnswerId;

/// The answers that the fewest have had first, in an order that nobody can foresee. Each step costs the logarithm of their
/// number.
#[derive(Default)]
pub(super) struct Fewest {
    /// By how many have had it, then by chance.
    order: BTreeSet<(u32, u64, AnswerId)>,
    place: BTreeMap<AnswerId, (u32, u64)>,
    fresh: bool,
}

impl Fewest {
    /// What there is changed as a whole: it is looked through when it is next asked for.
    pub fn stale(&mut self) {
        self.fresh = false;
    }

    /// Takes in all answers with how many have had each, if they have changed as a whole since the last time.
    pub fn renew(&mut self, all: impl FnOnce() -> Vec<(AnswerId, u32)>) {
        if self.fresh {
            return;
        }
        self.order.clear();
        self.place.clear();
        for (answer, times) in all() {
            self.put(answer, times);
        }
        self.fresh = true;
    }

    /// These answers came, came back or went: `times` tells how many have had one that is there.
    pub fn update(&mut self, answers: &BTreeSet<AnswerId>, times: impl Fn(AnswerId) -> Option<u32>) {
        if !self.fresh {
            return;
        }
        for answer in answers {
            let before = self.take_out(*answer);
            if let Some(times) = times(*answer) {
                // One that only got other words is in as many hands as before.
                self.put(*answer, before.unwrap_or(0).max(times));
            }
        }
    }

    /// Whether an answer is there.
    pub fn contains(&self, answer: AnswerId) -> bool {
        self.place.contains_key(&answer)
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.place.len()
    }

    /// All answers in the order in which they are handed out.
    pub fn iter(&self) -> impl Iterator<Item = AnswerId> {
        self.order.iter().map(|(_, _, answer)| *answer)
    }

    /// One more has had an answer. That it never comes back does no harm: others are only given before it.
    pub fn hand_out(&mut self, answer: AnswerId) {
        if let Some(times) = self.take_out(answer) {
            self.put(answer, times + 1);
        }
    }

    fn put(&mut self, answer: AnswerId, times: u32) {
        let chance = draw_chance();
        self.order.insert((times, chance, answer));
        self.place.insert(answer, (times, chance));
    }

    fn take_out(&mut self, answer: AnswerId) -> Option<u32> {
        let (times, chance) = self.place.remove(&answer)?;
        self.order.remove(&(times, chance, answer));
        Some(times)
    }
}
