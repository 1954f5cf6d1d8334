//! People take a stand on each other's answers: who may vote on what, what unites and what divides, and who sees it.

use plenum::session::{Stand, StandCounts, Statements, StatementsView};
use proptest::prelude::*;

use super::*;
use Stand::{Agree, Disagree, Pass};

/// Three answers, 1 and 2 of the first person and 3 of the second, on which people vote.
fn voting() -> Gathering {
    answered().given(start(None))
}

fn start(each: Option<u8>) -> F {
    F::StartStatements { item: item(2), each }
}

fn stop() -> F {
    F::StopStatements { item: item(2) }
}

/// The name under which a person votes.
fn voter(who: u8) -> Pseudonym {
    Pseudonym([0x10 + who; 16])
}

fn vote(who: u8, number: u32, version: u32, stand: Stand) -> Command {
    Command::TakeStand {
        item: item(2),
        who: voter(who),
        author: Some(person(who)),
        statement: answer(number),
        version,
        stand,
    }
}

fn statements(gathering: &Gathering) -> &Statements {
    gathering.question(2).statements.as_ref().expect("people vote")
}

fn counts(gathering: &Gathering, number: u32) -> (u32, u32, u32) {
    let StandCounts { agree, disagree, pass } = statements(gathering).counts(answer(number));
    (agree, disagree, pass)
}

fn seen(gathering: &Gathering, audience: Audience) -> Option<StatementsView> {
    snapshot(&gathering.session, audience).into_iter().find_map(|change| match change {
        Change::Statements { item: of, statements } if of == item(2) => statements,
        _ => None,
    })
}

#[test]
fn people_begin_to_vote_stop_and_go_on() {
    let mut gathering = answered();
    gathering.leads_to(start(Some(3)), vec![Event::StatementsStarted { item: item(2), each: Some(3) }]);
    gathering.is_so_already(start(Some(3)));
    gathering.when(vote(5, 1, 1, Agree)).unwrap();
    gathering.leads_to(stop(), vec![Event::StatementsStopped { item: item(2) }]);
    gathering.is_so_already(stop());
    gathering.leads_to(start(None), vec![Event::StatementsStarted { item: item(2), each: None }]);
    assert_eq!(
        (counts(&gathering, 1), statements(&gathering).each),
        ((1, 0, 0), None),
        "what was said stays"
    );
}

#[test]
fn a_vote_needs_two_answers_of_an_open_question_that_the_room_may_see() {
    let mut gathering = answered();
    let of = |number| F::StartStatements { item: item(number), each: None };
    gathering.refuses(of(1), Rejection::NotAQuestion);
    gathering.refuses(of(3), Rejection::NotOpenText);
    gathering.refuses(of(9), Rejection::NoSuchItem);
    for each in [0, 1, 2, 31] {
        gathering.refuses(start(Some(each)), Rejection::StatementsEachOutOfBounds);
    }
    gathering.refuses(stop(), Rejection::NotTakingStands);
    gathering.when(remove(2, 1)).unwrap();
    let mut hidden = gathering.clone().given(F::MakeTheme {
        item: item(2),
        label: heading("Flyt"),
        answers: answers(&[2]),
    });
    hidden.when(F::HideTheme { item: item(2), theme: theme(1) }).unwrap();
    hidden.refuses(start(None), Rejection::TooFewStatements);
    gathering.when(start(None)).unwrap();
    gathering.when(F::EndSession).unwrap();
    gathering.refuses(start(None), Rejection::SessionEnded);
    asking().refuses(start(None), Rejection::TooFewStatements);
}

#[test]
fn answers_that_wait_for_the_facilitator_are_no_statements() {
    let plan = moderated(open_text(3), Moderation::All);
    let mut gathering = Gathering::of(vec![talk("Velkommen"), plan]).given(F::GoTo { item: item(2) });
    for number in 1..=3 {
        gathering.when(give(2, number, u32::from(number), 1, "Venter")).unwrap();
    }
    gathering.refuses(start(None), Rejection::TooFewStatements);
    let approve = F::ApproveAnswers { item: item(2), answers: answers(&[1, 2]) };
    let mut gathering = gathering.given(approve).given(start(None));
    gathering.refuses(vote(5, 3, 1, Agree), Rejection::NoSuchStatement);
}

#[test]
fn a_vote_is_kept_to_the_minute_under_a_name_of_its_own() {
    let mut gathering = voting();
    gathering.leads_to(
        vote(2, 1, 1, Disagree),
        vec![Event::StandTaken {
            item: item(2),
            who: voter(2),
            statement: answer(1),
            version: 1,
            stand: Disagree,
        }],
    );
    let row = gathering.log.last().unwrap();
    assert_eq!(row.at_ms % 60_000, 0);
    let written = serde_json::to_string(row).unwrap();
    assert!(!written.contains(&String::from(person(2))), "nothing ties it to the answers of the same person");
}

