//! A real server on a free port, in this process or in its own.

mod process;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use plenum::brand::Brand;
use plenum::client::{Created, ServerAddress};
use plenum::http::{self, App, pages::FrameAncestors};
use plenum::hub::{Hub, HubSettings};
use plenum::session::{AnswerContent, AnswerText, FacilitatorCommand, ItemId, Limits, Plan};
use plenum::store::SqliteLog;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

pub use process::Process;

/// The item that asks for text in [`plan`].
pub const TEXT: ItemId = ItemId(2);
/// The item that asks for a ranking of four options in [`plan`].
pub const RANKING: ItemId = ItemId(3);

/// A server over a data folder, on real sockets.
pub struct Server {
    pub address: ServerAddress,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

/// What a server of a test may be told.
#[derive(Clone, Copy)]
pub struct Settings {
    pub participants_max: usize,
    pub undo_ms: i64,
    pub idle_ms_max: u64,
    /// As one that was built without PDF.
    pub without_pdf: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { participants_max: 100, undo_ms: 900_000, idle_ms_max: 900_000, without_pdf: false }
    }
}

impl Server {
    pub async fn start(folder: &Path) -> Server {
        Server::start_with(folder, Settings::default()).await
    }

    pub async fn start_with(folder: &Path, settings: Settings) -> Server {
        let log = SqliteLog::open(folder).expect("the data folder can be opened");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port is free");
        let address: SocketAddr = listener.local_addr().expect("a bound port has an address");
        let url = format!("http://{address}");
        let joining_url = url.clone();
        let hub = Hub::new(
            Arc::new(log),
            HubSettings {
                limits: Limits { participants_max: settings.participants_max, answers_max: 10_000 },
                undo_ms: settings.undo_ms,
                idle_ms_max: settings.idle_ms_max,
                concepts: Vec::new(),
                joining: Box::new(move |code, secret| http::joining(&joining_url, code, secret)),
            },
        );
        let zone = jiff::tz::TimeZone::UTC;
        let app = App::new(hub, &url, FrameAncestors::default(), Brand::default(), zone, 1_000);
        let app = if settings.without_pdf { app.without_pdf() } else { app };
        let (stop, stopped) = oneshot::channel::<()>();
        let served = tokio::spawn(http::serve(listener, app, 1_000, async {
            stopped.await.ok();
        }));
        Server { address: ServerAddress::from(address), stop, served }
    }

    /// Stops as at SIGTERM, and waits until all is stored.
    pub async fn stop(self) {
        self.stop.send(()).ok();
        self.served.await.expect("the server stops without a panic");
    }

    /// Makes a session of [`plan`].
    pub async fn create(&self) -> Created {
        self.address.create(&plan()).await.expect("a session can be made")
    }

    /// Makes a session and shows the question that asks for text.
    pub async fn create_open(&self) -> Created {
        let session = self.create().await;
        self.steer(&session, FacilitatorCommand::GoTo { item: TEXT }).await;
        session
    }

    pub async fn steer(&self, session: &Created, command: FacilitatorCommand) -> u64 {
        self.address.command(session.code, &session.key, &command).await.expect("the command is taken")
    }

    /// The texts that stand under a question, sorted.
    pub async fn texts(&self, session: &Created, item: ItemId) -> Vec<String> {
        let results = self.address.results(session.code, &session.key).await.expect("results can be read");
        let question = results.questions.into_iter().find(|question| question.item == item);
        let answers = question.expect("the question has results").answers;
        let mut texts: Vec<String> = answers.into_iter().map(|answer| answer.text).collect();
        texts.sort_unstable();
        texts
    }
}

/// A talk, an open question (three answers each) and a ranking of four.
pub fn plan() -> Plan {
    let plan = serde_json::json!({
        "details": {"title": "Samling om hjemmetjenesten", "language": "nb", "place": "Storsalen"},
        "items": [
            {"what": "Velkommen", "who": "Ane Vik", "starts": "12:00", "ends": "12:15", "content": {"kind": "talk"}},
            {"content": {"kind": "question", "prompt": "Hva er viktigst?",
                "ask": {"type": "open_text", "answers_max": 3, "length_max": 200}}},
            {"content": {"kind": "question", "prompt": "Hva haster mest?",
                "ask": {"type": "ranking", "options": ["Bemanning", "Opplæring", "IKT", "Lokaler"], "top": 4}}},
        ],
    });
    serde_json::from_value(plan).expect("the plan is one")
}

pub fn text(text: &str) -> AnswerContent {
    AnswerContent::Text { text: AnswerText::parse(text).expect("an answer's text") }
}
