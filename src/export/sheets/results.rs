//! What came of a question as a table of numbers, two rounds beside each other.

use std::collections::BTreeMap;

use super::single::is_told;
use super::words::{SheetWords, sheet_words};
use super::{Cell, Column, Table};
use crate::export::minutes::{
    AskedQuestion, Cloud, Minutes, OpenOutcome, Outcome, RankingOutcome, Tallied, one_line,
};
use crate::export::page::{how_grouped, ranking_sentences};
use crate::export::tallied::{label, ninths, quadrant_name};
use crate::export::tally_words::{TallyWords, tally_words};
use crate::export::words::{Words, words};
use crate::session::{
    Ask, Choice, ChosenOption, DotCluster, Grid, Number, NumberSummary, OtherCount, OtherView, PlacedItem,
    PointedOption, Points, Quiz, QuizSummary, ScaledStatement, Scales, TallyView,
};

/// The words that a result is told in.
struct Told {
    own: &'static SheetWords,
    shared: &'static Words,
    tally: &'static TallyWords,
}

/// The results of one round: lines that each begin with what they are about.
struct Round {
    about: Column,
    columns: Vec<Column>,
    lines: Vec<(String, Vec<Cell>)>,
}

/// The results of a question, and how they were counted.
pub(super) fn results(minutes: &Minutes, question: &AskedQuestion) -> (Table, Vec<String>) {
    let language = minutes.language;
    let told = Told { own: sheet_words(language), shared: words(language), tally: tally_words(language) };
    let mut notes = told.notes(question);
    let unknown = |ballots: &[_]| !ballots.is_empty() && !is_told(&question.ask, ballots);
    if unknown(&question.ballots) || question.first.as_ref().is_some_and(|first| unknown(&first.ballots)) {
        notes.push(told.own.few.to_owned());
    }
    if matches!(&question.outcome, Outcome::Open(open) if open.themes.is_empty()) {
        return (Table::default(), notes);
    }
    let latest = told.round(&question.outcome);
    let table = match &question.first {
        None => alone(latest),
        Some(first) => beside(told.round(&first.outcome), latest, told.shared),
    };
    (table, notes)
}

fn alone(round: Round) -> Table {
    let rows =
        round.lines.into_iter().map(|(about, cells)| [Cell::Text(about)].into_iter().chain(cells).collect());
    let columns = [round.about].into_iter().chain(round.columns);
    Table { rows: rows.collect(), columns: columns.collect() }
}

/// Both rounds in the order of the second.
fn beside(first: Round, second: Round, shared: &Words) -> Table {
    let named = |round: &Round, name: &str| -> Vec<Column> {
        let heading = |column: &Column| format!("{name}: {}", column.heading);
        round.columns.iter().map(|column| Column { heading: heading(column), width: column.width }).collect()
    };
    let columns = [second.about.clone()]
        .into_iter()
        .chain(named(&first, shared.first_round))
        .chain(named(&second, shared.second_round));
    let columns: Vec<Column> = columns.collect();
    let width = second.columns.len();
    let empty = || vec![Cell::Empty; width];
    let mut before: BTreeMap<String, Vec<Cell>> = first.lines.iter().cloned().collect();
    let mut rows = Vec::new();
    let mut row = |about: String, before: Vec<Cell>, after: Vec<Cell>| {
        rows.push([Cell::Text(about)].into_iter().chain(before).chain(after).collect());
    };
    for (about, cells) in second.lines {
        let earlier = before.remove(&about).unwrap_or_else(empty);
        row(about, earlier, cells);
    }
    for (about, cells) in first.lines {
        if before.remove(&about).is_some() {
            row(about, cells, empty());
        }
    }
    Table { columns, rows }
}

impl Told {
    fn round(&self, outcome: &Outcome) -> Round {
        match outcome {
            Outcome::Open(open) => self.open(open),
            Outcome::Cloud(cloud) => self.cloud(cloud),
            Outcome::Ranking(ranking) => self.ranking(ranking),
            Outcome::Tallied(tallied) => self.tallied(tallied),
        }
    }

