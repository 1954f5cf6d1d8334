//! Prints themes as text, Markdown or JSON.

use std::io;

use serde::Serialize;

use super::ThemesError;
use crate::session::Language;
use crate::theming::{Explanation, Family, Grouping, ThemeExplanation};

/// What is printed.
pub(super) struct Themes<'a> {
    pub(super) grouping: &'a Grouping,
    /// Printed with the themes where it was asked for.
    pub(super) explanation: Option<&'a Explanation>,
    pub(super) answers: &'a [&'a str],
    pub(super) language: Language,
}

/// A heading with its answers; the residue has no explanation.
struct Section<'a> {
    label: &'a str,
    indexes: &'a [usize],
    explanation: Option<&'a ThemeExplanation>,
}

impl Themes<'_> {
    /// Headings with counts and the answers below.
    pub(super) fn text(&self) -> String {
        let sections = self.sections().map(|section| {
            let because = self.because(&section);
            let because: String = because.iter().map(|line| format!("  ({line})\n")).collect();
            let answers: String = section
                .indexes
                .iter()
                .map(|&index| format!("  {}\n", one_line(self.answers[index])))
                .collect();
            format!("{} ({})\n{because}{answers}", section.label, section.indexes.len())
        });
        let figures = self.figures().map(|figures| format!("{figures}\n"));
        figures.into_iter().chain(sections).collect::<Vec<_>>().join("\n")
    }

    /// Second-level headings with counts and a list under each.
    pub(super) fn markdown(&self) -> String {
        let sections = self.sections().map(|section| {
            let because = self.because(&section);
            let because: String =
                because.iter().map(|line| format!("{}\n\n", markdown_escaped(line))).collect();
            let answers: String = section
                .indexes
                .iter()
                .map(|&index| format!("- {}\n", markdown_escaped(&one_line(self.answers[index]))))
                .collect();
            let label = markdown_escaped(section.label);
            format!("## {label} ({})\n\n{because}{answers}", section.indexes.len())
        });
        let figures = self.figures().map(|figures| format!("{figures}\n"));
        figures.into_iter().chain(sections).collect::<Vec<_>>().join("\n")
    }

    /// Themes and indexes, one line.
    pub(super) fn json(&self) -> Result<String, ThemesError> {
        let explanation = |position: usize| Some(&self.explanation?.themes[position]);
        let themes = self.grouping.themes.iter().enumerate();
        let json = serde_json::to_string(&ThemesJson {
            themes: themes
                .map(|(position, theme)| ThemeJson {
                    label: &theme.label,
                    answers: &theme.answers,
                    because: explanation(position).map(BecauseJson::of),
                })
                .collect(),
            unthemed: &self.grouping.rest,
            families: self.grouping.families.iter().map(FamilyJson::of).collect(),
            catalogue: self.explanation.map(|explanation| CatalogueJson {
                share: explanation.share,
                gate: explanation.gate,
                shared_words: explanation.shared_words,
            }),
        })
        .map_err(io::Error::from)?;
        Ok(json + "\n")
    }

    /// Headings with their answers, the residue last and only when there is one.
    fn sections(&self) -> impl Iterator<Item = Section<'_>> {
        let themes = self.grouping.themes.iter().enumerate().map(|(position, theme)| Section {
            label: &theme.label,
            indexes: &theme.answers,
            explanation: self.explanation.map(|explanation| &explanation.themes[position]),
        });
        let rest =
            Section { label: rest_heading(self.language), indexes: &self.grouping.rest, explanation: None };
        themes.chain((!rest.indexes.is_empty()).then_some(rest))
    }

    /// How far the catalogue was let in, where it was asked for.
    fn figures(&self) -> Option<String> {
        let explanation = self.explanation?;
        Some(format!(
            "The catalogue of common themes explains {:.0} % of what the answers say and is let in by {:.0} %. \
             An answer shares {:.0} % of its words with its nearest neighbour.",
            100.0 * explanation.share,
            100.0 * explanation.gate,
            100.0 * explanation.shared_words
        ))
    }

    /// What holds a theme together, a line for each kind of reason.
    fn because(&self, section: &Section) -> Vec<String> {
        let Some(explanation) = section.explanation else {
            return Vec::new();
        };
        let counted = |what: &str, counts: &[(String, usize)]| {
            let counts: Vec<String> =
                counts.iter().map(|(name, count)| format!("{} {count}", one_line(name))).collect();
            (!counts.is_empty()).then(|| format!("{what}: {}", counts.join(", ")))
        };
        let typical =
            explanation.typical.map(|index| format!("most typical: {}", one_line(self.answers[index])));
        [counted("shared words", &explanation.words), counted("catalogue", &explanation.concepts), typical]
            .into_iter()
            .flatten()
            .collect()
    }
}

/// What answers that fit nowhere are called.
fn rest_heading(language: Language) -> &'static str {
    match language {
        Language::Nb | Language::Nn => "Andre tema",
        Language::En => "Other",
    }
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
    families: Vec<FamilyJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    catalogue: Option<CatalogueJson>,
}

#[derive(Serialize)]
struct ThemeJson<'a> {
    label: &'a str,
    answers: &'a [usize],
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<BecauseJson<'a>>,
}

/// Themes of the list that belong together.
#[derive(Serialize)]
struct FamilyJson<'a> {
    label: &'a str,
    themes: &'a [usize],
}

impl<'a> FamilyJson<'a> {
    fn of(family: &'a Family) -> Self {
        Self { label: &family.label, themes: &family.themes }
    }
}

#[derive(Serialize)]
struct BecauseJson<'a> {
    shared_words: &'a [(String, usize)],
    catalogue: &'a [(String, usize)],
    typical: Option<usize>,
}

impl<'a> BecauseJson<'a> {
    fn of(explanation: &'a ThemeExplanation) -> Self {
        Self {
            shared_words: &explanation.words,
            catalogue: &explanation.concepts,
            typical: explanation.typical,
        }
    }
}

#[derive(Serialize)]
struct CatalogueJson {
    share: f32,
    gate: f32,
    shared_words: f32,
}
