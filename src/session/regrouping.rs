//! What a fresh grouping would change, told before it changes anything.

use serde::{Deserialize, Serialize};

use super::arrangement::Arrangement;
use super::board::Family;
use super::command::{Command, FamilySuggestion, ThemeSuggestion};
use super::decide::{Decision, Limits, decide};
use super::event::Recorded;
use super::ids::{AnswerId, ItemId, ThemeId};
use super::parts::ThemeView;
use super::state::Session;
use super::view_questions::theme_views;

/// The themes as they would be, and which answers would be elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct Regrouping {
    /// All themes as they would be.
    pub themes: Vec<ThemeView>,
    /// The second level as it would be.
    pub families: Vec<Family>,
    /// Answers that would be in another theme than now.
    pub moved: Vec<MovedAnswer>,
    /// Whether anything at all would be otherwise, headings counted.
    pub changes: bool,
}

/// An answer and the themes it would go between; none stands for "Andre tema".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct MovedAnswer {
    /// Which.
    pub answer: AnswerId,
    /// Where it is.
    pub from: Option<ThemeId>,
    /// Where it would be.
    pub to: Option<ThemeId>,
}

/// What this suggestion would change of an open question; none when the item is none.
///
/// Costs a copy of the session. A theme that would be new has the number it would get now.
pub fn regrouping(
    session: &Session,
    item: ItemId,
    themes: &[ThemeSuggestion],
    families: &[FamilySuggestion],
    limits: &Limits,
) -> Option<Regrouping> {
    let before = session.question(item)?.1.arrangement();
    let mut trial = session.clone();
    let command = Command::SuggestThemes { item, themes: themes.to_vec(), families: families.to_vec() };
    if let Ok(Decision::Events(events)) = decide(&trial, &command, limits) {
        for event in events {
            trial.apply(&Recorded { at_ms: 0, event });
        }
    }
    let after = trial.question(item)?.1.arrangement();
    let answers = session.questions.get(&item)?.standing.keys().copied();
    let moved: Vec<MovedAnswer> = {
        let (from, to) = (places(&before), places(&after));
        let place = |places: &[(AnswerId, ThemeId)], answer: AnswerId| {
            places.binary_search_by_key(&answer, |(id, _)| *id).ok().map(|at| places[at].1)
        };
        answers
            .map(|answer| MovedAnswer { answer, from: place(&from, answer), to: place(&to, answer) })
            .filter(|moved| moved.from != moved.to)
            .collect()
    };
    let changes =
        !moved.is_empty() || headings(&before) != headings(&after) || before.families != after.families;
    let families = after.families.clone();
    Some(Regrouping { themes: theme_views(after), families, moved, changes })
}

/// The theme of each answer that has one, in the order of the answers.
fn places(arrangement: &Arrangement) -> Vec<(AnswerId, ThemeId)> {
    let mut places: Vec<(AnswerId, ThemeId)> = arrangement
        .themes
        .iter()
        .flat_map(|theme| theme.answers.iter().map(|answer| (*answer, theme.id)))
        .collect();
    places.sort_unstable();
    places
}

fn headings(arrangement: &Arrangement) -> Vec<(ThemeId, &str)> {
    arrangement.themes.iter().map(|theme| (theme.id, theme.label.as_str())).collect()
}
