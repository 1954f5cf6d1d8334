//! Answers that stand in no theme yet, in columns, as large and as many as there is room for.

use super::shapes::{Place, Text, Type, Weight};
use super::sheet::Sheet;
use super::spread::parted;
use super::words::DrawingWords;
use crate::brand::Role;

/// Size of the type, and columns.
const SETTINGS: [(f64, usize); 12] = [
    (64.0, 1),
    (52.0, 1),
    (44.0, 1),
    (40.0, 2),
    (36.0, 2),
    (32.0, 2),
    (32.0, 3),
    (28.0, 3),
    (26.0, 3),
    (26.0, 4),
    (24.0, 4),
    (22.0, 5),
];
const GUTTER: f64 = 56.0;
/// Between answers, of the size.
const APART: f64 = 0.7;
/// More than that never have room.
const SHOWN_MAX: usize = 200;
/// More lines than that no answer has, where there are many.
const LINES_MAX: usize = 6;

/// Draws answers in their order; the last ones are counted where there is no room for them.
pub(super) fn draw(answers: &[String], words: &DrawingWords, sheet: &mut Sheet<'_>) {
    let room = sheet.room;
    let all = answers.len();
    let answers = &answers[..all.min(SHOWN_MAX)];
    let set = |(size, columns): (f64, usize)| -> Vec<Text> {
        let width = (room.width - GUTTER * (columns as f64 - 1.0)) / columns as f64;
        let type_ = Type::new(size, Weight::Regular);
        let place = Place { width, ..Place::default() };
        let most = if all > 6 { LINES_MAX } else { usize::MAX };
        answers.iter().map(|answer| sheet.clipped(sheet.set(answer, place, type_), most)).collect()
    };
    let apart = |size: f64| size * APART;
    let heights = |texts: &[Text]| texts.iter().map(|text| text.place.height).collect::<Vec<f64>>();
    let fits = |texts: &[Text], (size, columns): (f64, usize), room_height: f64| {
        let heights = heights(texts);
        let starts = parted(&heights, columns, apart(size));
        starts.iter().enumerate().all(|(place, start)| {
            let end = starts.get(place + 1).copied().unwrap_or(heights.len());
            let high: f64 = heights[*start..end].iter().sum();
            high + apart(size) * (end - start).saturating_sub(1) as f64 <= room_height
        })
    };
    let found = SETTINGS.into_iter().map(|setting| (setting, set(setting)));
    let mut found = found.filter(|(setting, texts)| all <= SHOWN_MAX && fits(texts, *setting, room.height));
    let (setting, texts, left) = match found.next() {
        Some((setting, texts)) => (setting, texts, 0),
        None => {
            let setting = SETTINGS[SETTINGS.len() - 1];
            let mut texts = set(setting);
            let below = room.height - setting.0 * 2.0;
            // The more there are, the further the first look goes.
            while !fits(&texts, setting, below) && texts.len() > 1 {
                let keep = texts.len() - (texts.len() / 40).max(1);
                texts.truncate(keep);
            }
            let left = all - texts.len();
            (setting, texts, left)
        }
    };
    let (size, columns) = setting;
    let starts = parted(&heights(&texts), columns, apart(size));
    let line = sheet.roles[Role::Line];
    for (column, start) in starts.iter().enumerate() {
        let end = starts.get(column + 1).copied().unwrap_or(texts.len());
        let mut y = room.y;
        for (number, text) in texts[*start..end].iter().enumerate() {
            let x = room.x + column as f64 * (text.place.width + GUTTER);
            if number > 0 {
                let middle = y - apart(size) / 2.0;
                sheet.line((x, middle), (x + text.place.width, middle), line, 2.0);
            }
            sheet.text(Text { place: Place { x, y, ..text.place }, ..text.clone() });
            y += text.place.height + apart(size);
        }
    }
    if left > 0 {
        let place = Place { y: room.bottom() - size * 1.2, ..room };
        let text = sheet.set(&words.more(left), place, Type::new(size, Weight::Semibold));
        sheet.text(Text { colour: sheet.roles[Role::Quiet], ..text });
    }
}
