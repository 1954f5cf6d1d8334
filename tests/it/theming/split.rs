//! Tests of a suggested split: what is parted, and what its parts may be called.

use std::collections::BTreeSet;

use plenum::session::Language;
use plenum::theming::{Decided, OwnConcept, Request, split};
use proptest::prelude::*;

use super::{SUBJECTS, borrowed, wishes};

#[test]
fn a_theme_of_two_subjects_is_parted_and_the_odd_answer_stays_out() {
    let answers = [
        "Bussen går for sjelden",
        "Flere bussavganger",
        "Buss om kvelden",
        "Parkering er dyrt",
        "Flere parkeringsplasser",
        "Gratis parkering",
        "Kaffe",
        "Mer kaffe",
        "Godt arbeidsmiljø",
        "Sjøørret",
    ];
    let request = Request { language: Language::Nb, answers: &answers, ..Request::default() };
    let parts = split(&request, &[0, 1, 2, 3, 4, 5, 9]);

    let answers_of: Vec<&[usize]> = parts.iter().map(|part| part.answers.as_slice()).collect();
    assert_eq!(answers_of, [[0, 1, 2], [3, 4, 5]], "{parts:#?}");
    assert!(parts[0].label.to_lowercase().contains("buss"), "{parts:#?}");
    assert!(parts[1].label.to_lowercase().contains("parkering"), "{parts:#?}");
}

#[test]
fn answers_that_are_alike_or_fewer_than_four_are_not_parted() {
    let alike = ["Mer tillit", "Tillit", "Tillit!", "Tillit", "tillit"];
    let few = ["Buss", "Mer buss", "Parkering"];
    let split_all = |answers: &[&str]| {
        let all: Vec<usize> = (0..answers.len() + 3).collect();
        split(&Request { language: Language::Nb, answers, ..Request::default() }, &all)
    };

    assert_eq!(split_all(&alike), []);
    assert_eq!(split_all(&few), []);
    assert_eq!(split_all(&[]), []);
}

#[test]
fn no_part_has_a_heading_that_the_request_has() {
    let answers = ["Buss", "Mer buss", "Buss og buss", "Parkering", "Mer parkering", "Parkering, parkering"];
    let decided = [Decided { label: "buss", answers: Vec::new(), was: None }];
    let concepts = [OwnConcept { heading: "Parkering", words: "" }];
    let request = Request { language: Language::Nb, answers: &answers, ..Request::default() };
    let all: Vec<usize> = (0..answers.len()).collect();
    let labels = |request: &Request| -> Vec<String> {
        split(request, &all).into_iter().map(|part| part.label.to_lowercase()).collect()
    };

    assert_eq!(labels(&request), ["buss", "parkering"]);
    let others = labels(&Request { decided: &decided, concepts: &concepts, ..request });
    assert!(others.iter().all(|label| label != "buss" && label != "parkering"), "{others:?}");
}

proptest! {
    #[test]
    fn parts_hold_each_answer_once_at_most_and_nothing_else(
        subjects in prop::collection::vec(prop::sample::select(SUBJECTS), 0..12),
        wanted in prop::collection::vec(0_usize..70, 0..50),
    ) {
        let texts = wishes(&subjects);
        let answers = borrowed(&texts);
        let request = Request { language: Language::Nb, answers: &answers, ..Request::default() };
        let parts = split(&request, &wanted);

        prop_assert!(parts.is_empty() || (2..=4).contains(&parts.len()));
        let mut seen = BTreeSet::new();
        let mut labels = BTreeSet::new();
        for part in &parts {
            prop_assert!(part.answers.len() >= 2 && part.answers.is_sorted());
            prop_assert!(labels.insert(part.label.to_lowercase()), "{} stands twice", part.label);
            for &answer in &part.answers {
                prop_assert!(wanted.contains(&answer) && answer < answers.len() && seen.insert(answer));
            }
        }
        prop_assert_eq!(split(&request, &wanted), parts);
    }
}
