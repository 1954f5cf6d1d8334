//! Pictures of sessions: stored before the log tells of them, and read again by many phones at once.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;

use super::message::SessionHandle;
use super::{Hub, secrets};
use crate::session::{JoinCode, PictureId, PictureSize, Plan, Rejection};
use crate::store::{SessionId, StoreError};

/// Pictures kept in memory: a hall asks for the same one within a second. Each is at most 3 MiB.
const CACHED_MAX: usize = 16;

/// Why a picture is not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The session does not take it.
    #[error("the picture was refused: {}", .0.code())]
    Refused(Rejection),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The pictures that were read last, the latest at the end.
#[derive(Default)]
pub(super) struct Cache(Mutex<VecDeque<(SessionId, PictureId, Bytes)>>);

impl Hub {
    /// Keeps a picture of a session; items may show it from then on.
    pub async fn keep_picture(
        &self,
        handle: &SessionHandle,
        bytes: Vec<u8>,
        size: PictureSize,
    ) -> Result<PictureId, KeepError> {
        let picture = secrets::draw_picture_id();
        self.inner.log.put_picture(handle.entry.session, picture.bits(), bytes).await?;
        handle.keep_picture(picture, size).await.map_err(KeepError::Refused)?;
        Ok(picture)
    }

    /// A picture of the session with this code; none when there is no such session or picture.
    pub async fn picture(&self, code: JoinCode, picture: PictureId) -> Result<Option<Bytes>, StoreError> {
        match self.inner.log.find(&code.to_string()).await? {
            Some(entry) => self.read_picture(entry.session, picture).await,
            None => Ok(None),
        }
    }

    /// Those of these pictures that the session has.
    pub async fn pictures(
        &self,
        handle: &SessionHandle,
        pictures: impl IntoIterator<Item = PictureId>,
    ) -> Result<BTreeMap<PictureId, Bytes>, StoreError> {
        let mut found = BTreeMap::new();
        for picture in pictures {
            found.extend(
                self.read_picture(handle.entry.session, picture).await?.map(|bytes| (picture, bytes)),
            );
        }
        Ok(found)
    }

    /// Copies what a plan shows from one session to another, which is not yet used.
    pub(super) async fn copy_pictures(
        &self,
        plan: &Plan,
        from: SessionId,
        to: SessionId,
    ) -> Result<(), StoreError> {
        for picture in plan.items.iter().flat_map(|item| item.pictures()) {
            if let Some(bytes) = self.read_picture(from, picture.id).await? {
                self.inner.log.put_picture(to, picture.id.bits(), bytes.to_vec()).await?;
            }
        }
        Ok(())
    }

    async fn read_picture(
        &self,
        session: SessionId,
        picture: PictureId,
    ) -> Result<Option<Bytes>, StoreError> {
        if let Some(bytes) = self.inner.pictures.get(session, picture) {
            return Ok(Some(bytes));
        }
        let found = self.inner.log.picture(session, picture.bits()).await?.map(Bytes::from);
        if let Some(bytes) = &found {
            self.inner.pictures.keep(session, picture, bytes.clone());
        }
        Ok(found)
    }
}

impl Cache {
    fn get(&self, session: SessionId, picture: PictureId) -> Option<Bytes> {
        let cached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = cached.iter().find(|(of, id, _)| (*of, *id) == (session, picture));
        found.map(|(_, _, bytes)| bytes.clone())
    }

    fn keep(&self, session: SessionId, picture: PictureId, bytes: Bytes) {
        let mut cached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if cached.len() >= CACHED_MAX {
            cached.pop_front();
        }
        cached.push_back((session, picture, bytes));
    }

    /// Forgets the pictures of a session.
    pub(super) fn forget(&self, session: SessionId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|(of, _, _)| *of != session);
    }
}
