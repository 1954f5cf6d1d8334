//! Live sessions: one task each, and the feeds that connections read.
//!
//! The registry maps a join code to the task that owns the session. A session is loaded from its log at the first
//! visit and leaves memory when nobody has been there for a while. Deliberately absent: a lock around a session.

mod clock;
mod concepts;
mod feed;
mod fewest;
mod frames;
mod handouts;
mod hands;
mod live;
mod lock;
mod message;
mod phones;
mod pictures;
mod reading;
mod secrets;
mod signals;
mod stands;
mod themes;

use std::sync::Arc;
use std::time::Duration;

use dashmap::DashMap;
use tokio::sync::{OnceCell, mpsc, watch};
use tracing::{error, info};

pub use clock::now_ms;
pub use concepts::{concepts_of_themes, concepts_text, read_concepts};
pub use feed::{Feed, Lacks};
pub use frames::encode;
pub use lock::Shown;
pub use message::{
    Connected, Gone, Likeliest, MadeLink, Overview, PERSONAL_MAX, Rights, SessionHandle, ThemePart,
    UsedProposal,
};
pub use pictures::KeepError;
pub use secrets::{FacilitatorKey, Token};
pub use signals::{OwnSignals, PACE_LASTS, RoomSignals, SIGNAL_GRACE};

use crate::session::{
    self, Concept, JoinCode, Joining, Limits, PictureId, Plan, Recorded, Rejection, Session,
};
use crate::store::{CatalogueEntry, Log, PAYLOAD_BYTES_MAX, Record, SessionId, StoreError};
use live::Live;
use message::{Feeds, INBOX_MAX};
use secrets::QuestionKey;

/// Between two looks at the catalogue for sessions whose time has come.
const JANITOR_EVERY: Duration = Duration::from_secs(60);
/// Codes tried for a new session: at a million live sessions each try fails once in a hundred.
const CODE_TRIES_MAX: u32 = 50;

/// How the hub behaves.
pub struct HubSettings {
    /// What one session may hold.
    pub limits: Limits,
    /// How long a removed answer, a reset question or an ended session can come back.
    pub undo_ms: i64,
    /// How long a session stays in memory when nobody is there.
    pub idle_ms_max: u64,
    /// Headings for sessions whose plan brings none of its own.
    pub concepts: Vec<Concept>,
    /// What the projector shows of how to join.
    pub joining: JoiningOf,
}

/// From a session's code and the further secret of its QR link to what the projector shows.
pub type JoiningOf = Box<dyn Fn(JoinCode, &str) -> Joining + Send + Sync>;

/// The sessions of this server.
#[derive(Clone)]
pub struct Hub {
    inner: Arc<Inner>,
}

struct Inner {
    log: Arc<dyn Log>,
    settings: Arc<HubSettings>,
    sessions: DashMap<JoinCode, Arc<OnceCell<SessionHandle>>>,
    pictures: pictures::Cache,
    stopping: watch::Sender<bool>,
    running: watch::Sender<usize>,
}

/// A session that was just made.
pub struct Created {
    /// The code that people type.
    pub code: JoinCode,
    /// The facilitator's key; it is told here and never again.
    pub key: FacilitatorKey,
    /// The further secret of the QR link.
    pub join_secret: String,
}

/// Why a session could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The plan does not hold.
    #[error("the plan was refused: {}", .0.code())]
    Refused(Rejection),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The pictures that a session begins with.
enum Pictures<'a> {
    /// Those that the plan shows, of another session.
    Of(&'a Plan, SessionId),
    /// Ready to be kept.
    These(Vec<(PictureId, Vec<u8>)>),
}

impl Hub {
    /// A hub over a log; the janitor starts with it.
    pub fn new(log: Arc<dyn Log>, settings: HubSettings) -> Hub {
        let inner = Inner {
            log,
            settings: Arc::new(settings),
            sessions: DashMap::new(),
            pictures: pictures::Cache::default(),
            stopping: watch::Sender::new(false),
            running: watch::Sender::new(0),
        };
        let hub = Hub { inner: Arc::new(inner) };
        tokio::spawn(janitor(hub.clone()));
        hub
    }

    /// Makes a session; a plan without headings of its own gets the server's, and one with pictures needs a session that
    /// has them.
    pub async fn create(&self, plan: Plan) -> Result<Created, CreateError> {
        if plan.items.iter().any(|item| item.pictures().next().is_some()) {
            return Err(CreateError::Refused(Rejection::NoSuchPicture));
        }
        self.make(plan, None).await
    }

