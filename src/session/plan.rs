//! What a facilitator prepares: the session's details and its programme.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::asked::AskingPlan;
use super::facilitator_command::ResultsTo;
use super::kinds::Ask;
use super::language::Language;
use super::moderation::Moderation;
use super::picture::Picture;
use super::signals::SignalsPlan;
use super::text::{Heading, Line, Paragraph};
use super::timer::TimerPlan;

/// A whole session as prepared; also what a script sends to create one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Title, language, place and date.
    pub details: Details,
    /// The programme in order; at most [`ITEMS_MAX`]. The pictures in it must be kept by the session it is made for.
    #[serde(default)]
    pub items: Vec<ItemPlan>,
    /// Headings of the organisation's own, which lead where answers are grouped; at most [`CONCEPTS_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concepts: Vec<Concept>,
    /// Roles to choose from when joining; none, or 2 to [`ROLES_MAX`](super::ROLES_MAX), all different.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Heading>,
    /// What phones may signal from the start.
    #[serde(default, skip_serializing_if = "SignalsPlan::is_off")]
    pub signals: SignalsPlan,
    /// Whether people may put questions to the speaker from the start.
    #[serde(default, skip_serializing_if = "AskingPlan::is_usual")]
    pub questions: AskingPlan,
}

/// A heading that an organisation brings ("felles begreper"), with words that speak of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// The heading; may not be empty, and no two are the same but for case.
    pub heading: Heading,
    /// Further words, parted by commas or spaces; those of the heading need not be said again.
    #[serde(default)]
    pub words: Paragraph,
}

/// Most headings of one's own: the built-in list has a third of it.
pub const CONCEPTS_MAX: usize = 200;

/// Most items in one programme: a long day with a question every few minutes stays far below it.
pub const ITEMS_MAX: usize = 200;

/// What stands on top of the programme and the minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Details {
    /// The session's title; may not be empty.
    pub title: Line,
    /// The language of pages and minutes.
    #[serde(default)]
    pub language: Language,
    /// Where people meet; may be empty.
    #[serde(default)]
    pub place: Line,
    /// The day, if it is set.
    #[serde(default)]
    pub date: Option<Date>,
}

/// One line of the programme: Tid, Hva, Hvordan, Hvem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemPlan {
    /// Planned start.
    #[serde(default)]
    pub starts: Option<TimeOfDay>,
    /// Planned end.
    #[serde(default)]
    pub ends: Option<TimeOfDay>,
    /// What: the item's title. A question may leave it empty; its prompt stands in.
    #[serde(default)]
    pub what: Line,
    /// How it is done ("Gruppearbeid ved bordene"); may be empty.
    #[serde(default)]
    pub how: Paragraph,
    /// Who leads it; may be empty.
    #[serde(default)]
    pub who: Line,
    /// A clock to run beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timer: Option<TimerPlan>,
    /// What kind of item it is.
    pub content: ItemContent,
}

impl ItemPlan {
    /// The title to show: what, or the question where what is empty.
    pub fn title(&self) -> &str {
        match (&self.content, self.what.is_empty()) {
            (ItemContent::Question(question), true) => question.prompt.as_str(),
            (ItemContent::Question(_), false) => self.what.as_str(),
            (
                ItemContent::Talk
                | ItemContent::Break
                | ItemContent::GroupWork
                | ItemContent::PairTalk
                | ItemContent::Leaderboard,
                _,
            ) => self.what.as_str(),
        }
    }

    /// The pictures that it shows.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let question = self.question();
        let beside = question.into_iter().flat_map(|question| question.ask.pictures().iter().flatten());
        question.and_then(|question| question.picture.as_deref()).into_iter().chain(beside)
    }

    /// The same without its pictures.
    pub fn without_pictures(&self) -> ItemPlan {
        let mut plan = self.clone();
        plan.leave_out_pictures();
        plan
    }

    /// Leaves the pictures out, for where they cannot be brought along.
    pub fn leave_out_pictures(&mut self) {
        if let ItemContent::Question(question) = &mut self.content {
            question.picture = None;
            if let Ask::Choice(choice) = &mut question.ask {
                choice.pictures.clear();
            }
        }
    }

    /// The question, if the item is one.
    pub fn question(&self) -> Option<&Question> {
        match &self.content {
            ItemContent::Question(question) => Some(question),
            ItemContent::Talk
            | ItemContent::Break
            | ItemContent::GroupWork
            | ItemContent::PairTalk
            | ItemContent::Leaderboard => None,
        }
    }
}

