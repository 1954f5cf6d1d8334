//! The three pages and what they load, embedded ready compressed; each page with its own security policy.

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use std::sync::LazyLock;

use super::ahead;
use super::dress::{Dress, Worn};
use crate::brand::{Legibility, Logo};
use crate::languages::understood;
use crate::session::{Change, Language};
use crate::wire::ServerMessage;

/// Which other sites may show our pages inside theirs, as the value of CSP's `frame-ancestors`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameAncestors(String);

impl FrameAncestors {
    /// Takes a list of sources such as `'self' https://teams.microsoft.com`; gives `None` for text that
    /// could end the directive or the header.
    pub fn parse(sources: &str) -> Option<Self> {
        let kept_inside = |c: char| c.is_ascii_graphic() && !matches!(c, ';' | ',') || c == ' ';
        (!sources.trim().is_empty() && sources.chars().all(kept_inside))
            .then(|| Self(sources.trim().to_owned()))
    }
}

impl FrameAncestors {
    const NOBODY: &str = "'none'";

    /// The same and our own pages: a frame needs every page around it to be let in, to the outermost.
    fn with_self(&self) -> String {
        if self.0 == Self::NOBODY { "'self'".to_owned() } else { format!("'self' {}", self.0) }
    }
}

impl Default for FrameAncestors {
    fn default() -> Self {
        Self(Self::NOBODY.to_owned())
    }
}

/// The phone's page in one document: style and script inlined, and `state_json` (the snapshot the socket
/// would send first) where the page finds it; what else the item shown needs is named in the head. It speaks the language that was `chosen` for it; without one the
/// session's, and without a session the one that `request` asks for. `request` also decides the encoding of the answer.
pub fn phone_document(
    request: &HeaderMap,
    state_json: Option<&str>,
    chosen: Option<Language>,
    dress: &Dress,
) -> Response {
    let changes = state_json.map(changes_of).unwrap_or_default();
    let language = chosen.or_else(|| language_of(&changes)).unwrap_or_else(|| asked_language(request));
    let phone = &PHONES[language.place()];
    // JSON may hold `<` only in strings, where this escape means the same and cannot end the element.
    let state = state_json.unwrap_or("null").replace('<', "\\u003c");
    let Worn { style, logo, style_sources, .. } = dress.phone();
    let tail =
        format!(r#"{style}{logo}<script type="application/json" id="state">{state}</script></body></html>"#);
    let encoding = Encoding::of(request, &phone.document);
    let body = match encoding {
        Encoding::Brotli(head) => [head, &brotli_stored(tail.as_bytes())].concat(),
        Encoding::Gzip(head) => [head, &gzip_stored(phone.document.plain, tail.as_bytes())].concat(),
        Encoding::Plain(head) => [head, tail.as_bytes()].concat(),
    };
    let mut response = Response::new(Body::from(body));
    let headers = response.headers_mut();
    encoding.write(headers);
    headers.append(header::VARY, HeaderValue::from_static("accept-language"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    // Shown again after a pause it must hold the state of then, not of now.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    let sources = format!("{}{style_sources}", phone.policy);
    headers.insert(header::CONTENT_SECURITY_POLICY, policy(&sources, &dress.framing));
    if let Some(screens) = ahead::link(&changes, language) {
        headers.insert(header::LINK, screens);
    }
    response
}

/// The page for the projector.
pub fn presenter_page(request: &HeaderMap, dress: &Dress) -> Response {
    page(request, "presenter.html", dress, Legibility::Far)
}

/// The page for the one who runs the session. It shows previews in frames.
pub fn facilitator_page(request: &HeaderMap, dress: &Dress) -> Response {
    page(request, "facilitator.html", dress, Legibility::Near)
}

/// Of which page a preview is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// What a participant holds.
    Phone,
    /// What the room sees.
    Projector,
}

/// A preview of a page, drawn from what the facilitator's page around it tells of a draft. Under its policy it can ask
/// nobody for anything but its own files and pictures, and only pages of ours can show it.
pub fn preview_page(request: &HeaderMap, of: Preview, dress: &Dress) -> Response {
    let (name, worn) = match of {
        Preview::Phone => ("preview/phone.html", dress.phone()),
        Preview::Projector => ("preview/projector.html", dress.page(Legibility::Far)),
    };
    let mut response = dressed(request, name, worn);
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'{}; img-src 'self' data:; font-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors {}",
        worn.style_sources,
        dress.framing.with_self()
    );
    let policy = HeaderValue::try_from(policy).expect("every part was checked to be plain text");
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// The organisation's logo. Under its policy an SVG can neither run a script nor fetch anything when somebody opens its
/// address; where it is shown as a picture, browsers see to that.
pub fn logo(request: &HeaderMap, logo: &Logo) -> Response {
    const NOTHING_ELSE: &str =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";
    let tag = tag_of(logo.bytes());
    let mut response = Response::new(Body::empty());
    if holds(request, &tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        *response.body_mut() = Body::from(logo.bytes().clone());
        let kind = HeaderValue::from_static(logo.content_type());
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    let headers = response.headers_mut();
    headers.insert(header::ETAG, tag);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING_ELSE));
    response
}

/// A script, style or font of a page; `name` is what follows `/assets/`. Its name holds a hash of what is
/// in it, so it never changes.
pub fn asset(request: &HeaderMap, name: &str) -> Response {
    let name = format!("assets/{name}");
    match place_of(&name) {
        Some(found) => {
            let mut response = send(request, found);
            let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
            response.headers_mut().insert(header::CACHE_CONTROL, forever);
            response
        }
        None => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_FOUND;
            response
        }
    }
}

