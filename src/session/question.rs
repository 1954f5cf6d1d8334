//! What is known about one question: its answers, who holds them, and its results.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Answer, Held};
use super::arrangement::Arrangement;
use super::board::ThemeBoard;
use super::event::{ClosedBy, ErasedAnswer};
use super::facilitator_command::ResultsTo;
use super::ids::{AnswerId, AnswerKey, Pseudonym, ThemeId};
use super::kinds::{AnswerContent, Ask, Reading, Step, Tally};
use super::piling::RoomPiles;
use super::plan::ResultsPlan;
use super::rounds::FirstRound;
use super::scores::Scores;
use super::sorting::{RoomSort, SortHeading};
use super::statements::Statements;
use super::text::{Heading, OtherText};

/// Whether people can answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Not opened yet.
    #[default]
    Waiting,
    /// Answers are let in.
    Open,
    /// Answers were let in and are no longer.
    Closed(ClosedBy),
}

/// The state of one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionState {
    /// Whether people can answer.
    pub phase: Phase,
    /// Who sees results as planned.
    pub(super) results_plan: ResultsPlan,
    /// Who sees them by the facilitator's decision.
    pub(super) results_decided: Option<ResultsTo>,
    turned: Turned,
    /// Counts resets and their undoing, so that a phone knows when what it held is gone.
    pub round: u32,
    /// Answers that count.
    pub standing: BTreeMap<AnswerId, Answer>,
    /// Answers that wait for the facilitator; nobody else sees them, and they do not count yet.
    pub awaiting: BTreeMap<AnswerId, Answer>,
    /// The first round, where a second one was begun.
    pub first: Option<FirstRound>,
    /// Answers a facilitator removed, with the time in milliseconds; they come back or are erased.
    pub removed: BTreeMap<AnswerId, (Answer, i64)>,
    /// Themes of an open question.
    pub board: ThemeBoard,
    /// Sorting by the room, if it was ever started.
    pub sort: Option<RoomSort>,
    /// Piles made by the room, if it was ever asked for them.
    pub piles: Option<RoomPiles>,
    /// What people said of each other's answers, if they were ever asked to.
    pub statements: Option<Statements>,
    /// What answers add up to, where they are no free text.
    pub tally: Tally,
    /// What the answers to a quiz question are worth.
    pub(super) scores: Option<Scores>,
    pub(super) held: BTreeMap<Pseudonym, BTreeMap<AnswerKey, Held>>,
    pub(super) shelf: Option<Shelf>,
    /// How many answers of each person stand or wait.
    pub(super) people: BTreeMap<Pseudonym, u64>,
}

/// What answers that came or went have turned, until it is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Turned {
    /// Who sees results.
    pub results: bool,
    /// Which answers wait for the facilitator.
    pub awaiting: bool,
}

/// What the latest reset took away.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shelf {
    pub answers: BTreeMap<AnswerId, Answer>,
    /// Those of them that waited for the facilitator.
    pub awaiting: BTreeSet<AnswerId>,
    pub first: Option<FirstRound>,
    pub board: ThemeBoard,
    pub sort: Option<RoomSort>,
    pub piles: Option<RoomPiles>,
    pub statements: Option<Statements>,
    pub at_ms: i64,
}

impl Shelf {
    /// Every answer on it, of the first round too.
    pub fn ids(&self) -> impl Iterator<Item = AnswerId> {
        let first = self.first.iter().flat_map(|first| first.answers.keys());
        self.answers.keys().chain(first).copied()
    }
}

impl QuestionState {
    pub(super) fn new(ask: &Ask) -> Self {
        let mut question = QuestionState::default();
        question.fit_tally(ask);
        question
    }

    /// Who sees results now.
    pub fn results(&self) -> ResultsTo {
        match self.results_decided {
            Some(to) => to,
            None if self.results_wait_for().is_some() => ResultsTo::Facilitator,
            None => self.results_plan.to,
        }
    }

    /// Whether this is a quiz question that the room has seen the end of: nobody can answer any more, and its results are
    /// not kept from the room.
    pub(super) fn is_solved(&self) -> bool {
        self.scores.is_some()
            && matches!(self.phase, Phase::Closed(_))
            && self.results() != ResultsTo::Facilitator
    }

