//! How the state records what happens to a question and its answers.

use std::collections::BTreeSet;

use super::answer::{Answer, Held};
use super::effects::{Effects, Part};
use super::event::{Event, Recorded};
use super::ids::AnswerId;
use super::kinds::Reading;
use super::question::{Phase, Shelf};
use super::rounds::FirstRound;
use super::state::Session;

impl Session {
    /// Records a fact on a question or its answers; any other is passed over.
    pub(super) fn record_on_question(&mut self, recorded: &Recorded, effects: &mut Effects) {
        let at_ms = recorded.at_ms;
        match &recorded.event {
            Event::QuestionOpened { item } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.phase = Phase::Open;
                }
                effects.question_changed(*item);
            }
            Event::QuestionClosed { item, by } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.phase = Phase::Closed(*by);
                }
                effects.question_changed(*item);
            }
            Event::ResultsShown { item, to } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.results_decided = Some(*to);
                }
                effects.question_changed(*item);
                effects.reload(*item);
            }
            Event::AnswerGiven { item, who, key, version, answer, content, awaits, used_ms } => {
                self.next_answer = self.next_answer.max(answer.0 + 1);
                let position = self.position;
                if let Some(question) = self.questions.get_mut(item) {
                    let held = Held { version: *version, position, answer: Some(*answer) };
                    if let Some(replaced) = question.hold(*who, key, held) {
                        effects.forgotten(*item, replaced, question.forget(replaced));
                    }
                    let used_ms = used_ms.unwrap_or(0);
                    let (content, key) = (content.clone(), key.clone());
                    // Of an answer to a choice only what is in words can wait; what was chosen counts.
                    let (reading, waits) = match (*awaits, content.text()) {
                        (false, _) => (Reading::Shown, false),
                        (true, Some(_)) => (Reading::Shown, true),
                        (true, None) => (Reading::Withheld, false),
                    };
                    let stored = Answer { content, position, used_ms, who: *who, key, reading };
                    if waits {
                        question.await_approval(*answer, stored);
                        effects.touch(Part::Awaiting(*item));
                    } else {
                        question.stand(*answer, stored);
                        effects.answer_changed(*item, *answer);
                    }
                }
            }
            Event::AnswerWithdrawn { item, who, key, version, answer } => {
                let position = self.position;
                if let Some(AnswerId(number)) = answer {
                    self.next_answer = self.next_answer.max(number + 1);
                }
                if let Some(question) = self.questions.get_mut(item) {
                    if let Some(answer) = answer {
                        effects.forgotten(*item, *answer, question.forget(*answer));
                    }
                    let held = Held { version: *version, position, answer: None };
                    // The row of the version between may be erased while that of an older one is not yet.
                    if let Some(older) = question.hold(*who, key, held) {
                        effects.forgotten(*item, older, question.forget(older));
                    }
                }
            }
            Event::AnswerRemoved { item, answer } => {
                if let Some(question) = self.questions.get_mut(item)
                    && let Some(taken) = question
                        .unstand(*answer)
                        .or_else(|| question.unawait(*answer))
                        .or_else(|| question.take_from_first(*answer))
                {
                    effects.holder(*item, taken.who);
                    question.removed.insert(*answer, (taken, at_ms));
                    effects.answer_regrouped(*item, *answer);
                }
            }
            Event::AnswerRestored { item, answer } => {
                if let Some(question) = self.questions.get_mut(item)
                    && let Some((back, _)) = question.removed.remove(answer)
                {
                    effects.holder(*item, back.who);
                    question.bring_back(*answer, back);
                    effects.answer_regrouped(*item, *answer);
                }
            }
            Event::AnswersApproved { item, answers } => {
                if let Some(question) = self.questions.get_mut(item) {
                    for id in answers {
                        if let Some(answer) = question.unawait(*id) {
                            question.stand(*id, answer);
                            effects.answer_regrouped(*item, *id);
                        } else if question.set_reading(*id, Reading::Shown) {
                            effects.answer_changed(*item, *id);
                        }
                    }
                }
                effects.touch(Part::Awaiting(*item));
            }
            Event::AnswersHeld { item, answers } => {
                if let Some(question) = self.questions.get_mut(item) {
                    for id in answers {
                        if let Some(answer) = question.unstand(*id) {
                            question.await_approval(*id, answer);
                            effects.answer_regrouped(*item, *id);
                        }
                    }
                }
                effects.touch(Part::Awaiting(*item));
            }
            Event::OthersHidden { item, answers } => {
                if let Some(question) = self.questions.get_mut(item) {
                    for id in answers {
                        if question.set_reading(*id, Reading::Withheld) {
                            effects.answer_changed(*item, *id);
                        }
                    }
                }
            }
            Event::SecondRoundStarted { item } => {
                let ask =
                    self.programme.item(*item).and_then(|item| item.plan.question()).map(|asked| &asked.ask);
                if let Some(question) = self.questions.get_mut(item)
                    && let Some(ask) = ask
                {
                    for row in question.forget_shelf() {
                        effects.superseded(Some(row));
                    }
                    let ids: Vec<AnswerId> = question.standing.keys().copied().collect();
                    let answers =
                        ids.into_iter().filter_map(|id| Some((id, question.unstand(id)?))).collect();
                    question.first = Some(FirstRound::new(answers, ask));
                    question.round += 1;
                }
                effects.question_changed(*item);
                effects.reload(*item);
                effects.all_holders();
            }
            Event::SecondRoundDropped { item } => {
                if let Some(question) = self.questions.get_mut(item)
                    && let Some(first) = question.first.take()
                {
                    for (id, answer) in first.answers {
                        question.stand(id, answer);
                    }
                    question.round += 1;
                }
                effects.question_changed(*item);
                effects.reload(*item);
                effects.all_holders();
            }
            Event::QuestionReset { item, next_theme } => {
                if let Some(question) = self.questions.get_mut(item) {
                    for row in question.forget_shelf() {
                        effects.superseded(Some(row));
                    }
                    let awaiting: BTreeSet<AnswerId> = question.awaiting.keys().copied().collect();
                    let answers: Vec<AnswerId> = question.standing.keys().chain(&awaiting).copied().collect();
                    let mut take = |id| question.unstand(id).or_else(|| question.unawait(id));
                    let shelved = answers.into_iter().filter_map(|id| Some((id, take(id)?))).collect();
                    let first = question.first.take();
                    effects.superseded(question.board.drop_suggestion());
                    question.board.number_from(*next_theme);
                    let fresh = question.board.fresh();
                    let board = std::mem::replace(&mut question.board, fresh);
                    question.shelf = Some(Shelf {
                        answers: shelved,
                        awaiting,
                        first,
                        board,
                        sort: question.sort.take(),
                        piles: question.piles.take(),
                        statements: question.statements.take(),
                        at_ms,
                    });
                    question.round += 1;
                }
                effects.question_changed(*item);
                effects.reload(*item);
                effects.all_holders();
            }
            Event::ResetUndone { item, next_theme } => {
                if let Some(question) = self.questions.get_mut(item)
                    && let Some(shelf) = question.shelf.take()
                {
                    question.first = shelf.first;
                    for (id, answer) in shelf.answers {
                        if shelf.awaiting.contains(&id) {
                            question.await_approval(id, answer);
                        } else {
                            question.stand(id, answer);
                        }
                    }
                    effects.superseded(question.board.drop_suggestion());
                    question.board = shelf.board;
                    question.sort = shelf.sort;
                    question.piles = shelf.piles;
                    question.statements = shelf.statements;
                    question.board.number_from(*next_theme);
                    question.round += 1;
                }
                effects.question_changed(*item);
                effects.reload(*item);
                effects.all_holders();
            }
            Event::ResetErased { item } => {
                if let Some(question) = self.questions.get_mut(item) {
                    for row in question.forget_shelf() {
                        effects.superseded(Some(row));
                    }
                }
                effects.question_changed(*item);
            }
            Event::AnswersErased { item, answers } => {
                for erased in answers {
                    self.next_answer = self.next_answer.max(erased.answer.0 + 1);
                    if let Some(question) = self.questions.get_mut(item) {
                        effects.forgotten(*item, erased.answer, question.forget(erased.answer));
                        let held = Held { version: erased.version, position: erased.position, answer: None };
                        if let Some(older) = question.hold(erased.who, &erased.key, held) {
                            effects.forgotten(*item, older, question.forget(older));
                        }
                    }
                }
            }
            _ => {}
        }
    }
}
