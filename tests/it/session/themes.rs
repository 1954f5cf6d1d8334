//! Themes: what the engine suggests, and what people decide, which wins.

use plenum::session::{Event, SuggestedTheme};

use super::*;

/// Three answers in two suggested themes: "Flyt" with 1 and 2, "Mål" with 3.
fn grouped() -> Gathering {
    answered().given(suggest(2, &[(None, "Flyt", &[1, 2]), (None, "Mål", &[3])]))
}

#[test]
fn a_suggestion_groups_what_nobody_decided_and_numbers_new_themes() {
    let mut gathering = answered();
    gathering.leads_to(
        suggest(2, &[(None, "Flyt", &[1, 2])]),
        vec![Event::ThemesSuggested {
            item: item(2),
            themes: vec![SuggestedTheme {
                id: theme(1),
                label: heading("Flyt"),
                answers: answers(&[1, 2]),
                typical: None,
            }],
            next_theme: 2,
            families: Vec::new(),
        }],
    );
    assert_eq!(gathering.themes(2), (themes(&[("Flyt", &[1, 2])]), vec![3]));
    gathering.is_so_already(suggest(2, &[(Some(1), "Flyt", &[1, 2])]));
}

#[test]
fn each_suggestion_replaces_the_one_before_whose_row_is_erased() {
    let mut gathering = grouped();
    let row = gathering.session.position;
    gathering.when(suggest(2, &[(Some(2), "Mål", &[2, 3]), (None, "Flyt", &[1])])).unwrap();
    assert_eq!(gathering.themes(2).0, themes(&[("Mål", &[2, 3]), ("Flyt", &[1])]));
    assert!(gathering.erasable.contains(&row));
}

#[test]
fn a_suggestion_made_on_answers_that_have_gone_leaves_them_out() {
    let mut gathering = answered().given(withdraw(2, 2, 3, 2)).given(remove(2, 1));
    gathering.when(suggest(2, &[(Some(77), "Flyt", &[1, 2, 2]), (None, "Mål", &[3, 99])])).unwrap();
    assert_eq!(gathering.themes(2), (themes(&[("Flyt", &[2])]), vec![]));
    assert_eq!(gathering.question(2).board.suggested()[0].id, theme(1), "an unknown number is a new theme");
}

#[test]
fn suggestions_for_what_has_no_texts_lead_to_nothing() {
    let mut gathering = answered();
    gathering.is_so_already(suggest(1, &[(None, "Flyt", &[1])]));
    gathering.is_so_already(suggest(3, &[(None, "Flyt", &[1])]));
    gathering.is_so_already(suggest(9, &[(None, "Flyt", &[1])]));
}

#[test]
fn a_theme_that_a_person_named_keeps_name_and_answers() {
    let mut gathering = grouped();
    gathering.leads_to(
        rename(1, "Samhandling"),
        vec![Event::ThemeDecided {
            item: item(2),
            theme: theme(1),
            label: heading("Samhandling"),
            answers: answers(&[1, 2]),
            absorbed: None,
        }],
    );
    gathering.when(give(2, 3, 4, 1, "Flyt igjen")).unwrap();
    gathering.when(suggest(2, &[(Some(1), "Flyt", &[4]), (Some(2), "Mål", &[1, 2, 3])])).unwrap();
    assert_eq!(
        gathering.themes(2).0,
        themes(&[("Samhandling", &[1, 2, 4]), ("Mål", &[3])]),
        "new answers may join it; its own never leave"
    );
}

#[test]
fn a_moved_answer_stays_where_a_person_put_it() {
    let mut gathering = grouped();
    gathering.when(move_to(&[1], Some(2))).unwrap();
    gathering.when(move_to(&[2], None)).unwrap();
    assert_eq!(gathering.themes(2), (themes(&[("Mål", &[1, 3])]), vec![2]));
    gathering.when(suggest(2, &[(Some(1), "Flyt", &[1, 2, 3])])).unwrap();
    assert_eq!(
        gathering.themes(2),
        (themes(&[("Flyt", &[3]), ("Mål", &[1])]), vec![2]),
        "what stood beside it is still the engine's to place"
    );
}

