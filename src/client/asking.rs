//! What a phone asks the speaker, and how it votes on what others ask.

use crate::http::wire::{ClientMessage, Refused, ServerMessage};
use crate::session::{AnswerKey, AskedId, AskedText, OwnAsked, OwnVote};

use super::phone::{Phone, random_name};
use super::{ClientError, patiently};

impl Phone {
    /// Puts a question to the speaker and waits until it is stored; gives the phone's name for it.
    pub async fn ask_speaker(&mut self, text: AskedText) -> Result<AnswerKey, ClientError> {
        let key = AnswerKey::try_from(random_name()).expect("a random name has a key's length");
        self.post(ClientMessage::AskSpeaker { key: key.clone(), text }).await?;
        self.confirmed(&key).await.map(|confirmed| confirmed.key)
    }

    /// Takes a question to the speaker back and waits until that is stored.
    pub async fn withdraw_asked(&mut self, key: &AnswerKey) -> Result<(), ClientError> {
        self.post(ClientMessage::WithdrawAsked { key: key.clone() }).await?;
        self.confirmed(key).await.map(|_| ())
    }

    /// Votes for a question to the speaker, or takes the vote back, and waits until that is stored.
    pub async fn vote_asked(&mut self, asked: AskedId, version: u32, up: bool) -> Result<(), ClientError> {
        self.connected()?.send(&ClientMessage::VoteAsked { asked, version, up }).await?;
        patiently(async {
            loop {
                let message = self.receive().await?;
                if message == (ServerMessage::Voted { asked, version }) {
                    return Ok(());
                }
                if let ServerMessage::Refused { of: Some(Refused::Vote { asked: refused, .. }), code } =
                    message
                    && refused == asked
                {
                    return Err(ClientError::Refused(code));
                }
            }
        })
        .await
    }

    /// Asks how its own questions to the speaker and its votes stand.
    pub async fn recall_asked(&mut self) -> Result<(Vec<OwnAsked>, Vec<OwnVote>), ClientError> {
        self.connected()?.send(&ClientMessage::RecallAsked).await?;
        patiently(async {
            loop {
                if let ServerMessage::OwnAsked { asked, votes } = self.receive().await? {
                    return Ok((asked, votes));
                }
            }
        })
        .await
    }
}
