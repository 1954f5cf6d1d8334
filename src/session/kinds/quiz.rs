//! A quiz question: right or wrong, against the clock, for points.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::options::{are_different, are_options, keeps_places, misplaced};
use super::{AnswerContent, Ask, ChosenOption, Step};
use crate::session::moderation::has_foul_word;
use crate::session::rejection::Rejection;
use crate::session::text::Heading;
use crate::session::timer::{Stretch, TimerPlan};

/// Most spellings that are taken for right: the facilitator may accept some more when the answers are seen.
pub const ACCEPTED_MAX: usize = 20;
/// Shortest and longest time to answer in seconds.
pub const QUIZ_SECONDS: std::ops::RangeInclusive<u16> = 5..=600;
/// The most that a question may be worth.
pub const QUIZ_POINTS_MAX: u32 = 100_000;
/// What a question is worth unless something else is said.
pub const QUIZ_POINTS: u32 = 1_000;
/// Most different typed answers that are told to the facilitator.
const TEXTS_TOLD_MAX: usize = 100;
/// Most different wrong answers that the room is shown.
const WRONG_SHOWN_MAX: usize = 5;

/// Settings of a quiz question. Each person answers once: the first answer counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    /// The options to pick one of: 2 to [`OPTIONS_MAX`](super::OPTIONS_MAX), all different. None where people type.
    #[serde(default)]
    pub options: Vec<Heading>,
    /// The right ones, each by its index: kept from the room until the question is closed.
    #[serde(default)]
    pub correct: Vec<u8>,
    /// Where people type, what is right: 1 to [`ACCEPTED_MAX`], the first as it is shown. Compared as [`spelling`] says.
    /// Kept from the room until the question is closed.
    #[serde(default)]
    pub accepted: Vec<Heading>,
    /// Time to answer in seconds, within [`QUIZ_SECONDS`]; it starts when the question is shown.
    pub seconds: u16,
    /// What a right answer at once is worth, at most [`QUIZ_POINTS_MAX`]; 0 for no points.
    #[serde(default = "usual_points")]
    pub points: u32,
}

fn usual_points() -> u32 {
    QUIZ_POINTS
}

impl Quiz {
    pub(super) fn check(&self) -> Result<(), Rejection> {
        let in_bounds = QUIZ_SECONDS.contains(&self.seconds) && self.points <= QUIZ_POINTS_MAX;
        let solvable = if self.is_typed() {
            let right = (1..=ACCEPTED_MAX).contains(&self.accepted.len());
            right && self.correct.is_empty() && are_different(&self.accepted)
        } else {
            let right = !self.correct.is_empty() && misplaced(&self.correct, self.options.len()).is_none();
            right && self.accepted.is_empty() && are_options(&self.options)
        };
        if in_bounds && solvable { Ok(()) } else { Err(Rejection::QuizOutOfBounds) }
    }

    /// Whether people type their answer instead of picking one.
    pub fn is_typed(&self) -> bool {
        self.options.is_empty()
    }

    pub(super) fn accepts(&self, content: &AnswerContent) -> Result<(), Rejection> {
        match content {
            AnswerContent::QuizChoice { option } if !self.is_typed() => {
                let known = usize::from(*option) < self.options.len();
                if known { Ok(()) } else { Err(Rejection::OptionUnknown) }
            }
            AnswerContent::QuizText { text } if self.is_typed() => {
                if spelling(text.as_str()).is_empty() {
                    Err(Rejection::AnswerEmpty)
                } else {
                    Ok(())
                }
            }
            AnswerContent::QuizChoice { .. }
            | AnswerContent::QuizText { .. }
            | AnswerContent::Text { .. }
            | AnswerContent::Ranking { .. }
            | AnswerContent::Choice { .. }
            | AnswerContent::Scales { .. }
            | AnswerContent::Points { .. }
            | AnswerContent::Number { .. }
            | AnswerContent::Grid { .. }
            | AnswerContent::Dots { .. } => Err(Rejection::AnswerOfOtherKind),
        }
    }

    /// What is right, the time and the points may be mended; they are counted anew.
    pub(super) fn keeps_answers(&self, other: &Ask) -> bool {
        let Ask::Quiz(other) = other else { return false };
        keeps_places(&self.options, &other.options)
    }

    pub(super) fn without_solution(&self) -> Self {
        Quiz { correct: Vec::new(), accepted: Vec::new(), ..self.clone() }
    }

    /// Its clock, which closes it.
    pub(in crate::session) fn clock(&self) -> TimerPlan {
        let stretch = Stretch { label: Heading::default(), seconds: u32::from(self.seconds) };
        TimerPlan { stretches: vec![stretch], starts_itself: true, closes_question: true }
    }

    /// Whether an answer is right.
    pub fn is_right(&self, content: &AnswerContent) -> bool {
        match content {
            AnswerContent::QuizChoice { option } => self.correct.contains(option),
            AnswerContent::QuizText { text } => self.takes(&spelling(text.as_str())),
            AnswerContent::Text { .. }
            | AnswerContent::Ranking { .. }
            | AnswerContent::Choice { .. }
            | AnswerContent::Scales { .. }
            | AnswerContent::Points { .. }
            | AnswerContent::Number { .. }
            | AnswerContent::Grid { .. }
            | AnswerContent::Dots { .. } => false,
        }
    }

