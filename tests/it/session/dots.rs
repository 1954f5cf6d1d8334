//! Dots on a picture: where they may be placed, and what they add up to.

use plenum::session::{DotCluster, DotsTally, MESH_SIDE, PICTURE_SIDE, Step, TallyView};
use proptest::prelude::*;

use super::pictures::{keep, picture, pictured};
use super::*;

fn asked_for_dots() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), dots()]).given(F::GoTo { item: item(2) })
}

fn placed(places: &[(u16, u16)]) -> AnswerContent {
    AnswerContent::Dots { dots: places.iter().map(|(x, y)| Dot { x: *x, y: *y }).collect() }
}

fn place(who: u8, version: u32, places: &[(u16, u16)]) -> Command {
    give_content(2, who, u32::from(who), version, placed(places))
}

fn clusters(gathering: &Gathering, audience: Audience) -> Vec<DotCluster> {
    match tally(gathering, audience) {
        Some(TallyView::Dots { clusters }) => clusters,
        other => panic!("no dots: {other:?}"),
    }
}

fn cluster(x: u16, y: u16, dots: u64) -> DotCluster {
    DotCluster { x, y, dots }
}

#[test]
fn dots_near_each_other_stand_as_one_at_their_mean() {
    let gathering = asked_for_dots()
        .given(place(1, 1, &[(510, 512), (0, 0), (1_000, 1_000)]))
        .given(place(2, 1, &[(514, 514)]))
        .given(place(3, 1, &[(900, 100)]));
    let expected = [cluster(0, 0, 1), cluster(900, 100, 1), cluster(512, 513, 2), cluster(1_000, 1_000, 1)];
    assert_eq!(clusters(&gathering, Audience::Presenter), expected);
    assert_eq!(gathering.question(2).tally.ballots(), 3);
}

#[test]
fn what_the_settings_do_not_allow_is_refused() {
    let mut gathering = asked_for_dots();
    gathering.refuses(place(1, 1, &[]), Rejection::DotsMissing);
    gathering.refuses(place(1, 1, &[(1, 1); 4]), Rejection::TooManyDots);
    gathering.refuses(place(1, 1, &[(1_001, 1)]), Rejection::DotOffPicture);
    gathering.refuses(place(1, 1, &[(1, u16::MAX)]), Rejection::DotOffPicture);
    gathering.refuses(give(2, 1, 1, 1, "midt på"), Rejection::AnswerOfOtherKind);
    for dots_max in [0, 6] {
        let plan = asked(Ask::Dots(Dots { dots_max }));
        gathering.refuses(F::AddItem { plan, index: None }, Rejection::DotsOutOfBounds);
    }
}

#[test]
fn a_question_without_its_picture_stays_closed_until_it_has_one() {
    let without = || asked(Ask::Dots(Dots { dots_max: 1 }));
    let mut gathering = Gathering::of(vec![talk("Velkommen"), without()]).given(F::GoTo { item: item(2) });
    gathering.refuses(F::OpenQuestion { item: item(2) }, Rejection::DotsWithoutPicture);
    gathering.refuses(place(1, 1, &[(1, 1)]), Rejection::QuestionNotOpen);
    let with = pictured(without(), picture(4));
    let mut gathering = gathering
        .given(keep(4))
        .given(F::ChangeItem { item: item(2), plan: with.clone() })
        .given(F::OpenQuestion { item: item(2) });
    gathering.refuses(F::ChangeItem { item: item(2), plan: without() }, Rejection::DotsWithoutPicture);
    gathering.refuses(F::UndoProgramme, Rejection::DotsWithoutPicture);
}

