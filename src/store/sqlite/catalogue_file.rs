//! The file of the catalogue: which sessions there are.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::database::Format;
use crate::store::{CatalogueEntry, SessionId, StoreError};

/// A session whose deletion has begun is marked, so that the next start can finish it.
pub(super) const FORMAT: Format = Format {
    steps: &["
        CREATE TABLE session (
            session BLOB PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            facilitator_hash BLOB NOT NULL,
            join_secret BLOB NOT NULL,
            created_ms INTEGER NOT NULL,
            due_ms INTEGER,
            deleting INTEGER NOT NULL DEFAULT 0
        ) STRICT;"],
};

const COLUMNS: &str = "session, code, facilitator_hash, join_secret, created_ms, due_ms";

/// Refuses an entry whose id or code is in use.
pub(super) fn must_be_free(catalogue: &Connection, entry: &CatalogueEntry) -> Result<(), StoreError> {
    let has = |condition: &str, value: &dyn rusqlite::ToSql| {
        let query = format!("SELECT EXISTS (SELECT 1 FROM session WHERE {condition} = ?1)");
        catalogue.query_row(&query, [value], |row| row.get::<_, bool>(0)).map_err(reading())
    };
    if has("session", entry.session.as_bytes())? {
        return Err(StoreError::SessionTaken);
    }
    if has("code", &entry.code)? {
        return Err(StoreError::CodeTaken);
    }
    Ok(())
}

/// Adds an entry.
pub(super) fn insert(catalogue: &Connection, entry: &CatalogueEntry) -> Result<(), StoreError> {
    let CatalogueEntry { session, code, facilitator_hash, join_secret, created_ms, due_ms } = entry;
    catalogue
        .execute(
            &format!("INSERT INTO session ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
            params![session.as_bytes(), code, facilitator_hash, join_secret, created_ms, due_ms],
        )
        .map(drop)
        .map_err(writing())
}

/// All sessions that are not being deleted, ordered by id.
pub(super) fn all(catalogue: &Connection) -> Result<Vec<CatalogueEntry>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM session WHERE deleting = 0 ORDER BY session");
    let mut statement = catalogue.prepare(&query).map_err(reading())?;
    let entries = statement.query_map([], read_entry).map_err(reading())?;
    entries.collect::<Result<_, _>>().map_err(reading())
}

/// The session with a code.
pub(super) fn find(catalogue: &Connection, code: &str) -> Result<Option<CatalogueEntry>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM session WHERE deleting = 0 AND code = ?1");
    catalogue.query_row(&query, [code], read_entry).optional().map_err(reading())
}

/// Whether the session is there and not being deleted.
pub(super) fn lists(catalogue: &Connection, session: SessionId) -> Result<bool, StoreError> {
    let query = "SELECT EXISTS (SELECT 1 FROM session WHERE deleting = 0 AND session = ?1)";
    catalogue.query_row(query, [session.as_bytes()], |row| row.get(0)).map_err(reading())
}

/// Notes when the session is due.
pub(super) fn set_due(
    catalogue: &Connection,
    session: SessionId,
    due_ms: Option<i64>,
) -> Result<(), StoreError> {
    let query = "UPDATE session SET due_ms = ?2 WHERE deleting = 0 AND session = ?1";
    known(catalogue.execute(query, params![session.as_bytes(), due_ms]).map_err(writing())?)
}

/// Marks a session as being deleted; from here on only the deletion knows it.
pub(super) fn begin_deletion(catalogue: &Connection, session: SessionId) -> Result<(), StoreError> {
    let query = "UPDATE session SET deleting = 1 WHERE session = ?1";
    known(catalogue.execute(query, [session.as_bytes()]).map_err(writing())?)
}

/// Forgets a session.
pub(super) fn remove(catalogue: &Connection, session: SessionId) -> Result<(), StoreError> {
    let query = "DELETE FROM session WHERE session = ?1";
    catalogue.execute(query, [session.as_bytes()]).map(drop).map_err(writing())
}

/// The sessions whose deletion was interrupted.
pub(super) fn half_deleted(catalogue: &Connection) -> Result<Vec<SessionId>, StoreError> {
    let mut statement =
        catalogue.prepare("SELECT session FROM session WHERE deleting = 1").map_err(reading())?;
    let sessions = statement.query_map([], |row| row.get(0).map(SessionId::new)).map_err(reading())?;
    sessions.collect::<Result<_, _>>().map_err(reading())
}

fn read_entry(row: &Row<'_>) -> rusqlite::Result<CatalogueEntry> {
    Ok(CatalogueEntry {
        session: SessionId::new(row.get(0)?),
        code: row.get(1)?,
        facilitator_hash: row.get(2)?,
        join_secret: row.get(3)?,
        created_ms: row.get(4)?,
        due_ms: row.get(5)?,
    })
}

fn known(changed: usize) -> Result<(), StoreError> {
    if changed == 0 { Err(StoreError::UnknownSession) } else { Ok(()) }
}

fn reading() -> impl FnOnce(rusqlite::Error) -> StoreError {
    StoreError::sqlite("read the catalogue")
}

fn writing() -> impl FnOnce(rusqlite::Error) -> StoreError {
    StoreError::sqlite("write the catalogue")
}
