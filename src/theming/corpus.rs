//! Reads all answers with one lexicon: their words, the stems and parts of the words, and what the words mean.

use std::collections::HashMap;

use super::catalogue::Catalogue;
use super::compounds;
use super::lexical;
use super::meaning::{Meaning, WordVectors};
use super::typos::{Meant, Stem};
use super::vectors::{Sparse, Vector, square, summed};
use super::words::{Lexicon, Word, words};

/// What the grouping knows of one text.
pub struct Text {
    /// All words in order, as written and in lower case.
    pub words: Vec<Word>,
    /// For each word, its stems: none for a stop word, the word's own stem first, then those of its compound parts.
    pub stems: Vec<Vec<u32>>,
    /// For each word, its number in [`Corpus::known`]; for a misspelt word, that of the word that was meant.
    pub numbers: Vec<u32>,
    /// The themes of the catalogue that the words speak of, of unit length, or empty.
    pub concepts: Sparse,
    /// The same with those that lie near what the other words mean.
    pub near_concepts: Sparse,
    /// The organisation's own concepts that the words speak of, of unit length, or empty.
    pub own_concepts: Sparse,
    /// Unit length, or empty when the text has no words.
    pub vector: Vector,
}

/// What is known of a word in lower case.
pub struct KnownWord {
    /// As [`Text::stems`].
    pub stems: Vec<u32>,
    /// None for a word that no table has.
    pub meaning: Option<Meaning>,
    /// How much the word says, from 0 to 1: common words little.
    pub weight: f32,
    /// Themes of the catalogue that have the word or a part of it.
    pub concepts: Sparse,
    /// The theme of the catalogue that a word which it does not have lies nearest to.
    pub nearest_concept: Option<(u32, f32)>,
    /// Whether the question uses it.
    pub in_question: bool,
}

/// All texts, read but without vectors. Stems and words are numbered in order of first use.
pub struct Corpus {
    /// The texts, in the order they were given.
    pub texts: Vec<Text>,
    /// The different words of all texts.
    pub vocabulary: Vocabulary,
    /// In how many texts each stem stands.
    pub document_counts: Vec<u32>,
    /// Stems that the question uses, by stem number.
    pub in_question: Vec<bool>,
    /// The catalogue that the themes are of.
    pub catalogue: &'static Catalogue,
    /// How many own concepts there are.
    pub own_concepts: u32,
    /// How much of what the answers say the catalogue explains, from 0 to 1.
    pub share: f32,
    /// How far the catalogue is let in, from 0 to 1: it leads only where it explains enough.
    pub gate: f32,
    /// How like each answer's words are to those of its nearest neighbour, on average.
    pub shared_words: f32,
}

/// Reads the texts; the words of the question are marked, because they are not what the answers say. `concepts` are the
/// words of each of the organisation's own concepts.
pub fn read(texts: &[&str], question: &str, concepts: &[String], lexicon: &Lexicon) -> Corpus {
    let mut vocabulary = Vocabulary::of(lexicon);
    for (number, concept) in (0..).zip(concepts) {
        vocabulary.learn_concept(number, concept);
    }
    let asked: Vec<u32> = words(question).iter().map(|word| vocabulary.word(&word.lower)).collect();
    let mut read: Vec<Text> = texts.iter().map(|text| vocabulary.text(text)).collect();
    let mut in_question = vec![false; vocabulary.stems.len()];
    for word in asked {
        for &stem in &vocabulary.known[word as usize].stems {
            in_question[stem as usize] = true;
        }
    }
    for word in &mut vocabulary.known {
        word.in_question = word.stems.first().is_some_and(|&stem| in_question[stem as usize]);
    }
    let document_counts = lexical::document_counts(&read, in_question.len());
    vocabulary.learn_typos(&document_counts);
    for text in &mut read {
        vocabulary.correct(text);
        vocabulary.fill_own_concepts(text);
    }
    Corpus {
        document_counts: lexical::document_counts(&read, in_question.len()),
        texts: read,
        catalogue: vocabulary.catalogue,
        vocabulary,
        in_question,
        own_concepts: concepts.len() as u32,
        share: 0.0,
        gate: 0.0,
        shared_words: 0.0,
    }
}

