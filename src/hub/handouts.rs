//! The answers that are in people's hands while the room sorts one question.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use tokio::time::Instant;

use super::reading;
use super::secrets::draw_chance;
use crate::session::{AnswerId, ItemId, Pseudonym, QuestionState, SortQueue};
use crate::wire::{NoTask, ServerMessage};

/// After this an answer in somebody's hands may be given to somebody else; the first may still place it.
const IN_HAND_MAX: Duration = Duration::from_secs(20);

/// Who holds which answer.
#[derive(Default)]
pub(super) struct Handouts {
    queue: SortQueue,
    /// By person, so that a phone that loses its line comes back to the answer that it was reading.
    given: BTreeMap<Pseudonym, Given>,
    /// In the order in which they are due back.
    due: VecDeque<(Instant, Pseudonym, AnswerId)>,
    fresh: bool,
}

struct Given {
    answer: AnswerId,
    at: Instant,
    shown: u8,
    to_read: Duration,
    /// Whether it counts as being in this hand.
    held: bool,
}

impl Handouts {
    /// Something else than a tap changed: what there is to sort is looked through at the next request.
    pub fn stale(&mut self) {
        self.fresh = false;
    }

    /// These answers came, came back or went.
    pub fn update(&mut self, question: &QuestionState, answers: &BTreeSet<AnswerId>) {
        if self.fresh {
            for answer in answers {
                self.queue.update(question, *answer, draw_chance());
            }
        }
    }

    /// The next answer for a person, noted as being in the person's hands; the same again while it is there unplaced.
    pub fn next(&mut self, item: ItemId, question: &QuestionState, who: Pseudonym) -> ServerMessage {
        let nothing = |why, placed| ServerMessage::NoTask { item, why, placed };
        let Some(sort) = question.sort.as_ref().filter(|sort| sort.running) else {
            return nothing(NoTask::NotSorting, 0);
        };
        let placed = sort.placed_by(who) as u32;
        if sort.is_done(who) {
            return nothing(NoTask::Done, placed);
        }
        self.take_back_due(question);
        if !self.fresh {
            self.queue.renew(question, draw_chance);
            self.fresh = true;
        }
        let in_hand = self.given.get(&who).filter(|given| given.held).map(|given| given.answer);
        let unplaced = |answer: &AnswerId| !sort.has_placed(who, *answer) && self.queue.contains(*answer);
        let answer = match in_hand.filter(unplaced) {
            Some(answer) => answer,
            None => {
                self.give_back(question, who);
                let excluded = |answer| sort.has_placed(who, answer) || question.is_held_by(who, answer);
                let Some(answer) = self.queue.first(excluded) else {
                    return nothing(NoTask::NothingLeft, placed);
                };
                self.hand_out(question, who, answer);
                answer
            }
        };
        // Headings may have come since it was given.
        if let Some(given) = self.given.get_mut(&who) {
            given.shown = sort.listed();
        }
        ServerMessage::Task {
            item,
            answer,
            text: text_of(question, answer).to_owned(),
            headings: sort.headings().to_vec(),
            number: placed + 1,
            each: sort.each,
        }
    }

    /// How a person's tap on an answer is to be counted: headings shown, and weight in thousandths; none when the person
    /// was not given that answer.
    pub fn tapped(&self, who: Pseudonym, answer: AnswerId) -> Option<(u8, u16)> {
        let given = self.given.get(&who).filter(|given| given.answer == answer)?;
        Some((given.shown, reading::weight(given.at, given.to_read)))
    }

    fn hand_out(&mut self, question: &QuestionState, who: Pseudonym, answer: AnswerId) {
        let now = Instant::now();
        let to_read = reading::to_read(text_of(question, answer));
        self.queue.hand_out(question, answer, draw_chance());
        self.given.insert(who, Given { answer, at: now, shown: 0, to_read, held: true });
        self.due.push_back((now + IN_HAND_MAX, who, answer));
    }

    fn give_back(&mut self, question: &QuestionState, who: Pseudonym) {
        if let Some(given) = self.given.remove(&who)
            && given.held
        {
            self.queue.take_back(question, given.answer, draw_chance());
        }
    }

    fn take_back_due(&mut self, question: &QuestionState) {
        let now = Instant::now();
        while let Some((at, who, answer)) = self.due.front().copied()
            && at <= now
        {
            self.due.pop_front();
            if let Some(given) = self.given.get_mut(&who)
                && given.answer == answer
                && given.held
                && given.at + IN_HAND_MAX <= now
            {
                given.held = false;
                self.queue.take_back(question, answer, draw_chance());
            }
        }
    }
}

fn text_of(question: &QuestionState, answer: AnswerId) -> &str {
    question.standing.get(&answer).and_then(|answer| answer.content.text()).unwrap_or_default()
}
