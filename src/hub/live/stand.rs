//! People take a stand on each other's answers: votes are counted, and phones are handed the next statements.

use std::collections::BTreeSet;

use super::Live;
use crate::hub::secrets::Token;
use crate::session::{AnswerId, Command, Effects, ItemId, Pseudonym, Recorded, Rejection, Stand};
use crate::store::StoreError;
use crate::wire::{Refused, ServerMessage};

/// The key under which people vote on the answers to a question is that of the question with this bit set, so that nothing
/// ties a vote to an answer of the same person. Items are numbered from 1, far below it, and the names that are no
/// question's lie far above.
const VOTES: u32 = 1 << 30;

impl Live {
    /// Counts a vote, and gives what its phone is told once it is stored; none for a phone that is gone.
    pub(super) async fn take_stand(
        &mut self,
        connection: u64,
        (item, statement): (ItemId, AnswerId),
        version: u32,
        stand: Stand,
        events: &mut Vec<Recorded>,
    ) -> Result<Option<ServerMessage>, StoreError> {
        let Some(token) = self.phones.token(connection).cloned() else { return Ok(None) };
        self.make_votes_key(item).await?;
        let decided = match self.voter(&token, item) {
            Some((who, author)) => {
                let command = Command::TakeStand { item, who, author, statement, version, stand };
                self.decide(&command, events).map(|_| ())
            }
            None => Err(Rejection::NotTakingStands),
        };
        Ok(Some(match decided {
            Ok(()) => ServerMessage::StandTaken { item, statement, version },
            Err(code) => {
                ServerMessage::Refused { of: Some(Refused::Stand { item, statement, version }), code }
            }
        }))
    }

    /// What there is to vote on changed; a statement that went is taken out of people's hands at once, since it may be
    /// one that nobody should go on reading.
    pub(super) fn note_stands(&mut self, effects: &Effects) {
        let mut in_vain: Vec<(ItemId, BTreeSet<Pseudonym>)> = Vec::new();
        for (item, stands) in &mut self.stands {
            let Some(question) = self.session.questions.get(item) else { continue };
            let went = if effects.sortable.contains(item) {
                stands.stale();
                true
            } else if let Some(answers) = effects.answers.get(item) {
                stands.update(question, answers);
                answers.iter().any(|answer| !question.is_votable(*answer))
            } else {
                false
            };
            if went {
                in_vain.push((*item, stands.held_in_vain(question)));
            }
        }
        for (item, people) in in_vain.into_iter().filter(|(_, people)| !people.is_empty()) {
            let holds = |token| self.voter(token, item).is_some_and(|(who, _)| people.contains(&who));
            let phones: Vec<u64> = self
                .phones
                .all()
                .filter(|(_, token)| holds(token))
                .map(|(connection, _)| connection)
                .collect();
            phones.into_iter().for_each(|connection| self.give_task(connection, item));
        }
    }

    /// Makes the key for votes on a question's answers, where people are asked for them and there is none yet.
    pub(super) async fn make_votes_key(&mut self, item: ItemId) -> Result<(), StoreError> {
        if self.takes_stands(item) {
            self.key(item.0 | VOTES).await?;
        }
        Ok(())
    }

    /// Whether people take a stand on the answers to this question now.
    pub(super) fn takes_stands(&self, item: ItemId) -> bool {
        let question = self.session.questions.get(&item);
        question.and_then(|question| question.statements.as_ref()).is_some_and(|known| known.running)
    }

    /// A phone's name for votes on a question's answers, and its name for the answers; none before anybody could vote.
    pub(super) fn voter(&self, token: &Token, item: ItemId) -> Option<(Pseudonym, Option<Pseudonym>)> {
        let author = self.keys.get(&item.0).map(|key| token.pseudonym(key));
        Some((token.pseudonym(self.keys.get(&(item.0 | VOTES))?), author))
    }
}
