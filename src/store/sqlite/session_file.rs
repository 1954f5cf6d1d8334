//! The file of one session's log and its pictures.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};

use super::database::{self, Format};
use crate::store::chain::{Content, Head, Link, SealedPayload, Walk};
use crate::store::{PictureName, Record, SessionId, StoreError, Verified};

/// `log_end` tells a log whose last records are missing from one that is whole.
pub(super) const FORMAT: Format = Format {
    steps: &[
        "
        CREATE TABLE log (
            position INTEGER PRIMARY KEY,
            erased INTEGER NOT NULL,
            payload BLOB NOT NULL,
            salt BLOB NOT NULL,
            payload_hash BLOB NOT NULL,
            chain_hash BLOB NOT NULL
        ) STRICT;
        CREATE TABLE log_end (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            position INTEGER NOT NULL,
            chain_hash BLOB NOT NULL
        ) STRICT;",
        "
        CREATE TABLE picture (
            number INTEGER PRIMARY KEY,
            name BLOB NOT NULL UNIQUE,
            bytes BLOB NOT NULL
        ) STRICT;",
    ],
};

/// A session's file, open for writing.
pub(super) struct SessionFile {
    connection: Connection,
    path: PathBuf,
    head: Head,
}

/// One of the appends that share a commit.
pub(super) struct Append {
    pub(super) expected: u64,
    pub(super) payloads: Vec<SealedPayload>,
}

impl SessionFile {
    /// Makes the file of a new session.
    pub(super) fn create(path: PathBuf, session: SessionId) -> Result<Self, StoreError> {
        let connection = database::open_or_create(&path, &FORMAT)?;
        Self::on(connection, path, session)
    }

    /// Opens the file of a session that exists.
    pub(super) fn open(path: PathBuf, session: SessionId) -> Result<Self, StoreError> {
        let connection = database::open(&path, &FORMAT)?;
        Self::on(connection, path, session)
    }

    /// Appends in one commit; each append has its own answer, and one that conflicts does not spoil the
    /// others. An error means that nothing was written, and that the file must be opened anew.
    pub(super) fn append(&mut self, appends: &[Append]) -> Result<Vec<Result<u64, StoreError>>, StoreError> {
        let mut head = self.head;
        let result = (|| {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut answers = Vec::with_capacity(appends.len());
            for append in appends {
                if append.expected == head.position {
                    head = insert(&transaction, head, &append.payloads)?;
                    answers.push(Ok(head.position));
                } else {
                    answers.push(Err(StoreError::Conflict { actual: head.position }));
                }
            }
            if head != self.head {
                transaction
                    .prepare_cached("REPLACE INTO log_end (only, position, chain_hash) VALUES (1, ?1, ?2)")?
                    .execute(params![head.position, head.chain_hash])?;
                transaction.commit()?;
            }
            Ok(answers)
        })()
        .map_err(StoreError::sqlite("write events"))?;
        self.head = head;
        Ok(result)
    }

    /// Overwrites the payloads at these positions and clears away their older copies.
    pub(super) fn erase(&mut self, positions: &[u64]) -> Result<(), StoreError> {
        (|| {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for position in positions {
                transaction
                    .prepare_cached(
                        "UPDATE log SET erased = 1, payload = zeroblob(length(payload)), salt = zeroblob(32)
                         WHERE position = ?1",
                    )?
                    .execute([position])?;
            }
            transaction.commit()
        })()
        .map_err(StoreError::sqlite("erase answers"))?;
        self.clear_away()
    }

    /// Answers [`StoreError::UnknownPosition`] when a position is not in the log.
    pub(super) fn must_have(&self, positions: &[u64]) -> Result<(), StoreError> {
        match positions.iter().find(|&&position| position == 0 || position > self.head.position) {
            Some(&position) => Err(StoreError::UnknownPosition { position }),
            None => Ok(()),
        }
    }

    /// Keeps a picture, unless one of that name is kept.
    pub(super) fn put_picture(&self, name: &PictureName, bytes: &[u8]) -> Result<(), StoreError> {
        self.connection
            .execute("INSERT OR IGNORE INTO picture (name, bytes) VALUES (?1, ?2)", params![name, bytes])
            .map(drop)
            .map_err(StoreError::sqlite("keep a picture"))
    }

    /// Removes all pictures but these; each is overwritten first, as [`database`] tells why.
    pub(super) fn retain_pictures(&self, kept: &BTreeSet<PictureName>) -> Result<(), StoreError> {
        let dropped = (|| -> rusqlite::Result<Vec<PictureName>> {
            let mut names = self.connection.prepare("SELECT name FROM picture")?;
            let names = names.query_map([], |row| row.get(0))?;
            names.filter(|name| name.as_ref().map_or(true, |name| !kept.contains(name))).collect()
        })()
        .map_err(StoreError::sqlite("read which pictures there are"))?;
        if dropped.is_empty() {
            return Ok(());
        }
        for wipe in [
            "UPDATE picture SET bytes = zeroblob(length(bytes)) WHERE name = ?1",
            "DELETE FROM picture WHERE name = ?1",
        ] {
            for name in &dropped {
                self.connection.execute(wipe, [name]).map_err(StoreError::sqlite("erase a picture"))?;
            }
            self.clear_away()?;
        }
        Ok(())
    }

    /// Moves everything into the main file, so that no older page is left beside it.
    pub(super) fn clear_away(&self) -> Result<(), StoreError> {
        database::clear_away(&self.connection, &self.path)
    }