/// Words of one answer that are read; an answer has at most about 2,000 characters.
const WORDS_READ_MAX: usize = 600;
const TYPO_CHARS_MIN: usize = 5;
/// Without a word list to say what is a word, only long words are corrected.
const TYPO_CHARS_MIN_WITHOUT_LIST: usize = 8;
/// What a part of a compound counts beside the whole.
pub const COMPOUND_PART_WEIGHT: f32 = 0.7;
/// A word that the catalogue does not have is taken to speak of the nearest theme from this likeness on,
const NEAREST_LIKENESS_MIN: f32 = 0.3;
/// and counts this much beside a word that it has.
const NEAREST_WEIGHT: f32 = 0.5;

/// All words that were read so far, and how further texts are read with them.
pub struct Vocabulary {
    /// The different words, by number.
    pub known: Vec<KnownWord>,
    lexicon: Lexicon,
    catalogue: &'static Catalogue,
    vectors: &'static WordVectors,
    stem_numbers: HashMap<String, u32>,
    stems: Vec<Stem>,
    known_numbers: HashMap<String, u32>,
    /// The own concepts that a stem speaks of, in ascending order.
    concepts_of_stem: HashMap<u32, Vec<u32>>,
    /// What a misspelt word may mean, once all texts are read.
    meant: Meant,
    /// For each stem of those texts, the stem that it is read as.
    read_as: Vec<u32>,
    /// The first word of each stem.
    word_of_stem: HashMap<u32, u32>,
}

impl Vocabulary {
    fn of(lexicon: &Lexicon) -> Self {
        Self {
            known: Vec::new(),
            catalogue: Catalogue::of(lexicon),
            vectors: WordVectors::of(lexicon),
            lexicon: lexicon.another(),
            stem_numbers: HashMap::new(),
            stems: Vec::new(),
            known_numbers: HashMap::new(),
            concepts_of_stem: HashMap::new(),
            meant: Meant::of(&[], 0),
            read_as: Vec::new(),
            word_of_stem: HashMap::new(),
        }
    }

    /// Reads one more text, as those before it were read.
    pub fn read_more(&mut self, text: &str) -> Text {
        let mut text = self.text(text);
        self.correct(&mut text);
        self.fill_own_concepts(&mut text);
        text
    }

    fn text(&mut self, text: &str) -> Text {
        let words: Vec<Word> = words(text).into_iter().take(WORDS_READ_MAX).collect();
        let numbers: Vec<u32> = words.iter().map(|word| self.word(&word.lower)).collect();
        let stems = numbers.iter().map(|&number| self.known[number as usize].stems.clone()).collect();
        Text {
            words,
            stems,
            numbers,
            concepts: Vec::new(),
            near_concepts: Vec::new(),
            own_concepts: Vec::new(),
            vector: Vector::default(),
        }
    }

    fn word(&mut self, lower: &str) -> u32 {
        if let Some(&number) = self.known_numbers.get(lower) {
            return number;
        }
        let word = self.look_up(lower);
        let number = self.known.len() as u32;
        self.known.push(word);
        self.known_numbers.insert(lower.to_owned(), number);
        number
    }

    fn look_up(&mut self, lower: &str) -> KnownWord {
        let standard = self.lexicon.standard_form(lower);
        let stop = self.lexicon.is_stop_word(lower);
        let parts = compounds::split_in(&self.lexicon, &standard)
            .map_or_else(Vec::new, |(modifier, head)| vec![modifier, head]);
        let mut stems = Vec::new();
        if !stop {
            stems.push(self.stem(&standard));
            for part in &parts {
                if self.lexicon.is_stop_word(part) {
                    continue;
                }
                let number = self.stem(part);
                if !stems.contains(&number) {
                    stems.push(number);
                }
            }
        }
        let meaning = self.vectors.meaning(&standard, &self.lexicon);
        let concepts = self.concepts(&standard, &parts);
        let nearest_concept = match &meaning {
            Some(meaning) if concepts.is_empty() && !stop => self.catalogue.nearest(&meaning.direction),
            Some(_) | None => None,
        };
        KnownWord {
            stems,
            weight: self.weight(&standard, stop),
            meaning,
            concepts,
            nearest_concept: nearest_concept
                .filter(|&(_, likeness)| likeness > NEAREST_LIKENESS_MIN)
                .map(|(concept, _)| (concept, NEAREST_WEIGHT)),
            in_question: false,
        }
    }

