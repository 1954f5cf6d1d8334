//! What people signal just now: reactions, hands and pace. In memory only, and forgotten by itself.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::Duration;

use tokio::time::Instant;

use crate::session::{Pace, Reaction, ReactionCounts, SignalCounts, SignalsPlan};

/// How long what a person thinks of the pace is taken to hold.
pub const PACE_LASTS: Duration = Duration::from_secs(120);
/// How long a phone may be away before its hand is lowered: screens lock and networks drop all the time.
pub const SIGNAL_GRACE: Duration = Duration::from_secs(20);
/// Between two looks for what has run out, so that these cost the same however many signal.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What a room signals. `Who` tells people apart; nothing that is given out names one.
///
/// A signal costs the same however many came before and however many people there are. There is an entry for each person
/// who signals and none for the others.
#[derive(Debug)]
pub struct RoomSignals<Who> {
    reactions: ReactionCounts,
    counts: SignalCounts,
    standing: HashMap<Who, Standing>,
    /// When something may have run out.
    look_at: Option<Instant>,
}

/// A person's own signals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnSignals {
    /// Whether the hand is up.
    pub hand: bool,
    /// What the person thinks of the pace.
    pub pace: Option<Pace>,
}

#[derive(Debug)]
struct Standing {
    /// The connection that signalled last, which is told when time or the facilitator takes it back.
    connection: u64,
    own: OwnSignals,
    pace_until: Instant,
    /// Until when the person is waited for; none while connected.
    away_until: Option<Instant>,
}

impl<Who> Default for RoomSignals<Who> {
    fn default() -> Self {
        RoomSignals {
            reactions: ReactionCounts::default(),
            counts: SignalCounts::default(),
            standing: HashMap::new(),
            look_at: None,
        }
    }
}

impl<Who: Clone + Eq + Hash> RoomSignals<Who> {
    /// Somebody reacts.
    pub fn react(&mut self, reaction: Reaction) {
        self.reactions.add(reaction);
    }

    /// Whether reactions wait to be taken.
    pub fn has_reactions(&self) -> bool {
        !self.reactions.is_empty()
    }

    /// The reactions since they were last taken.
    pub fn take_reactions(&mut self) -> ReactionCounts {
        std::mem::take(&mut self.reactions)
    }

    /// Hands and pace as they stand.
    pub fn counts(&self) -> SignalCounts {
        self.counts
    }

    /// What a person signals.
    pub fn own(&self, who: &Who) -> OwnSignals {
        self.standing.get(who).map(|standing| standing.own).unwrap_or_default()
    }

    /// A person raises or lowers a hand.
    pub fn raise_hand(&mut self, who: &Who, connection: u64, up: bool, now: Instant) {
        self.set(who, connection, OwnSignals { hand: up, ..self.own(who) }, now);
    }

    /// A person says what they think of the pace, or nothing any more.
    pub fn judge_pace(&mut self, who: &Who, connection: u64, pace: Option<Pace>, now: Instant) {
        self.set(who, connection, OwnSignals { pace, ..self.own(who) }, now);
        if let Some(standing) = self.standing.get_mut(who) {
            standing.pace_until = now + PACE_LASTS;
        }
        if pace.is_some() {
            self.look_by(now + PACE_LASTS);
        }
    }

    /// A person's last connection is over; what they signal stands for a while.
    pub fn leave(&mut self, who: &Who, now: Instant) {
        if let Some(standing) = self.standing.get_mut(who) {
            standing.away_until = Some(now + SIGNAL_GRACE);
            self.look_by(now + SIGNAL_GRACE);
        }
    }

    /// A person is back by this connection.
    pub fn come_back(&mut self, who: &Who, connection: u64) {
        if let Some(standing) = self.standing.get_mut(who) {
            (standing.connection, standing.away_until) = (connection, None);
        }
    }

    /// Lowers all hands. Gives the connections whose own signals changed.
    pub fn lower_hands(&mut self) -> Vec<(u64, OwnSignals)> {
        self.review(|standing| OwnSignals { hand: false, ..standing.own })
    }

    /// Lets go of what is not allowed any more; whoever hears what is allowed knows it.
    pub fn keep_to(&mut self, allowed: SignalsPlan) {
        if !allowed.reactions {
            self.reactions = ReactionCounts::default();
        }
        let stands = |hands: bool, pace: bool| {
            (hands && self.counts.hands > 0) || (pace && self.counts.too_fast + self.counts.too_slow > 0)
        };
        if stands(!allowed.hands, !allowed.pace) {
            self.review(|standing| OwnSignals {
                hand: standing.own.hand && allowed.hands,
                pace: standing.own.pace.filter(|_| allowed.pace),
            });
        }
    }

    /// When to look for what has run out; none while nothing can.
    pub fn look_at(&self) -> Option<Instant> {
        self.look_at
    }

    /// Forgets what has run out. Gives the connections whose own signals changed.
    pub fn forget(&mut self, now: Instant) -> Vec<(u64, OwnSignals)> {
        let changed = self.review(|standing| match standing.away_until {
            Some(until) if until <= now => OwnSignals::default(),
            Some(_) | None => {
                OwnSignals { pace: standing.own.pace.filter(|_| standing.pace_until > now), ..standing.own }
            }
        });
        let ends = self.standing.values().flat_map(|standing| {
            [standing.own.pace.map(|_| standing.pace_until), standing.away_until].into_iter().flatten()
        });
        self.look_at = ends.min().map(|end| end.max(now + LOOK_EVERY));
        changed
    }

    fn look_by(&mut self, end: Instant) {
        self.look_at = Some(self.look_at.map_or(end, |at| at.min(end)));
    }

    fn set(&mut self, who: &Who, connection: u64, own: OwnSignals, now: Instant) {
        let before = self.own(who);
        recount(&mut self.counts, before, own);
        if own == OwnSignals::default() {
            self.standing.remove(who);
            return;
        }
        let fresh = Standing { connection, own, pace_until: now, away_until: None };
        let standing = self.standing.entry(who.clone()).or_insert(fresh);
        (standing.connection, standing.own) = (connection, own);
    }

    /// Sets everybody's signals anew; who signals nothing any more is let go.
    fn review(&mut self, own_of: impl Fn(&Standing) -> OwnSignals) -> Vec<(u64, OwnSignals)> {
        let mut changed = Vec::new();
        let counts = &mut self.counts;
        self.standing.retain(|_, standing| {
            let own = own_of(standing);
            if own != standing.own {
                recount(counts, standing.own, own);
                changed.push((standing.connection, own));
                standing.own = own;
            }
            own != OwnSignals::default()
        });
        changed
    }
}

fn recount(counts: &mut SignalCounts, before: OwnSignals, after: OwnSignals) {
    let step = |count: &mut u32, was: bool, is: bool| {
        *count = *count + u32::from(is) - u32::from(was);
    };
    step(&mut counts.hands, before.hand, after.hand);
    let is = |own: OwnSignals, pace: Pace| own.pace == Some(pace);
    step(&mut counts.too_fast, is(before, Pace::TooFast), is(after, Pace::TooFast));
    step(&mut counts.too_slow, is(before, Pace::TooSlow), is(after, Pace::TooSlow));
}
