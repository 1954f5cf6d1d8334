//! Minutes as a Word file: real styles, headings with their levels, lists by numbering, tables with a header row.
//!
//! docx-rs writes the text and the package; the styles and settings are the files in `word/`, since docx-rs has no
//! way to name the language, the style of ordinary text or the order in which Word's schema wants them.

use std::collections::BTreeMap;
use std::io::Cursor;

use bytes::Bytes;
use docx_rs::{
    AbstractNumbering, AlignmentType, BreakType, Docx, FieldCharType, Footer, Header, Hyperlink,
    HyperlinkType, IndentLevel, InstrText, Level as NumberingLevel, LevelJc, LevelText, NumPages,
    NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph, Pic, Run, RunFonts,
    SpecialIndentType, Start, Table as WordTable, TableCell, TableLayoutType, TableRow, WidthType,
};

use super::ExportError;
use super::contents::{Entry, contents};
use super::letterhead::Letterhead;
use super::minutes::Minutes;
use super::page::{Block, Fact, Figure, Level, Line, Table, day, legal, page};
use super::template::{Filling, Setting, WordTemplate};
use super::words::{Words, words};
use crate::languages::about;
use crate::picture::on_paper;
use crate::session::PictureId;

/// The pictures of a session by their ids, as they are kept; one that is missing is told in words.
pub type Pictures = BTreeMap<PictureId, Bytes>;

pub(super) const STYLES: &str = include_str!("word/styles.xml");
const SETTINGS: &str = include_str!("word/settings.xml");
const PROPERTIES: &str = include_str!("word/core.xml");

/// The list of answers; docx-rs keeps 1 for its own.
const ANSWERS_LIST: usize = 2;
/// The numbers of headings.
const HEADINGS_LIST: usize = 3;

/// A4 with margins of 25 mm, in twentieths of a point.
const PAGE_WIDTH: u32 = 11_906;
const PAGE_HEIGHT: u32 = 16_838;
const MARGIN: i32 = 1_417;
/// The width of the text, and of the column of labels in the facts.
const TEXT_WIDTH: usize = PAGE_WIDTH as usize - 2 * MARGIN as usize;
const TEXT_HEIGHT: usize = PAGE_HEIGHT as usize - 2 * MARGIN as usize;
const LABEL_WIDTH: usize = 1_500;
/// The columns of numbers in a table of results, and of places; its words get the rest.
const NUMBER_WIDTH: usize = 1_540;
const RANK_WIDTH: usize = 860;
/// How docx-rs ends the properties of a table of results, and which parts of its style a table wants.
const RESULTS: &str = "<w:tblStyle w:val=\"Results\" /><w:tblLayout w:type=\"fixed\" />";
const LOOK: &str = "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/>";
/// English Metric Units in a twentieth of a point.
const EMU: u32 = 635;
/// How our own file is set.
const OWN: Setting = Setting {
    text_width: TEXT_WIDTH,
    text_height: TEXT_HEIGHT,
    bullets: Some(ANSWERS_LIST),
    has_numbers: true,
    says_title: false,
    first_number: 0,
};

/// Renders minutes as a Word file, with the pictures in it; takes a fifth of a second for each of them.
pub fn docx(minutes: &Minutes, pictures: &Pictures) -> Result<Vec<u8>, ExportError> {
    let words = words(minutes.language);
    let mut document = Docx::new()
        .page_size(PAGE_WIDTH, PAGE_HEIGHT)
        .page_margin(PageMargin {
            top: MARGIN,
            left: MARGIN,
            bottom: MARGIN,
            right: MARGIN,
            header: MARGIN / 2,
            footer: MARGIN / 2,
            gutter: 0,
        })
        .add_abstract_numbering(bullets())
        .add_numbering(Numbering::new(ANSWERS_LIST, ANSWERS_LIST))
        .add_abstract_numbering(headings())
        .add_numbering(Numbering::new(HEADINGS_LIST, HEADINGS_LIST))
        .header(header(minutes, words))
        .first_header(Header::new().add_paragraph(Paragraph::new().style("Header")))
        .footer(footer(words))
        .first_footer(footer(words));
    let mut described = Vec::new();
    if let Some(letterhead) = &minutes.letterhead {
        document = document.add_paragraph(letterhead_paragraph(letterhead));
        described.push(letterhead.name.clone());
    }
    let mut parts = with_blocks(document, minutes, pictures, &mut described, &OWN).build();
    let locale = about(minutes.language).locale;
    parts.styles = STYLES.replace("{locale}", locale).into_bytes();
    parts.settings = SETTINGS.replace("{locale}", locale).into_bytes();
    parts.doc_props.core = properties(minutes);
    parts.document = finished(parts.document, &described, &OWN);
    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(|error| ExportError::Pack(error.into()))?;
    Ok(file.into_inner())
}

