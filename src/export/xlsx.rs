//! The spreadsheet as an Excel file.
//!
//! Everything people wrote is written as a string, never as a formula or a link. The file is built in memory: the
//! library's way to save memory would leave answers in files of its own beside the data folder.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook as File, Worksheet,
    XlsxError,
};

use super::ExportError;
use super::minutes::Minutes;
use super::page::day;
use super::sheets::{Cell, Column, QuestionSheet, Summary, Table, Width, begins_formula, workbook};

/// Most that Excel takes in a cell, in UTF-16 units; only the ways in which a word was written can come near it.
const CELL_UNITS_MAX: usize = 32_000;
/// The size of a sheet's first line, in points.
const TITLE_SIZE: f64 = 14.0;
/// The height of a line of text, and the highest row that Excel takes, in points.
const LINE_POINTS: f64 = 15.0;
const ROW_POINTS_MAX: f64 = 409.0;
/// A column as wide as so many digits takes this part of them in letters, with room for words that do not fit in a line.
const LETTERS_OF_WIDTH: f64 = 0.92;
/// What a spreadsheet says it was made on where no day is known: the first that Excel can tell.
const NO_DAY: (u16, u8, u8) = (1900, 1, 1);

/// Renders the results and the answers as a spreadsheet.
pub fn xlsx(minutes: &Minutes) -> Result<Vec<u8>, ExportError> {
    written(minutes).map_err(|error| ExportError::Sheet(error.into()))
}

fn written(minutes: &Minutes) -> Result<Vec<u8>, XlsxError> {
    let book = workbook(minutes);
    let formats = Formats::new();
    let mut file = File::new();
    // The day of the session, so that the same session gives the same file.
    let (year, month, place) = day(minutes)
        .and_then(|day| Some((u16::try_from(day.year()).ok()?, day.month() as u8, day.day() as u8)))
        .filter(|(year, ..)| *year >= NO_DAY.0)
        .unwrap_or(NO_DAY);
    let made = ExcelDateTime::from_ymd(year, month, place)?;
    file.set_properties(&DocProperties::new().set_title(legal(&minutes.title)).set_creation_datetime(&made));
    write_summary(file.add_worksheet(), &book.summary, &formats)?;
    for question in &book.questions {
        write_question(file.add_worksheet(), question, &formats)?;
    }
    file.save_to_buffer()
}

/// How cells look.
struct Formats {
    title: Format,
    label: Format,
    heading: Format,
    /// Stands over numbers, as far right as they do.
    number_heading: Format,
    text: Format,
    /// A text that would become a formula when somebody edits its cell.
    guarded: Format,
    count: Format,
    exact: Format,
    mean: Format,
    share: Format,
    link: Format,
}

impl Formats {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let number = || top().set_align(FormatAlign::Right).set_indent(1);
        let heading =
            |format: Format| format.set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        Formats {
            title: Format::new().set_bold().set_font_size(TITLE_SIZE),
            label: Format::new().set_bold(),
            heading: heading(top()),
            number_heading: heading(number()),
            text: top().set_text_wrap(),
            guarded: top().set_text_wrap().set_quote_prefix(),
            count: number().set_num_format("0"),
            exact: number(),
            mean: number().set_num_format("0.0"),
            share: number().set_num_format("0 %"),
            link: top().set_hyperlink(),
        }
    }

    fn of(&self, text: &str) -> &Format {
        if begins_formula(text) { &self.guarded } else { &self.text }
    }
}

fn write_summary(sheet: &mut Worksheet, summary: &Summary, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(&summary.name)?;
    sheet.write_string_with_format(0, 0, legal(&summary.title), &formats.title)?;
    let mut row = 1;
    for (label, value) in &summary.facts {
        sheet.write_string_with_format(row, 0, *label, &formats.label)?;
        sheet.write_string(row, 1, legal(value))?;
        row += 1;
    }
    let below = write_table(sheet, &summary.questions, row + 1, 0, formats)?;
    fit_heights(sheet, row + 1, &[&summary.questions])?;
    sheet.write_string(below + 1, 0, summary.note)?;
    sheet.set_column_width(0, width(Width::Number))?;
    finish(sheet, row + 1)
}

fn write_question(
    sheet: &mut Worksheet,
    question: &QuestionSheet,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(&question.name)?;
    let mut row = 0;
    for line in &question.head {
        let text = legal(line);
        if row == 0 {
            sheet.write_string_with_format(row, 0, text, &formats.title)?;
        } else {
            sheet.write_string(row, 0, text)?;
        }
        row += 1;
    }
    let header = row + 1;
    let below = write_table(sheet, &question.results, header, 0, formats)?;
    for (line, note) in (below + 1..).zip(&question.notes) {
        sheet.write_string(line, 0, legal(note))?;
    }
    if let Some(answers) = &question.answers {
        // A free column between the two.
        let right = match question.results.columns.len() as u16 {
            0 => 0,
            results => results + 1,
        };
        write_table(sheet, answers, header, right, formats)?;
    }
    let tables: Vec<&Table> = [&question.results].into_iter().chain(&question.answers).collect();
    fit_heights(sheet, header, &tables)?;
    finish(sheet, header)
}

