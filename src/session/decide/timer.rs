//! The rules for the clock beside the item shown.

use super::{must_go_on, quiz};
use crate::session::event::{ClosedBy, Event};
use crate::session::ids::ItemId;
use crate::session::question::Phase;
use crate::session::rejection::Rejection;
use crate::session::state::Session;
use crate::session::timer::{STRETCH_SECONDS, Timer, TimerPlan};

/// Starts the planned clock, or another one, whatever ran before.
pub(super) fn start(session: &Session, timer: Option<&TimerPlan>) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let item = session.current().ok_or(Rejection::NoTimer)?;
    if quiz::keeps_clock(session) {
        return Err(Rejection::QuizHasClock);
    }
    let planned = || session.programme.item(item).and_then(|item| item.plan.timer.as_ref());
    let timer = timer.or_else(planned).ok_or(Rejection::NoTimer)?;
    timer.check()?;
    Ok(vec![Event::TimerStarted { item, timer: timer.clone() }])
}

/// The fact that an item's clock starts because the item is shown; that of a quiz question always does.
pub(super) fn starting(session: &Session, item: ItemId) -> Option<Event> {
    if let Some((quiz, _)) = quiz::quiz_of(session, item) {
        return Some(Event::TimerStarted { item, timer: quiz.clock() });
    }
    let timer = session.programme.item(item)?.plan.timer.as_ref()?;
    timer.starts_itself.then(|| Event::TimerStarted { item, timer: timer.clone() })
}

pub(super) fn pause(session: &Session) -> Result<Vec<Event>, Rejection> {
    let (item, timer) = running(session)?;
    Ok(timer.running.then_some(Event::TimerPaused { item }).into_iter().collect())
}

pub(super) fn resume(session: &Session) -> Result<Vec<Event>, Rejection> {
    let (item, timer) = running(session)?;
    Ok((!timer.running).then_some(Event::TimerResumed { item }).into_iter().collect())
}

pub(super) fn skip(session: &Session) -> Result<Vec<Event>, Rejection> {
    let (item, _) = running(session)?;
    Ok(vec![Event::StretchSkipped { item }])
}

pub(super) fn extend(session: &Session, seconds: u32) -> Result<Vec<Event>, Rejection> {
    let (item, _) = running(session)?;
    let fits = STRETCH_SECONDS.contains(&seconds);
    if fits { Ok(vec![Event::TimerExtended { item, seconds }]) } else { Err(Rejection::TimerOutOfBounds) }
}

pub(super) fn stop(session: &Session) -> Result<Vec<Event>, Rejection> {
    if quiz::keeps_clock(session) { Err(Rejection::QuizHasClock) } else { Ok(taken_away(session)) }
}

/// The fact that the clock is taken away, if there is one.
pub(super) fn taken_away(session: &Session) -> Vec<Event> {
    running(session).map(|(item, _)| Event::TimerStopped { item }).into_iter().collect()
}

/// What the clock does when it has run out: it closes its question, once.
pub(super) fn run_out(session: &Session, now_ms: i64) -> Vec<Event> {
    let Ok((item, timer)) = running(session) else { return Vec::new() };
    if !timer.closes_question || timer.ends_ms().is_none_or(|ends| ends > now_ms) {
        return Vec::new();
    }
    let open = session.question(item).is_some_and(|(_, question)| question.phase == Phase::Open);
    let closed = open.then_some(Event::QuestionClosed { item, by: ClosedBy::Hand });
    closed.into_iter().chain([Event::TimerRanOut { item }]).collect()
}

fn running(session: &Session) -> Result<(ItemId, &Timer), Rejection> {
    session.current().zip(session.timer.as_ref()).ok_or(Rejection::NoTimer)
}
