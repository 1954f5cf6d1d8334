//! The programme: its items in order, how they went, and what can be undone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::ids::ItemId;
use super::plan::ItemPlan;

/// Steps that can be undone.
const UNDO_MAX: usize = 100;

/// The items in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Programme {
    items: Vec<SharedItem>,
    /// When each item was shown; an item can be shown several times.
    pub runs: BTreeMap<ItemId, Vec<Run>>,
    /// Deleted items that answers or notes belonged to, with the time they were deleted in milliseconds.
    pub(super) deleted: BTreeMap<ItemId, i64>,
    undo: Vec<Vec<SharedItem>>,
    redo: Vec<Vec<SharedItem>>,
}

/// One programme item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub id: ItemId,
    /// What was planned.
    pub plan: ItemPlan,
}

/// Items are shared between the programme and its undo steps.
pub(super) type SharedItem = Arc<Item>;

/// One stretch of time in which an item was shown, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// From.
    pub from_ms: i64,
    /// To; none while it lasts.
    pub to_ms: Option<i64>,
}

impl Programme {
    /// The items in order.
    pub fn items(&self) -> &[Arc<Item>] {
        &self.items
    }

    /// The item with this id, unless it was deleted.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id).map(Arc::as_ref)
    }

    /// Its index in the programme from 0.
    pub fn index(&self, id: ItemId) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// Whether there is a change to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a change to redo.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    pub(super) fn remember(&mut self) {
        if self.undo.len() == UNDO_MAX {
            self.undo.remove(0);
        }
        self.undo.push(self.items.clone());
        self.redo.clear();
    }

    pub(super) fn undo(&mut self) {
        if let Some(before) = self.undo.pop() {
            self.redo.push(std::mem::replace(&mut self.items, before));
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(after) = self.redo.pop() {
            self.undo.push(std::mem::replace(&mut self.items, after));
        }
    }

    /// The items as the next undo would leave them.
    pub(super) fn before_undo(&self) -> Option<&[SharedItem]> {
        self.undo.last().map(Vec::as_slice)
    }

    /// The items as the next redo would leave them.
    pub(super) fn after_redo(&self) -> Option<&[SharedItem]> {
        self.redo.last().map(Vec::as_slice)
    }

    pub(super) fn insert(&mut self, item: Item, index: u32) {
        let index = (index as usize).min(self.items.len());
        self.items.insert(index, Arc::new(item));
    }

    pub(super) fn replace(&mut self, item: Item) {
        if let Some(known) = self.items.iter_mut().find(|known| known.id == item.id) {
            *known = Arc::new(item);
        }
    }

    pub(super) fn shift(&mut self, id: ItemId, index: u32) {
        if let Some(from) = self.index(id) {
            let item = self.items.remove(from);
            self.items.insert((index as usize).min(self.items.len()), item);
        }
    }

    pub(super) fn remove(&mut self, id: ItemId) {
        self.items.retain(|item| item.id != id);
    }

    /// Notes which of these items are no longer in the programme, and since when.
    pub(super) fn note_deleted(&mut self, items: impl Iterator<Item = ItemId>, at_ms: i64) {
        let present: BTreeSet<ItemId> = self.items.iter().map(|item| item.id).collect();
        let before = std::mem::take(&mut self.deleted);
        self.deleted = items
            .filter(|id| !present.contains(id))
            .map(|id| (id, before.get(&id).copied().unwrap_or(at_ms)))
            .collect();
    }
}
