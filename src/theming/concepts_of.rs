//! Makes own concepts of a finished grouping, so that the next meeting can begin where this one ended.

use std::collections::{BTreeMap, BTreeSet};

use super::corpus::Corpus;
use super::headings::{SHARED_BY_MIN, public_form};
use super::words::Lexicon;
use super::{Grouping, OWN_CONCEPTS_MAX};

/// Most words of one heading: enough to know the theme again, few enough to read.
pub const THEME_WORDS_MAX: usize = 12;
/// A word tells a theme from the others when this many times as large a share of its answers have it.
const TELLING_TIMES_MIN: f64 = 2.0;

/// Each theme's heading with the words that tell it from the others, the most telling first.
pub fn concepts(corpus: &Corpus, lexicon: &Lexicon, grouping: &Grouping) -> Vec<(String, String)> {
    let themes = grouping.themes.iter().filter(|theme| !theme.answers.is_empty()).take(OWN_CONCEPTS_MAX);
    themes.map(|theme| (theme.label.clone(), words(corpus, lexicon, &theme.answers).join(", "))).collect()
}

/// Words of a public list that at least two of the answers use, one for each stem.
fn words(corpus: &Corpus, lexicon: &Lexicon, answers: &[usize]) -> Vec<String> {
    let mut answers_with: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for &answer in answers {
        let stems: BTreeSet<u32> = corpus.texts[answer].stems.iter().flatten().copied().collect();
        for stem in stems {
            answers_with.entry(stem).or_default().push(answer);
        }
    }
    let size = answers.len() as f64;
    let others = (corpus.texts.len() - answers.len()) as f64;
    let mut telling: Vec<(f64, u32, Vec<usize>)> = answers_with
        .into_iter()
        .filter(|(_, having)| having.len() >= SHARED_BY_MIN)
        .filter_map(|(stem, having)| {
            let inside = having.len() as f64;
            let outside = f64::from(corpus.document_counts[stem as usize]) - inside;
            let times = (inside / size) / ((outside.max(0.0) + 0.2) / (others + 0.4));
            (times >= TELLING_TIMES_MIN).then(|| (inside * times.ln(), stem, having))
        })
        .collect();
    telling.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    let mut words: Vec<String> = Vec::new();
    for (_, stem, having) in telling {
        if let Some(word) = public_form(corpus, &having, stem, lexicon, SHARED_BY_MIN)
            && !words.contains(&word)
        {
            words.push(word);
        }
        if words.len() == THEME_WORDS_MAX {
            break;
        }
    }
    words
}
