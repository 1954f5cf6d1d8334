//! The results of all questions at once, for scripts; for whoever may facilitate.

use serde::Serialize;

use super::audience::Audience;
use super::board::Family;
use super::ids::{AnswerId, ItemId};
use super::kinds::{Ask, TallyView};
use super::parts::{AnswerView, FirstRoundView, QuestionStatus, StatementsView, ThemeView};
use super::plan::Question;
use super::question::QuestionState;
use super::state::Session;
use super::text::Paragraph;
use super::view_questions::{answer_views, awaiting_views, first_round, question_status, theme_views};
use super::view_statements::statements_view;

/// One question's results.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct QuestionResults {
    /// Which item of the programme.
    pub item: ItemId,
    /// What was asked.
    pub prompt: Paragraph,
    /// How it was answered.
    pub ask: Ask,
    /// Whether it is open, and who sees its results.
    pub status: QuestionStatus,
    /// People with an answer that counts.
    pub people: u32,
    /// Answers in words.
    pub answers: Vec<AnswerView>,
    /// Their themes, most answers first.
    pub themes: Vec<ThemeView>,
    /// The second level over them.
    pub families: Vec<Family>,
    /// Answers in no theme.
    pub other: Vec<AnswerId>,
    /// Answers that are no free text.
    pub ballots: u32,
    /// What they add up to.
    pub tally: Option<TallyView>,
    /// The first round, where there was a second.
    pub first: Option<FirstRoundView>,
    /// Answers in words that wait for the facilitator.
    pub awaiting: Vec<AnswerView>,
    /// What people said of each other's answers in words, if they were asked to.
    pub statements: Option<StatementsView>,
}

/// The results of every question in the order of the programme.
pub fn results(session: &Session) -> Vec<QuestionResults> {
    let of = |item: ItemId| session.question(item).map(|(asked, question)| one(item, asked, question));
    session.programme.items().iter().filter_map(|item| of(item.id)).collect()
}

fn one(item: ItemId, asked: &Question, question: &QuestionState) -> QuestionResults {
    let arrangement = if asked.ask.takes_text() { question.arrangement() } else { Default::default() };
    QuestionResults {
        item,
        prompt: asked.prompt.clone(),
        ask: asked.ask.clone(),
        status: question_status(question),
        people: question.people() as u32,
        answers: answer_views(question, question.standing.keys()),
        other: arrangement.rest.clone(),
        families: arrangement.families.clone(),
        themes: theme_views(arrangement),
        ballots: question.tally.ballots() as u32,
        tally: question.tally.view(&asked.ask, true),
        first: first_round(Audience::Facilitator, &asked.ask, question),
        awaiting: awaiting_views(question),
        statements: statements_view(question, true),
    }
}
