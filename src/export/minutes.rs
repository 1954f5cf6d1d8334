//! The minutes of a session as values, without wording or layout.

use std::cmp::Reverse;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::choices::MinutesChoices;
use super::letterhead::Letterhead;
use super::outcomes::{ballots, cloud, open_outcome, ranking_outcome};
use super::stands::StandsOutcome;
use super::stretch::{PlannedTime, Stretch, civil_time, local, stretches};
use crate::session::{
    AnswerContent, Ask, Asked, AskedPlace, Item, ItemId, JoinCode, Language, NoteKind, Phase, Picture,
    Question, Session, Tally, TallyView, ThemeId,
};

/// What the session itself does not say.
#[derive(Clone, Debug)]
pub struct MinutesOptions {
    /// Where the clock on the wall hung.
    pub time_zone: TimeZone,
    /// Seed of the order in which answers are listed; the same seed gives the same order.
    pub shuffle: u64,
    /// What is wanted in them.
    pub choices: MinutesChoices,
}

impl MinutesOptions {
    /// The same session always gives the same order; its code says nothing of the answers.
    pub fn of_session(time_zone: TimeZone, code: JoinCode) -> Self {
        MinutesOptions { time_zone, shuffle: code.number().into(), choices: MinutesChoices::default() }
    }

    /// With what somebody chose.
    pub fn choosing(self, choices: MinutesChoices) -> Self {
        MinutesOptions { choices, ..self }
    }
}

/// What a person would write down of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Minutes {
    /// Whether single answers are listed.
    pub lists_answers: bool,
    /// The organisation's logo; none unless whoever serves the session puts one there.
    pub letterhead: Option<Letterhead>,
    /// The language they are written in.
    pub language: Language,
    /// The language the session was held in.
    pub spoken: Language,
    /// The session's title.
    pub title: String,
    /// Where people met; empty if nobody said.
    pub place: String,
    /// The day in the plan.
    pub planned_date: Option<Date>,
    /// From the first planned start to the last planned end.
    pub planned: PlannedTime,
    /// From the first item shown to the end; none before the first.
    pub held: Option<Stretch>,
    /// How many joined.
    pub present: usize,
    /// How many of them said each role, in the roles' order; none where no role was asked for.
    pub roles: Vec<(String, usize)>,
    /// The programme in order.
    pub programme: Vec<ProgrammeLine>,
    /// The questions that were asked, in the programme's order.
    pub questions: Vec<AskedQuestion>,
    /// Questions to the speaker that the room saw: those that were answered first, most votes first.
    pub asked: Vec<AskedLine>,
}

impl Minutes {
    /// Whether a heading is a question as it was asked.
    pub(super) fn asks(&self, heading: &str) -> bool {
        self.questions.iter().any(|asked| asked.title == heading || one_line(&asked.prompt) == heading)
    }
}

/// One item of the programme.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgrammeLine {
    /// What, or the question where the item has no title.
    pub title: String,
    /// Who led it; may be empty.
    pub who: String,
    /// How it was done; may be empty, may have several lines.
    pub how: String,
    /// When it was planned.
    pub planned: PlannedTime,
    /// When it was shown; several stretches if people came back to it, none if it was not shown.
    pub held: Vec<Stretch>,
    /// Which item it is.
    pub item: ItemId,
    /// What the facilitator noted on it, in the order it was written.
    pub notes: Vec<Noted>,
}

/// What the facilitator noted on an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// What it is.
    pub kind: NoteKind,
    /// What it says; may have several lines.
    pub text: String,
}

/// One question that was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedQuestion {
    /// Which item of the programme.
    pub item: ItemId,
    /// How it was asked.
    pub ask: Ask,
    /// The item's title; empty where the question stands alone.
    pub title: String,
    /// The question's wording; may have several lines.
    pub prompt: String,
    /// What was asked about, or went with it.
    pub picture: Option<Picture>,
    /// How many people have an answer that counts.
    pub people: usize,
    /// What came of it.
    pub outcome: Outcome,
    /// Each answer that is no text, in an order that says nothing of when they came, nor of who gave them.
    pub ballots: Vec<AnswerContent>,
    /// The round before, where people answered once more after they had talked.
    pub first: Option<FirstOutcome>,
}

/// A question to the speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedLine {
    /// What was asked, as one line.
    pub text: String,
    /// How many voted for it.
    pub votes: u32,
    /// Whether it was answered.
    pub answered: bool,
}

