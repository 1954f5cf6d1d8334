//! The room sorts: people tap, one answer at a time, the heading it belongs under, and the taps add up.
//!
//! Each answer has a score for each heading and one for "none of these", in natural-log units of likelihood, kept as
//! whole millionths so that every machine adds them up alike. It begins at the engine's view and moves with each tap:
//! a person is taken to tap at random with probability [`RANDOM`], so that with m headings shown a tap on one of the
//! m + 1 choices multiplies its likelihood by 1 − r + r/(m+1) and every other's by r/(m+1). (A. P. Dawid and
//! A. M. Skene, "Maximum likelihood estimation of observer error-rates using the EM algorithm", Applied Statistics 28,
//! 1979, with one error rate for all.)

use std::collections::{BTreeMap, BTreeSet};

use super::board::ThemeBoard;
use super::ids::{AnswerId, Pseudonym, ThemeId};
use super::text::Heading;

/// Share of taps that are taken to be random.
const RANDOM: f64 = 0.35;
/// Scores are kept in millionths.
const UNIT: f64 = 1_000_000.0;
/// How far "none of these" begins below the mean of the headings, in millionths.
const NONE_BELOW: i64 = 300_000;
/// Fewest headings to sort under.
pub const SORT_HEADINGS_MIN: usize = 2;
/// Most headings to sort under: more do not fit on a phone's screen beside the answer.
pub const SORT_HEADINGS_MAX: usize = 12;
/// Most headings that one sorting ever sees, those that were merged or dissolved counted: a tap tells them in one byte.
const LISTED_MAX: usize = u8::MAX as usize;
/// Answers that are shown to a facilitator as least certain.
const UNCERTAIN_MAX: usize = 10;
/// The weight of a tap that was given time to read, in thousandths.
pub const FULL_WEIGHT: u16 = 1_000;

/// A sorting by the room, while it runs and after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoomSort {
    /// Whether phones are given answers.
    pub running: bool,
    /// How many answers each phone is asked to place; none for as long as it runs.
    pub each: Option<u8>,
    /// Those that phones are shown now.
    headings: Vec<SortHeading>,
    /// All that there ever were, in the order they were added; none leaves, so that their number tells which were shown.
    listed: Vec<Listed>,
    priors: BTreeMap<AnswerId, BTreeMap<ThemeId, i64>>,
    evidence: BTreeMap<AnswerId, Evidence>,
    /// What each person has placed.
    placed: BTreeMap<Pseudonym, BTreeSet<AnswerId>>,
}

/// A heading that phones are shown.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SortHeading {
    /// The theme.
    pub id: ThemeId,
    /// Its heading.
    pub label: Heading,
}

/// A heading that is shown, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Listed {
    /// As it was when it was added.
    heading: SortHeading,
    /// Whether it was there from the start; one that was added is there for as long as a person's decision stands.
    from_start: bool,
    /// The heading shown now that it counts for: itself, or what it was merged into; none while it is gone.
    counts_for: Option<ThemeId>,
}

/// What the taps say of one answer, in millionths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Evidence {
    taps: u32,
    none: i64,
    /// Of headings that were shown; one that never was stands where "none" does, since a tap on "none" says that
    /// none of those shown fits.
    themes: BTreeMap<ThemeId, i64>,
}

/// Where an answer stands: its best heading (none for "none of these") and how far the second is behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaning {
    /// The likeliest heading.
    pub best: Option<ThemeId>,
    /// Its lead in millionths of a natural-log unit; 0 for a tie.
    pub margin: i64,
    /// How many people placed it.
    pub taps: u32,
}

impl RoomSort {
    pub(super) fn start(headings: Vec<SortHeading>, each: Option<u8>) -> Self {
        let listed = headings.iter().map(|heading| Listed {
            heading: heading.clone(),
            from_start: true,
            counts_for: Some(heading.id),
        });
        RoomSort { running: true, each, listed: listed.collect(), headings, ..RoomSort::default() }
    }

