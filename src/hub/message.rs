//! What connections and the API say to a session's task, and the handle by which they say it.

use std::collections::BTreeSet;
use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot, watch};

use super::feed::Feed;
use super::live::{Asking, Learnt, Signal};
use super::lock::{self, Lock, Shown};
use super::secrets::{self, FacilitatorKey, Token};
use super::themes::{self, Suggestion};
use crate::session::{
    AnswerContent, AnswerId, AnswerKey, AskedId, AskedText, Audience, FacilitatorCommand, Heading, ItemId,
    JoinCode, Limits, Line, LinkId, LinkKind, Pace, PasswordHash, PictureId, PictureSize, Reaction,
    Regrouping, Rejection, RoleId, Session, Stand, ThemeId, regrouping,
};
use crate::store::CatalogueEntry;
use crate::wire::Goodbye;

/// Messages that wait for a session's task: two seconds of a hall that votes at once. Senders wait when it is full.
pub(super) const INBOX_MAX: usize = 16_384;
/// Frames for one phone alone (its acknowledgements) that wait to be written; a phone that misses one sends again.
pub const PERSONAL_MAX: usize = 64;

/// How to reach one live session.
#[derive(Clone)]
pub struct SessionHandle {
    pub(super) inbox: mpsc::Sender<Message>,
    pub(super) entry: Arc<CatalogueEntry>,
    pub(super) code: JoinCode,
    feeds: Arc<Feeds>,
    epoch: Arc<str>,
    alive: watch::Receiver<()>,
}

/// The feeds of a session, one for each audience.
#[derive(Default)]
pub(super) struct Feeds {
    phone: Feed,
    presenter: Feed,
    facilitator: Feed,
    /// Further links that open the session.
    pub links: watch::Sender<BTreeSet<LinkId>>,
    /// The lock at the door, where the room has a password.
    pub lock: watch::Sender<Option<Arc<Lock>>>,
}

impl Feeds {
    pub fn of(&self, audience: Audience) -> &Feed {
        match audience {
            Audience::Phone => &self.phone,
            Audience::Presenter => &self.presenter,
            Audience::Facilitator => &self.facilitator,
        }
    }
}

pub(super) enum Message {
    /// A phone connects: it is counted, and told its own answers.
    ConnectPhone {
        token: Token,
        shown: Shown,
        personal: mpsc::Sender<Bytes>,
        reply: oneshot::Sender<Result<Connected, Goodbye>>,
    },
    /// A phone's connection is over.
    DisconnectPhone { connection: u64 },
    /// A phone gives, changes or withdraws an answer; `content` is none for a withdrawal.
    Answer { connection: u64, item: ItemId, key: AnswerKey, version: u32, content: Option<AnswerContent> },
    /// A phone asks for an answer to place.
    NextTask { connection: u64, item: ItemId },
    /// A phone places an answer under a heading, or under none.
    Sort { connection: u64, item: ItemId, answer: AnswerId, theme: Option<ThemeId> },
    /// A phone has parted a hand of answers.
    Pile { connection: u64, item: ItemId, piles: Vec<Vec<AnswerId>> },
    /// A phone votes on somebody's answer.
    TakeStand { connection: u64, item: ItemId, statement: AnswerId, version: u32, stand: Stand },
    /// A phone says what part its person has here.
    ChooseRole { connection: u64, role: Option<RoleId> },
    /// A phone says something without words.
    Signal { connection: u64, signal: Signal },
    /// A phone takes a nickname for the quiz.
    ChooseNickname { connection: u64, nickname: Line },
    /// A phone asks how it stands in the quiz.
    RecallQuiz { connection: u64 },
    /// A phone asks the speaker, takes that back, or votes.
    Ask { connection: u64, asking: Asking },
    /// A phone asks how its own questions to the speaker and its votes stand.
    RecallAsked { connection: u64 },
    /// The engine's view of where answers belong.
    Prime { item: ItemId, priors: Vec<(AnswerId, Vec<(ThemeId, i64)>)> },
    /// A further link is to be made.
    MakeLink { kind: LinkKind, name: Line, reply: oneshot::Sender<Result<MadeLink, Rejection>> },
    /// Items may show a picture that has been stored.
    KeepPicture { picture: PictureId, size: PictureSize, reply: oneshot::Sender<Result<u64, Rejection>> },
    /// Which further link this is the key of.
    Opens { key: String, reply: oneshot::Sender<Option<(LinkId, LinkKind)>> },
    /// The password at the door is to be another, or none.
    SetPassword { hash: Option<PasswordHash>, reply: oneshot::Sender<Result<u64, Rejection>> },
    /// What may be told to who is not let in yet.
    Outside { reply: oneshot::Sender<Bytes> },
    /// A facilitator's wish.
    Facilitate { command: FacilitatorCommand, reply: oneshot::Sender<Result<u64, Rejection>> },
    /// The engine's themes for a question.
    Suggest { item: ItemId, suggestion: Suggestion, learnt: Box<Learnt> },
    /// The engine failed; the next change is grouped again.
    NotGrouped,
    /// The whole state of an audience, and the feed's position it stands at.
    Snapshot { audience: Audience, reply: oneshot::Sender<(u64, Bytes)> },
    /// How near a question's answers are to its themes; none when it is no open question.
    Likeliest { item: ItemId, reply: oneshot::Sender<Option<Vec<Likeliest>>> },
    /// Keeps a grouping for the facilitator to look at; tells its number.
    Propose { item: ItemId, suggestion: Suggestion, reply: oneshot::Sender<u64> },
    /// Uses one that was kept.
    UseProposal { proposal: u64, reply: oneshot::Sender<Result<UsedProposal, Rejection>> },
    /// The state itself, for exports and the API.
    Read { reply: oneshot::Sender<Overview> },
}

