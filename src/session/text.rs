//! Texts that people typed, parsed once at the edge into types that cannot be wrong.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $chars_max:tt) => {
        $(#[$doc])*
        #[derive(
            Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize,
            ts_rs::TS, utoipa::ToSchema,
        )]
        #[serde(try_from = "String", into = "String")]
        #[ts(type = "string")]
        #[schema(value_type = String, max_length = $chars_max)]
        pub struct $name(String);

        impl $name {
            /// Longest text, in Unicode scalar values.
            pub const CHARS_MAX: usize = $chars_max;

            /// Trims the ends, folds line ends to `\n` and refuses what is too long or holds control characters.
            pub fn parse(raw: &str) -> Result<Self, TextError> {
                clean(raw, Self::CHARS_MAX).map($name)
            }

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether nothing is left after trimming.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;

            fn try_from(raw: String) -> Result<Self, TextError> {
                Self::parse(&raw)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text! {
    /// A heading of a theme or an option of a ranking: at most 120 characters.
    Heading, 120
}
text! {
    /// A line of a programme: title, place, who; at most 200 characters.
    Line, 200
}
text! {
    /// A name that a person chose for the quiz: at most 20 characters.
    Nickname, 20
}
text! {
    /// A question or an explanation: at most 1,000 characters.
    Paragraph, 1_000
}
text! {
    /// A question to the speaker: at most 300 characters.
    AskedText, 300
}
text! {
    /// An answer in free text: at most 2,000 characters, and a question may ask for less.
    AnswerText, 2_000
}

impl AnswerText {
    /// Length in Unicode scalar values, as a question's limit counts it.
    pub fn chars(&self) -> usize {
        self.0.chars().count()
    }
}

/// What somebody answers a choice with instead of an option, on one line: at most 60 characters, as many as an entry of a
/// word cloud.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
#[schema(value_type = String, max_length = 60)]
pub struct OtherText(String);

impl OtherText {
    /// Longest text, in Unicode scalar values.
    pub const CHARS_MAX: usize = 60;

    /// Makes one line with single spaces of it, and refuses what is too long or holds control characters.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let line = raw.split_whitespace().collect::<Vec<&str>>().join(" ");
        clean(&line, Self::CHARS_MAX).map(OtherText)
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left of it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is the same for all ways to write it: it in lower case.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl TryFrom<String> for OtherText {
    type Error = TextError;

    fn try_from(raw: String) -> Result<Self, TextError> {
        Self::parse(&raw)
    }
}

impl From<OtherText> for String {
    fn from(text: OtherText) -> String {
        text.0
    }
}

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// More characters than the type allows.
    TooLong,
    /// A control character other than a line end or a tab.
    ControlCharacter,
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TextError::TooLong => "a text is too long",
            TextError::ControlCharacter => "a text holds a control character",
        })
    }
}

fn clean(raw: &str, chars_max: usize) -> Result<String, TextError> {
    let text = raw.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    if text.chars().any(|letter| letter.is_control() && letter != '\n') {
        return Err(TextError::ControlCharacter);
    }
    let text = text.trim();
    if text.chars().count() > chars_max { Err(TextError::TooLong) } else { Ok(text.to_owned()) }
}
