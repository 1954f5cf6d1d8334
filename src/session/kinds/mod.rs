//! The ways to ask. Each is a module that names its settings, what an answer may be, how answers are counted, and what is
//! shown of them; here they stand beside each other, so that the next one is added in one place.

mod choice;
mod dot;
mod grid;
mod number;
mod open_text;
mod options;
mod other;
mod points;
mod quiz;
mod ranking;
mod scales;
mod tally;
mod word_cloud;

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::picture::Picture;
use super::rejection::Rejection;
use super::text::{AnswerText, Heading, OtherText};

pub use choice::{Choice, ChoiceTally, ChosenOption};
pub use dot::{DOTS_EACH_MAX, Dot, DotCluster, Dots, DotsTally, MESH_SIDE, PICTURE_SIDE};
pub use grid::{
    Axis, GRID_ITEMS_MAX, GRID_SIDE, Grid, GridPlace, GridTally, PlacedItem, Quadrant, Quadrants,
};
pub use number::{BINS_MAX, Number, NumberBin, NumberSummary, NumberTally, Solved, UNIT_CHARS_MAX};
pub use open_text::{ANSWERS_EACH_MAX, OpenText};
pub use options::OPTIONS_MAX;
pub use other::{OtherCount, OtherTally, OtherView, Reading};
pub use points::{POINTS, PointedOption, Points, PointsTally};
pub use quiz::{
    ACCEPTED_MAX, QUIZ_POINTS, QUIZ_POINTS_MAX, QUIZ_SECONDS, Quiz, QuizSummary, QuizTally, TypedAnswer,
    spelling,
};
pub use ranking::{RankedOption, Ranking, RankingTally, concordance};
pub use scales::{STATEMENTS_MAX, STEPS, ScaledStatement, Scales, ScalesTally};
pub use tally::{Step, Tally, TallyView};
pub use word_cloud::{ENTRY_CHARS_MAX, ENTRY_WORDS_MAX, WordCloud};

/// The kinds of questions with their settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Ask {
    /// Free text.
    OpenText(OpenText),
    /// Put options in order.
    Ranking(Ranking),
    /// Choose among options.
    Choice(Choice),
    /// Mark statements on a scale.
    Scales(Scales),
    /// Give out a hundred points.
    Points(Points),
    /// Give a number.
    Number(Number),
    /// Give words for a cloud.
    WordCloud(WordCloud),
    /// Place items on a plane; boxed, since it has far more words than the others.
    Grid(Box<Grid>),
    /// Answer right, and soon; boxed as the plane is.
    Quiz(Box<Quiz>),
    /// Place dots on the question's picture.
    Dots(Dots),
}

/// What somebody answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerContent {
    /// To an open question or a word cloud.
    Text {
        /// What was written.
        text: AnswerText,
    },
    /// To a ranking.
    Ranking {
        /// Options from first place on, each by its index in the question's list.
        order: Vec<u8>,
    },
    /// To a choice.
    Choice {
        /// The options, each by its index in the question's list, in any order.
        chosen: Vec<u8>,
        /// What was written instead of an option, or beside some.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<OtherText>,
    },
    /// To scales.
    Scales {
        /// For each statement the step, from 1; none where it was skipped.
        marks: Vec<Option<u8>>,
    },
    /// To a question on which points are given out.
    Points {
        /// For each option its points; a hundred in all.
        points: Vec<u16>,
    },
    /// To a question for a number.
    Number {
        /// The number.
        value: Amount,
    },
    /// To a question with a plane.
    Grid {
        /// For each item where it belongs; none where it was skipped.
        places: Vec<Option<GridPlace>>,
    },
    /// To a quiz question with options.
    QuizChoice {
        /// The option, by its index in the question's list.
        option: u8,
    },
    /// To a quiz question where people type.
    QuizText {
        /// What was typed.
        text: Heading,
    },
    /// To a question with dots on its picture.
    Dots {
        /// Where, in any order.
        dots: Vec<Dot>,
    },
}

impl Ask {
    /// Whether answers are free text that is themed by what it says and that the room can sort.
    pub fn is_open_text(&self) -> bool {
        matches!(self, Ask::OpenText(_))
    }

    /// Whether something else than its options can be written.
    pub fn offers_other(&self) -> bool {
        matches!(self, Ask::Choice(choice) if choice.other)
    }

    /// Whether answers are texts, each shown as it was written, and gathered in themes.
    pub fn takes_text(&self) -> bool {
        matches!(self, Ask::OpenText(_) | Ask::WordCloud(_))
    }

    /// Whether it is a question of the quiz.
    pub fn is_quiz(&self) -> bool {
        matches!(self, Ask::Quiz(_))
    }

    /// How many answers each person may give.
    pub fn answers_max(&self) -> usize {
        match self {
            Ask::OpenText(open) => usize::from(open.answers_max),
            Ask::WordCloud(cloud) => usize::from(cloud.answers_max),
            Ask::Ranking(_)
            | Ask::Choice(_)
            | Ask::Scales(_)
            | Ask::Points(_)
            | Ask::Number(_)
            | Ask::Grid(_)
            | Ask::Quiz(_)
            | Ask::Dots(_) => 1,
        }
    }

