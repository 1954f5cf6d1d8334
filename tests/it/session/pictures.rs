//! Pictures beside questions: only those that the session keeps, and as large as they are.

use plenum::session::{PICTURES_MAX, Picture, PictureId, PictureSize, Stage};

use super::*;

pub(super) const SIZE: PictureSize = PictureSize { width: 640, height: 480 };

pub(super) fn keep(number: u8) -> Command {
    Command::KeepPicture { picture: PictureId::new([number; 16]), size: SIZE }
}

pub(super) fn picture(number: u8) -> Picture {
    let PictureSize { width, height } = SIZE;
    Picture { id: PictureId::new([number; 16]), alt: line("Kart over bygda"), width, height }
}

pub(super) fn pictured(plan: ItemPlan, picture: Picture) -> ItemPlan {
    set(plan, |question| question.picture = Some(Box::new(picture)))
}

fn add(plan: ItemPlan) -> F {
    F::AddItem { plan, index: None }
}

#[test]
fn an_item_shows_only_what_the_session_keeps_and_as_large_as_it_is() {
    let mut gathering = gathering();
    gathering.refuses(add(pictured(open_text(1), picture(1))), Rejection::NoSuchPicture);
    let mut gathering = gathering.given(keep(1)).given(add(pictured(open_text(1), picture(1))));
    let stretched = Picture { width: 641, ..picture(1) };
    gathering.refuses(add(pictured(open_text(1), stretched.clone())), Rejection::NoSuchPicture);
    let change = F::ChangeItem { item: item(2), plan: pictured(open_text(3), stretched) };
    gathering.refuses(change, Rejection::NoSuchPicture);
    gathering.is_so_already(keep(1));
}

#[test]
fn everyone_is_told_of_the_picture_of_the_question_shown() {
    let pictured = pictured(open_text(1), picture(1));
    let gathering = gathering().given(keep(1)).given(F::ChangeItem { item: item(2), plan: pictured });
    let gathering = gathering.given(F::GoTo { item: item(2) });
    for audience in [Audience::Phone, Audience::Presenter, Audience::Facilitator] {
        let stage = snapshot(&gathering.session, audience)
            .into_iter()
            .find_map(|part| if let Change::Stage { stage } = part { stage.item } else { None });
        let ItemContent::Question(question) = stage.unwrap().content else { panic!("a question is shown") };
        assert_eq!(question.picture, Some(Box::new(picture(1))));
    }
}

#[test]
fn a_session_keeps_so_many_pictures_and_none_once_it_is_sealed() {
    let mut gathering = gathering();
    for number in 0..PICTURES_MAX as u8 {
        gathering = gathering.given(keep(number));
    }
    gathering.refuses(keep(u8::MAX), Rejection::TooManyPictures);
    let mut gathering = super::gathering().given(F::EndSession).given(keep(1)).given(Command::Seal);
    assert_eq!(gathering.session.stage, Stage::Sealed);
    gathering.refuses(keep(2), Rejection::SessionSealed);
}

#[test]
fn what_the_programme_shows_is_told_from_what_it_does_not() {
    let gathering = gathering()
        .given(keep(1))
        .given(keep(2))
        .given(add(pictured(open_text(1), picture(1))))
        .given(add(pictured(open_text(1), picture(2))))
        .given(F::DeleteItem { item: item(5) });
    assert_eq!(gathering.session.pictures_shown(), BTreeSet::from([PictureId::new([1; 16])]));
    assert_eq!(gathering.session.pictures.len(), 2);
}

#[test]
fn a_session_that_is_made_with_pictures_keeps_them() {
    let gathering = Gathering::of(vec![pictured(open_text(1), picture(7))]);
    assert_eq!(gathering.session.pictures.get(&PictureId::new([7; 16])), Some(&SIZE));
}

#[test]
fn a_choice_has_a_picture_for_each_option_or_none_and_may_change_them_at_any_time() {
    let with = |pictures: Vec<Option<Picture>>| {
        let mut plan = choice(3, 1);
        if let ItemContent::Question(question) = &mut plan.content
            && let Ask::Choice(choice) = &mut question.ask
        {
            choice.pictures = pictures;
        }
        plan
    };
    let mut gathering = gathering().given(keep(1));
    gathering.refuses(add(with(vec![None, Some(picture(2)), None])), Rejection::NoSuchPicture);
    gathering.refuses(add(with(vec![Some(picture(1))])), Rejection::OptionsOutOfBounds);
    let gathering = gathering
        .given(add(with(vec![None, Some(picture(1)), None])))
        .given(F::GoTo { item: item(4) })
        .given(give_content(4, 1, 1, 1, AnswerContent::Choice { chosen: vec![1], other: None }));
    assert_eq!(gathering.session.pictures_shown(), BTreeSet::from([PictureId::new([1; 16])]));
    let gathering = gathering.given(F::ChangeItem { item: item(4), plan: with(Vec::new()) });
    assert!(gathering.session.pictures_shown().is_empty());
}

#[test]
fn an_id_is_32_digits_and_nothing_else() {
    let id = PictureId::new([0xa7; 16]);
    assert_eq!(id.to_string().parse(), Ok(id));
    let (long, upper) = (format!("{id}0"), id.to_string().to_uppercase());
    for wrong in
        ["", "a7", "+a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7", "../a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7", &long, &upper]
    {
        assert!(wrong.parse::<PictureId>().is_err(), "{wrong}");
    }
}
