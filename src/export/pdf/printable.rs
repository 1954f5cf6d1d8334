//! Texts as our fonts can print them: what they do not have is written in other letters, or as a mark.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::export::drawing::Ruler;

/// Stands for what the fonts do not have; several in a row have one.
const MARK: &str = "[?]";
/// What is longer is no word of any language, and may be divided after so many letters.
const WORD_LETTERS_MAX: usize = 40;
const PIECE_LETTERS: usize = 20;
/// Where a line may end without a sign of it.
const BREAK: char = '\u{200b}';
/// After which a line may end anyway.
const ENDS: [char; 5] = [' ', '\n', '/', '-', '?'];

/// A text as it can be printed.
#[derive(Debug, PartialEq)]
pub(super) struct Printable {
    /// Lines end with `\n`; every other letter is in our fonts.
    pub text: String,
    /// Whether a mark stands for something.
    pub marked: bool,
}

/// The text in letters that our fonts have.
pub(super) fn printable(text: &str) -> Printable {
    if text.chars().all(is_usual) && text.split([' ', '\n']).all(|word| word.len() <= WORD_LETTERS_MAX) {
        return Printable { text: text.to_owned(), marked: false };
    }
    let composed: String = text.nfc().collect();
    let mut printed = String::with_capacity(composed.len());
    let (mut marked, mut after_mark, mut word_letters) = (false, false, 0);
    for seen in composed.graphemes(true) {
        let Some(letters) = in_our_letters(seen) else {
            if !after_mark {
                printed.push_str(MARK);
            }
            (marked, after_mark) = (true, true);
            continue;
        };
        if letters.is_empty() {
            continue;
        }
        after_mark = false;
        word_letters = if letters.contains(ENDS) { 0 } else { word_letters + 1 };
        if word_letters > PIECE_LETTERS {
            printed.push(BREAK);
            word_letters = 1;
        }
        printed.push_str(&letters);
    }
    Printable { text: without_short_breaks(&printed), marked }
}

/// Words of a length that people write are divided by the rules of their language alone, and found as they are.
fn without_short_breaks(text: &str) -> String {
    let whole = |word: &str| word.chars().filter(|letter| *letter != BREAK).count() <= WORD_LETTERS_MAX;
    let words = text.split_inclusive(ENDS);
    words.map(|word| if whole(word) { word.replace(BREAK, "") } else { word.to_owned() }).collect()
}

/// Letters that all of our fonts have and that need no thought.
fn is_usual(letter: char) -> bool {
    letter == '\n'
        || matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17e}')
            && Ruler::of_pictures().has(letter)
}

/// What a person sees as one letter, in letters of our fonts; empty where nothing is seen, none where there are no such.
fn in_our_letters(seen: &str) -> Option<String> {
    let first = seen.chars().next()?;
    if let Some(other) = other_way(first) {
        return Some(other.to_owned());
    }
    let visible: String = seen.chars().filter(|letter| !is_unseen(*letter)).collect();
    let Some(base) = visible.chars().next() else { return Some(String::new()) };
    let has = |letter: char| Ruler::of_pictures().has(letter);
    if has(base) {
        // A mark that the fonts do not have is left out of a letter that they have.
        return Some(visible.chars().filter(|letter| has(*letter)).collect());
    }
    let plain: String = visible.nfkc().filter(|letter| !is_unseen(*letter)).collect();
    plain.chars().all(has).then_some(plain)
}

/// Signs that have another way of being written.
fn other_way(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => "\n",
        '\t' => " ",
        '\u{2010}' | '\u{2011}' => "-",
        '\u{2012}' => "–",
        '\u{2015}' => "—",
        '→' | '➔' | '➜' => "->",
        '←' => "<-",
        '⇒' => "=>",
        '≤' => "<=",
        '≥' => ">=",
        '≈' => "~",
        '●' | '■' | '▪' | '◦' | '○' | '‣' | '∙' => "•",
        _ => return None,
    })
}

/// Letters that show nothing: controls, joiners, directions, selectors (Unicode's `Default_Ignorable_Code_Point`).
fn is_unseen(letter: char) -> bool {
    letter.is_control() && letter != '\n'
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
