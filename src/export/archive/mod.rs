//! The archive of a session as JSON: everything that gives the same results again, and nothing that tells who answered.

mod form;
mod pictures;
mod read;
mod schema;
mod write;

pub use form::{
    Archive, ArchiveKind, ArchivedAnswer, ArchivedAsked, ArchivedFamily, ArchivedItem, ArchivedNote,
    ArchivedOutcome, ArchivedPerson, ArchivedPicture, ArchivedRole, ArchivedStands, ArchivedTheme,
    ArchivedVotes, Shown,
};
pub use read::{ArchiveError, from_archive};
pub use schema::archive_schema;
pub use write::archive;

use super::shuffle::content_place as place;

/// The version of the form.
const VERSION: u32 = 1;
