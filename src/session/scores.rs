//! What the answers to one quiz question are worth, person by person.

use std::collections::BTreeMap;

use super::answer::Answer;
use super::ids::Pseudonym;
use super::kinds::{Ask, Quiz};

/// Points for the answers that stand; adding or taking away one costs the logarithm of how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scores {
    quiz: Quiz,
    /// Of everybody who has answered.
    scored: BTreeMap<Pseudonym, Scored>,
    /// Whether the session counts them.
    counted: bool,
    /// What the session has yet to count.
    changes: Vec<(Pseudonym, i64)>,
}

/// What one answer is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scored {
    pub right: bool,
    pub points: u32,
}

impl Scores {
    pub fn of(ask: &Ask) -> Option<Self> {
        let Ask::Quiz(quiz) = ask else { return None };
        Some(Scores { quiz: (**quiz).clone(), scored: BTreeMap::new(), counted: false, changes: Vec::new() })
    }

    /// The same people under other settings: what the session has counted it counts anew.
    pub fn in_place_of(mut self, before: Option<Scores>) -> Self {
        let Some(before) = before.filter(|before| before.counted) else { return self };
        self.counted = true;
        self.changes = before.changes;
        self.changes.extend(before.scored.iter().map(|(who, scored)| (*who, -i64::from(scored.points))));
        self.changes.extend(self.scored.iter().map(|(who, scored)| (*who, i64::from(scored.points))));
        self
    }

    pub fn add(&mut self, answer: &Answer) {
        let right = self.quiz.is_right(&answer.content);
        let points = if right { self.quiz.worth(answer.used_ms) } else { 0 };
        self.scored.insert(answer.who, Scored { right, points });
        self.note(answer.who, i64::from(points));
    }

    pub fn take_away(&mut self, answer: &Answer) {
        if let Some(scored) = self.scored.remove(&answer.who) {
            self.note(answer.who, -i64::from(scored.points));
        }
    }

    pub fn by(&self, who: Pseudonym) -> Option<Scored> {
        self.scored.get(&who).copied()
    }

    pub fn is_counted(&self) -> bool {
        self.counted
    }

    /// What the session is to count, or to count no longer, so that it counts these points or does not.
    pub fn settle(&mut self, counted: bool) -> Vec<(Pseudonym, i64)> {
        let mut due = std::mem::take(&mut self.changes);
        if counted != self.counted {
            let sign = if counted { 1 } else { -1 };
            due.extend(self.scored.iter().map(|(who, scored)| (*who, sign * i64::from(scored.points))));
        }
        self.counted = counted;
        due
    }

    fn note(&mut self, who: Pseudonym, points: i64) {
        if self.counted {
            self.changes.push((who, points));
        }
    }
}
