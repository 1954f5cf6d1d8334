//! Roles to choose from when joining: what part a person has here ("leder", "tillitsvalgt"), for attendance only.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::Pseudonym;
use super::rejection::Rejection;
use super::text::Heading;

/// Most roles to choose from: more than fit a phone's screen would only be scrolled past.
pub const ROLES_MAX: usize = 12;

/// Numbers the roles of a session, from 1.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(transparent)]
#[schema(value_type = u32)]
pub struct RoleId(pub u32);

/// A role to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct ListedRole {
    /// Which; stays when it is given another name.
    pub id: RoleId,
    /// Its name.
    pub name: Heading,
}

/// A role as a facilitator wants it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WantedRole {
    /// The role that goes on, perhaps under another name; none for a new one.
    #[serde(default)]
    pub id: Option<RoleId>,
    /// Its name.
    pub name: Heading,
}

/// How many people have chosen a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct RoleCount {
    /// Which.
    pub role: RoleId,
    /// How many.
    pub people: u32,
}

/// What a person said of their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct SaidRole {
    /// The role; none where they would rather not say.
    role: Option<RoleId>,
    /// The position in the log where it was said.
    position: u64,
}

/// The roles of a session, and who said which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    list: Vec<ListedRole>,
    said: BTreeMap<Pseudonym, SaidRole>,
    people: BTreeMap<RoleId, u32>,
    next: u32,
}

impl Roles {
    /// The roles in the order they are shown.
    pub fn list(&self) -> &[ListedRole] {
        &self.list
    }

    /// What a person said; none where they have not been asked, or where what they said is no longer a role here.
    pub fn said_by(&self, who: Pseudonym) -> Option<Option<RoleId>> {
        let said = self.said.get(&who)?.role;
        said.is_none_or(|role| self.has(role)).then_some(said)
    }

    /// How many people have each role, in the roles' order.
    pub fn counts(&self) -> Vec<RoleCount> {
        let count = |role: &ListedRole| {
            let people = self.people.get(&role.id).copied().unwrap_or(0);
            RoleCount { role: role.id, people }
        };
        self.list.iter().map(count).collect()
    }

    pub(super) fn has(&self, role: RoleId) -> bool {
        self.list.iter().any(|known| known.id == role)
    }

    /// The roles with a number for each new one, if they can be chosen between.
    pub(super) fn numbered(&self, wanted: &[WantedRole]) -> Result<Vec<ListedRole>, Rejection> {
        check_names(wanted.iter().map(|role| &role.name))?;
        let mut next = self.next;
        let mut list: Vec<ListedRole> = Vec::new();
        for WantedRole { id, name } in wanted {
            // One that was taken away may come back with its people.
            let known =
                id.filter(|id| (1..=self.next).contains(&id.0) && !list.iter().any(|role| role.id == *id));
            let id = known.unwrap_or_else(|| {
                next += 1;
                RoleId(next)
            });
            list.push(ListedRole { id, name: name.clone() });
        }
        Ok(list)
    }

    pub(super) fn set(&mut self, list: Vec<ListedRole>) {
        self.next = list.iter().map(|role| role.id.0).fold(self.next, u32::max);
        self.list = list;
    }

    /// Remembers what a person said, and gives the row that said otherwise before.
    pub(super) fn say(&mut self, who: Pseudonym, role: Option<RoleId>, position: u64) -> Option<u64> {
        let before = self.said.insert(who, SaidRole { role, position });
        if let Some(before) = before.and_then(|said| said.role) {
            let left = self.people.remove(&before).unwrap_or(0).saturating_sub(1);
            // As a replay would have it that never read of the row before.
            if left > 0 {
                self.people.insert(before, left);
            }
        }
        if let Some(role) = role {
            *self.people.entry(role).or_default() += 1;
        }
        before.map(|said| said.position)
    }
}

/// Whether these can be the roles of a session.
pub fn are_roles(names: &[Heading]) -> Result<(), Rejection> {
    check_names(names.iter())
}

fn check_names<'a>(names: impl Iterator<Item = &'a Heading>) -> Result<(), Rejection> {
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        let folded = name.as_str().to_lowercase();
        if folded.is_empty() || seen.contains(&folded) {
            return Err(Rejection::RolesOutOfBounds);
        }
        seen.push(folded);
    }
    if seen.len() == 1 || seen.len() > ROLES_MAX { Err(Rejection::RolesOutOfBounds) } else { Ok(()) }
}
