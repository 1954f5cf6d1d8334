//! How good the themes are that grow while answers arrive, and how still placed answers keep.

use plenum::theming::{Flow, Follower, Grouping, Origin, Request};
use rand::SeedableRng;
use rand::rngs::SmallRng;
use rand::seq::SliceRandom;

use super::agreement::agreement;
use super::gold::Gold;
use super::groups_of;

/// The measures of answers that arrive one by one, on average over some orders.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Live {
    /// Adjusted mutual information with the people's grouping when the last has arrived.
    pub mutual_information: f64,
    /// Share of the placed answers that change theme when one more arrives, the mean over all arrivals.
    pub moved: f64,
}

/// Always the same orders.
const SEEDS: [u64; 3] = [3, 5, 8];
/// Of larger sets so many answers arrive.
const ANSWERS_MAX: usize = 400;

/// Lets the answers of a set arrive.
pub fn live(gold: &Gold) -> Live {
    let runs: Vec<Live> = SEEDS.iter().map(|seed| arrive(gold, *seed)).collect();
    let mean = |number: fn(&Live) -> f64| runs.iter().map(number).sum::<f64>() / runs.len() as f64;
    Live { mutual_information: mean(|run| run.mutual_information), moved: mean(|run| run.moved) }
}

fn arrive(gold: &Gold, seed: u64) -> Live {
    let mut order: Vec<usize> = (0..gold.answers.len()).collect();
    order.shuffle(&mut SmallRng::seed_from_u64(seed));
    order.truncate(ANSWERS_MAX);
    let texts: Vec<&str> = order.iter().map(|&answer| gold.answers[answer].as_str()).collect();
    let keys: Vec<u32> = (0..texts.len() as u32).collect();
    let mut follower = Follower::default();
    let mut before = Grouping::default();
    let mut moved = 0.0;
    for count in 1..=texts.len() {
        let previous: Vec<Vec<usize>> = before.themes.iter().map(|theme| theme.answers.clone()).collect();
        let families: Vec<Vec<Origin>> = before
            .families
            .iter()
            .map(|family| family.themes.iter().map(|theme| Origin::Previous(*theme)).collect())
            .collect();
        let request = Request {
            language: gold.language,
            question: &gold.question,
            answers: &texts[..count],
            previous: &previous,
            families: &families,
            ..Request::default()
        };
        let grouping = follower.follow(&request, &keys[..count], Flow::Coming);
        moved += share_moved(&previous, &grouping);
        before = grouping;
    }
    let people = gold.groups();
    let people: Vec<usize> = order.iter().map(|&answer| people[answer]).collect();
    let agreed = agreement(&people, &groups_of(&before, texts.len()));
    Live { mutual_information: agreed.mutual_information, moved: moved / texts.len().max(1) as f64 }
}

/// Share of the answers of these themes that are no longer in the theme that goes on from theirs.
fn share_moved(previous: &[Vec<usize>], grouping: &Grouping) -> f64 {
    let placed: usize = previous.iter().map(Vec::len).sum();
    let stayed: usize = grouping
        .themes
        .iter()
        .filter_map(|theme| match theme.origin {
            Origin::Previous(number) => Some((&previous[number], &theme.answers)),
            Origin::Decided(_) | Origin::New => None,
        })
        .map(|(before, now)| before.iter().filter(|answer| now.binary_search(answer).is_ok()).count())
        .sum();
    if placed == 0 { 0.0 } else { (placed - stayed) as f64 / placed as f64 }
}
