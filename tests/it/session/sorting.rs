//! The room sorts: who may tap on what, what taps add up to, and what a person's hand does meanwhile.

use plenum::session::{Leaning, RoomSort, SORT_HEADINGS_MAX, SortHeading, SortQueue};
use proptest::prelude::*;

use super::*;

/// Five answers, 1 and 2 of the first person and one each of three others, under three themes that people made.
fn headed() -> Gathering {
    let mut gathering =
        answered().given(give(2, 3, 4, 1, "Faste møter")).given(give(2, 4, 5, 1, "Flere folk"));
    for label in ["Samarbeid", "Mål", "Bemanning"] {
        gathering = gathering.given(F::MakeTheme { item: item(2), label: heading(label), answers: vec![] });
    }
    gathering
}

/// The same while the room sorts under all three.
fn sorting() -> Gathering {
    headed().given(start(&[1, 2, 3], None))
}

fn start(themes: &[u32], each: Option<u8>) -> F {
    F::StartSorting { item: item(2), themes: themes.iter().copied().map(ThemeId).collect(), each }
}

fn make(label: &str) -> F {
    F::MakeTheme { item: item(2), label: heading(label), answers: vec![] }
}

fn undo() -> F {
    F::UndoThemes { item: item(2) }
}

fn redo() -> F {
    F::RedoThemes { item: item(2) }
}

fn room(gathering: &Gathering) -> &RoomSort {
    gathering.question(2).sort.as_ref().expect("the room sorts")
}

fn shown(gathering: &Gathering) -> Vec<(u32, &str)> {
    room(gathering).headings().iter().map(|heading| (heading.id.0, heading.label.as_str())).collect()
}

fn leaning(gathering: &Gathering, number: u32) -> Leaning {
    room(gathering).leaning(answer(number))
}

fn under(gathering: &Gathering, label: &str) -> Vec<u32> {
    let (themes, _) = gathering.themes(2);
    themes.into_iter().find(|(known, _)| known == label).expect("the theme is shown").1
}

#[test]
fn the_room_begins_under_the_themes_that_are_named() {
    let mut gathering = headed();
    let named = |id, label| SortHeading { id: theme(id), label: heading(label) };
    let headings = vec![named(3, "Bemanning"), named(1, "Samarbeid")];
    gathering.leads_to(
        start(&[3, 1], Some(3)),
        vec![Event::SortingStarted { item: item(2), headings: headings.clone(), each: Some(3) }],
    );
    assert!(room(&gathering).running);
    assert_eq!(room(&gathering).headings(), headings);
}

#[test]
fn sorting_needs_two_to_twelve_different_themes_of_an_open_question() {
    let mut gathering = headed();
    for number in 4..=13 {
        gathering.when(make(&format!("Tema {number}"))).unwrap();
    }
    let thirteen: Vec<u32> = (1..=13).collect();
    assert_eq!(thirteen.len(), SORT_HEADINGS_MAX + 1);
    for themes in [&[] as &[u32], &[1], &[1, 1], &[1, 2, 2], &thirteen] {
        gathering.refuses(start(themes, None), Rejection::HeadingsOutOfBounds);
    }
    gathering.refuses(start(&[1, 99], None), Rejection::NoSuchTheme);
    let of = |number| F::StartSorting { item: item(number), themes: vec![theme(1), theme(2)], each: None };
    gathering.refuses(of(1), Rejection::NotAQuestion);
    gathering.refuses(of(3), Rejection::NoSuchTheme);
    gathering.refuses(of(9), Rejection::NoSuchItem);
    gathering.when(start(&thirteen[..12], None)).unwrap();
    gathering.when(F::EndSession).unwrap();
    gathering.refuses(start(&[1, 2], None), Rejection::SessionEnded);
}

#[test]
fn a_tap_places_an_answer_for_everyone_to_see() {
    let mut gathering = sorting();
    gathering.leads_to(
        sort(&gathering, 2, 4, Some(1)),
        vec![Event::AnswerSorted {
            item: item(2),
            who: person(2),
            answer: answer(4),
            theme: Some(theme(1)),
            shown: 3,
            weight: 1_000,
        }],
    );
    assert_eq!(under(&gathering, "Samarbeid"), [4]);
    gathering.when(sort(&gathering, 2, 5, None)).unwrap();
    assert_eq!(gathering.themes(2).1, [1, 2, 3, 5], "none of these");
    assert_eq!((room(&gathering).taps(), room(&gathering).people(), room(&gathering).sorted()), (2, 1, 2));
}

