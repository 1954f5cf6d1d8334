//! Answers as one long table in CSV (RFC 4180), for other programs.
//!
//! A text that a spreadsheet would take for a formula gets a `'` before it, as OWASP advises
//! (<https://owasp.org/www-community/attacks/CSV_Injection>); numbers are written as numbers, with a point.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::minutes::{AskedQuestion, Minutes, Outcome, one_line};
use super::sheets::{
    Ballot, Single, Subject, begins_formula, marks, marks_several, sheet_words, singles, subjects,
};
use super::stands::{StandsOutcome, stand_words};
use super::tally_words::tally_words;
use super::words::words;
use crate::session::{AnswerContent, ItemId, Language, StandCounts};

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What is written at a time.
const PART_BYTES: usize = 64 << 10;

/// Whether the file begins with a byte order mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bom {
    /// It does, as Excel needs to read letters beyond ASCII.
    With,
    /// It does not, as most other programs like it.
    Without,
}

/// Writes the answers of all questions, or of one, as a table with a row for each text and for each mark of a ballot, and
/// three for each statement that was voted on.
///
/// The rows are written one by one, so they need not all be in memory. Errors are those of the writer.
pub fn answers_csv(
    minutes: &Minutes,
    question: Option<ItemId>,
    bom: Bom,
    mut writer: impl Write,
) -> io::Result<()> {
    if bom == Bom::With {
        writer.write_all(BYTE_ORDER_MARK)?;
    }
    let mut table = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .buffer_capacity(PART_BYTES)
        .from_writer(writer);
    table.write_record(headings(minutes))?;
    for (number, asked) in (1..).zip(&minutes.questions) {
        if question.is_none_or(|item| item == asked.item) {
            write_question(minutes, number, asked, &mut table)?;
        }
    }
    table.flush()
}

/// One row in the order of its columns; what is not known is empty.
#[derive(Clone, Default)]
struct Row<'a> {
    /// The question's place among those asked.
    number: &'a str,
    title: &'a str,
    prompt: &'a str,
    kind: &'a str,
    round: &'a str,
    /// The answer's place among the question's: rows with the same belong to one ballot.
    answer: &'a str,
    option: &'a str,
    axis: &'a str,
    text: &'a str,
    value: &'a str,
    theme: &'a str,
    family: &'a str,
}

impl Row<'_> {
    fn write(&self, table: &mut Writer<impl Write>) -> io::Result<()> {
        for cell in
            [self.number, &guarded(self.title), &guarded(self.prompt), self.kind, self.round, self.answer]
        {
            table.write_field(cell)?;
        }
        for text in [self.option, self.axis, self.text] {
            table.write_field(guarded(text).as_ref())?;
        }
        table.write_field(self.value)?;
        table.write_field(guarded(self.theme).as_ref())?;
        table.write_field(guarded(self.family).as_ref())?;
        Ok(table.write_record(None::<&[u8]>)?)
    }
}

fn headings(minutes: &Minutes) -> [&'static str; 12] {
    let (own, shared) = (sheet_words(minutes.language), words(minutes.language));
    [
        own.number,
        own.item,
        shared.question,
        own.kind,
        own.round,
        own.answer_number,
        tally_words(minutes.language).option,
        own.axis,
        own.answer,
        own.value,
        own.theme,
        own.family,
    ]
}

fn write_question(
    minutes: &Minutes,
    number: usize,
    asked: &AskedQuestion,
    table: &mut Writer<impl Write>,
) -> io::Result<()> {
    let (number, prompt) = (number.to_string(), one_line(&asked.prompt));
    let about = Row {
        number: &number,
        title: &asked.title,
        prompt: &prompt,
        kind: sheet_words(minutes.language).kind(&asked.ask),
        ..Row::default()
    };
    let subjects = subjects(minutes.language, &asked.ask);
    let singles = singles(minutes.language, asked);
    let told = singles.len() as u64;
    for (place, single) in (1_u64..).zip(singles) {
        let answer = place.to_string();
        let row = Row { answer: &answer, ..about.clone() };
        match single {
            Single::Text { text, theme, family } => Row { text, theme, family, ..row }.write(table)?,
            Single::Ballot(ballot) => write_ballot(asked, &subjects, ballot, &row, table)?,
        }
    }
    let other = tally_words(minutes.language).other;
    for (place, (round, text)) in (told + 1..).zip(written_apart(asked)) {
        let answer = place.to_string();
        Row { answer: &answer, round, option: other, text, ..about.clone() }.write(table)?;
    }
    match &asked.outcome {
        Outcome::Open(open) => write_stands(minutes.language, open.stands.as_ref(), &about, table),
        Outcome::Cloud(_) | Outcome::Ranking(_) | Outcome::Tallied(_) => Ok(()),
    }
}

/// Writes three rows for each statement that was voted on: how many agree, disagree, and passed.
fn write_stands(
    language: Language,
    stands: Option<&StandsOutcome>,
    about: &Row,
    table: &mut Writer<impl Write>,
) -> io::Result<()> {
    let words = stand_words(language);
    for (place, line) in stands.into_iter().flat_map(StandsOutcome::lines) {
        let StandCounts { agree, disagree, pass } = line.counts;
        for (option, count) in [(words.agree, agree), (words.disagree, disagree), (words.pass, pass)] {
            let (text, value, theme) = (line.text.as_str(), count.to_string(), words.place(place));
            Row { option, text, value: &value, theme, kind: words.sheet, ..about.clone() }.write(table)?;
        }
    }
    Ok(())
}

/// What people wrote beside the options of a choice of several, each with its round: apart from what else they chose, which
/// their words could tell whose it is, and in the order of the alphabet.
fn written_apart(asked: &AskedQuestion) -> Vec<(&'static str, &str)> {
    if !marks_several(&asked.ask) {
        return Vec::new();
    }
    match &asked.first {
        Some(first) => {
            let before = written("1", &first.ballots);
            before.into_iter().chain(written("2", &asked.ballots)).collect()
        }
        None => written("", &asked.ballots),
    }
}

fn written<'a>(round: &'static str, ballots: &'a [AnswerContent]) -> Vec<(&'static str, &'a str)> {
    let texts = ballots.iter().filter_map(AnswerContent::other).filter(|text| !text.is_empty());
    let mut texts: Vec<_> = texts.map(|text| (round, text.as_str())).collect();
    texts.sort_unstable();
    texts
}

/// Writes a row for each mark; what was not chosen, ranked or placed has none.
fn write_ballot(
    asked: &AskedQuestion,
    subjects: &[Subject],
    ballot: Ballot,
    row: &Row,
    table: &mut Writer<impl Write>,
) -> io::Result<()> {
    let round = ballot.round.map(|round| round.to_string()).unwrap_or_default();
    // Beside a choice of one stands what was written instead.
    let written = if marks_several(&asked.ask) { None } else { ballot.content.other() };
    let text = written.map_or("", |text| text.as_str());
    for (Subject { option, axis }, mark) in subjects.iter().zip(marks(&asked.ask, ballot.content)) {
        let Some(mark) = mark else { continue };
        Row { round: &round, option, axis, text, value: &mark.to_string(), ..row.clone() }.write(table)?;
    }
    Ok(())
}

fn guarded(text: &str) -> Cow<'_, str> {
    if begins_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
