//! Headings in the answers' own words, and only in words that at least two answers share.

use std::collections::{BTreeMap, BTreeSet};

mod concept_headings;
mod public_words;

pub use public_words::public_form;

use crate::session::Language;

use super::corpus::Corpus;
use super::said::said;
use super::words::{Lexicon, Word};

/// One heading for each theme (sets of text numbers), in order; none where the answers share nothing that can be shown.
/// `taken` are headings that exist already; no heading is given twice, upper and lower case counted as the same.
pub fn headings(
    corpus: &Corpus,
    themes: &[Vec<usize>],
    taken: &[&str],
    lexicon: &Lexicon,
    language: Language,
) -> Vec<Option<String>> {
    let mut used: BTreeSet<String> = taken.iter().map(|heading| heading.to_lowercase()).collect();
    let text_count = corpus.texts.len();
    let spread = concept_headings::spread(corpus);
    themes
        .iter()
        .map(|members| {
            let candidates = candidates(corpus, members, text_count);
            let concepts = concept_headings::proposals(corpus, members, &spread, language);
            // A word that all of them use is what they say.
            let own_words_lead = candidates.first().is_some_and(|first| first.answers == members.len());
            let own_words = proposals(corpus, members, &candidates, language);
            let (first, second) =
                if own_words_lead { (own_words, concepts.leading) } else { (concepts.leading, own_words) };
            let heading = first
                .into_iter()
                .chain(second)
                .chain(whole_answer(corpus, members))
                .chain(public_words::proposals(corpus, members, lexicon))
                .chain(concepts.others)
                .find(|heading| !used.contains(&heading.to_lowercase()))?;
            used.insert(heading.to_lowercase());
            Some(heading)
        })
        .collect()
}

/// How many answers of the theme must share a word before it may stand in the heading, so that an answer that is erased does not live on there.
pub const SHARED_BY_MIN: usize = 2;

const CANDIDATES_MAX: usize = 6;
/// A second word is added when it scores at least this share of the first.
const SECOND_WORD_SCORE_MIN: f64 = 0.45;
/// A word of the question may head a theme only when this share of its answers use it.
const QUESTION_WORD_SHARE_MIN: f64 = 0.6;
const NOUN_FACTOR: f64 = 1.25;
/// "Vanskelig" is a poor heading where there is a noun.
const ADJECTIVE_FACTOR: f64 = 0.5;
const SHORT_ANSWER_FACTOR: f64 = 1.2;
/// A pair of neighbouring words replaces the single word when this share of the answers with the word have the pair.
const PAIR_SHARE_MIN: f64 = 0.5;

struct Candidate {
    stem: u32,
    /// How many answers of the theme use it.
    answers: usize,
    score: f64,
    text: String,
    pair_stem: Option<u32>,
}

/// The best words of the theme, the best first.
fn candidates(corpus: &Corpus, members: &[usize], text_count: usize) -> Vec<Candidate> {
    let mut answers_with: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for &member in members {
        let stems: BTreeSet<u32> = corpus.texts[member].stems.iter().flatten().copied().collect();
        for stem in stems {
            answers_with.entry(stem).or_default().push(member);
        }
    }
    let size = members.len() as f64;
    let others = (text_count - members.len()) as f64;
    let mut scored: Vec<(f64, u32)> = answers_with
        .iter()
        .filter(|(_, answers)| answers.len() >= SHARED_BY_MIN)
        .filter_map(|(&stem, answers)| {
            let inside = answers.len() as f64;
            if corpus.in_question[stem as usize] && inside < QUESTION_WORD_SHARE_MIN * size {
                return None;
            }
            let outside = f64::from(corpus.document_counts[stem as usize]) - inside;
            let share = (inside + 0.2) / (size + 0.4);
            let share_outside = (outside.max(0.0) + 0.2) / (others + 0.4);
            let mut score = inside * (share / share_outside).ln().max(0.0) + 0.1 * inside;
            let forms = forms(corpus, answers, stem);
            if forms.keys().any(|form| looks_like_noun(form)) {
                score *= NOUN_FACTOR;
            } else if forms.keys().all(|form| looks_like_adjective(form)) {
                score *= ADJECTIVE_FACTOR;
            }
            if answers.iter().any(|&answer| corpus.texts[answer].words.len() <= 2) {
                score *= SHORT_ANSWER_FACTOR;
            }
            Some((score, stem))
        })
        .collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    scored
        .into_iter()
        .filter_map(|(score, stem)| {
            let answers = &answers_with[&stem];
            let form = shown_form(corpus, answers, stem)?;
            let (text, pair_stem) = match neighbour_pair(corpus, answers, &form) {
                Some((pair, pair_stem)) => (pair, pair_stem),
                None => (as_written(corpus, answers, &form), None),
            };
            Some(Candidate { stem, answers: answers.len(), score, text, pair_stem })
        })
        .take(CANDIDATES_MAX)
        .collect()
}

