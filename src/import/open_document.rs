//! OpenDocument spreadsheets (.ods), as of OpenDocument 1.2 part 1, section 9: sheets whose rows and cells may be said to be
//! repeated, which is followed only where something stands in them.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::ImportError;
use super::table::Tables;

/// The sheets in the XML of a document.
pub(super) fn read(content: &str) -> Result<Tables, ImportError> {
    let mut sheets = Sheets::default();
    let mut reader = Reader::from_str(content);
    loop {
        match reader.read_event().map_err(|_| ImportError::Broken)? {
            Event::Start(element) => sheets.starts(&element)?,
            Event::Empty(element) => {
                sheets.starts(&element)?;
                sheets.ends(element.name().as_ref())?;
            }
            Event::End(element) => sheets.ends(element.name().as_ref())?,
            Event::Text(text) => sheets.says(&text.xml10_content()),
            Event::CData(text) => sheets.says(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let named = resolve_predefined_entity(&entity.xml10_content()).map(str::to_owned);
                let letter = || entity.resolve_char_ref().ok().flatten().map(String::from);
                sheets.says(&named.or_else(letter).unwrap_or_default());
            }
            Event::Eof => return Ok(sheets.tables),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

#[derive(Default)]
struct Sheets {
    tables: Tables,
    /// Where the next row and the next cell stand.
    row: usize,
    column: usize,
    row_repeats: usize,
    /// What stands in the row so far: from which column on, in how many, and what.
    cells: Vec<(usize, usize, String)>,
    cell: Option<Cell>,
    /// Elements inside a cell that are no part of what it says, such as comments.
    aside: usize,
}

struct Cell {
    repeats: usize,
    /// What it holds, where that is no text.
    value: Option<String>,
    paragraphs: Vec<String>,
}

impl Sheets {
    fn starts(&mut self, element: &BytesStart<'_>) -> Result<(), ImportError> {
        match element.name().as_ref() {
            "table:table" => {
                self.row = 0;
                self.tables.begin(&attribute(element, "table:name").unwrap_or_default())?;
            }
            "table:table-row" => {
                self.row_repeats = repeats(element, "table:number-rows-repeated");
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeats = repeats(element, "table:number-columns-repeated");
                self.cell = Some(Cell { repeats, value: value(element), paragraphs: Vec::new() });
            }
            "office:annotation" => self.aside += 1,
            "text:p" if self.aside == 0 => {
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs.push(String::new());
                }
            }
            "text:s" => {
                const SPACES_MAX: usize = 100;
                self.says(&" ".repeat(repeats(element, "text:c").min(SPACES_MAX)));
            }
            "text:tab" => self.says("\t"),
            "text:line-break" => self.says("\n"),
            _ => {}
        }
        Ok(())
    }

    fn ends(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "table:table-row" => {
                let cells = std::mem::take(&mut self.cells);
                // Below the last row stands a single one that is repeated to the end of the sheet.
                let rows = if cells.is_empty() { 0 } else { self.row_repeats };
                for row in self.row..self.row.saturating_add(rows) {
                    for (from, repeats, text) in &cells {
                        for column in *from..from.saturating_add(*repeats) {
                            self.tables.put(row, column, text)?;
                        }
                    }
                }
                self.row = self.row.saturating_add(self.row_repeats);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let text = cell.value.unwrap_or_else(|| cell.paragraphs.join("\n"));
                if !text.trim().is_empty() {
                    self.cells.push((self.column, cell.repeats, text));
                }
                self.column = self.column.saturating_add(cell.repeats);
            }
            "office:annotation" => self.aside = self.aside.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    fn says(&mut self, text: &str) {
        if self.aside > 0 {
            return;
        }
        // Between the paragraphs stands only what indents the XML.
        if let Some(paragraph) = self.cell.as_mut().and_then(|cell| cell.paragraphs.last_mut()) {
            paragraph.push_str(text);
        }
    }
}

/// What a cell holds other than text: a number or a moment, as they are written whatever the cell shows of them.
fn value(element: &BytesStart<'_>) -> Option<String> {
    match attribute(element, "office:value-type")?.as_str() {
        "float" | "percentage" | "currency" => attribute(element, "office:value"),
        "date" => attribute(element, "office:date-value").map(|moment| moment.replacen('T', " ", 1)),
        _ => None,
    }
}

fn repeats(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok().flatten()?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
