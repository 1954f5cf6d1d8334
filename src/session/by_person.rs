//! What each person gave to a question, without who it is.

use std::collections::BTreeMap;

use super::ids::{AnswerId, Pseudonym};
use super::kinds::{AnswerContent, Reading};
use super::question::QuestionState;

/// All that one person gave to one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonsAnswers<'a> {
    /// Answers that count or wait, in the order they came.
    pub answers: Vec<GivenAnswer<'a>>,
    /// What was answered in the first round, where this is the second.
    pub first: Option<&'a AnswerContent>,
    /// Whether what that says in words is kept from the room.
    pub first_awaits: bool,
}

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GivenAnswer<'a> {
    /// Which.
    pub id: AnswerId,
    /// What was answered.
    pub content: &'a AnswerContent,
    /// Whether it waits for the facilitator; of an answer to a choice, whether what it says in words is kept from the room.
    pub awaits: bool,
}

impl QuestionState {
    /// The answers person by person, in the order of pseudonyms, which are random and this question's alone.
    pub fn by_person(&self) -> Vec<PersonsAnswers<'_>> {
        let mut people: BTreeMap<Pseudonym, PersonsAnswers> = BTreeMap::new();
        for (answers, awaits) in [(&self.standing, false), (&self.awaiting, true)] {
            for (id, answer) in answers {
                let person = people.entry(answer.who).or_default();
                let awaits = awaits || answer.reading == Reading::Withheld;
                person.answers.push(GivenAnswer { id: *id, content: &answer.content, awaits });
            }
        }
        for answer in self.first.iter().flat_map(|first| first.answers.values()) {
            let person = people.entry(answer.who).or_default();
            person.first = Some(&answer.content);
            person.first_awaits = answer.reading == Reading::Withheld;
        }
        people.into_values().collect()
    }
}
