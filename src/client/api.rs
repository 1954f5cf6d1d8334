//! The HTTP API as a script uses it: one request, one connection, no TLS.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;

use crate::session::{
    AnswerId, AnswerView, Ask, AskedView, Details, FacilitatorCommand, ItemId, ItemView, JoinCode, Paragraph,
    Plan, QuestionStatus, StageView, TallyView, ThemeView,
};

use super::{ClientError, patiently};

/// Where a server listens, without scheme: `127.0.0.1:8080`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerAddress(String);

/// A session that was created.
#[derive(Clone, Debug, Deserialize)]
pub struct Created {
    /// By which people join.
    pub code: JoinCode,
    /// The facilitator's key.
    pub key: String,
    /// Addresses of its pages.
    pub links: Links,
}

/// Addresses of a session's pages, secrets included.
#[derive(Clone, Debug, Deserialize)]
pub struct Links {
    /// For phones; what the QR code holds.
    pub join: String,
    /// For the facilitator.
    pub facilitate: String,
    /// For the projector.
    pub present: String,
}

/// A session at a glance.
#[derive(Clone, Debug, Deserialize)]
pub struct Overview {
    /// By which people join.
    pub code: JoinCode,
    /// Title, language, place, date.
    pub details: Details,
    /// Where it stands.
    pub stage: StageView,
    /// People who have joined in all.
    pub joined: u32,
    /// Phones connected now.
    pub connected: u32,
    /// The programme.
    pub items: Vec<ItemView>,
}

/// The results of all questions, in the programme's order.
#[derive(Clone, Debug, Deserialize)]
pub struct Results {
    /// One for each question.
    pub questions: Vec<QuestionResults>,
    /// Questions to the speaker, in the order they were asked.
    pub asked: Vec<AskedView>,
}

/// The results of one question.
#[derive(Clone, Debug, Deserialize)]
pub struct QuestionResults {
    /// Which.
    pub item: ItemId,
    /// What is asked.
    pub prompt: Paragraph,
    /// How it is answered.
    pub ask: Ask,
    /// Whether it takes answers and who sees results.
    pub status: QuestionStatus,
    /// People with an answer that counts.
    pub people: u32,
    /// Open answers that count.
    pub answers: Vec<AnswerView>,
    /// Themes of the open answers.
    pub themes: Vec<ThemeView>,
    /// Answers in no theme.
    pub other: Vec<AnswerId>,
    /// What answers add up to that are no free text.
    pub tally: Option<TallyView>,
    /// How many of them there are.
    pub ballots: u32,
}

impl Links {
    /// The secret of the QR link, if it carries one.
    pub fn join_secret(&self) -> Option<&str> {
        let (_, secret) = self.join.split_once('#')?;
        (!secret.is_empty()).then_some(secret)
    }
}

impl From<SocketAddr> for ServerAddress {
    /// The address a server was told to listen on; from every interface becomes this machine's own.
    fn from(listening: SocketAddr) -> Self {
        let mut address = listening;
        if listening.ip().is_unspecified() {
            match listening {
                SocketAddr::V4(_) => address.set_ip(Ipv4Addr::LOCALHOST.into()),
                SocketAddr::V6(_) => address.set_ip(Ipv6Addr::LOCALHOST.into()),
            }
        }
        ServerAddress(address.to_string())
    }
}

impl FromStr for ServerAddress {
    type Err = ClientError;

    /// `http://host:port` or `host:port`; port 80 when none is named.
    fn from_str(url: &str) -> Result<Self, ClientError> {
        if url.starts_with("https://") {
            return Err(ClientError::WrongAddress(
                "the address begins with https://, but this program speaks plain http only; name the server itself, not the proxy before it",
            ));
        }
        let rest = url.strip_prefix("http://").unwrap_or(url);
        let authority = rest.strip_suffix('/').unwrap_or(rest);
        let wrong = ClientError::WrongAddress("an address is written http://host:port");
        let parsed: hyper::http::uri::Authority = match authority.parse() {
            Ok(parsed) => parsed,
            Err(_) => return Err(wrong),
        };
        if parsed.host().is_empty() || parsed.as_str().contains('@') {
            return Err(wrong);
        }
        Ok(match parsed.port_u16() {
            Some(_) => ServerAddress(authority.to_owned()),
            None => ServerAddress(format!("{authority}:80")),
        })
    }
}

