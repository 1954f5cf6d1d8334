//! How near each answer is to each heading: what a facilitator's and the room's sorting begin from.

use super::vectors::{Vector, product, sum};
use super::{Material, Request};

/// For each answer and each decided theme of the request the cosine between the answer and the theme, −1 to 1: the theme
/// is its heading and the mean of the answers that a person placed there, both weighing the same.
///
/// The previous suggestion of the request is not looked at. Costs one look at each answer for each theme.
pub fn affinities(request: &Request) -> Vec<Vec<f32>> {
    let corpus = Material::read(request).corpus;
    let count = request.answers.len();
    let vector = |index: usize| &corpus.texts[index].vector;
    let centre = |theme: usize| {
        let members: Vec<usize> =
            request.decided[theme].answers.iter().copied().filter(|member| *member < count).collect();
        let share = 1.0 / members.len().max(1) as f32;
        let weighted = members.iter().map(|member| (vector(*member), share));
        sum(weighted.chain([(vector(count + theme), 1.0)]))
    };
    let centres: Vec<Vector> = (0..request.decided.len()).map(centre).collect();
    (0..count).map(|answer| centres.iter().map(|centre| cosine(vector(answer), centre)).collect()).collect()
}

fn cosine(left: &Vector, right: &Vector) -> f32 {
    let lengths = (left.square() * right.square()).sqrt();
    if lengths > 0.0 { product(left, right) / lengths } else { 0.0 }
}
