//! Options with a bar each, in the order they are told: of a choice, a quiz, points and a ranking.

use super::shapes::{Align, Place, Text, Type, Weight};
use super::sheet::Sheet;
use super::words::DrawingWords;
use crate::brand::Role;

/// One option.
pub(super) struct Bar {
    pub label: String,
    /// Before it; of a ranking its place.
    pub place: String,
    /// How long the bar is, 0 to 1.
    pub share: f64,
    /// The same in the round before.
    pub before: Option<f64>,
    /// At its end, the quiet one first.
    pub figures: [String; 2],
    /// Under the first of them: what it was in the round before.
    pub note: String,
    /// Whether no other has more.
    pub is_most: bool,
    /// Whether it is right, where that is told.
    pub is_right: bool,
}

/// How rows are set: the size of their words and how many stand beside each other. First as large as it goes; where two
/// columns have room for larger words than one, they come before it.
const SETTINGS: [(f64, usize); 16] = [
    (72.0, 1),
    (62.0, 1),
    (54.0, 1),
    (48.0, 1),
    (44.0, 1),
    (40.0, 1),
    (36.0, 1),
    (34.0, 1),
    (36.0, 2),
    (32.0, 1),
    (34.0, 2),
    (32.0, 2),
    (30.0, 2),
    (28.0, 2),
    (26.0, 2),
    (23.0, 2),
];
/// Between columns.
const GUTTER: f64 = 72.0;
/// Between rows at least and at most, of the size.
const GAP: f64 = 0.42;
const GAP_MAX: f64 = 1.1;
/// The parts of a row, of the size.
const PLACE: f64 = 1.5;
const FIGURE_APART: f64 = 0.7;
const BAR: f64 = 0.3;
const BAR_ABOVE: f64 = 0.16;
const THIN: f64 = 0.16;
const QUIET: f64 = 0.78;
/// More lines than that no label has, where all is as small as it gets.
const LINES_MAX: usize = 3;

/// Draws them all, as large as there is room.
pub(super) fn draw(bars: &[Bar], words: &DrawingWords, sheet: &mut Sheet<'_>) {
    let set = |(size, columns): (f64, usize), most: usize| Rows::set(bars, words, size, columns, most, sheet);
    let fitting = SETTINGS
        .into_iter()
        .map(|setting| set(setting, usize::MAX))
        .find(|rows| rows.height(GAP) <= sheet.room.height);
    let last = SETTINGS[SETTINGS.len() - 1];
    let rows = fitting.unwrap_or_else(|| {
        (1..=LINES_MAX)
            .rev()
            .map(|most| set(last, most))
            .find(|rows| most_fits(rows, sheet))
            .unwrap_or_else(|| set(last, 1))
    });
    rows.draw(bars, words, sheet);
}

fn most_fits(rows: &Rows, sheet: &Sheet<'_>) -> bool {
    rows.height(GAP) <= sheet.room.height
}

struct Rows {
    size: f64,
    columns: usize,
    width: f64,
    /// Wide enough for the widest.
    figures: [f64; 2],
    place: f64,
    /// For the word that tells what is right.
    labels: Vec<Text>,
    /// Under the label.
    bar_height: f64,
}

impl Rows {
    fn set(
        bars: &[Bar],
        words: &DrawingWords,
        size: f64,
        columns: usize,
        most: usize,
        sheet: &Sheet<'_>,
    ) -> Rows {
        let width = (sheet.room.width - GUTTER * (columns as f64 - 1.0)) / columns as f64;
        let widest = |which: usize, type_: Type| {
            let figures = bars
                .iter()
                .map(|bar| &bar.figures[which])
                .chain(bars.iter().map(|bar| &bar.note).filter(|_| which == 0));
            let widest = figures.map(|figure| sheet.width(figure, type_)).fold(0.0, f64::max);
            if widest > 0.0 { widest + FIGURE_APART * size } else { 0.0 }
        };
        let figures = [widest(0, quiet(size)), widest(1, Type::new(size, Weight::Semibold))];
        let place = if bars.iter().all(|bar| bar.place.is_empty()) { 0.0 } else { PLACE * size };
        let has_before = bars.iter().any(|bar| bar.before.is_some());
        let right = sheet.width(words.right, right_type(size)) + 0.6 * size;
        let label = |bar: &Bar| {
            let beside = figures[0] + figures[1] + place + if bar.is_right { right } else { 0.0 };
            let room = Place { width: (width - beside).max(size), ..Place::default() };
            let text = sheet.set(&bar.label, room, type_of(bar, size));
            sheet.clipped(text, most)
        };
        let bar_height = (BAR_ABOVE + BAR + if has_before { THIN + 0.1 } else { 0.0 }) * size;
        Rows { size, columns, width, figures, place, labels: bars.iter().map(label).collect(), bar_height }
    }

    fn row(&self, label: &Text) -> f64 {
        label.place.height.max(Type::new(self.size, Weight::Regular).line()) + self.bar_height
    }

