//! Answers as sparse vectors: TF-IDF of stems, and of character n-grams so that a typo costs little.

use std::collections::HashMap;

use super::compounds;
use super::typos::{self, Stem};
use super::words::{Lexicon, Word, words};

/// One feature and its weight; a vector is sorted by feature and names each once.
pub type Sparse = Vec<(u32, f32)>;

/// What the grouping knows of one text.
pub struct Text {
    /// All words in order, as written and in lower case.
    pub words: Vec<Word>,
    /// For each word, its stems: none for a stop word, the word's own stem first, then those of its compound parts.
    pub stems: Vec<Vec<u32>>,
    /// Unit length, or empty when the text has no words.
    pub vector: Sparse,
}

/// All texts read with one lexicon. Stems are numbered in order of first use.
pub struct Corpus {
    /// The texts, in the order they were given.
    pub texts: Vec<Text>,
    /// In how many texts each stem stands.
    pub document_counts: Vec<u32>,
    /// Stems that the question uses, by stem number.
    pub in_question: Vec<bool>,
}

/// Reads the texts; words of the question count little, because they are not what the answers say.
pub fn read(texts: &[&str], question: &str, lexicon: &Lexicon) -> Corpus {
    let mut reader = Reader { lexicon, numbers: HashMap::new(), known: HashMap::new(), stems: Vec::new() };
    let question_words = words(question);
    let question_stems: Vec<u32> =
        question_words.iter().flat_map(|word| reader.stems_of(&word.lower)).collect();
    let mut read: Vec<Text> = texts
        .iter()
        .map(|text| {
            let words: Vec<Word> = words(text).into_iter().take(WORDS_READ_MAX).collect();
            let stems = words.iter().map(|word| reader.stems_of(&word.lower)).collect();
            Text { words, stems, vector: Vec::new() }
        })
        .collect();
    let mut in_question = vec![false; reader.stems.len()];
    for stem in question_stems {
        in_question[stem as usize] = true;
    }
    correct(&mut read, reader.stems, lexicon);
    let bags: Vec<Sparse> = read.iter().map(stem_counts).collect();
    let document_counts = document_counts(&bags, in_question.len());
    let mut stems = weighted(&bags, &document_counts, |stem| {
        if in_question[stem as usize] { QUESTION_WORD_WEIGHT } else { 1.0 }
    });
    let (gram_bags, gram_count) = gram_bags(&read, lexicon);
    let gram_documents = self::document_counts(&gram_bags, gram_count);
    let grams = weighted(&gram_bags, &gram_documents, |_| 1.0);
    let first_gram = in_question.len() as u32;
    for ((text, stems), grams) in read.iter_mut().zip(&mut stems).zip(grams) {
        let mut vector = std::mem::take(stems);
        vector.extend(grams.into_iter().map(|(gram, weight)| (first_gram + gram, GRAM_WEIGHT * weight)));
        text.vector = scaled(vector);
    }
    fill_wordless(&mut read, first_gram + gram_count as u32);
    Corpus { texts: read, document_counts, in_question }
}

/// Words of one answer that are read; an answer has at most about 2,000 characters.
const WORDS_READ_MAX: usize = 600;
const COMPOUND_PART_WEIGHT: f32 = 0.7;
const QUESTION_WORD_WEIGHT: f32 = 0.3;
const GRAM_WEIGHT: f32 = 0.3;
const TYPO_CHARS_MIN: usize = 5;
/// Without a word list to say what is a word, only long words are corrected.
const TYPO_CHARS_MIN_WITHOUT_LIST: usize = 8;
/// N-grams are for short answers; of long ones they would be the most part of memory and tell nothing that stems do not.
const GRAM_WORDS_MAX: usize = 40;
const GRAM_CHARS: [usize; 3] = [3, 4, 5];
/// An answer that shares less than this with others keeps a short vector, so that one shared word does not make it typical.
const NORM_MIN: f32 = 0.45;

struct Reader<'a> {
    lexicon: &'a Lexicon,
    numbers: HashMap<String, u32>,
    known: HashMap<String, Vec<u32>>,
    stems: Vec<Stem>,
}

impl Reader<'_> {
    fn stems_of(&mut self, lower: &str) -> Vec<u32> {
        if let Some(stems) = self.known.get(lower) {
            return stems.clone();
        }
        let mut stems = Vec::new();
        if !self.lexicon.is_stop_word(lower) {
            let standard = self.lexicon.standard_form(lower);
            stems.push(self.number(&standard));
            if self.lexicon.is_norwegian()
                && let Some((modifier, head)) = compounds::split(&standard)
            {
                for part in [modifier, head] {
                    if !self.lexicon.is_stop_word(part) {
                        let number = self.number(part);
                        if !stems.contains(&number) {
                            stems.push(number);
                        }
                    }
                }
            }
        }
        self.known.insert(lower.to_owned(), stems.clone());
        stems
    }

    fn number(&mut self, word: &str) -> u32 {
        let text = self.lexicon.stem(word);
        let known = self.lexicon.is_norwegian() && compounds::is_common_word(word);
        if let Some(&number) = self.numbers.get(&text) {
            self.stems[number as usize].known |= known;
            return number;
        }
        let number = self.stems.len() as u32;
        self.numbers.insert(text.clone(), number);
        self.stems.push(Stem { text, answers: 0, known });
        number
    }
}

