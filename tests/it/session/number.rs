//! Numbers: which are let in, and what they are like together.

use plenum::session::{Audience, NumberSummary, NumberTally, Rejection, Step, TallyView};
use proptest::prelude::*;
use serde_json::json;

use super::*;

fn amount(value: f64) -> Amount {
    Amount::try_from(value).unwrap()
}

/// A number from 0 to 100 with one decimal, open.
fn numbered() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), number()]).given(F::GoTo { item: item(2) })
}

fn guess(who: u8, version: u32, value: f64) -> Command {
    give_content(2, who, u32::from(who), version, AnswerContent::Number { value: amount(value) })
}

fn guessed(values: &[f64]) -> NumberSummary {
    summary_of(values, None)
}

fn summary_of(values: &[f64], solution: Option<f64>) -> NumberSummary {
    let mut tally = NumberTally::default();
    for value in values {
        tally.count(amount(*value), Step::Add);
    }
    tally.summary(solution.map(amount))
}

#[test]
fn mean_median_and_range_are_those_of_the_numbers() {
    let summary = guessed(&[10.0, 20.0, 20.0, 90.5]);
    assert_eq!((summary.count, summary.mean, summary.median), (4, 35.125, 20.0));
    assert_eq!((summary.least, summary.most), (10.0, 90.5));
    assert_eq!(guessed(&[-5.0, 5.0]).median, 0.0);
    assert_eq!(guessed(&[]), NumberSummary::default());
}

#[test]
fn a_histogram_has_round_edges_or_one_bar_for_each_whole_number() {
    let bars = |values: &[f64]| -> Vec<(f64, f64, u64)> {
        guessed(values).bins.iter().map(|bin| (bin.from, bin.to, bin.count)).collect()
    };
    assert_eq!(bars(&[3.0, 3.0]), [(3.0, 3.0, 2)]);
    assert_eq!(bars(&[1.0, 3.0, 3.0]), [(1.0, 1.0, 1), (2.0, 2.0, 0), (3.0, 3.0, 2)]);
    assert_eq!(bars(&[1.0, 24.0]).first(), Some(&(0.0, 5.0, 1)));
    assert_eq!(bars(&[1.0, 24.0]).last(), Some(&(20.0, 25.0, 1)));
    assert_eq!(bars(&[-120.0, 950.0]).first(), Some(&(-200.0, -100.0, 1)));
}

#[test]
fn the_nearest_guesses_are_told_with_the_right_number() {
    let solved = summary_of(&[30.0, 38.0, 38.0, 50.0], Some(34.0)).solution.unwrap();
    assert_eq!((solved.value, solved.nearest, solved.people), (34.0, vec![30.0, 38.0], 3));
    let solved = summary_of(&[34.0, 35.0], Some(34.0)).solution.unwrap();
    assert_eq!((solved.nearest, solved.people), (vec![34.0], 1));
    assert_eq!(summary_of(&[], Some(34.0)).solution.unwrap().nearest, Vec::<f64>::new());
}

#[test]
fn the_right_number_stays_with_the_facilitator_until_the_question_is_closed() {
    let solution = Some(amount(34.0));
    let plan = asked(Ask::Number(Number { solution, ..Number::default() }));
    let mut gathering = Gathering::of(vec![talk("Velkommen"), plan])
        .given(F::GoTo { item: item(2) })
        .given(guess(1, 1, 30.0))
        .given(show(2, ResultsTo::Everyone));
    let told = |gathering: &Gathering, audience| match tally(gathering, audience) {
        Some(TallyView::Number(summary)) => summary.solution.map(|solved| solved.value),
        other => panic!("no number: {other:?}"),
    };
    assert_eq!(told(&gathering, Audience::Facilitator), Some(34.0));
    for audience in [Audience::Presenter, Audience::Phone] {
        assert_eq!(told(&gathering, audience), None);
        let all = serde_json::to_string(&snapshot(&gathering.session, audience)).unwrap();
        assert!(!all.contains("34"), "{all}");
    }
    gathering.when(F::CloseQuestion { item: item(2) }).unwrap();
    assert_eq!(told(&gathering, Audience::Phone), Some(34.0));
}

