//! The rules for a person's hand on the themes of a question.

use std::collections::BTreeSet;

use super::board::{ArrangedTheme, Arrangement, THEMES_MAX, ThemeBoard};
use super::command::FacilitatorCommand;
use super::event::Event;
use super::ids::{AnswerId, ItemId, ThemeId};
use super::question::QuestionState;
use super::rejection::Rejection;
use super::text::Heading;

/// Decides a command on themes; commands on other things lead to nothing.
///
/// A person who names, merges or fills a theme thereby confirms the answers that stand in it: all of them are part
/// of the fact, so that later suggestions cannot move them.
pub(super) fn decide_themes(
    item: ItemId,
    question: &QuestionState,
    command: &FacilitatorCommand,
) -> Result<Vec<Event>, Rejection> {
    use FacilitatorCommand as F;
    let board = &question.board;
    let themes = board.arrangement(&question.standing);
    match command {
        F::RenameTheme { theme, label, .. } => {
            let theme = find(&themes, *theme)?;
            check_name(&themes, label, Some(theme.id))?;
            Ok(vec![decided(
                item,
                theme,
                label.clone(),
                whole(board, theme),
                None,
            )])
        }
        F::MergeThemes { from, into, .. } => {
            let (from, into) = (find(&themes, *from)?, find(&themes, *into)?);
            if from.id == into.id {
                return Ok(Vec::new());
            }
            let answers = [whole(board, into), whole(board, from)].concat();
            Ok(vec![decided(
                item,
                into,
                into.label.clone(),
                answers,
                Some(from.id),
            )])
        }
        F::MoveAnswers {
            answers,
            to: Some(to),
            ..
        } => {
            let theme = find(&themes, *to)?;
            let moved = standing(question, answers)?;
            let mut all = whole(board, theme);
            all.extend(moved.into_iter().filter(|answer| !theme.answers.contains(answer)));
            Ok(vec![decided(item, theme, theme.label.clone(), all, None)])
        }
        F::MoveAnswers {
            answers, to: None, ..
        } => Ok(vec![Event::AnswersSetAside {
            item,
            answers: standing(question, answers)?,
            dissolved: None,
        }]),
        F::MakeTheme { label, answers, .. } => {
            check_name(&themes, label, None)?;
            if themes.themes.len() >= THEMES_MAX {
                return Err(Rejection::TooManyThemes);
            }
            let answers = if answers.is_empty() {
                Vec::new()
            } else {
                standing(question, answers)?
            };
            let theme = ThemeId(board.next_theme());
            Ok(vec![Event::ThemeDecided {
                item,
                theme,
                label: label.clone(),
                answers,
                absorbed: None,
            }])
        }
        F::DissolveTheme { theme, .. } => {
            let theme = find(&themes, *theme)?;
            Ok(vec![Event::AnswersSetAside {
                item,
                answers: whole(board, theme),
                dissolved: Some(theme.id),
            }])
        }
        F::UndoThemes { .. } => {
            if board.can_undo() {
                Ok(vec![Event::ThemeEditUndone { item }])
            } else {
                Err(Rejection::NothingToUndo)
            }
        }
        F::RedoThemes { .. } => {
            if board.can_redo() {
                Ok(vec![Event::ThemeEditRedone { item }])
            } else {
                Err(Rejection::NothingToRedo)
            }
        }
        F::ChangeDetails { .. }
        | F::AddItem { .. }
        | F::ChangeItem { .. }
        | F::MoveItem { .. }
        | F::DuplicateItem { .. }
        | F::DeleteItem { .. }
        | F::UndoProgramme
        | F::RedoProgramme
        | F::Next
        | F::Back
        | F::GoTo { .. }
        | F::OpenQuestion { .. }
        | F::CloseQuestion { .. }
        | F::ShowResults { .. }
        | F::RemoveAnswer { .. }
        | F::RestoreAnswer { .. }
        | F::ResetQuestion { .. }
        | F::UndoReset { .. }
        | F::EndSession
        | F::ReopenSession => Ok(Vec::new()),
    }
}

fn find(themes: &Arrangement, id: ThemeId) -> Result<&ArrangedTheme, Rejection> {
    themes.theme(id).ok_or(Rejection::NoSuchTheme)
}

/// The answers of a theme, those too that a person placed there and that are removed for now.
fn whole(board: &ThemeBoard, theme: &ArrangedTheme) -> Vec<AnswerId> {
    let placed = board.decided().iter().find(|decided| decided.id == theme.id);
    let hidden = placed
        .into_iter()
        .flat_map(|decided| &decided.answers)
        .filter(|answer| !theme.answers.contains(answer));
    theme.answers.iter().chain(hidden).copied().collect()
}

fn decided(
    item: ItemId,
    theme: &ArrangedTheme,
    label: Heading,
    answers: Vec<AnswerId>,
    absorbed: Option<ThemeId>,
) -> Event {
    Event::ThemeDecided {
        item,
        theme: theme.id,
        label,
        answers,
        absorbed,
    }
}

fn check_name(themes: &Arrangement, label: &Heading, except: Option<ThemeId>) -> Result<(), Rejection> {
    if label.is_empty() {
        return Err(Rejection::ThemeWithoutName);
    }
    let name = label.as_str().to_lowercase();
    let taken =
        |theme: &ArrangedTheme| Some(theme.id) != except && theme.label.as_str().to_lowercase() == name;
    if themes.themes.iter().any(taken) {
        Err(Rejection::ThemeNameTaken)
    } else {
        Ok(())
    }
}

/// These answers, each once, those that have gone meanwhile left out; refused when none is left.
fn standing(question: &QuestionState, answers: &[AnswerId]) -> Result<Vec<AnswerId>, Rejection> {
    let known: BTreeSet<AnswerId> = answers
        .iter()
        .copied()
        .filter(|answer| question.standing.contains_key(answer))
        .collect();
    if known.is_empty() {
        Err(Rejection::NoSuchAnswer)
    } else {
        Ok(known.into_iter().collect())
    }
}
