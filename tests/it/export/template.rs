//! Minutes as Word in an organisation's own template: its styles, pages, headers and footers, and our text.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use plenum::export::{Minutes, Pictures, TemplateError, WordTemplate, docx, docx_in};
use plenum::session::Language;
use zip::write::SimpleFileOptions;

use super::gathering::{Gathering, invented, open_question, plan};
use super::office::{converted, pages, texts};
use super::sheet::every_kind;
use super::word::{text_of, with_picture};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A template as Norwegian Word writes it: identifiers in Norwegian under English names, and texts in pieces.
#[derive(Clone)]
struct Template {
    parts: Vec<(String, Vec<u8>)>,
}

impl Template {
    fn new() -> Template {
        let mut template = Template { parts: Vec::new() };
        template.put("[Content_Types].xml", &format!(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/word/document.xml\" ContentType=\"{MAIN}.template.main+xml\"/>\
             <Override PartName=\"/word/styles.xml\" ContentType=\"{MAIN}.styles+xml\"/>\
             <Override PartName=\"/word/settings.xml\" ContentType=\"{MAIN}.settings+xml\"/>\
             <Override PartName=\"/word/numbering.xml\" ContentType=\"{MAIN}.numbering+xml\"/>\
             <Override PartName=\"/word/header1.xml\" ContentType=\"{MAIN}.header+xml\"/>\
             <Override PartName=\"/word/footer1.xml\" ContentType=\"{MAIN}.footer+xml\"/></Types>"
        ));
        template.put("_rels/.rels", &relations(&[("rId1", "officeDocument", "word/document.xml", "")]));
        template.put(
            "word/_rels/document.xml.rels",
            &relations(&[
                ("rId1", "styles", "styles.xml", ""),
                ("rId2", "settings", "settings.xml", ""),
                ("rId3", "numbering", "/word/numbering.xml", ""),
                ("rId4", "header", "header1.xml", ""),
                ("rId5", "footer", "footer1.xml", ""),
            ]),
        );
        template.put("word/styles.xml", STYLES);
        template.put(
            "word/settings.xml",
            &format!(
                "<w:settings xmlns:w=\"{WORD}\" xmlns:r=\"{KINDS}\"><w:zoom w:percent=\"90\"/>\
             <w:attachedTemplate r:id=\"rId1\"/></w:settings>"
            ),
        );
        let attached = ("rId1", "attachedTemplate", "file:///S:/Maler/Referat.dotx", "External");
        template.put("word/_rels/settings.xml.rels", &relations(&[attached]));
        template.put(
            "word/numbering.xml",
            &format!(
                "<w:numbering xmlns:w=\"{WORD}\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">\
             <w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"–\"/></w:lvl></w:abstractNum>\
             <w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
            ),
        );
        template.put("word/header1.xml", &format!(
            "<w:hdr xmlns:w=\"{WORD}\"><w:p><w:r><w:t>Fjordglimt kommune: {{{{</w:t></w:r><w:proofErr w:type=\"spellStart\"/>\
             <w:r><w:rPr><w:b/></w:rPr><w:t>tit</w:t></w:r><w:r><w:t>tel}}}} / {{{{saksnummer}}}}</w:t></w:r></w:p></w:hdr>"
        ));
        template.put(
            "word/footer1.xml",
            &format!("<w:ftr xmlns:w=\"{WORD}\"><w:p><w:r><w:t>Strandgata 1</w:t></w:r></w:p></w:ftr>"),
        );
        template.body(
            "<w:p><w:r><w:t>Til alle ledere</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Tittel\"/></w:pPr>\
             <w:r><w:t>{{</w:t></w:r><w:r><w:t>Referat}}</w:t></w:r></w:p><w:p><w:r><w:t>Med hilsen</w:t></w:r></w:p>",
        );
        template
    }

    fn put(&mut self, name: &str, text: &str) {
        self.put_bytes(name, text.as_bytes());
    }

    fn put_bytes(&mut self, name: &str, bytes: &[u8]) {
        self.parts.retain(|(part, _)| part != name);
        self.parts.push((name.to_owned(), bytes.to_vec()));
    }

