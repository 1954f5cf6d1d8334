//! The API's part on results that somebody takes into a presentation or a report: one question as a picture, and all of
//! them as slides.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::App;
use super::api::Facilitated;
use super::error::{ApiError, Problem};
use super::exports_api::{number_of, rendered};
use super::read::{Asked, At};
use super::themes_api::QuestionPath;
use crate::brand::OwnColours;
use crate::export::{self, AskedQuestion, ExportError, Minutes, MinutesChoices, Pictures};
use crate::hub::SessionHandle;
use crate::session::{ItemId, Language, Phase};

/// In which language the words around a result are.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ResultWanted {
    /// The session's own where nothing is said.
    #[param(inline)]
    #[serde(default)]
    language: Option<Language>,
}

impl ResultWanted {
    fn choices(self) -> MinutesChoices {
        MinutesChoices { language: self.language, ..MinutesChoices::default() }
    }
}

/// The result of one question as a drawing, 1,920 wide and 1,080 high, with all its figures told in words.
///
/// It shows what the facilitator sees, whether or not the room does; hidden themes and answers are no part of it.
#[utoipa::path(
    get, path = "/sessions/{code}/questions/{item}/picture.svg", params(QuestionPath, ResultWanted),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = String, content_type = "image/svg+xml"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The question has not been asked yet.", body = Problem,
         content_type = "application/problem+json"),
    )
)]
pub(super) async fn picture_svg(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    At(question): At<QuestionPath>,
    Asked(wanted): Asked<ResultWanted>,
) -> Result<Response, ApiError> {
    picture(
        app,
        handle,
        ItemId(question.item),
        wanted,
        ("svg", "image/svg+xml"),
        |minutes, question, colours, kept| {
            Ok(export::result_svg(minutes, question, colours, kept).into_bytes())
        },
    )
    .await
}

/// The same as a PNG of 1,920 by 1,080 pixels.
#[utoipa::path(
    get, path = "/sessions/{code}/questions/{item}/picture.png", params(QuestionPath, ResultWanted),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Vec<u8>, content_type = "image/png"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The question has not been asked yet.", body = Problem,
         content_type = "application/problem+json"),
    )
)]
pub(super) async fn picture_png(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    At(question): At<QuestionPath>,
    Asked(wanted): Asked<ResultWanted>,
) -> Result<Response, ApiError> {
    picture(app, handle, ItemId(question.item), wanted, ("png", "image/png"), export::result_png).await
}

/// All results as slides for PowerPoint and others: one for each question that was asked, with texts and shapes that can
/// be changed.
#[utoipa::path(
    get, path = "/sessions/{code}/slides.pptx",
    params(("code" = String, Path, description = "The join code"), ResultWanted),
    tag = "minutes", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Vec<u8>,
         content_type = "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn slides(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    Asked(wanted): Asked<ResultWanted>,
) -> Result<Response, ApiError> {
    let kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    let kept = kept_pictures(&app, &handle).await?;
    let colours = app.brand.colours;
    rendered(app, handle, wanted.choices(), kind, move |minutes| {
        Ok((export::slides_file_name(minutes), export::slides(minutes, colours, &kept)?))
    })
    .await
}

async fn kept_pictures(app: &App, handle: &SessionHandle) -> Result<Pictures, ApiError> {
    let shown = handle.read().await?.session.pictures_shown();
    Ok(app.hub.pictures(handle, shown).await?)
}

/// Draws one question's result beside the socket tasks.
async fn picture(
    app: App,
    handle: SessionHandle,
    item: ItemId,
    wanted: ResultWanted,
    (extension, kind): (&'static str, &'static str),
    draw: impl FnOnce(&Minutes, &AskedQuestion, OwnColours, &Pictures) -> Result<Vec<u8>, ExportError>
    + Send
    + 'static,
) -> Result<Response, ApiError> {
    let overview = handle.read().await?;
    let (_, state) = overview.session.question(item).ok_or(ApiError::NotFound)?;
    if state.phase == Phase::Waiting && !state.has_answers() {
        return Err(ApiError::Unasked);
    }
    drop(overview);
    let kept = kept_pictures(&app, &handle).await?;
    let colours = app.brand.colours;
    rendered(app, handle, wanted.choices(), kind, move |minutes| {
        let number = number_of(minutes, Some(item)).unwrap_or_default();
        // It may have been taken out of the programme since it was looked for.
        let question = minutes.questions.iter().find(|asked| asked.item == item);
        let question = question.ok_or(ExportError::Unasked)?;
        let file = draw(minutes, question, colours, &kept)?;
        Ok((export::picture_file_name(minutes, number, extension), file))
    })
    .await
}
