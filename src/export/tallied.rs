//! What answers add up to, as blocks of the page: a sentence, a table, and how it was counted.

use super::minutes::{Cloud, CloudWord, Tallied, one_line};
use super::page::{Block, Figure, Table, bars};
use super::tally_words::{TallyWords, tally_words};
use super::words::Words;
use crate::picture::Spot;
use crate::session::{
    Ask, Axis, Choice, ChosenOption, DotCluster, Grid, Heading, Language, MESH_SIDE, Number, NumberSummary,
    OtherView, PICTURE_SIDE, Picture, PlacedItem, PointedOption, Quadrant, Quiz, QuizSummary,
    ScaledStatement, Scales, TallyView,
};

/// Who reads, and how numbers are written.
pub(super) struct Reader<'a> {
    pub language: Language,
    pub present: usize,
    /// Whether what single people wrote is told.
    pub lists_answers: bool,
    pub words: &'static Words,
    /// The question's picture.
    pub picture: Option<&'a Picture>,
}

/// The blocks of a result in figures.
pub(super) fn tallied_blocks(reader: &Reader, tallied: &Tallied, blocks: &mut Vec<Block>) {
    if tallied.people == 0 {
        blocks.push(Block::Paragraph(reader.words.nobody.to_owned()));
        return;
    }
    let page = Page { words: tally_words(reader.language), reader, people: tallied.people };
    match (&tallied.ask, &tallied.view) {
        (Ask::Choice(choice), TallyView::Choice { options, correct, other }) => {
            page.choice(choice, options, correct, other.as_ref(), blocks)
        }
        (Ask::Scales(scales), TallyView::Scales { statements }) => page.scales(scales, statements, blocks),
        (Ask::Points(points), TallyView::Points { options }) => page.points(&points.options, options, blocks),
        (Ask::Number(number), TallyView::Number(summary)) => page.number(number, summary, blocks),
        (Ask::Grid(grid), TallyView::Grid { items }) => page.grid(grid, items, blocks),
        (Ask::Quiz(quiz), TallyView::Quiz(summary)) => page.quiz(quiz, summary, blocks),
        (Ask::Dots(_), TallyView::Dots { clusters }) => page.dots(clusters, blocks),
        (
            Ask::OpenText(_)
            | Ask::WordCloud(_)
            | Ask::Ranking(_)
            | Ask::Choice(_)
            | Ask::Scales(_)
            | Ask::Points(_)
            | Ask::Number(_)
            | Ask::Grid(_)
            | Ask::Quiz(_)
            | Ask::Dots(_),
            _,
        ) => {}
    }
}

/// The blocks of a word cloud: every word with its count and all the ways it was written.
pub(super) fn cloud_blocks(reader: &Reader, cloud: &Cloud, people: usize, blocks: &mut Vec<Block>) {
    if cloud.entries == 0 {
        blocks.push(Block::Paragraph(reader.words.nobody.to_owned()));
        return;
    }
    let words = tally_words(reader.language);
    blocks.push(Block::Paragraph(reader.words.answered(people, reader.present, cloud.entries)));
    let rows = cloud.words.iter().map(|given| {
        let CloudWord { word, forms, .. } = given;
        let written: Vec<&str> = match forms.as_slice() {
            [(form, _)] if form == word => Vec::new(),
            forms => forms.iter().map(|(form, _)| form.as_str()).collect(),
        };
        vec![word.clone(), given.count().to_string(), written.join(", ")]
    });
    let counts = cloud.words.iter().map(|given| given.count() as f64);
    table_with_bars(blocks, vec![words.word, words.count, words.written], rows.collect(), bars(counts));
    blocks.push(Block::Note(words.cloud()));
    blocks.extend(reader.words.kept_out(cloud.hidden).map(Block::Note));
}

struct Page<'a> {
    reader: &'a Reader<'a>,
    words: &'static TallyWords,
    people: u64,
}

