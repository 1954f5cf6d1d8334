//! What each audience may see, as changes that a page folds into its state.
//!
//! A snapshot is the same vocabulary from nothing: all parts of one audience at once. No change names a participant
//! or an answer's key; a hidden result is not sent at all.

use super::audience::Audience;
use super::change::Change;
use super::effects::{Effects, Part};
use super::ids::{AnswerKey, ItemId, NoteId, Pseudonym};
use super::kinds::Ask;
use super::links::{Link, LinkId};
use super::notes::Note;
use super::parts::{
    ItemView, LinkView, NoteView, OwnAnswer, SharedResults, SharedTheme, StageItem, StagePhase, StageView,
    SurveyView, TimerView,
};
use super::plan::{ItemContent, Question};
use super::programme::Item;
use super::state::{Session, Stage};
use super::timer::Timer;
use super::view_asked::{all_asked, touched_asked};
use super::view_questions::{
    counts, first_round, is_visible, question_parts, question_status, tally_view, touched_parts,
};
use super::view_quiz::leaderboard;
use super::view_statements::shared_statements;

/// All parts that an audience sees, from nothing.
pub fn snapshot(session: &Session, audience: Audience) -> Vec<Change> {
    let mut changes = vec![details(session), stage(session), timer(session)];
    changes.extend(all_asked(session, audience));
    match audience {
        Audience::Phone => {
            changes.push(roles(session));
            changes.push(signals(session));
            changes.extend(shared_results(session, None));
        }
        Audience::Presenter => {
            changes.extend(leaderboard(session, audience));
            if let Some(item) = session.current() {
                question_parts(session, audience, item, &mut changes);
            }
            changes.extend(survey_counts(session, None));
        }
        Audience::Facilitator => {
            changes.push(roles(session));
            changes.push(role_counts(session));
            changes.push(signals(session));
            changes.push(concepts(session));
            changes.push(programme(session));
            changes.push(links(session));
            changes.push(notes(session));
            changes.extend(leaderboard(session, audience));
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
    if board_touched(effects) {
        changes.extend(leaderboard(session, audience));
    }
    changes.extend(touched_asked(session, audience, effects));
    match audience {
        Audience::Phone => {
            if effects.parts.contains(&Part::Roles) {
                changes.push(roles(session));
            }
            if effects.parts.contains(&Part::Signals) {
                changes.push(signals(session));
            }
            if !effects.is_quiet() {
                changes.extend(shared_results(session, Some(effects)));
            }
        }
        Audience::Presenter => {
            let Some(item) = session.current() else {
                changes.extend(survey_counts(session, Some(effects)));
                return changes;
            };
            if stage_touched || effects.reloads.contains(&item) {
                question_parts(session, audience, item, &mut changes);
            } else {
                touched_parts(session, audience, item, effects, &mut changes);
            }
        }
        Audience::Facilitator => {
            if effects.parts.contains(&Part::Roles) {
                changes.push(roles(session));
            }
            if effects.parts.contains(&Part::RoleCounts) {
                changes.push(role_counts(session));
            }
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
            if effects.parts.contains(&Part::Notes) {
                changes.push(notes(session));
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

/// Whether the list of points may be another; which question was the latest depends on the programme.
fn board_touched(effects: &Effects) -> bool {
    [Part::Leaderboard, Part::Nicknames, Part::Programme].iter().any(|part| effects.parts.contains(part))
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
                // Phones have let go of what they held of the first round.
                question.removed.get(&answer).filter(|_| !question.is_taken_from_first(answer))?;
                None
            }
        };
        Some(OwnAnswer { item, key: key.clone(), version: held.version, content })
    };
    question.held_by(who).filter_map(own).collect()
}

/// What may be told of a session to who is not let in yet.
pub fn outside(session: &Session) -> Vec<Change> {
    vec![details(session)]
}

fn details(session: &Session) -> Change {
    Change::Details { details: session.details.clone() }
}

fn concepts(session: &Session) -> Change {
    Change::Concepts { concepts: session.concepts.clone() }
}

fn stage(session: &Session) -> Change {
    let index = session.current().and_then(|id| session.programme.index(id));
    let phase = match session.stage {
        Stage::WaitingRoom => StagePhase::WaitingRoom,
        Stage::Item(_) => StagePhase::Running,
        Stage::Survey => StagePhase::Survey,
        Stage::Ended | Stage::Sealed => StagePhase::Ended,
    };
    Change::Stage {
        stage: StageView {
            phase,
            item: index.map(|index| stage_item(session, &session.programme.items()[index])),
            survey: survey(session),
            number: index.map_or(0, |index| index as u32 + 1),
            items: session.programme.items().len() as u32,
            can_reopen: session.stage == Stage::Ended,
            door_closed: session.door_closed,
            needs_password: session.password.is_some(),
        },
    }
}

fn stage_item(session: &Session, item: &Item) -> StageItem {
    StageItem {
        id: item.id,
        what: item.plan.what.clone(),
        how: item.plan.how.clone(),
        who: item.plan.who.clone(),
        starts: item.plan.starts,
        ends: item.plan.ends,
        content: shown_content(&item.plan.content, session.is_solved(item.id)),
        status: session.question(item.id).map(|(_, question)| question_status(question)),
        since_ms: session
            .programme
            .runs
            .get(&item.id)
            .and_then(|runs| runs.last())
            .map_or(0, |run| run.from_ms),
    }
}

/// A survey's questions are told when it opens, not before.
fn survey(session: &Session) -> Option<SurveyView> {
    let survey = session.survey.as_ref()?;
    let planned = session.survey_items();
    let shown = |id: &ItemId| Some(stage_item(session, session.programme.item(*id)?));
    let items = match session.stage {
        Stage::Survey => planned.iter().filter_map(shown).collect(),
        Stage::WaitingRoom | Stage::Item(_) | Stage::Ended | Stage::Sealed => Vec::new(),
    };
    let (opens_ms, closes_ms, closed) = (survey.opens_ms, survey.closes_ms, survey.closed);
    Some(SurveyView { items, planned, opens_ms, closes_ms, closed })
}

/// How many have answered each question of the survey shown, those that were touched.
fn survey_counts(session: &Session, effects: Option<&Effects>) -> Vec<Change> {
    if session.stage != Stage::Survey {
        return Vec::new();
    }
    let touched = |item: &ItemId| {
        effects.is_none_or(|effects| {
            effects.parts.contains(&Part::Stage)
                || effects.reloads.contains(item)
                || effects.answers.contains_key(item)
                || effects.parts.contains(&Part::Awaiting(*item))
        })
    };
    let items = session.survey_items().into_iter().filter(touched);
    items.filter_map(|item| Some(counts(item, session.questions.get(&item)?))).collect()
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

fn roles(session: &Session) -> Change {
    Change::Roles { roles: session.roles.list().to_vec() }
}

fn role_counts(session: &Session) -> Change {
    Change::RoleCounts { counts: session.roles.counts() }
}

fn signals(session: &Session) -> Change {
    Change::SignalsAllowed { signals: session.signals }
}

/// What everybody may see of an item: a question without what is right, and a quiz question with it once it is over.
fn shown_content(content: &ItemContent, is_solved: bool) -> ItemContent {
    match content {
        ItemContent::Question(Question { ask: Ask::Quiz(_), .. }) if is_solved => content.clone(),
        ItemContent::Question(question) => {
            ItemContent::Question(Question { ask: question.ask.without_solution(), ..question.clone() })
        }
        ItemContent::Talk
        | ItemContent::Break
        | ItemContent::GroupWork
        | ItemContent::PairTalk
        | ItemContent::Leaderboard => content.clone(),
    }
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

fn notes(session: &Session) -> Change {
    let view = |(id, note): (NoteId, &Note)| NoteView { id, note: note.clone() };
    Change::Notes { notes: session.notes.all().map(view).collect() }
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
            || effects.parts.contains(&Part::Statements(item))
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
            statements: shared_statements(question),
        }),
    })
}
