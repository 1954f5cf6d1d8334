//! Answers: given, sent again, changed, withdrawn, removed, reset, erased.

use plenum::session::{ClosedBy, Event, Phase, own_answers};

use super::*;

#[test]
fn an_answer_is_stored_with_a_number_of_its_own() {
    let mut gathering = asking();
    gathering.leads_to(
        give(2, 1, 1, 1, "Bedre flyt"),
        vec![Event::AnswerGiven {
            item: item(2),
            who: person(1),
            key: key(1),
            version: 1,
            answer: answer(1),
            content: text("Bedre flyt"),
            awaits: false,
            used_ms: None,
        }],
    );
    assert_eq!(gathering.texts(2), ["Bedre flyt"]);
    assert_eq!(gathering.question(2).people(), 1);
}

#[test]
fn a_resent_answer_counts_once_and_names_its_first_position() {
    let mut gathering = answered();
    let position = gathering.question(2).standing[&answer(2)].position;
    assert_eq!(gathering.when(give(2, 1, 2, 1, "Kortere vei")), Ok(Decision::Known(position)));
    assert_eq!(gathering.question(2).standing.len(), 3);
    assert_eq!(gathering.question(2).people(), 2);
}

#[test]
fn a_resend_is_known_even_when_the_question_has_closed_and_the_session_ended() {
    let mut gathering = answered().given(F::CloseQuestion { item: item(2) }).given(F::EndSession);
    assert!(matches!(gathering.when(give(2, 1, 2, 1, "Kortere vei")), Ok(Decision::Known(_))));
}

#[test]
fn a_changed_answer_takes_the_place_of_the_one_before_whose_row_is_erased() {
    let mut gathering = answered();
    let row = gathering.question(2).standing[&answer(1)].position;
    gathering.when(give(2, 1, 1, 2, "Mye bedre flyt")).unwrap();
    assert_eq!(gathering.texts(2), ["Kortere vei", "Felles mål", "Mye bedre flyt"]);
    assert!(gathering.erasable.contains(&row));
    assert!(matches!(gathering.when(give(2, 1, 1, 1, "Bedre flyt")), Ok(Decision::Known(_))));
}

#[test]
fn a_withdrawn_answer_is_gone_and_a_late_resend_does_not_bring_it_back() {
    let mut gathering = answered();
    let row = gathering.question(2).standing[&answer(3)].position;
    gathering.leads_to(
        withdraw(2, 2, 3, 2),
        vec![Event::AnswerWithdrawn {
            item: item(2),
            who: person(2),
            key: key(3),
            version: 2,
            answer: Some(answer(3)),
        }],
    );
    assert_eq!(gathering.question(2).people(), 1);
    assert!(gathering.erasable.contains(&row));
    assert!(matches!(gathering.when(give(2, 2, 3, 1, "Felles mål")), Ok(Decision::Known(_))));
    assert!(matches!(gathering.when(withdraw(2, 2, 3, 2)), Ok(Decision::Known(_))));
    assert_eq!(gathering.texts(2), ["Bedre flyt", "Kortere vei"]);
}

#[test]
fn a_withdrawal_that_overtakes_its_answer_still_wins() {
    let mut gathering = asking().given(withdraw(2, 1, 1, 2));
    assert!(matches!(gathering.when(give(2, 1, 1, 1, "Bedre flyt")), Ok(Decision::Known(_))));
    assert!(gathering.texts(2).is_empty());
}

#[test]
fn a_key_belongs_to_one_person_only() {
    let gathering = answered().given(give(2, 3, 1, 1, "Min egen"));
    assert_eq!(gathering.texts(2).len(), 4);
}

#[test]
fn a_person_gives_no_more_answers_than_the_question_allows() {
    let mut gathering = answered().given(give(2, 1, 4, 1, "Tre"));
    gathering.refuses(give(2, 1, 5, 1, "Fire"), Rejection::AnswersFull);
    gathering.when(give(2, 1, 4, 2, "Tre, endret")).unwrap();
    gathering.when(withdraw(2, 1, 4, 3)).unwrap();
    gathering.when(give(2, 1, 5, 1, "Fire")).unwrap();
}

