//! The rules for what phones may signal.

use super::must_go_on;
use crate::session::event::Event;
use crate::session::rejection::Rejection;
use crate::session::signals::SignalsPlan;
use crate::session::state::Session;

/// Allows so much and no more.
pub(super) fn allow(session: &Session, signals: SignalsPlan) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let is_news = session.signals != signals;
    Ok(is_news.then_some(Event::SignalsAllowed { signals }).into_iter().collect())
}

/// Hands are nothing that the log knows of, so lowering them makes no fact.
pub(super) fn lower_hands(session: &Session) -> Result<Vec<Event>, Rejection> {
    must_go_on(session).map(|()| Vec::new())
}
