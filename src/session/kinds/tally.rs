//! What answers add up to, and what is shown of it.

use serde::{Deserialize, Serialize};

use super::choice::{ChoiceTally, ChosenOption};
use super::dot::{DotCluster, DotsTally};
use super::grid::{GridTally, PlacedItem};
use super::number::{NumberSummary, NumberTally};
use super::other::OtherView;
use super::points::{PointedOption, PointsTally};
use super::quiz::{QuizSummary, QuizTally};
use super::ranking::{RankedOption, RankingTally};
use super::scales::{ScaledStatement, ScalesTally};
use super::{AnswerContent, Ask, Reading};
use crate::session::text::OtherText;

/// Whether an answer comes into a tally or leaves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It comes in.
    Add,
    /// It was counted and leaves.
    TakeAway,
}

impl Step {
    /// The step that takes it back.
    pub(super) fn reverse(self) -> Self {
        match self {
            Step::Add => Step::TakeAway,
            Step::TakeAway => Step::Add,
        }
    }

    /// Moves a sum by so much.
    pub(in crate::session) fn of(self, sum: &mut u64, by: u64) {
        *sum = match self {
            Step::Add => sum.saturating_add(by),
            Step::TakeAway => sum.saturating_sub(by),
        };
    }
}

/// What the answers to one question add up to, kept answer by answer; nothing for free text, which is themed instead.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Tally {
    /// Free text.
    #[default]
    OpenText,
    /// A ranking.
    Ranking(RankingTally),
    /// A choice.
    Choice(ChoiceTally),
    /// Scales.
    Scales(ScalesTally),
    /// Points.
    Points(PointsTally),
    /// Numbers.
    Number(NumberTally),
    /// Places on a plane.
    Grid(GridTally),
    /// Answers to a quiz question.
    Quiz(QuizTally),
    /// Dots on a picture.
    Dots(DotsTally),
}

/// What is shown of a tally.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TallyView {
    /// Of a ranking.
    Ranking {
        /// Its options, best first.
        options: Vec<RankedOption>,
        /// How far the ballots agree: Kendall's W from 0 to 1; none where there are fewer than two.
        agreement: Option<f64>,
        /// Row i, column j: how many put option i before option j, in the order of the question's list. Empty for all
        /// but the facilitator.
        #[ts(type = "Array<Array<number>>")]
        pairs: Vec<Vec<u64>>,
    },
    /// Of a choice.
    Choice {
        /// Its options in the order of the question's list.
        options: Vec<ChosenOption>,
        /// The right ones by their index, once they may be known; empty where none is right or wrong.
        correct: Vec<u8>,
        /// What was written beside the options; none where that is not offered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<OtherView>,
    },
    /// Of scales.
    Scales {
        /// The statements in the order of the question's list.
        statements: Vec<ScaledStatement>,
    },
    /// Of points.
    Points {
        /// The options, most points first.
        options: Vec<PointedOption>,
    },
    /// Of numbers.
    Number(NumberSummary),
    /// Of places on a plane.
    Grid {
        /// The items in the order of the question's list.
        items: Vec<PlacedItem>,
    },
    /// Of a quiz question.
    Quiz(QuizSummary),
    /// Of dots on a picture.
    Dots {
        /// Where they are, those near each other as one: on phones in a coarser mesh than elsewhere.
        #[schema(value_type = Vec<Vec<u64>>)]
        clusters: Vec<DotCluster>,
    },
}

impl Tally {
    /// An empty tally.
    pub fn of(ask: &Ask) -> Self {
        match ask {
            Ask::OpenText(_) | Ask::WordCloud(_) => Tally::OpenText,
            Ask::Ranking(ranking) => Tally::Ranking(RankingTally::new(ranking.options.len())),
            Ask::Choice(choice) => Tally::Choice(ChoiceTally::new(choice.options.len())),
            Ask::Scales(scales) => Tally::Scales(ScalesTally::new(scales.statements.len(), scales.steps)),
            Ask::Points(points) => Tally::Points(PointsTally::new(points.options.len())),
            Ask::Number(_) => Tally::Number(NumberTally::default()),
            Ask::Grid(grid) => Tally::Grid(GridTally::new(grid.items.len())),
            Ask::Quiz(quiz) => Tally::Quiz(QuizTally::new(quiz.options.len())),
            Ask::Dots(_) => Tally::Dots(DotsTally::default()),
        }
    }

    /// Counts an answer, or takes a counted one away; one of another kind is passed over.
    pub fn count(&mut self, content: &AnswerContent, step: Step) {
        match self {
            Tally::OpenText => {}
            Tally::Ranking(tally) => {
                if let AnswerContent::Ranking { order } = content {
                    tally.count(order, step);
                }
            }
            Tally::Choice(tally) => {
                if let AnswerContent::Choice { chosen, other } = content {
                    tally.count(chosen, other.as_ref(), step);
                }
            }
            Tally::Scales(tally) => {
                if let AnswerContent::Scales { marks } = content {
                    tally.count(marks, step);
                }
            }
            Tally::Points(tally) => {
                if let AnswerContent::Points { points } = content {
                    tally.count(points, step);
                }
            }
            Tally::Number(tally) => {
                if let AnswerContent::Number { value } = content {
                    tally.count(*value, step);
                }
            }
            Tally::Grid(tally) => {
                if let AnswerContent::Grid { places } = content {
                    tally.count(places, step);
                }
            }
            Tally::Quiz(tally) => tally.count(content, step),
            Tally::Dots(tally) => {
                if let AnswerContent::Dots { dots } = content {
                    tally.count(dots, step);
                }
            }
        }
    }

