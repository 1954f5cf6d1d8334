//! Word: the parts of the file are what Word and screen readers need, and every answer stands in it once.

use std::io::{Cursor, Read};

use image::{DynamicImage, ImageFormat};
use plenum::export::{Pictures, docx};
use plenum::session::{AnswerContent, Ask, Dot, Dots, ItemContent, Language, Line, Picture, PictureId};
use proptest::prelude::*;

use super::gathering::{Gathering, asking, invented, open_question, plan, under_headings};
use super::sheet::every_kind;

#[test]
fn headings_have_styles_with_outline_levels() {
    let file = Word::open(&invented());
    for (style, level) in [("Heading1", 0), ("Heading2", 1), ("Heading3", 2)] {
        let styles = &file.styles;
        let at = styles.find(&format!("w:styleId=\"{style}\"")).expect(style);
        let definition = styles[at..].split("</w:style>").next().unwrap();
        assert!(definition.contains(&format!("<w:outlineLvl w:val=\"{level}\"/>")), "{definition}");
    }
    assert_eq!(file.texts("Title"), ["Ledersamling om helse og omsorg i Lyngvær"]);
    assert_eq!(file.texts("Heading1"), ["Kort fortalt", "Program", "Spørsmål og svar"]);
    assert_eq!(file.texts("Heading2"), ["Forventninger", "Hvilke tiltak skal vi utrede først?"]);
    assert_eq!(file.texts("Heading3")[0], "Samhandling og felles mål (12)");
    assert_eq!(file.texts("Heading3").last().unwrap(), "Andre tema (4)");
}

#[test]
fn themes_are_one_level_below_the_heading_over_them() {
    let file = Word::open(&under_headings(Language::Nb));
    assert_eq!(
        file.texts("Heading3"),
        ["Ledelse (2)", "Felles mål & *ryddige* strukturer (6)", "Tid (3)", "Andre tema (1)", "Alt (2)"]
    );
    assert_eq!(file.texts("Heading4"), ["Ansvar (3)", "Samhandling (3)"]);
    let at = file.styles.find("w:styleId=\"Heading4\"").expect("the style is defined");
    let definition = file.styles[at..].split("</w:style>").next().unwrap();
    assert!(definition.contains("<w:outlineLvl w:val=\"3\"/>"), "{definition}");
    assert!(!file.document.contains("Parkering"), "what is hidden is no part of the file");
}

#[test]
fn every_style_that_is_used_is_defined() {
    let file = Word::open(&invented());
    for mark in ["<w:pStyle w:val=\"", "<w:rStyle w:val=\"", "<w:tblStyle w:val=\""] {
        assert_defined(&file, mark);
    }
    assert_defined(&Word::open(&under_headings(Language::Nb)), "<w:pStyle w:val=\"");
}

fn assert_defined(file: &Word, mark: &str) {
    let used: Vec<&str> =
        file.document.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(!used.is_empty(), "{mark} is not used");
    for style in used {
        assert!(file.styles.contains(&format!("w:styleId=\"{style}\"")), "{style} is not defined");
    }
}

#[test]
fn the_programme_reads_as_a_persons_would() {
    let lines = Word::open(&invented()).texts("Programme");
    assert_eq!(lines[0], "12:01 – 12:06: Velkommen (Ingrid Solvåg, kommunedirektør)");
    assert_eq!(
        lines[1],
        "12:06 – 12:31 (planlagt 12:05 – 12:15): Lederutvikling (Siv Tangen og Ola Brekkhus)"
    );
}

#[test]
fn a_ranking_is_a_table_whose_header_row_repeats() {
    let file = Word::open(&invented());
    let table = file.document.split("<w:tbl>").last().unwrap().split("</w:tbl>").next().unwrap();
    let rows: Vec<&str> = table.split("<w:tr ").skip(1).collect();
    let rows = if rows.is_empty() { table.split("<w:tr>").skip(1).collect() } else { rows };
    assert_eq!(rows.len(), 6);
    assert!(rows[0].contains("<w:tblHeader/>") && rows[0].contains("Snittplassering"), "{}", rows[0]);
    assert!(rows[1..].iter().all(|row| !row.contains("tblHeader") && row.contains("cantSplit")));
    assert_eq!(file.texts("TableText")[..5], ["1", "Felles inntak til alle tjenester", "1,8", "76", "9"]);
}

