//! The chain of hashes that shows whether a log is as it was written.
//!
//! `payload hash = blake3 keyed with the salt (payload)` and
//! `chain hash = blake3(previous chain hash ‖ position, big-endian ‖ payload hash)`.
//! The salt is random for each record and is erased together with the payload: without it, the hash
//! that stays behind does not let anybody try out whether a short answer was this or that.

use super::{PAYLOAD_BYTES_MAX, Record, SessionId, StoreError, Verified};

/// A payload with its salt and hash, ready to be linked to a chain.
pub(super) struct SealedPayload {
    pub(super) payload: Vec<u8>,
    pub(super) salt: [u8; 32],
    pub(super) payload_hash: [u8; 32],
}

/// The end of a chain: the last position and its chain hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) position: u64,
    pub(super) chain_hash: [u8; 32],
}

/// One record as it is stored.
#[derive(Clone)]
pub(super) struct Link {
    pub(super) position: u64,
    pub(super) content: Content,
    pub(super) payload_hash: [u8; 32],
    pub(super) chain_hash: [u8; 32],
}

/// What a link holds besides its hashes.
#[derive(Clone)]
pub(super) enum Content {
    Kept {
        payload: Vec<u8>,
        salt: [u8; 32],
    },
    Erased,
    /// Marked as erased, but something is left of it.
    HalfErased,
}

/// Walks along a chain and counts.
pub(super) struct Walk {
    pub(super) head: Head,
    erased: u64,
}

/// Seals the payloads of one append; refuses one that is too long.
pub(super) fn seal(payloads: Vec<Vec<u8>>) -> Result<Vec<SealedPayload>, StoreError> {
    payloads
        .into_iter()
        .map(|payload| {
            if payload.len() > PAYLOAD_BYTES_MAX {
                return Err(StoreError::TooLong { bytes: payload.len() });
            }
            #[expect(clippy::disallowed_methods, reason = "a salt decides nothing that a replay must repeat")]
            let salt = rand::random();
            let payload_hash = hash_payload(&salt, &payload);
            Ok(SealedPayload { payload, salt, payload_hash })
        })
        .collect()
}

impl Head {
    /// The head of an empty log; it depends on the session, so that one log cannot pass for another.
    pub(super) fn start(session: SessionId) -> Self {
        let chain_hash =
            blake3::derive_key("Plenum: start of the chain of a session's log", session.as_bytes());
        Self { position: 0, chain_hash }
    }

    /// The head after one more record.
    pub(super) fn next(self, payload_hash: &[u8; 32]) -> Self {
        let position = self.position + 1;
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.chain_hash).update(&position.to_be_bytes()).update(payload_hash);
        Self { position, chain_hash: hasher.finalize().into() }
    }
}

impl Walk {
    /// Begins after the record that `head` stands for.
    pub(super) fn after(head: Head) -> Self {
        Self { head, erased: 0 }
    }

    /// Checks the next link and gives the record it holds.
    pub(super) fn step(&mut self, link: Link) -> Result<Record, StoreError> {
        let position = self.head.position + 1;
        if link.position != position {
            return Err(StoreError::damaged(position, "the record is missing"));
        }
        let payload = match link.content {
            Content::Kept { payload, salt } => {
                if hash_payload(&salt, &payload) != link.payload_hash {
                    return Err(StoreError::damaged(position, "the payload does not match its hash"));
                }
                Some(payload)
            }
            Content::Erased => {
                self.erased += 1;
                None
            }
            Content::HalfErased => {
                return Err(StoreError::damaged(position, "the record was not erased as a whole"));
            }
        };
        let head = self.head.next(&link.payload_hash);
        if head.chain_hash != link.chain_hash {
            return Err(StoreError::damaged(position, "the record does not follow from the one before"));
        }
        self.head = head;
        Ok(Record { position, payload })
    }

    /// Checks that the walk ended where the log is known to end.
    pub(super) fn finish(self, end: Head) -> Result<Verified, StoreError> {
        if self.head.position < end.position {
            return Err(StoreError::damaged(self.head.position + 1, "the record is missing"));
        }
        if self.head != end {
            return Err(StoreError::damaged(
                self.head.position,
                "the log does not end where it was written to end",
            ));
        }
        Ok(Verified { records: end.position, erased: self.erased, head: end.chain_hash })
    }
}

fn hash_payload(salt: &[u8; 32], payload: &[u8]) -> [u8; 32] {
    blake3::keyed_hash(salt, payload).into()
}