/// The same in an organisation's template, whose head takes the place of the logo.
pub fn docx_in(
    template: &WordTemplate,
    minutes: &Minutes,
    pictures: &Pictures,
) -> Result<Vec<u8>, ExportError> {
    let setting = template.setting();
    let mut described = Vec::new();
    let parts = with_blocks(Docx::new(), minutes, pictures, &mut described, &setting).build();
    let document = finished(parts.document, &described, &setting);
    let document = String::from_utf8_lossy(&document);
    // A table of the template may set its first row and every other one in another way.
    let document = document.replace(RESULTS, &[RESULTS, LOOK].concat());
    // What docx-rs writes around the blocks is the template's affair.
    let body = document.split_once("<w:body>").map_or("", |(_, body)| body);
    let body = without_names(body.rsplit_once("<w:sectPr").map_or(body, |(body, _)| body));
    let relations = String::from_utf8_lossy(&parts.document_rels);
    let filling = Filling {
        body: &body,
        pictures: parts
            .media
            .iter()
            .filter_map(|(name, png)| Some((relation_of(&relations, name)?, png.as_slice())))
            .collect(),
        title: &minutes.title,
        date: &day(minutes).map(|date| words(minutes.language).long_date(date)).unwrap_or_default(),
        place: &minutes.place,
        locale: about(minutes.language).locale,
        properties: properties(minutes),
    };
    template.filled(&filling).map_err(|error| ExportError::Pack(error.into()))
}

/// The relationship by which the document has a picture, from how docx-rs wrote them all.
fn relation_of<'a>(relations: &'a str, picture: &str) -> Option<&'a str> {
    let target = format!("Target=\"media/{picture}.png\"");
    let relation = relations.split("<Relationship ").find(|relation| relation.contains(&target))?;
    relation.split("Id=\"").nth(1)?.split('"').next()
}

/// Without the names that docx-rs gives paragraphs, which those of the template may have.
fn without_names(body: &str) -> String {
    const NAME: &str = " w14:paraId=\"";
    let mut pieces = body.split(NAME);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |body, piece| body + piece.split_once('"').map_or("", |(_, after)| after))
}

/// The document with the blocks of the minutes; what its pictures show goes into `described`.
fn with_blocks(
    mut document: Docx,
    minutes: &Minutes,
    pictures: &Pictures,
    described: &mut Vec<String>,
    setting: &Setting,
) -> Docx {
    let words = words(minutes.language);
    let blocks = page(minutes);
    let listed = contents(&blocks);
    let first = listed.first().map_or(blocks.len(), |entry| entry.block);
    for (number, block) in blocks.iter().enumerate() {
        if number == first {
            let list = contents_list(words, &listed, setting);
            document = list.into_iter().fold(document, Docx::add_paragraph);
        }
        document = match block {
            Block::Title(_) if setting.says_title => document,
            Block::Picture(figure) => add_figure(document, figure, pictures, described, setting),
            Block::Heading(level, text) => {
                document.add_paragraph(heading(*level, text, setting.first_number + number))
            }
            Block::Paragraph(text) if follows_table(&blocks, number) => {
                document.add_paragraph(styled("AfterTable", text))
            }
            other => add(document, other, setting),
        };
    }
    document
}

/// What the file says of itself.
fn properties(minutes: &Minutes) -> Vec<u8> {
    let locale = about(minutes.language).locale;
    PROPERTIES.replace("{locale}", locale).replace("{title}", &xml_text(&minutes.title)).into_bytes()
}

/// The document as docx-rs wrote it, with what it has no way to write.
fn finished(document: Vec<u8>, described: &[String], setting: &Setting) -> Vec<u8> {
    with_descriptions(with_header_rows(document), described, setting.first_number)
}

