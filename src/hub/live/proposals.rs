//! Groupings that wait for the facilitator's word, and the way back from one that was used.

use std::collections::BTreeMap;

use super::Live;
use crate::hub::message::UsedProposal;
use crate::hub::themes::Suggestion;
use crate::session::{Command, Effects, ItemId, Recorded, Rejection};

/// Groupings kept at a time; the oldest goes. A person looks at one and may go back one step.
const PROPOSALS_MAX: usize = 8;

/// What is kept, by number.
#[derive(Default)]
pub(super) struct Proposals {
    latest: u64,
    kept: BTreeMap<u64, (ItemId, Suggestion)>,
}

impl Proposals {
    /// Keeps one and gives its number.
    pub fn keep(&mut self, item: ItemId, suggestion: Suggestion) -> u64 {
        self.latest += 1;
        self.kept.insert(self.latest, (item, suggestion));
        if self.kept.len() > PROPOSALS_MAX {
            self.kept.pop_first();
        }
        self.latest
    }

    /// Lets go of those of a question: their headings may be made of words that have gone.
    fn drop_of(&mut self, item: ItemId) {
        self.kept.retain(|_, (of, _)| *of != item);
    }
}

impl Live {
    /// Groups as was proposed; what people decided stands above it, as above any suggestion.
    pub(super) fn use_proposal(
        &mut self,
        proposal: u64,
        events: &mut Vec<Recorded>,
    ) -> Result<UsedProposal, Rejection> {
        let (item, suggestion) = self.proposals.kept.remove(&proposal).ok_or(Rejection::ProposalGone)?;
        let (_, question) = self.session.question(item).ok_or(Rejection::ProposalGone)?;
        let before = Suggestion::standing(question);
        self.groups.forget(item);
        let Suggestion { themes, families } = suggestion;
        let position = self.decide(&Command::SuggestThemes { item, themes, families }, events)?;
        Ok(UsedProposal { position, undo: self.proposals.keep(item, before) })
    }

    /// A proposal is out of date when an answer that it may speak of has gone.
    pub(super) fn note_proposals(&mut self, effects: &Effects) {
        for (item, answers) in &effects.answers {
            let stands = |question: &crate::session::QuestionState| {
                answers.iter().all(|answer| question.standing.contains_key(answer))
            };
            if !self.session.questions.get(item).is_some_and(stands) {
                self.proposals.drop_of(*item);
            }
        }
        for item in &effects.reloads {
            if self.session.questions.get(item).is_none_or(|question| question.standing.is_empty()) {
                self.proposals.drop_of(*item);
            }
        }
    }
}
