//! The themes of one question: what the engine suggests, and what people decided, which always wins.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::event::SuggestedTheme;
use super::ids::{AnswerId, ThemeId};
use super::text::Heading;

/// Steps that can be undone: a person tidies some hundred answers, and rarely goes far back.
const UNDO_MAX: usize = 100;
/// Most themes of one question: more headings than that nobody reads.
pub const THEMES_MAX: usize = 200;

/// What is known about the themes of one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThemeBoard {
    decisions: Decisions,
    suggested: Vec<SuggestedTheme>,
    suggested_families: Vec<Family>,
    /// The row of the latest suggestion.
    suggested_position: Option<u64>,
    next_theme: u32,
    undo: Vec<Decisions>,
    redo: Vec<Decisions>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Decisions {
    themes: Vec<DecidedTheme>,
    set_aside: BTreeSet<AnswerId>,
    /// Themes that were merged into another, or dissolved: the engine cannot bring them back.
    gone: BTreeMap<ThemeId, Option<ThemeId>>,
    /// Themes that stand before all others, in this order.
    first: Vec<ThemeId>,
    /// Themes that the room does not see; one that has gone stays here, so that it would come back hidden.
    hidden: BTreeSet<ThemeId>,
    /// The second level, once a person has had a hand in it.
    families: Option<Vec<Family>>,
}

/// A theme that a person named or filled: its answers never move by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedTheme {
    /// Which.
    pub id: ThemeId,
    /// The name a person gave or kept.
    pub label: Heading,
    /// The answers a person placed or confirmed.
    pub answers: Vec<AnswerId>,
}

/// Themes that belong together, under a heading over theirs ("Samhandling, informasjon og ryddige strukturer").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// The heading; may not be empty, and no two are the same.
    pub label: Heading,
    /// The themes; each stands in one family at most.
    pub themes: Vec<ThemeId>,
}

impl ThemeBoard {
    /// The theme itself, or the one it was merged into; none if it was dissolved.
    pub(super) fn heir(&self, id: ThemeId) -> Option<ThemeId> {
        self.decisions.heir(id)
    }

    /// The themes that people decided, in the order they did.
    pub fn decided(&self) -> &[DecidedTheme] {
        &self.decisions.themes
    }

    /// Answers that a person placed in no theme.
    pub fn set_aside(&self) -> &BTreeSet<AnswerId> {
        &self.decisions.set_aside
    }

    /// The engine's latest grouping.
    pub fn suggested(&self) -> &[SuggestedTheme] {
        &self.suggested
    }

    /// The engine's latest second level.
    pub fn suggested_families(&self) -> &[Family] {
        &self.suggested_families
    }

    /// The second level as a person decided it.
    pub fn decided_families(&self) -> Option<&[Family]> {
        self.decisions.families.as_deref()
    }

    /// Themes that a person put first, those that are gone left out.
    pub fn first(&self) -> Vec<ThemeId> {
        let mut first: Vec<ThemeId> = Vec::new();
        for id in self.decisions.first.iter().filter_map(|id| self.decisions.heir(*id)) {
            if !first.contains(&id) {
                first.push(id);
            }
        }
        first
    }

    /// Whether the room does not see this theme.
    pub fn is_hidden(&self, id: ThemeId) -> bool {
        self.decisions.hidden.contains(&id)
    }

    /// Whether there is, or was, a theme that the room does not see.
    pub fn hides(&self) -> bool {
        !self.decisions.hidden.is_empty()
    }

    /// Whether there is a decision to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a decision to redo.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Whether a person has had a hand in these themes.
    pub fn edited(&self) -> bool {
        self.decisions != Decisions::default()
    }

    /// The number for the next new theme.
    pub(super) fn next_theme(&self) -> u32 {
        self.next_theme.max(1)
    }

    /// The log's position of the latest suggestion; answers that were stored later it knows nothing of.
    pub fn suggested_at(&self) -> Option<u64> {
        self.suggested_position
    }

    /// Records a suggestion and gives the row of the one it replaces.
    pub(super) fn suggest(
        &mut self,
        themes: Vec<SuggestedTheme>,
        families: Vec<Family>,
        next: u32,
        position: u64,
    ) -> Option<u64> {
        self.suggested = themes;
        self.suggested_families = families;
        self.next_theme = self.next_theme.max(next);
        self.suggested_position.replace(position)
    }

    pub(super) fn decide(
        &mut self,
        id: ThemeId,
        label: Heading,
        answers: Vec<AnswerId>,
        absorbed: Option<ThemeId>,
    ) {
        self.remember();
        self.put(id, label, answers, absorbed);
    }

