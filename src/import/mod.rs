//! Answers from elsewhere: from a spreadsheet or a CSV to tables, to a look at what stands in them, and to a session.
//!
//! What a file is, its bytes say, never its name. [`read()`] makes tables of it within bounds, [`look()`] says what each
//! column seems to be, and [`from_tables()`] makes the facts of a session of the columns that a person chose. Nothing of a
//! row joins the answers that it gave: everybody in every question is somebody new, and answers stand in an order that says
//! nothing. Everything here is pure.

mod table;

mod delimited;
mod package;

mod open_document;
mod workbook;

mod amounts;
mod options;
mod personal;

mod look;
mod made;

use crate::session::Rejection;

pub use look::{ByQuestion, Guess, Layout, Look, LookedColumn, LookedTable, look};
pub use made::{Taken, Wanted, WantedColumn, WantedTable, from_tables};
pub use table::Table;

/// The longest file that is read.
pub const FILE_BYTES_MAX: usize = 10 << 20;
/// Most tables of a file.
pub const TABLES_MAX: usize = 20;
/// Most columns of a table: a form has at most as many questions.
pub const COLUMNS_MAX: usize = 200;
/// Most rows of a table, headings and empty rows included: more than people can join a session.
pub const ROWS_MAX: usize = 20_000;
/// Most questions of a table in which they stand beside their answers: a session holds twice as many items.
const QUESTIONS_MAX: usize = 100;
/// Most cells of all tables of a file, empty ones before a filled one included.
const CELLS_MAX: usize = ROWS_MAX * COLUMNS_MAX;
/// Most text in all cells together: a cell may be named by many others, or be repeated.
const TEXT_BYTES_MAX: usize = 64 << 20;

/// Why a file cannot be read, or no session be made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file is longer than [`FILE_BYTES_MAX`].
    #[error("The file is larger than 10 MB. Save only the sheet with the answers, and try again.")]
    TooLarge,
    /// There is more in it than is read.
    #[error("There is more in the file than can be read: 20 sheets, 20,000 rows and 200 columns.")]
    TooMuch,
    /// It is neither a spreadsheet nor a text with columns.
    #[error("The file is no spreadsheet of a kind that can be read. Choose an .xlsx, .ods or .csv file.")]
    WrongType,
    /// It is a spreadsheet as Excel made them until 2003.
    #[error("The file is of an old kind. Save it as .xlsx, and try again.")]
    Old,
    /// It opens only with a password.
    #[error("The file is protected by a password. Save it without one, and try again.")]
    Protected,
    /// There is nothing in it.
    #[error("There is nothing in the file.")]
    Empty,
    /// It begins as a spreadsheet and is none.
    #[error("The file is damaged. Save it anew, and try again.")]
    Broken,
    /// No column was chosen, or one without an answer.
    #[error("Choose at least one column, each with at least one answer that can be taken.")]
    NothingChosen,
    /// A column that was chosen is not in the file, or cannot be what was chosen for it.
    #[error("A column is not in the file, or cannot be what was chosen for it. Look at the file anew.")]
    Unfit,
    /// Too many different questions stand in the column of questions.
    #[error("The column with the questions has more than 100 different ones. Choose another column.")]
    TooManyQuestions,
    /// A session of this server cannot have so many people or answers.
    #[error("The file has more people or answers than a session of this server can have.")]
    TooMany,
    /// The session's details or a question do not hold.
    #[error("The session does not hold: {}.", .0.code())]
    Plan(Rejection),
}

impl ImportError {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            ImportError::TooLarge => "table_too_large",
            ImportError::TooMuch => "table_too_much",
            ImportError::WrongType => "table_wrong_type",
            ImportError::Old => "table_old",
            ImportError::Protected => "table_protected",
            ImportError::Empty => "table_empty",
            ImportError::Broken => "table_broken",
            ImportError::NothingChosen => "table_nothing_chosen",
            ImportError::Unfit => "table_unfit",
            ImportError::TooManyQuestions => "table_too_many_questions",
            ImportError::TooMany => "table_too_many",
            ImportError::Plan(_) => "table_plan",
        }
    }
}

/// The tables of a file, each with something in it; takes up to seconds and 300 MB for the largest.
pub fn read(file: &[u8]) -> Result<Vec<Table>, ImportError> {
    if file.len() > FILE_BYTES_MAX {
        return Err(ImportError::TooLarge);
    }
    let tables = if package::is_one(file) {
        match package::open(file)? {
            package::Kind::Workbook => workbook::read(file)?,
            package::Kind::OpenDocument { content } => open_document::read(&content)?,
        }
    } else if let Some(problem) = package::as_compound_file(file) {
        return Err(problem);
    } else {
        delimited::read(file)?
    };
    let tables = tables.into_filled();
    if tables.is_empty() { Err(ImportError::Empty) } else { Ok(tables) }
}
