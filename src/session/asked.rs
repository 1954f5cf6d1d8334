//! Questions to the speaker: what people ask at any time, and what the others make of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::ids::{AnswerKey, AskedId, Pseudonym};
use super::moderation::Moderation;
use super::text::AskedText;
use super::wilson::wilson_lower;

/// Most questions of one person that are neither answered nor put away.
pub const ASKED_EACH_MAX: usize = 5;
/// Most questions in one session, those put away counted: more than anybody reads.
pub const ASKED_MAX: usize = 500;

/// Whether people may ask, as prepared with a session or decided while it runs; they may not at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskingPlan {
    /// Whether they may ask and vote.
    #[serde(default)]
    pub open: bool,
    /// Which questions wait for the facilitator.
    #[serde(default)]
    pub moderation: Moderation,
}

impl AskingPlan {
    /// Whether nothing else was ever decided than what holds at first.
    pub fn is_usual(&self) -> bool {
        *self == AskingPlan::default()
    }
}

/// Where a question stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum AskedPlace {
    /// It waits for the facilitator, who alone sees it.
    Awaiting,
    /// Everybody sees it and can vote for it.
    Shown,
    /// Everybody sees that it was answered.
    Answered,
    /// Put away: only the facilitator sees it.
    Archived,
    /// Taken away; it comes back or is erased.
    Removed,
}

impl AskedPlace {
    /// Whether the room sees it.
    pub fn is_public(self) -> bool {
        match self {
            AskedPlace::Shown | AskedPlace::Answered => true,
            AskedPlace::Awaiting | AskedPlace::Archived | AskedPlace::Removed => false,
        }
    }
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What was asked.
    pub text: AskedText,
    /// Where it stands.
    pub place: AskedPlace,
    /// How many have voted for it.
    pub votes: u32,
    /// How many could have: people but its owner who voted on any question since it was first shown.
    pub chances: u32,
    /// When it was put where it stands, in milliseconds since 1970.
    pub(super) at_ms: i64,
    /// The log's position of the row that holds it, so that it can be erased.
    pub(super) position: u64,
    /// The log's position at which it was first shown.
    shown_at: Option<u64>,
    /// Whose it is; never part of any view.
    pub(super) who: Pseudonym,
    pub(super) key: AnswerKey,
    voted: BTreeMap<Pseudonym, Vote>,
}

impl Asked {
    /// By which the room's order goes: the lower bound of the share that voted for it.
    pub fn score(&self) -> f64 {
        wilson_lower(self.votes, self.chances)
    }
}

/// What one person last said of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Counts the person's steps on it; a lower one, or the same again, changes nothing.
    pub version: u32,
    /// Whether it is a vote, and not one taken back.
    pub up: bool,
}

/// What stays known of an erased question to the speaker: enough that a late resend of it is not taken for a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `SpeakerAsked`")]
pub struct ErasedAsked {
    pub asked: AskedId,
    pub who: Pseudonym,
    pub key: AnswerKey,
}

/// What the session remembers of one key of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeldAsked {
    /// The log's position of the latest row on it.
    pub position: u64,
    /// The question, unless it was withdrawn or erased.
    pub asked: Option<AskedId>,
}

/// All questions to the speaker.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AskedQuestions {
    /// Whether people may ask, and what waits.
    pub plan: AskingPlan,
    /// Whether the projector shows the questions over the item shown.
    pub on_projector: bool,
    /// The one that is being answered now.
    pub now: Option<AskedId>,
    all: BTreeMap<AskedId, Asked>,
    /// In the order in which they were first shown, by the log's position.
    shown: BTreeSet<(u64, AskedId)>,
    /// The log's position of each voter's latest vote: what was shown before it has been counted for them.
    voters: BTreeMap<Pseudonym, u64>,
    pub(super) held: BTreeMap<Pseudonym, BTreeMap<AnswerKey, HeldAsked>>,
    next: u32,
}

