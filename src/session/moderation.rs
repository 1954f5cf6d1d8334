//! Which answers wait for the facilitator before the room sees them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::language::Language;

/// What waits for the facilitator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Moderation {
    /// Nothing: every answer shows at once.
    #[default]
    Off,
    /// Answers with a word of the list of the session's language, or of the English one.
    Words,
    /// All answers.
    All,
}

// The words that make an answer wait, for each language in order: texts of words in lower case, parted by white space; they
// are held, never deleted. `web/build.rs` reads which from `web/src/languages`.
include!(concat!(env!("OUT_DIR"), "/held_words.rs"));

impl Moderation {
    /// Whether every answer shows at once.
    pub(super) fn is_off(&self) -> bool {
        *self == Moderation::Off
    }

    /// Whether an answer in words waits.
    pub(super) fn holds(self, text: &str, language: Language) -> bool {
        match self {
            Moderation::Off => false,
            Moderation::Words => has_listed_word(text, language),
            Moderation::All => true,
        }
    }
}

/// Whether a text has a word of any list, whatever language it is in.
pub(super) fn has_foul_word(text: &str) -> bool {
    static ALL: LazyLock<BTreeSet<&str>> = LazyLock::new(|| lists().iter().flatten().copied().collect());
    has_word_of(text, &ALL)
}

/// Whether a whole word of the text stands on a list of the language.
fn has_listed_word(text: &str, language: Language) -> bool {
    has_word_of(text, &lists()[language.place()])
}

/// The words of each language.
fn lists() -> &'static [BTreeSet<&'static str>] {
    static LISTS: LazyLock<Vec<BTreeSet<&str>>> = LazyLock::new(|| {
        HELD_WORDS
            .iter()
            .map(|texts| texts.iter().flat_map(|text| text.split_whitespace()).collect())
            .collect()
    });
    &LISTS
}

/// Whether a whole word of the text stands on a list, as it is written or without letters repeated for effect.
fn has_word_of(text: &str, list: &BTreeSet<&str>) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| {
        list.contains(word) || [1, 2].iter().any(|most| list.contains(with_runs_of(word, *most).as_str()))
    })
}

/// A word with each run of three or more of a letter cut to so many; a double letter is how many words are spelled.
fn with_runs_of(word: &str, most: usize) -> String {
    let letters: Vec<char> = word.chars().collect();
    let runs = letters.chunk_by(|one, next| one == next);
    runs.flat_map(|run| &run[..if run.len() > 2 { most } else { run.len() }]).collect()
}
