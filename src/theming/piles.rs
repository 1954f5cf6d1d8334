//! Joins the piles that people made of a few answers each into groups of all of them.
//!
//! Each pair of answers has a sum: what the engine thinks of them, more for each hand in which somebody put them
//! together and less for each in which somebody parted them, in natural-log units of likelihood. The groups are those
//! within which the sums are positive and between which they are negative, as near as can be found by linking and moving
//! (N. Bansal, A. Blum and S. Chawla, "Correlation clustering", Machine Learning 56, 2004).

use std::collections::{BTreeMap, BTreeSet};

use kodama::{Method, linkage};

use super::cluster::{Middles, fit_likeness_min};
use super::said::said;
use super::vectors::product;
use super::{Grouping, Hold, Material, Request, assemble, families};

/// A hand of answers as one person parted it.
#[derive(Clone, Debug, PartialEq)]
pub struct Hand {
    /// The answers of a pile belong together, and one that belongs with none of the others is a pile of its own. Indexes
    /// in [`Request::answers`].
    pub piles: Vec<Vec<usize>>,
    /// How much it counts, from 0 to 1.
    pub weight: f32,
}

/// Groups the answers by the piles that people made; those that nobody was given join the nearest group. Decided themes
/// stand, and themes keep the identity of the previous theme they share most answers with.
///
/// Of more answers than [`PILED_MAX`] in hands those that most people were given count. An index that does not exist, or
/// stands twice in a hand, is passed over.
pub fn join_piles(request: &Request, hands: &[Hand]) -> Grouping {
    let material = Material::read(request);
    let start = material.start(request, Hold::Nothing);
    let count = request.answers.len();
    let mut table = Table::of(&material, hands, &start.fixed[..count]);
    table.link(start.fixed_count);
    table.settle();
    let mut groups = table.groups(count, start.fixed_count);
    // What nobody was given goes where it is nearest.
    let vectors = material.vectors();
    let mut all = groups.clone();
    all.extend_from_slice(&start.fixed[count..]);
    let middles = Middles::of(&vectors, &all, start.fixed_count);
    let mut scores = vec![0.0; middles.count()];
    for index in (0..count).filter(|index| !table.has(*index) && !vectors[*index].is_empty()) {
        middles.likeness(vectors[index], None, &mut scores);
        let fits = |&(group, score): &(usize, f32)| score >= fit_likeness_min(group, start.fixed_count);
        let nearest = scores.iter().copied().enumerate().filter(fits);
        let nearest = nearest.max_by(|left, right| left.1.total_cmp(&right.1).then(right.0.cmp(&left.0)));
        groups[index] = groups[index].or(nearest.map(|(group, _)| group));
    }
    let (mut grouping, _) = assemble(request, &material, &groups, Some(said(request.language).pile));
    grouping.families = families::families_of(request, &material.corpus, &grouping);
    grouping
}

/// Most answers in hands that are joined: linking takes the square of it in memory.
pub const PILED_MAX: usize = 1_500;
/// What a pair gains when a person put it together, and loses when a person parted it: people are taken to be right about
/// seven times in eight, and to part what belongs together more often than to join what does not.
const TOGETHER: f32 = 2.5;
const APART: f32 = 1.2;
/// How much the engine's cosine says of a pair, and the cosine at which it says nothing.
const COSINE_SAYS: f32 = 3.0;
const COSINE_MID: f32 = 0.1;
const SETTLE_ROUNDS_MAX: usize = 20;

/// The answers in hands and in decided themes, with the sum of each pair.
struct Table {
    /// Indexes of the answers, in ascending order.
    members: Vec<usize>,
    /// For each member its group; numbers of decided groups first.
    group: Vec<usize>,
    /// For each member whether a person decided its group.
    fixed: Vec<bool>,
    /// Row by row.
    sums: Vec<f32>,
}

