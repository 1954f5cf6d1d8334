//! Keys, codes and pseudonyms; the one place that draws randomness.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::{Rng, RngExt};
use subtle::ConstantTimeEq;

use crate::session::{JOIN_CODES, JoinCode, Link, PictureId, Pseudonym};

/// A phone's random token, 128 bits; lives in memory only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Token([u8; 16]);

impl Token {
    /// Reads 22 characters of base64url.
    pub fn parse(text: &str) -> Option<Token> {
        decode(text).map(Token)
    }

    /// Who this phone is for one question: a keyed BLAKE3 hash under the question's key, cut to 128 bits.
    pub(super) fn pseudonym(&self, key: &QuestionKey) -> Pseudonym {
        let hash = blake3::keyed_hash(&key.0, &self.0);
        let mut name = [0; 16];
        name.copy_from_slice(&hash.as_bytes()[..16]);
        Pseudonym(name)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

/// The key of one question, or of attendance; destroyed when the session is sealed.
#[derive(Clone)]
pub(super) struct QuestionKey(pub [u8; 32]);

impl QuestionKey {
    pub fn draw() -> Self {
        QuestionKey(draw())
    }
}

/// The facilitator's key: 256 random bits; only its hash is stored.
pub struct FacilitatorKey([u8; 32]);

impl fmt::Debug for FacilitatorKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FacilitatorKey")
    }
}

impl FacilitatorKey {
    pub(super) fn draw() -> Self {
        FacilitatorKey(draw())
    }

    /// The key as it stands in the facilitator's link: 43 characters of base64url.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What is stored of it.
    pub(super) fn hash(&self) -> [u8; 32] {
        hash(&self.0)
    }
}

/// Whether a text is the key behind this hash; takes the same time wherever they differ.
pub(super) fn opens(text: &str, facilitator_hash: &[u8; 32]) -> bool {
    decode::<32>(text).is_some_and(|key| hash(&key).ct_eq(facilitator_hash).into())
}

/// Whether a text is the key of this link; takes the same time wherever they differ.
pub(super) fn opens_link(text: &str, link: &Link) -> bool {
    decode::<32>(text).is_some_and(|key| hash(&key).ct_eq(&link.hash.0).into())
}

/// The further secret of the QR link: 128 random bits.
pub(super) fn draw_join_secret() -> [u8; 16] {
    draw()
}

/// How the further secret stands in the QR link.
pub(super) fn join_secret_text(secret: &[u8; 16]) -> String {
    URL_SAFE_NO_PAD.encode(secret)
}

pub(super) fn is_join_secret(text: &str, secret: &[u8; 16]) -> bool {
    decode::<16>(text).is_some_and(|given| given.ct_eq(secret).into())
}

#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub(super) fn draw_code() -> JoinCode {
    JoinCode::from_number(rand::rng().random_range(0..JOIN_CODES))
}

pub(super) fn draw_session_id() -> crate::store::SessionId {
    crate::store::SessionId::new(draw())
}

/// A key for the fast hash of a password.
pub(super) fn draw_lock_key() -> [u8; 32] {
    draw()
}

/// A salt for the slow one: 128 random bits.
pub(super) fn draw_salt() -> [u8; 16] {
    draw()
}

/// A name for a picture, which nobody can guess.
pub(super) fn draw_picture_id() -> PictureId {
    PictureId::new(draw())
}

/// A name for one load of a session: 64 random bits as hex.
pub(super) fn draw_epoch() -> String {
    draw::<8>().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[expect(clippy::disallowed_methods, reason = "this is the one place")]
fn draw<const BYTES: usize>() -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// A number to order by chance what nothing else orders.
pub(super) fn draw_chance() -> u64 {
    u64::from_le_bytes(draw())
}

fn hash(key: &[u8; 32]) -> [u8; 32] {
    blake3::derive_key("plenum 2026 facilitator key", key)
}

fn decode<const BYTES: usize>(text: &str) -> Option<[u8; BYTES]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}