#[test]
fn what_one_person_taps_on_one_answer_counts_once() {
    let mut gathering = sorting().given(sort(&sorting(), 2, 4, Some(1)));
    let before = leaning(&gathering, 4);
    for again in [Some(1), Some(2), None] {
        gathering.is_so_already(sort(&gathering, 2, 4, again));
    }
    assert_eq!(leaning(&gathering, 4), before);
    assert_eq!(before.taps, 1);
}

#[test]
fn nobody_places_an_answer_of_ones_own() {
    let mut gathering = sorting();
    for number in [1, 2] {
        gathering.refuses(sort(&gathering, 1, number, Some(1)), Rejection::NotYoursToSort);
    }
    gathering.when(sort(&gathering, 2, 1, Some(1))).unwrap();
    gathering.when(give(2, 2, 3, 2, "Ett felles mål")).unwrap();
    gathering.refuses(sort(&gathering, 2, 6, Some(2)), Rejection::NotYoursToSort);
}

#[test]
fn who_has_placed_as_many_as_were_asked_for_places_no_more() {
    let mut gathering = headed().given(start(&[1, 2], Some(2)));
    gathering.when(sort(&gathering, 5, 1, Some(1))).unwrap();
    gathering.when(sort(&gathering, 5, 2, None)).unwrap();
    assert!(room(&gathering).is_done(person(5)));
    gathering.refuses(sort(&gathering, 5, 3, Some(1)), Rejection::NotYoursToSort);
    gathering.when(sort(&gathering, 6, 3, Some(1))).unwrap();
}

#[test]
fn taps_name_answers_that_stand_and_headings_that_were_shown() {
    let mut gathering = sorting().given(remove(2, 3));
    gathering.refuses(sort(&gathering, 5, 99, Some(1)), Rejection::NoSuchAnswer);
    gathering.refuses(sort(&gathering, 5, 3, Some(1)), Rejection::NoSuchAnswer);
    gathering.refuses(sort(&gathering, 5, 1, Some(9)), Rejection::NoSuchTheme);
    gathering.refuses(tapped(5, 1, Some(3), 2), Rejection::NoSuchTheme);
    gathering.when(restore(2, 3)).unwrap();
    gathering.when(sort(&gathering, 5, 3, Some(1))).unwrap();
}

#[test]
fn no_tap_counts_before_the_start_after_the_stop_or_after_the_end() {
    let mut gathering = headed();
    gathering.refuses(tapped(5, 1, Some(1), 3), Rejection::NotSorting);
    gathering.refuses(F::StopSorting { item: item(2) }, Rejection::NotSorting);
    gathering.is_so_already(F::DiscardSorting { item: item(2) });
    gathering.when(start(&[1, 2, 3], None)).unwrap();
    gathering.when(sort(&gathering, 5, 1, Some(1))).unwrap();
    gathering.leads_to(F::StopSorting { item: item(2) }, vec![Event::SortingStopped { item: item(2) }]);
    gathering.is_so_already(F::StopSorting { item: item(2) });
    gathering.refuses(sort(&gathering, 6, 1, Some(1)), Rejection::NotSorting);
    assert_eq!(under(&gathering, "Samarbeid"), [1], "what was sorted stays");
    gathering.leads_to(F::DiscardSorting { item: item(2) }, vec![Event::SortingDiscarded { item: item(2) }]);
    assert_eq!(under(&gathering, "Samarbeid"), [] as [u32; 0]);
    gathering.when(start(&[1, 2, 3], None)).unwrap();
    gathering.when(F::EndSession).unwrap();
    gathering.refuses(tapped(5, 1, Some(1), 3), Rejection::SessionEnded);
}

