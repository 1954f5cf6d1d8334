//! The file of a replay: a question and the answers that people gave.

use std::path::Path;

use anyhow::{Context, Result, bail};
use plenum::session::{AnswerText, Language, Paragraph};
use serde::Deserialize;

/// What is replayed.
#[derive(Debug)]
pub struct AnswerSet {
    /// The question, or one that fits anything where the file has none.
    pub question: Paragraph,
    /// The language of the session.
    pub language: Language,
    /// The answers as a server keeps them, in the file's order.
    pub answers: Vec<AnswerText>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    question: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    counts_only: bool,
    input: Vec<String>,
}

impl AnswerSet {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<AnswerSet> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        AnswerSet::parse(&text).with_context(|| format!("cannot replay {}", path.display()))
    }

    /// Reads the text of a file.
    pub fn parse(text: &str) -> Result<AnswerSet> {
        let file: File = serde_json::from_str(text)?;
        if file.counts_only {
            bail!("the file holds counts only (counts_only), and no answers to give");
        }
        if file.input.is_empty() {
            bail!("the file's input is empty, so there is nothing to answer");
        }
        // Mixed sets name several languages, the main one first: "nb+nn+dialect".
        let language = match file.language.split('+').next() {
            Some("nn") => Language::Nn,
            Some("en") => Language::En,
            Some("nb" | "no" | "") | None => Language::Nb,
            Some(other) => bail!("the language {other:?} is not one of nb, nn and en"),
        };
        let question = match (file.question.trim(), language) {
            ("", Language::Nb) => "Hva mener du?",
            ("", Language::Nn) => "Kva meiner du?",
            ("", Language::En) => "What do you think?",
            (asked, _) => asked,
        };
        let question =
            Paragraph::parse(question).map_err(|reason| anyhow::anyhow!("the question: {reason}"))?;
        let answers = file.input.iter().enumerate().map(|(index, raw)| {
            let answer =
                AnswerText::parse(raw).map_err(|reason| anyhow::anyhow!("answer {index}: {reason}"))?;
            if answer.is_empty() {
                bail!("answer {index} is empty");
            }
            Ok(answer)
        });
        Ok(AnswerSet { question, language, answers: answers.collect::<Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        AnswerSet::parse(text).expect_err("the file is refused").to_string()
    }

    #[test]
    fn a_file_without_a_question_is_asked_one_in_its_language() {
        let set = AnswerSet::parse(r#"{"question": "", "language": "en", "input": ["Yes", "Yes"]}"#)
            .expect("the file is read");
        assert_eq!(set.question.as_str(), "What do you think?");
        assert_eq!(set.answers.len(), 2);
        let set = AnswerSet::parse(
            r#"{"question": "Hva nå?", "language": "nn+dialect", "input": [" Ja\r\nnei "]}"#,
        )
        .expect("the file is read");
        assert_eq!((set.question.as_str(), set.language), ("Hva nå?", Language::Nn));
        assert_eq!(set.answers[0].as_str(), "Ja\nnei");
    }

    #[test]
    fn a_file_that_cannot_be_replayed_is_refused_with_the_reason() {
        assert!(refusal(r#"{"counts_only": true, "input": []}"#).contains("counts only"));
        assert!(refusal(r#"{"input": []}"#).contains("nothing to answer"));
        assert!(refusal(r#"{"input": ["ja", " "]}"#).contains("answer 1 is empty"));
        assert!(refusal(r#"{"input": ["ja"], "language": "fi"}"#).contains("fi"));
        assert!(refusal(r#"{"question": "Hva?"}"#).contains("input"));
    }
}
