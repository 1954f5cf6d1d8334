//! How near each answer is to each heading: what a facilitator's and the room's sorting begin from.

use super::vectors::{Vector, dot};
use super::{Request, corpus, words};

/// For each answer and each decided theme of the request the cosine between the answer and the theme, −1 to 1: the theme
/// is its heading and the answers that a person placed there, the heading weighing as much as all of them.
///
/// The previous suggestion of the request is not looked at.
pub fn affinities(request: &Request) -> Vec<Vec<f32>> {
    let lexicon = words::Lexicon::of(request.language);
    let count = request.answers.len();
    let labels = request.decided.iter().map(|decided| decided.label);
    let texts: Vec<&str> = request.answers.iter().copied().chain(labels).collect();
    let corpus = corpus::read(&texts, request.question, &lexicon);
    let vector = |index: usize| &corpus.texts[index].vector;
    let near = |answer: usize, theme: usize| {
        let members = request.decided[theme].answers.iter();
        let members = members.filter(|member| **member < count && **member != answer);
        let similar: Vec<f32> = members.map(|member| cosine(vector(answer), vector(*member))).collect();
        let heading = cosine(vector(answer), vector(count + theme));
        if similar.is_empty() {
            heading
        } else {
            (heading + similar.iter().sum::<f32>() / similar.len() as f32) / 2.0
        }
    };
    (0..count).map(|answer| (0..request.decided.len()).map(|theme| near(answer, theme)).collect()).collect()
}

fn cosine(left: &Vector, right: &Vector) -> f32 {
    let mut product = dot(&left.dense, &right.dense);
    let mut others = right.sparse.iter().peekable();
    for (feature, value) in &left.sparse {
        while others.next_if(|(other, _)| other < feature).is_some() {}
        if let Some((_, other)) = others.next_if(|(other, _)| other == feature) {
            product += value * other;
        }
    }
    let lengths = (left.square() * right.square()).sqrt();
    if lengths > 0.0 { product / lengths } else { 0.0 }
}