/// The first of two rounds.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstOutcome {
    /// What came of it.
    pub outcome: Outcome,
    /// Each answer, in an order of its own: nothing tells which one in the second round is the same person's.
    pub ballots: Vec<AnswerContent>,
    /// How many answered in both rounds.
    pub both: u64,
    /// How many of them answered otherwise in the second.
    pub moved: u64,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Answers in free text.
    Open(OpenOutcome),
    /// Options put in order.
    Ranking(RankingOutcome),
    /// Words of a cloud.
    Cloud(Cloud),
    /// Anything else that adds up.
    Tallied(Tallied),
}

/// Answers in free text, each of them once, in an order that says nothing of when they came.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenOutcome {
    /// How many answers count.
    pub answers: usize,
    /// The themes that have answers, most answers first unless a person ordered them.
    pub themes: Vec<ThemeOutcome>,
    /// The second level; a theme in none stands alone.
    pub families: Vec<FamilyOutcome>,
    /// Answers in no theme.
    pub rest: Vec<String>,
    /// How many of the answers are kept out because the facilitator hid their theme.
    pub hidden: usize,
    /// Whether a person has had a hand in the themes.
    pub edited: bool,
    /// How many people put answers together in piles, which the themes were made of; 0 where nobody did.
    pub pilers: usize,
    /// What the room itself sorted; none where nobody in it placed an answer.
    pub sorted: Option<SortedByRoom>,
    /// What people said of each other's answers; none where nobody voted.
    pub stands: Option<StandsOutcome>,
}

/// How much the room had to do with where answers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortedByRoom {
    /// How many people placed at least one answer.
    pub people: usize,
    /// How many of the question's answers at least one of them placed.
    pub answers: usize,
}

/// A theme with its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeOutcome {
    /// Which, by which it has its colour.
    pub id: ThemeId,
    /// Its heading.
    pub label: String,
    /// Its answers, word for word.
    pub answers: Vec<String>,
    /// The answer that says best what all of them say, where the engine has told.
    pub typical: Option<String>,
    /// Whether a person put it first.
    pub pinned: bool,
}

/// Themes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyOutcome {
    /// The heading over theirs.
    pub label: String,
    /// Indexes in [`OpenOutcome::themes`], at least one.
    pub themes: Vec<usize>,
}

/// What answers add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Tallied {
    /// How many people's answers count.
    pub people: u64,
    /// How it was asked.
    pub ask: Ask,
    /// The result, with what is right.
    pub view: TallyView,
}

/// The words of a cloud.
#[derive(Clone, Debug, PartialEq)]
pub struct Cloud {
    /// How many entries count.
    pub entries: usize,
    /// Each word, the most written first.
    pub words: Vec<CloudWord>,
    /// How many of the entries are kept out because the facilitator hid their word.
    pub hidden: usize,
}

/// A word of a cloud.
#[derive(Clone, Debug, PartialEq)]
pub struct CloudWord {
    /// The theme that gathers it, by which it has its colour; none where it is not gathered yet.
    pub theme: Option<ThemeId>,
    /// The word.
    pub word: String,
    /// The ways it was written and how often, the commonest first.
    pub forms: Vec<(String, usize)>,
}

impl CloudWord {
    /// How often it was given, in whichever way it was written.
    pub fn count(&self) -> usize {
        self.forms.iter().map(|(_, count)| count).sum()
    }
}

/// A ranking's result.
#[derive(Clone, Debug, PartialEq)]
pub struct RankingOutcome {
    /// How many ballots count.
    pub ballots: u64,
    /// How many options each ballot put in order.
    pub top: u8,
    /// The options, best first; empty without ballots.
    pub options: Vec<RankedLine>,
    /// How far the ballots agree: Kendall's W from 0 to 1; none where there are fewer than two.
    pub agreement: Option<f64>,
}

/// One option's result.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedLine {
    /// Its place from 1; equal points share a place.
    pub place: usize,
    /// The option.
    pub option: String,
    /// Mean position over all ballots, from 1 (best).
    pub mean_position: f64,
    /// Borda points.
    pub points: f64,
    /// How many put it first.
    pub firsts: u64,
    /// Its place from 1 by pairwise comparison.
    pub schulze_place: usize,
}

