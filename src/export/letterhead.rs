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
/// The same in pixels, 300 an inch.
const PIXELS_MAX: (u16, u16) = (708, 177);

impl Letterhead {
    /// The logo of this look. A drawing is painted, which takes a few milliseconds; none where it cannot be.
    pub fn of(brand: &Brand) -> Option<Letterhead> {
        let logo = brand.logo.as_ref()?;
        match logo {
            Logo::Raster { bytes, width, height } => Some(Letterhead {
                png: bytes.clone(),
                width: *width,
                height: *height,
                name: brand.name().to_owned(),
            }),
            Logo::Svg(_) => {
                let painted = logo.painted(PIXELS_MAX)?;
                Some(Letterhead {
                    png: painted.bytes.into(),
                    width: painted.width,
                    height: painted.height,
                    name: brand.name().to_owned(),
                })
            }
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
