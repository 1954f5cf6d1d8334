//! Themes with their heading, a large count and the answers that speak for them, under the headings over them; as large
//! and with as many examples as there is room for.

use super::shapes::{Form, Place, Text, Type, Weight};
use super::sheet::Sheet;
use super::spread::{Spread, parted, spread};
use super::words::DrawingWords;
use crate::brand::{Colour, Role, theme_colour};
use crate::export::minutes::{OpenOutcome, ThemeOutcome};

/// Themes that stand together: under a heading, or alone without one.
struct Section {
    label: Option<String>,
    count: usize,
    themes: Vec<Theme>,
}

/// A theme as it is drawn.
struct Theme {
    label: String,
    count: usize,
    colour: Colour,
    /// Those that speak for it, the best first.
    examples: Vec<String>,
}

/// Size of the type, most examples of each theme, and most lines of each example; from roomy to dense.
const SETTINGS: [(f64, usize, usize); 18] = [
    (60.0, 3, 6),
    (50.0, 3, 5),
    (42.0, 3, 4),
    (38.0, 3, 4),
    (34.0, 3, 4),
    (36.0, 2, 4),
    (32.0, 2, 4),
    (32.0, 2, 3),
    (30.0, 2, 3),
    (32.0, 1, 3),
    (30.0, 1, 3),
    (28.0, 1, 3),
    (26.0, 1, 2),
    (30.0, 0, 0),
    (28.0, 0, 0),
    (26.0, 0, 0),
    (24.0, 0, 0),
    (21.0, 0, 0),
];
/// A column is at least so wide, of the size: with examples, and without.
const COLUMN: f64 = 12.5;
const COLUMN_BARE: f64 = 10.0;
const COLUMNS_MAX: usize = 6;
const GUTTER: f64 = 48.0;
/// Between rows of sections, of the size: more than between themes, so that none seems to stand under a heading above it.
const SECTIONS: f64 = 1.5;
/// So many examples are looked for.
const EXAMPLES_MAX: usize = 3;
/// A longer answer is no example while shorter ones speak for the theme, nor the first of them though it is typical; as
/// on the projector.
const EXAMPLE_CHARS_MAX: usize = 110;
const TYPICAL_CHARS_MAX: usize = 220;

/// Draws all themes of an outcome.
pub(super) fn draw(outcome: &OpenOutcome, other: &str, words: &DrawingWords, sheet: &mut Sheet<'_>) {
    let mut sections = sections(outcome, other);
    let mut left_out = 0;
    let mut settings = SETTINGS.as_slice();
    loop {
        if let Some(board) = Board::fitting(settings, &sections, left_out, words, sheet) {
            return board.draw(&sections, sheet);
        }
        // Even the smallest has no room: the last themes are counted, not named.
        settings = &SETTINGS[SETTINGS.len() - 1..];
        let themes: usize = sections.iter().map(|section| section.themes.len()).sum();
        for _ in 0..(themes / 20).max(1) {
            let Some(last) = sections.last_mut() else { return };
            last.themes.pop();
            left_out += 1;
            sections.retain(|section| !section.themes.is_empty());
        }
    }
}

fn sections(outcome: &OpenOutcome, other: &str) -> Vec<Section> {
    let under = |index: usize| outcome.families.iter().any(|family| family.themes.contains(&index));
    let alone = |pinned: bool| -> Vec<Theme> {
        let themes = outcome.themes.iter().enumerate();
        themes
            .filter(|(index, theme)| !under(*index) && theme.pinned == pinned)
            .map(|(_, theme)| Theme::of(theme))
            .collect()
    };
    let section = |label: Option<String>, themes: Vec<Theme>| Section {
        label,
        count: themes.iter().map(|theme| theme.count).sum(),
        themes,
    };
    let mut last = alone(false);
    if !outcome.rest.is_empty() {
        last.push(Theme {
            label: other.to_owned(),
            count: outcome.rest.len(),
            colour: theme_colour(None),
            examples: examples(&outcome.rest, None),
        });
    }
    let families = outcome.families.iter().map(|family| {
        let themes = family.themes.iter().map(|index| Theme::of(&outcome.themes[*index])).collect();
        section(Some(family.label.clone()), themes)
    });
    let mut sections = vec![section(None, alone(true))];
    sections.extend(families);
    if sections.len() == 1 {
        // Without headings over them, all stand together.
        sections[0].themes.append(&mut last);
    } else {
        sections.push(section(None, last));
    }
    sections.retain(|section| !section.themes.is_empty());
    sections
}

impl Theme {
    fn of(theme: &ThemeOutcome) -> Self {
        Theme {
            label: theme.label.clone(),
            count: theme.answers.len(),
            colour: theme_colour(Some(theme.id.0)),
            examples: examples(&theme.answers, theme.typical.as_deref()),
        }
    }
}