/// Headings to try in order: the two best words, the best, then what comes after.
fn proposals(
    corpus: &Corpus,
    members: &[usize],
    candidates: &[Candidate],
    language: Language,
) -> Vec<String> {
    let and = said(language).and;
    let both = |first: &Candidate, second: &Candidate| {
        let (first, second) = if mostly_before(corpus, members, second.stem, first.stem) {
            (second, first)
        } else {
            (first, second)
        };
        capitalised(&format!("{} {and} {}", first.text, second.text))
    };
    let mut proposals = Vec::new();
    if let Some(first) = candidates.first() {
        let second = candidates.iter().skip(1).find(|second| !overlap(first, second));
        if let Some(second) = second.filter(|second| second.score >= SECOND_WORD_SCORE_MIN * first.score) {
            proposals.push(both(first, second));
        }
    }
    proposals.extend(candidates.iter().map(|candidate| capitalised(&candidate.text)));
    for (position, first) in candidates.iter().enumerate() {
        for second in candidates.iter().skip(position + 1).filter(|second| !overlap(first, second)) {
            proposals.push(both(first, second));
        }
    }
    proposals
}

/// Whether more answers have the first stem before the second than the other way round.
fn mostly_before(corpus: &Corpus, members: &[usize], first: u32, second: u32) -> bool {
    let place =
        |member: usize, stem: u32| corpus.texts[member].stems.iter().position(|stems| stems.contains(&stem));
    let (mut before, mut after) = (0, 0);
    for &member in members {
        if let (Some(first), Some(second)) = (place(member, first), place(member, second)) {
            before += usize::from(first < second);
            after += usize::from(second < first);
        }
    }
    before > after
}

/// Two words say the same when one is part of the other, as in "ansvar og ansvarsfordeling".
fn overlap(first: &Candidate, second: &Candidate) -> bool {
    let (left, right) = (first.text.to_lowercase(), second.text.to_lowercase());
    first.pair_stem == Some(second.stem)
        || second.pair_stem == Some(first.stem)
        || (first.pair_stem.is_some() && first.pair_stem == second.pair_stem)
        || shares_part(&left, &right)
}

fn shares_part(left: &str, right: &str) -> bool {
    let beginning = left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    beginning >= 5 || left.contains(right) || right.contains(left)
}

/// Answers that are all the same few stop words: what they say is the heading.
fn whole_answer(corpus: &Corpus, members: &[usize]) -> Option<String> {
    let first = &corpus.texts[*members.first()?];
    let same = |member: &&usize| {
        let words = &corpus.texts[**member].words;
        words.len() == first.words.len() && words.iter().zip(&first.words).all(|(a, b)| a.lower == b.lower)
    };
    if members.len() < SHARED_BY_MIN || first.words.is_empty() || !members.iter().all(|member| same(&member))
    {
        return None;
    }
    let words: Vec<&str> =
        first.words.iter().map(|word| word.lower.as_str()).take(WHOLE_ANSWER_WORDS_MAX).collect();
    Some(capitalised(&words.join(" ")))
}

const WHOLE_ANSWER_WORDS_MAX: usize = 6;

/// The forms in which the stem's own words stand in these answers, with the answers that have each.
fn forms<'a>(corpus: &'a Corpus, answers: &[usize], stem: u32) -> BTreeMap<&'a str, BTreeSet<usize>> {
    let mut forms: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for &answer in answers {
        let text = &corpus.texts[answer];
        for (word, stems) in text.words.iter().zip(&text.stems) {
            if stems.first() == Some(&stem) {
                forms.entry(&word.lower).or_default().insert(answer);
            }
        }
    }
    forms
}

/// The form of a stem that most of these answers use; none where it stands in compounds alone.
pub fn usual_form(corpus: &Corpus, answers: &[usize], stem: u32) -> Option<String> {
    let forms = forms(corpus, answers, stem);
    let most = forms.iter().max_by(|left, right| left.1.len().cmp(&right.1.len()).then(right.0.cmp(left.0)));
    most.map(|(form, _)| (*form).to_owned())
}

