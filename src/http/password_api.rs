//! The password of a room, under `/api/v1`.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use serde::Deserialize;

use super::api::Facilitated;
use super::error::{ApiError, Problem};

/// The password to ask for; of it only a slow hash is stored, so nobody can read it again.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// 4 to 100 characters, spaces around it left out; none to ask for no password.
    pub password: Option<String>,
}

/// Ask those who have not joined for a password, or no longer. Whoever has joined stays and comes back without it.
#[utoipa::path(
    put, path = "/sessions/{code}/password", request_body = NewPassword, tag = "sessions",
    params(("code" = String, Path, description = "The join code")),
    security(("facilitator_key" = [])),
    responses(
        (status = 204, description = "It is asked for from now on"),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn set(
    Facilitated(handle): Facilitated,
    wanted: Result<Json<NewPassword>, JsonRejection>,
) -> Result<StatusCode, ApiError> {
    let Json(NewPassword { password }) = wanted?;
    handle.set_password(password).await?;
    Ok(StatusCode::NO_CONTENT)
}
