//! The API's part on plans as files: save, read, copy, and begin with a template.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use serde::Deserialize;

use super::App;
use super::api::{CreatedSession, Facilitated, attachment, created, may_create};
use super::error::{ApiError, Problem};
use super::read::Asked;
use super::socket::is_own_origin;
use crate::export;
use crate::plan_file::{self, TEMPLATES, Template, Title};
use crate::session::{self, ItemPlan, Line, Plan, Session};

/// A plan as it was sent: as a text where the request says `text/plain`, else as JSON.
pub(super) struct SentPlan(pub Plan);

impl FromRequest<App> for SentPlan {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        if !is_text(request.headers()) {
            let Json(plan) = Json::<Plan>::from_request(request, app).await?;
            return Ok(SentPlan(plan));
        }
        // Browsers let any page send a text without asking first, unlike JSON.
        if !is_own_origin(request.headers(), &app.public_host) {
            return Err(ApiError::ForeignPage);
        }
        let text = String::from_request(request, app).await?;
        Ok(SentPlan(plan_file::read(&text).map_err(ApiError::Plan)?))
    }
}

/// What is asked of a plan that is checked.
#[derive(Deserialize, utoipa::IntoParams)]
pub(super) struct Checking {
    /// Whether it may be a programme alone, without a title, to be added to another.
    #[serde(default)]
    untitled: bool,
}

/// Read a plan without making a session: its text, or JSON, becomes JSON, and all that is wrong with the text is told.
#[utoipa::path(
    post, path = "/plans", tag = "plans", params(Checking),
    request_body(content((String = "text/plain"), (Plan = "application/json"))),
    responses(
        (status = 200, body = Plan),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn check(
    State(app): State<App>,
    Asked(asked): Asked<Checking>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Plan>, ApiError> {
    if app.readings.check().is_err() {
        return Err(ApiError::TooFast);
    }
    let title = if asked.untitled { Title::Free } else { Title::Needed };
    if is_text(&headers) {
        let text = std::str::from_utf8(&body).map_err(|problem| ApiError::Unreadable(problem.to_string()))?;
        return Ok(Json(plan_file::read_titled(text, title).map_err(ApiError::Plan)?));
    }
    let Json(plan) = Json::<Plan>::from_bytes(&body)?;
    let mut whole = plan.clone();
    if title == Title::Free && whole.details.title.is_empty() {
        whole.details.title = Line::parse("-").unwrap_or_default();
    }
    session::create(whole)?;
    Ok(Json(plan))
}

/// The session's plan as JSON: what creates the same session again, without anything that was answered, and without
/// pictures.
#[utoipa::path(
    get, path = "/sessions/{code}/plan.json", params(("code" = String, Path, description = "The join code")),
    tag = "plans", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = Plan),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn read_json(Facilitated(handle): Facilitated) -> Result<Response, ApiError> {
    let mut plan = plan_of(&handle.read().await?.session);
    plan.items.iter_mut().for_each(ItemPlan::leave_out_pictures);
    let body = serde_json::to_vec_pretty(&plan).map_err(|_| ApiError::Unavailable)?;
    Ok(attachment(&export::plan_file_name(&plan.details, "json"), "application/json", body))
}

/// The session's plan as a text, to be written on in any editor.
#[utoipa::path(
    get, path = "/sessions/{code}/plan.txt", params(("code" = String, Path, description = "The join code")),
    tag = "plans", security(("facilitator_key" = [])),
    responses(
        (status = 200, body = String, content_type = "text/plain"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn read_text(Facilitated(handle): Facilitated) -> Result<Response, ApiError> {
    let plan = plan_of(&handle.read().await?.session);
    let body = plan_file::write(&plan).into_bytes();
    Ok(attachment(&export::plan_file_name(&plan.details, "txt"), "text/plain; charset=utf-8", body))
}

/// Make a new session with the same plan, pictures included: no answers and no people, a code and keys of its own.
#[utoipa::path(
    post, path = "/sessions/{code}/duplicate", params(("code" = String, Path, description = "The join code")),
    tag = "plans", security(("facilitator_key" = [])),
    responses(
        (status = 201, body = CreatedSession),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn duplicate(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
) -> Result<Response, ApiError> {
    may_create(&app)?;
    let plan = plan_of(&handle.read().await?.session);
    Ok(created(&app, app.hub.copy(plan, &handle).await?))
}

/// Programmes to begin with, each in every language.
#[utoipa::path(get, path = "/templates", tag = "plans", responses((status = 200, body = Vec<Template>)))]
pub(super) async fn templates() -> Json<&'static [Template]> {
    Json(TEMPLATES.as_slice())
}

/// What a facilitator has prepared, as it stands now.
fn plan_of(session: &Session) -> Plan {
    Plan {
        details: session.details.clone(),
        items: session.programme.items().iter().map(|item| item.plan.clone()).collect(),
        concepts: session.concepts.clone(),
        roles: session.roles.list().iter().map(|role| role.name.clone()).collect(),
        signals: session.signals,
        questions: session.asked.plan,
    }
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("text/plain")
}
