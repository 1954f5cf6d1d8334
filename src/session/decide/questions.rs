//! The rules for running a question: open, close, show, remove and reset.

use std::collections::BTreeMap;

use super::{erase, must_go_on, question_of};
use crate::session::command::ResultsTo;
use crate::session::event::{ClosedBy, Event};
use crate::session::ids::{AnswerId, ItemId};
use crate::session::question::Phase;
use crate::session::rejection::Rejection;
use crate::session::state::Session;

pub(super) fn open(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let (_, question) = question_of(session, item)?;
    Ok(match question.phase {
        Phase::Open => Vec::new(),
        Phase::Waiting | Phase::Closed(_) => vec![Event::QuestionOpened { item }],
    })
}

pub(super) fn close(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    Ok(match question.phase {
        Phase::Open | Phase::Waiting | Phase::Closed(ClosedBy::Leaving) => {
            vec![Event::QuestionClosed { item, by: ClosedBy::Hand }]
        }
        Phase::Closed(ClosedBy::Hand) => Vec::new(),
    })
}

pub(super) fn show_results(session: &Session, item: ItemId, to: ResultsTo) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    let changed = question.results != to;
    Ok(changed.then_some(Event::ResultsShown { item, to }).into_iter().collect())
}

pub(super) fn remove_answer(
    session: &Session,
    item: ItemId,
    answer: AnswerId,
) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    if question.removed.contains_key(&answer) {
        return Ok(Vec::new());
    }
    question.standing.get(&answer).ok_or(Rejection::NoSuchAnswer)?;
    Ok(vec![Event::AnswerRemoved { item, answer }])
}

pub(super) fn restore_answer(
    session: &Session,
    item: ItemId,
    answer: AnswerId,
) -> Result<Vec<Event>, Rejection> {
    let (asked, question) = question_of(session, item)?;
    if question.standing.contains_key(&answer) {
        return Ok(Vec::new());
    }
    let (removed, _) = question.removed.get(&answer).ok_or(Rejection::NoSuchAnswer)?;
    // The person may have written another answer in its place.
    if question.standing_besides(removed.who, &removed.key) >= asked.ask.answers_max() {
        return Err(Rejection::AnswersFull);
    }
    Ok(vec![Event::AnswerRestored { item, answer }])
}

pub(super) fn reset(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    if !question.has_answers() {
        return Ok(Vec::new());
    }
    let shelved = question.shelf.iter().flat_map(|shelf| shelf.answers.keys().copied());
    let reset = Event::QuestionReset { item, next_theme: question.board.next_theme() };
    Ok(erase::answers(item, question, shelved).into_iter().chain([reset]).collect())
}

pub(super) fn undo_reset(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (asked, question) = question_of(session, item)?;
    let shelf = question.shelf.as_ref().ok_or(Rejection::NothingToUndo)?;
    let mut room = BTreeMap::new();
    let mut unfit = Vec::new();
    // The newest come back first where there is not room for all.
    for (id, answer) in shelf.answers.iter().rev() {
        let left = room.entry(answer.who).or_insert_with(|| {
            asked.ask.answers_max().saturating_sub(question.standing_besides(answer.who, &answer.key))
        });
        match left.checked_sub(1) {
            Some(less) if answer.content.check(&asked.ask).is_ok() => *left = less,
            Some(_) | None => unfit.push(*id),
        }
    }
    if unfit.len() == shelf.answers.len() {
        return Err(Rejection::NothingToUndo);
    }
    let undone = Event::ResetUndone { item, next_theme: question.board.next_theme() };
    Ok(erase::answers(item, question, unfit.into_iter()).into_iter().chain([undone]).collect())
}
