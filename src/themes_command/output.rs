//! Prints themes as text, Markdown or JSON.

use std::io;

use serde::Serialize;

use super::ThemesError;
use crate::session::Language;
use crate::theming::Grouping;

/// What answers that fit nowhere are called.
fn rest_heading(language: Language) -> &'static str {
    match language {
        Language::Nb | Language::Nn => "Andre tema",
        Language::En => "Other",
    }
}

/// Headings with their answers, the residue last and only when there is one.
fn sections(grouping: &Grouping, language: Language) -> impl Iterator<Item = (&str, &[usize])> {
    let themes = grouping.themes.iter().map(|theme| (theme.label.as_str(), theme.answers.as_slice()));
    let rest = (!grouping.rest.is_empty()).then_some((rest_heading(language), grouping.rest.as_slice()));
    themes.chain(rest)
}

/// Headings with counts and the answers below.
pub(super) fn text_of(grouping: &Grouping, answers: &[&str], language: Language) -> String {
    let blocks: Vec<String> = sections(grouping, language)
        .map(|(label, indexes)| {
            let lines: String =
                indexes.iter().map(|&index| format!("  {}\n", one_line(answers[index]))).collect();
            format!("{label} ({})\n{lines}", indexes.len())
        })
        .collect();
    blocks.join("\n")
}

/// Second-level headings with counts and a list under each.
pub(super) fn markdown_of(grouping: &Grouping, answers: &[&str], language: Language) -> String {
    let blocks: Vec<String> = sections(grouping, language)
        .map(|(label, indexes)| {
            let lines: String = indexes
                .iter()
                .map(|&index| format!("- {}\n", markdown_escaped(&one_line(answers[index]))))
                .collect();
            format!("## {} ({})\n\n{lines}", markdown_escaped(label), indexes.len())
        })
        .collect();
    blocks.join("\n")
}

/// Line ends and control characters, which could steer a terminal, become spaces.
fn one_line(answer: &str) -> String {
    let spaced: String = answer.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that Markdown shows as it is written.
fn markdown_escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (position, character) in text.chars().enumerate() {
        let special =
            matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&');
        let list_mark = (position == 0 && matches!(character, '-' | '+'))
            || (digits > 0 && position == digits && matches!(character, '.' | ')'));
        if special || list_mark {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[derive(Serialize)]
struct ThemesJson<'a> {
    themes: Vec<ThemeJson<'a>>,
    unthemed: &'a [usize],
}

#[derive(Serialize)]
struct ThemeJson<'a> {
    label: &'a str,
    parent: Option<usize>,
    answers: &'a [usize],
}

/// Themes and indexes, one line.
pub(super) fn json_of(grouping: &Grouping) -> Result<String, ThemesError> {
    let themes = grouping
        .themes
        .iter()
        .map(|theme| ThemeJson { label: &theme.label, parent: theme.parent, answers: &theme.answers })
        .collect();
    let json =
        serde_json::to_string(&ThemesJson { themes, unthemed: &grouping.rest }).map_err(io::Error::from)?;
    Ok(json + "\n")
}
