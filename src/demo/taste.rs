//! Where a simulated person thinks an answer belongs.

use crate::session::{AnswerId, AnswerView, SortHeading, Stand, ThemeId};

/// Beginnings of words that people of this gathering use for the same thing, nb and nn.
const SUBJECTS: [&[&str]; 10] = [
    &["samarb", "samhand", "tvers", "tverr", "felles", "kvarandre", "sammen", "møte", "team", "lag"],
    &["informasj", "info", "kommunik", "språk", "forkl", "plan"],
    &["leder", "ledel", "leia", "leiin", "sjef"],
    &["bemann", "folk", "sykeplei", "vikar", "rekrutt", "heiltid", "heltid", "turnus", "hender", "fagfolk"],
    &["opplær", "kompetans", "faglig", "veiled", "kurs"],
    &["medvirk", "tillitsv", "hørt", "høyrt", "verneomb", "involver", "bestem", "brukermedv"],
    &["bruker", "brukar", "pårør", "pasient"],
    &["rolle", "ansvar", "oppgave"],
    &["digital", "journal", "verktøy", "system"],
    &["tillit", "trygg", "ro", "tid", "kontinu"],
];
/// So many first letters in common make two words the same to somebody who reads in passing.
const SAME_LETTERS: usize = 5;

/// The heading that an answer belongs under, to one who reads it: the most in common, the first of equals; none where
/// nothing is.
pub fn preferred_heading(text: &str, headings: &[SortHeading]) -> Option<ThemeId> {
    let answer = Read::of(text);
    let near = |heading: &SortHeading| answer.in_common(&Read::of(heading.label.as_str()));
    let best = headings.iter().rev().max_by_key(|heading| near(heading))?;
    (near(best) > 0).then_some(best.id)
}

/// The piles in which somebody who reads in passing puts these answers: each with the first before it that it has most in
/// common with.
pub fn preferred_piles(answers: &[AnswerView]) -> Vec<Vec<AnswerId>> {
    let mut piles: Vec<(Read, Vec<AnswerId>)> = Vec::new();
    for answer in answers {
        let read = Read::of(&answer.text);
        let near = piles.iter().map(|(first, _)| read.in_common(first));
        let best = near
            .enumerate()
            .filter(|(_, near)| *near > 0)
            .max_by_key(|(pile, near)| (*near, usize::MAX - pile));
        match best {
            Some((pile, _)) => piles[pile].1.push(answer.id),
            None => piles.push((read, vec![answer.id])),
        }
    }
    piles.into_iter().map(|(_, pile)| pile).collect()
}

/// What a person says of a statement: to most of them nearly all agree, every fourth divides the room, and now and then
/// somebody passes.
pub fn preferred_stand(text: &str, number: usize) -> Stand {
    let letters =
        text.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
    // By person and statement, so that nobody is of one mind with the same people in everything.
    let leaning = letters.wrapping_add(number.wrapping_mul(2_654_435_761)) >> 7;
    let against = if letters.is_multiple_of(4) { 45 } else { 8 };
    match leaning % 100 {
        share if share < against => Stand::Disagree,
        share if share < against + 9 => Stand::Pass,
        _ => Stand::Agree,
    }
}

/// What somebody takes in of a text.
struct Read {
    words: Vec<String>,
    subjects: Vec<usize>,
}

impl Read {
    fn of(text: &str) -> Read {
        let lower = text.to_lowercase();
        let words = lower.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(str::to_owned).collect();
        let named = |beginnings: &[&str]| {
            let begins = |word: &String, beginning: &&str| {
                // A short beginning is a whole word: "tid" is not "tidlig".
                if beginning.len() < 4 { word == beginning } else { word.starts_with(beginning) }
            };
            words.iter().any(|word| beginnings.iter().any(|beginning| begins(word, beginning)))
        };
        let subjects = (0..SUBJECTS.len()).filter(|subject| named(SUBJECTS[*subject])).collect();
        Read { words, subjects }
    }

    fn in_common(&self, other: &Read) -> usize {
        let start = |word: &str| -> Option<String> {
            let start: String = word.chars().take(SAME_LETTERS).collect();
            (start.chars().count() == SAME_LETTERS).then_some(start)
        };
        let same = |word: &&String| {
            start(word).is_some_and(|start| other.words.iter().any(|known| known.starts_with(&start)))
        };
        let subjects = self.subjects.iter().filter(|subject| other.subjects.contains(subject)).count();
        // The same word says more than the same subject.
        2 * self.words.iter().filter(same).count() + subjects
    }
}
