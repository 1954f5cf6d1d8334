//! A kept picture as it stands on paper, with dots drawn on it.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::{PictureError, Prepared, decode, fitted, png};

/// The longest side on paper: 180 dots an inch over the width of the text.
const PAPER_SIDE_MAX: u32 = 1_120;
/// The accent of the pages, and the dark line around it.
const FILL: [f32; 3] = [244.0, 158.0, 48.0];
const RING: [f32; 3] = [43.0, 28.0, 10.0];
/// How much of the picture a dot hides.
const COVER: f32 = 0.85;

/// A dot to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Its middle, as a share of the width from the left, 0 to 1.
    pub x: f32,
    /// As a share of the height from the top.
    pub y: f32,
    /// Its radius as a share of the root of the picture's area.
    pub radius: f32,
}

/// The picture as a PNG without transparency, at most as large as paper shows, with these spots on it.
pub fn on_paper(kept: &[u8], spots: &[Spot]) -> Result<Prepared, PictureError> {
    let format = image::guess_format(kept).map_err(|_| PictureError::Broken)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png) {
        return Err(PictureError::Broken);
    }
    let mut page = on_white(&fitted(&decode(kept, format)?, PAPER_SIDE_MAX));
    for spot in spots {
        draw(&mut page, *spot);
    }
    let (width, height) = page.dimensions();
    let bytes = png(&DynamicImage::ImageRgb8(page))?;
    Ok(Prepared { bytes, width: width as u16, height: height as u16 })
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0;
        let cover = f32::from(alpha) / 255.0;
        let mixed = |part: u8| (f32::from(part) * cover + 255.0 * (1.0 - cover)) as u8;
        Rgb([mixed(red), mixed(green), mixed(blue)])
    })
}

/// Draws a disc with a ring around it, smooth at its edges.
fn draw(page: &mut RgbImage, spot: Spot) {
    let (width, height) = (page.width() as f32, page.height() as f32);
    let (x, y) = (spot.x * (width - 1.0), spot.y * (height - 1.0));
    let radius = (spot.radius * (width * height).sqrt()).max(2.0);
    let ring = (radius * 0.14).clamp(0.7, 3.0);
    let reach = radius + ring + 1.0;
    let within = |middle: f32, side: f32| {
        let (from, to) = ((middle - reach).floor().max(0.0), (middle + reach).ceil().min(side - 1.0));
        from as u32..=to as u32
    };
    for row in within(y, height) {
        for column in within(x, width) {
            let far = (column as f32 - x).hypot(row as f32 - y);
            // How far the pixel lies inside an edge, from 0 to 1.
            let inside = |edge: f32| (edge - far + 0.5).clamp(0.0, 1.0);
            let (outer, inner) = (inside(radius + ring) * COVER, inside(radius));
            let pixel = &mut page.get_pixel_mut(column, row).0;
            for (part, value) in pixel.iter_mut().enumerate() {
                let disc = RING[part] * (1.0 - inner) + FILL[part] * inner;
                *value = (f32::from(*value) * (1.0 - outer) + disc * outer) as u8;
            }
        }
    }
}
