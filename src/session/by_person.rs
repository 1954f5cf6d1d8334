//! What each person gave to a question, or to the quiz, without who it is.

use std::collections::BTreeMap;

use super::answer::Answer;
use super::ids::{AnswerId, ItemId, Pseudonym};
use super::kinds::{AnswerContent, Reading};
use super::question::QuestionState;
use super::state::Session;

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
    /// How long a quiz question's clock had run, in milliseconds; 0 for any other.
    pub used_ms: u32,
}

impl<'a> GivenAnswer<'a> {
    fn of(id: AnswerId, answer: &'a Answer, awaits: bool) -> Self {
        let awaits = awaits || answer.reading == Reading::Withheld;
        GivenAnswer { id, content: &answer.content, awaits, used_ms: answer.used_ms }
    }
}

impl Session {
    /// The answers to the quiz player by player, each player's by question; the order of players says nothing.
    ///
    /// The quiz alone counts its answers together: a person has one pseudonym in all of its questions.
    pub fn by_player(&self) -> Vec<BTreeMap<ItemId, GivenAnswer<'_>>> {
        let mut players: BTreeMap<Pseudonym, BTreeMap<ItemId, GivenAnswer>> = BTreeMap::new();
        for item in self.programme.items() {
            let asked = self.question(item.id).filter(|(question, _)| question.ask.is_quiz());
            for (id, answer) in asked.iter().flat_map(|(_, state)| &state.standing) {
                let given = GivenAnswer::of(*id, answer, false);
                players.entry(answer.who).or_default().insert(item.id, given);
            }
        }
        players.into_values().collect()
    }
}

impl QuestionState {
    /// The answers person by person, in the order of pseudonyms, which are random and this question's alone.
    pub fn by_person(&self) -> Vec<PersonsAnswers<'_>> {
        let mut people: BTreeMap<Pseudonym, PersonsAnswers> = BTreeMap::new();
        for (answers, awaits) in [(&self.standing, false), (&self.awaiting, true)] {
            for (id, answer) in answers {
                let person = people.entry(answer.who).or_default();
                person.answers.push(GivenAnswer::of(*id, answer, awaits));
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