impl Page<'_> {
    fn who(&self, did: &str, blocks: &mut Vec<Block>) {
        let people = self.reader.words.people_of(self.people as usize, self.reader.present);
        blocks.push(Block::Paragraph(format!("{people} {did}.")));
    }

    fn choice(
        &self,
        choice: &Choice,
        options: &[ChosenOption],
        correct: &[u8],
        other: Option<&OtherView>,
        blocks: &mut Vec<Block>,
    ) {
        let words = self.words;
        self.who(words.chose, blocks);
        let row = |name: String, count: u64| {
            let share = count as f64 * 100.0 / self.people as f64;
            vec![name, count.to_string(), self.percent(share)]
        };
        let rows = options.iter().map(|chosen| row(label(&choice.options, chosen.option), chosen.count));
        let last = other.map(|other| row(words.other.to_owned(), other.count));
        let counts = options.iter().map(|chosen| chosen.count).chain(other.map(|other| other.count));
        let bars = bars(counts.map(|count| count as f64));
        let header = vec![words.option, words.count, words.share];
        table_with_bars(blocks, header, rows.chain(last).collect(), bars);
        if let Some(other) = other {
            self.other(other, blocks);
        }
        if !correct.is_empty() {
            let right: Vec<String> = correct.iter().map(|option| label(&choice.options, *option)).collect();
            blocks.push(Block::Paragraph(words.correct.replace("{options}", &right.join(", "))));
        }
        if choice.most > 1 {
            blocks.push(Block::Note(words.several(choice.most)));
        }
    }

    /// What people wrote beside the options, as far as the room may read it.
    fn other(&self, other: &OtherView, blocks: &mut Vec<Block>) {
        if !other.texts.is_empty() && self.reader.lists_answers {
            let rows =
                other.texts.iter().map(|each| vec![each.text.as_str().to_owned(), each.count.to_string()]);
            table(blocks, vec![self.words.written_as_other, self.words.count], rows.collect());
        }
        blocks.extend(self.words.withheld(other).map(Block::Note));
    }

    /// Who was right and how many, never who got how many points: those belong to nicknames.
    fn quiz(&self, quiz: &Quiz, summary: &QuizSummary, blocks: &mut Vec<Block>) {
        let words = self.words;
        let share = |count: u64| self.percent(count as f64 * 100.0 / self.people as f64);
        self.who(words.answered_quiz, blocks);
        let right: Vec<String> = if quiz.is_typed() {
            quiz.accepted.iter().map(|accepted| one_line(accepted.as_str())).collect()
        } else {
            let rows = summary.options.iter().map(|chosen| {
                vec![label(&quiz.options, chosen.option), chosen.count.to_string(), share(chosen.count)]
            });
            let bars = bars(summary.options.iter().map(|chosen| chosen.count as f64));
            table_with_bars(blocks, vec![words.option, words.count, words.share], rows.collect(), bars);
            summary.correct.iter().map(|option| label(&quiz.options, *option)).collect()
        };
        let correct = words.correct.replace("{options}", &right.join(", "));
        let people = self.reader.words.people(summary.right as usize);
        let answered = words.right.replace("{people}", &people).replace("{share}", &share(summary.right));
        blocks.push(Block::Paragraph(format!("{correct} {answered}")));
    }

    fn scales(&self, scales: &Scales, statements: &[ScaledStatement], blocks: &mut Vec<Block>) {
        let words = self.words;
        self.who(words.marked, blocks);
        let rows = statements.iter().map(|result| {
            let figure =
                |value: f64| if result.marked == 0 { String::from("–") } else { self.decimal(value) };
            let name = label(&scales.statements, result.statement);
            vec![name, figure(result.mean), figure(result.median), result.marked.to_string()]
        });
        // From one end of the scale to the other.
        let along = |mean: f64| (mean - 1.0) / f64::from(scales.steps.max(2) - 1);
        let bars = statements.iter().map(|result| if result.marked == 0 { 0.0 } else { along(result.mean) });
        let header = vec![words.statement, words.mean, words.median, words.marks];
        table_with_bars(blocks, header, rows.collect(), bars.collect());
        blocks.push(Block::Note(words.scale(
            scales.steps,
            &one_line(scales.low.as_str()),
            &one_line(scales.high.as_str()),
        )));
    }

    fn points(&self, names: &[Heading], options: &[PointedOption], blocks: &mut Vec<Block>) {
        let words = self.words;
        self.who(words.gave_points, blocks);
        let rows = options.iter().map(|option| {
            let each = option.points as f64 / self.people as f64;
            let (name, givers) = (label(names, option.option), option.givers.to_string());
            vec![name, option.points.to_string(), self.decimal(each), givers]
        });
        let bars = bars(options.iter().map(|option| option.points as f64));
        let header = vec![words.option, words.points, words.per_person, words.givers];
        table_with_bars(blocks, header, rows.collect(), bars);
        blocks.push(Block::Note(words.hundred()));
    }

    fn number(&self, number: &Number, summary: &NumberSummary, blocks: &mut Vec<Block>) {
        let words = self.words;
        self.who(words.gave_number, blocks);
        let unit = one_line(number.unit.as_str());
        let with_unit = |figure: String| format!("{figure} {unit}").trim_end().to_owned();
        let exact = |value: f64| self.reader.words.decimal(value, usize::from(number.decimals));
        table(
            blocks,
            vec![words.mean, words.median, words.least, words.most],
            vec![vec![
                with_unit(self.decimal(summary.mean)),
                with_unit(self.reader.words.trimmed(summary.median)),
                with_unit(exact(summary.least)),
                with_unit(exact(summary.most)),
            ]],
        );
        if summary.bins.len() > 1 {
            let rows = summary.bins.iter().map(|bin| {
                let from = self.reader.words.trimmed(bin.from);
                let to = self.reader.words.trimmed(bin.to);
                let name = if bin.from == bin.to { from } else { format!("{from}–{to}") };
                vec![name, bin.count.to_string()]
            });
            let bars = bars(summary.bins.iter().map(|bin| bin.count as f64));
            table_with_bars(blocks, vec![words.interval, words.numbers], rows.collect(), bars);
        }
        if let Some(solved) = &summary.solution {
            let values: Vec<String> = solved.nearest.iter().map(|value| exact(*value)).collect();
            let people = self.reader.words.people(solved.people as usize);
            let nearest = words.nearest.replace("{values}", &values.join(", ")).replace("{people}", &people);
            let solution = words.solution.replace("{value}", &with_unit(exact(solved.value)));
            blocks.push(Block::Paragraph(format!("{solution} {nearest}")));
        }
    }

    fn grid(&self, grid: &Grid, items: &[PlacedItem], blocks: &mut Vec<Block>) {
        let words = self.words;
        self.who(words.placed_items, blocks);
        let figure = |mean: f64, spread: f64| {
            let whole = |value: f64| self.reader.words.decimal(value, 0);
            format!("{} ± {}", whole(mean), whole(spread))
        };
        let rows = items.iter().map(|result| {
            let name = label(&grid.items, result.item);
            if result.placed == 0 {
                return vec![name, String::from("–"), String::from("–"), String::from("–"), "0".to_owned()];
            }
            let part = result.quadrant.map_or(words.middle.to_owned(), |part| quadrant_name(grid, part));
            let (x, y) = (figure(result.mean_x, result.spread_x), figure(result.mean_y, result.spread_y));
            vec![name, part, x, y, result.placed.to_string()]
        });
        let axis = |axis: &Axis| one_line(axis.name.as_str());
        blocks.push(Block::Table(Table {
            words: 0,
            more_words: 1,
            header: vec![
                words.item.to_owned(),
                words.part.to_owned(),
                axis(&grid.x),
                axis(&grid.y),
                words.placings.to_owned(),
            ],
            rows: rows.collect(),
            bars: Vec::new(),
        }));
        let ends = [&grid.x, &grid.y]
            .map(|each| words.axis(&axis(each), &one_line(each.low.as_str()), &one_line(each.high.as_str())));
        blocks.push(Block::Note(format!("{} {}", ends.join(" "), words.deviation)));
    }

    /// The picture with the dots, and how many lie in each of its nine parts.
    fn dots(&self, clusters: &[DotCluster], blocks: &mut Vec<Block>) {
        let words = self.words;
        self.who(words.placed_dots, blocks);
        if let Some(picture) = self.reader.picture {
            blocks.push(Block::Picture(Figure::new(picture, spots(clusters), words)));
        }
        let parts = ninths(clusters);
        let all: u64 = parts.iter().sum();
        let rows = words.parts_of_picture.iter().zip(parts).map(|(name, dots)| {
            vec![(*name).to_owned(), dots.to_string(), self.percent(dots as f64 * 100.0 / all.max(1) as f64)]
        });
        let bars = bars(parts.iter().map(|dots| *dots as f64));
        table_with_bars(blocks, vec![words.part_of_picture, words.dots, words.share], rows.collect(), bars);
    }

    fn decimal(&self, value: f64) -> String {
        self.reader.words.decimal(value, 1)
    }

    fn percent(&self, share: f64) -> String {
        format!("{} %", self.reader.words.decimal(share, 0))
    }
}

