//! The rules: from a wish to the facts that it makes, or a refusal.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{AnswerContent, Held};
use super::board::THEMES_MAX;
use super::command::{Command, FacilitatorCommand, ThemeSuggestion};
use super::decide_themes::decide_themes;
use super::event::{ClosedBy, ErasedAnswer, Event, SuggestedTheme};
use super::ids::{AnswerId, AnswerKey, ItemId, Pseudonym, ThemeId};
use super::plan::{
    ANSWERS_EACH_MAX, Ask, Details, ITEMS_MAX, ItemContent, ItemPlan, OPTIONS_MAX, Plan, Question,
};
use super::question::{Phase, QuestionState};
use super::rejection::Rejection;
use super::state::{Session, SharedItem, Stage};
use super::text::{AnswerText, Heading};

/// What a command leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// These facts, in order; none when the wish is already so.
    Events(Vec<Event>),
    /// It was said before and is stored at this position of the log.
    Known(u64),
}

/// How much one session may hold; set by whoever runs the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most people that can join.
    pub participants_max: usize,
    /// Most answers that can be given, changed ones counted anew.
    pub answers_max: u32,
}

/// Most different answers one person can begin for one question, withdrawn ones counted: more is no mistake.
const KEYS_EACH_MAX: usize = 100;

/// Highest version of an answer: nobody changes an answer a thousand times by hand.
const VERSION_MAX: u32 = 1_000;

/// The first event of a session, if the plan holds.
pub fn create(plan: Plan) -> Result<Event, Rejection> {
    check_details(&plan.details)?;
    if plan.items.len() > ITEMS_MAX {
        return Err(Rejection::TooManyItems);
    }
    plan.items.iter().try_for_each(check_item)?;
    Ok(Event::SessionCreated { plan })
}

/// Decides a command against the session as it is.
pub fn decide(session: &Session, command: &Command, limits: &Limits) -> Result<Decision, Rejection> {
    match command {
        Command::Join { who } => decide_join(session, *who, limits),
        Command::GiveAnswer {
            item,
            who,
            key,
            version,
            content,
        } => decide_answer(session, *item, *who, key, *version, content, limits),
        Command::WithdrawAnswer {
            item,
            who,
            key,
            version,
        } => decide_withdrawal(session, *item, *who, key, *version),
        Command::Facilitate(command) => facilitate(session, command).map(Decision::Events),
        Command::SuggestThemes { item, themes } => Ok(Decision::Events(suggest(session, *item, themes))),
        Command::EraseRemoved { before_ms } => Ok(Decision::Events(erase_removed(session, *before_ms))),
        Command::Seal => Ok(Decision::Events(seal(session))),
    }
}

fn decide_join(session: &Session, who: Pseudonym, limits: &Limits) -> Result<Decision, Rejection> {
    if session.has_joined(who) {
        Ok(Decision::Events(Vec::new()))
    } else if session.is_over() {
        Err(Rejection::SessionEnded)
    } else if session.joined() >= limits.participants_max {
        Err(Rejection::SessionFull)
    } else {
        Ok(Decision::Events(vec![Event::ParticipantJoined { who }]))
    }
}

fn decide_answer(
    session: &Session,
    item: ItemId,
    who: Pseudonym,
    key: &AnswerKey,
    version: u32,
    content: &AnswerContent,
    limits: &Limits,
) -> Result<Decision, Rejection> {
    let question = match known(session, item, who, key, version)? {
        Ok(position) => return Ok(Decision::Known(position)),
        Err(question) => question,
    };
    let (asked, _) = question_of(session, item)?;
    must_be_open(session, question)?;
    content.check(&asked.ask)?;
    if question.standing_besides(who, key) >= asked.ask.answers_max() {
        return Err(Rejection::AnswersFull);
    }
    if session.next_answer.max(1) > limits.answers_max {
        return Err(Rejection::TooManyAnswers);
    }
    Ok(Decision::Events(vec![Event::AnswerGiven {
        item,
        who,
        key: key.clone(),
        version,
        answer: AnswerId(session.next_answer.max(1)),
        content: content.clone(),
    }]))
}

fn decide_withdrawal(
    session: &Session,
    item: ItemId,
    who: Pseudonym,
    key: &AnswerKey,
    version: u32,
) -> Result<Decision, Rejection> {
    let question = match known(session, item, who, key, version)? {
        Ok(position) => return Ok(Decision::Known(position)),
        Err(question) => question,
    };
    must_be_open(session, question)?;
    let answer = question
        .held
        .get(&who)
        .and_then(|keys| keys.get(key))
        .and_then(|held| held.answer);
    Ok(Decision::Events(vec![Event::AnswerWithdrawn {
        item,
        who,
        key: key.clone(),
        version,
        answer,
    }]))
}

