//! What a spreadsheet holds, as values: a summary, and a sheet for each question with what came of it and every answer.
//!
//! Results stand left and single answers right of them, so that one frozen row holds the headings of both. Numbers stay
//! numbers, and every text is told as a text, whatever it begins with.

mod names;
mod results;
mod single;
mod words;

use super::minutes::{AskedQuestion, Minutes, Outcome, one_line};
use super::page::facts;
use super::stands::stand_words;
use super::words::words;
use crate::languages::about;
use crate::session::{Ask, StandCounts};

pub(super) use names::{sheet_name, side_sheet_name};
pub(super) use single::{Ballot, Single, Subject, marks, singles, subjects};
pub(super) use words::sheet_words;

use results::results;
use single::single_answers;

/// With fewer ballots than these only their sum is told: several marks of one person, standing together among so few,
/// could be known again.
pub(super) const BALLOTS_MIN: usize = 5;

/// A spreadsheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Workbook {
    pub summary: Summary,
    /// One for each question that was asked, in the programme's order, and one more for the votes on its answers.
    pub questions: Vec<QuestionSheet>,
}

/// The first sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Summary {
    pub name: String,
    pub title: String,
    /// Labels with their values.
    pub facts: Vec<(&'static str, String)>,
    pub questions: Table,
    pub note: &'static str,
}

/// The sheet of one question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct QuestionSheet {
    /// At most 31 characters, all of which every spreadsheet takes; no two sheets have the same.
    pub name: String,
    /// What was asked and who answered: the lines above the tables.
    pub head: Vec<String>,
    /// What came of it; without columns where there is nothing to count.
    pub results: Table,
    /// How it was counted: lines below the results; none without any.
    pub notes: Vec<String>,
    /// One row for each answer; none where so few answered that they are not told.
    pub answers: Option<Table>,
}

/// Columns with a heading each, and rows as long as there are columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub heading: String,
    pub width: Width,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// A number.
    Number,
    /// A few words.
    Words,
    /// An answer in free text.
    Text,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Empty,
    /// A text, whatever it looks like.
    Text(String),
    /// How many.
    Count(u64),
    /// A number as it was given.
    Exact(f64),
    /// A mean or the like, shown with one decimal.
    Mean(f64),
    /// A part of all, from 0 to 1, shown in percent.
    Share(f64),
    /// The name of a sheet, and the way to it.
    Sheet(String),
}

impl Column {
    pub fn number(heading: impl Into<String>) -> Self {
        Column { heading: heading.into(), width: Width::Number }
    }

    pub fn words(heading: impl Into<String>) -> Self {
        Column { heading: heading.into(), width: Width::Words }
    }

    pub fn text(heading: impl Into<String>) -> Self {
        Column { heading: heading.into(), width: Width::Text }
    }
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }
}

/// Whether a spreadsheet takes a text for a formula, when it reads it from a file or somebody edits its cell: the
/// beginnings that OWASP names, those of full width among them.
pub(super) fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// Lays out the spreadsheet of a session.
pub(super) fn workbook(minutes: &Minutes) -> Workbook {
    let numbered = || (1..).zip(&minutes.questions);
    Workbook {
        summary: summary(minutes),
        questions: numbered()
            .flat_map(|(number, question)| {
                let votes = stands_sheet(minutes, number, question);
                [question_sheet(minutes, number, question)].into_iter().chain(votes)
            })
            .collect(),
    }
}

fn summary(minutes: &Minutes) -> Summary {
    let (own, shared) = (sheet_words(minutes.language), words(minutes.language));
    let facts = facts(minutes, shared).into_iter().map(|fact| (fact.label, fact.value));
    let language = (own.language, about(minutes.language).name.to_owned());
    let rows = (1..).zip(&minutes.questions).map(|(number, question)| {
        vec![
            Cell::Count(number as u64),
            Cell::text(one_line(&question.prompt)),
            Cell::text(own.kind(&question.ask)),
            Cell::Count(minutes.present as u64),
            Cell::Count(question.people as u64),
            Cell::Count(answers(question) as u64),
            Cell::Sheet(sheet_name(number, called(question))),
        ]
    });
    Summary {
        name: own.summary.to_owned(),
        title: minutes.title.clone(),
        facts: facts.chain([language]).collect(),
        questions: Table {
            columns: vec![
                Column::number(own.number),
                Column::text(shared.question),
                Column::words(own.kind),
                Column::number(shared.present),
                Column::number(own.answered),
                Column::number(own.answers),
                Column::words(own.sheet),
            ],
            rows: rows.collect(),
        },
        note: own.order,
    }
}

