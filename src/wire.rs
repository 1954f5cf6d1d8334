//! The messages of the socket, as JSON texts; version 1.
//!
//! A client says [`ClientMessage::Hello`] first and is answered by a snapshot, or by the updates it lacks if it names
//! a cursor that the server still knows. Then updates follow for as long as it listens. Everything a client sends is
//! answered once: an answer by `accepted` or `refused`, a command by `done` or `refused`, a ping by `pong`. Only a
//! reaction that is let through is not: nobody waits for a word on it.

use serde::{Deserialize, Serialize};

use crate::session::{
    AnswerContent, AnswerId, AnswerKey, AnswerView, AskedId, AskedText, Change, FacilitatorCommand, ItemId,
    Line, OwnAnswer, OwnAsked, OwnQuiz, OwnVote, Pace, Reaction, Rejection, RoleId, SortHeading, Stand,
    ThemeId,
};

/// The version of these messages.
pub const WIRE_VERSION: u32 = 1;

/// From a page to the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ClientMessage {
    /// The first message of a connection.
    ///
    /// ```json
    /// {"type": "hello", "version": 1, "as": {"role": "phone", "token": "q83vEjRWeJCrze8SNFZ4kA"}}
    /// {"type": "hello", "version": 1, "as": {"role": "presenter", "key": "…43 characters…"},
    ///  "cursor": {"epoch": "5f0c…", "position": 118}}
    /// ```
    Hello {
        /// [`WIRE_VERSION`].
        version: u32,
        /// Who connects.
        #[serde(rename = "as")]
        role: Role,
        /// Where the page's state stands, if it has one.
        #[serde(default)]
        cursor: Option<Cursor>,
    },
    /// A phone gives or changes an answer.
    ///
    /// ```json
    /// {"type": "answer", "item": 3, "key": "2JmV0m3vRk6b0oYd1q2w3A", "version": 1,
    ///  "content": {"type": "text", "text": "Bedre samhandling"}}
    /// ```
    Answer {
        /// The question.
        item: ItemId,
        /// The phone's random name for the answer.
        key: AnswerKey,
        /// From 1, one higher at each change.
        version: u32,
        /// What is answered.
        content: AnswerContent,
    },
    /// A phone takes an answer back.
    ///
    /// ```json
    /// {"type": "withdraw", "item": 3, "key": "2JmV0m3vRk6b0oYd1q2w3A", "version": 2}
    /// ```
    Withdraw {
        /// The question.
        item: ItemId,
        /// The phone's random name for the answer.
        key: AnswerKey,
        /// One higher than that of the answer.
        version: u32,
    },
    /// A phone puts a question to the speaker; `accepted` as version 1, and `own_asked` follow.
    ///
    /// ```json
    /// {"type": "ask_speaker", "key": "2JmV0m3vRk6b0oYd1q2w3A", "text": "Når får vi nye biler?"}
    /// ```
    AskSpeaker {
        /// The phone's random name for the question.
        key: AnswerKey,
        /// What is asked.
        text: AskedText,
    },
    /// A phone takes its question back for good; `accepted` as version 2, and `own_asked` follow.
    ///
    /// ```json
    /// {"type": "withdraw_asked", "key": "2JmV0m3vRk6b0oYd1q2w3A"}
    /// ```
    WithdrawAsked {
        /// The phone's random name for the question.
        key: AnswerKey,
    },
    /// A phone votes for a question to the speaker, or takes its vote back; `voted` follows.
    ///
    /// ```json
    /// {"type": "vote_asked", "asked": 7, "version": 1, "up": true}
    /// ```
    VoteAsked {
        /// Which question.
        asked: AskedId,
        /// From 1, one higher at each step of this phone on this question.
        version: u32,
        /// Whether it is a vote, and not one taken back.
        up: bool,
    },
    /// A phone asks how its own questions and votes stand; `own_asked` follows. `{"type": "recall_asked"}`
    RecallAsked,
    /// A facilitator or presenter steers.
    ///
    /// ```json
    /// {"type": "command", "ref": 7, "command": {"do": "next"}}
    /// ```
    Command {
        /// The page's number for it, given back with the answer.
        #[serde(rename = "ref")]
        reference: u32,
        /// What to do.
        command: FacilitatorCommand,
    },
    /// A phone asks for an answer to place, a hand to part, or statements to vote on, whichever the room does.
    ///
    /// ```json
    /// {"type": "next_task", "item": 3}
    /// ```
    NextTask {
        /// The question.
        item: ItemId,
    },
    /// A phone places the answer it was given; the next task follows by itself.
    ///
    /// ```json
    /// {"type": "sort", "item": 3, "answer": 15, "theme": 2}
    /// {"type": "sort", "item": 3, "answer": 16, "theme": null}
    /// ```
    Sort {
        /// The question.
        item: ItemId,
        /// Which answer.
        answer: AnswerId,
        /// Under which heading; none for "none of these".
        theme: Option<ThemeId>,
    },
    /// A phone has parted the hand it was given; the next one follows by itself.
    ///
    /// ```json
    /// {"type": "pile", "item": 3, "piles": [[15, 18], [16, 21, 4], [9]]}
    /// ```
    Pile {
        /// The question.
        item: ItemId,
        /// The piles; an answer that belongs with no other is one of its own.
        piles: Vec<Vec<AnswerId>>,
    },
    /// A phone votes on a statement that it was given, or changes its vote; `stand_taken` and the next statements follow.
    ///
    /// ```json
    /// {"type": "take_stand", "item": 3, "statement": 15, "version": 1, "stand": "agree"}
    /// ```
    TakeStand {
        /// The question.
        item: ItemId,
        /// Which answer.
        statement: AnswerId,
        /// From 1, one higher at each step of this phone on this statement.
        version: u32,
        /// What the person says of it.
        stand: Stand,
    },
    /// A phone says what part its person has here, or that they would rather not say; `own_role` follows.
    ///
    /// ```json
    /// {"type": "choose_role", "role": 2}
    /// ```
    ChooseRole {
        /// The role; none to rather not say.
        role: Option<RoleId>,
    },
    /// A phone reacts; counted once and told to the projector with those of others.
    ///
    /// ```json
    /// {"type": "react", "reaction": "applause"}
    /// ```
    React {
        /// How.
        reaction: Reaction,
    },
    /// A phone raises or lowers its hand; `own_signals` follows.
    ///
    /// ```json
    /// {"type": "raise_hand", "up": true}
    /// ```
    RaiseHand {
        /// Whether it is up.
        up: bool,
    },
    /// A phone says what it thinks of the pace, or no longer; `own_signals` follows.
    ///
    /// ```json
    /// {"type": "judge_pace", "pace": "too_fast"}
    /// ```
    JudgePace {
        /// What it thinks; none for nothing.
        pace: Option<Pace>,
    },
    /// A phone asks how its own signals stand, as after a reload; `own_signals` follows. `{"type": "recall_signals"}`
    RecallSignals,
    /// A phone takes a nickname for the quiz; `own_quiz` follows.
    ///
    /// ```json
    /// {"type": "choose_nickname", "nickname": "Fjellreven"}
    /// ```
    ChooseNickname {
        /// As it was typed.
        nickname: Line,
    },
    /// A phone asks how it stands in the quiz, as after a reload; `own_quiz` follows. `{"type": "recall_quiz"}`
    RecallQuiz,
    /// Is the line alive, and what is the server's time? `{"type": "ping"}`
    Ping {
        /// The page's own time, given back with the pong; whatever it counts.
        #[serde(default)]
        #[ts(type = "number | null", optional)]
        sent_ms: Option<i64>,
    },
}

