//! Who plays the quiz: nicknames that people chose, points, and places.
//!
//! Everybody plays under one pseudonym for all quiz questions of the session, which no other question shares. A nickname
//! stands beside it; without one a person's points are told to that person alone.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::ids::{PlayerId, Pseudonym};
use super::text::Nickname;

/// Fewest characters of a nickname.
pub(super) const NICKNAME_CHARS_MIN: usize = 2;

/// Nicknames and points; a change of one person's costs the logarithm of how many play.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Players {
    /// Those whose nickname stands, or can come back.
    named: BTreeMap<PlayerId, Player>,
    /// Whose nickname stands.
    by_person: BTreeMap<Pseudonym, PlayerId>,
    /// Nicknames that nobody else can take, folded.
    taken: BTreeMap<String, PlayerId>,
    /// Who has any.
    points: BTreeMap<Pseudonym, u32>,
    /// Nicknames that stand: most points first, equal ones by name.
    board: BTreeSet<(Reverse<u32>, String, PlayerId)>,
    /// How many on the board have so many points.
    by_points: BTreeMap<Reverse<u32>, u32>,
    next: u32,
}

/// A person with a nickname.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    /// As it was chosen.
    pub nickname: Nickname,
    /// When the facilitator took it away, in milliseconds since 1970.
    pub removed_ms: Option<i64>,
    pub(super) who: Pseudonym,
    /// The log's position of the row that holds it, so that it can be erased.
    pub(super) position: u64,
}

/// One row of the list of points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    /// Whose.
    pub player: PlayerId,
    /// The nickname.
    pub nickname: &'a Nickname,
    /// Points of all questions that are counted.
    pub points: u32,
    /// From 1; equal points share a place, and the next one is as far down as there are people above (1-2-2-4).
    pub place: u32,
    pub(super) who: Pseudonym,
}

impl Players {
    /// Whether anybody has ever chosen a nickname.
    pub fn any_named(&self) -> bool {
        self.next > 0
    }

    /// How many nicknames stand.
    pub fn len(&self) -> usize {
        self.board.len()
    }

    /// Whether no nickname stands.
    pub fn is_empty(&self) -> bool {
        self.board.is_empty()
    }

    /// The list of points, from the top.
    pub fn standings(&self) -> impl Iterator<Item = Placed<'_>> {
        let mut above = 0;
        let mut shared: Option<(u32, u32)> = None;
        self.board.iter().filter_map(move |(Reverse(points), _, id)| {
            above += 1;
            let place = shared.filter(|(level, _)| level == points).map_or(above, |(_, place)| place);
            shared = Some((*points, place));
            let player = self.named.get(id)?;
            let nickname = &player.nickname;
            Some(Placed { player: *id, nickname, points: *points, place, who: player.who })
        })
    }

    /// The place that so many points have on the board.
    pub fn place_of(&self, points: u32) -> u32 {
        1 + self.by_points.range(..Reverse(points)).map(|(_, people)| people).sum::<u32>()
    }

    /// Nicknames that were taken away and can come back.
    pub fn removed(&self) -> impl Iterator<Item = (PlayerId, &Player)> {
        self.named.iter().filter(|(_, player)| player.removed_ms.is_some()).map(|(id, player)| (*id, player))
    }

    /// Someone by number, removed or not.
    pub fn player(&self, id: PlayerId) -> Option<&Player> {
        self.named.get(&id)
    }

    /// A person's nickname, if it stands.
    pub fn nickname_of(&self, who: Pseudonym) -> Option<&Nickname> {
        Some(&self.named.get(self.by_person.get(&who)?)?.nickname)
    }

    /// Whether the facilitator took this person's nickname away.
    pub fn lost_name(&self, who: Pseudonym) -> bool {
        !self.by_person.contains_key(&who) && self.removed().any(|(_, player)| player.who == who)
    }

    /// A person's points of all questions that are counted.
    pub fn points_of(&self, who: Pseudonym) -> u32 {
        self.points.get(&who).copied().unwrap_or(0)
    }

    pub(super) fn is_taken(&self, nickname: &Nickname) -> bool {
        self.taken.contains_key(&folded(nickname))
    }

    pub(super) fn next(&self) -> PlayerId {
        PlayerId(self.next.max(1))
    }

    /// All names there are, removed ones too, taken away before a time; all with none.
    pub(super) fn names(&self, removed_before_ms: Option<i64>) -> Vec<PlayerId> {
        let is_due = |player: &Player| {
            removed_before_ms.is_none_or(|before| player.removed_ms.is_some_and(|at_ms| at_ms < before))
        };
        self.named.iter().filter(|(_, player)| is_due(player)).map(|(id, _)| *id).collect()
    }

    pub(super) fn choose(&mut self, id: PlayerId, who: Pseudonym, nickname: &Nickname, position: u64) {
        self.number_from(id.0 + 1);
        self.taken.insert(folded(nickname), id);
        let player = Player { nickname: nickname.clone(), removed_ms: None, who, position };
        self.named.insert(id, player);
        self.seat(id);
    }

    pub(super) fn remove(&mut self, id: PlayerId, at_ms: i64) {
        self.unseat(id);
        if let Some(player) = self.named.get_mut(&id) {
            player.removed_ms = Some(at_ms);
        }
    }

    pub(super) fn restore(&mut self, id: PlayerId) {
        if let Some(player) = self.named.get_mut(&id) {
            player.removed_ms = None;
            self.seat(id);
        }
    }

    /// Forgets a nickname and gives the row to erase.
    pub(super) fn forget(&mut self, id: PlayerId) -> Option<u64> {
        self.unseat(id);
        let player = self.named.remove(&id)?;
        self.taken.remove(&folded(&player.nickname));
        Some(player.position)
    }

    pub(super) fn number_from(&mut self, next: u32) {
        self.next = self.next.max(next);
    }

    /// Gives points, or takes some away where it is negative.
    pub(super) fn give(&mut self, who: Pseudonym, points: i64) {
        let id = self.by_person.get(&who).copied();
        if let Some(id) = id {
            self.unseat(id);
        }
        let sum = (i64::from(self.points_of(who)) + points).max(0) as u32;
        if sum == 0 {
            self.points.remove(&who);
        } else {
            self.points.insert(who, sum);
        }
        if let Some(id) = id {
            self.seat(id);
        }
    }

    /// Puts a nickname on the board with its person's points.
    fn seat(&mut self, id: PlayerId) {
        let Some(player) = self.named.get(&id) else { return };
        let points = Reverse(self.points_of(player.who));
        self.board.insert((points, folded(&player.nickname), id));
        *self.by_points.entry(points).or_default() += 1;
        self.by_person.insert(player.who, id);
    }

    fn unseat(&mut self, id: PlayerId) {
        let Some(player) = self.named.get(&id).filter(|player| player.removed_ms.is_none()) else { return };
        let points = Reverse(self.points_of(player.who));
        self.board.remove(&(points, folded(&player.nickname), id));
        if let Some(people) = self.by_points.get_mut(&points) {
            *people -= 1;
            if *people == 0 {
                self.by_points.remove(&points);
            }
        }
        self.by_person.remove(&player.who);
    }
}

/// A nickname as it is compared with others.
fn folded(nickname: &Nickname) -> String {
    nickname.as_str().to_lowercase()
}
