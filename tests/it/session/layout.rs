//! How themes stand: parted, in which order, hidden from the room, and under which headings.

use plenum::session::{
    Audience, Change, Concept, Family, FamilySuggestion, ThemePart, changes, regrouping, snapshot,
};

use super::*;

/// Four answers in two suggested themes: "Flyt" with 1, 2 and 4, "Mål" with 3.
fn grouped() -> Gathering {
    answered()
        .given(give(2, 3, 4, 1, "Flyt mellom sykehus og hjem"))
        .given(suggest(2, &[(None, "Flyt", &[1, 2, 4]), (None, "Mål", &[3])]))
}

fn split(number: u32, parts: &[(&str, &[u32])]) -> F {
    let part =
        |(label, numbers): &(&str, &[u32])| ThemePart { label: heading(label), answers: answers(numbers) };
    F::SplitTheme { item: item(2), theme: theme(number), parts: parts.iter().map(part).collect() }
}

fn first(numbers: &[u32]) -> F {
    F::OrderThemes { item: item(2), first: numbers.iter().copied().map(ThemeId).collect() }
}

fn hide(number: u32) -> F {
    F::HideTheme { item: item(2), theme: theme(number) }
}

fn unhide(number: u32) -> F {
    F::UnhideTheme { item: item(2), theme: theme(number) }
}

fn family(label: &str, numbers: &[u32]) -> Family {
    Family { label: heading(label), themes: numbers.iter().copied().map(ThemeId).collect() }
}

fn under(families: &[(&str, &[u32])]) -> F {
    let families = families.iter().map(|(label, numbers)| family(label, numbers));
    F::ArrangeFamilies { item: item(2), families: Some(families.collect()) }
}

fn labels(gathering: &Gathering) -> Vec<String> {
    let arrangement = gathering.question(2).arrangement();
    arrangement.themes.iter().map(|theme| theme.label.to_string()).collect()
}

fn families(gathering: &Gathering) -> Vec<Family> {
    gathering.question(2).arrangement().families
}

#[test]
fn a_theme_is_parted_in_one_step_and_what_is_in_no_part_stays() {
    let mut gathering = grouped();
    gathering.when(split(1, &[("Hjem", &[4]), ("Vei", &[2])])).unwrap();
    let parted = vec![
        ("Flyt".to_owned(), vec![1]),
        ("Mål".to_owned(), vec![3]),
        ("Hjem".to_owned(), vec![4]),
        ("Vei".to_owned(), vec![2]),
    ];
    assert_eq!(gathering.themes(2), (parted, vec![]));
    gathering.when(F::UndoThemes { item: item(2) }).unwrap();
    assert_eq!(labels(&gathering), ["Flyt", "Mål"]);
    gathering.when(F::RedoThemes { item: item(2) }).unwrap();
    assert_eq!(labels(&gathering).len(), 4);
}

#[test]
fn a_theme_that_gives_all_its_answers_to_its_parts_is_gone() {
    let mut gathering = grouped();
    gathering.when(split(1, &[("Hjem", &[4, 1]), ("Vei", &[2])])).unwrap();
    assert_eq!(labels(&gathering), ["Hjem", "Mål", "Vei"]);
    gathering.when(suggest(2, &[(Some(1), "Flyt", &[1, 2, 4]), (Some(2), "Mål", &[3])])).unwrap();
    assert_eq!(labels(&gathering), ["Hjem", "Mål", "Vei"], "it does not come back by itself");
}

#[test]
fn parts_have_names_of_their_own_and_answers_of_the_theme() {
    let mut gathering = grouped();
    gathering.refuses(split(9, &[("Hjem", &[4])]), Rejection::NoSuchTheme);
    gathering.refuses(split(1, &[]), Rejection::PartsOutOfBounds);
    gathering.refuses(split(1, &[("Hjem", &[3])]), Rejection::PartsOutOfBounds);
    gathering.refuses(split(1, &[("Hjem", &[4]), ("Vei", &[4])]), Rejection::PartsOutOfBounds);
    gathering.refuses(split(1, &[("Hjem", &[99])]), Rejection::NoSuchAnswer);
    gathering.refuses(split(1, &[("mål", &[4])]), Rejection::ThemeNameTaken);
    gathering.refuses(split(1, &[("Hjem", &[4]), ("HJEM", &[2])]), Rejection::ThemeNameTaken);
    gathering.refuses(split(1, &[(" ", &[4])]), Rejection::ThemeWithoutName);
}

