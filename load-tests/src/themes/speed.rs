//! How long the engine takes for a hall's answers.

use std::time::{Duration, Instant};

use plenum::session::Language;
use plenum::theming::{self, Request};
use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

/// Times 100, 1,000 and 10,000 invented answers and prints the best and the middle of several runs.
pub fn run() {
    println!("{:>8} {:>8} {:>10} {:>10}", "answers", "themes", "best ms", "middle ms");
    for count in [100, 1_000, 10_000] {
        let texts = answers(count);
        let answers: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut times: Vec<Duration> = Vec::new();
        let mut themes = 0;
        for _ in 0..RUNS {
            let started = Instant::now();
            let grouping = theming::group(&Request {
                language: Language::Nb,
                question: "Hva er viktigst for oss nå?",
                answers: &answers,
                ..Request::default()
            });
            times.push(started.elapsed());
            themes = grouping.themes.len();
        }
        times.sort_unstable();
        let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
        println!("{count:>8} {themes:>8} {:>10.1} {:>10.1}", ms(times[0]), ms(times[RUNS / 2]));
    }
}

const RUNS: usize = 9;
/// Always the same answers.
const SEED: u64 = 3;

/// Answers of three to twelve words, most of them about one of the subjects.
fn answers(count: usize) -> Vec<String> {
    let mut random = SmallRng::seed_from_u64(SEED);
    (0..count)
        .map(|_| {
            let subject = SUBJECTS.choose(&mut random).expect("there are subjects");
            let length = random.random_range(3..=12);
            let words: Vec<&str> = (0..length)
                .map(|_| {
                    let list: &[&str] = if random.random_bool(0.4) { subject } else { FILLING };
                    *list.choose(&mut random).expect("there are words")
                })
                .collect();
            words.join(" ")
        })
        .collect()
}

const SUBJECTS: &[&[&str]] = &[
    &["informasjon", "beskjed", "nettside", "nyhetsbrev", "informasjonsflyt", "oppdatering"],
    &["ledelse", "lederne", "sjefen", "beslutninger", "avdelingsleder", "nærledelse"],
    &["parkering", "buss", "sykkel", "elbil", "reisevei", "parkeringsplasser"],
    &["kompetanse", "kurs", "opplæring", "veiledning", "fagdager", "etterutdanning"],
    &["bemanning", "turnus", "vikarer", "sykefravær", "helgevakter", "grunnbemanning"],
    &["tillit", "åpenhet", "respekt", "trygghet", "raushet", "ærlighet"],
    &["nettbrett", "passord", "datasystem", "journalsystem", "skriveren", "pålogging"],
    &["samarbeid", "samhandling", "lagarbeid", "tverrfaglige", "silo", "koordinering"],
    &["lokaler", "kontorlandskap", "støy", "ventilasjon", "møterom", "garderobe"],
    &["økonomi", "budsjett", "ressurser", "innsparing", "lønn", "kostnader"],
    &["brukerne", "pasientene", "pårørende", "innbyggerne", "kontinuitet", "verdighet"],
    &["kaffe", "lunsj", "kantine", "frukt", "pauser", "mat"],
];
const FILLING: &[&str] = &[
    "vi",
    "må",
    "ha",
    "mer",
    "av",
    "det",
    "og",
    "bedre",
    "for",
    "alle",
    "trenger",
    "flere",
    "i",
    "hverdagen",
    "kommunen",
    "noe",
    "nytt",
    "med",
    "hele",
    "året",
    "viktig",
    "at",
    "ansatte",
    "får",
    "blir",
    "enklere",
    "hjelp",
    "når",
    "snart",
    "ordentlig",
    "på",
    "plass",
    "avdelingen",
    "sommeren",
    "langsiktig",
    "planer",
];
