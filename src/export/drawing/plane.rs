//! Items on a plane: each mean as a numbered dot, around it how far its places spread, and beside the plane what the
//! numbers stand for.

use super::shapes::{Align, Area, Form, Place, Shape, Text, Type, Weight};
use super::sheet::Sheet;
use super::words::DrawingWords;
use crate::brand::{Role, theme_colour};
use crate::export::minutes::one_line;
use crate::export::tallied::{label, quadrant_name};
use crate::export::tally_words::TallyWords;
use crate::session::{Grid, PlacedItem, Quadrant};

const DOT: f64 = 56.0;
/// The upright axis, and what is beside the plane.
const AXIS: f64 = 210.0;
const LEGEND: f64 = 700.0;
const SMALL: f64 = 28.0;
const SIZES: [f64; 6] = [40.0, 36.0, 32.0, 28.0, 25.0, 22.0];
/// What a mean lies on, 0 to 100.
const SIDE: f64 = 100.0;
/// Dots that would hide each other are moved apart so often, at most.
const TURNS_MAX: usize = 60;

/// Draws the plane and its legend.
pub(super) fn draw(
    grid: &Grid,
    items: &[PlacedItem],
    words: &DrawingWords,
    tally: &TallyWords,
    sheet: &mut Sheet<'_>,
) {
    let room = sheet.room;
    let below = SMALL * 1.6;
    let plane =
        Place { x: room.x + AXIS, width: room.width - AXIS - LEGEND, height: room.height - below, ..room };
    draw_plane(grid, plane, sheet);
    draw_axes(grid, plane, sheet);
    draw_dots(items, plane, sheet);
    let legend = Place { x: plane.right() + 56.0, width: LEGEND - 56.0, ..room };
    draw_legend(grid, items, legend, words, tally, sheet);
}

fn draw_plane(grid: &Grid, plane: Place, sheet: &mut Sheet<'_>) {
    let (edge, raised) = (sheet.roles[Role::Edge], sheet.roles[Role::Raised]);
    sheet.push(Shape::Area(Area {
        place: plane,
        form: Form::Rounded(10.0),
        fill: raised,
        opacity: 1.0,
        edge: Some((edge, 3.0)),
    }));
    let (x, y) = (plane.x + plane.width / 2.0, plane.y + plane.height / 2.0);
    sheet.line((x, plane.y), (x, plane.bottom()), edge, 2.0);
    sheet.line((plane.x, y), (plane.right(), y), edge, 2.0);
    let type_ = Type::new(SMALL, Weight::Regular);
    let width = plane.width / 2.0 - 36.0;
    let parts = [
        (Quadrant::TopLeft, plane.x + 18.0, Align::Start, true),
        (Quadrant::TopRight, x + 18.0, Align::End, true),
        (Quadrant::BottomLeft, plane.x + 18.0, Align::Start, false),
        (Quadrant::BottomRight, x + 18.0, Align::End, false),
    ];
    for (part, x, align, top) in parts {
        let name = one_line(grid.quadrants.name(part).as_str());
        let text = sheet.clipped(sheet.set(&name, Place { x, width, ..Place::default() }, type_), 2);
        let y = if top { plane.y + 14.0 } else { plane.bottom() - 14.0 - text.place.height };
        if !text.lines.is_empty() {
            let place = Place { y, ..text.place };
            sheet.text(Text { place, align, colour: sheet.roles[Role::Quiet], ..text });
        }
    }
}

fn draw_axes(grid: &Grid, plane: Place, sheet: &mut Sheet<'_>) {
    let quiet = sheet.roles[Role::Quiet];
    let light = Type::new(SMALL, Weight::Regular);
    let strong = Type::new(SMALL, Weight::Semibold);
    let third = plane.width / 3.0;
    let y = plane.bottom() + SMALL * 0.3;
    let level = [
        (&grid.x.low, plane.x, Align::Start, light),
        (&grid.x.name, plane.x + third, Align::Middle, strong),
        (&grid.x.high, plane.x + 2.0 * third, Align::End, light),
    ];
    for (text, x, align, type_) in level {
        let text = sheet.set(text.as_str(), Place { x, y, width: third - 8.0, height: 0.0 }, type_);
        let text = sheet.clipped(text, 1);
        let colour = if type_.weight == Weight::Regular { quiet } else { text.colour };
        sheet.text(Text { align, colour, ..text });
    }
    let width = AXIS - 24.0;
    let x = plane.x - AXIS;
    let upright = [(&grid.y.high, light, 0.0), (&grid.y.name, strong, 0.5), (&grid.y.low, light, 1.0)];
    for (text, type_, along) in upright {
        let text = sheet.clipped(sheet.set(text.as_str(), Place { x, width, ..Place::default() }, type_), 4);
        let y = plane.y + (plane.height - text.place.height) * along;
        let colour = if type_.weight == Weight::Regular { quiet } else { text.colour };
        sheet.text(Text { place: Place { y, ..text.place }, align: Align::End, colour, ..text });
    }
}

