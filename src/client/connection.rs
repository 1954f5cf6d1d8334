//! One socket to the server and what was seen through it.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};

use crate::http::wire::{ClientMessage, Goodbye, Role, ServerMessage, WIRE_VERSION};
use crate::session::JoinCode;

use super::api::ServerAddress;
use super::seen::Seen;
use super::{ClientError, patiently};

/// Largest message in bytes: a facilitator's snapshot of some ten thousand long answers.
const MESSAGE_BYTES_MAX: usize = 64 << 20;

/// Size of the buffer each socket reads into: a hall of phones in one process has one for each.
const READ_BUFFER_BYTES: usize = 4 << 10;

/// What ends the server's greeting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaits {
    /// A phone is told its own answers last.
    OwnAnswers,
    /// Whoever has no state is given one.
    Snapshot,
    /// Whoever has a state may lack nothing, and then is told nothing.
    Nothing,
}

/// A socket that has said hello, and the state folded from what came through it.
pub struct Connection {
    socket: WebSocketStream<TcpStream>,
    seen: Seen,
    goodbye: Option<Goodbye>,
}

impl Connection {
    /// Connects, says hello and waits until the state is there.
    ///
    /// With the state of an earlier connection the server is asked for what it lacks only.
    pub async fn open(
        server: &ServerAddress,
        code: JoinCode,
        role: Role,
        seen: Seen,
    ) -> Result<Connection, ClientError> {
        let opened = async {
            let mut connection = Connection { socket: handshake(server, code).await?, goodbye: None, seen };
            let awaits = match (&role, &connection.seen.cursor) {
                (Role::Phone { .. }, _) => Awaits::OwnAnswers,
                (Role::Presenter { .. } | Role::Facilitator { .. }, None) => Awaits::Snapshot,
                (Role::Presenter { .. } | Role::Facilitator { .. }, Some(_)) => Awaits::Nothing,
            };
            let hello =
                ClientMessage::Hello { version: WIRE_VERSION, role, cursor: connection.seen.cursor.clone() };
            connection.send(&hello).await?;
            connection.greeted(awaits).await?;
            Ok(connection)
        };
        patiently(opened).await
    }

    /// What was seen so far.
    pub fn seen(&self) -> &Seen {
        &self.seen
    }

    /// The state, for the next connection.
    pub fn into_seen(self) -> Seen {
        self.seen
    }

    /// Sends a message.
    pub async fn send(&mut self, message: &ClientMessage) -> Result<(), ClientError> {
        let text = serde_json::to_string(message).expect("a message of ours is always JSON");
        self.send_text(text).await
    }

    /// Sends any text, also one that is no message of the protocol.
    pub async fn send_text(&mut self, text: String) -> Result<(), ClientError> {
        let sent = self.socket.send(Message::text(text)).await;
        sent.map_err(|reason| self.broken(reason))
    }

    /// Waits for the next message and folds it into what was seen. Safe to give up waiting at any time.
    pub async fn receive(&mut self) -> Result<ServerMessage, ClientError> {
        loop {
            let text = match self.socket.next().await {
                Some(Ok(Message::Text(text))) => text,
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                Some(Ok(Message::Close(frame))) => {
                    return Err(ClientError::Closed {
                        code: frame.map(|frame| frame.code.into()),
                        goodbye: self.goodbye,
                    });
                }
                Some(Ok(Message::Binary(_) | Message::Frame(_))) => {
                    return Err(ClientError::Unexpected("a message that is not text".into()));
                }
                Some(Err(reason)) => return Err(self.broken(reason)),
                None => {
                    return Err(ClientError::Closed { code: None, goodbye: self.goodbye });
                }
            };
            let message: ServerMessage = serde_json::from_str(&text)
                .map_err(|reason| ClientError::Unexpected(format!("{reason} in {text}")))?;
            self.seen.fold(&message)?;
            if let ServerMessage::Goodbye { reason, .. } = &message {
                self.goodbye = Some(*reason);
            }
            return Ok(message);
        }
    }

    /// Receives until what was seen satisfies a condition.
    pub async fn until(&mut self, condition: impl Fn(&Seen) -> bool) -> Result<(), ClientError> {
        patiently(async {
            while !condition(&self.seen) {
                self.receive().await?;
            }
            Ok(())
        })
        .await
    }

    /// Closes politely.
    pub async fn close(mut self) {
        // Whether the server still hears it makes no difference to somebody who leaves.
        let _ = timeout(Duration::from_secs(1), self.socket.close(None)).await;
    }

    /// Receives until the greeting is complete.
    async fn greeted(&mut self, awaits: Awaits) -> Result<(), ClientError> {
        if awaits == Awaits::Nothing {
            return Ok(());
        }
        loop {
            match self.receive().await? {
                ServerMessage::Mine { .. } if awaits == Awaits::OwnAnswers => return Ok(()),
                ServerMessage::Snapshot { .. } if awaits == Awaits::Snapshot => return Ok(()),
                ServerMessage::Snapshot { .. }
                | ServerMessage::Update { .. }
                | ServerMessage::Goodbye { .. } => {}
                early @ (ServerMessage::Mine { .. }
                | ServerMessage::Accepted { .. }
                | ServerMessage::Done { .. }
                | ServerMessage::Refused { .. }
                | ServerMessage::Task { .. }
                | ServerMessage::Hand { .. }
                | ServerMessage::NoTask { .. }
                | ServerMessage::Statements { .. }
                | ServerMessage::StandTaken { .. }
                | ServerMessage::OwnSignals { .. }
                | ServerMessage::OwnRole { .. }
                | ServerMessage::OwnQuiz { .. }
                | ServerMessage::OwnAsked { .. }
                | ServerMessage::Voted { .. }
                | ServerMessage::Pong { .. }) => {
                    return Err(ClientError::Unexpected(format!("{early:?} in the greeting")));
                }
            }
        }
    }

    fn broken(&self, reason: Error) -> ClientError {
        match reason {
            Error::ConnectionClosed | Error::AlreadyClosed | Error::Io(_) | Error::Protocol(_) => {
                ClientError::Closed { code: None, goodbye: self.goodbye }
            }
            other => ClientError::Unexpected(other.to_string()),
        }
    }
}

async fn handshake(
    server: &ServerAddress,
    code: JoinCode,
) -> Result<WebSocketStream<TcpStream>, ClientError> {
    let stream = server.connect().await?;
    let request = format!("ws://{server}/api/v1/sessions/{code}/socket")
        .into_client_request()
        .map_err(|reason| ClientError::Unreachable(reason.to_string()))?;
    let config = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER_BYTES)
        .write_buffer_size(0)
        .max_write_buffer_size(1 << 20)
        .max_message_size(Some(MESSAGE_BYTES_MAX))
        .max_frame_size(Some(MESSAGE_BYTES_MAX));
    match tokio_tungstenite::client_async_with_config(request, stream, Some(config)).await {
        Ok((socket, _)) => Ok(socket),
        Err(Error::Http(answer)) => {
            Err(ClientError::problem(answer.status().as_u16(), answer.body().as_deref().unwrap_or_default()))
        }
        Err(reason) => Err(ClientError::Unreachable(reason.to_string())),
    }
}
