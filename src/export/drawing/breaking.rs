//! Where lines are broken: between words, and within long ones where their language divides them.

use hypher::Lang;
use unicode_segmentation::UnicodeSegmentation;

use crate::session::Language;

/// Shorter words stay whole where a line has room for them.
const LONG_LETTERS: usize = 14;
/// A long word is divided rather than leave more of a line empty than this.
const EMPTY_MAX: f64 = 0.3;
/// What is longer is no word, and is cut anywhere: looking for its syllables again and again would take long.
const WORD_BYTES_MAX: usize = 120;
/// What is left out at the end.
const MORE: &str = " …";

/// A text in lines at most so wide; `measure` says how wide a piece of it is, which is what its letters are together.
///
/// Every line has something in it, and none is wider, unless one letter is.
pub(in crate::export) fn broken(
    text: &str,
    width: f64,
    language: Language,
    measure: impl Fn(&str) -> f64,
) -> Vec<String> {
    let mut lines = vec![String::new()];
    for mut word in text.split_whitespace() {
        // Cut as it comes: to measure all that is left of it for each line would take long.
        while word.len() > WORD_BYTES_MAX {
            let (head, rest) = cut(word, width, &measure);
            if rest.is_empty() {
                break;
            }
            lines.extend([head.to_owned(), String::new()]);
            word = rest;
        }
        place(word, width, language, &measure, &mut lines);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The first lines of a text, the last of which tells that there were more.
pub(in crate::export) fn clipped(
    mut lines: Vec<String>,
    most: usize,
    width: f64,
    measure: impl Fn(&str) -> f64,
) -> Vec<String> {
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most.max(1));
    if let Some(last) = lines.last_mut() {
        let room = width - measure(MORE);
        while measure(last) > room && !last.is_empty() {
            let end = last.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
            last.truncate(end);
        }
        *last = last.trim_end_matches([' ', ',', ';', ':', '-', '–', '.']).to_owned() + MORE;
    }
    lines
}

fn place(
    word: &str,
    width: f64,
    language: Language,
    measure: &impl Fn(&str) -> f64,
    lines: &mut Vec<String>,
) {
    let line = lines.last_mut().expect("there is a line");
    let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
    if measure(&joined) <= width {
        *line = joined;
        return;
    }
    let fits_alone = measure(word) <= width;
    let is_long = word.chars().count() >= LONG_LETTERS;
    let empty = width - measure(line);
    if !line.is_empty() && fits_alone && !(is_long && empty > EMPTY_MAX * width) {
        lines.push(word.to_owned());
        return;
    }
    let (head, rest) = divided(line, word, width, language, measure);
    match head {
        Some(head) => *line = head,
        // Nothing of it stands here.
        None if !line.is_empty() && fits_alone => {
            lines.push(word.to_owned());
            return;
        }
        None if !line.is_empty() => {
            lines.push(String::new());
            return place(word, width, language, measure, lines);
        }
        None => {
            let (head, rest) = cut(word, width, measure);
            lines.pop();
            lines.push(head.to_owned());
            if !rest.is_empty() {
                lines.push(String::new());
                place(rest, width, language, measure, lines);
            }
            return;
        }
    }
    lines.push(String::new());
    place(&rest, width, language, measure, lines);
}

/// As much of a word as stands on the line after what is there, with a hyphen, and the rest of it.
fn divided(
    line: &str,
    word: &str,
    width: f64,
    language: Language,
    measure: &impl Fn(&str) -> f64,
) -> (Option<String>, String) {
    let before = if line.is_empty() { String::new() } else { format!("{line} ") };
    let mut found = (None, word.to_owned());
    for at in ends(word, language) {
        let (start, rest) = word.split_at(at);
        let hyphen = if start.ends_with(['-', '–', '/']) { "" } else { "-" };
        let head = format!("{before}{start}{hyphen}");
        if measure(&head) > width {
            break;
        }
        found = (Some(head), rest.to_owned());
    }
    found
}

/// Where a word may be divided, in bytes from its start.
fn ends(word: &str, language: Language) -> Vec<usize> {
    let pattern = match language {
        Language::Nb | Language::Nn => Lang::Norwegian,
        Language::En => Lang::English,
    };
    if word.len() > WORD_BYTES_MAX {
        return Vec::new();
    }
    let mut ends = Vec::new();
    let mut from = 0;
    // Between letters by the patterns; after a hyphen or a stroke that stands there anyway.
    for part in word.split_inclusive(['-', '–', '/']) {
        let letters = part.trim_matches(|letter: char| !letter.is_alphabetic());
        let skipped = part.find(letters).unwrap_or(0);
        if !letters.is_empty() && letters.chars().all(char::is_alphabetic) {
            let mut at = from + skipped;
            for syllable in hypher::hyphenate(letters, pattern) {
                at += syllable.len();
                if at < from + skipped + letters.len() {
                    ends.push(at);
                }
            }
        }
        from += part.len();
        if from < word.len() {
            ends.push(from);
        }
    }
    ends
}

/// As many letters as there is room for, one at least.
fn cut<'a>(word: &'a str, width: f64, measure: &impl Fn(&str) -> f64) -> (&'a str, &'a str) {
    let (mut end, mut taken) = (0, 0.0);
    for (at, letter) in word.grapheme_indices(true) {
        taken += measure(letter);
        if end > 0 && taken > width {
            break;
        }
        end = at + letter.len();
    }
    word.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As if all letters were one wide.
    fn lines(text: &str, width: usize) -> Vec<String> {
        broken(text, width as f64, Language::Nb, |text| text.chars().count() as f64)
    }

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(lines("vi vil  ha\nmer tid", 9), ["vi vil ha", "mer tid"]);
        assert_eq!(lines("", 9), Vec::<String>::new());
    }

    #[test]
    fn a_long_word_is_divided_as_norwegian_is() {
        assert_eq!(lines("helsefellesskapsavtalen", 14), ["helsefelles-", "skapsavtalen"]);
        assert_eq!(lines("helse- og omsorgstjenesteloven", 14), ["helse- og om-", "sorgstjeneste-", "loven"]);
    }

    #[test]
    fn what_cannot_be_divided_is_cut_and_no_line_is_wider() {
        for text in ["x".repeat(50), "1234567890".repeat(4), "👩🏽\u{200d}🚒".repeat(9)] {
            let lines = broken(&text, 7.0, Language::Nb, |text| text.graphemes(true).count() as f64);
            assert!(lines.iter().all(|line| line.graphemes(true).count() <= 7), "{lines:?}");
            assert_eq!(lines.concat().replace('-', ""), text);
        }
    }

    #[test]
    fn what_has_no_room_is_told_of() {
        let measure = |text: &str| text.chars().count() as f64;
        assert_eq!(clipped(lines("en to tre fire", 6), 2, 6.0, measure), ["en to", "tre …"]);
        assert_eq!(clipped(lines("en to", 6), 2, 6.0, measure), ["en to"]);
    }
}
