//! The API for scripts, under `/api/v1`.

use axum::Json;
use axum::body::Body;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequestParts, RawPathParams, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::error::{ApiError, Problem};
use super::plan_api::SentPlan;
use super::{
    App, archive_api, concepts_api, exports_api, links_api, password_api, plan_api, results_api, themes_api,
};
use crate::hub::{Created, Overview, SessionHandle};
use crate::session::{
    AskedView, Audience, Change, Details, FacilitatorCommand, ItemView, JoinCode, LinkKind, Plan,
    QuestionResults, StageView, asked_views, results, snapshot,
};

/// The API under its address, with its description.
pub fn described() -> OpenApiRouter<App> {
    #[derive(OpenApi)]
    #[openapi(
        info(
            title = "Plenum",
            description = "Create, steer and read sessions. The facilitator's key goes into `Authorization: Bearer`."
        ),
        modifiers(&BearerKey)
    )]
    struct Description;

    OpenApiRouter::with_openapi(Description::openapi()).nest("/api/v1", router())
}

/// A part of the API under its address.
pub(super) fn under_address(part: OpenApiRouter<App>) -> OpenApiRouter<App> {
    OpenApiRouter::new().nest("/api/v1", part)
}

fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create))
        .routes(routes!(read))
        .routes(routes!(command))
        .routes(routes!(read_results))
        .routes(routes!(plan_api::read_json))
        .routes(routes!(plan_api::read_text))
        .routes(routes!(plan_api::duplicate))
        .routes(routes!(plan_api::check))
        .routes(routes!(plan_api::templates))
        .routes(routes!(themes_api::read_likeliest))
        .routes(routes!(themes_api::propose_regrouping))
        .routes(routes!(themes_api::use_regrouping))
        .routes(routes!(themes_api::suggest_split))
        .routes(routes!(concepts_api::read, concepts_api::replace))
        .routes(routes!(concepts_api::of_themes))
        .routes(routes!(links_api::make))
        .routes(routes!(password_api::set))
        .routes(routes!(exports_api::minutes_markdown))
        .routes(routes!(exports_api::minutes_docx))
        .routes(routes!(exports_api::minutes_html))
        .routes(routes!(exports_api::minutes_odt))
        .routes(routes!(exports_api::minutes_pdf))
        .routes(routes!(exports_api::answers_xlsx))
        .routes(routes!(exports_api::answers_csv))
        .routes(routes!(exports_api::question_answers_csv))
        .routes(routes!(results_api::picture_svg))
        .routes(routes!(results_api::picture_png))
        .routes(routes!(results_api::slides))
        .routes(routes!(archive_api::write))
        .routes(routes!(archive_api::schema))
}

struct BearerKey;

impl utoipa::Modify for BearerKey {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        let components = openapi.components.get_or_insert_with(Default::default);
        components.add_security_scheme("facilitator_key", SecurityScheme::Http(bearer));
    }
}

/// A session that was just made. The key is told here and never again.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CreatedSession {
    /// The code that people type.
    pub code: JoinCode,
    /// The facilitator's key, 43 characters of base64url.
    pub key: String,
    /// Where to go.
    pub links: Links,
}

/// The session's pages. Whoever has `facilitate` or `present` can steer the session.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Links {
    /// For participants; also the QR code.
    pub join: String,
    /// For the facilitator.
    pub facilitate: String,
    /// For the projector.
    pub present: String,
}

/// A session as it stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SessionOverview {
    /// The code that people type.
    pub code: JoinCode,
    /// Title, language, place, date.
    pub details: Details,
    /// What is shown now.
    pub stage: Option<StageView>,
    /// The programme.
    pub items: Vec<ItemView>,
    /// People who have joined in all.
    pub joined: u32,
    /// Phones connected now.
    pub connected: u32,
}

/// The results of every question.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SessionResults {
    /// In the order of the programme.
    pub questions: Vec<QuestionResults>,
    /// Questions to the speaker in the order they were asked, those that wait or are put away too.
    pub asked: Vec<AskedView>,
}

/// Where a command is stored.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Stored {
    /// The log's position.
    pub position: u64,
}

/// The session of a request that carries its key.
pub(super) struct Facilitated(pub SessionHandle);

