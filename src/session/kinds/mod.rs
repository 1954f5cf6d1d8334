//! The ways to ask. Each is a module that names its settings, what an answer may be, how answers are counted, and what is
//! shown of them; here they stand beside each other, so that the next one is added in one place.

mod choice;
mod number;
mod open_text;
mod points;
mod ranking;
mod scales;
mod word_cloud;

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::rejection::Rejection;
use super::text::{AnswerText, Heading};

pub use choice::{Choice, ChoiceTally, ChosenOption};
pub use number::{BINS_MAX, Number, NumberBin, NumberSummary, NumberTally, Solved, UNIT_CHARS_MAX};
pub use open_text::{ANSWERS_EACH_MAX, OpenText};
pub use points::{POINTS, PointedOption, Points, PointsTally};
pub use ranking::{RankedOption, Ranking, RankingTally, concordance};
pub use scales::{STATEMENTS_MAX, STEPS, ScaledStatement, Scales, ScalesTally};
pub use word_cloud::{ENTRY_CHARS_MAX, ENTRY_WORDS_MAX, WordCloud};

/// Most options of a ranking or a choice: nobody reads more on a phone.
pub const OPTIONS_MAX: usize = 12;

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
}

impl Ask {
    /// Whether answers are free text that is themed by what it says and that the room can sort.
    pub fn is_open_text(&self) -> bool {
        match self {
            Ask::OpenText(_) => true,
            Ask::Ranking(_)
            | Ask::Choice(_)
            | Ask::Scales(_)
            | Ask::Points(_)
            | Ask::Number(_)
            | Ask::WordCloud(_) => false,
        }
    }

    /// Whether answers are texts, each shown as it was written, and gathered in themes.
    pub fn takes_text(&self) -> bool {
        match self {
            Ask::OpenText(_) | Ask::WordCloud(_) => true,
            Ask::Ranking(_) | Ask::Choice(_) | Ask::Scales(_) | Ask::Points(_) | Ask::Number(_) => false,
        }
    }

    /// How many answers each person may give.
    pub fn answers_max(&self) -> usize {
        match self {
            Ask::OpenText(open) => usize::from(open.answers_max),
            Ask::WordCloud(cloud) => usize::from(cloud.answers_max),
            Ask::Ranking(_) | Ask::Choice(_) | Ask::Scales(_) | Ask::Points(_) | Ask::Number(_) => 1,
        }
    }

    /// The same as the room may see it before its time: without what is right.
    pub fn without_solution(&self) -> Ask {
        match self {
            Ask::Choice(choice) => Ask::Choice(Choice { correct: Vec::new(), ..choice.clone() }),
            Ask::Number(number) => Ask::Number(Number { solution: None, ..number.clone() }),
            Ask::OpenText(_) | Ask::Ranking(_) | Ask::Scales(_) | Ask::Points(_) | Ask::WordCloud(_) => {
                self.clone()
            }
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
        }
    }

    /// Whether answers that were given under these settings still say the same under others.
    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        match (self, other) {
            (Ask::OpenText(_), Ask::OpenText(_)) | (Ask::WordCloud(_), Ask::WordCloud(_)) => true,
            (Ask::Ranking(ranking), Ask::Ranking(other)) => ranking.keeps_answers(other),
            (Ask::Choice(choice), Ask::Choice(other)) => choice.keeps_answers(other),
            (Ask::Scales(scales), Ask::Scales(other)) => scales.keeps_answers(other),
            (Ask::Points(points), Ask::Points(other)) => points.keeps_answers(other),
            (Ask::Number(number), Ask::Number(other)) => number.keeps_answers(other),
            (
                Ask::OpenText(_)
                | Ask::Ranking(_)
                | Ask::Choice(_)
                | Ask::Scales(_)
                | Ask::Points(_)
                | Ask::Number(_)
                | Ask::WordCloud(_),
                _,
            ) => false,
        }
    }
}

impl AnswerContent {
    /// The text of an answer in words.
    pub fn text(&self) -> Option<&str> {
        match self {
            AnswerContent::Text { text } => Some(text.as_str()),
            AnswerContent::Ranking { .. }
            | AnswerContent::Choice { .. }
            | AnswerContent::Scales { .. }
            | AnswerContent::Points { .. }
            | AnswerContent::Number { .. } => None,
        }
    }

