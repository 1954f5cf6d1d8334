//! Minutes as an OpenDocument text (ODF 1.3, ISO/IEC 26300): a zip archive of XML with real headings, lists and tables.
//!
//! The styles are a file in `odt/`; the document itself is written here, paragraph by paragraph.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::ExportError;
use super::letterhead::Letterhead;
use super::minutes::Minutes;
use super::page::{Block, Fact, Level, Line, Table, page};
use super::words::words;
use crate::languages::about;

const KIND: &str = "application/vnd.oasis.opendocument.text";
const STYLES: &str = include_str!("odt/styles.xml");
/// Where the logo lies in the archive.
const LOGO: &str = "Pictures/logo.png";
/// How tables look, which belongs to each document by itself.
const TABLES: &str = include_str!("odt/tables.xml");
const META: &str = include_str!("odt/meta.xml");
const MANIFEST: &str = include_str!("odt/manifest.xml");
const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
     xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
     xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
     xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
     xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
     xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
     xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
     xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";

/// Renders minutes as an OpenDocument text.
pub fn odt(minutes: &Minutes) -> Result<Vec<u8>, ExportError> {
    packed(minutes).map_err(|error| ExportError::OpenDocument(error.into()))
}

fn packed(minutes: &Minutes) -> Result<Vec<u8>, zip::result::ZipError> {
    let words = words(minutes.language);
    let locale = about(minutes.language).locale;
    let (language, country) = locale.split_once('-').unwrap_or((locale, ""));
    let styles = STYLES
        .replace("{language}", language)
        .replace("{country}", country)
        .replace("{page}", &escaped(words.page))
        .replace("{of}", &escaped(words.of));
    let meta = META.replace("{locale}", locale).replace("{title}", &escaped(&minutes.title));
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // What kind of file it is stands first and as it is, so that it can be read without unpacking.
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    file.start_file("mimetype", plain)?;
    file.write_all(KIND.as_bytes())?;
    for (name, part) in [
        ("content.xml", content(minutes).as_str()),
        ("styles.xml", &styles),
        ("meta.xml", &meta),
        ("META-INF/manifest.xml", &manifest(minutes)),
    ] {
        file.start_file(name, SimpleFileOptions::default())?;
        file.write_all(part.as_bytes())?;
    }
    if let Some(letterhead) = &minutes.letterhead {
        file.start_file(LOGO, plain)?;
        file.write_all(&letterhead.png)?;
    }
    Ok(file.finish()?.into_inner())
}

fn manifest(minutes: &Minutes) -> String {
    const END: &str = "</manifest:manifest>";
    let logo = format!(
        "<manifest:file-entry manifest:full-path=\"{LOGO}\" manifest:media-type=\"image/png\"/>\n{END}"
    );
    if minutes.letterhead.is_some() { MANIFEST.replace(END, &logo) } else { MANIFEST.to_owned() }
}

fn content(minutes: &Minutes) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content {NAMESPACES} \
         office:version=\"1.3\">{TABLES}<office:body><office:text>"
    );
    minutes.letterhead.iter().for_each(|letterhead| write_letterhead(letterhead, &mut xml));
    page(minutes).iter().for_each(|block| write_block(block, &mut xml));
    xml.push_str("</office:text></office:body></office:document-content>");
    xml
}

fn write_letterhead(letterhead: &Letterhead, xml: &mut String) {
    let (width, height) = letterhead.size_mm();
    let frame = format!(
        "<draw:frame draw:name=\"Logo\" text:anchor-type=\"as-char\" svg:width=\"{width:.1}mm\" \
         svg:height=\"{height:.1}mm\"><draw:image xlink:href=\"{LOGO}\" xlink:type=\"simple\" \
         xlink:show=\"embed\" xlink:actuate=\"onLoad\"/><svg:title>{}</svg:title></draw:frame>",
        escaped(&letterhead.name)
    );
    paragraph_of("Text_20_body", &frame, xml);
}

fn write_block(block: &Block, xml: &mut String) {
    match block {
        Block::Title(text) => paragraph("Title", text, xml),
        Block::Subtitle(text) => paragraph("Subtitle", text, xml),
        Block::Facts(facts) => facts.iter().for_each(|fact| write_fact(fact, xml)),
        Block::Heading(level, text) => heading(*level, text, xml),
        Block::Paragraph(text) => paragraph("Text_20_body", text, xml),
        Block::Prompt(text) => paragraph("Quotations", text, xml),
        Block::Note(text) => paragraph("Note", text, xml),
        Block::Picture(figure) => paragraph("Note", &figure.caption, xml),
        Block::Programme(lines) => lines.iter().for_each(|line| write_line(line, xml)),
        Block::Answers(listed) | Block::List(listed) => write_list(listed, xml),
        Block::Table(table) => write_table(table, xml),
    }
}

