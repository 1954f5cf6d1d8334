//! The rules for taking a stand on each other's answers.

use super::{Decision, question_of};
use crate::session::event::Event;
use crate::session::ids::{AnswerId, ItemId, Pseudonym};
use crate::session::question::QuestionState;
use crate::session::rejection::Rejection;
use crate::session::state::Session;
use crate::session::statements::{STATEMENTS_EACH, Stand, VOTED_STATEMENTS_MIN};

/// Most steps of one person on one statement: nobody changes their mind twenty times by hand, and each is a row of the
/// log.
const VERSION_MAX: u32 = 20;

/// People begin to vote, or go on, on as many each as is asked for now. What the room sorts or piles stops.
pub(super) fn start(session: &Session, item: ItemId, each: Option<u8>) -> Result<Vec<Event>, Rejection> {
    super::must_go_on(session)?;
    let (asked, question) = question_of(session, item)?;
    if !asked.ask.is_open_text() {
        return Err(Rejection::NotOpenText);
    }
    if each.is_some_and(|each| !STATEMENTS_EACH.contains(&each)) {
        return Err(Rejection::StatementsEachOutOfBounds);
    }
    if question.votable().take(VOTED_STATEMENTS_MIN).count() < VOTED_STATEMENTS_MIN {
        return Err(Rejection::TooFewStatements);
    }
    let runs = question.statements.as_ref().is_some_and(|known| known.running && known.each == each);
    let start = (!runs).then_some(Event::StatementsStarted { item, each });
    Ok(stop_sorting(question, item).into_iter().chain(start).collect())
}

pub(super) fn stop(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    let statements = question.statements.as_ref().ok_or(Rejection::NotTakingStands)?;
    Ok(statements.running.then_some(Event::StatementsStopped { item }).into_iter().collect())
}

/// Phones do one thing at a time: what stops when the room begins to sort.
pub(super) fn stop_voting(question: &QuestionState, item: ItemId) -> Option<Event> {
    let runs = question.statements.as_ref().is_some_and(|statements| statements.running);
    runs.then_some(Event::StatementsStopped { item })
}

fn stop_sorting(question: &QuestionState, item: ItemId) -> Vec<Event> {
    let sorts = question.sort.as_ref().is_some_and(|sort| sort.running);
    let piles = question.piles.as_ref().is_some_and(|piles| piles.running);
    let stops = [(sorts, Event::SortingStopped { item }), (piles, Event::PilingStopped { item })].into_iter();
    stops.filter(|(runs, _)| *runs).map(|(_, stop)| stop).collect()
}

/// A vote; one of a version that is known, or of an older one, changes nothing, whatever has happened since.
///
/// `author` is the person's name for answers, to tell whose statement it is; it is not kept.
pub(super) fn vote(
    session: &Session,
    item: ItemId,
    (who, author): (Pseudonym, Option<Pseudonym>),
    statement: AnswerId,
    version: u32,
    stand: Stand,
) -> Result<Decision, Rejection> {
    let (_, question) = question_of(session, item)?;
    let statements = question.statements.as_ref().ok_or(Rejection::NotTakingStands)?;
    let before = statements.taken(who, statement);
    if before.is_some_and(|before| before.version >= version) {
        return Ok(Decision::Events(Vec::new()));
    }
    super::must_go_on(session)?;
    if !statements.running {
        return Err(Rejection::NotTakingStands);
    }
    if !question.is_votable(statement) {
        return Err(Rejection::NoSuchStatement);
    }
    if author.is_some_and(|author| question.is_held_by(author, statement)) {
        return Err(Rejection::OwnStatement);
    }
    if before.is_none() && statements.is_done(who) {
        return Err(Rejection::StandsGiven);
    }
    if version > VERSION_MAX {
        return Err(Rejection::TooManyChanges);
    }
    Ok(Decision::Events(vec![Event::StandTaken { item, who, statement, version, stand }]))
}
