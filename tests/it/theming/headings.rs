//! Tests of headings: whole words in the answers' own language, and nobody's alone.

use std::collections::BTreeSet;

use plenum::session::Language;
use plenum::theming::{Decided, Request, group};

use super::{PARKING_AND_TRUST, group_all, theme_of};

#[test]
fn a_heading_is_a_whole_word_with_a_capital_letter() {
    let grouping = group_all(Language::Nb, PARKING_AND_TRUST);

    assert_eq!(theme_of(&grouping, 0).label, "Tillit");
    assert_eq!(theme_of(&grouping, 1).label, "Parkering");
}

#[test]
fn two_words_that_share_a_theme_are_joined_in_its_language() {
    let norwegian =
        ["Tillit og trygghet", "Trygghet og tillit", "Tillit, trygghet", "Buss", "Buss hver time"];
    let english = ["Trust and safety", "Safety and trust", "Trust, safety", "Bus", "A bus every hour"];

    assert_eq!(theme_of(&group_all(Language::Nb, &norwegian), 0).label, "Tillit og trygghet");
    assert_eq!(theme_of(&group_all(Language::En, &english), 0).label, "Trust and safety");
}

#[test]
fn an_adjective_stays_with_its_noun() {
    let answers = ["Godt arbeidsmiljø", "Et godt arbeidsmiljø for alle", "Buss", "Buss hver time"];

    assert_eq!(theme_of(&group_all(Language::Nb, &answers), 0).label, "Godt arbeidsmiljø");
}

#[test]
fn an_abbreviation_keeps_its_capitals() {
    let answers = ["IKT må styrkes", "Dårlig IKT", "Buss", "Buss hver time"];

    assert_eq!(theme_of(&group_all(Language::Nb, &answers), 0).label, "IKT");
}

#[test]
fn a_suggested_heading_is_never_that_of_a_decided_theme() {
    let decided = [Decided { label: "parkering", answers: vec![0], was: None }];
    let grouping = group(&Request {
        language: Language::Nb,
        question: "",
        answers: PARKING_AND_TRUST,
        decided: &decided,
        ..Request::default()
    });

    let labels: BTreeSet<String> = grouping.themes.iter().map(|theme| theme.label.to_lowercase()).collect();
    assert_eq!(labels.len(), grouping.themes.len());
}

#[test]
fn the_words_of_a_single_answer_are_no_heading() {
    let answers =
        ["Tillit til Qvistgaard", "Tillit", "Kaffe hos Zyxwolf", "Kaffe", "Zyxwolfs bil", "Qvarnstrøm"];
    let grouping = group_all(Language::Nb, &answers);

    let headings = grouping.themes.iter().map(|theme| theme.label.to_lowercase()).collect::<String>();
    assert!(headings.contains("tillit"), "{headings}");
    assert!(!headings.contains("qvist") && !headings.contains("zyxwolfs") && !headings.contains("qvarn"));
}
