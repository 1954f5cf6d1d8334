//! What each audience may see of the votes on a question's answers.

use super::change::Change;
use super::ids::{AnswerId, ItemId};
use super::parts::{
    SharedStatement, SharedStatements, StatementCounts, StatementResults, StatementsStatus, StatementsView,
};
use super::question::QuestionState;
use super::statements::{Standing, Statements, WEIGHED_VOTES};

/// So many statements of each list are told to phones: what is read on a small screen, and no burden to a hall's line.
const SHARED_STATEMENTS_MAX: usize = 10;

pub(super) fn statements_status(question: &QuestionState) -> Option<StatementsStatus> {
    let statements = question.statements.as_ref()?;
    Some(StatementsStatus { running: statements.running, each: statements.each })
}

/// How far the votes have come, to presenter and facilitator, and what came of them where results are `visible`.
pub(super) fn statements(item: ItemId, question: &QuestionState, visible: bool) -> Change {
    Change::Statements { item, statements: statements_view(question, visible) }
}

/// The same, where people were ever asked to vote.
pub(super) fn statements_view(question: &QuestionState, visible: bool) -> Option<StatementsView> {
    let view = |statements: &Statements| {
        let seen: Vec<AnswerId> = question.votable().collect();
        let votes = || seen.iter().map(|id| statements.counts(*id).votes());
        StatementsView {
            running: statements.running,
            each: statements.each,
            people: statements.people() as u32,
            votes: votes().sum(),
            statements: seen.len() as u32,
            weighed: votes().filter(|votes| *votes >= WEIGHED_VOTES).count() as u32,
            results: visible.then(|| results(statements, &seen)),
        }
    };
    question.statements.as_ref().map(view)
}

/// What everybody is told once results are shared; none where nobody has voted.
pub(super) fn shared_statements(question: &QuestionState) -> Option<SharedStatements> {
    let statements = question.statements.as_ref().filter(|statements| statements.people() > 0)?;
    let Standing { unites, divides } = statements.standing(question.votable());
    let shared = |ids: Vec<AnswerId>| {
        let first = ids.into_iter().take(SHARED_STATEMENTS_MAX);
        let shared = first.filter_map(|id| {
            let text = question.standing.get(&id)?.content.text()?.to_owned();
            Some(SharedStatement { id, text, counts: statements.counts(id) })
        });
        shared.collect()
    };
    Some(SharedStatements {
        people: statements.people() as u32,
        unites: shared(unites),
        divides: shared(divides),
    })
}

/// What came of the votes on these.
pub(super) fn results(statements: &Statements, seen: &[AnswerId]) -> StatementResults {
    let Standing { unites, divides } = statements.standing(seen.iter().copied());
    let counts = seen.iter().map(|id| StatementCounts { id: *id, counts: statements.counts(*id) });
    StatementResults { unites, divides, counts: counts.collect() }
}