/// Writes the minutes of a session as it stands.
///
/// Removed, withdrawn and erased answers are no part of them, nor hidden themes, questions to the speaker that the room
/// does not see, nor are questions that were never
/// opened and have no answers.
pub fn minutes(session: &Session, options: &MinutesOptions) -> Minutes {
    let items = session.programme.items();
    Minutes {
        lists_answers: options.choices.answers,
        letterhead: None,
        language: options.choices.language.unwrap_or(session.details.language),
        spoken: session.details.language,
        title: one_line(session.details.title.as_str()),
        place: one_line(session.details.place.as_str()),
        planned_date: session.details.date.and_then(|date| {
            let (year, month, day) = date.parts();
            Date::new(year as i16, month as i8, day as i8).ok()
        }),
        planned: PlannedTime {
            from: planned_times(items.iter().map(|item| item.plan.starts)).min(),
            to: planned_times(items.iter().map(|item| item.plan.ends)).max(),
        },
        held: session.started_ms.map(|started_ms| Stretch {
            from: local(started_ms, &options.time_zone),
            to: session.ended_ms.map(|ended_ms| local(ended_ms, &options.time_zone)),
        }),
        present: session.joined(),
        roles: roles(session),
        programme: items.iter().map(|item| line(session, item, options)).collect(),
        questions: items.iter().filter_map(|item| asked(session, item.id, options)).collect(),
        asked: asked_lines(session),
    }
}

fn roles(session: &Session) -> Vec<(String, usize)> {
    let counts = session.roles.counts();
    let people = session.roles.list().iter().zip(counts);
    people.map(|(role, count)| (one_line(role.name.as_str()), count.people as usize)).collect()
}

fn asked_lines(session: &Session) -> Vec<AskedLine> {
    let line = |asked: &Asked| AskedLine {
        text: one_line(asked.text.as_str()),
        votes: asked.votes,
        answered: asked.place == AskedPlace::Answered,
    };
    let public = session.asked.all().values().filter(|asked| asked.place.is_public());
    let mut lines: Vec<AskedLine> = public.map(line).collect();
    // Equal ones stay in the order they were asked.
    lines.sort_by_key(|line| (!line.answered, Reverse(line.votes)));
    lines
}

fn planned_times(
    times: impl Iterator<Item = Option<crate::session::TimeOfDay>>,
) -> impl Iterator<Item = Time> {
    times.flatten().map(civil_time)
}

fn line(session: &Session, item: &Item, options: &MinutesOptions) -> ProgrammeLine {
    let runs = session.programme.runs.get(&item.id);
    ProgrammeLine {
        title: one_line(item.plan.title()),
        who: one_line(item.plan.who.as_str()),
        how: item.plan.how.as_str().to_owned(),
        planned: PlannedTime { from: item.plan.starts.map(civil_time), to: item.plan.ends.map(civil_time) },
        held: stretches(runs.map_or(&[], Vec::as_slice), &options.time_zone),
        item: item.id,
        notes: session
            .notes
            .on(item.id)
            .map(|(_, note)| Noted { kind: note.kind, text: note.text.as_str().to_owned() })
            .collect(),
    }
}

fn asked(session: &Session, item: ItemId, options: &MinutesOptions) -> Option<AskedQuestion> {
    let (question, state) = session.question(item)?;
    if state.phase == Phase::Waiting && !state.has_answers() {
        return None;
    }
    let counted = |tally: &Tally| match &question.ask {
        Ask::OpenText(_) => Some(Outcome::Open(open_outcome(state, item, options))),
        Ask::WordCloud(_) => Some(Outcome::Cloud(cloud(state))),
        Ask::Ranking(ranking) => {
            Some(Outcome::Ranking(ranking_outcome(tally, &ranking.options, ranking.top)))
        }
        Ask::Choice(_)
        | Ask::Scales(_)
        | Ask::Points(_)
        | Ask::Number(_)
        | Ask::Grid(_)
        | Ask::Quiz(_)
        | Ask::Dots(_) => Some(Outcome::Tallied(Tallied {
            people: tally.ballots(),
            ask: question.ask.clone(),
            view: tally.view(&question.ask, true)?,
        })),
    };
    let outcome = counted(&state.tally)?;
    let first = state.first.as_ref().and_then(|first| {
        Some(FirstOutcome {
            outcome: counted(&first.tally)?,
            ballots: ballots(first.answers(), item, options),
            both: first.both,
            moved: first.moved,
        })
    });
    Some(AskedQuestion {
        item,
        ask: question.ask.clone(),
        ballots: ballots(state.standing.values(), item, options),
        title: title_beside(session, item, question),
        prompt: question.prompt.as_str().to_owned(),
        picture: question.picture.as_deref().cloned(),
        people: state.people(),
        outcome,
        first,
    })
}

/// The item's title, unless the question's wording says the same.
fn title_beside(session: &Session, item: ItemId, question: &Question) -> String {
    let what = session.programme.item(item).map(|item| item.plan.what.as_str());
    what.filter(|what| *what != question.prompt.as_str()).map(one_line).unwrap_or_default()
}

/// What is a line on paper stays one, even if it was pasted with line breaks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}