fn heading(level: Level, text: &str, xml: &mut String) {
    let level = match level {
        Level::Part => 1,
        Level::Question => 2,
        Level::Theme => 3,
        Level::SubTheme => 4,
    };
    let opening = format!("<text:h text:style-name=\"Heading_20_{level}\" text:outline-level=\"{level}\">");
    xml.push_str(&opening);
    xml.push_str(&spaced(text));
    xml.push_str("</text:h>");
}

fn paragraph(style: &str, text: &str, xml: &mut String) {
    paragraph_of(style, &spaced(text), xml);
}

/// A paragraph of what is XML already.
fn paragraph_of(style: &str, inside: &str, xml: &mut String) {
    xml.push_str(&format!("<text:p text:style-name=\"{style}\">{inside}</text:p>"));
}

fn strong(text: &str) -> String {
    format!("<text:span text:style-name=\"Strong_20_Emphasis\">{}</text:span>", spaced(text))
}

fn write_fact(fact: &Fact, xml: &mut String) {
    let label = strong(&format!("{}:", fact.label));
    paragraph_of("Fact", &format!("{label}<text:tab/>{}", spaced(&fact.value)), xml);
}

fn write_line(line: &Line, xml: &mut String) {
    let mut what = String::new();
    if !line.when.is_empty() {
        what = format!("{}{}: ", strong(&line.when), spaced(&line.planned));
    }
    what.push_str(&spaced(&line.what));
    paragraph_of("Programme", &what, xml);
    if !line.how.is_empty() {
        paragraph("Programme_20_how", &line.how, xml);
    }
}

fn write_list(sentences: &[String], xml: &mut String) {
    xml.push_str("<text:list text:style-name=\"Answers\">");
    for answer in sentences {
        xml.push_str("<text:list-item>");
        paragraph("Answer", answer, xml);
        xml.push_str("</text:list-item>");
    }
    xml.push_str("</text:list>");
}

fn write_table(table: &Table, xml: &mut String) {
    let last_words = table.words + table.more_words;
    let cells = |kind: &str, texts: &mut dyn Iterator<Item = &str>, xml: &mut String| {
        xml.push_str("<table:table-row>");
        for (column, text) in texts.enumerate() {
            let side = if column > last_words { "number" } else { "text" };
            xml.push_str(&format!("<table:table-cell table:style-name=\"{kind}\">"));
            paragraph(&format!("{kind}_20_{side}"), text, xml);
            xml.push_str("</table:table-cell>");
        }
        xml.push_str("</table:table-row>");
    };
    xml.push_str("<table:table table:style-name=\"Results\">");
    for column in 0..table.header.len() {
        let wide = (table.words..=last_words).contains(&column);
        let style = if wide { "Words" } else { "Numbers" };
        xml.push_str(&format!("<table:table-column table:style-name=\"{style}\"/>"));
    }
    xml.push_str("<table:table-header-rows>");
    cells("Head", &mut table.header.iter().map(String::as_str), xml);
    xml.push_str("</table:table-header-rows>");
    for row in &table.rows {
        cells("Cell", &mut row.iter().map(String::as_str), xml);
    }
    xml.push_str("</table:table>");
}

/// A text as XML that keeps its line breaks and each of its spaces, which OpenDocument would fold into one.
fn spaced(text: &str) -> String {
    let mut xml = String::with_capacity(text.len() + text.len() / 8);
    // At the start of a paragraph, and after a break, a space would be lost as well.
    let mut after_space = true;
    for letter in text.chars() {
        match letter {
            '\n' => xml.push_str("<text:line-break/>"),
            '\t' => xml.push_str("<text:tab/>"),
            ' ' if after_space => xml.push_str("<text:s/>"),
            letter => push_escaped(letter, &mut xml),
        }
        after_space = matches!(letter, ' ' | '\n' | '\t');
    }
    xml
}

fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    text.chars().for_each(|letter| push_escaped(letter, &mut xml));
    xml
}

fn push_escaped(letter: char, xml: &mut String) {
    match letter {
        '&' => xml.push_str("&amp;"),
        '<' => xml.push_str("&lt;"),
        '>' => xml.push_str("&gt;"),
        '"' => xml.push_str("&quot;"),
        // XML cannot hold them.
        '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
        letter if letter.is_control() => xml.push('\u{fffd}'),
        letter => xml.push(letter),
    }
}
