//! Numbers: the middle of them, and how they lie.

use super::shapes::{Align, Form, Place, Text, Type, Weight};
use super::sheet::Sheet;
use super::words::DrawingWords;
use crate::brand::Role;
use crate::export::minutes::one_line;
use crate::export::words::Words;
use crate::session::{Number, NumberBin, NumberSummary};

/// The column of figures, and what is between it and the bars.
const FIGURES: f64 = 460.0;
const APART: f64 = 72.0;
/// Under and over the bars.
const EDGES: f64 = 52.0;
const COUNTS: f64 = 48.0;
const SMALL: f64 = 28.0;

/// Draws the figures, and the bars where there is more than one.
pub(super) fn draw(
    number: &Number,
    summary: &NumberSummary,
    words: &DrawingWords,
    shared: &Words,
    sheet: &mut Sheet<'_>,
) {
    let unit = one_line(number.unit.as_str());
    let with_unit = |figure: String| format!("{figure} {unit}").trim_end().to_owned();
    let mut figures = vec![
        (words.median, with_unit(shared.trimmed(summary.median)), Role::Ink),
        (words.average, with_unit(shared.decimal(summary.mean, 1)), Role::Ink),
    ];
    if let Some(solved) = &summary.solution {
        let right = shared.decimal(solved.value, usize::from(number.decimals));
        figures.push((words.solution, with_unit(right), Role::Ok));
    }
    let room = sheet.room;
    let mut y = room.y;
    for (label, figure, role) in figures {
        let place = Place { y, width: FIGURES, height: 0.0, ..room };
        let label = sheet.set(label, place, Type::new(34.0, Weight::Regular));
        y = label.place.bottom();
        sheet.text(Text { colour: sheet.roles[Role::Quiet], ..label });
        // As large as stands on one line.
        let wide = sheet.width(&figure, Type::new(96.0, Weight::Regular));
        let size = (96.0 * 0.99 * FIGURES / wide.max(1.0)).clamp(36.0, 96.0);
        let type_ = Type { leading: 1.1, ..Type::new(size, Weight::Regular) };
        let figure = sheet.set(&figure, Place { y, ..place }, type_);
        y = figure.place.bottom() + 36.0;
        sheet.text(Text { colour: sheet.roles[role], ..figure });
    }
    if summary.bins.len() > 1 {
        let x = room.x + FIGURES + APART;
        draw_bins(&summary.bins, Place { x, width: room.right() - x, ..room }, shared, sheet);
    }
}

fn draw_bins(bins: &[NumberBin], room: Place, shared: &Words, sheet: &mut Sheet<'_>) {
    let most = bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1) as f64;
    let width = room.width / bins.len() as f64;
    let base = room.bottom() - EDGES;
    let tall = room.height - EDGES - COUNTS;
    let (primary, quiet, edge) =
        (sheet.roles[Role::Primary], sheet.roles[Role::Quiet], sheet.roles[Role::Edge]);
    let small = Type::new(SMALL, Weight::Regular);
    let names = edges(bins, width, shared, |text| sheet.width(text, small));
    for (number, (bin, name)) in bins.iter().zip(&names.texts).enumerate() {
        let x = room.x + width * number as f64;
        let high = tall * bin.count as f64 / most;
        if bin.count > 0 {
            let place = Place { x: x + 6.0, y: base - high, width: width - 12.0, height: high };
            sheet.area(place, Form::Rounded(6.0_f64.min(high / 2.0)), primary);
            let place = Place { x, y: base - high - COUNTS, width, height: 0.0 };
            let count = sheet.set(&bin.count.to_string(), place, Type::new(34.0, Weight::Semibold));
            sheet.text(Text { align: Align::Middle, ..count });
        }
        if !name.is_empty() {
            let reach = width * names.every as f64;
            let text = sheet.set(name, Place { x, y: base + 10.0, width: reach, height: 0.0 }, small);
            let align = if names.every == 1 { Align::Middle } else { Align::Start };
            sheet.text(Text { align, colour: quiet, ..text });
        }
    }
    sheet.line((room.x, base), (room.right(), base), edge, 3.0);
}

/// What stands under the bars, and how many of them share a text.
struct Edges {
    texts: Vec<String>,
    every: usize,
}

/// What each bar spans; where that is too long, where some of them begin.
fn edges(bins: &[NumberBin], width: f64, shared: &Words, wide: impl Fn(&str) -> f64) -> Edges {
    const AIR: f64 = 16.0;
    let span = |bin: &NumberBin| match bin.from == bin.to {
        true => shared.trimmed(bin.from),
        false => format!("{}–{}", shared.trimmed(bin.from), shared.trimmed(bin.to)),
    };
    let spans: Vec<String> = bins.iter().map(span).collect();
    if spans.iter().all(|span| wide(span) + AIR <= width) {
        return Edges { texts: spans, every: 1 };
    }
    let begins: Vec<String> = bins.iter().map(|bin| shared.trimmed(bin.from)).collect();
    let widest = begins.iter().map(|begin| wide(begin) + AIR).fold(0.0, f64::max);
    let every = ((widest / width).ceil() as usize).max(2);
    let texts = begins.into_iter().enumerate().map(|(number, begin)| {
        let has_room = number % every == 0 && number + every <= bins.len();
        if has_room { begin } else { String::new() }
    });
    Edges { texts: texts.collect(), every }
}
