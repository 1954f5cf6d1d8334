//! The facts of a session that was held elsewhere, told one after the other: of an archive, or of a table of answers.

use super::event::{Event, Recorded};
use super::ids::{AnswerId, AnswerKey, ItemId, Pseudonym};
use super::kinds::AnswerContent;

/// Facts in the order in which they are told.
#[derive(Debug, Default)]
pub struct Facts {
    /// When what is told next was, in milliseconds since 1970.
    pub at_ms: i64,
    /// What was told.
    pub events: Vec<Recorded>,
    /// Everybody in every question is somebody new, so that nothing joins their answers.
    people: u128,
    answers: u32,
}

impl Facts {
    /// None yet; those to come happened at this time.
    pub fn from(at_ms: i64) -> Self {
        Facts { at_ms, ..Facts::default() }
    }

    /// Tells a fact.
    pub fn tell(&mut self, event: Event) {
        self.events.push(Recorded::new(self.at_ms, event));
    }

    /// Somebody who has not been told of.
    pub fn somebody(&mut self) -> Pseudonym {
        self.people += 1;
        Pseudonym(self.people.to_be_bytes())
    }

    /// Tells of an answer; whether it fits its question is for the caller to see to.
    pub fn give(&mut self, item: ItemId, who: Pseudonym, content: AnswerContent, awaits: bool) -> AnswerId {
        self.given(item, who, content, awaits, None)
    }

    /// The same of an answer to the quiz, given when its clock had run for so many milliseconds.
    pub fn play(&mut self, item: ItemId, who: Pseudonym, content: AnswerContent, used_ms: u32) -> AnswerId {
        self.given(item, who, content, false, Some(used_ms))
    }

    fn given(
        &mut self,
        item: ItemId,
        who: Pseudonym,
        content: AnswerContent,
        awaits: bool,
        used_ms: Option<u32>,
    ) -> AnswerId {
        self.answers += 1;
        let answer = AnswerId(self.answers);
        self.tell(Event::AnswerGiven {
            item,
            who,
            key: AnswerKey::numbered(self.answers),
            version: 1,
            answer,
            content,
            awaits,
            used_ms,
        });
        answer
    }
}
