//! The door of a socket: who may come in, and as whom.

use std::time::Duration;

use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use super::App;
use super::connection::{Connection, say_goodbye};
use crate::hub::{Rights, SessionHandle};
use crate::session::{JoinCode, LinkKind};
use crate::wire::{ClientMessage, Cursor, Goodbye, Role, WIRE_VERSION};

/// Longest message of a client: moving ten thousand answers to a theme names them all.
const MESSAGE_BYTES_MAX: usize = 80 << 10;
/// Longest message to a client: a snapshot of the facilitator's with the most answers.
const WRITE_BYTES_MAX: usize = 64 << 20;
/// The hello must come by then.
const HELLO_MAX: Duration = Duration::from_secs(10);
/// Upgrades to a socket of the session with this code.
pub async fn upgrade(
    State(app): State<App>,
    Path(code): Path<String>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    if !is_own_origin(&headers, &app.public_host) {
        return (StatusCode::FORBIDDEN, "Sockets are for this server's own pages.").into_response();
    }
    let Some(open) = app.sockets.open(app.sockets_max) else {
        return (StatusCode::SERVICE_UNAVAILABLE, "The server is full. Try again in a while.")
            .into_response();
    };
    upgrade
        .read_buffer_size(1024)
        .write_buffer_size(0)
        .max_write_buffer_size(WRITE_BYTES_MAX)
        .max_message_size(MESSAGE_BYTES_MAX)
        .max_frame_size(MESSAGE_BYTES_MAX)
        .on_upgrade(move |socket| async move {
            let open = open;
            serve(app, code, socket).await;
            drop(open);
        })
}

/// Whether a request comes from a page of this server, or from a program, which sends no Origin. (RFC 6455, 10.2)
pub(super) fn is_own_origin(headers: &HeaderMap, public_host: &str) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else {
        return true;
    };
    let Ok(origin) = origin.to_str() else { return false };
    let Some((_, host)) = origin.split_once("://") else {
        return false;
    };
    let own = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    own.is_some_and(|own| own.eq_ignore_ascii_case(host)) || host.eq_ignore_ascii_case(public_host)
}

async fn serve(app: App, code: String, mut socket: WebSocket) {
    let hello = tokio::select! {
        hello = timeout(HELLO_MAX, read_hello(&mut socket)) => hello,
        () = app.hub.stopping() => return say_goodbye(&mut socket, Goodbye::Restarting).await,
    };
    let (role, cursor) = match hello {
        Ok(Some(hello)) => hello,
        Ok(None) => return say_goodbye(&mut socket, Goodbye::OtherVersion).await,
        Err(_) => return say_goodbye(&mut socket, Goodbye::Silent).await,
    };
    let (handle, rights) = match find(&app, &code, &role).await {
        Ok(found) => found,
        Err(goodbye) => return say_goodbye(&mut socket, goodbye).await,
    };
    let goodbye = match Connection::open(handle, role, rights, cursor, &mut socket).await {
        Ok(mut connection) => {
            let goodbye = connection.run(&mut socket, app.hub.stopping()).await;
            connection.close();
            goodbye
        }
        Err(end) => end,
    };
    if let Some(goodbye) = goodbye {
        say_goodbye(&mut socket, goodbye).await;
    }
}

/// The hello's role and cursor; none when the first message is anything else.
async fn read_hello(socket: &mut WebSocket) -> Option<(Role, Option<Cursor>)> {
    loop {
        match socket.recv().await?.ok()? {
            Message::Text(text) => match serde_json::from_str(&text).ok()? {
                ClientMessage::Hello { version: WIRE_VERSION, role, cursor } => return Some((role, cursor)),
                ClientMessage::Hello { .. }
                | ClientMessage::Answer { .. }
                | ClientMessage::Withdraw { .. }
                | ClientMessage::Command { .. }
                | ClientMessage::NextTask { .. }
                | ClientMessage::Sort { .. }
                | ClientMessage::Pile { .. }
                | ClientMessage::TakeStand { .. }
                | ClientMessage::ChooseRole { .. }
                | ClientMessage::React { .. }
                | ClientMessage::RaiseHand { .. }
                | ClientMessage::JudgePace { .. }
                | ClientMessage::RecallSignals
                | ClientMessage::ChooseNickname { .. }
                | ClientMessage::RecallQuiz
                | ClientMessage::AskSpeaker { .. }
                | ClientMessage::WithdrawAsked { .. }
                | ClientMessage::VoteAsked { .. }
                | ClientMessage::RecallAsked
                | ClientMessage::Ping { .. } => return None,
            },
            Message::Ping(_) | Message::Pong(_) => {}
            Message::Binary(_) | Message::Close(_) => return None,
        }
    }
}

/// The session that may be connected to in this role, and what may be done there by a key.
async fn find(app: &App, code: &str, role: &Role) -> Result<(SessionHandle, Option<Rights>), Goodbye> {
    let carries_secret = match role {
        Role::Phone { secret, .. } => secret.is_some(),
        Role::Presenter { .. } | Role::Facilitator { .. } => true,
    };
    if !carries_secret && app.guard.admit().await.is_err() {
        return Err(Goodbye::TooFast);
    }
    let code: JoinCode = code.parse().map_err(|_| Goodbye::NoSuchSession)?;
    let found = app.hub.find(code).await.map_err(|problem| {
        tracing::error!(%problem, "a session could not be loaded");
        Goodbye::Restarting
    })?;
    let Some(handle) = found else {
        app.guard.was_wrong();
        return Err(Goodbye::NoSuchSession);
    };
    match role {
        Role::Phone { secret, .. } => match secret {
            // A secret that is not the session's opens nothing; it only must not skip the line.
            Some(secret) if !handle.is_join_secret(secret) => {
                app.guard.admit().await.map_err(|_| Goodbye::TooFast)?;
                Ok((handle, None))
            }
            Some(_) | None => Ok((handle, None)),
        },
        Role::Presenter { key } | Role::Facilitator { key } => {
            let rights = handle.rights(key).await.map_err(|_| Goodbye::Restarting)?;
            let opened = rights.filter(|rights| match (rights.kind, role) {
                (LinkKind::Facilitate, _) | (LinkKind::Watch, Role::Presenter { .. }) => true,
                (LinkKind::Watch, Role::Phone { .. } | Role::Facilitator { .. }) => false,
            });
            opened.map(|rights| (handle, Some(rights))).ok_or(Goodbye::WrongKey)
        }
    }
}