#[test]
fn the_file_names_its_language_and_title() {
    for (language, locale) in [(Language::Nb, "nb-NO"), (Language::Nn, "nn-NO"), (Language::En, "en-GB")] {
        let mut planned = plan(language, Vec::new());
        planned.details.title = plenum::session::Line::parse("A & B <{locale}>").unwrap();
        let file = Word::open(&Gathering::new(planned));
        assert!(file.styles.contains(&format!("<w:lang w:val=\"{locale}\"")));
        assert!(file.settings.contains(&format!("<w:themeFontLang w:val=\"{locale}\"/>")));
        assert!(
            file.properties.contains("<dc:title>A &amp; B &lt;{locale}&gt;</dc:title>"),
            "{}",
            file.properties
        );
    }
}

#[test]
fn parts_and_questions_are_numbered_and_the_contents_lead_to_them() {
    let file = Word::open(&every_kind());
    for (level, style) in [(0, "Heading1"), (1, "Heading2")] {
        let numbered = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr>");
        let defined = file.styles.split(&format!("w:styleId=\"{style}\"")).nth(1).unwrap();
        assert!(defined.split("</w:style>").next().unwrap().contains(&numbered), "{style}");
        assert!(file.numbering.contains(&format!("<w:pStyle w:val=\"{style}\"")), "{}", file.numbering);
    }
    assert_eq!(file.texts("TOC1"), ["1Kort fortalt", "2Program", "3Spørsmål og svar"]);
    let questions = file.texts("Heading2");
    let listed: Vec<String> =
        (1..).zip(&questions).map(|(number, text)| format!("3.{number}{text}")).collect();
    assert_eq!(file.texts("TOC2"), listed);
    let anchors: Vec<&str> = values(&file.document, "w:anchor=\"");
    assert_eq!(anchors.len(), 3 + questions.len());
    let places = values(&file.document, "w:name=\"");
    assert!(anchors.iter().all(|anchor| places.contains(anchor)), "{anchors:?} in {places:?}");
    assert_eq!(file.document.matches("fldCharType=\"begin\"").count(), 1);
    assert_eq!(file.document.matches("fldCharType=\"end\"").count(), 1);
    assert!(file.document.contains(r#"TOC \o "1-2""#) || file.document.contains(r"TOC \o &quot;1-2&quot;"));
}

/// What stands between a mark and the next quotation mark, each time.
fn values<'a>(text: &'a str, mark: &str) -> Vec<&'a str> {
    text.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn few_questions_need_no_contents() {
    let file = Word::open(&invented());
    assert_eq!(file.texts("TOC1"), [""; 0]);
    assert!(!file.document.contains("fldChar"));
}

#[test]
fn every_page_but_the_first_says_what_it_is_of() {
    let file = Word::open(&invented());
    let headers: Vec<String> = file.headers.iter().map(|header| text_of(header)).collect();
    assert!(
        headers.contains(&"Referat: Ledersamling om helse og omsorg i Lyngvær".to_owned()),
        "{headers:?}"
    );
    assert!(headers.contains(&String::new()), "{headers:?}");
    assert!(file.document.contains("<w:titlePg"), "the first page has its own");
    assert!(file.footers.iter().all(|footer| footer.contains("NUMPAGES")));
    assert_eq!(file.footers.len(), 2);
}

#[test]
fn pages_are_a4_and_numbered() {
    let file = Word::open(&invented());
    assert!(file.document.contains("w:w=\"11906\" w:h=\"16838\""));
    assert!(file.footers[0].contains("PAGE") && file.footers[0].contains("Side "));
}

#[test]
fn texts_from_right_to_left_have_their_own_direction() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    gathering.answer(1, "«שלום» sa hun");
    gathering.answer(1, "hun sa «שלום»");
    assert_eq!(Word::open(&gathering).document.matches("<w:bidi").count(), 1);
}

#[test]
fn the_same_session_gives_the_same_file() {
    let gathering = invented();
    assert_eq!(
        docx(&gathering.minutes(), &Pictures::new()).unwrap(),
        docx(&gathering.minutes(), &Pictures::new()).unwrap()
    );
}