#[test]
fn answers_keep_their_picture_and_may_get_room_for_more_dots() {
    let mut gathering = asked_for_dots().given(keep(5)).given(place(1, 1, &[(1, 1)]));
    let with = |dots_max, number| pictured(asked(Ask::Dots(Dots { dots_max })), picture(number));
    let change = |plan| F::ChangeItem { item: item(2), plan };
    gathering.refuses(change(with(3, 5)), Rejection::QuestionHasAnswers);
    gathering.refuses(change(with(2, 9)), Rejection::QuestionHasAnswers);
    gathering.when(change(with(5, 9))).unwrap();
    let mut described = picture(9);
    described.alt = line("Torget");
    gathering.when(change(pictured(asked(Ask::Dots(Dots { dots_max: 5 })), described))).unwrap();
}

#[test]
fn dots_in_another_order_are_the_same_answer_in_the_second_round() {
    let gathering = asked_for_dots()
        .given(place(1, 1, &[(1, 1), (900, 900)]))
        .given(place(2, 1, &[(1, 1)]))
        .given(F::StartSecondRound { item: item(2) })
        .given(give_content(2, 1, 11, 1, placed(&[(900, 900), (1, 1)])))
        .given(give_content(2, 2, 12, 1, placed(&[(2, 1)])));
    let first = gathering.question(2).first.as_ref().unwrap();
    assert_eq!((first.both, first.moved), (2, 1));
}

#[test]
fn phones_are_told_of_dots_when_they_are_shared_and_in_a_coarser_mesh() {
    let mut gathering = asked_for_dots();
    for who in 0..90 {
        let far = u16::from(who) * 11;
        gathering = gathering.given(place(who, 1, &[(far, 500), (500, far)]));
    }
    assert_eq!(tally(&gathering, Audience::Phone), None);
    let gathering = gathering.given(show(2, ResultsTo::Everyone));
    let all = |clusters: &[DotCluster]| clusters.iter().map(|cluster| cluster.dots).sum::<u64>();
    let (coarse, fine) = (clusters(&gathering, Audience::Phone), clusters(&gathering, Audience::Presenter));
    assert_eq!((all(&coarse), all(&fine)), (180, 180));
    assert!(coarse.len() <= 24 && fine.len() > 60, "{} and {}", coarse.len(), fine.len());
    let hidden = gathering.given(show(2, ResultsTo::Facilitator));
    assert_eq!(tally(&hidden, Audience::Presenter), None);
}

type Answered = Vec<(u16, u16)>;

fn answers() -> impl Strategy<Value = Vec<Answered>> {
    let dot = (0..=PICTURE_SIDE, 0..=PICTURE_SIDE);
    prop::collection::vec(prop::collection::vec(dot, 1..4), 0..40)
}

fn counted(answers: &[Answered]) -> DotsTally {
    let mut tally = DotsTally::default();
    answers.iter().for_each(|answer| tally.count(&dots_of(answer), Step::Add));
    tally
}

fn dots_of(answer: &Answered) -> Vec<Dot> {
    answer.iter().map(|(x, y)| Dot { x: *x, y: *y }).collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_tally_is_the_recount_of_what_is_left_whatever_came_and_went(kept in answers(), gone in answers()) {
        let mut tally = counted(&gone);
        kept.iter().rev().for_each(|answer| tally.count(&dots_of(answer), Step::Add));
        gone.iter().for_each(|answer| tally.count(&dots_of(answer), Step::TakeAway));
        prop_assert_eq!(&tally, &counted(&kept));
        prop_assert_eq!(tally.ballots(), kept.len() as u64);
        // A plain recount of the nine parts of the picture, which the screens make of the clusters.
        let part = |x: u16, y: u16| (x * 3 / (PICTURE_SIDE + 1), y * 3 / (PICTURE_SIDE + 1));
        for wanted in (0..3).flat_map(|x| (0..3).map(move |y| (x, y))) {
            let plain = kept.iter().flatten().filter(|(x, y)| part(*x, *y) == wanted).count();
            let clusters = tally.clusters().into_iter().filter(|cluster| part(cluster.x, cluster.y) == wanted);
            prop_assert_eq!(clusters.map(|cluster| cluster.dots).sum::<u64>(), plain as u64);
        }
        prop_assert!(tally.clusters().len() <= usize::from(MESH_SIDE * MESH_SIDE));
    }
}
