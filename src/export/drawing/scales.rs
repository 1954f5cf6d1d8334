//! Statements on one scale: how the marks lie, and their mean.

use super::shapes::{Align, Area, Form, Place, Shape, Text, Type, Weight};
use super::sheet::Sheet;
use crate::brand::{Oklch, Role};
use crate::export::minutes::one_line;
use crate::export::tallied::label;
use crate::export::words::Words;
use crate::session::{ScaledStatement, Scales};

const SIZES: [f64; 8] = [46.0, 42.0, 38.0, 34.0, 31.0, 28.0, 25.0, 22.0];
/// Of the width: the statement, and how the marks lie; the mean has the rest.
const LABEL: f64 = 0.42;
const PLOT: f64 = 0.46;
const APART: f64 = 36.0;
/// A row is at least so high, and its plot at most, of the size.
const ROW: f64 = 1.9;
const PLOT_MAX: f64 = 3.2;
const GAP: f64 = 0.55;
/// What is filled where nobody marked a step.
const EMPTY: Oklch = Oklch::new(0.955, 0.008, 85.0);

/// Draws statements in their order.
pub(super) fn draw(scales: &Scales, statements: &[ScaledStatement], shared: &Words, sheet: &mut Sheet<'_>) {
    let room = sheet.room;
    let (label_width, plot_width) = (room.width * LABEL - APART, room.width * PLOT);
    let set = |size: f64| -> Vec<Text> {
        let type_ = Type::new(size, Weight::Regular);
        let place = Place { x: room.x, width: label_width, ..Place::default() };
        statements
            .iter()
            .map(|one| sheet.set(&label(&scales.statements, one.statement), place, type_))
            .collect()
    };
    let row = |text: &Text| text.place.height.max(ROW * text.type_.size);
    let high =
        |texts: &[Text], size: f64| texts.iter().map(row).sum::<f64>() + GAP * size * texts.len() as f64;
    let ends_size = |size: f64| (size * 0.75).max(24.0);
    let left = |size: f64| room.height - ends_size(size) * 1.9;
    let fitting = SIZES.into_iter().find(|size| high(&set(*size), *size) <= left(*size));
    let size = fitting.unwrap_or(SIZES[SIZES.len() - 1]);
    let most = if fitting.is_some() { usize::MAX } else { 2 };
    let texts: Vec<Text> = set(size).into_iter().map(|text| sheet.clipped(text, most)).collect();
    let spare = ((left(size) - high(&texts, size)) / texts.len().max(1) as f64).clamp(0.0, size * 2.0);
    let mut y = room.y;
    for (text, statement) in texts.into_iter().zip(statements) {
        let height = row(&text) + spare;
        let plot = Place {
            x: room.x + room.width * LABEL,
            y,
            width: plot_width,
            height: height.min(PLOT_MAX * size),
        };
        let plot = Place { y: y + (height - plot.height) / 2.0, ..plot };
        draw_plot(statement, plot, size, sheet);
        let top = y + (height - text.place.height) / 2.0;
        sheet.text(Text { place: Place { y: top, ..text.place }, ..text });
        let mean = if statement.marked > 0 { shared.decimal(statement.mean, 1) } else { String::from("–") };
        let type_ = Type::new(size * 1.3, Weight::Semibold);
        let place = Place {
            x: plot.right(),
            y: y + (height - type_.line()) / 2.0,
            width: room.right() - plot.right(),
            height: 0.0,
        };
        let text = sheet.set(&mean, place, type_);
        sheet.text(Text { align: Align::End, ..text });
        y += height + GAP * size;
    }
    draw_ends(scales, y, ends_size(size), sheet);
}

fn draw_plot(statement: &ScaledStatement, plot: Place, size: f64, sheet: &mut Sheet<'_>) {
    let steps = statement.counts.len().max(1) as f64;
    let most = statement.counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let width = plot.width / steps;
    let (primary, edge) = (sheet.roles[Role::Primary], sheet.roles[Role::Edge]);
    for (step, count) in statement.counts.iter().enumerate() {
        let column = Place { x: plot.x + width * step as f64 + 4.0, width: width - 8.0, ..plot };
        sheet.area(column, Form::Rounded(0.0), EMPTY.colour());
        let high = plot.height * *count as f64 / most;
        if high > 0.0 {
            let filled = Place { y: plot.bottom() - high, height: high, ..column };
            sheet.area(filled, Form::Rounded(0.0), primary);
        }
    }
    sheet.line((plot.x, plot.bottom()), (plot.right(), plot.bottom()), edge, 3.0);
    if statement.marked > 0 {
        let round = size * 0.8;
        let x = plot.x + (statement.mean - 0.5) * width;
        let place = Place { x: x - round / 2.0, y: plot.bottom() - round / 2.0, width: round, height: round };
        let edge = Some((sheet.roles[Role::Ground], size * 0.13));
        let fill = sheet.roles[Role::Accent];
        sheet.push(Shape::Area(Area { place, form: Form::Oval, fill, opacity: 1.0, edge }));
    }
}

/// What the ends of the scale mean, under them.
fn draw_ends(scales: &Scales, y: f64, size: f64, sheet: &mut Sheet<'_>) {
    let room = sheet.room;
    let type_ = Type::new(size, Weight::Regular);
    let end = |step: String, meant: &str| if meant.is_empty() { step } else { format!("{step} · {meant}") };
    let low = end(String::from("1"), &one_line(scales.low.as_str()));
    let high = end(scales.steps.to_string(), &one_line(scales.high.as_str()));
    let x = room.x + room.width * LABEL;
    let half = room.width * PLOT / 2.0 - 12.0;
    let sides = [(low, x, Align::Start), (high, x + half + 24.0, Align::End)];
    for (text, x, align) in sides {
        let text = sheet.set(&text, Place { x, y: y + size * 0.1, width: half, height: 0.0 }, type_);
        let text = sheet.clipped(text, 1);
        sheet.text(Text { align, colour: sheet.roles[Role::Quiet], ..text });
    }
}
