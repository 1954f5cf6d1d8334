//! What a drawing consists of: few plain shapes and texts, which a picture and a slide both can show.
//!
//! All lengths are in units of which the whole is 1,920 wide and 1,080 high, from its top left.

use bytes::Bytes;

use crate::brand::Colour;

/// The whole.
pub(in crate::export) const WIDTH: f64 = 1_920.0;
pub(in crate::export) const HEIGHT: f64 = 1_080.0;

/// One question's result as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) struct Drawing {
    /// The tag of the language of its words.
    pub language: &'static str,
    /// The question, whole.
    pub title: String,
    /// All that it shows, in words.
    pub told: String,
    /// What it stands on.
    pub ground: Colour,
    /// The shapes from back to front; the first of the texts is the title.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) enum Shape {
    /// A rectangle with round corners, or an oval where they are as round as it goes.
    Area(Area),
    /// A line.
    Line(Line),
    /// A picture.
    Image(Image),
    /// Words.
    Text(Text),
}

/// Where something is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::export) struct Place {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Place {
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    pub fn right(&self) -> f64 {
        self.x + self.width
    }
}

/// A filled rectangle or oval.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) struct Area {
    pub place: Place,
    pub form: Form,
    pub fill: Colour,
    /// From 0, not seen, to 1.
    pub opacity: f64,
    /// A line around it, and how wide it is.
    pub edge: Option<(Colour, f64)>,
}

/// How an area's corners are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::export) enum Form {
    /// Round by so much.
    Rounded(f64),
    /// All round.
    Oval,
}

/// A straight line.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) struct Line {
    pub from: (f64, f64),
    pub to: (f64, f64),
    pub colour: Colour,
    pub width: f64,
}

/// A picture in its place, whose sides are in the same proportion.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) struct Image {
    pub place: Place,
    /// A PNG.
    pub png: Bytes,
    /// What it shows; may be empty.
    pub alt: String,
}

/// Words in one size, weight and colour.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) struct Text {
    /// Where it may be; its lines begin at the top.
    pub place: Place,
    /// The words as they are, unbroken.
    pub whole: String,
    /// As they stand in lines, with hyphens where words are broken.
    pub lines: Vec<String>,
    pub type_: Type,
    pub align: Align,
    pub colour: Colour,
    pub role: TextRole,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::export) struct Type {
    /// The size of the type.
    pub size: f64,
    pub weight: Weight,
    /// From one line to the next, of the size.
    pub leading: f64,
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Weight {
    Regular,
    Semibold,
}

/// On which side of its place a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Align {
    Start,
    Middle,
    End,
}

/// What a text is, for those who do not see where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum TextRole {
    /// The title of the whole.
    Title,
    /// Anything else.
    Body,
}

/// How far the ink of Inter reaches above the line that letters stand on, and below it, of its size.
const ASCENT: f64 = 0.969;
const DESCENT: f64 = 0.241;

impl Type {
    pub const fn new(size: f64, weight: Weight) -> Self {
        Type { size, weight, leading: 1.2 }
    }

    pub fn line(&self) -> f64 {
        self.size * self.leading
    }

    /// From the top of a line to where its letters stand.
    pub fn base(&self) -> f64 {
        self.line() / 2.0 + self.size * (ASCENT - DESCENT) / 2.0
    }
}
