//! Which answers wait for the facilitator before the room sees them.

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

/// Whether a whole word of the text stands on a list, letters repeated for effect counted once more at most.
fn has_listed_word(text: &str, language: Language) -> bool {
    let lists: &[&str] = match language {
        Language::Nb | Language::Nn => &[NORWEGIAN, ENGLISH],
        Language::En => &[ENGLISH],
    };
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| {
        let short = without_repeats(word);
        let mut listed = lists.iter().flat_map(|list| list.lines());
        listed.any(|entry| entry == word || without_repeats(entry) == short)
    })
}

/// A word with each run of the same letter as one.
fn without_repeats(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}