    fn open(&self, open: &OpenOutcome) -> Round {
        let mut families = vec![""; open.themes.len()];
        for family in &open.families {
            family.themes.iter().for_each(|theme| families[*theme] = &family.label);
        }
        let line = |label: &str, family: &str, count: usize| {
            let family = if family.is_empty() { Cell::Empty } else { Cell::text(family) };
            let with_family = (!open.families.is_empty()).then_some(family);
            (label.to_owned(), with_family.into_iter().chain([Cell::Count(count as u64)]).collect())
        };
        let themes = open.themes.iter().zip(families);
        let mut lines: Vec<_> =
            themes.map(|(theme, family)| line(&theme.label, family, theme.answers.len())).collect();
        if !open.rest.is_empty() {
            lines.push(line(self.shared.other_themes, "", open.rest.len()));
        }
        let family = (!open.families.is_empty()).then(|| Column::words(self.own.family));
        let columns = family.into_iter().chain([Column::number(self.tally.count)]);
        Round { about: Column::words(self.own.theme), columns: columns.collect(), lines }
    }

    fn cloud(&self, cloud: &Cloud) -> Round {
        let lines = cloud.words.iter().map(|given| {
            let written: Vec<&str> = given.forms.iter().map(|(form, _)| form.as_str()).collect();
            (given.word.clone(), vec![Cell::Count(given.count() as u64), Cell::Text(written.join(", "))])
        });
        Round {
            about: Column::words(self.tally.word),
            columns: vec![Column::number(self.tally.count), Column::words(self.tally.written)],
            lines: lines.collect(),
        }
    }

    fn ranking(&self, ranking: &RankingOutcome) -> Round {
        let lines = ranking.options.iter().map(|line| {
            let cells = vec![
                Cell::Count(line.place as u64),
                Cell::Mean(line.mean_position),
                Cell::Exact(line.points),
                Cell::Count(line.firsts),
                Cell::Count(line.schulze_place as u64),
            ];
            (line.option.clone(), cells)
        });
        let shared = self.shared;
        Round {
            about: Column::words(shared.option),
            columns: [self.own.place, shared.mean_position, shared.points, shared.firsts, self.own.pairwise]
                .map(Column::number)
                .to_vec(),
            lines: lines.collect(),
        }
    }

    fn tallied(&self, tallied: &Tallied) -> Round {
        match (&tallied.ask, &tallied.view) {
            (Ask::Choice(choice), TallyView::Choice { options, correct: _, other }) => {
                self.choice(choice, options, other.as_ref(), tallied.people)
            }
            (Ask::Scales(scales), TallyView::Scales { statements }) => self.scales(scales, statements),
            (Ask::Points(points), TallyView::Points { options }) => {
                self.points(points, options, tallied.people)
            }
            (Ask::Number(number), TallyView::Number(summary)) => self.number(number, summary),
            (Ask::Grid(grid), TallyView::Grid { items }) => self.grid(grid, items),
            (Ask::Dots(_), TallyView::Dots { clusters }) => self.dots(clusters),
            (Ask::Quiz(quiz), TallyView::Quiz(summary)) => self.quiz(quiz, summary, tallied.people),
            (
                Ask::OpenText(_)
                | Ask::WordCloud(_)
                | Ask::Ranking(_)
                | Ask::Choice(_)
                | Ask::Scales(_)
                | Ask::Points(_)
                | Ask::Number(_)
                | Ask::Grid(_)
                | Ask::Dots(_)
                | Ask::Quiz(_),
                _,
            ) => Round { about: Column::words(""), columns: Vec::new(), lines: Vec::new() },
        }
    }

    /// Each option, then what was written beside them: all of it as one, and each text.
    fn choice(
        &self,
        choice: &Choice,
        options: &[ChosenOption],
        other: Option<&OtherView>,
        people: u64,
    ) -> Round {
        let line = |name: String, count: u64| {
            let share = if people == 0 { Cell::Empty } else { Cell::Share(count as f64 / people as f64) };
            (name, vec![Cell::Count(count), share])
        };
        let mut lines: Vec<_> =
            options.iter().map(|chosen| line(label(&choice.options, chosen.option), chosen.count)).collect();
        if let Some(other) = other {
            let name = self.tally.other;
            lines.push(line(name.to_owned(), other.count));
            let text = |each: &OtherCount| line(format!("{name}: {}", each.text.as_str()), each.count);
            lines.extend(other.texts.iter().map(text));
        }
        Round {
            about: Column::words(self.tally.option),
            columns: [self.tally.count, self.tally.share].map(Column::number).to_vec(),
            lines,
        }
    }

