//! The rules for running a question: open, close, show, remove and reset.

use std::collections::{BTreeMap, BTreeSet};

use super::{erase, must_go_on, question_of, quiz, timer};
use crate::session::answer::Answer;
use crate::session::event::{ClosedBy, Event};
use crate::session::facilitator_command::{OtherPlace, ResultsTo};
use crate::session::ids::{AnswerId, ItemId};
use crate::session::kinds::{Ask, Reading};
use crate::session::question::{Phase, QuestionState, Shelf};
use crate::session::rejection::Rejection;
use crate::session::state::Session;
use crate::session::text::OtherText;

pub(super) fn open(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let (asked, question) = question_of(session, item)?;
    if asked.lacks_picture() {
        return Err(Rejection::DotsWithoutPicture);
    }
    if asked.ask.is_quiz() {
        return quiz::open(session, item);
    }
    Ok(match question.phase {
        Phase::Open => Vec::new(),
        Phase::Waiting | Phase::Closed(_) => vec![Event::QuestionOpened { item }],
    })
}

pub(super) fn close(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (asked, question) = question_of(session, item)?;
    // The clock of a quiz question has nothing left to count down.
    let clock = if asked.ask.is_quiz() && quiz::keeps_clock(session) && session.current() == Some(item) {
        timer::taken_away(session)
    } else {
        Vec::new()
    };
    Ok(match question.phase {
        Phase::Open | Phase::Waiting | Phase::Closed(ClosedBy::Leaving) => {
            [Event::QuestionClosed { item, by: ClosedBy::Hand }].into_iter().chain(clock).collect()
        }
        Phase::Closed(ClosedBy::Hand) => Vec::new(),
    })
}

pub(super) fn show_results(session: &Session, item: ItemId, to: ResultsTo) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    let planned = (question.results_plan.from_people == 0).then_some(question.results_plan.to);
    let changed = question.results_decided.or(planned) != Some(to);
    Ok(changed.then_some(Event::ResultsShown { item, to }).into_iter().collect())
}

pub(super) fn remove_answer(
    session: &Session,
    item: ItemId,
    answer: AnswerId,
) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    if question.removed.contains_key(&answer) {
        return Ok(Vec::new());
    }
    question.given(answer).ok_or(Rejection::NoSuchAnswer)?;
    Ok(vec![Event::AnswerRemoved { item, answer }])
}

pub(super) fn restore_answer(
    session: &Session,
    item: ItemId,
    answer: AnswerId,
) -> Result<Vec<Event>, Rejection> {
    let (asked, question) = question_of(session, item)?;
    if question.given(answer).is_some() {
        return Ok(Vec::new());
    }
    let (removed, _) = question.removed.get(&answer).ok_or(Rejection::NoSuchAnswer)?;
    if !fits_back(&asked.ask, question, answer, removed) {
        return Err(Rejection::AnswersFull);
    }
    Ok(vec![Event::AnswerRestored { item, answer }])
}

/// Whether there is room for a removed answer: its person may have written another in its place.
fn fits_back(ask: &Ask, question: &QuestionState, id: AnswerId, removed: &Answer) -> bool {
    question.is_taken_from_first(id)
        || question.standing_besides(removed.who, &removed.key) < ask.answers_max()
}

/// All answers in which people wrote this text of their own are placed alike, those of the first round too.
pub(super) fn place_other(
    session: &Session,
    item: ItemId,
    text: &OtherText,
    place: OtherPlace,
) -> Result<Vec<Event>, Rejection> {
    let (asked, question) = question_of(session, item)?;
    let folded = text.folded();
    let says_so = |answer: &Answer| answer.content.other().is_some_and(|other| other.folded() == folded);
    let mut alike: Vec<(AnswerId, &Answer)> = question.kept().filter(|(_, answer)| says_so(answer)).collect();
    if alike.is_empty() {
        return Err(Rejection::NoSuchOther);
    }
    alike.sort_unstable_by_key(|(id, _)| *id);
    let read_as = |reading: Reading| {
        let those = alike.iter().filter(move |(_, answer)| answer.reading == reading);
        those.map(|(id, _)| *id).collect::<Vec<AnswerId>>()
    };
    match place {
        OtherPlace::Hidden => {
            let answers = read_as(Reading::Shown);
            Ok((!answers.is_empty()).then_some(Event::OthersHidden { item, answers }).into_iter().collect())
        }
        OtherPlace::Removed => {
            let counts =
                |id: &AnswerId| question.standing.contains_key(id) || question.is_of_first_round(*id);
            let counted = alike.iter().map(|(id, _)| *id).filter(counts);
            Ok(counted.map(|answer| Event::AnswerRemoved { item, answer }).collect())
        }
        OtherPlace::Shown => {
            let answers = read_as(Reading::Withheld);
            Ok((!answers.is_empty())
                .then_some(Event::AnswersApproved { item, answers })
                .into_iter()
                .collect())
        }
        OtherPlace::Restored => {
            let mut back = BTreeSet::new();
            let removed = || alike.iter().filter(|(id, _)| question.removed.contains_key(id));
            let fits = removed().filter(|(id, answer)| {
                let first = question.is_taken_from_first(*id);
                fits_back(&asked.ask, question, *id, answer) && back.insert((first, answer.who))
            });
            let events: Vec<Event> =
                fits.map(|(answer, _)| Event::AnswerRestored { item, answer: *answer }).collect();
            if events.is_empty() && removed().next().is_some() {
                return Err(Rejection::AnswersFull);
            }
            Ok(events)
        }
    }
}

