//! The ways to ask. Each is a module that names its settings, what an answer may be, how answers are counted, and what is
//! shown of them; here they stand beside each other, so that the next one is added in one place.

mod choice;
mod open_text;
mod ranking;

use serde::{Deserialize, Serialize};

use super::rejection::Rejection;
use super::text::{AnswerText, Heading};

pub use choice::{Choice, ChoiceTally, ChosenOption};
pub use open_text::{ANSWERS_EACH_MAX, OpenText};
pub use ranking::{RankedOption, Ranking, RankingTally, concordance};

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
}

/// What somebody answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerContent {
    /// To an open question.
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
    },
}

impl Ask {
    /// Whether an answer may be text.
    pub fn is_open_text(&self) -> bool {
        match self {
            Ask::OpenText(_) => true,
            Ask::Ranking(_) | Ask::Choice(_) => false,
        }
    }

    /// How many answers each person may give.
    pub fn answers_max(&self) -> usize {
        match self {
            Ask::OpenText(open) => usize::from(open.answers_max),
            Ask::Ranking(_) | Ask::Choice(_) => 1,
        }
    }

    /// Whether a question can be asked with these settings.
    pub(super) fn check(&self) -> Result<(), Rejection> {
        match self {
            Ask::OpenText(open) => open.check(),
            Ask::Ranking(ranking) => ranking.check(),
            Ask::Choice(choice) => choice.check(),
        }
    }

    /// Whether answers that were given under these settings still say the same under others.
    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        match (self, other) {
            (Ask::OpenText(_), Ask::OpenText(_)) => true,
            (Ask::Ranking(ranking), Ask::Ranking(other)) => ranking.keeps_answers(other),
            (Ask::Choice(choice), Ask::Choice(other)) => choice.keeps_answers(other),
            (Ask::OpenText(_) | Ask::Ranking(_) | Ask::Choice(_), _) => false,
        }
    }
}

impl AnswerContent {
    /// The text of an open answer.
    pub fn text(&self) -> Option<&str> {
        match self {
            AnswerContent::Text { text } => Some(text.as_str()),
            AnswerContent::Ranking { .. } | AnswerContent::Choice { .. } => None,
        }
    }

    /// Whether this answers a question asked in this way.
    pub fn check(&self, ask: &Ask) -> Result<(), Rejection> {
        match (self, ask) {
            (AnswerContent::Text { text }, Ask::OpenText(open)) => open.accepts(text),
            (AnswerContent::Ranking { order }, Ask::Ranking(ranking)) => ranking.accepts(order),
            (AnswerContent::Choice { chosen }, Ask::Choice(choice)) => choice.accepts(chosen),
            (
                AnswerContent::Text { .. } | AnswerContent::Ranking { .. } | AnswerContent::Choice { .. },
                Ask::OpenText(_) | Ask::Ranking(_) | Ask::Choice(_),
            ) => Err(Rejection::AnswerOfOtherKind),
        }
    }
}

impl Tally {
    /// An empty tally.
    pub fn of(ask: &Ask) -> Self {
        match ask {
            Ask::OpenText(_) => Tally::OpenText,
            Ask::Ranking(ranking) => Tally::Ranking(RankingTally::new(ranking.options.len())),
            Ask::Choice(choice) => Tally::Choice(ChoiceTally::new(choice.options.len())),
        }
    }

    /// Counts an answer; one of another kind is passed over.
    pub fn add(&mut self, content: &AnswerContent) {
        match (self, content) {
            (Tally::Ranking(tally), AnswerContent::Ranking { order }) => tally.add(order),
            (Tally::Choice(tally), AnswerContent::Choice { chosen }) => tally.add(chosen),
            (Tally::OpenText | Tally::Ranking(_) | Tally::Choice(_), _) => {}
        }
    }

    /// Takes a counted answer away.
    pub fn take_away(&mut self, content: &AnswerContent) {
        match (self, content) {
            (Tally::Ranking(tally), AnswerContent::Ranking { order }) => tally.take_away(order),
            (Tally::Choice(tally), AnswerContent::Choice { chosen }) => tally.take_away(chosen),
            (Tally::OpenText | Tally::Ranking(_) | Tally::Choice(_), _) => {}
        }
    }

    /// How many answers are counted.
    pub fn ballots(&self) -> u64 {
        match self {
            Tally::OpenText => 0,
            Tally::Ranking(tally) => tally.ballots(),
            Tally::Choice(tally) => tally.ballots(),
        }
    }

    /// What is shown of it; none for free text.
    pub fn view(&self) -> Option<TallyView> {
        match self {
            Tally::OpenText => None,
            Tally::Ranking(tally) => Some(TallyView::Ranking {
                options: tally.ranked(),
                agreement: tally.agreement(),
                pairs: tally.pairs().to_vec(),
            }),
            Tally::Choice(tally) => Some(TallyView::Choice { options: tally.options() }),
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
            TallyView::Choice { options } => TallyView::Choice { options },
        }
    }
}

/// Whether these can be options: 2 to [`OPTIONS_MAX`], each with a name of its own.
fn are_options(options: &[Heading]) -> bool {
    let named = options.iter().all(|option| !option.is_empty());
    let mut sorted: Vec<String> = options.iter().map(|option| option.as_str().to_lowercase()).collect();
    sorted.sort_unstable();
    sorted.dedup();
    (2..=OPTIONS_MAX).contains(&options.len()) && named && sorted.len() == options.len()
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
