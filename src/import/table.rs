//! Tables as they are filled, cell by cell, within bounds.

use super::{CELLS_MAX, COLUMNS_MAX, ImportError, ROWS_MAX, TABLES_MAX, TEXT_BYTES_MAX};

/// One sheet: texts in rows and columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the sheet is called; empty where the file is one table.
    pub name: String,
    /// The rows from the first on, empty ones too; each is as long as its last cell that has something in it.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// What stands in a cell; nothing beyond the last.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// The tables of a file while it is read.
#[derive(Default)]
pub(super) struct Tables {
    tables: Vec<Table>,
    cells: usize,
    bytes: usize,
}

impl Tables {
    /// Begins a table; what is put from now on stands in it.
    pub fn begin(&mut self, name: &str) -> Result<(), ImportError> {
        if self.tables.len() == TABLES_MAX {
            return Err(ImportError::TooMuch);
        }
        self.tables.push(Table { name: cleaned(name).trim().to_owned(), rows: Vec::new() });
        Ok(())
    }

    /// Puts a text into a cell of the latest table; one of white space alone is none.
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), ImportError> {
        let text = cleaned(text);
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        if row >= ROWS_MAX || column >= COLUMNS_MAX {
            return Err(ImportError::TooMuch);
        }
        let grown = (row + 1).saturating_sub(table.rows.len());
        if grown > 0 {
            table.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut table.rows[row];
        self.cells += grown + (column + 1).saturating_sub(cells.len());
        self.bytes += text.len();
        if self.cells > CELLS_MAX || self.bytes > TEXT_BYTES_MAX {
            return Err(ImportError::TooMuch);
        }
        if cells.len() <= column {
            cells.resize_with(column + 1, String::new);
        }
        text.clone_into(&mut cells[column]);
        Ok(())
    }

    /// The tables that have something in them.
    pub fn into_filled(self) -> Vec<Table> {
        self.tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
    }
}

/// The text without what no answer may hold: each control character is a space, each end of a line a line's end.
fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n");
    text.replace(|letter: char| letter.is_control() && letter != '\n' && letter != '\t', " ")
}