#[test]
fn an_answer_moved_out_of_a_named_theme_is_in_the_other_only() {
    let mut gathering = grouped().given(rename(1, "Samhandling"));
    gathering.when(move_to(&[1], Some(2))).unwrap();
    assert_eq!(gathering.themes(2).0, themes(&[("Mål", &[1, 3]), ("Samhandling", &[2])]));
}

#[test]
fn themes_that_absorbed_each_other_in_turn_are_still_arranged() {
    let mut gathering = grouped();
    let decided = |into, absorbed| Event::ThemeDecided {
        item: item(2),
        theme: theme(into),
        label: heading("Sammen"),
        answers: answers(&[1]),
        absorbed: Some(theme(absorbed)),
    };
    gathering.record(vec![decided(1, 2), decided(2, 1)]);
    assert_eq!(gathering.themes(2), (themes(&[("Sammen", &[1, 2, 3])]), vec![]));
}

#[test]
fn merged_themes_stay_one_and_new_answers_to_either_join_it() {
    let mut gathering = grouped();
    gathering.is_so_already(merge(1, 1));
    gathering.when(merge(2, 1)).unwrap();
    assert_eq!(gathering.themes(2).0, themes(&[("Flyt", &[1, 2, 3])]));
    gathering.when(give(2, 3, 4, 1, "Mål for alle")).unwrap();
    gathering.when(suggest(2, &[(Some(1), "Flyt", &[1, 2]), (Some(2), "Mål", &[3, 4])])).unwrap();
    assert_eq!(gathering.themes(2).0, themes(&[("Flyt", &[1, 2, 3, 4])]));
    gathering.refuses(rename(2, "Mål"), Rejection::NoSuchTheme);
}

#[test]
fn a_dissolved_theme_does_not_come_back_by_itself() {
    let mut gathering = grouped().given(dissolve(1));
    gathering.when(give(2, 3, 4, 1, "Flyt igjen")).unwrap();
    gathering.when(suggest(2, &[(Some(1), "Flyt", &[1, 2, 4]), (Some(2), "Mål", &[3])])).unwrap();
    assert_eq!(gathering.themes(2), (themes(&[("Mål", &[3])]), vec![1, 2, 4]));
    gathering.when(F::UndoThemes { item: item(2) }).unwrap();
    assert_eq!(gathering.themes(2).0, themes(&[("Flyt", &[1, 2, 4]), ("Mål", &[3])]));
}

#[test]
fn a_person_makes_a_theme_with_or_without_answers() {
    let mut gathering = grouped();
    gathering.when(make("Tomt", &[])).unwrap();
    gathering.when(make("Vei", &[2, 99])).unwrap();
    assert_eq!(gathering.themes(2).0, themes(&[("Flyt", &[1]), ("Mål", &[3]), ("Vei", &[2]), ("Tomt", &[])]));
}

#[test]
fn every_step_on_themes_can_be_undone_and_done_again() {
    let mut gathering = grouped();
    gathering.refuses(F::UndoThemes { item: item(2) }, Rejection::NothingToUndo);
    gathering.refuses(F::RedoThemes { item: item(2) }, Rejection::NothingToRedo);
    let mut seen = vec![gathering.themes(2)];
    for command in
        [rename(1, "Samhandling"), move_to(&[3], None), make("Nytt", &[1]), merge(3, 1), dissolve(1)]
    {
        gathering.when(command).unwrap();
        seen.push(gathering.themes(2));
    }
    for before in seen.iter().rev().skip(1) {
        gathering.when(F::UndoThemes { item: item(2) }).unwrap();
        assert_eq!(gathering.themes(2), *before);
    }
    for after in seen.iter().skip(1) {
        gathering.when(F::RedoThemes { item: item(2) }).unwrap();
        assert_eq!(gathering.themes(2), *after);
    }
    gathering.when(F::UndoThemes { item: item(2) }).unwrap();
    gathering.when(make("Annet", &[])).unwrap();
    gathering.refuses(F::RedoThemes { item: item(2) }, Rejection::NothingToRedo);
}

#[test]
fn a_theme_needs_a_name_of_its_own() {
    let mut gathering = grouped();
    gathering.refuses(make(" ", &[1]), Rejection::ThemeWithoutName);
    gathering.refuses(rename(1, ""), Rejection::ThemeWithoutName);
    gathering.refuses(make("FLYT", &[3]), Rejection::ThemeNameTaken);
    gathering.refuses(rename(2, "flyt"), Rejection::ThemeNameTaken);
    gathering.when(rename(1, "FLYT")).unwrap();
}

