//! The name of an organisation.

use std::str::FromStr;

/// The longest name, in characters; it stands where a logo is not seen.
const CHARS_MAX: usize = 80;

/// The name of an organisation: 1 to 80 characters on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation(String);

impl Organisation {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Organisation {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = text.trim();
        if name.is_empty() || name.chars().count() > CHARS_MAX || name.chars().any(char::is_control) {
            return Err("write a name of at most 80 characters on one line, as in Tysvær kommune");
        }
        Ok(Organisation(name.to_owned()))
    }
}
