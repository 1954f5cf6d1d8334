//! A look at tables: where each begins, and what each of its columns seems to be.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::QUESTIONS_MAX;
use super::amounts::amount;
use super::options::Options;
use super::personal::{is_aside_heading, is_moment, is_personal, is_personal_heading, plain};
use super::table::Table;
use crate::session::{AnswerText, Paragraph};

/// In how many rows the headings are looked for: above them stand titles.
const TOP_ROWS_MAX: usize = 50;
/// Most values of a column that are shown.
const FIRST_MAX: usize = 3;
/// Longest text of a value that is shown, in characters.
const FIRST_CHARS_MAX: usize = 160;
/// Most rows that are told by their numbers; of more it is told how many.
const TOLD_ROWS_MAX: usize = 20;
/// Longer on average, in characters, and no two people chose among such texts.
const OPTION_CHARS: usize = 60;

/// What stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS, utoipa::ToSchema)]
pub struct Look {
    /// Its sheets that have something in them, in their order.
    pub tables: Vec<LookedTable>,
}

/// A sheet, or all of a CSV.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS, utoipa::ToSchema)]
pub struct LookedTable {
    /// What the sheet is called; empty for a CSV.
    pub name: String,
    /// Where it seems to come from, if that is known by its headings.
    pub layout: Option<Layout>,
    /// The row with the headings, from 1; none where the first row is an answer already.
    pub header: Option<u32>,
    /// How many rows below it have something in them.
    pub rows: u32,
    /// Its columns from the first on.
    pub columns: Vec<LookedColumn>,
    /// Where questions and answers stand, if each row seems to be one answer with its question beside it.
    pub by_question: Option<ByQuestion>,
}

/// Where questions and answers stand in a table with a row for each answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ByQuestion {
    /// The column in which the questions stand, from 0.
    pub question: u32,
    /// The column in which the answers stand, from 0.
    pub answer: u32,
}

/// A column, without its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS, utoipa::ToSchema)]
pub struct LookedColumn {
    /// What stands above it: a question's prompt, if it is one; empty where there is none.
    pub heading: Paragraph,
    /// How many cells have something in them.
    pub filled: u32,
    /// How many of these are too long for an answer and are left out of an open question.
    pub too_long: u32,
    /// The rows in which the first of them stand, from 1.
    pub too_long_rows: Vec<u32>,
    /// The first values, cut short.
    pub first: Vec<String>,
    /// What it seems to be.
    pub guess: Guess,
    /// The options, where it can be a choice; else none.
    pub options: Vec<String>,
    /// Whether some named several of them.
    pub several: bool,
    /// Whether it can be a question for a number: all its cells are numbers.
    pub numbers: bool,
    /// How many different values it has; of more than a hundred, that there are 101.
    pub different: u32,
}

/// What a column seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Guess {
    /// Answers in words.
    Question,
    /// Answers that are few different ones.
    Choice,
    /// Numbers.
    Number,
    /// Who answered, when, or from where; never to be taken unless somebody chooses it by hand.
    Identity,
    /// What a form adds about each answer, such as points.
    Aside,
    /// Nothing stands in it.
    Empty,
}

/// Where a table comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Microsoft Forms: a row for each response, after its number, times, e-mail and name.
    MicrosoftForms,
    /// Google Forms: a row for each response, after its time.
    GoogleForms,
    /// Mentimeter: a row for each voter.
    Mentimeter,
    /// Slido: a row for each participant, after name and e-mail.
    Slido,
}

/// What stands in tables.
pub fn look(tables: &[Table]) -> Look {
    Look { tables: tables.iter().map(looked).collect() }
}

fn looked(table: &Table) -> LookedTable {
    let header = header(table);
    let below = header.map_or(0, |row| row + 1);
    let headings: Vec<&str> =
        (0..table.columns()).map(|column| header.map_or("", |row| table.cell(row, column))).collect();
    let filled = |row: &&Vec<String>| row.iter().any(|cell| !cell.is_empty());
    let columns: Vec<LookedColumn> = headings
        .iter()
        .enumerate()
        .map(|(column, heading)| column_of(table, below, column, heading))
        .collect();
    LookedTable {
        name: table.name.clone(),
        layout: layout(&headings),
        header: header.map(|row| row as u32 + 1),
        rows: table.rows.iter().skip(below).filter(filled).count() as u32,
        by_question: by_question(&columns),
        columns,
    }
}

/// The first row that has at least half as many cells as the fullest of the first rows; none where it is an answer itself,
/// as one with a moment, an e-mail address or mostly numbers is.
fn header(table: &Table) -> Option<usize> {
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    let top = || table.rows.iter().take(TOP_ROWS_MAX);
    let fullest = top().map(filled).max()?;
    let row = top().position(|row| filled(row) * 2 > fullest)?;
    let cells = || table.rows[row].iter().filter(|cell| !cell.is_empty());
    let is_answer = cells().any(|cell| is_personal(cell))
        || cells().filter(|cell| amount(cell).is_some()).count() * 2 > cells().count();
    (!is_answer).then_some(row)
}