impl FromRequestParts<App> for Facilitated {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let path = RawPathParams::from_request_parts(parts, app).await.map_err(|_| ApiError::NotFound)?;
        let (_, code) = path.iter().find(|(name, _)| *name == "code").ok_or(ApiError::NotFound)?;
        let code: JoinCode = code.parse().map_err(|_| ApiError::NotFound)?;
        let authorization = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let key = authorization.and_then(|value| value.strip_prefix("Bearer ")).ok_or(ApiError::WrongKey)?;
        // A wrong code and a wrong key look the same from outside, so that codes cannot be tried here.
        let handle = app.hub.find(code).await?.ok_or(ApiError::WrongKey)?;
        match handle.rights(key.trim()).await?.map(|rights| rights.kind) {
            Some(LinkKind::Facilitate) => Ok(Facilitated(handle)),
            Some(LinkKind::Watch) | None => Err(ApiError::WrongKey),
        }
    }
}

/// Create a session from a plan, in JSON or as a text.
#[utoipa::path(
    post, path = "/sessions", tag = "sessions",
    request_body(content((Plan = "application/json"), (String = "text/plain"))),
    responses(
        (status = 201, body = CreatedSession),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 403, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn create(State(app): State<App>, SentPlan(plan): SentPlan) -> Result<Response, ApiError> {
    made(&app, plan).await
}

/// Makes a session and tells its key, once.
pub(super) async fn made(app: &App, plan: Plan) -> Result<Response, ApiError> {
    may_create(app)?;
    Ok(created(app, app.hub.create(plan).await?))
}

/// Whether one more session may be made just now.
pub(super) fn may_create(app: &App) -> Result<(), ApiError> {
    app.creations.check().map_err(|_| ApiError::TooFast)
}

/// Tells where a session is that was just made, and its key, once.
pub(super) fn created(app: &App, made: Created) -> Response {
    let (url, code, key) = (&app.public_url, made.code, made.key.text());
    let links = Links {
        join: format!("{url}/{code}#{}", made.join_secret),
        facilitate: format!("{url}/facilitate/{code}#{key}"),
        present: format!("{url}/present/{code}#{key}"),
    };
    (StatusCode::CREATED, Json(CreatedSession { code, key, links })).into_response()
}

/// Read a session: its programme and what is shown now.
#[utoipa::path(
    get, path = "/sessions/{code}", params(("code" = String, Path, description = "The join code")), tag = "sessions",
    security(("facilitator_key" = [])),
    responses(
        (status = 200, body = SessionOverview),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn read(Facilitated(handle): Facilitated) -> Result<Json<SessionOverview>, ApiError> {
    let Overview { session, connected, .. } = handle.read().await?;
    let (mut stage, mut items) = (None, Vec::new());
    for change in snapshot(&session, Audience::Facilitator) {
        if let Change::Stage { stage: shown } = change {
            stage = Some(shown);
        } else if let Change::Programme { items: all, .. } = change {
            items = all;
        }
    }
    let joined = session.joined() as u32;
    Ok(Json(SessionOverview {
        code: handle.code(),
        details: session.details,
        stage,
        items,
        joined,
        connected,
    }))
}

/// Steer a session: the same commands as the facilitator's page has.
#[utoipa::path(
    post, path = "/sessions/{code}/commands", request_body = FacilitatorCommand,
    params(("code" = String, Path, description = "The join code")), tag = "sessions",
    security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Stored),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn command(
    Facilitated(handle): Facilitated,
    command: Result<Json<FacilitatorCommand>, JsonRejection>,
) -> Result<Json<Stored>, ApiError> {
    let Json(command) = command?;
    let position = handle.facilitate(command).await?;
    Ok(Json(Stored { position }))
}

/// Read the results of every question: answers, themes and rankings; and the questions to the speaker.
#[utoipa::path(
    get, path = "/sessions/{code}/results", params(("code" = String, Path, description = "The join code")),
    tag = "sessions", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = SessionResults),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn read_results(Facilitated(handle): Facilitated) -> Result<Json<SessionResults>, ApiError> {
    let overview = handle.read().await?;
    let session = &overview.session;
    Ok(Json(SessionResults { questions: results(session), asked: asked_views(session) }))
}

/// A file to be kept under a name.
pub(super) fn attachment(name: &str, content_type: &'static str, body: impl Into<Body>) -> Response {
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{name}\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, body.into()).into_response()
}
