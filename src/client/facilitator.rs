//! A facilitator's page or a projector without a screen.

use crate::http::wire::{ClientMessage, Refused, Role, ServerMessage};
use crate::session::{FacilitatorCommand, JoinCode};

use super::api::ServerAddress;
use super::connection::Connection;
use super::seen::Seen;
use super::{ClientError, patiently};

/// A connection that steers.
pub struct Facilitator {
    connection: Connection,
    reference: u32,
}

impl Facilitator {
    /// Connects as the facilitator's page does.
    pub async fn facilitate(
        server: &ServerAddress,
        code: JoinCode,
        key: &str,
    ) -> Result<Facilitator, ClientError> {
        let role = Role::Facilitator { key: key.to_owned() };
        Facilitator::open(server, code, role).await
    }

    /// Connects as the projector does.
    pub async fn present(
        server: &ServerAddress,
        code: JoinCode,
        key: &str,
    ) -> Result<Facilitator, ClientError> {
        let role = Role::Presenter { key: key.to_owned() };
        Facilitator::open(server, code, role).await
    }

    async fn open(server: &ServerAddress, code: JoinCode, role: Role) -> Result<Facilitator, ClientError> {
        Ok(Facilitator {
            connection: Connection::open(server, code, role, Seen::default()).await?,
            reference: 0,
        })
    }

    /// What it has been told.
    pub fn seen(&self) -> &Seen {
        self.connection.seen()
    }

    /// Steers and waits until it is stored; gives the log's position. A refusal is an error.
    pub async fn command(&mut self, command: FacilitatorCommand) -> Result<u64, ClientError> {
        self.reference += 1;
        let sent = self.reference;
        let message = ClientMessage::Command { reference: sent, command };
        self.connection.send(&message).await?;
        patiently(async {
            loop {
                match self.connection.receive().await? {
                    ServerMessage::Done { reference, position } if reference == sent => return Ok(position),
                    ServerMessage::Refused { of: Some(Refused::Command { reference }), code }
                        if reference == sent =>
                    {
                        return Err(ClientError::Refused(code));
                    }
                    ServerMessage::Refused { of: None, code } => return Err(ClientError::Refused(code)),
                    ServerMessage::Done { .. }
                    | ServerMessage::Refused { .. }
                    | ServerMessage::Snapshot { .. }
                    | ServerMessage::Update { .. }
                    | ServerMessage::Mine { .. }
                    | ServerMessage::Accepted { .. }
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
                    | ServerMessage::Pong { .. }
                    | ServerMessage::Goodbye { .. } => {}
                }
            }
        })
        .await
    }

    /// Waits for the next message. Safe to give up waiting at any time.
    pub async fn receive(&mut self) -> Result<ServerMessage, ClientError> {
        self.connection.receive().await
    }

    /// Receives until what was seen satisfies a condition.
    pub async fn until(&mut self, condition: impl Fn(&Seen) -> bool) -> Result<(), ClientError> {
        self.connection.until(condition).await
    }

    /// Tells the server that it is still there.
    pub async fn ping(&mut self) -> Result<(), ClientError> {
        self.connection.send(&ClientMessage::Ping { sent_ms: None }).await
    }

    /// Leaves politely.
    pub async fn leave(self) {
        self.connection.close().await;
    }
}
