//! The password of a room, of which only a slow hash is known here.

use std::fmt;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// How many characters a password has: short enough to be said aloud, long enough not to be guessed at the door.
pub const PASSWORD_CHARS: RangeInclusive<usize> = 4..=100;

/// A hash of the password, as a PHC string (<https://github.com/P-H-C/phc-string-format>).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PasswordHash(pub String);

impl fmt::Debug for PasswordHash {
    /// Stays out of log lines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash")
    }
}

/// A room's password as the state knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Password {
    /// Its hash.
    pub hash: PasswordHash,
    /// The row that set it, which is erased when another does.
    pub(super) position: u64,
}
