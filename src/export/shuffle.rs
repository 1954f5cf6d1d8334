//! The order in which answers are listed.

use crate::session::{AnswerContent, ItemId};

/// Puts texts in an order that depends on the texts and the seed alone.
///
/// Each text is placed by its own keyed hash, so the list is the same whatever order the answers came in: even who
/// knows the seed learns nothing about when an answer was given, which a shuffle of positions would let them undo.
pub(super) fn shuffled(mut texts: Vec<String>, seed: u64, item: ItemId) -> Vec<String> {
    texts.sort_by_cached_key(|text| place(text.as_bytes(), seed, item));
    texts
}

/// The same for answers of any kind.
pub(crate) fn shuffled_contents(
    mut contents: Vec<AnswerContent>,
    seed: u64,
    item: ItemId,
) -> Vec<AnswerContent> {
    contents.sort_by_cached_key(|content| content_place(content, seed, item));
    contents
}

/// By what an answer is ordered.
pub(super) fn content_place(content: &AnswerContent, seed: u64, item: ItemId) -> [u8; 32] {
    place(&serde_json::to_vec(content).unwrap_or_default(), seed, item)
}

fn place(bytes: &[u8], seed: u64, item: ItemId) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("plenum 2026 order of answers in minutes");
    hasher.update(&seed.to_le_bytes());
    hasher.update(&item.0.to_le_bytes());
    hasher.update(bytes);
    *hasher.finalize().as_bytes()
}
