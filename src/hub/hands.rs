//! The hands of answers that people are parting into piles, for one question.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tokio::time::Instant;

use super::reading;
use super::secrets::draw_chance;
use crate::session::{
    AnswerId, AnswerView, HAND_ANSWERS_MAX, HAND_ANSWERS_MIN, ItemId, Pseudonym, QuestionState,
};
use crate::wire::{NoTask, ServerMessage};

/// Who holds which answers.
#[derive(Default)]
pub(super) struct Hands {
    /// The answers that were in fewest hands first, in an order that nobody can foresee.
    queue: BTreeSet<(u32, u64, AnswerId)>,
    place: BTreeMap<AnswerId, (u32, u64)>,
    /// By person, so that a phone that loses its line comes back to what it was parting.
    given: BTreeMap<Pseudonym, Given>,
    fresh: bool,
}

struct Given {
    answers: Vec<AnswerId>,
    at: Instant,
    to_read: Duration,
}

impl Hands {
    /// What there is to part changed as a whole: it is looked through at the next request.
    pub fn stale(&mut self) {
        self.fresh = false;
    }

    /// These answers came, came back or went.
    pub fn update(&mut self, question: &QuestionState, answers: &BTreeSet<AnswerId>) {
        if self.fresh {
            for answer in answers {
                self.take_out(*answer);
                if question.is_sortable(*answer) {
                    self.put(*answer, times(question, *answer));
                }
            }
        }
    }

    /// The next hand for a person, noted as being in the person's hands; the same again while it is not laid.
    pub fn next(&mut self, item: ItemId, question: &QuestionState, who: Pseudonym) -> ServerMessage {
        let nothing = |why, placed| ServerMessage::NoTask { item, why, placed };
        let Some(piles) = question.piles.as_ref().filter(|piles| piles.running) else {
            return nothing(NoTask::NotSorting, 0);
        };
        let laid = piles.hands_of(who);
        if piles.is_done(who) {
            return nothing(NoTask::Done, laid);
        }
        if !self.fresh {
            self.renew(question);
        }
        let unlaid = |answer: &AnswerId| self.place.contains_key(answer) && !piles.has_laid(who, *answer);
        let in_hand =
            self.given.get(&who).map(|given| given.answers.iter().copied().filter(unlaid).collect());
        let answers: Vec<AnswerId> = match in_hand {
            Some(answers) if Vec::len(&answers) >= HAND_ANSWERS_MIN => answers,
            Some(_) | None => {
                let free =
                    |answer: &AnswerId| !piles.has_laid(who, *answer) && !question.is_held_by(who, *answer);
                let least = self.queue.iter().map(|(_, _, answer)| *answer).filter(free);
                let answers: Vec<AnswerId> = least.take(HAND_ANSWERS_MAX).collect();
                if answers.len() < HAND_ANSWERS_MIN {
                    self.given.remove(&who);
                    return nothing(NoTask::NothingLeft, laid);
                }
                self.hand_out(question, who, &answers);
                answers
            }
        };
        let view =
            |answer: &AnswerId| AnswerView { id: *answer, text: text_of(question, *answer).to_owned() };
        ServerMessage::Hand {
            item,
            answers: answers.iter().map(view).collect(),
            number: laid + 1,
            each: piles.each,
        }
    }

    /// How much piles of these answers count, in thousandths; none when the person was not given all of them.
    pub fn laid(&self, who: Pseudonym, piles: &[Vec<AnswerId>]) -> Option<u16> {
        let given = self.given.get(&who)?;
        let known = piles.iter().flatten().all(|answer| given.answers.contains(answer));
        known.then(|| reading::weight(given.at, given.to_read))
    }

    /// Each is in one hand more from now on, so that others are given before it; that a phone never lays its hand does no
    /// harm.
    fn hand_out(&mut self, question: &QuestionState, who: Pseudonym, answers: &[AnswerId]) {
        for answer in answers {
            if let Some(hands) = self.take_out(*answer) {
                self.put(*answer, hands + 1);
            }
        }
        let to_read = answers.iter().map(|answer| reading::to_read(text_of(question, *answer))).sum();
        self.given.insert(who, Given { answers: answers.to_vec(), at: Instant::now(), to_read });
    }

    fn renew(&mut self, question: &QuestionState) {
        self.queue.clear();
        self.place.clear();
        for answer in question.sortable().collect::<Vec<_>>() {
            self.put(answer, times(question, answer));
        }
        self.fresh = true;
    }

    fn put(&mut self, answer: AnswerId, hands: u32) {
        let chance = draw_chance();
        self.queue.insert((hands, chance, answer));
        self.place.insert(answer, (hands, chance));
    }

    /// Takes an answer out and tells in how many hands it was.
    fn take_out(&mut self, answer: AnswerId) -> Option<u32> {
        let (hands, chance) = self.place.remove(&answer)?;
        self.queue.remove(&(hands, chance, answer));
        Some(hands)
    }
}

fn times(question: &QuestionState, answer: AnswerId) -> u32 {
    question.piles.as_ref().map_or(0, |piles| piles.times(answer))
}

fn text_of(question: &QuestionState, answer: AnswerId) -> &str {
    question.standing.get(&answer).and_then(|answer| answer.content.text()).unwrap_or_default()
}
