//! A session as the log tells it: `apply` records facts, and cannot fail.

use std::collections::{BTreeMap, BTreeSet};

use super::effects::{Effects, Part};
use super::event::{Event, Recorded};
use super::ids::{ItemId, Pseudonym};
use super::links::{Link, LinkId};
use super::plan::{Concept, Details, ItemPlan, Question};
use super::programme::{Item, Programme, Run};
use super::question::{QuestionState, Turned};
use super::signals::SignalsPlan;
use super::timer::Timer;

/// Where a session stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// People are joining; no item has been shown yet, or the waiting room is shown again.
    #[default]
    WaitingRoom,
    /// This item is shown.
    Item(ItemId),
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
    /// The item that was shown when it ended, to come back to.
    pub(super) stage_before_end: Stage,
    /// Whether only those who have joined are let in.
    pub door_closed: bool,
    /// Further links that open it.
    pub links: BTreeMap<LinkId, Link>,
    /// The state of each question, those of deleted items too until they are erased.
    pub questions: BTreeMap<ItemId, QuestionState>,
    /// When the first item was shown, in milliseconds since 1970.
    pub started_ms: Option<i64>,
    /// When it ended.
    pub ended_ms: Option<i64>,
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
            Stage::WaitingRoom | Stage::Ended | Stage::Sealed => None,
        }
    }

    /// What phones may signal now: what is allowed, while an item is shown.
    pub fn signals_now(&self) -> SignalsPlan {
        match self.stage {
            Stage::Item(_) => self.signals,
            Stage::WaitingRoom | Stage::Ended | Stage::Sealed => SignalsPlan::default(),
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
            Stage::Item(_) | Stage::WaitingRoom | Stage::Ended | Stage::Sealed => Stage::WaitingRoom,
        }
    }

    /// An item's question with its state.
    pub fn question(&self, item: ItemId) -> Option<(&Question, &QuestionState)> {
        let question = self.programme.item(item)?.plan.question()?;
        Some((question, self.questions.get(&item)?))
    }

    /// When the clock beside the item shown closes its question, in milliseconds since 1970.
    pub fn closes_ms(&self) -> Option<i64> {
        self.timer.as_ref().filter(|timer| timer.closes_question)?.ends_ms()
    }

    /// Since when something waits to be erased or sealed, in milliseconds since 1970; none when nothing does.
    pub fn waits_since(&self) -> Option<i64> {
        let ended = self.ended_ms.filter(|_| self.stage == Stage::Ended);
        let removed =
            self.questions.values().flat_map(|question| question.removed.values().map(|(_, at_ms)| *at_ms));
        let reset =
            self.questions.values().filter_map(|question| question.shelf.as_ref().map(|shelf| shelf.at_ms));
        let deleted = self
            .programme
            .deleted
            .iter()
            .filter(|(id, _)| self.questions.get(id).is_some_and(|question| question.has_answers()));
        ended.into_iter().chain(removed).chain(reset).chain(deleted.map(|(_, at_ms)| *at_ms)).min()
    }

    /// Records one fact and tells what it touched.
    pub fn apply(&mut self, recorded: &Recorded) -> Effects {
        self.position += 1;
        let at_ms = recorded.at_ms;
        let mut effects = Effects::default();
        match &recorded.event {
            Event::SessionCreated { plan } => {
                self.details = plan.details.clone();
                self.concepts = plan.concepts.clone();
                self.signals = plan.signals;
                for plan in &plan.items {
                    let id = ItemId(self.next_item.max(1));
                    self.insert_item(id, plan, u32::MAX);
                }
                effects.everything();
            }
            Event::ConceptsChanged { concepts } => {
                self.concepts = concepts.clone();
                effects.touch(Part::Concepts);
            }
            Event::DetailsChanged { details } => {
                self.details = details.clone();
                effects.touch(Part::Details);
            }
            Event::ItemAdded { item, plan, index } => {
                self.programme.remember();
                self.insert_item(*item, plan, *index);
                self.programme_changed(at_ms, &mut effects);
            }
            Event::ItemChanged { item, plan } => {
                self.programme.remember();
                self.programme.replace(Item { id: *item, plan: plan.clone() });
                self.fit_question(*item);
                effects.reload(*item);
                self.programme_changed(at_ms, &mut effects);
            }
            Event::ItemMoved { item, index } => {
                self.programme.remember();
                self.programme.shift(*item, *index);
                self.programme_changed(at_ms, &mut effects);
            }
            Event::ItemDeleted { item } => {
                self.programme.remember();
                self.programme.remove(*item);
                self.programme_changed(at_ms, &mut effects);
            }
            Event::ProgrammeUndone => {
                self.programme.undo();
                self.fit_all_questions(&mut effects);
                self.programme_changed(at_ms, &mut effects);
            }
            Event::ProgrammeRedone => {
                self.programme.redo();
                self.fit_all_questions(&mut effects);
                self.programme_changed(at_ms, &mut effects);
            }
            Event::StageCleared => {
                self.leave_item(at_ms, &mut effects);
                self.stage = Stage::WaitingRoom;
                effects.stage_changed();
            }
            Event::ItemStarted { item } => {
                self.leave_item(at_ms, &mut effects);
                self.started_ms.get_or_insert(at_ms);
                self.programme.runs.entry(*item).or_default().push(Run { from_ms: at_ms, to_ms: None });
                self.stage = Stage::Item(*item);
                effects.stage_changed();
            }
            Event::TimerStarted { item: _, timer } => {
                self.timer = Some(Timer::started(timer, at_ms));
                effects.touch(Part::Timer);
            }
            Event::TimerPaused { item: _ } => self.set_timer(&mut effects, |timer| timer.pause(at_ms)),
            Event::TimerResumed { item: _ } => self.set_timer(&mut effects, |timer| timer.resume(at_ms)),
            Event::StretchSkipped { item: _ } => self.set_timer(&mut effects, |timer| timer.skip(at_ms)),
            Event::TimerExtended { item: _, seconds } => {
                self.set_timer(&mut effects, |timer| timer.extend(*seconds, at_ms));
            }
            Event::TimerRanOut { item: _ } => {
                self.set_timer(&mut effects, |timer| timer.closes_question = false);
            }
            Event::TimerStopped { item: _ } => {
                self.timer = None;
                effects.touch(Part::Timer);
            }
            Event::ParticipantJoined { who } => {
                self.joined.insert(*who);
                effects.touch(Part::Attendance);
            }
            Event::QuestionOpened { .. }
            | Event::QuestionClosed { .. }
            | Event::ResultsShown { .. }
            | Event::AnswerGiven { .. }
            | Event::AnswerWithdrawn { .. }
            | Event::AnswerRemoved { .. }
            | Event::AnswerRestored { .. }
            | Event::AnswersApproved { .. }
            | Event::SecondRoundStarted { .. }
            | Event::SecondRoundDropped { .. }
            | Event::QuestionReset { .. }
            | Event::ResetUndone { .. }
            | Event::ResetErased { .. }
            | Event::AnswersErased { .. } => {
                self.record_on_question(recorded, &mut effects);
            }
            Event::ThemesSuggested { .. }
            | Event::ThemeDecided { .. }
            | Event::AnswersSetAside { .. }
            | Event::ThemeSplit { .. }
            | Event::ThemesOrdered { .. }
            | Event::ThemeHidden { .. }
            | Event::ThemeUnhidden { .. }
            | Event::FamiliesArranged { .. }
            | Event::SortingStarted { .. }
            | Event::SortingPrimed { .. }
            | Event::AnswerSorted { .. }
            | Event::SortingStopped { .. }
            | Event::SortingResumed { .. }
            | Event::SortingDiscarded { .. }
            | Event::PilingStarted { .. }
            | Event::PilesMade { .. }
            | Event::PilingStopped { .. }
            | Event::PilingDiscarded { .. }
            | Event::ThemeEditUndone { .. }
            | Event::ThemeEditRedone { .. } => self.record_on_themes(&recorded.event, &mut effects),
            Event::DoorSet { open } => {
                self.door_closed = !open;
                effects.touch(Part::Stage);
            }
            Event::SignalsAllowed { signals } => {
                self.signals = *signals;
                effects.touch(Part::Signals);
            }
            Event::LinkMade { link, kind, name, hash } => {
                self.next_link = self.next_link.max(link.0 + 1);
                self.links.insert(*link, Link { kind: *kind, name: name.clone(), hash: *hash });
                effects.touch(Part::Links);
            }
            Event::LinkWithdrawn { link } => {
                self.links.remove(link);
                effects.touch(Part::Links);
            }
            Event::SessionEnded => {
                self.stage_before_end = self.stage;
                self.leave_item(at_ms, &mut effects);
                self.stage = Stage::Ended;
                self.ended_ms = Some(at_ms);
                effects.stage_changed();
            }
            Event::SessionReopened => {
                self.stage = self.stage_to_reopen();
                self.ended_ms = None;
                if let Stage::Item(item) = self.stage {
                    self.programme.runs.entry(item).or_default().push(Run { from_ms: at_ms, to_ms: None });
                }
                effects.stage_changed();
            }
            Event::SessionSealed => {
                self.stage = Stage::Sealed;
                effects.stage_changed();
            }
        }
        self.reload_where_hidden(&mut effects);
        self.tell_what_turned(&mut effects);
        effects
    }

    /// Results that wait for so many people show, or hide again, as an answer comes or goes; and what waits for the
    /// facilitator is another.
    fn tell_what_turned(&mut self, effects: &mut Effects) {
        let waiting = effects
            .parts
            .iter()
            .filter_map(|part| if let Part::Awaiting(item) = part { Some(*item) } else { None });
        let items: BTreeSet<ItemId> =
            waiting.chain(effects.answers.keys().copied()).chain(effects.reloads.iter().copied()).collect();
        for item in items {
            let Some(question) = self.questions.get_mut(&item) else { continue };
            let Turned { results, awaiting } = question.take_turned();
            if results {
                effects.question_changed(item);
                effects.reload(item);
            }
            if awaiting {
                effects.touch(Part::Awaiting(item));
            }
        }
    }

    /// Whatever moves answers between themes may take some from the room or give them back, where a theme is hidden.
    fn reload_where_hidden(&self, effects: &mut Effects) {
        let hides = |item: &ItemId| self.questions.get(item).is_some_and(|question| question.board.hides());
        let items = effects
            .parts
            .iter()
            .filter_map(|part| if let Part::Themes(item) = part { Some(*item) } else { None });
        for item in items.filter(hides).collect::<Vec<ItemId>>() {
            effects.reload(item);
        }
    }

    fn insert_item(&mut self, id: ItemId, plan: &ItemPlan, index: u32) {
        self.next_item = self.next_item.max(id.0 + 1);
        self.programme.insert(Item { id, plan: plan.clone() }, index);
        self.fit_question(id);
    }

    /// Makes the state of a question agree with how it is asked now.
    fn fit_question(&mut self, id: ItemId) {
        let Some(asked) = self.programme.item(id).and_then(|item| item.plan.question()) else {
            return;
        };
        let ask = &asked.ask;
        let question = self.questions.entry(id).or_insert_with(|| QuestionState::new(ask));
        question.fit_tally(ask);
        question.results_plan = asked.results;
        if !ask.is_open_text() {
            question.sort = None;
            question.piles = None;
        }
    }

    fn fit_all_questions(&mut self, effects: &mut Effects) {
        let ids: Vec<ItemId> = self.programme.items().iter().map(|item| item.id).collect();
        for id in ids {
            self.fit_question(id);
            effects.reload(id);
        }
    }

    fn programme_changed(&mut self, at_ms: i64, effects: &mut Effects) {
        self.programme.note_deleted(self.questions.keys().copied(), at_ms);
        effects.programme_changed();
    }

    fn set_timer(&mut self, effects: &mut Effects, set: impl FnOnce(&mut Timer)) {
        if let Some(timer) = &mut self.timer {
            set(timer);
        }
        effects.touch(Part::Timer);
    }

    fn leave_item(&mut self, at_ms: i64, effects: &mut Effects) {
        if self.timer.take().is_some() {
            effects.touch(Part::Timer);
        }
        if let Some(run) = self.current().and_then(|item| self.programme.runs.get_mut(&item)?.last_mut()) {
            run.to_ms.get_or_insert(at_ms);
        }
    }
}
