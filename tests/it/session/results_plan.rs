//! Results that wait: for so many people, or for the facilitator.

use plenum::session::QuestionStatus;

use super::*;

/// A choice whose results show to everyone from three people on; shown now.
fn waiting() -> Gathering {
    let plan = set(choice(3, 1), |question| {
        (question.results.to, question.results.from_people) = (ResultsTo::Everyone, 3);
    });
    Gathering::of(vec![talk("Velkommen"), plan]).given(F::GoTo { item: item(2) })
}

fn chosen(who: u8, version: u32) -> Command {
    give_content(2, who, u32::from(who), version, AnswerContent::Choice { chosen: vec![0], other: None })
}

fn status(gathering: &Gathering) -> QuestionStatus {
    let stage = snapshot(&gathering.session, Audience::Phone).into_iter().find_map(|change| match change {
        Change::Stage { stage } => stage.item?.status,
        _ => None,
    });
    stage.expect("a question is shown")
}

fn shows(gathering: &Gathering) -> [bool; 3] {
    [Audience::Phone, Audience::Presenter, Audience::Facilitator]
        .map(|audience| tally(gathering, audience).is_some())
}

#[test]
fn results_show_when_so_many_have_answered_and_hide_again_when_one_withdraws() {
    let mut gathering = waiting().given(chosen(1, 1)).given(chosen(2, 1));
    assert_eq!((shows(&gathering), status(&gathering).results_wait_for), ([false, false, true], Some(3)));
    // One more, and all screens are told of the question anew.
    let (_, effects) = gathering.step(chosen(3, 1)).unwrap();
    assert!(effects.reloads.contains(&item(2)));
    assert_eq!((shows(&gathering), status(&gathering).results_wait_for), ([true; 3], None));
    // Changing an answer changes nothing of that.
    let (_, effects) = gathering.step(chosen(3, 2)).unwrap();
    assert!(!effects.reloads.contains(&item(2)));
    let gathering = gathering.given(withdraw(2, 3, 3, 3));
    assert_eq!(shows(&gathering), [false, false, true]);
}

#[test]
fn the_facilitator_may_show_them_before_and_keep_them_after() {
    let mut gathering = waiting().given(show(2, ResultsTo::Projector));
    assert_eq!((shows(&gathering), status(&gathering).results_wait_for), ([false, true, true], None));
    gathering.is_so_already(show(2, ResultsTo::Projector));
    let mut gathering = waiting().given(show(2, ResultsTo::Facilitator));
    for who in 1..=4 {
        gathering.when(chosen(who, 1)).unwrap();
    }
    assert_eq!((shows(&gathering), status(&gathering).results_wait_for), ([false, false, true], None));
}

#[test]
fn results_as_planned_show_to_whom_the_plan_names() {
    let to =
        |to| Gathering::of(vec![talk("Velkommen"), set(choice(3, 1), |question| question.results.to = to)]);
    for (planned, seen) in [
        (ResultsTo::Facilitator, [false, false, true]),
        (ResultsTo::Projector, [false, true, true]),
        (ResultsTo::Everyone, [true, true, true]),
    ] {
        let mut gathering = to(planned).given(F::GoTo { item: item(2) });
        assert_eq!(shows(&gathering), seen);
        gathering.is_so_already(show(2, planned));
    }
}