/// The typical answer, then the first short ones in their order, then the shortest of the others.
fn examples(answers: &[String], typical: Option<&str>) -> Vec<String> {
    let long = |text: &str| text.chars().count();
    let typical = typical.filter(|text| long(text) <= TYPICAL_CHARS_MAX);
    let others = answers.iter().map(String::as_str).filter(|text| Some(*text) != typical);
    let (short, mut others): (Vec<&str>, Vec<&str>) =
        others.partition(|text| long(text) <= EXAMPLE_CHARS_MAX);
    others.sort_by_key(|text| long(text));
    typical.into_iter().chain(short).chain(others).take(EXAMPLES_MAX).map(str::to_owned).collect()
}

/// A card, set in a column.
struct Card {
    count: Text,
    label: Text,
    examples: Vec<Text>,
    height: f64,
}

struct Board {
    size: f64,
    columns: usize,
    bare: bool,
    spread: Spread,
    /// Of each section.
    cards: Vec<Vec<Card>>,
    /// How high each section's own heading is over so many columns, by section and columns less one.
    heads: Vec<Vec<f64>>,
    left_out: Option<(String, f64)>,
}

impl Board {
    /// The roomiest board that has room, with the number of columns that makes it lowest.
    fn fitting(
        settings: &[(f64, usize, usize)],
        sections: &[Section],
        left_out: usize,
        words: &DrawingWords,
        sheet: &Sheet<'_>,
    ) -> Option<Self> {
        let themes: usize = sections.iter().map(|section| section.themes.len()).sum();
        settings.iter().copied().find_map(|(size, examples, lines)| {
            let least = size * if examples == 0 { COLUMN_BARE } else { COLUMN };
            let most = ((sheet.room.width + GUTTER) / (least + GUTTER)) as usize;
            let most = most.clamp(1, COLUMNS_MAX).min(themes.max(1));
            let boards = (1..=most).map(|columns| {
                Board::set(sections, size, (examples, lines), columns, left_out, words, sheet)
            });
            let lowest = boards.min_by(|one, other| one.spread.height.total_cmp(&other.spread.height))?;
            let below = if left_out > 0 { size * 1.6 } else { 0.0 };
            (lowest.spread.height + below <= sheet.room.height).then_some(lowest)
        })
    }

    fn set(
        sections: &[Section],
        size: f64,
        (examples, lines): (usize, usize),
        columns: usize,
        left_out: usize,
        words: &DrawingWords,
        sheet: &Sheet<'_>,
    ) -> Self {
        let width = column_width(columns, sheet);
        let bare = examples == 0;
        let count_type = count_type(size, bare);
        let counts = sections.iter().flat_map(|section| &section.themes).map(|theme| theme.count.to_string());
        let widest = counts.map(|count| sheet.width(&count, count_type)).fold(0.0, f64::max);
        let card = |theme: &Theme| Card::set(theme, size, width, widest, (examples, lines), sheet);
        let cards: Vec<Vec<Card>> =
            sections.iter().map(|section| section.themes.iter().map(card).collect()).collect();
        let head = |section: &Section, columns: usize| match &section.label {
            Some(label) => {
                let place = Place { width: spanned(width, columns), ..Place::default() };
                let (_, label) = head_texts(label, section.count, place, size, sheet);
                label.place.bottom() + size * 0.6
            }
            None => 0.0,
        };
        let heads: Vec<Vec<f64>> = sections
            .iter()
            .map(|section| (1..=columns).map(|columns| head(section, columns)).collect())
            .collect();
        let apart = between(size, bare);
        let height = |section: usize, columns: usize| {
            let heights: Vec<f64> = cards[section].iter().map(|card| card.height).collect();
            heads[section][columns - 1] + highest(&heights, columns, apart)
        };
        let heights: Vec<Vec<f64>> = (0..sections.len())
            .map(|section| (1..=columns).map(|columns| height(section, columns)).collect())
            .collect();
        let spread = spread(sections.len(), columns, size * SECTIONS, |section, columns| {
            heights[section][columns - 1]
        });
        let left_out = (left_out > 0).then(|| (words.more(left_out), size));
        Board { size, columns, bare, spread, cards, heads, left_out }
    }

    fn draw(self, sections: &[Section], sheet: &mut Sheet<'_>) {
        let room = sheet.room;
        let width = column_width(self.columns, sheet);
        let apart = between(self.size, self.bare);
        let mut y = room.y;
        for row in &self.spread.rows {
            let (mut column, mut lowest) = (0, y);
            for span in row {
                let section = &sections[span.section];
                let x = room.x + column as f64 * (width + GUTTER);
                let head = self.heads[span.section][span.columns - 1];
                if let Some(label) = &section.label {
                    self.draw_head(
                        label,
                        section.count,
                        Place { x, y, width: spanned(width, span.columns), height: head },
                        sheet,
                    );
                }
                let cards = &self.cards[span.section];
                let heights: Vec<f64> = cards.iter().map(|card| card.height).collect();
                let starts = parted(&heights, span.columns, apart);
                for (place, start) in starts.iter().enumerate() {
                    let end = starts.get(place + 1).copied().unwrap_or(cards.len());
                    let mut top = y + head;
                    for (card, theme) in cards[*start..end].iter().zip(&section.themes[*start..end]) {
                        let at = (x + place as f64 * (width + GUTTER), top);
                        card.draw(theme, at, width, self.size, self.bare, sheet);
                        top += card.height + apart;
                    }
                    lowest = lowest.max(top - apart);
                }
                column += span.columns;
            }
            y = lowest + self.size * SECTIONS;
        }
        if let Some((text, size)) = &self.left_out {
            let place = Place { y: room.bottom() - size * 1.2, height: 0.0, ..room };
            let text = sheet.set(text, place, Type::new(*size, Weight::Regular));
            sheet.text(Text { colour: sheet.roles[Role::Quiet], ..text });
        }
    }

