//! What can stand behind a field: how it is read and written.

use super::names::{AskKind, Named};
use super::phrases::phrases;
use super::problem::{Code, Fault};
use super::times::stretch;
use crate::session::{
    Amount, Date, Heading, Language, Line, Moderation, Paragraph, ResultsTo, Stretch, TextError, TimeOfDay,
};

/// A value of a field.
pub(super) trait Value: Sized + PartialEq {
    /// Reads what stands behind the colon, untrimmed; it may hold line breaks and is not blank.
    fn read(raw: &str) -> Result<Self, Code>;

    /// As it is written in a language; nothing where it can only be left out.
    fn written(&self, language: Language) -> Option<String>;
}

macro_rules! texts {
    ($($name:ident)*) => {$(
        impl Value for $name {
            fn read(raw: &str) -> Result<Self, Code> {
                $name::parse(raw).map_err(|problem: TextError| problem.into())
            }

            fn written(&self, _: Language) -> Option<String> {
                Some(self.as_str().to_owned())
            }
        }
    )*};
}

macro_rules! numbers {
    ($($name:ident)*) => {$(
        impl Value for $name {
            fn read(raw: &str) -> Result<Self, Code> {
                raw.trim().parse().map_err(|_| Fault::WrongNumber.into())
            }

            fn written(&self, _: Language) -> Option<String> {
                Some(self.to_string())
            }
        }
    )*};
}

macro_rules! words {
    ($($name:ident: $fault:ident)*) => {$(
        impl Value for $name {
            fn read(raw: &str) -> Result<Self, Code> {
                Named::of(raw).ok_or(Fault::$fault.into())
            }

            fn written(&self, language: Language) -> Option<String> {
                Some(self.word(language).to_owned())
            }
        }
    )*};
}

texts! { Line Paragraph Heading }
numbers! { u8 u16 u32 }
words! { AskKind: UnknownAnswer Language: UnknownLanguage bool: NeitherYesNorNo ResultsTo: UnknownWord Moderation: UnknownWord }

impl<V: Value> Value for Option<V> {
    fn read(raw: &str) -> Result<Self, Code> {
        V::read(raw).map(Some)
    }

    fn written(&self, language: Language) -> Option<String> {
        self.as_ref().and_then(|value| value.written(language))
    }
}

impl Value for TimeOfDay {
    fn read(raw: &str) -> Result<Self, Code> {
        raw.parse().map_err(|_| Fault::WrongTime.into())
    }

    fn written(&self, _: Language) -> Option<String> {
        Some(self.to_string())
    }
}

impl Value for Date {
    /// `2026-11-21`, or `21.11.2026`.
    fn read(raw: &str) -> Result<Self, Code> {
        let raw = raw.trim();
        let parts: Vec<&str> = raw.split('.').map(str::trim).collect();
        let turned = match parts[..] {
            [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
            _ => raw.to_owned(),
        };
        turned.parse().map_err(|_| Fault::WrongDate.into())
    }

    fn written(&self, _: Language) -> Option<String> {
        Some(self.to_string())
    }
}

impl Value for Amount {
    /// With a comma or a point before the decimals; spaces between thousands are let through.
    fn read(raw: &str) -> Result<Self, Code> {
        let plain: String = raw.chars().filter(|letter| !letter.is_whitespace()).collect();
        let plain = plain.replace('−', "-").replace(',', ".");
        let is_plain = plain.chars().all(|letter| letter.is_ascii_digit() || letter == '.' || letter == '-');
        let value = plain.parse::<f64>().ok().filter(|_| is_plain);
        value.and_then(|value| Amount::try_from(value).ok()).ok_or(Fault::WrongNumber.into())
    }

    fn written(&self, language: Language) -> Option<String> {
        Some(self.value().to_string().replace('.', phrases(language).decimal_sign))
    }
}

impl Value for Stretch {
    /// `2 min 30 s – what is done in it`.
    fn read(raw: &str) -> Result<Self, Code> {
        let (seconds, label) = stretch(raw).ok_or(Code::from(Fault::WrongLength))?;
        Ok(Stretch { label: Heading::parse(label).map_err(Code::from)?, seconds })
    }

    fn written(&self, _: Language) -> Option<String> {
        let Stretch { label, seconds } = self;
        let length = match (seconds / 60, seconds % 60) {
            (0, seconds) => format!("{seconds} s"),
            (minutes, 0) => format!("{minutes} min"),
            (minutes, seconds) => format!("{minutes} min {seconds} s"),
        };
        Some(if label.is_empty() { length } else { format!("{length} – {label}") })
    }
}
