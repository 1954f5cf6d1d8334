//! OpenDocument: the file is what ODF asks for, and every answer stands in it once.

use std::io::{Cursor, Read};

use plenum::export::{Outcome, Pictures, odt};
use plenum::session::Language;

use super::gathering::{Gathering, invented, open_question, plan, under_headings};
use super::hostile::hostile;

#[test]
fn the_kind_of_file_stands_first_and_unpacked() {
    let bytes = odt(&invented().minutes(), &Pictures::new()).unwrap();
    let kind = b"mimetypeapplication/vnd.oasis.opendocument.text";
    assert_eq!(&bytes[30..30 + kind.len()], kind);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    assert_eq!(names, ["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]);
    assert_eq!(archive.by_index(0).unwrap().compression(), zip::CompressionMethod::Stored);
}

#[test]
fn headings_have_their_levels_and_hidden_themes_are_left_out() {
    let file = Text::of(&under_headings(Language::Nb));
    assert_eq!(file.headings(1), ["Kort fortalt", "Program", "Spørsmål og svar"]);
    assert_eq!(
        file.headings(3),
        ["Ledelse (2)", "Felles mål & *ryddige* strukturer (6)", "Tid (3)", "Andre tema (1)", "Alt (2)"]
    );
    assert_eq!(file.headings(4), ["Ansvar (3)", "Samhandling (3)"]);
    assert!(!file.content.contains("Parkering"));
}

#[test]
fn every_style_that_is_used_is_defined() {
    for gathering in [invented(), under_headings(Language::Nb), super::sheet::every_kind()] {
        let file = Text::of(&gathering);
        for used in file.content.split(":style-name=\"").skip(1) {
            let style = used.split('"').next().unwrap();
            let defined = format!("<style:style style:name=\"{style}\"");
            let list = format!("<text:list-style style:name=\"{style}\"");
            let known = [&file.content, &file.styles]
                .iter()
                .any(|part| part.contains(&defined) || part.contains(&list));
            assert!(known, "{style} is not defined");
        }
    }
}

#[test]
fn the_file_names_its_language_and_title() {
    let mut planned = plan(Language::Nn, Vec::new());
    planned.details.title = plenum::session::Line::parse("A & B <{locale}>").unwrap();
    let file = Text::of(&Gathering::new(planned));
    assert!(file.styles.contains("fo:language=\"nn\" fo:country=\"NO\""));
    assert!(file.meta.contains("<dc:title>A &amp; B &lt;{locale}&gt;</dc:title>"), "{}", file.meta);
}

#[test]
fn hostile_texts_stand_once_each_word_for_word() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    gathering.answer(1, "ja");
    let mut minutes = gathering.minutes();
    match &mut minutes.questions[0].outcome {
        Outcome::Open(open) => open.rest = hostile(),
        other => panic!("{other:?} is no free text"),
    }
    let file = Text::opened(odt(&minutes, &Pictures::new()).unwrap());
    let legal = |letter: char| {
        let illegal = letter.is_control() && !matches!(letter, '\n' | '\t');
        if illegal || matches!(letter, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { letter }
    };
    let expected: Vec<String> = hostile().iter().map(|text| text.chars().map(legal).collect()).collect();
    assert!(file.paragraphs("Answer") == expected, "an answer has changed");
}

#[test]
fn the_same_session_gives_the_same_file() {
    assert_eq!(
        odt(&invented().minutes(), &Pictures::new()).unwrap(),
        odt(&invented().minutes(), &Pictures::new()).unwrap()
    );
}

#[test]
fn parts_and_questions_are_numbered_and_the_contents_lead_to_them() {
    let file = Text::of(&super::sheet::every_kind());
    assert_eq!(file.paragraphs("Contents_20_1"), ["1\tKort fortalt", "2\tProgram", "3\tSpørsmål og svar"]);
    let questions = file.headings(2);
    let listed: Vec<String> =
        (1..).zip(&questions).map(|(number, text)| format!("3.{number}\t{text}")).collect();
    assert_eq!(file.paragraphs("Contents_20_2"), listed);
    for anchor in file.content.split("xlink:href=\"#").skip(1) {
        let name = anchor.split('"').next().unwrap();
        assert!(file.content.contains(&format!("<text:bookmark text:name=\"{name}\"/>")), "{name}");
    }
    assert!(!Text::of(&invented()).content.contains("table-of-content"), "few questions need none");
    assert!(file.styles.contains("Referat: Helse i Lyngvær"), "pages say what they are of");
}

#[test]
fn a_picture_stands_in_the_file_and_is_told_in_words() {
    let (gathering, pictures) = super::word::with_picture();
    let bytes = odt(&gathering.minutes(), &pictures).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
    let names: Vec<String> =
        archive.file_names().filter(|name| name.ends_with(".png")).map(str::to_owned).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    let mut manifest = String::new();
    archive.by_name("META-INF/manifest.xml").unwrap().read_to_string(&mut manifest).unwrap();
    assert!(manifest.contains(&format!("manifest:full-path=\"{}\"", names[0])), "{manifest}");
    let file = Text::opened(bytes);
    assert!(file.content.contains(&format!("xlink:href=\"{}\"", names[0])), "{}", file.content);
    assert!(file.content.contains("<svg:desc>Torget &quot;sett&quot; ovenfra"), "{}", file.content);
    let without = Text::of(&gathering);
    assert!(!without.content.contains("draw:frame") && without.content.contains("Bilde: Torget"));
}

/// An opened OpenDocument text.
struct Text {
    content: String,
    styles: String,
    meta: String,
}

impl Text {
    fn of(gathering: &Gathering) -> Text {
        Text::opened(odt(&gathering.minutes(), &Pictures::new()).unwrap())
    }

    fn opened(bytes: Vec<u8>) -> Text {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut part = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        Text { content: part("content.xml"), styles: part("styles.xml"), meta: part("meta.xml") }
    }

    fn headings(&self, level: u8) -> Vec<String> {
        self.texts(&format!("<text:h text:style-name=\"Heading_20_{level}\""), "</text:h>")
    }

    fn paragraphs(&self, style: &str) -> Vec<String> {
        self.texts(&format!("<text:p text:style-name=\"{style}\""), "</text:p>")
    }

    fn texts(&self, begins: &str, ends: &str) -> Vec<String> {
        let inside = |piece: &str| {
            let (_, text) = piece.split(ends).next().unwrap().split_once('>').unwrap();
            plain(text)
        };
        self.content.split(begins).skip(1).map(inside).collect()
    }
}

/// The text that stands for some XML.
fn plain(xml: &str) -> String {
    let xml: String = xml
        .split_inclusive('>')
        .map(|piece| match piece.rfind(['<']) {
            Some(at)
                if ["<text:a ", "</text:a>", "<text:bookmark "]
                    .iter()
                    .any(|tag| piece[at..].starts_with(tag)) =>
            {
                &piece[..at]
            }
            _ => piece,
        })
        .collect();
    let written = [
        ("<text:line-break/>", "\n"),
        ("<text:tab/>", "\t"),
        ("<text:s/>", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    written.iter().fold(xml.to_owned(), |text, (written, meant)| text.replace(written, meant))
}
