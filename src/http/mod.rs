//! What the network sees: pages, sockets, the API.

pub use crate::wire;

pub mod accessibility;
mod ahead;
mod api;
mod archive_api;
mod concepts_api;
mod dress;
mod error;
mod exports_api;
mod guard;
mod imports_api;
mod links_api;
pub mod pages;
mod password_api;
mod pictures_api;
mod plan_api;
mod qr;
mod read;
mod results_api;
mod server;
mod sockets;
mod themes_api;

mod socket;

mod connection;

use std::num::NonZeroU32;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use serde::Deserialize;
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::brand::Brand;
use crate::export::{Letterhead, WordTemplate};
use crate::hub::{Hub, SessionHandle};
use crate::session::{Audience, JoinCode, Joining, Language};
use accessibility::Contact;
use error::ApiError;
use guard::Guard;
use pages::{FrameAncestors, Preview};
use sockets::Sockets;

pub use dress::Dress;
pub use qr::terminal as qr_for_terminal;
pub use server::serve;

/// Longest body of a request: a plan of 200 items with all their texts.
const BODY_BYTES_MAX: usize = crate::plan_file::FILE_BYTES_MAX;
/// Longest archive: a session of as many answers as it may hold, each as long as answers usually are.
const ARCHIVE_BYTES_MAX: usize = 32 << 20;
/// Longest time for a request; sockets are no requests once they are upgraded.
const REQUEST_MAX: std::time::Duration = std::time::Duration::from_secs(60);
/// Sessions created a second, and at once: a whole school may start its lessons at the same minute.
const CREATIONS_PER_SECOND: NonZeroU32 = NonZeroU32::new(5).unwrap();
const CREATIONS_BURST: NonZeroU32 = NonZeroU32::new(200).unwrap();
/// Texts of plans read a second, and at once: a page reads one anew whenever somebody pauses in mending it.
const READINGS_PER_SECOND: NonZeroU32 = NonZeroU32::new(20).unwrap();
const READINGS_BURST: NonZeroU32 = NonZeroU32::new(200).unwrap();

/// What every handler may use.
#[derive(Clone)]
pub struct App {
    hub: Hub,
    public_url: Arc<str>,
    /// The host and port of `public_url`, for the check of origins.
    public_host: Arc<str>,
    brand: Arc<Brand>,
    /// The logo as minutes and pictures have it; none where there is none.
    letterhead: Option<Arc<Letterhead>>,
    dress: Arc<Dress>,
    contact: Option<Contact>,
    template: Option<Arc<WordTemplate>>,
    zone: jiff::tz::TimeZone,
    guard: Arc<Guard>,
    creations: Arc<DefaultDirectRateLimiter>,
    readings: Arc<DefaultDirectRateLimiter>,
    uploads: Arc<Semaphore>,
    decodings: Arc<Semaphore>,
    pdfs: Arc<Semaphore>,
    sockets: Sockets,
    sockets_max: usize,
}

impl App {
    /// The server's web side over a hub; `public_url` is without a slash at the end, `framing` says who may show the
    /// pages inside theirs, `sockets_max` the most sockets open at a time.
    pub fn new(
        hub: Hub,
        public_url: &str,
        framing: FrameAncestors,
        brand: Brand,
        zone: jiff::tz::TimeZone,
        sockets_max: usize,
    ) -> App {
        let creations = Quota::per_second(CREATIONS_PER_SECOND).allow_burst(CREATIONS_BURST);
        let readings = Quota::per_second(READINGS_PER_SECOND).allow_burst(READINGS_BURST);
        App {
            hub,
            public_url: public_url.into(),
            public_host: address(public_url).into(),
            dress: Arc::new(Dress::new(framing, &brand)),
            letterhead: Letterhead::of(&brand).map(Arc::new),
            brand: Arc::new(brand),
            contact: None,
            template: None,
            zone,
            guard: Arc::default(),
            creations: Arc::new(RateLimiter::direct(creations)),
            readings: Arc::new(RateLimiter::direct(readings)),
            uploads: Arc::new(Semaphore::new(pictures_api::UPLOADS_MAX)),
            decodings: Arc::new(Semaphore::new(pictures_api::DECODINGS_MAX)),
            pdfs: Arc::new(Semaphore::new(exports_api::PDFS_MAX)),
            sockets: Sockets::default(),
            sockets_max,
        }
    }

    /// Names whom people tell of a barrier.
    pub fn with_contact(self, contact: Option<Contact>) -> App {
        App { contact, ..self }
    }

    /// Has minutes as Word written in an organisation's own template.
    pub fn with_template(self, template: Option<WordTemplate>) -> App {
        App { template: template.map(Arc::new), ..self }
    }

    /// As a server that was built without PDF.
    pub fn without_pdf(self) -> App {
        let dress = Dress::clone(&self.dress).without_pdf();
        App { dress: Arc::new(dress), ..self }
    }

    /// The session with this code, by a way that cannot be used to guess codes; none in doubt.
    async fn find_unless_guarded(&self, code: &str) -> Option<SessionHandle> {
        if self.guard.is_guarded() {
            return None;
        }
        let code: JoinCode = code.parse().ok()?;
        let found = self.hub.find(code).await.ok()?;
        if found.is_none() {
            self.guard.was_wrong();
        }
        found
    }
}

/// How people join a session, as the projector shows it.
pub fn joining(public_url: &str, code: JoinCode, secret: &str) -> Joining {
    let link = format!("{public_url}/{code}#{secret}");
    let (qr_size, qr_path) = qr::path(&link);
    Joining { code: Some(code), address: address(public_url).to_owned(), link, qr_size, qr_path }
}

/// An address as people type it: without the scheme.
fn address(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, address)| address)
}