    /// Whether answers are kept from the room for as long as somebody can answer.
    pub(super) fn hides_answers(&self) -> bool {
        self.scores.is_some() && !matches!(self.phase, Phase::Closed(_))
    }

    /// For how many people the results wait, if they do.
    pub fn results_wait_for(&self) -> Option<u32> {
        let from = self.results_plan.from_people;
        (self.results_decided.is_none() && self.people() < from as usize).then_some(from)
    }

    /// What has turned since this was last asked.
    pub(super) fn take_turned(&mut self) -> Turned {
        std::mem::take(&mut self.turned)
    }

    /// The themes as everybody sees them.
    pub fn arrangement(&self) -> Arrangement {
        self.board.arrangement(&self.standing, self.sort.as_ref())
    }

    /// Answers that the room may sort: those that stand, that it may see, and that no person has placed.
    pub fn sortable(&self) -> impl Iterator<Item = AnswerId> {
        let decided: BTreeSet<AnswerId> =
            self.board.decided().iter().flat_map(|theme| theme.answers.iter().copied()).collect();
        let set_aside = self.board.set_aside();
        let hidden = self.hidden();
        self.standing
            .keys()
            .copied()
            .filter(move |id| !decided.contains(id) && !set_aside.contains(id) && !hidden.contains(id))
    }

    /// Whether the room may sort this answer. Costs a look at what people placed by hand, not at all answers, unless a
    /// theme is hidden.
    pub fn is_sortable(&self, answer: AnswerId) -> bool {
        self.standing.contains_key(&answer)
            && !self.board.decided().iter().any(|theme| theme.answers.contains(&answer))
            && !self.board.set_aside().contains(&answer)
            && !self.hidden().contains(&answer)
    }

    /// Answers that people may vote on: those that stand and that the room may see.
    pub fn votable(&self) -> impl Iterator<Item = AnswerId> {
        let hidden = self.hidden();
        self.standing.keys().copied().filter(move |id| !hidden.contains(id))
    }

    /// Whether people may vote on this answer. Costs no look at all answers, unless a theme is hidden.
    pub fn is_votable(&self, answer: AnswerId) -> bool {
        self.standing.contains_key(&answer) && !self.hidden().contains(&answer)
    }

    /// Answers in themes that the room does not see.
    pub fn hidden(&self) -> BTreeSet<AnswerId> {
        if self.board.hides() { self.arrangement().hidden() } else { BTreeSet::new() }
    }

    /// Whether the room sorts and there are answers on which the engine's view is not known.
    pub fn wants_priming(&self) -> bool {
        let sort = self.sort.as_ref().filter(|sort| sort.running);
        sort.is_some_and(|sort| self.sortable().any(|answer| !sort.is_primed(answer)))
    }

    /// Whether the latest suggestion regards all that counts, and the room is not about to make it out of date.
    pub fn is_grouped(&self) -> bool {
        let regards = |at| self.standing.values().all(|answer| answer.position < at);
        !self.is_sorted_by_room() && self.board.suggested_at().is_some_and(regards)
    }

    /// Whether phones are given answers to sort or to pile.
    pub fn is_sorted_by_room(&self) -> bool {
        self.sort.as_ref().is_some_and(|sort| sort.running)
            || self.piles.as_ref().is_some_and(|piles| piles.running)
    }

    /// How many people have an answer that counts, or that waits to.
    pub fn people(&self) -> usize {
        self.people.len()
    }

    /// Whether answers of the latest reset can be brought back.
    pub fn can_undo_reset(&self) -> bool {
        self.shelf.is_some()
    }

    /// Whether any answer counts, waits, or counted in the first round.
    pub fn has_answers(&self) -> bool {
        !self.standing.is_empty() || !self.awaiting.is_empty() || self.first.is_some()
    }

    /// Every answer that counts, waits, or counted in the first round.
    pub(super) fn ids(&self) -> impl Iterator<Item = AnswerId> {
        let first = self.first.iter().flat_map(|first| first.answers.keys());
        self.standing.keys().chain(self.awaiting.keys()).chain(first).copied()
    }

