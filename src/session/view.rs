//! What each audience may see, as changes that a page folds into its state.
//!
//! A snapshot is the same vocabulary from nothing: all parts of one audience at once. No change names a participant
//! or an answer's key; a hidden result is not sent at all.

use super::audience::Audience;
use super::change::Change;
use super::effects::{Effects, Part};
use super::ids::{AnswerKey, ItemId, Pseudonym};
use super::links::{Link, LinkId};
use super::parts::{
    ItemView, LinkView, OwnAnswer, SharedResults, SharedTheme, StageItem, StagePhase, StageView, TimerView,
};
use super::plan::{ItemContent, Question};
use super::state::{Session, Stage};
use super::timer::Timer;
use super::view_asked::{all_asked, touched_asked};
use super::view_questions::{
    first_round, is_visible, question_parts, question_status, tally_view, touched_parts,
};

/// All parts that an audience sees, from nothing.
pub fn snapshot(session: &Session, audience: Audience) -> Vec<Change> {
    let mut changes = vec![details(session), stage(session), timer(session)];
    changes.extend(all_asked(session, audience));
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
    changes.extend(touched_asked(session, audience, effects));
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
