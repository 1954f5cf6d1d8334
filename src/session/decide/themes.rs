//! The rules for themes: the engine's suggestions, and a person's hand, which always wins.
//!
//! A person who names, merges or hides a theme thereby confirms the answers that stand in it: all of them are part of
//! the fact, so that later suggestions cannot move them. Who moves an answer decides where that one belongs.

use std::collections::BTreeSet;

use super::question_of;
use crate::session::arrangement::{ArrangedTheme, Arrangement};
use crate::session::board::{Family, THEMES_MAX, ThemeBoard};
use crate::session::command::{FamilySuggestion, ThemeSuggestion};
use crate::session::event::{Event, SuggestedTheme};
use crate::session::ids::{AnswerId, ItemId, ThemeId};
use crate::session::question::QuestionState;
use crate::session::rejection::Rejection;
use crate::session::state::Session;
use crate::session::text::Heading;

pub(super) type Decided = Result<Vec<Event>, Rejection>;

/// The fact that the engine groups anew; none when it groups as before or there is nothing to group.
pub(super) fn suggest(
    session: &Session,
    item: ItemId,
    themes: &[ThemeSuggestion],
    families: &[FamilySuggestion],
) -> Vec<Event> {
    let Some((asked, question)) = session.question(item) else {
        return Vec::new();
    };
    if !asked.ask.takes_text() {
        return Vec::new();
    }
    let numbered = question.board.next_theme();
    let mut next_theme = numbered;
    // The engine read the answers a moment ago; some may have gone since.
    let mut free: BTreeSet<AnswerId> = question.standing.keys().copied().collect();
    let mut found: Vec<SuggestedTheme> = Vec::new();
    // Which theme each suggestion became.
    let mut became: Vec<Option<ThemeId>> = Vec::with_capacity(themes.len());
    for theme in themes {
        let answers: Vec<AnswerId> =
            theme.answers.iter().copied().filter(|answer| free.remove(answer)).collect();
        let known = theme.id.filter(|id| id.0 < numbered);
        if answers.is_empty() || theme.label.is_empty() {
            // A theme that a person made may stand under a heading before it has answers.
            became.push(known);
            continue;
        }
        if let Some(same) = found.iter_mut().find(|other| Some(other.id) == known) {
            same.answers.extend(answers);
            became.push(known);
            continue;
        }
        if found.len() == THEMES_MAX {
            became.push(None);
            continue;
        }
        let id = known.unwrap_or_else(|| {
            next_theme += 1;
            ThemeId(next_theme - 1)
        });
        became.push(Some(id));
        let typical = theme.typical.filter(|typical| answers.contains(typical));
        found.push(SuggestedTheme { id, label: theme.label.clone(), answers, typical });
    }
    let named = |family: &FamilySuggestion| Family {
        label: family.label.clone(),
        themes: family.themes.iter().filter_map(|index| *became.get(*index)?).collect(),
    };
    let families: Vec<Family> = families.iter().take(THEMES_MAX).map(named).collect();
    if found == question.board.suggested() && families == question.board.suggested_families() {
        Vec::new()
    } else {
        vec![Event::ThemesSuggested { item, themes: found, next_theme, families }]
    }
}

pub(super) fn rename(session: &Session, item: ItemId, theme: ThemeId, label: &Heading) -> Decided {
    let (question, themes) = themes_of(session, item)?;
    let theme = find(&themes, theme)?;
    check_name(&themes, label, Some(theme.id))?;
    let answers = whole(&question.board, theme);
    Ok(vec![decided(item, theme, label.clone(), answers, None)])
}

pub(super) fn merge(session: &Session, item: ItemId, from: ThemeId, into: ThemeId) -> Decided {
    let (question, themes) = themes_of(session, item)?;
    let (from, into) = (find(&themes, from)?, find(&themes, into)?);
    if from.id == into.id {
        return Ok(Vec::new());
    }
    let answers = [whole(&question.board, into), whole(&question.board, from)].concat();
    Ok(vec![decided(item, into, into.label.clone(), answers, Some(from.id))])
}

pub(super) fn place(session: &Session, item: ItemId, answers: &[AnswerId], to: Option<ThemeId>) -> Decided {
    let (question, themes) = themes_of(session, item)?;
    let Some(to) = to else {
        let answers = standing(question, answers)?;
        return Ok(vec![Event::AnswersSetAside { item, answers, dissolved: None }]);
    };
    let theme = find(&themes, to)?;
    let placed = standing(question, answers)?;
    // Only what is moved is decided: what the engine or the room put there stands by itself.
    let mut all: Vec<AnswerId> = by_hand(&question.board, theme).collect();
    let more: Vec<AnswerId> = placed.into_iter().filter(|answer| !all.contains(answer)).collect();
    all.extend(more);
    Ok(vec![decided(item, theme, theme.label.clone(), all, None)])
}

