//! Words of a cloud: entries that say the same in another form stand under the form that most people wrote.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::words::{Lexicon, words};
use super::{Grouping, Origin, Request, Theme, identity};

/// Gathers entries of one to three words. Upper and lower case, accents, nynorsk and bokmål, and inflected forms count
/// as the same; every entry stands in exactly one theme, also one that nobody else gave, the most given first.
///
/// What a person decided stays, and takes in further entries that say the same as its heading or its answers.
pub fn gather(request: &Request) -> Grouping {
    let lexicon = Lexicon::of(request.language);
    let keys: Vec<String> = request.answers.iter().map(|answer| key(&lexicon, answer)).collect();
    let mut placed = vec![None; keys.len()];
    let mut leads: BTreeMap<String, usize> = BTreeMap::new();
    for (theme, decided) in request.decided.iter().enumerate() {
        leads.entry(key(&lexicon, decided.label)).or_insert(theme);
        for &index in decided.answers.iter().filter(|&&index| index < keys.len()) {
            placed[index].get_or_insert(theme);
        }
    }
    // A heading leads before what somebody moved under another.
    for (index, theme) in placed.iter().enumerate() {
        if let Some(theme) = theme {
            leads.entry(keys[index].clone()).or_insert(*theme);
        }
    }
    let mut decided: Vec<Vec<usize>> = vec![Vec::new(); request.decided.len()];
    let mut free: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, key) in keys.iter().enumerate() {
        match placed[index].or_else(|| leads.get(key).copied()) {
            Some(theme) => decided[theme].push(index),
            None => free.entry(key).or_default().push(index),
        }
    }
    let mut themes: Vec<Theme> = decided
        .into_iter()
        .zip(request.decided)
        .enumerate()
        .map(|(theme, (answers, decided))| Theme {
            origin: Origin::Decided(theme),
            label: decided.label.to_owned(),
            typical: answers.first().copied(),
            answers,
        })
        .collect();
    let mut gathered: Vec<Theme> = free
        .into_values()
        .map(|answers| {
            let typical = commonest(request.answers, &answers);
            let label = request.answers[typical].split_whitespace().collect::<Vec<_>>().join(" ");
            Theme { origin: Origin::New, label, typical: Some(typical), answers }
        })
        .collect();
    // The first given is the first of equals.
    gathered.sort_by_key(|theme| (usize::MAX - theme.answers.len(), theme.answers[0]));
    themes.extend(gathered);
    identity::keep(&mut themes, request);
    Grouping { themes, ..Grouping::default() }
}

/// The same for entries that say the same.
fn key(lexicon: &Lexicon, entry: &str) -> String {
    let stems: Vec<String> =
        words(entry).iter().map(|word| without_accents(&lexicon.stem(&word.lower))).collect();
    if stems.is_empty() { entry.trim().to_lowercase() } else { stems.join(" ") }
}

/// Without the accents that people leave out ("idé", "café"); å, æ and ø are letters of their own.
fn without_accents(word: &str) -> String {
    let letter = |letter: char| match letter {
        'å' | 'ä' | 'ö' => letter,
        _ => letter.nfd().next().unwrap_or(letter),
    };
    word.chars().map(letter).collect()
}

/// The entry whose way of writing most people chose, letter by letter; the first of equals.
fn commonest(answers: &[&str], among: &[usize]) -> usize {
    let mut written: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for &index in among {
        written.entry(answers[index]).or_insert((0, index)).0 += 1;
    }
    let best = written.into_values().max_by_key(|&(count, first)| (count, usize::MAX - first));
    best.map_or(among[0], |(_, first)| first)
}
