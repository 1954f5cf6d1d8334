//! The API's part on what is taken home: the minutes, and results and answers as files.

use std::io::{self, Write};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::Response;
use futures_util::stream;
use serde::Deserialize;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};

use super::App;
use super::api::{Facilitated, attachment};
use super::error::{ApiError, Problem};
use super::read::{Asked, At};
use super::themes_api::QuestionPath;
use crate::export::{self, Bom, Minutes, MinutesChoices, MinutesOptions};
use crate::hub::{Overview, SessionHandle};
use crate::session::ItemId;

/// Parts of a table that are made before the first of them is taken: enough that neither side waits for the other.
const PARTS_WAITING_MAX: usize = 4;
/// PDFs that are set at a time: one takes all processors, and by far the most memory of all files.
pub(super) const PDFS_MAX: usize = 1;
/// Who takes no part of a table for so long is gone.
const STALLED_MAX: Duration = Duration::from_secs(60);

/// The minutes in Markdown.
#[utoipa::path(
    get, path = "/sessions/{code}/minutes.md", params(("code" = String, Path, description = "The join code"), MinutesChoices),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = String, content_type = "text/markdown"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn minutes_markdown(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    Asked(choices): Asked<MinutesChoices>,
) -> Result<Response, ApiError> {
    rendered(app, handle, choices, "text/markdown; charset=utf-8", |minutes| {
        Ok((export::file_name(minutes, "md"), export::markdown(minutes).into_bytes()))
    })
    .await
}

/// The minutes as a Word document.
#[utoipa::path(
    get, path = "/sessions/{code}/minutes.docx", params(("code" = String, Path, description = "The join code"), MinutesChoices),
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
    Asked(choices): Asked<MinutesChoices>,
) -> Result<Response, ApiError> {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let shown = handle.read().await?.session.pictures_shown();
    let pictures = app.hub.pictures(&handle, shown).await?;
    let template = app.template.clone();
    rendered(app, handle, choices, kind, move |minutes| {
        let file = match &template {
            Some(template) => export::docx_in(template, minutes, &pictures)?,
            None => export::docx(minutes, &pictures)?,
        };
        Ok((export::file_name(minutes, "docx"), file))
    })
    .await
}

/// The minutes as one HTML file.
#[utoipa::path(
    get, path = "/sessions/{code}/minutes.html", params(("code" = String, Path, description = "The join code"), MinutesChoices),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = String, content_type = "text/html"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn minutes_html(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    Asked(choices): Asked<MinutesChoices>,
) -> Result<Response, ApiError> {
    let shown = handle.read().await?.session.pictures_shown();
    let pictures = app.hub.pictures(&handle, shown).await?;
    rendered(app, handle, choices, "text/html; charset=utf-8", move |minutes| {
        Ok((export::file_name(minutes, "html"), export::html(minutes, &pictures).into_bytes()))
    })
    .await
}

/// The minutes as an OpenDocument text.
#[utoipa::path(
    get, path = "/sessions/{code}/minutes.odt", params(("code" = String, Path, description = "The join code"), MinutesChoices),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/vnd.oasis.opendocument.text"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn minutes_odt(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    Asked(choices): Asked<MinutesChoices>,
) -> Result<Response, ApiError> {
    let kind = "application/vnd.oasis.opendocument.text";
    let shown = handle.read().await?.session.pictures_shown();
    let pictures = app.hub.pictures(&handle, shown).await?;
    rendered(app, handle, choices, kind, move |minutes| {
        Ok((export::file_name(minutes, "odt"), export::odt(minutes, &pictures)?))
    })
    .await
}

/// The minutes as a PDF for an archive (PDF/A-2a and PDF/UA-1), where the server was built with the feature `pdf`.
#[utoipa::path(
    get, path = "/sessions/{code}/minutes.pdf", params(("code" = String, Path, description = "The join code"), MinutesChoices),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/pdf"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 501, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn minutes_pdf(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    Asked(choices): Asked<MinutesChoices>,
) -> Result<Response, ApiError> {
    if !app.dress.offers_pdf() {
        return Err(ApiError::PdfNotBuilt);
    }
    let shown = handle.read().await?.session.pictures_shown();
    let pictures = app.hub.pictures(&handle, shown).await?;
    let turn = app.pdfs.clone().acquire_owned().await.map_err(|_| ApiError::Unavailable)?;
    rendered(app, handle, choices, "application/pdf", move |minutes| {
        let file = export::pdf(minutes, &pictures)?;
        drop(turn);
        Ok((export::file_name(minutes, "pdf"), file))
    })
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
    rendered(app, handle, MinutesChoices::default(), kind, |minutes| {
        Ok((export::answers_file_name(minutes, None, "xlsx"), export::xlsx(minutes)?))
    })
    .await
}

