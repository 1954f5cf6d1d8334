//! The state of all questions, each shared with copies of the session until one of them changes it: whoever takes a copy
//! to write a file keeps the session no longer than it has questions, whatever it has of answers.

use std::collections::{BTreeMap, btree_map};
use std::ops::Index;
use std::sync::Arc;

use super::ids::ItemId;
use super::kinds::Ask;
use super::question::QuestionState;

/// The state of each question by its item, those of deleted items too until they are erased.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questions(BTreeMap<ItemId, Arc<QuestionState>>);

/// Each question with its item.
type Pairs<'a> = std::iter::Map<
    btree_map::Iter<'a, ItemId, Arc<QuestionState>>,
    fn(Pair<'a>) -> (&'a ItemId, &'a QuestionState),
>;
type Pair<'a> = (&'a ItemId, &'a Arc<QuestionState>);

impl Questions {
    /// The state of one.
    pub fn get(&self, item: &ItemId) -> Option<&QuestionState> {
        self.0.get(item).map(Arc::as_ref)
    }

    /// Whether the item is or was a question.
    pub fn contains_key(&self, item: &ItemId) -> bool {
        self.0.contains_key(item)
    }

    /// The items.
    pub fn keys(&self) -> impl Iterator<Item = &ItemId> {
        self.0.keys()
    }

    /// The states in the order of the items' numbers.
    pub fn values(&self) -> impl Iterator<Item = &QuestionState> {
        self.0.values().map(Arc::as_ref)
    }

    /// Both in the order of the items' numbers.
    pub fn iter(&self) -> Pairs<'_> {
        self.0.iter().map(|(item, question)| (item, &**question))
    }

    /// One of them to be changed; copied first if another copy of the session has it, too.
    pub(super) fn get_mut(&mut self, item: &ItemId) -> Option<&mut QuestionState> {
        self.0.get_mut(item).map(Arc::make_mut)
    }

    /// The same; a new one if there is none.
    pub(super) fn get_or_new(&mut self, item: ItemId, ask: &Ask) -> &mut QuestionState {
        Arc::make_mut(self.0.entry(item).or_insert_with(|| Arc::new(QuestionState::new(ask))))
    }
}

impl Index<&ItemId> for Questions {
    type Output = QuestionState;

    fn index(&self, item: &ItemId) -> &QuestionState {
        &self.0[item]
    }
}

impl<'a> IntoIterator for &'a Questions {
    type Item = (&'a ItemId, &'a QuestionState);
    type IntoIter = Pairs<'a>;

    fn into_iter(self) -> Pairs<'a> {
        self.iter()
    }
}
