//! Gives each text its vector: the words it shares, what they mean, and the themes of the catalogue they speak of.
//! How much each of the three counts is told by the answers themselves.

use std::collections::HashMap;

use super::corpus::{Corpus, KnownWord, Text};
use super::lexical::{self, Rarities};
use super::vectors::{Sparse, Vector, add, normalise, square, summed};
use super::words::Lexicon;

/// How each text's parts are put together into one vector, as the texts themselves told.
pub struct Blend {
    rarities: Rarities,
    weights: Weights,
    /// What all texts have in common.
    mean: Vec<f32>,
    first_concept: u32,
    first_own: u32,
    first_wordless: u32,
    wordless: HashMap<Vec<String>, u32>,
}

/// Fills the vectors and what the corpus tells of the catalogue.
pub fn blend(corpus: &mut Corpus, lexicon: &Lexicon) -> Blend {
    let (rarities, lexical) = lexical::vectors(corpus, lexicon);
    corpus.shared_words = lexical::shared_words(&lexical);
    let known = &corpus.vocabulary.known;
    let meanings: Vec<Vec<f32>> = corpus.texts.iter().map(|text| meaning(text, known)).collect();
    let shares: Vec<f32> = corpus.texts.iter_mut().map(|text| read_concepts(text, known)).collect();
    corpus.share = shares.iter().sum::<f32>() / shares.len().max(1) as f32;
    corpus.gate = between(corpus.share, GATE_OPENS_AT, GATE_OPEN_AT);
    let telling = between(corpus.shared_words, WORDS_TELL_FROM, WORDS_TELL_ALL_FROM);
    let first_concept = rarities.features();
    let first_own = first_concept + corpus.catalogue.concepts().len() as u32;
    let mut blend = Blend {
        rarities,
        weights: Weights::between(corpus.gate, telling),
        mean: mean(&meanings, corpus.catalogue.usual_meaning()),
        first_concept,
        first_own,
        first_wordless: first_own + corpus.own_concepts,
        wordless: HashMap::new(),
    };
    let parts = lexical.into_iter().zip(meanings).zip(shares);
    for (text, ((lexical, meaning), share)) in corpus.texts.iter_mut().zip(parts) {
        blend.number_wordless(text);
        text.vector = blend.joined(text, lexical, meaning, share);
    }
    blend
}

impl Blend {
    /// The vector of a text that was read later, as if it had been among those that told how.
    pub fn vector(&self, text: &mut Text, known: &[KnownWord], lexicon: &Lexicon) -> Vector {
        let share = read_concepts(text, known);
        let lexical = self.rarities.vector(text, lexicon);
        self.joined(text, lexical, meaning(text, known), share)
    }

    fn joined(&self, text: &Text, lexical: Sparse, meaning: Vec<f32>, share: f32) -> Vector {
        let weights = &self.weights;
        let concept_weight = weights.catalogue + weights.catalogue_by_share * share.sqrt();
        let mut vector = Vector { sparse: lexical, dense: meaning };
        vector.sparse.iter_mut().for_each(|(_, weight)| *weight *= weights.lexical);
        let concepts = text.near_concepts.iter();
        vector
            .sparse
            .extend(concepts.map(|&(concept, part)| (self.first_concept + concept, concept_weight * part)));
        let own = text.own_concepts.iter();
        vector
            .sparse
            .extend(own.map(|&(concept, part)| (self.first_own + concept, OWN_CONCEPT_WEIGHT * part)));
        if !vector.dense.is_empty() {
            add(&mut vector.dense, &self.mean, -1.0);
            normalise(&mut vector.dense);
        }
        vector.dense.iter_mut().for_each(|number| *number *= weights.meaning);
        vector.normalise();
        if let Some(number) = wordless(text).and_then(|words| self.wordless.get(&words)) {
            vector.sparse.push((self.first_wordless + number, WORDLESS_WEIGHT));
            vector.normalise();
        }
        vector
    }

    fn number_wordless(&mut self, text: &Text) {
        if let Some(words) = wordless(text) {
            let next = self.wordless.len() as u32;
            self.wordless.entry(words).or_insert(next);
        }
    }
}

/// The words of an answer of stop words alone ("Vet ikke", "Ja"): such answers are alike only when they are the same.
fn wordless(text: &Text) -> Option<Vec<String>> {
    let none_tells = !text.words.is_empty() && text.stems.iter().all(Vec::is_empty);
    none_tells.then(|| text.words.iter().map(|word| word.lower.clone()).collect())
}

