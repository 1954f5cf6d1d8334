//! How the state records facts; it cannot fail.

use std::collections::BTreeSet;

use super::effects::{Effects, Part};
use super::event::{Event, Recorded};
use super::ids::ItemId;
use super::links::Link;
use super::password::Password;
use super::plan::ItemPlan;
use super::programme::{Item, Run};
use super::question::Turned;
use super::roles::{ListedRole, RoleId};
use super::state::{Session, Stage};
use super::survey::Survey;
use super::timer::Timer;

impl Session {
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
                let roles = (1..)
                    .zip(&plan.roles)
                    .map(|(id, name)| ListedRole { id: RoleId(id), name: name.clone() });
                self.roles.set(roles.collect());
                self.asked.plan = plan.questions;
                for plan in &plan.items {
                    self.pictures.extend(plan.pictures().map(|picture| (picture.id, picture.size())));
                    let id = ItemId(self.next_item.max(1));
                    self.insert_item(id, plan, u32::MAX);
                }
                effects.everything();
            }
            Event::ConceptsChanged { concepts } => {
                self.concepts = concepts.clone();
                effects.touch(Part::Concepts);
            }
            Event::RolesChanged { roles } => {
                self.roles.set(roles.clone());
                effects.touch(Part::Roles);
                effects.touch(Part::RoleCounts);
            }
            Event::RoleChosen { who, role } => {
                let before = self.roles.say(*who, *role, self.position);
                effects.superseded(before);
                effects.touch(Part::RoleCounts);
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
                self.stage = Stage::Item(*item);
                self.enter_items(at_ms);
                effects.stage_changed();
            }
            Event::SurveyPlanned { survey } => {
                self.survey = survey.as_ref().map(|plan| Survey::planned(plan, self.survey.as_ref()));
                effects.stage_changed();
            }
            Event::SurveyStarted { items } => {
                self.leave_item(at_ms, &mut effects);
                self.started_ms.get_or_insert(at_ms);
                let survey = self.survey.get_or_insert_default();
                survey.items = items.iter().copied().collect();
                survey.opens_ms = None;
                survey.closed = false;
                self.stage = Stage::Survey;
                self.enter_items(at_ms);
                effects.stage_changed();
            }
            Event::SurveyClosed => {
                self.leave_item(at_ms, &mut effects);
                if let Some(survey) = &mut self.survey {
                    survey.closes_ms = None;
                    survey.closed = true;
                }
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
            | Event::AnswersHeld { .. }
            | Event::OthersHidden { .. }
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
            | Event::StatementsStarted { .. }
            | Event::StandTaken { .. }
            | Event::StatementsStopped { .. }
            | Event::PilingStopped { .. }
            | Event::PilingDiscarded { .. }
            | Event::ThemeEditUndone { .. }
            | Event::ThemeEditRedone { .. } => self.record_on_themes(&recorded.event, &mut effects),
            Event::NicknameChosen { .. }
            | Event::NicknameRemoved { .. }
            | Event::NicknameRestored { .. }
            | Event::NicknamesErased { .. } => self.record_on_players(recorded, &mut effects),
            Event::DoorSet { open } => {
                self.door_closed = !open;
                effects.touch(Part::Stage);
            }
            Event::SignalsAllowed { signals } => {
                self.signals = *signals;
                effects.touch(Part::Signals);
            }
            Event::PasswordSet { hash } => {
                let position = self.position;
                let before = std::mem::replace(
                    &mut self.password,
                    hash.clone().map(|hash| Password { hash, position }),
                );
                effects.superseded(before.map(|password| password.position));
                effects.parts.extend([Part::Password, Part::Stage]);
            }
            Event::AskingAllowed { .. }
            | Event::SpeakerAsked { .. }
            | Event::AskedWithdrawn { .. }
            | Event::AskedVoted { .. }
            | Event::AskedPlaced { .. }
            | Event::AskedTakenUp { .. }
            | Event::AskedShown { .. }
            | Event::AskedErased { .. } => self.record_on_asked(recorded, &mut effects),
            Event::PictureKept { picture, size } => {
                self.pictures.insert(*picture, *size);
            }
            Event::NoteWritten { note, content } => {
                let before = self.notes.write(*note, content.clone(), self.position);
                effects.superseded(before);
                effects.touch(Part::Notes);
            }
            Event::NoteRemoved { note } => {
                let before = self.notes.remove(*note);
                effects.superseded(before);
                effects.touch(Part::Notes);
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
                let closed = self.stage == Stage::Survey && !self.survey_runs();
                if !closed {
                    self.enter_items(at_ms);
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
        self.settle_scores(&mut effects);
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
        let question = self.questions.get_or_new(id, ask);
        question.fit_tally(ask);
        question.results_plan = asked.results;
        if !ask.is_open_text() {
            question.sort = None;
            question.piles = None;
            question.statements = None;
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
        let told = self.questions.keys().copied().chain(self.notes.all().map(|(_, note)| note.item));
        self.programme.note_deleted(told, at_ms);
        effects.programme_changed();
    }

    fn set_timer(&mut self, effects: &mut Effects, set: impl FnOnce(&mut Timer)) {
        if let Some(timer) = &mut self.timer {
            set(timer);
        }
        effects.touch(Part::Timer);
    }

    fn enter_items(&mut self, at_ms: i64) {
        for item in self.shown() {
            self.programme.runs.entry(item).or_default().push(Run { from_ms: at_ms, to_ms: None });
        }
    }

    fn leave_item(&mut self, at_ms: i64, effects: &mut Effects) {
        if self.timer.take().is_some() {
            effects.touch(Part::Timer);
        }
        // What comes next is seen at once.
        if std::mem::take(&mut self.asked.on_projector) {
            effects.touch(Part::Asking);
        }
        // Of a survey also those that have been taken out of the programme, or are no questions any more.
        for run in self.programme.runs.values_mut().filter_map(|runs| runs.last_mut()) {
            run.to_ms.get_or_insert(at_ms);
        }
    }
}