    /// Makes themes of a theme's answers; they stand where it stands: under its heading, and hidden if it is.
    pub(super) fn split(&mut self, theme: ThemeId, parts: &[DecidedTheme], dissolves: bool) {
        self.remember();
        for part in parts {
            self.put(part.id, part.label.clone(), part.answers.clone(), None);
            if self.decisions.hidden.contains(&theme) {
                self.decisions.hidden.insert(part.id);
            }
        }
        for family in self.decisions.families.iter_mut().flatten() {
            if let Some(at) = family.themes.iter().position(|id| *id == theme) {
                family.themes.splice(at + 1..at + 1, parts.iter().map(|part| part.id));
            }
        }
        if dissolves {
            self.decisions.let_go(theme, None);
        }
    }

    pub(super) fn order(&mut self, first: Vec<ThemeId>) {
        self.remember();
        self.decisions.first = first;
    }

    /// Keeps a theme with these answers from the room.
    pub(super) fn hide(&mut self, id: ThemeId, label: Heading, answers: Vec<AnswerId>) {
        self.remember();
        self.put(id, label, answers, None);
        self.decisions.hidden.insert(id);
    }

    pub(super) fn unhide(&mut self, id: ThemeId) {
        self.remember();
        self.decisions.hidden.remove(&id);
    }

    pub(super) fn arrange_families(&mut self, families: Option<Vec<Family>>) {
        self.remember();
        self.decisions.families = families;
    }

    fn put(&mut self, id: ThemeId, label: Heading, answers: Vec<AnswerId>, absorbed: Option<ThemeId>) {
        self.next_theme = self.next_theme.max(id.0 + 1);
        self.release(&answers);
        if let Some(absorbed) = absorbed {
            self.decisions.let_go(absorbed, Some(id));
        }
        // A theme that is decided is not gone, so following heirs always comes to an end.
        self.decisions.gone.remove(&id);
        match self.decisions.themes.iter_mut().find(|theme| theme.id == id) {
            Some(theme) => {
                theme.label = label;
                theme.answers = answers;
            }
            None => self.decisions.themes.push(DecidedTheme { id, label, answers }),
        }
    }

    pub(super) fn set_answers_aside(&mut self, answers: Vec<AnswerId>, dissolved: Option<ThemeId>) {
        self.remember();
        self.release(&answers);
        if let Some(dissolved) = dissolved {
            self.decisions.let_go(dissolved, None);
        }
        self.decisions.set_aside.extend(answers);
    }

    pub(super) fn undo(&mut self) {
        if let Some(before) = self.undo.pop() {
            self.redo.push(std::mem::replace(&mut self.decisions, before));
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(after) = self.redo.pop() {
            self.undo.push(std::mem::replace(&mut self.decisions, after));
        }
    }

    /// Forgets an answer for good, in what could be undone as well.
    pub(super) fn forget(&mut self, answer: AnswerId) {
        for decisions in [&mut self.decisions].into_iter().chain(&mut self.undo).chain(&mut self.redo) {
            decisions.release_one(answer);
        }
        for theme in &mut self.suggested {
            theme.answers.retain(|known| *known != answer);
            theme.typical = theme.typical.filter(|typical| *typical != answer);
        }
    }

    /// An empty board that goes on numbering where this one stopped.
    pub(super) fn fresh(&self) -> ThemeBoard {
        ThemeBoard { next_theme: self.next_theme, ..ThemeBoard::default() }
    }

    /// Lets the engine's grouping go and gives its row.
    pub(super) fn drop_suggestion(&mut self) -> Option<u64> {
        self.suggested.clear();
        self.suggested_families.clear();
        self.suggested_position.take()
    }

    /// Makes sure that no number below this is given to a new theme.
    pub(super) fn number_from(&mut self, next: u32) {
        self.next_theme = self.next_theme.max(next);
    }

    fn remember(&mut self) {
        if self.undo.len() == UNDO_MAX {
            self.undo.remove(0);
        }
        self.undo.push(self.decisions.clone());
        self.redo.clear();
    }

    fn release(&mut self, answers: &[AnswerId]) {
        let moved: BTreeSet<AnswerId> = answers.iter().copied().collect();
        for theme in &mut self.decisions.themes {
            theme.answers.retain(|answer| !moved.contains(answer));
        }
        self.decisions.set_aside.retain(|answer| !moved.contains(answer));
    }
}

impl Decisions {
    /// The theme itself, or the one it was merged into; none if it was dissolved.
    fn heir(&self, mut id: ThemeId) -> Option<ThemeId> {
        while let Some(heir) = self.gone.get(&id) {
            id = (*heir)?;
        }
        Some(id)
    }

    fn let_go(&mut self, id: ThemeId, heir: Option<ThemeId>) {
        self.themes.retain(|theme| theme.id != id);
        self.gone.insert(id, heir);
    }

    fn release_one(&mut self, answer: AnswerId) {
        self.set_aside.remove(&answer);
        for theme in &mut self.themes {
            theme.answers.retain(|known| *known != answer);
        }
    }
}
