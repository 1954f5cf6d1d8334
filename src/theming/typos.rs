//! Reads a misspelt word as the word it is one letter from, when that word is there.

use std::collections::HashMap;

/// A stem that the answers use.
#[derive(Clone, Debug)]
pub struct Stem {
    /// The stem itself.
    pub text: String,
    /// In how many answers it stands.
    pub answers: u32,
    /// Whether a word list vouches for it, so that it is no typo.
    pub known: bool,
}

/// Stems that a misspelt word may mean, by what one letter less makes of them.
pub struct Meant {
    letters: Vec<Vec<char>>,
    answers: Vec<u32>,
    by_deletion: HashMap<Vec<char>, Vec<u32>>,
    chars_min: usize,
}

impl Meant {
    /// `chars_min` is the shortest stem that may be corrected; short words are one letter from too many others.
    pub fn of(stems: &[Stem], chars_min: usize) -> Self {
        let letters: Vec<Vec<char>> = stems.iter().map(|stem| stem.text.chars().collect()).collect();
        let mut by_deletion: HashMap<Vec<char>, Vec<u32>> = HashMap::new();
        for (number, (stem, letters)) in (0..).zip(stems.iter().zip(&letters)) {
            let eligible = (chars_min..=CHARS_MAX).contains(&letters.len());
            if eligible && (stem.known || stem.answers > 1) {
                for shorter in deletions(letters) {
                    by_deletion.entry(shorter).or_default().push(number);
                }
            }
        }
        Self { letters, answers: stems.iter().map(|stem| stem.answers).collect(), by_deletion, chars_min }
    }

    /// The number of the stem that this one is to be read as; none when it stands for itself.
    ///
    /// Only a stem of one answer that no word list knows is corrected, and only to one that is known or stands more often.
    pub fn instead_of(&self, stem: &Stem) -> Option<u32> {
        let letters: Vec<char> = stem.text.chars().collect();
        if stem.known || stem.answers > 1 || !(self.chars_min..=CHARS_MAX).contains(&letters.len()) {
            return None;
        }
        deletions(&letters)
            .iter()
            .filter_map(|shorter| self.by_deletion.get(shorter))
            .flatten()
            .copied()
            .filter(|&other| one_letter_apart(&letters, &self.letters[other as usize]))
            .max_by_key(|&other| (self.answers[other as usize], u32::MAX - other))
    }
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
