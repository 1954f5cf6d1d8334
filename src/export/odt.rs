//! Minutes as an OpenDocument text (ODF 1.3, ISO/IEC 26300): a zip archive of XML with real headings, lists and tables.
//!
//! The styles are a file in `odt/`; the document itself is written here, paragraph by paragraph.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::ExportError;
use super::contents::{Entry, contents};
use super::docx::Pictures;
use super::letterhead::Letterhead;
use super::minutes::Minutes;
use super::page::{Block, Fact, Figure, Level, Line, Table, page};
use super::words::words;
use crate::languages::about;
use crate::picture::{Prepared, on_paper};

const KIND: &str = "application/vnd.oasis.opendocument.text";
const STYLES: &str = include_str!("odt/styles.xml");
/// Where the logo lies in the archive.
const LOGO: &str = "Pictures/logo.png";
/// How tables look, which belongs to each document by itself.
const TABLES: &str = include_str!("odt/tables.xml");
/// What the list of contents is made from, before the list itself.
const CONTENTS: &str = include_str!("odt/contents.xml");
/// The width of the text, and the most height of a picture.
const TEXT_WIDTH_MM: usize = 160;
const FIGURE_HEIGHT_MM_MAX: f64 = 150.0;
/// The columns of a table that hold a place, and those of numbers.
const PLACE_WIDTH_MM: usize = 15;
const NUMBER_WIDTH_MM: usize = 27;
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

/// Renders minutes as an OpenDocument text, with the pictures in it; takes a fifth of a second for each of them.
pub fn odt(minutes: &Minutes, pictures: &Pictures) -> Result<Vec<u8>, ExportError> {
    packed(minutes, pictures).map_err(|error| ExportError::OpenDocument(error.into()))
}

fn packed(minutes: &Minutes, pictures: &Pictures) -> Result<Vec<u8>, zip::result::ZipError> {
    let words = words(minutes.language);
    let locale = about(minutes.language).locale;
    let (language, country) = locale.split_once('-').unwrap_or((locale, ""));
    let styles = STYLES
        .replace("{language}", language)
        .replace("{country}", country)
        .replace("{page}", &escaped(words.page))
        .replace("{of}", &escaped(words.of))
        .replace("{header}", &escaped(&format!("{}: {}", words.minutes, minutes.title)));
    let meta = META.replace("{locale}", locale).replace("{title}", &escaped(&minutes.title));
    let blocks = page(minutes);
    let drawn = drawn(&blocks, pictures);
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // What kind of file it is stands first and as it is, so that it can be read without unpacking.
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    file.start_file("mimetype", plain)?;
    file.write_all(KIND.as_bytes())?;
    for (name, part) in [
        ("content.xml", content(minutes, &blocks, &drawn).as_str()),
        ("styles.xml", &styles),
        ("meta.xml", &meta),
        ("META-INF/manifest.xml", &manifest(minutes, &drawn)),
    ] {
        file.start_file(name, SimpleFileOptions::default())?;
        file.write_all(part.as_bytes())?;
    }
    if let Some(letterhead) = &minutes.letterhead {
        file.start_file(LOGO, plain)?;
        file.write_all(&letterhead.png)?;
    }
    for (number, picture) in &drawn {
        file.start_file(picture_path(*number), plain)?;
        file.write_all(&picture.bytes)?;
    }
    Ok(file.finish()?.into_inner())
}

/// The pictures as paper shows them, by the number of their block; one that is not kept is told in words.
fn drawn(blocks: &[Block], pictures: &Pictures) -> BTreeMap<usize, Prepared> {
    let figures = blocks.iter().enumerate().filter_map(|(number, block)| match block {
        Block::Picture(figure) => Some((number, figure)),
        _ => None,
    });
    figures
        .filter_map(|(number, figure)| {
            Some((number, on_paper(pictures.get(&figure.id)?, &figure.spots).ok()?))
        })
        .collect()
}

fn picture_path(number: usize) -> String {
    format!("Pictures/{number}.png")
}

fn manifest(minutes: &Minutes, drawn: &BTreeMap<usize, Prepared>) -> String {
    const END: &str = "</manifest:manifest>";
    let logo = minutes.letterhead.iter().map(|_| LOGO.to_owned());
    let paths = logo.chain(drawn.keys().map(|number| picture_path(*number)));
    let entries = paths.map(|path| {
        format!("<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"image/png\"/>\n")
    });
    MANIFEST.replace(END, &(entries.collect::<String>() + END))
}

fn content(minutes: &Minutes, blocks: &[Block], drawn: &BTreeMap<usize, Prepared>) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content {NAMESPACES} \
         office:version=\"1.3\">{}<office:body><office:text>",
        table_styles(blocks)
    );
    minutes.letterhead.iter().for_each(|letterhead| write_letterhead(letterhead, &mut xml));
    let listed = contents(blocks);
    let first = listed.first().map(|entry| entry.block);
    for (number, block) in blocks.iter().enumerate() {
        if first == Some(number) {
            write_contents(words(minutes.language).contents, &listed, &mut xml);
        }
        match (block, drawn.get(&number)) {
            (Block::Picture(figure), Some(picture)) => write_figure(figure, number, picture, &mut xml),
            (block, _) => write_block(block, number, &mut xml),
        }
    }
    xml.push_str("</office:text></office:body></office:document-content>");
    xml
}

