//! What each audience may see, as changes that a page folds into its state.
//!
//! A snapshot is the same vocabulary from nothing: all parts of one audience at once. No change names a participant
//! or an answer's key; a hidden result is not sent at all.

use std::collections::BTreeSet;

use super::arrangement::{ArrangedTheme, Arrangement};
use super::command::ResultsTo;
use super::effects::{Effects, Part};
use super::ids::{AnswerId, AnswerKey, ItemId, Pseudonym};
use super::kinds::{Ask, Tally, TallyView};
use super::links::{Link, LinkId};
use super::piling::RoomPiles;
use super::plan::{ItemContent, Question};
use super::question::{Phase, QuestionState};
use super::sorting::{RoomSort, SORT_HEADINGS_MAX, SortHeading};
use super::state::{Session, Stage};
use super::timer::Timer;

use super::change::{
    AnswerView, Change, FirstRoundView, ItemView, LinkView, OwnAnswer, QuestionPhase, QuestionStatus,
    SharedResults, SharedTheme, SortingKind, SortingStatus, SortingView, StageItem, StagePhase, StageView,
    ThemeView, TimerView,
};

/// Whom a view is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Everybody's phone.
    Phone,
    /// The projector.
    Presenter,
    /// Who runs the session.
    Facilitator,
}

/// All parts that an audience sees, from nothing.
pub fn snapshot(session: &Session, audience: Audience) -> Vec<Change> {
    let mut changes = vec![details(session), stage(session), timer(session)];
    match audience {
        Audience::Phone => {
            changes.push(signals(session));
            changes.extend(shared_results(session, None));
        }
        Audience::Presenter => {
            if let Some(item) = session.current() {
                question_parts(session, audience, item, &mut changes);
            }
        }
        Audience::Facilitator => {
            changes.push(signals(session));
            changes.push(concepts(session));
            changes.push(programme(session));
            changes.push(links(session));
            for item in session.programme.items() {
                question_parts(session, audience, item.id, &mut changes);
            }
        }
    }
    changes
}

/// What an audience is to be told of what was touched.
pub fn changes(session: &Session, audience: Audience, effects: &Effects) -> Vec<Change> {
    let mut changes = Vec::new();
    let stage_touched = effects.parts.contains(&Part::Stage);
    if effects.parts.contains(&Part::Details) {
        changes.push(details(session));
    }
    if stage_touched {
        changes.push(stage(session));
    }
    if effects.parts.contains(&Part::Timer) {
        changes.push(timer(session));
    }
    match audience {
        Audience::Phone => {
            if effects.parts.contains(&Part::Signals) {
                changes.push(signals(session));
            }
            if !effects.is_quiet() {
                changes.extend(shared_results(session, Some(effects)));
            }
        }
        Audience::Presenter => {
            let Some(item) = session.current() else {
                return changes;
            };
            if stage_touched || effects.reloads.contains(&item) {
                question_parts(session, audience, item, &mut changes);
            } else {
                touched_parts(session, audience, item, effects, &mut changes);
            }
        }
        Audience::Facilitator => {
            if effects.parts.contains(&Part::Signals) {
                changes.push(signals(session));
            }
            if effects.parts.contains(&Part::Concepts) {
                changes.push(concepts(session));
            }
            if effects.parts.contains(&Part::Programme) {
                changes.push(programme(session));
            }
            if effects.parts.contains(&Part::Links) {
                changes.push(links(session));
            }
            for item in session.programme.items() {
                if effects.reloads.contains(&item.id) {
                    question_parts(session, audience, item.id, &mut changes);
                } else {
                    touched_parts(session, audience, item.id, effects, &mut changes);
                }
            }
        }
    }
    changes
}

