//! The tally of rankings, against published figures.

use plenum::session::{Audience, Change, RankingTally, Step, Tally, TallyView, concordance, snapshot};
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
            tally.count(&order, Step::Add);
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

/// Example 1 of M. Schulze: 45 voters, 5 candidates, the order E A C B D
/// (<https://en.wikipedia.org/wiki/Schulze_method#Example>, with the table of pairs and the order).
#[test]
fn forty_five_voters_prefer_e_by_their_strongest_paths() {
    let tally = votes(&[
        (5, "ACBED"),
        (5, "ADECB"),
        (8, "BEDAC"),
        (3, "CABED"),
        (7, "CAEBD"),
        (2, "CBADE"),
        (7, "DCEBA"),
        (8, "EBADC"),
    ]);
    assert_eq!(
        tally.pairs(),
        [
            [0, 20, 26, 30, 22],
            [25, 0, 16, 33, 18],
            [19, 29, 0, 17, 24],
            [15, 12, 28, 0, 14],
            [23, 27, 21, 31, 0],
        ]
    );
    assert_eq!(schulze_order(&tally), [(1, 'E'), (2, 'A'), (3, 'C'), (4, 'B'), (5, 'D')]);
}

/// Example 2 of M. Schulze: 30 voters, 4 candidates, the order D A C B
/// (<https://electowiki.org/wiki/Schulze_method#Example_2>).
#[test]
fn thirty_voters_prefer_d_by_their_strongest_paths() {
    let tally = votes(&[
        (5, "ACBD"),
        (2, "ACDB"),
        (3, "ADCB"),
        (4, "BACD"),
        (3, "CBDA"),
        (3, "CDBA"),
        (1, "DACB"),
        (5, "DBAC"),
        (4, "DCBA"),
    ]);
    assert_eq!(schulze_order(&tally), [(1, 'D'), (2, 'A'), (3, 'C'), (4, 'B')]);
}

/// Example 4 of M. Schulze: nobody is better than B or D, B is better than C and D than A, and nothing else is decided
/// (<https://electowiki.org/wiki/Schulze_method#Example_4>).
#[test]
fn options_between_which_nothing_is_decided_share_a_place() {
    let tally = votes(&[(3, "ABCD"), (2, "DABC"), (2, "DBCA"), (2, "CBDA")]);
    assert_eq!(schulze_order(&tally), [(1, 'B'), (1, 'D'), (3, 'A'), (3, 'C')]);
}

#[test]
fn pairwise_a_majority_of_firsts_wins_where_points_go_to_a_compromise() {
    let tally = votes(&[(3, "ABC"), (2, "BCA")]);
    let places: Vec<(u8, f64, u8)> = tally
        .ranked()
        .into_iter()
        .map(|option| (option.option, option.points, option.schulze_place))
        .collect();
    assert_eq!(places, [(1, 7.0, 2), (0, 6.0, 1), (2, 2.0, 3)]);
}

/// Three competitors before four judges: W = 1/16
/// (<https://proofwiki.org/wiki/Kendall%27s_Coefficient_of_Concordance/Examples/Arbitrary_Example_1>).
#[test]
fn four_judges_of_three_competitors_agree_by_a_sixteenth() {
    let tally = votes(&[(1, "ACB"), (1, "ABC"), (1, "CAB"), (1, "BCA")]);
    assert_eq!(tally.agreement(), Some(1.0 / 16.0));
}

/// Ten projects before four judges: D² = 1048, so W = 12 · 1048 / (4² · 10 · (10² − 1)) = 0.794
/// (<https://www.scribd.com/document/659863121/The-KENDALL-Coefficient-of-Concordance>).
#[test]
fn four_judges_of_ten_projects_agree_strongly() {
    let tally = votes(&[(1, "AEBCDGHFJI"), (1, "BAFCDEHGJI"), (1, "CBAFDGEHIJ"), (1, "DBCAGEFIHJ")]);
    let expected = 12.0 * 1048.0 / (16.0 * 990.0);
    assert!(tally.agreement().is_some_and(|w| (w - expected).abs() < 1e-12), "{:?}", tally.agreement());
}

/// Ten objects ranked on three variables with many ties, from S. Siegel, "Nonparametric Statistics", 1956; W = 0.828
/// (<https://support.nag.com/numeric/nl/nagdoc_27.1/examples/baseresults/g08dafe.r.html>).
#[test]
fn places_that_are_shared_are_corrected_for() {
    let comparisons = [
        [1.0, 4.5, 2.0, 4.5, 3.0, 7.5, 6.0, 9.0, 7.5, 10.0],
        [2.5, 1.0, 2.5, 4.5, 4.5, 8.0, 9.0, 6.5, 10.0, 6.5],
        [2.0, 1.0, 4.5, 4.5, 4.5, 4.5, 8.0, 8.0, 8.0, 10.0],
    ];
    let sums: Vec<u64> =
        (0..10).map(|object| comparisons.iter().map(|places| (places[object] * 2.0) as u64).sum()).collect();
    // Two pairs; three pairs; four and three of a kind.
    let ties = 2 * 6 + 3 * 6 + (60 + 24);
    let w = concordance(&sums, 3, ties).unwrap();
    assert_eq!((w * 1000.0).round(), 828.0);
    let uncorrected = concordance(&sums, 3, 0).unwrap();
    assert!(uncorrected < w);
}

