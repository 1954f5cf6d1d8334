//! PDF: what a reader of PDFs and its tags find in it, that it is for archives, and that no text breaks it.
//!
//! Without poppler's tools what asks them is not run, and says so; with `CI` set it fails.

use std::borrow::Cow;
use std::io::Write;
use std::process::Command;

use plenum::export::{ExportError, Minutes, Outcome, Pictures, pdf};
use plenum::session::Language;
use proptest::prelude::*;

use super::gathering::{Gathering, invented, open_question, plan, under_headings};
use super::hostile::hostile;
use super::letterhead::headed;
use super::office::said;
use super::sheet::every_kind;
use super::word::with_picture;

fn made(minutes: &Minutes) -> Vec<u8> {
    pdf(minutes, &Pictures::new()).unwrap_or_else(|problem| panic!("{problem}: {:?}", problem))
}

/// What a tool of poppler says of a PDF; none where there is no such tool. `{}` stands for the file.
fn told(tool: &str, arguments: &[&str], bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("referat.pdf");
    std::fs::write(&file, bytes).unwrap();
    let path = file.to_str().unwrap();
    let run = Command::new(tool).args(arguments.iter().map(|part| part.replace("{}", path))).output();
    let Ok(run) = run else {
        let install = "Debian: apt-get install poppler-utils";
        assert!(std::env::var_os("CI").is_none(), "poppler is required here: {install}");
        // Not captured, unlike what `eprintln!` says.
        let mut told = std::io::stderr();
        writeln!(told, "NOT RUN: a PDF in {tool}, which is not here ({install}).").unwrap();
        return None;
    };
    assert!(run.status.success(), "{tool}: {}", String::from_utf8_lossy(&run.stderr));
    // It tells of headings in two encodings at once.
    Some(String::from_utf8_lossy(&run.stdout).into_owned())
}

/// The file itself, in which all but the pages is readable.
fn plain(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// What a reader of PDFs gives when all is copied.
fn text(bytes: &[u8]) -> Option<String> {
    told("pdftotext", &["{}", "-"], bytes)
}

/// The tags with their texts, as a screen reader has them.
fn tags(bytes: &[u8]) -> Option<String> {
    told("pdfinfo", &["-struct-text", "{}"], bytes)
}

/// Words on one line, so that it does not matter where a page breaks them.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

#[track_caller]
fn in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} is not in its place in {text}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn the_same_minutes_give_the_same_bytes() {
    let minutes = invented().minutes();
    assert_eq!(made(&minutes), made(&minutes));
}

#[test]
fn it_says_that_it_is_for_archives_and_for_everyone() {
    let file = made(&invented().minutes());
    let plain = plain(&file);
    for claim in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(plain.contains(claim), "{claim}");
    }
    let Some(said) = told("pdfinfo", &["{}"], &file) else { return };
    let said = flat(&said);
    for fact in [
        "Title: Ledersamling om helse og omsorg i Lyngvær",
        "Creator: Plenum",
        "Tagged: yes",
        "Encrypted: no",
        "(A4)",
        "CreationDate: Fri Nov 20",
    ] {
        assert!(said.contains(fact), "{fact} is not in {said}");
    }
}

#[test]
fn all_its_fonts_are_within_it() {
    let Some(fonts) = told("pdffonts", &["{}"], &made(&invented().minutes())) else { return };
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(fonts.len(), 2, "{fonts:?}");
    for font in fonts {
        assert!(font.contains("Inter"), "{font}");
        // Embedded, a subset, and with the letters that its shapes stand for.
        assert!(flat(font).contains("yes yes yes"), "{font}");
    }
}

#[test]
fn its_text_is_read_in_order() {
    let Some(text) = text(&made(&invented().minutes())) else { return };
    in_order(
        &flat(&text),
        &[
            "Ledersamling om helse og omsorg i Lyngvær",
            "Referat",
            "Dato",
            "Kort fortalt",
            "Program",
            "Spørsmål og svar",
            "Samhandling og felles mål (12)",
            "Andre tema (4)",
            "Hvilke tiltak skal vi utrede først?",
        ],
    );
    assert!(text.contains("Side 1 av 2") || text.contains("Side 1 av 3"), "{text}");
}

#[test]
fn a_screen_reader_finds_headings_lists_and_tables() {
    let file = made(&invented().minutes());
    assert!(plain(&file).contains("/S/Title"), "the title is one");
    let Some(tags) = tags(&file) else { return };
    in_order(
        &tags,
        &[
            "Ledersamling",
            "H1",
            "Kort fortalt",
            "LI",
            "LBody",
            "H1",
            "Program",
            "H1",
            "H2",
            "Forventninger",
            "BlockQuote",
            "Hva forventer du av prosessen?",
            "H3",
            "Samhandling og felles mål (12)",
            "Table",
            "TH",
            "/Scope /Column",
            "Alternativ",
            "TD",
            "TH",
            "/Scope /Row",
            "Felles inntak til alle tjenester",
        ],
    );
}