/// The answers one person holds to one question, those that were removed by the facilitator too.
pub fn own_answers(session: &Session, item: ItemId, who: Pseudonym) -> Vec<OwnAnswer> {
    let Some(question) = session.questions.get(&item) else {
        return Vec::new();
    };
    let own = |(key, held): (&AnswerKey, &super::answer::Held)| {
        let answer = held.answer?;
        let content = match question.given(answer) {
            Some(answer) => Some(answer.content.clone()),
            None => {
                question.removed.get(&answer)?;
                None
            }
        };
        Some(OwnAnswer { item, key: key.clone(), version: held.version, content })
    };
    question.held_by(who).filter_map(own).collect()
}

fn details(session: &Session) -> Change {
    Change::Details { details: session.details.clone() }
}

fn concepts(session: &Session) -> Change {
    Change::Concepts { concepts: session.concepts.clone() }
}

fn stage(session: &Session) -> Change {
    let shown = session.current().and_then(|id| {
        let index = session.programme.index(id)?;
        Some((index, &session.programme.items()[index]))
    });
    let phase = match session.stage {
        Stage::WaitingRoom => StagePhase::WaitingRoom,
        Stage::Item(_) => StagePhase::Running,
        Stage::Ended | Stage::Sealed => StagePhase::Ended,
    };
    let item = shown.map(|(_, item)| StageItem {
        id: item.id,
        what: item.plan.what.clone(),
        how: item.plan.how.clone(),
        who: item.plan.who.clone(),
        starts: item.plan.starts,
        ends: item.plan.ends,
        content: shown_content(&item.plan.content),
        status: session.question(item.id).map(|(_, question)| question_status(question)),
        since_ms: session
            .programme
            .runs
            .get(&item.id)
            .and_then(|runs| runs.last())
            .map_or(0, |run| run.from_ms),
    });
    Change::Stage {
        stage: StageView {
            phase,
            item,
            number: shown.map_or(0, |(index, _)| index as u32 + 1),
            items: session.programme.items().len() as u32,
            can_reopen: session.stage == Stage::Ended,
            door_closed: session.door_closed,
        },
    }
}

fn timer(session: &Session) -> Change {
    let view = |timer: &Timer| TimerView {
        stretches: timer.stretches.clone(),
        elapsed_ms: timer.elapsed_ms,
        since_ms: timer.since_ms,
        running: timer.running,
    };
    Change::Timer { timer: session.timer.as_ref().map(view) }
}

fn signals(session: &Session) -> Change {
    Change::SignalsAllowed { signals: session.signals }
}

/// What everybody may see of an item: a question without what is right.
fn shown_content(content: &ItemContent) -> ItemContent {
    match content {
        ItemContent::Question(question) => {
            ItemContent::Question(Question { ask: question.ask.without_solution(), ..question.clone() })
        }
        ItemContent::Talk | ItemContent::Break | ItemContent::GroupWork | ItemContent::PairTalk => {
            content.clone()
        }
    }
}

pub(super) fn question_status(question: &QuestionState) -> QuestionStatus {
    QuestionStatus {
        phase: match question.phase {
            Phase::Waiting => QuestionPhase::Waiting,
            Phase::Open => QuestionPhase::Open,
            Phase::Closed(_) => QuestionPhase::Closed,
        },
        results: question.results(),
        results_wait_for: question.results_wait_for(),
        second_round: question.first.is_some(),
        round: question.round,
        can_undo_reset: question.can_undo_reset(),
        sorting: sorting_status(question),
    }
}

/// What the room does, or did last under headings; where it never did, what came of piles.
fn sorting_status(question: &QuestionState) -> Option<SortingStatus> {
    let piles = question.piles.as_ref().map(|piles| SortingStatus {
        by: SortingKind::Piles,
        running: piles.running,
        each: piles.each,
    });
    let sort = question.sort.as_ref().map(|sort| SortingStatus {
        by: SortingKind::Headings,
        running: sort.running,
        each: sort.each,
    });
    piles.filter(|piles| piles.running || sort.is_none()).or(sort)
}