    /// Makes a session of a plan that another has, pictures included.
    pub async fn copy(&self, plan: Plan, of: &SessionHandle) -> Result<Created, CreateError> {
        self.make(plan, Some(of.entry.session)).await
    }

    async fn make(&self, mut plan: Plan, pictures_of: Option<SessionId>) -> Result<Created, CreateError> {
        if plan.concepts.is_empty() {
            plan.concepts.clone_from(&self.inner.settings.concepts);
        }
        let event = session::create(plan.clone()).map_err(CreateError::Refused)?;
        let now = now_ms();
        let pictures = match pictures_of {
            Some(from) => Pictures::Of(&plan, from),
            None => Pictures::These(Vec::new()),
        };
        self.begin(vec![Recorded::new(now, event)], pictures, now).await
    }

    /// Makes a session of facts that were told before, as an archive holds them, and of the pictures they speak of.
    pub async fn create_of(
        &self,
        facts: Vec<Recorded>,
        pictures: Vec<(PictureId, Vec<u8>)>,
    ) -> Result<Created, CreateError> {
        self.begin(facts, Pictures::These(pictures), now_ms()).await
    }

    /// What a session of this server may hold.
    pub fn limits(&self) -> Limits {
        self.inner.settings.limits
    }

    /// The server's own headings, which a session has that brings none.
    pub fn concepts(&self) -> Vec<Concept> {
        self.inner.settings.concepts.clone()
    }

    /// A number by which to order what has no order of its own.
    pub fn draw_seed(&self) -> u64 {
        secrets::draw_chance()
    }

    /// Stores a session's first facts, after the pictures they speak of.
    async fn begin(
        &self,
        facts: Vec<Recorded>,
        pictures: Pictures<'_>,
        now: i64,
    ) -> Result<Created, CreateError> {
        let key = FacilitatorKey::draw();
        let payloads = facts.iter().map(|fact| serde_json::to_vec(fact).unwrap_or_default());
        let payloads: Vec<Vec<u8>> = payloads.collect();
        // Nothing of a session that cannot be stored whole is to be found in the catalogue.
        if let Some(long) = payloads.iter().find(|payload| payload.len() > PAYLOAD_BYTES_MAX) {
            return Err(StoreError::TooLong { bytes: long.len() }.into());
        }
        for _ in 0..CODE_TRIES_MAX {
            let code = secrets::draw_code();
            let entry = CatalogueEntry {
                session: secrets::draw_session_id(),
                code: code.to_string(),
                facilitator_hash: key.hash(),
                join_secret: secrets::draw_join_secret(),
                created_ms: now,
                due_ms: None,
            };
            let (session, join_secret) = (entry.session, secrets::join_secret_text(&entry.join_secret));
            match self.inner.log.create(entry).await {
                Err(StoreError::CodeTaken | StoreError::SessionTaken) => continue,
                Err(problem) => return Err(problem.into()),
                Ok(()) => {}
            }
            match pictures {
                Pictures::Of(plan, from) => self.copy_pictures(plan, from, session).await?,
                Pictures::These(pictures) => {
                    for (picture, bytes) in pictures {
                        self.inner.log.put_picture(session, picture.bits(), bytes).await?;
                    }
                }
            }
            self.inner.log.append(session, 0, payloads).await?;
            return Ok(Created { code, key, join_secret });
        }
        Err(StoreError::CodeTaken.into())
    }

    /// The session with this code, loaded if it is not in memory; none when there is no such session.
    pub async fn find(&self, code: JoinCode) -> Result<Option<SessionHandle>, StoreError> {
        loop {
            let cell = self.inner.sessions.get(&code).map(|cell| cell.clone());
            let cell = match cell {
                Some(cell) => cell,
                None => {
                    // A guess must not leave a trace in the registry, so the catalogue is asked first.
                    if *self.inner.stopping.borrow()
                        || self.inner.log.find(&code.to_string()).await?.is_none()
                    {
                        return Ok(None);
                    }
                    self.inner.sessions.entry(code).or_default().clone()
                }
            };
            let handle = match cell.get_or_try_init(|| self.load(code)).await {
                Ok(handle) => handle.clone(),
                Err(problem) => {
                    self.inner.sessions.remove_if(&code, |_, known| Arc::ptr_eq(known, &cell));
                    return Err(problem);
                }
            };
            if !handle.inbox.is_closed() {
                return Ok(Some(handle));
            }
            self.inner.sessions.remove_if(&code, |_, known| Arc::ptr_eq(known, &cell));
            if *self.inner.stopping.borrow() {
                return Ok(None);
            }
        }
    }

