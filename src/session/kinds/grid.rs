//! Items placed on a plane with two named axes, whose middles part it in four.

use serde::{Deserialize, Serialize};

use super::options::{are_different, keeps_places};
use super::{AnswerContent, Ask, Step};
use crate::session::rejection::Rejection;
use crate::session::text::Heading;

/// Most items of one question: more dots than these nobody tells apart on a phone.
pub const GRID_ITEMS_MAX: usize = 12;
/// How far each axis goes from 0; its middle parts the plane.
pub const GRID_SIDE: u8 = 100;

/// Settings of a question on which items are placed on a plane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// The level axis, its low end to the left.
    pub x: Axis,
    /// The upright axis, its low end at the bottom.
    pub y: Axis,
    /// What is placed, in the order the facilitator wrote it: 1 to [`GRID_ITEMS_MAX`], all different.
    pub items: Vec<Heading>,
    /// What the four parts of the plane are called; each may be empty.
    #[serde(default, skip_serializing_if = "Quadrants::are_unnamed")]
    pub quadrants: Quadrants,
}

/// One axis of the plane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    /// What is judged; never empty.
    pub name: Heading,
    /// What its low end means; may be empty.
    #[serde(default)]
    pub low: Heading,
    /// What its high end means; may be empty.
    #[serde(default)]
    pub high: Heading,
}

/// Names of the four parts of the plane, each of which may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Quadrants {
    /// Low on the level axis, high on the upright one.
    pub top_left: Heading,
    /// High on both.
    pub top_right: Heading,
    /// Low on both.
    pub bottom_left: Heading,
    /// High on the level axis, low on the upright one.
    pub bottom_right: Heading,
}

/// Where somebody placed an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GridPlace {
    /// On the level axis, 0 to 100 from the left.
    pub x: u8,
    /// On the upright axis, 0 to 100 from the bottom.
    pub y: u8,
}

/// One of the four parts of the plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quadrant {
    /// Low on the level axis, high on the upright one.
    TopLeft,
    /// High on both.
    TopRight,
    /// Low on both.
    BottomLeft,
    /// High on the level axis, low on the upright one.
    BottomRight,
}

impl Quadrants {
    /// Whether none of them has a name.
    pub fn are_unnamed(&self) -> bool {
        *self == Quadrants::default()
    }

    /// The name of one; may be empty.
    pub fn name(&self, quadrant: Quadrant) -> &Heading {
        match quadrant {
            Quadrant::TopLeft => &self.top_left,
            Quadrant::TopRight => &self.top_right,
            Quadrant::BottomLeft => &self.bottom_left,
            Quadrant::BottomRight => &self.bottom_right,
        }
    }
}

impl Grid {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        let named = !self.x.name.is_empty() && !self.y.name.is_empty();
        let count = (1..=GRID_ITEMS_MAX).contains(&self.items.len());
        if named && count && are_different(&self.items) { Ok(()) } else { Err(Rejection::GridOutOfBounds) }
    }

    pub(super) fn accepts(&self, content: &AnswerContent) -> Result<(), Rejection> {
        let AnswerContent::Grid { places } = content else { return Err(Rejection::AnswerOfOtherKind) };
        if places.len() != self.items.len() {
            Err(Rejection::PlacesMismatched)
        } else if places.iter().flatten().any(|place| place.x > GRID_SIDE || place.y > GRID_SIDE) {
            Err(Rejection::PlaceOutOfRange)
        } else if places.iter().all(Option::is_none) {
            Err(Rejection::AnswerEmpty)
        } else {
            Ok(())
        }
    }

    /// Words may change; neither items nor axes nor their ends may change places.
    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        let Ask::Grid(other) = other else { return false };
        let axes = |grid: &Grid| [grid.x.name.clone(), grid.y.name.clone()];
        let ends = |axis: &Axis| [axis.low.clone(), axis.high.clone()];
        keeps_places(&self.items, &other.items)
            && keeps_places(&axes(self), &axes(other))
            && keeps_places(&ends(&self.x), &ends(&other.x))
            && keeps_places(&ends(&self.y), &ends(&other.y))
    }
}

