//! Notes of the facilitator's on items, for the minutes: what was said, decided, or is to be done.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::{ItemId, NoteId};
use super::text::Paragraph;

/// Most notes in one session.
pub const NOTES_MAX: usize = 500;

/// What a note is.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ts_rs::TS,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Something worth remembering.
    #[default]
    Note,
    /// What was decided.
    Decision,
    /// What somebody is to do.
    FollowUp,
}

/// A note on an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct Note {
    /// Which item.
    pub item: ItemId,
    /// What it is.
    pub kind: NoteKind,
    /// What was written; may have several lines.
    pub text: Paragraph,
}

/// All notes of a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// Each with the row that holds it, in the order they were first written.
    all: BTreeMap<NoteId, (Note, u64)>,
    latest: u32,
}

impl Notes {
    /// The notes in the order they were first written.
    pub fn all(&self) -> impl Iterator<Item = (NoteId, &Note)> {
        self.all.iter().map(|(id, (note, _))| (*id, note))
    }

    /// Those on one item.
    pub fn on(&self, item: ItemId) -> impl Iterator<Item = (NoteId, &Note)> {
        self.all().filter(move |(_, note)| note.item == item)
    }

    /// One of them.
    pub fn get(&self, id: NoteId) -> Option<&Note> {
        self.all.get(&id).map(|(note, _)| note)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// The number of the next one.
    pub(super) fn next(&self) -> NoteId {
        NoteId(self.latest + 1)
    }

    /// Whether a note had this number that is no more.
    pub(super) fn is_free(&self, id: NoteId) -> bool {
        (1..=self.latest).contains(&id.0) && !self.all.contains_key(&id)
    }

    /// Records a note, new or in place of what it said; gives the row that held that.
    pub(super) fn write(&mut self, id: NoteId, note: Note, position: u64) -> Option<u64> {
        self.latest = self.latest.max(id.0);
        self.all.insert(id, (note, position)).map(|(_, before)| before)
    }

    /// Lets go of a note; gives the row that held it.
    pub(super) fn remove(&mut self, id: NoteId) -> Option<u64> {
        self.latest = self.latest.max(id.0);
        self.all.remove(&id).map(|(_, before)| before)
    }
}