    fn on(connection: Connection, path: PathBuf, session: SessionId) -> Result<Self, StoreError> {
        let (head, last) = (|| {
            let last: Option<u64> =
                connection.query_row("SELECT max(position) FROM log", [], |row| row.get(0))?;
            Ok((read_end(&connection, session)?, last))
        })()
        .map_err(|error| unreadable(1, error))?;
        if last.unwrap_or(0) != head.position {
            return Err(StoreError::damaged(
                head.position,
                "the log does not end where it was written to end",
            ));
        }
        Ok(Self { connection, path, head })
    }
}

/// Reads the records after a position and checks them.
pub(super) fn read(path: &Path, session: SessionId, after: u64) -> Result<Vec<Record>, StoreError> {
    let mut records = Vec::new();
    walk(path, session, after, |record| records.push(record))?;
    Ok(records)
}

/// Reads a picture, if it is kept; a file that has not been opened for writing since pictures came has none.
pub(super) fn picture(path: &Path, name: &PictureName) -> Result<Option<Vec<u8>>, StoreError> {
    let connection = database::open_read_only(path, &FORMAT)?;
    (|| {
        let table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'picture'";
        if !connection.prepare(table)?.exists([])? {
            return Ok(None);
        }
        connection.query_row("SELECT bytes FROM picture WHERE name = ?1", [name], |row| row.get(0)).optional()
    })()
    .map_err(StoreError::sqlite("read a picture"))
}

/// Checks the whole file.
pub(super) fn verify(path: &Path, session: SessionId) -> Result<Verified, StoreError> {
    let (connection, verified) = walk(path, session, 0, drop)?;
    let found: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| unreadable(verified.records, error))?;
    if found == "ok" { Ok(verified) } else { Err(StoreError::damaged(verified.records, &found)) }
}

fn insert(transaction: &Transaction<'_>, head: Head, payloads: &[SealedPayload]) -> rusqlite::Result<Head> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO log (position, erased, payload, salt, payload_hash, chain_hash) VALUES (?1, 0, ?2, ?3, ?4, ?5)",
    )?;
    payloads.iter().try_fold(head, |head, sealed| {
        let next = head.next(&sealed.payload_hash);
        let SealedPayload { payload, salt, payload_hash } = sealed;
        statement.execute(params![next.position, payload, salt, payload_hash, next.chain_hash])?;
        Ok(next)
    })
}

/// Visits the checked records after a position, as they stood at one moment.
fn walk(
    path: &Path,
    session: SessionId,
    after: u64,
    mut visit: impl FnMut(Record),
) -> Result<(Connection, Verified), StoreError> {
    let connection = database::open_read_only(path, &FORMAT)?;
    let transaction = connection.unchecked_transaction().map_err(|error| unreadable(after + 1, error))?;
    let end = read_end(&transaction, session).map_err(|error| unreadable(after + 1, error))?;
    let start = if after >= end.position && after > 0 { end } else { head_at(&transaction, session, after)? };
    let mut walk = Walk::after(start);
    {
        let mut statement = transaction
            .prepare(
                "SELECT position, erased, payload, salt, payload_hash, chain_hash
                 FROM log WHERE position > ?1 ORDER BY position",
            )
            .map_err(|error| unreadable(after + 1, error))?;
        let links =
            statement.query_map([start.position], read_link).map_err(|error| unreadable(after + 1, error))?;
        for link in links {
            let next = walk.head.position + 1;
            visit(walk.step(link.map_err(|error| unreadable(next, error))?)?);
        }
    }
    let verified = walk.finish(end)?;
    drop(transaction);
    Ok((connection, verified))
}

fn read_end(connection: &Connection, session: SessionId) -> rusqlite::Result<Head> {
    let end = connection
        .query_row("SELECT position, chain_hash FROM log_end", [], |row| {
            Ok(Head { position: row.get(0)?, chain_hash: row.get(1)? })
        })
        .optional()?;
    Ok(end.unwrap_or_else(|| Head::start(session)))
}

fn head_at(connection: &Connection, session: SessionId, position: u64) -> Result<Head, StoreError> {
    if position == 0 {
        return Ok(Head::start(session));
    }
    connection
        .query_row("SELECT chain_hash FROM log WHERE position = ?1", [position], |row| {
            Ok(Head { position, chain_hash: row.get(0)? })
        })
        .optional()
        .map_err(|error| unreadable(position, error))?
        .ok_or_else(|| StoreError::damaged(position, "the record is missing"))
}

fn read_link(row: &Row<'_>) -> rusqlite::Result<Link> {
    let payload: Vec<u8> = row.get(2)?;
    let salt: [u8; 32] = row.get(3)?;
    let erased: bool = row.get(1)?;
    let nothing_left = salt == [0; 32] && payload.iter().all(|&byte| byte == 0);
    let content = match (erased, nothing_left) {
        (false, _) => Content::Kept { payload, salt },
        (true, true) => Content::Erased,
        (true, false) => Content::HalfErased,
    };
    Ok(Link { position: row.get(0)?, content, payload_hash: row.get(4)?, chain_hash: row.get(5)? })
}

/// Tells a file that is not as it was written from one that could not be read just now.
fn unreadable(position: u64, error: rusqlite::Error) -> StoreError {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error.sqlite_error_code() {
        // A value of the wrong type or length does not come from SQLite, and has no code.
        None | Some(DatabaseCorrupt | NotADatabase) => StoreError::damaged(position, &error.to_string()),
        Some(_) => StoreError::sqlite("read the log")(error),
    }
}
