//! Pictures as files: what is taken, what is left of it, and what is refused.

use std::io::Cursor;

use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use plenum::picture::{
    FILE_BYTES_MAX, KEPT_BYTES_MAX, KEPT_SIDE_MAX, PictureError, Prepared, Spot, content_type, on_paper,
    prepare,
};

const CANARY: &[u8] = b"GPS 59.9139 N 10.7522 E Kanarifuglen";

/// A photo: its left half red and its right half blue, with noise that no drawing has.
pub fn photo(width: u32, height: u32) -> RgbImage {
    let mut state = 2_654_435_769_u32;
    RgbImage::from_fn(width, height, |x, _| {
        // A generator of G. Marsaglia (Journal of Statistical Software 8, 2003).
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let noise = (state & 31) as u8;
        if x < width / 2 { Rgb([200 + noise, noise, noise]) } else { Rgb([noise, noise, 200 + noise]) }
    })
}

pub fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// A JPEG with a block of metadata that says how it is to be turned and where it was taken.
pub fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut block = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    block.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    block.extend(CANARY);
    let length = (block.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &block, &jpeg[2..]].concat()
}

fn holds(bytes: &[u8], canary: &[u8]) -> bool {
    bytes.windows(canary.len()).any(|window| window == canary)
}

fn seen(kept: &Prepared) -> DynamicImage {
    let picture = image::load_from_memory(&kept.bytes).expect("what is kept can be read");
    assert_eq!(picture.dimensions(), (kept.width.into(), kept.height.into()));
    picture
}

fn red_and_blue(picture: &DynamicImage, at: (u32, u32)) -> (u8, u8) {
    let Rgba([red, _, blue, _]) = picture.get_pixel(at.0, at.1);
    (red, blue)
}

#[test]
fn a_photo_is_turned_as_its_metadata_says_and_loses_all_of_it() {
    let file = with_exif(&written(&DynamicImage::ImageRgb8(photo(80, 40)), ImageFormat::Jpeg), 6);
    assert!(holds(&file, CANARY), "the search finds what is there");
    let kept = prepare(&file).unwrap();
    assert_eq!((kept.width, kept.height), (40, 80), "turned by a quarter");
    assert!(!holds(&kept.bytes, CANARY) && !holds(&kept.bytes, b"Exif"), "where it was taken is gone");
    assert_eq!(content_type(&kept.bytes), "image/jpeg");
    let picture = seen(&kept);
    let ((above, _), (_, below)) = (red_and_blue(&picture, (20, 10)), red_and_blue(&picture, (20, 70)));
    assert!(above > 150 && below > 150, "what was left is above");
}

#[test]
fn what_can_be_seen_through_stays_so_and_a_drawing_is_kept_without_loss() {
    let glass = RgbaImage::from_fn(60, 30, |x, _| Rgba([0, 90, 90, if x < 30 { 0 } else { 255 }]));
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let kept = prepare(&written(&DynamicImage::ImageRgba8(glass.clone()), format)).unwrap();
        assert_eq!(content_type(&kept.bytes), "image/png");
        assert_eq!(seen(&kept).to_rgba8(), glass);
    }
    let drawing = RgbImage::from_fn(300, 200, |x, y| if x == y { Rgb([0; 3]) } else { Rgb([255; 3]) });
    let kept = prepare(&written(&DynamicImage::ImageRgb8(drawing.clone()), ImageFormat::Png)).unwrap();
    assert_eq!((content_type(&kept.bytes), seen(&kept).to_rgb8()), ("image/png", drawing));
    let kept = prepare(&written(&DynamicImage::ImageRgb8(photo(300, 200)), ImageFormat::Png)).unwrap();
    assert_eq!(content_type(&kept.bytes), "image/jpeg");
}

#[test]
fn a_large_picture_becomes_as_wide_as_a_projector_and_keeps_its_shape() {
    let kept = prepare(&written(&DynamicImage::ImageRgb8(photo(2_400, 800)), ImageFormat::Jpeg)).unwrap();
    assert_eq!((u32::from(kept.width), kept.height), (KEPT_SIDE_MAX, 640));
    assert!(kept.bytes.len() <= KEPT_BYTES_MAX);
}

#[test]
fn what_is_no_picture_is_refused_whatever_it_is_called() {
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#;
    let html = b"<!doctype html><script>alert(1)</script>";
    let gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    for file in [&b""[..], b"\0", svg, html, gif, b"%PDF-1.7", b"PK\x03\x04"] {
        assert_eq!(prepare(file).err(), Some(PictureError::WrongType));
    }
}

#[test]
fn what_is_cut_short_or_damaged_is_refused() {
    let png = written(&DynamicImage::ImageRgb8(photo(64, 64)), ImageFormat::Png);
    let webp = written(&DynamicImage::ImageRgb8(photo(64, 64)), ImageFormat::WebP);
    for file in [&png[..png.len() / 2], &png[..20], &webp[..webp.len() / 2], b"\xff\xd8\xff\xe0"] {
        assert_eq!(prepare(file).err(), Some(PictureError::Broken));
    }
}

#[test]
fn a_bomb_is_refused_by_the_size_that_it_tells() {
    let mut png = written(&DynamicImage::ImageRgb8(photo(4, 4)), ImageFormat::Png);
    // Width and height of the header, 19,000 each, and the checksum that goes with them.
    png[16..24].copy_from_slice(&[0, 0, 0x4a, 0x38, 0, 0, 0x4a, 0x38]);
    let sum = crc32fast::hash(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    assert_eq!(prepare(&png).err(), Some(PictureError::TooManyPixels));
    let mut jpeg = written(&DynamicImage::ImageRgb8(photo(4, 4)), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0x4a, 0x38, 0x4a, 0x38]);
    assert_eq!(prepare(&jpeg).err(), Some(PictureError::TooManyPixels));
    assert_eq!(prepare(&vec![0; FILE_BYTES_MAX + 1]).err(), Some(PictureError::TooLarge));
}

#[test]
fn nothing_hides_behind_a_picture() {
    let mut file = written(&DynamicImage::ImageRgb8(photo(32, 32)), ImageFormat::Png);
    file.extend(b"<script>alert('polyglott')</script>");
    let kept = prepare(&file).unwrap();
    assert!(!holds(&kept.bytes, b"polyglott"));
}

#[test]
fn on_paper_spots_lie_where_they_were_placed() {
    let kept = prepare(&written(&DynamicImage::ImageRgb8(photo(400, 200)), ImageFormat::Jpeg)).unwrap();
    let page = on_paper(&kept.bytes, &[Spot { x: 0.75, y: 0.5, radius: 0.05 }]).unwrap();
    assert_eq!(content_type(&page.bytes), "image/png");
    let picture = seen(&page);
    let ((red, blue), (_, beside)) = (red_and_blue(&picture, (299, 100)), red_and_blue(&picture, (299, 20)));
    assert!(red > 180 && blue < 90 && beside > 150, "{red} {blue} {beside}");
    assert!(on_paper(b"no picture", &[]).is_err());
}
