//! The task that owns one session: it decides, stores, applies, and only then tells.

mod asked;
mod due;
mod group;
mod proposals;
mod quiz;
mod reply;
mod role;
mod signal;
mod sort;
mod stand;
mod take;
mod tell;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::{mpsc, watch};
use tokio::time::Instant;
use tracing::error;

use crate::hub::HubSettings;
use crate::hub::clock::now_ms;
use crate::hub::handouts::Handouts;
use crate::hub::hands::Hands;
use crate::hub::lock::Lock;
use crate::hub::message::{Feeds, Message};
use crate::hub::phones::Phones;
use crate::hub::secrets::{QuestionKey, Token};
use crate::hub::signals::RoomSignals;
use crate::hub::stands::Stands;
use crate::session::{
    self, Audience, Command, Decision, Effects, Event, ItemId, Joining, Part, PictureId, Recorded, Rejection,
    Session, Stage,
};
use crate::store::{Log, SessionId, StoreError};
pub(super) use asked::Asking;
use group::Groups;
pub(super) use group::Learnt;
use proposals::Proposals;
pub(super) use signal::Signal;

/// Messages decided together and stored by one flush: more would make the first ones wait.
const BATCH_MAX: usize = 2_048;
/// Between two updates to phones: what changes faster is told as one.
const PHONE_EVERY: Duration = Duration::from_millis(500);
/// Between two updates to presenters and facilitators.
const SCREEN_EVERY: Duration = Duration::from_millis(100);
/// From a withdrawal to the erasure of its row, so that several share one.
const ERASE_AFTER: Duration = Duration::from_millis(500);
/// Between two looks at what the clock makes due.
const TICK_EVERY: Duration = Duration::from_secs(20);
/// The key under which attendance is counted; items are numbered from 1.
const ATTENDANCE: u32 = 0;
/// The key under which people put questions to the speaker and vote on them, so that nothing ties these to answers.
const ASKED: u32 = u32::MAX;
const AUDIENCES: [Audience; 3] = [Audience::Phone, Audience::Presenter, Audience::Facilitator];

/// Everything that one session's task owns.
pub(super) struct Live {
    pub id: SessionId,
    pub session: Session,
    pub log: Arc<dyn Log>,
    pub settings: Arc<HubSettings>,
    pub feeds: Arc<Feeds>,
    pub epoch: String,
    pub joining: Joining,
    pub keys: BTreeMap<u32, QuestionKey>,
    /// Where the engine's suggestions come back in.
    pub inbox: mpsc::WeakSender<Message>,
    phones: Phones,
    /// Answers in people's hands, for questions that the room sorts.
    handouts: BTreeMap<ItemId, Handouts>,
    /// Hands of answers that people part, for questions of which the room makes piles.
    hands: BTreeMap<ItemId, Hands>,
    /// Statements that people read, for questions on whose answers they take a stand.
    stands: BTreeMap<ItemId, Stands>,
    /// Groupings that a facilitator looks at.
    proposals: Proposals,
    /// What people signal just now.
    signals: RoomSignals<Token>,
    signals_told: signal::Told,
    pending: BTreeMap<Audience, Pending>,
    erasable: Vec<u64>,
    erase_at: Option<Instant>,
    /// Erasures that are under way, or that failed.
    unerased: Arc<AtomicUsize>,
    groups: Groups,
    tick_at: Instant,
    quiet_since: Instant,
}

/// What an audience has not been told yet.
#[derive(Default)]
struct Pending {
    effects: Effects,
    presence: bool,
    signals: bool,
    told_at: Option<Instant>,
    snapshot: Option<(u64, Bytes)>,
}

impl Pending {
    fn is_quiet(&self) -> bool {
        self.effects.is_quiet() && !self.presence && !self.signals
    }
}

