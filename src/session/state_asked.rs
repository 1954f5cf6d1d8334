//! How the state records what happens to questions to the speaker.

use super::asked::{HeldAsked, Vote};
use super::effects::{Effects, Part};
use super::event::{Event, Recorded};
use super::ids::AskedId;
use super::state::Session;

impl Session {
    /// Records a fact on questions to the speaker; any other is passed over.
    pub(super) fn record_on_asked(&mut self, recorded: &Recorded, effects: &mut Effects) {
        let at = (self.position, recorded.at_ms);
        match &recorded.event {
            Event::AskingAllowed { questions } => {
                self.asked.plan = *questions;
                effects.touch(Part::Asking);
            }
            Event::SpeakerAsked { asked, who, key, text, place } => {
                self.asked.number_after(*asked);
                let held = HeldAsked { position: self.position, asked: Some(*asked) };
                self.asked.held.entry(*who).or_default().insert(key.clone(), held);
                self.asked.insert(*asked, (*who, key.clone()), text.clone(), *place, at);
                effects.asked.insert(*asked);
            }
            Event::AskedWithdrawn { who, key, asked } => {
                let held = HeldAsked { position: self.position, asked: None };
                self.asked.held.entry(*who).or_default().insert(key.clone(), held);
                if let Some(asked) = asked {
                    self.asked.number_after(*asked);
                    self.forget_asked(*asked, effects);
                }
            }
            Event::AskedVoted { asked, who, version, up } => {
                self.asked.record_vote(*asked, *who, Vote { version: *version, up: *up }, self.position);
                effects.voted.insert(*asked);
            }
            Event::AskedPlaced { asked, place } => {
                for id in asked {
                    self.asked.put(*id, *place, at);
                    effects.asked.insert(*id);
                    effects.askers.extend(self.asked.all().get(id).map(|asked| asked.who));
                }
                effects.touch(Part::Asking);
            }
            Event::AskedTakenUp { asked } => {
                // A row that was erased since may have held the question.
                self.asked.now = asked.filter(|id| self.asked.all().contains_key(id));
                effects.touch(Part::Asking);
            }
            Event::AskedShown { on_projector } => {
                self.asked.on_projector = *on_projector;
                effects.touch(Part::Asking);
            }
            Event::AskedErased { asked } => {
                for erased in asked {
                    self.asked.number_after(erased.asked);
                    let held = HeldAsked { position: self.position, asked: None };
                    self.asked.held.entry(erased.who).or_default().insert(erased.key.clone(), held);
                    self.forget_asked(erased.asked, effects);
                    effects.askers.insert(erased.who);
                }
            }
            _ => {}
        }
    }

    fn forget_asked(&mut self, id: AskedId, effects: &mut Effects) {
        if let Some(asked) = self.asked.forget(id) {
            effects.superseded(Some(asked.position));
        }
        effects.asked.insert(id);
        effects.touch(Part::Asking);
    }
}
