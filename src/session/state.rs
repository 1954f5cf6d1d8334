//! A session as the log tells it.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::AskedQuestions;
use super::effects::Effects;
use super::event::Recorded;
use super::ids::{ItemId, Pseudonym};
use super::links::{Link, LinkId};
use super::notes::Notes;
use super::password::Password;
use super::picture::{PictureId, PictureSize};
use super::plan::{Concept, Details, Question};
use super::players::Players;
use super::programme::{Item, Programme};
use super::question::QuestionState;
use super::questions::Questions;
use super::roles::Roles;
use super::signals::SignalsPlan;
use super::survey::Survey;
use super::timer::Timer;

/// Where a session stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// People are joining; no item has been shown yet, or the waiting room is shown again.
    #[default]
    WaitingRoom,
    /// This item is shown.
    Item(ItemId),
    /// Everybody answers at their own pace.
    Survey,
    /// It is over; it can be reopened for a while.
    Ended,
    /// It is over for good.
    Sealed,
}

/// A session folded from its log.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// The position of the latest event in the log; 0 before the first.
    pub position: u64,
    /// Title, language, place, date.
    pub details: Details,
    /// Headings of the organisation's own, which lead where answers are grouped.
    pub concepts: Vec<Concept>,
    /// The items and how they went.
    pub programme: Programme,
    /// Where it stands.
    pub stage: Stage,
    /// The clock beside the item shown.
    pub timer: Option<Timer>,
    /// What phones may signal while an item is shown.
    pub signals: SignalsPlan,
    /// Roles to choose from when joining, and who said which.
    pub roles: Roles,
    /// What is asked at everybody's own pace, if anything is.
    pub survey: Option<Survey>,
    /// Questions to the speaker.
    pub asked: AskedQuestions,
    /// The item that was shown when it ended, to come back to.
    pub(super) stage_before_end: Stage,
    /// Whether only those who have joined are let in.
    pub door_closed: bool,
    /// What who has not joined must say to be let in, if anything.
    pub password: Option<Password>,
    /// Further links that open it.
    pub links: BTreeMap<LinkId, Link>,
    /// What the facilitator has noted for the minutes, on deleted items too until it is erased.
    pub notes: Notes,
    /// The pictures that items may show.
    pub pictures: BTreeMap<PictureId, PictureSize>,
    /// The state of each question, those of deleted items too until they are erased.
    pub questions: Questions,
    /// When the first item was shown, in milliseconds since 1970.
    pub started_ms: Option<i64>,
    /// When it ended.
    pub ended_ms: Option<i64>,
    /// Nicknames and points of the quiz.
    pub players: Players,
    pub(super) joined: BTreeSet<Pseudonym>,
    pub(super) next_item: u32,
    pub(super) next_link: u32,
    pub(super) next_answer: u32,
}

impl Session {
    /// Folds a log from its start; `None` stands for an erased row.
    pub fn replay(rows: impl IntoIterator<Item = Option<Recorded>>) -> (Session, Effects) {
        let mut session = Session::default();
        let mut effects = Effects::default();
        for row in rows {
            match row {
                Some(recorded) => effects.merge(session.apply(&recorded)),
                None => session.position += 1,
            }
        }
        (session, effects)
    }

    /// How many people have joined.
    pub fn joined(&self) -> usize {
        self.joined.len()
    }

    /// Whether this person has been counted.
    pub fn has_joined(&self, who: Pseudonym) -> bool {
        self.joined.contains(&who)
    }

    /// The item shown now.
    pub fn current(&self) -> Option<ItemId> {
        match self.stage {
            Stage::Item(item) => Some(item),
            Stage::WaitingRoom | Stage::Survey | Stage::Ended | Stage::Sealed => None,
        }
    }

    /// The questions of the survey in the programme's order; of one that is not planned, all questions. Those of a quiz
    /// are for everybody at the same time, and one that lacks its picture cannot be answered.
    pub fn survey_items(&self) -> Vec<ItemId> {
        let chosen = self.survey.as_ref().map(|survey| &survey.items).filter(|items| !items.is_empty());
        let is_asked = |item: &&Item| {
            item.plan.question().is_some_and(|question| !question.ask.is_quiz() && !question.lacks_picture())
        };
        let questions = self.programme.items().iter().map(|item| &**item).filter(is_asked);
        questions.map(|item| item.id).filter(|id| chosen.is_none_or(|items| items.contains(id))).collect()
    }

