//! From a session to its archive.

use std::collections::BTreeMap;

use super::form::{
    Archive, ArchiveKind, ArchivedAsked, ArchivedItem, ArchivedNote, ArchivedRole, ArchivedSurvey, Shown,
};
use super::outcome_form::{
    ArchivedAnswer, ArchivedFamily, ArchivedOutcome, ArchivedPerson, ArchivedSorting, ArchivedStands,
    ArchivedTheme, ArchivedVotes,
};
use super::players::{Players, players};
use super::{VERSION, place};
use crate::session::{
    AnswerId, Arrangement, AskedPlace, GivenAnswer, Item, ItemId, PersonsAnswers, Phase, QuestionState,
    RoomPiles, Session, StandCounts, ThemeId,
};

/// Everything that there is to know of a session, apart from whose answers they are.
///
/// Removed and withdrawn answers are no part of it; those in hidden themes, and those that wait, are, since it is the
/// facilitator's. Its pictures can be added to it. Of sorting, piles and votes on answers it is the counts that are kept, of
/// the quiz the points without nicknames. Left out is what ends with a session: its links and password, what could be
/// undone, the clock, which question to the speaker was being answered, and suggestions that people overruled. The seed says
/// in which order people stand.
pub fn archive(session: &Session, seed: u64) -> Archive {
    let players = players(session, seed);
    Archive {
        archive: ArchiveKind::PlenumSession,
        version: VERSION,
        details: session.details.clone(),
        concepts: session.concepts.clone(),
        signals: session.signals,
        questions: session.asked.plan,
        survey: session.survey.as_ref().map(ArchivedSurvey::from),
        joined: session.joined() as u32,
        roles: roles(session),
        asked: asked(session),
        started_ms: session.started_ms,
        ended_ms: session.ended_ms,
        items: session.programme.items().iter().map(|item| archived(session, item, &players, seed)).collect(),
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
    let archived = kept.map(|asked| ArchivedAsked {
        text: asked.text.clone(),
        place: asked.place,
        votes: asked.votes,
        chances: Some(asked.chances),
    });
    archived.collect()
}

fn archived(session: &Session, item: &Item, players: &Players, seed: u64) -> ArchivedItem {
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
        outcome: asked.map(|state| outcome(state, item.id, players, seed)),
    }
}

fn outcome(state: &QuestionState, item: ItemId, players: &Players, seed: u64) -> ArchivedOutcome {
    let mut numbers: BTreeMap<AnswerId, u32> = BTreeMap::new();
    let mut all_votes = 0;
    let placed = state.sort.as_ref().map(|sort| sort.placements()).unwrap_or_default();
    let people = shuffled(state.by_person(), players, seed, item);
    let mut person = |given: PersonsAnswers| {
        let mut answer = |answer: &GivenAnswer| {
            let number = numbers.len() as u32 + 1;
            numbers.insert(answer.id, number);
            let votes = votes_on(state, answer.id);
            all_votes += votes.map_or(0, |votes| votes.agree + votes.disagree + votes.pass);
            ArchivedAnswer {
                number,
                content: answer.content.clone(),
                awaits: answer.awaits,
                used_ms: players.contains_key(&answer.id).then_some(answer.used_ms),
                sorted: placed.contains_key(&answer.id) && !answer.awaits,
                votes,
            }
        };
        ArchivedPerson {
            player: player(&given, players),
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
        number: Some(theme.id),
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
        sorting: sorting(state, &arrangement),
        pilers: state.piles.as_ref().map(RoomPiles::people).map(|people| people as u32),
        stands: stands(state, all_votes),
    }
}

/// Who sorted, under which of these themes.
fn sorting(state: &QuestionState, arrangement: &Arrangement) -> Option<ArchivedSorting> {
    let sort = state.sort.as_ref()?;
    let headings = sort.headings().iter();
    let index = |id: ThemeId| arrangement.themes.iter().position(|theme| theme.id == id);
    Some(ArchivedSorting {
        people: sort.people() as u32,
        each: sort.each,
        headings: headings.filter_map(|heading| index(heading.id)).map(|index| index as u32).collect(),
    })
}

/// The votes on one answer; none where nobody voted on it.
fn votes_on(state: &QuestionState, answer: AnswerId) -> Option<ArchivedVotes> {
    let StandCounts { agree, disagree, pass } = state.statements.as_ref()?.counts(answer);
    (agree + disagree + pass > 0).then_some(ArchivedVotes { agree, disagree, pass })
}

/// Who voted, given how many votes on the archived answers there are: who voted on removed ones only is no part of it.
fn stands(state: &QuestionState, votes: u32) -> Option<ArchivedStands> {
    let statements = state.statements.as_ref()?;
    Some(ArchivedStands { people: votes.min(statements.people() as u32), each: statements.each })
}

fn player(given: &PersonsAnswers, players: &Players) -> Option<u32> {
    given.answers.iter().find_map(|answer| players.get(&answer.id).copied())
}

/// People in an order that depends on what they said and the seed alone, and each one's answers likewise; in a quiz also on
/// their points.
fn shuffled<'a>(
    mut people: Vec<PersonsAnswers<'a>>,
    players: &Players,
    seed: u64,
    item: ItemId,
) -> Vec<PersonsAnswers<'a>> {
    for person in &mut people {
        person.answers.sort_by_cached_key(|answer| place(answer.content, seed, item));
    }
    people.sort_by_cached_key(|person| {
        let contents = person.answers.iter().map(|answer| answer.content).chain(person.first);
        let places: Vec<_> = contents.map(|content| place(content, seed, item)).collect();
        (places, player(person, players))
    });
    people
}