#[test]
fn the_most_taps_win_and_a_hasty_one_weighs_less() {
    let mut gathering = sorting();
    let hasty = |who, under| match tapped(who, 4, Some(under), 3) {
        Command::SortAnswer { item, who, answer, theme, shown, .. } => {
            Command::SortAnswer { item, who, answer, theme, shown, weight: 300 }
        }
        other => other,
    };
    gathering.when(hasty(5, 1)).unwrap();
    gathering.when(hasty(6, 1)).unwrap();
    assert_eq!(under(&gathering, "Samarbeid"), [4]);
    gathering.when(sort(&gathering, 7, 4, Some(2))).unwrap();
    assert_eq!(under(&gathering, "Mål"), [4], "one who read outweighs two who did not");
    gathering.when(sort(&gathering, 8, 4, Some(1))).unwrap();
    assert_eq!(under(&gathering, "Samarbeid"), [4]);
}

#[test]
fn one_persons_tap_does_not_carry_an_answer_that_others_have_tapped() {
    let mut gathering =
        sorting().given(sort(&sorting(), 5, 4, Some(1))).given(sort(&sorting(), 6, 4, Some(1)));
    gathering.when(sort(&gathering, 7, 4, Some(2))).unwrap();
    assert_eq!(under(&gathering, "Samarbeid"), [4]);
}

#[test]
fn the_engines_view_decides_between_headings_that_nobody_tapped_apart() {
    let prime = |scores: &[(u32, i64)]| {
        let scores = scores.iter().map(|(id, score)| (theme(*id), *score)).collect();
        Command::PrimeSorting { item: item(2), priors: vec![(answer(4), scores)] }
    };
    let mut gathering = sorting();
    gathering.when(prime(&[(1, 0), (2, 2_000_000), (3, 600_000), (7, 9)])).unwrap();
    assert_eq!(leaning(&gathering, 4), Leaning { best: Some(theme(2)), margin: 1_400_000, taps: 0 });
    assert_eq!(gathering.themes(2).1.len(), 5, "only taps place answers");
    gathering.is_so_already(prime(&[(1, 5), (2, 5), (3, 5)]));
    gathering.when(make("Annet")).unwrap();
    gathering.leads_to(
        prime(&[(1, 1), (2, 2), (3, 3), (4, 4), (9, 9)]),
        vec![Event::SortingPrimed { item: item(2), priors: vec![(answer(4), vec![(theme(4), 4)])] }],
    );
    gathering.when(F::StopSorting { item: item(2) }).unwrap();
    gathering.is_so_already(Command::PrimeSorting { item: item(2), priors: vec![(answer(5), vec![])] });
}

#[test]
fn a_heading_added_later_takes_earlier_none_taps_as_evidence() {
    let mut gathering = sorting();
    gathering.when(sort(&gathering, 5, 4, None)).unwrap();
    gathering.when(sort(&gathering, 6, 4, None)).unwrap();
    gathering.when(sort(&gathering, 5, 3, Some(2))).unwrap();
    assert_eq!(leaning(&gathering, 4).best, None);
    gathering.when(make("Møter")).unwrap();
    assert_eq!(leaning(&gathering, 4).best, Some(theme(4)));
    assert_eq!(leaning(&gathering, 3).best, Some(theme(2)), "where a heading fitted, it still does");
    gathering.when(sort(&gathering, 7, 4, Some(1))).unwrap();
    assert_eq!(leaning(&gathering, 4).best, Some(theme(4)), "one against two");
}

#[test]
fn a_tap_from_before_a_heading_came_says_the_same_whenever_it_arrives() {
    let with_new = sorting().given(make("Møter"));
    let late = tapped(5, 4, None, 3);
    let seen = tapped(6, 4, Some(4), 4);
    let first = with_new.clone().given(late.clone()).given(seen.clone());
    let last = with_new.given(seen).given(late);
    assert_eq!(room(&first), room(&last));
    assert_eq!(leaning(&first, 4).best, Some(theme(4)));
}

#[test]
fn headings_follow_what_a_person_does_to_the_themes_and_its_undo() {
    let mut gathering = sorting();
    let steps: [(F, Vec<(u32, &str)>); 4] = [
        (
            F::RenameTheme { item: item(2), theme: theme(2), label: heading("Retning") },
            vec![(1, "Samarbeid"), (2, "Retning"), (3, "Bemanning")],
        ),
        (make("Møter"), vec![(1, "Samarbeid"), (2, "Retning"), (3, "Bemanning"), (4, "Møter")]),
        (
            F::MergeThemes { item: item(2), from: theme(3), into: theme(1) },
            vec![(1, "Samarbeid"), (2, "Retning"), (4, "Møter")],
        ),
        (F::DissolveTheme { item: item(2), theme: theme(1) }, vec![(2, "Retning"), (4, "Møter")]),
    ];
    let mut seen = vec![vec![(1, "Samarbeid"), (2, "Mål"), (3, "Bemanning")]];
    for (command, expected) in steps {
        gathering.when(command).unwrap();
        assert_eq!(shown(&gathering), expected);
        seen.push(expected);
    }
    for before in seen.iter().rev().skip(1) {
        gathering.when(undo()).unwrap();
        assert_eq!(shown(&gathering), *before);
    }
    for after in seen.iter().skip(1) {
        gathering.when(redo()).unwrap();
        assert_eq!(shown(&gathering), *after);
    }
}

