//! Starting the server, and stopping it without losing what was acknowledged.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use plenum::brand::{Brand, Moved};
use plenum::config::{BrandSettings, DATA_FOLDER, LogFormat, LogLevel, ServeSettings, reachable};
use plenum::demo;
use plenum::export::WordTemplate;
use plenum::http::{self, App, accessibility::Contact, pages::FrameAncestors};
use plenum::hub::{Hub, HubSettings, read_concepts};
use plenum::session::{Concept, Limits};
use plenum::store::SqliteLog;
use tokio::net::{TcpListener, TcpSocket};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::prelude::*;

/// Connections that wait to be accepted; the system may allow less.
const LISTEN_QUEUE_MAX: u32 = 4_096;
/// Where the demo keeps its data unless told otherwise.
const DEMO_FOLDER: &str = "plenum-demo";

/// Serves until Ctrl-C or SIGTERM.
pub fn serve(settings: ServeSettings) -> Result<()> {
    run(settings, Mode::Serve)
}

/// Serves an invented gathering with simulated participants until Ctrl-C or SIGTERM.
pub fn demo(settings: ServeSettings) -> Result<()> {
    run(settings, Mode::Demo)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Serve,
    Demo,
}

fn run(settings: ServeSettings, mode: Mode) -> Result<()> {
    start_logging(&settings);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run_server(settings, mode))
}

async fn run_server(mut settings: ServeSettings, mode: Mode) -> Result<()> {
    if mode == Mode::Demo && settings.data.folder == Path::new(DATA_FOLDER) {
        // The invented gatherings do not mix with real ones.
        settings.data.folder = PathBuf::from(DEMO_FOLDER);
    }
    let framing = FrameAncestors::parse(&settings.frame_ancestors)
        .context("PLENUM_FRAME_ANCESTORS is a list of sources, as in 'self' https://teams.microsoft.com")?;
    let contact = match &settings.contact {
        Some(text) => Some(Contact::parse(text).with_context(|| {
            format!("PLENUM_CONTACT is one line of at most {} characters", Contact::CHARS_MAX)
        })?),
        None => None,
    };
    let concepts = match &settings.concepts {
        Some(file) => own_headings(file)?,
        None => Vec::new(),
    };
    let brand = own_look(&settings.brand)?;
    let template = own_template(&settings.brand)?;
    let folder = settings.data.folder.clone();
    let log = tokio::task::spawn_blocking(move || SqliteLog::open(&folder)).await??;
    let listener = listen(settings.listen).with_context(|| {
        format!(
            "Could not listen on {}. Is another server running there? Choose another with --listen",
            settings.listen
        )
    })?;
    let listening = listener.local_addr()?;
    let public_url = settings
        .public_url
        .clone()
        .unwrap_or_else(|| format!("http://{}", SocketAddr::new(reachable(listening), listening.port())));
    let hub = Hub::new(Arc::new(log), hub_settings(&settings, &public_url, concepts));
    let colours = brand.colours;
    let app = App::new(hub, &public_url, framing, brand, settings.data.zone(), settings.connections_max)
        .with_contact(contact)
        .with_template(template);
    greet(&settings, listening, &public_url);
    tell_moved("main", colours.main_moved());
    tell_moved("accent", colours.accent_moved());
    // The listener's queue takes connections from here on, so the demo can begin beside the server.
    let participants = match mode {
        Mode::Serve => None,
        Mode::Demo => Some(tokio::spawn(run_demo(listening))),
    };
    http::serve(listener, app, settings.connections_max, stop_signal()).await;
    if let Some(participants) = participants {
        participants.abort();
    }
    println!("Stopped. Everything that was acknowledged is stored.");
    Ok(())
}

/// Listens with a queue in which a whole hall fits that joins at the same instant; the standard library's holds 128.
fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(LISTEN_QUEUE_MAX)
}

async fn run_demo(listening: SocketAddr) {
    match demo::create(listening).await {
        Ok(session) => {
            println!("\n{}", demo::invitation(&session));
            demo::run(listening, &session).await;
        }
        Err(problem) => eprintln!("The invented gathering could not be made: {problem}"),
    }
}

/// The headings of an organisation's file.
fn own_headings(file: &Path) -> Result<Vec<Concept>> {
    let text = std::fs::read_to_string(file).with_context(|| {
        format!("Could not read {}, the file of --concepts, as text in UTF-8", file.display())
    })?;
    read_concepts(&text).with_context(|| format!("{} cannot be used as own headings", file.display()))
}

/// The organisation's own look, with its files read.
pub fn own_look(settings: &BrandSettings) -> Result<Brand> {
    settings.read().map_err(|(file, problem)| {
        anyhow::Error::new(problem).context(format!("{} cannot be used", file.display()))
    })
}

/// The organisation's own template for minutes as Word.
pub fn own_template(settings: &BrandSettings) -> Result<Option<WordTemplate>> {
    settings.read_minutes_template().map_err(|(file, problem)| {
        let what = format!("{}, the file of --minutes-template, cannot be used", file.display());
        anyhow::Error::new(problem).context(what)
    })
}

/// Says it when a colour is not used as it was set.
fn tell_moved(which: &str, moved: Option<Moved>) {
    if let Some(moved) = moved {
        let how = if moved.is_darker() { "darker" } else { "lighter" };
        println!(
            "  The {which} colour {} is used {how}, as {}, so that text can be read.",
            moved.asked, moved.used
        );
    }
}

fn hub_settings(settings: &ServeSettings, public_url: &str, concepts: Vec<Concept>) -> HubSettings {
    let url = public_url.to_owned();
    HubSettings {
        limits: Limits { participants_max: settings.participants_max, answers_max: settings.answers_max },
        undo_ms: i64::from(settings.undo_minutes) * 60_000,
        idle_ms_max: u64::from(settings.idle_minutes) * 60_000,
        concepts,
        joining: Box::new(move |code, secret| http::joining(&url, code, secret)),
    }
}

fn greet(settings: &ServeSettings, listening: SocketAddr, public_url: &str) {
    let folder = std::path::absolute(&settings.data.folder).unwrap_or_else(|_| settings.data.folder.clone());
    println!("Plenum {} is running.", env!("CARGO_PKG_VERSION"));
    println!("  Listening on     {listening}");
    println!("  Phones join at   {public_url}");
    println!("  Facilitators at  {public_url}/facilitate");
    println!("  Data folder      {}", folder.display());
    println!("  Stop with        Ctrl-C");
    if let Some(code) = http::qr_for_terminal(public_url) {
        println!("\n{code}");
    }
}

fn start_logging(settings: &ServeSettings) {
    let own = match settings.log {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
        LogLevel::Trace => LevelFilter::TRACE,
    };
    let filter = Targets::new().with_default(own.min(LevelFilter::WARN)).with_target("plenum", own);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    match settings.log_format {
        LogFormat::Text => tracing_subscriber::registry().with(lines.with_filter(filter)).init(),
        LogFormat::Json => tracing_subscriber::registry().with(lines.json().with_filter(filter)).init(),
    }
}

/// Resolves at Ctrl-C, and at SIGTERM where there is such a thing.
async fn stop_signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    tokio::signal::ctrl_c().await.ok();
}
