//! The programme: prepared, changed, run, ended.

use plenum::session::{ClosedBy, Date, Event, Phase, Run, Stage, TimeOfDay};

use super::*;

#[test]
fn a_session_is_created_from_a_plan_that_holds() {
    assert!(create(plan(Vec::new())).is_ok());
    assert_eq!(create(Plan::default()), Err(Rejection::SessionWithoutTitle));
    assert_eq!(create(plan(vec![talk("Pause"); 201])), Err(Rejection::TooManyItems));
    assert!(create(plan(vec![talk("Pause"); 200])).is_ok());
    assert_eq!(create(plan(vec![talk(" ")])), Err(Rejection::ItemWithoutTitle));
}

#[test]
fn an_item_that_does_not_hold_is_refused_wherever_it_comes_from() {
    let mut backwards = talk("Baklengs");
    backwards.starts = Some("12:45".parse::<TimeOfDay>().unwrap());
    backwards.ends = Some("12:15".parse::<TimeOfDay>().unwrap());
    let mut unasked = open_text(1);
    unasked.content = ItemContent::Question(Question::new(
        Paragraph::default(),
        Ask::OpenText(OpenText { answers_max: 1, length_max: 40 }),
    ));
    let limits = |answers_max, length_max| asked(Ask::OpenText(OpenText { answers_max, length_max }));
    let mut same = ranking(3, 3);
    same.content = ItemContent::Question(Question::new(
        Paragraph::parse("Hva?").unwrap(),
        Ask::Ranking(Ranking { options: vec![heading("Ja"), heading("JA")], top: 1 }),
    ));
    let refused = [
        (backwards, Rejection::EndsBeforeStart),
        (unasked, Rejection::QuestionEmpty),
        (limits(0, 40), Rejection::LimitsOutOfBounds),
        (limits(11, 40), Rejection::LimitsOutOfBounds),
        (limits(1, 0), Rejection::LimitsOutOfBounds),
        (limits(1, 2_001), Rejection::LimitsOutOfBounds),
        (ranking(1, 1), Rejection::OptionsOutOfBounds),
        (ranking(13, 1), Rejection::OptionsOutOfBounds),
        (ranking(4, 0), Rejection::OptionsOutOfBounds),
        (ranking(4, 5), Rejection::OptionsOutOfBounds),
        (same, Rejection::OptionsOutOfBounds),
    ];
    for (plan_of_item, rejection) in refused {
        let mut gathering = gathering();
        gathering.refuses(add(plan_of_item.clone(), None), rejection);
        gathering.refuses(change(1, plan_of_item.clone()), rejection);
        assert_eq!(create(plan(vec![plan_of_item])), Err(rejection));
    }
    assert!(create(plan(vec![limits(10, 2_000), ranking(12, 12), ranking(2, 1)])).is_ok());
}

#[test]
fn details_change_but_keep_a_title() {
    let mut gathering = gathering();
    let mut details = gathering.session.details.clone();
    gathering.is_so_already(F::ChangeDetails { details: details.clone() });
    details.date = Some("2026-11-21".parse::<Date>().unwrap());
    gathering
        .leads_to(F::ChangeDetails { details: details.clone() }, vec![Event::DetailsChanged { details }]);
    gathering.refuses(F::ChangeDetails { details: Details::default() }, Rejection::SessionWithoutTitle);
}

#[test]
fn items_are_added_moved_copied_and_deleted_with_undo() {
    let mut gathering = gathering();
    gathering.refuses(F::UndoProgramme, Rejection::NothingToUndo);
    gathering.refuses(F::RedoProgramme, Rejection::NothingToRedo);
    gathering.when(add(talk("Kaffe"), Some(1))).unwrap();
    assert_eq!(items(&gathering), [1, 4, 2, 3]);
    gathering.when(add(talk("Slutt"), Some(99))).unwrap();
    gathering.when(F::MoveItem { item: item(3), index: 0 }).unwrap();
    gathering.is_so_already(F::MoveItem { item: item(5), index: 77 });
    assert_eq!(items(&gathering), [3, 1, 4, 2, 5]);
    gathering.when(F::DuplicateItem { item: item(2) }).unwrap();
    gathering.when(F::DeleteItem { item: item(1) }).unwrap();
    assert_eq!(items(&gathering), [3, 4, 2, 6, 5]);
    assert_eq!(gathering.question(6).phase, Phase::Waiting);
    for expected in [&[3, 1, 4, 2, 6, 5][..], &[3, 1, 4, 2, 5]] {
        gathering.when(F::UndoProgramme).unwrap();
        assert_eq!(items(&gathering), expected);
    }
    gathering.when(F::RedoProgramme).unwrap();
    assert_eq!(items(&gathering), [3, 1, 4, 2, 6, 5]);
    gathering.when(add(talk("Nytt"), None)).unwrap();
    assert_eq!(items(&gathering), [3, 1, 4, 2, 6, 5, 7], "a number is never used again");
    gathering.refuses(F::RedoProgramme, Rejection::NothingToRedo);
}

