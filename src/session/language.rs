//! The languages that a session can be held in.

use serde::{Deserialize, Serialize};

/// A session's language: decides the interface's words, stems and the wording of minutes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Norwegian Bokmål.
    #[default]
    Nb,
    /// Norwegian Nynorsk.
    Nn,
    /// English.
    En,
}

impl Language {
    /// The language with this tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        [Language::Nb, Language::Nn, Language::En].into_iter().find(|language| language.tag() == tag)
    }

    /// The language tag of BCP 47, as in `lang="nb"`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Nb => "nb",
            Language::Nn => "nn",
            Language::En => "en",
        }
    }
}
