//! The sheet that a result is drawn on: the question at the top, at the foot how many answered and whose it is, and a
//! pen that sets words in the room between.

use std::cell::Cell;

use super::breaking::{broken, clipped};
use super::ruler::Ruler;
use super::shapes::{
    Align, Area, Drawing, Form, HEIGHT, Image, Line, Place, Shape, Text, TextRole, Type, WIDTH, Weight,
};
use super::words::drawing_words;
use super::{Letters, Look};
use crate::brand::{Colour, Legibility, Mode, Oklch, Role, Roles};
use crate::export::minutes::Minutes;
use crate::export::page::{day, legal};
use crate::export::words::words;
use crate::session::Language;

/// From the edges of the whole.
const MARGIN: f64 = 96.0;
const TOP: f64 = 72.0;
/// The question's sizes, each with the most lines that it may take.
const TITLES: [(f64, usize); 4] = [(60.0, 2), (52.0, 2), (44.0, 3), (38.0, 4)];
const TITLE_LEADING: f64 = 1.14;
/// Where the foot begins, and its type.
const FOOT: f64 = 984.0;
const FOOT_SIZE: f64 = 28.0;
/// The most room that the logo takes.
const LOGO_WIDTH: f64 = 300.0;
const LOGO_HEIGHT: f64 = 48.0;
/// Between the question, the result and the foot.
const APART: f64 = 44.0;
/// What a bar stands in.
const TRACK: Oklch = Oklch::new(0.915, 0.012, 85.0);

/// A sheet that is being drawn on.
pub(in crate::export) struct Sheet<'a> {
    pub minutes: &'a Minutes,
    pub roles: Roles,
    language: Language,
    ruler: &'a Ruler,
    letters: Letters,
    /// Whether there was a letter that could not be shown.
    lost: Cell<bool>,
    shapes: Vec<Shape>,
    /// Where the result is drawn.
    pub room: Place,
}

impl<'a> Sheet<'a> {
    /// A sheet with its title.
    pub fn new(minutes: &'a Minutes, title: &str, look: &Look, ruler: &'a Ruler) -> Self {
        let mut sheet = Sheet {
            minutes,
            roles: Roles::of(look.colours, Mode::Light, Legibility::Far),
            language: minutes.spoken,
            ruler,
            letters: look.letters,
            lost: Cell::new(false),
            shapes: Vec::new(),
            room: Place { x: MARGIN, y: TOP, width: WIDTH - 2.0 * MARGIN, height: FOOT - APART - TOP },
        };
        let words = sheet.title(title);
        let taken = words.place.height + APART;
        sheet.room.y += taken;
        sheet.room.height -= taken;
        sheet.shapes.push(Shape::Text(words));
        sheet
    }

    fn title(&self, title: &str) -> Text {
        let set = |(size, most): (f64, usize)| {
            let type_ = Type { leading: TITLE_LEADING, ..Type::new(size, Weight::Semibold) };
            (self.set(title, self.room, type_), most)
        };
        let fitting = TITLES.into_iter().map(set).find(|(text, most)| text.lines.len() <= *most);
        let mut text = fitting.map_or_else(
            || {
                let (text, most) = set(TITLES[TITLES.len() - 1]);
                self.clipped(text, most)
            },
            |(text, _)| text,
        );
        text.role = TextRole::Title;
        text
    }

    /// Words in ink, in lines as wide as the place, which becomes as high as they are.
    pub fn set(&self, text: &str, place: Place, type_: Type) -> Text {
        let whole = self.shown(text);
        let lines = broken(&whole, place.width, self.language, |text| self.ruler.width(text, type_));
        let place = Place { height: lines.len() as f64 * type_.line(), ..place };
        Text {
            place,
            whole,
            lines,
            type_,
            align: Align::Start,
            colour: self.roles[Role::Ink],
            role: TextRole::Body,
        }
    }

    /// The same with the first lines alone.
    pub fn clipped(&self, text: Text, most: usize) -> Text {
        let type_ = text.type_;
        let lines = clipped(text.lines, most, text.place.width, |text| self.ruler.width(text, type_));
        let place = Place { height: lines.len() as f64 * type_.line(), ..text.place };
        Text { lines, place, ..text }
    }

    /// How wide a text is on one line, as it is shown.
    pub fn width(&self, text: &str, type_: Type) -> f64 {
        self.ruler.width(&self.shown(text), type_)
    }

