//! What can go wrong in the store.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why the store did not do what it was asked; can be cloned, because one failed commit is told to
/// every caller who shared it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// Another session is joined with this code.
    #[error("another session has this code")]
    CodeTaken,
    /// The id has been used before.
    #[error("another session has this id")]
    SessionTaken,
    /// There is no such session.
    #[error("there is no such session in the store")]
    UnknownSession,
    /// The log ends elsewhere than the caller expected; nothing was written.
    #[error("the log ends at position {actual}")]
    Conflict {
        /// The position of the last record.
        actual: u64,
    },
    /// The log has no such record.
    #[error("the log has no position {position}")]
    UnknownPosition {
        /// The position that was asked for.
        position: u64,
    },
    /// A payload is longer than [`super::PAYLOAD_BYTES_MAX`], or a picture than [`super::PICTURE_BYTES_MAX`]; nothing was
    /// written.
    #[error("what is {bytes} bytes long is longer than the store takes")]
    TooLong {
        /// How long it is.
        bytes: usize,
    },
    /// The log is not as it was written.
    #[error("the log is damaged at position {position}: {why}")]
    Damaged {
        /// The first position that is not as it was written.
        position: u64,
        /// What is wrong with it, as the end of a sentence.
        why: String,
    },
    /// Another server serves the data folder.
    #[error("another Plenum server is using the data folder {folder}", folder = folder.display())]
    InUse {
        /// The data folder.
        folder: PathBuf,
    },
    /// A file was written by a newer version of Plenum.
    #[error(
        "{file} has format {found}, and this version of Plenum reads formats up to {known}: use a newer version",
        file = file.display()
    )]
    Newer {
        /// The file.
        file: PathBuf,
        /// The format it has.
        found: i32,
        /// The newest format this version knows.
        known: i32,
    },
    /// Somebody reads the file, so that its old contents could not be cleared away; ask again.
    #[error("{file} is being read by another process, so what was erased is not yet cleared away", file = file.display())]
    Busy {
        /// The file.
        file: PathBuf,
    },
    /// The disk is full; nothing was written.
    #[error("could not {what}: the disk is full")]
    DiskFull {
        /// What the store was doing.
        what: String,
    },
    /// The operating system refused.
    #[error("could not {what}: {source}")]
    Io {
        /// What the store was doing.
        what: String,
        /// What the operating system said.
        source: Arc<io::Error>,
    },
    /// The database library refused.
    #[error("could not {what}: {source}")]
    Sqlite {
        /// What the store was doing.
        what: String,
        /// What the library said.
        source: Arc<rusqlite::Error>,
    },
    /// The store has been closed.
    #[error("the store is closed")]
    Closed,
}

impl StoreError {
    /// Says what the store was doing with a file when the operating system refused.
    pub(super) fn io(what: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let what = format!("{what} {}", path.display());
        move |source| match source.kind() {
            io::ErrorKind::StorageFull => Self::DiskFull { what },
            _ => Self::Io { what, source: Arc::new(source) },
        }
    }

    /// Says what the store was doing when the database library refused.
    pub(super) fn sqlite(what: &str) -> impl FnOnce(rusqlite::Error) -> Self {
        move |source| match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull { what: what.to_owned() },
            _ => Self::Sqlite { what: what.to_owned(), source: Arc::new(source) },
        }
    }

    /// A log that is not as it was written.
    pub(super) fn damaged(position: u64, why: &str) -> Self {
        Self::Damaged { position, why: why.to_owned() }
    }
}
