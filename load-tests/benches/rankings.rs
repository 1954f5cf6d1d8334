//! How long a hall's ballots take to count, and one more among many.

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use plenum::session::{AnswerContent, Ask, Heading, OPTIONS_MAX, Ranking, Step, Tally};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

const BALLOTS: usize = 10_000;

/// The most options, all of them ranked.
fn ranking() -> Ask {
    let options = (1..=OPTIONS_MAX).map(|number| Heading::parse(&format!("Tiltak {number}")));
    Ask::Ranking(Ranking {
        options: options.collect::<Result<_, _>>().expect("short options"),
        top: OPTIONS_MAX as u8,
    })
}

/// Ballots that agree somewhat: half of each is the question's order, half is chance; the same ones every time.
fn ballots(count: usize) -> Vec<AnswerContent> {
    let mut chance = StdRng::seed_from_u64(1781);
    let ballot = |_| {
        let mut order: Vec<u8> = (0..OPTIONS_MAX as u8).collect();
        let from = chance.random_range(0..OPTIONS_MAX);
        order[from..].shuffle(&mut chance);
        AnswerContent::Ranking { order }
    };
    (0..count).map(ballot).collect()
}

fn counted(ask: &Ask, ballots: &[AnswerContent]) -> Tally {
    let mut tally = Tally::of(ask);
    for ballot in ballots {
        tally.count(ballot, Step::Add);
    }
    tally
}

/// All from nothing, and what is shown of them.
fn counting(criterion: &mut Criterion) {
    let (ask, ballots) = (ranking(), ballots(BALLOTS));
    criterion.bench_function("count_and_show_10000_ballots", |bencher| {
        bencher.iter(|| counted(&ask, black_box(&ballots)).view(&ask, true));
    });
}

/// One ballot among ever more: what it costs must not grow with their number.
fn adding(criterion: &mut Criterion) {
    let (ask, ballots) = (ranking(), ballots(BALLOTS + 1));
    let mut adding = criterion.benchmark_group("add_one_ballot_after");
    for count in [10, BALLOTS] {
        let tally = counted(&ask, &ballots[..count]);
        let one = &ballots[BALLOTS];
        adding.bench_function(BenchmarkId::from_parameter(count), |bencher| {
            bencher.iter_batched_ref(
                || tally.clone(),
                |tally| tally.count(black_box(one), Step::Add),
                BatchSize::SmallInput,
            );
        });
    }
    adding.finish();
}

/// What is shown, which is asked for ten times a second while ballots arrive.
fn showing(criterion: &mut Criterion) {
    let ask = ranking();
    let tally = counted(&ask, &ballots(BALLOTS));
    criterion
        .bench_function("show_10000_ballots", |bencher| bencher.iter(|| black_box(&tally).view(&ask, true)));
}

criterion_group!(benches, counting, adding, showing);
criterion_main!(benches);
