//! The rules for what is shown: next, back, the end and going on after all.

use super::{must_go_on, timer};
use crate::session::event::{ClosedBy, Event};
use crate::session::ids::ItemId;
use crate::session::question::Phase;
use crate::session::rejection::Rejection;
use crate::session::state::{Session, Stage};

pub(super) fn next(session: &Session) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let next = match session.current() {
        Some(item) => session.programme.index(item).map_or(0, |index| index + 1),
        None => 0,
    };
    let item = session.programme.items().get(next).ok_or(Rejection::NoNextItem)?;
    go_to(session, item.id)
}

pub(super) fn back(session: &Session) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let item = session.current().ok_or(Rejection::NoPreviousItem)?;
    match session.programme.index(item) {
        Some(index) if index > 0 => go_to(session, session.programme.items()[index - 1].id),
        Some(_) | None => Ok(leave(session).into_iter().chain([Event::StageCleared]).collect()),
    }
}

pub(super) fn go_to(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    session.programme.item(item).ok_or(Rejection::NoSuchItem)?;
    if session.current() == Some(item) {
        return Ok(Vec::new());
    }
    let started = [Event::ItemStarted { item }];
    let opened = opening(session, item);
    // A question that stays closed needs no clock.
    let is_done =
        opened.is_none() && session.question(item).is_some_and(|(_, question)| question.phase != Phase::Open);
    let timer = if is_done { None } else { timer::starting(session, item) };
    Ok(leave(session).into_iter().chain(started).chain(opened).chain(timer).collect())
}

pub(super) fn end(session: &Session) -> Vec<Event> {
    match session.stage {
        Stage::Ended | Stage::Sealed => Vec::new(),
        Stage::WaitingRoom | Stage::Item(_) => {
            leave(session).into_iter().chain([Event::SessionEnded]).collect()
        }
    }
}

pub(super) fn set_door(session: &Session, open: bool) -> Vec<Event> {
    let changed = session.door_closed == open;
    changed.then_some(Event::DoorSet { open }).into_iter().collect()
}

/// The item shown before is shown again, and its question opens as it does whenever it is shown.
pub(super) fn reopen(session: &Session) -> Result<Vec<Event>, Rejection> {
    match session.stage {
        Stage::Ended => {
            let opened = match session.stage_to_reopen() {
                Stage::Item(item) => opening(session, item),
                Stage::WaitingRoom | Stage::Ended | Stage::Sealed => None,
            };
            Ok([Event::SessionReopened].into_iter().chain(opened).collect())
        }
        Stage::Sealed => Err(Rejection::SessionSealed),
        Stage::WaitingRoom | Stage::Item(_) => Err(Rejection::SessionNotEnded),
    }
}

/// The fact that an item's question opens because it is shown, unless it is open, was closed by hand, or
/// lacks its picture.
fn opening(session: &Session, item: ItemId) -> Option<Event> {
    let (asked, question) = session.question(item)?;
    match question.phase {
        Phase::Waiting | Phase::Closed(ClosedBy::Leaving) if asked.lacks_picture() => None,
        Phase::Waiting | Phase::Closed(ClosedBy::Leaving) => Some(Event::QuestionOpened { item }),
        Phase::Open | Phase::Closed(ClosedBy::Hand) => None,
    }
}

/// The fact that the question shown now closes because it is left, if it is open.
fn leave(session: &Session) -> Option<Event> {
    let item = session.current()?;
    let open = session.questions.get(&item)?.phase == Phase::Open;
    open.then_some(Event::QuestionClosed { item, by: ClosedBy::Leaving })
}
