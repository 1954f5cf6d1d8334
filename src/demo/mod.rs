//! An invented municipality's gathering with simulated participants, so that a newcomer sees Plenum at work at once.
//!
//! Everything goes through the server's own doors: the API creates the session, and every participant is a phone on a
//! real socket. The demo steers itself until a person steers; then its participants only answer.

mod autopilot;

mod participant;

mod curious;
mod opinions;
mod taste;

mod gathering;

use std::net::SocketAddr;

use tokio::task::JoinSet;

use crate::client::{ClientError, Created, ServerAddress};

pub use autopilot::Steered;
pub use curious::QUESTIONS;
pub use gathering::{ABOUT_THE_DAY, ABOUT_THE_ORGANISATION, PARTICIPANTS, Remark, Then, WORDS, plan};
pub use opinions::preferred_order;
pub use participant::remarks;
pub use taste::preferred_heading;

/// Creates the gathering on the server that listens at this address.
pub async fn create(address: SocketAddr) -> Result<Created, ClientError> {
    ServerAddress::from(address).create(&plan()).await
}

/// Takes part and steers until the last participant is sent away; dropping the future lets all of them go.
///
/// A server that is restarted gets its participants back.
pub async fn run(address: SocketAddr, session: &Created) {
    let server = ServerAddress::from(address);
    let mut participants = JoinSet::new();
    for number in 0..PARTICIPANTS {
        participants.spawn(participant::take_part(server.clone(), session.clone(), number));
    }
    let steering = async {
        match autopilot::steer(&server, session).await {
            Ok(steered) => tracing::info!(?steered, "the demo no longer steers"),
            // A server that stops or restarts is no fault of the demo's.
            Err(reason) if reason.come_back() => tracing::info!(%reason, "the demo no longer steers"),
            Err(reason) => tracing::warn!(%reason, "the demo no longer steers"),
        }
    };
    let answering = async {
        while let Some(left) = participants.join_next().await {
            match left {
                Ok(Ok(never)) => match never {},
                Ok(Err(reason)) => tracing::info!(%reason, "a participant of the demo left"),
                Err(reason) => tracing::error!(%reason, "a participant of the demo broke"),
            }
        }
    };
    tokio::join!(steering, answering);
}

/// Where to look, as printed when the demo starts.
pub fn invitation(session: &Created) -> String {
    let links = &session.links;
    format!(
        "An invented gathering with {PARTICIPANTS} participants has begun.\n\
         \x20 Projector    {}\n\
         \x20 Facilitator  {}\n\
         \x20 Your phone   {}\n\
         It goes through its programme by itself until you steer it.",
        links.present, links.facilitate, links.join
    )
}