/// Who connects.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "role", rename_all = "snake_case")]
pub enum Role {
    /// A participant's phone.
    Phone {
        /// 128 random bits in base64url that the phone made for this session; never stored by the server.
        token: String,
        /// The further secret of the QR link, if the phone came by it.
        #[serde(default)]
        secret: Option<String>,
        /// The password of the room, where one was asked for; only its hash is stored.
        #[serde(default)]
        #[ts(optional)]
        password: Option<String>,
    },
    /// The projector; steers, and so needs the facilitator's key.
    Presenter {
        /// The facilitator's key.
        key: String,
    },
    /// Who runs the session.
    Facilitator {
        /// The facilitator's key.
        key: String,
    },
}

impl std::fmt::Debug for Role {
    /// Names the role only: tokens and keys stay out of every log line.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Role::Phone { .. } => "Phone",
            Role::Presenter { .. } => "Presenter",
            Role::Facilitator { .. } => "Facilitator",
        })
    }
}

/// A place in a feed of updates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Cursor {
    /// Random for each time the server loads the session; a cursor of another epoch means nothing.
    pub epoch: String,
    /// Number of updates published in this epoch to this audience.
    #[ts(type = "number")]
    pub position: u64,
}

/// From the server to a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerMessage {
    /// The whole state: begin from nothing and fold these changes.
    ///
    /// ```json
    /// {"type": "snapshot", "cursor": {"epoch": "5f0c…", "position": 118}, "changes": [{"part": "stage", …}]}
    /// ```
    Snapshot {
        /// Where the state stands after it.
        cursor: Cursor,
        /// All parts.
        changes: Vec<Change>,
    },
    /// Changes since the position before.
    Update {
        /// Where the state stands after it.
        cursor: Cursor,
        /// What changed, to be folded in order.
        changes: Vec<Change>,
    },
    /// A phone's own answers as they stand, all of them; what is not named does not stand.
    ///
    /// ```json
    /// {"type": "mine", "answers": [{"item": 3, "key": "2JmV0m3vRk6b0oYd1q2w3A", "version": 1,
    ///  "content": {"type": "text", "text": "Bedre samhandling"}}]}
    /// ```
    Mine {
        /// The answers.
        answers: Vec<OwnAnswer>,
    },
    /// An answer or withdrawal is stored.
    ///
    /// ```json
    /// {"type": "accepted", "key": "2JmV0m3vRk6b0oYd1q2w3A", "version": 1, "position": 57}
    /// ```
    Accepted {
        /// Of which answer.
        key: AnswerKey,
        /// Which version.
        version: u32,
        /// The log's position.
        #[ts(type = "number")]
        position: u64,
    },
    /// A command is done and stored.
    Done {
        /// The page's number for it.
        #[serde(rename = "ref")]
        reference: u32,
        /// The log's position.
        #[ts(type = "number")]
        position: u64,
    },
    /// An answer, withdrawal or command was refused.
    ///
    /// ```json
    /// {"type": "refused", "of": {"key": "2JmV0m3vRk6b0oYd1q2w3A", "version": 1}, "code": "question_closed"}
    /// {"type": "refused", "of": {"ref": 7}, "code": "no_next_item"}
    /// ```
    Refused {
        /// What was refused; none when the message could not be read.
        of: Option<Refused>,
        /// Why.
        code: Rejection,
    },
    /// An answer of somebody else for this phone to place.
    ///
    /// ```json
    /// {"type": "task", "item": 3, "answer": 15, "text": "Bedre flyt", "number": 1, "each": 3,
    ///  "headings": [{"id": 2, "label": "Samhandling"}, {"id": 5, "label": "Bemanning"}]}
    /// ```
    Task {
        /// The question.
        item: ItemId,
        /// Which answer.
        answer: AnswerId,
        /// What was written.
        text: String,
        /// The headings to choose from; "none of these" is always a choice too.
        headings: Vec<SortHeading>,
        /// How many this phone has been given, this one counted.
        number: u32,
        /// How many it is asked for; none for as long as the room sorts.
        each: Option<u8>,
    },
    /// Answers of others for this phone to part into piles.
    ///
    /// ```json
    /// {"type": "hand", "item": 3, "answers": [{"id": 15, "text": "Bedre flyt"}, …], "number": 1, "each": 2}
    /// ```
    Hand {
        /// The question.
        item: ItemId,
        /// Two to six answers.
        answers: Vec<AnswerView>,
        /// How many hands this phone has been given, this one counted.
        number: u32,
        /// How many it is asked for; none for as long as the room makes piles.
        each: Option<u8>,
    },
    /// Answers of others for this phone to vote on, one after another.
    ///
    /// ```json
    /// {"type": "statements", "item": 3, "statements": [{"id": 15, "text": "Bedre flyt"}, …], "voted": 2, "of": 12}
    /// ```
    Statements {
        /// The question.
        item: ItemId,
        /// The one to vote on now, and up to two after it; none of them has a vote of this phone.
        statements: Vec<AnswerView>,
        /// How many it has voted on.
        voted: u32,
        /// How many it is asked for, or how many there are.
        of: u32,
    },
    /// A vote on a statement is stored.
    ///
    /// ```json
    /// {"type": "stand_taken", "item": 3, "statement": 15, "version": 1}
    /// ```
    StandTaken {
        /// The question.
        item: ItemId,
        /// Which answer.
        statement: AnswerId,
        /// Which step.
        version: u32,
    },
    /// There is nothing for this phone to place.
    ///
    /// ```json
    /// {"type": "no_task", "item": 3, "why": "done", "placed": 3}
    /// ```
    NoTask {
        /// The question.
        item: ItemId,
        /// Why.
        why: NoTask,
        /// How many it has placed or voted on, or hands it has parted.
        placed: u32,
    },
    /// A phone's own signals as they stand: asked for, lowered by the facilitator, or forgotten with time.
    ///
    /// ```json
    /// {"type": "own_signals", "hand": true, "pace": null}
    /// ```
    OwnSignals {
        /// Whether its hand is up.
        hand: bool,
        /// What it thinks of the pace.
        pace: Option<Pace>,
    },
    /// What a phone's person said of their role, where roles are asked for.
    ///
    /// ```json
    /// {"type": "own_role", "said": true, "role": 2}
    /// ```
    OwnRole {
        /// Whether they have said it, be it that they would rather not say.
        said: bool,
        /// The role.
        role: Option<RoleId>,
    },
    /// How a phone stands in the quiz: asked for, or told when points are counted anew.
    ///
    /// ```json
    /// {"type": "own_quiz", "nickname": "Fjellreven", "name_removed": false, "points": 2150, "place": 4,
    ///  "players": 38, "answer": {"item": 3, "right": true, "points": 870}}
    /// ```
    OwnQuiz {
        /// How.
        #[serde(flatten)]
        own: OwnQuiz,
    },
    /// A phone's own questions to the speaker and its votes as they stand, all of them.
    ///
    /// ```json
    /// {"type": "own_asked", "asked": [{"key": "2JmV0m3vRk6b0oYd1q2w3A", "id": 7, "text": "Når får vi nye biler?",
    ///  "place": "awaiting"}], "votes": [{"asked": 3, "version": 1, "up": true}]}
    /// ```
    OwnAsked {
        /// The questions.
        asked: Vec<OwnAsked>,
        /// What it last said of those of others.
        votes: Vec<OwnVote>,
    },
    /// A vote for a question to the speaker, or that it was taken back, is stored.
    ///
    /// ```json
    /// {"type": "voted", "asked": 7, "version": 1}
    /// ```
    Voted {
        /// Which question.
        asked: AskedId,
        /// Which step.
        version: u32,
    },
    /// `{"type": "pong"}`
    Pong {
        /// The server's time in milliseconds since 1970 in UTC, by which clocks on all screens run alike.
        #[ts(type = "number")]
        now_ms: i64,
        /// What the ping said.
        #[ts(type = "number | null")]
        sent_ms: Option<i64>,
    },
    /// The last message before the server closes the connection.
    ///
    /// ```json
    /// {"type": "goodbye", "reason": "restarting", "come_back": true}
    /// ```
    Goodbye {
        /// Why.
        reason: Goodbye,
        /// Whether to connect again, after a random delay of up to some seconds.
        come_back: bool,
    },
}