/// Sums over the places of each item, from which mean and spread follow exactly whatever the order in which answers
/// came and went; adding or taking away an answer costs one step for each item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridTally {
    ballots: u64,
    items: Vec<Sums>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sums {
    placed: u64,
    x: AxisSums,
    y: AxisSums,
}

/// Along one axis: of the values, and of their squares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct AxisSums {
    values: u64,
    squares: u64,
}

/// One item's result.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct PlacedItem {
    /// Its index in the question's list.
    pub item: u8,
    /// How many placed it; those who skipped it count in nothing of it.
    #[ts(type = "number")]
    pub placed: u64,
    /// Its mean on the level axis, 0 to 100; 0 while nobody has placed it.
    pub mean_x: f64,
    /// Its mean on the upright axis.
    pub mean_y: f64,
    /// How far its places spread along the level axis: the standard deviation of all that there are, which divides by
    /// their number; 0 while fewer than two have placed it.
    pub spread_x: f64,
    /// The same along the upright axis.
    pub spread_y: f64,
    /// The part of the plane that holds its mean; none where the mean lies on a middle line, or nobody has placed it.
    pub quadrant: Option<Quadrant>,
}

impl GridTally {
    /// An empty tally over so many items.
    pub fn new(items: usize) -> Self {
        GridTally { ballots: 0, items: vec![Sums::default(); items] }
    }

    /// Number of answers counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts an answer, or takes a counted one away.
    pub fn count(&mut self, places: &[Option<GridPlace>], step: Step) {
        step.of(&mut self.ballots, 1);
        for (sums, place) in self.items.iter_mut().zip(places) {
            if let Some(GridPlace { x, y }) = *place {
                step.of(&mut sums.placed, 1);
                sums.x.count(x, step);
                sums.y.count(y, step);
            }
        }
    }

    /// The items in the order of the question's list.
    pub fn items(&self) -> Vec<PlacedItem> {
        (0u8..).zip(&self.items).map(|(item, sums)| sums.placed_item(item)).collect()
    }
}

impl Sums {
    fn placed_item(&self, item: u8) -> PlacedItem {
        let n = self.placed;
        PlacedItem {
            item,
            placed: n,
            mean_x: self.x.mean(n),
            mean_y: self.y.mean(n),
            spread_x: self.x.spread(n),
            spread_y: self.y.spread(n),
            quadrant: self.quadrant(),
        }
    }

    fn quadrant(&self) -> Option<Quadrant> {
        match (self.x.is_high(self.placed)?, self.y.is_high(self.placed)?) {
            (false, true) => Some(Quadrant::TopLeft),
            (true, true) => Some(Quadrant::TopRight),
            (false, false) => Some(Quadrant::BottomLeft),
            (true, false) => Some(Quadrant::BottomRight),
        }
    }
}

impl AxisSums {
    fn count(&mut self, value: u8, step: Step) {
        let value = u64::from(value);
        step.of(&mut self.values, value);
        step.of(&mut self.squares, value * value);
    }

    fn mean(&self, n: u64) -> f64 {
        if n == 0 { 0.0 } else { self.values as f64 / n as f64 }
    }

    /// The root of the mean of the squares less the square of the mean, over one denominator so that nothing is lost
    /// before the root: √(n·Σv² − (Σv)²) / n.
    fn spread(&self, n: u64) -> f64 {
        let (n, sum, squares) = (u128::from(n), u128::from(self.values), u128::from(self.squares));
        let apart = (n * squares).saturating_sub(sum * sum);
        if n == 0 { 0.0 } else { (apart as f64).sqrt() / n as f64 }
    }

    /// Which side of the middle the mean lies on; none on the middle itself, where the mean of nothing lies, too.
    fn is_high(&self, n: u64) -> Option<bool> {
        let (twice, middle) = (2 * self.values, u64::from(GRID_SIDE) * n);
        (twice != middle).then_some(twice > middle)
    }
}