/// What a phone gets when it connects.
#[derive(Debug)]
pub struct Connected {
    /// Names the connection in what it says next.
    pub connection: u64,
    /// A `mine` frame.
    pub mine: Bytes,
}

/// A further link that was just made.
#[derive(Debug)]
pub struct MadeLink {
    /// Which.
    pub link: LinkId,
    /// Its key; it is told here and never again.
    pub key: FacilitatorKey,
}

/// What a key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rights {
    /// What may be done.
    pub kind: LinkKind,
    /// The further link whose key it is; none for the key that the session was made with.
    pub link: Option<LinkId>,
}

/// The themes of one answer, likeliest first, and how far the first leads (a difference of cosines, 0 to 2).
pub type Likeliest = (AnswerId, Vec<ThemeId>, f32);

/// A part of a theme: its heading and its answers.
pub type ThemePart = (Heading, Vec<AnswerId>);

/// A proposal that was used.
#[derive(Debug)]
pub struct UsedProposal {
    /// The log's position.
    pub position: u64,
    /// The proposal that gives back what was there before.
    pub undo: u64,
}

/// A session's state with what the log does not hold.
#[derive(Debug)]
pub struct Overview {
    /// The state.
    pub session: Session,
    /// Phones connected now.
    pub connected: u32,
    /// What the session may hold.
    pub limits: Limits,
}

/// The session's task is gone; what was said may or may not have been stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the session is no longer served here")]
pub struct Gone;

impl SessionHandle {
    pub(super) fn new(
        inbox: mpsc::Sender<Message>,
        entry: CatalogueEntry,
        code: JoinCode,
        feeds: Arc<Feeds>,
        epoch: &str,
        alive: watch::Receiver<()>,
    ) -> Self {
        SessionHandle { inbox, entry: Arc::new(entry), code, feeds, epoch: epoch.into(), alive }
    }

    /// The code that people type.
    pub fn code(&self) -> JoinCode {
        self.code
    }

    /// Names this load of the session; a cursor of another epoch means nothing.
    pub fn epoch(&self) -> &str {
        &self.epoch
    }

