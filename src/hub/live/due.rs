//! What time makes due: updates to be told, themes to be grouped, rows to be erased, a session to be sealed.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::time::Instant;
use tracing::{error, warn};

use super::{AUDIENCES, Live, PHONE_EVERY, Pending, SCREEN_EVERY, TICK_EVERY};
use crate::hub::clock::now_ms;
use crate::session::{Audience, Command, Part, Stage};
use crate::store::{Log, SessionId, StoreError};

impl Live {
    pub(super) fn next_due(&self) -> Instant {
        let now = Instant::now();
        let mut due = self.tick_at;
        for (audience, pending) in &self.pending {
            if !pending.is_quiet() {
                due = due.min(flush_due(*audience, pending, now));
            }
        }
        if let Some(at) = self.erase_at {
            due = due.min(at);
        }
        if let Some(at_ms) = self.session.next_due_ms() {
            due = due.min(now + Duration::from_millis(at_ms.saturating_sub(now_ms()).max(0).unsigned_abs()));
        }
        due = due.min(self.grouping_due().unwrap_or(due));
        due = due.min(self.signals_due(now).unwrap_or(due));
        if self.is_deserted() {
            due = due.min(self.quiet_since + Duration::from_millis(self.settings.idle_ms_max));
        }
        due
    }

    pub(super) async fn on_time(&mut self) -> Result<(), StoreError> {
        let now = Instant::now();
        self.signals_on_time(now);
        for audience in AUDIENCES {
            let pending = &self.pending[&audience];
            if !pending.is_quiet() && flush_due(audience, pending, now) <= now {
                self.flush(audience);
            }
        }
        if self.erase_at.is_some_and(|at| at <= now) {
            self.erase_aside();
        }
        self.group(now);
        self.clock().await?;
        if self.tick_at <= now {
            self.tick_at = now + TICK_EVERY;
            self.tick().await?;
        }
        Ok(())
    }

    /// Does what the session's own times make due: a clock has run out, a survey opens or closes.
    async fn clock(&mut self) -> Result<(), StoreError> {
        let now_ms = now_ms();
        if self.session.next_due_ms().is_none_or(|at_ms| at_ms > now_ms) {
            return Ok(());
        }
        let mut events = Vec::new();
        if let Err(code) = self.decide(&Command::TimeUp { now_ms }, &mut events) {
            warn!(?code, "what a clock made due was refused");
        }
        self.store(events).await
    }

    /// What the wall clock makes due: removed answers are erased, an ended session is sealed.
    pub(super) async fn tick(&mut self) -> Result<(), StoreError> {
        let before_ms = now_ms() - self.settings.undo_ms;
        let mut events = Vec::new();
        let over =
            self.session.stage == Stage::Ended && self.session.ended_ms.is_some_and(|at| at <= before_ms);
        let command = if over { Command::Seal } else { Command::EraseRemoved { before_ms } };
        if let Err(code) = self.decide(&command, &mut events) {
            warn!(?code, "what the clock made due was refused");
        }
        self.store(events).await
    }

    /// While a session is in memory it stands as due in the catalogue, so that the start after a crash looks at it: what
    /// was withdrawn may still have to be erased, and an ended session to be sealed, though nobody visits it again.
    pub(super) async fn arrive(&mut self) -> Result<(), StoreError> {
        let arrived = async {
            self.log.set_due(self.id, Some(now_ms())).await?;
            if self.session.stage == Stage::Sealed && !self.keys.is_empty() {
                self.seal().await?;
            }
            Ok(())
        };
        arrived.await.inspect_err(|problem: &StoreError| {
            error!(session = %self.id, %problem, "the session could not be made ready");
        })
    }

    /// Erases what is left to erase and notes when the session must be looked at again.
    pub(super) async fn leave(&mut self) {
        let rows = std::mem::take(&mut self.erasable);
        if !rows.is_empty() {
            self.unerased.fetch_add(1, Ordering::Relaxed);
            erase(self.log.clone(), self.id, rows, self.unerased.clone()).await;
        }
        let due = match self.unerased.load(Ordering::Relaxed) {
            0 => {
                let erasure = self.session.waits_since().map(|since| since + self.settings.undo_ms);
                erasure.into_iter().chain(self.session.next_due_ms()).min()
            }
            _ => Some(now_ms()),
        };
        if let Err(problem) = self.log.set_due(self.id, due).await {
            error!(session = %self.id, %problem, "when the session is due could not be noted");
        }
    }

    fn erase_aside(&mut self) {
        self.erase_at = None;
        let rows = std::mem::take(&mut self.erasable);
        self.unerased.fetch_add(1, Ordering::Relaxed);
        tokio::spawn(erase(self.log.clone(), self.id, rows, self.unerased.clone()));
    }
}

/// When an audience is told next; at once, which is `now`, when it has been told nothing yet.
fn flush_due(audience: Audience, pending: &Pending, now: Instant) -> Instant {
    let every = match audience {
        // A signal sounds on all screens together.
        Audience::Phone if pending.effects.parts.contains(&Part::Timer) => Duration::ZERO,
        Audience::Phone => PHONE_EVERY,
        Audience::Presenter | Audience::Facilitator => SCREEN_EVERY,
    };
    pending.told_at.map_or(now, |told| told + every)
}

/// Erases rows and counts the erasure as done; tried again while another process reads the file.
async fn erase(log: Arc<dyn Log>, id: SessionId, rows: Vec<u64>, unerased: Arc<AtomicUsize>) {
    const TRIES_MAX: u32 = 20;
    for attempt in 1..=TRIES_MAX {
        match log.erase(id, rows.clone()).await {
            Ok(()) => {
                unerased.fetch_sub(1, Ordering::Relaxed);
                return;
            }
            Err(StoreError::Busy { .. }) if attempt < TRIES_MAX => {
                tokio::time::sleep(Duration::from_millis(250)).await;
            }
            Err(problem) => {
                // The next load finds these rows again and erases them then.
                error!(session = %id, %problem, "rows could not be erased yet");
                return;
            }
        }
    }
}