    /// A heading over several themes, under a line in ink, with their answers' count.
    fn draw_head(&self, label: &str, count: usize, place: Place, sheet: &mut Sheet<'_>) {
        let ink = sheet.roles[Role::Ink];
        sheet.area(Place { height: 6.0, ..place }, Form::Rounded(0.0), ink);
        let (number, label) = head_texts(label, count, place, self.size, sheet);
        sheet.text(number);
        sheet.text(label);
    }
}

/// Over so many columns, with what is between them.
fn spanned(width: f64, columns: usize) -> f64 {
    width * columns as f64 + GUTTER * (columns as f64 - 1.0)
}

/// The count and the words of a heading over several themes.
fn head_texts(label: &str, count: usize, place: Place, size: f64, sheet: &Sheet<'_>) -> (Text, Text) {
    let type_ = Type::new(size * 1.16, Weight::Semibold);
    let y = place.y + 6.0 + size * 0.3;
    let number =
        sheet.set(&count.to_string(), Place { y, ..place }, Type { weight: Weight::Regular, ..type_ });
    let wide = sheet.width(&number.whole, number.type_) + size * 0.5;
    let room = Place { x: place.x + wide, y, width: (place.width - wide).max(size), height: 0.0 };
    (number, sheet.clipped(sheet.set(label, room, type_), 2))
}

fn count_type(size: f64, bare: bool) -> Type {
    Type { leading: 1.0, ..Type::new(size * if bare { 1.0 } else { 1.9 }, Weight::Regular) }
}

fn column_width(columns: usize, sheet: &Sheet<'_>) -> f64 {
    (sheet.room.width - GUTTER * (columns as f64 - 1.0)) / columns as f64
}

fn between(size: f64, bare: bool) -> f64 {
    size * if bare { 0.55 } else { 0.75 }
}

/// How high the highest of the columns is.
fn highest(heights: &[f64], columns: usize, gap: f64) -> f64 {
    let starts = parted(heights, columns, gap);
    let column = |(place, start): (usize, &usize)| {
        let end = starts.get(place + 1).copied().unwrap_or(heights.len());
        heights[*start..end].iter().sum::<f64>() + gap * (end - start).saturating_sub(1) as f64
    };
    starts.iter().enumerate().map(column).fold(0.0, f64::max)
}

impl Card {
    fn set(
        theme: &Theme,
        size: f64,
        width: f64,
        widest: f64,
        (examples, lines): (usize, usize),
        sheet: &Sheet<'_>,
    ) -> Self {
        let bare = examples == 0;
        let count_type = count_type(size, bare);
        let number = theme.count.to_string();
        // All headings begin as far in, however many answers they have.
        let beside = widest + size * 0.45;
        let x = if bare { beside + size * 0.5 } else { beside };
        let top = if bare { 0.0 } else { 6.0 + size * 0.42 };
        let number_place =
            Place { x: if bare { size * 0.5 } else { 0.0 }, y: top, width: beside, height: 0.0 };
        let count = sheet.set(&number, number_place, count_type);
        let heading = Type { leading: 1.16, ..Type::new(size, Weight::Semibold) };
        let label =
            sheet.set(&theme.label, Place { x, y: top, width: (width - x).max(size), height: 0.0 }, heading);
        let label = sheet.clipped(label, 4);
        let mut y = label.place.bottom() + size * 0.24;
        let example = |text: &String| {
            let place = Place { x, y, width: width - x, height: 0.0 };
            let text = sheet.clipped(sheet.set(text, place, Type::new(size * 0.8, Weight::Regular)), lines);
            y = text.place.bottom() + size * 0.28;
            Text { colour: sheet.roles[Role::Quiet], ..text }
        };
        let examples: Vec<Text> = theme.examples.iter().take(examples).map(example).collect();
        let end = examples.last().unwrap_or(&label).place.bottom();
        Card { height: end.max(count.place.bottom()), count, label, examples }
    }

    fn draw(&self, theme: &Theme, at: (f64, f64), width: f64, size: f64, bare: bool, sheet: &mut Sheet<'_>) {
        let line = if bare {
            Place { x: at.0, y: at.1, width: size * 0.16, height: self.height }
        } else {
            Place { x: at.0, y: at.1, width, height: 6.0 }
        };
        sheet.area(line, Form::Rounded(0.0), theme.colour);
        for text in [&self.label, &self.count].into_iter().chain(&self.examples) {
            let place = Place { x: at.0 + text.place.x, y: at.1 + text.place.y, ..text.place };
            sheet.text(Text { place, ..text.clone() });
        }
    }
}
