//! What a phone is handed while the room sorts.

use crate::http::wire::{NoTask, ServerMessage};
use crate::session::{AnswerId, AnswerView, ItemId, SortHeading};

/// An answer to place, a hand of answers to part, statements to vote on, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// An answer of somebody else.
    Task(Task),
    /// Answers of others to part into piles.
    Hand(Vec<AnswerView>),
    /// Answers of others to vote on, one after another.
    Statements {
        /// The one to vote on now, and those after it.
        statements: Vec<AnswerView>,
        /// How many this phone has voted on.
        voted: u32,
        /// How many it is asked for, or how many there are.
        of: u32,
    },
    /// Nothing to place.
    Nothing {
        /// Why.
        why: NoTask,
        /// How many this phone has placed.
        placed: u32,
    },
}

/// An answer of somebody else to place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Which answer.
    pub answer: AnswerId,
    /// What was written.
    pub text: String,
    /// The headings to choose from.
    pub headings: Vec<SortHeading>,
    /// How many this phone has been given, this one counted.
    pub number: u32,
    /// How many it is asked for; none for as long as the room sorts.
    pub each: Option<u8>,
}

impl Handed {
    /// The question and what is handed out for it, if that is what the message is about.
    pub(super) fn read(message: ServerMessage) -> Option<(ItemId, Handed)> {
        match message {
            ServerMessage::Task { item, answer, text, headings, number, each } => {
                Some((item, Handed::Task(Task { answer, text, headings, number, each })))
            }
            ServerMessage::Hand { item, answers, .. } => Some((item, Handed::Hand(answers))),
            ServerMessage::Statements { item, statements, voted, of } => {
                Some((item, Handed::Statements { statements, voted, of }))
            }
            ServerMessage::NoTask { item, why, placed } => Some((item, Handed::Nothing { why, placed })),
            ServerMessage::Snapshot { .. }
            | ServerMessage::Update { .. }
            | ServerMessage::Mine { .. }
            | ServerMessage::Accepted { .. }
            | ServerMessage::Done { .. }
            | ServerMessage::Refused { .. }
            | ServerMessage::OwnSignals { .. }
            | ServerMessage::OwnRole { .. }
            | ServerMessage::OwnQuiz { .. }
            | ServerMessage::OwnAsked { .. }
            | ServerMessage::Voted { .. }
            | ServerMessage::StandTaken { .. }
            | ServerMessage::Pong { .. }
            | ServerMessage::Goodbye { .. } => None,
        }
    }
}
