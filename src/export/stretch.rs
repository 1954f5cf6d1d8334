//! Times as the clock on the wall showed them: planned ones, and the stretches in which an item was shown.

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;

use crate::session::{Run, TimeOfDay};

/// Shorter showings are somebody clicking past, unless there is no longer one.
const GLIMPSE_MS: i64 = 60_000;
/// Showings closer than this are one stretch: somebody looked something up and came back.
const GAP_MS_MAX: i64 = 5 * 60_000;
/// From this difference on the planned time is worth a note.
const LATE_MINUTES_MIN: i64 = 5;

/// When something was planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlannedTime {
    /// Its start.
    pub from: Option<Time>,
    /// Its end.
    pub to: Option<Time>,
}

/// When something took place, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its start.
    pub from: DateTime,
    /// Its end; none while it lasts.
    pub to: Option<DateTime>,
}

impl PlannedTime {
    /// Whether neither start nor end was planned.
    pub fn is_empty(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether the start or the end turned out five minutes or more from what was planned.
    pub fn differs_from(&self, held: &Stretch) -> bool {
        let far = |planned: Option<Time>, real: Option<Time>| {
            planned.zip(real).is_some_and(|(planned, real)| {
                (minute_of_day(planned) - minute_of_day(real)).abs() >= LATE_MINUTES_MIN
            })
        };
        far(self.from, Some(held.from.time())) || far(self.to, held.to.map(DateTime::time))
    }
}

/// The stretches in which an item was shown, glimpses left out and short gaps closed.
pub(super) fn stretches(runs: &[Run], time_zone: &TimeZone) -> Vec<Stretch> {
    let long = |run: &Run| run.to_ms.is_none_or(|to_ms| to_ms - run.from_ms >= GLIMPSE_MS);
    let only_glimpses = !runs.iter().any(long);
    let mut joined: Vec<Run> = Vec::new();
    for run in runs.iter().filter(|run| only_glimpses || long(run)) {
        match joined.last_mut() {
            Some(last) if last.to_ms.is_some_and(|to_ms| run.from_ms - to_ms < GAP_MS_MAX) => {
                last.to_ms = run.to_ms;
            }
            Some(_) | None => joined.push(*run),
        }
    }
    if only_glimpses {
        joined.truncate(1);
    }
    joined
        .iter()
        .map(|run| Stretch {
            from: local(run.from_ms, time_zone),
            to: run.to_ms.map(|to_ms| local(to_ms, time_zone)),
        })
        .collect()
}

/// The date and time on the wall, to the minute.
pub(super) fn local(at_ms: i64, time_zone: &TimeZone) -> DateTime {
    let shown = time_zone.to_datetime(Timestamp::from_millisecond(at_ms).unwrap_or_default());
    DateTime::from_parts(shown.date(), to_minute(shown.hour(), shown.minute()))
}

/// A planned time.
pub(super) fn civil_time(time: TimeOfDay) -> Time {
    let written = time.to_string();
    let (hour, minute) = written.split_once(':').unwrap_or_default();
    to_minute(hour.parse().unwrap_or_default(), minute.parse().unwrap_or_default())
}

fn to_minute(hour: i8, minute: i8) -> Time {
    Time::new(hour, minute, 0, 0).unwrap_or_default()
}

fn minute_of_day(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}
