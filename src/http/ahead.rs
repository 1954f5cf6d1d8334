//! Which screens of the phone's the item shown needs, named in the head of the page's response, so that the browser
//! fetches them while it still reads the page: a round trip less before such a form stands on the screen.

use axum::http::HeaderValue;

use super::pages;
use crate::session::{Ask, Change, ItemContent, Language, QuestionPhase, StageItem};

/// The value of a `Link` header (RFC 8288) that has the screens fetched ahead as modules; none where the page itself is
/// all that is needed. `changes` are those of the snapshot that comes with the page in `language`.
pub(super) fn link(changes: &[Change], language: Language) -> Option<HeaderValue> {
    let links: Vec<String> = screens(changes)
        .into_iter()
        .filter_map(|screen| pages::find_beginning(&format!("assets/{screen}.{}-", language.tag())))
        .map(|file| format!("</{file}>; rel=modulepreload"))
        .collect();
    (!links.is_empty()).then(|| HeaderValue::try_from(links.join(", ")).expect("names of files are plain"))
}

/// The screens by their names. What comes only after a tap, or stands further down, is fetched when it is needed.
fn screens(changes: &[Change]) -> Vec<&'static str> {
    let shown = changes
        .iter()
        .find_map(|change| if let Change::Stage { stage } = change { stage.item.as_ref() } else { None });
    let has_clock = changes.iter().any(|change| matches!(change, Change::Timer { timer: Some(_) }));
    shown.and_then(screen).into_iter().chain(has_clock.then_some("timer")).collect()
}

fn screen(item: &StageItem) -> Option<&'static str> {
    let ItemContent::Question(question) = &item.content else { return None };
    if let Ask::Quiz(_) = question.ask {
        return Some("quiz");
    }
    let status = item.status?;
    if status.statements.is_some_and(|statements| statements.running) {
        return Some("statements");
    }
    if status.sorting.is_some_and(|sorting| sorting.running) {
        return Some("sorting");
    }
    match (status.phase, &question.ask) {
        (QuestionPhase::Waiting | QuestionPhase::Closed, _) => None,
        (QuestionPhase::Open, Ask::OpenText(_) | Ask::WordCloud(_) | Ask::Quiz(_)) => None,
        (QuestionPhase::Open, Ask::Ranking(_)) => Some("ranking"),
        (QuestionPhase::Open, Ask::Grid(_)) => Some("grid"),
        (QuestionPhase::Open, Ask::Dots(_)) => Some("dots"),
        (QuestionPhase::Open, Ask::Choice(_) | Ask::Scales(_) | Ask::Points(_) | Ask::Number(_)) => {
            Some("asks")
        }
    }
}
