//! The API's part on themes: what only a facilitator asks for before anything is changed.

use axum::Json;

use serde::{Deserialize, Serialize};

use super::api::Facilitated;
use super::error::{ApiError, Problem};
use super::read::At;
use crate::session::{AnswerId, Heading, ItemId, Regrouping, ThemeId};

/// A question of a session.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Path)]
#[serde(rename_all = "snake_case")]
pub(super) struct QuestionPath {
    /// The join code.
    #[serde(rename = "code")]
    _code: String,
    /// The question's number in the programme.
    pub(super) item: u32,
}

/// An answer that no person has placed, and where it may belong.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct LikeliestThemes {
    /// Which answer.
    pub answer: AnswerId,
    /// All themes of the question, likeliest first.
    pub themes: Vec<ThemeId>,
    /// How far the first leads the second: a difference of cosines, 0 to 2.
    pub lead: f32,
}

/// Where the answers of a question may belong, for a person who sorts: least certain answers first.
#[utoipa::path(
    get, path = "/sessions/{code}/questions/{item}/likeliest",
    params(QuestionPath),
    tag = "themes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Vec<LikeliestThemes>),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn read_likeliest(
    Facilitated(handle): Facilitated,
    At(question): At<QuestionPath>,
) -> Result<Json<Vec<LikeliestThemes>>, ApiError> {
    let answers = handle.likeliest(ItemId(question.item)).await?.ok_or(ApiError::NotFound)?;
    let themes = |(answer, themes, lead)| LikeliestThemes { answer, themes, lead };
    Ok(Json(answers.into_iter().map(themes).collect()))
}

/// A fresh grouping that waits to be used.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProposedThemes {
    /// Its number, with which it is used.
    pub proposal: u64,
    /// What it would change.
    #[serde(flatten)]
    pub regrouping: Regrouping,
}

/// Group a question's answers afresh, and tell what that would change before it changes anything.
///
/// What people decided stays as it is. The proposal is good until an answer goes, or eight others have been asked for.
#[utoipa::path(
    post, path = "/sessions/{code}/questions/{item}/regroupings",
    params(QuestionPath),
    tag = "themes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = ProposedThemes),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn propose_regrouping(
    Facilitated(handle): Facilitated,
    At(question): At<QuestionPath>,
) -> Result<Json<ProposedThemes>, ApiError> {
    let (proposal, regrouping) = handle.regroup(ItemId(question.item)).await?.ok_or(ApiError::NotFound)?;
    Ok(Json(ProposedThemes { proposal, regrouping }))
}

/// A proposal that was used.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct UsedRegrouping {
    /// The log's position.
    pub position: u64,
    /// The proposal that brings back what was there before.
    pub undo: u64,
}

/// Group as was proposed; the answer names the proposal that takes it back.
#[utoipa::path(
    post, path = "/sessions/{code}/regroupings/{proposal}",
    params(
        ("code" = String, Path, description = "The join code"),
        ("proposal" = u64, Path, description = "The proposal's number")
    ),
    tag = "themes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = UsedRegrouping),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn use_regrouping(
    Facilitated(handle): Facilitated,
    At((_, proposal)): At<(String, u64)>,
) -> Result<Json<UsedRegrouping>, ApiError> {
    let used = handle.use_proposal(proposal).await?;
    Ok(Json(UsedRegrouping { position: used.position, undo: used.undo }))
}

/// A part that a theme may be split into.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SuggestedPart {
    /// A heading for it.
    pub label: Heading,
    /// Its answers, at least two.
    pub answers: Vec<AnswerId>,
}

/// How a theme could be split, the largest part first; what fits no part stays. Empty where its answers say the same.
#[utoipa::path(
    get, path = "/sessions/{code}/questions/{item}/themes/{theme}/split",
    params(QuestionPath, ("theme" = u32, Path, description = "The theme's number")),
    tag = "themes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Vec<SuggestedPart>),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn suggest_split(
    Facilitated(handle): Facilitated,
    At((_, item, theme)): At<(String, u32, u32)>,
) -> Result<Json<Vec<SuggestedPart>>, ApiError> {
    let parts = handle.split(ItemId(item), ThemeId(theme)).await?.ok_or(ApiError::NotFound)?;
    Ok(Json(parts.into_iter().map(|(label, answers)| SuggestedPart { label, answers }).collect()))
}
