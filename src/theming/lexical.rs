//! What texts share in words: TF-IDF of stems, and of character n-grams so that a typo costs little.

use std::collections::HashMap;

use super::corpus::{COMPOUND_PART_WEIGHT, Corpus, Text};
use super::vectors::{Sparse, square, summed};
use super::words::Lexicon;

/// What the texts tell of how much each stem and n-gram counts.
///
/// The number of a stem is its feature; the n-grams come after the stems.
pub struct Rarities {
    texts: f32,
    stems: Vec<u32>,
    in_question: Vec<bool>,
    grams: Vec<u32>,
    gram_numbers: HashMap<u64, u32>,
}

/// What the texts tell, and for each of them a vector of unit length or shorter.
pub fn vectors(corpus: &Corpus, lexicon: &Lexicon) -> (Rarities, Vec<Sparse>) {
    let mut gram_numbers: HashMap<u64, u32> = HashMap::new();
    let gram_bags: Vec<Sparse> =
        corpus.texts.iter().map(|text| gram_counts(text, lexicon, &mut gram_numbers)).collect();
    let rarities = Rarities {
        texts: corpus.texts.len() as f32,
        stems: corpus.document_counts.clone(),
        in_question: corpus.in_question.clone(),
        grams: counted(&gram_bags, gram_numbers.len()),
        gram_numbers,
    };
    let vectors =
        corpus.texts.iter().zip(&gram_bags).map(|(text, grams)| rarities.weighed(&stem_counts(text), grams));
    let vectors = vectors.collect();
    (rarities, vectors)
}

impl Rarities {
    /// The number after the highest feature.
    pub fn features(&self) -> u32 {
        (self.stems.len() + self.grams.len()) as u32
    }

    /// The vector of a text that was read later, as if it had been among those that were counted.
    pub fn vector(&self, text: &Text, lexicon: &Lexicon) -> Sparse {
        let mut numbers = LaterGrams { given: &self.gram_numbers, more: HashMap::new() };
        let grams = gram_counts(text, lexicon, &mut numbers);
        self.weighed(&stem_counts(text), &grams)
    }

    fn weighed(&self, stems: &Sparse, grams: &Sparse) -> Sparse {
        let mut vector = weighted(self.texts, stems, &self.stems, |stem| {
            if self.in_question.get(stem as usize) == Some(&true) { QUESTION_WORD_WEIGHT } else { 1.0 }
        });
        let first_gram = self.stems.len() as u32;
        let grams = weighted(self.texts, grams, &self.grams, |_| 1.0);
        vector.extend(grams.into_iter().map(|(gram, weight)| (first_gram + gram, GRAM_WEIGHT * weight)));
        let length = square(&vector).sqrt().max(NORM_MIN);
        vector.iter_mut().for_each(|(_, weight)| *weight /= length);
        vector
    }
}

/// In how many texts each stem stands.
pub fn document_counts(texts: &[Text], stem_count: usize) -> Vec<u32> {
    let bags: Vec<Sparse> = texts.iter().map(stem_counts).collect();
    counted(&bags, stem_count)
}

/// How like each text's words are to those of its nearest neighbour, on average over the first texts: where this is
/// high, words alone tell themes apart.
pub fn shared_words(vectors: &[Sparse]) -> f32 {
    let read = &vectors[..vectors.len().min(SHARED_WORDS_TEXTS_MAX)];
    let features = read.iter().filter_map(|vector| vector.last());
    let feature_count = features.map(|&(feature, _)| feature as usize + 1).max().unwrap_or(0);
    let mut postings: Vec<Vec<(u32, f32)>> = vec![Vec::new(); feature_count];
    for (text, vector) in read.iter().enumerate() {
        for &(feature, weight) in vector {
            postings[feature as usize].push((text as u32, weight));
        }
    }
    let mut likeness = vec![0.0_f32; read.len()];
    let nearest = read.iter().enumerate().map(|(text, vector)| {
        likeness.fill(0.0);
        for &(feature, weight) in vector {
            for &(other, other_weight) in &postings[feature as usize] {
                likeness[other as usize] += weight * other_weight;
            }
        }
        likeness[text] = 0.0;
        likeness.iter().fold(0.0_f32, |highest, &other| highest.max(other))
    });
    nearest.sum::<f32>() / read.len().max(1) as f32
}

const QUESTION_WORD_WEIGHT: f32 = 0.3;
const GRAM_WEIGHT: f32 = 0.45;
/// N-grams are for short answers; of long ones they would be the most part of memory and tell nothing that stems do not.
const GRAM_WORDS_MAX: usize = 40;
const GRAM_CHARS: [usize; 3] = [3, 4, 5];
/// An answer that shares less than this with others keeps a short vector, so that one shared word does not make it typical.
const NORM_MIN: f32 = 0.45;
/// As many tell as well as all.
const SHARED_WORDS_TEXTS_MAX: usize = 300;

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
fn gram_counts(text: &Text, lexicon: &Lexicon, numbers: &mut impl GramNumbers) -> Sparse {
    let mut letters: Vec<char> = vec![' '];
    let telling = text.words.iter().zip(&text.stems).filter(|(_, stems)| !stems.is_empty());
    for (word, _) in telling.take(GRAM_WORDS_MAX) {
        letters.extend(lexicon.standard_form(&word.lower).chars());
        letters.push(' ');
    }
    let mut counts: Sparse = Vec::new();
    for length in GRAM_CHARS {
        for gram in letters.windows(length) {
            counts.push((numbers.number(gram_key(gram)), 1.0));
        }
    }
    summed(counts)
}

/// Where n-grams get their numbers.
trait GramNumbers {
    fn number(&mut self, key: u64) -> u32;
}

impl GramNumbers for HashMap<u64, u32> {
    fn number(&mut self, key: u64) -> u32 {
        let next = self.len() as u32;
        *self.entry(key).or_insert(next)
    }
}

/// Numbers that were given out, and those that a later text needs beyond them.
struct LaterGrams<'a> {
    given: &'a HashMap<u64, u32>,
    more: HashMap<u64, u32>,
}

impl GramNumbers for LaterGrams<'_> {
    fn number(&mut self, key: u64) -> u32 {
        let next = (self.given.len() + self.more.len()) as u32;
        self.given.get(&key).copied().unwrap_or_else(|| *self.more.entry(key).or_insert(next))
    }
}

/// FNV-1a over the characters, the length included by the number of rounds.
fn gram_key(gram: &[char]) -> u64 {
    gram.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &character| {
        (hash ^ u64::from(u32::from(character))).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn counted(bags: &[Sparse], features: usize) -> Vec<u32> {
    let mut counts = vec![0; features];
    for &(feature, _) in bags.iter().flatten() {
        counts[feature as usize] += 1;
    }
    counts
}

/// TF-IDF of unit length. A feature of one text only lengthens that text: it is left out after the length was taken.
/// A feature that was not counted is one of the text at hand alone.
fn weighted(texts: f32, bag: &Sparse, document_counts: &[u32], factor: impl Fn(u32) -> f32) -> Sparse {
    let mut squares = 0.0_f32;
    let mut vector = Vec::with_capacity(bag.len());
    for &(feature, count) in bag {
        let documents = document_counts.get(feature as usize).copied().unwrap_or(0).max(1);
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
}
