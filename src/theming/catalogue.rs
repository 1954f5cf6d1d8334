//! Common themes of such meetings and the words that speak of them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::session::Language;

use super::meaning::WordVectors;
use super::said::Known;
use super::vectors::{add, dot, normalise};
use super::words::{Lexicon, words};

/// One theme of the catalogue.
#[derive(Debug)]
pub struct Concept {
    /// In the order of [`COLUMNS`].
    headings: [&'static str; 3],
    /// Which heading serves a language that has none.
    usual: usize,
}

impl Concept {
    /// The heading in a language.
    pub fn heading(&self, language: Language) -> &'static str {
        let own = COLUMNS.iter().position(|tag| *tag == language.tag());
        self.headings[own.unwrap_or(self.usual)]
    }
}

/// The catalogue with its words as stems of one language.
#[derive(Debug)]
pub struct Catalogue {
    concepts: Vec<Concept>,
    by_stem: BTreeMap<String, Vec<u32>>,
    /// For each theme, the direction in which its words lie, as far as it differs from what all themes share.
    directions: Vec<Vec<f32>>,
    mean: Vec<f32>,
}

impl Catalogue {
    /// The catalogue for the lexicon's language; one without themes where nothing is known.
    pub fn of(lexicon: &Lexicon) -> &'static Self {
        static NONE: Catalogue = Catalogue::none();
        match lexicon.known() {
            Known::Norwegian => &NORWEGIAN,
            Known::English => &ENGLISH,
            Known::Nothing => &NONE,
        }
    }

    /// The themes, by number.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// Numbers of the themes that a stem speaks of, in ascending order.
    pub fn concepts_of(&self, stem: &str) -> &[u32] {
        self.by_stem.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The theme whose words lie nearest to a direction of the lexicon's table, and its likeness (cosine).
    pub fn nearest(&self, direction: &[f32]) -> Option<(u32, f32)> {
        let mut own = direction.to_vec();
        add(&mut own, &self.mean, -1.0);
        normalise(&mut own);
        let likeness = self.directions.iter().map(|theme| dot(theme, &own));
        (0..).zip(likeness).max_by(|left, right| left.1.total_cmp(&right.1).then(right.0.cmp(&left.0)))
    }

    /// What the words of all themes have in common.
    pub fn usual_meaning(&self) -> &[f32] {
        &self.mean
    }

    const fn none() -> Self {
        Self { concepts: Vec::new(), by_stem: BTreeMap::new(), directions: Vec::new(), mean: Vec::new() }
    }

    fn read(text: &'static str, lexicon: &Lexicon) -> Self {
        let vectors = WordVectors::of(lexicon);
        let usual = if lexicon.is_norwegian() { 0 } else { 2 };
        let mut catalogue = Self::none();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('|').map(str::trim).collect();
            let [_, bokmal, nynorsk, english, keywords] = fields[..] else {
                continue;
            };
            let headings = [bokmal, nynorsk, english];
            let number = catalogue.concepts.len() as u32;
            catalogue.concepts.push(Concept { headings, usual });
            let of_headings = headings
                .into_iter()
                .flat_map(words)
                .map(|word| word.lower)
                .filter(|word| !lexicon.is_stop_word(word));
            let mut direction = Vec::new();
            for word in keywords.split_whitespace().map(str::to_owned).chain(of_headings) {
                if let Some(meaning) = vectors.meaning(&word, lexicon) {
                    add(&mut direction, &meaning.direction, meaning.weight);
                }
                let numbers = catalogue.by_stem.entry(lexicon.stem(&word)).or_default();
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
            normalise(&mut direction);
            catalogue.directions.push(direction);
        }
        catalogue.centre();
        catalogue
    }

    /// Takes from each direction what all have in common.
    fn centre(&mut self) {
        for direction in &self.directions {
            add(&mut self.mean, direction, 1.0 / self.directions.len() as f32);
        }
        for direction in &mut self.directions {
            add(direction, &self.mean, -1.0);
            normalise(direction);
        }
    }
}

/// The languages of its headings.
const COLUMNS: [&str; 3] = ["nb", "nn", "en"];
/// Lines of name, a heading in each of those languages and words, parted by "|".
static TEXT: &str = include_str!("assets/catalogue.txt");
static NORWEGIAN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(TEXT, &Lexicon::of(Language::Nb)));
static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(TEXT, &Lexicon::of(Language::En)));
