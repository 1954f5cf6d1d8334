//! Answers are grouped beside the task, while they arrive and afresh when nobody looks.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tokio::time::Instant;
use tracing::error;

use super::Live;
use crate::hub::message::Message;
use crate::hub::themes;
use crate::session::{ClosedBy, Effects, Event, ItemId, Part, Phase, QuestionState, Questions};
use crate::theming::{FIRST_ANSWERS, Flow, Follower};

/// Between two groupings; more when a grouping takes long.
const THEMES_EVERY: Duration = Duration::from_millis(300);
/// When no answer has come for so long, themes are made of what there is.
const CALM_AFTER: Duration = Duration::from_secs(5);

/// What is to be grouped, and what the engine keeps from one grouping to the next.
pub(super) struct Groups {
    /// Questions with something new.
    waiting: BTreeSet<ItemId>,
    /// Questions to be grouped afresh, since nobody looks at them any more.
    afresh: BTreeSet<ItemId>,
    /// Those that were, and have had no answer since.
    settled: BTreeSet<ItemId>,
    /// When a question with few answers is calm.
    calm_at: BTreeMap<ItemId, Instant>,
    followers: BTreeMap<ItemId, Follower>,
    /// How often each grouping was changed from elsewhere.
    turns: BTreeMap<ItemId, u64>,
    /// How many hands had been parted at the last look.
    piled: BTreeMap<ItemId, usize>,
    working: bool,
    next_at: Instant,
}

/// What a grouping learnt, and when it was begun.
pub(in crate::hub) struct Learnt {
    follower: Follower,
    turn: u64,
}

impl Groups {
    pub fn of(questions: &Questions) -> Self {
        // What stands is taken up as it is; only answers that came after it are looked at.
        let behind =
            questions.iter().filter(|(_, question)| question.has_answers() && !question.is_grouped());
        let piled =
            questions.iter().filter_map(|(id, question)| Some((*id, question.piles.as_ref()?.hands().len())));
        Groups {
            waiting: behind.map(|(id, _)| *id).collect(),
            afresh: BTreeSet::new(),
            settled: BTreeSet::new(),
            calm_at: BTreeMap::new(),
            followers: BTreeMap::new(),
            turns: BTreeMap::new(),
            piled: piled.collect(),
            working: false,
            next_at: Instant::now(),
        }
    }

    /// A question is to be looked at again.
    pub fn wake(&mut self, item: ItemId) {
        self.waiting.insert(item);
    }

    /// The grouping was changed from elsewhere: what was learnt on the way is out of date, and so is what is on its way.
    pub fn forget(&mut self, item: ItemId) {
        self.followers.remove(&item);
        *self.turns.entry(item).or_default() += 1;
    }

    /// Whether the room has made piles since the last look, or let go of them.
    fn piles_changed(&mut self, item: ItemId, question: &QuestionState) -> bool {
        let hands = question.piles.as_ref().map_or(0, |piles| piles.hands().len());
        self.piled.insert(item, hands).unwrap_or(0) != hands
    }

    /// A grouping came back; gives whether it is still good.
    pub fn done(&mut self, item: ItemId, learnt: Box<Learnt>) -> bool {
        self.working = false;
        let good = learnt.turn == self.turn(item);
        if good {
            self.followers.insert(item, learnt.follower);
        } else {
            self.waiting.insert(item);
        }
        good
    }

    /// A grouping failed; the next change is grouped again.
    pub fn failed(&mut self) {
        self.working = false;
    }

    fn turn(&self, item: ItemId) -> u64 {
        self.turns.get(&item).copied().unwrap_or(0)
    }

    /// Whether nothing is under way or waits.
    pub fn are_idle(&self) -> bool {
        !self.working && self.waiting.is_empty() && self.calm_at.is_empty()
    }

    fn due(&self) -> Option<Instant> {
        let waiting = (!self.waiting.is_empty() && !self.working).then_some(self.next_at);
        waiting.into_iter().chain(self.calm_at.values().copied()).min()
    }
}

impl Live {
    pub(super) fn grouping_due(&self) -> Option<Instant> {
        self.groups.due()
    }

