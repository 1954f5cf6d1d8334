//! What the clock makes due: erasing what was removed, and sealing what has ended.

use super::{asked, notes};
use crate::session::event::{ErasedAnswer, Event};
use crate::session::ids::{AnswerId, ItemId};
use crate::session::question::{QuestionState, Shelf};
use crate::session::state::{Session, Stage};

/// The facts that erase what was removed before this time, in milliseconds since 1970.
pub(super) fn removed(session: &Session, before_ms: i64) -> Vec<Event> {
    let mut events = Vec::from_iter(asked::erase(session, before_ms));
    events.extend(notes::erase(session, before_ms));
    for (item, question) in &session.questions {
        let deleted = session.programme.deleted.get(item).is_some_and(|at_ms| *at_ms < before_ms);
        let taken_away =
            question.removed.iter().filter(|(_, (_, at_ms))| *at_ms < before_ms).map(|(id, _)| *id);
        let shelf = question.shelf.as_ref().filter(|shelf| shelf.at_ms < before_ms);
        let shelved = shelf.into_iter().flat_map(Shelf::ids);
        let standing = question.ids().filter(|_| deleted);
        events.extend(answers(*item, question, taken_away.chain(shelved).chain(standing)));
        if shelf.is_some() {
            events.push(Event::ResetErased { item: *item });
        }
        // Headings are made of the answers' words, so they go with them.
        if deleted && !question.board.suggested().is_empty() {
            events.push(Event::ThemesSuggested {
                item: *item,
                themes: Vec::new(),
                families: Vec::new(),
                next_theme: question.board.next_theme(),
            });
        }
    }
    events.extend(nicknames(session, Some(before_ms)));
    events
}

/// The fact that nicknames are gone for good: those taken away before a time, or all of them.
fn nicknames(session: &Session, removed_before_ms: Option<i64>) -> Option<Event> {
    let players = session.players.names(removed_before_ms);
    let next_player = session.players.next().0;
    (!players.is_empty()).then_some(Event::NicknamesErased { players, next_player })
}

/// The facts that end a session for good; none where it goes on or is sealed already.
pub(super) fn seal(session: &Session) -> Vec<Event> {
    match session.stage {
        Stage::Ended => {
            let mut events = removed(session, i64::MAX);
            // People may have chosen their own names, and nobody plays any more.
            events.retain(|event| !matches!(event, Event::NicknamesErased { .. }));
            events.extend(nicknames(session, None));
            events.push(Event::SessionSealed);
            events
        }
        Stage::WaitingRoom | Stage::Item(_) | Stage::Survey | Stage::Sealed => Vec::new(),
    }
}

/// The fact that these answers are gone for good, if there are any.
pub(super) fn answers(
    item: ItemId,
    question: &QuestionState,
    answers: impl Iterator<Item = AnswerId>,
) -> Option<Event> {
    let answers: Vec<ErasedAnswer> = answers.filter_map(|id| question.erased_answer(id)).collect();
    (!answers.is_empty()).then_some(Event::AnswersErased { item, answers })
}
