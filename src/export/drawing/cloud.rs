//! Words in lines, each the larger the more people gave it, in the order they were first given; as on the projector.

use super::shapes::{Place, Text, Type, Weight};
use super::sheet::Sheet;
use super::words::DrawingWords;
use crate::brand::{Colour, Role, theme_colour};
use crate::export::minutes::{Cloud, CloudWord};

/// Only so many words can be read; the others are counted.
const SHOWN_MAX: [usize; 7] = [60, 45, 34, 26, 20, 15, 10];
/// From large to small, of the sizes below.
const SCALES: [f64; 9] = [2.4, 2.1, 1.8, 1.55, 1.35, 1.15, 1.0, 0.85, 0.72];
/// The sizes of a word that one gave and of the one that most gave, before they are scaled.
const LEAST: f64 = 32.0;
const MOST: f64 = 116.0;
/// No word is smaller, nor larger.
const SIZE_MIN: f64 = 26.0;
const SIZE_MAX: f64 = 180.0;
const LEADING: f64 = 1.16;
/// Between words and lines, before they are scaled.
const APART: (f64, f64) = (40.0, 10.0);

/// A word with its count, set.
struct Set {
    text: Text,
    count: Option<Text>,
    width: f64,
}

/// Draws a cloud.
pub(super) fn draw(cloud: &Cloud, words: &DrawingWords, sheet: &mut Sheet<'_>) {
    let most = cloud.words.iter().map(CloudWord::count).max().unwrap_or(1).max(2);
    let mut found = None;
    'looking: for shown in SHOWN_MAX {
        // Fewer words only where there are more.
        if shown != SHOWN_MAX[SHOWN_MAX.len() - 1] && cloud.words.len() < shown / 2 {
            continue;
        }
        for scale in SCALES {
            let lines = set(cloud, shown, scale, most, words, sheet);
            let height: f64 = lines.iter().map(|line| high(line) + APART.1 * scale).sum();
            let fits = height <= sheet.room.height
                && lines.iter().flatten().all(|set| set.width <= sheet.room.width);
            if fits || found.is_none() {
                found = Some((lines, scale, height));
            }
            if fits {
                break 'looking;
            }
        }
    }
    let Some((lines, scale, height)) = found else { return };
    let room = sheet.room;
    let mut y = room.y + ((room.height - height) / 2.0).max(0.0);
    for line in lines {
        let wide: f64 =
            line.iter().map(|set| set.width).sum::<f64>() + APART.0 * scale * (line.len() as f64 - 1.0);
        let base = y + line.iter().map(|set| set.text.type_.base()).fold(0.0, f64::max);
        let mut x = room.x + ((room.width - wide) / 2.0).max(0.0);
        y += high(&line) + APART.1 * scale;
        for set in line {
            let width = set.width;
            for text in [Some(set.text), set.count].into_iter().flatten() {
                let place = Place { x: x + text.place.x, y: base - text.type_.base(), ..text.place };
                sheet.text(Text { place, ..text });
            }
            x += width + APART.0 * scale;
        }
    }
}

fn high(line: &[Set]) -> f64 {
    line.iter().map(|set| set.text.type_.line()).fold(0.0, f64::max)
}

/// The words of so many, in lines.
fn set(
    cloud: &Cloud,
    shown: usize,
    scale: f64,
    most: usize,
    words: &DrawingWords,
    sheet: &Sheet<'_>,
) -> Vec<Vec<Set>> {
    let mut gathered: Vec<&CloudWord> = cloud.words.iter().collect();
    gathered.sort_by_key(|given| usize::MAX - given.count());
    let left = gathered.len().saturating_sub(shown);
    gathered.truncate(shown);
    // What was given first stands first; what is not gathered yet comes last.
    gathered.sort_by_key(|given| given.theme.map_or(u32::MAX, |theme| theme.0));
    let mut sets: Vec<Set> = gathered
        .into_iter()
        .map(|given| {
            let grown = ((given.count() - 1) as f64 / (most - 1) as f64).sqrt();
            let size = (LEAST + (MOST - LEAST) * grown) * scale;
            let count = (given.count() > 1).then(|| given.count());
            word(&given.word, count, size, theme_colour(given.theme.map(|theme| theme.0)), sheet)
        })
        .collect();
    if left > 0 {
        sets.push(word(&words.more(left), None, LEAST * scale, sheet.roles[Role::Quiet], sheet));
    }
    let mut lines: Vec<Vec<Set>> = Vec::new();
    let mut wide = f64::INFINITY;
    for set in sets {
        wide += APART.0 * scale + set.width;
        match lines.last_mut() {
            Some(line) if wide <= sheet.room.width => line.push(set),
            Some(_) | None => {
                wide = set.width;
                lines.push(vec![set]);
            }
        }
    }
    lines
}

/// A word is never broken; one that is wider than the sheet is set smaller.
fn word(text: &str, count: Option<usize>, size: f64, colour: Colour, sheet: &Sheet<'_>) -> Set {
    let heavy = |size: f64| Type { leading: LEADING, ..Type::new(size, Weight::Semibold) };
    let mut size = size.clamp(SIZE_MIN, SIZE_MAX);
    let room = sheet.room.width * 0.9;
    let natural = sheet.width(text, heavy(size));
    if natural > room {
        size *= room / natural;
    }
    let type_ = heavy(size);
    let place = Place { width: f64::INFINITY, ..Place::default() };
    let text = sheet.set(text, place, type_);
    let wide = sheet.width(&text.whole, type_);
    let text = Text { colour, place: Place { width: wide, ..text.place }, ..text };
    let count = count.map(|count| {
        let type_ = Type::new((size * 0.36).max(22.0), Weight::Regular);
        let count = sheet.set(&count.to_string(), Place { x: wide + size * 0.12, ..place }, type_);
        let width = sheet.width(&count.whole, type_);
        Text { colour: sheet.roles[Role::Quiet], place: Place { width, ..count.place }, ..count }
    });
    let width = count.as_ref().map_or(wide, |count| count.place.right());
    Set { text, count, width }
}
