//! The rules for what is shown: next, back, the end and going on after all.

use super::{must_go_on, quiz, timer};
use crate::session::event::{ClosedBy, Event};
use crate::session::ids::ItemId;
use crate::session::password::PasswordHash;
use crate::session::question::Phase;
use crate::session::rejection::Rejection;
use crate::session::state::{Session, Stage};

pub(super) fn next(session: &Session) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    must_not_run(session)?;
    let next = match (session.current(), session.stage) {
        (Some(item), _) => session.programme.index(item).map_or(0, |index| index + 1),
        // After a survey, what was answered is looked at.
        (None, Stage::Survey) => {
            session.survey_items().first().and_then(|item| session.programme.index(*item)).unwrap_or(0)
        }
        (None, _) => 0,
    };
    let item = session.programme.items().get(next).ok_or(Rejection::NoNextItem)?;
    go_to(session, item.id)
}

pub(super) fn back(session: &Session) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    must_not_run(session)?;
    if session.stage == Stage::WaitingRoom {
        return Err(Rejection::NoPreviousItem);
    }
    match session.current().and_then(|item| session.programme.index(item)) {
        Some(index) if index > 0 => go_to(session, session.programme.items()[index - 1].id),
        Some(_) | None => {
            Ok(leave(session, left_by(session)).into_iter().chain([Event::StageCleared]).collect())
        }
    }
}

/// A step that is soon pressed by mistake does not close what people are in the midst of.
fn must_not_run(session: &Session) -> Result<(), Rejection> {
    if session.survey_runs() { Err(Rejection::SurveyRuns) } else { Ok(()) }
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
    let left = leave(session, left_by(session));
    Ok(left.into_iter().chain(started).chain(opened).chain(timer).collect())
}

pub(super) fn end(session: &Session) -> Vec<Event> {
    match session.stage {
        Stage::Ended | Stage::Sealed => Vec::new(),
        Stage::WaitingRoom | Stage::Item(_) | Stage::Survey => {
            leave(session, ClosedBy::Leaving).into_iter().chain([Event::SessionEnded]).collect()
        }
    }
}

/// A password that is set anew has another hash, also where it is the same.
pub(super) fn set_password(session: &Session, hash: Option<&PasswordHash>) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let changed = session.password.is_some() || hash.is_some();
    Ok(changed.then(|| Event::PasswordSet { hash: hash.cloned() }).into_iter().collect())
}

pub(super) fn set_door(session: &Session, open: bool) -> Vec<Event> {
    let changed = session.door_closed == open;
    changed.then_some(Event::DoorSet { open }).into_iter().collect()
}

/// The item shown before is shown again, and its question opens as it does whenever it is shown.
pub(super) fn reopen(session: &Session) -> Result<Vec<Event>, Rejection> {
    match session.stage {
        Stage::Ended => {
            let shown = match session.stage_to_reopen() {
                Stage::Item(item) => vec![item],
                Stage::Survey => session.survey_items(),
                Stage::WaitingRoom | Stage::Ended | Stage::Sealed => Vec::new(),
            };
            let opened = shown.into_iter().filter_map(|item| {
                let opened = opening(session, item)?;
                let timer = quiz::quiz_of(session, item).and_then(|_| timer::starting(session, item));
                Some([opened].into_iter().chain(timer))
            });
            Ok([Event::SessionReopened].into_iter().chain(opened.flatten()).collect())
        }
        Stage::Sealed => Err(Rejection::SessionSealed),
        Stage::WaitingRoom | Stage::Item(_) | Stage::Survey => Err(Rejection::SessionNotEnded),
    }
}

/// The fact that an item's question opens because it is shown, unless it is open, was closed by hand, lacks its
/// picture, or is one of the quiz that is over.
fn opening(session: &Session, item: ItemId) -> Option<Event> {
    let (asked, question) = session.question(item)?;
    if quiz::quiz_of(session, item).is_some_and(|(_, question)| quiz::is_over(question)) {
        return None;
    }
    match question.phase {
        Phase::Waiting | Phase::Closed(ClosedBy::Leaving) if asked.lacks_picture() => None,
        Phase::Waiting | Phase::Closed(ClosedBy::Leaving) => Some(Event::QuestionOpened { item }),
        Phase::Open | Phase::Closed(ClosedBy::Hand) => None,
    }
}

/// How what is shown closes when something else is shown: a survey does not open again because one of its questions is
/// looked at.
fn left_by(session: &Session) -> ClosedBy {
    match session.stage {
        Stage::Survey => ClosedBy::Hand,
        Stage::WaitingRoom | Stage::Item(_) | Stage::Ended | Stage::Sealed => ClosedBy::Leaving,
    }
}

/// The facts that the questions shown now close because they are left, those that are open.
pub(super) fn leave(session: &Session, by: ClosedBy) -> Vec<Event> {
    open_ones(session).into_iter().map(|item| Event::QuestionClosed { item, by }).collect()
}

/// The open questions among what is shown.
pub(super) fn open_ones(session: &Session) -> Vec<ItemId> {
    let is_open =
        |item: &ItemId| session.questions.get(item).is_some_and(|question| question.phase == Phase::Open);
    session.shown().into_iter().filter(is_open).collect()
}
