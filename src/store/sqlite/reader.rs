//! Reading a data folder, beside the server that writes it or without one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::folder::Folder;
use super::{catalogue_file, database, keys_file, session_file};
use crate::store::{CatalogueEntry, PictureName, Record, SessionId, StoreError, Verified};

/// Reads the files of a data folder and changes none; every method blocks.
///
/// Takes no lock and opens files for each call, so it may run beside a server.
#[derive(Debug, Clone)]
pub struct SqliteReader {
    folder: Folder,
}

impl SqliteReader {
    /// Reads the data folder at `root`; an error when there is none or it is of a newer format.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        let reader = Self::of(Folder::at(root));
        reader.open_catalogue().map(|_| reader)
    }

    /// All sessions, ordered by id.
    pub fn catalogue(&self) -> Result<Vec<CatalogueEntry>, StoreError> {
        catalogue_file::all(&self.open_catalogue()?)
    }

    /// The session that people join with this code.
    pub fn find(&self, code: &str) -> Result<Option<CatalogueEntry>, StoreError> {
        catalogue_file::find(&self.open_catalogue()?, code)
    }

    /// The records of a session after a position (0 for all), checked.
    pub fn read(&self, session: SessionId, after: u64) -> Result<Vec<Record>, StoreError> {
        session_file::read(&self.path(session)?, session, after)
    }

    /// A picture of a session, if it is kept.
    pub fn picture(&self, session: SessionId, name: PictureName) -> Result<Option<Vec<u8>>, StoreError> {
        session_file::picture(&self.path(session)?, &name)
    }

    /// Checks the whole log of a session.
    pub fn verify(&self, session: SessionId) -> Result<Verified, StoreError> {
        session_file::verify(&self.path(session)?, session)
    }

    pub(super) fn of(folder: Folder) -> Self {
        Self { folder }
    }

    pub(super) fn keys(&self, session: SessionId) -> Result<BTreeMap<u32, [u8; 32]>, StoreError> {
        keys_file::of(&database::open_read_only(&self.folder.keys(), &keys_file::FORMAT)?, session)
    }

    fn open_catalogue(&self) -> Result<Connection, StoreError> {
        database::open_read_only(&self.folder.catalogue(), &catalogue_file::FORMAT)
    }

    /// The session's file; a session that is listed but has no file is damaged, not unknown.
    fn path(&self, session: SessionId) -> Result<PathBuf, StoreError> {
        let listed = catalogue_file::lists(&self.open_catalogue()?, session)?;
        let path = self.folder.session(session);
        match (listed, path.exists()) {
            (true, true) => Ok(path),
            (true, false) => Err(StoreError::damaged(1, "the session's file is missing")),
            (false, _) => Err(StoreError::UnknownSession),
        }
    }
}
