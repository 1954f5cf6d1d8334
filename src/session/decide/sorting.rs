//! The rules for sorting by the room.

use std::collections::BTreeSet;

use super::{Decision, question_of};
use crate::session::event::Event;
use crate::session::ids::{AnswerId, ItemId, Pseudonym, ThemeId};
use crate::session::question::QuestionState;
use crate::session::rejection::Rejection;
use crate::session::sorting::{FULL_WEIGHT, SORT_HEADINGS_MAX, SORT_HEADINGS_MIN, SortHeading};
use crate::session::state::Session;

pub(super) fn start(
    session: &Session,
    item: ItemId,
    themes: &[ThemeId],
    each: Option<u8>,
) -> Result<Vec<Event>, Rejection> {
    super::must_go_on(session)?;
    let (asked, question) = question_of(session, item)?;
    if !asked.ask.is_open_text() {
        return Err(Rejection::NoSuchTheme);
    }
    let distinct: BTreeSet<&ThemeId> = themes.iter().collect();
    if distinct.len() != themes.len() || !(SORT_HEADINGS_MIN..=SORT_HEADINGS_MAX).contains(&themes.len()) {
        return Err(Rejection::HeadingsOutOfBounds);
    }
    let arrangement = question.arrangement();
    let heading = |id: &ThemeId| {
        let theme = arrangement.theme(*id).ok_or(Rejection::NoSuchTheme)?;
        Ok(SortHeading { id: theme.id, label: theme.label.clone() })
    };
    let headings = themes.iter().map(heading).collect::<Result<Vec<_>, _>>()?;
    let start = Event::SortingStarted { item, headings, each: each.filter(|each| *each > 0) };
    Ok(stop_others(question, item).chain([start]).collect())
}

pub(super) fn stop(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    let sort = question.sort.as_ref().ok_or(Rejection::NotSorting)?;
    Ok(sort.running.then_some(Event::SortingStopped { item }).into_iter().collect())
}

pub(super) fn resume(session: &Session, item: ItemId, each: Option<u8>) -> Result<Vec<Event>, Rejection> {
    super::must_go_on(session)?;
    let (_, question) = question_of(session, item)?;
    let sort = question.sort.as_ref().ok_or(Rejection::NotSorting)?;
    if sort.headings().len() < SORT_HEADINGS_MIN {
        return Err(Rejection::HeadingsOutOfBounds);
    }
    let each = each.filter(|each| *each > 0);
    let changed = !sort.running || sort.each != each;
    let resume = changed.then_some(Event::SortingResumed { item, each });
    Ok(stop_others(question, item).chain(resume).collect())
}

/// Phones do one thing at a time.
fn stop_others(question: &QuestionState, item: ItemId) -> impl Iterator<Item = Event> {
    let runs = question.piles.as_ref().is_some_and(|piles| piles.running);
    let piling = runs.then_some(Event::PilingStopped { item });
    piling.into_iter().chain(super::statements::stop_voting(question, item))
}

pub(super) fn discard(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    Ok(question.sort.is_some().then_some(Event::SortingDiscarded { item }).into_iter().collect())
}

/// A tap; a second one of the same person on the same answer changes nothing.
pub(super) fn place(
    session: &Session,
    item: ItemId,
    who: Pseudonym,
    answer: AnswerId,
    theme: Option<ThemeId>,
    shown: u8,
    weight: u16,
) -> Result<Decision, Rejection> {
    super::must_go_on(session)?;
    let (_, question) = question_of(session, item)?;
    let sort = question.sort.as_ref().filter(|sort| sort.running).ok_or(Rejection::NotSorting)?;
    if sort.has_placed(who, answer) {
        return Ok(Decision::Events(Vec::new()));
    }
    if question.is_held_by(who, answer) || sort.is_done(who) {
        return Err(Rejection::NotYoursToSort);
    }
    question.standing.get(&answer).ok_or(Rejection::NoSuchAnswer)?;
    let shown = shown.min(sort.listed());
    // One that was merged into another since it was shown counts for that; one that is gone for nothing.
    if let Some(theme) = theme {
        sort.counts_for(theme, shown).ok_or(Rejection::NoSuchTheme)?;
    }
    let weight = weight.min(FULL_WEIGHT);
    Ok(Decision::Events(vec![Event::AnswerSorted { item, who, answer, theme, shown, weight }]))
}

/// The engine's view where it is not known yet, as far as the room is sorting.
pub(super) fn prime(
    session: &Session,
    item: ItemId,
    priors: &[(AnswerId, Vec<(ThemeId, i64)>)],
) -> Vec<Event> {
    let Some(question) = session.questions.get(&item) else { return Vec::new() };
    let Some(sort) = question.sort.as_ref().filter(|sort| sort.running) else { return Vec::new() };
    let wanted = |answer: AnswerId, id: ThemeId| {
        sort.headings().iter().any(|heading| heading.id == id) && !sort.is_primed_for(answer, id)
    };
    let priors: Vec<(AnswerId, Vec<(ThemeId, i64)>)> = priors
        .iter()
        .filter(|(answer, _)| question.standing.contains_key(answer))
        .map(|(answer, scores)| {
            (*answer, scores.iter().copied().filter(|(id, _)| wanted(*answer, *id)).collect::<Vec<_>>())
        })
        .filter(|(_, scores)| !scores.is_empty())
        .collect();
    if priors.is_empty() { Vec::new() } else { vec![Event::SortingPrimed { item, priors }] }
}
