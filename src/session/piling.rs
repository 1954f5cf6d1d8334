//! The room makes piles: people are given some answers at a time and put together those that belong together, before
//! anybody has headings. The engine joins the piles; nothing here says which themes there are.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{AnswerId, Pseudonym};

/// Most answers in one hand: what is read and sorted on a phone within a minute.
pub const HAND_ANSWERS_MAX: usize = 6;
/// Fewest: one alone belongs with nothing.
pub const HAND_ANSWERS_MIN: usize = 2;

/// A making of piles by the room, while it runs and after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoomPiles {
    /// Whether phones are given answers.
    pub running: bool,
    /// How many hands each phone is asked for; none for as long as it runs.
    pub each: Option<u8>,
    hands: Vec<PiledHand>,
    /// What each person has laid in piles, and in how many hands.
    laid: BTreeMap<Pseudonym, Laid>,
    /// In how many hands each answer was.
    times: BTreeMap<AnswerId, u32>,
}

/// Answers as one person parted them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PiledHand {
    /// Each pile; an answer that belongs with no other is a pile of its own.
    pub piles: Vec<Vec<AnswerId>>,
    /// What it counts, in thousandths: less where there was no time to read.
    pub weight: u16,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Laid {
    hands: u32,
    answers: BTreeSet<AnswerId>,
}

impl RoomPiles {
    /// All hands, in the order they were laid; an answer that has gone is in none.
    pub fn hands(&self) -> &[PiledHand] {
        &self.hands
    }

    /// How many people have laid at least one hand.
    pub fn people(&self) -> usize {
        self.laid.len()
    }

    /// How many answers were in a hand.
    pub fn seen(&self) -> usize {
        self.times.len()
    }

    /// In how many hands an answer was.
    pub fn times(&self, answer: AnswerId) -> u32 {
        self.times.get(&answer).copied().unwrap_or(0)
    }

    /// How many hands a person has laid.
    pub fn hands_of(&self, who: Pseudonym) -> u32 {
        self.laid.get(&who).map_or(0, |laid| laid.hands)
    }

    /// Whether a person has laid this answer.
    pub fn has_laid(&self, who: Pseudonym, answer: AnswerId) -> bool {
        self.laid.get(&who).is_some_and(|laid| laid.answers.contains(&answer))
    }

    /// Whether a person has laid as many hands as were asked for.
    pub fn is_done(&self, who: Pseudonym) -> bool {
        self.each.is_some_and(|each| self.hands_of(who) >= u32::from(each))
    }

    /// Phones are given answers; what was laid before stays.
    pub(super) fn go_on(&mut self, each: Option<u8>) {
        self.running = true;
        self.each = each;
    }

    pub(super) fn lay(&mut self, who: Pseudonym, hand: PiledHand) {
        let laid = self.laid.entry(who).or_default();
        laid.hands += 1;
        for answer in hand.piles.iter().flatten() {
            laid.answers.insert(*answer);
            *self.times.entry(*answer).or_default() += 1;
        }
        self.hands.push(hand);
    }

    pub(super) fn forget(&mut self, answer: AnswerId) {
        if self.times.remove(&answer).is_none() {
            return;
        }
        for hand in &mut self.hands {
            for pile in &mut hand.piles {
                pile.retain(|other| *other != answer);
            }
            hand.piles.retain(|pile| !pile.is_empty());
        }
        for laid in self.laid.values_mut() {
            laid.answers.remove(&answer);
        }
    }
}