    /// What this key opens; nothing when it is none of the session's.
    pub async fn rights(&self, key: &str) -> Result<Option<Rights>, Gone> {
        if secrets::opens(key, &self.entry.facilitator_hash) {
            return Ok(Some(Rights { kind: LinkKind::Facilitate, link: None }));
        }
        let found = self.ask(|reply| Message::Opens { key: key.to_owned(), reply }).await?;
        Ok(found.map(|(link, kind)| Rights { kind, link: Some(link) }))
    }

    /// Makes a further link to the session.
    pub async fn make_link(&self, kind: LinkKind, name: Line) -> Result<MadeLink, Rejection> {
        self.ask(|reply| Message::MakeLink { kind, name, reply }).await.unwrap_or(Err(Rejection::TryAgain))
    }

    /// Lets items show a picture that is stored.
    pub(super) async fn keep_picture(&self, picture: PictureId, size: PictureSize) -> Result<u64, Rejection> {
        self.ask(|reply| Message::KeepPicture { picture, size, reply })
            .await
            .unwrap_or(Err(Rejection::TryAgain))
    }

    /// Resolves when a further link opens the session no longer; never for none.
    pub async fn withdrawn(&self, link: Option<LinkId>) {
        let Some(link) = link else { return std::future::pending().await };
        let mut standing = self.feeds.links.subscribe();
        standing.wait_for(|standing| !standing.contains(&link)).await.ok();
    }

    /// Whether this is the further secret of the QR link.
    pub fn is_join_secret(&self, text: &str) -> bool {
        secrets::is_join_secret(text, &self.entry.join_secret)
    }

    /// The further secret of the QR link, as it stands there.
    pub fn join_secret(&self) -> String {
        secrets::join_secret_text(&self.entry.join_secret)
    }

    /// The updates of an audience.
    pub fn feed(&self, audience: Audience) -> &Feed {
        self.feeds.of(audience)
    }

    /// Resolves when the session is no longer served.
    pub async fn gone(&self) {
        let mut alive = self.alive.clone();
        while alive.changed().await.is_ok() {}
    }

    /// Tries a password on the room's lock, where it has one. Slow the first time, and when it is wrong.
    pub async fn show(&self, password: &str) -> Shown {
        let lock = self.feeds.lock.borrow().clone();
        match lock {
            Some(lock) if lock.opens(password).await => Shown::Right,
            Some(_) => Shown::Wrong,
            None => Shown::Nothing,
        }
    }

    /// Whether who has not joined is asked for a password.
    pub fn is_locked(&self) -> bool {
        self.feeds.lock.borrow().is_some()
    }

    /// Asks those who have not joined for this password from now on, or for none.
    pub async fn set_password(&self, password: Option<String>) -> Result<(), Rejection> {
        let hash = match password {
            Some(password) => {
                let hashed = tokio::task::spawn_blocking(move || lock::hash(&password)).await;
                Some(hashed.unwrap_or(Err(Rejection::TryAgain))?)
            }
            None => None,
        };
        let set = self.ask(|reply| Message::SetPassword { hash, reply }).await;
        set.unwrap_or(Err(Rejection::TryAgain)).map(|_| ())
    }

    /// What may be told to who is not let in yet, as a snapshot of nowhere.
    pub async fn outside(&self) -> Result<Bytes, Gone> {
        self.ask(|reply| Message::Outside { reply }).await
    }

    /// Counts a phone in; `personal` is where its own frames go.
    pub async fn connect(
        &self,
        token: Token,
        shown: Shown,
        personal: mpsc::Sender<Bytes>,
    ) -> Result<Connected, Goodbye> {
        self.ask(|reply| Message::ConnectPhone { token, shown, personal, reply })
            .await
            .unwrap_or(Err(Goodbye::Restarting))
    }

    /// Counts a phone out. Waits for nothing: a session that is gone has nothing to count.
    pub fn disconnect(&self, connection: u64) {
        let inbox = self.inbox.clone();
        if let Err(mpsc::error::TrySendError::Full(message)) =
            inbox.try_send(Message::DisconnectPhone { connection })
        {
            tokio::spawn(async move { inbox.send(message).await.ok() });
        }
    }

