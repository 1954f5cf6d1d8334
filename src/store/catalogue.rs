//! Sessions as the catalogue lists them.

use std::fmt;
use std::str::FromStr;

/// Tells one session from all others: 128 random bits, written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId([u8; 16]);

/// What the server must know of a session before it reads the session's log.
#[derive(Clone, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// Which session.
    pub session: SessionId,
    /// The 8 digits that people join with.
    pub code: String,
    /// The hash of the facilitator's key; the key itself is never stored.
    pub facilitator_hash: [u8; 32],
    /// The secret in the link of the QR code.
    pub join_secret: [u8; 16],
    /// When the session was created, in Unix milliseconds.
    pub created_ms: i64,
    /// When the hub must look at it again, in Unix milliseconds, for instance to seal an ended session.
    pub due_ms: Option<i64>,
}

/// A text that is not 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a session id is 32 hexadecimal digits")]
pub struct InvalidSessionId;

impl SessionId {
    /// An id of 128 bits that the caller drew from a cryptographic source.
    pub const fn new(bits: [u8; 16]) -> Self {
        Self(bits)
    }

    /// The 128 bits.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for SessionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SessionId({self})")
    }
}

impl FromStr for SessionId {
    type Err = InvalidSessionId;

    fn from_str(text: &str) -> Result<Self, InvalidSessionId> {
        // `from_str_radix` would also take a sign.
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(InvalidSessionId);
        }
        u128::from_str_radix(text, 16).map(|bits| Self(bits.to_be_bytes())).map_err(|_| InvalidSessionId)
    }
}

/// Leaves the secrets and the code out, so that an entry can stand in a log line.
impl fmt::Debug for CatalogueEntry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CatalogueEntry")
            .field("session", &self.session)
            .field("created_ms", &self.created_ms)
            .field("due_ms", &self.due_ms)
            .finish_non_exhaustive()
    }
}
