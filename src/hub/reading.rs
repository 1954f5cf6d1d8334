//! How long it takes to read what a phone was given, and how much a tap counts that came sooner.

use std::time::Duration;

use tokio::time::Instant;

use crate::session::FULL_WEIGHT;

/// Nobody takes in a text in less time than this.
const GLANCE: Duration = Duration::from_millis(500);
/// A fast reader's time for one character.
const READ_CHAR: Duration = Duration::from_millis(12);
/// Longer than this nobody has to read one text for a tap to count in full.
const READ_MAX: Duration = Duration::from_secs(4);
/// What a tap counts at the least, in thousandths.
const LEAST_WEIGHT: u16 = 100;

/// The least time in which a text is read.
pub(super) fn to_read(text: &str) -> Duration {
    (GLANCE + READ_CHAR * text.chars().count() as u32).min(READ_MAX)
}

/// What counts that was given then and takes so long to read, in thousandths.
pub(super) fn weight(given: Instant, to_read: Duration) -> u16 {
    let share = given.elapsed().as_secs_f64() / to_read.as_secs_f64().max(f64::MIN_POSITIVE);
    ((share * f64::from(FULL_WEIGHT)) as u16).clamp(LEAST_WEIGHT, FULL_WEIGHT)
}
