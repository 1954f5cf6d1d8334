//! Statements on a scale: what may be marked, and what the marks add up to.

use plenum::session::{Audience, ScaledStatement, TallyView};

use super::*;

/// Three statements on a scale of five, open.
fn scaled() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), scales(3, 5)]).given(F::GoTo { item: item(2) })
}

/// Marks of one person; 0 skips.
fn mark(who: u8, version: u32, marks: &[u8]) -> Command {
    let marks = marks.iter().map(|mark| (*mark > 0).then_some(*mark)).collect();
    give_content(2, who, u32::from(who), version, AnswerContent::Scales { marks })
}

fn statements(gathering: &Gathering) -> Vec<ScaledStatement> {
    match tally(gathering, Audience::Facilitator) {
        Some(TallyView::Scales { statements }) => statements,
        other => panic!("no scales: {other:?}"),
    }
}

#[test]
fn mean_and_median_are_of_those_who_did_not_skip() {
    let gathering = [[1, 2, 0], [2, 2, 0], [5, 0, 0], [5, 5, 0]]
        .iter()
        .zip(1..)
        .fold(scaled(), |gathering, (marks, who)| gathering.given(mark(who, 1, marks)));
    let [first, second, third] = statements(&gathering).try_into().unwrap();
    assert_eq!(
        (first.counts.as_slice(), first.marked, first.mean, first.median),
        (&[1, 1, 0, 0, 2][..], 4, 3.25, 3.5)
    );
    assert_eq!((second.marked, second.mean, second.median), (3, 3.0, 2.0));
    assert_eq!((third.counts, third.marked, third.mean, third.median), (vec![0; 5], 0, 0.0, 0.0));
    assert_eq!(gathering.question(2).tally.ballots(), 4);
}

#[test]
fn a_change_counts_anew_and_what_is_withdrawn_no_more() {
    let gathering = scaled().given(mark(1, 1, &[1, 1, 1])).given(mark(1, 2, &[4, 0, 1]));
    let counts = |gathering: &Gathering| -> Vec<u64> {
        statements(gathering).iter().map(|statement| statement.marked).collect()
    };
    assert_eq!(counts(&gathering), [1, 0, 1]);
    assert_eq!(statements(&gathering)[0].mean, 4.0);
    let gathering = gathering.given(withdraw(2, 1, 1, 3));
    assert_eq!(counts(&gathering), [0, 0, 0]);
}

#[test]
fn what_is_no_mark_is_refused_each_with_its_own_code() {
    let mut gathering = scaled();
    gathering.refuses(mark(1, 1, &[1, 2]), Rejection::MarksMismatched);
    gathering.refuses(mark(1, 1, &[1, 2, 6]), Rejection::MarkOutOfRange);
    gathering.refuses(mark(1, 1, &[0, 0, 0]), Rejection::AnswerEmpty);
    for plan in [scales(0, 5), scales(13, 5), scales(3, 1), scales(3, 12)] {
        gathering.refuses(F::AddItem { plan, index: None }, Rejection::ScalesOutOfBounds);
    }
}

#[test]
fn the_scale_stays_once_there_are_marks_and_its_words_may_change() {
    let mut gathering = scaled().given(mark(1, 1, &[1, 2, 3]));
    let change = |plan: ItemPlan| F::ChangeItem { item: item(2), plan };
    gathering.refuses(change(scales(3, 7)), Rejection::QuestionHasAnswers);
    gathering.refuses(change(scales(4, 5)), Rejection::QuestionHasAnswers);
    let statements = ["Ett", "To", "Tre"].map(heading).to_vec();
    let reworded = Scales { statements, steps: 5, low: heading("Nei"), high: heading("Ja") };
    gathering.when(change(asked(Ask::Scales(reworded)))).unwrap();
}