#[test]
fn commands_name_items_that_exist() {
    let mut gathering = gathering();
    let missing = [
        change(9, talk("Hva")),
        F::MoveItem { item: item(9), index: 0 },
        F::DuplicateItem { item: item(9) },
        F::DeleteItem { item: item(9) },
        F::GoTo { item: item(9) },
        F::OpenQuestion { item: item(9) },
        F::CloseQuestion { item: item(9) },
        show(9, ResultsTo::Everyone),
        F::ResetQuestion { item: item(9) },
    ];
    for command in missing {
        gathering.refuses(command, Rejection::NoSuchItem);
    }
    let not_questions = [
        F::OpenQuestion { item: item(1) },
        F::CloseQuestion { item: item(1) },
        show(1, ResultsTo::Everyone),
        F::UndoReset { item: item(1) },
    ];
    for command in not_questions {
        gathering.refuses(command, Rejection::NotAQuestion);
    }
}

#[test]
fn a_programme_has_an_end() {
    let mut full = Gathering::of(vec![talk("Pause"); 200]);
    full.refuses(add(talk("En til"), None), Rejection::TooManyItems);
    full.refuses(F::DuplicateItem { item: item(1) }, Rejection::TooManyItems);
}

#[test]
fn the_item_shown_now_is_neither_deleted_nor_undone_away() {
    let mut gathering = gathering().given(add(talk("Nytt"), Some(0))).given(F::GoTo { item: item(4) });
    gathering.refuses(F::DeleteItem { item: item(4) }, Rejection::ItemIsCurrent);
    gathering.refuses(F::UndoProgramme, Rejection::ItemIsCurrent);
    gathering.when(F::Next).unwrap();
    gathering.when(F::UndoProgramme).unwrap();
}

#[test]
fn a_question_with_answers_may_change_its_words_only() {
    let mut gathering = answered().given(F::GoTo { item: item(3) });
    gathering.when(rank(3, 1, 1, 1, &[0, 1, 2, 3])).unwrap();
    gathering.when(change(2, open_text(2))).unwrap();
    gathering.is_so_already(change(2, open_text(2)));
    gathering.refuses(change(2, ranking(4, 4)), Rejection::QuestionHasAnswers);
    gathering.refuses(change(2, talk("Foredrag")), Rejection::QuestionHasAnswers);
    gathering.refuses(change(3, ranking(5, 4)), Rejection::QuestionHasAnswers);
    gathering.refuses(change(3, ranking(4, 3)), Rejection::QuestionHasAnswers);
    gathering.refuses(change(3, open_text(1)), Rejection::QuestionHasAnswers);
    let options =
        |names: [&str; 4]| asked(Ask::Ranking(Ranking { options: names.map(heading).to_vec(), top: 4 }));
    let swapped = options(["Tiltak 2", "Tiltak 1", "Tiltak 3", "Tiltak 4"]);
    gathering.refuses(change(3, swapped), Rejection::QuestionHasAnswers);
    let reworded = options(["Tiltak A", "Tiltak 2", "Tiltak 3", "Tiltak 4"]);
    gathering.when(change(3, reworded)).unwrap();
    assert_eq!(gathering.question(3).tally.ballots(), 1);
}

#[test]
fn undoing_a_change_of_kind_is_refused_once_there_are_answers() {
    let mut gathering = gathering()
        .given(change(2, ranking(3, 3)))
        .given(F::GoTo { item: item(2) })
        .given(rank(2, 1, 1, 1, &[2, 1, 0]));
    gathering.refuses(F::UndoProgramme, Rejection::QuestionHasAnswers);
    gathering.when(withdraw(2, 1, 1, 2)).unwrap();
    gathering.when(F::UndoProgramme).unwrap();
    gathering.when(give(2, 1, 2, 1, "Tekst nå")).unwrap();
    gathering.refuses(F::RedoProgramme, Rejection::QuestionHasAnswers);
}