    /// Gives, changes or withdraws an answer; the outcome arrives among the phone's own frames.
    pub async fn answer(
        &self,
        connection: u64,
        item: ItemId,
        key: AnswerKey,
        version: u32,
        content: Option<AnswerContent>,
    ) -> Result<(), Gone> {
        self.inbox.send(Message::Answer { connection, item, key, version, content }).await.map_err(|_| Gone)
    }

    /// Asks for an answer to place; it arrives among the phone's own frames.
    pub async fn next_task(&self, connection: u64, item: ItemId) -> Result<(), Gone> {
        self.inbox.send(Message::NextTask { connection, item }).await.map_err(|_| Gone)
    }

    /// Places an answer; the next one arrives among the phone's own frames.
    pub async fn sort(
        &self,
        connection: u64,
        item: ItemId,
        answer: AnswerId,
        theme: Option<ThemeId>,
    ) -> Result<(), Gone> {
        self.inbox.send(Message::Sort { connection, item, answer, theme }).await.map_err(|_| Gone)
    }

    /// Parts a hand of answers; the next one arrives among the phone's own frames.
    pub async fn pile(&self, connection: u64, item: ItemId, piles: Vec<Vec<AnswerId>>) -> Result<(), Gone> {
        self.inbox.send(Message::Pile { connection, item, piles }).await.map_err(|_| Gone)
    }

    /// Votes on an answer of somebody else; the outcome and the next statements arrive among the phone's own frames.
    pub async fn take_stand(
        &self,
        connection: u64,
        item: ItemId,
        statement: AnswerId,
        version: u32,
        stand: Stand,
    ) -> Result<(), Gone> {
        let message = Message::TakeStand { connection, item, statement, version, stand };
        self.inbox.send(message).await.map_err(|_| Gone)
    }

    /// Puts a question to the speaker; the outcome arrives among the phone's own frames.
    pub async fn ask_speaker(&self, connection: u64, key: AnswerKey, text: AskedText) -> Result<(), Gone> {
        self.asking(connection, Asking::Ask { key, text }).await
    }

    /// Takes a question to the speaker back; the outcome arrives among the phone's own frames.
    pub async fn withdraw_asked(&self, connection: u64, key: AnswerKey) -> Result<(), Gone> {
        self.asking(connection, Asking::Withdraw { key }).await
    }

    /// Votes for a question to the speaker, or takes the vote back; the outcome arrives among the phone's own frames.
    pub async fn vote_asked(
        &self,
        connection: u64,
        asked: AskedId,
        version: u32,
        up: bool,
    ) -> Result<(), Gone> {
        self.asking(connection, Asking::Vote { asked, version, up }).await
    }

    /// Asks how a phone's own questions to the speaker and its votes stand; that arrives among its own frames.
    pub async fn recall_asked(&self, connection: u64) -> Result<(), Gone> {
        self.inbox.send(Message::RecallAsked { connection }).await.map_err(|_| Gone)
    }

    /// Reacts; only a refusal arrives among the phone's own frames.
    pub async fn react(&self, connection: u64, reaction: Reaction) -> Result<(), Gone> {
        self.signal(connection, Signal::React(reaction)).await
    }

    /// Raises or lowers a hand; how the phone's signals stand arrives among its own frames.
    pub async fn raise_hand(&self, connection: u64, up: bool) -> Result<(), Gone> {
        self.signal(connection, Signal::RaiseHand { up }).await
    }

    /// Says what part a phone's person has here; what is known of it arrives among its own frames.
    pub async fn choose_role(&self, connection: u64, role: Option<RoleId>) -> Result<(), Gone> {
        self.inbox.send(Message::ChooseRole { connection, role }).await.map_err(|_| Gone)
    }

    /// Says what a phone thinks of the pace; how its signals stand arrives among its own frames.
    pub async fn judge_pace(&self, connection: u64, pace: Option<Pace>) -> Result<(), Gone> {
        self.signal(connection, Signal::JudgePace(pace)).await
    }

    /// Asks how a phone's signals stand; that arrives among its own frames.
    pub async fn recall_signals(&self, connection: u64) -> Result<(), Gone> {
        self.signal(connection, Signal::Recall).await
    }

