//! What words mean, as vectors: words that stand in the same company lie near each other.

use super::said::Known;
use super::vectors::{add, normalise};
use super::words::Lexicon;
use super::{compounds, sorted_lines};

/// The meaning of one word: a direction, and how much it tells.
#[derive(Clone, Debug)]
pub struct Meaning {
    /// Of about unit length.
    pub direction: Vec<f32>,
    /// Near 1 for rare words and near 0 for common ones ("smooth inverse frequency": Arora, Liang and Ma, "A simple but
    /// tough-to-beat baseline for sentence embeddings", 2017).
    pub weight: f32,
}

/// The word vectors of one language.
pub struct WordVectors {
    /// Lines of word, tab, count, tab and number of the row, in byte order of the words.
    words: &'static str,
    /// In each row, one signed byte for each dimension; 127 stands for 1.
    rows: &'static [u8],
    dimensions: usize,
    /// How many words of running text the counts are of.
    running_words: f32,
    norwegian: bool,
}

static NORWEGIAN: WordVectors = WordVectors {
    words: include_str!("assets/stemvec.nb.vocab.tsv"),
    rows: include_bytes!("assets/stemvec.nb.100.i8"),
    dimensions: 100,
    running_words: 18_538_500.0,
    norwegian: true,
};
static ENGLISH: WordVectors = WordVectors {
    words: include_str!("assets/wordvec.en.vocab.tsv"),
    rows: include_bytes!("assets/wordvec.en.128.i8"),
    dimensions: 128,
    running_words: 1e9,
    norwegian: false,
};
/// Of a language of which nothing is known: each word is as rare as can be.
static NONE: WordVectors =
    WordVectors { words: "", rows: &[], dimensions: 0, running_words: 1e9, norwegian: false };

/// How much of the weight a word loses that makes up this share of running text: half of it.
const SMOOTHING: f32 = 1e-3;
/// A word that the table saw more seldom than this is read by its parts too.
const COUNT_TRUSTED_MIN: u32 = 60;
const HEAD_WORD_CHARS_MIN: usize = 6;
const HEAD_CHARS_MIN: usize = 4;
/// How much a word tells of which only the last part is known.
const HEAD_WEIGHT: f32 = 0.7;

impl WordVectors {
    /// The table of the lexicon's language.
    pub fn of(lexicon: &Lexicon) -> &'static Self {
        match lexicon.known() {
            Known::Norwegian => &NORWEGIAN,
            Known::English => &ENGLISH,
            Known::Nothing => &NONE,
        }
    }

    /// Base-10 logarithm of how large a share of running text the word is; a word that the table does not have counts as
    /// half an occurrence.
    pub fn log_frequency(&self, word: &str) -> f32 {
        let count = self.find(word).map_or(0.5, |(_, count)| count as f32);
        (count / self.running_words).log10()
    }

    /// Whether the table has this very word.
    pub fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// The meaning of a word in standard form and lower case: the table's own, else that of the parts of a compound, else
    /// that of the longest ending that is a word.
    pub fn meaning(&self, word: &str, lexicon: &Lexicon) -> Option<Meaning> {
        if !self.norwegian {
            let (row, count) = self.find(word)?;
            return Some(self.own(row, count));
        }
        let key = lexicon.table_stem(word);
        let own = self.find(&key);
        if let Some((row, count)) = own
            && count >= COUNT_TRUSTED_MIN
        {
            return Some(self.own(row, count));
        }
        let parts = compounds::split(word).map(|(modifier, head)| [modifier, head]);
        let parts: Vec<usize> = parts
            .iter()
            .flatten()
            .filter_map(|part| self.find(&lexicon.table_stem(part)))
            .map(|(row, _)| row)
            .collect();
        if !parts.is_empty() {
            let rows = parts.into_iter().chain(own.map(|(row, _)| row));
            let mut direction = Vec::new();
            for row in rows {
                add(&mut direction, &self.direction(row), 1.0);
            }
            normalise(&mut direction);
            return Some(Meaning { direction, weight: 1.0 });
        }
        if let Some((row, count)) = own {
            return Some(self.own(row, count));
        }
        self.by_ending(&key)
    }

    fn by_ending(&self, key: &str) -> Option<Meaning> {
        let length = key.chars().count();
        if length < HEAD_WORD_CHARS_MIN {
            return None;
        }
        let mut endings =
            key.char_indices().skip(2).take(length - 1 - HEAD_CHARS_MIN).map(|(at, _)| &key[at..]);
        let (row, _) = endings.find_map(|ending| self.find(ending))?;
        Some(Meaning { direction: self.direction(row), weight: HEAD_WEIGHT })
    }

    fn own(&self, row: usize, count: u32) -> Meaning {
        let share = count as f32 / self.running_words;
        Meaning { direction: self.direction(row), weight: SMOOTHING / (SMOOTHING + share) }
    }

    /// Row and count of a word.
    fn find(&self, word: &str) -> Option<(usize, u32)> {
        let (count, row) = sorted_lines::find(self.words, word)?.split_once('\t')?;
        Some((row.parse().ok()?, count.parse().ok()?))
    }

    fn direction(&self, row: usize) -> Vec<f32> {
        let bytes = &self.rows[row * self.dimensions..(row + 1) * self.dimensions];
        bytes.iter().map(|byte| f32::from(byte.cast_signed()) / 127.0).collect()
    }
}
