//! Single answers: one for each row, without anything that ties it to another question's.

use super::words::{SheetWords, sheet_words};
use super::{BALLOTS_MIN, Cell, Column, Table, marks_several};
use crate::export::minutes::{AskedQuestion, CloudWord, OpenOutcome, Outcome, one_line};
use crate::export::tallied::label;
use crate::export::tally_words::tally_words;
use crate::export::words::words;
use crate::session::{AnswerContent, Ask, Heading, Language};

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::export) enum Single<'a> {
    /// In words.
    Text {
        /// Word for word.
        text: &'a str,
        /// Its theme, or the word of a cloud under which it is counted; may be empty.
        theme: &'a str,
        /// The heading over the theme; may be empty.
        family: &'a str,
    },
    /// In marks.
    Ballot(Ballot<'a>),
}

/// An answer in marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::export) struct Ballot<'a> {
    /// Which of two rounds, from 1; none where there was one.
    pub round: Option<u8>,
    pub content: &'a AnswerContent,
}

/// What one mark is about.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) struct Subject {
    /// The option, statement or item; empty for a number.
    pub option: String,
    /// The axis of a plane; else empty.
    pub axis: String,
}

/// The answers that are told one by one: texts theme by theme, ballots of the first round before those of the second.
pub(in crate::export) fn singles(language: Language, question: &AskedQuestion) -> Vec<Single<'_>> {
    match &question.outcome {
        Outcome::Open(open) => open_singles(language, open),
        Outcome::Cloud(cloud) => {
            let forms = cloud.words.iter().flat_map(|CloudWord { word, forms, .. }| {
                let single = |form| Single::Text { text: form, theme: word, family: "" };
                forms.iter().flat_map(move |(form, count)| std::iter::repeat_n(single(form), *count))
            });
            forms.collect()
        }
        // What was typed in a quiz is a text without a theme.
        Outcome::Tallied(_) if matches!(&question.ask, Ask::Quiz(quiz) if quiz.is_typed()) => {
            let texts = question.ballots.iter().filter_map(|content| match content {
                AnswerContent::QuizText { text } => Some(text.as_str()),
                _ => None,
            });
            texts.map(|text| Single::Text { text, theme: "", family: "" }).collect()
        }
        Outcome::Ranking(_) | Outcome::Tallied(_) => {
            let second = question.first.as_ref().map(|_| 2);
            let first =
                question.first.iter().flat_map(|first| of_round(&question.ask, Some(1), &first.ballots));
            first.chain(of_round(&question.ask, second, &question.ballots)).collect()
        }
    }
}

fn of_round<'a>(
    ask: &Ask,
    round: Option<u8>,
    ballots: &'a [AnswerContent],
) -> impl Iterator<Item = Single<'a>> + use<'a> {
    let told = if is_told(ask, ballots) { ballots } else { &[] };
    told.iter().map(move |content| Single::Ballot(Ballot { round, content }))
}

/// Whether so many ballots are told one by one.
pub(super) fn is_told(ask: &Ask, ballots: &[AnswerContent]) -> bool {
    !marks_several(ask) || ballots.len() >= BALLOTS_MIN
}

fn open_singles(language: Language, open: &OpenOutcome) -> Vec<Single<'_>> {
    let mut families = vec![""; open.themes.len()];
    for family in &open.families {
        family.themes.iter().for_each(|theme| families[*theme] = &family.label);
    }
    let themed = open.themes.iter().zip(families).flat_map(|(theme, family)| {
        theme.answers.iter().map(move |text| Single::Text { text, theme: &theme.label, family })
    });
    let other = if open.themes.is_empty() { "" } else { words(language).other_themes };
    let rest = open.rest.iter().map(|text| Single::Text { text, theme: other, family: "" });
    themed.chain(rest).collect()
}

/// What each mark of a ballot is about, in the order of [`marks`].
pub(in crate::export) fn subjects(language: Language, ask: &Ask) -> Vec<Subject> {
    let option = |option: &Heading| Subject { option: one_line(option.as_str()), axis: String::new() };
    match ask {
        Ask::OpenText(_) | Ask::WordCloud(_) => Vec::new(),
        Ask::Choice(choice) => {
            let other = || Subject { option: tally_words(language).other.to_owned(), axis: String::new() };
            choice.options.iter().map(option).chain(choice.other.then(other)).collect()
        }
        Ask::Quiz(quiz) => quiz.options.iter().map(option).collect(),
        Ask::Ranking(ranking) => ranking.options.iter().map(option).collect(),
        Ask::Points(points) => points.options.iter().map(option).collect(),
        Ask::Scales(scales) => scales.statements.iter().map(option).collect(),
        Ask::Number(_) => vec![Subject { option: String::new(), axis: String::new() }],
        // From the left and from the top, in thousandths of the picture.
        Ask::Dots(dots) => {
            let placed =
                |dot: u8| ["x", "y"].map(|axis| Subject { option: dot.to_string(), axis: axis.to_owned() });
            (1..=dots.dots_max).flat_map(placed).collect()
        }
        Ask::Grid(grid) => {
            let axes = [&grid.x, &grid.y].map(|axis| one_line(axis.name.as_str()));
            let placed = |item| axes.clone().map(|axis| Subject { axis, ..option(item) });
            grid.items.iter().flat_map(placed).collect()
        }
    }
}

