//! The API's part on what is taken home: the minutes, and results and answers as files.

use axum::extract::State;
use axum::response::Response;

use super::App;
use super::api::{Facilitated, attachment};
use super::error::{ApiError, Problem};
use crate::export;
use crate::hub::SessionHandle;

/// The minutes in Markdown.
#[utoipa::path(
    get, path = "/sessions/{code}/minutes.md", params(("code" = String, Path, description = "The join code")),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = String, content_type = "text/markdown"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn minutes_markdown(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
) -> Result<Response, ApiError> {
    rendered(app, handle, "text/markdown; charset=utf-8", |minutes| {
        Ok((export::file_name(minutes, "md"), export::markdown(minutes).into_bytes()))
    })
    .await
}

/// The minutes as a Word document.
#[utoipa::path(
    get, path = "/sessions/{code}/minutes.docx", params(("code" = String, Path, description = "The join code")),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Vec<u8>,
         content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn minutes_docx(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
) -> Result<Response, ApiError> {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    rendered(app, handle, kind, |minutes| Ok((export::file_name(minutes, "docx"), export::docx(minutes)?)))
        .await
}

/// Results and answers as a spreadsheet: a summary, and a sheet for each question.
#[utoipa::path(
    get, path = "/sessions/{code}/answers.xlsx", params(("code" = String, Path, description = "The join code")),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Vec<u8>,
         content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn answers_xlsx(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
) -> Result<Response, ApiError> {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    rendered(app, handle, kind, |minutes| {
        Ok((export::answers_file_name(minutes, None, "xlsx"), export::xlsx(minutes)?))
    })
    .await
}

/// Folds and renders beside the socket tasks, since ten thousand answers take a while.
async fn rendered(
    app: App,
    handle: SessionHandle,
    content_type: &'static str,
    render: impl FnOnce(&export::Minutes) -> Result<(String, Vec<u8>), export::ExportError> + Send + 'static,
) -> Result<Response, ApiError> {
    let overview = handle.read().await?;
    let options = export::MinutesOptions::of_session(app.zone.clone(), handle.code());
    let made = tokio::task::spawn_blocking(move || {
        let minutes = export::minutes(&overview.session, &options);
        drop(overview);
        render(&minutes)
    });
    let (name, body) = match made.await {
        Ok(Ok(made)) => made,
        Ok(Err(problem)) => {
            tracing::error!(%problem, "a file could not be written");
            return Err(ApiError::Unavailable);
        }
        Err(problem) => {
            tracing::error!(%problem, "a file could not be written");
            return Err(ApiError::Unavailable);
        }
    };
    Ok(attachment(&name, content_type, body))
}
