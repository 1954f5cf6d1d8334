//! How the state records nicknames, and counts the points of quiz questions that are over.

use super::effects::{Effects, Part};
use super::event::{Event, Recorded};
use super::ids::ItemId;
use super::kinds::Ask;
use super::state::Session;

impl Session {
    /// Records a fact on a nickname; any other is passed over.
    pub(super) fn record_on_players(&mut self, recorded: &Recorded, effects: &mut Effects) {
        match &recorded.event {
            Event::NicknameChosen { player, who, nickname } => {
                self.players.choose(*player, *who, nickname, self.position);
                effects.touch(Part::Nicknames);
            }
            Event::NicknameRemoved { player } => {
                self.players.remove(*player, recorded.at_ms);
                effects.touch(Part::Leaderboard);
            }
            Event::NicknameRestored { player } => {
                self.players.restore(*player);
                effects.touch(Part::Leaderboard);
            }
            Event::NicknamesErased { players, next_player } => {
                self.players.number_from(*next_player);
                for player in players {
                    effects.superseded(self.players.forget(*player));
                }
                effects.touch(Part::Leaderboard);
            }
            _ => {}
        }
    }

    /// Whether the room may know what is right: nobody can answer any more, and results are not kept from the room.
    pub fn is_solved(&self, item: ItemId) -> bool {
        self.question(item).is_some_and(|(_, question)| question.is_solved())
    }

    /// The quiz questions of the programme whose points are counted, in the order they were last shown.
    pub(super) fn counted_questions(&self) -> Vec<ItemId> {
        let counted = |item: &ItemId| {
            let scores = self.questions.get(item).and_then(|question| question.scores.as_ref());
            scores.is_some_and(|scores| scores.is_counted())
        };
        let mut items: Vec<ItemId> =
            self.programme.items().iter().map(|item| item.id).filter(counted).collect();
        items.sort_by_key(|item| self.programme.runs.get(item).and_then(|runs| runs.last()?.from_ms.into()));
        items
    }

    /// The quiz questions of the programme.
    pub(super) fn quiz_questions(&self) -> usize {
        let asks = self.programme.items().iter().filter_map(|item| item.plan.question());
        asks.filter(|question| matches!(question.ask, Ask::Quiz(_))).count()
    }

    /// Counts the points of the questions touched that are over, and no longer those that are not.
    pub(super) fn settle_scores(&mut self, effects: &mut Effects) {
        let items: Vec<ItemId> = if effects.parts.contains(&Part::Programme) || !effects.reloads.is_empty() {
            self.questions.keys().copied().collect()
        } else {
            effects.answers.keys().copied().collect()
        };
        for item in items {
            let is_over = self.is_solved(item);
            let Some(scores) = self.questions.get_mut(&item).and_then(|question| question.scores.as_mut())
            else {
                continue;
            };
            let turns = scores.is_counted() != is_over;
            let due = scores.settle(is_over);
            if turns || !due.is_empty() {
                effects.touch(Part::Leaderboard);
            }
            for (who, points) in due {
                self.players.give(who, points);
            }
        }
    }
}