/// The marks of a ballot, one for each of [`subjects`]; none where nothing was marked.
pub(in crate::export) fn marks(ask: &Ask, content: &AnswerContent) -> Vec<Option<f64>> {
    match content {
        AnswerContent::Text { .. } | AnswerContent::QuizText { .. } => Vec::new(),
        AnswerContent::QuizChoice { option } => marked(ask, [(*option, 1)].into_iter()),
        AnswerContent::Choice { chosen, other } => {
            let mut marks = marked(ask, chosen.iter().map(|option| (*option, 1)));
            if ask.offers_other() {
                marks.push(other.as_ref().map(|_| 1.0));
            }
            marks
        }
        AnswerContent::Ranking { order } => marked(ask, order.iter().copied().zip(1_u8..)),
        AnswerContent::Scales { marks } => marks.iter().map(|mark| mark.map(f64::from)).collect(),
        AnswerContent::Points { points } => points.iter().map(|given| Some(f64::from(*given))).collect(),
        AnswerContent::Number { value } => vec![Some(value.value())],
        AnswerContent::Dots { dots } => {
            let placed = dots.iter().flat_map(|dot| [dot.x, dot.y]).map(|along| Some(f64::from(along)));
            let places = if let Ask::Dots(asked) = ask { 2 * usize::from(asked.dots_max) } else { 0 };
            placed.chain(std::iter::repeat(None)).take(places).collect()
        }
        AnswerContent::Grid { places } => {
            let axes = places.iter().map(|place| [place.map(|place| place.x), place.map(|place| place.y)]);
            axes.flatten().map(|mark| mark.map(f64::from)).collect()
        }
    }
}

/// The options that have a mark, each with it.
fn marked(ask: &Ask, given: impl Iterator<Item = (u8, u8)>) -> Vec<Option<f64>> {
    let options = match ask {
        Ask::Choice(choice) => choice.options.len(),
        Ask::Quiz(quiz) => quiz.options.len(),
        Ask::Ranking(ranking) => ranking.options.len(),
        Ask::OpenText(_)
        | Ask::WordCloud(_)
        | Ask::Points(_)
        | Ask::Scales(_)
        | Ask::Number(_)
        | Ask::Grid(_)
        | Ask::Dots(_) => 0,
    };
    let mut marks = vec![None; options];
    for (option, mark) in given {
        if let Some(known) = marks.get_mut(usize::from(option)) {
            *known = Some(mark.into());
        }
    }
    marks
}

/// The table of single answers: a column for each mark, or the text with its theme.
pub(super) fn single_answers(language: Language, question: &AskedQuestion) -> Option<Table> {
    let own = sheet_words(language);
    let singles = singles(language, question);
    if singles.is_empty() {
        return None;
    }
    let columns = columns(language, own, question);
    let width = columns.len();
    let rows = singles.iter().map(|single| {
        let mut row = match single {
            Single::Text { text, theme, family } => [text, theme, family].map(|text| filled(text)).to_vec(),
            Single::Ballot(ballot) => ballot_row(language, question, ballot),
        };
        row.truncate(width);
        row
    });
    Some(Table { rows: rows.collect(), columns })
}

fn columns(language: Language, own: &SheetWords, question: &AskedQuestion) -> Vec<Column> {
    let round = question.first.as_ref().map(|_| Column::number(own.round));
    let mut columns: Vec<Column> = round.into_iter().collect();
    match &question.ask {
        Ask::OpenText(_) => {
            let has = |told: fn(&OpenOutcome) -> bool| matches!(&question.outcome, Outcome::Open(open) if told(open));
            columns.push(Column::text(own.answer));
            columns.extend(has(|open| !open.themes.is_empty()).then(|| Column::words(own.theme)));
            columns.extend(has(|open| !open.families.is_empty()).then(|| Column::words(own.family)));
        }
        Ask::WordCloud(_) => columns.extend([Column::words(own.answer), Column::words(own.theme)]),
        Ask::Quiz(_) => columns.push(Column::words(own.answer)),
        Ask::Choice(choice) if choice.most == 1 => columns.push(Column::words(own.answer)),
        Ask::Number(number) if number.unit.is_empty() => columns.push(Column::number(own.answer)),
        Ask::Number(number) => {
            columns.push(Column::number(format!("{} ({})", own.answer, one_line(number.unit.as_str()))));
        }
        Ask::Choice(_) | Ask::Ranking(_) | Ask::Scales(_) | Ask::Points(_) | Ask::Grid(_) | Ask::Dots(_) => {
            let heading = |subject: Subject| match subject.axis.as_str() {
                "" => subject.option,
                axis => format!("{}: {axis}", subject.option),
            };
            columns.extend(subjects(language, &question.ask).into_iter().map(heading).map(Column::number));
        }
    }
    columns
}

fn ballot_row(language: Language, question: &AskedQuestion, ballot: &Ballot) -> Vec<Cell> {
    let round = ballot.round.map(|round| Cell::Count(round.into()));
    let marks = marks(&question.ask, ballot.content);
    let cells: Vec<Cell> = match (&question.ask, ballot.content) {
        (Ask::Choice(choice), AnswerContent::Choice { chosen, other }) if choice.most == 1 => {
            let written = other.as_ref().map(|text| match text.as_str() {
                "" => Cell::text(tally_words(language).other),
                text => Cell::text(text),
            });
            let options = chosen.iter().map(|option| Cell::Text(label(&choice.options, *option)));
            options.chain(written).collect()
        }
        (Ask::Quiz(quiz), AnswerContent::QuizChoice { option }) => {
            vec![Cell::Text(label(&quiz.options, *option))]
        }
        // Several can be chosen: what was not is told as a number, too, so that columns can be summed.
        (Ask::Choice(_), _) => marks.iter().map(|mark| Cell::Count(mark.is_some().into())).collect(),
        (_, _) => marks.iter().map(|mark| mark.map_or(Cell::Empty, Cell::Exact)).collect(),
    };
    round.into_iter().chain(cells).collect()
}

fn filled(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::text(text) }
}
