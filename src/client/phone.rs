//! A participant's phone without a screen.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::http::wire::{ClientMessage, Refused, Role, ServerMessage};
use crate::session::{
    AnswerContent, AnswerId, AnswerKey, ItemId, JoinCode, Line, OwnQuiz, Pace, Reaction, Rejection, RoleId,
    ThemeId,
};

use super::api::ServerAddress;
use super::connection::Connection;
use super::handed::Handed;
use super::seen::Seen;
use super::{ClientError, Created, patiently};

/// A phone: its token, its connection and what it has sent that is not confirmed.
pub struct Phone {
    server: ServerAddress,
    code: JoinCode,
    role: Role,
    /// None between a lost connection and the next one.
    connection: Option<Connection>,
    /// What was seen, while there is no connection.
    before: Seen,
    outbox: Vec<ClientMessage>,
}

/// What the server stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// Which answer.
    pub key: AnswerKey,
    /// Which version of it.
    pub version: u32,
    /// The log's position.
    pub position: u64,
}

impl Phone {
    /// Joins with a new random token, by the link of the QR code.
    pub async fn join(server: &ServerAddress, session: &Created) -> Result<Phone, ClientError> {
        let secret = session.links.join_secret().map(str::to_owned);
        Phone::join_as(server, session.code, random_name(), secret).await
    }

    /// Joins with a token of one's own, with or without the further secret of the QR link.
    pub async fn join_as(
        server: &ServerAddress,
        code: JoinCode,
        token: String,
        secret: Option<String>,
    ) -> Result<Phone, ClientError> {
        let mut phone = Phone {
            server: server.clone(),
            code,
            role: Role::Phone { token, secret, password: None },
            connection: None,
            before: Seen::default(),
            outbox: Vec::new(),
        };
        phone.come_back().await?;
        Ok(phone)
    }

    /// Joins with the password of the room, with a token of one's own or a random one; `Goodbye::PasswordNeeded` was the
    /// answer to coming without it.
    pub async fn join_with(
        server: &ServerAddress,
        code: JoinCode,
        token: Option<String>,
        password: &str,
    ) -> Result<Phone, ClientError> {
        let token = token.unwrap_or_else(random_name);
        let role = Role::Phone { token, secret: None, password: Some(password.to_owned()) };
        let (before, outbox) = (Seen::default(), Vec::new());
        let mut phone = Phone { server: server.clone(), code, role, connection: None, before, outbox };
        phone.come_back().await?;
        Ok(phone)
    }

    /// What it has been told.
    pub fn seen(&self) -> &Seen {
        self.connection.as_ref().map_or(&self.before, Connection::seen)
    }

    /// How many messages were sent and not confirmed.
    pub fn unconfirmed(&self) -> usize {
        self.outbox.len()
    }

