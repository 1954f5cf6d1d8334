//! What each audience may see of a question: its answers, themes and figures.

use std::collections::BTreeSet;

use super::arrangement::{ArrangedTheme, Arrangement};
use super::audience::Audience;
use super::change::Change;
use super::effects::{Effects, Part};
use super::facilitator_command::ResultsTo;
use super::ids::{AnswerId, ItemId};
use super::kinds::{Ask, Tally, TallyView};
use super::parts::{
    AnswerView, FirstRoundView, QuestionPhase, QuestionStatus, SortingKind, SortingStatus, SortingView,
    ThemeView,
};
use super::piling::RoomPiles;
use super::question::{Phase, QuestionState};
use super::sorting::{RoomSort, SORT_HEADINGS_MAX, SortHeading};
use super::state::Session;
use super::view_statements::{statements, statements_status};

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
        statements: statements_status(question),
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

/// Everything an audience sees of one question.
pub(super) fn question_parts(session: &Session, audience: Audience, item: ItemId, changes: &mut Vec<Change>) {
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
            changes.push(statements(item, question, visible));
        }
        if audience == Audience::Facilitator {
            changes.push(removed_answers(item, question));
            changes.push(awaiting_answers(item, question));
        }
    } else {
        changes.push(tally(audience, item, &asked.ask, question));
        if audience == Audience::Facilitator && asked.ask.offers_other() {
            changes.push(removed_answers(item, question));
        }
    }
}

/// What changed of one question.
pub(super) fn touched_parts(
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
            if audience == Audience::Facilitator && asked.ask.offers_other() {
                changes.push(removed_answers(item, question));
            }
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
    let voted = effects.parts.contains(&Part::Statements(item))
        || (effects.answers.contains_key(&item) && question.statements.is_some());
    if asked.ask.is_open_text() && voted {
        changes.push(statements(item, question, visible));
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

pub(super) fn is_visible(audience: Audience, question: &QuestionState) -> bool {
    match (audience, question.results()) {
        (Audience::Facilitator, _) => true,
        (Audience::Presenter | Audience::Phone, _) if question.hides_answers() => false,
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

pub(super) fn counts(item: ItemId, question: &QuestionState) -> Change {
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
        Some(AnswerView { id: *id, text: answer.content.words()?.to_owned() })
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

pub(super) fn tally_view(
    audience: Audience,
    ask: &Ask,
    question: &QuestionState,
    tally: &Tally,
) -> Option<TallyView> {
    let view = tally.view(ask, is_solved_for(audience, question));
    match audience {
        Audience::Facilitator => view.map(TallyView::for_the_facilitator),
        Audience::Presenter => view.map(TallyView::for_the_room),
        Audience::Phone => view.map(TallyView::for_phones),
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