/// The contents as a list that LibreOffice can renew, of links that lead to their headings.
fn write_contents(title: &str, entries: &[Entry<'_>], xml: &mut String) {
    xml.push_str(CONTENTS);
    xml.push_str("<text:index-body><text:index-title text:name=\"Contents_Head\">");
    paragraph("Contents_20_Heading", title, xml);
    xml.push_str("</text:index-title>");
    for entry in entries {
        let style = if entry.level == Level::Part { "Contents_20_1" } else { "Contents_20_2" };
        let link = format!(
            "<text:a text:style-name=\"Contents_20_link\" text:visited-style-name=\"Contents_20_link\" xlink:type=\"simple\" xlink:href=\"#{}\">{}<text:tab/>{}</text:a>",
            place(entry.block),
            entry.number,
            spaced(entry.text)
        );
        paragraph_of(style, &link, xml);
    }
    xml.push_str("</text:index-body></text:table-of-content>");
}

/// The name of a place in the document.
fn place(number: usize) -> String {
    format!("s{number}")
}

/// A picture as wide as the text, or as high as leaves room for a heading, with its caption.
fn write_figure(figure: &Figure, number: usize, picture: &Prepared, xml: &mut String) {
    let (width, height) = (f64::from(picture.width.max(1)), f64::from(picture.height.max(1)));
    let scale = (TEXT_WIDTH_MM as f64 / width).min(FIGURE_HEIGHT_MM_MAX / height);
    let frame = format!(
        "<draw:frame draw:name=\"Figure {number}\" text:anchor-type=\"as-char\" svg:width=\"{:.1}mm\" \
         svg:height=\"{:.1}mm\"><draw:image xlink:href=\"{}\" xlink:type=\"simple\" xlink:show=\"embed\" \
         xlink:actuate=\"onLoad\"/><svg:title>{}</svg:title><svg:desc>{}</svg:desc></draw:frame>",
        width * scale,
        height * scale,
        picture_path(number),
        escaped(&figure.caption),
        escaped(&figure.alt),
    );
    paragraph_of("Figure", &frame, xml);
    paragraph("Note", &figure.caption, xml);
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

fn write_block(block: &Block, number: usize, xml: &mut String) {
    match block {
        Block::Title(text) => paragraph("Title", text, xml),
        Block::Subtitle(text) => paragraph("Subtitle", text, xml),
        Block::Facts(facts) => facts.iter().for_each(|fact| write_fact(fact, xml)),
        Block::Heading(level, text) => heading(*level, text, number, xml),
        Block::Paragraph(text) => paragraph("Text_20_body", text, xml),
        Block::Prompt(text) => paragraph("Quotations", text, xml),
        Block::Note(text) => paragraph("Note", text, xml),
        Block::Picture(figure) => paragraph("Note", &figure.caption, xml),
        Block::Programme(lines) => lines.iter().for_each(|line| write_line(line, xml)),
        Block::Answers(listed) | Block::List(listed) => write_list(listed, xml),
        Block::Table(table) => write_table(table, xml),
    }
}

fn heading(level: Level, text: &str, number: usize, xml: &mut String) {
    let level = match level {
        Level::Part => 1,
        Level::Question => 2,
        Level::Theme => 3,
        Level::SubTheme => 4,
    };
    let opening = format!("<text:h text:style-name=\"Heading_20_{level}\" text:outline-level=\"{level}\">");
    xml.push_str(&opening);
    xml.push_str(&format!("<text:bookmark text:name=\"{}\"/>", place(number)));
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

/// How wide each column is, in millimetres: places and numbers as they need, words as there is room.
fn column_widths(table: &Table) -> impl Iterator<Item = usize> {
    let last_words = table.words + table.more_words;
    let after = table.header.len() - last_words - 1;
    let room = TEXT_WIDTH_MM.saturating_sub(table.words * PLACE_WIDTH_MM + after * NUMBER_WIDTH_MM);
    let words = room / (1 + table.more_words);
    let first = table.words;
    (0..table.header.len()).map(move |column| match column {
        column if column < first => PLACE_WIDTH_MM,
        column if column <= last_words => words,
        _ => NUMBER_WIDTH_MM,
    })
}

fn column_style(width_mm: usize) -> String {
    format!("Column{width_mm}")
}

/// The looks of the tables, with one for each width of a column that there is.
fn table_styles(blocks: &[Block]) -> String {
    const END: &str = "</office:automatic-styles>";
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let widths: BTreeSet<usize> = tables.flat_map(column_widths).collect();
    let styles = widths.into_iter().map(|width| {
        format!(
            "<style:style style:name=\"{}\" style:family=\"table-column\">\
             <style:table-column-properties style:column-width=\"{width}mm\"/></style:style>\n",
            column_style(width)
        )
    });
    TABLES.replace(END, &(styles.collect::<String>() + END))
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
    for width in column_widths(table) {
        xml.push_str(&format!("<table:table-column table:style-name=\"{}\"/>", column_style(width)));
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
