//! What people answer a choice with in words of their own, beside its options.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Step;
use crate::session::text::OtherText;

/// Most different texts that are told to the facilitator, of those the room reads and of those it does not.
const TEXTS_TOLD_MAX: usize = 200;
/// Most different texts that the room is told: four pages on the projector.
const TEXTS_SHOWN_MAX: usize = 40;
/// Most different texts that phones are told.
const TEXTS_ON_PHONES_MAX: usize = 10;

/// Whether the room may read a text. Its answer counts either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// It may.
    #[default]
    Shown,
    /// It waits for the facilitator, or the facilitator has hidden it.
    Withheld,
}

/// How many wrote each text; adding or taking away one costs the logarithm of how many different ones there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherTally {
    count: u64,
    shown: Texts,
    withheld: Texts,
}

/// By the text in lower case; each with the ways it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Texts(BTreeMap<String, BTreeMap<OtherText, u64>>);

/// One text, and how many wrote it, in upper or lower case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct OtherCount {
    /// As most wrote it.
    pub text: OtherText,
    /// How many people.
    #[ts(type = "number")]
    pub count: u64,
}

/// What is shown of answers in words of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct OtherView {
    /// How many people wrote something, whether the room may read it or not.
    #[ts(type = "number")]
    pub count: u64,
    /// What they wrote and the room may read, most people first: the commonest where there are many.
    pub texts: Vec<OtherCount>,
    /// How many different texts the room may read.
    #[ts(type = "number")]
    pub different: u64,
    /// What waits for the facilitator or was hidden. Facilitator only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<OtherCount>,
}

impl OtherTally {
    /// Counts a text that the room may read, or takes a counted one away.
    pub fn count(&mut self, text: &OtherText, step: Step) {
        step.of(&mut self.count, 1);
        self.shown.count(text, step);
    }

    /// Keeps a counted text from the room, or shows it again.
    pub fn withhold(&mut self, text: &OtherText, step: Step) {
        self.withheld.count(text, step);
        self.shown.count(text, step.reverse());
    }

    /// Whether the room may read this text, where somebody wrote it: not if it is kept from the room for anybody.
    pub fn reading(&self, text: &OtherText) -> Option<Reading> {
        let folded = text.folded();
        if self.withheld.0.contains_key(&folded) {
            Some(Reading::Withheld)
        } else {
            self.shown.0.contains_key(&folded).then_some(Reading::Shown)
        }
    }

    /// Everything there is to show of it.
    pub fn view(&self) -> OtherView {
        OtherView {
            count: self.count,
            texts: self.shown.counts(),
            different: self.shown.0.len() as u64,
            withheld: self.withheld.counts(),
        }
    }
}

impl Texts {
    fn count(&mut self, text: &OtherText, step: Step) {
        let folded = text.folded();
        let ways = self.0.entry(folded.clone()).or_default();
        let count = ways.entry(text.clone()).or_default();
        step.of(count, 1);
        if *count == 0 {
            ways.remove(text);
        }
        if ways.is_empty() {
            self.0.remove(&folded);
        }
    }

    /// Most people first; of equally many in the order of the alphabet, so that nothing tells who came first.
    fn counts(&self) -> Vec<OtherCount> {
        let of = |ways: &BTreeMap<OtherText, u64>| {
            let commonest = ways.iter().rev().max_by_key(|(_, count)| **count);
            let text = commonest.map(|(text, _)| text.clone()).unwrap_or_default();
            OtherCount { text, count: ways.values().sum() }
        };
        let mut counts: Vec<OtherCount> = self.0.values().map(of).collect();
        counts.sort_by_key(|each| std::cmp::Reverse(each.count));
        counts
    }
}

impl OtherView {
    /// What the facilitator is told of it: the commonest.
    pub(in crate::session) fn for_the_facilitator(mut self) -> Self {
        self.texts.truncate(TEXTS_TOLD_MAX);
        self.withheld.truncate(TEXTS_TOLD_MAX);
        self
    }

    /// What the room is told of it: nothing that is kept from it.
    pub(in crate::session) fn for_the_room(mut self) -> Self {
        self.withheld.clear();
        self.texts.truncate(TEXTS_SHOWN_MAX);
        self
    }

    /// What phones are told of it.
    pub(in crate::session) fn for_phones(mut self) -> Self {
        self.texts.truncate(TEXTS_ON_PHONES_MAX);
        self
    }
}
