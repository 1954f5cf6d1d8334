//! Suggests how one theme can be parted into smaller ones.

use kodama::{Method, linkage};

use super::corpus::Corpus;
use super::vectors::{Vector, product, sum};
use super::{Material, Request, headings, lexical};

/// A part of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The heading, of words that at least two of its answers share; none of the request's.
    pub label: String,
    /// Indexes of the answers in ascending order, at least two.
    pub answers: Vec<usize>,
}

/// Parts these answers of the request into two to four parts, the largest first. An answer that fits none stands in none.
/// No part at all where there are fewer than four answers or they say the same.
///
/// Words count as they do among all answers of the request, and what these answers have in common does not. An index that
/// does not exist is passed over. Of more answers than [`SPLIT_ANSWERS_MAX`] the first are parted.
pub fn split(request: &Request, answers: &[usize]) -> Vec<Part> {
    let mut members: Vec<usize> =
        answers.iter().copied().filter(|&index| index < request.answers.len()).collect();
    members.sort_unstable();
    members.dedup();
    members.truncate(SPLIT_ANSWERS_MAX);
    if members.len() < ANSWERS_MIN {
        return Vec::new();
    }
    let Material { mut corpus, lexicon, .. } = Material::read(request);
    keep_only(&mut corpus, &members);
    let own = own_likeness(&corpus);
    let parts = parted(&own);
    let taken = request.decided.iter().map(|decided| decided.label);
    let taken: Vec<&str> = taken.chain(request.concepts.iter().map(|concept| concept.heading)).collect();
    let labels = headings::headings(&corpus, &parts, &taken, &lexicon, request.language);
    let named: Vec<Part> = parts
        .into_iter()
        .zip(labels)
        .filter_map(|(part, label)| {
            Some(Part {
                label: label?,
                answers: part.into_iter().map(|position| members[position]).collect(),
            })
        })
        .collect();
    if named.len() < PARTS_MIN { Vec::new() } else { named }
}

/// Most answers of a theme that are parted: linking takes the square of it in memory, and nobody reads more at once.
pub const SPLIT_ANSWERS_MAX: usize = 1_500;
const ANSWERS_MIN: usize = 4;
const PARTS_MIN: usize = 2;
const PARTS_MAX: usize = 4;
const PART_ANSWERS_MIN: usize = 2;
/// Answers whose vectors are this like to the middle on average say the same.
const ALIKE_MIN: f32 = 0.93;
/// How much nearer the answers must be to their own part than to the next nearest, on average, for a parting to tell
/// anything.
const APART_MIN: f32 = 0.08;
/// Mean likeness to the nearest part, what all have in common apart, below which an answer stays out: an odd one is less like every
/// part than the parts are like each other.
const FIT_MIN: f32 = -0.1;

/// Leaves only these texts, so that headings tell the parts from each other and not from the other themes.
fn keep_only(corpus: &mut Corpus, members: &[usize]) {
    let texts = std::mem::take(&mut corpus.texts).into_iter().enumerate();
    let kept = texts.filter(|(index, _)| members.binary_search(index).is_ok());
    corpus.texts = kept.map(|(_, text)| text).collect();
    corpus.document_counts = lexical::document_counts(&corpus.texts, corpus.document_counts.len());
}

/// How like the texts are to each other without what all of them have in common: the cosine of each pair after their mean
/// is taken away, row by row. Zero in all places where the texts are alike.
fn own_likeness(corpus: &Corpus) -> Vec<Vec<f32>> {
    let count = corpus.texts.len();
    let vectors: Vec<&Vector> = corpus.texts.iter().map(|text| &text.vector).collect();
    let sum = sum(vectors.iter().map(|&vector| (vector, 1.0)));
    let share = 1.0 / count as f32;
    let to_mean: Vec<f32> = vectors.iter().map(|vector| share * product(vector, &sum)).collect();
    let mean_square = share * share * sum.square();
    let apart = |one: usize, other: usize| {
        product(vectors[one], vectors[other]) - to_mean[one] - to_mean[other] + mean_square
    };
    let lengths: Vec<f32> = (0..count).map(|text| apart(text, text).max(0.0).sqrt()).collect();
    let alike = mean_square.sqrt() >= ALIKE_MIN;
    let mut likeness = vec![vec![0.0_f32; count]; count];
    for one in 0..count {
        for other in one + 1..count {
            let length = lengths[one] * lengths[other];
            let cosine = if alike || length < LENGTH_MIN { 0.0 } else { apart(one, other) / length };
            likeness[one][other] = cosine;
            likeness[other][one] = cosine;
        }
    }
    likeness
}