#[test]
fn a_number_outside_the_settings_is_refused_each_with_its_own_code() {
    let mut gathering = numbered();
    gathering.refuses(guess(1, 1, -0.1), Rejection::NumberOutOfRange);
    gathering.refuses(guess(1, 1, 100.1), Rejection::NumberOutOfRange);
    gathering.refuses(guess(1, 1, 1.25), Rejection::TooManyDecimals);
    gathering.when(guess(1, 1, 99.5)).unwrap();
    let bound = |value: f64| Some(amount(value));
    for wrong in [
        Number { least: bound(5.0), most: bound(5.0), ..Number::default() },
        Number { decimals: 4, ..Number::default() },
        Number { unit: heading(&"å".repeat(21)), ..Number::default() },
        Number { most: bound(10.0), solution: bound(11.0), ..Number::default() },
        Number { solution: bound(0.5), ..Number::default() },
    ] {
        let plan = asked(Ask::Number(wrong));
        gathering.refuses(F::AddItem { plan, index: None }, Rejection::NumberOutOfBounds);
    }
}

#[test]
fn a_range_may_grow_once_there_are_answers_but_not_shrink() {
    let mut gathering = numbered().given(guess(1, 1, 99.5));
    let with = |least: Option<f64>, most: Option<f64>, decimals: u8| F::ChangeItem {
        item: item(2),
        plan: asked(Ask::Number(Number {
            least: least.map(amount),
            most: most.map(amount),
            decimals,
            ..Number::default()
        })),
    };
    gathering.refuses(with(Some(0.0), Some(99.0), 1), Rejection::QuestionHasAnswers);
    gathering.refuses(with(Some(1.0), Some(100.0), 1), Rejection::QuestionHasAnswers);
    gathering.refuses(with(Some(0.0), Some(100.0), 0), Rejection::QuestionHasAnswers);
    gathering.when(with(None, Some(1_000.0), 2)).unwrap();
}

#[test]
fn a_number_is_read_exactly_or_not_at_all() {
    let read = |value: serde_json::Value| serde_json::from_value::<Amount>(value);
    assert_eq!(read(json!(12.345)).unwrap().thousandths(), 12_345);
    assert_eq!(read(json!(-7)).unwrap().thousandths(), -7_000);
    for wrong in [json!(0.0005), json!(1e10), json!("12"), json!(null)] {
        assert!(read(wrong.clone()).is_err(), "{wrong}");
    }
    assert_eq!(serde_json::to_value(amount(0.1)).unwrap(), json!(0.1));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_number_lies_in_one_bar_and_what_is_taken_away_leaves_no_trace(
        kept in prop::collection::vec(-2_000_000i64..2_000_000, 0..40),
        gone in prop::collection::vec(-2_000_000i64..2_000_000, 0..40),
    ) {
        let mut tally = NumberTally::default();
        for value in kept.iter().chain(&gone) {
            tally.count(Amount::of_thousandths(*value), Step::Add);
        }
        for value in &gone {
            tally.count(Amount::of_thousandths(*value), Step::TakeAway);
        }
        let mut plain = NumberTally::default();
        for value in &kept {
            plain.count(Amount::of_thousandths(*value), Step::Add);
        }
        prop_assert_eq!(&tally, &plain);
        let summary = tally.summary(None);
        prop_assert!(summary.bins.len() <= plenum::session::BINS_MAX);
        let inside = |from: f64, to: f64| {
            let values = kept.iter().map(|value| *value as f64 / 1_000.0);
            values.filter(|value| (from..to).contains(value) || (from == to && *value == from)).count() as u64
        };
        for bin in &summary.bins {
            prop_assert_eq!(bin.count, inside(bin.from, bin.to), "{:?}", bin);
        }
        prop_assert_eq!(summary.bins.iter().map(|bin| bin.count).sum::<u64>(), kept.len() as u64);
        let mut sorted = kept.clone();
        sorted.sort_unstable();
        if let Some(last) = sorted.len().checked_sub(1) {
            let median = (sorted[last / 2] + sorted[sorted.len() / 2]) as f64 / 2_000.0;
            prop_assert!((summary.median - median).abs() < 1e-9);
        }
    }
}
