//! How long the engine takes for a hall's answers.

use std::time::{Duration, Instant};

use plenum::session::Language;
use plenum::theming::{self, Placer, Request};

use super::invented::invented;

/// Times 100, 1,000 and 10,000 invented answers and prints the best and the middle of several runs, and the middle time
/// in which one more answer is placed.
pub fn run() {
    println!("{:>8} {:>8} {:>10} {:>10} {:>10}", "answers", "themes", "best ms", "middle ms", "place ms");
    for count in [100, 1_000, 10_000] {
        let texts = invented(count);
        let answers: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut times: Vec<Duration> = Vec::new();
        let mut themes = 0;
        let mut placer = None;
        for _ in 0..RUNS {
            let started = Instant::now();
            let (grouping, made) = theming::group_with_placer(&Request {
                language: Language::Nb,
                question: "Hva er viktigst for oss nå?",
                answers: &answers,
                ..Request::default()
            });
            times.push(started.elapsed());
            themes = grouping.themes.len();
            placer = Some(made);
        }
        times.sort_unstable();
        let placed = placer.map(placing).unwrap_or_default();
        let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
        println!(
            "{count:>8} {themes:>8} {:>10.1} {:>10.1} {:>10.3}",
            ms(times[0]),
            ms(times[RUNS / 2]),
            ms(placed)
        );
    }
}

/// The middle time of placing one answer.
fn placing(mut placer: Placer) -> Duration {
    let later = invented(LATER + PLACED);
    let mut times: Vec<Duration> = later[LATER..]
        .iter()
        .map(|answer| {
            let started = Instant::now();
            placer.place(answer);
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[PLACED / 2]
}

/// Answers that none of the groupings had.
const LATER: usize = 10_000;
const PLACED: usize = 500;
const RUNS: usize = 9;
