//! Which theme is which: what a person decided, and what was there the last time.

use super::{Origin, Request, Theme};

/// For each text, answers first and then the decided headings: the decided theme it must stay in, and the set of
/// `held` it is in.
pub fn memberships(
    request: &Request,
    held: &[Vec<usize>],
    text_count: usize,
) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
    let count = request.answers.len();
    let mut decided = vec![None; text_count];
    for (theme, answers) in request.decided.iter().map(|decided| &decided.answers).enumerate() {
        decided[count + theme] = Some(theme);
        for &index in answers.iter().filter(|&&index| index < count) {
            decided[index].get_or_insert(theme);
        }
    }
    let mut previous = vec![None; text_count];
    for (theme, answers) in held.iter().enumerate() {
        for &index in answers.iter().filter(|&&index| index < count) {
            previous[index].get_or_insert(theme);
        }
    }
    (decided, previous)
}

/// Gives themes the identity of the previous theme they share most answers with, the largest overlap first. A decided
/// theme keeps its own, and nothing else takes the previous one that it was.
pub fn keep(themes: &mut [Theme], request: &Request) {
    let previous = request.previous;
    let mut previous_of: Vec<(usize, usize)> = previous
        .iter()
        .enumerate()
        .flat_map(|(theme, answers)| answers.iter().map(move |&index| (index, theme)))
        .collect();
    previous_of.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (position, theme) in themes.iter().enumerate() {
        for &index in &theme.answers {
            let from = previous_of.partition_point(|&(other, _)| other < index);
            let same = previous_of[from..].iter().take_while(|&&(other, _)| other == index);
            pairs.extend(same.map(|&(_, old)| (position, old)));
        }
    }
    pairs.sort_unstable();
    let mut overlaps: Vec<(usize, usize, usize)> =
        pairs.chunk_by(|left, right| left == right).map(|run| (run.len(), run[0].0, run[0].1)).collect();
    overlaps.sort_unstable_by_key(|&(shared, position, old)| (usize::MAX - shared, position, old));
    let mut used = vec![false; previous.len()];
    for old in request.decided.iter().filter_map(|decided| decided.was).filter(|&old| old < previous.len()) {
        used[old] = true;
    }
    for (_, position, old) in overlaps {
        match themes[position].origin {
            Origin::New if !used[old] => {
                used[old] = true;
                themes[position].origin = Origin::Previous(old);
            }
            Origin::New | Origin::Decided(_) | Origin::Previous(_) => {}
        }
    }
}