#[test]
fn taps_on_a_merged_heading_count_for_the_one_it_became_part_of() {
    let mut gathering = sorting();
    gathering.when(sort(&gathering, 5, 4, Some(3))).unwrap();
    gathering.when(sort(&gathering, 6, 4, Some(3))).unwrap();
    gathering.when(sort(&gathering, 7, 4, Some(2))).unwrap();
    // The merge places the answer by hand; what the taps say goes on beneath it.
    gathering.when(F::MergeThemes { item: item(2), from: theme(3), into: theme(1) }).unwrap();
    assert_eq!(leaning(&gathering, 4).best, Some(theme(1)));
    gathering.when(tapped(8, 4, Some(3), 3)).unwrap();
    assert_eq!((leaning(&gathering, 4).best, leaning(&gathering, 4).taps), (Some(theme(1)), 4));
    gathering.when(F::DissolveTheme { item: item(2), theme: theme(2) }).unwrap();
    gathering.refuses(tapped(8, 3, Some(2), 3), Rejection::NoSuchTheme);
}

#[test]
fn no_more_headings_come_than_a_phone_can_show() {
    let mut gathering = sorting();
    for number in 4..=SORT_HEADINGS_MAX + 1 {
        gathering.when(make(&format!("Tema {number}"))).unwrap();
    }
    assert_eq!(room(&gathering).headings().len(), SORT_HEADINGS_MAX);
    gathering.when(F::StopSorting { item: item(2) }).unwrap();
    let mut stopped = sorting().given(F::StopSorting { item: item(2) });
    stopped.when(make("Etterpå")).unwrap();
    assert_eq!(shown(&stopped).len(), 3, "after the stop a theme is no heading");
}

#[test]
fn a_persons_placing_is_final_and_needs_no_more_taps() {
    let mut gathering = sorting();
    gathering.when(F::MoveAnswers { item: item(2), answers: answers(&[4]), to: Some(theme(3)) }).unwrap();
    gathering.when(F::MoveAnswers { item: item(2), answers: answers(&[5]), to: None }).unwrap();
    assert_eq!(gathering.question(2).sortable().collect::<Vec<_>>(), answers(&[1, 2, 3]));
    for who in 5..9 {
        gathering.when(sort(&gathering, who, 4, Some(1))).unwrap();
        gathering.when(sort(&gathering, who, 5, Some(1))).unwrap();
    }
    assert_eq!(under(&gathering, "Bemanning"), [4]);
    assert!(gathering.themes(2).1.contains(&5));
}

#[test]
fn a_person_who_places_one_answer_leaves_the_others_of_the_theme_to_the_room() {
    let mut gathering = sorting();
    gathering.when(sort(&gathering, 5, 3, Some(3))).unwrap();
    gathering.when(F::MoveAnswers { item: item(2), answers: answers(&[4]), to: Some(theme(3)) }).unwrap();
    gathering.when(F::MoveAnswers { item: item(2), answers: answers(&[5]), to: Some(theme(3)) }).unwrap();
    assert_eq!(gathering.question(2).sortable().collect::<Vec<_>>(), answers(&[1, 2, 3]));
    for who in 6..9 {
        gathering.when(sort(&gathering, who, 3, Some(1))).unwrap();
    }
    assert_eq!(under(&gathering, "Bemanning"), [4, 5]);
    assert_eq!(under(&gathering, "Samarbeid"), [3]);
}

