//! From an archive to what was asked of the speaker.

use std::cmp::Reverse;

use super::form::{Archive, ArchivedAsked};
use crate::session::{AnswerKey, AskedId, AskedPlace, Event, Facts};

impl Facts {
    /// Questions to the speaker, each of and voted for by people of its own.
    ///
    /// Everybody who votes had a chance to vote for what was shown by then: so those that most people could vote for are
    /// shown first, and who says nothing for any takes a vote back that was none.
    pub(super) fn asked(&mut self, archive: &Archive) {
        let mut shown: Vec<(AskedId, &ArchivedAsked)> = Vec::new();
        for (id, asked) in (1..).map(AskedId).zip(&archive.asked) {
            let who = self.somebody();
            let key = AnswerKey::numbered(id.0);
            let was_shown = asked.place.is_public() || chances(asked) > 0;
            let place = if was_shown { AskedPlace::Awaiting } else { asked.place };
            self.tell(Event::SpeakerAsked { asked: id, who, key, text: asked.text.clone(), place });
            shown.extend(was_shown.then_some((id, asked)));
        }
        shown.sort_by_key(|(_, asked)| Reverse(chances(asked)));
        let mut votes: Vec<(AskedId, u32)> = Vec::new();
        for (index, (id, asked)) in shown.iter().enumerate() {
            self.tell(Event::AskedPlaced { asked: vec![*id], place: AskedPlace::Shown });
            votes.push((*id, asked.votes));
            let next = shown.get(index + 1).map_or(0, |(_, next)| chances(next));
            for _ in next..chances(asked) {
                self.vote(&mut votes);
            }
        }
        for (id, asked) in shown.iter().filter(|(_, asked)| asked.place != AskedPlace::Shown) {
            self.tell(Event::AskedPlaced { asked: vec![*id], place: asked.place });
        }
    }

    /// Somebody votes for each question that lacks votes, or for none.
    fn vote(&mut self, votes: &mut [(AskedId, u32)]) {
        let who = self.somebody();
        let mut up = false;
        for (asked, left) in votes.iter_mut().filter(|(_, left)| *left > 0) {
            (*left, up) = (*left - 1, true);
            self.tell(Event::AskedVoted { asked: *asked, who, version: 1, up });
        }
        if let Some((asked, _)) = votes.first().filter(|_| !up) {
            self.tell(Event::AskedVoted { asked: *asked, who, version: 1, up });
        }
    }
}

/// How many could have voted for it: at least those who did.
fn chances(asked: &ArchivedAsked) -> u32 {
    asked.chances.unwrap_or(asked.votes)
}
