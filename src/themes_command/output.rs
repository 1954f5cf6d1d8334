//! Prints themes as text, Markdown or JSON.

use std::io;

use serde::Serialize;

use super::ThemesError;
use crate::export::other_themes;
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

/// A heading with what stands below it.
enum Section<'a> {
    /// Themes that belong together.
    Family { label: &'a str, themes: Vec<ThemeSection<'a>> },
    /// A theme in no family, or the residue.
    Theme(ThemeSection<'a>),
}

/// A heading with its answers; the residue has no explanation.
struct ThemeSection<'a> {
    label: &'a str,
    indexes: &'a [usize],
    explanation: Option<&'a ThemeExplanation>,
}

impl Themes<'_> {
    /// Headings with counts and the answers below; themes of a family stand indented under its heading.
    pub(super) fn text(&self) -> String {
        let sections = self.sections().into_iter().map(|section| match section {
            Section::Theme(theme) => self.theme_text(&theme, ""),
            Section::Family { label, themes } => {
                let below: Vec<String> = themes.iter().map(|theme| self.theme_text(theme, "  ")).collect();
                format!("{label} ({})\n{}", answer_count(&themes), below.join("\n"))
            }
        });
        let figures = self.figures().map(|figures| format!("{figures}\n"));
        figures.into_iter().chain(sections).collect::<Vec<_>>().join("\n")
    }

    fn theme_text(&self, theme: &ThemeSection, indent: &str) -> String {
        let because = self.because(theme);
        let because: String = because.iter().map(|line| format!("{indent}  ({line})\n")).collect();
        let answers = theme.indexes.iter().map(|&index| one_line(self.answers[index]));
        let answers: String = answers.map(|answer| format!("{indent}  {answer}\n")).collect();
        format!("{indent}{} ({})\n{because}{answers}", theme.label, theme.indexes.len())
    }

    /// Second-level headings with counts and a list under each; themes of a family have third-level headings under its
    /// own.
    pub(super) fn markdown(&self) -> String {
        let sections = self.sections().into_iter().map(|section| match section {
            Section::Theme(theme) => self.theme_markdown(&theme, "##"),
            Section::Family { label, themes } => {
                let below: Vec<String> =
                    themes.iter().map(|theme| self.theme_markdown(theme, "###")).collect();
                format!("## {} ({})\n\n{}", markdown_escaped(label), answer_count(&themes), below.join("\n"))
            }
        });
        let figures = self.figures().map(|figures| format!("{figures}\n"));
        figures.into_iter().chain(sections).collect::<Vec<_>>().join("\n")
    }

    fn theme_markdown(&self, theme: &ThemeSection, mark: &str) -> String {
        let because = self.because(theme);
        let because: String = because.iter().map(|line| format!("{}\n\n", markdown_escaped(line))).collect();
        let answers = theme.indexes.iter().map(|&index| markdown_escaped(&one_line(self.answers[index])));
        let answers: String = answers.map(|answer| format!("- {answer}\n")).collect();
        format!("{mark} {} ({})\n\n{because}{answers}", markdown_escaped(theme.label), theme.indexes.len())
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

    /// Families with their themes, then themes in no family, the residue last and only when there is one.
    fn sections(&self) -> Vec<Section<'_>> {
        let theme = |position: usize| ThemeSection {
            label: &self.grouping.themes[position].label,
            indexes: &self.grouping.themes[position].answers,
            explanation: self.explanation.map(|explanation| &explanation.themes[position]),
        };
        let families = self.grouping.families.iter().map(|family| Section::Family {
            label: &family.label,
            themes: family.themes.iter().map(|&position| theme(position)).collect(),
        });
        let in_family =
            |position: &usize| self.grouping.families.iter().any(|family| family.themes.contains(position));
        let others = (0..self.grouping.themes.len()).filter(|position| !in_family(position));
        let rest = ThemeSection {
            label: other_themes(self.language),
            indexes: &self.grouping.rest,
            explanation: None,
        };
        let rest = (!rest.indexes.is_empty()).then_some(rest);
        families.chain(others.map(theme).chain(rest).map(Section::Theme)).collect()
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
    fn because(&self, theme: &ThemeSection) -> Vec<String> {
        let Some(explanation) = theme.explanation else {
            return Vec::new();
        };
        let counted = |what: &str, counts: &[(String, usize)]| {
            let counts: Vec<String> =
                counts.iter().map(|(name, count)| format!("{} {count}", one_line(name))).collect();
            (!counts.is_empty()).then(|| format!("{what}: {}", counts.join(", ")))
        };
        let own = explanation.own_concept.as_deref().map(|own| format!("own heading: {}", one_line(own)));
        let typical =
            explanation.typical.map(|index| format!("most typical: {}", one_line(self.answers[index])));
        let words = counted("shared words", &explanation.words);
        let catalogue = counted("catalogue", &explanation.concepts);
        [own, words, catalogue, typical].into_iter().flatten().collect()
    }
}

/// How many answers stand in these themes together.
fn answer_count(themes: &[ThemeSection]) -> usize {
    themes.iter().map(|theme| theme.indexes.len()).sum()
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
    #[serde(skip_serializing_if = "Option::is_none")]
    own_heading: Option<&'a str>,
    shared_words: &'a [(String, usize)],
    catalogue: &'a [(String, usize)],
    typical: Option<usize>,
}

impl<'a> BecauseJson<'a> {
    fn of(explanation: &'a ThemeExplanation) -> Self {
        Self {
            own_heading: explanation.own_concept.as_deref(),
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