fn letterhead_paragraph(letterhead: &Letterhead) -> Paragraph {
    const EMU_PER_MM: f64 = 36_000.0;
    let (width, height) = letterhead.size_mm();
    let picture =
        Pic::new_with_dimensions(letterhead.png.to_vec(), letterhead.width.into(), letterhead.height.into())
            .id("picture1")
            .size((width * EMU_PER_MM) as u32, (height * EMU_PER_MM) as u32);
    Paragraph::new().style("BodyText").add_run(Run::new().add_image(picture))
}

fn add(document: Docx, block: &Block, setting: &Setting) -> Docx {
    match block {
        Block::Title(text) => document.add_paragraph(styled("Title", text)),
        Block::Subtitle(text) => document.add_paragraph(styled("Subtitle", text)),
        Block::Facts(facts) => document.add_table(facts_table(facts, setting)),
        Block::Heading(level, text) => document.add_paragraph(styled(heading_style(*level), text)),
        Block::Paragraph(text) => document.add_paragraph(styled("BodyText", text)),
        Block::Prompt(text) => document.add_paragraph(styled("Quote", text)),
        Block::Note(text) => document.add_paragraph(styled("Note", text)),
        Block::Programme(lines) => lines.iter().flat_map(programme).fold(document, Docx::add_paragraph),
        Block::Answers(listed) | Block::List(listed) => {
            listed.iter().map(|text| answer(text, setting)).fold(document, Docx::add_paragraph)
        }
        Block::Table(table) => document.add_table(numbers_table(table, setting)),
        Block::Picture(figure) => document.add_paragraph(styled("Caption", &figure.caption)),
    }
}

/// A picture with what is drawn on it and its caption; what it shows goes into `described`. Without the picture, the caption
/// alone.
fn add_figure(
    document: Docx,
    figure: &Figure,
    pictures: &Pictures,
    described: &mut Vec<String>,
    setting: &Setting,
) -> Docx {
    let drawn = pictures.get(&figure.id).and_then(|kept| on_paper(kept, &figure.spots).ok());
    let Some(drawn) = drawn else { return add(document, &Block::Picture(figure.clone()), setting) };
    // As wide as the text, and no higher than leaves room for a heading.
    let width_max = setting.text_width as u32 * EMU;
    let height_max =
        (setting.text_height as u32).saturating_sub(MARGIN as u32).max(MARGIN as u32) * EMU * 2 / 3;
    described.push(figure.alt.clone());
    let (width, height) = (u32::from(drawn.width), u32::from(drawn.height));
    let full_height = u64::from(width_max) * u64::from(height) / u64::from(width);
    let size = if full_height <= u64::from(height_max) {
        (width_max, full_height as u32)
    } else {
        let narrow = u64::from(height_max) * u64::from(width) / u64::from(height);
        (narrow as u32, height_max)
    };
    let picture = Pic::new_with_dimensions(drawn.bytes, width, height)
        .id(format!("picture{}", setting.first_number + described.len()))
        .size(size.0, size.1);
    document
        .add_paragraph(
            Paragraph::new().style("BodyText").keep_next(true).add_run(Run::new().add_image(picture)),
        )
        .add_paragraph(styled("Caption", &figure.caption))
}

/// A table has no space of its own below it.
fn follows_table(blocks: &[Block], number: usize) -> bool {
    number > 0 && matches!(blocks[number - 1], Block::Table(_))
}

/// A heading that the contents can lead to.
fn heading(level: Level, text: &str, number: usize) -> Paragraph {
    let paragraph = Paragraph::new().style(heading_style(level)).add_bookmark_start(number, place(number));
    directed(paragraph, text).add_run(run(text)).add_bookmark_end(number)
}

/// The name of a place in the document; Word takes names with `_Toc` for its own and keeps them when it renews a list.
fn place(number: usize) -> String {
    format!("_Toc{number:08}")
}