    /// Loses the connection without a word, as a phone does that falls asleep.
    pub fn fall_asleep(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.before = connection.into_seen();
        }
    }

    /// Connects anew from where it stood and sends again what was not confirmed.
    pub async fn come_back(&mut self) -> Result<(), ClientError> {
        self.fall_asleep();
        let seen = self.before.clone();
        let mut connection = Connection::open(&self.server, self.code, self.role.clone(), seen).await?;
        for message in &self.outbox {
            connection.send(message).await?;
        }
        self.connection = Some(connection);
        Ok(())
    }

    /// Gives a new answer and waits until it is stored.
    pub async fn answer(&mut self, item: ItemId, content: AnswerContent) -> Result<Confirmed, ClientError> {
        let key = self.send_answer(item, content).await?;
        self.confirmed(&key).await
    }

    /// Changes an answer and waits until the change is stored.
    pub async fn change(
        &mut self,
        item: ItemId,
        before: &Confirmed,
        content: AnswerContent,
    ) -> Result<Confirmed, ClientError> {
        let message =
            ClientMessage::Answer { item, key: before.key.clone(), version: before.version + 1, content };
        self.post(message).await?;
        self.confirmed(&before.key).await
    }

    /// Takes an answer back and waits until that is stored.
    pub async fn withdraw(&mut self, item: ItemId, before: &Confirmed) -> Result<Confirmed, ClientError> {
        let message = ClientMessage::Withdraw { item, key: before.key.clone(), version: before.version + 1 };
        self.post(message).await?;
        self.confirmed(&before.key).await
    }

    /// Sends a new answer without waiting; it stays in the outbox until it is confirmed or refused.
    pub async fn send_answer(
        &mut self,
        item: ItemId,
        content: AnswerContent,
    ) -> Result<AnswerKey, ClientError> {
        let key = AnswerKey::try_from(random_name()).expect("a random name has a key's length");
        let message = ClientMessage::Answer { item, key: key.clone(), version: 1, content };
        self.post(message).await?;
        Ok(key)
    }

    /// Waits until the latest that was sent under this key is stored; a refusal is an error.
    pub async fn confirmed(&mut self, key: &AnswerKey) -> Result<Confirmed, ClientError> {
        let wanted = self
            .outbox
            .iter()
            .rev()
            .find_map(|sent| name(sent).filter(|(sent, _)| sent == key))
            .ok_or_else(|| ClientError::Unexpected("nothing under this key awaits an answer".into()))?;
        patiently(async {
            loop {
                match self.receive().await? {
                    ServerMessage::Accepted { key, version, position }
                        if (&key, version) == (&wanted.0, wanted.1) =>
                    {
                        return Ok(Confirmed { key, version, position });
                    }
                    ServerMessage::Refused { of: Some(Refused::Answer { key, version }), code }
                        if (&key, version) == (&wanted.0, wanted.1) =>
                    {
                        return Err(ClientError::Refused(code));
                    }
                    ServerMessage::Refused { of: None, code } => return Err(ClientError::Refused(code)),
                    ServerMessage::Accepted { .. }
                    | ServerMessage::Refused { .. }
                    | ServerMessage::Snapshot { .. }
                    | ServerMessage::Update { .. }
                    | ServerMessage::Mine { .. }
                    | ServerMessage::Done { .. }
                    | ServerMessage::Task { .. }
                    | ServerMessage::Hand { .. }
                    | ServerMessage::NoTask { .. }
                    | ServerMessage::Statements { .. }
                    | ServerMessage::StandTaken { .. }
                    | ServerMessage::OwnSignals { .. }
                    | ServerMessage::OwnRole { .. }
                    | ServerMessage::OwnQuiz { .. }
                    | ServerMessage::OwnAsked { .. }
                    | ServerMessage::Voted { .. }
                    | ServerMessage::Pong { .. }
                    | ServerMessage::Goodbye { .. } => {}
                }
            }
        })
        .await
    }

    /// Asks for an answer to place while the room sorts, and waits for what it is handed.
    pub async fn next_task(&mut self, item: ItemId) -> Result<Handed, ClientError> {
        self.connected()?.send(&ClientMessage::NextTask { item }).await?;
        self.handed(item).await
    }

    /// Places the answer it was handed under a heading, or under none, and waits for what it is handed next.
    ///
    /// Never sent again: whether a tap before a lost connection counted shows in what comes next.
    pub async fn sort(
        &mut self,
        item: ItemId,
        answer: AnswerId,
        theme: Option<ThemeId>,
    ) -> Result<Handed, ClientError> {
        self.connected()?.send(&ClientMessage::Sort { item, answer, theme }).await?;
        self.handed(item).await
    }

    /// Parts the hand it was given into piles, and waits for what it is handed next. Never sent again, as a tap is not.
    pub async fn pile(&mut self, item: ItemId, piles: Vec<Vec<AnswerId>>) -> Result<Handed, ClientError> {
        self.connected()?.send(&ClientMessage::Pile { item, piles }).await?;
        self.handed(item).await
    }

    /// Reacts, without waiting: nothing tells that it was counted.
    pub async fn react(&mut self, reaction: Reaction) -> Result<(), ClientError> {
        self.connected()?.send(&ClientMessage::React { reaction }).await
    }

    /// Raises or lowers its hand, and waits for how its signals stand.
    pub async fn raise_hand(&mut self, up: bool) -> Result<(bool, Option<Pace>), ClientError> {
        self.signal(&ClientMessage::RaiseHand { up }).await
    }

    /// Says what it thinks of the pace, and waits for how its signals stand.
    pub async fn judge_pace(&mut self, pace: Option<Pace>) -> Result<(bool, Option<Pace>), ClientError> {
        self.signal(&ClientMessage::JudgePace { pace }).await
    }

    /// Asks how its signals stand.
    pub async fn recall_signals(&mut self) -> Result<(bool, Option<Pace>), ClientError> {
        self.signal(&ClientMessage::RecallSignals).await
    }

    /// Takes a nickname for the quiz, and waits for how it stands; a refusal is an error.
    pub async fn choose_nickname(&mut self, nickname: Line) -> Result<OwnQuiz, ClientError> {
        self.own_quiz(&ClientMessage::ChooseNickname { nickname }).await
    }

    /// Asks how it stands in the quiz.
    pub async fn recall_quiz(&mut self) -> Result<OwnQuiz, ClientError> {
        self.own_quiz(&ClientMessage::RecallQuiz).await
    }

    /// Waits for the next message; what it confirms or refuses for good leaves the outbox. Safe to give up waiting.
    pub async fn receive(&mut self) -> Result<ServerMessage, ClientError> {
        let message = self.connected()?.receive().await?;
        match &message {
            ServerMessage::Accepted { key, version, .. } => self.settle(key, *version)?,
            ServerMessage::Refused { of: Some(Refused::Answer { key, version }), code }
                if !matches!(code, Rejection::TryAgain | Rejection::TooFast) =>
            {
                self.settle(key, *version)?
            }
            ServerMessage::Snapshot { .. }
            | ServerMessage::Update { .. }
            | ServerMessage::Mine { .. }
            | ServerMessage::Done { .. }
            | ServerMessage::Refused { .. }
            | ServerMessage::Task { .. }
            | ServerMessage::Hand { .. }
            | ServerMessage::NoTask { .. }
            | ServerMessage::Statements { .. }
            | ServerMessage::StandTaken { .. }
            | ServerMessage::OwnSignals { .. }
            | ServerMessage::OwnRole { .. }
            | ServerMessage::OwnQuiz { .. }
            | ServerMessage::OwnAsked { .. }
            | ServerMessage::Voted { .. }
            | ServerMessage::Pong { .. }
            | ServerMessage::Goodbye { .. } => {}
        }
        Ok(message)
    }

    /// Receives until what was seen satisfies a condition.
    pub async fn until(&mut self, condition: impl Fn(&Seen) -> bool) -> Result<(), ClientError> {
        patiently(async {
            while !condition(self.seen()) {
                self.receive().await?;
            }
            Ok(())
        })
        .await
    }

    /// Tells the server that it is still there.
    pub async fn ping(&mut self) -> Result<(), ClientError> {
        self.connected()?.send(&ClientMessage::Ping { sent_ms: None }).await
    }

    /// Sends any text, also one that is no message of the protocol.
    pub async fn send_text(&mut self, text: String) -> Result<(), ClientError> {
        self.connected()?.send_text(text).await
    }

    /// Leaves politely.
    pub async fn leave(self) {
        if let Some(connection) = self.connection {
            connection.close().await;
        }
    }

    pub(super) async fn handed(&mut self, item: ItemId) -> Result<Handed, ClientError> {
        patiently(async {
            loop {
                if let Some((of, handed)) = Handed::read(self.receive().await?)
                    && of == item
                {
                    return Ok(handed);
                }
            }
        })
        .await
    }

    /// Says a role, or that one would rather not; gives what is known of it then.
    pub async fn choose_role(&mut self, role: Option<RoleId>) -> Result<Option<RoleId>, ClientError> {
        self.connected()?.send(&ClientMessage::ChooseRole { role }).await?;
        patiently(async {
            loop {
                let message = self.receive().await?;
                if let ServerMessage::OwnRole { role, .. } = message {
                    return Ok(role);
                }
                if let ServerMessage::Refused { of: None, code } = message {
                    return Err(ClientError::Refused(code));
                }
            }
        })
        .await
    }

    /// Hand and pace as they stand; a refusal is an error.
    async fn signal(&mut self, message: &ClientMessage) -> Result<(bool, Option<Pace>), ClientError> {
        self.connected()?.send(message).await?;
        patiently(async {
            loop {
                let message = self.receive().await?;
                if let ServerMessage::OwnSignals { hand, pace } = message {
                    return Ok((hand, pace));
                }
                if let ServerMessage::Refused { of: None, code } = message {
                    return Err(ClientError::Refused(code));
                }
            }
        })
        .await
    }

    async fn own_quiz(&mut self, message: &ClientMessage) -> Result<OwnQuiz, ClientError> {
        self.connected()?.send(message).await?;
        patiently(async {
            loop {
                let message = self.receive().await?;
                if let ServerMessage::OwnQuiz { own } = message {
                    return Ok(own);
                }
                if let ServerMessage::Refused { of: None, code } = message {
                    return Err(ClientError::Refused(code));
                }
            }
        })
        .await
    }

    pub(super) async fn post(&mut self, message: ClientMessage) -> Result<(), ClientError> {
        self.outbox.push(message.clone());
        self.connected()?.send(&message).await
    }

    pub(super) fn connected(&mut self) -> Result<&mut Connection, ClientError> {
        self.connection.as_mut().ok_or(ClientError::Closed { code: None, goodbye: None })
    }

    fn settle(&mut self, key: &AnswerKey, version: u32) -> Result<(), ClientError> {
        let waiting = self.outbox.len();
        self.outbox.retain(|sent| name(sent).is_none_or(|sent| sent != (key.clone(), version)));
        if self.outbox.len() == waiting {
            let strange = format!("an answer to {key:?} version {version}, which nobody sent");
            return Err(ClientError::Unexpected(strange));
        }
        Ok(())
    }
}

