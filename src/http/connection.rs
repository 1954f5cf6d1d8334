//! One connection: reads frames into commands and writes the feed; it decides nothing.

use std::num::NonZeroU32;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use bytes::Bytes;
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, timeout};

use crate::hub::{Lacks, PERSONAL_MAX, Rights, SessionHandle, Shown, Token, encode, now_ms};
use crate::session::{
    AnswerContent, AnswerId, AnswerKey, AskedId, Audience, FacilitatorCommand, ItemId, LinkKind, NotAnAmount,
    Rejection, TextError,
};
use crate::wire::{ClientMessage, Cursor, Goodbye, Refused, Role, ServerMessage};

/// One frame must be written by then; a phone that takes longer comes back and is given the latest state.
const WRITE_MAX: Duration = Duration::from_secs(20);
/// How often a silent client is asked whether it is there.
const PING_EVERY: Duration = Duration::from_secs(20);
/// Silence after which a client is taken to be gone.
const SILENCE_MAX: Duration = Duration::from_secs(65);
/// How long a client may take to close after the goodbye.
const LINGER_MAX: Duration = Duration::from_secs(2);
/// Messages a second from one connection, and at once: a phone that comes back sends its whole outbox.
const MESSAGES_PER_SECOND: NonZeroU32 = NonZeroU32::new(20).unwrap();
const MESSAGES_BURST: NonZeroU32 = NonZeroU32::new(60).unwrap();
/// Refusals for speed or unreadable messages after which the connection is closed.
const OFFENCES_MAX: u32 = 50;

/// One page's connection to a session.
pub(super) struct Connection {
    handle: SessionHandle,
    audience: Audience,
    /// The phone's number in the session; none for presenters and facilitators.
    phone: Option<u64>,
    /// What the key of a presenter or facilitator opens.
    rights: Option<Rights>,
    /// Frames for this connection alone.
    personal: mpsc::Receiver<Bytes>,
    /// Wakes at each update.
    updates: watch::Receiver<u64>,
    /// The feed's position that this connection has been told.
    position: u64,
    heard_at: Instant,
    limiter: DefaultDirectRateLimiter,
    offences: u32,
}

/// How a connection ends: with a goodbye, or without one where nobody listens any more.
pub(super) type End = Option<Goodbye>;

impl Connection {
    pub(super) async fn open(
        handle: SessionHandle,
        role: Role,
        rights: Option<Rights>,
        cursor: Option<Cursor>,
        socket: &mut WebSocket,
    ) -> Result<Connection, End> {
        let (sender, personal) = mpsc::channel(PERSONAL_MAX);
        let (audience, phone, mine) = match role {
            Role::Phone { token, secret: _, password } => {
                let token = Token::parse(&token).ok_or(Some(Goodbye::OtherVersion))?;
                let mut connected = handle.connect(token.clone(), Shown::Nothing, sender.clone()).await;
                // Only who needs it is tried on the lock: whoever has joined does not wait behind those who guess.
                if let (Err(Goodbye::PasswordNeeded), Some(password)) = (&connected, password) {
                    let shown = handle.show(&password).await;
                    connected = handle.connect(token, shown, sender).await;
                }
                let connected = connected.map_err(Some)?;
                (Audience::Phone, Some(connected.connection), Some(connected.mine))
            }
            Role::Presenter { .. } => (Audience::Presenter, None, None),
            Role::Facilitator { .. } => (Audience::Facilitator, None, None),
        };
        let quota = Quota::per_second(MESSAGES_PER_SECOND).allow_burst(MESSAGES_BURST);
        let mut connection = Connection {
            updates: handle.feed(audience).subscribe(),
            handle,
            audience,
            phone,
            rights,
            personal,
            position: 0,
            heard_at: Instant::now(),
            limiter: RateLimiter::direct(quota),
            offences: 0,
        };
        match connection.greet(cursor, mine, socket).await {
            Ok(()) => Ok(connection),
            Err(end) => {
                connection.close();
                Err(end)
            }
        }
    }