#[test]
fn an_answer_that_does_not_fit_the_question_is_refused() {
    let mut gathering = asking().given(F::OpenQuestion { item: item(3) });
    gathering.refuses(give(2, 1, 1, 1, "  "), Rejection::AnswerEmpty);
    gathering.refuses(give(2, 1, 1, 1, &"å".repeat(41)), Rejection::AnswerTooLong);
    gathering.when(give(2, 1, 1, 1, &"å".repeat(40))).unwrap();
    gathering.refuses(rank(2, 1, 2, 1, &[0, 1, 2, 3]), Rejection::AnswerOfOtherKind);
    gathering.refuses(give(3, 1, 1, 1, "Tiltak 1"), Rejection::AnswerOfOtherKind);
    for incomplete in [&[0, 1, 2][..], &[0, 1, 2, 2], &[0, 1, 2, 4], &[0, 1, 2, 3, 3], &[]] {
        gathering.refuses(rank(3, 1, 1, 1, incomplete), Rejection::RankingIncomplete);
    }
    gathering.when(rank(3, 1, 1, 1, &[3, 1, 2, 0])).unwrap();
    gathering.refuses(rank(3, 1, 2, 1, &[0, 1, 2, 3]), Rejection::AnswersFull);
}

#[test]
fn answers_are_let_in_only_while_the_question_is_open() {
    let mut gathering = gathering();
    gathering.refuses(give(1, 1, 1, 1, "Hei"), Rejection::NotAQuestion);
    gathering.refuses(give(9, 1, 1, 1, "Hei"), Rejection::NoSuchItem);
    gathering.refuses(give(2, 1, 1, 1, "Hei"), Rejection::QuestionNotOpen);
    gathering.refuses(withdraw(2, 1, 1, 2), Rejection::QuestionNotOpen);
    gathering.when(F::OpenQuestion { item: item(2) }).unwrap();
    gathering.when(give(2, 1, 1, 1, "Hei")).unwrap();
    gathering.when(F::CloseQuestion { item: item(2) }).unwrap();
    gathering.refuses(give(2, 1, 1, 2, "Hei igjen"), Rejection::QuestionClosed);
    gathering.refuses(withdraw(2, 1, 1, 2), Rejection::QuestionClosed);
    gathering.when(F::OpenQuestion { item: item(2) }).unwrap();
    gathering.when(F::EndSession).unwrap();
    gathering.refuses(give(2, 1, 1, 2, "Hei igjen"), Rejection::SessionEnded);
    gathering.refuses(withdraw(2, 1, 1, 2), Rejection::SessionEnded);
}

#[test]
fn a_question_that_was_deleted_takes_no_answers() {
    let mut gathering =
        answered().given(F::OpenQuestion { item: item(3) }).given(F::DeleteItem { item: item(3) });
    gathering.refuses(rank(3, 1, 1, 1, &[0, 1, 2, 3]), Rejection::NoSuchItem);
}

#[test]
fn a_person_cannot_begin_or_change_answers_without_end() {
    let mut gathering = asking();
    for number in 1..=100 {
        gathering.when(give(2, 1, number, 1, "Igjen")).unwrap();
        gathering.when(withdraw(2, 1, number, 2)).unwrap();
    }
    gathering.refuses(give(2, 1, 101, 1, "Igjen"), Rejection::TooManyChanges);
    gathering.refuses(withdraw(2, 1, 101, 1), Rejection::TooManyChanges);
    gathering.when(give(2, 2, 101, 1_000, "En annen")).unwrap();
    gathering.refuses(give(2, 2, 101, 1_001, "En annen"), Rejection::TooManyChanges);
}

#[test]
fn a_session_holds_exactly_as_many_answers_as_it_may() {
    for answers_max in [1, 2, 5] {
        let mut gathering = asking();
        gathering.limits.answers_max = answers_max;
        for number in 1..=answers_max {
            gathering.when(give(2, number as u8, number, 1, "Plass")).unwrap();
        }
        gathering.refuses(give(2, 9, 9, 1, "Fullt"), Rejection::TooManyAnswers);
        gathering.refuses(give(2, 1, 1, 2, "Endret"), Rejection::TooManyAnswers);
        gathering.when(withdraw(2, 1, 1, 2)).unwrap();
    }
}

#[test]
fn people_join_once_while_there_is_room() {
    let mut gathering = gathering();
    gathering.limits.participants_max = 2;
    gathering.leads_to(Command::Join { who: person(1) }, vec![Event::ParticipantJoined { who: person(1) }]);
    gathering.is_so_already(Command::Join { who: person(1) });
    gathering.when(Command::Join { who: person(2) }).unwrap();
    gathering.refuses(Command::Join { who: person(3) }, Rejection::SessionFull);
}

