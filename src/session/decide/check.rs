//! What a plan must be to be taken in.

use std::collections::BTreeSet;

use crate::session::plan::{
    ANSWERS_EACH_MAX, Ask, CONCEPTS_MAX, Concept, Details, ItemContent, ItemPlan, OPTIONS_MAX, Question,
};
use crate::session::rejection::Rejection;
use crate::session::text::AnswerText;

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
    match &plan.content {
        ItemContent::Talk | ItemContent::Break | ItemContent::GroupWork => {
            if plan.what.is_empty() {
                Err(Rejection::ItemWithoutTitle)
            } else {
                Ok(())
            }
        }
        ItemContent::Question(question) => asked(question),
    }
}

fn asked(question: &Question) -> Result<(), Rejection> {
    if question.prompt.is_empty() {
        return Err(Rejection::QuestionEmpty);
    }
    match &question.ask {
        Ask::OpenText { answers_max, length_max } => {
            let answers = (1..=ANSWERS_EACH_MAX).contains(answers_max);
            let length = (1..=AnswerText::CHARS_MAX).contains(&usize::from(*length_max));
            if answers && length { Ok(()) } else { Err(Rejection::LimitsOutOfBounds) }
        }
        Ask::Ranking { options, top } => {
            let count = (2..=OPTIONS_MAX).contains(&options.len());
            let named = options.iter().all(|option| !option.is_empty());
            let mut sorted: Vec<String> =
                options.iter().map(|option| option.as_str().to_lowercase()).collect();
            sorted.sort_unstable();
            sorted.dedup();
            let different = sorted.len() == options.len();
            let ranked = (1..=options.len()).contains(&usize::from(*top));
            if count && named && different && ranked { Ok(()) } else { Err(Rejection::OptionsOutOfBounds) }
        }
    }
}