/// How many dots lie in each of a picture's nine parts, row by row from the top left.
pub(super) fn ninths(clusters: &[DotCluster]) -> [u64; 9] {
    let mut parts = [0; 9];
    for cluster in clusters {
        let third = |along: u16| usize::from(along) * 3 / (usize::from(PICTURE_SIDE) + 1);
        parts[third(cluster.y) * 3 + third(cluster.x)] += cluster.dots;
    }
    parts
}

/// Dots that lie near each other as one spot, larger the more they are: its area says how many, as on the projector.
pub(super) fn spots(clusters: &[DotCluster]) -> Vec<Spot> {
    /// Up to so many dots a spot grows as if there were no others.
    const FULL: u64 = 3;
    let full = clusters.iter().map(|cluster| cluster.dots).max().unwrap_or(0).max(FULL) as f32;
    let cell = 1.0 / f32::from(MESH_SIDE);
    let share = |along: u16| f32::from(along) / f32::from(PICTURE_SIDE);
    let spot = |cluster: &DotCluster| Spot {
        x: share(cluster.x),
        y: share(cluster.y),
        radius: cell * 0.9 * (cluster.dots as f32 / full).sqrt().max(0.22),
    };
    clusters.iter().map(spot).collect()
}

/// A table whose first column is words.
fn table(blocks: &mut Vec<Block>, header: Vec<&'static str>, rows: Vec<Vec<String>>) {
    table_with_bars(blocks, header, rows, Vec::new());
}