/// What an own concept counts that a text speaks of: more than all else together, since somebody said so.
const OWN_CONCEPT_WEIGHT: f32 = 1.5;
/// Beside the catalogue, which may know a stop word ("bedre").
const WORDLESS_WEIGHT: f32 = 0.7;
/// Share of the answers' words that the catalogue explains, from which on it counts at all,
const GATE_OPENS_AT: f32 = 0.45;
/// and from which on it leads.
const GATE_OPEN_AT: f32 = 0.62;
/// Mean likeness of nearest neighbours by words alone, from which on words begin to be enough,
const WORDS_TELL_FROM: f32 = 0.55;
/// and from which on they are.
const WORDS_TELL_ALL_FROM: f32 = 0.65;
/// The mean of all meanings is taken with this many usual texts beside, so that the mean of a handful of answers does not
/// take away what they say.
const MEAN_PRIOR_TEXTS: f32 = 8.0;
/// What the meaning of a word of the question counts.
const QUESTION_WORD_WEIGHT: f32 = 0.3;

/// How much each part of a vector counts.
#[derive(Clone, Copy)]
struct Weights {
    lexical: f32,
    meaning: f32,
    catalogue: f32,
    /// Times the root of the share that the catalogue explains of the text itself.
    catalogue_by_share: f32,
}

/// The catalogue knows the field.
const KNOWN_FIELD: Weights = Weights { lexical: 0.5, meaning: 0.7, catalogue: 1.2, catalogue_by_share: 0.0 };
/// It does not, and the answers share few words.
const UNKNOWN_FIELD: Weights =
    Weights { lexical: 0.5, meaning: 1.0, catalogue: 0.0, catalogue_by_share: 0.8 };
/// It does not, but the answers share words enough.
const TELLING_WORDS: Weights =
    Weights { lexical: 1.5, meaning: 0.2, catalogue: 0.0, catalogue_by_share: 0.0 };

impl Weights {
    fn between(gate: f32, telling: f32) -> Self {
        UNKNOWN_FIELD.towards(TELLING_WORDS, telling).towards(KNOWN_FIELD, gate)
    }

    fn towards(self, other: Self, part: f32) -> Self {
        let mix = |from: f32, to: f32| from * (1.0 - part) + to * part;
        Self {
            lexical: mix(self.lexical, other.lexical),
            meaning: mix(self.meaning, other.meaning),
            catalogue: mix(self.catalogue, other.catalogue),
            catalogue_by_share: mix(self.catalogue_by_share, other.catalogue_by_share),
        }
    }
}

/// 0 up to the first number, 1 from the second on, even in between.
fn between(number: f32, from: f32, to: f32) -> f32 {
    ((number - from) / (to - from)).clamp(0.0, 1.0)
}

/// What all texts have in common, those without a meaning left out. `usual` is what texts of such meetings have in
/// common anyway.
fn mean(meanings: &[Vec<f32>], usual: &[f32]) -> Vec<f32> {
    let mut mean: Vec<f32> = Vec::new();
    add(&mut mean, usual, MEAN_PRIOR_TEXTS);
    let mut count = MEAN_PRIOR_TEXTS;
    for meaning in meanings.iter().filter(|meaning| !meaning.is_empty()) {
        add(&mut mean, meaning, 1.0);
        count += 1.0;
    }
    mean.iter_mut().for_each(|number| *number /= count);
    mean
}

/// What a text means, of unit length: the sum of its words' meanings. Empty where no word has one.
fn meaning(text: &Text, known: &[KnownWord]) -> Vec<f32> {
    let mut sum: Vec<f32> = Vec::new();
    for word in text.numbers.iter().map(|&number| &known[number as usize]) {
        if let (Some(meaning), false) = (&word.meaning, word.stems.is_empty()) {
            let asked = if word.in_question { QUESTION_WORD_WEIGHT } else { 1.0 };
            add(&mut sum, &meaning.direction, asked * meaning.weight);
        }
    }
    normalise(&mut sum);
    sum
}

/// Fills the themes of the catalogue that a text speaks of, and gives how much of its words they explain.
fn read_concepts(text: &mut Text, known: &[KnownWord]) -> f32 {
    let mut found: Sparse = Vec::new();
    let mut near: Sparse = Vec::new();
    let (mut explained, mut all) = (0.0_f32, 0.0_f32);
    for word in text.numbers.iter().map(|&number| &known[number as usize]) {
        if !word.concepts.is_empty() {
            explained += word.weight;
            all += word.weight;
        } else if !word.stems.is_empty() {
            all += word.weight;
        }
        let weighted = |&(concept, part): &(u32, f32)| (concept, word.weight * part);
        found.extend(word.concepts.iter().map(weighted));
        near.extend(word.nearest_concept.iter().map(weighted));
    }
    near.extend_from_slice(&found);
    text.concepts = unit_sum(found);
    text.near_concepts = unit_sum(near);
    if all > 0.0 { explained / all } else { 0.0 }
}

fn unit_sum(features: Sparse) -> Sparse {
    let mut sum = summed(features);
    let length = square(&sum).sqrt().max(f32::MIN_POSITIVE);
    sum.iter_mut().for_each(|(_, weight)| *weight /= length);
    sum
}
