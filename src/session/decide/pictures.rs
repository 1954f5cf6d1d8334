//! The rules for pictures: how many a session keeps, and which ones an item may show.

use crate::session::event::Event;
use crate::session::picture::{PICTURES_MAX, PictureId, PictureSize};
use crate::session::plan::ItemPlan;
use crate::session::rejection::Rejection;
use crate::session::state::{Session, Stage};

pub(super) fn keep(
    session: &Session,
    picture: PictureId,
    size: PictureSize,
) -> Result<Vec<Event>, Rejection> {
    match session.stage {
        Stage::WaitingRoom | Stage::Item(_) | Stage::Survey | Stage::Ended => {}
        Stage::Sealed => return Err(Rejection::SessionSealed),
    }
    if session.pictures.contains_key(&picture) {
        return Ok(Vec::new());
    }
    if session.pictures.len() >= PICTURES_MAX {
        return Err(Rejection::TooManyPictures);
    }
    Ok(vec![Event::PictureKept { picture, size }])
}

/// An item shows only what the session keeps, and as large as it is.
pub(super) fn must_be_kept(session: &Session, plan: &ItemPlan) -> Result<(), Rejection> {
    let kept = |picture: &&crate::session::picture::Picture| {
        session.pictures.get(&picture.id) == Some(&picture.size())
    };
    if plan.pictures().all(|picture| kept(&picture)) { Ok(()) } else { Err(Rejection::NoSuchPicture) }
}
