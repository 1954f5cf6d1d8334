//! How a phone takes a stand on the answers of others.

use crate::http::wire::{ClientMessage, Refused, ServerMessage};
use crate::session::{AnswerId, ItemId, Stand};

use super::phone::Phone;
use super::{ClientError, Handed, patiently};

impl Phone {
    /// Votes on a statement, or changes its vote by a higher version, and waits until that is stored and the next
    /// statements are here; a refusal is an error.
    pub async fn take_stand(
        &mut self,
        item: ItemId,
        statement: AnswerId,
        version: u32,
        stand: Stand,
    ) -> Result<Handed, ClientError> {
        self.connected()?.send(&ClientMessage::TakeStand { item, statement, version, stand }).await?;
        let mine = Refused::Stand { item, statement, version };
        let stored = patiently(async {
            loop {
                match self.receive().await? {
                    message if message == (ServerMessage::StandTaken { item, statement, version }) => {
                        return Ok(());
                    }
                    ServerMessage::Refused { of, code } if of.as_ref() == Some(&mine) => {
                        return Err(ClientError::Refused(code));
                    }
                    _ => {}
                }
            }
        });
        let stored = stored.await;
        let next = self.handed(item).await?;
        stored.map(|()| next)
    }
}