    fn body(&mut self, blocks: &str) {
        self.put("word/document.xml", &format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{KINDS}\">\
             <w:body>{blocks}{SECTION}</w:body></w:document>"
        ));
    }

    fn with(mut self, name: &str, text: &str) -> Template {
        self.put(name, text);
        self
    }

    fn replacing(mut self, name: &str, from: &str, to: &str) -> Template {
        let (_, bytes) = self.parts.iter().find(|(part, _)| part == name).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{from} is not in {name}");
        self.put(name, &text.replace(from, to));
        self
    }

    fn saying(mut self, blocks: &str) -> Template {
        self.body(blocks);
        self
    }

    fn packed(&self) -> Vec<u8> {
        let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            file.start_file(name, SimpleFileOptions::default()).unwrap();
            file.write_all(bytes).unwrap();
        }
        file.finish().unwrap().into_inner()
    }

    fn read(&self) -> Result<WordTemplate, TemplateError> {
        WordTemplate::read(&self.packed())
    }
}

/// A page of 150 mm within its margins, with a header and a footer.
const SECTION: &str = "<w:sectPr w:rsidR=\"00AB\"><w:headerReference w:type=\"default\" r:id=\"rId4\"/>\
    <w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"1417\" w:right=\"1701\" w:bottom=\"1417\" w:left=\"1701\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>";

const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\"/><w:lang w:val=\"nb-NO\" w:eastAsia=\"en-US\"/></w:rPr></w:rPrDefault></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Brdtekst0\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"Standardskriftforavsnitt\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
    <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Vanligtabell\"><w:name w:val=\"Normal Table\"/></w:style>\
    <w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"Ingenliste\"><w:name w:val=\"No List\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Tittel\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Brdtekst0\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Overskrift1\"><w:name w:val=\"heading 1,H1\"/><w:basedOn w:val=\"Brdtekst0\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:color w:val=\"7A1F3D\" w:themeColor=\"accent1\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Overskrift2\"><w:name w:val=\"Overskrift 2\"/><w:basedOn w:val=\"Overskrift1\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Punktliste\"><w:name w:val=\"List Bullet\"/><w:basedOn w:val=\"Brdtekst0\"/><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Note\"><w:name w:val=\"note reference\"/></w:style>\
    <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"PlenumTabell\"><w:name w:val=\"Plenum Tabell\"/></w:style>\
    </w:styles>";

fn relations(all: &[(&str, &str, &str, &str)]) -> String {
    let one = |(id, kind, target, mode): &(&str, &str, &str, &str)| {
        let mode = if mode.is_empty() { String::new() } else { format!(" TargetMode=\"{mode}\"") };
        format!("<Relationship Id=\"{id}\" Type=\"{KINDS}/{kind}\" Target=\"{target}\"{mode}/>")
    };
    let all: String = all.iter().map(one).collect();
    format!("<Relationships xmlns=\"{RELATIONS}\">{all}</Relationships>")
}

/// A file that was made.
struct Made {
    parts: Vec<(String, Vec<u8>)>,
}

