//! Puts vectors into groups: average linkage, then moving single answers until they rest.

use kodama::{Method, linkage};

use super::vectors::{Vector, add, dot};

/// What holds answers together besides their words.
///
/// Groups that are there from the start come first: those that a person decided, then those of own concepts.
pub struct Bonds<'a> {
    /// For each vector, the group that it must stay in.
    pub fixed: &'a [Option<usize>],
    /// For each vector, the group that it begins in.
    pub leaning: &'a [Option<usize>],
    /// How many groups there are from the start; they keep their numbers.
    pub fixed_count: usize,
    /// For each vector, the previous theme it was in.
    pub previous: &'a [Option<usize>],
    /// How far the catalogue is let in, from 0 to 1.
    pub gate: f32,
}

/// The group of each vector, numbered without gaps after those from the start; none for those that fit nowhere.
pub fn cluster(vectors: &[&Vector], bonds: &Bonds) -> Vec<Option<usize>> {
    let free: Vec<usize> = (0..vectors.len())
        .filter(|&index| bonds.fixed[index].is_none() && !vectors[index].is_empty())
        .collect();
    let mut groups: Vec<Option<usize>> =
        bonds.fixed.iter().zip(bonds.leaning).map(|(fixed, leaning)| fixed.or(*leaning)).collect();
    let mut unplaced: Vec<usize> = free.iter().copied().filter(|&index| groups[index].is_none()).collect();
    for _ in 0..LINK_ROUNDS_MAX {
        let first_group = groups.iter().flatten().max().map_or(0, |&group| group + 1).max(bonds.fixed_count);
        let sample = sample(&unplaced);
        for (&index, group) in sample.iter().zip(average_linkage(
            vectors,
            &sample,
            bonds.previous,
            link_likeness_min(bonds.gate),
        )) {
            groups[index] = Some(first_group + group);
        }
        groups = settle(vectors, &free, groups, bonds);
        unplaced.retain(|&index| groups[index].is_none());
        if free.len() <= SAMPLE_MAX || unplaced.is_empty() {
            break;
        }
    }
    groups
}

/// Likeness to the middle of a group from which on an answer fits in it.
pub fn fit_likeness_min(group: usize, fixed_count: usize) -> f32 {
    if group < fixed_count { FIXED_LIKENESS_MIN } else { FIT_LIKENESS_MIN }
}

/// Above this many answers a sample is linked and the others join the nearest group: linkage takes the square of it in memory and time.
const SAMPLE_MAX: usize = 1_500;
/// Average likeness (cosine) at which two groups still become one. It decides how many themes there are.
const LINK_LIKENESS_MIN_KNOWN_FIELD: f32 = 0.11;
/// The same where the catalogue is kept out.
const LINK_LIKENESS_MIN_UNKNOWN_FIELD: f32 = 0.06;
/// Likeness to the middle of a group below which an answer fits nowhere.
const FIT_LIKENESS_MIN: f32 = 0.11;
/// The same for a theme that a person decided or named beforehand: it is not to be filled with doubtful answers.
const FIXED_LIKENESS_MIN: f32 = 0.14;
/// An answer leaves the theme it had in the previous suggestion only for one that is this much nearer.
const PREVIOUS_STAY_BONUS: f32 = 0.2;
/// What two answers of one previous theme gain in likeness. With this and the two beside it one placed answer in a
/// thousand moves when one more arrives, and the themes that grow answer by answer are nearly as good as fresh ones.
const PREVIOUS_BOND: f32 = 0.2;
/// What two answers of different previous themes lose, so that two themes seldom become one.
const PREVIOUS_BORDER: f32 = 0.1;
/// So many placed answers hold fully.
const PLACED_FULL_HOLD: f32 = 20.0;
/// Of many answers, those that the first sample's groups do not fit are linked once more, so that small themes show too.
const LINK_ROUNDS_MAX: usize = 2;
const SETTLE_ROUNDS_MAX: usize = 6;
const GROUP_ANSWERS_MIN: usize = 2;

/// How strongly the previous themes hold, from 0 to 1: the first few answers know little of the themes to come.
fn hold(previous: &[Option<usize>]) -> f32 {
    let placed = previous.iter().flatten().count();
    (placed as f32 / PLACED_FULL_HOLD).min(1.0)
}

fn link_likeness_min(gate: f32) -> f32 {
    LINK_LIKENESS_MIN_KNOWN_FIELD * gate + LINK_LIKENESS_MIN_UNKNOWN_FIELD * (1.0 - gate)
}

