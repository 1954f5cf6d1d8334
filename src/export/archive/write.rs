//! From a session to its archive.

use std::collections::BTreeMap;

use super::form::{
    Archive, ArchiveKind, ArchivedAnswer, ArchivedAsked, ArchivedFamily, ArchivedItem, ArchivedNote,
    ArchivedOutcome, ArchivedPerson, ArchivedRole, ArchivedStands, ArchivedTheme, ArchivedVotes, Shown,
};
use super::{VERSION, place};
use crate::session::{
    AnswerId, AskedPlace, GivenAnswer, Item, ItemId, PersonsAnswers, Phase, QuestionState, Session,
    StandCounts, ThemeId,
};

/// Everything that there is to know of a session, apart from whose answers they are.
///
/// Removed and withdrawn answers are no part of it; those in hidden themes, and those that wait, are, since it is the
/// facilitator's. Its pictures can be added to it. How many sorted and piled is not kept, only what came of it; of votes on answers it is the counts that are. The seed says in which order people
/// stand.
pub fn archive(session: &Session, seed: u64) -> Archive {
    Archive {
        archive: ArchiveKind::PlenumSession,
        version: VERSION,
        details: session.details.clone(),
        concepts: session.concepts.clone(),
        signals: session.signals,
        joined: session.joined() as u32,
        roles: roles(session),
        asked: asked(session),
        ended_ms: session.ended_ms,
        items: session.programme.items().iter().map(|item| archived(session, item, seed)).collect(),
        pictures: Vec::new(),
    }
}

fn roles(session: &Session) -> Vec<ArchivedRole> {
    let counts = session.roles.counts();
    let roles = session.roles.list().iter().zip(counts);
    roles.map(|(role, count)| ArchivedRole { name: role.name.clone(), people: count.people }).collect()
}

fn asked(session: &Session) -> Vec<ArchivedAsked> {
    let kept = session.asked.all().values().filter(|asked| asked.place != AskedPlace::Removed);
    kept.map(|asked| ArchivedAsked { text: asked.text.clone(), place: asked.place, votes: asked.votes })
        .collect()
}

fn archived(session: &Session, item: &Item, seed: u64) -> ArchivedItem {
    let runs = session.programme.runs.get(&item.id);
    let asked = session.question(item.id).map(|(_, state)| state);
    let asked = asked.filter(|state| state.phase != Phase::Waiting || state.has_answers());
    ArchivedItem {
        item: item.id,
        plan: item.plan.without_pictures(),
        shown: runs.into_iter().flatten().copied().map(Shown::from).collect(),
        notes: session
            .notes
            .on(item.id)
            .map(|(_, note)| ArchivedNote { kind: note.kind, text: note.text.clone() })
            .collect(),
        outcome: asked.map(|state| outcome(state, item.id, seed)),
    }
}

fn outcome(state: &QuestionState, item: ItemId, seed: u64) -> ArchivedOutcome {
    let mut numbers: BTreeMap<AnswerId, u32> = BTreeMap::new();
    let mut all_votes = 0;
    let people = shuffled(state.by_person(), seed, item);
    let mut person = |given: PersonsAnswers| {
        let mut answer = |answer: &GivenAnswer| {
            let number = numbers.len() as u32 + 1;
            numbers.insert(answer.id, number);
            let votes = votes_on(state, answer.id);
            all_votes += votes.map_or(0, |votes| votes.agree + votes.disagree + votes.pass);
            ArchivedAnswer { number, content: answer.content.clone(), awaits: answer.awaits, votes }
        };
        ArchivedPerson {
            answers: given.answers.iter().map(&mut answer).collect(),
            first: given.first.cloned(),
            first_awaits: given.first_awaits,
        }
    };
    let people = people.into_iter().map(&mut person).collect();
    let arrangement = state.arrangement();
    let number = |id: &AnswerId| numbers.get(id).copied();
    let sorted = |answers: &[AnswerId]| {
        let mut answers: Vec<u32> = answers.iter().filter_map(number).collect();
        answers.sort_unstable();
        answers
    };
    let index = |id: &ThemeId| arrangement.themes.iter().position(|theme| theme.id == *id);
    let families = arrangement.families.iter().map(|family| ArchivedFamily {
        label: family.label.clone(),
        themes: family.themes.iter().filter_map(index).map(|index| index as u32).collect(),
    });
    let themes = arrangement.themes.iter().map(|theme| ArchivedTheme {
        label: theme.label.clone(),
        answers: sorted(&theme.answers),
        decided: theme.decided,
        pinned: theme.pinned,
        hidden: theme.hidden,
        typical: theme.typical.as_ref().and_then(number),
    });
    ArchivedOutcome {
        results: state.results(),
        second_round: state.first.is_some(),
        people,
        families: families.collect(),
        themes: themes.collect(),
        families_decided: state.board.decided_families().is_some(),
        edited: state.board.edited(),
        stands: stands(state, all_votes),
    }
}

/// The votes on one answer; none where nobody voted on it.
fn votes_on(state: &QuestionState, answer: AnswerId) -> Option<ArchivedVotes> {
    let StandCounts { agree, disagree, pass } = state.statements.as_ref()?.counts(answer);
    (agree + disagree + pass > 0).then_some(ArchivedVotes { agree, disagree, pass })
}

/// Who voted, given how many votes on the archived answers there are: who voted on removed ones only is no part of it.
fn stands(state: &QuestionState, votes: u32) -> Option<ArchivedStands> {
    let statements = state.statements.as_ref().filter(|_| votes > 0)?;
    Some(ArchivedStands { people: votes.min(statements.people() as u32), each: statements.each })
}

/// People in an order that depends on what they said and the seed alone, and each one's answers likewise.
fn shuffled<'a>(mut people: Vec<PersonsAnswers<'a>>, seed: u64, item: ItemId) -> Vec<PersonsAnswers<'a>> {
    for person in &mut people {
        person.answers.sort_by_cached_key(|answer| place(answer.content, seed, item));
    }
    people.sort_by_cached_key(|person| {
        let contents = person.answers.iter().map(|answer| answer.content).chain(person.first);
        contents.map(|content| place(content, seed, item)).collect::<Vec<_>>()
    });
    people
}