impl Live {
    #[expect(clippy::too_many_arguments, reason = "each is a different part of what the task owns")]
    pub fn new(
        id: SessionId,
        session: Session,
        effects: Effects,
        log: Arc<dyn Log>,
        settings: Arc<HubSettings>,
        feeds: Arc<Feeds>,
        epoch: String,
        joining: Joining,
        keys: BTreeMap<u32, QuestionKey>,
        inbox: mpsc::WeakSender<Message>,
    ) -> Self {
        let now = Instant::now();
        let mut live = Live {
            id,
            log,
            settings,
            feeds,
            epoch,
            joining,
            keys,
            inbox,
            phones: Phones::default(),
            handouts: BTreeMap::new(),
            hands: BTreeMap::new(),
            stands: BTreeMap::new(),
            proposals: Proposals::default(),
            signals: RoomSignals::default(),
            signals_told: signal::Told::default(),
            pending: AUDIENCES.into_iter().map(|audience| (audience, Pending::default())).collect(),
            erasable: Vec::new(),
            erase_at: None,
            unerased: Arc::default(),
            groups: Groups::of(&session.questions),
            tick_at: now,
            quiet_since: now,
            session,
        };
        live.note_erasable(effects.erasable);
        live.tell_links();
        live.fit_lock();
        live
    }

    /// Serves the session until it is idle, the server stops, or the store fails.
    pub async fn run(mut self, mut inbox: mpsc::Receiver<Message>, mut stopping: watch::Receiver<bool>) {
        if self.arrive().await.is_err() {
            return;
        }
        let mut batch = Vec::new();
        loop {
            let due = self.next_due();
            tokio::select! {
                biased;
                _ = stopping.wait_for(|stopping| *stopping) => break,
                count = inbox.recv_many(&mut batch, BATCH_MAX) => {
                    if count == 0 {
                        break;
                    }
                }
                () = tokio::time::sleep_until(due) => {}
            }
            if self.handle(&mut batch).await.is_err() || self.on_time().await.is_err() {
                return;
            }
            if self.is_idle() {
                break;
            }
        }
        // What was sent before the end is still stored and answered.
        inbox.close();
        while inbox.recv_many(&mut batch, BATCH_MAX).await > 0 {
            if self.handle(&mut batch).await.is_err() {
                return;
            }
        }
        for audience in AUDIENCES {
            self.flush(audience);
        }
        self.leave().await;
    }

    async fn handle(&mut self, batch: &mut Vec<Message>) -> Result<(), StoreError> {
        let mut events = Vec::new();
        let mut replies = Vec::new();
        for message in batch.drain(..) {
            self.take(message, &mut events, &mut replies).await?;
        }
        self.store(events).await?;
        for reply in replies {
            self.say(reply);
        }
        for audience in AUDIENCES {
            if self.pending[&audience].effects.parts.contains(&Part::Stage) {
                self.flush(audience);
            }
        }
        Ok(())
    }

    /// Gives the position that tells of it: of the last event made, or of the one known.
    fn decide(&mut self, command: &Command, events: &mut Vec<Recorded>) -> Result<u64, Rejection> {
        match session::decide(&self.session, command, &self.settings.limits)? {
            Decision::Known(position) => Ok(position),
            Decision::Events(made) => {
                let now = now_ms();
                for event in made {
                    let recorded = Recorded::new(now, event);
                    let effects = self.session.apply(&recorded);
                    events.push(recorded);
                    self.touched(effects);
                }
                Ok(self.session.position)
            }
        }
    }

    async fn store(&mut self, events: Vec<Recorded>) -> Result<(), StoreError> {
        if events.is_empty() {
            return Ok(());
        }
        let before = self.session.position - events.len() as u64;
        let payloads = events.iter().map(|event| serde_json::to_vec(event).unwrap_or_default()).collect();
        if let Err(problem) = self.log.append(self.id, before, payloads).await {
            // The state is ahead of the disk now, so it is let go; the next visitor loads what is stored.
            error!(session = %self.id, %problem, "events could not be stored; the session is loaded anew");
            return Err(problem);
        }
        for recorded in &events {
            self.follow(&recorded.event).await?;
        }
        Ok(())
    }

    /// What some facts ask of the world outside the state.
    async fn follow(&mut self, event: &Event) -> Result<(), StoreError> {
        self.note_closing(event);
        if *event == Event::SessionSealed { self.seal().await } else { Ok(()) }
    }

