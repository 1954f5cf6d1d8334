//! All that a drawing shows, in words: the sentences and tables of the minutes, without single answers.

use crate::export::page::{Block, Level, Table};

/// The blocks on one question as running text.
pub(super) fn told(blocks: &[Block]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(Level::Theme | Level::SubTheme, text) | Block::Paragraph(text) => {
                parts.push(ended(text));
            }
            Block::Table(table) => parts.extend(table.rows.iter().map(|row| told_row(table, row))),
            Block::List(lines) => parts.extend(lines.iter().map(|line| ended(line))),
            // The question is the title; notes tell how it was counted, and answers are for the minutes.
            Block::Title(_)
            | Block::Heading(Level::Part | Level::Question, _)
            | Block::Subtitle(_)
            | Block::Facts(_)
            | Block::Prompt(_)
            | Block::Note(_)
            | Block::Programme(_)
            | Block::Answers(_)
            | Block::Picture(_) => {}
        }
    }
    parts.join("\n")
}

/// "Biler: Antall 12, Andel 40 %."
fn told_row(table: &Table, row: &[String]) -> String {
    let figure = |(column, cell): (usize, &String)| {
        let is_figure = column != table.words && !cell.is_empty();
        let header = table.header.get(column)?;
        is_figure.then(|| format!("{header} {cell}"))
    };
    let figures: Vec<String> = row.iter().enumerate().filter_map(figure).collect();
    let name = row.get(table.words).map(String::as_str).unwrap_or_default();
    // A table of one row of figures has no names.
    if table.words == 0 && table.rows.len() == 1 && table.bars.is_empty() {
        let all: Vec<String> =
            table.header.iter().zip(row).map(|(header, cell)| format!("{header} {cell}")).collect();
        return ended(&all.join(", "));
    }
    ended(&format!("{name}: {}", figures.join(", ")))
}

fn ended(text: &str) -> String {
    if text.ends_with(['.', '?', '!', '…', ':']) { text.to_owned() } else { format!("{text}.") }
}
