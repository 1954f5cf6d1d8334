//! What the file is called.

use unicode_normalization::UnicodeNormalization;

use super::drawing::drawing_words;
use super::minutes::Minutes;
use super::page::day;
use super::sheets::sheet_words;
use super::words::words;
use crate::session::Details;

/// Longest part of the title in a file name: paths have limits, and nobody reads further.
const TITLE_CHARS_MAX: usize = 60;

/// A name such as `referat-2026-11-20-helse-i-nordfjorden.docx`: small ASCII letters, digits and hyphens, which every
/// disk, mail and header takes; `extension` without its dot.
pub fn file_name(minutes: &Minutes, extension: &str) -> String {
    let day = day(minutes).map(|date| date.to_string());
    named(words(minutes.language).minutes, day, &minutes.title, extension)
}

/// The same for answers: `svar-2026-11-20-helse-i-nordfjorden.xlsx`, of one question `svar-3-2026-…` by its number.
pub fn answers_file_name(minutes: &Minutes, question: Option<usize>, extension: &str) -> String {
    let word = sheet_words(minutes.language).file;
    let word = question.map_or(word.to_owned(), |number| format!("{word}-{number}"));
    named(&word, day(minutes).map(|date| date.to_string()), &minutes.title, extension)
}

/// The same for the picture of a question's result, by its number: `bilde-3-2026-11-20-helse-i-nordfjorden.png`.
pub fn picture_file_name(minutes: &Minutes, question: usize, extension: &str) -> String {
    let word = format!("{}-{question}", drawing_words(minutes.language).picture);
    named(&word, day(minutes).map(|date| date.to_string()), &minutes.title, extension)
}

/// The same for slides: `lysbilder-2026-11-20-helse-i-nordfjorden.pptx`.
pub fn slides_file_name(minutes: &Minutes) -> String {
    let word = drawing_words(minutes.language).slides;
    named(word, day(minutes).map(|date| date.to_string()), &minutes.title, "pptx")
}

/// The same for an archive of a session that was planned so: `arkiv-2026-11-20-helse-i-nordfjorden.json`.
pub fn archive_file_name(details: &Details) -> String {
    let day = details.date.map(|date| date.to_string());
    named(sheet_words(details.language).archive, day, details.title.as_str(), "json")
}

/// The same for a plan: `program-2026-11-20-helse-i-nordfjorden.txt`.
pub fn plan_file_name(details: &Details, extension: &str) -> String {
    named(
        words(details.language).programme,
        details.date.map(|date| date.to_string()),
        details.title.as_str(),
        extension,
    )
}

fn named(word: &str, day: Option<String>, title: &str, extension: &str) -> String {
    let mut parts = vec![word.to_lowercase()];
    parts.extend(day);
    parts.push(plain(title));
    parts.retain(|part| !part.is_empty());
    format!("{}.{extension}", parts.join("-"))
}

fn plain(text: &str) -> String {
    let mut name = String::new();
    for letter in text.to_lowercase().nfd() {
        match letter {
            'æ' => name.push_str("ae"),
            'ø' => name.push('o'),
            letter if letter.is_ascii_alphanumeric() => name.push(letter),
            // Accents, decomposed from their letters, go without a trace.
            '\u{300}'..='\u{36f}' => {}
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
        if name.len() >= TITLE_CHARS_MAX {
            break;
        }
    }
    name.trim_end_matches('-').to_owned()
}
