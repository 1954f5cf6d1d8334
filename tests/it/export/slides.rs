//! Slides hold together as a package, have titles and languages, and nothing that is hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use plenum::brand::OwnColours;
use plenum::export::{Minutes, Outcome, Pictures, slides};
use plenum::session::{Language, Line};
use quick_xml::events::Event as Xml;

use super::gathering::{invented, under_headings};
use super::hostile::hostile;
use super::sheet::every_kind;
use super::word::with_picture;

/// The parts by their names.
fn parts(minutes: &Minutes, pictures: &Pictures) -> BTreeMap<String, Vec<u8>> {
    let file = slides(minutes, OwnColours::default(), pictures).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut part = |index| {
        let mut entry = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().to_owned(), bytes)
    };
    (0..part_count(minutes, pictures)).map(&mut part).collect()
}

fn part_count(minutes: &Minutes, pictures: &Pictures) -> usize {
    zip::ZipArchive::new(Cursor::new(slides(minutes, OwnColours::default(), pictures).unwrap()))
        .unwrap()
        .len()
}

/// Every value of this attribute, in an XML that must be whole.
fn values(xml: &[u8], element: &str, attribute: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(xml).unwrap());
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Xml::Start(start) | Xml::Empty(start) if start.name().as_ref() == element => {
                let value = start.try_get_attribute(attribute).unwrap();
                found.extend(value.map(|value| {
                    value.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap().into_owned()
                }));
            }
            Xml::Eof => return found,
            _ => {}
        }
    }
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

#[test]
fn every_part_is_whole_and_named_and_leads_to_parts_that_are_there() {
    let (dots, kept) = with_picture();
    for (minutes, pictures) in [(every_kind().minutes(), Pictures::new()), (dots.minutes(), kept)] {
        let parts = parts(&minutes, &pictures);
        let types = &parts["[Content_Types].xml"];
        let named: BTreeSet<String> = values(types, "Override", "PartName").into_iter().collect();
        let defaults = values(types, "Default", "Extension");
        for (name, bytes) in &parts {
            let known = named.contains(&format!("/{name}"))
                || defaults.iter().any(|ending| {
                    ["png", "rels"].contains(&ending.as_str()) && name.ends_with(ending.as_str())
                });
            assert!(known || name == "[Content_Types].xml", "{name} has no kind");
            if !name.ends_with(".png") {
                values(bytes, "", "");
                assert!(!String::from_utf8_lossy(bytes).contains('{'), "{name} has something to fill in");
            }
            let Some(folder) = name.strip_suffix(".rels").and_then(|name| name.rsplit_once("_rels/")) else {
                continue;
            };
            for target in values(bytes, "Relationship", "Target") {
                let mut path: Vec<&str> = folder.0.split('/').filter(|part| !part.is_empty()).collect();
                for step in target.split('/') {
                    if step == ".." {
                        path.pop();
                    } else {
                        path.push(step);
                    }
                }
                assert!(parts.contains_key(&path.join("/")), "{name} leads to {target}");
            }
        }
        for name in &named {
            assert!(parts.contains_key(&name[1..]), "{name} is not there");
        }
        let shown = values(&parts["ppt/presentation.xml"], "p:sldId", "r:id");
        assert_eq!(shown.len(), 1 + minutes.questions.len());
    }
}

#[test]
fn each_slide_has_a_title_its_language_and_numbers_of_its_own() {
    let minutes = every_kind().minutes();
    let parts = parts(&minutes, &Pictures::new());
    assert!(text(&parts, "ppt/slides/slide1.xml").contains("<a:t>Helse i Lyngvær</a:t>"));
    for (number, question) in (2..).zip(&minutes.questions) {
        let name = format!("ppt/slides/slide{number}.xml");
        let slide = text(&parts, &name);
        let title =
            slide.split("type=\"title\"").nth(1).expect("it has a title").split("<a:t>").nth(1).unwrap();
        assert!(title.starts_with(&question.prompt), "{title}");
        let languages: BTreeSet<String> = values(&parts[&name], "a:rPr", "lang").into_iter().collect();
        assert_eq!(languages, BTreeSet::from([String::from("nb-NO")]));
        let ids = values(&parts[&name], "p:cNvPr", "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    }
    let told = values(&parts["ppt/slides/slide2.xml"], "p:cNvPr", "descr");
    assert!(told.iter().any(|told| told.contains("Faste team: Antall 5, Andel 100 %.")), "{told:?}");
}

#[test]
fn themes_are_words_on_the_slide_and_what_is_hidden_is_not() {
    let themes = text(&parts(&invented().minutes(), &Pictures::new()), "ppt/slides/slide2.xml");
    for words in ["Samhandling og felles mål", "12", "Andre tema", "Bedre parkering 🚗"] {
        assert!(themes.contains(&format!("<a:t>{words}</a:t>")), "{words} is not in {themes}");
    }
    let parts = parts(&under_headings(Language::Nb).minutes(), &Pictures::new());
    let all: String = parts.values().map(|part| String::from_utf8_lossy(part)).collect();
    for hidden in ["Parkering", "Annet", ">a12<", ">a13<", ">b3<", "Bare skjult"] {
        assert!(!all.contains(hidden), "{hidden} is told");
    }
}

#[test]
fn hostile_texts_break_no_slide() {
    let mut minutes = invented().minutes();
    minutes.questions.truncate(1);
    for some in hostile().chunks(20) {
        let Outcome::Open(open) = &mut minutes.questions[0].outcome else { panic!("it is an open question") };
        open.themes.clear();
        open.families.clear();
        open.rest = some.to_vec();
        minutes.title = some.concat().chars().take(Line::CHARS_MAX).collect();
        let parts = parts(&minutes, &Pictures::new());
        for (name, bytes) in parts.iter().filter(|(name, _)| !name.ends_with(".png")) {
            values(bytes, "", "");
            assert!(!String::from_utf8_lossy(bytes).contains(['\u{fffe}', '\u{ffff}']), "{name}");
        }
    }
}
