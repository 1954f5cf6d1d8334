//! A second round after the room has talked: both rounds beside each other, and how many moved.

use plenum::session::{FirstRoundView, Phase, results};

use super::*;

/// Two choices: one of at most two of four, shown; three have answered it.
fn answered_once() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), choice(4, 2), open_text(1)])
        .given(F::GoTo { item: item(2) })
        .given(show(2, ResultsTo::Everyone))
        .given(choose(1, 1, &[0]))
        .given(choose(2, 1, &[0, 1]))
        .given(choose(3, 1, &[2]))
}

/// A new answer of the second round: phones let those of the first go.
fn choose(who: u8, round: u32, options: &[u8]) -> Command {
    give_content(
        2,
        who,
        u32::from(who) + 10 * round,
        1,
        AnswerContent::Choice { chosen: options.to_vec(), other: None },
    )
}

const START: F = F::StartSecondRound { item: ItemId(2) };
const DROP: F = F::DropSecondRound { item: ItemId(2) };

fn counts_of(view: &TallyView) -> Vec<u64> {
    let TallyView::Choice { options, .. } = view else { panic!("no choice: {view:?}") };
    options.iter().map(|option| option.count).collect()
}

fn counts(gathering: &Gathering) -> Vec<u64> {
    counts_of(&tally(gathering, Audience::Facilitator).unwrap())
}

fn first(gathering: &Gathering, audience: Audience) -> Option<FirstRoundView> {
    snapshot(&gathering.session, audience).into_iter().find_map(|change| match change {
        Change::Tally { first, .. } => first,
        Change::Results { results, .. } => results?.first,
        _ => None,
    })
}

#[test]
fn the_second_round_begins_empty_beside_the_first_and_tells_how_many_moved() {
    let gathering = answered_once().given(START);
    assert_eq!(counts(&gathering), [0, 0, 0, 0]);
    let gathering =
        gathering.given(choose(1, 2, &[1])).given(choose(2, 2, &[1, 0])).given(choose(4, 2, &[1]));
    assert_eq!(counts(&gathering), [1, 3, 0, 0]);
    for audience in [Audience::Phone, Audience::Presenter, Audience::Facilitator] {
        let first = first(&gathering, audience).expect("results are for everyone");
        assert_eq!(counts_of(&first.tally), [2, 1, 1, 0]);
        // The second one chose the same in another order; the fourth was not there before.
        assert_eq!((first.ballots, first.both, first.moved), (3, 2, 1));
    }
    let scripted = results(&gathering.session)[0].first.clone().unwrap();
    assert_eq!((scripted.both, scripted.moved), (2, 1));
    let mut gathering = gathering;
    gathering.when(show(2, ResultsTo::Facilitator)).unwrap();
    assert_eq!(first(&gathering, Audience::Presenter), None, "hidden results hide the first round too");
}

#[test]
fn it_opens_a_closed_question_and_is_there_once() {
    let mut gathering = answered_once().given(F::CloseQuestion { item: item(2) });
    gathering.leads_to(
        START,
        vec![Event::SecondRoundStarted { item: item(2) }, Event::QuestionOpened { item: item(2) }],
    );
    assert_eq!(gathering.question(2).phase, Phase::Open);
    gathering.refuses(START, Rejection::NoSecondRound);
    let mut other = answered_once().given(F::GoTo { item: item(3) }).given(give(3, 1, 1, 1, "Et svar"));
    other.refuses(F::StartSecondRound { item: item(3) }, Rejection::NoSecondRound);
    other.refuses(F::DropSecondRound { item: item(3) }, Rejection::NothingToUndo);
    other.refuses(F::StartSecondRound { item: item(1) }, Rejection::NotAQuestion);
}

#[test]
fn going_back_brings_the_first_answers_back_but_for_those_who_have_answered_anew() {
    let gathering = answered_once().given(START).given(choose(1, 2, &[3])).given(DROP);
    assert_eq!((counts(&gathering), first(&gathering, Audience::Facilitator)), (vec![1, 1, 1, 1], None));
    assert_eq!(gathering.question(2).people(), 3);
}

#[test]
fn a_reset_takes_both_rounds_and_its_undo_brings_both_back() {
    let gathering =
        answered_once().given(START).given(choose(1, 2, &[3])).given(F::ResetQuestion { item: item(2) });
    assert_eq!((counts(&gathering), first(&gathering, Audience::Facilitator)), (vec![0, 0, 0, 0], None));
    let gathering = gathering.given(F::UndoReset { item: item(2) });
    let back = first(&gathering, Audience::Facilitator).unwrap();
    assert_eq!((counts(&gathering), counts_of(&back.tally)), (vec![0, 0, 0, 1], vec![2, 1, 1, 0]));
    assert_eq!((back.both, back.moved), (1, 1));
}

#[test]
fn an_answer_of_the_first_round_that_is_withdrawn_late_is_gone_from_it() {
    let gathering = answered_once().given(START).given(choose(1, 2, &[3])).given(withdraw(2, 1, 11, 2));
    let first = first(&gathering, Audience::Facilitator).unwrap();
    assert_eq!((counts_of(&first.tally), first.both, first.moved), (vec![1, 1, 1, 0], 0, 0));
    assert_eq!(counts(&gathering), [0, 0, 0, 1]);
}

#[test]
fn options_keep_their_places_while_a_first_round_is_there() {
    let mut gathering = answered_once().given(START);
    gathering.refuses(F::ChangeItem { item: item(2), plan: choice(5, 2) }, Rejection::QuestionHasAnswers);
    gathering.when(F::ChangeItem { item: item(2), plan: choice(4, 3) }).unwrap();
    assert_eq!(counts_of(&first(&gathering, Audience::Facilitator).unwrap().tally), [2, 1, 1, 0]);
}
