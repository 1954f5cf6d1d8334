//! From chosen columns to the facts of a session: its questions are closed and hold the answers; nothing is over yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::amounts::{amount, decimals};
use super::look::{ByQuestion, cut};
use super::options::Options;
use super::table::Table;
use super::{ImportError, QUESTIONS_MAX};
use crate::export::shuffled_contents;
use crate::session::{
    self, Amount, AnswerContent, AnswerText, Ask, Choice, ClosedBy, Concept, Details, Event, Facts,
    ItemContent, ItemId, ItemPlan, Limits, Line, Number, OpenText, Paragraph, Plan, Question, Recorded,
};

/// What becomes of a file.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// Title, language, place and date of the session.
    pub details: Details,
    /// The tables of which columns are taken.
    pub tables: Vec<WantedTable>,
}

/// Which columns of a table are taken.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WantedTable {
    /// Which one of those in the look at the file, from 0.
    pub table: u32,
    /// The row with the headings, from 1: answers stand below it. None where every row is an answer.
    #[serde(default)]
    pub header: Option<u32>,
    /// The columns, each a question, in the order of the programme.
    pub columns: Vec<WantedColumn>,
    /// Where each row is one answer, and its question stands beside it: these questions come after those of columns.
    #[serde(default)]
    pub by_question: Option<ByQuestion>,
}

/// A column that becomes a question.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WantedColumn {
    /// Which one, from 0.
    pub column: u32,
    /// What was asked.
    pub prompt: Paragraph,
    /// How it was answered.
    pub kind: Taken,
}

/// How a column was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Taken {
    /// In words; longer ones than an answer can be are left out.
    #[default]
    OpenText,
    /// By choosing among the different values.
    Choice,
    /// With a number.
    Number,
}

/// The facts of a session of the chosen columns.
///
/// `concepts` are headings of the organisation's own, `seed` decides in which order the answers stand, and `now_ms` is when
/// the session is made. As many people joined as rows of the longest table have an answer that was taken.
pub fn from_tables(
    tables: &[Table],
    wanted: &Wanted,
    concepts: Vec<Concept>,
    limits: &Limits,
    seed: u64,
    now_ms: i64,
) -> Result<Vec<Recorded>, ImportError> {
    let mut questions = Vec::new();
    let mut joined = 0;
    for wanted in &wanted.tables {
        let table = tables.get(wanted.table as usize).ok_or(ImportError::Unfit)?;
        let below = wanted.header.unwrap_or(0) as usize;
        let mut answered = vec![false; table.rows.len()];
        for column in &wanted.columns {
            let cells = (below..table.rows.len()).map(|row| (row, table.cell(row, column.column as usize)));
            let cells: Vec<(usize, &str)> = cells.filter(|(_, cell)| !cell.is_empty()).collect();
            let (ask, answers) = taken(column.kind, &cells)?;
            answers.iter().for_each(|(row, _)| answered[*row] = true);
            let contents: Vec<AnswerContent> = answers.into_iter().map(|(_, content)| content).collect();
            questions.push((Question::new(column.prompt.clone(), ask), contents));
        }
        joined = joined.max(answered.into_iter().filter(|answered| *answered).count());
        if let Some(places) = wanted.by_question {
            for (prompt, contents) in by_question(table, below, places)? {
                joined = joined.max(contents.len());
                let ask = OpenText { answers_max: 1, length_max: AnswerText::CHARS_MAX as u16 };
                questions.push((Question::new(prompt, Ask::OpenText(ask)), contents));
            }
        }
    }
    let answers: usize = questions.iter().map(|(_, contents)| contents.len()).sum();
    if questions.is_empty() || questions.iter().any(|(_, contents)| contents.is_empty()) {
        return Err(ImportError::NothingChosen);
    }
    if joined > limits.participants_max || answers > limits.answers_max as usize {
        return Err(ImportError::TooMany);
    }
    let plan = Plan {
        details: wanted.details.clone(),
        items: questions.iter().map(|(question, _)| item(question.clone())).collect(),
        concepts,
        ..Plan::default()
    };
    let mut facts = Facts::from(now_ms);
    facts.tell(session::create(plan).map_err(ImportError::Plan)?);
    for _ in 0..joined {
        let who = facts.somebody();
        facts.tell(Event::ParticipantJoined { who });
    }
    for (item, (_, contents)) in (1..).map(ItemId).zip(questions) {
        facts.tell(Event::QuestionOpened { item });
        for content in shuffled_contents(contents, seed, item) {
            let who = facts.somebody();
            facts.give(item, who, content, false);
        }
        facts.tell(Event::QuestionClosed { item, by: ClosedBy::Hand });
    }
    Ok(facts.events)
}

