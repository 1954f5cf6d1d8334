//! Words of an answer: tokens, stop words, stems, and nynorsk and dialect brought to one form.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use crate::languages::InEach;
use crate::session::Language;

use super::said::{Known, SAID, said};

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
    known: Known,
    stemmer: Option<Stemmer>,
    stop_words: &'static [&'static str],
    language: Language,
}

impl Lexicon {
    /// The lexicon of a language. Bokmål and nynorsk share one, because people in one hall write both; a language of which
    /// nothing is known has its stop words, and stems if there is a stemmer.
    pub fn of(language: Language) -> Self {
        let said = said(language);
        let algorithm = match said.lexicon {
            Known::Norwegian => Some(Algorithm::Norwegian),
            Known::English => Some(Algorithm::English),
            Known::Nothing => said.stemmer,
        };
        Self {
            known: said.lexicon,
            stemmer: algorithm.map(Stemmer::create),
            stop_words: &STOP_WORDS[language],
            language,
        }
    }

    /// The same lexicon once more, to be kept beside what was read with it.
    pub fn another(&self) -> Self {
        Self::of(self.language)
    }

    /// What is known beside stop words and stems.
    pub fn known(&self) -> Known {
        self.known
    }

    /// True for bokmål and nynorsk: whether compounds are to be taken apart.
    pub fn is_norwegian(&self) -> bool {
        self.known == Known::Norwegian
    }

    /// Whether a word in lower case says nothing about what an answer is about.
    pub fn is_stop_word(&self, lower: &str) -> bool {
        let list = self.stop_words;
        lower.chars().nth(1).is_none()
            || list.binary_search(&lower).is_ok()
            || (self.is_norwegian() && bokmal(lower).is_some_and(|word| list.binary_search(&word).is_ok()))
    }

    /// The bokmål form of a word in lower case where the word is nynorsk or dialect; otherwise the word itself.
    pub fn standard_form(&self, lower: &str) -> String {
        if self.is_norwegian() { standard_norwegian(lower) } else { lower.to_owned() }
    }

    /// The stem of a word in lower case. All inflected forms of a word have one stem, as far as rules can tell.
    pub fn stem(&self, lower: &str) -> String {
        if !self.is_norwegian() {
            return self.once_stemmed(lower).into_owned();
        }
        let standard = standard_norwegian(lower);
        exception(&standard).map_or_else(|| self.norwegian_stem(&standard), str::to_owned)
    }

    /// The stem under which a word stands in the table of word vectors, which was made with Snowball's plain rules.
    pub fn table_stem<'a>(&self, lower: &'a str) -> Cow<'a, str> {
        self.once_stemmed(lower)
    }

    fn once_stemmed<'a>(&self, lower: &'a str) -> Cow<'a, str> {
        match &self.stemmer {
            Some(stemmer) => stemmer.stem(lower),
            None => Cow::Borrowed(lower),
        }
    }

    /// Snowball takes one ending at a time, so that "lederne", "ledere" and "leder" end as three stems.
    /// Going on until nothing more falls off, and taking "-ing" and "-asjon" too, brings them together.
    fn norwegian_stem(&self, word: &str) -> String {
        let mut stem = word.to_owned();
        for _ in 0..STEM_ROUNDS_MAX {
            let mut next = self.once_stemmed(&stem).into_owned();
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

static STOP_WORDS: LazyLock<InEach<Vec<&str>>> = LazyLock::new(|| {
    SAID.map(|said| {
        let known = match said.lexicon {
            Known::Norwegian => include_str!("assets/stopwords.no.txt"),
            Known::English => include_str!("assets/stopwords.en.txt"),
            Known::Nothing => said.and,
        };
        let mut words: Vec<&str> = known.lines().chain(said.stop_words.split_whitespace()).collect();
        words.sort_unstable();
        words
    })
});
static BOKMAL: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| pairs(include_str!("assets/nn2nb.tsv")));
static STEM_EXCEPTIONS: LazyLock<BTreeMap<&str, &str>> =
    LazyLock::new(|| pairs(include_str!("assets/stems.tsv")));

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theming::catalogue::Catalogue;
    use crate::theming::meaning::WordVectors;

    #[test]
    fn words_of_a_language_of_which_nothing_is_known_are_compared_as_they_are_written() {
        let lexicon = Lexicon {
            known: Known::Nothing,
            stemmer: None,
            stop_words: &["ja"],
            language: Language::default(),
        };
        assert_eq!(lexicon.stem("vázzinlatnja"), "vázzinlatnja");
        assert!(lexicon.is_stop_word("ja") && !lexicon.is_stop_word("og"));
        assert!(Catalogue::of(&lexicon).concepts().is_empty());
        assert!(WordVectors::of(&lexicon).meaning("ja", &lexicon).is_none());
    }
}
