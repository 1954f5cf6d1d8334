//! A word cloud: which entries are let in, and that they stand in themes as texts do.

use plenum::session::{Audience, Change, snapshot};

use super::*;

fn clouded() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), cloud(2)]).given(F::GoTo { item: item(2) })
}

#[test]
fn an_entry_has_one_to_three_words() {
    let mut gathering = clouded();
    gathering.refuses(give(2, 1, 1, 1, "  "), Rejection::AnswerEmpty);
    gathering.refuses(give(2, 1, 1, 1, "ett ord for mye"), Rejection::TooManyWords);
    gathering.refuses(give(2, 1, 1, 1, &"å".repeat(61)), Rejection::AnswerTooLong);
    gathering.refuses(rank(2, 1, 1, 1, &[0]), Rejection::AnswerOfOtherKind);
    gathering = gathering.given(give(2, 1, 1, 1, "godt  nok nå")).given(give(2, 1, 2, 1, "håp"));
    gathering.refuses(give(2, 1, 3, 1, "mer"), Rejection::AnswersFull);
    for plan in [cloud(0), cloud(11)] {
        gathering.refuses(F::AddItem { plan, index: None }, Rejection::LimitsOutOfBounds);
    }
}

#[test]
fn entries_are_gathered_and_tidied_as_answers_are_but_not_sorted_by_the_room() {
    let mut gathering = clouded()
        .given(give(2, 1, 1, 1, "håp"))
        .given(give(2, 2, 2, 1, "tillit"))
        .given(suggest(2, &[(None, "håp", &[1]), (None, "tillit", &[2])]))
        .given(show(2, ResultsTo::Everyone));
    assert_eq!(gathering.themes(2).0, [("håp".to_owned(), vec![1]), ("tillit".to_owned(), vec![2])]);
    let themes = vec![theme(1), theme(2)];
    gathering.refuses(F::StartSorting { item: item(2), themes, each: None }, Rejection::NoSuchTheme);
    gathering.refuses(F::StartPiling { item: item(2), each: None }, Rejection::AnswerOfOtherKind);
    gathering.when(F::MergeThemes { item: item(2), from: theme(2), into: theme(1) }).unwrap();
    assert_eq!(gathering.themes(2).0, [("håp".to_owned(), vec![1, 2])]);
    let shared = snapshot(&gathering.session, Audience::Phone).into_iter().find_map(|change| match change {
        Change::Results { results, .. } => results,
        _ => None,
    });
    let shared = shared.unwrap();
    assert_eq!((shared.people, shared.themes[0].count, shared.tally), (2, 2, None));
}
