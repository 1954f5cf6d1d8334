//! Workbooks of Excel (.xlsx): the values as they were shown last; no formula is worked out, and nothing is fetched.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use super::ImportError;
use super::table::Tables;

/// The sheets of a workbook that was found to be within bounds.
///
/// Cells are read one by one: a sheet as a whole would take memory for every cell up to the last, and that may stand
/// anywhere.
pub(super) fn read(file: &[u8]) -> Result<Tables, ImportError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).map_err(why)?;
    let mut tables = Tables::default();
    for name in book.sheet_names() {
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A sheet may be a chart.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(problem) => return Err(why(problem)),
        };
        tables.begin(&name)?;
        while let Some(cell) = cells.next_cell().map_err(why)? {
            let (row, column) = cell.get_position();
            tables.put(row as usize, column as usize, &text(cell.get_value()))?;
        }
    }
    Ok(tables)
}

/// A value as people read it; what could not be worked out is nothing.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
            match moment.as_f64() {
                value if value < 1.0 => format!("{hour:02}:{minute:02}"),
                value if value.fract() == 0.0 => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
            }
        }
        DataRef::DateTime(duration) => number(duration.as_f64()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.replacen('T', " ", 1),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A number with the 15 digits that Excel counts with.
fn number(value: f64) -> String {
    format!("{value:.14e}").parse::<f64>().unwrap_or(value).to_string()
}

fn why(problem: XlsxError) -> ImportError {
    match problem {
        XlsxError::Password => ImportError::Protected,
        _ => ImportError::Broken,
    }
}