/// The same with a bar for each row.
fn table_with_bars(
    blocks: &mut Vec<Block>,
    header: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    bars: Vec<f64>,
) {
    let header = header.into_iter().map(str::to_owned).collect();
    blocks.push(Block::Table(Table { words: 0, more_words: 0, header, rows, bars }));
}

/// What a part of the plane is called; without a name, by the ends that meet in it.
pub(super) fn quadrant_name(grid: &Grid, part: Quadrant) -> String {
    let name = grid.quadrants.name(part);
    if !name.is_empty() {
        return one_line(name.as_str());
    }
    let (right, top) = match part {
        Quadrant::TopLeft => (false, true),
        Quadrant::TopRight => (true, true),
        Quadrant::BottomLeft => (false, false),
        Quadrant::BottomRight => (true, false),
    };
    let end = |axis: &Axis, high: bool| {
        let meant = if high { &axis.high } else { &axis.low };
        let sign = if high { "+" } else { "−" };
        let meant = if meant.is_empty() { sign } else { meant.as_str() };
        format!("{}: {}", one_line(axis.name.as_str()), one_line(meant))
    };
    format!("{}, {}", end(&grid.x, right), end(&grid.y, top))
}

/// What an option is called.
pub(super) fn label(options: &[Heading], index: u8) -> String {
    options.get(usize::from(index)).map(|option| one_line(option.as_str())).unwrap_or_default()
}
