//! Words of an answer: tokens, stop words, stems, and nynorsk and dialect brought to one form.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use crate::session::Language;

/// One word as it was written and in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As the person wrote it, in composed form (NFC).
    pub written: String,
    /// In lower case, apostrophes left out.
    pub lower: String,
    /// Whether nothing but spaces stands between this word and the one before.
    pub joined: bool,
}

/// Longest word that is read, in characters: what is longer is no word, and its pieces would cost without telling anything.
const WORD_CHARS_MAX: usize = 60;

/// The words of a text in order. Numbers, punctuation and emoji are no words.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut written = String::new();
    let mut joined = false;
    for character in text.nfc().chain(std::iter::once(' ')) {
        if is_word_character(character) || (is_apostrophe(character) && !written.is_empty()) {
            written.push(character);
        } else if !written.is_empty() {
            let word = std::mem::take(&mut written);
            let lower: String = word
                .chars()
                .filter(|&c| !is_apostrophe(c))
                .flat_map(char::to_lowercase)
                .take(WORD_CHARS_MAX)
                .collect();
            if lower.chars().any(char::is_alphabetic) {
                let written = word.trim_end_matches(is_apostrophe).to_owned();
                found.push(Word { written, lower, joined });
                joined = true;
            }
            joined &= character == ' ';
        } else {
            joined &= character == ' ';
        }
    }
    found
}

/// Knows the stop words and stems of one language.
pub struct Lexicon {
    stemmer: Stemmer,
    norwegian: bool,
}

impl Lexicon {
    /// The lexicon of a language. Bokmål and nynorsk share one, because people in one hall write both.
    pub fn of(language: Language) -> Self {
        match language {
            Language::Nb | Language::Nn => {
                Self { stemmer: Stemmer::create(Algorithm::Norwegian), norwegian: true }
            }
            Language::En => Self { stemmer: Stemmer::create(Algorithm::English), norwegian: false },
        }
    }

    /// The same lexicon once more, to be kept beside what was read with it.
    pub fn another(&self) -> Self {
        Self::of(if self.norwegian { Language::Nb } else { Language::En })
    }

    /// True for bokmål and nynorsk: whether compounds are to be taken apart.
    pub fn is_norwegian(&self) -> bool {
        self.norwegian
    }

    /// Whether a word in lower case says nothing about what an answer is about.
    pub fn is_stop_word(&self, lower: &str) -> bool {
        let list = if self.norwegian { &*STOP_NORWEGIAN } else { &*STOP_ENGLISH };
        lower.chars().nth(1).is_none()
            || list.binary_search(&lower).is_ok()
            || (self.norwegian && bokmal(lower).is_some_and(|word| list.binary_search(&word).is_ok()))
    }

    /// The bokmål form of a word in lower case where the word is nynorsk or dialect; otherwise the word itself.
    pub fn standard_form(&self, lower: &str) -> String {
        if self.norwegian { standard_norwegian(lower) } else { lower.to_owned() }
    }

    /// The stem of a word in lower case. All inflected forms of a word have one stem, as far as rules can tell.
    pub fn stem(&self, lower: &str) -> String {
        if !self.norwegian {
            return self.stemmer.stem(lower).into_owned();
        }
        let standard = standard_norwegian(lower);
        exception(&standard).map_or_else(|| self.norwegian_stem(&standard), str::to_owned)
    }

    /// The stem under which a word stands in the table of word vectors, which was made with Snowball's plain rules.
    pub fn table_stem<'a>(&self, lower: &'a str) -> Cow<'a, str> {
        self.stemmer.stem(lower)
    }

    /// Snowball takes one ending at a time, so that "lederne", "ledere" and "leder" end as three stems.
    /// Going on until nothing more falls off, and taking "-ing" and "-asjon" too, brings them together.
    fn norwegian_stem(&self, word: &str) -> String {
        let mut stem = word.to_owned();
        for _ in 0..STEM_ROUNDS_MAX {
            let mut next = self.stemmer.stem(&stem).into_owned();
            for (ending, replacement, kept_min) in ENDINGS {
                if let Some(rest) = next.strip_suffix(ending)
                    && rest.chars().count() >= *kept_min
                {
                    next = format!("{rest}{replacement}");
                    break;
                }
            }
            if next == stem {
                break;
            }
            if next.chars().count() < STEM_CHARS_MIN {
                break;
            }
            stem = next;
            if let Some(known) = exception(&stem) {
                return known.to_owned();
            }
        }
        stem
    }
}

const STEM_ROUNDS_MAX: usize = 4;
const STEM_CHARS_MIN: usize = 3;

/// Ending, what takes its place, and how many letters must be left before it.
const ENDINGS: &[(&str, &str, usize)] = &[
    ("ern", "er", 3),
    ("asjon", "", 4),
    ("isering", "is", 4),
    ("ing", "", 4),
    ("else", "", 4),
    ("els", "", 5),
    ("er", "", 3),
];

static STOP_NORWEGIAN: LazyLock<Vec<&str>> =
    LazyLock::new(|| sorted_lines(include_str!("assets/stopwords.no.txt")));
static STOP_ENGLISH: LazyLock<Vec<&str>> =
    LazyLock::new(|| sorted_lines(include_str!("assets/stopwords.en.txt")));
static BOKMAL: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| pairs(include_str!("assets/nn2nb.tsv")));
static STEM_EXCEPTIONS: LazyLock<BTreeMap<&str, &str>> =
    LazyLock::new(|| pairs(include_str!("assets/stems.tsv")));

fn sorted_lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    lines.sort_unstable();
    lines
}

fn pairs(text: &str) -> BTreeMap<&str, &str> {
    text.lines().filter_map(|line| line.split_once('\t')).collect()
}

fn bokmal(lower: &str) -> Option<&'static str> {
    BOKMAL.get(lower).copied()
}

fn exception(word: &str) -> Option<&'static str> {
    STEM_EXCEPTIONS.get(word).copied()
}

/// Nynorsk endings after which the rest may stand in the list of nynorsk words.
const NYNORSK_ENDINGS: &[&str] = &["ane", "ene", "ar", "er", "en", "et", "a", "e", "s"];

/// Nynorsk spellings that follow a rule: ending and its bokmål.
const NYNORSK_SPELLINGS: &[(&str, &str)] = &[
    ("legare", "ligere"),
    ("lege", "lige"),
    ("leg", "lig"),
    ("heita", "heten"),
    ("heiter", "heter"),
    ("heit", "het"),
    ("leiken", "heten"),
    ("leik", "het"),
    ("inga", "ingen"),
    ("ingar", "inger"),
    ("ingane", "ingene"),
];

fn standard_norwegian(lower: &str) -> String {
    if let Some(word) = bokmal(lower) {
        return word.to_owned();
    }
    for ending in NYNORSK_ENDINGS {
        if let Some(rest) = lower.strip_suffix(ending)
            && rest.chars().count() >= 4
            && let Some(word) = bokmal(rest)
        {
            return word.to_owned();
        }
    }
    for (ending, replacement) in NYNORSK_SPELLINGS {
        if let Some(rest) = lower.strip_suffix(ending)
            && rest.chars().count() >= 4
        {
            return format!("{rest}{replacement}");
        }
    }
    lower.to_owned()
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || unicode_normalization::char::is_combining_mark(character)
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘')
}