#[test]
fn themes_that_a_person_put_first_stay_there_whatever_grows() {
    let mut gathering = grouped().given(first(&[2]));
    assert_eq!(labels(&gathering), ["Mål", "Flyt"]);
    gathering.is_so_already(first(&[2, 2, 77]));
    gathering.when(first(&[])).unwrap();
    assert_eq!(labels(&gathering), ["Flyt", "Mål"]);
    gathering.when(F::UndoThemes { item: item(2) }).unwrap();
    let pinned: Vec<bool> =
        gathering.question(2).arrangement().themes.iter().map(|theme| theme.pinned).collect();
    assert_eq!((labels(&gathering), pinned), (vec!["Mål".to_owned(), "Flyt".to_owned()], vec![true, false]));
}

#[test]
fn a_theme_merged_into_another_hands_on_its_place() {
    let gathering =
        grouped().given(first(&[2])).given(F::MergeThemes { item: item(2), from: theme(2), into: theme(1) });
    assert!(gathering.question(2).arrangement().themes[0].pinned);
}

/// The texts and headings that an audience is told in these parts.
fn told(parts: &[Change]) -> String {
    serde_json::to_string(parts).unwrap()
}

#[test]
fn a_hidden_theme_and_its_answers_never_reach_projector_or_phones() {
    let mut gathering = grouped().given(show(2, ResultsTo::Everyone));
    let (_, effects) = gathering.step(hide(1)).unwrap();
    for audience in [Audience::Presenter, Audience::Phone] {
        for parts in [snapshot(&gathering.session, audience), changes(&gathering.session, audience, &effects)]
        {
            let told = told(&parts);
            assert!(!told.contains("flyt") && !told.contains("Flyt"), "{audience:?}: {told}");
        }
    }
    let told = told(&snapshot(&gathering.session, Audience::Facilitator));
    assert!(told.contains("Bedre flyt") && told.contains("\"hidden\":true"), "{told}");
    gathering.is_so_already(hide(1));

    let (_, effects) = gathering.step(unhide(1)).unwrap();
    let back = serde_json::to_string(&changes(&gathering.session, Audience::Presenter, &effects)).unwrap();
    assert!(back.contains("Bedre flyt"), "{back}");
    gathering.is_so_already(unhide(1));
}

#[test]
fn an_answer_that_the_engine_adds_to_a_hidden_theme_is_hidden_with_it() {
    let mut gathering = grouped().given(hide(1)).given(give(2, 4, 5, 1, "Flyt i alt"));
    let (_, effects) = gathering.step(suggest(2, &[(Some(1), "Flyt", &[5])])).unwrap();
    assert_eq!(gathering.question(2).hidden(), [1, 2, 4, 5].map(AnswerId).into());
    let told = told(&changes(&gathering.session, Audience::Presenter, &effects));
    assert!(!told.contains("Flyt i alt") && told.contains("Felles mål"), "{told}");
}

#[test]
fn the_room_is_never_given_a_hidden_answer_to_sort() {
    let start = F::StartSorting { item: item(2), themes: vec![theme(1), theme(2)], each: None };
    let mut gathering = grouped().given(start).given(hide(1));
    let sortable: Vec<AnswerId> = gathering.question(2).sortable().collect();
    assert_eq!(sortable, answers(&[3]));
    let headings = gathering.question(2).sort.as_ref().unwrap().headings().len();
    assert_eq!(headings, 1, "nor its heading to sort under");
    gathering.when(F::UndoThemes { item: item(2) }).unwrap();
    assert_eq!(gathering.question(2).sort.as_ref().unwrap().headings().len(), 2);
}

#[test]
fn the_parts_of_a_hidden_theme_are_hidden_too() {
    let gathering = grouped().given(hide(1)).given(split(1, &[("Hjem", &[4])]));
    assert_eq!(gathering.question(2).hidden(), [1, 2, 4].map(AnswerId).into());
}

#[test]
fn the_engines_headings_stand_over_at_least_two_themes() {
    let mut gathering = grouped();
    let themes = |numbers: &[u32]| {
        let theme = |number: &u32| plenum::session::ThemeSuggestion {
            id: Some(theme(*number)),
            label: heading(if *number == 1 { "Flyt" } else { "Mål" }),
            answers: answers(if *number == 1 { &[1, 2, 4] } else { &[3] }),
            typical: None,
        };
        numbers.iter().map(theme).collect()
    };
    let over =
        |themes: &[usize]| FamilySuggestion { label: heading("Flyt og mål"), themes: themes.to_vec() };
    let both =
        Command::SuggestThemes { item: item(2), themes: themes(&[1, 2]), families: vec![over(&[0, 1])] };
    gathering.when(both.clone()).unwrap();
    assert_eq!(families(&gathering), [family("Flyt og mål", &[1, 2])]);
    gathering.is_so_already(both);
    gathering.when(F::DissolveTheme { item: item(2), theme: theme(2) }).unwrap();
    assert_eq!(families(&gathering), []);
}

