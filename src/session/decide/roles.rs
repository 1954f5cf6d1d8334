//! The rules for roles to choose from when joining.

use super::Decision;
use crate::session::event::Event;
use crate::session::ids::Pseudonym;
use crate::session::rejection::Rejection;
use crate::session::roles::{RoleId, WantedRole};
use crate::session::state::Session;

pub(super) fn change(session: &Session, wanted: &[WantedRole]) -> Result<Vec<Event>, Rejection> {
    let roles = session.roles.numbered(wanted)?;
    let changed = roles != session.roles.list();
    Ok(changed.then_some(Event::RolesChanged { roles }).into_iter().collect())
}

pub(super) fn choose(session: &Session, who: Pseudonym, role: Option<RoleId>) -> Result<Decision, Rejection> {
    if session.is_over() {
        return Err(Rejection::SessionEnded);
    }
    if role.is_some_and(|role| !session.roles.has(role)) || session.roles.list().is_empty() {
        return Err(Rejection::NoSuchRole);
    }
    // Only who has joined is counted.
    if !session.has_joined(who) {
        return Err(Rejection::NotAllowed);
    }
    let is_said = session.roles.said_by(who) == Some(role);
    Ok(Decision::Events((!is_said).then_some(Event::RoleChosen { who, role }).into_iter().collect()))
}
