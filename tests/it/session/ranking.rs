//! The tally of rankings, against published figures.

use plenum::session::{RankingTally, Tally, TallyView};
use proptest::prelude::*;

use super::*;

/// The voters of Tennessee choose a capital: Memphis 42 %, Nashville 26 %, Chattanooga 15 %, Knoxville 17 %, each
/// ranking the cities by distance (<https://en.wikipedia.org/wiki/Borda_count>).
#[test]
fn tennessee_chooses_nashville() {
    const MEMPHIS: u8 = 0;
    const NASHVILLE: u8 = 1;
    const CHATTANOOGA: u8 = 2;
    const KNOXVILLE: u8 = 3;
    let mut tally = RankingTally::new(4);
    for (voters, order) in [
        (42, [MEMPHIS, NASHVILLE, CHATTANOOGA, KNOXVILLE]),
        (26, [NASHVILLE, CHATTANOOGA, KNOXVILLE, MEMPHIS]),
        (15, [CHATTANOOGA, KNOXVILLE, NASHVILLE, MEMPHIS]),
        (17, [KNOXVILLE, CHATTANOOGA, NASHVILLE, MEMPHIS]),
    ] {
        for _ in 0..voters {
            tally.add(&order);
        }
    }
    let ranked: Vec<(u8, f64, f64, u64)> = tally
        .ranked()
        .into_iter()
        .map(|option| (option.option, option.points, option.mean_position, option.firsts))
        .collect();
    assert_eq!(
        ranked,
        [
            (NASHVILLE, 194.0, 2.06, 26),
            (CHATTANOOGA, 173.0, 2.27, 15),
            (MEMPHIS, 126.0, 2.74, 42),
            (KNOXVILLE, 107.0, 2.93, 17),
        ]
    );
}

#[test]
fn options_left_out_of_a_top_two_share_the_places_that_are_left() {
    let mut tally = RankingTally::new(5);
    tally.add(&[4, 0]);
    let points: Vec<(u8, f64, f64)> = tally
        .ranked()
        .into_iter()
        .map(|option| (option.option, option.points, option.mean_position))
        .collect();
    assert_eq!(points, [(4, 4.0, 1.0), (0, 3.0, 2.0), (1, 1.0, 4.0), (2, 1.0, 4.0), (3, 1.0, 4.0)]);
}

#[test]
fn without_ballots_options_stand_in_the_order_of_the_question() {
    let ranked = RankingTally::new(3).ranked();
    let options: Vec<u8> = ranked.iter().map(|option| option.option).collect();
    assert_eq!(options, [0, 1, 2]);
    assert!(ranked.iter().all(|option| option.points == 0.0 && option.mean_position == 0.0));
}

#[test]
fn a_changed_ballot_counts_in_its_new_order_only() {
    let mut gathering = gathering()
        .given(F::GoTo { item: item(3) })
        .given(rank(3, 1, 1, 1, &[0, 1, 2, 3]))
        .given(rank(3, 2, 2, 1, &[0, 1, 2, 3]))
        .given(rank(3, 1, 1, 2, &[3, 2, 1, 0]));
    let ranked = |gathering: &Gathering| match gathering.question(3).tally.view() {
        Some(TallyView::Ranking { options }) => options,
        other => panic!("no ranking: {other:?}"),
    };
    assert_eq!(gathering.question(3).tally.ballots(), 2);
    assert!(ranked(&gathering).iter().all(|option| option.points == 3.0));
    gathering.when(withdraw(3, 1, 1, 3)).unwrap();
    assert_eq!(ranked(&gathering)[0].points, 3.0);
    gathering.when(remove(3, 2)).unwrap();
    assert_eq!(gathering.question(3).tally, Tally::Ranking(RankingTally::new(4)));
}

/// Ballots over so many options, each ordering its first few.
fn ballots() -> impl Strategy<Value = (usize, Vec<Vec<u8>>)> {
    (2usize..=12, 1usize..=12).prop_flat_map(|(options, top)| {
        let order = Just((0..options as u8).collect::<Vec<_>>()).prop_shuffle();
        let ballot = order.prop_map(move |order| order.into_iter().take(top).collect());
        (Just(options), prop::collection::vec(ballot, 0..20))
    })
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_ballot_gives_out_the_same_number_of_points((options, ballots) in ballots()) {
        let mut tally = RankingTally::new(options);
        for ballot in &ballots {
            tally.add(ballot);
        }
        let points: f64 = tally.ranked().iter().map(|option| option.points).sum();
        prop_assert_eq!(points, (ballots.len() * options * (options - 1)) as f64 / 2.0);
    }

    #[test]
    fn a_ballot_taken_away_was_never_there((options, ballots) in ballots(), kept in any::<u32>()) {
        let mut tally = RankingTally::new(options);
        let mut expected = RankingTally::new(options);
        let stays = |index: usize| kept >> index & 1 == 1;
        for (index, ballot) in ballots.iter().enumerate() {
            tally.add(ballot);
            if stays(index) {
                expected.add(ballot);
            }
        }
        for (_, ballot) in ballots.iter().enumerate().filter(|(index, _)| !stays(*index)) {
            tally.take_away(ballot);
        }
        prop_assert_eq!(tally, expected);
    }
}