    /// Lets go of what a sealed session needs no more: pictures that nobody sees, and last the keys, by which the next load
    /// knows whether it was done.
    async fn seal(&mut self) -> Result<(), StoreError> {
        let shown = self.session.pictures_shown().into_iter().map(PictureId::bits).collect();
        self.log.retain_pictures(self.id, shown).await?;
        self.keys.clear();
        self.log.destroy_keys(self.id).await
    }

    fn touched(&mut self, effects: Effects) {
        self.note_grouping(&effects);
        self.note_sorting(&effects);
        self.note_proposals(&effects);
        self.note_signals(&effects);
        self.note_roles(&effects);
        if effects.parts.contains(&Part::Attendance) {
            self.presence_changed();
        }
        if effects.parts.contains(&Part::Links) {
            self.tell_links();
        }
        if effects.parts.contains(&Part::Password) {
            self.fit_lock();
        }
        for pending in self.pending.values_mut() {
            let mut seen = effects.clone();
            seen.erasable.clear();
            pending.effects.merge(seen);
            pending.snapshot = None;
        }
        self.note_erasable(effects.erasable);
        self.quiet_since = Instant::now();
        // What was removed or ended just now is due when it can no longer come back.
        let undo = Duration::from_millis(self.settings.undo_ms.unsigned_abs());
        self.tick_at = self.tick_at.min(self.quiet_since + undo);
    }

    /// Makes the lock at the door that of the room's password.
    fn fit_lock(&self) {
        let hash = self.session.password.as_ref().map(|password| &password.hash);
        self.feeds.lock.send_if_modified(|lock| {
            let fits = lock.as_ref().map_or(hash.is_none(), |lock| hash.is_some_and(|hash| lock.is_of(hash)));
            if !fits {
                *lock = hash.map(|hash| Arc::new(Lock::new(hash.clone())));
            }
            !fits
        });
    }

    /// Lets connections know which further links still open the session.
    fn tell_links(&self) {
        self.feeds.links.send_replace(self.session.links.keys().copied().collect());
    }

    fn note_erasable(&mut self, rows: Vec<u64>) {
        if !rows.is_empty() {
            self.erasable.extend(rows);
            self.erase_at.get_or_insert_with(|| Instant::now() + ERASE_AFTER);
        }
    }

    fn presence_changed(&mut self) {
        for audience in [Audience::Presenter, Audience::Facilitator] {
            if let Some(pending) = self.pending.get_mut(&audience) {
                pending.presence = true;
                pending.snapshot = None;
            }
        }
        self.quiet_since = Instant::now();
    }

    fn disconnect(&mut self, connection: u64) {
        if let Some(gone) = self.phones.remove(connection) {
            self.signals.leave(&gone, Instant::now());
        }
    }

    fn is_idle(&self) -> bool {
        self.is_deserted() && self.quiet_since.elapsed() >= Duration::from_millis(self.settings.idle_ms_max)
    }

    /// Whether nobody is there and nothing is left to do.
    fn is_deserted(&self) -> bool {
        self.phones.is_empty()
            && self.groups.are_idle()
            && self.erase_at.is_none()
            && AUDIENCES.iter().all(|audience| self.feeds.of(*audience).listeners() == 0)
    }

    /// The key of a question, made when the first answer to it arrives.
    async fn question_key(&mut self, item: ItemId) -> Result<Result<QuestionKey, Rejection>, StoreError> {
        if self.session.is_over() && !self.keys.contains_key(&self.key_name(item)) {
            return Ok(Err(Rejection::SessionEnded));
        }
        if self.session.question(item).is_none() {
            return Ok(Err(Rejection::NoSuchItem));
        }
        Ok(self.key(self.key_name(item)).await?.ok_or(Rejection::SessionEnded))
    }

    /// A key by its name; none once the session is sealed.
    async fn key(&mut self, name: u32) -> Result<Option<QuestionKey>, StoreError> {
        if self.session.stage == Stage::Sealed {
            return Ok(None);
        }
        if let Some(key) = self.keys.get(&name) {
            return Ok(Some(key.clone()));
        }
        let key = QuestionKey::draw();
        self.log.put_key(self.id, name, key.0).await?;
        self.keys.insert(name, key.clone());
        Ok(Some(key))
    }
}
