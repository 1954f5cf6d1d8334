//! What stands in a plan file, told once for reading and for writing.
//!
//! Every part of a plan is taken apart here without `..`, so a new setting cannot be forgotten: name it in `names`, and
//! give it a line here with what it is when a file leaves it out.

use super::names::{AskKind, Key};
use super::value::Value;
use crate::session::{
    Amount, Ask, AskingPlan, Axis, Choice, Concept, Details, Dots, Grid, Heading, ItemContent, ItemPlan,
    Language, Line, Moderation, Number, OpenText, Paragraph, Picture, Points, QUIZ_POINTS, Quadrants,
    Question, Quiz, Ranking, ResultsPlan, ResultsTo, Scales, SignalsPlan, TimeOfDay, TimerPlan, WordCloud,
};

/// Seconds to answer a quiz question that says nothing of them.
const QUIZ_SECONDS_USUAL: u16 = 30;

/// A block of a file that is being read or written.
pub(super) trait Form {
    /// A field that stands at most once; `usual` is its value where it is left out.
    fn one<V: Value>(&mut self, key: Key, value: &mut V, usual: V);

    /// A field that stands any number of times, or the lines of a list.
    fn many<V: Value>(&mut self, key: Key, values: &mut Vec<V>);

    /// Options named again, each kept as its index.
    fn named(&mut self, key: Key, options: &[Heading], indexes: &mut Vec<u8>);

    /// A picture, which a text can only tell of; `beside` is the option that it stands at, if it is not the question.
    fn picture(&mut self, picture: Option<&Picture>, beside: Option<&Heading>);
}

/// What an item's first line says.
#[derive(Clone, Default)]
pub(super) struct Said {
    pub(super) starts: Option<TimeOfDay>,
    pub(super) ends: Option<TimeOfDay>,
    /// The title of what is no question.
    pub(super) what: Line,
    /// The way to answer where no field says it; none to have it written.
    pub(super) ask: Option<AskKind>,
}

/// What stands above the programme; `language` is that of the first field.
pub(super) fn details(form: &mut impl Form, details: &mut Details, spoken: Option<Language>) {
    let Details { title, language, place, date } = details;
    form.one(Key::Title, title, Line::default());
    form.one(Key::Place, place, Line::default());
    form.one(Key::Date, date, None);
    let mut written = Some(*language);
    form.one(Key::Language, &mut written, spoken);
    *language = written.unwrap_or_default();
}

/// The roles that people choose from, which stand above the programme too.
pub(super) fn roles(form: &mut impl Form, roles: &mut Vec<Heading>) {
    form.many(Key::Role, roles);
}

/// What phones may signal, which stands above the programme too.
pub(super) fn signals(form: &mut impl Form, signals: &mut SignalsPlan) {
    let SignalsPlan { reactions, hands, pace } = signals;
    form.one(Key::Reactions, reactions, false);
    form.one(Key::Hands, hands, false);
    form.one(Key::Pace, pace, false);
}

/// Whether people may put questions to the speaker, and which of them wait.
pub(super) fn questions(form: &mut impl Form, questions: &mut AskingPlan) {
    let AskingPlan { open, moderation } = questions;
    form.one(Key::Questions, open, false);
    form.one(Key::QuestionsWait, moderation, Moderation::Off);
}

/// A heading of one's own.
pub(super) fn concept(form: &mut impl Form, concept: &mut Concept) {
    let Concept { heading, words } = concept;
    form.one(Key::Concept, heading, Heading::default());
    form.one(Key::Words, words, Paragraph::default());
}

/// An item but for its first line.
pub(super) fn item(form: &mut impl Form, item: &mut ItemPlan, said: Said) {
    let ItemPlan { starts, ends, what, how, who, timer, content } = item;
    form.one(Key::Starts, starts, said.starts);
    form.one(Key::Ends, ends, said.ends);
    form.one(Key::What, what, said.what);
    form.one(Key::How, how, Paragraph::default());
    form.one(Key::Who, who, Line::default());
    match content {
        ItemContent::Talk
        | ItemContent::Break
        | ItemContent::GroupWork
        | ItemContent::PairTalk
        | ItemContent::Leaderboard => {}
        // The question itself stands in the first line.
        ItemContent::Question(Question { prompt: _, ask, results, moderation, picture }) => {
            form.picture(picture.as_deref(), None);
            asked(form, ask, said.ask);
            let ResultsPlan { to, from_people } = results;
            form.one(Key::Results, to, ResultsTo::default());
            form.one(Key::ResultsFrom, from_people, 0);
            form.one(Key::Moderation, moderation, Moderation::Off);
        }
    }
    clock(form, timer);
}

