//! What phones say of their roles, for attendance.

use super::reply::Reply;
use super::{ATTENDANCE, Live};
use crate::hub::frames;
use crate::session::{Command, Effects, Part, Recorded, Rejection, RoleId};
use crate::store::StoreError;
use crate::wire::ServerMessage;

impl Live {
    pub(super) async fn choose_role(
        &mut self,
        connection: u64,
        role: Option<RoleId>,
        events: &mut Vec<Recorded>,
        replies: &mut Vec<Reply>,
    ) -> Result<(), StoreError> {
        let Some(token) = self.phones.token(connection).cloned() else { return Ok(()) };
        let chosen = match self.key(ATTENDANCE).await? {
            Some(key) => {
                let who = token.pseudonym(&key);
                self.decide(&Command::ChooseRole { who, role }, events).map(|_| ())
            }
            None => Err(Rejection::SessionEnded),
        };
        replies.push(match chosen {
            Ok(()) => Reply::OwnRole(connection),
            Err(code) => Reply::Phone(connection, ServerMessage::Refused { of: None, code }),
        });
        Ok(())
    }

    /// Tells every phone what is known of its role, once roles are asked for, or others are.
    pub(super) fn note_roles(&self, effects: &Effects) {
        if effects.parts.contains(&Part::Roles) {
            for (connection, _) in self.phones.all() {
                self.tell_own_role(connection);
            }
        }
    }

    /// Tells a phone what its person said, where roles are asked for.
    pub(super) fn tell_own_role(&self, connection: u64) {
        let (Some(token), Some(key)) = (self.phones.token(connection), self.keys.get(&ATTENDANCE)) else {
            return;
        };
        if self.session.roles.list().is_empty() {
            return;
        }
        let said = self.session.roles.said_by(token.pseudonym(key));
        let own = ServerMessage::OwnRole { said: said.is_some(), role: said.flatten() };
        self.phones.send(connection, frames::encode(&own));
    }
}
