//! The rules of the quiz: its clock, its answers, and the nicknames of those who play.

use super::answers::{known, must_be_open, must_have_room};
use super::{Decision, Limits, must_go_on, question_of};
use crate::session::event::Event;
use crate::session::ids::{AnswerId, AnswerKey, ItemId, PlayerId, Pseudonym};
use crate::session::kinds::{ACCEPTED_MAX, AnswerContent, Ask, Quiz, spelling};
use crate::session::moderation::has_foul_word;
use crate::session::plan::{ItemContent, ItemPlan, Question};
use crate::session::players::NICKNAME_CHARS_MIN;
use crate::session::question::{Phase, QuestionState};
use crate::session::rejection::Rejection;
use crate::session::state::Session;
use crate::session::text::{Heading, Line, Nickname};

/// The time that an answer took is kept to a tenth of a second: finer would tell more of a person than points need.
const USED_STEP_MS: i64 = 100;

/// One answer to a quiz question; the first counts, and it comes before the clock has run out.
pub(super) fn answer(
    session: &Session,
    item: ItemId,
    who: Pseudonym,
    (key, version): (&AnswerKey, u32),
    content: &AnswerContent,
    now_ms: i64,
    limits: &Limits,
) -> Result<Decision, Rejection> {
    let question = match known(session, item, who, key, version)? {
        Ok(position) => return Ok(Decision::Known(position)),
        Err(question) => question,
    };
    let (asked, _) = question_of(session, item)?;
    must_be_open(session, question)?;
    let used_ms = used_ms(session, item, now_ms)?;
    content.check(&asked.ask)?;
    if question.held_by(who).any(|(_, held)| held.answer.is_some_and(|id| question.given(id).is_some())) {
        return Err(Rejection::AnswerIsFinal);
    }
    must_have_room(session, limits)?;
    Ok(Decision::Events(vec![Event::AnswerGiven {
        item,
        who,
        key: key.clone(),
        version,
        answer: AnswerId(session.next_answer.max(1)),
        content: content.clone(),
        awaits: false,
        used_ms: Some(used_ms),
    }]))
}

/// How long the question's clock has run, pauses not counted.
fn used_ms(session: &Session, item: ItemId, now_ms: i64) -> Result<u32, Rejection> {
    let timer = session.timer.as_ref().filter(|_| session.current() == Some(item));
    let timer = timer.ok_or(Rejection::QuestionNotOpen)?;
    let used_ms = timer.elapsed_at(now_ms);
    if used_ms >= timer.total_ms() {
        return Err(Rejection::QuestionClosed);
    }
    Ok((used_ms - used_ms % USED_STEP_MS) as u32)
}

/// The settings of an item that is a quiz question.
pub(super) fn quiz_of(session: &Session, item: ItemId) -> Option<(&Quiz, &QuestionState)> {
    let (Question { ask: Ask::Quiz(quiz), .. }, question) = session.question(item)? else { return None };
    Some((quiz, question))
}

/// Whether a quiz question is over: what is right has been seen, so that nobody may answer it any more.
pub(super) fn is_over(question: &QuestionState) -> bool {
    question.has_answers() && matches!(question.phase, Phase::Closed(_))
}

/// Whether the item shown is a quiz question whose clock must run on.
pub(super) fn keeps_clock(session: &Session) -> bool {
    let shown = session.current().and_then(|item| quiz_of(session, item));
    shown.is_some_and(|(_, question)| question.phase == Phase::Open)
}

/// Opens a quiz question by hand, and starts its clock.
pub(super) fn open(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let Some((quiz, question)) = quiz_of(session, item) else { return Err(Rejection::NotAQuestion) };
    if question.phase == Phase::Open {
        return Ok(Vec::new());
    }
    if session.current() != Some(item) {
        return Err(Rejection::QuizNotShown);
    }
    if is_over(question) {
        return Err(Rejection::QuizIsOver);
    }
    Ok(vec![Event::QuestionOpened { item }, Event::TimerStarted { item, timer: quiz.clock() }])
}

/// Takes a further spelling for right; the plan is changed by it, so it can be undone as any other change of it.
pub(super) fn accept(session: &Session, item: ItemId, text: &Heading) -> Result<Vec<Event>, Rejection> {
    let plan = &session.programme.item(item).ok_or(Rejection::NoSuchItem)?.plan;
    let (quiz, _) = quiz_of(session, item).ok_or(Rejection::NotAQuestion)?;
    let spelled = spelling(text.as_str());
    if !quiz.is_typed() {
        return Err(Rejection::AnswerOfOtherKind);
    }
    if spelled.is_empty() {
        return Err(Rejection::AnswerEmpty);
    }
    if quiz.takes(&spelled) {
        return Ok(Vec::new());
    }
    if quiz.accepted.len() >= ACCEPTED_MAX {
        return Err(Rejection::QuizOutOfBounds);
    }
    let accepted = quiz.accepted.iter().chain([text]).cloned().collect();
    Ok(vec![Event::ItemChanged { item, plan: with_quiz(plan, Quiz { accepted, ..quiz.clone() }) }])
}

fn with_quiz(plan: &ItemPlan, quiz: Quiz) -> ItemPlan {
    let mut plan = plan.clone();
    if let ItemContent::Question(question) = &mut plan.content {
        question.ask = Ask::Quiz(Box::new(quiz));
    }
    plan
}

/// A person takes a nickname: one of their own that nobody else has.
pub(super) fn choose(session: &Session, who: Pseudonym, wished: &Line) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    let nickname = nickname(wished)?;
    match session.players.nickname_of(who) {
        Some(known) if *known == nickname => return Ok(Vec::new()),
        Some(_) => return Err(Rejection::NicknameStands),
        None => {}
    }
    if has_foul_word(nickname.as_str()) {
        return Err(Rejection::NicknameListed);
    }
    if session.players.is_taken(&nickname) {
        return Err(Rejection::NicknameTaken);
    }
    Ok(vec![Event::NicknameChosen { player: session.players.next(), who, nickname }])
}

/// Single spaces, 2 to 20 characters, none that cannot be seen.
fn nickname(wished: &Line) -> Result<Nickname, Rejection> {
    let words: Vec<&str> = wished.as_str().split_whitespace().collect();
    let name = words.join(" ");
    // Soft hyphens, joiners, marks of direction and other signs without a shape make two names look alike.
    let is_unseen = |letter: char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    if name.contains(is_unseen) {
        return Err(Rejection::TextUnprintable);
    }
    let long_enough = name.chars().count() >= NICKNAME_CHARS_MIN;
    Nickname::parse(&name).ok().filter(|_| long_enough).ok_or(Rejection::NicknameOutOfBounds)
}

pub(super) fn remove_nickname(session: &Session, player: PlayerId) -> Result<Vec<Event>, Rejection> {
    let known = session.players.player(player).ok_or(Rejection::NoSuchNickname)?;
    let stands = known.removed_ms.is_none();
    Ok(stands.then_some(Event::NicknameRemoved { player }).into_iter().collect())
}

pub(super) fn restore_nickname(session: &Session, player: PlayerId) -> Result<Vec<Event>, Rejection> {
    let known = session.players.player(player).ok_or(Rejection::NoSuchNickname)?;
    if known.removed_ms.is_none() {
        return Ok(Vec::new());
    }
    if session.players.nickname_of(known.who).is_some() {
        return Err(Rejection::NicknameStands);
    }
    Ok(vec![Event::NicknameRestored { player }])
}
