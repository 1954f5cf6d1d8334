//! All files of a data folder, open for writing; the writer thread alone has them.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::folder::{self, Folder, FolderLock};
use super::session_file::SessionFile;
use super::{catalogue_file, database, keys_file};
use crate::store::{CatalogueEntry, PICTURE_BYTES_MAX, PictureName, SessionId, StoreError};

/// How many sessions' files are open at once. Each has three handles, which fits a process that may have
/// 1,024; so many live sessions have more phones than that, and then the limit was raised for the
/// sockets. With more live sessions than this, each append opens and closes a file: about 1.3 ms.
const OPEN_FILES_MAX: usize = 256;

/// The open files of a data folder, and the right to write them.
pub(super) struct Files {
    folder: Folder,
    catalogue: Connection,
    keys: Connection,
    open: BTreeMap<SessionId, OpenFile>,
    uses: u64,
    _lock: FolderLock,
}

struct OpenFile {
    file: SessionFile,
    last_use: u64,
}

impl Files {
    /// Takes the folder, and finishes what a server that was killed left half done.
    pub(super) fn open(folder: Folder) -> Result<Self, StoreError> {
        folder.create()?;
        let lock = folder.lock()?;
        let catalogue = database::open_or_create(&folder.catalogue(), &catalogue_file::FORMAT)?;
        let keys = database::open_or_create(&folder.keys(), &keys_file::FORMAT)?;
        let mut files = Self { folder, catalogue, keys, open: BTreeMap::new(), uses: 0, _lock: lock };
        files.settle()?;
        Ok(files)
    }

    /// Takes in a new session.
    pub(super) fn create(&mut self, entry: &CatalogueEntry) -> Result<(), StoreError> {
        catalogue_file::must_be_free(&self.catalogue, entry)?;
        // The file comes first: a session that is listed always has one.
        let path = self.folder.session(entry.session);
        let created = SessionFile::create(path.clone(), entry.session)
            .and_then(|file| catalogue_file::insert(&self.catalogue, entry).map(|()| file));
        match created {
            Ok(file) => {
                self.keep(entry.session, file);
                Ok(())
            }
            Err(error) => {
                // Best effort: an empty file that is listed nowhere does no harm.
                folder::remove(&path).ok();
                Err(error)
            }
        }
    }

    /// Notes when a session is due.
    pub(super) fn set_due(&self, session: SessionId, due_ms: Option<i64>) -> Result<(), StoreError> {
        catalogue_file::set_due(&self.catalogue, session, due_ms)
    }

    /// Works on a session's file; one that failed is opened anew the next time, because only the disk
    /// knows what it holds.
    pub(super) fn with_session<T>(
        &mut self,
        session: SessionId,
        work: impl FnOnce(&mut SessionFile) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if !self.open.contains_key(&session) {
            if !catalogue_file::lists(&self.catalogue, session)? {
                return Err(StoreError::UnknownSession);
            }
            let file = SessionFile::open(self.folder.session(session), session)?;
            self.keep(session, file);
        }
        self.uses += 1;
        let Some(open) = self.open.get_mut(&session) else {
            return Err(StoreError::UnknownSession);
        };
        open.last_use = self.uses;
        let result = work(&mut open.file);
        if result.is_err() {
            self.open.remove(&session);
        }
        result
    }

    /// Keeps a picture of a session.
    pub(super) fn put_picture(
        &mut self,
        session: SessionId,
        name: &PictureName,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        self.with_session(session, |file| {
            if bytes.len() > PICTURE_BYTES_MAX {
                return Err(StoreError::TooLong { bytes: bytes.len() });
            }
            file.put_picture(name, bytes)
        })
    }

    /// Keeps a question's key.
    pub(super) fn put_key(
        &mut self,
        session: SessionId,
        name: u32,
        key: &[u8; 32],
    ) -> Result<(), StoreError> {
        if !catalogue_file::lists(&self.catalogue, session)? {
            return Err(StoreError::UnknownSession);
        }
        keys_file::put(&mut self.keys, &self.folder.keys(), session, name, key)
    }

    /// Destroys one key, or all keys of a session.
    pub(super) fn destroy_keys(&self, session: SessionId, name: Option<u32>) -> Result<(), StoreError> {
        keys_file::destroy(&self.keys, &self.folder.keys(), session, name)
    }

    /// Removes a session: first what is secret, last what remembers that this must be finished.
    pub(super) fn delete(&mut self, session: SessionId) -> Result<(), StoreError> {
        catalogue_file::begin_deletion(&self.catalogue, session)?;
        self.destroy_keys(session, None)?;
        self.open.remove(&session);
        folder::remove(&self.folder.session(session))?;
        catalogue_file::remove(&self.catalogue, session)?;
        database::clear_away(&self.catalogue, &self.folder.catalogue())
    }

    /// Moves everything into the main files and lets go of the folder; the first error is told, and the
    /// rest is closed all the same.
    pub(super) fn close(self) -> Result<(), StoreError> {
        let mut result = Ok(());
        for open in self.open.into_values() {
            result = result.and(open.file.clear_away());
        }
        result
            .and(database::clear_away(&self.keys, &self.folder.keys()))
            .and(database::clear_away(&self.catalogue, &self.folder.catalogue()))
    }

    /// Finishes deletions and erasures that were interrupted. A session that cannot be settled does not
    /// keep the others from being served.
    fn settle(&mut self) -> Result<(), StoreError> {
        for session in catalogue_file::half_deleted(&self.catalogue)? {
            self.delete(session)?;
        }
        database::clear_away(&self.keys, &self.folder.keys())?;
        for session in self.folder.unsettled()? {
            let path = self.folder.session(session);
            if let Err(error) = SessionFile::open(path, session).and_then(|file| file.clear_away()) {
                tracing::warn!(%session, %error, "could not settle a session's file");
            }
        }
        Ok(())
    }

    /// Keeps a file open, and closes the one that was not used for longest when there are too many.
    fn keep(&mut self, session: SessionId, file: SessionFile) {
        while self.open.len() >= OPEN_FILES_MAX {
            let Some((&oldest, _)) = self.open.iter().min_by_key(|(_, open)| open.last_use) else {
                break;
            };
            self.open.remove(&oldest);
        }
        self.uses += 1;
        self.open.insert(session, OpenFile { file, last_use: self.uses });
    }
}