impl Made {
    /// Opens a file, and sees that it holds together.
    #[track_caller]
    fn open(file: &[u8]) -> Made {
        let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            parts.push((entry.name().to_owned(), bytes));
        }
        let made = Made { parts };
        made.holds_together();
        made
    }

    /// Every part is sound, every relationship has a name of its own and leads somewhere, and every style is defined once.
    #[track_caller]
    fn holds_together(&self) {
        let names: BTreeSet<&str> = self.parts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names.len(), self.parts.len(), "{names:?}");
        for (name, bytes) in &self.parts {
            if name.ends_with(".xml") || name.ends_with(".rels") {
                let text = std::str::from_utf8(bytes).unwrap();
                let mut reader = quick_xml::Reader::from_str(text);
                loop {
                    match reader.read_event() {
                        Ok(quick_xml::events::Event::Eof) => break,
                        Ok(_) => {}
                        Err(problem) => panic!("{name}: {problem}: {text}"),
                    }
                }
            }
        }
        let list = self.text("word/_rels/document.xml.rels");
        let ids = values(&list, " Id=\"");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{list}");
        for target in values(&list, " Target=\"") {
            let name = target.strip_prefix('/').map_or(format!("word/{target}"), str::to_owned);
            assert!(names.contains(name.as_str()), "{name} is not in {names:?}");
        }
        let document = self.text("word/document.xml");
        for id in values(&document, " r:embed=\"").iter().chain(&values(&document, " r:id=\"")) {
            assert!(ids.contains(id), "{id} leads nowhere");
        }
        let styles = self.text("word/styles.xml");
        let defined = values(&styles, " w:styleId=\"");
        assert_eq!(defined.iter().collect::<BTreeSet<_>>().len(), defined.len(), "{defined:?}");
        for mark in [
            "<w:pStyle w:val=\"",
            "<w:rStyle w:val=\"",
            "<w:tblStyle w:val=\"",
            "<w:basedOn w:val=\"",
            "<w:next w:val=\"",
        ] {
            for style in values(&document, mark).iter().chain(&values(&styles, mark)) {
                assert!(defined.contains(style), "{style} is not defined");
            }
        }
        let numbering = self.text("word/numbering.xml");
        let lists = values(&numbering, "<w:num w:numId=\"");
        for list in values(&document, "<w:numId w:val=\"").iter().chain(&values(&styles, "<w:numId w:val=\""))
        {
            assert!(lists.contains(list), "there is no list {list} in {numbering}");
        }
    }

    fn text(&self, name: &str) -> String {
        let found = self.parts.iter().find(|(part, _)| part == name).or_else(|| {
            self.parts
                .iter()
                .find(|(part, _)| name.ends_with("numbering.xml") && part.ends_with("numbering.xml"))
        });
        String::from_utf8(found.map(|(_, bytes)| bytes.clone()).unwrap_or_default()).unwrap()
    }

    /// The texts of all paragraphs of a style, in order.
    fn of_style(&self, style: &str) -> Vec<String> {
        let marked = format!("<w:pStyle w:val=\"{style}\"");
        let document = self.text("word/document.xml");
        let paragraphs = document.split("<w:p>").flat_map(|piece| piece.split("<w:p "));
        let of_style = paragraphs.filter(|paragraph| paragraph.contains(&marked));
        of_style
            .map(|paragraph| text_of(&format!("<w:p>{}", paragraph.split("</w:p>").next().unwrap())))
            .collect()
    }
}