    /// Whether the store answers.
    pub async fn is_ready(&self) -> bool {
        !*self.inner.stopping.borrow() && self.inner.log.find("00000000").await.is_ok()
    }

    /// How many sessions are in memory.
    pub fn live(&self) -> usize {
        *self.inner.running.borrow()
    }

    /// Resolves when the hub begins to stop.
    pub async fn stopping(&self) {
        self.inner.stopping.subscribe().wait_for(|stopping| *stopping).await.ok();
    }

    /// Stops: every session stores what it was sent, tells its connections to come back, and ends.
    pub async fn stop(&self) {
        self.inner.stopping.send_replace(true);
        self.inner.running.subscribe().wait_for(|running| *running == 0).await.ok();
        if let Err(problem) = self.inner.log.close().await {
            error!(%problem, "the store could not be closed well");
        }
    }

    async fn load(&self, code: JoinCode) -> Result<SessionHandle, StoreError> {
        let log = self.inner.log.clone();
        let entry = log.find(&code.to_string()).await?.ok_or(StoreError::UnknownSession)?;
        let records = log.read(entry.session, 0).await?;
        let rows = recorded(records)?;
        let (session, effects) = Session::replay(rows);
        let keys = log.keys(entry.session).await?;
        let keys = keys.into_iter().map(|(name, key)| (name, QuestionKey(key))).collect();
        let (inbox, messages) = mpsc::channel(INBOX_MAX);
        let (alive, watched) = watch::channel(());
        let feeds = Arc::new(Feeds::default());
        let epoch = secrets::draw_epoch();
        let joining = (self.inner.settings.joining)(code, &secrets::join_secret_text(&entry.join_secret));
        let live = Live::new(
            entry.session,
            session,
            effects,
            log,
            self.inner.settings.clone(),
            feeds.clone(),
            epoch.clone(),
            joining,
            keys,
            inbox.downgrade(),
        );
        let handle = SessionHandle::new(inbox, entry, code, feeds, &epoch, watched);
        let stopping = self.inner.stopping.subscribe();
        self.inner.running.send_modify(|running| *running += 1);
        let hub = self.clone();
        let id = live.id;
        tokio::spawn(async move {
            // Counts down and lets connections go even when the task panics.
            let leaving = Leaving { hub, code, alive: Some(alive) };
            live.run(messages, stopping).await;
            leaving.hub.inner.pictures.forget(id);
            drop(leaving);
            info!(session = %id, "left memory");
        });
        Ok(handle)
    }
}

/// The events of a log's records; none for an erased one.
pub fn recorded(records: Vec<Record>) -> Result<Vec<Option<Recorded>>, StoreError> {
    let read = |record: Record| match record.payload {
        None => Ok(None),
        Some(payload) => serde_json::from_slice(&payload).map(Some).map_err(|_| StoreError::Damaged {
            position: record.position,
            why: String::from("this version of Plenum cannot read the event"),
        }),
    };
    records.into_iter().map(read).collect()
}

struct Leaving {
    hub: Hub,
    code: JoinCode,
    alive: Option<watch::Sender<()>>,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        self.alive.take();
        let is_over =
            |cell: &Arc<OnceCell<SessionHandle>>| cell.get().is_some_and(|handle| handle.inbox.is_closed());
        self.hub.inner.sessions.remove_if(&self.code, |_, cell| is_over(cell));
        self.hub.inner.running.send_modify(|running| *running -= 1);
    }
}

/// Loads sessions whose time has come; each then does by itself what is due.
async fn janitor(hub: Hub) {
    loop {
        match hub.inner.log.catalogue().await {
            Ok(entries) => {
                let now = now_ms();
                for entry in entries {
                    if entry.due_ms.is_some_and(|due| due <= now)
                        && let Ok(code) = entry.code.parse()
                        && let Err(problem) = hub.find(code).await
                    {
                        error!(session = %entry.session, %problem, "a session that is due could not be loaded");
                    }
                }
            }
            Err(StoreError::Closed) => return,
            Err(problem) => error!(%problem, "the catalogue could not be read"),
        }
        tokio::select! {
            () = hub.stopping() => return,
            () = tokio::time::sleep(JANITOR_EVERY) => {}
        }
    }
}
