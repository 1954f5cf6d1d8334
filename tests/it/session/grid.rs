//! Items on a plane: where they may be placed, and what the places add up to.

use plenum::session::{Audience, GRID_SIDE, GridTally, PlacedItem, Quadrant, Step, TallyView};
use proptest::prelude::*;

use super::*;

/// Three items on a plane, open.
fn asked_for_places() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), grid(3)]).given(F::GoTo { item: item(2) })
}

type Places<'a> = &'a [Option<(u8, u8)>];

fn place(who: u8, version: u32, places: Places) -> Command {
    give_content(2, who, u32::from(who), version, AnswerContent::Grid { places: on_plane(places) })
}

fn on_plane(places: Places) -> Vec<Option<GridPlace>> {
    places.iter().map(|place| place.map(|(x, y)| GridPlace { x, y })).collect()
}

fn items(gathering: &Gathering) -> Vec<PlacedItem> {
    match tally(gathering, Audience::Facilitator) {
        Some(TallyView::Grid { items }) => items,
        other => panic!("no plane: {other:?}"),
    }
}

#[test]
fn mean_and_spread_are_of_those_who_placed_the_item() {
    let gathering = asked_for_places()
        .given(place(1, 1, &[Some((10, 100)), Some((40, 40)), None]))
        .given(place(2, 1, &[Some((30, 80)), None, None]));
    let [first, second, third] = items(&gathering).try_into().unwrap();
    let expected = PlacedItem {
        item: 0,
        placed: 2,
        mean_x: 20.0,
        mean_y: 90.0,
        spread_x: 10.0,
        spread_y: 10.0,
        quadrant: Some(Quadrant::TopLeft),
    };
    assert_eq!(first, expected);
    assert_eq!((second.placed, second.mean_x, second.spread_x), (1, 40.0, 0.0));
    assert_eq!(second.quadrant, Some(Quadrant::BottomLeft));
    assert_eq!((third.placed, third.mean_x, third.spread_y, third.quadrant), (0, 0.0, 0.0, None));
    assert_eq!(gathering.question(2).tally.ballots(), 2);
}

#[test]
fn the_corners_are_named_by_where_they_lie_and_a_mean_on_a_middle_line_is_in_none() {
    let quadrants = |places: Places| {
        let gathering = asked_for_places().given(place(1, 1, places));
        items(&gathering).iter().map(|item| item.quadrant).collect::<Vec<_>>()
    };
    let corners = quadrants(&[Some((0, 100)), Some((100, 100)), Some((0, 0))]);
    assert_eq!(corners, [Some(Quadrant::TopLeft), Some(Quadrant::TopRight), Some(Quadrant::BottomLeft)]);
    let near = quadrants(&[Some((100, 0)), Some((50, 100)), Some((51, 49))]);
    assert_eq!(near, [Some(Quadrant::BottomRight), None, Some(Quadrant::BottomRight)]);
}

#[test]
fn a_change_counts_anew_and_what_is_withdrawn_no_more() {
    let gathering = asked_for_places()
        .given(place(1, 1, &[Some((10, 10)), Some((20, 20)), None]))
        .given(place(1, 2, &[Some((90, 90)), None, Some((0, 0))]));
    let placed = |gathering: &Gathering| items(gathering).iter().map(|item| item.placed).collect::<Vec<_>>();
    assert_eq!(placed(&gathering), [1, 0, 1]);
    assert_eq!(items(&gathering)[0].mean_x, 90.0);
    let gathering = gathering.given(withdraw(2, 1, 1, 3));
    assert_eq!(placed(&gathering), [0, 0, 0]);
}

#[test]
fn what_is_no_place_is_refused_each_with_its_own_code() {
    let mut gathering = asked_for_places();
    let middle = Some((50, 50));
    gathering.refuses(place(1, 1, &[middle, middle]), Rejection::PlacesMismatched);
    gathering.refuses(place(1, 1, &[middle, Some((101, 0)), None]), Rejection::PlaceOutOfRange);
    gathering.refuses(place(1, 1, &[middle, Some((0, 101)), None]), Rejection::PlaceOutOfRange);
    gathering.refuses(place(1, 1, &[None, None, None]), Rejection::AnswerEmpty);
    for plan in [grid(0), grid(13)] {
        gathering.refuses(F::AddItem { plan, index: None }, Rejection::GridOutOfBounds);
    }
    let broken = |change: fn(&mut Grid)| {
        let mut plan = settings();
        change(&mut plan);
        F::AddItem { plan: asked(Ask::Grid(Box::new(plan))), index: None }
    };
    let settings: [fn(&mut Grid); 3] = [
        |grid| grid.x.name = Heading::default(),
        |grid| grid.y.name = Heading::default(),
        |grid| grid.items[1] = heading("tiltak 1"),
    ];
    for change in settings {
        gathering.refuses(broken(change), Rejection::GridOutOfBounds);
    }
}