pub(super) fn make(session: &Session, item: ItemId, label: &Heading, answers: &[AnswerId]) -> Decided {
    let (question, themes) = themes_of(session, item)?;
    check_name(&themes, label, None)?;
    if themes.themes.len() >= THEMES_MAX {
        return Err(Rejection::TooManyThemes);
    }
    let answers = if answers.is_empty() { Vec::new() } else { standing(question, answers)? };
    let theme = ThemeId(question.board.next_theme());
    Ok(vec![Event::ThemeDecided { item, theme, label: label.clone(), answers, absorbed: None }])
}

pub(super) fn dissolve(session: &Session, item: ItemId, theme: ThemeId) -> Decided {
    let (question, themes) = themes_of(session, item)?;
    let theme = find(&themes, theme)?;
    let answers = whole(&question.board, theme);
    Ok(vec![Event::AnswersSetAside { item, answers, dissolved: Some(theme.id) }])
}

pub(super) fn undo(session: &Session, item: ItemId) -> Decided {
    let (question, _) = themes_of(session, item)?;
    if question.board.can_undo() {
        Ok(vec![Event::ThemeEditUndone { item }])
    } else {
        Err(Rejection::NothingToUndo)
    }
}

pub(super) fn redo(session: &Session, item: ItemId) -> Decided {
    let (question, _) = themes_of(session, item)?;
    if question.board.can_redo() {
        Ok(vec![Event::ThemeEditRedone { item }])
    } else {
        Err(Rejection::NothingToRedo)
    }
}

/// An open question and its themes as everybody sees them.
pub(super) fn themes_of(session: &Session, item: ItemId) -> Result<(&QuestionState, Arrangement), Rejection> {
    let (asked, question) = question_of(session, item)?;
    if !asked.ask.takes_text() {
        return Err(Rejection::NoSuchTheme);
    }
    Ok((question, question.arrangement()))
}

pub(super) fn find(themes: &Arrangement, id: ThemeId) -> Result<&ArrangedTheme, Rejection> {
    themes.theme(id).ok_or(Rejection::NoSuchTheme)
}

/// The answers of a theme, those too that a person placed there and that are removed for now.
pub(super) fn whole(board: &ThemeBoard, theme: &ArrangedTheme) -> Vec<AnswerId> {
    let hidden = by_hand(board, theme).filter(|answer| !theme.answers.contains(answer));
    theme.answers.iter().copied().chain(hidden).collect()
}

/// The answers that a person placed in a theme.
fn by_hand<'a>(board: &'a ThemeBoard, theme: &ArrangedTheme) -> impl Iterator<Item = AnswerId> + use<'a> {
    let decided = board.decided().iter().find(|decided| decided.id == theme.id);
    decided.into_iter().flat_map(|decided| decided.answers.iter().copied())
}

fn decided(
    item: ItemId,
    theme: &ArrangedTheme,
    label: Heading,
    answers: Vec<AnswerId>,
    absorbed: Option<ThemeId>,
) -> Event {
    Event::ThemeDecided { item, theme: theme.id, label, answers, absorbed }
}

pub(super) fn check_name(
    themes: &Arrangement,
    label: &Heading,
    except: Option<ThemeId>,
) -> Result<(), Rejection> {
    if label.is_empty() {
        return Err(Rejection::ThemeWithoutName);
    }
    let name = label.as_str().to_lowercase();
    let taken =
        |theme: &ArrangedTheme| Some(theme.id) != except && theme.label.as_str().to_lowercase() == name;
    if themes.themes.iter().any(taken) { Err(Rejection::ThemeNameTaken) } else { Ok(()) }
}

/// These answers, each once, those that have gone meanwhile left out; refused when none is left.
pub(super) fn standing(question: &QuestionState, answers: &[AnswerId]) -> Result<Vec<AnswerId>, Rejection> {
    let known: BTreeSet<AnswerId> =
        answers.iter().copied().filter(|answer| question.standing.contains_key(answer)).collect();
    if known.is_empty() { Err(Rejection::NoSuchAnswer) } else { Ok(known.into_iter().collect()) }
}
