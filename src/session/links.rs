//! Further links to a session: for a second facilitator, a phone as remote, or a projector that only shows.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::text::Line;

/// Most links at a time: whoever needs more has lost track of who holds them.
pub const LINKS_MAX: usize = 20;

/// Numbers the links of a session, from 1.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(transparent)]
#[schema(value_type = u32)]
pub struct LinkId(pub u32);

/// What a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The facilitator's page, with all its rights.
    Facilitate,
    /// The projector, to look at only.
    Watch,
}

/// A link that opens the session until it is withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it opens.
    pub kind: LinkKind,
    /// Who or what it was made for.
    pub name: Line,
    /// Of its key, which stands in the link alone.
    pub hash: KeyHash,
}

/// A hash of a link's key, written as 64 hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyHash(pub [u8; 32]);

impl fmt::Debug for KeyHash {
    /// Stays out of log lines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyHash")
    }
}

impl TryFrom<String> for KeyHash {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let wrong = "the hash of a key is 64 hex digits";
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(wrong);
        }
        let mut bytes = [0; 32];
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * index..2 * index + 2], 16).map_err(|_| wrong)?;
        }
        Ok(KeyHash(bytes))
    }
}

impl From<KeyHash> for String {
    fn from(hash: KeyHash) -> String {
        hash.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