/// Replaces the stems of misspelt words by those of the words that were meant.
fn correct(texts: &mut [Text], mut stems: Vec<Stem>, lexicon: &Lexicon) {
    let bags: Vec<Sparse> = texts.iter().map(stem_counts).collect();
    let count = stems.len();
    for (stem, answers) in stems.iter_mut().zip(document_counts(&bags, count)) {
        stem.answers = answers;
    }
    let chars_min = if lexicon.is_norwegian() { TYPO_CHARS_MIN } else { TYPO_CHARS_MIN_WITHOUT_LIST };
    let meant = typos::corrections(&stems, chars_min);
    for stem in texts.iter_mut().flat_map(|text| text.stems.iter_mut().flatten()) {
        *stem = meant[*stem as usize];
    }
}

fn stem_counts(text: &Text) -> Sparse {
    let mut counts: Sparse = Vec::new();
    for stems in &text.stems {
        for (position, &stem) in stems.iter().enumerate() {
            counts.push((stem, if position == 0 { 1.0 } else { COMPOUND_PART_WEIGHT }));
        }
    }
    summed(counts)
}

/// Character n-grams over the content words, numbered in order of first use.
fn gram_bags(texts: &[Text], lexicon: &Lexicon) -> (Vec<Sparse>, usize) {
    let mut numbers: HashMap<u64, u32> = HashMap::new();
    let bags = texts
        .iter()
        .map(|text| {
            let mut letters: Vec<char> = vec![' '];
            let telling = text.words.iter().zip(&text.stems).filter(|(_, stems)| !stems.is_empty());
            for (word, _) in telling.take(GRAM_WORDS_MAX) {
                letters.extend(lexicon.standard_form(&word.lower).chars());
                letters.push(' ');
            }
            let mut counts: Sparse = Vec::new();
            for length in GRAM_CHARS {
                for gram in letters.windows(length) {
                    let next = numbers.len() as u32;
                    counts.push((*numbers.entry(gram_key(gram)).or_insert(next), 1.0));
                }
            }
            summed(counts)
        })
        .collect();
    (bags, numbers.len())
}

/// FNV-1a over the characters, the length included by the number of rounds.
fn gram_key(gram: &[char]) -> u64 {
    gram.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &character| {
        (hash ^ u64::from(u32::from(character))).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn summed(mut counts: Sparse) -> Sparse {
    counts.sort_unstable_by_key(|&(feature, _)| feature);
    counts.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    counts
}

fn document_counts(bags: &[Sparse], features: usize) -> Vec<u32> {
    let mut counts = vec![0; features];
    for &(feature, _) in bags.iter().flatten() {
        counts[feature as usize] += 1;
    }
    counts
}

/// TF-IDF of unit length. A feature of one text only lengthens that text: it is left out after the length was taken.
fn weighted(bags: &[Sparse], document_counts: &[u32], factor: impl Fn(u32) -> f32) -> Vec<Sparse> {
    let texts = bags.len() as f32;
    bags.iter()
        .map(|bag| {
            let mut squares = 0.0_f32;
            let mut vector = Vec::with_capacity(bag.len());
            for &(feature, count) in bag {
                let documents = document_counts[feature as usize];
                let frequency = if count >= 1.0 { 1.0 + count.ln() } else { count };
                let rarity = ((texts + 1.0) / (documents as f32 + 0.5)).ln();
                let weight = frequency * rarity * factor(feature);
                squares += weight * weight;
                if documents > 1 {
                    vector.push((feature, weight));
                }
            }
            let length = squares.max(1e-9).sqrt();
            vector.iter_mut().for_each(|(_, weight)| *weight /= length);
            vector
        })
        .collect()
}

fn scaled(mut vector: Sparse) -> Sparse {
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(NORM_MIN);
    vector.iter_mut().for_each(|(_, weight)| *weight /= length);
    vector
}

/// Answers of stop words alone ("Vet ikke", "Ja") are alike only when they are the same.
fn fill_wordless(texts: &mut [Text], first_feature: u32) {
    let mut numbers: HashMap<Vec<String>, u32> = HashMap::new();
    for text in texts {
        if !text.words.is_empty() && text.stems.iter().all(Vec::is_empty) {
            let key = text.words.iter().map(|word| word.lower.clone()).collect();
            let next = numbers.len() as u32;
            text.vector = vec![(first_feature + *numbers.entry(key).or_insert(next), 1.0)];
        }
    }
}