/// All routes.
pub fn router(app: App) -> Router {
    let (api, mut openapi) = api::described().split_for_parts();
    let (archives, described) = archive_api::described().split_for_parts();
    openapi.merge(described);
    let (pictures, their_openapi) = api::under_address(pictures_api::router()).split_for_parts();
    openapi.merge(their_openapi);
    let (looking, their_openapi) = api::under_address(imports_api::looking()).split_for_parts();
    openapi.merge(their_openapi);
    let (imports, their_openapi) = api::under_address(imports_api::making()).split_for_parts();
    openapi.merge(their_openapi);
    let imports = imports
        .layer(RequestBodyLimitLayer::new(imports_api::BODY_BYTES_MAX))
        .layer(axum::extract::DefaultBodyLimit::disable());
    let openapi = serde_json::to_string(&openapi).unwrap_or_default();
    let openapi: Arc<str> = openapi.into();
    let described =
        move || async move { ([(header::CONTENT_TYPE, "application/json")], openapi.to_string()) };
    let api = api
        .route("/api/v1/openapi.json", get(described))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .layer(axum::extract::DefaultBodyLimit::disable())
        .merge(pictures)
        .merge(looking)
        .merge(imports)
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, REQUEST_MAX));
    let pages = Router::new()
        .route("/", get(join_page))
        .route("/{code}", get(code_page))
        .route("/facilitate", get(facilitator_page))
        .route("/facilitate/{code}", get(facilitator_page))
        .route("/present/{code}", get(presenter_page))
        .route("/preview/phone", get(phone_preview))
        .route("/preview/projector", get(projector_preview))
        .route("/tilgjengelighet", get(accessibility_page))
        .route("/assets/{name}", get(asset))
        .route(dress::LOGO, get(logo))
        .route(dress::DARK_LOGO, get(dark_logo))
        .route("/api/v1/sessions/{code}/socket", get(socket::upgrade));
    let archives = archives
        .layer(RequestBodyLimitLayer::new(ARCHIVE_BYTES_MAX))
        .layer(axum::extract::DefaultBodyLimit::disable())
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, REQUEST_MAX));
    api.merge(archives)
        .merge(pages)
        .fallback(|| async { ApiError::NotFound })
        .layer(middleware::from_fn(secure))
        .layer(CatchPanicLayer::new())
        .with_state(app)
}

/// How a phone wants its page.
#[derive(Deserialize)]
struct Wanted {
    /// The language that was chosen on the phone. One that there is no page in is as none.
    lang: Option<String>,
}

impl Wanted {
    fn language(&self) -> Option<Language> {
        Language::of_tag(self.lang.as_deref()?)
    }
}

async fn join_page(State(app): State<App>, Query(wanted): Query<Wanted>, headers: HeaderMap) -> Response {
    pages::phone_document(&headers, None, wanted.language(), &app.dress)
}

async fn code_page(
    State(app): State<App>,
    Path(code): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    if code.parse::<JoinCode>().is_err() {
        // A code that lacks a digit or has one too many leads to where it can be typed again.
        let is_attempt = code.chars().all(|letter| letter.is_ascii_digit() || " -".contains(letter));
        return if is_attempt {
            pages::phone_document(&headers, None, wanted.language(), &app.dress)
        } else {
            ApiError::NotFound.into_response()
        };
    }
    let state = match app.find_unless_guarded(&code).await {
        // Who knows the code alone is told no more than the title.
        Some(handle) if handle.is_locked() => handle.outside().await.ok(),
        Some(handle) => handle.snapshot(Audience::Phone).await.ok().map(|(_, frame)| frame),
        None => None,
    };
    let state = state.as_deref().and_then(|frame| std::str::from_utf8(frame).ok());
    pages::phone_document(&headers, state, wanted.language(), &app.dress)
}

async fn presenter_page(State(app): State<App>, headers: HeaderMap) -> Response {
    pages::presenter_page(&headers, &app.dress)
}

async fn facilitator_page(State(app): State<App>, headers: HeaderMap) -> Response {
    pages::facilitator_page(&headers, &app.dress)
}

async fn phone_preview(State(app): State<App>, headers: HeaderMap) -> Response {
    pages::preview_page(&headers, Preview::Phone, &app.dress)
}

async fn projector_preview(State(app): State<App>, headers: HeaderMap) -> Response {
    pages::preview_page(&headers, Preview::Projector, &app.dress)
}

/// What follows the question mark at the accessibility statement.
#[derive(serde::Deserialize)]
struct InLanguage {
    lang: Option<String>,
}

async fn accessibility_page(
    State(app): State<App>,
    Query(asked): Query<InLanguage>,
    headers: HeaderMap,
) -> Response {
    accessibility::statement_page(&headers, asked.lang.as_deref(), app.contact.as_ref(), &app.dress.framing)
}

async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    pages::asset(&headers, &name)
}

async fn logo(State(app): State<App>, headers: HeaderMap) -> Result<Response, ApiError> {
    app.brand.logo.as_ref().map(|logo| pages::logo(&headers, logo)).ok_or(ApiError::NotFound)
}

async fn dark_logo(State(app): State<App>, headers: HeaderMap) -> Result<Response, ApiError> {
    app.brand.dark_logo.as_ref().map(|logo| pages::logo(&headers, logo)).ok_or(ApiError::NotFound)
}

async fn ready(State(app): State<App>) -> Result<&'static str, ApiError> {
    if app.hub.is_ready().await { Ok("ready\n") } else { Err(ApiError::Unavailable) }
}

/// Headers that every answer carries; a page's own policy is stricter and stays.
async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let always: [(HeaderName, &str); 6] = [
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