#[test]
fn pictures_and_the_logo_tell_what_they_show() {
    let (pictured, pictures) = with_picture();
    let file = pdf(&pictured.minutes(), &pictures).unwrap();
    // Tools do not tell it.
    assert!(plain(&file).contains("/Alt(Torget \"sett\" ovenfra)"), "what the picture shows");
    let headed = made(&headed());
    assert!(plain(&headed).contains("/Alt(Fjord & \"Fjell\" kommune)"), "whose logo it is");
    for (file, order) in [(&file, ["H2", "Figure", "Table"]), (&headed, ["Figure", "Ledersamling", "H1"])] {
        let Some(tags) = tags(file) else { return };
        in_order(&tags, &order);
    }
    // A picture that is missing is told in words.
    let Some(text) = text(&made(&pictured.minutes())) else { return };
    assert!(text.contains("Bilde: Torget \"sett\" ovenfra"), "{text}");
}

#[test]
fn what_many_questions_came_to_has_contents_that_lead_to_it() {
    let file = made(&every_kind().minutes());
    let Some(text) = text(&file) else { return };
    in_order(&flat(&text), &["Innhold", "1 Kort fortalt", "3.8 Skriv", "1 Kort fortalt"]);
    let Some(tags) = tags(&file) else { return };
    in_order(&tags, &["TOC", "TOCI", "Link", "H1"]);
}

#[test]
fn headings_stand_one_level_below_each_other() {
    for language in [Language::Nb, Language::Nn, Language::En] {
        let Some(tags) = tags(&made(&under_headings(language).minutes())) else { return };
        in_order(&tags, &["H1", "H2", "H3", "H4"]);
    }
}

#[test]
fn hostile_texts_are_printed_or_marked_and_break_nothing() {
    let file = made(&said(hostile()));
    let Some(text) = text(&file) else { return };
    let text = flat(&text);
    for whole in [
        "<script>alert(1)</script>",
        "{{7*7}} ${7*7} <%= 7 %>",
        "=HYPERLINK(\"http://example.org/?\"&A1,\"Klikk\")",
        "ÆØÅ æøå áŋđšž",
        // In other letters that mean the same.
        "Unicode",
        // What no letter of ours can show is told.
        "[?]",
        "Noen tegn, som emoji, har ingen plass i en PDF for arkiv.",
        "slutten på alle svarene",
    ] {
        assert!(text.contains(whole), "{whole} is not in {text}");
    }
}

#[test]
fn more_answers_than_a_pdf_can_be_set_of_are_refused_unless_they_are_left_out() {
    let mut minutes = invented().minutes();
    let Outcome::Open(open) = &mut minutes.questions[0].outcome else { panic!("it is an open question") };
    open.rest = vec![String::from("Tid"); 20_001];
    let refused = pdf(&minutes, &Pictures::new());
    assert!(matches!(refused, Err(ExportError::PdfTooLong { listed, most: 20_000 }) if listed > 20_000));
    minutes.lists_answers = false;
    assert!(made(&minutes).starts_with(b"%PDF-"));
}

#[test]
fn a_text_is_never_read_as_markup() {
    let texts =
        ["#panic()", "= Overskrift", "*fet* _kursiv_ `kode` $x$", "@ref <merke> \\ ~ --- ...", "// borte?"];
    let Some(text) = text(&made(&said(texts.map(str::to_owned).to_vec()))) else { return };
    for whole in texts {
        assert!(text.contains(whole), "{whole} is not in {text}");
    }
}

#[test]
fn a_title_that_cannot_be_printed_is_marked_and_minutes_without_a_day_are_made() {
    let mut minutes = Gathering::new(plan(Language::Nn, vec![open_question("👍")])).minutes();
    minutes.planned_date = None;
    assert_eq!(minutes.held, None);
    minutes.title = String::from("🎉\u{200d}");
    let Some(text) = text(&made(&minutes)) else { return };
    in_order(&text, &["[?]", "Referat"]);
}

#[test]
fn a_long_word_is_divided_and_found_whole() {
    let word = "https://example.org/kommunedirektørens/".repeat(8);
    let long = format!("Se {word} for mer");
    let Some(text) = text(&made(&said(vec![long]))) else { return };
    // A line ends with a soft hyphen, which readers of PDFs take for none when they search.
    let without_breaks: String = text.split_whitespace().collect::<String>().replace('\u{ad}', "");
    assert!(without_breaks.contains(&word), "{text}");
    let Some(boxes) = told("pdftotext", &["-bbox", "{}", "-"], &made(&said(vec!["a".repeat(2_000)]))) else {
        return;
    };
    let right = |line: &str| line.split("xMax=\"").nth(1)?.split('"').next()?.parse::<f64>().ok();
    let rightmost = boxes.lines().filter_map(right).fold(0.0, f64::max);
    // The page is 595 points wide, with margins of 71.
    assert!((400.0..=525.0).contains(&rightmost), "{rightmost}");
}

#[test]
fn people_and_minutes_may_speak_different_languages() {
    let mut minutes = invented().minutes();
    minutes.language = Language::En;
    let file = made(&minutes);
    for language in ["/Lang(en-GB)", "/Lang(nb-NO)"] {
        assert!(plain(&file).contains(language), "{language}");
    }
    let Some(text) = text(&file) else { return };
    in_order(&text, &["Minutes", "Page 1 of"]);
}

proptest! {
    // Each case is a document of its own with many texts in it.
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_keeps_minutes_from_being_made(texts in prop::collection::vec(any::<String>(), 60), title in any::<String>()) {
        let mut minutes = said(texts);
        minutes.questions[0].prompt = title.clone();
        minutes.title = title;
        prop_assert!(made(&minutes).starts_with(b"%PDF-1.7"));
    }
}
