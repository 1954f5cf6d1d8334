//! Slows down guessing of join codes without locking anybody out.
//!
//! People in one hall share one address, so nothing here looks at addresses. Wrong codes are counted for the whole
//! server; when there are too many, those who come by a typed code wait in a short line, a few at a time. Who comes by
//! the QR link carries its further secret and never waits.

use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::Instant;

/// Wrong codes a second that are taken for mistyped ones.
const WRONG_PER_SECOND: NonZeroU32 = NonZeroU32::new(10).unwrap();
/// Wrong codes at once that are taken for mistyped ones: a full hall that was told a wrong code.
const WRONG_BURST: NonZeroU32 = NonZeroU32::new(300).unwrap();
/// How long typed codes wait in line after that.
const GUARDED_FOR: Duration = Duration::from_secs(10);
/// How long each waits.
const WAIT: Duration = Duration::from_secs(2);
/// How many wait at a time; together at most 32 guesses a second, 36 days for half of all codes.
const LINE_MAX: usize = 64;

/// The guard of one server.
pub struct Guard {
    wrong: DefaultDirectRateLimiter,
    until: Mutex<Option<Instant>>,
    line: Semaphore,
}

/// The line is full: come back in a while.
#[derive(Debug, PartialEq, Eq)]
pub struct LineFull;

impl Default for Guard {
    fn default() -> Self {
        let quota = Quota::per_second(WRONG_PER_SECOND).allow_burst(WRONG_BURST);
        Guard { wrong: RateLimiter::direct(quota), until: Mutex::default(), line: Semaphore::new(LINE_MAX) }
    }
}

impl Guard {
    /// To be called before a typed code is looked up; returns at once unless many were wrong lately.
    pub async fn admit(&self) -> Result<(), LineFull> {
        if !self.is_guarded() {
            return Ok(());
        }
        let place: SemaphorePermit = self.line.try_acquire().map_err(|_| LineFull)?;
        tokio::time::sleep(WAIT).await;
        drop(place);
        Ok(())
    }

    /// To be called when a typed code was wrong.
    pub fn was_wrong(&self) {
        if self.wrong.check().is_err() {
            *self.until.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + GUARDED_FOR);
        }
    }

    /// Whether many codes were wrong lately.
    pub fn is_guarded(&self) -> bool {
        self.until.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(|until| Instant::now() < until)
    }
}
