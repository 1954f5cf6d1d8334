//! The rules for piles made by the room.

use std::collections::BTreeSet;

use super::{Decision, question_of};
use crate::session::event::Event;
use crate::session::ids::{AnswerId, ItemId, Pseudonym};
use crate::session::piling::{HAND_ANSWERS_MAX, HAND_ANSWERS_MIN};
use crate::session::rejection::Rejection;
use crate::session::sorting::FULL_WEIGHT;
use crate::session::state::Session;

/// The room begins, or goes on with as many hands as are asked for now. What it sorts under headings stops.
pub(super) fn start(session: &Session, item: ItemId, each: Option<u8>) -> Result<Vec<Event>, Rejection> {
    super::must_go_on(session)?;
    let (asked, question) = question_of(session, item)?;
    if !asked.ask.is_open_text() {
        return Err(Rejection::AnswerOfOtherKind);
    }
    let each = each.filter(|each| *each > 0);
    let sorts = question.sort.as_ref().is_some_and(|sort| sort.running);
    let stop = sorts.then_some(Event::SortingStopped { item });
    let runs = question.piles.as_ref().is_some_and(|piles| piles.running && piles.each == each);
    let start = (!runs).then_some(Event::PilingStarted { item, each });
    let voting = super::statements::stop_voting(question, item);
    Ok(stop.into_iter().chain(voting).chain(start).collect())
}

pub(super) fn stop(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    let piles = question.piles.as_ref().ok_or(Rejection::NotSorting)?;
    Ok(piles.running.then_some(Event::PilingStopped { item }).into_iter().collect())
}

pub(super) fn discard(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    Ok(question.piles.is_some().then_some(Event::PilingDiscarded { item }).into_iter().collect())
}

/// A hand that a person has parted; one that was laid before changes nothing.
pub(super) fn lay(
    session: &Session,
    item: ItemId,
    who: Pseudonym,
    piles: &[Vec<AnswerId>],
    weight: u16,
) -> Result<Decision, Rejection> {
    super::must_go_on(session)?;
    let (_, question) = question_of(session, item)?;
    let room = question.piles.as_ref().filter(|room| room.running).ok_or(Rejection::NotSorting)?;
    let mut hand: BTreeSet<AnswerId> = BTreeSet::new();
    let distinct = piles.iter().flatten().all(|answer| hand.insert(*answer));
    if !distinct || hand.len() > HAND_ANSWERS_MAX {
        return Err(Rejection::PartsOutOfBounds);
    }
    if !hand.is_empty() && hand.iter().all(|answer| room.has_laid(who, *answer)) {
        return Ok(Decision::Events(Vec::new()));
    }
    let own = |answer: &AnswerId| question.is_held_by(who, *answer) || room.has_laid(who, *answer);
    if room.is_done(who) || hand.iter().any(own) {
        return Err(Rejection::NotYoursToSort);
    }
    // Answers may have gone while the person was reading.
    let standing = |pile: &Vec<AnswerId>| -> Vec<AnswerId> {
        pile.iter().copied().filter(|answer| question.standing.contains_key(answer)).collect()
    };
    let piles: Vec<Vec<AnswerId>> = piles.iter().map(standing).filter(|pile| !pile.is_empty()).collect();
    if piles.iter().map(Vec::len).sum::<usize>() < HAND_ANSWERS_MIN {
        return Err(Rejection::NoSuchAnswer);
    }
    Ok(Decision::Events(vec![Event::PilesMade { item, who, piles, weight: weight.min(FULL_WEIGHT) }]))
}
