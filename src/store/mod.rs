//! The event log: what is acknowledged is here, and what is erased is gone from here.
//!
//! Pictures lie beside the log of their session and are part of no chain.
//!
//! The store keeps opaque payloads and knows nothing of their meaning. Positions run from 1 without
//! gaps; a chain of hashes runs over the *hash* of each payload, so that a payload can be erased and
//! the log still verifies. Deliberately absent: a way to change a record, and a clock.

mod catalogue;
mod chain;
mod error;
mod memory;
mod sqlite;

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;

pub use catalogue::{CatalogueEntry, InvalidSessionId, SessionId};
pub use error::StoreError;
pub use memory::MemoryLog;
pub use sqlite::{SqliteLog, SqliteReader};

/// The longest payload of one record: the largest event is a whole programme, far below this.
pub const PAYLOAD_BYTES_MAX: usize = 1 << 20;

/// The longest picture: what is made of an uploaded one is smaller, and a session's hundred fit a small disk.
pub const PICTURE_BYTES_MAX: usize = 4 << 20;

/// Tells one picture of a session from the others: 128 random bits.
pub type PictureName = [u8; 16];

/// What the methods of [`Log`] return, boxed so that the hub can hold an `Arc<dyn Log>`.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// One record of a session's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Where it stands in its session's log, from 1.
    pub position: u64,
    /// What was appended, or `None` when it has been erased.
    pub payload: Option<Vec<u8>>,
}

/// What [`Log::verify`] found in a log that is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// How many records the log has, erased ones included.
    pub records: u64,
    /// How many of them have been erased.
    pub erased: u64,
    /// The hash at the end of the chain; it does not change when a payload is erased.
    pub head: [u8; 32],
}

/// Where sessions, their events, their pictures and their question keys are kept.
///
/// Every method that changes something resolves when the change is durable. Work that has been handed
/// over is finished even when its future is dropped. Methods that name a session answer
/// [`StoreError::UnknownSession`] when there is none, unless they say otherwise.
pub trait Log: Send + Sync + 'static {
    /// Takes a new session into the catalogue, with an empty log.
    ///
    /// [`StoreError::CodeTaken`] when another session has the code, [`StoreError::SessionTaken`] when
    /// the id has been used.
    fn create(&self, entry: CatalogueEntry) -> StoreFuture<'_, ()>;

    /// All sessions, ordered by id.
    fn catalogue(&self) -> StoreFuture<'_, Vec<CatalogueEntry>>;

    /// The session that people join with this code.
    fn find(&self, code: &str) -> StoreFuture<'_, Option<CatalogueEntry>>;

    /// Notes when the hub must look at the session again.
    fn set_due(&self, session: SessionId, due_ms: Option<i64>) -> StoreFuture<'_, ()>;

    /// Appends payloads after the record at `expected` (0 when the log is empty), all of them or none,
    /// and gives the position of the last.
    ///
    /// [`StoreError::Conflict`] when the log ends elsewhere, [`StoreError::TooLong`] when a payload is
    /// longer than [`PAYLOAD_BYTES_MAX`]. Appends that are under way together may be taken in any order,
    /// so the owner of a session collects events while one append is under way and hands them over next.
    fn append(&self, session: SessionId, expected: u64, payloads: Vec<Vec<u8>>) -> StoreFuture<'_, u64>;

    /// The records after a position (0 for all), in order; [`StoreError::Damaged`] rather than a record
    /// that is not what was appended.
    fn read(&self, session: SessionId, after: u64) -> StoreFuture<'_, Vec<Record>>;

    /// Overwrites payloads for real: when this resolves, no file of the store holds them.
    ///
    /// Erasing what is erased already does no harm, so a caller that was told [`StoreError::Busy`] asks
    /// again. [`StoreError::UnknownPosition`] when the log is shorter; nothing is erased then.
    fn erase(&self, session: SessionId, positions: Vec<u64>) -> StoreFuture<'_, ()>;

    /// Keeps the key of a question, apart from the log; a key of the same name is overwritten.
    fn put_key(&self, session: SessionId, name: u32, key: [u8; 32]) -> StoreFuture<'_, ()>;

    /// The keys of a session that have not been destroyed; none for a session that does not exist.
    fn keys(&self, session: SessionId) -> StoreFuture<'_, BTreeMap<u32, [u8; 32]>>;

    /// Overwrites one key of a session for real, as [`Log::erase`] does; no error when there is none.
    fn destroy_key(&self, session: SessionId, name: u32) -> StoreFuture<'_, ()>;

    /// Overwrites all keys of a session for real, as [`Log::erase`] does; no error when there are none.
    fn destroy_keys(&self, session: SessionId) -> StoreFuture<'_, ()>;

    /// Keeps a picture beside the log; one of the same name is left as it is.
    ///
    /// [`StoreError::TooLong`] when it is longer than [`PICTURE_BYTES_MAX`].
    fn put_picture(&self, session: SessionId, name: PictureName, bytes: Vec<u8>) -> StoreFuture<'_, ()>;

    /// A picture of a session, if it is kept.
    fn picture(&self, session: SessionId, name: PictureName) -> StoreFuture<'_, Option<Vec<u8>>>;

    /// Overwrites and removes all pictures of a session but these for real, as [`Log::erase`] does.
    fn retain_pictures(&self, session: SessionId, names: BTreeSet<PictureName>) -> StoreFuture<'_, ()>;

    /// Reads the whole log and checks each payload and the chain; [`StoreError::Damaged`] names the
    /// first position that is not as it was written.
    fn verify(&self, session: SessionId) -> StoreFuture<'_, Verified>;

    /// Removes the session: its keys, its log with its pictures and its place in the catalogue, in that order. One that
    /// was interrupted is finished at the next start.
    fn delete(&self, session: SessionId) -> StoreFuture<'_, ()>;

    /// Finishes what was handed over before, moves it into the main files and lets go of the folder.
    /// Later calls answer [`StoreError::Closed`]; closing twice does no harm.
    fn close(&self) -> StoreFuture<'_, ()>;
}
