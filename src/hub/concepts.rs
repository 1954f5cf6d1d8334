//! An organisation's own headings ("felles begreper"), between the text that people keep and the session's form.

use std::collections::BTreeMap;

use super::themes;
use crate::session::{Concept, Heading, Paragraph, Session};
use crate::theming::{self, CONCEPT_WORDS_CHARS_MAX, CONCEPT_WORDS_MAX, ConceptsError, OWN_CONCEPTS_MAX};

/// Reads headings from a text with one on each line.
///
/// # Errors
/// The first line that cannot be used.
pub fn read_concepts(text: &str) -> Result<Vec<Concept>, ConceptsError> {
    Ok(theming::read_concepts(text)?.into_iter().map(concept).collect())
}

/// The text of these headings, for a person to change and for [`read_concepts`] to read.
pub fn concepts_text(concepts: &[Concept]) -> String {
    theming::write_concepts(concepts.iter().map(|concept| (concept.heading.as_str(), concept.words.as_str())))
}

/// The themes of a session's open questions as headings for the next one, the largest of each question first. Takes as
/// long as reading all answers.
pub fn concepts_of_themes(session: &Session) -> Vec<Concept> {
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    let mut concepts: Vec<(String, String)> = Vec::new();
    let questions = session.programme.items().iter().map(|item| item.id);
    for (heading, words) in questions.flat_map(|item| themes::concepts(session, item)) {
        match place.get(&heading.to_lowercase()) {
            Some(&at) => concepts[at].1 = joined(&concepts[at].1, &words),
            None if concepts.len() < OWN_CONCEPTS_MAX => {
                place.insert(heading.to_lowercase(), concepts.len());
                concepts.push((heading, words));
            }
            None => {}
        }
    }
    concepts.into_iter().map(concept).collect()
}

/// The words of both, each once, as many as fit.
fn joined(one: &str, other: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    let (mut count, mut chars) = (0, 0);
    for word in one.split(", ").chain(other.split(", ")).filter(|word| !word.is_empty()) {
        count += word.split(' ').count();
        chars += word.chars().count() + 2;
        if count <= CONCEPT_WORDS_MAX && chars <= CONCEPT_WORDS_CHARS_MAX && !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(", ")
}

/// What is within the text's bounds is within the session's.
fn concept((heading, words): (String, String)) -> Concept {
    Concept {
        heading: Heading::parse(&heading).unwrap_or_default(),
        words: Paragraph::parse(&words).unwrap_or_default(),
    }
}
