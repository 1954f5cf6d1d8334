//! Further links to a session, under `/api/v1`.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::api::Facilitated;
use super::error::{ApiError, Problem};
use super::{App, qr};
use crate::session::{Line, LinkId, LinkKind};

/// A link to be made.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLink {
    /// What it opens.
    pub kind: LinkKind,
    /// Who or what it is for; may be empty.
    #[serde(default)]
    pub name: Line,
}

/// A link that was just made; it is told here and never again.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MadeLink {
    /// To withdraw it by.
    pub link: LinkId,
    /// The link itself.
    pub address: String,
    /// Side of its QR code in modules, quiet zone included.
    pub qr_size: u32,
    /// The dark modules as the `d` of one SVG path in units of modules.
    pub qr_path: String,
}

/// Make a further link to the session, with a key of its own that can be withdrawn.
#[utoipa::path(
    post, path = "/sessions/{code}/links", request_body = NewLink, tag = "sessions",
    params(("code" = String, Path, description = "The join code")),
    security(("facilitator_key" = [])),
    responses(
        (status = 201, body = MadeLink),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn make(
    State(app): State<App>,
    Facilitated(handle): Facilitated,
    link: Result<Json<NewLink>, JsonRejection>,
) -> Result<(StatusCode, Json<MadeLink>), ApiError> {
    let Json(NewLink { kind, name }) = link?;
    let made = handle.make_link(kind, name).await?;
    let page = match kind {
        LinkKind::Facilitate => "facilitate",
        LinkKind::Watch => "present",
    };
    let address = format!("{}/{page}/{}#{}", app.public_url, handle.code(), made.key.text());
    let (qr_size, qr_path) = qr::path(&address);
    Ok((StatusCode::CREATED, Json(MadeLink { link: made.link, address, qr_size, qr_path })))
}
