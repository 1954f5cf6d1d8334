//! Wording of the summary, in each language.

use std::sync::LazyLock;

use crate::languages::InEach;
use crate::session::Language;

/// The words of one language; `{…}` stands for what is filled in, and names follow a colon.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct SummaryWords {
    /// Over the summary.
    pub heading: &'static str,
    pub answered: &'static str,
    pub themes: &'static str,
    pub words: &'static str,
    pub on_top: &'static str,
    pub chosen: &'static str,
    pub highest: &'static str,
    pub lowest: &'static str,
    pub points: &'static str,
    pub median: &'static str,
    pub right: &'static str,
}

/// The words of a language.
pub(super) fn summary_words(language: Language) -> &'static SummaryWords {
    static WORDS: LazyLock<InEach<SummaryWords>> = LazyLock::new(|| InEach::read("files.summary"));
    &WORDS[language]
}
