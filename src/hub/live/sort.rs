//! The room sorts and makes piles: phones are handed answers, and the engine's view is asked for.

use super::Live;
use crate::hub::frames;
use crate::session::{AnswerId, Command, Effects, ItemId, Pseudonym, Recorded, ThemeId};
use crate::wire::{NoTask, ServerMessage};

impl Live {
    /// Counts a tap; one that cannot be counted (its answer is gone, the sorting is over) is passed over, since what the
    /// phone is given next tells it all it must know.
    pub(super) fn place(
        &mut self,
        connection: u64,
        item: ItemId,
        answer: AnswerId,
        theme: Option<ThemeId>,
        events: &mut Vec<Recorded>,
    ) {
        let Some(who) = self.who(connection, item) else { return };
        let tapped = self.handouts.get(&item).and_then(|handouts| handouts.tapped(who, answer));
        let Some((shown, weight)) = tapped else { return };
        let command = Command::SortAnswer { item, who, answer, theme, shown, weight };
        self.decide(&command, events).ok();
    }

    /// Counts a hand that was parted; one that cannot be counted is passed over, as a tap is.
    pub(super) fn lay(
        &mut self,
        connection: u64,
        item: ItemId,
        piles: Vec<Vec<AnswerId>>,
        events: &mut Vec<Recorded>,
    ) {
        let Some(who) = self.who(connection, item) else { return };
        let Some(weight) = self.hands.get(&item).and_then(|hands| hands.laid(who, &piles)) else { return };
        self.decide(&Command::LayPiles { item, who, piles, weight }, events).ok();
    }

    /// Who a connected phone is for one question; none before the question has a key.
    fn who(&self, connection: u64, item: ItemId) -> Option<Pseudonym> {
        Some(self.phones.token(connection)?.pseudonym(self.keys.get(&item.0)?))
    }

    /// Hands a phone the next answer or hand of answers, or says why there is none.
    pub(super) fn give_task(&mut self, connection: u64, item: ItemId) {
        let nothing = ServerMessage::NoTask { item, why: NoTask::NotSorting, placed: 0 };
        let question = self.session.question(item).filter(|_| !self.session.is_over());
        if self.takes_stands(item) {
            let voter = self.phones.token(connection).and_then(|token| self.voter(token, item));
            let message = match (voter, question) {
                (Some((who, author)), Some((_, question))) => {
                    self.stands.entry(item).or_default().next(item, question, who, author)
                }
                (None, _) | (_, None) => nothing,
            };
            return self.phones.send(connection, frames::encode(&message));
        }
        let message = match (self.who(connection, item), question) {
            (Some(who), Some((_, question)))
                if question.piles.as_ref().is_some_and(|piles| piles.running) =>
            {
                self.hands.entry(item).or_default().next(item, question, who)
            }
            (Some(who), Some((_, question))) => {
                self.handouts.entry(item).or_default().next(item, question, who)
            }
            (None, _) | (_, None) => nothing,
        };
        self.phones.send(connection, frames::encode(&message));
    }

    /// What there is to sort changes as a whole with every hand on the themes, and by single answers as they come and go;
    /// a tap changes one answer, which is put in its place when it is given back.
    pub(super) fn note_sorting(&mut self, effects: &Effects) {
        for (item, handouts) in &mut self.handouts {
            if effects.sortable.contains(item) {
                handouts.stale();
            } else if let Some(answers) = effects.answers.get(item)
                && let Some(question) = self.session.questions.get(item)
            {
                handouts.update(question, answers);
            }
        }
        for (item, hands) in &mut self.hands {
            if effects.sortable.contains(item) {
                hands.stale();
            } else if let Some(answers) = effects.answers.get(item)
                && let Some(question) = self.session.questions.get(item)
            {
                hands.update(question, answers);
            }
        }
        self.note_stands(effects);
        let sorts = |item: &ItemId| {
            let question = self.session.questions.get(item);
            question.and_then(|question| question.sort.as_ref()).is_some_and(|sort| sort.running)
        };
        let piles = |item: &ItemId| {
            let question = self.session.questions.get(item);
            question.and_then(|question| question.piles.as_ref()).is_some_and(|piles| piles.running)
        };
        self.handouts.retain(|item, _| sorts(item));
        let votes = |item: &ItemId| {
            let question = self.session.questions.get(item);
            question.and_then(|question| question.statements.as_ref()).is_some_and(|known| known.running)
        };
        self.hands.retain(|item, _| piles(item));
        self.stands.retain(|item, _| votes(item));
        for item in &effects.sortable {
            if self.session.questions.get(item).is_some_and(|question| question.wants_priming()) {
                self.groups.wake(*item);
            }
        }
    }
}
