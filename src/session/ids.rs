//! Names of things: small numbers that the session gives out, and random keys that come from outside.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            ts_rs::TS, utoipa::ToSchema,
        )]
        #[serde(transparent)]
        #[ts(type = "number")]
        #[schema(value_type = u32)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number! {
    /// A programme item; given out from 1 in the order items are made, never used again.
    ItemId
}
number! {
    /// A standing answer; given out from 1 in the order answers are stored, so it says nothing of who gave it.
    AnswerId
}
number! {
    /// A question to the speaker; given out from 1 in the order they are stored, so it says nothing of who asked.
    AskedId
}
number! {
    /// A theme of one question; given out from 1, kept for as long as the theme is recognisably the same.
    ThemeId
}

number! {
    /// A note of the facilitator's; given out from 1 in the order they are first written, never used again.
    NoteId
}

number! {
    /// A nickname in the quiz; given out from 1 in the order they are chosen, never used again.
    PlayerId
}

/// The random name a phone gives an answer, so that a resend counts once: 22 characters of base64url (128 bits).
///
/// It is known only to the phone and the log; no view shows it to anyone but its owner.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
#[schema(value_type = String)]
pub struct AnswerKey(String);

/// Length of an [`AnswerKey`] in characters: 128 bits in base64url without padding.
const ANSWER_KEY_CHARS: usize = 22;

impl AnswerKey {
    /// The key of an answer that no phone gave, by its number.
    pub fn numbered(number: u32) -> Self {
        AnswerKey(format!("{number:0ANSWER_KEY_CHARS$}"))
    }
}

impl TryFrom<String> for AnswerKey {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let fits = text.len() == ANSWER_KEY_CHARS
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        if fits { Ok(AnswerKey(text)) } else { Err("an answer key is 22 characters of base64url") }
    }
}

impl From<AnswerKey> for String {
    fn from(key: AnswerKey) -> String {
        key.0
    }
}

/// Who answered, for one question only: a keyed hash of the phone's token, written as 32 hex digits.
///
/// The key belongs to one question and is destroyed, so nobody can join one person's answers across questions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pseudonym(pub [u8; 16]);

impl fmt::Debug for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from(*self))
    }
}

impl TryFrom<String> for Pseudonym {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let wrong = "a pseudonym is 32 hex digits";
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(wrong);
        }
        let mut bytes = [0; 16];
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * index..2 * index + 2], 16).map_err(|_| wrong)?;
        }
        Ok(Pseudonym(bytes))
    }
}

impl From<Pseudonym> for String {
    fn from(who: Pseudonym) -> String {
        who.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The eight digits by which people join, shown as `3885 1953`.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ts_rs::TS,
    utoipa::ToSchema,
)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
#[schema(value_type = String, example = "38851953")]
pub struct JoinCode(u32);

/// One more than the highest code.
pub const JOIN_CODES: u32 = 100_000_000;

impl JoinCode {
    /// The code of a number below [`JOIN_CODES`]; higher numbers wrap around.
    pub fn from_number(number: u32) -> Self {
        JoinCode(number % JOIN_CODES)
    }

    /// Its digits as a number.
    pub fn number(self) -> u32 {
        self.0
    }

    /// As people read it: two groups of four digits.
    pub fn grouped(self) -> String {
        format!("{:04} {:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

impl fmt::Display for JoinCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}", self.0)
    }
}

impl FromStr for JoinCode {
    type Err = &'static str;

    /// Eight digits, with or without white space or hyphens between them.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a join code is eight digits";
        let mut number = 0;
        let mut digits = 0;
        for letter in text.chars() {
            if letter.is_whitespace() || letter == '-' {
                continue;
            }
            let digit = letter.to_digit(10).ok_or(wrong)?;
            digits += 1;
            if digits > 8 {
                return Err(wrong);
            }
            number = number * 10 + digit;
        }
        if digits == 8 { Ok(JoinCode(number)) } else { Err(wrong) }
    }
}

impl TryFrom<String> for JoinCode {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<JoinCode> for String {
    fn from(code: JoinCode) -> String {
        code.to_string()
    }
}