    /// The answers of the first round, where this is the second.
    pub fn first_answers(&self) -> impl Iterator<Item = AnswerId> {
        self.first.iter().flat_map(|first| first.answers.keys()).copied()
    }

    /// An answer that stands or waits.
    pub(super) fn given(&self, id: AnswerId) -> Option<&Answer> {
        self.standing.get(&id).or_else(|| self.awaiting.get(&id))
    }

    /// What one person holds: key, version and the answer's standing.
    pub fn held_by(&self, who: Pseudonym) -> impl Iterator<Item = (&AnswerKey, &Held)> {
        self.held.get(&who).into_iter().flatten()
    }

    /// Whether no answer stands or could come back.
    pub(super) fn is_untouched(&self) -> bool {
        !self.has_answers() && self.removed.is_empty() && self.shelf.is_none()
    }

    /// What stays known of an answer when it is erased.
    pub(super) fn erased_answer(&self, id: AnswerId) -> Option<ErasedAnswer> {
        let first_of =
            |first: &Option<FirstRound>| first.as_ref().and_then(|first| first.answers.get(&id).cloned());
        let shelved = || {
            let shelf = self.shelf.as_ref()?;
            shelf.answers.get(&id).cloned().or_else(|| first_of(&shelf.first))
        };
        let removed = || self.removed.get(&id).map(|(answer, _)| answer.clone());
        let answer =
            self.given(id).cloned().or_else(removed).or_else(|| first_of(&self.first)).or_else(shelved)?;
        let held = self.held.get(&answer.who).and_then(|keys| keys.get(&answer.key));
        Some(ErasedAnswer {
            answer: id,
            who: answer.who,
            key: answer.key,
            version: held.map_or(1, |held| held.version),
            position: answer.position,
        })
    }

    /// Whether an answer is this person's own.
    pub fn is_held_by(&self, who: Pseudonym, answer: AnswerId) -> bool {
        self.held_by(who).any(|(_, held)| held.answer == Some(answer))
    }

    /// How many answers of a person count, apart from the one under this key.
    pub(super) fn standing_besides(&self, who: Pseudonym, key: &AnswerKey) -> usize {
        self.held_by(who)
            .filter(|(other, _)| *other != key)
            .filter(|(_, held)| held.answer.is_some_and(|answer| self.given(answer).is_some()))
            .count()
    }

    /// Remembers the latest version of a key, and gives the other answer that it stood for until now.
    pub(super) fn hold(&mut self, who: Pseudonym, key: &AnswerKey, held: Held) -> Option<AnswerId> {
        let before = self.held.entry(who).or_default().insert(key.clone(), held);
        before.and_then(|held| held.answer)
    }

    /// Those of these answers that stand, wait, or can come back.
    ///
    /// Facts on themes name answers whose rows may be erased since; the board holds none of them.
    pub(super) fn known(&self, answers: &[AnswerId]) -> Vec<AnswerId> {
        let shelved = self.shelf.as_ref().map(|shelf| &shelf.answers);
        let known = |id: &AnswerId| {
            self.given(*id).is_some()
                || self.removed.contains_key(id)
                || shelved.is_some_and(|answers| answers.contains_key(id))
        };
        answers.iter().copied().filter(known).collect()
    }

    pub(super) fn fit_tally(&mut self, ask: &Ask) {
        if let Some(first) = &mut self.first {
            first.fit_tally(ask);
        }
        self.tally = Tally::of(ask);
        let mut scores = Scores::of(ask);
        for answer in self.standing.values() {
            answer.count_in(&mut self.tally, Step::Add);
            if let Some(scores) = &mut scores {
                scores.add(answer);
            }
        }
        self.scores = scores.map(|scores| scores.in_place_of(self.scores.take()));
    }

    pub(super) fn stand(&mut self, id: AnswerId, answer: Answer) {
        answer.count_in(&mut self.tally, Step::Add);
        if let Some(scores) = &mut self.scores {
            scores.add(&answer);
        }
        if let Some(first) = &mut self.first {
            first.compare(answer.who, &answer.content, Step::Add);
        }
        self.count_person(answer.who, Step::Add);
        self.standing.insert(id, answer);
    }

