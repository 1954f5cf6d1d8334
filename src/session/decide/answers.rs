//! The rules for participants: joining, answering, changing, withdrawing.

use super::{Decision, Limits, question_of};
use crate::session::answer::Held;
use crate::session::event::Event;
use crate::session::ids::{AnswerId, AnswerKey, ItemId, Pseudonym};
use crate::session::kinds::{AnswerContent, Reading};
use crate::session::question::{Phase, QuestionState};
use crate::session::rejection::Rejection;
use crate::session::state::Session;

/// Most different answers one person can begin for one question, withdrawn ones counted: more is no mistake.
const KEYS_EACH_MAX: usize = 100;

/// Highest version of an answer: nobody changes an answer a thousand times by hand.
const VERSION_MAX: u32 = 1_000;

pub(super) fn join(session: &Session, who: Pseudonym, limits: &Limits) -> Result<Decision, Rejection> {
    if session.has_joined(who) {
        Ok(Decision::Events(Vec::new()))
    } else if session.is_over() {
        Err(Rejection::SessionEnded)
    } else if session.door_closed {
        Err(Rejection::DoorClosed)
    } else if session.joined() >= limits.participants_max {
        Err(Rejection::SessionFull)
    } else {
        Ok(Decision::Events(vec![Event::ParticipantJoined { who }]))
    }
}

pub(super) fn give(
    session: &Session,
    item: ItemId,
    who: Pseudonym,
    key: &AnswerKey,
    version: u32,
    content: &AnswerContent,
    limits: &Limits,
) -> Result<Decision, Rejection> {
    let question = match known(session, item, who, key, version)? {
        Ok(position) => return Ok(Decision::Known(position)),
        Err(question) => question,
    };
    let (asked, _) = question_of(session, item)?;
    must_be_open(session, question)?;
    if asked.ask.is_quiz() {
        return Err(Rejection::AnswerOfOtherKind);
    }
    content.check(&asked.ask)?;
    if question.standing_besides(who, key) >= asked.ask.answers_max() {
        return Err(Rejection::AnswersFull);
    }
    must_have_room(session, limits)?;
    Ok(Decision::Events(vec![Event::AnswerGiven {
        item,
        who,
        key: key.clone(),
        version,
        answer: AnswerId(session.next_answer.max(1)),
        content: content.clone(),
        awaits: awaits(session, item, content),
        used_ms: None,
    }]))
}

/// Whether what an answer says in words waits. What stands beside the options of a choice is read as the same text is that
/// others wrote: what was approved need not be approved again, and what was hidden stays so.
fn awaits(session: &Session, item: ItemId, content: &AnswerContent) -> bool {
    let Some((asked, question)) = session.question(item) else { return false };
    match content.other().and_then(|text| question.reading_of(text)) {
        Some(Reading::Shown) => false,
        Some(Reading::Withheld) => true,
        None => content.words().is_some_and(|words| asked.moderation.holds(words, session.details.language)),
    }
}

pub(super) fn withdraw(
    session: &Session,
    item: ItemId,
    who: Pseudonym,
    key: &AnswerKey,
    version: u32,
) -> Result<Decision, Rejection> {
    let question = match known(session, item, who, key, version)? {
        Ok(position) => return Ok(Decision::Known(position)),
        Err(question) => question,
    };
    must_be_open(session, question)?;
    if session.question(item).is_some_and(|(asked, _)| asked.ask.is_quiz()) {
        return Err(Rejection::AnswerIsFinal);
    }
    let answer = question.held.get(&who).and_then(|keys| keys.get(key)).and_then(|held| held.answer);
    Ok(Decision::Events(vec![Event::AnswerWithdrawn { item, who, key: key.clone(), version, answer }]))
}

/// The position of a version that was stored before, or the question where it may be stored.
pub(super) fn known<'a>(
    session: &'a Session,
    item: ItemId,
    who: Pseudonym,
    key: &AnswerKey,
    version: u32,
) -> Result<Result<u64, &'a QuestionState>, Rejection> {
    let question = match session.questions.get(&item) {
        Some(question) => question,
        None => question_of(session, item)?.1,
    };
    let keys = question.held.get(&who);
    match keys.and_then(|keys| keys.get(key)) {
        Some(Held { version: stored, position, .. }) if *stored >= version => Ok(Ok(*position)),
        Some(_) | None if version > VERSION_MAX => Err(Rejection::TooManyChanges),
        Some(_) => Ok(Err(question)),
        None if keys.is_some_and(|keys| keys.len() >= KEYS_EACH_MAX) => Err(Rejection::TooManyChanges),
        None => Ok(Err(question)),
    }
}

pub(super) fn must_have_room(session: &Session, limits: &Limits) -> Result<(), Rejection> {
    if session.next_answer.max(1) > limits.answers_max { Err(Rejection::TooManyAnswers) } else { Ok(()) }
}

pub(super) fn must_be_open(session: &Session, question: &QuestionState) -> Result<(), Rejection> {
    if session.is_over() {
        return Err(Rejection::SessionEnded);
    }
    match question.phase {
        Phase::Open => Ok(()),
        Phase::Waiting => Err(Rejection::QuestionNotOpen),
        Phase::Closed(_) => Err(Rejection::QuestionClosed),
    }
}
