//! Headings of words that stand in a public word list, for themes whose answers share a stem but no form of it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::compounds;
use super::super::corpus::Corpus;
use super::super::meaning::WordVectors;
use super::super::words::Lexicon;
use super::{SHARED_BY_MIN, capitalised, forms, looks_like_noun};

/// The stems that at least two answers share, the most shared first, each in its most usual form that is nobody's own.
pub fn proposals(corpus: &Corpus, members: &[usize], lexicon: &Lexicon) -> Vec<String> {
    let mut answers_with: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for &member in members {
        let stems: BTreeSet<u32> = corpus.texts[member].stems.iter().flatten().copied().collect();
        for stem in stems {
            answers_with.entry(stem).or_default().push(member);
        }
    }
    let mut shared: Vec<(u32, Vec<usize>)> =
        answers_with.into_iter().filter(|(_, answers)| answers.len() >= SHARED_BY_MIN).collect();
    shared.sort_by_key(|(stem, answers)| {
        let elsewhere = corpus.document_counts[*stem as usize];
        (usize::MAX - answers.len(), elsewhere, *stem)
    });
    shared
        .into_iter()
        .filter_map(|(stem, answers)| public_form(corpus, &answers, stem, lexicon, 1))
        .map(|form| capitalised(&form))
        .collect()
}

/// The form of a stem that most of these answers, and at least `having_min`, use and a public word list has, so that it is
/// nobody's own.
pub fn public_form(
    corpus: &Corpus,
    answers: &[usize],
    stem: u32,
    lexicon: &Lexicon,
    having_min: usize,
) -> Option<String> {
    let usual = |form: &str| {
        if lexicon.is_norwegian() {
            compounds::log_frequency(form) as f32
        } else {
            WordVectors::of(lexicon).log_frequency(form)
        }
    };
    forms(corpus, answers, stem)
        .into_iter()
        .filter(|(form, having)| having.len() >= having_min && is_public(form, lexicon))
        .map(|(form, having)| (having.len(), looks_like_noun(form), usual(form), form))
        .max_by(|left, right| {
            let counts = (left.0, left.1).cmp(&(right.0, right.1));
            counts.then(left.2.total_cmp(&right.2)).then(right.3.cmp(left.3))
        })
        .map(|(_, _, _, form)| form.to_owned())
}

fn is_public(form: &str, lexicon: &Lexicon) -> bool {
    if lexicon.is_norwegian() { compounds::is_common_word(form) } else { WordVectors::of(lexicon).has(form) }
}
