//! What the task answers to what it was asked, once all that came of it is stored.

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot};

use super::Live;
use crate::hub::frames;
use crate::hub::message::{Connected, MadeLink, Overview, UsedProposal};
use crate::hub::secrets::Token;
use crate::session::{Audience, ItemId, Rejection};
use crate::wire::{Goodbye, ServerMessage};

/// What is to be said once the batch is stored.
pub(super) enum Reply {
    Phone(u64, ServerMessage),
    Task(u64, ItemId),
    OwnRole(u64),
    OwnAsked(u64),
    Facilitator(oneshot::Sender<Result<u64, Rejection>>, Result<(), Rejection>),
    Connect(Token, mpsc::Sender<Bytes>, oneshot::Sender<Result<Connected, Goodbye>>, Result<(), Goodbye>),
    Link(oneshot::Sender<Result<MadeLink, Rejection>>, Result<MadeLink, Rejection>),
    Proposal(oneshot::Sender<Result<UsedProposal, Rejection>>, Result<UsedProposal, Rejection>),
    Snapshot(Audience, oneshot::Sender<(u64, Bytes)>),
    Read(oneshot::Sender<Overview>),
}

impl Live {
    pub(super) fn say(&mut self, reply: Reply) {
        match reply {
            Reply::Phone(connection, message) => self.phones.send(connection, frames::encode(&message)),
            Reply::OwnRole(connection) => self.tell_own_role(connection),
            Reply::OwnAsked(connection) => self.say_own_asked(connection),
            Reply::Task(connection, item) => self.give_task(connection, item),
            Reply::Facilitator(reply, outcome) => {
                reply.send(outcome.map(|()| self.session.position)).ok();
            }
            Reply::Connect(token, personal, reply, Ok(())) => {
                if self.phones.len() >= self.settings.limits.participants_max.saturating_mul(2) {
                    reply.send(Err(Goodbye::SessionFull)).ok();
                    return;
                }
                let mine = self.mine(&token);
                let connection = self.phones.add(token.clone(), personal);
                self.signals.come_back(&token, connection);
                self.presence_changed();
                self.tell_own_role(connection);
                if reply.send(Ok(Connected { connection, mine })).is_err() {
                    self.disconnect(connection);
                }
            }
            Reply::Connect(_, _, reply, Err(goodbye)) => {
                reply.send(Err(goodbye)).ok();
            }
            Reply::Link(reply, made) => {
                reply.send(made).ok();
            }
            Reply::Proposal(reply, used) => {
                reply.send(used).ok();
            }
            Reply::Snapshot(audience, reply) => {
                reply.send(self.snapshot(audience)).ok();
            }
            Reply::Read(reply) => {
                let overview = Overview {
                    session: self.session.clone(),
                    connected: self.phones.people(),
                    limits: self.settings.limits,
                };
                reply.send(overview).ok();
            }
        }
    }
}
