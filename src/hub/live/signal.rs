//! What phones signal: counted and told here, and never stored.

use std::time::Duration;

use tokio::time::Instant;

use super::Live;
use crate::hub::OwnSignals;
use crate::hub::frames;
use crate::session::{Audience, Change, Effects, Pace, Part, Reaction, Rejection, SignalCounts};
use crate::wire::ServerMessage;

/// Between two words to the projector on reactions: more often would not look livelier.
const REACTIONS_EVERY: Duration = Duration::from_millis(200);

/// What a phone says without words.
pub(in crate::hub) enum Signal {
    React(Reaction),
    RaiseHand { up: bool },
    JudgePace(Option<Pace>),
    Recall,
}

/// What was told last.
#[derive(Default)]
pub(super) struct Told {
    counts: SignalCounts,
    reactions_at: Option<Instant>,
}

impl Live {
    /// Counts what a phone signals. A reaction that is let through is not answered; everything else is.
    pub(super) fn signal(&mut self, connection: u64, signal: Signal) {
        let Some(who) = self.phones.token(connection) else { return };
        let allowed = self.session.signals_now();
        let is_allowed = match signal {
            Signal::React(_) => allowed.reactions,
            Signal::RaiseHand { .. } => allowed.hands,
            Signal::JudgePace(_) => allowed.pace,
            Signal::Recall => true,
        };
        if !is_allowed {
            let refused = ServerMessage::Refused { of: None, code: Rejection::NotAllowed };
            return self.phones.send(connection, frames::encode(&refused));
        }
        let now = Instant::now();
        match signal {
            Signal::React(reaction) => return self.signals.react(reaction),
            Signal::RaiseHand { up } => self.signals.raise_hand(who, connection, up, now),
            Signal::JudgePace(pace) => self.signals.judge_pace(who, connection, pace, now),
            Signal::Recall => {}
        }
        self.tell_own(vec![(connection, self.signals.own(who))]);
        self.signals_changed();
    }

    pub(super) fn lower_hands(&mut self) {
        let lowered = self.signals.lower_hands();
        self.tell_own(lowered);
        self.signals_changed();
    }

    /// Lets go of what is not allowed any more, or not while no item is shown.
    pub(super) fn note_signals(&mut self, effects: &Effects) {
        if effects.parts.contains(&Part::Signals) || effects.parts.contains(&Part::Stage) {
            self.signals.keep_to(self.session.signals_now());
            self.signals_changed();
        }
    }

    pub(super) fn signals_due(&self, now: Instant) -> Option<Instant> {
        self.reactions_due(now).into_iter().chain(self.signals.look_at()).min()
    }

    /// Tells the projector of reactions, and forgets what has run out.
    pub(super) fn signals_on_time(&mut self, now: Instant) {
        if self.reactions_due(now).is_some_and(|at| at <= now) {
            let counts = self.signals.take_reactions();
            self.signals_told.reactions_at = Some(now);
            let feed = self.feeds.of(Audience::Presenter);
            let changes = vec![Change::Reactions { counts }];
            feed.publish(frames::update(&self.epoch, feed.position() + 1, changes));
            if let Some(pending) = self.pending.get_mut(&Audience::Presenter) {
                pending.snapshot = None;
            }
        }
        if self.signals.look_at().is_some_and(|at| at <= now) {
            let forgotten = self.signals.forget(now);
            self.tell_own(forgotten);
            self.signals_changed();
        }
    }

    /// The numbers, where they are others than were told last.
    pub(super) fn signals_news(&mut self) -> Option<Change> {
        let counts = self.signals.counts();
        let before = std::mem::replace(&mut self.signals_told.counts, counts);
        (counts != before).then_some(Change::Signals { counts })
    }

    pub(super) fn signals_changed(&mut self) {
        let is_news = self.signals.counts() != self.signals_told.counts;
        if let Some(pending) = self.pending.get_mut(&Audience::Facilitator) {
            pending.signals = is_news;
            if is_news {
                pending.snapshot = None;
            }
        }
    }

    /// When the projector is told next; at once, which is `now`, when it has been told nothing yet.
    fn reactions_due(&self, now: Instant) -> Option<Instant> {
        let due = self.signals_told.reactions_at.map_or(now, |at| at + REACTIONS_EVERY);
        self.signals.has_reactions().then_some(due)
    }

    fn tell_own(&self, changed: Vec<(u64, OwnSignals)>) {
        for (connection, OwnSignals { hand, pace }) in changed {
            self.phones.send(connection, frames::encode(&ServerMessage::OwnSignals { hand, pace }));
        }
    }
}
