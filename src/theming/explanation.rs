//! Why a grouping is as it is: what the answers of a theme share, and how far the catalogue was let in.

use std::collections::{BTreeMap, BTreeSet};

use super::corpus::Corpus;
use super::headings;
use super::vectors::{product, sum};
use super::{Grouping, OWN_CONCEPTS_MAX, Request};

/// What told the themes of a grouping apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// How much of what the answers say the catalogue of common themes explains, from 0 to 1.
    pub share: f32,
    /// How far the catalogue was let in, from 0 (kept out) to 1 (it leads).
    pub gate: f32,
    /// How like an answer's words are to those of its nearest neighbour, on average, from 0 to 1: where this is high,
    /// words alone were enough.
    pub shared_words: f32,
    /// One for each of [`Grouping::themes`], in order.
    pub themes: Vec<ThemeExplanation>,
}

/// What holds one theme together.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeExplanation {
    /// The organisation's own heading that the theme has, if it has one.
    pub own_concept: Option<String>,
    /// Words that at least two of its answers share, and how many do, the most shared first.
    pub words: Vec<(String, usize)>,
    /// Themes of the catalogue that at least two of its answers speak of, and how many do, the most first.
    pub concepts: Vec<(String, usize)>,
    /// Index of the answer that is most like the others; none when the theme has no answers that can be compared.
    pub typical: Option<usize>,
}

/// Explains a grouping of this request's answers, whose words are read in `corpus`.
pub fn explained(request: &Request, corpus: &Corpus, grouping: &Grouping) -> Explanation {
    let themes = grouping
        .themes
        .iter()
        .map(|theme| ThemeExplanation {
            own_concept: own_concept(request, &theme.label),
            words: shared_words(corpus, &theme.answers),
            concepts: shared_concepts(request, corpus, &theme.answers),
            typical: typical(corpus, &theme.answers),
        })
        .collect();
    Explanation { share: corpus.share, gate: corpus.gate, shared_words: corpus.shared_words, themes }
}

const WORDS_MAX: usize = 6;
const CONCEPTS_MAX: usize = 3;

fn own_concept(request: &Request, label: &str) -> Option<String> {
    let label = label.to_lowercase();
    let own = request.concepts.iter().take(OWN_CONCEPTS_MAX);
    own.map(|own| own.heading).find(|heading| heading.to_lowercase() == label).map(str::to_owned)
}

fn shared_words(corpus: &Corpus, answers: &[usize]) -> Vec<(String, usize)> {
    let mut answers_with: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for &answer in answers {
        let stems: BTreeSet<u32> = corpus.texts[answer].stems.iter().flatten().copied().collect();
        for stem in stems {
            answers_with.entry(stem).or_default().push(answer);
        }
    }
    let words = answers_with
        .into_iter()
        .filter(|(_, having)| having.len() >= headings::SHARED_BY_MIN)
        .filter_map(|(stem, having)| Some((headings::usual_form(corpus, &having, stem)?, having.len())));
    most(words.collect(), WORDS_MAX)
}

fn shared_concepts(request: &Request, corpus: &Corpus, answers: &[usize]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for &(concept, _) in answers.iter().flat_map(|&answer| &corpus.texts[answer].concepts) {
        *counts.entry(concept).or_default() += 1;
    }
    let heading = |concept: u32| corpus.catalogue.concepts()[concept as usize].heading(request.language);
    let concepts = counts
        .into_iter()
        .filter(|&(_, count)| count >= headings::SHARED_BY_MIN)
        .map(|(concept, count)| (heading(concept).to_owned(), count));
    most(concepts.collect(), CONCEPTS_MAX)
}

fn most(mut counted: Vec<(String, usize)>, kept: usize) -> Vec<(String, usize)> {
    counted.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    counted.truncate(kept);
    counted
}

/// Index of the answer that is most like the others, the first of several; none where none can be compared.
pub fn typical(corpus: &Corpus, answers: &[usize]) -> Option<usize> {
    let vector = |answer: usize| &corpus.texts[answer].vector;
    let middle = sum(answers.iter().map(|&answer| (vector(answer), 1.0)));
    answers
        .iter()
        .map(|&answer| (answer, product(vector(answer), &middle)))
        .filter(|&(_, likeness)| likeness > 0.0)
        .max_by(|left, right| left.1.total_cmp(&right.1).then(right.0.cmp(&left.0)))
        .map(|(answer, _)| answer)
}