/// The contents as Word's own field, which it can renew; without numbers of pages, which nobody knows before Word has laid
/// them out.
fn contents_list(words: &Words, entries: &[Entry<'_>], setting: &Setting) -> Vec<Paragraph> {
    let mut paragraphs = vec![styled("ContentsHeading", words.contents)];
    for (index, entry) in entries.iter().enumerate() {
        let style = if entry.level == Level::Part { "TOC1" } else { "TOC2" };
        let mut paragraph = Paragraph::new().style(style);
        if index == 0 {
            let field = InstrText::Unsupported(r#"TOC \o "1-2" \n \h \z \u"#.to_owned());
            paragraph = paragraph
                .add_run(Run::new().add_field_char(FieldCharType::Begin, false))
                .add_run(Run::new().add_instr_text(field))
                .add_run(Run::new().add_field_char(FieldCharType::Separate, false));
        }
        let numbered =
            if setting.has_numbers { Run::new().add_text(&entry.number).add_tab() } else { Run::new() };
        let link = Hyperlink::new(place(setting.first_number + entry.block), HyperlinkType::Anchor)
            .add_run(numbered.add_text(legal(entry.text)));
        paragraph = paragraph.add_hyperlink(link);
        if index + 1 == entries.len() {
            paragraph = paragraph.add_run(Run::new().add_field_char(FieldCharType::End, false));
        }
        paragraphs.push(paragraph);
    }
    paragraphs
}

fn heading_style(level: Level) -> &'static str {
    match level {
        Level::Part => "Heading1",
        Level::Question => "Heading2",
        Level::Theme => "Heading3",
        Level::SubTheme => "Heading4",
    }
}

fn styled(style: &str, text: &str) -> Paragraph {
    directed(Paragraph::new().style(style), text).add_run(run(text))
}

fn answer(text: &str, setting: &Setting) -> Paragraph {
    let paragraph = styled("ListBullet", text);
    match setting.bullets {
        Some(list) => paragraph.numbering(NumberingId::new(list), IndentLevel::new(0)),
        None => paragraph,
    }
}

fn programme(line: &Line) -> Vec<Paragraph> {
    let mut what = Paragraph::new().style("Programme");
    if !line.when.is_empty() {
        what = what.add_run(run(&line.when).style("Strong")).add_run(run(&line.planned)).add_run(run(": "));
    }
    let mut paragraphs = vec![what.add_run(run(&line.what)).keep_next(!line.how.is_empty())];
    if !line.how.is_empty() {
        paragraphs.push(styled("ProgrammeHow", &line.how));
    }
    paragraphs
}

fn facts_table(facts: &[Fact], setting: &Setting) -> WordTable {
    let label_width = LABEL_WIDTH * setting.text_width / TEXT_WIDTH;
    let value_width = setting.text_width - label_width;
    let rows = facts.iter().map(|fact| {
        body_row(vec![
            cell(label_width, styled("FactLabel", fact.label)),
            cell(value_width, styled("FactValue", &fact.value)),
        ])
    });
    plain_table(rows.collect(), "Facts", vec![label_width, value_width])
}

fn numbers_table(table: &Table, setting: &Setting) -> WordTable {
    let last_words = table.words + table.more_words;
    let numbers = table.header.len() - last_words - 1;
    let (mut rank_width, mut number_width) = (RANK_WIDTH, NUMBER_WIDTH);
    if (table.words * rank_width + numbers * number_width) * 4 > setting.text_width * 3 {
        // On a narrow page all columns are narrower, so that a quarter is left for words.
        let scaled = |width: usize| width * setting.text_width / TEXT_WIDTH;
        (rank_width, number_width) = (scaled(RANK_WIDTH), scaled(NUMBER_WIDTH));
    }
    let (before, after) = (table.words * rank_width, numbers * number_width);
    let width = |column: usize| {
        if column < table.words {
            rank_width
        } else if column <= last_words {
            (setting.text_width - before - after) / (1 + table.more_words)
        } else {
            number_width
        }
    };
    let widths: Vec<usize> = (0..table.header.len()).map(width).collect();
    let cells = |style: &str, texts: &mut dyn Iterator<Item = &str>| -> Vec<TableCell> {
        texts
            .zip(&widths)
            .enumerate()
            .map(|(column, (text, width))| {
                let paragraph = styled(style, text);
                let is_number = column > last_words;
                let aligned = if is_number { paragraph.align(AlignmentType::End) } else { paragraph };
                cell(*width, aligned)
            })
            .collect()
    };
    let mut rows = vec![header_row(cells("TableHeading", &mut table.header.iter().map(String::as_str)))];
    rows.extend(
        table.rows.iter().map(|row| body_row(cells("TableText", &mut row.iter().map(String::as_str)))),
    );
    plain_table(rows, "Results", widths)
}

fn plain_table(rows: Vec<TableRow>, style: &str, widths: Vec<usize>) -> WordTable {
    WordTable::without_borders(rows)
        .style(style)
        .layout(TableLayoutType::Fixed)
        .width(widths.iter().sum(), WidthType::Dxa)
        .set_grid(widths)
}

fn cell(width: usize, paragraph: Paragraph) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph)
}

