//! What a hall says without words: which of it is allowed. What is said this way is never part of the log.

use serde::{Deserialize, Serialize};

/// What phones may signal, as prepared with a session or decided while it runs; nothing at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignalsPlan {
    /// Reactions that float over the projector.
    #[serde(default)]
    pub reactions: bool,
    /// Hands, which the facilitator sees the number of.
    #[serde(default)]
    pub hands: bool,
    /// "Too fast" and "too slow", which the facilitator sees the numbers of.
    #[serde(default)]
    pub pace: bool,
}

impl SignalsPlan {
    pub(super) fn is_off(&self) -> bool {
        *self == SignalsPlan::default()
    }
}

/// A reaction, of which any number may come.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Reaction {
    /// Clapping hands.
    Applause,
    /// A heart.
    Heart,
    /// A thumb that points up.
    ThumbsUp,
    /// A light bulb.
    Idea,
}

/// How many of each reaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct ReactionCounts {
    /// Of [`Reaction::Applause`].
    pub applause: u32,
    /// Of [`Reaction::Heart`].
    pub heart: u32,
    /// Of [`Reaction::ThumbsUp`].
    pub thumbs_up: u32,
    /// Of [`Reaction::Idea`].
    pub idea: u32,
}

impl ReactionCounts {
    /// Counts one more.
    pub fn add(&mut self, reaction: Reaction) {
        let count = match reaction {
            Reaction::Applause => &mut self.applause,
            Reaction::Heart => &mut self.heart,
            Reaction::ThumbsUp => &mut self.thumbs_up,
            Reaction::Idea => &mut self.idea,
        };
        *count = count.saturating_add(1);
    }

    /// Counts these too.
    pub fn merge(&mut self, more: ReactionCounts) {
        self.applause += more.applause;
        self.heart += more.heart;
        self.thumbs_up += more.thumbs_up;
        self.idea += more.idea;
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == ReactionCounts::default()
    }
}

/// What a person thinks of the pace; at most one at a time.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// It goes too fast.
    TooFast,
    /// It goes too slow.
    TooSlow,
}

/// How many people signal what now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SignalCounts {
    /// Hands that are up.
    pub hands: u32,
    /// People for whom it goes too fast.
    pub too_fast: u32,
    /// People for whom it goes too slow.
    pub too_slow: u32,
}
