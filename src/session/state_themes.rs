//! How the state records what happens to a question's themes: suggestions, people's hands, and what the room does
//! with the answers.

use super::effects::{Effects, Part};
use super::event::Event;
use super::piling::PiledHand;
use super::sorting::RoomSort;
use super::state::Session;
use super::statements::Taken;

impl Session {
    /// Records a fact on themes; any other is passed over.
    pub(super) fn record_on_themes(&mut self, event: &Event, effects: &mut Effects) {
        match event {
            Event::ThemesSuggested { item, themes, next_theme, families } => {
                let position = self.position;
                if let Some(question) = self.questions.get_mut(item) {
                    let mut themes = themes.clone();
                    for theme in &mut themes {
                        theme.answers = question.known(&theme.answers);
                        theme.typical = theme.typical.filter(|typical| theme.answers.contains(typical));
                    }
                    let families = families.clone();
                    effects.superseded(question.board.suggest(themes, families, *next_theme, position));
                }
                effects.touch(Part::Themes(*item));
            }
            Event::ThemeDecided { item, theme, label, answers, absorbed } => {
                if let Some(question) = self.questions.get_mut(item) {
                    let answers = question.known(answers);
                    question.add_heading(*theme, label, *absorbed);
                    question.board.decide(*theme, label.clone(), answers, *absorbed);
                    question.fit_sorting();
                }
                effects.rearranged(*item);
            }
            Event::AnswersSetAside { item, answers, dissolved } => {
                if let Some(question) = self.questions.get_mut(item) {
                    let answers = question.known(answers);
                    question.board.set_answers_aside(answers, *dissolved);
                    question.fit_sorting();
                }
                effects.rearranged(*item);
            }
            Event::ThemeSplit { item, theme, parts, dissolves } => {
                if let Some(question) = self.questions.get_mut(item) {
                    let mut parts = parts.clone();
                    for part in &mut parts {
                        part.answers = question.known(&part.answers);
                        question.add_heading(part.id, &part.label, None);
                    }
                    question.board.split(*theme, &parts, *dissolves);
                    question.fit_sorting();
                }
                effects.rearranged(*item);
            }
            Event::ThemesOrdered { item, first } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.board.order(first.clone());
                }
                effects.touch(Part::Themes(*item));
            }
            Event::ThemeHidden { item, theme, label, answers } => {
                if let Some(question) = self.questions.get_mut(item) {
                    let answers = question.known(answers);
                    question.board.hide(*theme, label.clone(), answers);
                    question.fit_sorting();
                }
                effects.reload(*item);
            }
            Event::ThemeUnhidden { item, theme } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.board.unhide(*theme);
                    question.fit_sorting();
                }
                effects.reload(*item);
            }
            Event::FamiliesArranged { item, families } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.board.arrange_families(families.clone());
                }
                effects.touch(Part::Themes(*item));
            }
            Event::SortingStarted { item, headings, each } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.sort = Some(RoomSort::start(headings.clone(), *each));
                    question.fit_sorting();
                }
                effects.question_changed(*item);
                effects.rearranged(*item);
            }
            Event::SortingPrimed { item, priors } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.prime_sorting(priors);
                }
                effects.rearranged(*item);
            }
            Event::AnswerSorted { item, who, answer, theme, shown, weight } => {
                if let Some(question) = self.questions.get_mut(item)
                    && !question.known(&[*answer]).is_empty()
                    && let Some(sort) = &mut question.sort
                {
                    sort.tap(*who, *answer, *theme, *shown, *weight);
                }
                effects.sorted(*item);
            }
            Event::SortingStopped { item } => {
                if let Some(sort) = self.questions.get_mut(item).and_then(|question| question.sort.as_mut()) {
                    sort.running = false;
                }
                effects.question_changed(*item);
                effects.rearranged(*item);
            }
            Event::SortingResumed { item, each } => {
                if let Some(sort) = self.questions.get_mut(item).and_then(|question| question.sort.as_mut()) {
                    sort.running = true;
                    sort.each = *each;
                }
                effects.question_changed(*item);
                effects.rearranged(*item);
            }
            Event::SortingDiscarded { item } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.sort = None;
                }
                effects.question_changed(*item);
                effects.rearranged(*item);
            }
            Event::PilingStarted { item, each } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.piles.get_or_insert_default().go_on(*each);
                }
                effects.question_changed(*item);
                effects.rearranged(*item);
            }
            Event::PilesMade { item, who, piles, weight } => {
                if let Some(question) = self.questions.get_mut(item) {
                    let piles = piles.iter().map(|pile| question.known(pile)).filter(|pile| !pile.is_empty());
                    let hand = PiledHand { piles: piles.collect(), weight: *weight };
                    if let Some(room) = &mut question.piles {
                        room.lay(*who, hand);
                    }
                }
                effects.touch(Part::Sorting(*item));
            }
            Event::PilingStopped { item } => {
                if let Some(piles) = self.questions.get_mut(item).and_then(|question| question.piles.as_mut())
                {
                    piles.running = false;
                }
                effects.question_changed(*item);
                effects.rearranged(*item);
            }
            Event::PilingDiscarded { item } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.piles = None;
                }
                effects.question_changed(*item);
                effects.rearranged(*item);
            }
            Event::StatementsStarted { item, each } => {
                if let Some(question) = self.questions.get_mut(item) {
                    question.statements.get_or_insert_default().go_on(*each);
                }
                effects.question_changed(*item);
                effects.touch(Part::Statements(*item));
            }
            Event::StandTaken { item, who, statement, version, stand } => {
                if let Some(question) = self.questions.get_mut(item)
                    && !question.known(&[*statement]).is_empty()
                    && let Some(statements) = &mut question.statements
                {
                    statements.take(*who, *statement, Taken { version: *version, stand: *stand });
                }
                effects.touch(Part::Statements(*item));
            }
            Event::StatementsStopped { item } => {
                let question = self.questions.get_mut(item);
                if let Some(statements) = question.and_then(|question| question.statements.as_mut()) {
                    statements.running = false;
                }
                effects.question_changed(*item);
                effects.touch(Part::Statements(*item));
            }
            Event::ThemeEditUndone { item } => {
                if let Some(question) = self.questions.get_mut(item) {
                    let hid = question.board.hides();
                    question.board.undo();
                    question.fit_sorting();
                    if hid || question.board.hides() {
                        effects.reload(*item);
                    }
                }
                effects.rearranged(*item);
            }
            Event::ThemeEditRedone { item } => {
                if let Some(question) = self.questions.get_mut(item) {
                    let hid = question.board.hides();
                    question.board.redo();
                    question.fit_sorting();
                    if hid || question.board.hides() {
                        effects.reload(*item);
                    }
                }
                effects.rearranged(*item);
            }
            _ => {}
        }
    }
}
