//! The API's part on answers from elsewhere: a look at a file, and a session of it. No file is kept in between.

use axum::Json;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::App;
use super::api::{CreatedSession, created, may_create};
use super::error::{ApiError, Problem};
use super::socket::is_own_origin;
use crate::hub::now_ms;
use crate::import::{self, FILE_BYTES_MAX, ImportError, Look, Wanted};

/// Longest body with a file in it: a third longer than the file, and what is wanted of it.
pub(super) const BODY_BYTES_MAX: usize = FILE_BYTES_MAX / 3 * 4 + (1 << 20);

/// What looks at files. Apart from the rest, whose bodies are shorter: here the handler bounds them.
pub(super) fn looking() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(look))
}

/// What makes sessions of files, whose bodies are at most [`BODY_BYTES_MAX`].
pub(super) fn making() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(make))
}

/// A file, and what becomes of it.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportedFile {
    /// The file in base64 (RFC 4648, section 4).
    #[schema(content_encoding = "base64")]
    file: String,
    /// What becomes of it.
    wanted: Wanted,
}

/// Look at a file with answers, without keeping anything: an .xlsx, .ods or .csv of at most 10 MB as the body.
///
/// Each column is told with its first values and with what it seems to be. Columns that say who answered, or when, seem to
/// be `identity`.
#[utoipa::path(
    post, path = "/imports", tag = "imports",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, body = Look),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn look(State(app): State<App>, headers: HeaderMap, body: Body) -> Result<Json<Look>, ApiError> {
    // Browsers let any page send bytes without asking first, unlike JSON.
    if !is_own_origin(&headers, &app.public_host) {
        return Err(ApiError::ForeignPage);
    }
    if app.readings.check().is_err() {
        return Err(ApiError::TooFast);
    }
    let received = app.uploads.clone().try_acquire_owned().map_err(|_| ApiError::TooFast)?;
    let file = to_bytes(body, FILE_BYTES_MAX).await.map_err(|_| ImportError::TooLarge)?;
    let looked = read(&app, move || {
        let tables = import::read(&file);
        drop((file, received));
        Ok(import::look(&tables?))
    });
    Ok(Json(looked.await?))
}

/// Make a session of chosen columns of a file: each becomes a question that is closed and has its answers.
///
/// Nothing joins the answers of a row, they stand in an order that says nothing, and columns that were not chosen are not
/// kept. The session is not over: themes can be tidied and results shown until it is ended.
#[utoipa::path(
    post, path = "/sessions/from-table", tag = "imports", request_body = ImportedFile,
    responses(
        (status = 201, body = CreatedSession),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn make(State(app): State<App>, request: Request) -> Result<Response, ApiError> {
    // Who may not is told before megabytes are taken in, and they are taken in from a few at a time.
    may_create(&app)?;
    let received = app.uploads.clone().try_acquire_owned().map_err(|_| ApiError::TooFast)?;
    let sent: Result<Json<ImportedFile>, JsonRejection> = Json::from_request(request, &app).await;
    let Json(ImportedFile { file, wanted }) = sent?;
    let (limits, concepts, seed) = (app.hub.limits(), app.hub.concepts(), app.hub.draw_seed());
    let facts = read(&app, move || {
        let file: Bytes = STANDARD.decode(file).map_err(|_| ImportError::Broken)?.into();
        let tables = import::read(&file);
        drop((file, received));
        let tables = tables?;
        import::from_tables(&tables, &wanted, concepts, &limits, seed, now_ms())
    });
    Ok(created(&app, app.hub.create_of(facts.await?, Vec::new()).await?))
}

/// Reads beside the sockets' tasks, few files at a time. A reader that gives up on a file has found it damaged.
async fn read<Read: Send + 'static>(
    app: &App,
    reading: impl FnOnce() -> Result<Read, ImportError> + Send + 'static,
) -> Result<Read, ApiError> {
    let turn = app.decodings.clone().acquire_owned().await.map_err(|_| ApiError::Unavailable)?;
    let read = tokio::task::spawn_blocking(move || {
        let read = reading();
        drop(turn);
        read
    });
    Ok(read.await.map_err(|_| ImportError::Broken)??)
}
