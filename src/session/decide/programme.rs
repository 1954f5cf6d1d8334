//! The rules for the programme: what stands in it and in which order.

use super::{check, pictures};
use crate::session::event::Event;
use crate::session::ids::ItemId;
use crate::session::plan::{Concept, Details, ITEMS_MAX, ItemPlan, Question};
use crate::session::programme::SharedItem;
use crate::session::question::Phase;
use crate::session::rejection::Rejection;
use crate::session::state::Session;

pub(super) fn change_details(session: &Session, details: &Details) -> Result<Vec<Event>, Rejection> {
    check::details(details)?;
    let changed = *details != session.details;
    Ok(changed.then(|| Event::DetailsChanged { details: details.clone() }).into_iter().collect())
}

pub(super) fn change_concepts(session: &Session, concepts: &[Concept]) -> Result<Vec<Event>, Rejection> {
    check::concepts(concepts)?;
    let changed = concepts != session.concepts;
    Ok(changed.then(|| Event::ConceptsChanged { concepts: concepts.to_vec() }).into_iter().collect())
}

pub(super) fn add(session: &Session, plan: &ItemPlan, index: Option<u32>) -> Result<Vec<Event>, Rejection> {
    check::item(plan)?;
    pictures::must_be_kept(session, plan)?;
    insert(session, plan, index.unwrap_or(u32::MAX))
}

pub(super) fn change(session: &Session, item: ItemId, plan: &ItemPlan) -> Result<Vec<Event>, Rejection> {
    check::item(plan)?;
    pictures::must_be_kept(session, plan)?;
    let before = session.programme.item(item).ok_or(Rejection::NoSuchItem)?;
    if before.plan == *plan {
        return Ok(Vec::new());
    }
    must_fit_answers(session, item, plan)?;
    Ok(vec![Event::ItemChanged { item, plan: plan.clone() }])
}

pub(super) fn shift(session: &Session, item: ItemId, index: u32) -> Result<Vec<Event>, Rejection> {
    let from = session.programme.index(item).ok_or(Rejection::NoSuchItem)?;
    let last = session.programme.items().len() - 1;
    let moved = from != (index as usize).min(last);
    Ok(moved.then_some(Event::ItemMoved { item, index }).into_iter().collect())
}

pub(super) fn duplicate(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let index = session.programme.index(item).ok_or(Rejection::NoSuchItem)?;
    insert(session, &session.programme.items()[index].plan, index as u32 + 1)
}

pub(super) fn delete(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    session.programme.index(item).ok_or(Rejection::NoSuchItem)?;
    if session.is_shown(item) {
        return Err(Rejection::ItemIsCurrent);
    }
    Ok(vec![Event::ItemDeleted { item }])
}

pub(super) fn undo(session: &Session) -> Result<Vec<Event>, Rejection> {
    let items = session.programme.before_undo().ok_or(Rejection::NothingToUndo)?;
    must_leave_answers_whole(session, items)?;
    Ok(vec![Event::ProgrammeUndone])
}

pub(super) fn redo(session: &Session) -> Result<Vec<Event>, Rejection> {
    let items = session.programme.after_redo().ok_or(Rejection::NothingToRedo)?;
    must_leave_answers_whole(session, items)?;
    Ok(vec![Event::ProgrammeRedone])
}

fn insert(session: &Session, plan: &ItemPlan, index: u32) -> Result<Vec<Event>, Rejection> {
    let items = session.programme.items().len();
    if items >= ITEMS_MAX {
        return Err(Rejection::TooManyItems);
    }
    let item = ItemId(session.next_item.max(1));
    Ok(vec![Event::ItemAdded { item, plan: plan.clone(), index: index.min(items as u32) }])
}

/// A question that has answers may change its words, not the way it is answered.
fn must_fit_answers(session: &Session, item: ItemId, plan: &ItemPlan) -> Result<(), Rejection> {
    let Some(question) = session.questions.get(&item) else {
        return Ok(());
    };
    if question.phase == Phase::Open && plan.question().is_some_and(Question::lacks_picture) {
        return Err(Rejection::DotsWithoutPicture);
    }
    if question.is_untouched() {
        return Ok(());
    }
    let before = session.programme.item(item).and_then(|item| item.plan.question());
    let same = match (before, plan.question()) {
        (Some(before), Some(asked)) => before.keeps_answers(asked),
        // A deleted question that comes back comes back as it was.
        (None, Some(_)) => true,
        (Some(_) | None, None) => false,
    };
    if same { Ok(()) } else { Err(Rejection::QuestionHasAnswers) }
}

fn must_leave_answers_whole(session: &Session, items: &[SharedItem]) -> Result<(), Rejection> {
    let goes = |item: &&SharedItem| !items.iter().any(|kept| kept.id == item.id);
    if session.programme.items().iter().filter(goes).any(|item| session.is_shown(item.id)) {
        return Err(Rejection::ItemIsCurrent);
    }
    items.iter().try_for_each(|item| must_fit_answers(session, item.id, &item.plan))
}