#[test]
fn items_and_axes_keep_their_places_once_there_are_answers_and_words_may_change() {
    let mut gathering = asked_for_places().given(place(1, 1, &[Some((1, 2)), None, None]));
    let mut change = |change: fn(&mut Grid)| {
        let mut to = settings();
        change(&mut to);
        gathering.when(F::ChangeItem { item: item(2), plan: asked(Ask::Grid(Box::new(to))) }).map(|_| ())
    };
    let moved: [fn(&mut Grid); 4] = [
        |grid| std::mem::swap(&mut grid.x, &mut grid.y),
        |grid| std::mem::swap(&mut grid.x.low, &mut grid.x.high),
        |grid| grid.items.swap(0, 1),
        |grid| grid.items.truncate(2),
    ];
    for moved in moved {
        assert_eq!(change(moved), Err(Rejection::QuestionHasAnswers));
    }
    assert!(
        change(|grid| {
            grid.x.name = heading("Arbeid");
            grid.y.high = Heading::default();
            grid.items[0] = heading("Faste team");
            grid.quadrants.top_left = heading("Gjør først");
        })
        .is_ok()
    );
}

#[test]
fn settings_without_names_for_the_parts_are_read_and_unknown_fields_are_not() {
    let plain = r#"{"x": {"name": "Innsats"}, "y": {"name": "Nytte", "low": "lav"}, "items": ["Biler"]}"#;
    let read: Grid = serde_json::from_str(plain).unwrap();
    assert!(read.quadrants.are_unnamed() && read.x.low.is_empty());
    assert!(!serde_json::to_string(&read).unwrap().contains("quadrants"));
    for unknown in [
        r#"{"x": {"name": "I"}, "y": {"name": "N"}, "items": ["B"], "z": 1}"#,
        r#"{"x": {"name": "I", "middle": ""}, "y": {"name": "N"}, "items": ["B"]}"#,
        r#"{"x": {"name": "I"}, "y": {"name": "N"}, "items": ["B"], "quadrants": {"middle": "M"}}"#,
    ] {
        assert!(serde_json::from_str::<Grid>(unknown).is_err(), "{unknown}");
    }
}

#[test]
fn places_are_not_sent_to_the_room_before_they_may_be_seen() {
    let gathering = asked_for_places().given(place(1, 1, &[Some((10, 90)), None, None]));
    let hidden = gathering.clone().given(F::ShowResults { item: item(2), to: ResultsTo::Facilitator });
    for audience in [Audience::Presenter, Audience::Phone] {
        assert_eq!(tally(&hidden, audience), None);
    }
    assert!(tally(&gathering, Audience::Presenter).is_some());
}

proptest! {
    #[test]
    fn mean_and_spread_are_those_of_a_plain_count_whatever_came_and_went(
        kept in prop::collection::vec((0..=GRID_SIDE, 0..=GRID_SIDE), 0..40),
        gone in prop::collection::vec((0..=GRID_SIDE, 0..=GRID_SIDE), 0..40),
    ) {
        let mut tally = GridTally::new(1);
        let one = |(x, y): (u8, u8)| [Some(GridPlace { x, y })];
        for place in gone.iter().chain(&kept) {
            tally.count(&one(*place), Step::Add);
        }
        for place in &gone {
            tally.count(&one(*place), Step::TakeAway);
        }
        let mut straight = GridTally::new(1);
        for place in kept.iter().rev() {
            straight.count(&one(*place), Step::Add);
        }
        prop_assert_eq!(&tally, &straight);

        let item = tally.items()[0];
        let values = |axis: fn(&(u8, u8)) -> u8| kept.iter().map(|place| f64::from(axis(place))).collect::<Vec<_>>();
        for (values, mean, spread) in [
            (values(|place| place.0), item.mean_x, item.spread_x),
            (values(|place| place.1), item.mean_y, item.spread_y),
        ] {
            let n = values.len().max(1) as f64;
            let plain = values.iter().sum::<f64>() / n;
            let apart = values.iter().map(|value| (value - plain).powi(2)).sum::<f64>() / n;
            prop_assert!((mean - plain).abs() < 1e-9 && (spread - apart.sqrt()).abs() < 1e-6);
        }
        prop_assert_eq!(item.placed, kept.len() as u64);
    }
}

/// The settings of the question that is asked here.
fn settings() -> Grid {
    match grid(3).content {
        ItemContent::Question(Question { ask: Ask::Grid(grid), .. }) => *grid,
        other => panic!("no plane: {other:?}"),
    }
}