#[test]
fn the_programme_is_run_forwards_and_backwards() {
    let mut gathering = gathering();
    gathering.refuses(F::Back, Rejection::NoPreviousItem);
    gathering.leads_to(F::Next, vec![Event::ItemStarted { item: item(1) }]);
    let first_ms = gathering.now_ms;
    gathering.leads_to(
        F::Next,
        vec![Event::ItemStarted { item: item(2) }, Event::QuestionOpened { item: item(2) }],
    );
    let second_ms = gathering.now_ms;
    gathering.is_so_already(F::GoTo { item: item(2) });
    gathering.when(F::Next).unwrap();
    gathering.refuses(F::Next, Rejection::NoNextItem);
    gathering.when(F::GoTo { item: item(1) }).unwrap();
    gathering.leads_to(F::Back, vec![Event::StageCleared]);
    assert_eq!(gathering.session.stage, Stage::WaitingRoom);
    assert_eq!(gathering.session.started_ms, Some(first_ms));
    let runs = &gathering.session.programme.runs[&item(1)];
    let first = Run { from_ms: first_ms, to_ms: Some(second_ms) };
    assert_eq!((runs.len(), runs[0]), (2, first));
    assert!(runs[1].to_ms.is_some());
}

#[test]
fn results_are_shown_to_whom_the_facilitator_chooses() {
    let mut gathering = asking();
    gathering.is_so_already(show(2, ResultsTo::Projector));
    gathering.leads_to(
        show(2, ResultsTo::Everyone),
        vec![Event::ResultsShown { item: item(2), to: ResultsTo::Everyone }],
    );
}

#[test]
fn an_ended_session_goes_on_where_it_was_when_it_is_reopened() {
    let mut gathering = answered();
    gathering.refuses(F::ReopenSession, Rejection::SessionNotEnded);
    gathering.leads_to(
        F::EndSession,
        vec![Event::QuestionClosed { item: item(2), by: ClosedBy::Leaving }, Event::SessionEnded],
    );
    assert_eq!(gathering.session.ended_ms, Some(gathering.now_ms));
    gathering.is_so_already(F::EndSession);
    for command in [F::Next, F::Back, F::GoTo { item: item(1) }, F::OpenQuestion { item: item(2) }] {
        gathering.refuses(command, Rejection::SessionEnded);
    }
    gathering
        .leads_to(F::ReopenSession, vec![Event::SessionReopened, Event::QuestionOpened { item: item(2) }]);
    assert_eq!(gathering.session.current(), Some(item(2)));
    assert_eq!(gathering.session.ended_ms, None);
    gathering.when(give(2, 4, 8, 1, "Glemte dette")).unwrap();
}

#[test]
fn a_question_closed_by_hand_stays_closed_when_the_session_is_reopened() {
    let mut gathering = answered().given(F::CloseQuestion { item: item(2) }).given(F::EndSession);
    gathering.leads_to(F::ReopenSession, vec![Event::SessionReopened]);
}

#[test]
fn a_reopened_session_shows_the_waiting_room_when_its_item_is_gone() {
    let gathering =
        answered().given(F::EndSession).given(F::DeleteItem { item: item(2) }).given(F::ReopenSession);
    assert_eq!(gathering.session.stage, Stage::WaitingRoom);
}

#[test]
fn a_sealed_session_is_over_for_good_and_what_was_removed_is_erased() {
    let mut gathering = answered().given(remove(2, 3));
    gathering.is_so_already(Command::Seal);
    gathering.when(F::EndSession).unwrap();
    gathering.when(Command::Seal).unwrap();
    assert_eq!(gathering.erasable.len(), 1);
    gathering.is_so_already(Command::Seal);
    gathering.is_so_already(F::EndSession);
    gathering.refuses(F::ReopenSession, Rejection::SessionSealed);
    gathering.refuses(restore(2, 3), Rejection::NoSuchAnswer);
}

fn items(gathering: &Gathering) -> Vec<u32> {
    let items = gathering.session.programme.items().iter();
    items.map(|item| item.id.0).collect()
}

fn add(plan: ItemPlan, index: Option<u32>) -> F {
    F::AddItem { plan, index }
}

fn change(number: u32, plan: ItemPlan) -> F {
    F::ChangeItem { item: item(number), plan }
}
