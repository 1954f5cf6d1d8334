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

/// The words that make an answer wait, one a line, in lower case; they are held, never deleted.
const NORWEGIAN: &str = include_str!("moderation/norwegian.txt");
const ENGLISH: &str = include_str!("moderation/english.txt");

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
    has_listed_word(text, Language::Nb)
}

/// Whether a whole word of the text stands on a list, as it is written or without letters repeated for effect.
fn has_listed_word(text: &str, language: Language) -> bool {
    static NORWEGIAN_WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| NORWEGIAN.lines().collect());
    static ENGLISH_WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| ENGLISH.lines().collect());
    let is_norwegian = matches!(language, Language::Nb | Language::Nn);
    let is_listed =
        |word: &str| ENGLISH_WORDS.contains(word) || (is_norwegian && NORWEGIAN_WORDS.contains(word));
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| is_listed(word) || [1, 2].iter().any(|most| is_listed(&with_runs_of(word, *most))))
}

/// A word with each run of three or more of a letter cut to so many; a double letter is how many words are spelled.
fn with_runs_of(word: &str, most: usize) -> String {
    let letters: Vec<char> = word.chars().collect();
    let runs = letters.chunk_by(|one, next| one == next);
    runs.flat_map(|run| &run[..if run.len() > 2 { most } else { run.len() }]).collect()
}
