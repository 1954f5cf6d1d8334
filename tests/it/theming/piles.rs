//! Tests of piles that people made: what is joined, what is parted, and what a person's decision is worth beside them.

use plenum::session::Language;
use plenum::theming::{Decided, Grouping, Hand, Origin, Request, join_piles};
use proptest::prelude::*;

/// Words that no table has: nothing but people holds them together.
const APART: &[&str] = &["Brimfax", "Toldrun", "Skvettik", "Pomlag", "Gnyflo", "Ambruts", "Vurkel", "Dysmon"];

fn hand(piles: &[&[usize]]) -> Hand {
    Hand { piles: piles.iter().map(|pile| pile.to_vec()).collect(), weight: 1.0 }
}

fn joined(decided: &[Decided], previous: &[Vec<usize>], hands: &[Hand]) -> Grouping {
    let request = Request { language: Language::Nb, answers: APART, decided, previous, ..Request::default() };
    join_piles(&request, hands)
}

fn groups(grouping: &Grouping) -> Vec<Vec<usize>> {
    grouping.themes.iter().map(|theme| theme.answers.clone()).collect()
}

#[test]
fn what_people_put_together_is_a_theme_though_it_shares_no_word() {
    let hands = [hand(&[&[0, 1], &[2, 3], &[4]]), hand(&[&[1, 5], &[3, 6]])];
    let grouping = joined(&[], &[], &hands);

    assert_eq!(groups(&grouping), [[0, 1, 5], [2, 3, 6]]);
    assert_eq!(grouping.rest, [4, 7]);
    let labels: Vec<&str> = grouping.themes.iter().map(|theme| theme.label.as_str()).collect();
    assert_eq!(labels, ["Bunke 1", "Bunke 2"]);
}

#[test]
fn most_hands_have_their_way_and_one_without_reading_hardly_counts() {
    let together = hand(&[&[0, 1]]);
    let apart = hand(&[&[0], &[1]]);
    let hasty = Hand { weight: 0.1, ..together.clone() };

    assert_eq!(groups(&joined(&[], &[], std::slice::from_ref(&together))), [[0, 1]]);
    assert_eq!(groups(&joined(&[], &[], &[together.clone(), apart.clone(), apart.clone(), apart])).len(), 0);
    assert_eq!(groups(&joined(&[], &[], &[hasty])).len(), 0);
}

#[test]
fn what_a_person_decided_stays_and_piles_gather_around_it() {
    let decided = [Decided { label: "Hjemme", answers: vec![0, 7], was: None }];
    let hands = [hand(&[&[0, 1, 7], &[2]]), hand(&[&[0], &[7]])];
    let grouping = joined(&decided, &[], &hands);

    assert_eq!(grouping.themes[0].label, "Hjemme");
    assert_eq!(grouping.themes[0].answers, [0, 1, 7]);
}

#[test]
fn a_theme_of_piles_goes_on_under_the_identity_it_had() {
    let hands = [hand(&[&[0, 1], &[2, 3]])];
    let grouping = joined(&[], &[vec![2, 3, 4], vec![0, 1]], &hands);

    let origin = |answer: usize| {
        let theme = grouping.themes.iter().find(|theme| theme.answers.contains(&answer));
        theme.expect("a theme").origin
    };
    assert_eq!((origin(0), origin(2)), (Origin::Previous(1), Origin::Previous(0)));
}

proptest! {
    #[test]
    fn whatever_is_laid_each_answer_stands_once_and_decisions_hold(
        hands in prop::collection::vec(prop::collection::vec(prop::collection::vec(0usize..11, 0..4), 0..5), 0..12),
        decided in prop::collection::vec(0usize..8, 0..4),
    ) {
        let hands: Vec<Hand> = hands.into_iter().map(|piles| Hand { piles, weight: 0.8 }).collect();
        let decided = [Decided { label: "Bestemt", answers: decided, was: None }];
        let grouping = joined(&decided, &[], &hands);

        let mut seen: Vec<usize> = grouping.themes.iter().flat_map(|theme| theme.answers.clone()).collect();
        seen.extend(&grouping.rest);
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..APART.len()).collect::<Vec<_>>());
        for answer in &decided[0].answers {
            prop_assert!(grouping.themes[0].answers.contains(answer));
        }
        prop_assert_eq!(joined(&decided, &[], &hands), grouping);
    }
}
