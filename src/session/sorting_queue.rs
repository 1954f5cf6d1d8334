//! Which answer the room is asked about next: the least certain one that the fewest hold in their hands.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::AnswerId;
use super::question::QuestionState;

/// One answer in somebody's hands weighs about as much as the lead that one tap gives, in millionths.
const HANDED_OUT: i64 = 2_500_000;
/// While nobody has placed an answer, the engine's certainty counts for less than one tap's lead, in millionths: what it
/// takes for certain is wrong more often than what a person tapped, and would never reach a phone.
const UNTAPPED_MAX: i64 = 1_000_000;

/// Answers that wait to be placed, in the order they are handed out. Each step costs the logarithm of their number.
#[derive(Clone, Debug, Default)]
pub struct SortQueue {
    /// By cost, then by chance, then by number.
    order: BTreeSet<(i64, u64, AnswerId)>,
    places: BTreeMap<AnswerId, (i64, u64)>,
    /// How often an answer is in somebody's hands.
    out: BTreeMap<AnswerId, u32>,
}

impl SortQueue {
    /// Takes in what can be sorted now; `chance` orders those that cost the same.
    pub fn renew(&mut self, question: &QuestionState, mut chance: impl FnMut() -> u64) {
        self.order.clear();
        self.places.clear();
        let answers: Vec<AnswerId> = question.sortable().collect();
        self.out.retain(|answer, _| answers.binary_search(answer).is_ok());
        for answer in answers {
            self.put(question, answer, chance());
        }
    }

    /// Takes in, or lets go of, one answer that came, came back or went.
    pub fn update(&mut self, question: &QuestionState, answer: AnswerId, chance: u64) {
        if question.is_sortable(answer) {
            self.put(question, answer, chance);
        } else {
            if let Some((cost, chance)) = self.places.remove(&answer) {
                self.order.remove(&(cost, chance, answer));
            }
            self.out.remove(&answer);
        }
    }

    /// Puts one answer where it belongs after a tap or a return.
    fn put(&mut self, question: &QuestionState, answer: AnswerId, chance: u64) {
        if let Some((cost, chance)) = self.places.remove(&answer) {
            self.order.remove(&(cost, chance, answer));
        }
        let margin = question.sort.as_ref().map_or(0, |sort| {
            let leaning = sort.leaning(answer);
            if leaning.taps == 0 { leaning.margin.min(UNTAPPED_MAX) } else { leaning.margin }
        });
        let out = i64::from(self.out.get(&answer).copied().unwrap_or(0));
        let cost = margin + out * HANDED_OUT;
        self.order.insert((cost, chance, answer));
        self.places.insert(answer, (cost, chance));
    }

    /// Whether an answer waits to be placed.
    pub fn contains(&self, answer: AnswerId) -> bool {
        self.places.contains_key(&answer)
    }

    /// The first answer that is not excluded: a person's own, and what that person has placed.
    pub fn first(&self, excluded: impl Fn(AnswerId) -> bool) -> Option<AnswerId> {
        self.order.iter().map(|(_, _, answer)| *answer).find(|answer| !excluded(*answer))
    }

    /// Notes that an answer is in somebody's hands.
    pub fn hand_out(&mut self, question: &QuestionState, answer: AnswerId, chance: u64) {
        *self.out.entry(answer).or_default() += 1;
        self.put(question, answer, chance);
    }

    /// Notes that somebody placed it, or took too long.
    pub fn take_back(&mut self, question: &QuestionState, answer: AnswerId, chance: u64) {
        if let Some(out) = self.out.get_mut(&answer) {
            *out -= 1;
            if *out == 0 {
                self.out.remove(&answer);
            }
        }
        if self.places.contains_key(&answer) {
            self.put(question, answer, chance);
        }
    }
}