#[test]
fn a_closed_door_lets_in_those_who_have_joined_and_nobody_more_until_it_opens() {
    let mut gathering = gathering().given(Command::Join { who: person(1) }).given(F::SetDoor { open: false });
    gathering.is_so_already(F::SetDoor { open: false });
    gathering.is_so_already(Command::Join { who: person(1) });
    gathering.refuses(Command::Join { who: person(2) }, Rejection::DoorClosed);
    let mut gathering = gathering.given(F::SetDoor { open: true });
    gathering.when(Command::Join { who: person(2) }).unwrap();
    assert_eq!(gathering.session.joined(), 2);
    gathering.is_so_already(Command::Join { who: person(2) });
    assert_eq!(gathering.session.joined(), 2);
    gathering.when(F::EndSession).unwrap();
    gathering.is_so_already(Command::Join { who: person(1) });
    gathering.refuses(Command::Join { who: person(3) }, Rejection::SessionEnded);
}

#[test]
fn a_removed_answer_comes_back_until_it_is_erased() {
    let mut gathering = answered().given(remove(2, 1));
    assert_eq!(gathering.texts(2), ["Kortere vei", "Felles mål"]);
    gathering.is_so_already(remove(2, 1));
    gathering.when(restore(2, 1)).unwrap();
    gathering.is_so_already(restore(2, 1));
    assert_eq!(gathering.texts(2), ["Bedre flyt", "Kortere vei", "Felles mål"]);

    gathering.when(remove(2, 1)).unwrap();
    let removed_ms = gathering.now_ms;
    gathering.is_so_already(Command::EraseRemoved { before_ms: removed_ms });
    let row = gathering.question(2).removed[&answer(1)].0.position;
    gathering.when(Command::EraseRemoved { before_ms: removed_ms + 1 }).unwrap();
    assert!(gathering.erasable.contains(&row));
    gathering.refuses(restore(2, 1), Rejection::NoSuchAnswer);
    gathering.refuses(remove(2, 1), Rejection::NoSuchAnswer);
    gathering.is_so_already(erase_all());
    assert!(matches!(gathering.when(give(2, 1, 1, 1, "Bedre flyt")), Ok(Decision::Known(_))));
}

#[test]
fn a_removed_answer_does_not_come_back_over_another_in_its_place() {
    let mut gathering = Gathering::of(vec![open_text(1)])
        .given(F::Next)
        .given(give(1, 1, 1, 1, "Første"))
        .given(remove(1, 1))
        .given(give(1, 1, 2, 1, "Andre"));
    gathering.refuses(restore(1, 1), Rejection::AnswersFull);
}

#[test]
fn a_removal_names_an_answer_of_the_question() {
    let mut gathering = answered();
    gathering.refuses(remove(2, 9), Rejection::NoSuchAnswer);
    gathering.refuses(remove(1, 1), Rejection::NotAQuestion);
    gathering.refuses(remove(9, 1), Rejection::NoSuchItem);
    gathering.refuses(restore(2, 9), Rejection::NoSuchAnswer);
    gathering.refuses(restore(1, 1), Rejection::NotAQuestion);
}

#[test]
fn a_reset_takes_all_answers_away_and_can_be_undone() {
    let mut gathering = answered();
    let round = gathering.question(2).round;
    gathering.when(F::ResetQuestion { item: item(2) }).unwrap();
    assert!(gathering.texts(2).is_empty());
    assert_eq!(gathering.question(2).people(), 0);
    assert!(gathering.question(2).round > round);
    assert!(own_answers(&gathering.session, item(2), person(1)).is_empty());
    gathering.is_so_already(F::ResetQuestion { item: item(2) });
    gathering.when(give(2, 3, 9, 1, "Ny")).unwrap();
    gathering.when(F::UndoReset { item: item(2) }).unwrap();
    assert_eq!(gathering.texts(2), ["Bedre flyt", "Kortere vei", "Felles mål", "Ny"]);
    assert_eq!(gathering.question(2).people(), 3);
    gathering.refuses(F::UndoReset { item: item(2) }, Rejection::NothingToUndo);
    gathering.refuses(F::ResetQuestion { item: item(1) }, Rejection::NotAQuestion);
    gathering.refuses(F::UndoReset { item: item(9) }, Rejection::NoSuchItem);
}

