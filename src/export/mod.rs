//! Minutes: what a session came to, as values, then as a page of blocks, then in each format.
//!
//! [`minutes()`] folds a session into [`Minutes`], which hold facts and no wording. `page` words them as blocks
//! (headings, lines, lists, tables) in the session's language, and each format renders those blocks, so that a new
//! format needs no wording of its own. `sheets` lays the same out as tables for a spreadsheet, and `answers_csv` lists
//! single answers. `pdf` is built with the feature of that name alone, since what sets its pages is as large as all the
//! rest; without it, the HTML can be printed. `archive` holds the whole session, to be read back. Everything here is pure: the time zone and the
//! order of answers are arguments.

mod choices;
mod contents;
mod letterhead;
mod minutes;
mod outcomes;
mod shuffle;
mod stands;
mod stretch;

mod page;
mod summary;
mod summary_words;
mod tallied;
mod tally_words;
mod words;

mod sheets;

mod drawing;

mod answers_csv;
mod archive;
mod docx;
mod file_name;
mod html;
mod markdown;
mod odt;
#[cfg(feature = "pdf")]
mod pdf;
mod slides;
mod template;
mod xlsx;

pub use answers_csv::{Bom, answers_csv};
pub use archive::{
    Archive, ArchiveError, ArchiveKind, ArchivedAnswer, ArchivedAsked, ArchivedFamily, ArchivedItem,
    ArchivedNote, ArchivedOutcome, ArchivedPerson, ArchivedPicture, ArchivedRole, ArchivedSorting,
    ArchivedStands, ArchivedSurvey, ArchivedTheme, ArchivedVotes, Shown, archive, archive_schema,
    from_archive, read_archive,
};
pub use choices::{MinutesChoices, ThemeOrder};
pub use docx::{Pictures, docx, docx_in};
pub use drawing::{result_png, result_svg};
pub use file_name::{
    answers_file_name, archive_file_name, file_name, picture_file_name, plan_file_name, slides_file_name,
};
pub use html::html;
pub use letterhead::Letterhead;
pub use markdown::{answers_in_markdown, escape_markdown, markdown, unescape_markdown};
pub use minutes::{
    AskedLine, AskedQuestion, Cloud, CloudWord, FamilyOutcome, Minutes, MinutesOptions, Noted, OpenOutcome,
    Outcome, ProgrammeLine, RankedLine, RankingOutcome, SortedByRoom, Tallied, ThemeOutcome, minutes,
};
pub use odt::odt;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
pub(crate) use shuffle::shuffled_contents;
pub use slides::slides;
pub use stands::{StandLine, StandsOutcome};
pub use stretch::{PlannedTime, Stretch};
pub use template::{TemplateError, WordTemplate};
pub use words::other_themes;
pub use xlsx::xlsx;

/// Whether this program makes PDFs: only where it is built with the feature `pdf`.
pub const MAKES_PDF: bool = cfg!(feature = "pdf");

/// Without the feature `pdf` there is none to be had.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Minutes, _: &Pictures) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::PdfNotBuilt)
}

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The archive could not be written, which in memory means that there was too much of it.
    #[error("the Word file could not be packed")]
    Pack(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The same for an OpenDocument text.
    #[error("the OpenDocument text could not be packed")]
    OpenDocument(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The pages of a PDF could not be set.
    #[error("the PDF could not be written")]
    Pdf(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The program was built without the feature `pdf`.
    #[error(
        "This program was built without PDF. Export HTML and print it as PDF, or build with --features pdf."
    )]
    PdfNotBuilt,
    /// More answers are listed than a PDF can be set of.
    #[error(
        "These minutes list {listed} answers, and a PDF has at most {most}. Leave out single answers, or take another format."
    )]
    PdfTooLong {
        /// How many are listed.
        listed: usize,
        /// How many can be.
        most: usize,
    },
    /// The question is not among those that were asked.
    #[error("the question was not asked")]
    Unasked,
    /// A picture could not be painted.
    #[error("the picture could not be painted")]
    Picture(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The same as for a Word file, for slides.
    #[error("the slides could not be packed")]
    Slides(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// There is more than a spreadsheet can hold.
    #[error("the spreadsheet could not be written")]
    Sheet(#[source] Box<dyn std::error::Error + Send + Sync>),
}
