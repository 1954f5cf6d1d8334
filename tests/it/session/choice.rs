//! A choice among options: what may be chosen, and what it adds up to.

use plenum::session::{Audience, ChosenOption, TallyView, snapshot};
use serde_json::json;

use super::*;

/// A choice of at most two of four, open; and one of a single answer.
fn chosen() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), choice(4, 2), choice(3, 1)]).given(F::GoTo { item: item(2) })
}

fn choose(who: u8, version: u32, options: &[u8]) -> Command {
    give_content(
        2,
        who,
        u32::from(who),
        version,
        AnswerContent::Choice { chosen: options.to_vec(), other: None },
    )
}

fn counts(gathering: &Gathering) -> Vec<u64> {
    match tally(gathering, Audience::Facilitator) {
        Some(TallyView::Choice { options, .. }) => options.iter().map(|option| option.count).collect(),
        other => panic!("no choice: {other:?}"),
    }
}

#[test]
fn each_option_has_as_many_as_chose_it_and_a_change_counts_anew() {
    let gathering = chosen().given(choose(1, 1, &[0, 2])).given(choose(2, 1, &[2]));
    assert_eq!(counts(&gathering), [1, 0, 2, 0]);
    let gathering = gathering.given(choose(1, 2, &[3]));
    assert_eq!(counts(&gathering), [0, 0, 1, 1]);
    let mut gathering = gathering.given(withdraw(2, 2, 2, 2));
    assert_eq!((counts(&gathering), gathering.question(2).tally.ballots()), (vec![0, 0, 0, 1], 1));
    gathering.when(F::ResetQuestion { item: item(2) }).unwrap();
    assert_eq!(counts(&gathering), [0, 0, 0, 0]);
}

#[test]
fn what_the_settings_do_not_allow_is_refused_each_with_its_own_code() {
    let mut gathering = chosen();
    gathering.refuses(choose(1, 1, &[]), Rejection::ChoiceEmpty);
    gathering.refuses(choose(1, 1, &[0, 1, 2]), Rejection::ChoiceTooMany);
    gathering.refuses(choose(1, 1, &[4]), Rejection::OptionUnknown);
    gathering.refuses(choose(1, 1, &[1, 1]), Rejection::OptionTwice);
    gathering.refuses(give_content(2, 1, 1, 1, text("Svar 1")), Rejection::AnswerOfOtherKind);
    for ask in [choice(1, 1), choice(13, 1), choice(4, 0), choice(4, 5)] {
        gathering.refuses(F::AddItem { plan: ask, index: None }, Rejection::OptionsOutOfBounds);
    }
}

#[test]
fn options_may_be_reworded_and_more_may_be_chosen_once_there_are_answers_but_not_fewer() {
    let mut gathering = chosen().given(choose(1, 1, &[0, 2]));
    let change = |plan: ItemPlan| F::ChangeItem { item: item(2), plan };
    gathering.refuses(change(choice(4, 1)), Rejection::QuestionHasAnswers);
    gathering.refuses(change(choice(5, 2)), Rejection::QuestionHasAnswers);
    gathering.refuses(change(ranking(4, 2)), Rejection::QuestionHasAnswers);
    gathering.when(change(choice(4, 3))).unwrap();
    let options = ["Ja", "Nei", "Kanskje", "Vet ikke"].map(heading).to_vec();
    gathering
        .when(change(asked(Ask::Choice(Choice {
            options,
            most: 3,
            correct: Vec::new(),
            pictures: Vec::new(),
            other: false,
        }))))
        .unwrap();
    assert_eq!(counts(&gathering), [1, 0, 1, 0]);
}

#[test]
fn hidden_results_reach_neither_the_projector_nor_the_phones() {
    let gathering = chosen().given(choose(1, 1, &[0])).given(show(2, ResultsTo::Facilitator));
    let seen = TallyView::Choice {
        options: (0..4).map(|option| ChosenOption { option, count: u64::from(option == 0) }).collect(),
        correct: Vec::new(),
        other: None,
    };
    assert_eq!(tally(&gathering, Audience::Facilitator), Some(seen));
    assert_eq!(tally(&gathering, Audience::Presenter), None);
    assert_eq!(tally(&gathering, Audience::Phone), None);
}

#[test]
fn what_is_right_reaches_the_room_only_once_nobody_can_answer() {
    let solved = |correct: &[u8]| {
        let options = ["Oslo", "Bergen", "Tromsø"].map(heading).to_vec();
        asked(Ask::Choice(Choice {
            options,
            most: 1,
            correct: correct.to_vec(),
            pictures: Vec::new(),
            other: false,
        }))
    };
    let mut gathering = Gathering::of(vec![talk("Velkommen"), solved(&[2])])
        .given(F::GoTo { item: item(2) })
        .given(choose(1, 1, &[2]))
        .given(show(2, ResultsTo::Everyone));
    let correct = |gathering: &Gathering, audience| match tally(gathering, audience) {
        Some(TallyView::Choice { correct, .. }) => correct,
        other => panic!("no choice: {other:?}"),
    };
    let told = |gathering: &Gathering, audience: Audience| {
        serde_json::to_string(&snapshot(&gathering.session, audience))
            .unwrap()
            .matches("\"correct\":[2]")
            .count()
    };
    assert_eq!(correct(&gathering, Audience::Facilitator), [2]);
    for audience in [Audience::Presenter, Audience::Phone] {
        assert_eq!((correct(&gathering, audience), told(&gathering, audience)), (vec![], 0));
    }
    gathering.when(F::CloseQuestion { item: item(2) }).unwrap();
    for audience in [Audience::Presenter, Audience::Phone] {
        assert_eq!((correct(&gathering, audience), told(&gathering, audience)), (vec![2], 1));
    }
    for wrong in [solved(&[3]), solved(&[1, 1]), solved(&[0, 1])] {
        gathering.refuses(F::AddItem { plan: wrong, index: None }, Rejection::OptionsOutOfBounds);
    }
}

#[test]
fn a_choice_is_read_from_the_wire_by_its_own_fields_only() {
    let ask: Ask =
        serde_json::from_value(json!({"type": "choice", "options": ["Ja", "Nei"], "most": 1})).unwrap();
    assert!(matches!(&ask, Ask::Choice(choice) if choice.options.len() == 2));
    for wrong in [
        json!({"type": "choice", "options": ["Ja", "Nei"]}),
        json!({"type": "choice", "options": ["Ja", "Nei"], "most": 1, "top": 1}),
        json!({"type": "choice", "options": ["Ja", "Nei"], "most": 256}),
    ] {
        assert!(serde_json::from_value::<Ask>(wrong.clone()).is_err(), "{wrong}");
    }
}