    fn quiz(&self, quiz: &Quiz, summary: &QuizSummary, people: u64) -> Round {
        let picked = summary.options.iter().map(|chosen| (label(&quiz.options, chosen.option), chosen.count));
        let typed = summary.typed.iter().map(|typed| (one_line(&typed.text), typed.count));
        let share =
            |count: u64| if people == 0 { Cell::Empty } else { Cell::Share(count as f64 / people as f64) };
        let lines =
            picked.chain(typed).map(|(answer, count)| (answer, vec![Cell::Count(count), share(count)]));
        Round {
            about: Column::words(self.own.answer),
            columns: [self.tally.count, self.tally.share].map(Column::number).to_vec(),
            lines: lines.collect(),
        }
    }

    fn dots(&self, clusters: &[DotCluster]) -> Round {
        let parts = ninths(clusters);
        let all: u64 = parts.iter().sum();
        let share = |dots: u64| if all == 0 { Cell::Empty } else { Cell::Share(dots as f64 / all as f64) };
        let names = self.tally.parts_of_picture.iter();
        let lines =
            names.zip(parts).map(|(name, dots)| ((*name).to_owned(), vec![Cell::Count(dots), share(dots)]));
        Round {
            about: Column::words(self.tally.part_of_picture),
            columns: [self.tally.dots, self.tally.share].map(Column::number).to_vec(),
            lines: lines.collect(),
        }
    }

    fn scales(&self, scales: &Scales, statements: &[ScaledStatement]) -> Round {
        let lines = statements.iter().map(|result| {
            let figure = |value| if result.marked == 0 { Cell::Empty } else { Cell::Mean(value) };
            let mut cells = vec![figure(result.mean), figure(result.median), Cell::Count(result.marked)];
            cells.extend(result.counts.iter().map(|count| Cell::Count(*count)));
            (label(&scales.statements, result.statement), cells)
        });
        let mut columns = [self.tally.mean, self.tally.median, self.tally.marks].map(Column::number).to_vec();
        let steps = (1..=scales.steps).map(|step| {
            let heading = match step {
                1 if !scales.low.is_empty() => format!("1: {}", one_line(scales.low.as_str())),
                step if step == scales.steps && !scales.high.is_empty() => {
                    format!("{step}: {}", one_line(scales.high.as_str()))
                }
                step => step.to_string(),
            };
            Column::number(heading)
        });
        columns.extend(steps);
        Round { about: Column::words(self.tally.statement), columns, lines: lines.collect() }
    }

    fn points(&self, points: &Points, options: &[PointedOption], people: u64) -> Round {
        let lines = options.iter().map(|option| {
            let each =
                if people == 0 { Cell::Empty } else { Cell::Mean(option.points as f64 / people as f64) };
            let cells = vec![Cell::Count(option.points), each, Cell::Count(option.givers)];
            (label(&points.options, option.option), cells)
        });
        Round {
            about: Column::words(self.tally.option),
            columns: [self.tally.points, self.tally.per_person, self.tally.givers]
                .map(Column::number)
                .to_vec(),
            lines: lines.collect(),
        }
    }

    fn number(&self, number: &Number, summary: &NumberSummary) -> Round {
        let mut lines: Vec<(String, Vec<Cell>)> = Vec::new();
        let words = self.tally;
        if summary.count > 0 {
            lines.extend([
                (words.mean.to_owned(), vec![Cell::Mean(summary.mean)]),
                (words.median.to_owned(), vec![Cell::Exact(summary.median)]),
                (words.least.to_owned(), vec![Cell::Exact(summary.least)]),
                (words.most.to_owned(), vec![Cell::Exact(summary.most)]),
            ]);
        }
        if let Some(solution) = number.solution {
            lines.push((self.own.right.to_owned(), vec![Cell::Exact(solution.value())]));
        }
        lines.extend(summary.bins.iter().map(|bin| {
            let [from, to] = [bin.from, bin.to].map(|edge| self.shared.trimmed(edge));
            let values = if bin.from == bin.to { from } else { format!("{from}–{to}") };
            (self.own.how_many(&values), vec![Cell::Count(bin.count)])
        }));
        let unit = one_line(number.unit.as_str());
        let value =
            if unit.is_empty() { self.own.value.to_owned() } else { format!("{} ({unit})", self.own.value) };
        Round { about: Column::words(self.own.figure), columns: vec![Column::number(value)], lines }
    }

