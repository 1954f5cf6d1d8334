//! Words of a cloud: what counts as the same word, and under which form it stands.

use plenum::session::Language;
use plenum::theming::{Decided, Grouping, Origin, Request, gather};
use proptest::prelude::*;

fn gathered(answers: &[&str]) -> Grouping {
    gather(&Request { language: Language::Nb, answers, ..Request::default() })
}

fn counts(grouping: &Grouping) -> Vec<(&str, usize)> {
    grouping.themes.iter().map(|theme| (theme.label.as_str(), theme.answers.len())).collect()
}

#[test]
fn inflected_forms_stand_under_the_form_most_people_wrote() {
    let words =
        ["informasjonen", "Informasjon", "Informasjon", "håp", "INFORMASJON", "Håpet", "håp", "idé", "ide"];
    assert_eq!(counts(&gathered(&words)), [("Informasjon", 4), ("håp", 3), ("idé", 2)]);
}

#[test]
fn words_that_only_look_alike_stay_apart() {
    for (one, other) in [("mål", "mal"), ("får", "far"), ("tør", "tor"), ("hær", "her")] {
        assert_eq!(gathered(&[one, other]).themes.len(), 2, "{one} and {other}");
    }
}

#[test]
fn entries_of_several_words_are_one_where_each_word_is() {
    let words = ["godt samarbeid", "Godt  samarbeidet", "samarbeid", "🙂", "🙂", "100 %", "?"];
    let expected = [("godt samarbeid", 2), ("🙂", 2), ("samarbeid", 1), ("100 %", 1), ("?", 1)];
    assert_eq!(counts(&gathered(&words)), expected);
}

#[test]
fn what_a_person_decided_stays_and_takes_in_the_same_words() {
    let answers = ["tillit", "trygghet", "Tillit", "håp", "tilliten"];
    let decided = [Decided { label: "Trygghet og tillit", answers: vec![0, 1], was: None }];
    let grouping = gather(&Request {
        language: Language::Nb,
        answers: &answers,
        decided: &decided,
        previous: &[vec![3]],
        ..Request::default()
    });
    assert_eq!(grouping.themes[0].origin, Origin::Decided(0));
    assert_eq!(counts(&grouping)[0], ("Trygghet og tillit", 4));
    assert_eq!((counts(&grouping)[1], grouping.themes[1].origin), (("håp", 1), Origin::Previous(0)));
}

proptest! {
    #[test]
    fn every_entry_stands_exactly_once(entries in prop::collection::vec("[a-zåøé ?]{0,12}", 0..30)) {
        let answers: Vec<&str> = entries.iter().map(String::as_str).collect();
        let grouping = gathered(&answers);
        let mut places: Vec<usize> = grouping.themes.iter().flat_map(|theme| theme.answers.clone()).collect();
        places.sort_unstable();
        prop_assert_eq!(places, (0..answers.len()).collect::<Vec<_>>());
        prop_assert!(grouping.rest.is_empty());
    }
}
