//! What a plan must be to be taken in.

use std::collections::BTreeSet;

use crate::session::kinds::Ask;
use crate::session::plan::{CONCEPTS_MAX, Concept, Details, ItemContent, ItemPlan, Question};
use crate::session::rejection::Rejection;
use crate::session::timer::TimerPlan;

pub(super) fn details(details: &Details) -> Result<(), Rejection> {
    if details.title.is_empty() { Err(Rejection::SessionWithoutTitle) } else { Ok(()) }
}

pub(super) fn concepts(concepts: &[Concept]) -> Result<(), Rejection> {
    let named = concepts.iter().all(|concept| !concept.heading.is_empty());
    let names: BTreeSet<String> =
        concepts.iter().map(|concept| concept.heading.as_str().to_lowercase()).collect();
    let fits = concepts.len() <= CONCEPTS_MAX && names.len() == concepts.len();
    if named && fits { Ok(()) } else { Err(Rejection::ConceptsOutOfBounds) }
}

pub(super) fn item(plan: &ItemPlan) -> Result<(), Rejection> {
    if let (Some(starts), Some(ends)) = (plan.starts, plan.ends)
        && ends < starts
    {
        return Err(Rejection::EndsBeforeStart);
    }
    plan.timer.as_ref().map_or(Ok(()), TimerPlan::check)?;
    match &plan.content {
        ItemContent::Talk
        | ItemContent::Break
        | ItemContent::GroupWork
        | ItemContent::PairTalk
        | ItemContent::Leaderboard => {
            if plan.what.is_empty() {
                Err(Rejection::ItemWithoutTitle)
            } else {
                Ok(())
            }
        }
        ItemContent::Question(Question { ask: Ask::Quiz(_), .. }) if plan.timer.is_some() => {
            Err(Rejection::QuizHasClock)
        }
        ItemContent::Question(question) => asked(question),
    }
}

fn asked(question: &Question) -> Result<(), Rejection> {
    if question.prompt.is_empty() {
        return Err(Rejection::QuestionEmpty);
    }
    question.ask.check()
}