fn programme(session: &Session) -> Change {
    let items = session.programme.items().iter().map(|item| {
        let runs = session.programme.runs.get(&item.id);
        ItemView {
            id: item.id,
            plan: item.plan.clone(),
            status: session.question(item.id).map(|(_, question)| question_status(question)),
            from_ms: runs.and_then(|runs| runs.first()).map(|run| run.from_ms),
            to_ms: runs.and_then(|runs| runs.last()).and_then(|run| run.to_ms),
        }
    });
    Change::Programme {
        items: items.collect(),
        can_undo: session.programme.can_undo(),
        can_redo: session.programme.can_redo(),
    }
}

fn links(session: &Session) -> Change {
    let view = |(id, link): (&LinkId, &Link)| LinkView { id: *id, kind: link.kind, name: link.name.clone() };
    Change::Links { links: session.links.iter().map(view).collect() }
}

/// Everything an audience sees of one question.
fn question_parts(session: &Session, audience: Audience, item: ItemId, changes: &mut Vec<Change>) {
    let Some((asked, question)) = session.question(item) else {
        return;
    };
    changes.push(counts(item, question));
    let visible = is_visible(audience, question);
    if asked.ask.takes_text() {
        let hidden = hidden_from(audience, question);
        let seen = question.standing.keys().filter(|id| visible && !hidden.contains(id));
        changes.push(Change::Answers { item, answers: answer_views(question, seen) });
        changes.push(themes(audience, item, question, visible));
        if asked.ask.is_open_text() {
            changes.push(sorting(audience, item, question, visible));
        }
        if audience == Audience::Facilitator {
            changes.push(removed_answers(item, question));
            changes.push(awaiting_answers(item, question));
        }
    } else {
        changes.push(tally(audience, item, &asked.ask, question));
    }
}

/// What changed of one question.
fn touched_parts(
    session: &Session,
    audience: Audience,
    item: ItemId,
    effects: &Effects,
    changes: &mut Vec<Change>,
) {
    let Some((asked, question)) = session.question(item) else {
        return;
    };
    let visible = is_visible(audience, question);
    if effects.parts.contains(&Part::Awaiting(item)) {
        changes.push(counts(item, question));
        if audience == Audience::Facilitator {
            changes.push(awaiting_answers(item, question));
        }
    }
    if let Some(touched) = effects.answers.get(&item) {
        changes.push(counts(item, question));
        if asked.ask.takes_text() {
            if audience == Audience::Facilitator {
                changes.push(removed_answers(item, question));
            }
            if visible {
                let hidden = hidden_from(audience, question);
                let (standing, gone): (Vec<AnswerId>, Vec<AnswerId>) =
                    touched.iter().partition(|id| question.standing.contains_key(id) && !hidden.contains(id));
                let added = answer_views(question, standing.iter());
                changes.push(Change::AnswersChanged { item, added, removed: gone });
            }
        } else {
            changes.push(tally(audience, item, &asked.ask, question));
        }
    }
    if visible && asked.ask.takes_text() && effects.parts.contains(&Part::Themes(item)) {
        changes.push(themes(audience, item, question, visible));
    }
    let counted =
        effects.answers.contains_key(&item) && (question.sort.is_some() || question.piles.is_some());
    // The themes that come of piles stand there as headings.
    let piled = question.piles.is_some() && effects.parts.contains(&Part::Themes(item));
    if asked.ask.is_open_text() && (counted || piled || effects.parts.contains(&Part::Sorting(item))) {
        changes.push(sorting(audience, item, question, visible));
    }
}

/// How far the room's sorting has come; to the presenter only where results are shown.
fn sorting(audience: Audience, item: ItemId, question: &QuestionState, visible: bool) -> Change {
    let view = |status: SortingStatus| match (status.by, &question.sort, &question.piles) {
        (SortingKind::Headings, Some(sort), _) => Some(headings_view(audience, question, sort)),
        (SortingKind::Piles, _, Some(piles)) => Some(piles_view(question, piles)),
        (SortingKind::Headings, None, _) | (SortingKind::Piles, _, None) => None,
    };
    Change::Sorting { item, sorting: sorting_status(question).filter(|_| visible).and_then(view) }
}

