//! A hundred points over options.

use plenum::session::{Audience, PointedOption, TallyView};

use super::*;

fn pointed() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), points(3)]).given(F::GoTo { item: item(2) })
}

fn give_points(who: u8, version: u32, points: &[u16]) -> Command {
    give_content(2, who, u32::from(who), version, AnswerContent::Points { points: points.to_vec() })
}

fn options(gathering: &Gathering) -> Vec<(u8, u64, u64)> {
    match tally(gathering, Audience::Facilitator) {
        Some(TallyView::Points { options }) => {
            options.iter().map(|&PointedOption { option, points, givers }| (option, points, givers)).collect()
        }
        other => panic!("no points: {other:?}"),
    }
}

#[test]
fn options_stand_by_their_points_and_those_who_gave_any_are_counted() {
    let gathering = pointed().given(give_points(1, 1, &[0, 30, 70])).given(give_points(2, 1, &[10, 90, 0]));
    assert_eq!(options(&gathering), [(1, 120, 2), (2, 70, 1), (0, 10, 1)]);
    let gathering = gathering.given(give_points(2, 2, &[100, 0, 0]));
    assert_eq!(options(&gathering), [(0, 100, 1), (2, 70, 1), (1, 30, 1)]);
    let gathering = gathering.given(withdraw(2, 1, 1, 2));
    assert_eq!(options(&gathering), [(0, 100, 1), (1, 0, 0), (2, 0, 0)]);
}

#[test]
fn points_must_be_a_hundred_in_all_and_one_figure_for_each_option() {
    let mut gathering = pointed();
    gathering.refuses(give_points(1, 1, &[50, 49, 0]), Rejection::PointsNotSummed);
    gathering.refuses(give_points(1, 1, &[50, 51, 0]), Rejection::PointsNotSummed);
    gathering.refuses(give_points(1, 1, &[0, 0, 0]), Rejection::PointsNotSummed);
    gathering.refuses(give_points(1, 1, &[50, 50]), Rejection::OptionUnknown);
    gathering.refuses(give_points(1, 1, &[25, 25, 25, 25]), Rejection::OptionUnknown);
    gathering.refuses(F::AddItem { plan: points(1), index: None }, Rejection::OptionsOutOfBounds);
}
