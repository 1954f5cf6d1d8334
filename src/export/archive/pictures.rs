//! The pictures of an archive: as many as a server reads back, and those that items show.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use super::form::{Archive, ArchivedPicture};
use crate::session::{ItemPlan, PictureId, PictureSize, Session};

/// Most bytes of all pictures of an archive: in base64 they leave room for the rest of what a server reads back.
const ARCHIVED_PICTURES_BYTES_MAX: usize = 20 << 20;

impl Archive {
    /// The same with the pictures of the session's items, from these files. An item stays without whose pictures are not
    /// all there, or for which there is no room.
    pub fn with_pictures(mut self, session: &Session, files: &BTreeMap<PictureId, Bytes>) -> Archive {
        let mut taken: BTreeMap<PictureId, &Bytes> = BTreeMap::new();
        let mut left = ARCHIVED_PICTURES_BYTES_MAX;
        for (archived, item) in self.items.iter_mut().zip(session.programme.items()) {
            let found: Option<BTreeMap<PictureId, &Bytes>> =
                item.plan.pictures().map(|picture| Some((picture.id, files.get(&picture.id)?))).collect();
            let Some(mut found) = found else { continue };
            found.retain(|id, _| !taken.contains_key(id));
            let Some(rest) = left.checked_sub(found.values().map(|file| file.len()).sum()) else { continue };
            left = rest;
            taken.extend(found);
            archived.plan = item.plan.clone();
        }
        let pictures =
            taken.into_iter().map(|(id, file)| ArchivedPicture { id, file: STANDARD.encode(file) });
        self.pictures = pictures.collect();
        self
    }

    /// How large items say that a picture is; none for a picture that no item shows.
    pub fn size_of(&self, picture: PictureId) -> Option<PictureSize> {
        let shown = self.items.iter().flat_map(|item| item.plan.pictures());
        shown.into_iter().find(|shown| shown.id == picture).map(|shown| shown.size())
    }

    /// The plan of an item without pictures that the archive does not have.
    pub(super) fn plan_with_what_is_there(&self, plan: &ItemPlan) -> ItemPlan {
        let is_there = |id: PictureId| self.pictures.iter().any(|picture| picture.id == id);
        if plan.pictures().all(|picture| is_there(picture.id)) {
            plan.clone()
        } else {
            plan.without_pictures()
        }
    }
}