    /// The headings in the order they were added.
    pub fn headings(&self) -> &[SortHeading] {
        &self.headings
    }

    /// How many headings there have been so far, those that are gone counted: with this number a tap tells which
    /// were shown.
    pub fn listed(&self) -> u8 {
        self.listed.len() as u8
    }

    /// The heading that a choice counts for now, among the first `shown` that were listed.
    pub fn counts_for(&self, choice: ThemeId, shown: u8) -> Option<ThemeId> {
        let known = self.listed.iter().take(usize::from(shown));
        known.into_iter().find(|listed| listed.heading.id == choice)?.counts_for
    }

    /// How many taps count.
    pub fn taps(&self) -> u32 {
        self.evidence.values().map(|evidence| evidence.taps).sum()
    }

    /// How many people have placed at least one answer.
    pub fn people(&self) -> usize {
        self.placed.len()
    }

    /// How many answers somebody has placed.
    pub fn sorted(&self) -> usize {
        self.evidence.values().filter(|evidence| evidence.taps > 0).count()
    }

    /// How many answers this person has placed.
    pub fn placed_by(&self, who: Pseudonym) -> usize {
        self.placed.get(&who).map_or(0, BTreeSet::len)
    }

    /// Whether this person has placed this answer.
    pub fn has_placed(&self, who: Pseudonym, answer: AnswerId) -> bool {
        self.placed.get(&who).is_some_and(|placed| placed.contains(&answer))
    }

    /// Whether this person has placed as many as were asked for.
    pub fn is_done(&self, who: Pseudonym) -> bool {
        self.each.is_some_and(|each| self.placed_by(who) >= usize::from(each))
    }

    /// Where each answer stands that somebody has placed.
    pub fn placements(&self) -> BTreeMap<AnswerId, Option<ThemeId>> {
        let tapped = self.evidence.iter().filter(|(_, evidence)| evidence.taps > 0);
        tapped.map(|(answer, _)| (*answer, self.leaning(*answer).best)).collect()
    }

    /// Where an answer stands; costs one pass over the headings.
    pub fn leaning(&self, answer: AnswerId) -> Leaning {
        let priors = self.priors.get(&answer);
        let prior = |id: ThemeId| priors.and_then(|priors| priors.get(&id)).copied().unwrap_or(0);
        let evidence = self.evidence.get(&answer);
        let none = evidence.map_or(0, |evidence| evidence.none);
        let tapped =
            |id: ThemeId| evidence.and_then(|evidence| evidence.themes.get(&id)).copied().unwrap_or(none);
        let sum: i64 = self.headings.iter().map(|heading| prior(heading.id)).sum();
        let mean = sum / (self.headings.len().max(1) as i64);
        let mut best: (Option<ThemeId>, i64) = (None, mean - NONE_BELOW + none);
        let mut second = i64::MIN;
        for heading in &self.headings {
            // What was merged into it speaks for it too.
            let counted = self.listed.iter().filter(|listed| listed.counts_for == Some(heading.id));
            let score = counted.map(|listed| prior(listed.heading.id) + tapped(listed.heading.id)).max();
            let score = score.unwrap_or(i64::MIN);
            if score > best.1 {
                second = best.1;
                best = (Some(heading.id), score);
            } else {
                second = second.max(score);
            }
        }
        let margin = if second == i64::MIN { 0 } else { best.1 - second };
        Leaning { best: best.0, margin, taps: evidence.map_or(0, |evidence| evidence.taps) }
    }

    /// The answers among these that a person had best look at: those with the smallest lead.
    pub fn uncertain(&self, answers: impl Iterator<Item = AnswerId>) -> Vec<AnswerId> {
        let mut leads: Vec<(i64, AnswerId)> =
            answers.map(|answer| (self.leaning(answer).margin, answer)).collect();
        leads.sort_unstable();
        leads.truncate(UNCERTAIN_MAX);
        leads.into_iter().map(|(_, answer)| answer).collect()
    }

