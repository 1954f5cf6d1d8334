//! What the task does with each message.

use tracing::warn;

use super::reply::Reply;
use super::{ATTENDANCE, Live};
use crate::hub::frames;
use crate::hub::lock::Shown;
use crate::hub::message::{MadeLink, Message};
use crate::hub::secrets::{self, FacilitatorKey};
use crate::hub::themes::{self, Suggestion};
use crate::session::{self, Command, FacilitatorCommand, KeyHash, Pseudonym, Recorded, Rejection};
use crate::store::StoreError;
use crate::wire::{Goodbye, Refused, ServerMessage};

impl Live {
    /// Decides one message; its events are applied at once and told only when they are stored.
    pub(super) async fn take(
        &mut self,
        message: Message,
        events: &mut Vec<Recorded>,
        replies: &mut Vec<Reply>,
    ) -> Result<(), StoreError> {
        match message {
            Message::ConnectPhone { token, shown, personal, reply } => {
                let who = self.key(ATTENDANCE).await?.map(|key| token.pseudonym(&key));
                if let Err(goodbye) = self.must_open(who, shown) {
                    replies.push(Reply::Connect(token, personal, reply, Err(goodbye)));
                    return Ok(());
                }
                let counted = match who {
                    Some(who) => self.decide(&Command::Join { who }, events).map(|_| ()),
                    None => Ok(()),
                };
                // An ended session shows its end to those who were there and to those who come late.
                let counted = match counted {
                    Err(Rejection::SessionFull) => Err(Goodbye::SessionFull),
                    Err(Rejection::DoorClosed) => Err(Goodbye::DoorClosed),
                    Ok(()) | Err(_) => Ok(()),
                };
                replies.push(Reply::Connect(token, personal, reply, counted));
            }
            Message::DisconnectPhone { connection } => {
                self.disconnect(connection);
                self.presence_changed();
            }
            Message::ChooseRole { connection, role } => {
                self.choose_role(connection, role, events, replies).await?;
            }
            Message::Signal { connection, signal } => self.signal(connection, signal),
            Message::Ask { connection, asking } => self.ask(connection, asking, events, replies).await?,
            Message::RecallAsked { connection } => replies.push(Reply::OwnAsked(connection)),
            Message::Answer { connection, item, key, version, content } => {
                let Some(token) = self.phones.token(connection).cloned() else {
                    return Ok(());
                };
                let decision = match self.question_key(item).await? {
                    Ok(secret) => {
                        let who = token.pseudonym(&secret);
                        let key = key.clone();
                        let command = match content {
                            Some(content) => self.giving(item, who, key, version, content),
                            None => Command::WithdrawAnswer { item, who, key, version },
                        };
                        self.decide(&command, events)
                    }
                    Err(rejection) => Err(rejection),
                };
                let message = match decision {
                    Ok(position) => ServerMessage::Accepted { key, version, position },
                    Err(code) => ServerMessage::Refused { of: Some(Refused::Answer { key, version }), code },
                };
                replies.push(Reply::Phone(connection, message));
            }
            Message::NextTask { connection, item } => {
                self.make_votes_key(item).await?;
                replies.push(Reply::Task(connection, item));
            }
            Message::TakeStand { connection, item, statement, version, stand } => {
                let told = self.take_stand(connection, (item, statement), version, stand, events).await?;
                replies.extend(told.map(|message| Reply::Phone(connection, message)));
                replies.push(Reply::Task(connection, item));
            }
            Message::Sort { connection, item, answer, theme } => {
                self.place(connection, item, answer, theme, events);
                replies.push(Reply::Task(connection, item));
            }
            Message::Pile { connection, item, piles } => {
                self.lay(connection, item, piles, events);
                replies.push(Reply::Task(connection, item));
            }
            Message::ChooseNickname { connection, nickname } => {
                let told = self.choose_nickname(connection, nickname, events).await?;
                replies.extend(told.map(|message| Reply::Phone(connection, message)));
            }
            Message::RecallQuiz { connection } => {
                replies.extend(self.own_quiz(connection).map(|message| Reply::Phone(connection, message)));
            }
            Message::Prime { item, priors } => {
                if let Err(code) = self.decide(&Command::PrimeSorting { item, priors }, events) {
                    warn!(?code, "the engine's view for the room was refused");
                }
            }
            Message::MakeLink { kind, name, reply } => {
                let key = FacilitatorKey::draw();
                let command = Command::MakeLink { kind, name, hash: KeyHash(key.hash()) };
                let made = self.decide(&command, events);
                let link = self.session.links.keys().next_back().copied();
                let made = made.and_then(|_| link.ok_or(Rejection::TryAgain));
                replies.push(Reply::Link(reply, made.map(|link| MadeLink { link, key })));
            }
            Message::KeepPicture { picture, size, reply } => {
                let kept = self.decide(&Command::KeepPicture { picture, size }, events);
                replies.push(Reply::Facilitator(reply, kept.map(|_| ())));
            }
            Message::Opens { key, reply } => {
                let opened = self.session.links.iter().find(|(_, link)| secrets::opens_link(&key, link));
                reply.send(opened.map(|(id, link)| (*id, link.kind))).ok();
            }
            Message::SetPassword { hash, reply } => {
                let set = self.decide(&Command::SetPassword { hash }, events).map(|_| ());
                replies.push(Reply::Facilitator(reply, set));
            }
            Message::Outside { reply } => {
                let told = frames::snapshot("", 0, session::outside(&self.session));
                reply.send(told).ok();
            }
            Message::Facilitate { command, reply } => {
                let decision = self.facilitate(command, events);
                replies.push(Reply::Facilitator(reply, decision));
            }
            Message::Suggest { item, suggestion: Suggestion { themes, families }, learnt } => {
                if self.groups.done(item, learnt)
                    && let Err(code) = self.decide(&Command::SuggestThemes { item, themes, families }, events)
                {
                    warn!(?code, "a suggestion of themes was refused");
                }
            }
            Message::Propose { item, suggestion, reply } => {
                reply.send(self.proposals.keep(item, suggestion)).ok();
            }
            Message::UseProposal { proposal, reply } => {
                let used = self.use_proposal(proposal, events);
                replies.push(Reply::Proposal(reply, used));
            }
            Message::NotGrouped => self.groups.failed(),
            Message::Likeliest { item, reply } => {
                // The engine works beside this task; only the copy of its material is made here.
                let work = themes::work_under_shown(&self.session, item);
                tokio::task::spawn_blocking(move || reply.send(work.map(|work| themes::likeliest(&work))));
            }
            Message::Snapshot { audience, reply } => replies.push(Reply::Snapshot(audience, reply)),
            Message::Read { reply } => replies.push(Reply::Read(reply)),
        }
        Ok(())
    }

    /// Whether the password lets a phone in, or it has joined before.
    fn must_open(&self, who: Option<Pseudonym>, shown: Shown) -> Result<(), Goodbye> {
        let has_joined = who.is_some_and(|who| self.session.has_joined(who));
        match shown {
            _ if self.session.password.is_none() || has_joined => Ok(()),
            Shown::Right => Ok(()),
            Shown::Wrong => Err(Goodbye::PasswordWrong),
            Shown::Nothing => Err(Goodbye::PasswordNeeded),
        }
    }

    fn facilitate(
        &mut self,
        command: FacilitatorCommand,
        events: &mut Vec<Recorded>,
    ) -> Result<(), Rejection> {
        let lowers_hands = command == FacilitatorCommand::LowerHands;
        self.decide(&Command::Facilitate(command), events)?;
        if lowers_hands {
            self.lower_hands();
        }
        Ok(())
    }
}
