//! Pictures: from a file that somebody sent to one that is safe to keep and to show.
//!
//! What a file is, its bytes say, never its name. It is decoded within bounds and written anew, so that nothing of it is
//! left but what is seen: no place, no time, no camera, and nothing that hides behind a picture. Everything here is pure.

mod drawn;
mod painted;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{
    DynamicImage, GenericImageView, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage,
};

pub use drawn::{Spot, on_paper};
pub use painted::{Fonts, fonts, painted};

/// The longest file that is taken: what a telephone's camera makes is half as long.
pub const FILE_BYTES_MAX: usize = 10 << 20;
/// The most pixels that are decoded: a picture of a good camera, and no bomb.
pub const PIXELS_MAX: u64 = 40_000_000;
/// The longest side before it is made smaller; a longer one has hardly any height.
const SIDE_MAX: u32 = 20_000;
/// What decoding may take of memory: the most pixels in four channels, and a little.
const MEMORY_BYTES_MAX: u64 = 192 << 20;
/// The longest side of what is kept: as wide as a projector.
pub const KEPT_SIDE_MAX: u32 = 1_920;
/// The longest file that is kept; what is longer is made smaller until it fits.
pub const KEPT_BYTES_MAX: usize = 3 << 20;
/// Of JPEG, from 1 to 100: no artefacts are seen on a projector.
const QUALITY: u8 = 85;

/// A picture that may be kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Prepared {
    /// A JPEG or a PNG, without any metadata.
    pub bytes: Vec<u8>,
    /// Its width in pixels, 1 to [`KEPT_SIDE_MAX`].
    pub width: u16,
    /// Its height in pixels, likewise.
    pub height: u16,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The file is longer than [`FILE_BYTES_MAX`].
    #[error("The file is larger than 10 MB. Choose a smaller one.")]
    TooLarge,
    /// The picture has more pixels than [`PIXELS_MAX`].
    #[error("The picture has more than 40 million pixels. Make it smaller first.")]
    TooManyPixels,
    /// The file is neither a JPEG, a PNG nor a WebP, whatever it is called.
    #[error("The file is no picture of a kind that can be used. Choose a JPEG, a PNG or a WebP.")]
    WrongType,
    /// The file begins as a picture and is none.
    #[error("The file is damaged. Save the picture anew and try again.")]
    Broken,
}

impl PictureError {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            PictureError::TooLarge => "picture_too_large",
            PictureError::TooManyPixels => "picture_too_many_pixels",
            PictureError::WrongType => "picture_wrong_type",
            PictureError::Broken => "picture_broken",
        }
    }
}

/// Makes a picture to keep from a file; takes up to seconds and 200 MB for the largest.
///
/// It is turned the way its metadata says and made at most [`KEPT_SIDE_MAX`] long. What can be seen through, or is smaller
/// so, becomes a PNG, anything else a JPEG.
pub fn prepare(file: &[u8]) -> Result<Prepared, PictureError> {
    if file.len() > FILE_BYTES_MAX {
        return Err(PictureError::TooLarge);
    }
    let format = image::guess_format(file).map_err(|_| PictureError::WrongType)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(PictureError::WrongType);
    }
    let picture = decode(file, format)?;
    let mut side = KEPT_SIDE_MAX;
    loop {
        let kept = encode(&fitted(&picture, side), format)?;
        if kept.bytes.len() <= KEPT_BYTES_MAX {
            return Ok(kept);
        }
        side = side * 3 / 4;
    }
}

/// The same of a file that was kept before: one that is larger than what is kept is damaged, and is not decoded at all.
pub fn prepare_kept(file: &[u8]) -> Result<Prepared, PictureError> {
    let reader =
        ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|_| PictureError::Broken)?;
    let (width, height) = reader.into_dimensions().map_err(|_| PictureError::Broken)?;
    if file.len() > KEPT_BYTES_MAX || width.max(height) > KEPT_SIDE_MAX {
        return Err(PictureError::Broken);
    }
    prepare(file)
}

/// A drawing from a PNG, such as a logo: made at most so long, and a PNG again, without loss.
pub fn drawing(file: &[u8], side_max: u32) -> Result<Prepared, PictureError> {
    let picture = fitted(&decode(file, ImageFormat::Png)?, side_max);
    let (width, height) = picture.dimensions();
    let bytes = if is_seen_through(&picture) {
        png(&DynamicImage::ImageRgba8(picture.to_rgba8()))?
    } else {
        png(&DynamicImage::ImageRgb8(picture.to_rgb8()))?
    };
    Ok(Prepared { bytes, width: width as u16, height: height as u16 })
}

/// What a kept picture is, as the header `Content-Type`.
pub fn content_type(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" }
}

fn decode(file: &[u8], format: ImageFormat) -> Result<DynamicImage, PictureError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_BYTES_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(why)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(PictureError::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(why)?;
    picture.apply_orientation(orientation);
    if picture.width() == 0 || picture.height() == 0 {
        return Err(PictureError::Broken);
    }
    Ok(picture)
}

fn why(problem: ImageError) -> PictureError {
    match problem {
        ImageError::Limits(_) => PictureError::TooManyPixels,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Unsupported(_)
        | ImageError::IoError(_) => PictureError::Broken,
    }
}

fn fitted(picture: &DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= side {
        return picture.clone();
    }
    picture.resize(side, side, FilterType::CatmullRom)
}

fn encode(picture: &DynamicImage, format: ImageFormat) -> Result<Prepared, PictureError> {
    let (width, height) = picture.dimensions();
    let bytes = if is_seen_through(picture) {
        png(&DynamicImage::ImageRgba8(picture.to_rgba8()))?
    } else {
        let solid = picture.to_rgb8();
        let photo = jpeg(&solid)?;
        match format {
            // What was a photo before is no smaller without loss.
            ImageFormat::Jpeg => photo,
            _ => Some(png(&DynamicImage::ImageRgb8(solid))?)
                .filter(|drawing| drawing.len() <= photo.len())
                .unwrap_or(photo),
        }
    };
    Ok(Prepared { bytes, width: width as u16, height: height as u16 })
}

fn is_seen_through(picture: &DynamicImage) -> bool {
    picture.color().has_alpha() && picture.to_rgba8().pixels().any(|pixel| pixel.0[3] < u8::MAX)
}

fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY)).map_err(why)?;
    Ok(bytes)
}

fn png(picture: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, PngFilter::Adaptive);
    picture.write_with_encoder(encoder).map_err(why)?;
    Ok(bytes)
}
