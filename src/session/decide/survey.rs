//! The rules for questions at everybody's own pace.

use super::{must_go_on, question_of, stage};
use crate::session::event::{ClosedBy, Event};
use crate::session::ids::ItemId;
use crate::session::question::Phase;
use crate::session::rejection::Rejection;
use crate::session::state::{Session, Stage};
use crate::session::survey::{Survey, SurveyPlan};

pub(super) fn plan(session: &Session, survey: Option<&SurveyPlan>) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let Some(plan) = survey else {
        let cancels = session.survey.is_some() && session.stage != Stage::Survey;
        return Ok(cancels.then_some(Event::SurveyPlanned { survey: None }).into_iter().collect());
    };
    for item in &plan.items {
        let (asked, _) = question_of(session, *item)?;
        if asked.ask.is_quiz() {
            return Err(Rejection::QuizNotShown);
        }
    }
    if let (Some(opens), Some(closes)) = (plan.opens_ms, plan.closes_ms)
        && closes <= opens
    {
        return Err(Rejection::SurveyTimesReversed);
    }
    // One that runs keeps its questions: people are in the midst of them.
    let mut plan = plan.clone();
    if session.survey_runs() {
        plan.items = session.survey_items();
        plan.opens_ms = None;
    }
    let planned = Survey::planned(&plan, session.survey.as_ref());
    let changed = session.survey.as_ref() != Some(&planned);
    Ok(changed.then_some(Event::SurveyPlanned { survey: Some(plan) }).into_iter().collect())
}

/// Opens its questions, those too that were closed before; again after it was closed.
pub(super) fn start(session: &Session) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    if session.survey_runs() {
        return Ok(Vec::new());
    }
    let items = session.survey_items();
    if items.is_empty() {
        return Err(Rejection::SurveyEmpty);
    }
    let is_closed =
        |item: &&ItemId| session.questions.get(item).is_some_and(|question| question.phase != Phase::Open);
    let opened: Vec<Event> =
        items.iter().filter(is_closed).map(|item| Event::QuestionOpened { item: *item }).collect();
    let left = stage::open_ones(session).into_iter().filter(|item| !items.contains(item));
    let left: Vec<Event> = left.map(|item| Event::QuestionClosed { item, by: ClosedBy::Leaving }).collect();
    Ok(left.into_iter().chain([Event::SurveyStarted { items }]).chain(opened).collect())
}

pub(super) fn close(session: &Session) -> Result<Vec<Event>, Rejection> {
    if session.stage != Stage::Survey {
        return Err(Rejection::NoSurvey);
    }
    let done = session.survey_runs().then_some(Event::SurveyClosed);
    Ok(stage::leave(session, ClosedBy::Hand).into_iter().chain(done).collect())
}

/// What is due by the clock: a survey that runs closes, another opens.
pub(super) fn on_time(session: &Session, now_ms: i64) -> Vec<Event> {
    if session.survey_due_ms().is_none_or(|due_ms| due_ms > now_ms) {
        return Vec::new();
    }
    if session.survey_runs() {
        return close(session).unwrap_or_default();
    }
    // With no question left there is nothing to open, today or later.
    start(session).unwrap_or_else(|_| vec![Event::SurveyPlanned { survey: None }])
}