/// The position of a version that was stored before, or the question where it may be stored.
fn known<'a>(
    session: &'a Session,
    item: ItemId,
    who: Pseudonym,
    key: &AnswerKey,
    version: u32,
) -> Result<Result<u64, &'a QuestionState>, Rejection> {
    let question = match session.questions.get(&item) {
        Some(question) => question,
        None => question_of(session, item)?.1,
    };
    let keys = question.held.get(&who);
    match keys.and_then(|keys| keys.get(key)) {
        Some(Held {
            version: stored,
            position,
            ..
        }) if *stored >= version => Ok(Ok(*position)),
        Some(_) | None if version > VERSION_MAX => Err(Rejection::TooManyChanges),
        Some(_) => Ok(Err(question)),
        None if keys.is_some_and(|keys| keys.len() >= KEYS_EACH_MAX) => Err(Rejection::TooManyChanges),
        None => Ok(Err(question)),
    }
}

/// The question of an item in the programme.
fn question_of(session: &Session, item: ItemId) -> Result<(&Question, &QuestionState), Rejection> {
    session.programme.item(item).ok_or(Rejection::NoSuchItem)?;
    session.question(item).ok_or(Rejection::NotAQuestion)
}

fn must_be_open(session: &Session, question: &QuestionState) -> Result<(), Rejection> {
    if session.is_over() {
        return Err(Rejection::SessionEnded);
    }
    match question.phase {
        Phase::Open => Ok(()),
        Phase::Waiting => Err(Rejection::QuestionNotOpen),
        Phase::Closed(_) => Err(Rejection::QuestionClosed),
    }
}

