//! Minutes as Markdown (CommonMark with GitHub's tables), and the way back to the answers.
//!
//! Each answer is one line that begins with `- `, and no other line does: facts and programme are lists with `*`.
//! In an answer every character that Markdown could take for markup has a backslash before it, and a line break is
//! written `<br>`; a `<` that somebody typed is written `\<`, so the two cannot be confused. Without those two rules
//! the line is the answer, character by character: [`unescape_markdown`] undoes them.

use super::minutes::Minutes;
use super::page::{Block, Level, Table, page};

/// Begins the line of an answer, and no other.
const ANSWER: &str = "- ";
/// A line break within an answer.
const LINE_BREAK: &str = "<br>";

/// Renders minutes as Markdown.
pub fn markdown(minutes: &Minutes) -> String {
    let blocks: Vec<String> = page(minutes).iter().map(block).collect();
    blocks.join("\n\n") + "\n"
}

/// The answers in minutes that [`markdown()`] rendered, word for word and in order.
pub fn answers_in_markdown(markdown: &str) -> Vec<String> {
    markdown.lines().filter_map(|line| line.strip_prefix(ANSWER)).map(unescape_markdown).collect()
}

/// Writes a text as one line of Markdown that renders as that text, wherever the line stands.
pub fn escape_markdown(text: &str) -> String {
    // What begins a block does so as the first character, or after a number.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let begins_block = match text[digits..].chars().next() {
        Some('-' | '+' | '=' | ':') => digits == 0,
        Some('.' | ')') => digits > 0,
        Some(_) | None => false,
    };
    if begins_block {
        format!("{}\\{}", &text[..digits], escape_inline(&text[digits..]))
    } else {
        escape_inline(text)
    }
}

/// Undoes [`escape_markdown`].
pub fn unescape_markdown(line: &str) -> String {
    let line = line.replace(LINE_BREAK, "\n");
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => text.extend(letters.next()),
            (other, _) => text.push(other),
        }
    }
    text
}

/// Writes a text that cannot begin a block, as in a table's cell.
fn escape_inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for (index, letter) in text.char_indices() {
        let markup = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '#' | '^' => true,
            // An address that a viewer makes a link of by itself would show the backslashes within it.
            ':' => text[index..].starts_with("://"),
            '.' => index >= 3 && text.as_bytes()[index - 3..index].eq_ignore_ascii_case(b"www"),
            _ => false,
        };
        if letter == '\n' {
            escaped.push_str(LINE_BREAK);
        } else {
            if markup {
                escaped.push('\\');
            }
            escaped.push(letter);
        }
    }
    escaped
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(text) => format!("# {}", escape_markdown(text)),
        Block::Subtitle(text) | Block::Note(text) => format!("*{}*", escape_markdown(text)),
        Block::Facts(facts) => {
            lines(facts.iter().map(|fact| format!("* **{}:** {}", fact.label, escape_markdown(&fact.value))))
        }
        Block::Heading(level, text) => format!("{} {}", marks(*level), escape_markdown(text)),
        Block::Paragraph(text) => escape_markdown(text),
        Block::Prompt(text) => format!("> {}", escape_markdown(text)),
        Block::Programme(programme) => lines(programme.iter().map(|line| {
            let colon = if line.when.is_empty() { "" } else { ": " };
            let what = escape_markdown(&format!("{}{}{colon}{}", line.when, line.planned, line.what));
            if line.how.is_empty() {
                format!("* {what}")
            } else {
                format!("* {what}{LINE_BREAK}{}", escape_markdown(&line.how))
            }
        })),
        Block::List(sentences) => {
            lines(sentences.iter().map(|sentence| format!("* {}", escape_markdown(sentence))))
        }
        Block::Answers(answers) => {
            lines(answers.iter().map(|answer| format!("{ANSWER}{}", escape_markdown(answer))))
        }
        Block::Table(table) => rows(table),
        Block::Picture(figure) => format!("*{}*", escape_markdown(&figure.caption)),
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<String>>().join("\n")
}

fn marks(level: Level) -> &'static str {
    match level {
        Level::Part => "##",
        Level::Question => "###",
        Level::Theme => "####",
        Level::SubTheme => "#####",
    }
}

fn rows(table: &Table) -> String {
    let row = |cells: &mut dyn Iterator<Item = &str>| {
        let cells: Vec<String> = cells.map(escape_inline).collect();
        format!("| {} |", cells.join(" | "))
    };
    // The place and the words stand left, numbers stand right.
    let last_words = table.words + table.more_words;
    let alignment: Vec<&str> =
        (0..table.header.len()).map(|column| if column <= last_words { "---" } else { "---:" }).collect();
    let head = [row(&mut table.header.iter().map(String::as_str)), format!("| {} |", alignment.join(" | "))];
    let body = table.rows.iter().map(|cells| row(&mut cells.iter().map(String::as_str)));
    lines(head.into_iter().chain(body))
}