/// How a table is wanted.
#[derive(Deserialize, utoipa::IntoParams)]
pub(super) struct TableWanted {
    /// Whether it begins with a byte order mark, by which Excel knows UTF-8.
    #[serde(default)]
    bom: bool,
}

/// The answers of all questions as one long table in CSV (RFC 4180), sent while it is made.
///
/// A text that a spreadsheet would take for a formula has a `'` before it.
#[utoipa::path(
    get, path = "/sessions/{code}/answers.csv",
    params(("code" = String, Path, description = "The join code"), TableWanted),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = String, content_type = "text/csv"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn answers_csv(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    Asked(wanted): Asked<TableWanted>,
) -> Result<Response, ApiError> {
    let overview = handle.read().await?;
    table(&app, &handle, overview, None, wanted).await
}

/// The same for the answers of one question.
#[utoipa::path(
    get, path = "/sessions/{code}/questions/{item}/answers.csv", params(QuestionPath, TableWanted),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = String, content_type = "text/csv"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn question_answers_csv(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    At(question): At<QuestionPath>,
    Asked(wanted): Asked<TableWanted>,
) -> Result<Response, ApiError> {
    let overview = handle.read().await?;
    let item = ItemId(question.item);
    overview.session.question(item).ok_or(ApiError::NotFound)?;
    table(&app, &handle, overview, Some(item), wanted).await
}

/// Sends a table while it is made beside the socket tasks.
async fn table(
    app: &App,
    handle: &SessionHandle,
    overview: Overview,
    question: Option<ItemId>,
    wanted: TableWanted,
) -> Result<Response, ApiError> {
    let options = MinutesOptions::of_session(app.zone.clone(), handle.code());
    let bom = if wanted.bom { Bom::With } else { Bom::Without };
    let (parts, mut made) = mpsc::channel(PARTS_WAITING_MAX);
    let (tell_name, name) = oneshot::channel();
    tokio::task::spawn_blocking(move || {
        let minutes = export::minutes(&overview.session, &options);
        drop(overview);
        if tell_name.send(export::answers_file_name(&minutes, number_of(&minutes, question), "csv")).is_err()
        {
            return;
        }
        let mut body = Parts { parts, runtime: Handle::current() };
        // A table that is not whole must not look as if it were: the connection breaks off.
        if let Err(problem) = export::answers_csv(&minutes, question, bom, &mut body) {
            body.send(Err(problem))
                .unwrap_or_else(|problem| tracing::debug!(%problem, "a table was not taken"));
        }
    });
    let name = name.await.map_err(|_| ApiError::Unavailable)?;
    let body = Body::from_stream(stream::poll_fn(move |context| made.poll_recv(context)));
    Ok(attachment(&name, "text/csv; charset=utf-8; header=present", body))
}

/// The question's place among those asked, by which its file is called.
pub(super) fn number_of(minutes: &Minutes, question: Option<ItemId>) -> Option<usize> {
    let asked = minutes.questions.iter().position(|asked| Some(asked.item) == question);
    asked.map(|index| index + 1)
}

/// Takes what is written to whoever reads the body, and waits while they are slow.
struct Parts {
    parts: mpsc::Sender<io::Result<Bytes>>,
    runtime: Handle,
}

impl Parts {
    fn send(&self, part: io::Result<Bytes>) -> io::Result<()> {
        let sent = self.runtime.block_on(tokio::time::timeout(STALLED_MAX, self.parts.send(part)));
        match sent {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(io::ErrorKind::BrokenPipe.into()),
            Err(_) => Err(io::ErrorKind::TimedOut.into()),
        }
    }
}

impl Write for Parts {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        self.send(Ok(Bytes::copy_from_slice(part)))?;
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Folds and renders beside the socket tasks, since ten thousand answers take a while.
pub(super) async fn rendered(
    app: App,
    handle: SessionHandle,
    choices: MinutesChoices,
    content_type: &'static str,
    render: impl FnOnce(&Minutes) -> Result<(String, Vec<u8>), export::ExportError> + Send + 'static,
) -> Result<Response, ApiError> {
    let overview = handle.read().await?;
    let options = MinutesOptions::of_session(app.zone.clone(), handle.code()).choosing(choices);
    let made = tokio::task::spawn_blocking(move || {
        let mut minutes = export::minutes(&overview.session, &options);
        minutes.letterhead = app.letterhead.as_deref().cloned();
        drop(overview);
        render(&minutes)
    });
    let (name, body) = match made.await {
        Ok(Ok(made)) => made,
        Ok(Err(problem @ export::ExportError::PdfTooLong { .. })) => {
            return Err(ApiError::PdfTooLong(problem.to_string()));
        }
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
