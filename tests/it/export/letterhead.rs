//! An organisation's logo stands at the head of the minutes, under its name.

use std::io::{Cursor, Read};

use image::{DynamicImage, ImageFormat};
use plenum::brand::{Brand, Logo};
use plenum::export::{Letterhead, Minutes, Pictures, docx, markdown, odt};

use super::gathering::invented;

/// Twice as wide as high, so that its height is what limits it on paper.
pub fn headed() -> Minutes {
    let mut png = Cursor::new(Vec::new());
    DynamicImage::new_rgba8(200, 100).write_to(&mut png, ImageFormat::Png).unwrap();
    let brand = Brand {
        organisation: Some("Fjord & \"Fjell\" kommune".parse().unwrap()),
        logo: Some(Logo::read(&png.into_inner()).unwrap()),
        ..Brand::default()
    };
    let mut minutes = invented().minutes();
    minutes.letterhead = Letterhead::of(&brand);
    minutes
}

fn part(file: &[u8], name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    zip::ZipArchive::new(Cursor::new(file)).unwrap().by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn text(file: &[u8], name: &str) -> String {
    String::from_utf8(part(file, name)).unwrap()
}

#[test]
fn word_has_it_above_the_title_with_its_name() {
    let file = docx(&headed(), &Pictures::new()).unwrap();
    let document = text(&file, "word/document.xml");
    let named = document.find(r#"descr="Fjord &amp; &quot;Fjell&quot; kommune""#).expect("it has a name");
    assert!(named < document.find("w:val=\"Title\"").unwrap(), "it stands above the title");
    assert!(document.contains(r#"<wp:extent cx="1080000" cy="540000""#), "30 by 15 millimetres: {document}");
}

#[test]
fn an_opendocument_text_has_it_above_the_title_with_its_name() {
    let minutes = headed();
    let file = odt(&minutes, &Pictures::new()).unwrap();
    let content = text(&file, "content.xml");
    let named =
        content.find("<svg:title>Fjord &amp; &quot;Fjell&quot; kommune</svg:title>").expect("it has a name");
    assert!(named < content.find("\"Title\"").unwrap(), "it stands above the title");
    assert!(content.contains(r#"svg:width="30.0mm" svg:height="15.0mm""#), "{content}");
    let png = minutes.letterhead.unwrap().png;
    assert_eq!(part(&file, "Pictures/logo.png"), png);
    let manifest = text(&file, "META-INF/manifest.xml");
    assert!(manifest.contains(r#"manifest:full-path="Pictures/logo.png" manifest:media-type="image/png""#));
}

#[test]
fn without_one_the_minutes_are_as_they_were() {
    assert_eq!(Letterhead::of(&Brand::default()), None);
    let mut plain = headed();
    plain.letterhead = None;
    assert_eq!(markdown(&headed()), markdown(&plain));
    assert!(!text(&odt(&plain, &Pictures::new()).unwrap(), "content.xml").contains("draw:frame"));
    assert!(!text(&docx(&plain, &Pictures::new()).unwrap(), "word/document.xml").contains("<w:drawing>"));
}
