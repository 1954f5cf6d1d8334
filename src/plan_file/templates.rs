//! Programmes to begin with, written in the format itself.

use serde::Serialize;

use crate::session::Language;

/// A programme to begin with.
#[derive(Clone, Copy, Debug, Serialize, utoipa::ToSchema)]
pub struct Template {
    /// Which; the same in every language.
    pub name: &'static str,
    /// The language it is written in.
    pub language: Language,
    /// A text that [`read`](super::read()) reads.
    pub text: &'static str,
}

macro_rules! templates {
    ($($name:literal)*) => {
        [$(
            Template {
                name: $name,
                language: Language::Nb,
                text: include_str!(concat!("templates/", $name, ".nb.txt")),
            },
            Template {
                name: $name,
                language: Language::Nn,
                text: include_str!(concat!("templates/", $name, ".nn.txt")),
            },
            Template {
                name: $name,
                language: Language::En,
                text: include_str!(concat!("templates/", $name, ".en.txt")),
            },
        )*]
    };
}

/// Those there are, each in every language, in the order they are shown.
pub static TEMPLATES: [Template; 12] = templates! { "gathering" "evaluation" "ideas" "quiz" };