/// The form to show: one that two answers share, else one that is also part of another answer's word ("leder" in
/// "lederne"). None when every form is a single answer's own.
fn shown_form(corpus: &Corpus, answers: &[usize], stem: u32) -> Option<String> {
    let forms = forms(corpus, answers, stem);
    let rank = |form: &str, having: &BTreeSet<usize>| {
        if having.len() >= SHARED_BY_MIN {
            return Some(1);
        }
        let part_of = |word: &Word| word.lower.starts_with(form) || word.lower.ends_with(form);
        let holders =
            answers.iter().filter(|&&answer| corpus.texts[answer].words.iter().any(part_of)).count();
        if holders >= SHARED_BY_MIN && form.chars().count() >= 3 { Some(0) } else { None }
    };
    let mut best: Option<((u8, f64), &str)> = None;
    for (form, having) in &forms {
        let Some(rank) = rank(form, having) else { continue };
        let mut weight = having.len() as f64;
        if looks_like_noun(form) {
            weight += 0.5;
        }
        if ["ene", "ane", "ens", "enes", "ers"].iter().any(|ending| form.ends_with(ending)) {
            weight -= 0.6;
        }
        if best.is_none_or(|((best_rank, best_weight), _)| {
            rank > best_rank || (rank == best_rank && weight > best_weight)
        }) {
            best = Some(((rank, weight), form));
        }
    }
    best.map(|(_, form)| form.to_owned())
}

/// The word with its neighbour ("godt arbeidsmiljø", "liten grad") where at least two answers have the same pair.
fn neighbour_pair(corpus: &Corpus, answers: &[usize], form: &str) -> Option<(String, Option<u32>)> {
    let mut pairs: BTreeMap<(&str, &str), Pair> = BTreeMap::new();
    for &answer in answers {
        let text = &corpus.texts[answer];
        for (words, stems) in text.words.windows(2).zip(text.stems.windows(2)) {
            if !words[1].joined {
                continue;
            }
            let other = if words[1].lower == form {
                0
            } else if words[0].lower == form {
                1
            } else {
                continue;
            };
            let telling =
                !stems[other].is_empty() || (other == 0 && DESCRIBING.contains(&words[0].lower.as_str()));
            if telling && words[0].lower != words[1].lower {
                let entry = pairs.entry((&words[0].lower, &words[1].lower)).or_default();
                entry.answers.insert(answer);
                entry.other_stem = stems[other].first().copied();
            }
        }
    }
    let mut best: Option<(usize, String, Option<u32>)> = None;
    for ((first, second), pair) in pairs {
        let having = pair.answers.len();
        let enough = having >= SHARED_BY_MIN && having as f64 >= PAIR_SHARE_MIN * answers.len() as f64;
        if enough && best.as_ref().is_none_or(|(most, _, _)| having > *most) {
            best = Some((having, format!("{first} {second}"), pair.other_stem));
        }
    }
    best.map(|(_, pair, stem)| (pair, stem))
}

#[derive(Default)]
struct Pair {
    answers: BTreeSet<usize>,
    other_stem: Option<u32>,
}

/// Stop words that belong to the noun after them.
const DESCRIBING: &[&str] = &[
    "god", "godt", "gode", "bedre", "flere", "fleire", "betre", "mer", "meir", "ny", "nye", "nytt", "større",
    "good", "better", "more", "best", "beste",
];

/// The word in lower case, but an abbreviation ("IKT") as most of the answers write it.
fn as_written(corpus: &Corpus, answers: &[usize], form: &str) -> String {
    let (mut upper, mut all) = (0, 0);
    let mut written = None;
    for &answer in answers {
        for word in corpus.texts[answer].words.iter().filter(|word| word.lower == form) {
            all += 1;
            if word.written.chars().count() <= ABBREVIATION_CHARS_MAX
                && word.written.chars().count() >= 2
                && word.written.chars().all(char::is_uppercase)
            {
                upper += 1;
                written = Some(&word.written);
            }
        }
    }
    match written {
        Some(written) if upper * 2 > all => written.clone(),
        Some(_) | None => form.to_owned(),
    }
}

const ABBREVIATION_CHARS_MAX: usize = 4;

const NOUN_ENDINGS: &[&str] = &[
    "ing", "het", "else", "sjon", "skap", "dom", "tet", "nad", "ment", "kultur", "miljø", "arbeid", "heit",
    "leik", "leiing", "tion", "ness", "ity", "ance", "ence", "ship", "age",
];
const NOUN_INFLECTIONS: &[&str] = &["", "en", "a", "er", "ene", "s"];

fn looks_like_noun(form: &str) -> bool {
    NOUN_INFLECTIONS
        .iter()
        .filter_map(|inflection| form.strip_suffix(inflection))
        .any(|rest| NOUN_ENDINGS.iter().any(|ending| rest.len() > ending.len() && rest.ends_with(ending)))
}

const ADJECTIVE_ENDINGS: &[&str] = &["lig", "leg", "ig", "isk", "bar", "som", "full", "løs"];
const ADJECTIVE_INFLECTIONS: &[&str] = &["", "e", "t", "ere"];

/// Norwegian only; English adjectives have too many endings.
fn looks_like_adjective(form: &str) -> bool {
    ADJECTIVE_INFLECTIONS.iter().filter_map(|inflection| form.strip_suffix(inflection)).any(|rest| {
        ADJECTIVE_ENDINGS.iter().any(|ending| rest.len() > ending.len() + 1 && rest.ends_with(ending))
    })
}

pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