/// Why a phone is given nothing to place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum NoTask {
    /// It has placed, or voted on, as many as were asked for.
    Done,
    /// It has placed, or voted on, all that others wrote; more may come.
    NothingLeft,
    /// The room does nothing with the answers to this question, or no longer.
    NotSorting,
}

/// What was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(untagged)]
pub enum Refused {
    /// A version of an answer.
    Answer {
        /// Which answer.
        key: AnswerKey,
        /// Which version.
        version: u32,
    },
    /// A vote on a statement.
    Stand {
        /// The question.
        item: ItemId,
        /// Which answer.
        statement: AnswerId,
        /// Which step.
        version: u32,
    },
    /// A vote for a question to the speaker.
    Vote {
        /// Which question.
        asked: AskedId,
        /// Which step.
        version: u32,
    },
    /// A command.
    Command {
        /// The page's number for it.
        #[serde(rename = "ref")]
        reference: u32,
    },
}

/// Why the server closes a connection. The close frame carries the same as a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Goodbye {
    /// The server stops or restarts: come back (close code 1012).
    Restarting,
    /// There is no session with this code (4004).
    NoSuchSession,
    /// The key is not the session's (4003).
    WrongKey,
    /// As many as the server allows are here (4009): come back later.
    SessionFull,
    /// The facilitator lets nobody more join for now (4011): come back later.
    DoorClosed,
    /// This phone has not joined, and the room has a password: come with it (4012).
    PasswordNeeded,
    /// The password was wrong: come with another (4013).
    PasswordWrong,
    /// The session ended before this phone joined (4010).
    SessionEnded,
    /// The first message was not a hello of this version: reload the page (4001).
    OtherVersion,
    /// Nothing was heard for too long: come back (4008).
    Silent,
    /// Too many messages or too many that cannot be read (4029): come back.
    TooFast,
}

impl Goodbye {
    /// The code of the close frame (RFC 6455, 7.4.2: 4000–4999 are the application's own).
    pub fn close_code(self) -> u16 {
        match self {
            Goodbye::Restarting => 1012,
            Goodbye::OtherVersion => 4001,
            Goodbye::WrongKey => 4003,
            Goodbye::NoSuchSession => 4004,
            Goodbye::Silent => 4008,
            Goodbye::SessionFull => 4009,
            Goodbye::SessionEnded => 4010,
            Goodbye::DoorClosed => 4011,
            Goodbye::PasswordNeeded => 4012,
            Goodbye::PasswordWrong => 4013,
            Goodbye::TooFast => 4029,
        }
    }

    /// Whether the page should connect again.
    pub fn come_back(self) -> bool {
        match self {
            Goodbye::Restarting
            | Goodbye::SessionFull
            | Goodbye::DoorClosed
            | Goodbye::Silent
            | Goodbye::TooFast => true,
            Goodbye::NoSuchSession
            | Goodbye::WrongKey
            | Goodbye::SessionEnded
            | Goodbye::PasswordNeeded
            | Goodbye::PasswordWrong
            | Goodbye::OtherVersion => false,
        }
    }
}
