//! Which language the answers are written in, told by their small words.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::session::Language;

use super::said::{Known, SAID};
use super::words::words;

/// The language of all answers together with their question. Bokmål when nothing tells.
pub fn detect_language(answers: &[&str], question: &str) -> Language {
    let mut found: Vec<Found> = KINDRED.iter().map(Found::none).collect();
    for text in answers.iter().copied().take(TEXTS_READ_MAX).chain([question]) {
        for word in words(text) {
            for (found, kindred) in found.iter_mut().zip(&*KINDRED) {
                found.count(kindred, word.lower.as_str());
            }
        }
    }
    // Of equals the first.
    let most = first_largest(found.iter().map(Found::all));
    let own = first_largest(found[most].own.iter().copied());
    KINDRED[most].languages[own].0
}

/// Answers that are read: the first thousand tell as well as all.
const TEXTS_READ_MAX: usize = 1_000;

/// Languages of one lexicon, and what tells them.
struct Kindred {
    known: Known,
    /// Each with the words that it has alone.
    languages: Vec<(Language, BTreeSet<&'static str>)>,
    shared: BTreeSet<&'static str>,
    letters: BTreeSet<char>,
}

static KINDRED: LazyLock<Vec<Kindred>> = LazyLock::new(|| {
    let mut all: Vec<Kindred> = Vec::new();
    for (language, said) in SAID.iter() {
        let known = said.lexicon;
        let kept = all.iter().position(|kindred| kindred.known == known && known != Known::Nothing);
        let place = kept.unwrap_or(all.len());
        if kept.is_none() {
            let (shared, letters) = (BTreeSet::new(), BTreeSet::new());
            all.push(Kindred { known, languages: Vec::new(), shared, letters });
        }
        let kindred = &mut all[place];
        kindred.languages.push((language, said.telling.own.split_whitespace().collect()));
        kindred.shared.extend(said.telling.shared.split_whitespace());
        kindred.letters.extend(said.telling.letters.chars());
    }
    all
});

/// How many words told of languages of one lexicon.
struct Found {
    shared: usize,
    /// For each language.
    own: Vec<usize>,
}

impl Found {
    fn none(kindred: &Kindred) -> Self {
        Found { shared: 0, own: vec![0; kindred.languages.len()] }
    }

    fn count(&mut self, kindred: &Kindred, word: &str) {
        let has_letter = || word.contains(|letter| kindred.letters.contains(&letter));
        self.shared += usize::from(kindred.shared.contains(word) || has_letter());
        for (own, (_, words)) in self.own.iter_mut().zip(&kindred.languages) {
            *own += usize::from(words.contains(word));
        }
    }

    fn all(&self) -> usize {
        self.shared + self.own.iter().sum::<usize>()
    }
}

fn first_largest(counts: impl Iterator<Item = usize>) -> usize {
    let largest = counts.enumerate().max_by_key(|(place, count)| (*count, usize::MAX - place));
    largest.map_or(0, |(place, _)| place)
}
