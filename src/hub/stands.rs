//! The statements that people are reading while they take a stand on the answers to one question.

use std::collections::{BTreeMap, BTreeSet};

use super::fewest::Fewest;
use crate::session::{AnswerId, AnswerView, ItemId, Pseudonym, QuestionState, Statements};
use crate::wire::{NoTask, ServerMessage};

/// So many statements are on a phone at a time: one that is read, and those after it for a line that is slow or lost.
const AHEAD_MAX: usize = 3;

/// Who holds which statements.
#[derive(Default)]
pub(super) struct Stands {
    /// By the number of votes on each, those counted that may come of what is in somebody's hands.
    queue: Fewest,
    /// By person, so that a phone that loses its line comes back to what it was reading.
    given: BTreeMap<Pseudonym, Vec<AnswerId>>,
}

impl Stands {
    /// What there is to vote on changed as a whole: it is looked through at the next request.
    pub fn stale(&mut self) {
        self.queue.stale();
    }

    /// These answers came, came back or went.
    pub fn update(&mut self, question: &QuestionState, answers: &BTreeSet<AnswerId>) {
        let votes = |answer| question.is_votable(answer).then(|| votes(question, answer));
        self.queue.update(answers, votes);
    }

    /// Who holds something that can no longer be voted on. Costs a look at each hand.
    pub fn held_in_vain(&self, question: &QuestionState) -> BTreeSet<Pseudonym> {
        let is_vain = |hand: &[AnswerId]| hand.iter().any(|id| !question.is_votable(*id));
        self.given.iter().filter(|(_, hand)| is_vain(hand)).map(|(who, _)| *who).collect()
    }

    /// The next statements for a person, noted as being in the person's hands: those that are there without a vote, and as
    /// many more as there is room for, those with the fewest votes first. Costs at most a look at each statement.
    ///
    /// `author` is the person's name for answers, under which none of these was written.
    pub fn next(
        &mut self,
        item: ItemId,
        question: &QuestionState,
        who: Pseudonym,
        author: Option<Pseudonym>,
    ) -> ServerMessage {
        let nothing = |why, placed| ServerMessage::NoTask { item, why, placed };
        let Some(statements) = question.statements.as_ref().filter(|statements| statements.running) else {
            return nothing(NoTask::NotSorting, 0);
        };
        let voted = statements.voted_by(who);
        if statements.is_done(who) {
            self.given.remove(&who);
            return nothing(NoTask::Done, voted);
        }
        self.queue.renew(|| question.votable().map(|answer| (answer, votes(question, answer))).collect());
        let is_own = |id| author.is_some_and(|author| question.is_held_by(author, id));
        let is_open =
            |id: &AnswerId| self.queue.contains(*id) && statements.taken(who, *id).is_none() && !is_own(*id);
        let room = statements.each.map_or(u32::MAX, |each| u32::from(each) - voted) as usize;
        let mut hand = self.given.remove(&who).unwrap_or_default();
        hand.retain(is_open);
        let more: Vec<AnswerId> = self
            .queue
            .iter()
            .filter(|id| !hand.contains(id) && is_open(id))
            .take(room.min(AHEAD_MAX).saturating_sub(hand.len()))
            .collect();
        for id in more {
            self.queue.hand_out(id);
            hand.push(id);
        }
        if hand.is_empty() {
            return nothing(NoTask::NothingLeft, voted);
        }
        let of = self.of(question, statements, voted, hand.len(), author);
        let view = |id: &AnswerId| AnswerView { id: *id, text: text_of(question, *id).to_owned() };
        let answers = hand.iter().map(view).collect();
        self.given.insert(who, hand);
        ServerMessage::Statements { item, statements: answers, voted, of }
    }

    /// How many there are in all for a person: as many as are asked for, or all that others wrote.
    fn of(
        &self,
        question: &QuestionState,
        statements: &Statements,
        voted: u32,
        in_hand: usize,
        author: Option<Pseudonym>,
    ) -> u32 {
        let own = author.into_iter().flat_map(|author| question.held_by(author));
        let own = own.filter(|(_, held)| held.answer.is_some_and(|id| self.queue.contains(id))).count();
        let all = (self.queue.len() - own) as u32;
        let of = statements.each.map_or(all, |each| all.min(u32::from(each)));
        // Votes on what was taken away since are counted too.
        of.max(voted + in_hand as u32)
    }
}

fn votes(question: &QuestionState, answer: AnswerId) -> u32 {
    question.statements.as_ref().map_or(0, |statements| statements.counts(answer).votes())
}

fn text_of(question: &QuestionState, answer: AnswerId) -> &str {
    question.standing.get(&answer).and_then(|answer| answer.content.text()).unwrap_or_default()
}