fn draw_dots(items: &[PlacedItem], plane: Place, sheet: &mut Sheet<'_>) {
    // Dots at the very ends stay inside, and clear of the names of the parts.
    let inner = Place {
        x: plane.x + DOT * 0.7,
        y: plane.y + DOT * 1.1,
        width: plane.width - DOT * 1.4,
        height: plane.height - DOT * 2.2,
    };
    let placed: Vec<&PlacedItem> = items.iter().filter(|item| item.placed > 0).collect();
    let along = |item: &&PlacedItem| {
        (inner.x + item.mean_x / SIDE * inner.width, inner.bottom() - item.mean_y / SIDE * inner.height)
    };
    let means: Vec<(f64, f64)> = placed.iter().map(along).collect();
    for (item, (x, y)) in placed.iter().zip(&means) {
        let (wide, high) = (item.spread_x / SIDE * inner.width, item.spread_y / SIDE * inner.height);
        // What spreads beyond the plane ends at its edge.
        let (left, right) = ((x - wide).max(plane.x), (x + wide).min(plane.right()));
        let (top, bottom) = ((y - high).max(plane.y), (y + high).min(plane.bottom()));
        let place = Place { x: left, y: top, width: right - left, height: bottom - top };
        if place.width > 1.0 && place.height > 1.0 {
            let fill = theme_colour(Some(u32::from(item.item) + 1));
            sheet.push(Shape::Area(Area { place, form: Form::Oval, fill, opacity: 0.2, edge: None }));
        }
    }
    for (item, at) in placed.iter().zip(apart(means, inner)) {
        draw_dot(item.item, at, DOT, true, sheet);
    }
}

/// A disc with the item's number.
fn draw_dot(item: u8, (x, y): (f64, f64), wide: f64, is_placed: bool, sheet: &mut Sheet<'_>) {
    let place = Place { x: x - wide / 2.0, y: y - wide / 2.0, width: wide, height: wide };
    let fill = if is_placed { theme_colour(Some(u32::from(item) + 1)) } else { sheet.roles[Role::Edge] };
    let edge = Some((sheet.roles[Role::Raised], 3.0));
    sheet.push(Shape::Area(Area { place, form: Form::Oval, fill, opacity: 1.0, edge }));
    let type_ = Type::new(wide * 0.54, Weight::Semibold);
    let place = Place { y: y - type_.line() / 2.0, ..place };
    let text = sheet.set(&(item + 1).to_string(), place, type_);
    sheet.text(Text { align: Align::Middle, colour: sheet.roles[Role::Raised], ..text });
}

/// Places near these that are a dot apart, within the room.
fn apart(mut places: Vec<(f64, f64)>, room: Place) -> Vec<(f64, f64)> {
    for _ in 0..TURNS_MAX {
        let mut moved = false;
        for one in 0..places.len() {
            for other in one + 1..places.len() {
                let (from, to) = (places[one], places[other]);
                let (dx, dy) = (to.0 - from.0, to.1 - from.1);
                let far = dx.hypot(dy);
                if far >= DOT {
                    continue;
                }
                moved = true;
                // Those in the very same place part sideways.
                let (dx, dy) = if far < 0.01 { (1.0, 0.0) } else { (dx / far, dy / far) };
                let by = (DOT - far) / 2.0 + 0.5;
                let within =
                    |(x, y): (f64, f64)| (x.clamp(room.x, room.right()), y.clamp(room.y, room.bottom()));
                places[one] = within((from.0 - dx * by, from.1 - dy * by));
                places[other] = within((to.0 + dx * by, to.1 + dy * by));
            }
        }
        if !moved {
            break;
        }
    }
    places
}

fn draw_legend(
    grid: &Grid,
    items: &[PlacedItem],
    room: Place,
    words: &DrawingWords,
    tally: &TallyWords,
    sheet: &mut Sheet<'_>,
) {
    let note = sheet.set(words.spread, room, Type::new(24.0, Weight::Regular));
    let left = room.height - note.place.height - 24.0;
    let set = |size: f64, with_parts: bool| -> Vec<(Text, Option<Text>, f64)> {
        let indent = DOT * 0.8 + 20.0;
        let place = Place { x: room.x + indent, width: room.width - indent, ..Place::default() };
        let row = |item: &PlacedItem| {
            let name = sheet.set(&label(&grid.items, item.item), place, Type::new(size, Weight::Regular));
            let part =
                item.quadrant.map_or_else(|| tally.middle.to_owned(), |part| quadrant_name(grid, part));
            let type_ = Type::new((size * 0.75).max(22.0), Weight::Regular);
            let part =
                (with_parts && item.placed > 0).then(|| sheet.clipped(sheet.set(&part, place, type_), 1));
            let high = name.place.height + part.as_ref().map_or(0.0, |part| part.place.height);
            (name, part, high.max(DOT * 0.8))
        };
        items.iter().map(row).collect()
    };
    let gap = |size: f64| size * 0.45;
    let high =
        |rows: &[(Text, Option<Text>, f64)], size: f64| rows.iter().map(|row| row.2 + gap(size)).sum::<f64>();
    let settings = SIZES.into_iter().flat_map(|size| [(size, true), (size, false)]);
    let fitting = settings
        .map(|(size, with_parts)| (set(size, with_parts), size))
        .find(|(rows, size)| high(rows, *size) <= left);
    let (rows, size) = fitting.unwrap_or_else(|| {
        let size = SIZES[SIZES.len() - 1];
        let rows = set(size, false).into_iter().map(|(name, part, _)| {
            let name = sheet.clipped(name, 1);
            let high = name.place.height.max(DOT * 0.8);
            (name, part, high)
        });
        (rows.collect(), size)
    });
    let mut y = room.y;
    for ((name, part, high), item) in rows.into_iter().zip(items) {
        let dot = DOT * 0.8;
        let line = name.type_.line();
        draw_dot(item.item, (room.x + dot / 2.0, y + line.max(dot) / 2.0), dot, item.placed > 0, sheet);
        let top = y + (dot - line).max(0.0) / 2.0;
        let under = top + name.place.height;
        sheet.text(Text { place: Place { y: top, ..name.place }, ..name });
        if let Some(part) = part {
            let place = Place { y: under, ..part.place };
            sheet.text(Text { place, colour: sheet.roles[Role::Quiet], ..part });
        }
        y += high + gap(size);
    }
    let y = room.bottom() - note.place.height;
    sheet.text(Text { place: Place { y, ..note.place }, colour: sheet.roles[Role::Quiet], ..note });
}