#[test]
fn commands_name_themes_and_answers_that_exist() {
    let mut gathering = grouped().given(F::OpenQuestion { item: item(3) });
    for command in [rename(9, "Hva"), merge(9, 1), merge(1, 9), move_to(&[1], Some(9)), dissolve(9)] {
        gathering.refuses(command, Rejection::NoSuchTheme);
    }
    for command in [make("Hva", &[99]), move_to(&[99], None), move_to(&[], Some(1))] {
        gathering.refuses(command, Rejection::NoSuchAnswer);
    }
    for (number, rejection) in
        [(1, Rejection::NotAQuestion), (3, Rejection::NoSuchTheme), (9, Rejection::NoSuchItem)]
    {
        gathering.refuses(F::UndoThemes { item: item(number) }, rejection);
    }
}

#[test]
fn a_question_holds_only_so_many_themes() {
    let mut gathering = answered();
    for number in 1..=200 {
        gathering.when(make(&format!("Tema {number}"), &[])).unwrap();
    }
    gathering.refuses(make("Ett til", &[]), Rejection::TooManyThemes);
}

#[test]
fn an_answer_keeps_the_place_a_person_gave_it_while_it_is_removed() {
    let mut gathering =
        grouped().given(move_to(&[3], Some(1))).given(remove(2, 3)).given(rename(1, "Samhandling"));
    assert_eq!(gathering.themes(2).0, themes(&[("Samhandling", &[1, 2])]));
    gathering.when(restore(2, 3)).unwrap();
    assert_eq!(gathering.themes(2).0, themes(&[("Samhandling", &[1, 2, 3])]));
}

#[test]
fn an_erased_answer_is_nowhere_in_the_themes() {
    let mut gathering = grouped()
        .given(rename(1, "Samhandling"))
        .given(move_to(&[1], Some(2)))
        .given(F::UndoThemes { item: item(2) })
        .given(withdraw(2, 1, 1, 2));
    let board = format!("{:?}", gathering.question(2).board);
    assert!(!board.contains(&format!("{:?}", answer(1))), "{board}");
    gathering.when(F::RedoThemes { item: item(2) }).unwrap();
    assert_eq!(gathering.themes(2).0, themes(&[("Samhandling", &[2]), ("Mål", &[3])]));
}

#[test]
fn a_reset_takes_the_themes_with_it_and_its_undo_brings_them_back() {
    let mut gathering = grouped().given(rename(1, "Samhandling")).given(F::ResetQuestion { item: item(2) });
    assert_eq!(gathering.themes(2), (vec![], vec![]));
    gathering.refuses(F::UndoThemes { item: item(2) }, Rejection::NothingToUndo);
    gathering.when(give(2, 3, 9, 1, "Ny")).unwrap();
    gathering.when(suggest(2, &[(None, "Nytt", &[4])])).unwrap();
    let known = gathering.question(2).board.suggested()[0].id;
    assert_eq!(known, theme(3), "numbers go on");
    gathering.when(F::UndoReset { item: item(2) }).unwrap();
    assert_eq!(gathering.themes(2), (themes(&[("Samhandling", &[1, 2])]), vec![3, 4]));
    gathering.when(make("Etter", &[])).unwrap();
    assert_eq!(gathering.question(2).board.decided()[1].id, theme(4));
}

fn themes(expected: &[(&str, &[u32])]) -> Vec<(String, Vec<u32>)> {
    let owned = expected.iter().map(|(label, numbers)| ((*label).to_owned(), numbers.to_vec()));
    owned.collect()
}

fn rename(number: u32, label: &str) -> F {
    F::RenameTheme { item: item(2), theme: theme(number), label: heading(label) }
}

fn merge(from: u32, into: u32) -> F {
    F::MergeThemes { item: item(2), from: theme(from), into: theme(into) }
}

fn move_to(numbers: &[u32], to: Option<u32>) -> F {
    F::MoveAnswers { item: item(2), answers: answers(numbers), to: to.map(ThemeId) }
}

fn make(label: &str, numbers: &[u32]) -> F {
    F::MakeTheme { item: item(2), label: heading(label), answers: answers(numbers) }
}

fn dissolve(number: u32) -> F {
    F::DissolveTheme { item: item(2), theme: theme(number) }
}