    pub(super) fn add_heading(&mut self, heading: SortHeading) {
        let known = self.listed.iter().any(|listed| listed.heading.id == heading.id);
        if !known && self.headings.len() < SORT_HEADINGS_MAX && self.listed.len() < LISTED_MAX {
            self.listed.push(Listed { heading, from_start: false, counts_for: None });
        }
    }

    /// Makes the headings agree with what people decided: renamed, merged, dissolved, and all of that undone.
    pub(super) fn fit(&mut self, board: &ThemeBoard) {
        self.headings.clear();
        for listed in &self.listed {
            let id = listed.heading.id;
            let decided = board.decided().iter().find(|theme| theme.id == id);
            let stands = board.heir(id) == Some(id)
                && !board.is_hidden(id)
                && (listed.from_start || decided.is_some());
            if stands && self.headings.len() < SORT_HEADINGS_MAX {
                let label = decided.map_or(&listed.heading.label, |theme| &theme.label).clone();
                self.headings.push(SortHeading { id, label });
            }
        }
        for listed in &mut self.listed {
            let heir = board.heir(listed.heading.id);
            listed.counts_for = heir.filter(|heir| self.headings.iter().any(|heading| heading.id == *heir));
        }
    }

    /// Takes in the engine's view of an answer: a score in millionths for each heading on which it had none yet.
    ///
    /// The first view stays: a later one has read what the room placed, and would count its taps twice.
    pub(super) fn prime(&mut self, answer: AnswerId, scores: &[(ThemeId, i64)]) {
        let known = self.priors.entry(answer).or_default();
        for (heading, score) in scores {
            known.entry(*heading).or_insert(*score);
        }
    }

    /// Whether the engine's view of an answer is known for every heading.
    pub fn is_primed(&self, answer: AnswerId) -> bool {
        self.headings.iter().all(|heading| self.is_primed_for(answer, heading.id))
    }

    /// Whether the engine's view of an answer is known for this heading.
    pub(super) fn is_primed_for(&self, answer: AnswerId, heading: ThemeId) -> bool {
        self.priors.get(&answer).is_some_and(|scores| scores.contains_key(&heading))
    }

    /// Counts a tap on one of the first `shown` headings that were listed, or on none of them; `weight` in thousandths.
    pub(super) fn tap(
        &mut self,
        who: Pseudonym,
        answer: AnswerId,
        choice: Option<ThemeId>,
        shown: u8,
        weight: u16,
    ) {
        let chosen = choice.and_then(|choice| self.counts_for(choice, shown));
        if chosen.is_none() && choice.is_some() || !self.placed.entry(who).or_default().insert(answer) {
            return;
        }
        let shown = usize::from(shown);
        let offered = self.listed.iter().take(shown).filter(|one| one.counts_for == Some(one.heading.id));
        let random = RANDOM / (offered.count() as f64 + 1.0);
        let weigh =
            |odds: f64| (odds.ln() * UNIT).round() as i64 * i64::from(weight.min(FULL_WEIGHT)) / 1_000;
        let (hit, miss) = (weigh(1.0 - RANDOM + random), weigh(random));
        let none = if choice.is_none() { hit } else { miss };
        let evidence = self.evidence.entry(answer).or_default();
        for (index, listed) in self.listed.iter().enumerate() {
            let is_chosen = chosen.is_some() && listed.counts_for == chosen;
            if is_chosen || index < shown {
                let score = evidence.themes.entry(listed.heading.id).or_insert(evidence.none);
                *score += if is_chosen { hit } else { miss };
            } else if let Some(score) = evidence.themes.get_mut(&listed.heading.id) {
                // This person was not shown it; somebody else was before.
                *score += none;
            }
        }
        evidence.none += none;
        evidence.taps += 1;
    }

    pub(super) fn forget(&mut self, answer: AnswerId) {
        self.priors.remove(&answer);
        self.evidence.remove(&answer);
        for placed in self.placed.values_mut() {
            placed.remove(&answer);
        }
        self.placed.retain(|_, placed| !placed.is_empty());
    }
}
