//! Who played the quiz, as an archive numbers them: by what they won, never by when they came.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::place;
use crate::session::{AnswerId, Ask, GivenAnswer, ItemId, Session};

/// For each answer to the quiz its player's number from 1.
pub(super) type Players = BTreeMap<AnswerId, u32>;

/// The players, most points first; equal ones stand by what they answered, so that the same quiz always gives the same
/// numbers.
pub(super) fn players(session: &Session, seed: u64) -> Players {
    let mut players = session.by_player();
    players.sort_by_cached_key(|answers| {
        let points = answers.iter().map(|(item, given)| worth(session, *item, given));
        let given = |(item, given): (&ItemId, &GivenAnswer)| {
            (*item, given.used_ms, place(given.content, seed, *item))
        };
        (Reverse(points.sum::<u64>()), answers.iter().map(given).collect::<Vec<_>>())
    });
    let numbered = (1..).zip(&players);
    numbered.flat_map(|(number, answers)| answers.values().map(move |given| (given.id, number))).collect()
}

/// The points of an answer, whether the room has seen the end of its question or not.
fn worth(session: &Session, item: ItemId, given: &GivenAnswer) -> u64 {
    let Some(Ask::Quiz(quiz)) = session.question(item).map(|(question, _)| &question.ask) else { return 0 };
    if quiz.is_right(given.content) { quiz.worth(given.used_ms).into() } else { 0 }
}
