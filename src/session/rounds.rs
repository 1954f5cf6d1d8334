//! A second round of a question: what was answered before the room talked, kept beside what it answers after.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Answer;
use super::ids::{AnswerId, Pseudonym};
use super::kinds::{AnswerContent, Ask, Reading, Step, Tally};

/// The answers of the first round; what a person changed is counted as the second one's come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstRound {
    /// What they add up to.
    pub tally: Tally,
    /// How many have answered in both rounds.
    pub both: u64,
    /// How many of them answered otherwise.
    pub moved: u64,
    pub(super) answers: BTreeMap<AnswerId, Answer>,
    /// Such questions take one answer of each person.
    by: BTreeMap<Pseudonym, AnswerId>,
    /// Those that the facilitator removed since, and that can come back here.
    taken: BTreeSet<AnswerId>,
}

impl FirstRound {
    /// What was answered, in the order it came.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        self.answers.values()
    }

    pub(super) fn new(answers: BTreeMap<AnswerId, Answer>, ask: &Ask) -> Self {
        let by = answers.iter().map(|(id, answer)| (answer.who, *id)).collect();
        let mut first = FirstRound { answers, by, ..FirstRound::default() };
        first.fit_tally(ask);
        first
    }

    pub(super) fn fit_tally(&mut self, ask: &Ask) {
        self.tally = Tally::of(ask);
        for answer in self.answers.values() {
            answer.count_in(&mut self.tally, Step::Add);
        }
    }

    /// Compares an answer of the second round, which comes or goes, with what its person said before.
    pub(super) fn compare(&mut self, who: Pseudonym, content: &AnswerContent, step: Step) {
        let Some(before) = self.by.get(&who).and_then(|id| self.answers.get(id)) else { return };
        step.of(&mut self.both, 1);
        step.of(&mut self.moved, u64::from(!before.content.says_the_same(content)));
    }

    /// Forgets an answer; `second` is what its person has said in the second round.
    pub(super) fn forget(&mut self, id: AnswerId, second: Option<&AnswerContent>) -> Option<Answer> {
        let who = self.answers.get(&id)?.who;
        if let Some(content) = second {
            self.compare(who, content, Step::TakeAway);
        }
        let answer = self.answers.remove(&id)?;
        self.by.remove(&who);
        answer.count_in(&mut self.tally, Step::TakeAway);
        Some(answer)
    }

    /// Takes an answer out for as long as it can be brought back; `second` is what its person has said since.
    pub(super) fn take(&mut self, id: AnswerId, second: Option<&AnswerContent>) -> Option<Answer> {
        let answer = self.forget(id, second)?;
        self.taken.insert(id);
        Some(answer)
    }

    /// Brings back what was taken out.
    pub(super) fn give_back(&mut self, id: AnswerId, answer: Answer, second: Option<&AnswerContent>) {
        self.taken.remove(&id);
        self.by.insert(answer.who, id);
        answer.count_in(&mut self.tally, Step::Add);
        let who = answer.who;
        self.answers.insert(id, answer);
        if let Some(content) = second {
            self.compare(who, content, Step::Add);
        }
    }

    /// Whether an answer was taken out and can be brought back.
    pub(super) fn took(&self, id: AnswerId) -> bool {
        self.taken.contains(&id)
    }

    /// What was taken out can be brought back here no more.
    pub(super) fn let_go(&mut self, id: AnswerId) {
        self.taken.remove(&id);
    }

    /// Keeps an answer's words from the room or shows them, and tells whether it is here.
    pub(super) fn set_reading(&mut self, id: AnswerId, reading: Reading) -> bool {
        let Some(answer) = self.answers.get_mut(&id) else { return false };
        answer.count_in(&mut self.tally, Step::TakeAway);
        answer.reading = reading;
        answer.count_in(&mut self.tally, Step::Add);
        true
    }
}
