//! The text in which an organisation keeps its own headings: one a line, with words that speak of it.

use std::collections::BTreeMap;

use super::OWN_CONCEPTS_MAX;

/// Longest heading of an organisation's own, in characters: a sentence that fits on the projector.
pub const CONCEPT_HEADING_CHARS_MAX: usize = 120;
/// Most words of one heading; with more it would speak of everything.
pub const CONCEPT_WORDS_MAX: usize = 100;

/// Most characters of the words of one heading, with what stands between them.
pub const CONCEPT_WORDS_CHARS_MAX: usize = 1_000;

/// Why a text of own headings cannot be used. Each names the line, from 1, and says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConceptsError {
    /// Words without a heading before the colon.
    #[error("Line {line} has no heading. Write it as \"Heading: word, word\".")]
    NoHeading {
        /// The line.
        line: usize,
    },
    /// More than [`CONCEPT_HEADING_CHARS_MAX`] characters.
    #[error(
        "The heading on line {line} has {chars} characters; at most {CONCEPT_HEADING_CHARS_MAX} are shown whole. \
         Shorten it, or put a colon after the heading if words follow it."
    )]
    HeadingTooLong {
        /// The line.
        line: usize,
        /// How many characters it has.
        chars: usize,
    },
    /// The same heading, case apart, on an earlier line.
    #[error("Line {line} has the heading of line {first} again. Put the words of both on one line.")]
    Twice {
        /// The line.
        line: usize,
        /// The line that had the heading first.
        first: usize,
    },
    /// More than [`CONCEPT_WORDS_MAX`] words.
    #[error("Line {line} has {count} words; at most {CONCEPT_WORDS_MAX} are read. Keep the most telling.")]
    TooManyWords {
        /// The line.
        line: usize,
        /// How many words it has.
        count: usize,
    },
    /// Words of more than [`CONCEPT_WORDS_CHARS_MAX`] characters.
    #[error(
        "The words on line {line} have {chars} characters; at most {CONCEPT_WORDS_CHARS_MAX} are read. \
         Keep the most telling."
    )]
    WordsTooLong {
        /// The line.
        line: usize,
        /// How many characters they have.
        chars: usize,
    },
    /// More headings than [`OWN_CONCEPTS_MAX`].
    #[error("Line {line} has heading number {}; at most {OWN_CONCEPTS_MAX} are read. Take some away.", OWN_CONCEPTS_MAX + 1)]
    TooMany {
        /// The line of the first heading too many.
        line: usize,
    },
}

impl ConceptsError {
    /// The line, from 1.
    pub fn line(&self) -> usize {
        match self {
            Self::NoHeading { line }
            | Self::HeadingTooLong { line, .. }
            | Self::Twice { line, .. }
            | Self::TooManyWords { line, .. }
            | Self::WordsTooLong { line, .. }
            | Self::TooMany { line } => *line,
        }
    }

    /// The stable code that pages and scripts know it by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoHeading { .. } => "concept_without_heading",
            Self::HeadingTooLong { .. } => "concept_heading_too_long",
            Self::Twice { .. } => "concept_twice",
            Self::TooManyWords { .. } => "concept_with_too_many_words",
            Self::WordsTooLong { .. } => "concept_with_too_long_words",
            Self::TooMany { .. } => "too_many_concepts",
        }
    }
}

/// Reads own headings and their words, as [`OwnConcept`](super::OwnConcept) takes them: the words with ", " between.
///
/// One heading a line, `Heading: word, word`; words may be left out, and semicolons or the tabs of a spreadsheet part as
/// well as colon and comma; where there is a tab, a colon is part of the heading. "#" at the beginning of a line or after a space begins a comment. Empty lines, a byte order
/// mark and the line ends of Windows do no harm.
///
/// # Errors
/// The first line that cannot be used.
pub fn read_concepts(text: &str) -> Result<Vec<(String, String)>, ConceptsError> {
    let mut concepts = Vec::new();
    let mut first_line: BTreeMap<String, usize> = BTreeMap::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (line, content) in (1..).zip(text.lines()) {
        let content = without_comment(content);
        if content.trim().is_empty() {
            continue;
        }
        let parted = content.split_once('\t').or_else(|| content.split_once(':'));
        let (heading, words) = parted.unwrap_or((content, ""));
        let heading = single_spaced(heading);
        if !heading.chars().any(char::is_alphanumeric) {
            return Err(ConceptsError::NoHeading { line });
        }
        let chars = heading.chars().count();
        if chars > CONCEPT_HEADING_CHARS_MAX {
            return Err(ConceptsError::HeadingTooLong { line, chars });
        }
        if let Some(&first) = first_line.get(&heading.to_lowercase()) {
            return Err(ConceptsError::Twice { line, first });
        }
        let words: Vec<String> =
            words.split([',', ';', '\t']).map(single_spaced).filter(|word| !word.is_empty()).collect();
        let count = words.iter().map(|word| word.split(' ').count()).sum();
        if count > CONCEPT_WORDS_MAX {
            return Err(ConceptsError::TooManyWords { line, count });
        }
        let words = words.join(", ");
        let chars = words.chars().count();
        if chars > CONCEPT_WORDS_CHARS_MAX {
            return Err(ConceptsError::WordsTooLong { line, chars });
        }
        if concepts.len() == OWN_CONCEPTS_MAX {
            return Err(ConceptsError::TooMany { line });
        }
        first_line.insert(heading.to_lowercase(), line);
        concepts.push((heading, words));
    }
    Ok(concepts)
}

/// The text that [`read_concepts`] reads as these headings and words, a line each.
pub fn write_concepts<'a>(concepts: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let line = |(heading, words): (&str, &str)| {
        // What would begin a comment would take the rest of the line with it.
        let heading = single_spaced(&heading.replace(" #", " ")).trim_start_matches('#').to_owned();
        let words = words.replace(" #", " ");
        match (words.is_empty(), heading.contains(':')) {
            (true, false) => format!("{heading}\n"),
            (false, false) => format!("{heading}: {words}\n"),
            (_, true) => format!("{heading}\t{words}\n"),
        }
    };
    concepts.into_iter().map(line).collect()
}

/// The line up to a "#" that stands first or after white space, so that "C#" is a word.
fn without_comment(line: &str) -> &str {
    let mut before = ' ';
    for (at, character) in line.char_indices() {
        if character == '#' && before.is_whitespace() {
            return &line[..at];
        }
        before = character;
    }
    line
}

fn single_spaced(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
