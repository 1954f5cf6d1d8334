//! Drawings in SVG as pictures, painted within bounds: nothing is fetched or read from a disk, and nothing is run.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree, fontdb};

use super::{PictureError, Prepared};

/// The fonts that a drawing's words are painted with, by their files; words in others are not painted.
pub type Fonts = Arc<fontdb::Database>;

/// The fonts in these files.
pub fn fonts(files: &[&'static [u8]]) -> Fonts {
    let mut fonts = fontdb::Database::new();
    for file in files {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(*file)));
    }
    Arc::new(fonts)
}

/// The drawing as a PNG, as large as fits in so many pixels; what it does not cover can be seen through.
///
/// Of pictures in it, only PNGs that stand in the drawing itself are painted.
pub fn painted(svg: &[u8], (width, height): (u16, u16), fonts: &Fonts) -> Result<Prepared, PictureError> {
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|kind, bytes, _| (kind == "image/png").then_some(ImageKind::PNG(bytes))),
            resolve_string: Box::new(|_, _| None),
        },
        fontdb: fonts.clone(),
        ..Options::default()
    };
    let tree = Tree::from_data(svg, &options).map_err(|_| PictureError::Broken)?;
    let size = tree.size();
    let scale = (f32::from(width) / size.width()).min(f32::from(height) / size.height());
    let side = |length: f32, most: u16| ((length * scale).round() as u16).clamp(1, most);
    let (width, height) = (side(size.width(), width), side(size.height(), height));
    let mut page = Pixmap::new(width.into(), height.into()).ok_or(PictureError::Broken)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut page.as_mut());
    let bytes = page.encode_png().map_err(|_| PictureError::Broken)?;
    Ok(Prepared { bytes, width, height })
}