/// What is shorter than this has no direction.
const LENGTH_MIN: f32 = 1e-6;

/// The parting in which the answers are clearest apart, the largest part first; none where no parting is clear.
fn parted(likeness: &[Vec<f32>]) -> Vec<Vec<usize>> {
    let count = likeness.len();
    let mut distances: Vec<f32> = Vec::with_capacity(count * (count - 1) / 2);
    for (one, row) in likeness.iter().enumerate() {
        distances.extend(row[one + 1..].iter().map(|likeness| 1.0 - likeness));
    }
    let tree = linkage(&mut distances, count, Method::Average);
    // Numbers of the tree: a text is its position, the part made in step s is count + s.
    let mut sets: Vec<Option<Vec<usize>>> = (0..count).map(|position| Some(vec![position])).collect();
    let mut best: Option<(f32, Vec<Vec<usize>>)> = None;
    for step in tree.steps() {
        let one = sets[step.cluster1].take().unwrap_or_default();
        let other = sets[step.cluster2].take().unwrap_or_default();
        sets.push(Some([one, other].concat()));
        let parts: Vec<Vec<usize>> =
            sets.iter().flatten().filter(|set| set.len() >= PART_ANSWERS_MIN).cloned().collect();
        if (PARTS_MIN..=PARTS_MAX).contains(&parts.len()) {
            let parts = settled(likeness, parts);
            let apart = apart(likeness, &parts);
            if parts.len() >= PARTS_MIN && best.as_ref().is_none_or(|(most, _)| apart > *most) {
                best = Some((apart, parts));
            }
        }
    }
    let (_, mut parts) = best.filter(|(apart, _)| *apart >= APART_MIN).unwrap_or_default();
    parts.sort_by_key(|part| (usize::MAX - part.len(), part[0]));
    parts
}

/// Each text in the part that it is most like on average, if it is like any; in ascending order.
fn settled(likeness: &[Vec<f32>], parts: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut settled: Vec<Vec<usize>> = vec![Vec::new(); parts.len()];
    for text in 0..likeness.len() {
        let near = parts.iter().map(|part| mean_likeness(&likeness[text], text, part));
        let nearest =
            near.enumerate().max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
        if let Some((part, likeness)) = nearest
            && likeness >= FIT_MIN
        {
            settled[part].push(text);
        }
    }
    settled.retain(|part| part.len() >= PART_ANSWERS_MIN);
    settled
}

/// How much more the texts are like their own part than the next nearest, on average over all texts, those in no part
/// counted as zero.
fn apart(likeness: &[Vec<f32>], parts: &[Vec<usize>]) -> f32 {
    let mut sum = 0.0;
    for (own, part) in parts.iter().enumerate() {
        for &text in part {
            let others = parts.iter().enumerate().filter(|(other, _)| *other != own);
            let near = others.map(|(_, other)| mean_likeness(&likeness[text], text, other));
            let next = near.fold(f32::MIN, f32::max);
            sum += mean_likeness(&likeness[text], text, part) - next;
        }
    }
    sum / likeness.len() as f32
}

/// The mean likeness of a text to the others of a part.
fn mean_likeness(row: &[f32], text: usize, part: &[usize]) -> f32 {
    let others = part.iter().filter(|&&other| other != text);
    let (sum, count) = others.fold((0.0, 0), |(sum, count), &other| (sum + row[other], count + 1));
    if count == 0 { 0.0 } else { sum / count as f32 }
}