    /// Sends what the page lacks: updates since its cursor where that is known, a snapshot otherwise.
    async fn greet(
        &mut self,
        cursor: Option<Cursor>,
        mine: Option<Bytes>,
        socket: &mut WebSocket,
    ) -> Result<(), End> {
        match cursor.filter(|cursor| cursor.epoch == self.handle.epoch()) {
            Some(cursor) => {
                self.position = cursor.position;
                // The page learns by an update, if only an empty one, that its state is the server's.
                write(socket, encode(&ServerMessage::Update { cursor, changes: Vec::new() })).await?;
                self.catch_up(socket).await?;
            }
            None => self.send_snapshot(socket).await?,
        }
        match mine {
            Some(mine) => write(socket, mine).await,
            None => Ok(()),
        }
    }

    pub(super) async fn run(&mut self, socket: &mut WebSocket, stopping: impl Future<Output = ()>) -> End {
        let handle = self.handle.clone();
        let gone = handle.gone();
        let withdrawn = handle.withdrawn(self.rights.and_then(|rights| rights.link));
        let mut ping = tokio::time::interval(PING_EVERY);
        tokio::pin!(gone, stopping, withdrawn);
        loop {
            let step = tokio::select! {
                () = &mut stopping => Err(Some(Goodbye::Restarting)),
                () = &mut gone => Err(Some(Goodbye::Restarting)),
                () = &mut withdrawn => Err(Some(Goodbye::WrongKey)),
                frame = self.personal.recv(), if self.phone.is_some() => match frame {
                    Some(frame) => write(socket, frame).await,
                    None => Err(Some(Goodbye::Restarting)),
                },
                _ = self.updates.changed() => self.catch_up(socket).await,
                message = socket.recv() => self.read(message, socket).await,
                _ = ping.tick() => self.check_silence(socket).await,
            };
            if let Err(end) = step {
                return end;
            }
        }
    }

    pub(super) fn close(&self) {
        if let Some(phone) = self.phone {
            self.handle.disconnect(phone);
        }
    }

    async fn catch_up(&mut self, socket: &mut WebSocket) -> Result<(), End> {
        self.updates.mark_unchanged();
        match self.handle.feed(self.audience).since(self.position) {
            Lacks::Frames(frames) => {
                for frame in frames {
                    write(socket, frame).await?;
                    self.position += 1;
                }
                Ok(())
            }
            Lacks::Snapshot => self.send_snapshot(socket).await,
        }
    }

    async fn send_snapshot(&mut self, socket: &mut WebSocket) -> Result<(), End> {
        let (position, frame) =
            self.handle.snapshot(self.audience).await.map_err(|_| Some(Goodbye::Restarting))?;
        self.position = position;
        write(socket, frame).await
    }

    async fn check_silence(&mut self, socket: &mut WebSocket) -> Result<(), End> {
        if self.heard_at.elapsed() > SILENCE_MAX {
            return Err(Some(Goodbye::Silent));
        }
        send(socket, Message::Ping(Bytes::new())).await
    }

