//! The log in memory, for tests: the same contract, nothing durable.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use super::chain::{Content, Head, Link, Walk, seal};
use super::{
    CatalogueEntry, Log, PICTURE_BYTES_MAX, PictureName, Record, SessionId, StoreError, StoreFuture, Verified,
};

/// A [`Log`] that forgets everything when it is dropped.
#[derive(Default)]
pub struct MemoryLog {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    sessions: BTreeMap<SessionId, Session>,
    closed: bool,
}

struct Session {
    entry: CatalogueEntry,
    head: Head,
    links: Vec<Link>,
    keys: BTreeMap<u32, [u8; 32]>,
    pictures: BTreeMap<PictureName, Vec<u8>>,
}

impl Log for MemoryLog {
    fn create(&self, entry: CatalogueEntry) -> StoreFuture<'_, ()> {
        self.with(move |state| {
            if state.sessions.contains_key(&entry.session) {
                return Err(StoreError::SessionTaken);
            }
            if state.sessions.values().any(|session| session.entry.code == entry.code) {
                return Err(StoreError::CodeTaken);
            }
            let head = Head::start(entry.session);
            let session =
                Session { head, links: Vec::new(), keys: BTreeMap::new(), pictures: BTreeMap::new(), entry };
            state.sessions.insert(session.entry.session, session);
            Ok(())
        })
    }

    fn catalogue(&self) -> StoreFuture<'_, Vec<CatalogueEntry>> {
        self.with(|state| Ok(state.sessions.values().map(|session| session.entry.clone()).collect()))
    }

    fn find(&self, code: &str) -> StoreFuture<'_, Option<CatalogueEntry>> {
        let code = code.to_owned();
        self.with(move |state| {
            let mut entries = state.sessions.values().map(|session| &session.entry);
            Ok(entries.find(|entry| entry.code == code).cloned())
        })
    }

    fn set_due(&self, session: SessionId, due_ms: Option<i64>) -> StoreFuture<'_, ()> {
        self.with(move |state| {
            state.session(session)?.entry.due_ms = due_ms;
            Ok(())
        })
    }

    fn append(&self, session: SessionId, expected: u64, payloads: Vec<Vec<u8>>) -> StoreFuture<'_, u64> {
        self.with(move |state| {
            let sealed = seal(payloads)?;
            let session = state.session(session)?;
            if session.head.position != expected {
                return Err(StoreError::Conflict { actual: session.head.position });
            }
            for sealed in sealed {
                session.head = session.head.next(&sealed.payload_hash);
                session.links.push(Link {
                    position: session.head.position,
                    content: Content::Kept { payload: sealed.payload, salt: sealed.salt },
                    payload_hash: sealed.payload_hash,
                    chain_hash: session.head.chain_hash,
                });
            }
            Ok(session.head.position)
        })
    }

    fn read(&self, session: SessionId, after: u64) -> StoreFuture<'_, Vec<Record>> {
        self.with(move |state| {
            let (mut records, _) = state.session(session)?.walk()?;
            records.retain(|record| record.position > after);
            Ok(records)
        })
    }

    fn erase(&self, session: SessionId, positions: Vec<u64>) -> StoreFuture<'_, ()> {
        self.with(move |state| {
            let session = state.session(session)?;
            let last = session.head.position;
            if let Some(&position) = positions.iter().find(|&&position| position == 0 || position > last) {
                return Err(StoreError::UnknownPosition { position });
            }
            for link in &mut session.links {
                if positions.contains(&link.position) {
                    link.content = Content::Erased;
                }
            }
            Ok(())
        })
    }

    fn put_key(&self, session: SessionId, name: u32, key: [u8; 32]) -> StoreFuture<'_, ()> {
        self.with(move |state| {
            state.session(session)?.keys.insert(name, key);
            Ok(())
        })
    }

    fn keys(&self, session: SessionId) -> StoreFuture<'_, BTreeMap<u32, [u8; 32]>> {
        self.with(move |state| {
            Ok(state.sessions.get(&session).map(|session| session.keys.clone()).unwrap_or_default())
        })
    }

    fn destroy_key(&self, session: SessionId, name: u32) -> StoreFuture<'_, ()> {
        self.with(move |state| {
            if let Some(session) = state.sessions.get_mut(&session) {
                session.keys.remove(&name);
            }
            Ok(())
        })
    }

    fn destroy_keys(&self, session: SessionId) -> StoreFuture<'_, ()> {
        self.with(move |state| {
            if let Some(session) = state.sessions.get_mut(&session) {
                session.keys.clear();
            }
            Ok(())
        })
    }

    fn put_picture(&self, session: SessionId, name: PictureName, bytes: Vec<u8>) -> StoreFuture<'_, ()> {
        self.with(move |state| {
            let session = state.session(session)?;
            if bytes.len() > PICTURE_BYTES_MAX {
                return Err(StoreError::TooLong { bytes: bytes.len() });
            }
            session.pictures.entry(name).or_insert(bytes);
            Ok(())
        })
    }

    fn picture(&self, session: SessionId, name: PictureName) -> StoreFuture<'_, Option<Vec<u8>>> {
        self.with(move |state| Ok(state.session(session)?.pictures.get(&name).cloned()))
    }

    fn retain_pictures(&self, session: SessionId, names: BTreeSet<PictureName>) -> StoreFuture<'_, ()> {
        self.with(move |state| {
            state.session(session)?.pictures.retain(|name, _| names.contains(name));
            Ok(())
        })
    }

    fn verify(&self, session: SessionId) -> StoreFuture<'_, Verified> {
        self.with(move |state| Ok(state.session(session)?.walk()?.1))
    }

    fn delete(&self, session: SessionId) -> StoreFuture<'_, ()> {
        self.with(move |state| state.sessions.remove(&session).map(drop).ok_or(StoreError::UnknownSession))
    }

    fn close(&self) -> StoreFuture<'_, ()> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        Box::pin(async { Ok(()) })
    }
}

impl MemoryLog {
    /// Does the work when the future is first polled, as the log on disk does.
    fn with<'a, T: Send + 'a>(
        &'a self,
        work: impl FnOnce(&mut State) -> Result<T, StoreError> + Send + 'a,
    ) -> StoreFuture<'a, T> {
        Box::pin(async move {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            if state.closed {
                return Err(StoreError::Closed);
            }
            work(&mut state)
        })
    }
}

impl State {
    fn session(&mut self, session: SessionId) -> Result<&mut Session, StoreError> {
        self.sessions.get_mut(&session).ok_or(StoreError::UnknownSession)
    }
}

impl Session {
    fn walk(&self) -> Result<(Vec<Record>, Verified), StoreError> {
        let mut walk = Walk::after(Head::start(self.entry.session));
        let records = self.links.iter().map(|link| walk.step(link.clone())).collect::<Result<_, _>>()?;
        Ok((records, walk.finish(self.head)?))
    }
}
