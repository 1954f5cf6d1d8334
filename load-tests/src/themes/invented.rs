//! Invented answers, as many as are wanted and always the same.

use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

/// Always the same answers.
const SEED: u64 = 3;

/// Answers of three to twelve words, most of them about one of the subjects.
pub fn invented(count: usize) -> Vec<String> {
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