    /// Whether this spelling is taken for right.
    pub(in crate::session) fn takes(&self, spelled: &str) -> bool {
        self.accepted.iter().any(|accepted| spelling(accepted.as_str()) == spelled)
    }

    /// What a right answer is worth after so many milliseconds on the clock: all of the points at once, half of them
    /// when the time is up and later, and between the two in proportion; most × (1 − used / (2 × time)), rounded to the
    /// nearest whole number, halves up.
    pub fn worth(&self, used_ms: u32) -> u32 {
        let time_ms = u64::from(self.seconds) * 1_000;
        let left_ms = 2 * time_ms - u64::from(used_ms).min(time_ms);
        ((u64::from(self.points) * left_ms + time_ms) / (2 * time_ms)) as u32
    }
}

/// A typed answer as it is compared: lower case, single spaces, without punctuation at its end. Accents stay, since they
/// tell words apart.
pub fn spelling(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends = |letter: char| letter.is_whitespace() || ".,;:!?…".contains(letter);
    words.join(" ").trim_end_matches(ends).to_lowercase()
}

/// How often each option was picked, or each answer typed; adding or taking away an answer costs the logarithm of how
/// many different ones there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuizTally {
    ballots: u64,
    picked: Vec<u64>,
    /// By spelling; each with the ways it was written.
    typed: BTreeMap<String, BTreeMap<String, u64>>,
}

/// One typed answer's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct TypedAnswer {
    /// As most wrote it.
    pub text: String,
    /// How many people wrote it.
    #[ts(type = "number")]
    pub count: u64,
    /// Whether it is taken for right.
    pub right: bool,
}

/// What is shown of a quiz question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct QuizSummary {
    /// The options in the order of the question's list.
    pub options: Vec<ChosenOption>,
    /// The right ones by their index.
    pub correct: Vec<u8>,
    /// Typed answers, most people first; the right ones, and of the wrong ones the commonest.
    pub typed: Vec<TypedAnswer>,
    /// How many people answered right.
    #[ts(type = "number")]
    pub right: u64,
}

impl QuizTally {
    /// An empty tally over so many options.
    pub fn new(options: usize) -> Self {
        QuizTally { picked: vec![0; options], ..QuizTally::default() }
    }

    /// Number of answers counted.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// Counts an answer, or takes a counted one away; one to another kind of question is passed over.
    pub fn count(&mut self, content: &AnswerContent, step: Step) {
        match content {
            AnswerContent::QuizChoice { option } => {
                step.of(&mut self.ballots, 1);
                if let Some(count) = self.picked.get_mut(usize::from(*option)) {
                    step.of(count, 1);
                }
            }
            AnswerContent::QuizText { text } => {
                step.of(&mut self.ballots, 1);
                self.count_typed(text, step);
            }
            AnswerContent::Text { .. }
            | AnswerContent::Ranking { .. }
            | AnswerContent::Choice { .. }
            | AnswerContent::Scales { .. }
            | AnswerContent::Points { .. }
            | AnswerContent::Number { .. }
            | AnswerContent::Grid { .. }
            | AnswerContent::Dots { .. } => {}
        }
    }

    fn count_typed(&mut self, text: &Heading, step: Step) {
        let spelled = spelling(text.as_str());
        let ways = self.typed.entry(spelled.clone()).or_default();
        let count = ways.entry(text.as_str().to_owned()).or_default();
        step.of(count, 1);
        if *count == 0 {
            ways.remove(text.as_str());
        }
        if ways.is_empty() {
            self.typed.remove(&spelled);
        }
    }

    /// What is shown of it, under settings that tell what is right.
    pub fn summary(&self, quiz: &Quiz) -> QuizSummary {
        let options: Vec<ChosenOption> =
            (0u8..).zip(&self.picked).map(|(option, &count)| ChosenOption { option, count }).collect();
        let picked_right = |chosen: &&ChosenOption| quiz.correct.contains(&chosen.option);
        let mut typed: Vec<TypedAnswer> = self
            .typed
            .iter()
            .map(|(spelled, ways)| {
                let commonest = ways.iter().rev().max_by_key(|(_, count)| **count);
                TypedAnswer {
                    text: commonest.map(|(written, _)| written.clone()).unwrap_or_default(),
                    count: ways.values().sum(),
                    right: quiz.takes(spelled),
                }
            })
            .collect();
        let typed_right: u64 = typed.iter().filter(|answer| answer.right).map(|answer| answer.count).sum();
        let right = options.iter().filter(picked_right).map(|chosen| chosen.count).sum::<u64>() + typed_right;
        typed.sort_by_key(|answer| (!answer.right, u64::MAX - answer.count));
        typed.truncate(TEXTS_TOLD_MAX);
        QuizSummary { options, correct: quiz.correct.clone(), typed, right }
    }
}

impl QuizSummary {
    /// What the room is shown of it: wrong answers only where they are common, and none with a foul word.
    pub(super) fn for_the_room(mut self) -> Self {
        self.typed.retain(|answer| answer.right || !has_foul_word(&answer.text));
        let mut wrong = 0;
        self.typed.retain(|answer| {
            wrong += usize::from(!answer.right);
            answer.right || wrong <= WRONG_SHOWN_MAX
        });
        self
    }
}