fn layout(headings: &[&str]) -> Option<Layout> {
    let plain: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let has = |wanted: &str| plain.iter().any(|heading| heading == wanted);
    if has("start time") && has("completion time") || has("starttidspunkt") && has("fullføringstidspunkt") {
        Some(Layout::MicrosoftForms)
    } else if plain.first().is_some_and(|first| first == "timestamp" || first == "tidsmerke") {
        Some(Layout::GoogleForms)
    } else if has("voter") || has("voters") {
        Some(Layout::Mentimeter)
    } else if has("user name") && has("user email") {
        Some(Layout::Slido)
    } else {
        None
    }
}

fn column_of(table: &Table, below: usize, column: usize, heading: &str) -> LookedColumn {
    let cells = || {
        let rows = (below..table.rows.len()).map(move |row| (row, table.cell(row, column)));
        rows.filter(|(_, cell)| !cell.is_empty())
    };
    let texts = || cells().map(|(_, cell)| cell);
    let too_long: Vec<u32> =
        cells().filter(|(_, cell)| AnswerText::parse(cell).is_err()).map(|(row, _)| row as u32 + 1).collect();
    let numbers = texts().next().is_some() && texts().all(|cell| amount(cell).is_some());
    let options = Options::of(texts());
    LookedColumn {
        heading: Paragraph::parse(&cut(heading, Paragraph::CHARS_MAX)).unwrap_or_default(),
        filled: texts().count() as u32,
        too_long: too_long.len() as u32,
        too_long_rows: too_long.into_iter().take(TOLD_ROWS_MAX).collect(),
        first: texts().take(FIRST_MAX).map(|cell| cut(cell, FIRST_CHARS_MAX)).collect(),
        guess: guess(heading, &texts().collect::<Vec<&str>>(), options.as_ref(), numbers),
        several: options.as_ref().is_some_and(|options| options.several),
        options: options
            .map(|options| options.list.into_iter().map(String::from).collect())
            .unwrap_or_default(),
        numbers,
        different: different(texts()),
    }
}

fn different<'a>(cells: impl Iterator<Item = &'a str>) -> u32 {
    let mut found = BTreeSet::new();
    for cell in cells {
        found.insert(cell);
        if found.len() > QUESTIONS_MAX {
            break;
        }
    }
    found.len() as u32
}

/// The columns of questions and answers, where the headings name both and questions come again.
fn by_question(columns: &[LookedColumn]) -> Option<ByQuestion> {
    let place = |is: fn(&str) -> bool| {
        let found = columns.iter().position(|column| is(&plain(column.heading.as_str())));
        found.map(|place| (place as u32, &columns[place]))
    };
    let (question, asked) = place(is_question_heading)?;
    let (answer, _) = place(is_answer_heading)?;
    let again = asked.different as usize <= QUESTIONS_MAX && asked.different < asked.filled;
    again.then_some(ByQuestion { question, answer })
}

fn is_question_heading(heading: &str) -> bool {
    matches!(heading, "spørsmål" | "spørsmålstekst" | "spørsmålet" | "question" | "question text")
}

fn is_answer_heading(heading: &str) -> bool {
    matches!(
        heading,
        "svar" | "svartekst" | "svaret" | "tekst" | "answer" | "answer text" | "response" | "text"
    )
}

fn guess(heading: &str, cells: &[&str], options: Option<&Options>, numbers: bool) -> Guess {
    if cells.is_empty() {
        return Guess::Empty;
    }
    let most = |is: fn(&str) -> bool| cells.iter().filter(|cell| is(cell)).count() * 2 > cells.len();
    if is_personal_heading(heading) || most(is_personal) || most(is_moment) || is_counted(cells) {
        return Guess::Identity;
    }
    if is_aside_heading(heading) {
        return Guess::Aside;
    }
    if numbers {
        return Guess::Number;
    }
    let different = cells.iter().map(|cell| cell.to_lowercase()).collect::<BTreeSet<String>>().len();
    let chars: usize = cells.iter().map(|cell| cell.chars().count()).sum();
    let repeated = options.is_some_and(|options| {
        let named: usize = cells.iter().map(|cell| options.chosen(cell).len()).sum();
        options.list.len() * 2 <= named && chars <= cells.len() * OPTION_CHARS
    });
    if repeated && (different * 2 <= cells.len() || options.is_some_and(|options| options.several)) {
        Guess::Choice
    } else {
        Guess::Question
    }
}

/// Whether the cells count their rows: 1, 2, 3 and on.
fn is_counted(cells: &[&str]) -> bool {
    let counts = |(index, cell): (usize, &&str)| cell.parse() == Ok(index + 1);
    cells.len() > 2 && cells.iter().enumerate().all(counts)
}

/// A text of at most so many characters, with a mark where it was cut.
pub(super) fn cut(text: &str, chars_max: usize) -> String {
    match text.char_indices().nth(chars_max) {
        None => text.to_owned(),
        Some(_) => text.chars().take(chars_max - 1).chain(['…']).collect(),
    }
}