fn values(text: &str, mark: &str) -> Vec<String> {
    text.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[track_caller]
fn made(template: &Template, minutes: &Minutes) -> Made {
    Made::open(&docx_in(&template.read().unwrap(), minutes, &Pictures::new()).unwrap())
}

#[test]
fn styles_of_the_template_are_used_under_its_own_identifiers() {
    let file = made(&Template::new(), &invented().minutes());
    assert_eq!(file.of_style("Tittel"), ["Ledersamling om helse og omsorg i Lyngvær"]);
    assert_eq!(file.of_style("Overskrift1"), ["Kort fortalt", "Program", "Spørsmål og svar"]);
    assert_eq!(file.of_style("Overskrift2"), ["Forventninger", "Hvilke tiltak skal vi utrede først?"]);
    let answers = file.of_style("Punktliste");
    assert!(answers.contains(&"Bedre parkering 🚗".to_owned()), "{answers:?}");
    let document = file.text("word/document.xml");
    assert!(!document.contains("<w:numPr>"), "the dots of answers are those of the template's style");
    let table =
        document.split("<w:tblStyle w:val=\"PlenumTabell\"").nth(1).expect("the table is the template's");
    let properties = table.split("</w:tblPr>").next().unwrap();
    assert!(properties.contains("w:firstRow=\"1\""), "its first row is set as such: {properties}");
    assert!(!document.contains("w14:paraId"), "no name of a paragraph is there twice");
}

#[test]
fn what_the_template_lacks_is_added_in_the_colour_of_its_headings() {
    let styles = made(&Template::new(), &invented().minutes()).text("word/styles.xml");
    let defined = |id: &str| {
        let from =
            styles.find(&format!("w:styleId=\"{id}\"")).unwrap_or_else(|| panic!("no {id} in {styles}"));
        styles[from..].split("</w:style>").next().unwrap()
    };
    let heading = defined("Heading3");
    assert!(
        heading.contains("<w:name w:val=\"heading 3\"/>")
            && heading.contains("<w:basedOn w:val=\"Brdtekst0\"/>")
    );
    assert!(heading.contains("<w:color w:val=\"7A1F3D\" w:themeColor=\"accent1\"/>"), "{heading}");
    assert!(heading.contains("<w:next w:val=\"Punktliste\"/>"), "{heading}");
    assert!(!styles.contains("17505A"), "nothing is in our own colour");
    let remark = defined("PlenumNote");
    assert!(
        remark.contains("<w:name w:val=\"Plenum Note\"/>"),
        "its own Note is another kind of style: {remark}"
    );
    assert!(!defined("TableHeading").contains("<w:color"), "on its own table its own colours count");
    assert!(!styles.contains("w:styleId=\"Header\""), "what nobody uses is not added");
    assert_eq!(styles.matches("<w:name w:val=\"heading 1").count(), 1);
}

#[test]
fn ordinary_text_is_found_by_its_name_where_nothing_says_that_it_is_ordinary() {
    let template = Template::new().replacing("word/styles.xml", " w:default=\"1\"", "");
    let styles = made(&template, &invented().minutes()).text("word/styles.xml");
    assert_eq!(styles.matches("<w:name w:val=\"Normal\"/>").count(), 1, "{styles}");
}

#[test]
fn headers_pages_and_what_stands_around_the_place_stay() {
    let template = Template::new();
    let file = made(&template, &invented().minutes());
    let document = file.text("word/document.xml");
    assert!(document.contains(SECTION), "{document}");
    let at = |text: &str| document.find(text).unwrap_or_else(|| panic!("{text} is not there"));
    assert!(at("Til alle ledere") < at("Kort fortalt") && at("Bedre parkering") < at("Med hilsen"));
    assert!(!document.contains("Referat}}"), "the place itself is gone");
    assert_eq!(
        file.text("word/footer1.xml"),
        String::from_utf8(
            template.parts.iter().find(|(name, _)| name == "word/footer1.xml").unwrap().1.clone()
        )
        .unwrap()
    );
    assert!(file.text("[Content_Types].xml").contains("document.main+xml"), "a .dotx becomes a document");
    let settings = file.text("word/settings.xml");
    assert!(settings.contains("w:percent=\"90\"") && !settings.contains("attachedTemplate"), "{settings}");
    assert!(!file.text("word/_rels/settings.xml.rels").contains("Maler"));
    assert!(file.text("docProps/core.xml").contains("<dc:title>Ledersamling"));
}

#[test]
fn fields_are_filled_in_however_word_cut_them() {
    let minutes = invented().minutes();
    let header = text_of(&made(&Template::new(), &minutes).text("word/header1.xml"));
    assert_eq!(header, "Fjordglimt kommune: Ledersamling om helse og omsorg i Lyngvær / {{saksnummer}}");
    let whole = "I dag {{dato}}, {{ Sted }}: {{{tittel}}} {{ukjent}} }} {{";
    for first in 0..=whole.len() {
        for second in [first, (first + 7).min(whole.len())] {
            let pieces = [&whole[..first], &whole[first..second], &whole[second..]];
            let runs: String = pieces.iter().map(|piece| format!("<w:r><w:t>{piece}</w:t></w:r>")).collect();
            let blocks = format!("<w:p>{runs}</w:p><w:p><w:r><w:t>{{{{referat}}}}</w:t></w:r></w:p>");
            let file = made(&Template::new().saying(&blocks), &minutes);
            let document = file.text("word/document.xml");
            let paragraph = document.split("<w:body>").nth(1).unwrap().split("</w:p>").next().unwrap();
            assert_eq!(
                text_of(paragraph),
                "I dag fredag 20. november 2026, Naustet, Lyngvær rådhus: {Ledersamling om helse og omsorg i Lyngvær} {{ukjent}} }} {{"
            );
        }
    }
}

#[test]
fn a_title_that_the_template_has_is_not_said_twice() {
    let blocks = "<w:p><w:r><w:t>{{tittel}}</w:t></w:r></w:p><w:p><w:r><w:t>{{referat}}</w:t></w:r></w:p>";
    let mut planned = plan(Language::Nb, vec![open_question("Hva nå?")]);
    planned.details.title = plenum::session::Line::parse("Fisk & <fjord>").unwrap();
    let file = made(&Template::new().saying(blocks), &Gathering::new(planned).minutes());
    assert_eq!(file.of_style("Tittel"), [""; 0]);
    assert_eq!(file.text("word/document.xml").matches("Fisk &amp; &lt;fjord&gt;").count(), 1);
}

#[test]
fn a_template_without_a_place_gives_its_pages_alone() {
    let earlier = "<w:p><w:r><w:t>Forside</w:t></w:r></w:p><w:p><w:pPr><w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId4\"/>\
        <w:headerReference w:type=\"default\" r:id=\"rId5\"/></w:sectPr></w:pPr></w:p><w:p><w:r><w:t>Prøvetekst</w:t></w:r></w:p>";
    let document = made(&Template::new().saying(earlier), &invented().minutes()).text("word/document.xml");
    assert!(
        !document.contains("Forside")
            && !document.contains("Prøvetekst")
            && document.contains("Bedre parkering")
    );
    assert_eq!(document.matches("<w:sectPr").count(), 1);
    let taken_over = "<w:sectPr w:rsidR=\"00AB\"><w:headerReference w:type=\"first\" r:id=\"rId4\"/><w:headerReference w:type=\"default\" r:id=\"rId4\"/>";
    assert!(document.contains(taken_over), "what it had from the section before stays: {document}");
}

#[test]
fn a_content_control_makes_room_too_and_a_section_that_ends_there_stays() {
    let control = "<w:sdt><w:sdtPr><w:tag w:val=\"referat\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Her kommer referatet</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p/>";
    let document = made(&Template::new().saying(control), &invented().minutes()).text("word/document.xml");
    assert!(
        !document.contains("Her kommer")
            && !document.contains("<w:sdt>")
            && document.contains("Bedre parkering")
    );

    let narrow = "<w:sectPr><w:pgSz w:w=\"8000\" w:h=\"12000\"/><w:pgMar w:left=\"1000\" w:right=\"1000\" w:top=\"900\" w:bottom=\"900\"/></w:sectPr>";
    let ends = format!(
        "<w:p><w:pPr>{narrow}</w:pPr><w:r><w:t>{{{{referat}}}}</w:t></w:r></w:p><w:p><w:r><w:t>Vedlegg</w:t></w:r></w:p>"
    );
    let document = made(&Template::new().saying(&ends), &every_kind().minutes()).text("word/document.xml");
    assert!(
        document.contains(&format!("<w:p><w:pPr>{narrow}</w:pPr></w:p><w:p><w:r><w:t>Vedlegg")),
        "{document}"
    );
    for table in document.split("<w:tblGrid>").skip(1) {
        let columns = values(table.split("</w:tblGrid>").next().unwrap(), "w:w=\"");
        let width: u32 = columns.iter().map(|column| column.parse::<u32>().unwrap()).sum();
        assert!((5_980..=6_000).contains(&width), "tables are as wide as the text: {columns:?}");
    }
}

#[test]
fn lists_and_numbers_of_our_own_stand_beside_those_of_the_template() {
    let bare = STYLES.split("<w:style w:type=\"paragraph\" w:styleId=\"Tittel\">").next().unwrap().to_owned()
        + "</w:styles>";
    let template = Template::new().with("word/styles.xml", &bare);
    let file = made(&template, &every_kind().minutes());
    let numbering = file.text("word/numbering.xml");
    assert!(
        numbering.find("w:abstractNumId=\"2\"").unwrap() < numbering.find("<w:num ").unwrap(),
        "{numbering}"
    );
    assert_eq!(values(&numbering, "<w:num w:numId=\""), ["7", "8", "9"]);
    assert_eq!(values(&numbering, "<w:pStyle w:val=\""), ["Heading1", "Heading2"]);
    let document = file.text("word/document.xml");
    assert!(values(&document, "<w:numId w:val=\"").iter().all(|list| list == "8"));
    assert!(file.of_style("TOC1").contains(&"1Kort fortalt".to_owned()), "{:?}", file.of_style("TOC1"));
    assert!(
        !file.text("word/styles.xml").contains("17505A"),
        "without a heading of its own the colour is that of its text"
    );

    let template = Template::new();
    let mut without = template.clone();
    without.parts.retain(|(name, _)| name != "word/numbering.xml");
    let rels =
        without.parts.iter().find(|(name, _)| name == "word/_rels/document.xml.rels").unwrap().1.clone();
    let rels = String::from_utf8(rels).unwrap().replace(
        &format!("<Relationship Id=\"rId3\" Type=\"{KINDS}/numbering\" Target=\"/word/numbering.xml\"/>"),
        "",
    );
    let without =
        without.with("word/_rels/document.xml.rels", &rels).with("word/styles.xml", &bare).replacing(
            "[Content_Types].xml",
            &format!("<Override PartName=\"/word/numbering.xml\" ContentType=\"{MAIN}.numbering+xml\"/>"),
            "",
        );
    let file = made(&without, &every_kind().minutes());
    assert!(file.text("[Content_Types].xml").contains("numbering+xml"));
}

#[test]
fn headings_without_numbers_have_contents_without_numbers() {
    let file = made(&Template::new(), &every_kind().minutes());
    assert_eq!(file.of_style("TOC1"), ["Kort fortalt", "Program", "Spørsmål og svar"]);
}

#[test]
fn pictures_stand_in_the_template_too() {
    let (gathering, pictures) = with_picture();
    let template = Template::new();
    let file = docx_in(&template.read().unwrap(), &gathering.minutes(), &pictures).unwrap();
    let file = Made::open(&file);
    assert_eq!(values(&file.text("word/document.xml"), " r:embed=\"").len(), 1);
    assert!(file.text("[Content_Types].xml").contains("image/png"));
    assert_eq!(file.parts.iter().filter(|(name, _)| name.ends_with(".png")).count(), 1);
    assert_eq!(file.of_style("Caption"), ["Bilde: Torget \"sett\" ovenfra"]);
}

#[test]
fn minutes_can_be_the_template_of_the_next() {
    let (gathering, pictures) = with_picture();
    let first = docx(&gathering.minutes(), &pictures).unwrap();
    let template = WordTemplate::read(&first).unwrap();
    let second = docx_in(&template, &gathering.minutes(), &pictures).unwrap();
    Made::open(&second);
    let mut third = WordTemplate::read(&second).unwrap();
    for _ in 0..2 {
        let file = docx_in(&third, &gathering.minutes(), &pictures).unwrap();
        Made::open(&file);
        third = WordTemplate::read(&file).unwrap();
    }
}

#[test]
fn the_language_of_the_minutes_is_that_of_the_text() {
    let minutes = Gathering::new(plan(Language::En, vec![open_question("What now?")])).minutes();
    let styles = made(&Template::new(), &minutes).text("word/styles.xml");
    assert!(styles.contains("<w:lang w:val=\"en-GB\" w:eastAsia=\"en-US\"/>"), "{styles}");
}

#[test]
fn what_cannot_be_a_template_is_refused_with_what_to_do() {
    let template = Template::new;
    let place = "<w:p><w:r><w:t>{{referat}}</w:t></w:r></w:p>";
    let rels = |kind: &str, target: &str| {
        template().with("word/_rels/header1.xml.rels", &relations(&[("rId1", kind, target, "External")]))
    };
    let bomb = template().with("word/media/a.xml", &" ".repeat(60 << 20));
    let mut many = template();
    (0..1_000).for_each(|number| many.parts.push((format!("word/media/{number}.png"), Vec::new())));
    let mut climbing = template();
    climbing.put("word/../../etc/passwd", "");
    let mut twice = template();
    twice.parts.push(("WORD/Document.xml".to_owned(), Vec::new()));
    let mut latin = template();
    latin.put_bytes("word/styles.xml", b"<w:styles>\xe6</w:styles>");
    let deep = "<w:sdt>".repeat(10_000);
    let cases = [
        ("a macro", template().with("word/vbaProject.bin", "x"), TemplateError::Active),
        (
            "a .docm",
            template().replacing(
                "[Content_Types].xml",
                &format!("{MAIN}.template.main+xml"),
                "application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
            TemplateError::Active,
        ),
        ("an embedded file", rels("oleObject", "file:///C:/regneark.xlsx"), TemplateError::Active),
        ("a linked picture", rels("image", "https://eksempel.example/logo.png"), TemplateError::Linked),
        ("a bomb", bomb, TemplateError::TooMuch),
        ("too many parts", many, TemplateError::TooMuch),
        ("a long part", template().with("word/document.xml", &" ".repeat(9 << 20)), TemplateError::TooMuch),
        ("a part outside", climbing, TemplateError::Broken),
        ("a part twice", twice, TemplateError::Broken),
        ("another encoding", latin, TemplateError::Broken),
        (
            "an entity",
            template().with("word/styles.xml", "<!DOCTYPE a [<!ENTITY b \"b\">]><w:styles/>"),
            TemplateError::Broken,
        ),
        (
            "no end",
            template().with("word/document.xml", &format!("<w:document xmlns:w=\"{WORD}\"><w:body>")),
            TemplateError::Broken,
        ),
        ("too deep", template().saying(&deep), TemplateError::Broken),
        ("no styles", template().with("word/styles.xml", ""), TemplateError::Broken),
        (
            "another kind",
            template().replacing("[Content_Types].xml", "wordprocessingml.template", "spreadsheetml.sheet"),
            TemplateError::WrongType,
        ),
        (
            "Strict",
            template().replacing(
                "word/document.xml",
                WORD,
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
            TemplateError::Strict,
        ),
        ("two places", template().saying(&place.repeat(2)), TemplateError::Misplaced),
        (
            "a place in a table",
            template().saying(&format!("<w:tbl><w:tr><w:tc>{place}</w:tc></w:tr></w:tbl>")),
            TemplateError::Misplaced,
        ),
        (
            "a place within a text",
            template().saying("<w:p><w:r><w:t>Her: {{referat}}</w:t></w:r></w:p>"),
            TemplateError::Misplaced,
        ),
        (
            "a place in a header",
            template().replacing("word/header1.xml", "saksnummer", "referat"),
            TemplateError::Misplaced,
        ),
    ];
    for (what, template, expected) in cases {
        assert_eq!(template.read().err(), Some(expected), "{what}");
    }
    assert_eq!(WordTemplate::read(b"").err(), Some(TemplateError::WrongType));
    assert_eq!(WordTemplate::read(b"%PDF-1.7").err(), Some(TemplateError::WrongType));
    assert_eq!(WordTemplate::read(&[b'P'; (10 << 20) + 1]).err(), Some(TemplateError::TooLarge));
    let old: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    assert_eq!(WordTemplate::read(&old).err(), Some(TemplateError::WrongType));
    let protected: Vec<u8> =
        old.into_iter().chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(WordTemplate::read(&protected).err(), Some(TemplateError::Protected));
    let whole = template().packed();
    for length in (0..whole.len()).step_by(97) {
        assert!(WordTemplate::read(&whole[..length]).is_err(), "a file that was cut at {length}");
    }
    let sentence = "{{referat}} must stand there once, in a paragraph of its own outside of tables, text boxes and headers";
    assert_eq!(TemplateError::Misplaced.to_string(), sentence);
}

#[test]
fn links_of_a_header_stay() {
    let linked = relations(&[("rId1", "hyperlink", "https://fjordglimt.example", "External")]);
    let template = Template::new().with("word/_rels/header1.xml.rels", &linked);
    let file = made(&template, &invented().minutes());
    assert_eq!(file.text("word/_rels/header1.xml.rels"), linked);
}

#[test]
fn minutes_in_a_template_are_laid_out_with_its_header() {
    let drawn = include_bytes!("../../fixtures/templates/kommune.fodt");
    let Some(template) = converted("kommune.fodt", drawn, "docx:MS Word 2007 XML") else { return };
    let template = WordTemplate::read(&template).unwrap();
    let (gathering, pictures) = with_picture();
    for (name, minutes) in [
        ("mal-referat.docx", invented().minutes()),
        ("mal-alt.docx", every_kind().minutes()),
        ("mal-bilde.docx", gathering.minutes()),
    ] {
        let file = docx_in(&template, &minutes, &pictures).unwrap();
        let made = Made::open(&file);
        assert!(!made.of_style("Heading2").is_empty());
        if let Some(folder) = std::env::var_os("KEEP_FILES") {
            std::fs::write(std::path::Path::new(&folder).join(name), &file).unwrap();
        }
        let text = texts(name, &file).unwrap();
        for part in ["Referat fra samling", "20. november 2026", "Referatet er godkjent", "Spørsmål og svar"]
        {
            assert!(text.contains(part), "{name}: {part} is not in {text}");
        }
        assert!(!text.contains("{{"), "{text}");
        let pdf = converted(name, &file, "pdf").unwrap();
        assert!(pages(&pdf) >= 1, "{name}");
        let back = converted(name, &file, "fodt").unwrap();
        let back = String::from_utf8(back).unwrap();
        assert!(
            back.contains("Fjordglimt kommune – ") && back.contains("Strandgata 1"),
            "header and footer are there"
        );
    }
    // As Word has it, with the identifiers of Norwegian Word.
    let file = docx_in(&Template::new().read().unwrap(), &invented().minutes(), &Pictures::new()).unwrap();
    if let Some(folder) = std::env::var_os("KEEP_FILES") {
        std::fs::write(std::path::Path::new(&folder).join("mal-word.docx"), &file).unwrap();
    }
    assert!(texts("mal-word.docx", &file).unwrap().contains("Med hilsen"));
}
