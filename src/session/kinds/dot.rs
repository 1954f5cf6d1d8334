//! Dots placed on a picture.

use serde::{Deserialize, Serialize};

use super::{AnswerContent, Ask, Step};
use crate::session::rejection::Rejection;

/// Most dots that each person may place: more say no more.
pub const DOTS_EACH_MAX: u8 = 5;
/// How far the picture goes along each side from 0.
pub const PICTURE_SIDE: u16 = 1_000;
/// Into how many columns and rows dots are counted. Thirds of the picture are made of whole ones.
pub const MESH_SIDE: u16 = 36;
/// The same for phones, ten thousand of which are told at once.
const SHARED_SIDE: u16 = 12;

/// Settings of a question to which dots are placed on its picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dots {
    /// How many each person may place: 1 to [`DOTS_EACH_MAX`].
    pub dots_max: u8,
}

/// Where somebody placed a dot, in thousandths of the picture's sides.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Dot {
    /// From the left, 0 to 1,000.
    pub x: u16,
    /// From the top, 0 to 1,000.
    pub y: u16,
}

impl Dots {
    pub(super) fn check(self) -> Result<(), Rejection> {
        if (1..=DOTS_EACH_MAX).contains(&self.dots_max) { Ok(()) } else { Err(Rejection::DotsOutOfBounds) }
    }

    pub(super) fn accepts(self, content: &AnswerContent) -> Result<(), Rejection> {
        let AnswerContent::Dots { dots } = content else { return Err(Rejection::AnswerOfOtherKind) };
        if dots.is_empty() {
            Err(Rejection::DotsMissing)
        } else if dots.len() > usize::from(self.dots_max) {
            Err(Rejection::TooManyDots)
        } else if dots.iter().any(|dot| dot.x > PICTURE_SIDE || dot.y > PICTURE_SIDE) {
            Err(Rejection::DotOffPicture)
        } else {
            Ok(())
        }
    }

    pub(super) fn keeps_answers(self, other: &Ask) -> bool {
        matches!(other, Ask::Dots(other) if other.dots_max >= self.dots_max)
    }
}

/// Dots by the cell of a fine mesh in which they lie, each cell with the sums of their places, so that what is shown does
/// not grow with their number; adding or taking away an answer costs one step for each dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DotsTally {
    ballots: u64,
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cell {
    dots: u64,
    x: u64,
    y: u64,
}

/// Dots that lie near each other, written as `[x, y, dots]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(from = "(u16, u16, u64)", into = "(u16, u16, u64)")]
#[ts(type = "[number, number, number]")]
pub struct DotCluster {
    /// Their mean from the left, 0 to 1,000.
    pub x: u16,
    /// Their mean from the top.
    pub y: u16,
    /// How many.
    pub dots: u64,
}

impl Default for DotsTally {
    fn default() -> Self {
        DotsTally { ballots: 0, cells: vec![Cell::default(); usize::from(MESH_SIDE * MESH_SIDE)] }
    }
}

impl DotsTally {
    /// Number of answers counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts an answer, or takes a counted one away.
    pub fn count(&mut self, dots: &[Dot], step: Step) {
        step.of(&mut self.ballots, 1);
        for dot in dots {
            if let Some(cell) = self.cells.get_mut(cell_of(*dot, MESH_SIDE)) {
                step.of(&mut cell.dots, 1);
                step.of(&mut cell.x, dot.x.into());
                step.of(&mut cell.y, dot.y.into());
            }
        }
    }

    /// All dots, gathered by cell, from the top left row by row; at most [`MESH_SIDE`] squared.
    pub fn clusters(&self) -> Vec<DotCluster> {
        self.cells.iter().filter_map(|cell| cell.cluster()).collect()
    }

    /// The same in a coarser mesh, for the many.
    pub(super) fn coarse(clusters: &[DotCluster]) -> Vec<DotCluster> {
        let mut cells = vec![Cell::default(); usize::from(SHARED_SIDE * SHARED_SIDE)];
        for &DotCluster { x, y, dots } in clusters {
            if let Some(cell) = cells.get_mut(cell_of(Dot { x, y }, SHARED_SIDE)) {
                cell.dots += dots;
                cell.x += u64::from(x) * dots;
                cell.y += u64::from(y) * dots;
            }
        }
        cells.iter().filter_map(|cell| cell.cluster()).collect()
    }
}

impl Cell {
    fn cluster(&self) -> Option<DotCluster> {
        let mean = |sum: u64| (sum + self.dots / 2).checked_div(self.dots).map(|mean| mean as u16);
        Some(DotCluster { x: mean(self.x)?, y: mean(self.y)?, dots: self.dots })
    }
}

/// The cell of a mesh with so many columns and rows in which a dot lies.
fn cell_of(dot: Dot, side: u16) -> usize {
    let part = |along: u16| usize::from(along) * usize::from(side) / (usize::from(PICTURE_SIDE) + 1);
    part(dot.y) * usize::from(side) + part(dot.x)
}

impl From<(u16, u16, u64)> for DotCluster {
    fn from((x, y, dots): (u16, u16, u64)) -> Self {
        DotCluster { x, y, dots }
    }
}

impl From<DotCluster> for (u16, u16, u64) {
    fn from(cluster: DotCluster) -> Self {
        (cluster.x, cluster.y, cluster.dots)
    }
}