/// The phone's page in one language.
struct Phone {
    document: Asset,
    /// Its part of the content security policy.
    policy: &'static str,
}

/// A file as it was built, and its compressed copies where they are smaller.
pub(super) struct Asset {
    name: &'static str,
    pub(super) plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// An entity tag for each of `ASSETS`, in its order.
static TAGS: LazyLock<Vec<HeaderValue>> =
    LazyLock::new(|| ASSETS.iter().map(|asset| tag_of(asset.plain)).collect());

fn tag_of(bytes: &[u8]) -> HeaderValue {
    let tag = format!("\"{}\"", &blake3::hash(bytes).to_hex()[..22]);
    HeaderValue::try_from(tag).expect("a hash in quotes")
}

/// What a snapshot tells; nothing where it is none.
fn changes_of(state_json: &str) -> Vec<Change> {
    match serde_json::from_str(state_json) {
        Ok(ServerMessage::Snapshot { changes, .. }) => changes,
        Ok(_) | Err(_) => Vec::new(),
    }
}

/// The language of the session that this is told of.
fn language_of(changes: &[Change]) -> Option<Language> {
    changes.iter().find_map(|change| {
        if let Change::Details { details } = change { Some(details.language) } else { None }
    })
}

/// The first language of `Accept-Language` that we speak, weights not regarded: browsers list them by weight.
pub(super) fn asked_language(request: &HeaderMap) -> Language {
    request
        .get_all(header::ACCEPT_LANGUAGE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .find_map(|asked| understood(asked.split(';').next()?.trim()))
        .unwrap_or_default()
}

fn page(request: &HeaderMap, name: &str, dress: &Dress, legibility: Legibility) -> Response {
    let worn = dress.page(legibility);
    let mut response = dressed(request, name, worn);
    let sources = format!("script-src 'self'; style-src 'self'{}; frame-src 'self'", worn.style_sources);
    let policy = policy(&sources, &dress.framing);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// A page with what it wears, asked for again each time.
fn dressed(request: &HeaderMap, name: &str, worn: &Worn) -> Response {
    let found = place_of(name).expect("the build refuses to go on without the page");
    let mut response = if worn.style.is_empty() && worn.logo.is_empty() && worn.offers.is_empty() {
        send(request, found)
    } else {
        send_dressed(request, ASSETS[found].plain, worn)
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// A page with what it wears, as it is: the page itself is a kilobyte that names its files.
fn send_dressed(request: &HeaderMap, plain: &[u8], worn: &Worn) -> Response {
    let page = String::from_utf8_lossy(plain)
        .replacen("</head>", &format!("{}</head>", worn.style), 1)
        .replacen("<body>", &format!("<body>{}{}", worn.logo, worn.offers), 1);
    let tag = tag_of(page.as_bytes());
    let mut response = Response::new(Body::empty());
    if holds(request, &tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        *response.body_mut() = Body::from(page);
        let kind = HeaderValue::from_static(content_type(".html"));
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    response.headers_mut().insert(header::ETAG, tag);
    response
}

pub(super) fn policy(sources: &str, framing: &FrameAncestors) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; {sources}; connect-src 'self'; img-src 'self' data:; font-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors {}",
        framing.0
    );
    HeaderValue::try_from(policy).expect("every part was checked to be plain text")
}

/// A file by its name in the folder of the pages.
pub(super) fn find(name: &str) -> Option<&'static Asset> {
    place_of(name).map(|place| &ASSETS[place])
}

/// The name of the first file whose name begins so.
pub(super) fn find_beginning(beginning: &str) -> Option<&'static str> {
    let place = ASSETS.partition_point(|asset| asset.name < beginning);
    ASSETS.get(place).map(|asset| asset.name).filter(|name| name.starts_with(beginning))
}

fn place_of(name: &str) -> Option<usize> {
    ASSETS.binary_search_by(|asset| asset.name.cmp(name)).ok()
}

/// The whole of an asset, or 304 when the one who asks has it already.
fn send(request: &HeaderMap, found: usize) -> Response {
    let asset = &ASSETS[found];
    let tag = &TAGS[found];
    let encoding = Encoding::of(request, asset);
    let mut response = Response::new(Body::empty());
    if holds(request, tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        *response.body_mut() = Body::from(Bytes::from_static(encoding.bytes()));
        let kind = HeaderValue::from_static(content_type(asset.name));
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    encoding.write(response.headers_mut());
    response.headers_mut().insert(header::ETAG, tag.clone());
    response
}

/// Whether `If-None-Match` names the tag; compared weakly, as RFC 9110, section 13.1.2, asks for.
fn holds(request: &HeaderMap, tag: &HeaderValue) -> bool {
    request
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|held| held.trim().trim_start_matches("W/"))
        .any(|held| held == "*" || held.as_bytes() == tag.as_bytes())
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some(_) | None => "application/octet-stream",
    }
}

/// The encoding of an answer, with the bytes in it.
enum Encoding {
    Brotli(&'static [u8]),
    Gzip(&'static [u8]),
    Plain(&'static [u8]),
}

impl Encoding {
    /// The smallest that the one who asks understands and we have.
    fn of(request: &HeaderMap, asset: &'static Asset) -> Self {
        if let Some(brotli) = asset.brotli
            && accepts(request, "br")
        {
            return Self::Brotli(brotli);
        }
        if let Some(gzip) = asset.gzip
            && accepts(request, "gzip")
        {
            return Self::Gzip(gzip);
        }
        Self::Plain(asset.plain)
    }

    fn bytes(&self) -> &'static [u8] {
        match self {
            Self::Brotli(bytes) | Self::Gzip(bytes) | Self::Plain(bytes) => bytes,
        }
    }

    fn write(&self, headers: &mut HeaderMap) {
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let name = match self {
            Self::Brotli(_) => "br",
            Self::Gzip(_) => "gzip",
            Self::Plain(_) => return,
        };
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
}

/// Whether `Accept-Encoding` names the coding without the weight nought.
fn accepts(request: &HeaderMap, coding: &str) -> bool {
    let values = request.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let refused =
            weight.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()).is_some_and(|q| q <= 0.0);
        name.trim().eq_ignore_ascii_case(coding) && !refused
    })
}

/// The end of a brotli stream that was flushed to a whole byte: the text in uncompressed meta-blocks, then
/// the empty last one (RFC 7932, section 9.2). So the big part of the phone's document is compressed once,
/// at build time and as hard as can be, and the state costs a copy.
fn brotli_stored(text: &[u8]) -> Vec<u8> {
    /// What a length of four nibbles can say.
    const BLOCK_BYTES_MAX: usize = 1 << 16;
    let mut stream = Vec::with_capacity(text.len() + 16);
    for block in text.chunks(BLOCK_BYTES_MAX) {
        // From the lowest bit: not the last (1 bit), four nibbles (2 bits of nought), length less one
        // (16 bits), uncompressed (1 bit), and nought up to the byte.
        let length_less_one = block.len() as u32 - 1;
        let head = length_less_one << 3 | 1 << 19;
        stream.extend_from_slice(&head.to_le_bytes()[..3]);
        stream.extend_from_slice(block);
    }
    stream.push(0b11);
    stream
}

/// The end of a gzip stream that was flushed to a whole byte: the text in stored blocks, then the checksum
/// and the length of the whole document (RFC 1951, section 3.2.4; RFC 1952, section 2.3.1).
fn gzip_stored(head: &[u8], text: &[u8]) -> Vec<u8> {
    const BLOCK_BYTES_MAX: usize = u16::MAX as usize;
    let mut stream = Vec::with_capacity(text.len() + 24);
    for block in text.chunks(BLOCK_BYTES_MAX) {
        let length = block.len() as u16;
        stream.push(0);
        stream.extend_from_slice(&length.to_le_bytes());
        stream.extend_from_slice(&(!length).to_le_bytes());
        stream.extend_from_slice(block);
    }
    stream.extend_from_slice(&[1, 0, 0, 0xff, 0xff]);
    let mut sum = crc32fast::Hasher::new();
    sum.update(head);
    sum.update(text);
    stream.extend_from_slice(&sum.finalize().to_le_bytes());
    stream.extend_from_slice(&((head.len() + text.len()) as u32).to_le_bytes());
    stream
}