fn facilitate(session: &Session, command: &FacilitatorCommand) -> Result<Vec<Event>, Rejection> {
    use FacilitatorCommand as F;
    let none = Vec::new();
    match command {
        F::ChangeDetails { details } => {
            check_details(details)?;
            Ok(if *details == session.details {
                none
            } else {
                vec![Event::DetailsChanged {
                    details: details.clone(),
                }]
            })
        }
        F::AddItem { plan, index } => {
            check_item(plan)?;
            add_item(session, plan.clone(), index.unwrap_or(u32::MAX))
        }
        F::ChangeItem { item, plan } => {
            check_item(plan)?;
            let before = session.programme.item(*item).ok_or(Rejection::NoSuchItem)?;
            if before.plan == *plan {
                return Ok(none);
            }
            must_fit_answers(session, *item, plan)?;
            Ok(vec![Event::ItemChanged {
                item: *item,
                plan: plan.clone(),
            }])
        }
        F::MoveItem { item, index } => {
            let from = session.programme.index(*item).ok_or(Rejection::NoSuchItem)?;
            let last = session.programme.items().len() - 1;
            Ok(if from == (*index as usize).min(last) {
                none
            } else {
                vec![Event::ItemMoved {
                    item: *item,
                    index: *index,
                }]
            })
        }
        F::DuplicateItem { item } => {
            let index = session.programme.index(*item).ok_or(Rejection::NoSuchItem)?;
            add_item(
                session,
                session.programme.items()[index].plan.clone(),
                index as u32 + 1,
            )
        }
        F::DeleteItem { item } => {
            session.programme.index(*item).ok_or(Rejection::NoSuchItem)?;
            if session.current() == Some(*item) {
                return Err(Rejection::ItemIsCurrent);
            }
            Ok(vec![Event::ItemDeleted { item: *item }])
        }
        F::UndoProgramme => {
            let items = session.programme.before_undo().ok_or(Rejection::NothingToUndo)?;
            must_leave_answers_whole(session, items)?;
            Ok(vec![Event::ProgrammeUndone])
        }
        F::RedoProgramme => {
            let items = session.programme.after_redo().ok_or(Rejection::NothingToRedo)?;
            must_leave_answers_whole(session, items)?;
            Ok(vec![Event::ProgrammeRedone])
        }
        F::Next => {
            must_go_on(session)?;
            let next = match session.current() {
                Some(item) => session.programme.index(item).map_or(0, |index| index + 1),
                None => 0,
            };
            let item = session
                .programme
                .items()
                .get(next)
                .ok_or(Rejection::NoNextItem)?
                .id;
            go_to(session, item)
        }
        F::Back => {
            must_go_on(session)?;
            let item = session.current().ok_or(Rejection::NoPreviousItem)?;
            match session.programme.index(item) {
                Some(index) if index > 0 => go_to(session, session.programme.items()[index - 1].id),
                Some(_) | None => {
                    let mut events = leave(session);
                    events.push(Event::StageCleared);
                    Ok(events)
                }
            }
        }
        F::GoTo { item } => go_to(session, *item),
        F::OpenQuestion { item } => {
            must_go_on(session)?;
            let (_, question) = question_of(session, *item)?;
            Ok(match question.phase {
                Phase::Open => none,
                Phase::Waiting | Phase::Closed(_) => vec![Event::QuestionOpened { item: *item }],
            })
        }
        F::CloseQuestion { item } => {
            let (_, question) = question_of(session, *item)?;
            Ok(match question.phase {
                Phase::Open | Phase::Waiting | Phase::Closed(ClosedBy::Leaving) => {
                    vec![Event::QuestionClosed {
                        item: *item,
                        by: ClosedBy::Hand,
                    }]
                }
                Phase::Closed(ClosedBy::Hand) => none,
            })
        }
        F::ShowResults { item, to } => {
            let (_, question) = question_of(session, *item)?;
            let same = question.results == *to;
            Ok(if same {
                none
            } else {
                vec![Event::ResultsShown { item: *item, to: *to }]
            })
        }
        F::RemoveAnswer { item, answer } => {
            let (_, question) = question_of(session, *item)?;
            if question.removed.contains_key(answer) {
                return Ok(none);
            }
            question.standing.get(answer).ok_or(Rejection::NoSuchAnswer)?;
            Ok(vec![Event::AnswerRemoved {
                item: *item,
                answer: *answer,
            }])
        }
        F::RestoreAnswer { item, answer } => restore_answer(session, *item, *answer),
        F::ResetQuestion { item } => {
            let (_, question) = question_of(session, *item)?;
            if !question.has_answers() {
                return Ok(none);
            }
            let mut events = Vec::new();
            if let Some(shelf) = &question.shelf {
                events.extend(erase(*item, question, shelf.answers.keys().copied()));
            }
            events.push(Event::QuestionReset {
                item: *item,
                next_theme: question.board.next_theme(),
            });
            Ok(events)
        }
        F::UndoReset { item } => undo_reset(session, *item),
        F::RenameTheme { item, .. }
        | F::MergeThemes { item, .. }
        | F::MoveAnswers { item, .. }
        | F::MakeTheme { item, .. }
        | F::DissolveTheme { item, .. }
        | F::UndoThemes { item }
        | F::RedoThemes { item } => {
            let (asked, question) = question_of(session, *item)?;
            if !asked.ask.is_open_text() {
                return Err(Rejection::NoSuchTheme);
            }
            decide_themes(*item, question, command)
        }
        F::EndSession => match session.stage {
            Stage::Ended | Stage::Sealed => Ok(none),
            Stage::WaitingRoom | Stage::Item(_) => {
                let mut events = leave(session);
                events.push(Event::SessionEnded);
                Ok(events)
            }
        },
        F::ReopenSession => match session.stage {
            Stage::Ended => Ok(reopen(session)),
            Stage::Sealed => Err(Rejection::SessionSealed),
            Stage::WaitingRoom | Stage::Item(_) => Err(Rejection::SessionNotEnded),
        },
    }
}

fn add_item(session: &Session, plan: ItemPlan, index: u32) -> Result<Vec<Event>, Rejection> {
    let items = session.programme.items().len();
    if items >= ITEMS_MAX {
        return Err(Rejection::TooManyItems);
    }
    let index = index.min(items as u32);
    Ok(vec![Event::ItemAdded {
        item: ItemId(session.next_item.max(1)),
        plan,
        index,
    }])
}

fn go_to(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    must_go_on(session)?;
    session.programme.item(item).ok_or(Rejection::NoSuchItem)?;
    if session.current() == Some(item) {
        return Ok(Vec::new());
    }
    let mut events = leave(session);
    events.push(Event::ItemStarted { item });
    events.extend(opening(session, item));
    Ok(events)
}

/// The fact that an item's question opens because it is shown, unless it is open or was closed by hand.
fn opening(session: &Session, item: ItemId) -> Option<Event> {
    let (_, question) = session.question(item)?;
    match question.phase {
        Phase::Waiting | Phase::Closed(ClosedBy::Leaving) => Some(Event::QuestionOpened { item }),
        Phase::Open | Phase::Closed(ClosedBy::Hand) => None,
    }
}

fn leave(session: &Session) -> Vec<Event> {
    let open = |item: &ItemId| {
        session
            .questions
            .get(item)
            .is_some_and(|question| question.phase == Phase::Open)
    };
    let closed = |item| Event::QuestionClosed {
        item,
        by: ClosedBy::Leaving,
    };
    session.current().filter(open).map(closed).into_iter().collect()
}