    /// Takes a nickname for the quiz; how the phone stands in it, or a refusal, arrives among its own frames.
    pub async fn choose_nickname(&self, connection: u64, nickname: Line) -> Result<(), Gone> {
        self.inbox.send(Message::ChooseNickname { connection, nickname }).await.map_err(|_| Gone)
    }

    /// Asks how a phone stands in the quiz; that arrives among its own frames.
    pub async fn recall_quiz(&self, connection: u64) -> Result<(), Gone> {
        self.inbox.send(Message::RecallQuiz { connection }).await.map_err(|_| Gone)
    }

    /// Steers the session; gives the log's position once it is stored.
    pub async fn facilitate(&self, command: FacilitatorCommand) -> Result<u64, Rejection> {
        self.ask(|reply| Message::Facilitate { command, reply }).await.unwrap_or(Err(Rejection::TryAgain))
    }

    /// The whole state of an audience as a frame, and the position of its feed.
    pub async fn snapshot(&self, audience: Audience) -> Result<(u64, Bytes), Gone> {
        self.ask(|reply| Message::Snapshot { audience, reply }).await
    }

    /// For each answer that no person has placed its themes, likeliest first; least certain answers first. None when the
    /// item is no open question.
    pub async fn likeliest(&self, item: ItemId) -> Result<Option<Vec<Likeliest>>, Gone> {
        self.ask(|reply| Message::Likeliest { item, reply }).await
    }

    /// How a theme of a question could be parted: headings and answers, the largest part first; empty where its answers
    /// say the same. None when the question or the theme is not there.
    pub async fn split(&self, item: ItemId, theme: ThemeId) -> Result<Option<Vec<ThemePart>>, Gone> {
        let session = self.read().await?.session;
        let parted = tokio::task::spawn_blocking(move || {
            let work = themes::work_under_shown(&session, item)?;
            let (_, question) = session.question(item)?;
            let arrangement = question.arrangement();
            let theme = arrangement.themes.iter().find(|shown| shown.id == theme)?;
            Some(themes::split(&work, &theme.answers))
        });
        parted.await.map_err(|_| Gone)
    }

    /// Groups a question's answers afresh and keeps that for [`use_proposal`](Self::use_proposal): its number, and what it
    /// would change. None when the item is no open question.
    pub async fn regroup(&self, item: ItemId) -> Result<Option<(u64, Regrouping)>, Gone> {
        let Overview { session, limits, .. } = self.read().await?;
        let made = tokio::task::spawn_blocking(move || {
            let work = themes::work(&session, item)?;
            let suggestion = themes::regroup(&work);
            let told = regrouping(&session, item, &suggestion.themes, &suggestion.families, &limits)?;
            Some((suggestion, told))
        });
        let Some((suggestion, told)) = made.await.map_err(|_| Gone)? else { return Ok(None) };
        let number = self.ask(|reply| Message::Propose { item, suggestion, reply }).await?;
        Ok(Some((number, told)))
    }

    /// Groups as was proposed.
    pub async fn use_proposal(&self, proposal: u64) -> Result<UsedProposal, Rejection> {
        self.ask(|reply| Message::UseProposal { proposal, reply }).await.unwrap_or(Err(Rejection::TryAgain))
    }

    /// The state itself.
    pub async fn read(&self) -> Result<Overview, Gone> {
        self.ask(|reply| Message::Read { reply }).await
    }

    async fn asking(&self, connection: u64, asking: Asking) -> Result<(), Gone> {
        self.inbox.send(Message::Ask { connection, asking }).await.map_err(|_| Gone)
    }

    async fn signal(&self, connection: u64, signal: Signal) -> Result<(), Gone> {
        self.inbox.send(Message::Signal { connection, signal }).await.map_err(|_| Gone)
    }

    async fn ask<T>(&self, message: impl FnOnce(oneshot::Sender<T>) -> Message) -> Result<T, Gone> {
        let (reply, answer) = oneshot::channel();
        self.inbox.send(message(reply)).await.map_err(|_| Gone)?;
        answer.await.map_err(|_| Gone)
    }
}