    fn in_column(&self) -> usize {
        self.labels.len().div_ceil(self.columns).max(1)
    }

    /// Of the highest column.
    fn height(&self, gap: f64) -> f64 {
        let column = |rows: &[Text]| {
            rows.iter().map(|label| self.row(label)).sum::<f64>()
                + gap * self.size * (rows.len() as f64 - 1.0)
        };
        self.labels.chunks(self.in_column()).map(column).fold(0.0, f64::max)
    }

    fn draw(self, bars: &[Bar], words: &DrawingWords, sheet: &mut Sheet<'_>) {
        let room = sheet.room;
        let gaps = (self.in_column() as f64 - 1.0).max(1.0);
        let spare = (room.height - self.height(0.0)) / gaps;
        let gap = spare.clamp(0.0, GAP_MAX * self.size);
        let mut at = (room.x, room.y);
        for (index, (bar, label)) in bars.iter().zip(&self.labels).enumerate() {
            if index > 0 && index % self.in_column() == 0 {
                at = (at.0 + self.width + GUTTER, room.y);
            }
            self.draw_row(bar, label, at, words, sheet);
            at.1 += self.row(label) + gap;
        }
    }

    fn draw_row(&self, bar: &Bar, label: &Text, at: (f64, f64), words: &DrawingWords, sheet: &mut Sheet<'_>) {
        let size = self.size;
        let (ink, soft) = (sheet.roles[Role::Ink], sheet.roles[Role::Quiet]);
        let fill = if bar.is_right { sheet.roles[Role::Ok] } else { sheet.roles[Role::Primary] };
        let x = at.0 + self.place;
        let end = at.0 + self.width;
        let beside = self.figures[0] + self.figures[1];
        let strong = Type::new(size, Weight::Semibold);
        if !bar.place.is_empty() {
            let type_ = Type::new(size, if bar.is_most { Weight::Semibold } else { Weight::Regular });
            let place = Place { x: at.0, y: at.1, width: self.place, height: 0.0 };
            let text = sheet.set(&bar.place, place, type_);
            sheet.text(Text { colour: if bar.is_most { ink } else { soft }, ..text });
        }
        let label = Text { place: Place { x, y: at.1, ..label.place }, ..label.clone() };
        let last = label.lines.last().map_or(0.0, |line| sheet.width(line, label.type_));
        let under = at.1 + label.place.height.max(strong.line());
        if bar.is_right {
            let line = label.lines.len().saturating_sub(1) as f64 * label.type_.line();
            let type_ = right_type(size);
            let y = at.1 + line + label.type_.base() - type_.base();
            let x = x + last + 0.6 * size;
            let text = sheet.set(
                words.right,
                Place { x, y, width: sheet.width(words.right, type_) + size, height: 0.0 },
                type_,
            );
            sheet.text(Text { colour: sheet.roles[Role::Ok], ..text });
        }
        sheet.text(label);
        let track = Place {
            x,
            y: under + BAR_ABOVE * size,
            width: self.width - self.place - beside,
            height: BAR * size,
        };
        sheet.bar(track, bar.share, fill);
        if let Some(before) = bar.before {
            let place = Place {
                y: track.bottom() + 0.1 * size,
                height: THIN * size,
                width: track.width * before,
                ..track
            };
            if place.width > 0.0 {
                let edge = sheet.roles[Role::Edge];
                sheet.area(place, super::shapes::Form::Rounded(place.height / 2.0), edge);
            }
        }
        let figure = |text: &str, end: f64, wide: f64, type_: Type, y: f64, sheet: &Sheet<'_>| {
            let place = Place { x: end - wide, y, width: wide, height: 0.0 };
            Text { align: Align::End, ..sheet.set(text, place, type_) }
        };
        let quiet_type = quiet(size);
        let level = at.1 + strong.base() - quiet_type.base();
        let first = figure(&bar.figures[0], end - self.figures[1], self.figures[0], quiet_type, level, sheet);
        sheet.text(Text { colour: soft, ..first });
        if !bar.note.is_empty() {
            let y = level + quiet_type.line();
            let note = figure(&bar.note, end - self.figures[1], self.figures[0], quiet_type, y, sheet);
            sheet.text(Text { colour: soft, ..note });
        }
        let weight = if bar.is_most { Weight::Semibold } else { Weight::Regular };
        let second = figure(&bar.figures[1], end, self.figures[1], Type::new(size, weight), at.1, sheet);
        sheet.text(second);
    }
}

fn type_of(bar: &Bar, size: f64) -> Type {
    Type::new(size, if bar.is_most { Weight::Semibold } else { Weight::Regular })
}

fn quiet(size: f64) -> Type {
    Type::new(size * QUIET, Weight::Regular)
}

fn right_type(size: f64) -> Type {
    Type::new(size * QUIET, Weight::Semibold)
}