pub(super) fn reset(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    if !question.has_answers() {
        return Ok(Vec::new());
    }
    let shelved = question.shelf.iter().flat_map(Shelf::ids);
    let reset = Event::QuestionReset { item, next_theme: question.board.next_theme() };
    Ok(erase::answers(item, question, shelved).into_iter().chain([reset]).collect())
}

pub(super) fn undo_reset(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (asked, question) = question_of(session, item)?;
    let shelf = question.shelf.as_ref().ok_or(Rejection::NothingToUndo)?;
    let unfit = unfit(&asked.ask, question, &shelf.answers);
    if unfit.len() == shelf.answers.len() {
        return Err(Rejection::NothingToUndo);
    }
    let undone = Event::ResetUndone { item, next_theme: question.board.next_theme() };
    Ok(erase::answers(item, question, unfit.into_iter()).into_iter().chain([undone]).collect())
}

/// Which of these answers cannot come back: there is no room for them beside what their people have answered since.
fn unfit(ask: &Ask, question: &QuestionState, answers: &BTreeMap<AnswerId, Answer>) -> Vec<AnswerId> {
    let mut room = BTreeMap::new();
    let mut unfit = Vec::new();
    // The newest come back first where there is not room for all.
    for (id, answer) in answers.iter().rev() {
        let left = room.entry(answer.who).or_insert_with(|| {
            ask.answers_max().saturating_sub(question.standing_besides(answer.who, &answer.key))
        });
        match left.checked_sub(1) {
            Some(less) if answer.content.check(ask).is_ok() => *left = less,
            Some(_) | None => unfit.push(*id),
        }
    }
    unfit
}

pub(super) fn approve(
    session: &Session,
    item: ItemId,
    answers: &[AnswerId],
) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    let mut waiting = Vec::new();
    for id in answers {
        let standing = question.standing.get(id).map(|answer| answer.reading);
        match standing {
            _ if question.awaiting.contains_key(id) => waiting.push(*id),
            Some(Reading::Withheld) => waiting.push(*id),
            Some(Reading::Shown) => {}
            None => return Err(Rejection::NoSuchAnswer),
        }
    }
    waiting.sort_unstable();
    waiting.dedup();
    let approved = (!waiting.is_empty()).then_some(Event::AnswersApproved { item, answers: waiting });
    Ok(approved.into_iter().collect())
}

pub(super) fn hold(session: &Session, item: ItemId, answers: &[AnswerId]) -> Result<Vec<Event>, Rejection> {
    let (_, question) = question_of(session, item)?;
    let shown =
        |id: &&AnswerId| question.standing.get(*id).is_some_and(|answer| answer.content.text().is_some());
    let mut held: Vec<AnswerId> = answers.iter().filter(shown).copied().collect();
    if held.is_empty() && !answers.iter().any(|id| question.awaiting.contains_key(id)) {
        return Err(Rejection::NoSuchAnswer);
    }
    held.sort_unstable();
    held.dedup();
    let held = (!held.is_empty()).then_some(Event::AnswersHeld { item, answers: held });
    Ok(held.into_iter().collect())
}

pub(super) fn start_second_round(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let (asked, question) = question_of(session, item)?;
    if asked.ask.takes_text()
        || asked.ask.is_quiz()
        || question.standing.is_empty()
        || question.first.is_some()
    {
        return Err(Rejection::NoSecondRound);
    }
    let shelved = question.shelf.iter().flat_map(Shelf::ids);
    let erased = erase::answers(item, question, shelved);
    let opened = (question.phase != Phase::Open).then_some(Event::QuestionOpened { item });
    Ok(erased.into_iter().chain([Event::SecondRoundStarted { item }]).chain(opened).collect())
}

pub(super) fn drop_second_round(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (asked, question) = question_of(session, item)?;
    let first = question.first.as_ref().ok_or(Rejection::NothingToUndo)?;
    let unfit = unfit(&asked.ask, question, &first.answers);
    let dropped = Event::SecondRoundDropped { item };
    Ok(erase::answers(item, question, unfit.into_iter()).into_iter().chain([dropped]).collect())
}
