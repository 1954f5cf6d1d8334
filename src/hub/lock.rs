//! The password at the door: hashed slowly, one guess at a time, and known again fast once it was right.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, SaltString};

use super::secrets;
use crate::session::{PASSWORD_CHARS, PasswordHash, Rejection};

/// How long the line stands still after a wrong password: at most one guess in that time, whoever guesses. Who knows the
/// password does not wait, once somebody has come in by it.
const PAUSE_AFTER_WRONG: Duration = Duration::from_secs(1);

/// What a phone that connects has to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// No password.
    Nothing,
    /// The right one.
    Right,
    /// Another one.
    Wrong,
}

/// The lock of one session while it has this password.
pub(super) struct Lock {
    hash: PasswordHash,
    /// Keys the fast hash; random for each lock.
    key: [u8; 32],
    /// The fast hash of the password, once it was right.
    known: Mutex<Option<blake3::Hash>>,
    line: tokio::sync::Mutex<()>,
}

impl Lock {
    pub fn new(hash: PasswordHash) -> Lock {
        Lock {
            hash,
            key: secrets::draw_lock_key(),
            known: Mutex::default(),
            line: tokio::sync::Mutex::default(),
        }
    }

    /// Whether this is the lock of that password.
    pub fn is_of(&self, hash: &PasswordHash) -> bool {
        self.hash == *hash
    }

    /// Whether the password is right. Takes some hundredths of a second the first time, and a second after each wrong one.
    pub async fn opens(&self, password: &str) -> bool {
        let fast = blake3::keyed_hash(&self.key, normal(password).as_bytes());
        if self.is_known(fast) {
            return true;
        }
        let _place = self.line.lock().await;
        if self.is_known(fast) {
            return true;
        }
        let (hash, password) = (self.hash.clone(), normal(password).to_owned());
        let right = tokio::task::spawn_blocking(move || is_right(&hash, &password)).await.unwrap_or(false);
        if right {
            *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(fast);
        } else {
            tokio::time::sleep(PAUSE_AFTER_WRONG).await;
        }
        right
    }

    /// Compared in constant time, as `blake3::Hash` does.
    fn is_known(&self, fast: blake3::Hash) -> bool {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) == Some(fast)
    }
}

/// The slow hash of a password; blocks for some hundredths of a second.
pub(super) fn hash(password: &str) -> Result<PasswordHash, Rejection> {
    let password = normal(password);
    if !PASSWORD_CHARS.contains(&password.chars().count()) {
        return Err(Rejection::PasswordOutOfBounds);
    }
    let salt = SaltString::encode_b64(&secrets::draw_salt()).map_err(|_| Rejection::TryAgain)?;
    let hashed = Argon2::default().hash_password(password.as_bytes(), &salt);
    hashed.map(|hash| PasswordHash(hash.to_string())).map_err(|_| Rejection::TryAgain)
}

fn is_right(hash: &PasswordHash, password: &str) -> bool {
    argon2::PasswordHash::new(&hash.0)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// A password said aloud is typed with a space too many on a phone, seldom with a meaning.
fn normal(password: &str) -> &str {
    password.trim()
}