    /// What has touched answers asks for a grouping.
    pub(super) fn note_grouping(&mut self, effects: &Effects) {
        for item in effects.answers.iter().filter(|(_, answers)| !answers.is_empty()).map(|(item, _)| item) {
            self.groups.waiting.insert(*item);
            self.groups.settled.remove(item);
            let few = |question: &QuestionState| question.standing.len() < FIRST_ANSWERS;
            if self.session.questions.get(item).is_some_and(few) {
                self.groups.calm_at.insert(*item, Instant::now() + CALM_AFTER);
            } else {
                self.groups.calm_at.remove(item);
            }
        }
        for item in &effects.reloads {
            self.groups.waiting.insert(*item);
        }
        // Piles say anew what belongs together, and so does their going.
        for part in &effects.parts {
            if let Part::Sorting(item) = part
                && self
                    .session
                    .questions
                    .get(item)
                    .is_some_and(|question| self.groups.piles_changed(*item, question))
            {
                self.groups.waiting.insert(*item);
            }
        }
    }

    /// A question that was closed is calm. One that nobody looks at any more, and whose themes no person has had a hand
    /// in, is grouped afresh; on the screen nothing is moved without being asked.
    pub(super) fn note_closing(&mut self, event: &Event) {
        if let Event::QuestionReset { item, .. } | Event::ResetUndone { item, .. } = event {
            self.groups.forget(*item);
        }
        if let Event::QuestionClosed { item, .. } = event {
            self.groups.wake(*item);
        } else if !matches!(event, Event::ItemStarted { .. } | Event::StageCleared | Event::SessionEnded) {
            return;
        }
        let current = self.session.current();
        for (item, question) in &self.session.questions {
            let closed = matches!(question.phase, Phase::Closed(ClosedBy::Hand | ClosedBy::Leaving));
            let untouched = !question.board.edited() && question.sort.is_none();
            let unseen = current != Some(*item);
            if closed && untouched && unseen && question.has_answers() && self.groups.settled.insert(*item) {
                self.groups.afresh.insert(*item);
                self.groups.waiting.insert(*item);
            }
        }
    }

    pub(super) fn group(&mut self, now: Instant) {
        let calm: Vec<ItemId> =
            self.groups.calm_at.iter().filter(|(_, at)| **at <= now).map(|(item, _)| *item).collect();
        for item in calm {
            self.groups.calm_at.remove(&item);
            self.groups.waiting.insert(item);
        }
        if self.groups.working || self.groups.next_at > now {
            return;
        }
        while let Some(item) = self.groups.waiting.pop_first() {
            let Some(work) = themes::work(&self.session, item) else {
                continue;
            };
            let open =
                self.session.questions.get(&item).is_some_and(|question| question.phase == Phase::Open);
            let flow =
                if open && self.groups.calm_at.contains_key(&item) { Flow::Coming } else { Flow::Calm };
            let afresh = self.groups.afresh.remove(&item);
            let turn = self.groups.turn(item);
            let mut follower = self.groups.followers.remove(&item).unwrap_or_default();
            self.groups.working = true;
            self.groups.next_at = now + THEMES_EVERY;
            let inbox = self.inbox.clone();
            let job = tokio::task::spawn_blocking(move || {
                let priors = themes::priors(&work);
                let suggestion = if afresh {
                    follower = Follower::default();
                    themes::regroup(&work)
                } else {
                    themes::follow(&work, &mut follower, flow)
                };
                // A grouping that takes long is followed by a pause as long, so that it takes half a core at most.
                std::thread::sleep(now.elapsed().saturating_sub(THEMES_EVERY));
                (priors, suggestion, Box::new(Learnt { follower, turn }))
            });
            tokio::spawn(async move {
                let made = job.await;
                let Some(inbox) = inbox.upgrade() else { return };
                match made {
                    Ok((priors, suggestion, learnt)) => {
                        if !priors.is_empty() {
                            inbox.send(Message::Prime { item, priors }).await.ok();
                        }
                        inbox.send(Message::Suggest { item, suggestion, learnt }).await.ok();
                    }
                    Err(problem) => {
                        error!(%problem, "answers could not be grouped");
                        inbox.send(Message::NotGrouped).await.ok();
                    }
                }
            });
            return;
        }
    }
}