#[test]
fn agreement_is_whole_when_all_rank_alike_also_in_a_top_two() {
    for order in [&[2, 0, 1, 3][..], &[2, 0], &[3]] {
        let mut tally = RankingTally::new(4);
        tally.count(order, Step::Add);
        assert_eq!(tally.agreement(), None, "one ballot agrees with nobody");
        tally.count(order, Step::Add);
        assert_eq!(tally.agreement(), Some(1.0));
    }
}

#[test]
fn opposite_ballots_agree_in_nothing_and_ballots_without_a_preference_say_nothing() {
    assert_eq!(votes(&[(1, "ABCD"), (1, "DCBA")]).agreement(), Some(0.0));
    assert_eq!(RankingTally::new(3).agreement(), None);
    let mut empty = RankingTally::new(3);
    empty.count(&[], Step::Add);
    empty.count(&[], Step::Add);
    assert_eq!(empty.agreement(), None);
}

#[test]
fn in_pairs_what_is_ranked_stands_before_what_is_not() {
    let mut tally = RankingTally::new(4);
    tally.count(&[2, 0], Step::Add);
    assert_eq!(tally.pairs(), [[0, 1, 0, 1], [0, 0, 0, 0], [1, 1, 0, 1], [0, 0, 0, 0]]);
}

#[test]
fn only_the_facilitator_is_sent_the_pairs() {
    let gathering = gathering()
        .given(F::GoTo { item: item(3) })
        .given(rank(3, 1, 1, 1, &[0, 1, 2, 3]))
        .given(show(3, ResultsTo::Everyone));
    let rows = |audience| {
        let rows = |view: &TallyView| match view {
            TallyView::Ranking { pairs, .. } => pairs.len(),
            other => panic!("no ranking: {other:?}"),
        };
        snapshot(&gathering.session, audience).iter().find_map(|change| match change {
            Change::Tally { item: of, tally, .. } if *of == item(3) => tally.as_ref().map(rows),
            Change::Results { results, .. } => results.as_ref()?.tally.as_ref().map(rows),
            _ => None,
        })
    };
    assert_eq!(rows(Audience::Facilitator), Some(4));
    assert_eq!(rows(Audience::Presenter), Some(0));
    assert_eq!(rows(Audience::Phone), Some(0));
}

#[test]
fn options_left_out_of_a_top_two_share_the_places_that_are_left() {
    let mut tally = RankingTally::new(5);
    tally.count(&[4, 0], Step::Add);
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
    assert!(ranked.iter().all(|option| option.schulze_place == 0));
}

#[test]
fn a_changed_ballot_counts_in_its_new_order_only() {
    let mut gathering = gathering()
        .given(F::GoTo { item: item(3) })
        .given(rank(3, 1, 1, 1, &[0, 1, 2, 3]))
        .given(rank(3, 2, 2, 1, &[0, 1, 2, 3]))
        .given(rank(3, 1, 1, 2, &[3, 2, 1, 0]));
    let ranked = |gathering: &Gathering| match &gathering.question(3).tally {
        Tally::Ranking(tally) => tally.ranked(),
        other => panic!("no ranking: {other:?}"),
    };
    assert_eq!(gathering.question(3).tally.ballots(), 2);
    assert!(ranked(&gathering).iter().all(|option| option.points == 3.0));
    gathering.when(withdraw(3, 1, 1, 3)).unwrap();
    assert_eq!(ranked(&gathering)[0].points, 3.0);
    gathering.when(remove(3, 2)).unwrap();
    assert_eq!(gathering.question(3).tally, Tally::Ranking(RankingTally::new(4)));
}

/// A tally of so many ballots each, written with a letter for each option.
fn votes(votes: &[(usize, &str)]) -> RankingTally {
    let mut tally = RankingTally::new(votes[0].1.len());
    for (voters, order) in votes {
        let order: Vec<u8> = order.bytes().map(|letter| letter - b'A').collect();
        for _ in 0..*voters {
            tally.count(&order, Step::Add);
        }
    }
    tally
}

/// The places by pairwise comparison, first place first, with the options' letters.
fn schulze_order(tally: &RankingTally) -> Vec<(u8, char)> {
    let ranked = tally.ranked();
    let mut order: Vec<(u8, char)> =
        ranked.iter().map(|option| (option.schulze_place, char::from(b'A' + option.option))).collect();
    order.sort_unstable();
    order
}

