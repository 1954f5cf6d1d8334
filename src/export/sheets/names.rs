//! What sheets are called.

use unicode_segmentation::UnicodeSegmentation;

/// Longest name of a sheet that Excel takes, in UTF-16 units.
const NAME_UNITS_MAX: usize = 31;

/// "3 Hva haster mest": the number makes it different from all others, whatever the rest is cut down to. What Excel
/// refuses in names (`[ ] : * ? / \`, and a `'` at an end) is left out.
pub(in crate::export) fn sheet_name(number: usize, called: &str) -> String {
    named(number.to_string(), called)
}

/// "3b Standpunkter": a further sheet of the same question.
pub(in crate::export) fn side_sheet_name(number: usize, called: &str) -> String {
    named(format!("{number}b"), called)
}

fn named(mut name: String, called: &str) -> String {
    let mut units = name.len() + 1;
    let mut rest = String::new();
    for grapheme in plain(called).graphemes(true) {
        units += grapheme.encode_utf16().count();
        if units > NAME_UNITS_MAX {
            break;
        }
        rest.push_str(grapheme);
    }
    let rest = rest.trim();
    if !rest.is_empty() {
        name.push(' ');
        name.push_str(rest);
    }
    name
}

fn plain(text: &str) -> String {
    let refused = |letter: char| {
        "[]:*?/\\'".contains(letter) || letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}')
    };
    let spaced: String = text.chars().map(|letter| if refused(letter) { ' ' } else { letter }).collect();
    spaced.split_whitespace().collect::<Vec<&str>>().join(" ")
}
