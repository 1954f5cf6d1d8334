//! Takes Norwegian compounds apart: "ansvarsfordeling" is about "ansvar" and about "fordeling".

use super::sorted_lines;
use super::words::Lexicon;

/// The two parts of a compound in lower case, without the linking "s" or "e"; nothing when the word is none.
/// Both parts must be known words; the split whose rarer part is the most common wins, longer parts first.
pub fn split(word: &str) -> Option<(&str, &str)> {
    if word.chars().count() < COMPOUND_CHARS_MIN || log_frequency(word) >= COMPOUND_LOG_FREQUENCY_MAX {
        return None;
    }
    let mut best: Option<(f64, (&str, &str))> = None;
    for (at, _) in word.char_indices().skip(PART_CHARS_MIN) {
        let (modifier, head) = word.split_at(at);
        if head.chars().count() < PART_CHARS_MIN || NO_HEADS.contains(&head) {
            continue;
        }
        let head_frequency = log_frequency(head);
        if head_frequency < PART_LOG_FREQUENCY_MIN {
            continue;
        }
        for modifier in [Some(modifier), without_link(modifier)].into_iter().flatten() {
            let frequency = log_frequency(modifier);
            if frequency < PART_LOG_FREQUENCY_MIN {
                continue;
            }
            let shorter = modifier.chars().count().min(head.chars().count());
            let score = frequency.min(head_frequency) + LENGTH_BONUS * shorter as f64;
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, (modifier, head)));
            }
        }
    }
    best.map(|(_, parts)| parts)
}

/// As [`split`]; nothing in a language that does not write compounds as one word.
pub fn split_in<'a>(lexicon: &Lexicon, word: &'a str) -> Option<(&'a str, &'a str)> {
    if lexicon.is_norwegian() { split(word) } else { None }
}

/// Base-10 logarithm of how large a share of running Norwegian text the word is; a word that is not known counts as half an occurrence.
pub fn log_frequency(word: &str) -> f64 {
    (count(word).map_or(0.5, f64::from) / WORDS_COUNTED).log10()
}

/// Whether the word stands in the public word list, so that it is nobody's own.
pub fn is_common_word(word: &str) -> bool {
    count(word).is_some()
}

/// How many words of running text the counts were made from.
const WORDS_COUNTED: f64 = 19_524_458.0;
const COMPOUND_CHARS_MIN: usize = 7;
const PART_CHARS_MIN: usize = 3;
/// A word more common than this is its own word, whatever it was made of.
const COMPOUND_LOG_FREQUENCY_MAX: f64 = -4.0;
const PART_LOG_FREQUENCY_MIN: f64 = -6.4;
const LENGTH_BONUS: f64 = 0.08;

/// Endings of words that also stand as words of their own.
const NO_HEADS: &[&str] = &[
    "ing", "ene", "het", "hets", "lig", "else", "elser", "ende", "ere", "ers", "ens", "ets", "are", "ete",
    "ert", "est", "sjon", "ning", "ninger", "heten", "heter",
];

fn without_link(modifier: &str) -> Option<&str> {
    let rest = modifier.strip_suffix(['s', 'e'])?;
    (rest.chars().count() > PART_CHARS_MIN).then_some(rest)
}

/// Lines of word, tab and count.
static COUNTS: &str = include_str!("assets/wordcount.nb.tsv");

fn count(word: &str) -> Option<u32> {
    sorted_lines::find(COUNTS, word)?.parse().ok()
}