/// Scattered over the answers by a fixed rule, so that the same answers always give the same sample and no rhythm in
/// their order can hide a theme from it.
fn sample(free: &[usize]) -> Vec<usize> {
    let mut sample = free.to_vec();
    if free.len() > SAMPLE_MAX {
        sample.sort_unstable_by_key(|&index| (scattered(index as u64), index));
        sample.truncate(SAMPLE_MAX);
        sample.sort_unstable();
    }
    sample
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
fn scattered(index: u64) -> u64 {
    let mixed = index.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn average_linkage(
    vectors: &[&Vector],
    members: &[usize],
    previous: &[Option<usize>],
    link: f32,
) -> Vec<usize> {
    let count = members.len();
    if count < 2 {
        return (0..count).collect();
    }
    let mut distances = distances(vectors, members, previous);
    let tree = linkage(&mut distances, count, Method::Average);
    // Numbers of the tree: a member is its position, the group made in step s is count + s.
    let mut parent: Vec<usize> = (0..count + tree.len()).collect();
    for (step, merge) in tree.steps().iter().enumerate() {
        if 1.0 - merge.dissimilarity >= link {
            parent[merge.cluster1] = count + step;
            parent[merge.cluster2] = count + step;
        }
    }
    for node in (0..parent.len()).rev() {
        parent[node] = parent[parent[node]];
    }
    let mut numbers = vec![None; parent.len()];
    let mut next = 0;
    (0..count)
        .map(|position| {
            *numbers[parent[position]].get_or_insert_with(|| {
                next += 1;
                next - 1
            })
        })
        .collect()
}

/// One minus the cosine of each pair, in the order that kodama reads: rows of the upper triangle.
fn distances(vectors: &[&Vector], members: &[usize], previous: &[Option<usize>]) -> Vec<f32> {
    let count = members.len();
    let mut postings: Vec<Vec<(u32, f32)>> = Vec::new();
    for (position, &member) in members.iter().enumerate() {
        for &(feature, weight) in &vectors[member].sparse {
            let feature = feature as usize;
            if postings.len() <= feature {
                postings.resize_with(feature + 1, Vec::new);
            }
            postings[feature].push((position as u32, weight));
        }
    }
    let mut distances = Vec::with_capacity(count * (count - 1) / 2);
    let mut likeness = vec![0.0_f32; count];
    let hold = hold(previous);
    for (position, &member) in members.iter().enumerate() {
        likeness[position..].fill(0.0);
        for &(feature, weight) in &vectors[member].sparse {
            let others = &postings[feature as usize];
            let later = others.partition_point(|&(other, _)| other as usize <= position);
            for &(other, other_weight) in &others[later..] {
                likeness[other as usize] += weight * other_weight;
            }
        }
        for other in position + 1..count {
            let bond = match (previous[member], previous[members[other]]) {
                (Some(one), Some(same)) if one == same => hold * PREVIOUS_BOND,
                (Some(_), Some(_)) => -hold * PREVIOUS_BORDER,
                (Some(_), None) | (None, Some(_)) | (None, None) => 0.0,
            };
            let meaning = dot(&vectors[member].dense, &vectors[members[other]].dense);
            distances.push((1.0 - likeness[other] - meaning - bond).clamp(0.0, 2.0));
        }
    }
    distances
}

/// Lets each free answer go to the group whose middle is nearest, round by round, and dissolves groups that are too small.
fn settle(
    vectors: &[&Vector],
    free: &[usize],
    mut groups: Vec<Option<usize>>,
    bonds: &Bonds,
) -> Vec<Option<usize>> {
    let hold = hold(bonds.previous);
    for _ in 0..SETTLE_ROUNDS_MAX {
        groups = renumbered(groups, bonds.fixed_count);
        let middles = Middles::of(vectors, &groups, bonds.fixed_count);
        let home = homes(&groups, bonds, middles.squares.len());
        let mut next = groups.clone();
        let mut scores = vec![0.0_f32; middles.squares.len()];
        for &index in free {
            middles.likeness(vectors[index], groups[index], &mut scores);
            if let Some(own) = bonds.previous[index].and_then(|previous| home[previous]) {
                scores[own] += hold * PREVIOUS_STAY_BONUS;
            }
            let mut best: Option<usize> = None;
            for (group, &score) in scores.iter().enumerate() {
                if score >= fit_likeness_min(group, bonds.fixed_count)
                    && best.is_none_or(|best| score > scores[best])
                {
                    best = Some(group);
                }
            }
            next[index] = best;
        }
        if next == groups {
            break;
        }
        groups = next;
    }
    renumbered(groups, bonds.fixed_count)
}

/// Takes away groups with too few answers and closes the gaps; those from the start keep their numbers.
fn renumbered(groups: Vec<Option<usize>>, fixed_count: usize) -> Vec<Option<usize>> {
    let highest = groups.iter().flatten().max().map_or(0, |&group| group + 1).max(fixed_count);
    let mut sizes = vec![0_usize; highest];
    for &group in groups.iter().flatten() {
        sizes[group] += 1;
    }
    let mut next = fixed_count;
    let numbers: Vec<Option<usize>> = (0..highest)
        .map(|group| {
            if group < fixed_count {
                Some(group)
            } else if sizes[group] >= GROUP_ANSWERS_MIN {
                next += 1;
                Some(next - 1)
            } else {
                None
            }
        })
        .collect();
    groups.into_iter().map(|group| group.and_then(|group| numbers[group])).collect()
}

/// For each previous theme, the group that holds most of its answers.
fn homes(groups: &[Option<usize>], bonds: &Bonds, group_count: usize) -> Vec<Option<usize>> {
    let previous_count = bonds.previous.iter().flatten().max().map_or(0, |&previous| previous + 1);
    let mut pairs: Vec<(usize, usize)> = groups
        .iter()
        .zip(bonds.previous)
        .filter_map(|(group, previous)| Some((*previous.as_ref()?, (*group)?)))
        .filter(|&(_, group)| group < group_count)
        .collect();
    pairs.sort_unstable();
    let mut homes: Vec<Option<usize>> = vec![None; previous_count];
    let mut counts = vec![0_usize; previous_count];
    for run in pairs.chunk_by(|left, right| left == right) {
        let (previous, group) = run[0];
        if run.len() > counts[previous] {
            counts[previous] = run.len();
            homes[previous] = Some(group);
        }
    }
    homes
}

/// The sums of the vectors of each group, kept by feature.
pub struct Middles {
    by_feature: Vec<Vec<(u32, f32)>>,
    dense: Vec<Vec<f32>>,
    squares: Vec<f32>,
}

impl Middles {
    /// The middles of these groups, and of those from the start though they be empty.
    pub fn of(vectors: &[&Vector], groups: &[Option<usize>], fixed_count: usize) -> Self {
        let count = groups.iter().flatten().max().map_or(0, |&group| group + 1).max(fixed_count);
        let features = vectors
            .iter()
            .filter_map(|vector| vector.sparse.last())
            .map(|&(feature, _)| feature as usize + 1)
            .max()
            .unwrap_or(0);
        let mut members: Vec<(usize, usize)> =
            groups.iter().enumerate().filter_map(|(index, group)| Some(((*group)?, index))).collect();
        members.sort_unstable();
        let mut by_feature: Vec<Vec<(u32, f32)>> = vec![Vec::new(); features];
        let mut dense: Vec<Vec<f32>> = vec![Vec::new(); count];
        for (group, index) in members {
            let sum = &mut dense[group];
            if sum.len() < vectors[index].dense.len() {
                sum.resize(vectors[index].dense.len(), 0.0);
            }
            for (sum, number) in sum.iter_mut().zip(&vectors[index].dense) {
                *sum += number;
            }
            for &(feature, weight) in &vectors[index].sparse {
                let sums = &mut by_feature[feature as usize];
                match sums.last_mut() {
                    Some((last, sum)) if *last as usize == group => *sum += weight,
                    Some(_) | None => sums.push((group as u32, weight)),
                }
            }
        }
        let mut squares = vec![0.0; count];
        for &(group, sum) in by_feature.iter().flatten() {
            squares[group as usize] += sum * sum;
        }
        for (square, sum) in squares.iter_mut().zip(&dense) {
            *square += dot(sum, sum);
        }
        Self { by_feature, dense, squares }
    }

    /// How many groups there are.
    pub fn count(&self) -> usize {
        self.squares.len()
    }

    /// Takes one more vector into a group.
    pub fn add(&mut self, vector: &Vector, group: usize) {
        for &(feature, weight) in &vector.sparse {
            let feature = feature as usize;
            if self.by_feature.len() <= feature {
                self.by_feature.resize_with(feature + 1, Vec::new);
            }
            let sums = &mut self.by_feature[feature];
            let before = match sums.iter_mut().find(|(known, _)| *known as usize == group) {
                Some((_, sum)) => std::mem::replace(sum, *sum + weight),
                None => {
                    sums.push((group as u32, weight));
                    0.0
                }
            };
            self.squares[group] += weight * (2.0 * before + weight);
        }
        self.squares[group] +=
            2.0 * dot(&vector.dense, &self.dense[group]) + dot(&vector.dense, &vector.dense);
        add(&mut self.dense[group], &vector.dense, 1.0);
    }

    /// Cosine to the middle of each group, the vector itself left out of its own group.
    pub fn likeness(&self, vector: &Vector, own: Option<usize>, scores: &mut [f32]) {
        scores.fill(0.0);
        for &(feature, weight) in &vector.sparse {
            for &(group, sum) in self.by_feature.get(feature as usize).map_or(&[][..], Vec::as_slice) {
                scores[group as usize] += weight * sum;
            }
        }
        for (score, sum) in scores.iter_mut().zip(&self.dense) {
            *score += dot(&vector.dense, sum);
        }
        let square = vector.square();
        for (group, score) in scores.iter_mut().enumerate() {
            let mut length = self.squares[group];
            if own == Some(group) {
                length -= 2.0 * *score - square;
                *score -= square;
            }
            *score = if length > 1e-6 { *score / length.sqrt() } else { 0.0 };
        }
    }
}