/// The kinds of programme items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ItemContent {
    /// Someone speaks.
    Talk,
    /// A pause.
    Break,
    /// Work at the tables.
    GroupWork,
    /// Talk two and two, swapping at a signal.
    PairTalk,
    /// The points of the quiz so far.
    Leaderboard,
    /// A question to everybody's phone.
    Question(Question),
}

/// What is asked, and how it is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question itself; may not be empty.
    pub prompt: Paragraph,
    /// How it is answered.
    pub ask: Ask,
    /// Who sees results, until the facilitator decides otherwise.
    #[serde(default, skip_serializing_if = "ResultsPlan::is_usual")]
    pub results: ResultsPlan,
    /// Which answers in words wait for the facilitator.
    #[serde(default, skip_serializing_if = "Moderation::is_off")]
    pub moderation: Moderation,
    /// What is asked about, or what goes with it; boxed, since few questions have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub picture: Option<Box<Picture>>,
}

impl Question {
    /// Whether it can be asked only once it has a picture, and has none.
    pub fn lacks_picture(&self) -> bool {
        matches!(self.ask, Ask::Dots(_)) && self.picture.is_none()
    }

    /// Whether answers that were given to it still say the same to another.
    pub(super) fn keeps_answers(&self, other: &Question) -> bool {
        let picture = |question: &Question| question.picture.as_ref().map(|picture| picture.id);
        let same_place = !matches!(self.ask, Ask::Dots(_)) || picture(self) == picture(other);
        same_place && self.ask.keeps_answers(&other.ask)
    }

    /// A question with the usual settings: results on the projector at once, and no answer waits.
    pub fn new(prompt: Paragraph, ask: Ask) -> Self {
        Question { prompt, ask, results: ResultsPlan::default(), moderation: Moderation::Off, picture: None }
    }
}

/// Who sees a question's results, and from when on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultsPlan {
    /// Who.
    #[serde(default)]
    pub to: ResultsTo,
    /// From how many people on; at once when 0. With fewer, only the facilitator.
    #[serde(default)]
    pub from_people: u32,
}

impl ResultsPlan {
    fn is_usual(&self) -> bool {
        *self == ResultsPlan::default()
    }
}

/// A time of the day to the minute, written `12:15`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
#[schema(value_type = String, example = "12:15")]
pub struct TimeOfDay(u16);

impl FromStr for TimeOfDay {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a time is written HH:MM, as in 12:15";
        let (hours, minutes) = text.trim().split_once([':', '.']).ok_or(wrong)?;
        let short = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if !short(hours) || !short(minutes) || minutes.len() != 2 {
            return Err(wrong);
        }
        let (hours, minutes) =
            (hours.parse::<u16>().map_err(|_| wrong)?, minutes.parse::<u16>().map_err(|_| wrong)?);
        if hours < 24 && minutes < 60 { Ok(TimeOfDay(hours * 60 + minutes)) } else { Err(wrong) }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        time.to_string()
    }
}

/// A day, written `2026-11-21` (ISO 8601).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
#[schema(value_type = String, example = "2026-11-21")]
pub struct Date(u32);

impl Date {
    /// Year, month (1–12) and day (1–31).
    pub fn parts(self) -> (u16, u8, u8) {
        ((self.0 / 10_000) as u16, (self.0 / 100 % 100) as u8, (self.0 % 100) as u8)
    }
}

impl FromStr for Date {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a date is written YYYY-MM-DD, as in 2026-11-21";
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(index, byte)| match index {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return Err(wrong);
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<u16>().map_err(|_| wrong);
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return Err(wrong),
        };
        if day == 0 || day > days {
            return Err(wrong);
        }
        Ok(Date(u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}
