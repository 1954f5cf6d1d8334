//! A drawing as a PNG: its SVG, painted with our own fonts.

use std::sync::LazyLock;

use super::fonts;
use super::shapes::{HEIGHT, WIDTH};
use crate::export::ExportError;
use crate::picture::{self, Fonts};

/// Paints it; takes about a tenth of a second.
pub(super) fn png(svg: &str) -> Result<Vec<u8>, ExportError> {
    static FONTS: LazyLock<Fonts> = LazyLock::new(|| picture::fonts(&[fonts::REGULAR, fonts::SEMIBOLD]));
    let painted = picture::painted(svg.as_bytes(), (WIDTH as u16, HEIGHT as u16), &FONTS);
    painted.map(|painted| painted.bytes).map_err(|error| ExportError::Picture(error.into()))
}