#[test]
fn a_session_without_programme_gives_a_file_too() {
    let file = Word::open(&Gathering::new(plan(Language::Nb, Vec::new())));
    assert_eq!(file.texts("FactValue"), ["fredag 20. november 2026", "Naustet"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_answer_stands_exactly_once_in_legal_xml(
        texts in proptest::collection::vec("([a-zæ<>&\"'é\u{301}👩🏽\u{200d}\u{202e}ש\u{fffe}\u{ffff} \n]|<w:trPr />|]]>|&#0;){1,40}", 0..8),
    ) {
        let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
        gathering.show(1, "12:00");
        gathering.open(1);
        for text in texts.iter().filter(|text| !text.trim().is_empty()) {
            gathering.answer(1, text);
        }
        let file = Word::open(&gathering);
        prop_assert!(!file.document.contains(['\u{fffe}', '\u{ffff}']), "Word refuses the file");
        let mut found = file.texts("ListBullet");
        let legal = |text: String| text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        let mut expected: Vec<String> = gathering.standing(1).into_iter().map(legal).collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }
}

/// An opened Word file.
struct Word {
    document: String,
    styles: String,
    settings: String,
    properties: String,
    headers: Vec<String>,
    footers: Vec<String>,
    numbering: String,
}

impl Word {
    fn open(gathering: &Gathering) -> Word {
        let bytes = docx(&gathering.minutes(), &Pictures::new()).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut part = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        Word {
            document: part("word/document.xml"),
            styles: part("word/styles.xml"),
            settings: part("word/settings.xml"),
            properties: part("docProps/core.xml"),
            headers: ["word/header1.xml", "word/header2.xml"].map(&mut part).to_vec(),
            footers: ["word/footer1.xml", "word/footer2.xml"].map(&mut part).to_vec(),
            numbering: part("word/numbering.xml"),
        }
    }

    /// The texts of all paragraphs of a style, in order.
    fn texts(&self, style: &str) -> Vec<String> {
        let marked = format!("<w:pStyle w:val=\"{style}\"");
        self.document
            .split("<w:p ")
            .filter(|paragraph| paragraph.contains(&marked))
            .map(|paragraph| text_of(paragraph.split("</w:p>").next().unwrap()))
            .collect()
    }
}

pub fn text_of(paragraph: &str) -> String {
    let mut text = String::new();
    for piece in paragraph.split('<').skip(1) {
        let (tag, content) = piece.split_once('>').unwrap();
        if tag.starts_with("w:br") {
            text.push('\n');
        } else if tag.starts_with("w:t ") || tag == "w:t" {
            text.push_str(content);
        }
    }
    for (written, meant) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
    {
        text = text.replace(written, meant);
    }
    text
}

#[test]
fn a_picture_stands_in_the_document_with_what_was_placed_on_it_and_is_told_in_words() {
    let (gathering, pictures) = with_picture();
    let word = docx(&gathering.minutes(), &pictures).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(word)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let media: Vec<&String> = names.iter().filter(|name| name.ends_with(".png")).collect();
    assert_eq!(media.len(), 1, "{names:?}");
    let mut drawn = Vec::new();
    archive.by_name(media[0]).unwrap().read_to_end(&mut drawn).unwrap();
    let drawn = image::load_from_memory(&drawn).unwrap().to_rgb8();
    assert_eq!(drawn.dimensions(), (300, 200));
    let [red, _, blue] = drawn.get_pixel(75, 100).0;
    assert!(red > 180 && blue < 120, "the spot of two dots is drawn: {red} {blue}");
    let mut document = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut document).unwrap();
    assert!(document.contains(r#"descr="Torget &quot;sett&quot; ovenfra""#), "{document}");
    for text in ["Midt på til venstre", "Bilde: Torget", "satte prikker"] {
        assert!(document.contains(text), "{text}");
    }

    let without = docx(&gathering.minutes(), &Pictures::new()).unwrap();
    assert!(without.starts_with(b"PK"), "a picture that is missing is told in words alone");
}

/// Three dots on a picture, two of them on the same spot.
pub fn with_picture() -> (Gathering, Pictures) {
    let id = PictureId::new([7; 16]);
    let mut item = asking("Hvor bør benken stå?", Ask::Dots(Dots { dots_max: 2 }));
    if let ItemContent::Question(question) = &mut item.content {
        let alt = Line::parse("Torget \"sett\" ovenfra").unwrap();
        question.picture = Some(Box::new(Picture { id, alt, width: 300, height: 200 }));
    }
    let mut gathering = Gathering::new(plan(Language::Nb, vec![item]));
    gathering.show(1, "12:00");
    gathering.open(1);
    gathering.answers(1, AnswerContent::Dots { dots: vec![Dot { x: 250, y: 500 }, Dot { x: 900, y: 100 }] });
    gathering.answers(1, AnswerContent::Dots { dots: vec![Dot { x: 250, y: 500 }] });
    let file =
        crate::picture::written(&DynamicImage::ImageRgb8(crate::picture::photo(300, 200)), ImageFormat::Jpeg);
    (gathering, Pictures::from([(id, file.into())]))
}
