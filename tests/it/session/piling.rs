//! The room makes piles: who may lay what, what is kept of it, and what phones are never given.

use plenum::session::{
    Audience, Change, HAND_ANSWERS_MAX, PiledHand, RoomPiles, SortingKind, SortingStatus, snapshot,
};

use super::*;

/// Eight answers: 1 and 2 of the first person, and one each of six others.
fn written() -> Gathering {
    let others = (3..=8).map(|number| give(2, number, u32::from(number) + 1, 1, "Noe annet"));
    others.fold(answered(), Gathering::given)
}

/// The same while the room makes piles.
fn piling() -> Gathering {
    written().given(start(None))
}

fn start(each: Option<u8>) -> F {
    F::StartPiling { item: item(2), each }
}

fn lay(who: u8, piles: &[&[u32]]) -> Command {
    let pile = |pile: &&[u32]| pile.iter().copied().map(AnswerId).collect();
    Command::LayPiles {
        item: item(2),
        who: person(who),
        piles: piles.iter().map(pile).collect(),
        weight: 1_000,
    }
}

fn room(gathering: &Gathering) -> &RoomPiles {
    gathering.question(2).piles.as_ref().expect("the room makes piles")
}

fn status(gathering: &Gathering) -> Option<SortingStatus> {
    let all = snapshot(&gathering.session, Audience::Phone);
    all.into_iter().find_map(|change| match change {
        Change::Stage { stage } => stage.item?.status?.sorting,
        _ => None,
    })
}

#[test]
fn a_hand_is_kept_as_it_was_parted_and_laid_once() {
    let mut gathering = piling();
    let piles = vec![vec![AnswerId(3), AnswerId(4)], vec![AnswerId(5)]];
    gathering.leads_to(
        lay(1, &[&[3, 4], &[5]]),
        vec![Event::PilesMade { item: item(2), who: person(1), piles: piles.clone(), weight: 1_000 }],
    );
    assert_eq!(room(&gathering).hands(), [PiledHand { piles, weight: 1_000 }]);
    gathering.leads_to(lay(1, &[&[3, 4], &[5]]), vec![]);
    gathering.refuses(lay(1, &[&[3, 6]]), Rejection::NotYoursToSort);
    assert_eq!((room(&gathering).people(), room(&gathering).seen()), (1, 3));
}

#[test]
fn nobody_lays_their_own_answers_nor_one_twice_nor_too_many_nor_one_alone() {
    let mut gathering = piling();
    gathering.refuses(lay(1, &[&[1, 3]]), Rejection::NotYoursToSort);
    gathering.refuses(lay(1, &[&[3, 4], &[4]]), Rejection::PartsOutOfBounds);
    let seven: Vec<u32> = (3..=9).collect();
    assert_eq!(seven.len(), HAND_ANSWERS_MAX + 1);
    gathering.refuses(lay(9, &[&seven]), Rejection::PartsOutOfBounds);
    gathering.refuses(lay(1, &[&[3]]), Rejection::NoSuchAnswer);
    gathering.refuses(lay(1, &[]), Rejection::NoSuchAnswer);
    // One that went while the person was reading is left out.
    let mut gathering = gathering.given(remove(2, 3));
    gathering.when(lay(1, &[&[3, 4], &[5]])).unwrap();
    assert_eq!(room(&gathering).hands()[0].piles, [vec![AnswerId(4)], vec![AnswerId(5)]]);
}

#[test]
fn as_many_hands_as_are_asked_for_and_more_when_it_goes_on() {
    let mut gathering = written().given(start(Some(1))).given(lay(9, &[&[3, 4]]));
    gathering.refuses(lay(9, &[&[5, 6]]), Rejection::NotYoursToSort);
    let mut gathering = gathering.given(start(Some(2)));
    gathering.when(lay(9, &[&[5, 6]])).unwrap();
    assert_eq!(room(&gathering).hands_of(person(9)), 2);
    gathering.leads_to(start(Some(2)), vec![]);
    gathering.leads_to(F::StopPiling { item: item(2) }, vec![Event::PilingStopped { item: item(2) }]);
    gathering.leads_to(F::StopPiling { item: item(2) }, vec![]);
    gathering.refuses(lay(8, &[&[3, 4]]), Rejection::NotSorting);
    assert_eq!(room(&gathering).hands().len(), 2, "what was laid stays");
    gathering.leads_to(F::DiscardPiling { item: item(2) }, vec![Event::PilingDiscarded { item: item(2) }]);
    gathering.leads_to(F::DiscardPiling { item: item(2) }, vec![]);
    gathering.refuses(F::StopPiling { item: item(2) }, Rejection::NotSorting);
}

#[test]
fn a_phone_does_one_thing_at_a_time() {
    let mut gathering = piling();
    for label in ["Samarbeid", "Mål"] {
        gathering = gathering.given(F::MakeTheme { item: item(2), label: heading(label), answers: vec![] });
    }
    let running = |by| Some(SortingStatus { by, running: true, each: None });
    assert_eq!(status(&gathering), running(SortingKind::Piles));
    let sort = F::StartSorting { item: item(2), themes: vec![theme(1), theme(2)], each: None };
    let mut gathering = gathering.given(sort);
    assert!(!room(&gathering).running);
    assert_eq!(status(&gathering), running(SortingKind::Headings));
    gathering.when(start(None)).unwrap();
    assert!(gathering.question(2).sort.as_ref().is_some_and(|sort| !sort.running));
    assert_eq!(status(&gathering), running(SortingKind::Piles));
}

#[test]
fn a_ranking_has_no_piles_and_an_erased_answer_is_in_none() {
    let mut gathering = piling().given(lay(9, &[&[3, 4], &[5]]));
    gathering.refuses(F::StartPiling { item: item(3), each: None }, Rejection::AnswerOfOtherKind);
    // The answer of person 3 is number 4.
    gathering.when(withdraw(2, 3, 4, 2)).unwrap();
    assert_eq!(room(&gathering).hands()[0].piles, [vec![AnswerId(3)], vec![AnswerId(5)]]);
    assert_eq!(room(&gathering).seen(), 2);
}

#[test]
fn a_reset_takes_piles_along_and_brings_them_back() {
    let mut gathering = piling().given(lay(9, &[&[3, 4]]));
    gathering.when(F::ResetQuestion { item: item(2) }).unwrap();
    assert!(gathering.question(2).piles.is_none());
    gathering.when(F::UndoReset { item: item(2) }).unwrap();
    assert_eq!(room(&gathering).hands().len(), 1);
}