fn headings_view(audience: Audience, question: &QuestionState, sort: &RoomSort) -> SortingView {
    let answers: Vec<AnswerId> = question.sortable().collect();
    let uncertain = match audience {
        Audience::Facilitator => sort.uncertain(answers.iter().copied()),
        Audience::Phone | Audience::Presenter => Vec::new(),
    };
    SortingView {
        by: SortingKind::Headings,
        running: sort.running,
        each: sort.each,
        headings: sort.headings().to_vec(),
        people: sort.people() as u32,
        taps: sort.taps(),
        sorted: sort.sorted() as u32,
        answers: answers.len() as u32,
        uncertain,
    }
}

fn piles_view(question: &QuestionState, piles: &RoomPiles) -> SortingView {
    let themes = question.arrangement().shown().themes.into_iter().filter(|theme| !theme.answers.is_empty());
    let headings = themes.map(|theme| SortHeading { id: theme.id, label: theme.label });
    let sortable = question.sortable();
    let (seen, all) =
        sortable.fold((0, 0), |(seen, all), answer| (seen + u32::from(piles.times(answer) > 0), all + 1));
    SortingView {
        by: SortingKind::Piles,
        running: piles.running,
        each: piles.each,
        headings: headings.take(SORT_HEADINGS_MAX).collect(),
        people: piles.people() as u32,
        taps: piles.hands().len() as u32,
        sorted: seen,
        answers: all,
        uncertain: Vec::new(),
    }
}

fn is_visible(audience: Audience, question: &QuestionState) -> bool {
    match (audience, question.results()) {
        (Audience::Facilitator, _) => true,
        (Audience::Presenter, ResultsTo::Projector | ResultsTo::Everyone) => true,
        (Audience::Phone, ResultsTo::Everyone) => true,
        (Audience::Presenter, ResultsTo::Facilitator) => false,
        (Audience::Phone, ResultsTo::Facilitator | ResultsTo::Projector) => false,
    }
}

/// Answers in themes that the facilitator keeps from the room.
fn hidden_from(audience: Audience, question: &QuestionState) -> BTreeSet<AnswerId> {
    match audience {
        Audience::Facilitator => BTreeSet::new(),
        Audience::Phone | Audience::Presenter => question.hidden(),
    }
}

fn counts(item: ItemId, question: &QuestionState) -> Change {
    Change::Counts { item, people: question.people() as u32, answers: question.standing.len() as u32 }
}

pub(super) fn answer_views<'a>(
    question: &QuestionState,
    ids: impl Iterator<Item = &'a AnswerId>,
) -> Vec<AnswerView> {
    let view = |id: &AnswerId| {
        let text = question.standing.get(id)?.content.text()?;
        Some(AnswerView { id: *id, text: text.to_owned() })
    };
    ids.filter_map(view).collect()
}

fn removed_answers(item: ItemId, question: &QuestionState) -> Change {
    let view = |(id, (answer, _)): (&AnswerId, &(super::answer::Answer, i64))| {
        Some(AnswerView { id: *id, text: answer.content.text()?.to_owned() })
    };
    Change::RemovedAnswers { item, answers: question.removed.iter().filter_map(view).collect() }
}

/// So many of the answers that wait are told at a time; the next ones follow as these are decided.
const AWAITING_TOLD_MAX: usize = 100;

fn awaiting_answers(item: ItemId, question: &QuestionState) -> Change {
    let mut answers = awaiting_views(question);
    answers.truncate(AWAITING_TOLD_MAX);
    Change::AwaitingAnswers { item, answers, count: question.awaiting.len() as u32 }
}

pub(super) fn awaiting_views(question: &QuestionState) -> Vec<AnswerView> {
    let view = |(id, answer): (&AnswerId, &super::answer::Answer)| {
        Some(AnswerView { id: *id, text: answer.content.text()?.to_owned() })
    };
    question.awaiting.iter().filter_map(view).collect()
}