fn question_sheet(minutes: &Minutes, number: usize, question: &AskedQuestion) -> QuestionSheet {
    let (own, shared) = (sheet_words(minutes.language), words(minutes.language));
    let count = answers(question);
    let who = if count == 0 {
        shared.nobody.to_owned()
    } else {
        format!("{}. {}", own.kind(&question.ask), shared.answered(question.people, minutes.present, count))
    };
    let title = Some(question.title.clone()).filter(|title| !title.is_empty());
    let rounds = question.first.as_ref().map(|first| shared.rounds(first.both, first.moved));
    let (results, mut notes) = results(minutes, question);
    let mut head: Vec<String> =
        title.into_iter().chain([one_line(&question.prompt), who]).chain(rounds).collect();
    if results.columns.is_empty() {
        head.append(&mut notes);
    }
    QuestionSheet {
        name: sheet_name(number, called(question)),
        head,
        results,
        notes,
        answers: single_answers(minutes.language, question),
    }
}

/// What people said of the answers to a question; none where nobody voted.
fn stands_sheet(minutes: &Minutes, number: usize, question: &AskedQuestion) -> Option<QuestionSheet> {
    let (words, shared) = (stand_words(minutes.language), words(minutes.language));
    let stands = match &question.outcome {
        Outcome::Open(open) => open.stands.as_ref()?,
        Outcome::Cloud(_) | Outcome::Ranking(_) | Outcome::Tallied(_) => return None,
    };
    let rows = stands.lines().map(|(place, line)| {
        let StandCounts { agree, disagree, pass } = line.counts;
        let counts = [agree, disagree, pass].map(|count| Cell::Count(u64::from(count)));
        let place = match words.place(place) {
            "" => Cell::Empty,
            place => Cell::text(place),
        };
        [Cell::text(line.text.clone())].into_iter().chain(counts).chain([place]).collect()
    });
    let columns = [words.agree, words.disagree, words.pass].map(Column::number);
    Some(QuestionSheet {
        name: side_sheet_name(number, words.sheet),
        head: vec![one_line(&question.prompt), words.voted(shared, stands)],
        results: Table {
            columns: [Column::text(words.statement)]
                .into_iter()
                .chain(columns)
                .chain([Column::words(words.place)])
                .collect(),
            rows: rows.collect(),
        },
        notes: vec![words.rule()],
        answers: None,
    })
}

/// What a question is called in short.
fn called(question: &AskedQuestion) -> &str {
    if question.title.is_empty() { &question.prompt } else { &question.title }
}

/// How many answers count.
fn answers(question: &AskedQuestion) -> usize {
    match &question.outcome {
        Outcome::Open(open) => open.answers,
        Outcome::Cloud(cloud) => cloud.entries,
        Outcome::Ranking(_) | Outcome::Tallied(_) => question.ballots.len(),
    }
}

/// The kinds whose answers hold several marks of one person.
pub(in crate::export) fn marks_several(ask: &Ask) -> bool {
    match ask {
        Ask::OpenText(_) | Ask::WordCloud(_) | Ask::Number(_) | Ask::Quiz(_) => false,
        Ask::Choice(choice) => choice.most > 1,
        Ask::Ranking(ranking) => ranking.top > 1,
        Ask::Scales(scales) => scales.statements.len() > 1,
        Ask::Points(_) => true,
        Ask::Dots(dots) => dots.dots_max > 1,
        Ask::Grid(_) => true,
    }
}