    pub(super) fn unstand(&mut self, id: AnswerId) -> Option<Answer> {
        let answer = self.standing.remove(&id)?;
        answer.count_in(&mut self.tally, Step::TakeAway);
        if let Some(scores) = &mut self.scores {
            scores.take_away(&answer);
        }
        if let Some(first) = &mut self.first {
            first.compare(answer.who, &answer.content, Step::TakeAway);
        }
        self.count_person(answer.who, Step::TakeAway);
        Some(answer)
    }

    /// Takes in an answer that waits for the facilitator.
    pub(super) fn await_approval(&mut self, id: AnswerId, answer: Answer) {
        self.count_person(answer.who, Step::Add);
        self.turned.awaiting = true;
        self.awaiting.insert(id, answer);
    }

    /// Takes an answer from those that wait.
    pub(super) fn unawait(&mut self, id: AnswerId) -> Option<Answer> {
        let answer = self.awaiting.remove(&id)?;
        self.turned.awaiting = true;
        self.count_person(answer.who, Step::TakeAway);
        Some(answer)
    }

    /// Takes an answer out of the first round, where it can be brought back.
    pub(super) fn take_from_first(&mut self, id: AnswerId) -> Option<Answer> {
        let second = self.said_after(id);
        self.first.as_mut()?.take(id, second.as_ref())
    }

    /// Brings a removed answer back to where it counted.
    pub(super) fn bring_back(&mut self, id: AnswerId, answer: Answer) {
        if let Some(first) = self.shelf.as_mut().and_then(|shelf| shelf.first.as_mut()) {
            first.let_go(id);
        }
        let second = self.said_by(answer.who).cloned();
        match &mut self.first {
            Some(first) if first.took(id) => first.give_back(id, answer, second.as_ref()),
            Some(_) | None => self.stand(id, answer),
        }
    }

    /// Whether an answer was taken out of the first round and can be brought back there.
    pub(super) fn is_taken_from_first(&self, id: AnswerId) -> bool {
        self.first.as_ref().is_some_and(|first| first.took(id))
    }

    /// Whether an answer counts in the first round.
    pub(super) fn is_of_first_round(&self, id: AnswerId) -> bool {
        self.first.as_ref().is_some_and(|first| first.answers.contains_key(&id))
    }

    /// Whether the room may read a text of somebody's own, where one of either round says it.
    pub(super) fn reading_of(&self, text: &OtherText) -> Option<Reading> {
        match (self.tally.reading(text), self.first.as_ref().and_then(|first| first.tally.reading(text))) {
            (Some(Reading::Withheld), _) | (_, Some(Reading::Withheld)) => Some(Reading::Withheld),
            (second, first) => second.or(first),
        }
    }

    /// Keeps the words of an answer to a choice from the room or shows them, and tells whether it is known.
    pub(super) fn set_reading(&mut self, id: AnswerId, reading: Reading) -> bool {
        if let Some(mut answer) = self.unstand(id) {
            answer.reading = reading;
            self.stand(id, answer);
            return true;
        }
        if self.first.as_mut().is_some_and(|first| first.set_reading(id, reading)) {
            return true;
        }
        let shelved = self.shelf.as_mut().and_then(|shelf| {
            let first = shelf.first.as_mut().is_some_and(|first| first.set_reading(id, reading));
            if first { None } else { shelf.answers.get_mut(&id) }
        });
        match self.removed.get_mut(&id).map(|(answer, _)| answer).or(shelved) {
            Some(answer) => answer.reading = reading,
            None => return false,
        }
        true
    }

    /// Every answer that counts, counted in the first round, was removed, or was reset away.
    pub(super) fn kept(&self) -> impl Iterator<Item = (AnswerId, &Answer)> {
        let first = self.first.iter().flat_map(|first| &first.answers);
        let shelved = self.shelf.iter().flat_map(|shelf| {
            shelf.answers.iter().chain(shelf.first.iter().flat_map(|first| &first.answers))
        });
        let kept = self.standing.iter().chain(first).chain(shelved).map(|(id, answer)| (*id, answer));
        kept.chain(self.removed.iter().map(|(id, (answer, _))| (*id, answer)))
    }

