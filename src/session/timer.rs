//! A clock beside an item: stretches of time one after another, with a signal at the end of each.
//!
//! A countdown is one stretch; a talk in pairs is two, with "swap" between them.

use serde::{Deserialize, Serialize};

use super::rejection::Rejection;
use super::text::Heading;

/// Most stretches of one clock.
pub const STRETCHES_MAX: usize = 12;
/// Shortest and longest stretch in seconds: nobody hears a signal sooner, and no item lasts longer than four hours.
pub const STRETCH_SECONDS: std::ops::RangeInclusive<u32> = 5..=14_400;

/// A clock as it is planned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TimerPlan {
    /// What it counts down, in order: 1 to [`STRETCHES_MAX`].
    pub stretches: Vec<Stretch>,
    /// Whether it starts by itself when its item is shown.
    #[serde(default)]
    pub starts_itself: bool,
    /// Whether its item's question closes when the time is up.
    #[serde(default)]
    pub closes_question: bool,
}

/// A stretch of time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// What is done in it ("Den første forteller"); may be empty.
    #[serde(default)]
    pub label: Heading,
    /// How long it lasts: within [`STRETCH_SECONDS`].
    pub seconds: u32,
}

impl TimerPlan {
    /// Whether a clock can run so.
    pub(super) fn check(&self) -> Result<(), Rejection> {
        let count = (1..=STRETCHES_MAX).contains(&self.stretches.len());
        let lengths = self.stretches.iter().all(|stretch| STRETCH_SECONDS.contains(&stretch.seconds));
        if count && lengths { Ok(()) } else { Err(Rejection::TimerOutOfBounds) }
    }
}

/// A clock that was started; all times in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    /// What it counts down; a stretch is lengthened where time was added.
    pub stretches: Vec<Stretch>,
    /// How long it had run at `since_ms`.
    pub elapsed_ms: i64,
    /// When it last started, stopped or was set.
    pub since_ms: i64,
    /// Whether it runs; one that has run out still does.
    pub running: bool,
    /// Whether the question is still to be closed when the time is up.
    pub closes_question: bool,
}

impl Timer {
    pub(super) fn started(plan: &TimerPlan, at_ms: i64) -> Self {
        Timer {
            stretches: plan.stretches.clone(),
            elapsed_ms: 0,
            since_ms: at_ms,
            running: true,
            closes_question: plan.closes_question,
        }
    }

    /// How long it has run by a time, never longer than all stretches together.
    pub fn elapsed_at(&self, now_ms: i64) -> i64 {
        let since = if self.running { (now_ms - self.since_ms).max(0) } else { 0 };
        (self.elapsed_ms + since).min(self.total_ms())
    }

    /// When it runs out; none while it stands still.
    pub fn ends_ms(&self) -> Option<i64> {
        self.running.then(|| self.since_ms + self.total_ms() - self.elapsed_ms)
    }

    pub(super) fn pause(&mut self, at_ms: i64) {
        self.set(self.elapsed_at(at_ms), at_ms);
        self.running = false;
    }

    pub(super) fn resume(&mut self, at_ms: i64) {
        self.set(self.elapsed_at(at_ms), at_ms);
        self.running = true;
    }

    /// Goes to the end of the stretch it is in.
    pub(super) fn skip(&mut self, at_ms: i64) {
        let (_, end_ms) = self.stretch_at(at_ms);
        self.set(end_ms, at_ms);
    }

    /// Lengthens the stretch it is in; the last one, where it has run out.
    pub(super) fn extend(&mut self, seconds: u32, at_ms: i64) {
        self.set(self.elapsed_at(at_ms), at_ms);
        let (index, _) = self.stretch_at(at_ms);
        if let Some(stretch) = self.stretches.get_mut(index) {
            stretch.seconds = stretch.seconds.saturating_add(seconds);
        }
    }

    /// The stretch it is in, and how long it has run at that stretch's end.
    fn stretch_at(&self, now_ms: i64) -> (usize, i64) {
        let elapsed = self.elapsed_at(now_ms);
        let mut end_ms = 0;
        for (index, stretch) in self.stretches.iter().enumerate() {
            end_ms += i64::from(stretch.seconds) * 1_000;
            if elapsed < end_ms {
                return (index, end_ms);
            }
        }
        (self.stretches.len().saturating_sub(1), end_ms)
    }

    fn set(&mut self, elapsed_ms: i64, at_ms: i64) {
        (self.elapsed_ms, self.since_ms) = (elapsed_ms, at_ms);
    }

    /// How long all stretches last together.
    pub(super) fn total_ms(&self) -> i64 {
        self.stretches.iter().map(|stretch| i64::from(stretch.seconds) * 1_000).sum()
    }
}
