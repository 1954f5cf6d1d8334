//! From a question's answers to the engine's request, and from its grouping back to a suggestion.

use crate::session::{AnswerId, Heading, ItemId, Language, Session, ThemeId, ThemeSuggestion};
use crate::theming::{self, Origin};

/// A copy of what the engine needs, so that it can work beside the session's task.
pub(super) struct Work {
    language: Language,
    question: String,
    ids: Vec<AnswerId>,
    texts: Vec<String>,
    decided: Vec<(ThemeId, Heading, Vec<usize>)>,
    previous: Vec<(ThemeId, Vec<usize>)>,
}

/// What there is to group in an open question; none where nothing can be grouped.
pub(super) fn work(session: &Session, item: ItemId) -> Option<Work> {
    let (asked, question) = session.question(item)?;
    if !asked.ask.is_open_text() {
        return None;
    }
    let board = &question.board;
    let mut ids = Vec::with_capacity(question.standing.len());
    let mut texts = Vec::with_capacity(question.standing.len());
    for (id, answer) in &question.standing {
        if let (Some(text), false) = (answer.content.text(), board.set_aside().contains(id)) {
            ids.push(*id);
            texts.push(text.to_owned());
        }
    }
    // `ids` is in ascending order, as the map it comes from.
    let indexes = |answers: &[AnswerId]| -> Vec<usize> {
        answers.iter().filter_map(|answer| ids.binary_search(answer).ok()).collect()
    };
    let decided: Vec<_> = board
        .decided()
        .iter()
        .map(|theme| (theme.id, theme.label.clone(), indexes(&theme.answers)))
        .collect();
    let is_decided = |id: ThemeId| decided.iter().any(|(theme, _, _)| *theme == id);
    let previous = board
        .suggested()
        .iter()
        .filter(|theme| !is_decided(theme.id))
        .map(|theme| (theme.id, indexes(&theme.answers)))
        .collect();
    Some(Work {
        language: session.details.language,
        question: asked.prompt.as_str().to_owned(),
        ids,
        texts,
        decided,
        previous,
    })
}

/// Groups; may take a second for ten thousand answers.
pub(super) fn group(work: &Work) -> Vec<ThemeSuggestion> {
    let answers: Vec<&str> = work.texts.iter().map(String::as_str).collect();
    let decided: Vec<theming::Decided> = work
        .decided
        .iter()
        .map(|(_, label, answers)| theming::Decided { label: label.as_str(), answers: answers.clone() })
        .collect();
    let previous: Vec<Vec<usize>> = work.previous.iter().map(|(_, answers)| answers.clone()).collect();
    let grouping = theming::group(&theming::Request {
        language: work.language,
        question: &work.question,
        answers: &answers,
        decided: &decided,
        previous: &previous,
    });
    let suggestion = |theme: theming::Theme| {
        let id = match theme.origin {
            Origin::Decided(index) => work.decided.get(index).map(|(id, _, _)| *id),
            Origin::Previous(index) => work.previous.get(index).map(|(id, _)| *id),
            Origin::New => None,
        };
        let answers = theme.answers.iter().filter_map(|index| work.ids.get(*index).copied()).collect();
        Some(ThemeSuggestion { id, label: heading(&theme.label)?, answers })
    };
    grouping.themes.into_iter().filter_map(suggestion).collect()
}

/// The engine's heading, cut where it is longer than a heading may be.
fn heading(label: &str) -> Option<Heading> {
    let short: String = label.chars().take(Heading::CHARS_MAX).collect();
    Heading::parse(&short).ok().filter(|heading| !heading.is_empty())
}
