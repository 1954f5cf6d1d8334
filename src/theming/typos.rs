//! Reads a misspelt word as the word it is one letter from, when that word is there.

use std::collections::HashMap;

/// A stem that the answers use.
pub struct Stem {
    /// The stem itself.
    pub text: String,
    /// In how many answers it stands.
    pub answers: u32,
    /// Whether a word list vouches for it, so that it is no typo.
    pub known: bool,
}

/// For each stem, the number of the stem it is to be read as: most often its own.
/// Only a stem of one answer that no word list knows is corrected, and only to one that is known or stands more often.
/// `chars_min` is the shortest stem that may be corrected; short words are one letter from too many others.
pub fn corrections(stems: &[Stem], chars_min: usize) -> Vec<u32> {
    let letters: Vec<Vec<char>> = stems.iter().map(|stem| stem.text.chars().collect()).collect();
    let eligible = |number: usize| (chars_min..=CHARS_MAX).contains(&letters[number].len());
    let mut by_deletion: HashMap<Vec<char>, Vec<u32>> = HashMap::new();
    for number in (0..stems.len()).filter(|&number| eligible(number)) {
        if stems[number].known || stems[number].answers > 1 {
            for shorter in deletions(&letters[number]) {
                by_deletion.entry(shorter).or_default().push(number as u32);
            }
        }
    }
    (0..stems.len())
        .map(|number| {
            if stems[number].known || stems[number].answers > 1 || !eligible(number) {
                return number as u32;
            }
            deletions(&letters[number])
                .iter()
                .filter_map(|shorter| by_deletion.get(shorter))
                .flatten()
                .copied()
                .filter(|&other| one_letter_apart(&letters[number], &letters[other as usize]))
                .max_by_key(|&other| (stems[other as usize].answers, u32::MAX - other))
                .unwrap_or(number as u32)
        })
        .collect()
}

/// Longer words have no neighbours worth the memory.
const CHARS_MAX: usize = 24;

/// The word and all words that one letter less makes of it, the first letter kept: few misspell that one.
fn deletions(word: &[char]) -> Vec<Vec<char>> {
    let mut shorter = vec![word.to_vec()];
    for left_out in 1..word.len() {
        let mut letters = word.to_vec();
        letters.remove(left_out);
        shorter.push(letters);
    }
    shorter
}

/// One letter more, less or other, or two neighbours swapped.
fn one_letter_apart(left: &[char], right: &[char]) -> bool {
    let same_start = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[same_start..], &right[same_start..]);
    match (left, right) {
        ([a, b, left @ ..], [c, d, right @ ..]) if a == d && b == c && left == right => true,
        ([_, left @ ..], [_, right @ ..]) if left == right => true,
        ([_, rest @ ..], _) if rest == right => true,
        (_, [_, rest @ ..]) if rest == left => true,
        _ => false,
    }
}
