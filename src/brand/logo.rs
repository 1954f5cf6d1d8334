//! A logo that is safe to keep and to show.

use bytes::Bytes;

use crate::picture::{self, PictureError, Prepared};

/// The longest file: a logo is fetched by every phone.
pub const FILE_BYTES_MAX: usize = 1 << 20;
/// The longest SVG; one that is longer holds a photo, or was never made smaller.
pub const SVG_BYTES_MAX: usize = 200 << 10;
/// The longest side of a PNG that is kept: wide enough for a projector's join view.
const SIDE_MAX: u32 = 1_200;

/// A logo.
#[derive(Clone, PartialEq, Eq)]
pub enum Logo {
    /// A drawing. It is shown as a picture alone, in which browsers run no script and fetch nothing, and it is sent with
    /// a policy under which it can do neither when somebody opens its address.
    Svg(Bytes),
    /// A picture that was decoded within bounds and written anew without any metadata.
    Raster {
        /// A PNG.
        bytes: Bytes,
        /// Its width in pixels.
        width: u16,
        /// Its height in pixels.
        height: u16,
    },
}

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// It is neither a PNG nor an SVG, whatever it is called.
    #[error("it is neither an SVG nor a PNG")]
    WrongType,
    /// It is longer than it may be.
    #[error("it is too large: at most 200 kB for an SVG, 1 MB for a PNG")]
    TooLarge,
    /// It begins as a PNG and is none, or has too many pixels.
    #[error("the PNG cannot be read")]
    Picture(#[source] PictureError),
}

impl Logo {
    /// A logo from a file.
    pub fn read(file: &[u8]) -> Result<Logo, LogoError> {
        if file.starts_with(b"\x89PNG") {
            if file.len() > FILE_BYTES_MAX {
                return Err(LogoError::TooLarge);
            }
            let kept = picture::drawing(file, SIDE_MAX).map_err(LogoError::Picture)?;
            return Ok(Logo::Raster { bytes: kept.bytes.into(), width: kept.width, height: kept.height });
        }
        if !is_svg(file) {
            return Err(LogoError::WrongType);
        }
        if file.len() > SVG_BYTES_MAX {
            return Err(LogoError::TooLarge);
        }
        Ok(Logo::Svg(Bytes::copy_from_slice(file)))
    }

    /// The logo as a PNG where it is a drawing: as large as fits in so many pixels. None where it has words that are no
    /// outlines, or a picture in it: without its font, or what it leads to, it would be another logo.
    pub fn painted(&self, (width, height): (u16, u16)) -> Option<Prepared> {
        const FOREIGN: [&str; 3] = ["<text", "<image", "<foreignObject"];
        match self {
            Logo::Raster { .. } => None,
            Logo::Svg(bytes) => {
                let drawing = std::str::from_utf8(bytes).ok()?;
                let is_whole = FOREIGN.iter().all(|element| !drawing.contains(element));
                let painted = || picture::painted(bytes, (width, height), &picture::fonts(&[])).ok();
                is_whole.then(painted).flatten()
            }
        }
    }

    /// The file.
    pub fn bytes(&self) -> &Bytes {
        match self {
            Logo::Svg(bytes) | Logo::Raster { bytes, .. } => bytes,
        }
    }

    /// What it is, as the header `Content-Type`.
    pub fn content_type(&self) -> &'static str {
        match self {
            Logo::Svg(_) => "image/svg+xml",
            Logo::Raster { .. } => "image/png",
        }
    }
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{} of {} bytes", self.content_type(), self.bytes().len())
    }
}

/// Whether a text's first element is `svg`, after a declaration, comments and a document type.
fn is_svg(file: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(file) else { return false };
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!DOCTYPE") {
            // Editors write one with entities of their own in brackets.
            if rest.find('[').is_some_and(|bracket| rest.find('>').is_some_and(|end| bracket < end)) {
                "]>"
            } else {
                ">"
            }
        } else {
            break;
        };
        let Some(at) = rest.find(end) else { return false };
        rest = rest[at + end.len()..].trim_start();
    }
    rest.strip_prefix("<svg").is_some_and(|after| after.starts_with([' ', '\t', '\r', '\n', '>', '/']))
}