impl AskedQuestions {
    /// Every question that was not erased, in the order they were asked.
    pub fn all(&self) -> &BTreeMap<AskedId, Asked> {
        &self.all
    }

    /// The questions to be voted on, best first: by the lower bound of their share of votes, then by votes, then the one
    /// that was asked first.
    pub fn order(&self) -> Vec<AskedId> {
        let shown = self.all.iter().filter(|(_, asked)| asked.place == AskedPlace::Shown);
        let mut order: Vec<(f64, u32, AskedId)> =
            shown.map(|(id, asked)| (asked.score(), asked.votes, *id)).collect();
        order.sort_by(|(score, votes, id), (other, others, next)| {
            other.total_cmp(score).then(others.cmp(votes)).then(id.cmp(next))
        });
        order.into_iter().map(|(_, _, id)| id).collect()
    }

    /// What a person last said of a question.
    pub fn vote(&self, asked: AskedId, who: Pseudonym) -> Option<Vote> {
        self.all.get(&asked)?.voted.get(&who).copied()
    }

    /// Since when something waits to be erased, in milliseconds since 1970.
    pub(super) fn waits_since(&self) -> Option<i64> {
        let removed = self.all.values().filter(|asked| asked.place == AskedPlace::Removed);
        removed.map(|asked| asked.at_ms).min()
    }

    /// The number of the next question.
    pub(super) fn next(&self) -> AskedId {
        AskedId(self.next.max(1))
    }

    pub(super) fn number_after(&mut self, AskedId(number): AskedId) {
        self.next = self.next.max(number + 1);
    }

    /// Takes a question in; `position` is that of its row.
    pub(super) fn insert(
        &mut self,
        id: AskedId,
        (who, key): (Pseudonym, AnswerKey),
        text: AskedText,
        place: AskedPlace,
        (position, at_ms): (u64, i64),
    ) {
        let asked = Asked {
            text,
            place: AskedPlace::Awaiting,
            votes: 0,
            chances: 0,
            at_ms,
            position,
            shown_at: None,
            who,
            key,
            voted: BTreeMap::new(),
        };
        self.all.insert(id, asked);
        self.put(id, place, (position, at_ms));
    }

    /// Puts a question somewhere else; the one that is answered now is no longer when the room does not wait for it.
    pub(super) fn put(&mut self, id: AskedId, place: AskedPlace, (position, at_ms): (u64, i64)) {
        let Some(asked) = self.all.get_mut(&id) else { return };
        (asked.place, asked.at_ms) = (place, at_ms);
        if place.is_public() && asked.shown_at.is_none() {
            asked.shown_at = Some(position);
            self.shown.insert((position, id));
        }
        if place != AskedPlace::Shown && self.now == Some(id) {
            self.now = None;
        }
    }

    /// Records a vote. Each pair of a voter and a question is counted as a chance once, whatever the number of votes.
    pub(super) fn record_vote(&mut self, id: AskedId, who: Pseudonym, vote: Vote, position: u64) {
        let before = self.voters.insert(who, position).unwrap_or(0);
        for (_, new) in self.shown.range((before + 1, AskedId(0))..) {
            if let Some(asked) = self.all.get_mut(new)
                && asked.who != who
            {
                asked.chances += 1;
            }
        }
        let Some(asked) = self.all.get_mut(&id) else { return };
        let was_up = asked.voted.insert(who, vote).is_some_and(|before| before.up);
        asked.votes = asked.votes + u32::from(vote.up) - u32::from(was_up);
    }

    /// Lets go of a question with its votes; gives it.
    pub(super) fn forget(&mut self, id: AskedId) -> Option<Asked> {
        let asked = self.all.remove(&id)?;
        if let Some(position) = asked.shown_at {
            self.shown.remove(&(position, id));
        }
        if self.now == Some(id) {
            self.now = None;
        }
        Some(asked)
    }
}
