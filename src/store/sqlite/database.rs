//! One database file: how it is opened, its format, and how its old contents are cleared away.
//!
//! What must be erasable is overwritten in place by as many zeros and never deleted or made shorter:
//! rows that change their size or go away make SQLite move their neighbours between pages, and
//! `secure_delete` does not clear the copies that such moves leave in the unused middle of a page.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::folder;
use crate::store::StoreError;

/// How long to wait for a reader before saying [`StoreError::Busy`]; reading a whole log takes less.
const BUSY_MS_MAX: u64 = 2_000;

/// A kind of file and its tables.
pub(super) struct Format {
    /// What each version adds to the one before, in SQL; a file that was made by an earlier one is brought up to date
    /// when it is opened for writing. How many there are is kept in `PRAGMA user_version`; 0 is a file without tables.
    pub(super) steps: &'static [&'static str],
}

impl Format {
    /// The version that this version of Plenum writes.
    fn version(&self) -> i32 {
        self.steps.len() as i32
    }
}

/// Opens a file for writing, and makes it first when it is not there.
pub(super) fn open_or_create(path: &Path, format: &Format) -> Result<Connection, StoreError> {
    match folder::create_private(path) {
        Ok(()) => path.parent().map_or(Ok(()), folder::sync_folder)?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(StoreError::io("create", path)(error)),
    }
    open(path, format)
}

/// Opens a file that exists for writing, durably: an answered commit survives a power cut.
pub(super) fn open(path: &Path, format: &Format) -> Result<Connection, StoreError> {
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let version = check_version(&connection, path, format)?;
    let what = format!("prepare {}", path.display());
    prepare(&mut connection, format, version).map_err(StoreError::sqlite(&what))?;
    Ok(connection)
}

/// Opens a file that exists for reading only, beside whoever writes it.
pub(super) fn open_read_only(path: &Path, format: &Format) -> Result<Connection, StoreError> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    check_version(&connection, path, format)?;
    Ok(connection)
}

/// Moves everything into the main file and cuts the write-ahead file to nothing, so that no older
/// page is left in it.
pub(super) fn clear_away(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let busy: bool = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .map_err(StoreError::sqlite(&format!("clear away the old contents of {}", path.display())))?;
    if busy { Err(StoreError::Busy { file: path.to_owned() }) } else { Ok(()) }
}

fn connect(path: &Path, access: OpenFlags) -> Result<Connection, StoreError> {
    let what = format!("open {}", path.display());
    // Each connection stays with one thread at a time, so SQLite need not lock it.
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(StoreError::sqlite(&what))?;
    connection.busy_timeout(Duration::from_millis(BUSY_MS_MAX)).map_err(StoreError::sqlite(&what))?;
    Ok(connection)
}

fn check_version(connection: &Connection, path: &Path, format: &Format) -> Result<i32, StoreError> {
    let found = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(StoreError::sqlite(&format!("read {}", path.display())))?;
    if found > format.version() {
        return Err(StoreError::Newer { file: path.to_owned(), found, known: format.version() });
    }
    Ok(found)
}

fn prepare(connection: &mut Connection, format: &Format, version: i32) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    // Temporary files would be copies of pages that nobody erases.
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;",
    )?;
    let missing = &format.steps[usize::try_from(version).unwrap_or_default()..];
    if !missing.is_empty() {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        missing.iter().try_for_each(|step| transaction.execute_batch(step))?;
        transaction.pragma_update(None, "user_version", format.version())?;
        transaction.commit()?;
    }
    Ok(())
}
