//! The rules for notes on items. They can be written at any time, also when the session is over: minutes are tidied then.

use crate::session::event::Event;
use crate::session::ids::{ItemId, NoteId};
use crate::session::notes::{NOTES_MAX, Note, NoteKind};
use crate::session::rejection::Rejection;
use crate::session::state::Session;
use crate::session::text::Paragraph;

pub(super) fn write(
    session: &Session,
    item: ItemId,
    kind: NoteKind,
    text: &Paragraph,
    again: Option<NoteId>,
) -> Result<Vec<Event>, Rejection> {
    session.programme.item(item).ok_or(Rejection::NoSuchItem)?;
    if text.is_empty() {
        return Err(Rejection::NoteEmpty);
    }
    if session.notes.count() >= NOTES_MAX {
        return Err(Rejection::TooManyNotes);
    }
    let content = Note { item, kind, text: text.clone() };
    let note = again.filter(|note| session.notes.is_free(*note)).unwrap_or(session.notes.next());
    Ok(vec![Event::NoteWritten { note, content }])
}

pub(super) fn change(
    session: &Session,
    note: NoteId,
    kind: NoteKind,
    text: &Paragraph,
) -> Result<Vec<Event>, Rejection> {
    let before = session.notes.get(note).ok_or(Rejection::NoSuchNote)?;
    if text.is_empty() {
        return Err(Rejection::NoteEmpty);
    }
    let content = Note { item: before.item, kind, text: text.clone() };
    let changed = content != *before;
    Ok(changed.then_some(Event::NoteWritten { note, content }).into_iter().collect())
}

pub(super) fn remove(session: &Session, note: NoteId) -> Result<Vec<Event>, Rejection> {
    session.notes.get(note).ok_or(Rejection::NoSuchNote)?;
    Ok(vec![Event::NoteRemoved { note }])
}

/// The facts that let go of notes on items that were deleted before this time.
pub(super) fn erase(session: &Session, before_ms: i64) -> Vec<Event> {
    let deleted = |item: ItemId| session.programme.deleted.get(&item).is_some_and(|at_ms| *at_ms < before_ms);
    let gone = session.notes.all().filter(|(_, note)| deleted(note.item));
    gone.map(|(note, _)| Event::NoteRemoved { note }).collect()
}