/// A row that stays on one page; [`with_header_rows`] tells the others by it.
fn body_row(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells).cant_split()
}

fn header_row(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells)
}

/// Marks the rows without any property as header rows, for which docx-rs has no way.
///
/// No text can be mistaken for the mark, since a `<` in a text is written `&lt;`.
fn with_header_rows(document: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(document) {
        Ok(xml) => xml.replace("<w:trPr />", "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>").into_bytes(),
        Err(not_text) => not_text.into_bytes(),
    }
}

/// Names each picture and says what it shows, for which docx-rs has no way.
fn with_descriptions(document: Vec<u8>, described: &[String], first_number: usize) -> Vec<u8> {
    const DRAWN: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";
    match String::from_utf8(document) {
        Ok(mut xml) => {
            for (number, alt) in (first_number + 1..).zip(described) {
                let alt = xml_text(alt).replace('"', "&quot;");
                let named = format!("<wp:docPr id=\"{number}\" name=\"Picture {number}\" descr=\"{alt}\" />");
                xml = xml.replacen(DRAWN, &named, 1);
            }
            xml.into_bytes()
        }
        Err(not_text) => not_text.into_bytes(),
    }
}

/// A text with its line breaks.
fn run(text: &str) -> Run {
    let mut run = Run::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        if !line.is_empty() {
            run = run.add_text(legal(line));
        }
    }
    run
}

/// A paragraph whose first letter reads from right to left does so as a whole.
fn directed(mut paragraph: Paragraph, text: &str) -> Paragraph {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    if first.is_some_and(reads_leftwards) {
        paragraph.property = paragraph.property.bidi(true);
    }
    paragraph
}

/// Letters of Hebrew, Arabic and their neighbours (Unicode's blocks with `R` and `AL` as their default).
fn reads_leftwards(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn xml_text(text: &str) -> String {
    legal(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn bullets() -> AbstractNumbering {
    AbstractNumbering::new(ANSWERS_LIST).add_level(
        NumberingLevel::new(
            0,
            Start::new(1),
            NumberFormat::new("bullet"),
            LevelText::new("•"),
            LevelJc::new("left"),
        )
        .indent(Some(340), Some(SpecialIndentType::Hanging(340)), None, None)
        .fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri")),
    )
}

/// "1 Program", "2.1 Hva er viktigst?": parts and questions are numbered, what came of them is not.
fn headings() -> AbstractNumbering {
    let level = |number: usize, text: &str, style: &str, indent: i32| {
        NumberingLevel::new(
            number,
            Start::new(1),
            NumberFormat::new("decimal"),
            LevelText::new(text),
            LevelJc::new("left"),
        )
        .paragraph_style(style)
        .indent(Some(indent), Some(SpecialIndentType::Hanging(indent)), None, None)
    };
    AbstractNumbering::new(HEADINGS_LIST)
        .add_level(level(0, "%1", "Heading1", 567))
        .add_level(level(1, "%1.%2", "Heading2", 567))
}

/// What each page but the first is of.
fn header(minutes: &Minutes, words: &Words) -> Header {
    let of = format!("{}: {}", words.minutes, minutes.title);
    Header::new().add_paragraph(styled("Header", &of))
}

fn footer(words: &Words) -> Footer {
    Footer::new().add_paragraph(
        Paragraph::new()
            .style("Footer")
            .add_run(run(&format!("{} ", words.page)))
            .add_page_num(PageNum::new())
            .add_run(run(&format!(" {} ", words.of)))
            .add_num_pages(NumPages::new()),
    )
}
