//! Questions to the speaker: what phones ask and vote, and what each is told of its own.

use std::collections::BTreeSet;

use bytes::Bytes;

use super::reply::Reply;
use super::{ASKED, Live};
use crate::hub::frames;
use crate::hub::secrets::Token;
use crate::session::{self, AnswerKey, AskedId, AskedText, Command, Pseudonym, Recorded, Rejection};
use crate::store::StoreError;
use crate::wire::{Refused, ServerMessage};

/// What a phone does about questions to the speaker.
pub(in crate::hub) enum Asking {
    Ask { key: AnswerKey, text: AskedText },
    Withdraw { key: AnswerKey },
    Vote { asked: AskedId, version: u32, up: bool },
}

/// The versions by which asking and taking back are confirmed.
const ASKED_VERSION: u32 = 1;
const WITHDRAWN_VERSION: u32 = 2;

impl Live {
    pub(super) async fn ask(
        &mut self,
        connection: u64,
        asking: Asking,
        events: &mut Vec<Recorded>,
        replies: &mut Vec<Reply>,
    ) -> Result<(), StoreError> {
        let Some(token) = self.phones.token(connection).cloned() else { return Ok(()) };
        let who = self.key(ASKED).await?.map(|key| token.pseudonym(&key));
        let mut decide = |command: &dyn Fn(Pseudonym) -> Command| match who {
            Some(who) => self.decide(&command(who), events),
            None => Err(Rejection::SessionEnded),
        };
        let message = match asking {
            Asking::Ask { key, text } => {
                let decided =
                    decide(&|who| Command::AskSpeaker { who, key: key.clone(), text: text.clone() });
                confirmed(key, ASKED_VERSION, decided)
            }
            Asking::Withdraw { key } => {
                let decided = decide(&|who| Command::WithdrawAsked { who, key: key.clone() });
                confirmed(key, WITHDRAWN_VERSION, decided)
            }
            Asking::Vote { asked, version, up } => {
                match decide(&|who| Command::VoteAsked { who, asked, version, up }) {
                    Ok(_) => ServerMessage::Voted { asked, version },
                    Err(code) => ServerMessage::Refused { of: Some(Refused::Vote { asked, version }), code },
                }
            }
        };
        let is_own = matches!(message, ServerMessage::Accepted { .. });
        replies.push(Reply::Phone(connection, message));
        replies.extend(is_own.then_some(Reply::OwnAsked(connection)));
        Ok(())
    }

    /// Tells phones whose questions another hand put elsewhere.
    pub(super) fn tell_askers(&self, askers: &BTreeSet<Pseudonym>) {
        let Some(key) = self.keys.get(&ASKED).filter(|_| !askers.is_empty()) else { return };
        for (connection, token) in self.phones.all() {
            if askers.contains(&token.pseudonym(key)) {
                self.phones.send(connection, self.own_asked(token));
            }
        }
    }

    pub(super) fn say_own_asked(&self, connection: u64) {
        if let Some(token) = self.phones.token(connection) {
            self.phones.send(connection, self.own_asked(token));
        }
    }

    fn own_asked(&self, token: &Token) -> Bytes {
        let own = self.keys.get(&ASKED).map(|key| session::own_asked(&self.session, token.pseudonym(key)));
        let (asked, votes) = own.unwrap_or_default();
        frames::encode(&ServerMessage::OwnAsked { asked, votes })
    }
}

fn confirmed(key: AnswerKey, version: u32, decided: Result<u64, Rejection>) -> ServerMessage {
    match decided {
        Ok(position) => ServerMessage::Accepted { key, version, position },
        Err(code) => ServerMessage::Refused { of: Some(Refused::Answer { key, version }), code },
    }
}
