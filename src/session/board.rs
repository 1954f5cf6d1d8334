//! The themes of one question: what the engine suggests, and what people decided, which always wins.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Answer;
use super::event::SuggestedTheme;
use super::ids::{AnswerId, ThemeId};
use super::sorting::RoomSort;
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
}

/// A theme that a person named or filled: its answers never move by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedTheme {
    /// Which.
    pub id: ThemeId,
    /// The name a person gave or kept.
    pub label: Heading,
    /// The answers a person placed or confirmed.
    pub answers: Vec<AnswerId>,
}

/// The themes as everybody sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Most answers first.
    pub themes: Vec<ArrangedTheme>,
    /// Answers in no theme ("Andre tema"), in the order they came.
    pub rest: Vec<AnswerId>,
}

/// One theme of an [`Arrangement`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrangedTheme {
    /// Which.
    pub id: ThemeId,
    /// Its heading.
    pub label: Heading,
    /// Its standing answers.
    pub answers: Vec<AnswerId>,
    /// Whether a person decided it.
    pub decided: bool,
}

impl Arrangement {
    /// The theme with this id.
    pub fn theme(&self, id: ThemeId) -> Option<&ArrangedTheme> {
        self.themes.iter().find(|theme| theme.id == id)
    }
}

impl ThemeBoard {
    /// The themes over these standing answers: what a person decided first, then what the room sorted, then suggestions
    /// for what nobody placed.
    pub fn arrangement(&self, standing: &BTreeMap<AnswerId, Answer>, room: Option<&RoomSort>) -> Arrangement {
        let mut free: BTreeSet<AnswerId> = standing.keys().copied().collect();
        let mut themes: Vec<ArrangedTheme> = Vec::new();
        for theme in &self.decisions.themes {
            let answers = theme.answers.iter().copied().filter(|answer| free.remove(answer)).collect();
            themes.push(ArrangedTheme { id: theme.id, label: theme.label.clone(), answers, decided: true });
        }
        let mut rest: Vec<AnswerId> = Vec::new();
        for answer in &self.decisions.set_aside {
            if free.remove(answer) {
                rest.push(*answer);
            }
        }
        for heading in room.map(RoomSort::headings).unwrap_or_default() {
            let Some(id) = self.decisions.heir(heading.id) else { continue };
            if !themes.iter().any(|theme| theme.id == id) {
                let label = heading.label.clone();
                themes.push(ArrangedTheme { id, label, answers: Vec::new(), decided: false });
            }
        }
        for (answer, placed) in room.map(RoomSort::placements).unwrap_or_default() {
            if !free.remove(&answer) {
                continue;
            }
            let id = placed.and_then(|id| self.decisions.heir(id));
            match themes.iter_mut().find(|theme| Some(theme.id) == id) {
                Some(theme) => theme.answers.push(answer),
                None => rest.push(answer),
            }
        }
        for theme in &self.suggested {
            let answers: Vec<AnswerId> =
                theme.answers.iter().copied().filter(|answer| free.remove(answer)).collect();
            let Some(id) = self.decisions.heir(theme.id) else {
                rest.extend(answers);
                continue;
            };
            match themes.iter_mut().find(|known| known.id == id) {
                Some(known) => known.answers.extend(answers),
                None if answers.is_empty() => {}
                None => {
                    themes.push(ArrangedTheme { id, label: theme.label.clone(), answers, decided: false })
                }
            }
        }
        rest.extend(free);
        rest.sort_unstable();
        themes.sort_by(|a, b| b.answers.len().cmp(&a.answers.len()).then(a.id.cmp(&b.id)));
        Arrangement { themes, rest }
    }

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

    /// Records a suggestion and gives the row of the one it replaces.
    pub(super) fn suggest(&mut self, themes: Vec<SuggestedTheme>, next: u32, position: u64) -> Option<u64> {
        self.suggested = themes;
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
        }
    }

    /// An empty board that goes on numbering where this one stopped.
    pub(super) fn fresh(&self) -> ThemeBoard {
        ThemeBoard { next_theme: self.next_theme, ..ThemeBoard::default() }
    }

    /// Lets the engine's grouping go and gives its row.
    pub(super) fn drop_suggestion(&mut self) -> Option<u64> {
        self.suggested.clear();
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
