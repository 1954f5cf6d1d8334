//! Places answers one at a time, as the latest grouping would have placed them.

use std::collections::HashMap;

use super::blend::Blend;
use super::cluster::{Middles, fit_likeness_min};
use super::corpus::Vocabulary;
use super::words::{Lexicon, words};
use super::{Grouping, Material, Request};

/// What a grouping learnt from its answers, so that one more can be placed without reading them again.
///
/// The vector of a new answer is made as the grouping made those of the others. Placing costs the words of the answer
/// times the themes that have them, whatever the number of answers; memory grows with the different words.
pub struct Placer {
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    blend: Blend,
    middles: Middles,
    fixed_count: usize,
    theme_of_group: Vec<Option<usize>>,
    /// Where an answer of exactly these words is.
    same: HashMap<String, Option<usize>>,
    scores: Vec<f32>,
}

impl Placer {
    pub(super) fn of(
        request: &Request,
        material: Material,
        middles: Middles,
        fixed_count: usize,
        theme_of_group: Vec<Option<usize>>,
        grouping: &Grouping,
    ) -> Self {
        let Material { lexicon, corpus, blend, .. } = material;
        let mut same = HashMap::new();
        for (theme, answers) in grouping.themes.iter().map(|theme| &theme.answers).enumerate() {
            for &answer in answers {
                same.entry(folded(request.answers[answer])).or_insert(Some(theme));
            }
        }
        let scores = vec![0.0; middles.count()];
        Placer {
            lexicon,
            vocabulary: corpus.vocabulary,
            blend,
            middles,
            fixed_count,
            theme_of_group,
            same,
            scores,
        }
    }

    /// The theme (its index in the grouping) that an answer fits; none where it fits nowhere. The theme takes the answer in.
    pub fn place(&mut self, answer: &str) -> Option<usize> {
        let folded = folded(answer);
        if let Some(theme) = self.same.get(&folded) {
            return *theme;
        }
        let theme = self.nearest(answer);
        // What fits nowhere may be the first of a theme that only a whole grouping can see.
        if theme.is_some() {
            self.same.insert(folded, theme);
        }
        theme
    }

    fn nearest(&mut self, answer: &str) -> Option<usize> {
        let mut text = self.vocabulary.read_more(answer);
        let vector = self.blend.vector(&mut text, &self.vocabulary.known, &self.lexicon);
        if vector.is_empty() {
            return None;
        }
        self.middles.likeness(&vector, None, &mut self.scores);
        let mut best: Option<(usize, f32)> = None;
        for (group, &score) in self.scores.iter().enumerate() {
            let is_theme = self.theme_of_group.get(group).is_some_and(Option::is_some);
            let fits = score >= fit_likeness_min(group, self.fixed_count);
            if is_theme && fits && best.is_none_or(|(_, best)| score > best) {
                best = Some((group, score));
            }
        }
        let (group, _) = best?;
        self.middles.add(&vector, group);
        self.theme_of_group[group]
    }
}

/// Answers that differ only in case, spaces and signs are the same.
fn folded(answer: &str) -> String {
    words(answer).into_iter().map(|word| word.lower).collect::<Vec<String>>().join(" ")
}