    /// A text as it can be shown, on one line.
    fn shown(&self, text: &str) -> String {
        let text = legal(&text.split_whitespace().collect::<Vec<&str>>().join(" "));
        match self.letters {
            Letters::Any => text,
            Letters::OfFonts => {
                let shown: String = text.chars().filter_map(|letter| self.letter(letter)).collect();
                shown.split_whitespace().collect::<Vec<&str>>().join(" ")
            }
        }
    }

    /// The letter; a mark for one that the fonts do not have, and nothing for a pictograph or what is not seen.
    fn letter(&self, letter: char) -> Option<char> {
        if self.ruler.has(letter) || letter == ' ' {
            return Some(letter);
        }
        let is_unseen = matches!(u32::from(letter), 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff);
        if is_unseen {
            return None;
        }
        self.lost.set(true);
        (!is_pictograph(letter)).then_some(MARK)
    }

    pub fn push(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    pub fn text(&mut self, text: Text) {
        self.shapes.push(Shape::Text(text));
    }

    /// A filled rectangle.
    pub fn area(&mut self, place: Place, form: Form, fill: Colour) {
        self.shapes.push(Shape::Area(Area { place, form, fill, opacity: 1.0, edge: None }));
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: Colour, width: f64) {
        self.shapes.push(Shape::Line(Line { from, to, colour, width }));
    }

    /// A bar in its track, as long as its share of it.
    pub fn bar(&mut self, track: Place, share: f64, fill: Colour) {
        let form = Form::Rounded(track.height / 2.0);
        self.area(track, form, TRACK.colour());
        let long = (track.width * share.clamp(0.0, 1.0)).max(0.0);
        if long > 0.0 {
            self.area(Place { width: long.max(track.height), ..track }, form, fill);
        }
    }

    /// The drawing, with its foot.
    pub fn finished(mut self, answered: &str, title: &str, told: String) -> Drawing {
        self.foot(answered);
        Drawing {
            language: self.minutes.language.tag(),
            title: legal(&title.split_whitespace().collect::<Vec<&str>>().join(" ")),
            told: legal(&told),
            ground: self.roles[Role::Ground],
            shapes: self.shapes,
        }
    }

    fn foot(&mut self, answered: &str) {
        let mut right = WIDTH - MARGIN;
        let (line, quiet) = (self.roles[Role::Line], self.roles[Role::Quiet]);
        self.line((MARGIN, FOOT), (right, FOOT), line, 2.0);
        let type_ = Type::new(FOOT_SIZE, Weight::Regular);
        let top = FOOT + 14.0;
        if let Some(letterhead) = &self.minutes.letterhead {
            let (wide, high) = (f64::from(letterhead.width.max(1)), f64::from(letterhead.height.max(1)));
            let scale = (LOGO_WIDTH / wide).min(LOGO_HEIGHT / high);
            let (width, height) = (wide * scale, high * scale);
            right -= width;
            let y = top + (type_.line() - height) / 2.0 + 6.0;
            self.shapes.push(Shape::Image(Image {
                place: Place { x: right, y, width, height },
                png: letterhead.png.clone(),
                alt: letterhead.name.clone(),
            }));
            right -= 40.0;
        }
        let place = Place { x: MARGIN, y: top, width: right - MARGIN, height: 0.0 };
        let strong = Type::new(FOOT_SIZE, Weight::Semibold);
        let answered = self.clipped(self.set(answered, place, strong), 1);
        let first = answered.lines.first().cloned().unwrap_or_default();
        let x = MARGIN + self.ruler.width(&first, strong) + 28.0;
        self.text(answered);
        let mut source = self.source();
        if self.lost.get() {
            source = drawing_words(self.minutes.language).letters_lost.to_owned();
        }
        if right - x > 160.0 {
            let source = self.set(&source, Place { x, width: right - x, ..place }, type_);
            let source = self.clipped(source, 1);
            self.text(Text { colour: quiet, ..source });
        }
    }

    /// "Ledersamling om helse, 20. november 2026".
    fn source(&self) -> String {
        let Minutes { title, language, .. } = self.minutes;
        match day(self.minutes) {
            Some(day) => format!("{title}, {} {}", words(*language).short_date(day), day.year()),
            None => title.clone(),
        }
    }
}

/// What stands for a letter that cannot be shown.
const MARK: char = '?';

/// Pictures among letters: arrows, signs, pictographs, flags, and what changes them.
fn is_pictograph(letter: char) -> bool {
    matches!(u32::from(letter), 0x2190..=0x2bff | 0x3030 | 0x303d | 0x1f000..=0x1faff | 0xe0020..=0xe007f | 0x20e3)
}

/// The whole's height below its foot.
const _: () = assert!(FOOT + 14.0 + LOGO_HEIGHT < HEIGHT);