/// The item shown before is shown again, and its question opens as it does whenever it is shown.
fn reopen(session: &Session) -> Vec<Event> {
    let mut events = vec![Event::SessionReopened];
    if let Stage::Item(item) = session.stage_to_reopen() {
        events.extend(opening(session, item));
    }
    events
}

fn must_go_on(session: &Session) -> Result<(), Rejection> {
    if session.is_over() {
        Err(Rejection::SessionEnded)
    } else {
        Ok(())
    }
}

fn restore_answer(session: &Session, item: ItemId, answer: AnswerId) -> Result<Vec<Event>, Rejection> {
    let (asked, question) = question_of(session, item)?;
    if question.standing.contains_key(&answer) {
        return Ok(Vec::new());
    }
    let (removed, _) = question.removed.get(&answer).ok_or(Rejection::NoSuchAnswer)?;
    // The person may have written another answer in its place.
    if question.standing_besides(removed.who, &removed.key) >= asked.ask.answers_max() {
        return Err(Rejection::AnswersFull);
    }
    Ok(vec![Event::AnswerRestored { item, answer }])
}

fn undo_reset(session: &Session, item: ItemId) -> Result<Vec<Event>, Rejection> {
    let (asked, question) = question_of(session, item)?;
    let shelf = question.shelf.as_ref().ok_or(Rejection::NothingToUndo)?;
    let mut room = BTreeMap::new();
    let mut unfit = Vec::new();
    // The newest come back first where there is not room for all.
    for (id, answer) in shelf.answers.iter().rev() {
        let left = room.entry(answer.who).or_insert_with(|| {
            asked
                .ask
                .answers_max()
                .saturating_sub(question.standing_besides(answer.who, &answer.key))
        });
        match left.checked_sub(1) {
            Some(less) if answer.content.check(&asked.ask).is_ok() => *left = less,
            Some(_) | None => unfit.push(*id),
        }
    }
    if unfit.len() == shelf.answers.len() {
        return Err(Rejection::NothingToUndo);
    }
    let mut events: Vec<Event> = erase(item, question, unfit.into_iter()).into_iter().collect();
    events.push(Event::ResetUndone {
        item,
        next_theme: question.board.next_theme(),
    });
    Ok(events)
}

/// The fact that these answers are gone for good, if there are any.
fn erase(item: ItemId, question: &QuestionState, answers: impl Iterator<Item = AnswerId>) -> Option<Event> {
    let answers: Vec<ErasedAnswer> = answers.filter_map(|id| question.erased_answer(id)).collect();
    (!answers.is_empty()).then_some(Event::AnswersErased { item, answers })
}

fn erase_removed(session: &Session, before_ms: i64) -> Vec<Event> {
    let mut events = Vec::new();
    for (item, question) in &session.questions {
        let deleted = session
            .programme
            .deleted
            .get(item)
            .is_some_and(|at_ms| *at_ms < before_ms);
        let removed = question
            .removed
            .iter()
            .filter(|(_, (_, at_ms))| *at_ms < before_ms)
            .map(|(id, _)| *id);
        let shelf = question.shelf.as_ref().filter(|shelf| shelf.at_ms < before_ms);
        let shelved = shelf.into_iter().flat_map(|shelf| shelf.answers.keys().copied());
        let standing = question.standing.keys().copied().filter(|_| deleted);
        events.extend(erase(*item, question, removed.chain(shelved).chain(standing)));
        if shelf.is_some() {
            events.push(Event::ResetErased { item: *item });
        }
        // Headings are made of the answers' words, so they go with them.
        if deleted && !question.board.suggested().is_empty() {
            events.push(Event::ThemesSuggested {
                item: *item,
                themes: Vec::new(),
                next_theme: question.board.next_theme(),
            });
        }
    }
    events
}

fn seal(session: &Session) -> Vec<Event> {
    match session.stage {
        Stage::Ended => {
            let mut events = erase_removed(session, i64::MAX);
            events.push(Event::SessionSealed);
            events
        }
        Stage::WaitingRoom | Stage::Item(_) | Stage::Sealed => Vec::new(),
    }
}