#[test]
fn an_erased_answer_is_nowhere_in_the_sorting() {
    let mut gathering = sorting();
    gathering.when(sort(&gathering, 5, 3, Some(1))).unwrap();
    gathering.when(sort(&gathering, 5, 4, Some(1))).unwrap();
    let score = vec![(theme(1), 5), (theme(2), 5), (theme(3), 5)];
    gathering.when(Command::PrimeSorting { item: item(2), priors: vec![(answer(3), score)] }).unwrap();
    gathering.when(withdraw(2, 2, 3, 2)).unwrap();
    let state = format!("{:?}", room(&gathering));
    assert!(!state.contains("AnswerId(3)"), "{state}");
    assert_eq!((room(&gathering).taps(), room(&gathering).placed_by(person(5))), (1, 1));
}

#[test]
fn a_reset_takes_the_sorting_with_it_and_its_undo_brings_it_back() {
    let mut gathering = sorting();
    gathering.when(sort(&gathering, 5, 4, Some(1))).unwrap();
    gathering.when(make("Møter")).unwrap();
    let before = room(&gathering).clone();
    gathering.when(F::ResetQuestion { item: item(2) }).unwrap();
    assert_eq!(gathering.question(2).sort, None);
    gathering.refuses(tapped(6, 4, Some(1), 3), Rejection::NotSorting);
    gathering.when(F::UndoReset { item: item(2) }).unwrap();
    assert_eq!(*room(&gathering), before);
    gathering.when(sort(&gathering, 6, 4, Some(4))).unwrap();
    gathering.when(F::ResetQuestion { item: item(2) }).unwrap();
    gathering.when(erase_all()).unwrap();
    let state = format!("{:?}", gathering.question(2));
    assert!(!state.contains("AnswerId(4)") && !state.contains("RoomSort"), "{state}");
}

#[test]
fn a_question_that_becomes_a_ranking_is_not_sorted() {
    let mut gathering = asking();
    for label in ["Samarbeid", "Mål"] {
        gathering.when(make(label)).unwrap();
    }
    gathering.when(start(&[1, 2], None)).unwrap();
    gathering.when(F::ChangeItem { item: item(2), plan: ranking(3, 3) }).unwrap();
    assert_eq!(gathering.question(2).sort, None);
}

#[test]
fn a_tap_weighs_as_one_of_people_who_tap_at_random_a_third_of_the_time() {
    let gathering = sorting().given(sort(&sorting(), 5, 4, Some(2)));
    // With three headings and "none" a random tap hits each with 0.35 / 4.
    let odds: f64 = (0.65 + 0.35 / 4.0) / (0.35 / 4.0);
    let lead = leaning(&gathering, 4).margin as f64 / 1_000_000.0;
    assert!((lead - odds.ln()).abs() < 0.000_01, "{lead} and {}", odds.ln());
}

#[test]
fn the_least_certain_answer_is_next_and_one_that_nobody_placed_never_waits_for_the_engine() {
    let mut gathering = sorting();
    let certain = vec![(theme(1), 9_000_000), (theme(2), 0), (theme(3), 0)];
    let torn = vec![(theme(1), 0), (theme(2), 0), (theme(3), 0)];
    let priors = [1, 2, 3, 4, 5].map(|id| (answer(id), if id == 3 { certain.clone() } else { torn.clone() }));
    gathering.when(Command::PrimeSorting { item: item(2), priors: priors.to_vec() }).unwrap();
    let mut queue = SortQueue::default();
    queue.renew(gathering.question(2), || 7);
    let nothing = |_: AnswerId| false;
    assert_eq!(queue.first(nothing), Some(answer(1)));
    assert_eq!(queue.first(|id| id == answer(1)), Some(answer(2)), "not one's own");
    for held in [1, 2, 4, 5] {
        assert_ne!(queue.first(nothing), Some(answer(3)), "a torn one first");
        queue.hand_out(gathering.question(2), answer(held), 7);
    }
    assert_eq!(queue.first(nothing), Some(answer(3)), "all others are in somebody's hands");
    for placed in [1, 2, 4, 5] {
        gathering.when(sort(&gathering, 9, placed, Some(1))).unwrap();
        queue.take_back(gathering.question(2), answer(placed), 7);
    }
    assert_eq!(queue.first(nothing), Some(answer(3)), "nobody placed it yet");
    gathering.when(remove(2, 3)).unwrap();
    queue.renew(gathering.question(2), || 7);
    assert_ne!(queue.first(nothing), Some(answer(3)), "what is hidden is shown to nobody");
}