    /// What is shown: one item, or the questions that everybody answers at their own pace.
    pub(super) fn shown(&self) -> Vec<ItemId> {
        match self.stage {
            Stage::Item(item) => vec![item],
            Stage::Survey => self.survey_items(),
            Stage::WaitingRoom | Stage::Ended | Stage::Sealed => Vec::new(),
        }
    }

    /// Whether an item is shown: by itself, or among those that everybody answers at their own pace.
    pub fn is_shown(&self, item: ItemId) -> bool {
        self.current() == Some(item)
            || (self.stage == Stage::Survey
                && self.survey.as_ref().is_some_and(|survey| survey.items.contains(&item)))
    }

    /// What phones may signal now: what is allowed, while an item is shown.
    pub fn signals_now(&self) -> SignalsPlan {
        match self.stage {
            Stage::Item(_) => self.signals,
            Stage::WaitingRoom | Stage::Survey | Stage::Ended | Stage::Sealed => SignalsPlan::default(),
        }
    }

    /// Whether it is over, for now or for good.
    pub fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Ended | Stage::Sealed)
    }

    /// Where an ended session goes on: its item may have been deleted since.
    pub(super) fn stage_to_reopen(&self) -> Stage {
        match self.stage_before_end {
            Stage::Item(item) if self.programme.index(item).is_some() => Stage::Item(item),
            Stage::Survey => Stage::Survey,
            Stage::Item(_) | Stage::WaitingRoom | Stage::Ended | Stage::Sealed => Stage::WaitingRoom,
        }
    }

    /// An item's question with its state.
    pub fn question(&self, item: ItemId) -> Option<(&Question, &QuestionState)> {
        let question = self.programme.item(item)?.plan.question()?;
        Some((question, self.questions.get(&item)?))
    }

    /// The pictures that items of the programme show now.
    pub fn pictures_shown(&self) -> BTreeSet<PictureId> {
        let items = self.programme.items().iter();
        items.flat_map(|item| item.plan.pictures()).map(|picture| picture.id).collect()
    }

    /// When the next thing happens by itself, in milliseconds since 1970: the clock beside the item shown closes its
    /// question, or a survey opens or closes.
    pub fn next_due_ms(&self) -> Option<i64> {
        let timer = self.timer.as_ref().filter(|timer| timer.closes_question);
        timer.and_then(Timer::ends_ms).into_iter().chain(self.survey_due_ms()).min()
    }

    /// When the survey that runs closes by itself, or another opens, in milliseconds since 1970.
    pub(super) fn survey_due_ms(&self) -> Option<i64> {
        let survey = self.survey.as_ref().filter(|_| !self.is_over())?;
        if self.survey_runs() { survey.closes_ms } else { survey.opens_ms }
    }

    /// Whether everybody answers at their own pace just now.
    pub fn survey_runs(&self) -> bool {
        self.stage == Stage::Survey && self.survey.as_ref().is_some_and(|survey| !survey.closed)
    }

    /// Since when something waits to be erased or sealed, in milliseconds since 1970; none when nothing does.
    pub fn waits_since(&self) -> Option<i64> {
        let ended = self.ended_ms.filter(|_| self.stage == Stage::Ended);
        let removed =
            self.questions.values().flat_map(|question| question.removed.values().map(|(_, at_ms)| *at_ms));
        let reset =
            self.questions.values().filter_map(|question| question.shelf.as_ref().map(|shelf| shelf.at_ms));
        let deleted = self.programme.deleted.iter().filter(|(id, _)| {
            self.questions.get(id).is_some_and(|question| question.has_answers())
                || self.notes.on(**id).next().is_some()
        });
        let nicknames = self.players.removed().filter_map(|(_, player)| player.removed_ms);
        let asked = self.asked.waits_since();
        ended
            .into_iter()
            .chain(removed)
            .chain(nicknames)
            .chain(reset)
            .chain(asked)
            .chain(deleted.map(|(_, at_ms)| *at_ms))
            .min()
    }
}