    fn count_person(&mut self, who: Pseudonym, step: Step) {
        let before = self.results();
        let count = self.people.entry(who).or_default();
        step.of(count, 1);
        if *count == 0 {
            self.people.remove(&who);
        }
        self.turned.results ^= self.results() != before;
    }

    /// What a person has answered, where each gives one answer.
    fn said_by(&self, who: Pseudonym) -> Option<&AnswerContent> {
        let (_, held) = self
            .held_by(who)
            .find(|(_, held)| held.answer.is_some_and(|id| self.standing.contains_key(&id)))?;
        Some(&self.standing.get(&held.answer?)?.content)
    }

    /// What the person of an answer of the first round has said in the second.
    fn said_after(&self, id: AnswerId) -> Option<AnswerContent> {
        let who = self.first.as_ref()?.answers.get(&id)?.who;
        self.said_by(who).cloned()
    }

    /// Takes in the engine's view of answers that are known.
    pub(super) fn prime_sorting(&mut self, priors: &[(AnswerId, Vec<(ThemeId, i64)>)]) {
        let known: BTreeSet<AnswerId> =
            self.known(&priors.iter().map(|(answer, _)| *answer).collect::<Vec<_>>()).into_iter().collect();
        let Some(sort) = &mut self.sort else { return };
        for (answer, scores) in priors.iter().filter(|(answer, _)| known.contains(answer)) {
            sort.prime(*answer, scores);
        }
    }

    /// A theme that a person names while the room sorts becomes a heading, and always one that took up a heading.
    pub(super) fn add_heading(&mut self, theme: ThemeId, label: &Heading, absorbed: Option<ThemeId>) {
        let Some(sort) = &mut self.sort else { return };
        let took_up = absorbed.is_some_and(|id| sort.headings().iter().any(|heading| heading.id == id));
        if sort.running || took_up {
            sort.add_heading(SortHeading { id: theme, label: label.clone() });
        }
    }

    /// Makes the room's headings agree with what people decided.
    pub(super) fn fit_sorting(&mut self) {
        if let Some(sort) = &mut self.sort {
            sort.fit(&self.board);
        }
    }

    /// Lets go of what the latest reset took away and gives the rows to erase.
    ///
    /// Answers are still there only when the row that replaced them is erased before theirs.
    pub(super) fn forget_shelf(&mut self) -> Vec<u64> {
        let left: Vec<AnswerId> = self.shelf.iter().flat_map(Shelf::ids).collect();
        let rows = left.into_iter().filter_map(|id| self.forget(id)).collect();
        self.shelf = None;
        rows
    }

    /// Forgets an answer wherever it is and gives the row to erase.
    pub(super) fn forget(&mut self, id: AnswerId) -> Option<u64> {
        let shelved = self.shelf.as_mut().and_then(|shelf| {
            shelf.board.forget(id);
            if let Some(sort) = &mut shelf.sort {
                sort.forget(id);
            }
            if let Some(piles) = &mut shelf.piles {
                piles.forget(id);
            }
            if let Some(statements) = &mut shelf.statements {
                statements.forget(id);
            }
            shelf.awaiting.remove(&id);
            let first = shelf.first.as_mut().and_then(|first| {
                first.let_go(id);
                first.forget(id, None)
            });
            shelf.answers.remove(&id).or(first)
        });
        let second = self.said_after(id);
        let first = self.first.as_mut().and_then(|first| {
            first.let_go(id);
            first.forget(id, second.as_ref())
        });
        let answer = self
            .unstand(id)
            .or_else(|| self.unawait(id))
            .or_else(|| self.removed.remove(&id).map(|(answer, _)| answer))
            .or(first)
            .or(shelved)?;
        self.board.forget(id);
        if let Some(sort) = &mut self.sort {
            sort.forget(id);
        }
        if let Some(piles) = &mut self.piles {
            piles.forget(id);
        }
        if let Some(statements) = &mut self.statements {
            statements.forget(id);
        }
        if let Some(held) = self.held.get_mut(&answer.who).and_then(|keys| keys.get_mut(&answer.key))
            && held.answer == Some(id)
        {
            held.answer = None;
        }
        Some(answer.position)
    }
}
