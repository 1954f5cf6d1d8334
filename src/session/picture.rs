//! A picture beside a question or an option: which one, and what it says to those who do not see it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::text::Line;

/// Most pictures of one session: a long day with one for each question stays far below it.
pub const PICTURES_MAX: usize = 100;

/// Tells one picture from all others: 128 random bits, written as 32 lower-case hexadecimal digits. Who knows it may see
/// the picture.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
#[schema(value_type = String, example = "5f0c7a1e9b3d4826a7c1e05d9f384b62")]
pub struct PictureId([u8; 16]);

impl PictureId {
    /// An id of 128 bits that the caller drew from a cryptographic source.
    pub const fn new(bits: [u8; 16]) -> Self {
        PictureId(bits)
    }

    /// The 128 bits.
    pub const fn bits(self) -> [u8; 16] {
        self.0
    }
}

impl fmt::Display for PictureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl FromStr for PictureId {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "the id of a picture is 32 lower-case hexadecimal digits";
        let is_hex = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if text.len() != 32 || !is_hex {
            return Err(wrong);
        }
        u128::from_str_radix(text, 16).map(|bits| PictureId(bits.to_be_bytes())).map_err(|_| wrong)
    }
}

impl TryFrom<String> for PictureId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PictureId> for String {
    fn from(id: PictureId) -> String {
        id.to_string()
    }
}

/// How large a picture is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureSize {
    /// Never 0.
    pub width: u16,
    /// Never 0.
    pub height: u16,
}

/// A picture that the session keeps, where it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// Which.
    pub id: PictureId,
    /// What it shows, for those who do not see it; may be empty.
    #[serde(default)]
    pub alt: Line,
    /// Its width in pixels, so that nothing jumps when it arrives.
    pub width: u16,
    /// Its height in pixels.
    pub height: u16,
}

impl Picture {
    /// Its width and height.
    pub fn size(&self) -> PictureSize {
        PictureSize { width: self.width, height: self.height }
    }
}