#[test]
fn nobody_votes_on_the_own_statement_on_none_or_on_more_than_asked_for() {
    let mut gathering = voting();
    gathering.refuses(vote(1, 2, 1, Agree), Rejection::OwnStatement);
    gathering.refuses(vote(5, 9, 1, Agree), Rejection::NoSuchStatement);
    let mut gathering = gathering.given(give(2, 3, 4, 1, "Faste møter")).given(start(Some(3)));
    for number in 1..=3 {
        gathering.when(vote(5, number, 1, Pass)).unwrap();
    }
    gathering.refuses(vote(5, 4, 1, Agree), Rejection::StandsGiven);
    gathering.when(vote(5, 1, 2, Agree)).unwrap();
    assert_eq!(counts(&gathering, 1), (1, 0, 0), "a mind can still be changed");
}

#[test]
fn no_vote_counts_before_the_start_after_the_stop_or_after_the_end() {
    let mut gathering = answered();
    gathering.refuses(vote(5, 1, 1, Agree), Rejection::NotTakingStands);
    let mut gathering = gathering.given(start(None)).given(vote(5, 1, 1, Agree)).given(stop());
    gathering.refuses(vote(5, 2, 1, Agree), Rejection::NotTakingStands);
    gathering.is_so_already(vote(5, 1, 1, Disagree));
    gathering.when(start(None)).unwrap();
    gathering.when(F::EndSession).unwrap();
    gathering.refuses(vote(5, 2, 1, Agree), Rejection::SessionEnded);
    gathering.is_so_already(vote(5, 1, 1, Agree));
}

#[test]
fn the_last_vote_of_a_person_counts_and_an_older_one_changes_nothing() {
    let mut gathering = voting().given(vote(5, 1, 1, Agree)).given(vote(5, 1, 3, Pass));
    gathering.is_so_already(vote(5, 1, 2, Disagree));
    gathering.is_so_already(vote(5, 1, 3, Agree));
    assert_eq!((counts(&gathering, 1), statements(&gathering).people()), ((0, 0, 1), 1));
    gathering.refuses(vote(5, 1, 21, Agree), Rejection::TooManyChanges);
}

#[test]
fn phones_do_one_thing_at_a_time() {
    let make = |label: &str| F::MakeTheme { item: item(2), label: heading(label), answers: vec![] };
    let sort = F::StartSorting { item: item(2), themes: vec![theme(1), theme(2)], each: None };
    let mut gathering = voting().given(make("Flyt")).given(make("Mål")).given(sort);
    assert!(!statements(&gathering).running);
    gathering.when(start(None)).unwrap();
    assert!(!gathering.question(2).sort.as_ref().unwrap().running);
    gathering.when(F::StartPiling { item: item(2), each: None }).unwrap();
    assert!(!statements(&gathering).running);
    gathering.when(start(None)).unwrap();
    assert!(!gathering.question(2).piles.as_ref().unwrap().running);
    gathering.when(F::ResumeSorting { item: item(2), each: None }).unwrap();
    assert!(!statements(&gathering).running);
}

#[test]
fn a_removed_statement_goes_with_its_votes_and_comes_back_with_them() {
    let mut gathering = voting().given(vote(5, 1, 1, Agree)).given(vote(6, 3, 1, Disagree));
    let votes = |gathering: &Gathering| {
        let view = seen(gathering, Audience::Facilitator).unwrap();
        (view.votes, view.statements)
    };
    assert_eq!(votes(&gathering), (2, 3));
    gathering.when(remove(2, 1)).unwrap();
    assert_eq!(votes(&gathering), (1, 2));
    gathering.refuses(vote(6, 1, 1, Agree), Rejection::NoSuchStatement);
    gathering.when(restore(2, 1)).unwrap();
    assert_eq!(votes(&gathering), (2, 3));
    let gathering = gathering.given(remove(2, 1)).given(erase_all());
    assert_eq!((votes(&gathering), statements(&gathering).people()), ((1, 2), 1), "erased for good");
}

#[test]
fn a_reset_takes_the_votes_away_and_its_undoing_brings_them_back() {
    let gathering = voting().given(vote(5, 1, 1, Agree)).given(F::ResetQuestion { item: item(2) });
    assert_eq!(gathering.question(2).statements, None);
    let gathering = gathering.given(F::UndoReset { item: item(2) });
    assert_eq!(counts(&gathering, 1), (1, 0, 0));
}

