//! The minutes as the values that `minutes.typ` sets.

use jiff::civil::{Date, date};
use typst::foundations::{Array, Bytes, Dict, IntoValue, Value, dict};

use super::printable::printable;
use crate::export::contents::contents;
use crate::export::docx::Pictures;
use crate::export::letterhead::Letterhead;
use crate::export::minutes::Minutes;
use crate::export::page::{Block, Fact, Figure, Level, Line, Table};
use crate::export::words::words;
use crate::languages::about;
use crate::picture::on_paper;

/// What the template finds in `sys.inputs`: texts that can be printed, figures, and bytes of pictures.
pub(super) fn values(minutes: &Minutes, page: &[Block], pictures: &Pictures) -> Dict {
    let words = words(minutes.language);
    let mut texts = Texts { minutes, marked: false };
    let blocks = blocks(page, pictures, &mut texts);
    let mut values = dict! {
        "title" => texts.heading(&minutes.title),
        "header" => texts.said(&format!("{}: {}", words.minutes, minutes.title)),
        "contents" => words.contents,
        "page" => words.page,
        "of" => words.of,
        "language" => locale(about(minutes.language).locale),
        "spoken" => locale(about(minutes.spoken).locale),
        "date" => made(minutes),
        "letterhead" => minutes.letterhead.as_ref().map(|logo| letterhead(logo, &mut texts)),
        "blocks" => blocks,
    };
    let lost = texts.marked.then_some(words.letters_lost);
    values.insert("lost".into(), lost.into_value());
    values
}

/// Makes texts printable, and knows whether any has lost letters by it.
struct Texts<'a> {
    minutes: &'a Minutes,
    marked: bool,
}

impl Texts<'_> {
    fn said(&mut self, text: &str) -> String {
        let printed = printable(text);
        self.marked |= printed.marked;
        printed.text
    }

    /// A heading has to have a text.
    fn heading(&mut self, text: &str) -> String {
        let heading = self.said(text);
        if heading.trim().is_empty() { String::from("–") } else { heading }
    }

    fn all<'t>(&mut self, texts: impl IntoIterator<Item = &'t String>) -> Array {
        texts.into_iter().map(|text| self.said(text).into_value()).collect()
    }
}

/// "nb-NO" as typst has it.
fn locale(locale: &str) -> Dict {
    let (language, region) = locale.split_once('-').unwrap_or((locale, ""));
    dict! { "lang" => language, "region" => Some(region).filter(|region| !region.is_empty()) }
}

/// Stands for the day of what was neither held nor planned for one, since an archive's PDF has to have a day.
const NO_DAY: Date = date(1970, 1, 1);

/// When the document was made: at the end of what it tells of, so that it is the same whenever it is asked for.
fn made(minutes: &Minutes) -> Dict {
    let held = minutes.held.map(|held| held.to.unwrap_or(held.from));
    let made = held.unwrap_or_else(|| minutes.planned_date.unwrap_or(NO_DAY).at(0, 0, 0, 0));
    dict! {
        "year" => i64::from(made.year()),
        "month" => i64::from(made.month()),
        "day" => i64::from(made.day()),
        "hour" => i64::from(made.hour()),
        "minute" => i64::from(made.minute()),
        "second" => 0,
    }
}

fn letterhead(logo: &Letterhead, texts: &mut Texts<'_>) -> Dict {
    let (width, height) = logo.size_mm();
    dict! {
        "file" => Bytes::new(logo.png.clone()),
        "alt" => texts.heading(&logo.name),
        "width" => width,
        "height" => height,
    }
}

fn blocks(page: &[Block], pictures: &Pictures, texts: &mut Texts<'_>) -> Array {
    let first = contents(page).first().map(|entry| entry.block);
    let mut blocks = Array::new();
    let mut depth = 0;
    for (number, block) in page.iter().enumerate() {
        if first == Some(number) {
            blocks.push(dict! { "kind" => "contents" }.into_value());
        }
        if let Block::Heading(level, _) = block {
            depth = level_below(depth, *level);
        }
        blocks.push(valued(block, depth, pictures, texts).into_value());
    }
    blocks
}

/// A heading's level, from 1, at most one below the heading before it.
fn level_below(before: usize, level: Level) -> usize {
    let level = match level {
        Level::Part => 1,
        Level::Question => 2,
        Level::Theme => 3,
        Level::SubTheme => 4,
    };
    level.min(before + 1)
}

fn valued(block: &Block, depth: usize, pictures: &Pictures, texts: &mut Texts<'_>) -> Dict {
    let mut text = |kind: &str, text: &str| dict! { "kind" => kind, "text" => texts.said(text) };
    match block {
        Block::Title(_) => dict! { "kind" => "title" },
        Block::Subtitle(said) => text("subtitle", said),
        Block::Paragraph(said) => text("paragraph", said),
        Block::Prompt(said) => text("prompt", said),
        Block::Note(said) => text("note", said),
        Block::Heading(_, said) => dict! {
            "kind" => "heading",
            "level" => depth as i64,
            "text" => texts.heading(said),
            "asked" => texts.minutes.asks(said),
        },
        Block::Facts(facts) => dict! { "kind" => "facts", "facts" => told_facts(facts, texts) },
        Block::Programme(lines) => dict! { "kind" => "programme", "lines" => programme(lines, texts) },
        Block::Answers(answers) => dict! { "kind" => "answers", "lines" => texts.all(answers) },
        Block::List(lines) => dict! { "kind" => "list", "lines" => texts.all(lines) },
        Block::Table(results) => table(results, texts),
        Block::Picture(drawn) => figure(drawn, pictures, texts),
    }
}

fn told_facts(facts: &[Fact], texts: &mut Texts<'_>) -> Array {
    let fact = |fact: &Fact| dict! { "label" => fact.label, "value" => texts.said(&fact.value) }.into_value();
    facts.iter().map(fact).collect()
}

fn programme(lines: &[Line], texts: &mut Texts<'_>) -> Array {
    let mut line = |line: &Line| {
        dict! {
            "when" => line.when.as_str(),
            "planned" => line.planned.as_str(),
            "what" => texts.said(&line.what),
            "how" => texts.said(&line.how),
        }
    };
    lines.iter().map(|told| line(told).into_value()).collect()
}

fn table(table: &Table, texts: &mut Texts<'_>) -> Dict {
    let rows: Array = table.rows.iter().map(|row| texts.all(row).into_value()).collect();
    dict! {
        "kind" => "table",
        "words" => table.words as i64,
        "more" => table.more_words as i64,
        "header" => texts.all(&table.header),
        "rows" => rows,
        "bars" => table.bars.iter().map(|share| Value::Float(share.clamp(0.0, 1.0))).collect::<Array>(),
    }
}

/// A picture with what is drawn on it; without it, its caption alone.
fn figure(figure: &Figure, pictures: &Pictures, texts: &mut Texts<'_>) -> Dict {
    let caption = texts.heading(&figure.caption);
    let drawn = pictures.get(&figure.id).and_then(|kept| on_paper(kept, &figure.spots).ok());
    let Some(drawn) = drawn else { return dict! { "kind" => "note", "text" => caption } };
    let alt = if figure.alt.is_empty() { caption.clone() } else { texts.heading(&figure.alt) };
    dict! {
        "kind" => "figure",
        "file" => Bytes::new(drawn.bytes),
        "alt" => alt,
        "caption" => caption,
        "ratio" => f64::from(drawn.width.max(1)) / f64::from(drawn.height.max(1)),
    }
}