    /// Keeps the words of a counted answer to a choice from the room, or shows them again.
    pub fn withhold(&mut self, content: &AnswerContent, step: Step) {
        if let (Tally::Choice(tally), Some(text)) = (self, content.other()) {
            tally.withhold(text, step);
        }
    }

    /// Whether the room may read this text of somebody's own, where it is counted.
    pub fn reading(&self, text: &OtherText) -> Option<Reading> {
        if let Tally::Choice(tally) = self { tally.other().reading(text) } else { None }
    }

    /// How many answers are counted.
    pub fn ballots(&self) -> u64 {
        match self {
            Tally::OpenText => 0,
            Tally::Ranking(tally) => tally.ballots(),
            Tally::Choice(tally) => tally.ballots(),
            Tally::Scales(tally) => tally.ballots(),
            Tally::Points(tally) => tally.ballots(),
            Tally::Number(tally) => tally.ballots(),
            Tally::Grid(tally) => tally.ballots(),
            Tally::Quiz(tally) => tally.ballots(),
            Tally::Dots(tally) => tally.ballots(),
        }
    }

    /// What is shown of it, with what is right where that may be known; none for free text.
    pub fn view(&self, ask: &Ask, solved: bool) -> Option<TallyView> {
        match self {
            Tally::OpenText => None,
            Tally::Ranking(tally) => Some(TallyView::Ranking {
                options: tally.ranked(),
                agreement: tally.agreement(),
                pairs: tally.pairs().to_vec(),
            }),
            Tally::Choice(tally) => {
                let Ask::Choice(choice) = ask else { return None };
                let correct = if solved { choice.correct.clone() } else { Vec::new() };
                Some(TallyView::Choice { options: tally.options(), correct, other: tally.other_view(choice) })
            }
            Tally::Scales(tally) => Some(TallyView::Scales { statements: tally.statements() }),
            Tally::Points(tally) => Some(TallyView::Points { options: tally.options() }),
            Tally::Number(tally) => {
                let solution = if let Ask::Number(number) = ask
                    && solved
                {
                    number.solution
                } else {
                    None
                };
                Some(TallyView::Number(tally.summary(solution)))
            }
            Tally::Grid(tally) => Some(TallyView::Grid { items: tally.items() }),
            // Nothing of it may be seen before what is right may be.
            Tally::Quiz(tally) => {
                let Ask::Quiz(quiz) = ask else { return None };
                solved.then(|| TallyView::Quiz(tally.summary(quiz)))
            }
            Tally::Dots(tally) => Some(TallyView::Dots { clusters: tally.clusters() }),
        }
    }
}

impl TallyView {
    /// What the facilitator is told of it: of what people wrote the commonest.
    pub(in crate::session) fn for_the_facilitator(self) -> Self {
        match self {
            TallyView::Choice { options, correct, other } => {
                TallyView::Choice { options, correct, other: other.map(OtherView::for_the_facilitator) }
            }
            other @ (TallyView::Ranking { .. }
            | TallyView::Scales { .. }
            | TallyView::Points { .. }
            | TallyView::Number(_)
            | TallyView::Grid { .. }
            | TallyView::Quiz(_)
            | TallyView::Dots { .. }) => other,
        }
    }

    /// What the room is shown of it: all but the pairs, which no screen of the room has a place for and which would be
    /// sent to every phone; and of what people wrote that which is fit to be shown.
    pub(in crate::session) fn for_the_room(self) -> Self {
        match self {
            TallyView::Ranking { options, agreement, pairs: _ } => {
                TallyView::Ranking { options, agreement, pairs: Vec::new() }
            }
            TallyView::Quiz(summary) => TallyView::Quiz(summary.for_the_room()),
            TallyView::Choice { options, correct, other } => {
                TallyView::Choice { options, correct, other: other.map(OtherView::for_the_room) }
            }
            TallyView::Scales { .. }
            | TallyView::Points { .. }
            | TallyView::Number(_)
            | TallyView::Grid { .. }
            | TallyView::Dots { .. } => self,
        }
    }

    /// What phones are told of it: dots in a mesh so coarse that ten thousand phones can be told of it at once.
    pub(in crate::session) fn for_phones(self) -> Self {
        match self.for_the_room() {
            TallyView::Dots { clusters } => TallyView::Dots { clusters: DotsTally::coarse(&clusters) },
            TallyView::Choice { options, correct, other } => {
                TallyView::Choice { options, correct, other: other.map(OtherView::for_phones) }
            }
            other @ (TallyView::Ranking { .. }
            | TallyView::Scales { .. }
            | TallyView::Points { .. }
            | TallyView::Number(_)
            | TallyView::Grid { .. }
            | TallyView::Quiz(_)) => other,
        }
    }
}
