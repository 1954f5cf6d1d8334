//! The list of contents: which headings it names, under which numbers.

use super::page::{Block, Level};

/// So many questions are found without a list of them.
const QUESTIONS_FROM: usize = 4;

/// A heading that the list leads to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry<'a> {
    /// Which of the blocks it is.
    pub block: usize,
    /// A part, or a question within one.
    pub level: Level,
    /// "2", "2.1".
    pub number: String,
    /// The heading itself.
    pub text: &'a str,
}

/// The parts and the questions in them, in order; none where they are few.
pub(super) fn contents(blocks: &[Block]) -> Vec<Entry<'_>> {
    let (mut part, mut question, mut questions) = (0, 0, 0);
    let mut entries = Vec::new();
    for (block, heading) in blocks.iter().enumerate() {
        let Block::Heading(level, text) = heading else { continue };
        let number = match level {
            Level::Part => {
                (part, question) = (part + 1, 0);
                part.to_string()
            }
            Level::Question => {
                (question, questions) = (question + 1, questions + 1);
                format!("{part}.{question}")
            }
            Level::Theme | Level::SubTheme => continue,
        };
        entries.push(Entry { block, level: *level, number, text });
    }
    if questions < QUESTIONS_FROM { Vec::new() } else { entries }
}
