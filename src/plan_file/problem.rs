//! What is wrong with a text that cannot be read as a plan.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::session::{Rejection, TextError};

/// Most problems that are told of one text; nobody mends more in one go.
pub const PROBLEMS_MAX: usize = 100;
/// Most characters of what was found that a problem repeats.
const FOUND_CHARS_MAX: usize = 60;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(rename = "PlanProblem")]
#[schema(as = PlanProblem)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub code: Code,
    /// The words that are wrong, cut after 60 characters; empty where something is missing.
    pub found: String,
    /// The field that was perhaps meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub meant: Option<String>,
}

/// The stable code of a problem: one of the format's own, or that of the rule that the plan breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(untagged)]
#[ts(rename = "PlanProblemCode")]
#[schema(as = PlanProblemCode)]
pub enum Code {
    /// The text is not understood.
    Text(Fault),
    /// What it says is understood and cannot be.
    Rule(Rejection),
}

/// What is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PlanFault")]
#[schema(as = PlanFault)]
pub enum Fault {
    /// The text is longer than a plan can be.
    FileTooLong,
    /// The line is neither an item, a field nor an option.
    LineNotUnderstood,
    /// There is no field of this name.
    UnknownField,
    /// The field belongs elsewhere: above the programme, or under an item.
    FieldOutOfPlace,
    /// Items of this kind have no such field.
    FieldOfOtherKind,
    /// The field stands twice.
    FieldTwice,
    /// An option where there is nothing to choose from.
    ListOutOfPlace,
    /// There is no such time of the day.
    WrongTime,
    /// There is no such day.
    WrongDate,
    /// Not a number, or one that is too large.
    WrongNumber,
    /// Not a length of time.
    WrongLength,
    /// Neither yes nor no.
    NeitherYesNorNo,
    /// There is no language of this name.
    UnknownLanguage,
    /// There is no such way to answer.
    UnknownAnswer,
    /// A word that the field does not know.
    UnknownWord,
    /// The right answer is none of the options.
    UnknownOption,
}

impl From<Fault> for Code {
    fn from(fault: Fault) -> Self {
        Code::Text(fault)
    }
}

impl From<Rejection> for Code {
    fn from(rejection: Rejection) -> Self {
        Code::Rule(rejection)
    }
}

impl From<TextError> for Code {
    fn from(problem: TextError) -> Self {
        match problem {
            TextError::TooLong => Code::Rule(Rejection::TextTooLong),
            TextError::ControlCharacter => Code::Rule(Rejection::TextUnprintable),
        }
    }
}

/// One sentence in English, for scripts; the pages have their own.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { line, code, found, meant } = self;
        write!(f, "Line {line}: ")?;
        match code {
            Code::Rule(rejection) => write!(f, "{}", rejection.code().replace('_', " "))?,
            Code::Text(fault) => f.write_str(match fault {
                Fault::FileTooLong => "the text is longer than a plan can be",
                Fault::LineNotUnderstood => "neither an item, a field nor an option",
                Fault::UnknownField => "no field has this name",
                Fault::FieldOutOfPlace => "the field belongs elsewhere",
                Fault::FieldOfOtherKind => "items of this kind have no such field",
                Fault::FieldTwice => "the field stands twice",
                Fault::ListOutOfPlace => "there is nothing to choose from here",
                Fault::WrongTime => "no such time of the day",
                Fault::WrongDate => "no such day; write it as 2026-11-21",
                Fault::WrongNumber => "not a number, or too large",
                Fault::WrongLength => "not a length of time; write it as 2 min",
                Fault::NeitherYesNorNo => "neither yes nor no",
                Fault::UnknownLanguage => "no such language; nb, nn and en are known",
                Fault::UnknownAnswer => "no such way to answer",
                Fault::UnknownWord => "no word that this field knows",
                Fault::UnknownOption => "none of the options",
            })?,
        }
        if !found.is_empty() {
            write!(f, " ({found})")?;
        }
        if let Some(meant) = meant {
            write!(f, "; perhaps {meant}")?;
        }
        f.write_str(".")
    }
}

/// Problems as they are found, at most [`PROBLEMS_MAX`].
#[derive(Default)]
pub(super) struct Problems(Vec<Problem>);

impl Problems {
    pub(super) fn add(&mut self, line: usize, code: impl Into<Code>, found: &str) {
        self.add_with_guess(line, code, found, |_| None);
    }

    /// Adds one with what was perhaps meant, which is not looked for when nobody will be told.
    pub(super) fn add_with_guess(
        &mut self,
        line: usize,
        code: impl Into<Code>,
        found: &str,
        guess: impl FnOnce(&str) -> Option<&'static str>,
    ) {
        if self.0.len() == PROBLEMS_MAX {
            return;
        }
        let found: String = found.trim().chars().take(FOUND_CHARS_MAX).collect();
        let meant = guess(&found).map(str::to_owned);
        self.0.push(Problem { line, code: code.into(), found, meant });
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// All of them by their lines; none when there are none.
    pub(super) fn told(mut self) -> Result<(), Vec<Problem>> {
        self.0.sort_by_key(|problem| problem.line);
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}
