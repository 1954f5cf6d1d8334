//! What an event touched: which parts of the views are to be drawn again, and which rows are to be erased.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{AnswerId, AskedId, ItemId, Pseudonym};

/// A part of the views that changes as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Title, language, place, date.
    Details,
    /// Headings of one's own.
    Concepts,
    /// What is shown now.
    Stage,
    /// The clock beside it.
    Timer,
    /// What phones may signal.
    Signals,
    /// Whether people may put questions to the speaker, which is answered now, and whether the projector shows them.
    Asking,
    /// The facilitator's programme.
    Programme,
    /// Further links.
    Links,
    /// The facilitator's notes.
    Notes,
    /// The password at the door.
    Password,
    /// Roles to choose from.
    Roles,
    /// How many have chosen which.
    RoleCounts,
    /// How many have joined.
    Attendance,
    /// Points of the quiz, or nicknames that went or came back.
    Leaderboard,
    /// Nicknames that were chosen.
    Nicknames,
    /// A question's phase and who sees its results.
    Question(ItemId),
    /// A question's answers that wait for the facilitator.
    Awaiting(ItemId),
    /// A question's themes.
    Themes(ItemId),
    /// How far the room's sorting has come.
    Sorting(ItemId),
    /// The votes on a question's answers.
    Statements(ItemId),
}

/// What events touched since the last look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effects {
    /// Parts to draw again.
    pub parts: BTreeSet<Part>,
    /// Answers that came, went, or came back.
    pub answers: BTreeMap<ItemId, BTreeSet<AnswerId>>,
    /// Questions where what the room may sort, under what, or the engine's view of it changed, by other than a tap.
    pub sortable: BTreeSet<ItemId>,
    /// Questions whose answers are all to be sent again.
    pub reloads: BTreeSet<ItemId>,
    /// Questions to the speaker that came, went, or were put elsewhere.
    pub asked: BTreeSet<AskedId>,
    /// Questions to the speaker with another number of votes.
    pub voted: BTreeSet<AskedId>,
    /// Rows of the log whose payload is to be erased for good.
    pub erasable: Vec<u64>,
    /// Whose own answers changed by another's hand.
    pub holders: Holders,
    /// Whose own questions to the speaker did, by their names for those.
    pub askers: BTreeSet<Pseudonym>,
}

/// People whose phones must be told how their own answers stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holders {
    /// All of them.
    pub all: bool,
    /// These, each by the name for one question.
    pub some: BTreeSet<(ItemId, Pseudonym)>,
}

impl Effects {
    /// Adds what another event touched.
    pub fn merge(&mut self, other: Effects) {
        self.parts.extend(other.parts);
        for (item, answers) in other.answers {
            self.answers.entry(item).or_default().extend(answers);
        }
        self.sortable.extend(other.sortable);
        self.reloads.extend(other.reloads);
        self.asked.extend(other.asked);
        self.voted.extend(other.voted);
        self.askers.extend(other.askers);
        self.erasable.extend(other.erasable);
        self.holders.all |= other.holders.all;
        self.holders.some.extend(other.holders.some);
    }

    /// Whether nothing is to be drawn again.
    pub fn is_quiet(&self) -> bool {
        self.parts.is_empty()
            && self.answers.is_empty()
            && self.reloads.is_empty()
            && self.asked.is_empty()
            && self.voted.is_empty()
    }

    pub(super) fn touch(&mut self, part: Part) {
        self.parts.insert(part);
    }

    pub(super) fn everything(&mut self) {
        self.parts.extend([
            Part::Details,
            Part::Concepts,
            Part::Stage,
            Part::Signals,
            Part::Asking,
            Part::Programme,
            Part::Attendance,
        ]);
    }

    pub(super) fn stage_changed(&mut self) {
        self.parts.extend([Part::Stage, Part::Programme]);
    }

    pub(super) fn programme_changed(&mut self) {
        self.parts.extend([Part::Stage, Part::Programme]);
    }

    pub(super) fn question_changed(&mut self, item: ItemId) {
        self.parts.extend([Part::Stage, Part::Programme, Part::Question(item)]);
    }

    /// A tap moves an answer between themes.
    pub(super) fn sorted(&mut self, item: ItemId) {
        self.parts.extend([Part::Sorting(item), Part::Themes(item)]);
    }

    /// A person's hand on the themes, a start or an end of the room's sorting, or the engine's view for it.
    pub(super) fn rearranged(&mut self, item: ItemId) {
        self.sorted(item);
        self.sortable.insert(item);
    }

    pub(super) fn reload(&mut self, item: ItemId) {
        self.reloads.insert(item);
        self.rearranged(item);
    }

    pub(super) fn answer_changed(&mut self, item: ItemId, answer: AnswerId) {
        self.answers.entry(item).or_default().insert(answer);
    }

    pub(super) fn forgotten(&mut self, item: ItemId, answer: AnswerId, row: Option<u64>) {
        if let Some(row) = row {
            self.erasable.push(row);
            self.answer_regrouped(item, answer);
        }
    }

    /// An answer that may belong to a theme went or came back.
    pub(super) fn answer_regrouped(&mut self, item: ItemId, answer: AnswerId) {
        self.answer_changed(item, answer);
        self.touch(Part::Themes(item));
    }

    pub(super) fn superseded(&mut self, row: Option<u64>) {
        self.erasable.extend(row);
    }

    pub(super) fn holder(&mut self, item: ItemId, who: Pseudonym) {
        self.holders.some.insert((item, who));
    }

    pub(super) fn all_holders(&mut self) {
        self.holders.all = true;
    }
}
