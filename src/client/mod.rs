//! The server seen from outside: a phone without a screen, a facilitator without a page, and the API.
//!
//! The demo, the load tests and the integration tests use it over real sockets. It is strict: a message it does not
//! know, or one out of order, is an error and not ignored.

mod asking;
mod phone;
mod stand;

mod handed;

mod facilitator;

mod connection;
mod seen;

mod api;

use std::time::Duration;

use tokio::time::timeout;

use crate::http::wire::Goodbye;
use crate::session::Rejection;

pub use api::{Created, Links, Overview, QuestionResults, Results, ServerAddress};
pub use connection::Connection;
pub use facilitator::Facilitator;
pub use handed::{Handed, Task};
pub use phone::{Confirmed, Phone};
pub use seen::{Seen, SeenQuestion};

/// Why something could not be had from the server.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The address is not one of a server.
    #[error("{0}")]
    WrongAddress(&'static str),
    /// Nobody answers there, or the line broke while connecting.
    #[error("the server cannot be reached: {0}")]
    Unreachable(String),
    /// The server answered a request with an error.
    #[error("the server answered {status} {code}: {detail}")]
    Problem {
        /// The HTTP status.
        status: u16,
        /// The stable code of the problem; empty when the answer was no problem document.
        code: String,
        /// What it says to people.
        detail: String,
    },
    /// An answer, withdrawal or command was refused.
    #[error("refused: {}", .0.code())]
    Refused(Rejection),
    /// The connection is closed.
    #[error("the connection was closed (code {code:?}, goodbye {goodbye:?})")]
    Closed {
        /// The code of the close frame; none when the line broke without one.
        code: Option<u16>,
        /// The server's last message, if it said goodbye.
        goodbye: Option<Goodbye>,
    },
    /// The server said something that the protocol does not know, or at the wrong time.
    #[error("the server broke the protocol: {0}")]
    Unexpected(String),
    /// The server said nothing for longer than anyone waits.
    #[error("the server kept silent for {0} seconds")]
    Silent(u64),
}

impl ClientError {
    /// Whether connecting again may help.
    pub fn come_back(&self) -> bool {
        match self {
            ClientError::Closed { goodbye, .. } => goodbye.is_none_or(Goodbye::come_back),
            ClientError::Unreachable(_) | ClientError::Silent(_) => true,
            ClientError::Problem { status, .. } => *status == 429 || *status >= 500,
            ClientError::WrongAddress(_) | ClientError::Refused(_) | ClientError::Unexpected(_) => false,
        }
    }
}

/// Longest wait for an answer of the server in seconds: nobody holds a phone for longer without reloading.
const PATIENCE_S: u64 = 30;

/// Waits for as long as a person would.
async fn patiently<T>(outcome: impl Future<Output = Result<T, ClientError>>) -> Result<T, ClientError> {
    timeout(Duration::from_secs(PATIENCE_S), outcome).await.unwrap_or(Err(ClientError::Silent(PATIENCE_S)))
}
