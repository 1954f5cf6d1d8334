//! The quiz: everybody plays all its questions under one pseudonym, and is told how they stand.

use super::Live;
use crate::hub::clock::now_ms;
use crate::hub::frames;
use crate::hub::secrets::Token;
use crate::session::{
    self, AnswerContent, AnswerKey, Command, Effects, ItemId, Line, Part, Pseudonym, Recorded,
};
use crate::store::StoreError;
use crate::wire::ServerMessage;

/// The key under which people play the quiz. It is no question's: items are numbered from 1, far below it.
pub(super) const QUIZ: u32 = u32::MAX - 1;

impl Live {
    /// The name of the key that answers to an item are given under: one for each question, and one for the whole quiz.
    pub(super) fn key_name(&self, item: ItemId) -> u32 {
        let is_quiz = self.session.question(item).is_some_and(|(asked, _)| asked.ask.is_quiz());
        if is_quiz { QUIZ } else { item.0 }
    }

    /// What giving an answer asks for; one to the quiz counts from when it is here.
    pub(super) fn giving(
        &self,
        item: ItemId,
        who: Pseudonym,
        key: AnswerKey,
        version: u32,
        content: AnswerContent,
    ) -> Command {
        match self.key_name(item) {
            QUIZ => Command::AnswerQuiz { item, who, key, version, content, now_ms: now_ms() },
            _ => Command::GiveAnswer { item, who, key, version, content },
        }
    }

    /// Takes a nickname, and gives what the phone is told once it is stored; none for a phone that is gone.
    pub(super) async fn choose_nickname(
        &mut self,
        connection: u64,
        nickname: Line,
        events: &mut Vec<Recorded>,
    ) -> Result<Option<ServerMessage>, StoreError> {
        let Some(token) = self.phones.token(connection).cloned() else { return Ok(None) };
        let Some(key) = self.key(QUIZ).await? else {
            return Ok(Some(ServerMessage::Refused { of: None, code: session::Rejection::SessionEnded }));
        };
        let who = token.pseudonym(&key);
        Ok(Some(match self.decide(&Command::ChooseNickname { who, nickname }, events) {
            Ok(_) => ServerMessage::OwnQuiz { own: session::own_quiz(&self.session, who) },
            Err(code) => ServerMessage::Refused { of: None, code },
        }))
    }

    /// How a phone stands in the quiz; nothing yet where nobody has played.
    pub(super) fn own_quiz(&self, connection: u64) -> Option<ServerMessage> {
        let token = self.phones.token(connection)?;
        Some(ServerMessage::OwnQuiz { own: self.standing_of(token).unwrap_or_default() })
    }

    /// Tells everybody where they stand when points were counted, or nicknames went or came back.
    pub(super) fn tell_players(&self, effects: &Effects) {
        if !effects.parts.contains(&Part::Leaderboard) {
            return;
        }
        for (connection, token) in self.phones.all() {
            if let Some(own) = self.standing_of(token) {
                self.phones.send(connection, frames::encode(&ServerMessage::OwnQuiz { own }));
            }
        }
    }

    fn standing_of(&self, token: &Token) -> Option<session::OwnQuiz> {
        Some(session::own_quiz(&self.session, token.pseudonym(self.keys.get(&QUIZ)?)))
    }
}
