//! Headings of the catalogue, for themes in which at least two answers speak of the same.

use crate::session::Language;

use super::super::corpus::Corpus;
use super::super::said::joined_by;
use super::SHARED_BY_MIN;

/// Headings to try, the best first.
pub struct Proposals {
    /// Before words of the answers: the catalogue knows the field and the theme.
    pub leading: Vec<String>,
    /// When nothing else can be shown.
    pub others: Vec<String>,
}

/// In how many texts each theme of the catalogue stands.
pub fn spread(corpus: &Corpus) -> Vec<usize> {
    let mut spread = vec![0; corpus.catalogue.concepts().len()];
    for &(concept, _) in corpus.texts.iter().flat_map(|text| &text.concepts) {
        spread[concept as usize] += 1;
    }
    spread
}

/// What the catalogue calls a theme.
pub fn proposals(corpus: &Corpus, members: &[usize], spread: &[usize], language: Language) -> Proposals {
    let ranked = ranked(corpus, members, spread);
    let heading = |concept: usize| corpus.catalogue.concepts()[concept].heading(language);
    let mut leading = Vec::new();
    if corpus.gate >= GATE_LEADS_FROM
        && let Some(first) = ranked.first().filter(|first| first.clear >= CLEAR_MIN)
    {
        let second = ranked.get(1).filter(|second| {
            second.clear >= CLEAR_SECOND_MIN && second.score > SECOND_SCORE_MIN * first.score
        });
        if let Some(second) = second {
            leading.extend(both(heading(first.concept), heading(second.concept), language));
        }
        leading.push(heading(first.concept).to_owned());
    }
    Proposals { leading, others: ranked.iter().map(|ranked| heading(ranked.concept).to_owned()).collect() }
}

/// How far the gate must be open for the catalogue's headings to come before the answers' own words.
const GATE_LEADS_FROM: f32 = 0.5;
/// Share of a theme's answers that must speak mainly of one theme of the catalogue for its heading to lead,
const CLEAR_MIN: f32 = 0.4;
/// and of a second one for it to stand beside.
const CLEAR_SECOND_MIN: f32 = 0.3;
const SECOND_SCORE_MIN: f32 = 0.55;
/// An answer speaks mainly of a theme when this much of its vector of themes does.
const MAINLY_MIN: f32 = 0.5;
const CLEAR_WEIGHT: f32 = 0.5;
const SPREAD_WEIGHT: f32 = 0.35;

struct Ranked {
    concept: usize,
    score: f32,
    clear: f32,
}

/// The themes of the catalogue that at least two of the answers speak of, the most telling first.
fn ranked(corpus: &Corpus, members: &[usize], spread: &[usize]) -> Vec<Ranked> {
    let mut sums = vec![(0.0_f32, 0_usize, 0_usize); spread.len()];
    for &(concept, weight) in members.iter().flat_map(|&member| &corpus.texts[member].concepts) {
        let (sum, mainly, all) = &mut sums[concept as usize];
        *sum += weight;
        *mainly += usize::from(weight > MAINLY_MIN);
        *all += 1;
    }
    let size = members.len() as f32;
    let others = (corpus.texts.len() - members.len()).max(1) as f32;
    let mut ranked: Vec<Ranked> = sums
        .into_iter()
        .enumerate()
        .filter(|(_, (_, _, all))| *all >= SHARED_BY_MIN)
        .map(|(concept, (sum, mainly, all))| {
            let clear = mainly as f32 / size;
            let elsewhere = (spread[concept] - all) as f32 / others;
            Ranked { concept, score: sum / size + CLEAR_WEIGHT * clear - SPREAD_WEIGHT * elsewhere, clear }
        })
        .collect();
    ranked.sort_by(|left, right| right.score.total_cmp(&left.score).then(left.concept.cmp(&right.concept)));
    ranked
}

/// Two headings as one, unless one of them is two already.
fn both(first: &str, second: &str, language: Language) -> Option<String> {
    let and = &*joined_by(language);
    if first.contains(and) || second.contains(and) {
        return None;
    }
    let mut letters = second.chars();
    let initial = letters.next()?;
    let abbreviation = letters.clone().next().is_some_and(char::is_uppercase);
    let initial = if abbreviation { initial.to_string() } else { initial.to_lowercase().to_string() };
    Some(format!("{first}{and}{initial}{}", letters.as_str()))
}