/// The key and version that a message of the outbox is confirmed by.
fn name(message: &ClientMessage) -> Option<(AnswerKey, u32)> {
    match message {
        ClientMessage::Answer { key, version, .. } | ClientMessage::Withdraw { key, version, .. } => {
            Some((key.clone(), *version))
        }
        ClientMessage::AskSpeaker { key, .. } => Some((key.clone(), 1)),
        ClientMessage::WithdrawAsked { key } => Some((key.clone(), 2)),
        ClientMessage::Hello { .. }
        | ClientMessage::Command { .. }
        | ClientMessage::NextTask { .. }
        | ClientMessage::Sort { .. }
        | ClientMessage::Pile { .. }
        | ClientMessage::TakeStand { .. }
        | ClientMessage::ChooseRole { .. }
        | ClientMessage::React { .. }
        | ClientMessage::RaiseHand { .. }
        | ClientMessage::JudgePace { .. }
        | ClientMessage::VoteAsked { .. }
        | ClientMessage::RecallAsked
        | ClientMessage::RecallSignals
        | ClientMessage::ChooseNickname { .. }
        | ClientMessage::RecallQuiz
        | ClientMessage::Ping { .. } => None,
    }
}

/// 128 random bits in base64url: a token or an answer's key.
#[expect(clippy::disallowed_methods, reason = "a phone draws its own token and keys, as a browser does")]
pub(super) fn random_name() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>())
}
