//! The rules for questions to the speaker: asking, voting, and where each belongs.

use super::{Decision, must_go_on};
use crate::session::asked::{ASKED_EACH_MAX, ASKED_MAX, Asked, AskedPlace, AskingPlan, ErasedAsked};
use crate::session::event::Event;
use crate::session::ids::{AnswerKey, AskedId, Pseudonym};
use crate::session::rejection::Rejection;
use crate::session::state::Session;
use crate::session::text::AskedText;

/// Most different questions one person can begin, withdrawn ones counted: more is no mistake.
const KEYS_EACH_MAX: usize = 100;

/// Most steps of one person on one question: nobody votes and regrets fifty times by hand, and each is a row of the log.
const VERSION_MAX: u32 = 50;

pub(super) fn ask(
    session: &Session,
    who: Pseudonym,
    key: &AnswerKey,
    text: &AskedText,
) -> Result<Decision, Rejection> {
    let asked = &session.asked;
    let keys = asked.held.get(&who);
    if let Some(held) = keys.and_then(|keys| keys.get(key)) {
        return Ok(Decision::Known(held.position));
    }
    must_be_open(session)?;
    if text.is_empty() {
        return Err(Rejection::QuestionEmpty);
    }
    let unanswered = asked
        .all()
        .values()
        .filter(|asked| asked.who == who && matches!(asked.place, AskedPlace::Awaiting | AskedPlace::Shown));
    if unanswered.count() >= ASKED_EACH_MAX {
        return Err(Rejection::AskedFull);
    }
    if keys.is_some_and(|keys| keys.len() >= KEYS_EACH_MAX) {
        return Err(Rejection::TooManyChanges);
    }
    if asked.all().len() >= ASKED_MAX {
        return Err(Rejection::TooManyAsked);
    }
    let waits = asked.plan.moderation.holds(text.as_str(), session.details.language);
    Ok(Decision::Events(vec![Event::SpeakerAsked {
        asked: asked.next(),
        who,
        key: key.clone(),
        text: text.clone(),
        place: if waits { AskedPlace::Awaiting } else { AskedPlace::Shown },
    }]))
}

/// A question can be taken back for as long as the session lasts, by a phone whose question has not arrived yet too.
pub(super) fn withdraw(session: &Session, who: Pseudonym, key: &AnswerKey) -> Result<Decision, Rejection> {
    let keys = session.asked.held.get(&who);
    let held = keys.and_then(|keys| keys.get(key));
    if let Some(held) = held.filter(|held| held.asked.is_none()) {
        return Ok(Decision::Known(held.position));
    }
    must_go_on(session)?;
    if held.is_none() && keys.is_some_and(|keys| keys.len() >= KEYS_EACH_MAX) {
        return Err(Rejection::TooManyChanges);
    }
    let asked = held.and_then(|held| held.asked);
    Ok(Decision::Events(vec![Event::AskedWithdrawn { who, key: key.clone(), asked }]))
}

pub(super) fn vote(
    session: &Session,
    who: Pseudonym,
    asked: AskedId,
    version: u32,
    up: bool,
) -> Result<Decision, Rejection> {
    if session.asked.vote(asked, who).is_some_and(|vote| vote.version >= version) {
        return Ok(Decision::Events(Vec::new()));
    }
    must_be_open(session)?;
    let question = session.asked.all().get(&asked).filter(|asked| asked.place == AskedPlace::Shown);
    let question = question.ok_or(Rejection::NoSuchAsked)?;
    if question.who == who {
        return Err(Rejection::OwnAsked);
    }
    if version > VERSION_MAX {
        return Err(Rejection::TooManyChanges);
    }
    Ok(Decision::Events(vec![Event::AskedVoted { asked, who, version, up }]))
}

pub(super) fn allow(session: &Session, questions: AskingPlan) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let is_news = session.asked.plan != questions;
    Ok(is_news.then_some(Event::AskingAllowed { questions }).into_iter().collect())
}

/// Where questions stand can be set after the end too, for the minutes' sake.
pub(super) fn place(
    session: &Session,
    asked: &[AskedId],
    place: AskedPlace,
) -> Result<Vec<Event>, Rejection> {
    let mut moved = Vec::new();
    for id in asked {
        let question = session.asked.all().get(id).ok_or(Rejection::NoSuchAsked)?;
        if question.place != place && !moved.contains(id) {
            moved.push(*id);
        }
    }
    Ok((!moved.is_empty()).then_some(Event::AskedPlaced { asked: moved, place }).into_iter().collect())
}

pub(super) fn take_up(session: &Session, asked: Option<AskedId>) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    if let Some(id) = asked {
        let question = session.asked.all().get(&id).ok_or(Rejection::NoSuchAsked)?;
        if question.place != AskedPlace::Shown {
            return Err(Rejection::AskedNotShown);
        }
    }
    let is_news = session.asked.now != asked;
    Ok(is_news.then_some(Event::AskedTakenUp { asked }).into_iter().collect())
}

pub(super) fn show(session: &Session, on_projector: bool) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let is_news = session.asked.on_projector != on_projector;
    Ok(is_news.then_some(Event::AskedShown { on_projector }).into_iter().collect())
}

/// The fact that what was removed before this time, in milliseconds since 1970, is gone for good.
pub(super) fn erase(session: &Session, before_ms: i64) -> Option<Event> {
    let removed = session
        .asked
        .all()
        .iter()
        .filter(|(_, asked)| asked.place == AskedPlace::Removed && asked.at_ms < before_ms);
    let erased =
        |(id, asked): (&AskedId, &Asked)| ErasedAsked { asked: *id, who: asked.who, key: asked.key.clone() };
    let asked: Vec<ErasedAsked> = removed.map(erased).collect();
    (!asked.is_empty()).then_some(Event::AskedErased { asked })
}

fn must_be_open(session: &Session) -> Result<(), Rejection> {
    must_go_on(session)?;
    if session.asked.plan.open { Ok(()) } else { Err(Rejection::AskingClosed) }
}
