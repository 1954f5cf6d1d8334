//! The API's part on own headings: the text in which an organisation keeps them.

use axum::Json;
use axum::extract::rejection::StringRejection;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::api::{Facilitated, Stored};
use super::error::{ApiError, Problem};
use crate::hub::{concepts_of_themes, concepts_text, read_concepts};
use crate::session::FacilitatorCommand;

/// Read the session's own headings, one a line with words that speak of it: `Ledelse: leder, sjef`.
#[utoipa::path(
    get, path = "/sessions/{code}/concepts",
    params(("code" = String, Path, description = "The join code")),
    tag = "themes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = String, content_type = "text/plain"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn read(Facilitated(handle): Facilitated) -> Result<Response, ApiError> {
    Ok(text(concepts_text(&handle.read().await?.session.concepts)))
}

/// Make own headings of the session's themes, for the next session to begin with.
#[utoipa::path(
    get, path = "/sessions/{code}/concepts/of-themes",
    params(("code" = String, Path, description = "The join code")),
    tag = "themes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = String, content_type = "text/plain"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn of_themes(Facilitated(handle): Facilitated) -> Result<Response, ApiError> {
    let session = handle.read().await?.session;
    let made = tokio::task::spawn_blocking(move || concepts_text(&concepts_of_themes(&session)));
    Ok(text(made.await.map_err(|_| ApiError::Unavailable)?))
}

/// Replace the session's own headings by those of a text; an empty one takes them away.
#[utoipa::path(
    put, path = "/sessions/{code}/concepts", request_body(content = String, content_type = "text/plain"),
    params(("code" = String, Path, description = "The join code")),
    tag = "themes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Stored),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn replace(
    Facilitated(handle): Facilitated,
    body: Result<String, StringRejection>,
) -> Result<Json<Stored>, ApiError> {
    let concepts = read_concepts(&body?)?;
    let position = handle.facilitate(FacilitatorCommand::ChangeConcepts { concepts }).await?;
    Ok(Json(Stored { position }))
}

fn text(body: String) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], body).into_response()
}
