//! A plan as a text that people write and mend in any editor; [`write`](write()) and [`read`](read()) are each other's reverse.
//!
//! `lines` parts a text into blocks of fields, `form` tells what can stand in each kind of block, and `reader` and
//! `writer` go through that same form in the two directions. The words stand in `names` and `phrases`. How it is written:
//!
#![doc = include_str!("format.md")]

mod phrases;
mod problem;
mod times;

mod lines;
mod names;
mod value;

mod form;
mod reader;
mod writer;

mod templates;

use crate::session::Plan;

pub use names::words_in_markdown;
pub use problem::{Code, Fault, PROBLEMS_MAX, Problem};
pub use reader::Title;
pub use templates::{TEMPLATES, Template};

/// Longest text that is read, in bytes; as long as the body of a request may be.
pub const FILE_BYTES_MAX: usize = 1 << 20;

/// The plan as a text, in the words of its language.
pub fn write(plan: &Plan) -> String {
    writer::Writer::page(plan)
}

/// Reads a whole plan.
///
/// # Errors
/// Everything that is wrong with the text, by line; at most [`PROBLEMS_MAX`]. What is read is a plan that
/// [`session::create`](crate::session::create) takes.
pub fn read(text: &str) -> Result<Plan, Vec<Problem>> {
    read_titled(text, Title::Needed)
}

/// Reads a plan, or a programme without a title of its own.
///
/// # Errors
/// As [`read`].
pub fn read_titled(text: &str, title: Title) -> Result<Plan, Vec<Problem>> {
    if text.len() > FILE_BYTES_MAX {
        let (line, found) = (1, String::new());
        return Err(vec![Problem { line, code: Fault::FileTooLong.into(), found, meant: None }]);
    }
    reader::plan(text, title)
}
