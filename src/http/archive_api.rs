//! The API's part on archives: a whole session as a file, and back.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::App;
use super::api::{CreatedSession, Facilitated, attachment, created};
use super::error::{ApiError, Problem};
use crate::export::{self, Archive, ArchiveError};
use crate::hub::now_ms;
use crate::picture::{self, PictureError, Prepared};
use crate::session::{PictureId, PictureSize};

/// The part that takes bodies of [`ARCHIVE_BYTES_MAX`](super::ARCHIVE_BYTES_MAX), under its address.
pub(super) fn described() -> OpenApiRouter<App> {
    OpenApiRouter::new().nest("/api/v1", OpenApiRouter::new().routes(routes!(read_back)))
}

/// The whole session as JSON, with nothing that tells who gave an answer; what answers in hidden themes and those that
/// wait say is in it.
#[utoipa::path(
    get, path = "/sessions/{code}/archive.json", params(("code" = String, Path, description = "The join code")),
    tag = "archives", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Archive),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn write(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
) -> Result<Response, ApiError> {
    let overview = handle.read().await?;
    let pictures = app.hub.pictures(&handle, overview.session.pictures_shown()).await?;
    let seed = handle.code().number().into();
    let made = tokio::task::spawn_blocking(move || {
        let archive = export::archive(&overview.session, seed).with_pictures(&overview.session, &pictures);
        let name = export::archive_file_name(&archive.details);
        serde_json::to_vec(&archive).map(|body| (name, body))
    });
    let (name, body) = made.await.ok().and_then(Result::ok).ok_or(ApiError::Unavailable)?;
    Ok(attachment(&name, "application/json", body))
}

/// The JSON Schema of archives (draft 2020-12).
#[utoipa::path(get, path = "/archive.schema.json", tag = "archives", responses((status = 200, body = Object)))]
pub(super) async fn schema() -> Json<Value> {
    Json(export::archive_schema())
}

/// Make a session of an archive: over for good, with the same results, a code and keys of its own.
#[utoipa::path(
    post, path = "/sessions/from-archive", tag = "archives", request_body = Archive,
    responses(
        (status = 201, body = CreatedSession),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn read_back(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<Response, ApiError> {
    // Browsers let any page send other kinds without asking first.
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().unwrap_or_default().trim() != "application/json" {
        return Err(ApiError::Unreadable("Send the archive as application/json.".into()));
    }
    if app.creations.check().is_err() {
        return Err(ApiError::TooFast);
    }
    let limits = app.hub.limits();
    let turn = app.decodings.clone().acquire_owned().await.map_err(|_| ApiError::Unavailable)?;
    let read = tokio::task::spawn_blocking(move || {
        let archive = export::read_archive(&body)?;
        let facts = export::from_archive(&archive, &limits, now_ms())?;
        let pictures = pictures(&archive)?;
        drop(turn);
        Ok::<_, ApiError>((facts, pictures))
    });
    let (facts, pictures) = read.await.map_err(|_| ApiError::Unavailable)??;
    Ok(created(&app, app.hub.create_of(facts, pictures).await?))
}

/// The pictures that items show, written anew like any that somebody sends; those that are no larger than a server keeps
/// them are all that an archive has.
fn pictures(archive: &Archive) -> Result<Vec<(PictureId, Vec<u8>)>, ApiError> {
    let shown = archive.pictures.iter().filter_map(|picture| Some((picture, archive.size_of(picture.id)?)));
    let prepared = shown.map(|(picture, size)| {
        let file = STANDARD.decode(&picture.file).map_err(|_| PictureError::Broken)?;
        let Prepared { bytes, width, height } = picture::prepare_kept(&file)?;
        if size != (PictureSize { width, height }) {
            return Err(ApiError::Unreadable("A picture is not as large as its item says.".into()));
        }
        Ok((picture.id, bytes))
    });
    prepared.collect()
}

impl From<ArchiveError> for ApiError {
    fn from(problem: ArchiveError) -> Self {
        match problem {
            ArchiveError::Plan(rejection) => rejection.into(),
            ArchiveError::Newer(_) => ApiError::NewerArchive(format!("{problem}.")),
            ArchiveError::Form(_) | ArchiveError::TooLarge | ArchiveError::Contradiction(_) => {
                ApiError::Unreadable(format!("{problem}."))
            }
        }
    }
}
