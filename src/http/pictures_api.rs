//! The API's part on pictures: taken from a facilitator, shown to whoever knows the address.

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::App;
use super::api::Facilitated;
use super::error::{ApiError, Problem};
use super::read::At;
use crate::hub::KeepError;
use crate::picture::{self, FILE_BYTES_MAX, PictureError, Prepared};
use crate::session::{JoinCode, PictureId, PictureSize};

/// Uploads that are received at a time; each may hold 10 MB.
pub(super) const UPLOADS_MAX: usize = 16;
/// Pictures that are decoded at a time; each may hold 200 MB and a core.
pub(super) const DECODINGS_MAX: usize = 2;

/// What the API takes and gives of pictures. Apart from the rest, whose bodies are shorter: here the handler bounds them.
pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(upload)).routes(routes!(read))
}

/// A picture that the session keeps.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct KeptPicture {
    /// What an item names it by.
    pub id: PictureId,
    /// Its width in pixels.
    pub width: u16,
    /// Its height in pixels.
    pub height: u16,
}

/// Keep a picture, for an item to show: a JPEG, PNG or WebP of at most 10 MB and 40 million pixels as the body.
///
/// It is made at most 1,920 pixels long and written anew without any metadata.
#[utoipa::path(
    post, path = "/sessions/{code}/pictures", request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    params(("code" = String, Path, description = "The join code")),
    tag = "pictures", security(("facilitator_key" = [])),
    responses(
        (status = 201, body = KeptPicture),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn upload(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    body: Body,
) -> Result<Response, ApiError> {
    let received = app.uploads.clone().try_acquire_owned().map_err(|_| ApiError::TooFast)?;
    let file = to_bytes(body, FILE_BYTES_MAX).await.map_err(|_| PictureError::TooLarge)?;
    let turn = app.decodings.clone().acquire_owned().await.map_err(|_| ApiError::Unavailable)?;
    let prepared = tokio::task::spawn_blocking(move || {
        let prepared = picture::prepare(&file);
        drop((turn, received));
        prepared
    });
    let Prepared { bytes, width, height } = prepared.await.map_err(|_| PictureError::Broken)??;
    let id = app.hub.keep_picture(&handle, bytes, PictureSize { width, height }).await?;
    Ok((StatusCode::CREATED, Json(KeptPicture { id, width, height })).into_response())
}

/// A picture that a session keeps; whoever knows the address may see it.
#[utoipa::path(
    get, path = "/sessions/{code}/pictures/{picture}", tag = "pictures",
    params(
        ("code" = String, Path, description = "The join code"),
        ("picture" = String, Path, description = "The picture's id")
    ),
    responses(
        (status = 200, body = Vec<u8>, content_type = "image/jpeg"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn read(
    State(app): State<App>,
    At((code, picture)): At<(String, String)>,
) -> Result<Response, ApiError> {
    let (code, picture): (JoinCode, PictureId) =
        (code.parse().map_err(|_| ApiError::NotFound)?, picture.parse().map_err(|_| ApiError::NotFound)?);
    let bytes = app.hub.picture(code, picture).await?.ok_or(ApiError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(picture::content_type(&bytes))),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable")),
    ];
    Ok((headers, bytes).into_response())
}

impl From<KeepError> for ApiError {
    fn from(problem: KeepError) -> Self {
        match problem {
            KeepError::Refused(rejection) => rejection.into(),
            KeepError::Store(problem) => problem.into(),
        }
    }
}
