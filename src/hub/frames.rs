//! Frames as bytes: each message is serialised here, once.

use bytes::Bytes;

use crate::session::Change;
use crate::wire::{Cursor, ServerMessage};

/// One message as the bytes of a text frame.
pub fn encode(message: &ServerMessage) -> Bytes {
    // Our own types hold no maps with other keys than texts, the only thing that serde_json cannot write.
    serde_json::to_vec(message).unwrap_or_default().into()
}

pub(super) fn snapshot(epoch: &str, position: u64, changes: Vec<Change>) -> Bytes {
    encode(&ServerMessage::Snapshot { cursor: Cursor { epoch: epoch.to_owned(), position }, changes })
}

pub(super) fn update(epoch: &str, position: u64, changes: Vec<Change>) -> Bytes {
    encode(&ServerMessage::Update { cursor: Cursor { epoch: epoch.to_owned(), position }, changes })
}
