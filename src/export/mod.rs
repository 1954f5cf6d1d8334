//! Minutes: what a session came to, as values, then as a page of blocks, then in each format.
//!
//! [`minutes()`] folds a session into [`Minutes`], which hold facts and no wording. `page` words them as blocks
//! (headings, lines, lists, tables) in the session's language, and each format renders those blocks, so that a new
//! format needs no wording of its own. Everything here is pure: the time zone and the order of answers are arguments.

mod minutes;
mod shuffle;
mod stretch;

mod page;
mod tallied;
mod tally_words;
mod words;

mod docx;
mod file_name;
mod markdown;

pub use docx::{ExportError, Pictures, docx};
pub use file_name::{file_name, plan_file_name};
pub use markdown::{answers_in_markdown, escape_markdown, markdown, unescape_markdown};
pub use minutes::{
    AskedQuestion, Cloud, FamilyOutcome, Minutes, MinutesOptions, OpenOutcome, Outcome, ProgrammeLine,
    RankedLine, RankingOutcome, SortedByRoom, Tallied, ThemeOutcome, minutes,
};
pub use stretch::{PlannedTime, Stretch};
