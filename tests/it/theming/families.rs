//! Tests of the second level: which themes stand together, and for how long.

use std::collections::BTreeSet;

use plenum::session::Language;
use plenum::theming::{Decided, Origin, Request, group, regroup};

use super::{PARKING_AND_TRUST, SUBJECTS, borrowed, sets, wishes};

#[test]
fn many_themes_have_families_and_a_few_have_none() {
    let texts = wishes(SUBJECTS);
    let answers = borrowed(&texts);
    let request = Request { language: Language::Nb, question: "", answers: &answers, ..Request::default() };
    let grouping = group(&request);
    let found = &grouping.families;

    assert!(!found.is_empty(), "{grouping:#?}");
    let themes: Vec<usize> = found.iter().flat_map(|family| family.themes.clone()).collect();
    let different: BTreeSet<usize> = themes.iter().copied().collect();
    assert_eq!(different.len(), themes.len(), "{found:#?}");
    assert!(different.iter().all(|&theme| theme < grouping.themes.len()));
    for family in found {
        let first = &grouping.themes[family.themes[0]].label;
        let first = first.split(" og ").next().unwrap_or(first).split(", ").next().unwrap_or(first);
        assert!(family.themes.len() >= 2 && family.label.starts_with(first), "{family:?}");
    }

    let few =
        Request { language: Language::Nb, question: "", answers: PARKING_AND_TRUST, ..Request::default() };
    assert_eq!(group(&few).families, []);
}

#[test]
fn a_family_is_not_named_by_half_a_word() {
    let subjects: Vec<&str> = SUBJECTS
        .iter()
        .copied()
        .filter(|subject| !["ledelse", "ventilasjon"].contains(subject))
        .chain(["roller", "ansvar", "oppgaver", "ledere"])
        .collect();
    let texts = wishes(&subjects);
    let answers = borrowed(&texts);
    let request = Request { language: Language::Nb, question: "", answers: &answers, ..Request::default() };
    let grouping = group(&request);

    assert!(grouping.themes.iter().any(|theme| theme.label.contains("- og ")), "{grouping:#?}");
    let labels: Vec<&str> = grouping.families.iter().map(|family| family.label.as_str()).collect();
    assert!(labels.contains(&"Rollefordeling og ledere"), "{labels:?}");
}

#[test]
fn families_stay_as_they_were_while_answers_arrive_and_new_themes_stand_outside() {
    let texts = wishes(SUBJECTS);
    let answers = borrowed(&texts);
    let decided: Vec<Decided> = (0..10)
        .map(|subject| Decided {
            label: SUBJECTS[subject],
            answers: (subject * 4..subject * 4 + 4).collect(),
            was: None,
        })
        .collect();
    let families =
        [vec![Origin::Decided(0), Origin::Decided(5)], vec![Origin::Decided(2), Origin::Decided(3)]];
    let after = group(&Request {
        language: Language::Nb,
        answers: &answers,
        decided: &decided,
        families: &families,
        ..Request::default()
    });

    let origins: Vec<BTreeSet<String>> = after
        .families
        .iter()
        .map(|family| {
            family.themes.iter().map(|&theme| format!("{:?}", after.themes[theme].origin)).collect()
        })
        .collect();
    assert_eq!(origins.len(), 2, "{after:#?}");
    for family in [["Decided(0)", "Decided(5)"], ["Decided(2)", "Decided(3)"]] {
        let family: BTreeSet<String> = family.into_iter().map(str::to_owned).collect();
        assert!(origins.contains(&family), "{origins:?}");
    }
    assert!(after.themes.iter().any(|theme| theme.origin == Origin::New), "a theme is new");
    let label = after.families[0].label.to_lowercase();
    let first = &after.themes[after.families[0].themes[0]].label;
    assert!(label.starts_with(first.split(" og ").next().expect("a part")), "{label} is not made of {first}");
}

#[test]
fn a_family_with_one_theme_left_is_none_and_afresh_families_are_made_anew() {
    let texts = wishes(SUBJECTS);
    let answers = borrowed(&texts);
    let plain = Request { language: Language::Nb, answers: &answers, ..Request::default() };
    let before = group(&plain);
    let previous = sets(&before);
    let families = [vec![Origin::Previous(0), Origin::Previous(99)]];
    let request = Request { previous: &previous, families: &families, ..plain };

    assert_eq!(group(&request).families, []);
    assert_eq!(regroup(&request).families, before.families);
    assert!(!before.families.is_empty());
}
