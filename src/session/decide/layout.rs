//! The rules for how themes stand: parted, in which order, hidden from the room, and under which headings.

use std::collections::BTreeSet;

use super::themes::{Decided, check_name, find, standing, themes_of, whole};
use crate::session::arrangement::Arrangement;
use crate::session::board::{DecidedTheme, Family, THEMES_MAX};
use crate::session::event::Event;
use crate::session::facilitator_command::ThemePart;
use crate::session::ids::{AnswerId, ItemId, ThemeId};
use crate::session::rejection::Rejection;
use crate::session::state::Session;

pub(super) fn split(session: &Session, item: ItemId, theme: ThemeId, parts: &[ThemePart]) -> Decided {
    let (question, themes) = themes_of(session, item)?;
    let theme = find(&themes, theme)?;
    if parts.is_empty() {
        return Err(Rejection::PartsOutOfBounds);
    }
    if themes.themes.len() + parts.len() > THEMES_MAX {
        return Err(Rejection::TooManyThemes);
    }
    let mut left: BTreeSet<AnswerId> = theme.answers.iter().copied().collect();
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut made = Vec::with_capacity(parts.len());
    for (part, number) in parts.iter().zip(question.board.next_theme()..) {
        check_name(&themes, &part.label, None)?;
        if !names.insert(part.label.as_str().to_lowercase()) {
            return Err(Rejection::ThemeNameTaken);
        }
        // Answers may have gone while the person was looking; one of another theme is a mistake.
        let answers = standing(question, &part.answers)?;
        if !answers.iter().all(|answer| left.remove(answer)) {
            return Err(Rejection::PartsOutOfBounds);
        }
        made.push(DecidedTheme { id: ThemeId(number), label: part.label.clone(), answers });
    }
    Ok(vec![Event::ThemeSplit { item, theme: theme.id, parts: made, dissolves: left.is_empty() }])
}

pub(super) fn order(session: &Session, item: ItemId, first: &[ThemeId]) -> Decided {
    let (question, themes) = themes_of(session, item)?;
    let mut known: BTreeSet<ThemeId> = themes.themes.iter().map(|theme| theme.id).collect();
    // A theme may have gone while it was dragged.
    let first: Vec<ThemeId> = first.iter().copied().filter(|id| known.remove(id)).collect();
    let changed = first != question.board.first();
    Ok(changed.then_some(Event::ThemesOrdered { item, first }).into_iter().collect())
}

pub(super) fn hide(session: &Session, item: ItemId, theme: ThemeId) -> Decided {
    let (question, themes) = themes_of(session, item)?;
    let theme = find(&themes, theme)?;
    if theme.hidden {
        return Ok(Vec::new());
    }
    let answers = whole(&question.board, theme);
    Ok(vec![Event::ThemeHidden { item, theme: theme.id, label: theme.label.clone(), answers }])
}

pub(super) fn unhide(session: &Session, item: ItemId, theme: ThemeId) -> Decided {
    let (_, themes) = themes_of(session, item)?;
    let theme = find(&themes, theme)?;
    Ok(theme.hidden.then_some(Event::ThemeUnhidden { item, theme: theme.id }).into_iter().collect())
}

pub(super) fn arrange_families(session: &Session, item: ItemId, families: Option<&[Family]>) -> Decided {
    let (question, themes) = themes_of(session, item)?;
    let families = families.map(|families| checked(families, &themes)).transpose()?;
    let changed = families.as_deref() != question.board.decided_families();
    Ok(changed.then_some(Event::FamiliesArranged { item, families }).into_iter().collect())
}

fn checked(families: &[Family], themes: &Arrangement) -> Result<Vec<Family>, Rejection> {
    let mut known: BTreeSet<ThemeId> = themes.themes.iter().map(|theme| theme.id).collect();
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut placed: BTreeSet<ThemeId> = BTreeSet::new();
    let mut checked = Vec::with_capacity(families.len());
    for family in families {
        if family.label.is_empty() {
            return Err(Rejection::ThemeWithoutName);
        }
        if !names.insert(family.label.as_str().to_lowercase()) {
            return Err(Rejection::ThemeNameTaken);
        }
        if family.themes.is_empty() || !family.themes.iter().all(|id| placed.insert(*id)) {
            return Err(Rejection::FamiliesOutOfBounds);
        }
        // A theme may have gone while the person was arranging.
        let themes: Vec<ThemeId> = family.themes.iter().copied().filter(|id| known.remove(id)).collect();
        if !themes.is_empty() {
            checked.push(Family { label: family.label.clone(), themes });
        }
    }
    Ok(checked)
}