fn suggest(session: &Session, item: ItemId, themes: &[ThemeSuggestion]) -> Vec<Event> {
    let Some((asked, question)) = session.question(item) else {
        return Vec::new();
    };
    if !asked.ask.is_open_text() {
        return Vec::new();
    }
    let numbered = question.board.next_theme();
    let mut next_theme = numbered;
    // The engine read the answers a moment ago; some may have gone since.
    let mut free: BTreeSet<AnswerId> = question.standing.keys().copied().collect();
    let themes: Vec<SuggestedTheme> = themes
        .iter()
        .map(|theme| {
            let answers = theme.answers.iter().copied().filter(|answer| free.remove(answer));
            (theme, answers.collect::<Vec<_>>())
        })
        .filter(|(_, answers)| !answers.is_empty())
        .take(THEMES_MAX)
        .map(|(theme, answers)| SuggestedTheme {
            id: theme.id.filter(|id| id.0 < numbered).unwrap_or_else(|| {
                next_theme += 1;
                ThemeId(next_theme - 1)
            }),
            label: theme.label.clone(),
            answers,
        })
        .collect();
    if themes == question.board.suggested() {
        Vec::new()
    } else {
        vec![Event::ThemesSuggested {
            item,
            themes,
            next_theme,
        }]
    }
}

fn check_details(details: &Details) -> Result<(), Rejection> {
    if details.title.is_empty() {
        Err(Rejection::SessionWithoutTitle)
    } else {
        Ok(())
    }
}

fn check_item(plan: &ItemPlan) -> Result<(), Rejection> {
    if let (Some(starts), Some(ends)) = (plan.starts, plan.ends)
        && ends < starts
    {
        return Err(Rejection::EndsBeforeStart);
    }
    match &plan.content {
        ItemContent::Talk | ItemContent::Break | ItemContent::GroupWork => {
            if plan.what.is_empty() {
                Err(Rejection::ItemWithoutTitle)
            } else {
                Ok(())
            }
        }
        ItemContent::Question(question) => check_question(question),
    }
}

fn check_question(question: &Question) -> Result<(), Rejection> {
    if question.prompt.is_empty() {
        return Err(Rejection::QuestionEmpty);
    }
    match &question.ask {
        Ask::OpenText {
            answers_max,
            length_max,
        } => {
            let answers = (1..=ANSWERS_EACH_MAX).contains(answers_max);
            let length = (1..=AnswerText::CHARS_MAX).contains(&usize::from(*length_max));
            if answers && length {
                Ok(())
            } else {
                Err(Rejection::LimitsOutOfBounds)
            }
        }
        Ask::Ranking { options, top } => {
            let count = (2..=OPTIONS_MAX).contains(&options.len());
            let named = options.iter().all(|option| !option.is_empty());
            let mut sorted: Vec<String> = options
                .iter()
                .map(|option| option.as_str().to_lowercase())
                .collect();
            sorted.sort_unstable();
            sorted.dedup();
            let different = sorted.len() == options.len();
            let ranked = (1..=options.len()).contains(&usize::from(*top));
            if count && named && different && ranked {
                Ok(())
            } else {
                Err(Rejection::OptionsOutOfBounds)
            }
        }
    }
}

/// A question that has answers may change its words, not the way it is answered.
fn must_fit_answers(session: &Session, item: ItemId, plan: &ItemPlan) -> Result<(), Rejection> {
    let Some(question) = session.questions.get(&item) else {
        return Ok(());
    };
    if question.is_untouched() {
        return Ok(());
    }
    let before = session
        .programme
        .item(item)
        .and_then(|item| item.plan.question())
        .map(|asked| &asked.ask);
    let same = match (before, plan.question().map(|asked| &asked.ask)) {
        (Some(Ask::OpenText { .. }), Some(Ask::OpenText { .. })) => true,
        (
            Some(Ask::Ranking { options, top }),
            Some(Ask::Ranking {
                options: others,
                top: other,
            }),
        ) => top == other && keeps_places(options, others),
        // A deleted question that comes back comes back as it was.
        (None, Some(_)) => true,
        (Some(Ask::OpenText { .. } | Ask::Ranking { .. }) | None, _) => false,
    };
    if same {
        Ok(())
    } else {
        Err(Rejection::QuestionHasAnswers)
    }
}

/// Whether options were at most reworded: ballots name them by their places.
fn keeps_places(options: &[Heading], others: &[Heading]) -> bool {
    let moved = |(index, option): (usize, &Heading)| options[index] != *option && options.contains(option);
    options.len() == others.len() && !others.iter().enumerate().any(moved)
}

fn must_leave_answers_whole(session: &Session, items: &[SharedItem]) -> Result<(), Rejection> {
    if let Some(current) = session.current()
        && !items.iter().any(|item| item.id == current)
    {
        return Err(Rejection::ItemIsCurrent);
    }
    items
        .iter()
        .try_for_each(|item| must_fit_answers(session, item.id, &item.plan))
}