/// Writes a table with its headings in a row; gives the first row below it.
fn write_table(
    sheet: &mut Worksheet,
    table: &Table,
    header: u32,
    left: u16,
    formats: &Formats,
) -> Result<u32, XlsxError> {
    for (column, Column { heading, width: kind }) in (left..).zip(&table.columns) {
        let format = match kind {
            Width::Number => &formats.number_heading,
            Width::Words | Width::Text => &formats.heading,
        };
        sheet.write_string_with_format(header, column, legal(heading), format)?;
        sheet.set_column_width(column, width(*kind))?;
    }
    for (row, cells) in (header + 1..).zip(&table.rows) {
        for (column, cell) in (left..).zip(cells) {
            write_cell(sheet, row, column, cell, formats)?;
        }
    }
    Ok(header + 1 + table.rows.len() as u32)
}

/// Makes rows as high as the texts of the tables beside each other need. Excel does so by itself; LibreOffice takes the
/// file to be Excel's, which it believes to have done it.
fn fit_heights(sheet: &mut Worksheet, header: u32, tables: &[&Table]) -> Result<(), XlsxError> {
    let highest = |lines: &mut dyn Iterator<Item = usize>| lines.max().unwrap_or(1);
    let headings = tables.iter().flat_map(|table| &table.columns);
    let top = highest(&mut headings.map(|column| lines(&column.heading, column.width)));
    let mut heights = vec![(header, top)];
    let rows = tables.iter().map(|table| table.rows.len()).max().unwrap_or(0);
    for (index, row) in (0..rows).zip(header + 1..) {
        let cells = tables.iter().filter_map(|table| Some(table.columns.iter().zip(table.rows.get(index)?)));
        let mut needed = cells.flatten().map(|(column, cell)| match cell {
            Cell::Text(text) => lines(text, column.width),
            Cell::Empty
            | Cell::Count(_)
            | Cell::Exact(_)
            | Cell::Mean(_)
            | Cell::Share(_)
            | Cell::Sheet(_) => 1,
        });
        heights.push((row, highest(&mut needed)));
    }
    for (row, lines) in heights.into_iter().filter(|(_, lines)| *lines > 1) {
        sheet.set_row_height(row, (lines as f64 * LINE_POINTS).min(ROW_POINTS_MAX))?;
    }
    Ok(())
}

/// How many lines a text takes in a column, rather one too many than one too few.
fn lines(text: &str, kind: Width) -> usize {
    let letters = (width(kind) * LETTERS_OF_WIDTH) as usize;
    text.split('\n').map(|line| line.chars().count().div_ceil(letters).max(1)).sum()
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, legal(text), formats.of(text))?;
        }
        Cell::Count(count) => {
            sheet.write_number_with_format(row, column, *count as f64, &formats.count)?;
        }
        Cell::Exact(value) => {
            sheet.write_number_with_format(row, column, *value, &formats.exact)?;
        }
        Cell::Mean(value) => {
            sheet.write_number_with_format(row, column, *value, &formats.mean)?;
        }
        Cell::Share(value) => {
            sheet.write_number_with_format(row, column, *value, &formats.share)?;
        }
        Cell::Sheet(name) => {
            let there = Url::new(format!("internal:'{name}'!A1")).set_text(name);
            sheet.write_url_with_format(row, column, there, &formats.link)?;
        }
    }
    Ok(())
}

/// The heading stays in sight and on every printed page, which is as wide as the tables.
fn finish(sheet: &mut Worksheet, header: u32) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(header + 1, 0)?;
    sheet.set_repeat_rows(header, header)?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// In letters of the ordinary font.
fn width(kind: Width) -> f64 {
    match kind {
        Width::Number => 14.0,
        Width::Words => 34.0,
        Width::Text => 80.0,
    }
}

/// The text without what XML cannot hold, of which our texts can have two characters, and no longer than a cell.
fn legal(text: &str) -> String {
    let mut units = 0;
    let short = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= CELL_UNITS_MAX
    });
    let illegal = |letter: char| {
        letter.is_control() && !matches!(letter, '\n' | '\t') || matches!(letter, '\u{fffe}' | '\u{ffff}')
    };
    short.map(|letter| if illegal(letter) { '\u{fffd}' } else { letter }).collect()
}