#[test]
fn a_clear_majority_unites_and_two_real_sides_divide() {
    let kind = |agree, disagree, pass| {
        let counts = StandCounts { agree, disagree, pass };
        (counts.unites().is_some(), counts.divides().is_some())
    };
    assert_eq!(kind(2, 0, 0), (false, false), "two votes say nothing");
    assert_eq!(kind(3, 0, 0), (true, false));
    assert_eq!(kind(0, 3, 0), (true, false), "all against unites too");
    assert_eq!(kind(6, 0, 4), (true, false));
    assert_eq!(kind(5, 0, 4), (false, false), "too many passed");
    assert_eq!(kind(2, 1, 0), (true, false), "one person does not divide a room");
    assert_eq!(kind(4, 2, 0), (false, true), "66 % agree, but 33 % is a side of its own");
    assert_eq!(kind(14, 5, 0), (true, false));
    assert_eq!(kind(7, 3, 0), (false, true));
    assert_eq!(kind(1, 1, 20), (false, false));
    assert_eq!(kind(2, 2, 20), (false, true));
}

#[test]
fn what_many_have_had_a_say_in_stands_above_the_same_share_of_few() {
    let mut gathering = voting();
    for who in 5..15 {
        gathering.when(vote(who, 1, 1, Agree)).unwrap();
    }
    for who in 5..9 {
        gathering.when(vote(who, 2, 1, Agree)).unwrap();
        gathering.when(vote(who, 3, 1, if who % 2 == 0 { Agree } else { Disagree })).unwrap();
    }
    let results = seen(&gathering, Audience::Presenter).unwrap().results.unwrap();
    assert_eq!((results.unites, results.divides), (answers(&[1, 2]), answers(&[3])));
    assert_eq!(results.counts.iter().map(|one| one.id).collect::<Vec<_>>(), answers(&[1, 2, 3]));
    let view = seen(&gathering, Audience::Presenter).unwrap();
    assert_eq!((view.people, view.votes, view.statements, view.weighed), (10, 18, 3, 1));
}

#[test]
fn the_projector_is_told_how_far_it_has_come_but_nothing_of_a_hidden_result() {
    let shared = |gathering: &Gathering| {
        let changes = snapshot(&gathering.session, Audience::Phone);
        changes.into_iter().find_map(|change| match change {
            Change::Results { results, .. } => results.and_then(|results| results.statements),
            _ => None,
        })
    };
    let mut gathering = voting().given(show(2, ResultsTo::Facilitator));
    for who in 5..9 {
        gathering.when(vote(who, 1, 1, Agree)).unwrap();
    }
    let told = seen(&gathering, Audience::Presenter).unwrap();
    assert_eq!((told.people, told.votes, told.results), (4, 4, None));
    assert!(seen(&gathering, Audience::Facilitator).unwrap().results.is_some());
    let (_, effects) = gathering.step(vote(9, 1, 1, Agree)).unwrap();
    let news =
        serde_json::to_string(&plenum::session::changes(&gathering.session, Audience::Presenter, &effects));
    assert!(!news.unwrap().contains("agree"));
    assert!(plenum::session::changes(&gathering.session, Audience::Phone, &effects).is_empty());
    gathering.when(show(2, ResultsTo::Projector)).unwrap();
    assert!(shared(&gathering).is_none());
    gathering.when(show(2, ResultsTo::Everyone)).unwrap();
    let shared = shared(&gathering).unwrap();
    assert_eq!((shared.people, shared.unites[0].text.as_str()), (5, "Bedre flyt"));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_order_and_repetition_of_votes_counts_the_same(
        votes in prop::collection::vec((5u8..9, 1u32..4, 1u32..5, 0u8..3), 1..40),
        order in any::<u64>(),
    ) {
        let stands = [Agree, Disagree, Pass];
        // A phone's step on a statement says one thing, however often it is sent.
        let stand = |who: u8, number: u32, version: u32| {
            stands[(usize::from(who) + number as usize * 7 + version as usize * 5) % 3]
        };
        let mut straight = voting();
        for (who, number, version, _) in &votes {
            straight.when(vote(*who, *number, *version, stand(*who, *number, *version))).unwrap();
        }
        let mut shuffled = votes.clone();
        shuffled.extend(votes.iter().filter(|(_, _, _, again)| *again > 0));
        shuffled.sort_by_key(|(who, number, version, again)| {
            (u64::from(*who) * 31 + u64::from(*number) * 17 + u64::from(*version) * 13 + u64::from(*again)) ^ order
        });
        let mut other = voting();
        for (who, number, version, _) in &shuffled {
            other.when(vote(*who, *number, *version, stand(*who, *number, *version))).unwrap();
        }
        prop_assert_eq!(statements(&straight), statements(&other));
    }
}
