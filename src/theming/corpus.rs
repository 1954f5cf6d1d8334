//! Reads all answers with one lexicon: their words, the stems and parts of the words, and what the words mean.

use std::collections::HashMap;

use super::catalogue::Catalogue;
use super::compounds;
use super::lexical;
use super::meaning::{Meaning, WordVectors};
use super::typos::{self, Stem};
use super::vectors::{Sparse, Vector};
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
    pub known: Vec<KnownWord>,
    /// In how many texts each stem stands.
    pub document_counts: Vec<u32>,
    /// Stems that the question uses, by stem number.
    pub in_question: Vec<bool>,
    /// The catalogue that the themes are of.
    pub catalogue: &'static Catalogue,
    /// How much of what the answers say the catalogue explains, from 0 to 1.
    pub share: f32,
    /// How far the catalogue is let in, from 0 to 1: it leads only where it explains enough.
    pub gate: f32,
    /// How like each answer's words are to those of its nearest neighbour, on average.
    pub shared_words: f32,
}

/// Reads the texts; the words of the question are marked, because they are not what the answers say.
pub fn read(texts: &[&str], question: &str, lexicon: &Lexicon) -> Corpus {
    let mut reader = Reader {
        lexicon,
        catalogue: Catalogue::of(lexicon),
        vectors: WordVectors::of(lexicon),
        stem_numbers: HashMap::new(),
        stems: Vec::new(),
        known_numbers: HashMap::new(),
        known: Vec::new(),
    };
    let asked: Vec<u32> = words(question).iter().map(|word| reader.word(&word.lower)).collect();
    let mut read: Vec<Text> = texts.iter().map(|text| reader.text(text)).collect();
    let mut in_question = vec![false; reader.stems.len()];
    for word in asked {
        for &stem in &reader.known[word as usize].stems {
            in_question[stem as usize] = true;
        }
    }
    for word in &mut reader.known {
        word.in_question = word.stems.first().is_some_and(|&stem| in_question[stem as usize]);
    }
    correct(&mut read, &reader.known, reader.stems, lexicon);
    Corpus {
        document_counts: lexical::document_counts(&read, in_question.len()),
        texts: read,
        known: reader.known,
        in_question,
        catalogue: reader.catalogue,
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

struct Reader<'a> {
    lexicon: &'a Lexicon,
    catalogue: &'static Catalogue,
    vectors: &'static WordVectors,
    stem_numbers: HashMap<String, u32>,
    stems: Vec<Stem>,
    known_numbers: HashMap<String, u32>,
    known: Vec<KnownWord>,
}

impl Reader<'_> {
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
        let parts = compounds::split_in(self.lexicon, &standard)
            .map_or_else(Vec::new, |(modifier, head)| vec![modifier, head]);
        let mut stems = Vec::new();
        if !stop {
            stems.push(self.stem(&standard));
            for &part in parts.iter().filter(|part| !self.lexicon.is_stop_word(part)) {
                let number = self.stem(part);
                if !stems.contains(&number) {
                    stems.push(number);
                }
            }
        }
        let meaning = self.vectors.meaning(&standard, self.lexicon);
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
}

const STOP_WORD_WEIGHT: f32 = 0.3;

/// Reads misspelt words as the words that were meant.
fn correct(texts: &mut [Text], known: &[KnownWord], mut stems: Vec<Stem>, lexicon: &Lexicon) {
    let count = stems.len();
    for (stem, answers) in stems.iter_mut().zip(lexical::document_counts(texts, count)) {
        stem.answers = answers;
    }
    let chars_min = if lexicon.is_norwegian() { TYPO_CHARS_MIN } else { TYPO_CHARS_MIN_WITHOUT_LIST };
    let meant = typos::corrections(&stems, chars_min);
    let mut word_of_stem: HashMap<u32, u32> = HashMap::new();
    for (number, word) in known.iter().enumerate() {
        if let Some(&stem) = word.stems.first() {
            word_of_stem.entry(stem).or_insert(number as u32);
        }
    }
    for text in texts {
        for (stems, number) in text.stems.iter_mut().zip(&mut text.numbers) {
            let written = stems.first().copied();
            stems.iter_mut().for_each(|stem| *stem = meant[*stem as usize]);
            if let Some(&stem) = stems.first()
                && written != Some(stem)
                && let Some(&word) = word_of_stem.get(&stem)
            {
                *number = word;
            }
        }
    }
}