/// The questions of a table with a row for each answer, in the order in which they first stand there, each with the answers
/// that can be taken; a question without any is left out.
fn by_question(
    table: &Table,
    below: usize,
    places: ByQuestion,
) -> Result<Vec<(Paragraph, Vec<AnswerContent>)>, ImportError> {
    if places.question == places.answer {
        return Err(ImportError::Unfit);
    }
    let mut order: Vec<(Paragraph, Vec<AnswerContent>)> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for row in below..table.rows.len() {
        let prompt = table.cell(row, places.question as usize);
        let answer = table.cell(row, places.answer as usize);
        if prompt.is_empty() || answer.is_empty() {
            continue;
        }
        let Ok(text) = AnswerText::parse(answer) else { continue };
        let place = match known.get(prompt) {
            Some(place) => *place,
            None if order.len() == QUESTIONS_MAX => return Err(ImportError::TooManyQuestions),
            None => {
                let prompt_cut = cut(prompt, Paragraph::CHARS_MAX);
                order.push((Paragraph::parse(&prompt_cut).map_err(|_| ImportError::Unfit)?, Vec::new()));
                known.insert(prompt, order.len() - 1);
                order.len() - 1
            }
        };
        order[place].1.push(AnswerContent::Text { text });
    }
    if order.is_empty() { Err(ImportError::NothingChosen) } else { Ok(order) }
}

fn item(question: Question) -> ItemPlan {
    ItemPlan {
        starts: None,
        ends: None,
        what: Line::default(),
        how: Paragraph::default(),
        who: Line::default(),
        timer: None,
        content: ItemContent::Question(question),
    }
}

/// How the question is asked, and what each row answers, by its index.
fn taken(kind: Taken, cells: &[(usize, &str)]) -> Result<(Ask, Vec<(usize, AnswerContent)>), ImportError> {
    match kind {
        Taken::OpenText => {
            let ask = OpenText { answers_max: 1, length_max: AnswerText::CHARS_MAX as u16 };
            let answer = |(row, cell): &(usize, &str)| {
                let text = AnswerText::parse(cell).ok()?;
                Some((*row, AnswerContent::Text { text }))
            };
            Ok((Ask::OpenText(ask), cells.iter().filter_map(answer).collect()))
        }
        Taken::Choice => {
            let options = Options::of(cells.iter().map(|(_, cell)| *cell)).ok_or(ImportError::Unfit)?;
            let most = if options.several { options.list.len() as u8 } else { 1 };
            let answers = cells.iter().map(|(row, cell)| (*row, options.chosen(cell)));
            let answers = answers.filter(|(_, chosen)| !chosen.is_empty());
            let answers = answers.map(|(row, chosen)| (row, AnswerContent::Choice { chosen, other: None }));
            let answers = answers.collect();
            let ask = Choice {
                options: options.list,
                most,
                correct: Vec::new(),
                pictures: Vec::new(),
                other: false,
            };
            Ok((Ask::Choice(ask), answers))
        }
        Taken::Number => {
            let amounts: Option<Vec<Amount>> = cells.iter().map(|(_, cell)| amount(cell)).collect();
            let amounts = amounts.ok_or(ImportError::Unfit)?;
            let ask = Number { decimals: decimals(&amounts), ..Number::default() };
            let rows = cells.iter().map(|(row, _)| *row);
            let answers = rows.zip(amounts).map(|(row, value)| (row, AnswerContent::Number { value }));
            Ok((Ask::Number(ask), answers.collect()))
        }
    }
}
