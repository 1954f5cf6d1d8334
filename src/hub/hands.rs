//! The hands of answers that people are parting into piles, for one question.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tokio::time::Instant;

use super::fewest::Fewest;
use super::reading;
use crate::session::{
    AnswerId, AnswerView, HAND_ANSWERS_MAX, HAND_ANSWERS_MIN, ItemId, Pseudonym, QuestionState,
};
use crate::wire::{NoTask, ServerMessage};

/// Who holds which answers.
#[derive(Default)]
pub(super) struct Hands {
    /// By the number of hands that each answer was in.
    queue: Fewest,
    /// By person, so that a phone that loses its line comes back to what it was parting.
    given: BTreeMap<Pseudonym, Given>,
}

struct Given {
    answers: Vec<AnswerId>,
    at: Instant,
    to_read: Duration,
}

impl Hands {
    /// What there is to part changed as a whole: it is looked through at the next request.
    pub fn stale(&mut self) {
        self.queue.stale();
    }

    /// These answers came, came back or went.
    pub fn update(&mut self, question: &QuestionState, answers: &BTreeSet<AnswerId>) {
        let times = |answer| question.is_sortable(answer).then(|| times(question, answer));
        self.queue.update(answers, times);
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
        self.queue.renew(|| question.sortable().map(|answer| (answer, times(question, answer))).collect());
        let unlaid = |answer: &AnswerId| self.queue.contains(*answer) && !piles.has_laid(who, *answer);
        let in_hand =
            self.given.get(&who).map(|given| given.answers.iter().copied().filter(unlaid).collect());
        let answers: Vec<AnswerId> = match in_hand {
            Some(answers) if Vec::len(&answers) >= HAND_ANSWERS_MIN => answers,
            Some(_) | None => {
                let free =
                    |answer: &AnswerId| !piles.has_laid(who, *answer) && !question.is_held_by(who, *answer);
                let least = self.queue.iter().filter(free);
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
            self.queue.hand_out(*answer);
        }
        let to_read = answers.iter().map(|answer| reading::to_read(text_of(question, *answer))).sum();
        self.given.insert(who, Given { answers: answers.to_vec(), at: Instant::now(), to_read });
    }
}

fn times(question: &QuestionState, answer: AnswerId) -> u32 {
    question.piles.as_ref().map_or(0, |piles| piles.times(answer))
}

fn text_of(question: &QuestionState, answer: AnswerId) -> &str {
    question.standing.get(&answer).and_then(|answer| answer.content.text()).unwrap_or_default()
}
