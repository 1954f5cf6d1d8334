//! Programmes to begin with, written in the format itself.

use std::sync::LazyLock;

use serde::Serialize;

use crate::session::Language;

/// A programme to begin with.
#[derive(Clone, Copy, Debug, Serialize, utoipa::ToSchema)]
pub struct Template {
    /// Which; the same in every language.
    pub name: &'static str,
    /// The language it is offered in.
    pub language: Language,
    /// A text that [`read`](super::read()) reads.
    pub text: &'static str,
}

/// In the order they are shown.
const NAMES: [&str; 4] = ["gathering", "evaluation", "ideas", "quiz"];

// `TEXTS`: the name of each file in `templates` and what is in it.
include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// Those there are, each in every language; in Bokmål where nobody has written them in a language yet.
pub static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let written = |name: &str, language: Language| {
        let file = format!("{name}.{}.txt", language.tag());
        TEXTS.iter().find(|(written, _)| *written == file).map(|(_, text)| *text)
    };
    let offered = |name: &'static str, language: Language| {
        let text = written(name, language).or_else(|| written(name, Language::Nb));
        text.map(|text| Template { name, language, text })
    };
    NAMES
        .iter()
        .flat_map(|name| Language::ALL.iter().filter_map(|language| offered(name, *language)))
        .collect()
});
