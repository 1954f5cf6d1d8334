//! From a question's answers to the engine's request, and from its grouping back to a suggestion.

use std::collections::BTreeSet;

use crate::session::{AnswerId, Heading, ItemId, Language, Session, ThemeId, ThemeSuggestion};
use crate::theming::{self, Origin};

/// A copy of what the engine needs, so that it can work beside the session's task.
pub(super) struct Work {
    language: Language,
    question: String,
    ids: Vec<AnswerId>,
    texts: Vec<String>,
    decided: Vec<(ThemeId, Heading, Vec<usize>)>,
    /// Whether the room sorts and the engine's view of the answers is wanted.
    primes: bool,
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
    let mut decided: Vec<_> = board
        .decided()
        .iter()
        .map(|theme| (theme.id, theme.label.clone(), indexes(&theme.answers)))
        .collect();
    // What the room sorts under is a theme of its own, whatever the engine would have made.
    if let Some(sort) = &question.sort {
        let placements = sort.placements();
        for heading in sort.headings() {
            if !decided.iter().any(|(id, _, _)| *id == heading.id) {
                let placed = placements.iter().filter(|(_, theme)| **theme == Some(heading.id));
                let placed: Vec<AnswerId> = placed.map(|(answer, _)| *answer).collect();
                decided.push((heading.id, heading.label.clone(), indexes(&placed)));
            }
        }
    }
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
        primes: question.wants_priming(),
        ids,
        texts,
        decided,
        previous,
    })
}

/// The same under all themes that are shown, those the engine suggested too, as a person sorts under them.
pub(super) fn work_under_shown(session: &Session, item: ItemId) -> Option<Work> {
    let mut work = work(session, item)?;
    let (_, question) = session.question(item)?;
    let decided: BTreeSet<AnswerId> =
        question.board.decided().iter().flat_map(|theme| theme.answers.iter().copied()).collect();
    let index = |answer: &AnswerId| work.ids.binary_search(answer).ok();
    work.decided = question
        .arrangement()
        .themes
        .into_iter()
        .map(|theme| {
            let placed =
                theme.answers.iter().filter(|answer| decided.contains(answer)).filter_map(index).collect();
            (theme.id, theme.label, placed)
        })
        .collect();
    Some(work)
}

/// How to group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// While answers arrive: hardly any answer leaves the theme it was in.
    Steady,
    /// When a question was closed: as if for the first time, under the identities of before.
    Afresh,
}

/// Groups; may take a second for ten thousand answers.
pub(super) fn group(work: &Work, manner: Manner) -> Vec<ThemeSuggestion> {
    let answers: Vec<&str> = work.texts.iter().map(String::as_str).collect();
    let decided = decided_of(work);
    let previous: Vec<Vec<usize>> = work.previous.iter().map(|(_, answers)| answers.clone()).collect();
    let request = theming::Request {
        language: work.language,
        question: &work.question,
        answers: &answers,
        decided: &decided,
        previous: &previous,
        ..theming::Request::default()
    };
    let grouping = match manner {
        Manner::Steady => theming::group(&request),
        Manner::Afresh => theming::regroup(&request),
    };
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

/// The engine's view of every answer under every heading of the room, if it is wanted: 6 × the cosine, in millionths.
pub(super) fn priors(work: &Work) -> Vec<(AnswerId, Vec<(ThemeId, i64)>)> {
    const SCALE: f32 = 6_000_000.0;
    if !work.primes {
        return Vec::new();
    }
    let scores = |(answer, near): (&AnswerId, Vec<f32>)| {
        let themes = work.decided.iter().map(|(id, _, _)| *id);
        (*answer, themes.zip(near).map(|(id, near)| (id, (near * SCALE).round() as i64)).collect())
    };
    work.ids.iter().zip(affinities(work)).map(scores).collect()
}

/// For each answer that no person has placed its themes, likeliest first, and the lead of the first; least certain
/// answers first.
pub(super) fn likeliest(work: &Work) -> Vec<(AnswerId, Vec<ThemeId>, f32)> {
    let placed: BTreeSet<usize> =
        work.decided.iter().flat_map(|(_, _, answers)| answers.iter().copied()).collect();
    let mut answers: Vec<(AnswerId, Vec<ThemeId>, f32)> = affinities(work)
        .into_iter()
        .enumerate()
        .filter(|(index, _)| !placed.contains(index))
        .map(|(index, near)| {
            let mut themes: Vec<(f32, ThemeId)> =
                near.into_iter().zip(work.decided.iter().map(|(id, _, _)| *id)).collect();
            themes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            let lead = match themes.as_slice() {
                [first, second, ..] => first.0 - second.0,
                [_] | [] => 0.0,
            };
            (work.ids[index], themes.into_iter().map(|(_, id)| id).collect(), lead)
        })
        .collect();
    answers.sort_by(|a, b| a.2.total_cmp(&b.2).then(a.0.cmp(&b.0)));
    answers
}

fn affinities(work: &Work) -> Vec<Vec<f32>> {
    let answers: Vec<&str> = work.texts.iter().map(String::as_str).collect();
    let decided = decided_of(work);
    theming::affinities(&theming::Request {
        language: work.language,
        question: &work.question,
        answers: &answers,
        decided: &decided,
        ..theming::Request::default()
    })
}

fn decided_of(work: &Work) -> Vec<theming::Decided<'_>> {
    let decided = work.decided.iter();
    decided
        .map(|(_, label, answers)| theming::Decided { label: label.as_str(), answers: answers.clone() })
        .collect()
}

/// The engine's heading, cut where it is longer than a heading may be.
fn heading(label: &str) -> Option<Heading> {
    let short: String = label.chars().take(Heading::CHARS_MAX).collect();
    Heading::parse(&short).ok().filter(|heading| !heading.is_empty())
}