fn asked(form: &mut impl Form, ask: &mut Ask, said: Option<AskKind>) {
    let mut kind = Some(AskKind::of_ask(ask));
    form.one(Key::Ask, &mut kind, said);
    if let Some(kind) = kind.filter(|kind| *kind != AskKind::of_ask(ask)) {
        *ask = kind.fresh();
    }
    match ask {
        Ask::OpenText(OpenText { answers_max, length_max }) => {
            form.one(Key::Answers, answers_max, 1);
            form.one(Key::Length, length_max, 280);
        }
        Ask::WordCloud(WordCloud { answers_max }) => form.one(Key::Answers, answers_max, 1),
        Ask::Choice(Choice { options, most, correct, pictures, other }) => {
            form.many(Key::Entry, options);
            for (option, picture) in options.iter().zip(pictures) {
                form.picture(picture.as_ref(), Some(option));
            }
            form.named(Key::Right, options, correct);
            form.one(Key::Most, most, correct.len().clamp(1, usize::from(u8::MAX)) as u8);
            form.one(Key::Other, other, false);
        }
        Ask::Ranking(Ranking { options, top }) => {
            form.many(Key::Entry, options);
            form.one(Key::Top, top, options.len().min(usize::from(u8::MAX)) as u8);
        }
        Ask::Points(Points { options }) => form.many(Key::Entry, options),
        Ask::Scales(Scales { statements, steps, low, high }) => {
            form.many(Key::Entry, statements);
            form.one(Key::Steps, steps, 5);
            form.one(Key::Low, low, Heading::default());
            form.one(Key::High, high, Heading::default());
        }
        Ask::Number(Number { unit, least, most, decimals, solution }) => {
            form.one(Key::Unit, unit, Heading::default());
            form.one(Key::Least, least, None);
            form.one(Key::Greatest, most, None);
            form.one(Key::Right, solution, None);
            form.one(Key::Decimals, decimals, decimals_of([*least, *most, *solution]));
        }
        Ask::Dots(Dots { dots_max }) => form.one(Key::Dots, dots_max, 1),
        Ask::Grid(grid) => {
            let Grid { x, y, items, quadrants } = &mut **grid;
            form.many(Key::Entry, items);
            let Axis { name, low, high } = x;
            form.one(Key::XAxis, name, Heading::default());
            form.one(Key::XLow, low, Heading::default());
            form.one(Key::XHigh, high, Heading::default());
            let Axis { name, low, high } = y;
            form.one(Key::YAxis, name, Heading::default());
            form.one(Key::YLow, low, Heading::default());
            form.one(Key::YHigh, high, Heading::default());
            let Quadrants { top_left, top_right, bottom_left, bottom_right } = quadrants;
            form.one(Key::TopLeft, top_left, Heading::default());
            form.one(Key::TopRight, top_right, Heading::default());
            form.one(Key::BottomLeft, bottom_left, Heading::default());
            form.one(Key::BottomRight, bottom_right, Heading::default());
        }
        Ask::Quiz(quiz) => {
            let Quiz { options, correct, accepted, seconds, points } = &mut **quiz;
            form.many(Key::Entry, options);
            // Without options people type, and each line is a spelling that is taken for right.
            if options.is_empty() {
                form.many(Key::Right, accepted);
            } else {
                form.named(Key::Right, options, correct);
            }
            form.one(Key::QuizTime, seconds, QUIZ_SECONDS_USUAL);
            form.one(Key::QuizPoints, points, QUIZ_POINTS);
        }
    }
}

fn clock(form: &mut impl Form, timer: &mut Option<TimerPlan>) {
    let mut plan = timer.take().unwrap_or_default();
    let TimerPlan { stretches, starts_itself, closes_question } = &mut plan;
    form.many(Key::Clock, stretches);
    form.one(Key::ClockStarts, starts_itself, false);
    form.one(Key::ClockCloses, closes_question, false);
    *timer = (plan != TimerPlan::default()).then_some(plan);
}

/// How many decimals these numbers need.
fn decimals_of(amounts: [Option<Amount>; 3]) -> u8 {
    let needed = |amount: Amount| (0..Amount::DECIMALS_MAX).find(|decimals| amount.fits_decimals(*decimals));
    let known = amounts.into_iter().flatten();
    known.map(|amount| needed(amount).unwrap_or(Amount::DECIMALS_MAX)).max().unwrap_or(0)
}