    /// The pictures beside its options.
    pub fn pictures(&self) -> &[Option<Picture>] {
        match self {
            Ask::Choice(choice) => &choice.pictures,
            Ask::OpenText(_)
            | Ask::WordCloud(_)
            | Ask::Ranking(_)
            | Ask::Scales(_)
            | Ask::Points(_)
            | Ask::Number(_)
            | Ask::Grid(_)
            | Ask::Quiz(_)
            | Ask::Dots(_) => &[],
        }
    }

    /// The same as the room may see it before its time: without what is right.
    pub fn without_solution(&self) -> Ask {
        match self {
            Ask::Choice(choice) => Ask::Choice(Choice { correct: Vec::new(), ..choice.clone() }),
            Ask::Number(number) => Ask::Number(Number { solution: None, ..number.clone() }),
            Ask::Quiz(quiz) => Ask::Quiz(Box::new(quiz.without_solution())),
            Ask::OpenText(_)
            | Ask::Ranking(_)
            | Ask::Scales(_)
            | Ask::Points(_)
            | Ask::WordCloud(_)
            | Ask::Grid(_)
            | Ask::Dots(_) => self.clone(),
        }
    }

    /// Whether a question can be asked with these settings.
    pub(super) fn check(&self) -> Result<(), Rejection> {
        match self {
            Ask::OpenText(open) => open.check(),
            Ask::Ranking(ranking) => ranking.check(),
            Ask::Choice(choice) => choice.check(),
            Ask::Scales(scales) => scales.check(),
            Ask::Points(points) => points.check(),
            Ask::Number(number) => number.check(),
            Ask::WordCloud(cloud) => cloud.check(),
            Ask::Grid(grid) => grid.check(),
            Ask::Quiz(quiz) => quiz.check(),
            Ask::Dots(dots) => dots.check(),
        }
    }

    /// Whether answers that were given under these settings still say the same under others.
    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        match self {
            Ask::OpenText(_) => matches!(other, Ask::OpenText(_)),
            Ask::Ranking(ranking) => ranking.keeps_answers(other),
            Ask::Choice(choice) => choice.keeps_answers(other),
            Ask::Scales(scales) => scales.keeps_answers(other),
            Ask::Points(points) => points.keeps_answers(other),
            Ask::Number(number) => number.keeps_answers(other),
            Ask::WordCloud(_) => matches!(other, Ask::WordCloud(_)),
            Ask::Grid(grid) => grid.keeps_answers(other),
            Ask::Quiz(quiz) => quiz.keeps_answers(other),
            Ask::Dots(dots) => dots.keeps_answers(other),
        }
    }
}

impl AnswerContent {
    /// The text of an answer in words.
    pub fn text(&self) -> Option<&str> {
        if let AnswerContent::Text { text } = self { Some(text.as_str()) } else { None }
    }

    /// What was written beside the options of a choice.
    pub fn other(&self) -> Option<&OtherText> {
        if let AnswerContent::Choice { other, .. } = self { other.as_ref() } else { None }
    }

    /// All that is in words of one's own and may have to be kept from the room.
    pub fn words(&self) -> Option<&str> {
        self.text().or(self.other().map(OtherText::as_str))
    }

    /// The same answer to a choice without what was written, only that something was.
    pub fn without_words(&self) -> AnswerContent {
        match self {
            AnswerContent::Choice { chosen, other: Some(_) } => {
                AnswerContent::Choice { chosen: chosen.clone(), other: Some(OtherText::default()) }
            }
            other => other.clone(),
        }
    }

    /// Whether it says the same as another: options that were chosen, and dots, have no order.
    pub(super) fn says_the_same(&self, other: &AnswerContent) -> bool {
        if let (
            AnswerContent::Choice { chosen, other: text },
            AnswerContent::Choice { chosen: others, other: other_text },
        ) = (self, other)
        {
            let folded = |text: &Option<OtherText>| text.as_ref().map(OtherText::folded);
            let same_options =
                chosen.len() == others.len() && chosen.iter().all(|option| others.contains(option));
            return same_options && folded(text) == folded(other_text);
        }
        if let (AnswerContent::Dots { dots }, AnswerContent::Dots { dots: others }) = (self, other) {
            let sorted = |dots: &[Dot]| {
                let mut dots = dots.to_vec();
                dots.sort_unstable();
                dots
            };
            return sorted(dots) == sorted(others);
        }
        self == other
    }

    /// Whether this answers a question asked in this way.
    pub fn check(&self, ask: &Ask) -> Result<(), Rejection> {
        match ask {
            Ask::OpenText(open) => open.accepts(self),
            Ask::Ranking(ranking) => ranking.accepts(self),
            Ask::Choice(choice) => choice.accepts(self),
            Ask::Scales(scales) => scales.accepts(self),
            Ask::Points(points) => points.accepts(self),
            Ask::Number(number) => number.accepts(self),
            Ask::WordCloud(cloud) => cloud.accepts(self),
            Ask::Grid(grid) => grid.accepts(self),
            Ask::Quiz(quiz) => quiz.accepts(self),
            Ask::Dots(dots) => dots.accepts(self),
        }
    }
}
