//! What texts share in words: TF-IDF of stems, and of character n-grams so that a typo costs little.

use std::collections::HashMap;

use super::corpus::{COMPOUND_PART_WEIGHT, Corpus, Text};
use super::vectors::{Sparse, square, summed};
use super::words::Lexicon;

/// For each text, a vector of unit length or shorter, and how many features there are.
/// The number of a stem is its feature; the n-grams come after the stems.
pub fn vectors(corpus: &Corpus, lexicon: &Lexicon) -> (Vec<Sparse>, u32) {
    let bags: Vec<Sparse> = corpus.texts.iter().map(stem_counts).collect();
    let mut vectors = weighted(&bags, &corpus.document_counts, |stem| {
        if corpus.in_question[stem as usize] { QUESTION_WORD_WEIGHT } else { 1.0 }
    });
    let (bags, gram_count) = gram_bags(&corpus.texts, lexicon);
    let grams = weighted(&bags, &counted(&bags, gram_count), |_| 1.0);
    let first_gram = corpus.in_question.len() as u32;
    for (vector, grams) in vectors.iter_mut().zip(grams) {
        let grams = grams.into_iter().map(|(gram, weight)| (first_gram + gram, GRAM_WEIGHT * weight));
        vector.extend(grams);
        let length = square(vector).sqrt().max(NORM_MIN);
        vector.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
    (vectors, first_gram + gram_count as u32)
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

fn counted(bags: &[Sparse], features: usize) -> Vec<u32> {
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