    fn grid(&self, grid: &Grid, items: &[PlacedItem]) -> Round {
        let lines = items.iter().map(|item| {
            let figure = |value| if item.placed == 0 { Cell::Empty } else { Cell::Mean(value) };
            let part = match item.quadrant {
                _ if item.placed == 0 => Cell::Empty,
                Some(part) => Cell::Text(quadrant_name(grid, part)),
                None => Cell::text(self.tally.middle),
            };
            let figures = [item.mean_x, item.spread_x, item.mean_y, item.spread_y].map(figure);
            let cells = [part].into_iter().chain(figures).chain([Cell::Count(item.placed)]);
            (label(&grid.items, item.item), cells.collect())
        });
        let mut columns = vec![Column::words(self.tally.part)];
        for axis in [&grid.x, &grid.y].map(|axis| one_line(axis.name.as_str())) {
            columns.push(Column::number(axis.clone()));
            columns.push(Column::number(self.own.deviation(&axis)));
        }
        columns.push(Column::number(self.tally.placings));
        Round { about: Column::words(self.tally.item), columns, lines: lines.collect() }
    }

    /// How it was counted, and what was kept out.
    fn notes(&self, question: &AskedQuestion) -> Vec<String> {
        let (shared, tally) = (self.shared, self.tally);
        match (&question.outcome, &question.ask) {
            (Outcome::Open(open), _) => {
                let grouped = (!open.themes.is_empty()).then(|| how_grouped(open, shared));
                grouped.into_iter().chain(shared.kept_out(open.hidden)).collect()
            }
            (Outcome::Cloud(cloud), _) => {
                [tally.cloud()].into_iter().chain(shared.kept_out(cloud.hidden)).collect()
            }
            (Outcome::Ranking(ranking), _) => {
                let rule = shared.borda(ranking.options.len(), ranking.top.into());
                let counted = (ranking.ballots > 0).then_some(rule);
                ranking_sentences(ranking, shared).into_iter().chain(counted).collect()
            }
            (Outcome::Tallied(tallied), Ask::Choice(choice)) => {
                let right: Vec<String> =
                    choice.correct.iter().map(|option| label(&choice.options, *option)).collect();
                let right =
                    (!right.is_empty()).then(|| tally.correct.replace("{options}", &right.join(", ")));
                let several = (choice.most > 1).then(|| tally.several(choice.most));
                let other = match &tallied.view {
                    TallyView::Choice { other: Some(other), .. } => tally.withheld(other),
                    _ => None,
                };
                right.into_iter().chain(several).chain(other).collect()
            }
            (Outcome::Tallied(_), Ask::Quiz(quiz)) => {
                let picked = quiz.correct.iter().map(|option| label(&quiz.options, *option));
                let typed = quiz.accepted.iter().map(|accepted| one_line(accepted.as_str()));
                let right: Vec<String> = picked.chain(typed).collect();
                vec![tally.correct.replace("{options}", &right.join(", "))]
            }
            (Outcome::Tallied(_), Ask::Scales(scales)) => {
                let [low, high] = [&scales.low, &scales.high].map(|end| one_line(end.as_str()));
                vec![tally.scale(scales.steps, &low, &high)]
            }
            (Outcome::Tallied(_), Ask::Points(_)) => vec![tally.hundred()],
            (Outcome::Tallied(_), Ask::Grid(grid)) => {
                let ends = [&grid.x, &grid.y].map(|axis| {
                    let [name, low, high] =
                        [&axis.name, &axis.low, &axis.high].map(|text| one_line(text.as_str()));
                    tally.axis(&name, &low, &high)
                });
                ends.into_iter().chain([tally.deviation.to_owned()]).collect()
            }
            (
                Outcome::Tallied(_),
                Ask::Number(_) | Ask::OpenText(_) | Ask::WordCloud(_) | Ask::Ranking(_) | Ask::Dots(_),
            ) => Vec::new(),
        }
    }
}
