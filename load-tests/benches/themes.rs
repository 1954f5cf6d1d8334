//! How long a hall's answers take to group, and one more to place.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use plenum::session::Language;
use plenum::theming::{Request, group, group_with_placer};

#[path = "../src/themes/invented.rs"]
mod invented;

const COUNTS: [usize; 3] = [100, 1_000, 10_000];

fn asked<'a>(answers: &'a [&'a str]) -> Request<'a> {
    Request {
        language: Language::Nb, question: "Hva er viktigst for oss nå?", answers, ..Request::default()
    }
}

fn grouping(criterion: &mut Criterion) {
    let mut grouping = criterion.benchmark_group("group");
    grouping.sample_size(10).measurement_time(Duration::from_secs(6));
    for count in COUNTS {
        let texts = invented::invented(count);
        let answers: Vec<&str> = texts.iter().map(String::as_str).collect();
        grouping.bench_with_input(BenchmarkId::from_parameter(count), &answers, |bencher, answers| {
            bencher.iter(|| group(black_box(&asked(answers))));
        });
    }
    grouping.finish();
}

/// One answer among ever more: what it costs must not grow with their number.
fn placing(criterion: &mut Criterion) {
    let later = invented::invented(COUNTS[2] + 500);
    let mut placing = criterion.benchmark_group("place_one_after");
    placing.sample_size(20).measurement_time(Duration::from_secs(3));
    for count in COUNTS {
        let answers: Vec<&str> = later[..count].iter().map(String::as_str).collect();
        let (_, mut placer) = group_with_placer(&asked(&answers));
        let mut next = later[COUNTS[2]..].iter().cycle();
        placing.bench_function(BenchmarkId::from_parameter(count), |bencher| {
            bencher.iter(|| placer.place(black_box(next.next().expect("a cycle goes on"))));
        });
    }
    placing.finish();
}

criterion_group!(benches, grouping, placing);
criterion_main!(benches);