#[test]
fn a_person_decides_the_second_level_and_no_suggestion_overrules_it() {
    let mut gathering = grouped().given(under(&[("Sammen", &[2, 1])]));
    assert_eq!(families(&gathering), [family("Sammen", &[1, 2])], "in the order of the themes");
    gathering.when(suggest(2, &[(Some(1), "Flyt", &[1, 2, 4]), (Some(2), "Mål", &[3])])).unwrap();
    assert_eq!(families(&gathering), [family("Sammen", &[1, 2])]);
    gathering.when(split(1, &[("Hjem", &[4])])).unwrap();
    assert_eq!(families(&gathering), [family("Sammen", &[1, 2, 3])], "a part stands where the whole stood");
    gathering.is_so_already(under(&[("Sammen", &[2, 1, 3])]).clone());
    gathering.when(F::ArrangeFamilies { item: item(2), families: None }).unwrap();
    assert_eq!(families(&gathering), []);
    gathering.when(F::UndoThemes { item: item(2) }).unwrap();
    assert_eq!(families(&gathering).len(), 1);
}

#[test]
fn a_heading_over_themes_has_a_name_of_its_own_and_each_theme_stands_once() {
    let mut gathering = grouped();
    gathering.refuses(under(&[(" ", &[1])]), Rejection::ThemeWithoutName);
    gathering.refuses(under(&[("A", &[1]), ("a", &[2])]), Rejection::ThemeNameTaken);
    gathering.refuses(under(&[("A", &[])]), Rejection::FamiliesOutOfBounds);
    gathering.refuses(under(&[("A", &[1]), ("B", &[1])]), Rejection::FamiliesOutOfBounds);
    gathering.when(under(&[("A", &[1, 77]), ("B", &[78])])).unwrap();
    assert_eq!(families(&gathering), [family("A", &[1])], "what has gone meanwhile is left out");
}

#[test]
fn a_stopped_sorting_goes_on_where_it_stood() {
    let start = F::StartSorting { item: item(2), themes: vec![theme(1), theme(2)], each: Some(1) };
    let mut gathering = grouped().given(start);
    let tap = sort(&gathering, 4, 3, Some(1));
    gathering.when(tap).unwrap();
    let gathering = &mut gathering.given(F::StopSorting { item: item(2) });
    let resume = F::ResumeSorting { item: item(2), each: Some(2) };
    gathering.when(resume.clone()).unwrap();
    let sort = gathering.question(2).sort.as_ref().unwrap();
    assert_eq!((sort.running, sort.each, sort.taps()), (true, Some(2), 1));
    assert!(!sort.is_done(person(4)), "one more is asked of each");
    gathering.is_so_already(resume);
    gathering.when(F::DiscardSorting { item: item(2) }).unwrap();
    gathering.refuses(F::ResumeSorting { item: item(2), each: None }, Rejection::NotSorting);
}

#[test]
fn headings_of_ones_own_are_few_enough_and_each_has_a_name() {
    let mut gathering = grouped();
    let concept = |label: &str| Concept { heading: heading(label), words: Paragraph::default() };
    let change = |concepts: Vec<Concept>| F::ChangeConcepts { concepts };
    gathering.when(change(vec![concept("Tillit"), concept("Flyt")])).unwrap();
    assert_eq!(gathering.session.concepts.len(), 2);
    gathering.is_so_already(change(vec![concept("Tillit"), concept("Flyt")]));
    for wrong in [
        vec![concept("Tillit"), concept("TILLIT")],
        vec![concept(" ")],
        (0..201).map(|number| concept(&format!("Begrep {number}"))).collect(),
    ] {
        gathering.refuses(change(wrong), Rejection::ConceptsOutOfBounds);
    }
}

#[test]
fn a_fresh_grouping_tells_what_it_would_change_and_changes_nothing() {
    let gathering =
        grouped().given(F::MoveAnswers { item: item(2), answers: answers(&[4]), to: Some(theme(2)) });
    let before = gathering.session.clone();
    let Command::SuggestThemes { themes, families, .. } =
        suggest(2, &[(Some(1), "Flyt", &[1, 4]), (Some(2), "Mål", &[2, 3])])
    else {
        unreachable!()
    };
    let told = regrouping(&gathering.session, item(2), &themes, &families, &gathering.limits).unwrap();
    assert_eq!(gathering.session, before);
    let moved: Vec<_> = told.moved.iter().map(|moved| (moved.answer, moved.from, moved.to)).collect();
    assert_eq!(moved, [(answer(2), Some(theme(1)), Some(theme(2)))], "what a person placed stays");
    assert!(told.changes);

    let same = regrouping(&gathering.session, item(2), &[], &[], &gathering.limits).unwrap();
    assert_eq!(same.moved.len(), 3, "those that nobody placed would be in no theme");
    assert!(regrouping(&gathering.session, item(1), &themes, &families, &gathering.limits).is_none());
}
