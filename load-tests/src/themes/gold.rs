//! Answers that people grouped.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use plenum::session::Language;
use serde::Deserialize;

/// One set.
pub struct Gold {
    /// The file without its ending.
    pub name: String,
    /// The language most answers are in.
    pub language: Language,
    /// What was asked; empty where it is not known.
    pub question: String,
    /// The answers.
    pub answers: Vec<String>,
    /// The people's themes.
    pub themes: Vec<GoldTheme>,
    theme_of: Vec<usize>,
}

/// One theme that people made.
#[derive(Deserialize)]
pub struct GoldTheme {
    /// The heading they gave it.
    pub label: String,
    /// Whether it is what was left over: no theme.
    #[serde(default)]
    pub other: bool,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    language: String,
    #[serde(default)]
    question: String,
    input: Vec<String>,
    gold: Vec<usize>,
    themes: Vec<GoldTheme>,
}

impl Gold {
    /// Reads a set, or the two of a file that two people grouped; none where the file has counts and no answers.
    pub fn read(path: &Path) -> Result<Vec<Gold>> {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Gold::parse(name, &text).with_context(|| format!("cannot measure {}", path.display()))
    }

    fn parse(name: String, text: &str) -> Result<Vec<Gold>> {
        if let Ok(twice) = serde_json::from_str::<GroupedTwice>(text) {
            return Ok(twice.sets(&name));
        }
        let file: File = serde_json::from_str(text)?;
        if file.input.is_empty() {
            return Ok(Vec::new());
        }
        ensure!(
            file.gold.len() == file.input.len(),
            "there are {} answers and the themes of {}",
            file.input.len(),
            file.gold.len()
        );
        ensure!(
            file.gold.iter().all(|&theme| theme < file.themes.len()),
            "an answer is in a theme that is not there"
        );
        Ok(vec![Gold {
            name,
            language: language_of(&file.language),
            question: file.question,
            answers: file.input,
            themes: file.themes,
            theme_of: file.gold,
        }])
    }

    /// The number of each answer's group; each answer of what was left over is a group of its own.
    pub fn groups(&self) -> Vec<usize> {
        let own = |index: usize| self.themes.len() + index;
        self.theme_of
            .iter()
            .enumerate()
            .map(|(index, &theme)| if self.themes[theme].other { own(index) } else { theme })
            .collect()
    }

    /// How many themes have answers.
    pub fn theme_count(&self) -> usize {
        (0..self.themes.len())
            .filter(|theme| !self.themes[*theme].other && self.theme_of.contains(theme))
            .count()
    }

    /// The theme of an answer; none for what was left over.
    pub fn theme_of(&self, answer: usize) -> Option<usize> {
        Some(self.theme_of[answer]).filter(|&theme| !self.themes[theme].other)
    }

    /// The heading over an answer.
    pub fn heading_of(&self, answer: usize) -> &str {
        &self.themes[self.theme_of[answer]].label
    }
}

/// Mixed sets name several languages, the main one first: "nb+nn+dialect".
fn language_of(name: &str) -> Language {
    match name.split('+').next() {
        Some("en") => Language::En,
        Some("nn") => Language::Nn,
        Some(_) | None => Language::Nb,
    }
}

/// Answers that two people grouped, each by headings of their own; an empty one is what was left over.
#[derive(Deserialize)]
struct GroupedTwice {
    language: String,
    question: String,
    answers: Vec<GroupedAnswer>,
}

#[derive(Deserialize)]
struct GroupedAnswer {
    text: String,
    one: String,
    other: String,
}

impl GroupedTwice {
    fn sets(&self, name: &str) -> Vec<Gold> {
        let by_one = self.set(format!("{name} (one)"), |answer| &answer.one);
        let by_other = self.set(format!("{name} (other)"), |answer| &answer.other);
        vec![by_one, by_other]
    }

    fn set(&self, name: String, heading: impl Fn(&GroupedAnswer) -> &String) -> Gold {
        let mut labels: Vec<&String> = Vec::new();
        let mut theme_of = Vec::with_capacity(self.answers.len());
        for label in self.answers.iter().map(heading) {
            let known = labels.iter().position(|other| *other == label);
            theme_of.push(known.unwrap_or(labels.len()));
            if known.is_none() {
                labels.push(label);
            }
        }
        let themes =
            labels.iter().map(|label| GoldTheme { label: (*label).clone(), other: label.is_empty() });
        Gold {
            name,
            language: language_of(&self.language),
            question: self.question.clone(),
            answers: self.answers.iter().map(|answer| answer.text.clone()).collect(),
            themes: themes.collect(),
            theme_of,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: &str = r#"{"language": "en", "input": ["Bus", "Car", "Tea", "?"], "gold": [0, 0, 1, 2],
        "themes": [{"label": "Travel"}, {"label": "Food"}, {"label": "Other", "other": true}]}"#;

    #[test]
    fn what_was_left_over_is_no_theme() {
        let gold = &Gold::parse("set".to_owned(), SET).expect("the set is read")[0];

        assert_eq!(gold.groups(), [0, 0, 1, 6]);
        assert_eq!((gold.theme_count(), gold.theme_of(3), gold.heading_of(3)), (2, None, "Other"));
    }

    #[test]
    fn a_set_that_does_not_fit_together_is_refused() {
        for broken in [SET.replace("[0, 0, 1, 2]", "[0, 0, 1]"), SET.replace("[0, 0, 1, 2]", "[0, 0, 1, 3]")]
        {
            assert!(Gold::parse("set".to_owned(), &broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn a_set_of_counts_alone_is_passed_over() {
        let counts = r#"{"input": [], "gold": [], "themes": [{"label": "Travel"}]}"#;

        assert!(Gold::parse("set".to_owned(), counts).expect("the set is read").is_empty());
    }

    #[test]
    fn what_two_people_grouped_is_two_sets() {
        let twice = r#"{"language": "nb", "question": "Hva?", "answers": [
            {"text": "Buss", "one": "Reise", "other": "Reise"}, {"text": "Te", "one": "", "other": "Reise"}]}"#;
        let sets = Gold::parse("set".to_owned(), twice).expect("the sets are read");

        assert_eq!(
            sets.iter().map(|set| set.name.as_str()).collect::<Vec<_>>(),
            ["set (one)", "set (other)"]
        );
        assert_eq!((sets[0].theme_of(1), sets[1].theme_of(1)), (None, Some(0)));
    }
}