    async fn read(
        &mut self,
        message: Option<Result<Message, axum::Error>>,
        socket: &mut WebSocket,
    ) -> Result<(), End> {
        let Some(Ok(message)) = message else {
            return Err(None);
        };
        self.heard_at = Instant::now();
        let text = match message {
            Message::Text(text) => text,
            Message::Ping(_) | Message::Pong(_) => return Ok(()),
            Message::Close(_) => return Err(None),
            Message::Binary(_) => return self.offend(None, Rejection::MessageUnreadable, socket).await,
        };
        let message = match serde_json::from_str::<ClientMessage>(&text) {
            Ok(message) => message,
            Err(problem) => return self.offend(reference(&text), unreadable(&problem), socket).await,
        };
        if self.limiter.check().is_err() {
            return self.offend(reference(&text), Rejection::TooFast, socket).await;
        }
        match message {
            ClientMessage::Ping { sent_ms } => {
                write(socket, encode(&ServerMessage::Pong { now_ms: now_ms(), sent_ms })).await
            }
            ClientMessage::Answer { item, key, version, content } => {
                self.answer(item, key, version, Some(content), socket).await
            }
            ClientMessage::Withdraw { item, key, version } => {
                self.answer(item, key, version, None, socket).await
            }
            ClientMessage::NextTask { item } => match self.phone {
                Some(phone) => {
                    self.handle.next_task(phone, item).await.map_err(|_| Some(Goodbye::Restarting))
                }
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::Sort { item, answer, theme } => match self.phone {
                Some(phone) => {
                    self.handle.sort(phone, item, answer, theme).await.map_err(|_| Some(Goodbye::Restarting))
                }
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::Pile { item, piles } => match self.phone {
                Some(phone) => {
                    self.handle.pile(phone, item, piles).await.map_err(|_| Some(Goodbye::Restarting))
                }
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::TakeStand { item, statement, version, stand } => match self.phone {
                Some(phone) => self
                    .handle
                    .take_stand(phone, item, statement, version, stand)
                    .await
                    .map_err(|_| Some(Goodbye::Restarting)),
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::ChooseRole { role } => match self.phone {
                Some(phone) => {
                    self.handle.choose_role(phone, role).await.map_err(|_| Some(Goodbye::Restarting))
                }
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::React { reaction } => match self.phone {
                Some(phone) => {
                    self.handle.react(phone, reaction).await.map_err(|_| Some(Goodbye::Restarting))
                }
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::RaiseHand { up } => match self.phone {
                Some(phone) => self.handle.raise_hand(phone, up).await.map_err(|_| Some(Goodbye::Restarting)),
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::JudgePace { pace } => match self.phone {
                Some(phone) => {
                    self.handle.judge_pace(phone, pace).await.map_err(|_| Some(Goodbye::Restarting))
                }
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::RecallSignals => match self.phone {
                Some(phone) => self.handle.recall_signals(phone).await.map_err(|_| Some(Goodbye::Restarting)),
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::ChooseNickname { nickname } => match self.phone {
                Some(phone) => {
                    self.handle.choose_nickname(phone, nickname).await.map_err(|_| Some(Goodbye::Restarting))
                }
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::RecallQuiz => match self.phone {
                Some(phone) => self.handle.recall_quiz(phone).await.map_err(|_| Some(Goodbye::Restarting)),
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::AskSpeaker { key, text } => match self.phone {
                Some(phone) => {
                    self.handle.ask_speaker(phone, key, text).await.map_err(|_| Some(Goodbye::Restarting))
                }
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::WithdrawAsked { key } => match self.phone {
                Some(phone) => {
                    self.handle.withdraw_asked(phone, key).await.map_err(|_| Some(Goodbye::Restarting))
                }
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::VoteAsked { asked, version, up } => match self.phone {
                Some(phone) => self
                    .handle
                    .vote_asked(phone, asked, version, up)
                    .await
                    .map_err(|_| Some(Goodbye::Restarting)),
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::RecallAsked => match self.phone {
                Some(phone) => self.handle.recall_asked(phone).await.map_err(|_| Some(Goodbye::Restarting)),
                None => self.offend(None, Rejection::NotAllowed, socket).await,
            },
            ClientMessage::Command { reference, command } => self.steer(reference, command, socket).await,
            ClientMessage::Hello { .. } => self.offend(None, Rejection::MessageUnreadable, socket).await,
        }
    }

    async fn answer(
        &mut self,
        item: ItemId,
        key: AnswerKey,
        version: u32,
        content: Option<AnswerContent>,
        socket: &mut WebSocket,
    ) -> Result<(), End> {
        match self.phone {
            Some(phone) => self
                .handle
                .answer(phone, item, key, version, content)
                .await
                .map_err(|_| Some(Goodbye::Restarting)),
            None => self.offend(Some(Refused::Answer { key, version }), Rejection::NotAllowed, socket).await,
        }
    }

    async fn steer(
        &mut self,
        reference: u32,
        command: FacilitatorCommand,
        socket: &mut WebSocket,
    ) -> Result<(), End> {
        let may_steer = self.rights.is_some_and(|rights| rights.kind == LinkKind::Facilitate);
        if !may_steer {
            return self.offend(Some(Refused::Command { reference }), Rejection::NotAllowed, socket).await;
        }
        let message = match self.handle.facilitate(command).await {
            Ok(position) => ServerMessage::Done { reference, position },
            Err(code) => ServerMessage::Refused { of: Some(Refused::Command { reference }), code },
        };
        write(socket, encode(&message)).await
    }

    /// Refuses a message that should not have been sent; too many of them end the connection.
    async fn offend(
        &mut self,
        of: Option<Refused>,
        code: Rejection,
        socket: &mut WebSocket,
    ) -> Result<(), End> {
        self.offences += 1;
        if self.offences > OFFENCES_MAX {
            return Err(Some(Goodbye::TooFast));
        }
        write(socket, encode(&ServerMessage::Refused { of, code })).await
    }
}

/// What a message that cannot be read speaks of, so that its sender can be told.
fn reference(text: &str) -> Option<Refused> {
    #[derive(serde::Deserialize)]
    struct Names {
        key: Option<AnswerKey>,
        asked: Option<AskedId>,
        item: Option<ItemId>,
        statement: Option<AnswerId>,
        version: Option<u32>,
        #[serde(rename = "ref")]
        reference: Option<u32>,
    }
    let names: Names = serde_json::from_str(text).ok()?;
    let Names { key, asked, item, statement, version, reference } = names;
    if let (Some(item), Some(statement), Some(version)) = (item, statement, version) {
        return Some(Refused::Stand { item, statement, version });
    }
    match (key, asked, version, reference) {
        // A question to the speaker has one version.
        (Some(key), _, version, None) => Some(Refused::Answer { key, version: version.unwrap_or(1) }),
        (None, Some(asked), Some(version), None) => Some(Refused::Vote { asked, version }),
        (_, _, _, Some(reference)) => Some(Refused::Command { reference }),
        (None, _, _, None) => None,
    }
}

/// Why a message could not be read, as far as a person can do something about it.
fn unreadable(problem: &serde_json::Error) -> Rejection {
    let problem = problem.to_string();
    let is = |error: TextError| problem.contains(&error.to_string());
    if is(TextError::TooLong) {
        Rejection::TextTooLong
    } else if is(TextError::ControlCharacter) {
        Rejection::TextUnprintable
    } else if problem.contains(&NotAnAmount.to_string()) {
        Rejection::NotANumber
    } else {
        Rejection::MessageUnreadable
    }
}

async fn write(socket: &mut WebSocket, frame: Bytes) -> Result<(), End> {
    // Frames are made by serde_json, which writes UTF-8.
    let text = Utf8Bytes::try_from(frame).map_err(|_| None)?;
    send(socket, Message::Text(text)).await
}

async fn send(socket: &mut WebSocket, message: Message) -> Result<(), End> {
    match timeout(WRITE_MAX, socket.send(message)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(None),
    }
}

/// Says why, closes, and lets the client hear it.
pub(super) async fn say_goodbye(socket: &mut WebSocket, reason: Goodbye) {
    let message = ServerMessage::Goodbye { reason, come_back: reason.come_back() };
    if write(socket, encode(&message)).await.is_ok() {
        let frame = CloseFrame { code: reason.close_code(), reason: Utf8Bytes::default() };
        send(socket, Message::Close(Some(frame))).await.ok();
        // Closing on a client that is still sending would reset the line and take the goodbye with it.
        timeout(LINGER_MAX, async { while let Some(Ok(_)) = socket.recv().await {} }).await.ok();
    }
}
