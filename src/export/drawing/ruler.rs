//! How wide words are in the fonts that pictures are painted with.

use std::sync::LazyLock;

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use super::shapes::{Type, Weight};

/// What is in none of the fonts is painted by another, and is at most so wide: as Chinese letters and pictographs are.
const UNKNOWN_EM: f64 = 1.2;

/// Letters up to here are looked up once: those of Latin languages.
const USUAL: usize = 0x250;

/// The fonts as something to measure with.
pub(in crate::export) struct Ruler {
    regular: Face,
    semibold: Face,
}

struct Face {
    glyphs: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    /// Of the usual letters, of the size; none where the font does not have it.
    usual: Vec<Option<f32>>,
}

impl Ruler {
    /// The ruler for the fonts of pictures.
    pub fn of_pictures() -> &'static Ruler {
        static RULER: LazyLock<Ruler> = LazyLock::new(|| Ruler {
            regular: Face::of(super::fonts::REGULAR),
            semibold: Face::of(super::fonts::SEMIBOLD),
        });
        &RULER
    }

    /// How wide a text is on one line.
    pub fn width(&self, text: &str, type_: Type) -> f64 {
        let face = self.face(type_.weight);
        let width = |letter: char| face.advance_em(letter).map_or(UNKNOWN_EM, f64::from);
        text.chars().map(width).sum::<f64>() * type_.size
    }

    /// Whether the fonts have this letter.
    pub fn has(&self, letter: char) -> bool {
        [&self.regular, &self.semibold].iter().all(|face| face.advance_em(letter).is_some())
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
        }
    }
}

impl Face {
    fn of(file: &'static [u8]) -> Self {
        let font = FontRef::new(file).expect("the fonts of pictures are fonts");
        let metrics = GlyphMetrics::new(&font, Size::new(1.0), LocationRef::default());
        let mut face = Face { glyphs: font.charmap(), metrics, usual: Vec::new() };
        let letters = (0..USUAL as u32).map(char::from_u32);
        face.usual = letters.map(|letter| letter.and_then(|letter| face.looked_up_em(letter))).collect();
        face
    }

    fn advance_em(&self, letter: char) -> Option<f32> {
        let usual = self.usual.get(letter as usize).copied();
        usual.unwrap_or_else(|| self.looked_up_em(letter))
    }

    fn looked_up_em(&self, letter: char) -> Option<f32> {
        self.metrics.advance_width(self.glyphs.map(letter)?)
    }
}
