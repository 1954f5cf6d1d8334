//! What a person wants in the minutes.

use serde::Deserialize;

use crate::session::Language;

/// What is wanted in the minutes; everything, unless somebody chose otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct MinutesChoices {
    /// Whether single answers are listed word for word; without them, themes and figures stand alone.
    pub answers: bool,
    /// The language of the wording; the session's own where nothing is said.
    #[param(inline)]
    pub language: Option<Language>,
    /// How themes follow each other.
    #[param(inline)]
    pub themes: ThemeOrder,
}

impl Default for MinutesChoices {
    fn default() -> Self {
        MinutesChoices { answers: true, language: None, themes: ThemeOrder::Board }
    }
}

/// How themes follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, utoipa::ToSchema, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum ThemeOrder {
    /// As on the facilitator's board: as a person ordered them, else the largest first.
    #[default]
    Board,
    /// The largest first, whatever the board says.
    Count,
}