impl Table {
    fn of(material: &Material, hands: &[Hand], fixed: &[Option<usize>]) -> Self {
        let mut given: BTreeMap<usize, u32> = BTreeMap::new();
        for &index in
            hands.iter().flat_map(|hand| &hand.piles).flatten().filter(|&&index| index < fixed.len())
        {
            *given.entry(index).or_default() += 1;
        }
        let mut members: Vec<(u32, usize)> = given.into_iter().map(|(index, hands)| (hands, index)).collect();
        members.sort_unstable_by_key(|&(hands, index)| (u32::MAX - hands, index));
        members.truncate(PILED_MAX);
        let mut members: BTreeSet<usize> = members.into_iter().map(|(_, index)| index).collect();
        let decided = (0..fixed.len()).filter(|&index| fixed[index].is_some());
        members.extend(decided.take(PILED_MAX));
        let members: Vec<usize> = members.into_iter().collect();
        let size = members.len();
        let vector = |member: usize| &material.corpus.texts[members[member]].vector;
        let mut sums = vec![0.0_f32; size * size];
        for one in 0..size {
            for other in one + 1..size {
                let says = COSINE_SAYS * (product(vector(one), vector(other)) - COSINE_MID);
                sums[one * size + other] = says;
                sums[other * size + one] = says;
            }
        }
        let place = |index: &usize| members.binary_search(index).ok();
        for hand in hands {
            let mut seen: BTreeSet<usize> = BTreeSet::new();
            let mut laid: Vec<(usize, usize)> = Vec::new();
            for (pile, answers) in hand.piles.iter().enumerate() {
                laid.extend(
                    answers.iter().filter_map(place).filter(|&at| seen.insert(at)).map(|at| (at, pile)),
                );
            }
            for (number, &(one, pile)) in laid.iter().enumerate() {
                for &(other, other_pile) in &laid[number + 1..] {
                    let says = hand.weight * if pile == other_pile { TOGETHER } else { -APART };
                    sums[one * size + other] += says;
                    sums[other * size + one] += says;
                }
            }
        }
        let decided: Vec<Option<usize>> = members.iter().map(|&index| fixed[index]).collect();
        Self {
            group: decided.iter().map(|group| group.unwrap_or(usize::MAX)).collect(),
            fixed: decided.iter().map(Option::is_some).collect(),
            members,
            sums,
        }
    }

    fn has(&self, answer: usize) -> bool {
        self.members.binary_search(&answer).is_ok()
    }

    fn sum(&self, one: usize, other: usize) -> f32 {
        self.sums[one * self.members.len() + other]
    }

    /// Links members that no person decided, as long as their sums are positive on average; groups are numbered after the
    /// decided ones.
    fn link(&mut self, decided_count: usize) {
        let free: Vec<usize> = (0..self.members.len()).filter(|&member| !self.fixed[member]).collect();
        let count = free.len();
        for (number, &member) in free.iter().enumerate() {
            self.group[member] = decided_count + number;
        }
        if count < 2 {
            return;
        }
        let highest = self.sums.iter().fold(0.0_f32, |highest, &sum| highest.max(sum));
        let mut distances: Vec<f32> = Vec::with_capacity(count * (count - 1) / 2);
        for (number, &one) in free.iter().enumerate() {
            distances.extend(free[number + 1..].iter().map(|&other| highest - self.sum(one, other)));
        }
        let tree = linkage(&mut distances, count, Method::Average);
        // Numbers of the tree: a member is its position, the set made in step s is count + s.
        let mut sets: Vec<Option<Vec<usize>>> = free.iter().map(|&member| Some(vec![member])).collect();
        for step in tree.steps() {
            let near = highest - step.dissimilarity > 0.0;
            let together = match (&sets[step.cluster1], &sets[step.cluster2]) {
                (Some(one), Some(other)) if near => Some([one.as_slice(), other].concat()),
                (Some(_) | None, Some(_) | None) => None,
            };
            if together.is_some() {
                sets[step.cluster1] = None;
                sets[step.cluster2] = None;
            }
            sets.push(together);
        }
        for (number, set) in sets.into_iter().flatten().enumerate() {
            for member in set {
                self.group[member] = decided_count + number;
            }
        }
    }

    /// Moves single members to the group in which their sum is highest, and out of all where none is positive.
    fn settle(&mut self) {
        let count = self.members.len();
        let mut next = self.group.iter().max().map_or(0, |&group| group + 1);
        for _ in 0..SETTLE_ROUNDS_MAX {
            let mut moved = false;
            for member in (0..count).filter(|&member| !self.fixed[member]) {
                let mut sums = vec![0.0_f32; next + 1];
                for other in (0..count).filter(|&other| other != member) {
                    sums[self.group[other]] += self.sum(member, other);
                }
                // The number that is not used yet stands for being alone.
                let own = sums[self.group[member]];
                let best = (0..=next)
                    .max_by(|&left, &right| sums[left].total_cmp(&sums[right]).then(right.cmp(&left)));
                if let Some(best) = best.filter(|&best| sums[best] > own) {
                    self.group[member] = best;
                    next += usize::from(best == next);
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
    }

    /// The group of each answer, numbered without gaps after the decided ones; none for one that stands alone.
    fn groups(&self, answer_count: usize, decided_count: usize) -> Vec<Option<usize>> {
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        for &group in &self.group {
            *sizes.entry(group).or_default() += 1;
        }
        let real = sizes.iter().filter(|&(&group, &size)| group >= decided_count && size > 1);
        let number: BTreeMap<usize, usize> =
            real.enumerate().map(|(number, (&group, _))| (group, decided_count + number)).collect();
        let mut groups = vec![None; answer_count];
        for (member, &index) in self.members.iter().enumerate() {
            let group = self.group[member];
            groups[index] = if group < decided_count { Some(group) } else { number.get(&group).copied() };
        }
        groups
    }
}