fn themes(audience: Audience, item: ItemId, question: &QuestionState, visible: bool) -> Change {
    let mut arrangement = if visible { question.arrangement() } else { Arrangement::default() };
    if audience != Audience::Facilitator {
        arrangement = arrangement.shown();
    }
    Change::Themes {
        item,
        families: std::mem::take(&mut arrangement.families),
        themes: theme_views(arrangement),
        families_decided: visible && question.board.decided_families().is_some(),
        can_undo: visible && question.board.can_undo(),
        can_redo: visible && question.board.can_redo(),
    }
}

pub(super) fn theme_views(arrangement: Arrangement) -> Vec<ThemeView> {
    let view = |theme: ArrangedTheme| ThemeView {
        id: theme.id,
        label: theme.label,
        answers: theme.answers,
        decided: theme.decided,
        pinned: theme.pinned,
        hidden: theme.hidden,
        typical: theme.typical,
    };
    arrangement.themes.into_iter().map(view).collect()
}

fn tally(audience: Audience, item: ItemId, ask: &Ask, question: &QuestionState) -> Change {
    let visible = is_visible(audience, question);
    let tally = if visible { tally_view(audience, ask, question, &question.tally) } else { None };
    let first = if visible { first_round(audience, ask, question) } else { None };
    Change::Tally { item, ballots: question.tally.ballots() as u32, tally, first }
}

fn tally_view(audience: Audience, ask: &Ask, question: &QuestionState, tally: &Tally) -> Option<TallyView> {
    let view = tally.view(ask, is_solved_for(audience, question));
    match audience {
        Audience::Facilitator => view,
        Audience::Presenter | Audience::Phone => view.map(TallyView::without_pairs),
    }
}

pub(super) fn first_round(audience: Audience, ask: &Ask, question: &QuestionState) -> Option<FirstRoundView> {
    let first = question.first.as_ref()?;
    Some(FirstRoundView {
        ballots: first.tally.ballots() as u32,
        tally: tally_view(audience, ask, question, &first.tally)?,
        both: first.both as u32,
        moved: first.moved as u32,
    })
}

/// Whether an audience may know what is right: the room once nobody can answer any more.
fn is_solved_for(audience: Audience, question: &QuestionState) -> bool {
    match (audience, question.phase) {
        (Audience::Facilitator, _) | (Audience::Phone | Audience::Presenter, Phase::Closed(_)) => true,
        (Audience::Phone | Audience::Presenter, Phase::Waiting | Phase::Open) => false,
    }
}

/// The shared results of the item on stage, if they or who may see them were touched.
fn shared_results(session: &Session, effects: Option<&Effects>) -> Option<Change> {
    let item = session.current()?;
    let (asked, question) = session.question(item)?;
    let touched = effects.is_none_or(|effects| {
        effects.parts.contains(&Part::Stage)
            || effects.reloads.contains(&item)
            || effects.answers.contains_key(&item)
            || effects.parts.contains(&Part::Awaiting(item))
            || effects.parts.contains(&Part::Themes(item))
    });
    if !touched {
        return None;
    }
    if !is_visible(Audience::Phone, question) {
        // What hides results touches the stage; otherwise the phone has none to let go.
        let may_have = effects.is_none_or(|effects| effects.parts.contains(&Part::Stage));
        return may_have.then_some(Change::Results { item, results: None });
    }
    let (themes, families, other) = if asked.ask.takes_text() {
        let arrangement = question.arrangement().shown();
        let other = arrangement.rest.len() as u32;
        let shared = arrangement.themes.into_iter().filter(|theme| !theme.answers.is_empty()).map(|theme| {
            let count = theme.answers.len() as u32;
            SharedTheme { id: theme.id, label: theme.label, count, pinned: theme.pinned }
        });
        (shared.collect(), arrangement.families, other)
    } else {
        (Vec::new(), Vec::new(), 0)
    };
    Some(Change::Results {
        item,
        results: Some(SharedResults {
            people: question.people() as u32,
            themes,
            families,
            other,
            tally: tally_view(Audience::Phone, &asked.ask, question, &question.tally),
            first: first_round(Audience::Phone, &asked.ask, question),
        }),
    })
}
