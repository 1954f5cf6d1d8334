//! What the task tells: snapshots, updates, and each phone's own answers.

use bytes::Bytes;
use tokio::time::Instant;

use super::Live;
use crate::hub::frames;
use crate::hub::secrets::Token;
use crate::session::{self, Audience, Change, Holders};
use crate::wire::ServerMessage;

impl Live {
    /// The whole state of an audience, told up to now; made once until something changes.
    pub(super) fn snapshot(&mut self, audience: Audience) -> (u64, Bytes) {
        self.flush(audience);
        let position = self.feeds.of(audience).position();
        if let Some(made) = self.pending.get(&audience).and_then(|pending| pending.snapshot.clone()) {
            return made;
        }
        let mut changes = session::snapshot(&self.session, audience);
        match audience {
            Audience::Phone => {}
            Audience::Presenter | Audience::Facilitator => {
                changes.push(Change::Joining { joining: self.joining.clone() });
                changes.push(self.presence());
            }
        }
        if audience == Audience::Facilitator {
            changes.push(Change::Signals { counts: self.signals.counts() });
        }
        let frame = frames::snapshot(&self.epoch, position, changes);
        if let Some(pending) = self.pending.get_mut(&audience) {
            pending.snapshot = Some((position, frame.clone()));
        }
        (position, frame)
    }

    /// Tells an audience what it has not been told.
    pub(super) fn flush(&mut self, audience: Audience) {
        let Some(pending) = self.pending.get_mut(&audience) else {
            return;
        };
        if pending.is_quiet() {
            return;
        }
        let effects = std::mem::take(&mut pending.effects);
        let presence = std::mem::take(&mut pending.presence);
        let signals = std::mem::take(&mut pending.signals);
        pending.told_at = Some(Instant::now());
        let mut changes = session::changes(&self.session, audience, &effects);
        if presence {
            changes.push(self.presence());
        }
        if signals {
            changes.extend(self.signals_news());
        }
        if audience == Audience::Phone {
            self.tell_holders(&effects.holders);
            self.tell_players(&effects);
            self.tell_askers(&effects.askers);
        }
        if !changes.is_empty() {
            let feed = self.feeds.of(audience);
            feed.publish(frames::update(&self.epoch, feed.position() + 1, changes));
            if let Some(pending) = self.pending.get_mut(&audience) {
                pending.snapshot = None;
            }
        }
    }

    pub(super) fn presence(&self) -> Change {
        Change::Presence { connected: self.phones.people(), joined: self.session.joined() as u32 }
    }

    /// Tells phones whose answers another hand changed how they stand.
    pub(super) fn tell_holders(&self, holders: &Holders) {
        if !holders.all && holders.some.is_empty() {
            return;
        }
        for (connection, token) in self.phones.all() {
            let concerned = holders.all
                || holders.some.iter().any(|(item, who)| {
                    self.keys.get(&self.key_name(*item)).is_some_and(|key| token.pseudonym(key) == *who)
                });
            if concerned {
                self.phones.send(connection, self.mine(token));
            }
        }
    }

    pub(super) fn mine(&self, token: &Token) -> Bytes {
        let questions = self.session.questions.keys();
        let own = questions.filter_map(|item| {
            let who = token.pseudonym(self.keys.get(&self.key_name(*item))?);
            Some(session::own_answers(&self.session, *item, who))
        });
        frames::encode(&ServerMessage::Mine { answers: own.flatten().collect() })
    }
}
