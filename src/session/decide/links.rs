//! The rules for further links to the session.

use crate::session::event::Event;
use crate::session::links::{KeyHash, LINKS_MAX, LinkId, LinkKind};
use crate::session::rejection::Rejection;
use crate::session::state::Session;
use crate::session::text::Line;

pub(super) fn make(
    session: &Session,
    kind: LinkKind,
    name: &Line,
    hash: KeyHash,
) -> Result<Vec<Event>, Rejection> {
    if session.links.len() >= LINKS_MAX {
        return Err(Rejection::TooManyLinks);
    }
    let link = LinkId(session.next_link.max(1));
    Ok(vec![Event::LinkMade { link, kind, name: name.clone(), hash }])
}

pub(super) fn withdraw(session: &Session, link: LinkId) -> Result<Vec<Event>, Rejection> {
    session.links.get(&link).ok_or(Rejection::NoSuchLink)?;
    Ok(vec![Event::LinkWithdrawn { link }])
}
