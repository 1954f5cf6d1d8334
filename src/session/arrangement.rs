//! The themes of one question as everybody sees them: what people decided, what the room sorted, what the engine
//! suggests, and in which order they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Answer;
use super::board::{Family, ThemeBoard};
use super::ids::{AnswerId, ThemeId};
use super::sorting::RoomSort;
use super::text::Heading;

/// Fewer themes than this the engine's heading says nothing of; a person's may stand over one.
const SUGGESTED_FAMILY_MIN: usize = 2;

/// The themes as everybody sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Those that a person put first, then the others, most answers first.
    pub themes: Vec<ArrangedTheme>,
    /// Answers in no theme ("Andre tema"), in the order they came.
    pub rest: Vec<AnswerId>,
    /// The second level; a theme that is in none stands alone.
    pub families: Vec<Family>,
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
    /// Whether a person put it first.
    pub pinned: bool,
    /// Whether it is kept from the room.
    pub hidden: bool,
    /// The answer that says best what all of them say, where the engine has told.
    pub typical: Option<AnswerId>,
}

impl Arrangement {
    /// The theme with this id.
    pub fn theme(&self, id: ThemeId) -> Option<&ArrangedTheme> {
        self.themes.iter().find(|theme| theme.id == id)
    }

    /// What the room may see of it: hidden themes are gone with their answers.
    pub fn shown(mut self) -> Arrangement {
        let hidden: BTreeSet<ThemeId> =
            self.themes.iter().filter(|theme| theme.hidden).map(|theme| theme.id).collect();
        if !hidden.is_empty() {
            self.themes.retain(|theme| !theme.hidden);
            for family in &mut self.families {
                family.themes.retain(|theme| !hidden.contains(theme));
            }
            self.families.retain(|family| !family.themes.is_empty());
        }
        self
    }

    /// The answers that the room may not see.
    pub fn hidden(&self) -> BTreeSet<AnswerId> {
        let hidden = self.themes.iter().filter(|theme| theme.hidden);
        hidden.flat_map(|theme| theme.answers.iter().copied()).collect()
    }
}

impl ThemeBoard {
    /// The themes over these standing answers: what a person decided first, then what the room sorted, then suggestions
    /// for what nobody placed.
    pub fn arrangement(&self, standing: &BTreeMap<AnswerId, Answer>, room: Option<&RoomSort>) -> Arrangement {
        let mut placing = Placing {
            board: self,
            free: standing.keys().copied().collect(),
            themes: Vec::new(),
            rest: Vec::new(),
        };
        placing.decided();
        if let Some(room) = room {
            placing.sorted(room);
        }
        placing.suggested();
        let Placing { free, mut themes, mut rest, .. } = placing;
        rest.extend(free);
        rest.sort_unstable();
        let first = self.first();
        let place = |id: ThemeId| first.iter().position(|one| *one == id).unwrap_or(usize::MAX);
        for theme in &mut themes {
            theme.pinned = first.contains(&theme.id);
            theme.hidden = self.is_hidden(theme.id);
            theme.typical = theme.typical.filter(|answer| theme.answers.contains(answer));
        }
        themes.sort_by(|a, b| {
            place(a.id).cmp(&place(b.id)).then(b.answers.len().cmp(&a.answers.len())).then(a.id.cmp(&b.id))
        });
        let families = self.families_over(&themes);
        Arrangement { themes, rest, families }
    }

    /// Each theme stands under one heading at most, in the order of all themes.
    fn families_over(&self, themes: &[ArrangedTheme]) -> Vec<Family> {
        let (families, themes_min) = match self.decided_families() {
            Some(decided) => (decided, 1),
            None => (self.suggested_families(), SUGGESTED_FAMILY_MIN),
        };
        let mut free: BTreeSet<ThemeId> = themes.iter().map(|theme| theme.id).collect();
        let mut found: Vec<Family> = Vec::new();
        for family in families {
            let named: BTreeSet<ThemeId> = family.themes.iter().filter_map(|id| self.heir(*id)).collect();
            let inside = themes.iter().map(|theme| theme.id).filter(|id| named.contains(id));
            let inside: Vec<ThemeId> = inside.filter(|id| free.remove(id)).collect();
            if inside.len() >= themes_min {
                found.push(Family { label: family.label.clone(), themes: inside });
            }
        }
        if self.decided_families().is_none() {
            let count = |family: &Family| -> usize {
                let inside = themes.iter().filter(|theme| family.themes.contains(&theme.id));
                inside.map(|theme| theme.answers.len()).sum()
            };
            found.sort_by_key(|family| std::cmp::Reverse(count(family)));
        }
        found
    }
}

/// An arrangement while it is made; an answer is free until something has placed it.
struct Placing<'a> {
    board: &'a ThemeBoard,
    free: BTreeSet<AnswerId>,
    themes: Vec<ArrangedTheme>,
    rest: Vec<AnswerId>,
}

impl Placing<'_> {
    fn decided(&mut self) {
        for theme in self.board.decided() {
            let answers = theme.answers.iter().copied().filter(|answer| self.free.remove(answer)).collect();
            self.themes.push(ArrangedTheme { decided: true, ..begun(theme.id, &theme.label, answers) });
        }
        for answer in self.board.set_aside() {
            if self.free.remove(answer) {
                self.rest.push(*answer);
            }
        }
    }

    fn sorted(&mut self, room: &RoomSort) {
        for heading in room.headings() {
            let Some(id) = self.board.heir(heading.id) else { continue };
            if !self.themes.iter().any(|theme| theme.id == id) {
                self.themes.push(begun(id, &heading.label, Vec::new()));
            }
        }
        for (answer, placed) in room.placements() {
            if !self.free.remove(&answer) {
                continue;
            }
            let id = placed.and_then(|id| self.board.heir(id));
            match self.themes.iter_mut().find(|theme| Some(theme.id) == id) {
                Some(theme) => theme.answers.push(answer),
                None => self.rest.push(answer),
            }
        }
    }

    fn suggested(&mut self) {
        for theme in self.board.suggested() {
            let answers: Vec<AnswerId> =
                theme.answers.iter().copied().filter(|answer| self.free.remove(answer)).collect();
            let Some(id) = self.board.heir(theme.id) else {
                self.rest.extend(answers);
                continue;
            };
            match self.themes.iter_mut().find(|known| known.id == id) {
                Some(known) => {
                    known.answers.extend(answers);
                    known.typical = known.typical.or(theme.typical);
                }
                None if answers.is_empty() => {}
                None => {
                    let typical = theme.typical;
                    self.themes.push(ArrangedTheme { typical, ..begun(id, &theme.label, answers) });
                }
            }
        }
    }
}

fn begun(id: ThemeId, label: &Heading, answers: Vec<AnswerId>) -> ArrangedTheme {
    ArrangedTheme {
        id,
        label: label.clone(),
        answers,
        decided: false,
        pinned: false,
        hidden: false,
        typical: None,
    }
}
