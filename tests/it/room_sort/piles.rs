//! What the room makes of a set of answers without any headings: piles of six, joined by the engine.

use std::collections::BTreeMap;

use plenum::theming::{Grouping, Hand, Request, join_piles};

use super::ami::ami;
use super::{Dice, SETS, Set, read};

/// Answers that are laid at random in a hundred.
const RANDOM_PERCENT: usize = 15;
const SEEDS: u64 = 8;
const HAND: usize = 6;

#[test]
fn piles_come_near_the_agreement_of_two_people_without_any_heading() {
    for (people, hands, goal) in [(40, 2, 0.70), (40, 3, 0.75), (15, 3, 0.55)] {
        let mut scores = Vec::new();
        for name in SETS {
            let set = read(name);
            let outcomes: Vec<(f64, usize)> =
                (1..=SEEDS).map(|seed| piled(&set, people, hands, seed)).collect();
            let mean = outcomes.iter().map(|(score, _)| score).sum::<f64>() / SEEDS as f64;
            let themes = outcomes.iter().map(|(_, themes)| themes).sum::<usize>() as f64 / SEEDS as f64;
            println!("{people} people × {hands} hands, {name}: {mean:.3}, {themes:.1} themes");
            scores.push(mean);
        }
        let mean = scores.iter().sum::<f64>() / scores.len() as f64;
        println!("{people} people × {hands} hands: {mean:.3}, goal {goal}");
        assert!(mean >= goal, "{people} people × {hands} hands: {mean:.3}, less than {goal}");
    }
}

/// The room piles a set: the agreement with the second person, and how many themes there are.
fn piled(set: &Set, people: usize, hands: usize, seed: u64) -> (f64, usize) {
    let mut dice = Dice(seed);
    let mut given: BTreeMap<usize, usize> = (0..set.answers.len()).map(|answer| (answer, 0)).collect();
    let mut seen: Vec<Vec<usize>> = vec![Vec::new(); people];
    let mut made: Vec<Hand> = Vec::new();
    for _ in 0..hands {
        for (who, seen) in seen.iter_mut().enumerate() {
            let mut order: Vec<(usize, u64, usize)> = given
                .iter()
                .filter(|(answer, _)| *answer % people != who && !seen.contains(answer))
                .map(|(&answer, &times)| (times, dice.draw(), answer))
                .collect();
            order.sort_unstable();
            let hand: Vec<usize> = order.into_iter().take(HAND).map(|(_, _, answer)| answer).collect();
            for &answer in &hand {
                *given.entry(answer).or_default() += 1;
                seen.push(answer);
            }
            made.push(laid(set, &hand, &mut dice));
        }
    }
    let grouping = grouped(set, &made);
    let mut groups: Vec<String> = (0..set.answers.len()).map(|answer| format!("alone {answer}")).collect();
    for theme in &grouping.themes {
        for &answer in &theme.answers {
            groups[answer].clone_from(&theme.label);
        }
    }
    let other: Vec<&str> = set.answers.iter().map(|answer| answer.other.as_str()).collect();
    let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
    (ami(&groups, &other), grouping.themes.len())
}

/// A hand as somebody parts it who follows the first person's grouping.
fn laid(set: &Set, hand: &[usize], dice: &mut Dice) -> Hand {
    let mut piles: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &answer in hand {
        let pile = if dice.percent(RANDOM_PERCENT) {
            set.answers[hand[dice.below(hand.len())]].one.clone()
        } else {
            set.answers[answer].one.clone()
        };
        piles.entry(pile).or_default().push(answer);
    }
    Hand { piles: piles.into_values().collect(), weight: 1.0 }
}

fn grouped(set: &Set, hands: &[Hand]) -> Grouping {
    let answers: Vec<&str> = set.answers.iter().map(|answer| answer.text.as_str()).collect();
    join_piles(
        &Request { language: set.language, question: &set.question, answers: &answers, ..Request::default() },
        hands,
    )
}
