//! The organisation's logo at the head of the minutes.

use bytes::Bytes;

use crate::brand::{Brand, Logo};

/// A logo as it stands on paper.
#[derive(Clone, PartialEq)]
pub struct Letterhead {
    /// A PNG.
    pub png: Bytes,
    /// Its width in pixels.
    pub width: u16,
    /// Its height in pixels.
    pub height: u16,
    /// What it is called for those who do not see it.
    pub name: String,
}

/// How wide and high it is at most on paper, in millimetres.
const WIDTH_MM_MAX: f64 = 60.0;
const HEIGHT_MM_MAX: f64 = 15.0;

impl Letterhead {
    /// The logo of this look, where it is a PNG; a drawing would have to be painted first.
    pub fn of(brand: &Brand) -> Option<Letterhead> {
        match brand.logo.as_ref()? {
            Logo::Raster { bytes, width, height } => Some(Letterhead {
                png: bytes.clone(),
                width: *width,
                height: *height,
                name: brand.name().to_owned(),
            }),
            Logo::Svg(_) => None,
        }
    }

    /// Its width and height on paper, in millimetres.
    pub(super) fn size_mm(&self) -> (f64, f64) {
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        let scale = (WIDTH_MM_MAX / width).min(HEIGHT_MM_MAX / height);
        (width * scale, height * scale)
    }
}

impl std::fmt::Debug for Letterhead {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{} ({} x {})", self.name, self.width, self.height)
    }
}
