//! The file of the question keys: slots of one size, which are overwritten and used again, so that no
//! copy of a key is ever left behind.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, Row, TransactionBehavior, params};

use super::database::{self, Format};
use crate::store::{SessionId, StoreError};

/// `name` is a blob of four bytes because an integer's size depends on its value.
pub(super) const FORMAT: Format = Format {
    steps: &["
        CREATE TABLE slot (
            slot INTEGER PRIMARY KEY,
            used INTEGER NOT NULL,
            session BLOB NOT NULL,
            name BLOB NOT NULL,
            key BLOB NOT NULL
        ) STRICT;"],
};

/// Keeps a key; one of the same name is overwritten and cleared away.
pub(super) fn put(
    keys: &mut Connection,
    path: &Path,
    session: SessionId,
    name: u32,
    key: &[u8; 32],
) -> Result<(), StoreError> {
    let overwritten = (|| {
        let transaction = keys.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let values = params![session.as_bytes(), name.to_be_bytes(), key];
        let overwritten = transaction
            .execute("UPDATE slot SET key = ?3 WHERE used = 1 AND session = ?1 AND name = ?2", values)?;
        if overwritten == 0 {
            let reused = transaction.execute(
                "UPDATE slot SET used = 1, session = ?1, name = ?2, key = ?3
                 WHERE slot = (SELECT min(slot) FROM slot WHERE used = 0)",
                values,
            )?;
            if reused == 0 {
                transaction
                    .execute("INSERT INTO slot (used, session, name, key) VALUES (1, ?1, ?2, ?3)", values)?;
            }
        }
        transaction.commit()?;
        Ok(overwritten > 0)
    })()
    .map_err(StoreError::sqlite("keep a question's key"))?;
    if overwritten { database::clear_away(keys, path) } else { Ok(()) }
}

/// The keys of a session.
pub(super) fn of(keys: &Connection, session: SessionId) -> Result<BTreeMap<u32, [u8; 32]>, StoreError> {
    let read = |row: &Row<'_>| -> rusqlite::Result<(u32, [u8; 32])> {
        Ok((u32::from_be_bytes(row.get(0)?), row.get(1)?))
    };
    (|| {
        keys.prepare("SELECT name, key FROM slot WHERE used = 1 AND session = ?1")?
            .query_map([session.as_bytes()], read)?
            .collect::<rusqlite::Result<_>>()
    })()
    .map_err(StoreError::sqlite("read the questions' keys"))
}

/// Overwrites one key, or all keys of a session, and clears away their older copies.
pub(super) fn destroy(
    keys: &Connection,
    path: &Path,
    session: SessionId,
    name: Option<u32>,
) -> Result<(), StoreError> {
    keys.execute(
        "UPDATE slot SET used = 0, session = zeroblob(16), name = zeroblob(4), key = zeroblob(32)
         WHERE session = ?1 AND (?2 IS NULL OR name = ?2)",
        params![session.as_bytes(), name.map(u32::to_be_bytes)],
    )
    .map_err(StoreError::sqlite("destroy a question's key"))?;
    database::clear_away(keys, path)
}
