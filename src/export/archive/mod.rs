//! The archive of a session as JSON: everything that gives the same results again, and nothing that tells who answered.

mod form;
mod outcome_form;

mod players;
mod write;

mod check;
mod read;
mod read_asked;
mod read_outcome;

mod pictures;
mod schema;

pub use check::ArchiveError;
pub use form::{
    Archive, ArchiveKind, ArchivedAsked, ArchivedItem, ArchivedNote, ArchivedPicture, ArchivedRole,
    ArchivedSurvey, Shown,
};
pub use outcome_form::{
    ArchivedAnswer, ArchivedFamily, ArchivedOutcome, ArchivedPerson, ArchivedSorting, ArchivedStands,
    ArchivedTheme, ArchivedVotes,
};
pub use read::{from_archive, read_archive};
pub use schema::archive_schema;
pub use write::archive;

use super::shuffle::content_place as place;

/// The version of the form that is written; older ones are read as well.
const VERSION: u32 = 2;
