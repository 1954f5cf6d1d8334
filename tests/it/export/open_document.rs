//! OpenDocument: the file is what ODF asks for, every answer stands in it once, and LibreOffice opens it.

use std::io::{Cursor, Read, Write};
use std::process::Command;

use plenum::export::{Outcome, odt};
use plenum::session::Language;

use super::gathering::{Gathering, invented, open_question, plan, under_headings};
use super::hostile::hostile;

#[test]
fn the_kind_of_file_stands_first_and_unpacked() {
    let bytes = odt(&invented().minutes()).unwrap();
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
    let file = Text::opened(odt(&minutes).unwrap());
    let legal = |letter: char| {
        let illegal = letter.is_control() && !matches!(letter, '\n' | '\t');
        if illegal || matches!(letter, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { letter }
    };
    let expected: Vec<String> = hostile().iter().map(|text| text.chars().map(legal).collect()).collect();
    assert!(file.paragraphs("Answer") == expected, "an answer has changed");
}

#[test]
fn the_same_session_gives_the_same_file() {
    assert_eq!(odt(&invented().minutes()).unwrap(), odt(&invented().minutes()).unwrap());
}

#[test]
fn libreoffice_opens_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("referat.odt"), odt(&invented().minutes()).unwrap()).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .args([folder.path(), &folder.path().join("referat.odt")])
        .output();
    let Ok(run) = run else {
        // Not captured, unlike what `eprintln!` says.
        writeln!(std::io::stderr(), "NOT RUN: libreoffice_opens_it, since there is no soffice here.")
            .unwrap();
        return;
    };
    let text = std::fs::read_to_string(folder.path().join("referat.txt"))
        .unwrap_or_else(|problem| panic!("{problem}: {}", String::from_utf8_lossy(&run.stderr)));
    for part in
        ["Ledersamling om helse og omsorg i Lyngvær", "Samhandling og felles mål (12)", "Bedre parkering 🚗"]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

/// An opened OpenDocument text.
struct Text {
    content: String,
    styles: String,
    meta: String,
}

impl Text {
    fn of(gathering: &Gathering) -> Text {
        Text::opened(odt(&gathering.minutes()).unwrap())
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