#[test]
fn who_has_answered_anew_keeps_the_new_answer_when_a_reset_is_undone() {
    let mut gathering = Gathering::of(vec![open_text(1)])
        .given(F::Next)
        .given(give(1, 1, 1, 1, "Gammel"))
        .given(give(1, 2, 2, 1, "Andres"))
        .given(F::ResetQuestion { item: item(1) })
        .given(give(1, 1, 3, 1, "Ny"));
    gathering.when(F::UndoReset { item: item(1) }).unwrap();
    assert_eq!(gathering.texts(1), ["Andres", "Ny"]);

    let mut all_anew = Gathering::of(vec![open_text(1)])
        .given(F::Next)
        .given(give(1, 1, 1, 1, "Gammel"))
        .given(F::ResetQuestion { item: item(1) })
        .given(give(1, 1, 3, 1, "Ny"));
    all_anew.refuses(F::UndoReset { item: item(1) }, Rejection::NothingToUndo);
    assert_eq!(all_anew.texts(1), ["Ny"]);
}

#[test]
fn a_second_reset_erases_what_the_first_took_away() {
    let mut gathering = answered().given(F::ResetQuestion { item: item(2) });
    gathering.when(give(2, 3, 9, 1, "Ny")).unwrap();
    gathering.when(F::ResetQuestion { item: item(2) }).unwrap();
    assert_eq!(gathering.erasable.len(), 3);
    gathering.when(F::UndoReset { item: item(2) }).unwrap();
    assert_eq!(gathering.texts(2), ["Ny"]);
}

#[test]
fn a_reset_that_was_erased_can_no_longer_be_undone() {
    let mut gathering = answered().given(F::ResetQuestion { item: item(2) });
    gathering.when(erase_all()).unwrap();
    assert!(!gathering.question(2).can_undo_reset());
    gathering.refuses(F::UndoReset { item: item(2) }, Rejection::NothingToUndo);
    assert_eq!(gathering.erasable.len(), 3);
    gathering.is_so_already(erase_all());
}

#[test]
fn the_answers_of_a_deleted_question_come_back_with_it_until_they_are_erased() {
    let mut gathering = answered().given(F::Next).given(F::DeleteItem { item: item(2) });
    gathering.when(F::UndoProgramme).unwrap();
    assert_eq!(gathering.texts(2).len(), 3);
    gathering.when(F::RedoProgramme).unwrap();
    gathering.when(erase_all()).unwrap();
    gathering.is_so_already(erase_all());
    gathering.when(F::UndoProgramme).unwrap();
    assert!(gathering.texts(2).is_empty());
    assert_eq!(gathering.erasable.len(), 3);
}

#[test]
fn the_headings_of_a_deleted_question_are_erased_with_its_answers() {
    let mut gathering = answered()
        .given(suggest(2, &[(None, "Flyt", &[1, 2])]))
        .given(F::Next)
        .given(F::DeleteItem { item: item(2) });
    let row = gathering
        .log
        .iter()
        .position(|recorded| matches!(recorded.event, Event::ThemesSuggested { .. }))
        .unwrap() as u64
        + 1;
    gathering.when(erase_all()).unwrap();
    assert!(gathering.erasable.contains(&row));
    gathering.is_so_already(erase_all());
}

#[test]
fn a_question_closed_by_leaving_opens_again_and_one_closed_by_hand_does_not() {
    let mut gathering = answered().given(F::Next);
    assert_eq!(gathering.question(2).phase, Phase::Closed(ClosedBy::Leaving));
    gathering.when(F::Back).unwrap();
    assert_eq!(gathering.question(2).phase, Phase::Open);
    gathering.is_so_already(F::OpenQuestion { item: item(2) });
    gathering.when(F::CloseQuestion { item: item(2) }).unwrap();
    gathering.is_so_already(F::CloseQuestion { item: item(2) });
    gathering.when(F::Next).unwrap();
    gathering.when(F::Back).unwrap();
    assert_eq!(gathering.question(2).phase, Phase::Closed(ClosedBy::Hand));
}

#[test]
fn a_phone_is_told_of_its_own_answers_alone() {
    let gathering = answered().given(remove(2, 1));
    let own = own_answers(&gathering.session, item(2), person(1));
    let contents: Vec<_> = own.iter().map(|own| own.content.clone()).collect();
    assert_eq!(contents, [None, Some(text("Kortere vei"))]);
    assert!(own_answers(&gathering.session, item(2), person(9)).is_empty());
    assert!(own_answers(&gathering.session, item(9), person(1)).is_empty());
}

#[test]
fn the_time_of_what_people_do_is_kept_to_the_minute() {
    let gathering = answered();
    for recorded in &gathering.log {
        if recorded.event.is_participants() {
            assert_eq!(recorded.at_ms % 60_000, 0);
        }
    }
    let before_1970 = Recorded::new(-1, Event::ParticipantJoined { who: person(1) });
    assert_eq!(before_1970.at_ms, -60_000);
}
