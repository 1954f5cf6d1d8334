//! A second round of a question: what was answered before the room talked, kept beside what it answers after.

use std::collections::BTreeMap;

use super::answer::Answer;
use super::ids::{AnswerId, Pseudonym};
use super::kinds::{AnswerContent, Ask, Step, Tally};

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
}

impl FirstRound {
    /// What was answered, in the order it came.
    pub fn contents(&self) -> impl Iterator<Item = &AnswerContent> {
        self.answers.values().map(|answer| &answer.content)
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
            self.tally.count(&answer.content, Step::Add);
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
        self.tally.count(&answer.content, Step::TakeAway);
        Some(answer)
    }
}
