//! What a language's file says of grouping: how its words are compared, what tells it, and the few words of headings.

use std::sync::LazyLock;

use rust_stemmers::Algorithm;
use serde::Deserialize;
use serde::de::{Deserializer, IntoDeserializer, value::Error};

use crate::languages::InEach;
use crate::session::Language;

/// What one language says.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Said {
    pub lexicon: Known,
    /// Without a lexicon: the stemmer; none compares words as they are written.
    #[serde(deserialize_with = "algorithm")]
    pub stemmer: Option<Algorithm>,
    /// Beside those of the lexicon, parted by white space.
    pub stop_words: &'static str,
    /// Joins two headings.
    pub and: &'static str,
    /// What a theme is called whose answers share no word, until a person names it.
    pub pile: &'static str,
    pub telling: Telling,
}

/// Whose stems, stop words, compounds, word vectors and catalogue are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Known {
    /// Those of bokmål and nynorsk, because people in one hall write both.
    Norwegian,
    English,
    /// Nobody's: words are compared by their stems alone, and their company tells nothing.
    #[serde(rename = "")]
    Nothing,
}

/// What tells that a text is in the language: small words, parted by white space.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    pub own: &'static str,
    /// Those and letters that all languages of the lexicon have; one of them says them for all.
    pub shared: &'static str,
    pub letters: &'static str,
}

pub static SAID: LazyLock<InEach<Said>> = LazyLock::new(|| InEach::read("grouping"));

/// What a language says.
pub fn said(language: Language) -> &'static Said {
    &SAID[language]
}

/// " og ": what stands between two headings.
pub fn joined_by(language: Language) -> String {
    format!(" {} ", said(language).and)
}

fn algorithm<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Algorithm>, D::Error> {
    let name = <&str>::deserialize(deserializer)?;
    if name.is_empty() {
        return Ok(None);
    }
    let read = Algorithm::deserialize(name.into_deserializer());
    read.map(Some).map_err(|reason: Error| serde::de::Error::custom(reason))
}