    /// Whether this answers a question asked in this way.
    pub fn check(&self, ask: &Ask) -> Result<(), Rejection> {
        match (self, ask) {
            (AnswerContent::Text { text }, Ask::OpenText(open)) => open.accepts(text),
            (AnswerContent::Text { text }, Ask::WordCloud(cloud)) => cloud.accepts(text),
            (AnswerContent::Ranking { order }, Ask::Ranking(ranking)) => ranking.accepts(order),
            (AnswerContent::Choice { chosen }, Ask::Choice(choice)) => choice.accepts(chosen),
            (AnswerContent::Scales { marks }, Ask::Scales(scales)) => scales.accepts(marks),
            (AnswerContent::Points { points }, Ask::Points(asked)) => asked.accepts(points),
            (AnswerContent::Number { value }, Ask::Number(number)) => number.accepts(*value),
            (
                AnswerContent::Text { .. }
                | AnswerContent::Ranking { .. }
                | AnswerContent::Choice { .. }
                | AnswerContent::Scales { .. }
                | AnswerContent::Points { .. }
                | AnswerContent::Number { .. },
                Ask::OpenText(_)
                | Ask::Ranking(_)
                | Ask::Choice(_)
                | Ask::Scales(_)
                | Ask::Points(_)
                | Ask::Number(_)
                | Ask::WordCloud(_),
            ) => Err(Rejection::AnswerOfOtherKind),
        }
    }
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
        }
    }

    /// Counts an answer; one of another kind is passed over.
    pub fn add(&mut self, content: &AnswerContent) {
        match (self, content) {
            (Tally::Ranking(tally), AnswerContent::Ranking { order }) => tally.add(order),
            (Tally::Choice(tally), AnswerContent::Choice { chosen }) => tally.add(chosen),
            (Tally::Scales(tally), AnswerContent::Scales { marks }) => tally.add(marks),
            (Tally::Points(tally), AnswerContent::Points { points }) => tally.add(points),
            (Tally::Number(tally), AnswerContent::Number { value }) => tally.add(*value),
            (
                Tally::OpenText
                | Tally::Ranking(_)
                | Tally::Choice(_)
                | Tally::Scales(_)
                | Tally::Points(_)
                | Tally::Number(_),
                _,
            ) => {}
        }
    }

    /// Takes a counted answer away.
    pub fn take_away(&mut self, content: &AnswerContent) {
        match (self, content) {
            (Tally::Ranking(tally), AnswerContent::Ranking { order }) => tally.take_away(order),
            (Tally::Choice(tally), AnswerContent::Choice { chosen }) => tally.take_away(chosen),
            (Tally::Scales(tally), AnswerContent::Scales { marks }) => tally.take_away(marks),
            (Tally::Points(tally), AnswerContent::Points { points }) => tally.take_away(points),
            (Tally::Number(tally), AnswerContent::Number { value }) => tally.take_away(*value),
            (
                Tally::OpenText
                | Tally::Ranking(_)
                | Tally::Choice(_)
                | Tally::Scales(_)
                | Tally::Points(_)
                | Tally::Number(_),
                _,
            ) => {}
        }
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
                let correct = match ask {
                    Ask::Choice(choice) if solved => choice.correct.clone(),
                    Ask::OpenText(_)
                    | Ask::Ranking(_)
                    | Ask::Choice(_)
                    | Ask::Scales(_)
                    | Ask::Points(_)
                    | Ask::Number(_)
                    | Ask::WordCloud(_) => Vec::new(),
                };
                Some(TallyView::Choice { options: tally.options(), correct })
            }
            Tally::Scales(tally) => Some(TallyView::Scales { statements: tally.statements() }),
            Tally::Points(tally) => Some(TallyView::Points { options: tally.options() }),
            Tally::Number(tally) => {
                let solution = match ask {
                    Ask::Number(number) if solved => number.solution,
                    Ask::OpenText(_)
                    | Ask::Ranking(_)
                    | Ask::Choice(_)
                    | Ask::Scales(_)
                    | Ask::Points(_)
                    | Ask::Number(_)
                    | Ask::WordCloud(_) => None,
                };
                Some(TallyView::Number(tally.summary(solution)))
            }
        }
    }
}

impl TallyView {
    /// What the room is shown of it: all but the pairs, which no screen of the room has a place for and which would be
    /// sent to every phone.
    pub(super) fn without_pairs(self) -> Self {
        match self {
            TallyView::Ranking { options, agreement, pairs: _ } => {
                TallyView::Ranking { options, agreement, pairs: Vec::new() }
            }
            TallyView::Choice { .. }
            | TallyView::Scales { .. }
            | TallyView::Points { .. }
            | TallyView::Number(_) => self,
        }
    }
}

/// Whether these can be options: 2 to [`OPTIONS_MAX`], each with a name of its own.
fn are_options(options: &[Heading]) -> bool {
    (2..=OPTIONS_MAX).contains(&options.len()) && are_different(options)
}

/// Whether each has a name of its own, upper and lower case counted as the same.
fn are_different(options: &[Heading]) -> bool {
    let named = options.iter().all(|option| !option.is_empty());
    let mut sorted: Vec<String> = options.iter().map(|option| option.as_str().to_lowercase()).collect();
    sorted.sort_unstable();
    sorted.dedup();
    named && sorted.len() == options.len()
}

/// Whether options were at most reworded: ballots name them by their places.
fn keeps_places(options: &[Heading], others: &[Heading]) -> bool {
    let moved = |(index, option): (usize, &Heading)| options[index] != *option && options.contains(option);
    options.len() == others.len() && !others.iter().enumerate().any(moved)
}

/// The first of these indexes that is no option of so many, or stands twice.
fn misplaced(chosen: &[u8], options: usize) -> Option<Misplaced> {
    let mut seen = vec![false; options];
    chosen.iter().find_map(|&option| match seen.get_mut(usize::from(option)) {
        None => Some(Misplaced::Unknown),
        Some(seen) => std::mem::replace(seen, true).then_some(Misplaced::Twice),
    })
}

/// What is wrong with a list of options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Misplaced {
    Unknown,
    Twice,
}