    /// A word that speaks of several themes says less of each.
    fn concepts(&self, standard: &str, parts: &[&str]) -> Sparse {
        let parts = parts.iter().map(|&part| (part, COMPOUND_PART_WEIGHT));
        std::iter::once((standard, 1.0))
            .chain(parts)
            .flat_map(|(word, weight)| {
                let concepts = self.catalogue.concepts_of(&self.lexicon.stem(word));
                let weight = weight / (concepts.len() as f32).sqrt();
                concepts.iter().map(move |&concept| (concept, weight))
            })
            .collect()
    }

    /// From 0.25 for a word that is one in a hundred to 1 for one that is rarer than one in forty thousand.
    fn weight(&self, standard: &str, stop: bool) -> f32 {
        let log_frequency = if self.lexicon.is_norwegian() {
            compounds::log_frequency(standard) as f32
        } else if stop {
            return STOP_WORD_WEIGHT;
        } else {
            self.vectors.log_frequency(standard)
        };
        ((-log_frequency - 2.0) / 2.6).clamp(0.25, 1.0)
    }

    fn stem(&mut self, word: &str) -> u32 {
        let text = self.lexicon.stem(word);
        let known = self.lexicon.is_norwegian() && compounds::is_common_word(word);
        if let Some(&number) = self.stem_numbers.get(&text) {
            self.stems[number as usize].known |= known;
            return number;
        }
        let number = self.stems.len() as u32;
        self.stem_numbers.insert(text.clone(), number);
        self.stems.push(Stem { text, answers: 0, known });
        number
    }

    /// The stems of a concept's words speak of it; those of a compound's parts only where the part stands alone too.
    fn learn_concept(&mut self, number: u32, said: &str) {
        for word in words(said) {
            let word = self.word(&word.lower);
            if let Some(&stem) = self.known[word as usize].stems.first() {
                let concepts = self.concepts_of_stem.entry(stem).or_default();
                if concepts.last() != Some(&number) {
                    concepts.push(number);
                }
            }
        }
    }

    /// A stem that speaks of several concepts says less of each.
    fn fill_own_concepts(&self, text: &mut Text) {
        if self.concepts_of_stem.is_empty() {
            return;
        }
        let mut found: Sparse = Vec::new();
        for stems in &text.stems {
            for (position, stem) in stems.iter().enumerate() {
                let concepts = self.concepts_of_stem.get(stem).map_or(&[][..], Vec::as_slice);
                let part = if position == 0 { 1.0 } else { COMPOUND_PART_WEIGHT };
                let weight = part / (concepts.len().max(1) as f32);
                found.extend(concepts.iter().map(|&concept| (concept, weight)));
            }
        }
        let mut found = summed(found);
        let length = square(&found).sqrt();
        found.iter_mut().for_each(|(_, weight)| *weight /= length);
        text.own_concepts = found;
    }

    /// Learns what misspelt words mean from all texts; `answers` tells in how many each stem stands.
    fn learn_typos(&mut self, answers: &[u32]) {
        for (stem, &answers) in self.stems.iter_mut().zip(answers) {
            stem.answers = answers;
        }
        let chars_min =
            if self.lexicon.is_norwegian() { TYPO_CHARS_MIN } else { TYPO_CHARS_MIN_WITHOUT_LIST };
        self.meant = Meant::of(&self.stems, chars_min);
        self.read_as = (0..)
            .zip(&self.stems)
            .map(|(number, stem)| self.meant.instead_of(stem).unwrap_or(number))
            .collect();
        for (number, word) in (0..).zip(&self.known) {
            if let Some(&stem) = word.stems.first() {
                self.word_of_stem.entry(stem).or_insert(number);
            }
        }
    }

    /// Reads misspelt words as the words that were meant.
    fn correct(&self, text: &mut Text) {
        for (stems, number) in text.stems.iter_mut().zip(&mut text.numbers) {
            let written = stems.first().copied();
            stems.iter_mut().for_each(|stem| *stem = self.read_as(*stem));
            if let Some(&stem) = stems.first()
                && written != Some(stem)
                && let Some(&word) = self.word_of_stem.get(&stem)
            {
                *number = word;
            }
        }
    }

    fn read_as(&self, stem: u32) -> u32 {
        let known = self.read_as.get(stem as usize).copied();
        known.or_else(|| self.meant.instead_of(&self.stems[stem as usize])).unwrap_or(stem)
    }
}

const STOP_WORD_WEIGHT: f32 = 0.3;