#[test]
fn single_answers_come_and_go_in_the_queue_as_if_all_were_looked_through() {
    let mut gathering = sorting();
    let mut updated = SortQueue::default();
    updated.renew(gathering.question(2), || 7);
    let steps: [Command; 4] = [
        give(2, 8, 80, 1, "Kom sent"),
        remove(2, 3).into(),
        restore(2, 3).into(),
        F::MoveAnswers { item: item(2), answers: answers(&[4]), to: None }.into(),
    ];
    for (step, changed) in steps.into_iter().zip([6, 3, 3, 4]) {
        gathering.when(step).unwrap();
        updated.update(gathering.question(2), answer(changed), 7);
        let mut renewed = SortQueue::default();
        renewed.renew(gathering.question(2), || 7);
        for id in (1..=7).map(AnswerId) {
            assert_eq!(updated.contains(id), renewed.contains(id), "{id} after {changed}");
        }
        assert_eq!(updated.first(|_| false), renewed.first(|_| false));
    }
}

#[test]
fn the_ten_least_certain_answers_are_flagged() {
    let mut gathering = sorting();
    gathering.when(sort(&gathering, 5, 4, Some(1))).unwrap();
    gathering.when(sort(&gathering, 6, 3, Some(1))).unwrap();
    gathering.when(sort(&gathering, 7, 3, Some(1))).unwrap();
    let flagged = room(&gathering).uncertain((1..=40).map(AnswerId));
    assert_eq!(flagged.len(), 10);
    assert!(!flagged.contains(&answer(3)) && !flagged.contains(&answer(4)), "{flagged:?}");
}

/// Taps of different people on the answers 1 to 5: person, answer, heading from 0 (none is 4), headings shown, weight.
fn taps() -> impl Strategy<Value = Vec<(u8, u32, u32, u8, u16)>> {
    let tap = (10u8..20, 1u32..6, 0u32..5, 3u8..5, 100u16..=1_000);
    prop::collection::vec(tap, 0..40).prop_map(|mut taps| {
        taps.sort_by_key(|(who, number, ..)| (*who, *number));
        taps.dedup_by_key(|(who, number, ..)| (*who, *number));
        taps
    })
}

fn all_tapped(taps: &[(u8, u32, u32, u8, u16)]) -> Gathering {
    let mut gathering = sorting().given(make("Møter"));
    for (who, number, choice, shown, weight) in taps {
        let theme = (*choice < u32::from(*shown)).then(|| theme(choice + 1));
        let (answer, who) = (answer(*number), person(*who));
        let tap = Command::SortAnswer { item: item(2), who, answer, theme, shown: *shown, weight: *weight };
        gathering = gathering.given(tap);
    }
    gathering
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_order_of_different_peoples_taps_makes_no_difference(
        (taps, shuffled) in taps().prop_flat_map(|taps| (Just(taps.clone()), Just(taps).prop_shuffle())),
    ) {
        let (one, other) = (all_tapped(&taps), all_tapped(&shuffled));
        prop_assert_eq!(room(&one), room(&other));
        prop_assert_eq!(one.themes(2), other.themes(2));
    }

    #[test]
    fn repeated_taps_of_the_same_people_change_nothing(taps in taps(), again in taps()) {
        let once = all_tapped(&taps);
        let mut twice = once.clone();
        for (who, number, choice, shown, _) in again {
            let known = taps.iter().any(|tap| (tap.0, tap.1) == (who, number));
            let under = (choice < u32::from(shown)).then_some(choice + 1);
            if known {
                twice.is_so_already(tapped(who, number, under, shown));
            }
        }
        prop_assert_eq!(room(&once), room(&twice));
    }

    #[test]
    fn no_taps_move_what_a_person_placed(taps in taps(), number in 1u32..6, to in 1u32..5) {
        let mut gathering = sorting().given(make("Møter"));
        let place = F::MoveAnswers { item: item(2), answers: answers(&[number]), to: Some(theme(to)) };
        gathering.when(place).unwrap();
        for (who, number, choice, shown, _) in taps {
            let under = (choice < u32::from(shown)).then_some(choice + 1);
            gathering.when(tapped(who, number, under, shown)).unwrap();
        }
        let arrangement = gathering.question(2).arrangement();
        prop_assert!(arrangement.theme(theme(to)).unwrap().answers.contains(&answer(number)));
    }
}