/// What a ballot says of an option: its place, or the mean of those that are left.
fn place_of(option: u8, ballot: &[u8], options: usize) -> f64 {
    let tied = (ballot.len() + 1 + options) as f64 / 2.0;
    ballot.iter().position(|&ranked| ranked == option).map_or(tied, |place| place as f64 + 1.0)
}

/// Pearson's correlation, which is Spearman's where the values are places.
fn correlation(these: &[f64], those: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let product = |these: &[f64], those: &[f64]| -> f64 {
        let (mean_of_these, mean_of_those) = (mean(these), mean(those));
        these.iter().zip(those).map(|(this, that)| (this - mean_of_these) * (that - mean_of_those)).sum()
    };
    product(these, those) / (product(these, these) * product(those, those)).sqrt()
}

/// The strength of the strongest path between two options, found by trying every path.
fn strongest_path(from: usize, to: usize, pairs: &[Vec<u64>], passed: &mut Vec<usize>) -> u64 {
    let win = |option: usize, other: usize| {
        if pairs[option][other] > pairs[other][option] { pairs[option][other] } else { 0 }
    };
    passed.push(from);
    let mut strongest = win(from, to);
    for between in 0..pairs.len() {
        if between != to && !passed.contains(&between) {
            strongest = strongest.max(win(from, between).min(strongest_path(between, to, pairs, passed)));
        }
    }
    passed.pop();
    strongest
}

/// Ballots over so many options, each ordering its first few.
fn ballots() -> impl Strategy<Value = (usize, Vec<Vec<u8>>)> {
    ballots_over(2..=12)
}

fn ballots_over(options: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = (usize, Vec<Vec<u8>>)> {
    (options, 1usize..=12).prop_flat_map(|(options, top)| {
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
            tally.count(ballot, Step::Add);
        }
        let points: f64 = tally.ranked().iter().map(|option| option.points).sum();
        prop_assert_eq!(points, (ballots.len() * options * (options - 1)) as f64 / 2.0);
    }

    /// By plain recounts that share nothing with the tally's sums: pairs ballot by ballot, and W from the mean
    /// correlation of every two ballots, W = (1 + (m − 1) r) / m, which holds where all ballots have the same ties
    /// (Kendall, Rank Correlation Methods).
    #[test]
    fn a_tally_is_what_a_plain_recount_gives((options, ballots) in ballots()) {
        let mut tally = RankingTally::new(options);
        for ballot in &ballots {
            tally.count(ballot, Step::Add);
        }
        let places: Vec<Vec<f64>> = ballots
            .iter()
            .map(|ballot| (0..options as u8).map(|option| place_of(option, ballot, options)).collect())
            .collect();
        for option in 0..options {
            for other in 0..options {
                let before = places.iter().filter(|places| places[option] < places[other]).count();
                prop_assert_eq!(tally.pairs()[option][other], before as u64);
            }
        }
        let m = ballots.len() as f64;
        let correlations = (0..ballots.len())
            .flat_map(|one| (0..one).map(move |other| (one, other)))
            .map(|(one, other)| correlation(&places[one], &places[other]));
        let mean = correlations.sum::<f64>() / (m * (m - 1.0) / 2.0);
        match tally.agreement() {
            Some(w) => {
                prop_assert!((0.0..=1.0).contains(&w));
                prop_assert!((w - (1.0 + (m - 1.0) * mean) / m).abs() < 1e-9);
            }
            None => prop_assert!(ballots.len() < 2),
        }
    }

    /// Every path is tried, so only a few options.
    #[test]
    fn who_is_better_by_any_path_stands_higher((options, ballots) in ballots_over(2..=6)) {
        let mut tally = RankingTally::new(options);
        for ballot in &ballots {
            tally.count(ballot, Step::Add);
        }
        let pairs = tally.pairs();
        let path = |from, to| strongest_path(from, to, pairs, &mut Vec::new());
        let better = |option: usize, other: usize| option != other && path(option, other) > path(other, option);
        let above = |option: usize| (0..options).filter(|&other| better(other, option)).count();
        for ranked in tally.ranked() {
            let fewer = (0..options).filter(|&other| above(other) < above(usize::from(ranked.option))).count();
            let place = if ballots.is_empty() { 0 } else { fewer as u8 + 1 };
            prop_assert_eq!(ranked.schulze_place, place);
        }
    }

    #[test]
    fn a_ballot_taken_away_was_never_there((options, ballots) in ballots(), kept in any::<u32>()) {
        let mut tally = RankingTally::new(options);
        let mut expected = RankingTally::new(options);
        let stays = |index: usize| kept >> index & 1 == 1;
        for (index, ballot) in ballots.iter().enumerate() {
            tally.count(ballot, Step::Add);
            if stays(index) {
                expected.count(ballot, Step::Add);
            }
        }
        for (_, ballot) in ballots.iter().enumerate().filter(|(index, _)| !stays(*index)) {
            tally.count(ballot, Step::TakeAway);
        }
        prop_assert_eq!(tally, expected);
    }
}
