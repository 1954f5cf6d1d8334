//! Whether the engine's headings say what people's headings say.

use std::collections::{BTreeMap, BTreeSet};

use plenum::session::Language;
use plenum::theming::Grouping;
use rust_stemmers::{Algorithm, Stemmer};

use super::gold::Gold;

/// Share of the people's themes whose heading has a content stem in common with that of the engine's theme that shares
/// most answers with it; each theme is compared once.
pub fn hit(gold: &Gold, grouping: &Grouping) -> f64 {
    let algorithm = match gold.language {
        Language::Nb | Language::Nn => Algorithm::Norwegian,
        Language::En => Algorithm::English,
    };
    let stemmer = Stemmer::create(algorithm);
    let mut hits = 0;
    for (ours, theirs) in pairs(gold, grouping) {
        let ours = content(&grouping.themes[ours].label, &stemmer);
        let theirs = content(&gold.themes[theirs].label, &stemmer);
        hits += usize::from(theirs.iter().any(|their| ours.iter().any(|our| say_the_same(our, their))));
    }
    hits as f64 / gold.theme_count() as f64
}

/// Themes of the engine and of people that belong together, the largest overlap first, each used once.
fn pairs(gold: &Gold, grouping: &Grouping) -> Vec<(usize, usize)> {
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (ours, theme) in grouping.themes.iter().enumerate() {
        for theirs in theme.answers.iter().filter_map(|&answer| gold.theme_of(answer)) {
            *shared.entry((ours, theirs)).or_default() += 1;
        }
    }
    let mut ranked: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    ranked.sort_by_key(|&(pair, shared)| (usize::MAX - shared, pair));
    let (mut ours_used, mut theirs_used) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for ((ours, theirs), _) in ranked {
        if !ours_used.contains(&ours) && !theirs_used.contains(&theirs) {
            ours_used.insert(ours);
            theirs_used.insert(theirs);
            pairs.push((ours, theirs));
        }
    }
    pairs
}

fn content(heading: &str, stemmer: &Stemmer) -> BTreeSet<String> {
    heading
        .to_lowercase()
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| word.chars().count() > 2 && !STOP_WORDS.contains(word))
        .map(|word| stemmer.stem(word).into_owned())
        .collect()
}

/// The same stem, or one is the first or last part of the other ("ansvar" and "ansvarsfordeling").
fn say_the_same(one: &str, other: &str) -> bool {
    let (short, long) =
        if one.chars().count() <= other.chars().count() { (one, other) } else { (other, one) };
    short == long || (short.chars().count() >= 4 && (long.starts_with(short) || long.ends_with(short)))
}

/// Words that say nothing in a heading.
const STOP_WORDS: &[&str] = &[
    "about",
    "alle",
    "also",
    "and",
    "are",
    "bedre",
    "behov",
    "betre",
    "ble",
    "bli",
    "blir",
    "blitt",
    "bør",
    "deg",
    "dei",
    "dem",
    "den",
    "der",
    "dere",
    "deres",
    "det",
    "dette",
    "disse",
    "ein",
    "eit",
    "eller",
    "ett",
    "fleire",
    "flere",
    "for",
    "forventning",
    "forventninger",
    "fra",
    "from",
    "frå",
    "hadde",
    "han",
    "hans",
    "har",
    "her",
    "hun",
    "hva",
    "hvem",
    "hvilke",
    "hvor",
    "hvordan",
    "hvorfor",
    "ikke",
    "ikkje",
    "inn",
    "jeg",
    "kan",
    "kom",
    "korleis",
    "kunne",
    "kva",
    "kven",
    "man",
    "med",
    "meg",
    "meir",
    "men",
    "mer",
    "mest",
    "min",
    "mindre",
    "mitt",
    "mot",
    "noe",
    "noen",
    "noko",
    "nokon",
    "not",
    "når",
    "også",
    "opp",
    "oss",
    "our",
    "over",
    "samt",
    "seg",
    "selv",
    "sin",
    "sine",
    "sitt",
    "skal",
    "skulle",
    "som",
    "større",
    "that",
    "the",
    "they",
    "this",
    "til",
    "var",
    "vart",
    "ved",
    "vera",
    "vere",
    "vert",
    "vil",
    "ville",
    "være",
    "with",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_says_the_same_as_its_parts_and_a_stop_word_says_nothing() {
        let stemmer = Stemmer::create(Algorithm::Norwegian);
        let stem = |heading| content(heading, &stemmer);

        assert!(say_the_same(
            stem("Ansvar").first().expect("a stem"),
            stem("Ansvarsfordeling").first().expect("a stem")
        ));
        assert!(!say_the_same("lov", "lovord"));
        assert!(stem("Og for de").is_empty());
    }
}