impl fmt::Display for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ServerAddress {
    /// Creates a session.
    pub async fn create(&self, plan: &Plan) -> Result<Created, ClientError> {
        let body = serde_json::to_vec(plan).expect("a plan is always JSON");
        read(&self.ask(Method::POST, "/api/v1/sessions", None, body).await?)
    }

    /// Reads where a session stands.
    pub async fn overview(&self, code: JoinCode, key: &str) -> Result<Overview, ClientError> {
        read(&self.get(&format!("/api/v1/sessions/{code}"), key).await?)
    }

    /// Steers a session and gives the position in its log.
    pub async fn command(
        &self,
        code: JoinCode,
        key: &str,
        command: &FacilitatorCommand,
    ) -> Result<u64, ClientError> {
        #[derive(Deserialize)]
        struct Done {
            position: u64,
        }
        let body = serde_json::to_vec(command).expect("a command is always JSON");
        let path = format!("/api/v1/sessions/{code}/commands");
        let done: Done = read(&self.ask(Method::POST, &path, Some(key), body).await?)?;
        Ok(done.position)
    }

    /// Reads the results of all questions.
    pub async fn results(&self, code: JoinCode, key: &str) -> Result<Results, ClientError> {
        read(&self.get(&format!("/api/v1/sessions/{code}/results"), key).await?)
    }

    /// Reads the minutes as Markdown.
    pub async fn minutes(&self, code: JoinCode, key: &str) -> Result<String, ClientError> {
        let bytes = self.get(&format!("/api/v1/sessions/{code}/minutes.md"), key).await?;
        String::from_utf8(bytes.into())
            .map_err(|_| ClientError::Unexpected("the minutes are not UTF-8".into()))
    }

    /// Reads any address of the server with a facilitator's key.
    pub async fn get(&self, path: &str, key: &str) -> Result<Bytes, ClientError> {
        self.ask(Method::GET, path, Some(key), Vec::new()).await
    }

    pub(super) async fn connect(&self) -> Result<TcpStream, ClientError> {
        let unreachable = |reason: std::io::Error| ClientError::Unreachable(format!("{reason} ({self})"));
        let stream = TcpStream::connect(&self.0).await.map_err(unreachable)?;
        stream.set_nodelay(true).map_err(unreachable)?;
        Ok(stream)
    }

    async fn ask(
        &self,
        method: Method,
        path: &str,
        key: Option<&str>,
        body: Vec<u8>,
    ) -> Result<Bytes, ClientError> {
        let mut request = Request::builder().method(method).uri(path).header(HOST, self.0.as_str());
        if let Some(key) = key {
            request = request.header(AUTHORIZATION, format!("Bearer {key}"));
        }
        if !body.is_empty() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        let request = request
            .body(Full::new(Bytes::from(body)))
            .map_err(|reason| ClientError::Unexpected(reason.to_string()))?;
        patiently(self.exchange(request)).await
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<Bytes, ClientError> {
        let unreachable = |reason: hyper::Error| ClientError::Unreachable(format!("{reason} ({self})"));
        let stream = TokioIo::new(self.connect().await?);
        let (mut sender, line) = hyper::client::conn::http1::handshake(stream).await.map_err(unreachable)?;
        let asked = async {
            let answer = sender.send_request(request).await?;
            let status = answer.status();
            Ok((status, answer.into_body().collect().await?.to_bytes()))
        };
        // The line only moves bytes; when it ends first, the request ends with its reason.
        let (status, body) = tokio::select! {
            asked = asked => asked.map_err(unreachable)?,
            Err(reason) = line => return Err(unreachable(reason)),
        };
        if status.is_success() { Ok(body) } else { Err(ClientError::problem(status.as_u16(), &body)) }
    }
}

impl ClientError {
    /// An answer that is no success, read as a problem document (RFC 9457) where it is one.
    pub(super) fn problem(status: u16, body: &[u8]) -> ClientError {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Document {
            code: String,
            detail: String,
        }
        let document: Document = serde_json::from_slice(body).unwrap_or_default();
        ClientError::Problem { status, code: document.code, detail: document.detail }
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, ClientError> {
    serde_json::from_slice(body)
        .map_err(|reason| ClientError::Unexpected(format!("{reason} in {}", String::from_utf8_lossy(body))))
}
