//! From a question's answers to the engine's request, and from its grouping back to a suggestion.

use std::collections::BTreeSet;

use crate::session::{
    AnswerId, Concept, FULL_WEIGHT, Family, FamilySuggestion, Heading, ItemId, Language, QuestionState,
    Session, ThemeId, ThemeSuggestion,
};
use crate::theming::{self, Flow, Follower, Hand, Origin};

/// A copy of what the engine needs, so that it can work beside the session's task.
pub(super) struct Work {
    language: Language,
    question: String,
    ids: Vec<AnswerId>,
    texts: Vec<String>,
    decided: Vec<(ThemeId, Heading, Vec<usize>)>,
    /// Whether these are words of a cloud, which are gathered by what they are forms of.
    cloud: bool,
    /// Whether the room sorts and the engine's view of the answers is wanted.
    primes: bool,
    previous: Vec<Previous>,
    /// The answers that the previous suggestion was made of.
    known: Vec<AnswerId>,
    families: Vec<Family>,
    concepts: Vec<Concept>,
    /// What people in the room put together, a few answers at a time.
    hands: Vec<Hand>,
}

/// A theme of the previous suggestion.
struct Previous {
    id: ThemeId,
    label: Heading,
    answers: Vec<usize>,
    typical: Option<usize>,
}

/// A grouping in the session's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Suggestion {
    pub themes: Vec<ThemeSuggestion>,
    pub families: Vec<FamilySuggestion>,
}

impl Suggestion {
    /// The engine's grouping as it stands, so that it can come back.
    pub fn standing(question: &QuestionState) -> Self {
        let suggested = question.board.suggested();
        let themes = suggested.iter().map(|theme| ThemeSuggestion {
            id: Some(theme.id),
            label: theme.label.clone(),
            answers: theme.answers.clone(),
            typical: theme.typical,
        });
        let index = |id: &ThemeId| suggested.iter().position(|theme| theme.id == *id);
        let families = question.board.suggested_families().iter().map(|family| FamilySuggestion {
            label: family.label.clone(),
            themes: family.themes.iter().filter_map(index).collect(),
        });
        Suggestion { themes: themes.collect(), families: families.collect() }
    }
}

/// What there is to group in an open question; none where nothing can be grouped.
pub(super) fn work(session: &Session, item: ItemId) -> Option<Work> {
    let (asked, question) = session.question(item)?;
    if !asked.ask.takes_text() {
        return None;
    }
    let board = &question.board;
    let mut ids = Vec::with_capacity(question.standing.len());
    let mut texts = Vec::with_capacity(question.standing.len());
    for (id, answer) in &question.standing {
        if let (Some(text), false) = (answer.content.text(), board.set_aside().contains(id)) {
            ids.push(*id);
            texts.push(text.to_owned());
        }
    }
    // `ids` is in ascending order, as the map it comes from.
    let indexes = |answers: &[AnswerId]| -> Vec<usize> {
        answers.iter().filter_map(|answer| ids.binary_search(answer).ok()).collect()
    };
    let mut decided: Vec<_> = board
        .decided()
        .iter()
        .map(|theme| (theme.id, theme.label.clone(), indexes(&theme.answers)))
        .collect();
    // What the room sorts under is a theme of its own, whatever the engine would have made.
    if let Some(sort) = &question.sort {
        let placements = sort.placements();
        for heading in sort.headings() {
            if !decided.iter().any(|(id, _, _)| *id == heading.id) {
                let placed = placements.iter().filter(|(_, theme)| **theme == Some(heading.id));
                let placed: Vec<AnswerId> = placed.map(|(answer, _)| *answer).collect();
                decided.push((heading.id, heading.label.clone(), indexes(&placed)));
            }
        }
    }
    let hands = question.piles.iter().flat_map(|piles| piles.hands()).map(|hand| Hand {
        piles: hand.piles.iter().map(|pile| indexes(pile)).collect(),
        weight: f32::from(hand.weight) / f32::from(FULL_WEIGHT),
    });
    let hands = hands.collect();
    // What the engine put into a theme that a person has moved answers to stays there as well.
    let previous = board.suggested().iter().map(|theme| Previous {
        id: theme.id,
        label: theme.label.clone(),
        answers: indexes(&theme.answers),
        typical: theme.typical.and_then(|typical| ids.binary_search(&typical).ok()),
    });
    let previous = previous.collect();
    let known = |id: &AnswerId| {
        board
            .suggested_at()
            .is_some_and(|at| question.standing.get(id).is_some_and(|answer| answer.position < at))
    };
    let known = ids.iter().copied().filter(known).collect();
    Some(Work {
        language: session.details.language,
        question: asked.prompt.as_str().to_owned(),
        cloud: !asked.ask.is_open_text(),
        primes: question.wants_priming(),
        ids,
        texts,
        decided,
        previous,
        known,
        families: board.suggested_families().to_vec(),
        concepts: session.concepts.clone(),
        hands,
    })
}

/// The same under all themes that are shown, those the engine suggested too, as a person sorts under them.
pub(super) fn work_under_shown(session: &Session, item: ItemId) -> Option<Work> {
    let mut work = work(session, item)?;
    let (_, question) = session.question(item)?;
    let decided: BTreeSet<AnswerId> =
        question.board.decided().iter().flat_map(|theme| theme.answers.iter().copied()).collect();
    let index = |answer: &AnswerId| work.ids.binary_search(answer).ok();
    work.decided = question
        .arrangement()
        .themes
        .into_iter()
        .map(|theme| {
            let placed =
                theme.answers.iter().filter(|answer| decided.contains(answer)).filter_map(index).collect();
            (theme.id, theme.label, placed)
        })
        .collect();
    Some(work)
}

/// How a theme that is shown could be parted: headings and answers, the largest part first. None where there is no such
/// theme.
pub(super) fn split(work: &Work, theme: &[AnswerId]) -> Vec<(Heading, Vec<AnswerId>)> {
    let members: Vec<usize> = theme.iter().filter_map(|answer| work.ids.binary_search(answer).ok()).collect();
    let parts = with_request(work, |request| theming::split(request, &members));
    let answers = |part: &theming::Part| part.answers.iter().map(|&index| work.ids[index]).collect();
    parts.iter().map(|part| (heading(&part.label), answers(part))).collect()
}

/// The shown themes of a question as own headings, with the words that tell each from the others; none for what is no
/// open question.
pub(super) fn concepts(session: &Session, item: ItemId) -> Vec<(String, String)> {
    let (Some(work), Some((_, question))) = (work(session, item), session.question(item)) else {
        return Vec::new();
    };
    if work.cloud {
        return Vec::new();
    }
    let arrangement = question.arrangement().shown();
    let indexes = |answers: &[AnswerId]| -> Vec<usize> {
        answers.iter().filter_map(|answer| work.ids.binary_search(answer).ok()).collect()
    };
    let themes = arrangement.themes.iter().map(|theme| theming::Theme {
        origin: Origin::New,
        label: theme.label.as_str().to_owned(),
        answers: indexes(&theme.answers),
        typical: None,
    });
    let grouping = theming::Grouping { themes: themes.collect(), ..theming::Grouping::default() };
    with_request(&work, |request| theming::concepts_of(request, &grouping))
}

/// Goes on grouping while answers arrive.
pub(super) fn follow(work: &Work, follower: &mut Follower, flow: Flow) -> Suggestion {
    if work.cloud || !work.hands.is_empty() {
        return regroup(work);
    }
    let keys: Vec<u32> = work.ids.iter().map(|id| id.0).collect();
    let grouping = with_request(work, |request| {
        if let (false, Some(standing)) = (follower.has_begun(), standing(work)) {
            let known = work.known.iter().map(|id| id.0).collect();
            *follower = Follower::take_up(request, &keys, known, &standing);
        }
        follower.follow(request, &keys, flow)
    });
    suggestion(work, &grouping)
}

/// The previous suggestion as a grouping, under what people have decided since; none where nothing was suggested.
fn standing(work: &Work) -> Option<theming::Grouping> {
    if work.previous.is_empty() {
        return None;
    }
    let mut free = vec![true; work.ids.len()];
    let mut take = |answers: &[usize]| -> Vec<usize> {
        answers.iter().copied().filter(|&answer| std::mem::take(&mut free[answer])).collect()
    };
    let decided: Vec<Vec<usize>> = work.decided.iter().map(|(_, _, answers)| take(answers)).collect();
    let mut themes = Vec::with_capacity(work.decided.len() + work.previous.len());
    let was = |id: &ThemeId| work.previous.iter().find(|theme| theme.id == *id);
    for (number, ((id, label, _), mut answers)) in work.decided.iter().zip(decided).enumerate() {
        answers.extend(was(id).map(|theme| take(&theme.answers)).unwrap_or_default());
        answers.sort_unstable();
        let typical = was(id).and_then(|theme| theme.typical).filter(|typical| answers.contains(typical));
        themes.push(theming::Theme {
            origin: Origin::Decided(number),
            label: label.as_str().to_owned(),
            answers,
            typical,
        });
    }
    for (number, theme) in work.previous.iter().enumerate() {
        if work.decided.iter().any(|(id, _, _)| *id == theme.id) {
            continue;
        }
        let answers = take(&theme.answers);
        let typical = theme.typical.filter(|typical| answers.contains(typical));
        let label = theme.label.as_str().to_owned();
        themes.push(theming::Theme { origin: Origin::Previous(number), label, answers, typical });
    }
    let families = work.families.iter().filter_map(|family| {
        let place = |id: &ThemeId| {
            let origin = origin(work, *id)?;
            themes.iter().position(|theme| theme.origin == origin)
        };
        let inside: Vec<usize> = family.themes.iter().filter_map(place).collect();
        (inside.len() > 1)
            .then(|| theming::Family { label: family.label.as_str().to_owned(), themes: inside })
    });
    let families = families.collect();
    let rest = (0..work.ids.len()).filter(|&answer| free[answer]).collect();
    Some(theming::Grouping { themes, rest, families })
}

/// Groups as if for the first time, by the room's piles where there are any, under the identities of before; may take a second for ten thousand answers.
pub(super) fn regroup(work: &Work) -> Suggestion {
    if work.cloud {
        return suggestion(work, &with_request(work, theming::gather));
    }
    if work.hands.is_empty() {
        return suggestion(work, &with_request(work, theming::regroup));
    }
    suggestion(work, &with_request(work, |request| theming::join_piles(request, &work.hands)))
}

fn suggestion(work: &Work, grouping: &theming::Grouping) -> Suggestion {
    let id = |theme: &theming::Theme| match theme.origin {
        Origin::Decided(index) => work.decided.get(index).map(|(id, _, _)| *id),
        Origin::Previous(index) => work.previous.get(index).map(|theme| theme.id),
        Origin::New => None,
    };
    let answer = |index: &usize| work.ids.get(*index).copied();
    let themes = grouping.themes.iter().map(|theme| ThemeSuggestion {
        id: id(theme),
        label: heading(&theme.label),
        answers: theme.answers.iter().filter_map(answer).collect(),
        typical: theme.typical.as_ref().and_then(answer),
    });
    let families = grouping
        .families
        .iter()
        .map(|family| FamilySuggestion { label: heading(&family.label), themes: family.themes.clone() });
    Suggestion { themes: themes.collect(), families: families.collect() }
}

/// Asks the engine about the work as it stands.
fn with_request<T>(work: &Work, ask: impl FnOnce(&theming::Request) -> T) -> T {
    let answers: Vec<&str> = work.texts.iter().map(String::as_str).collect();
    let decided: Vec<theming::Decided> = work
        .decided
        .iter()
        .map(|(id, label, answers)| theming::Decided {
            label: label.as_str(),
            answers: answers.clone(),
            was: work.previous.iter().position(|theme| theme.id == *id),
        })
        .collect();
    let previous: Vec<Vec<usize>> = work.previous.iter().map(|theme| theme.answers.clone()).collect();
    let families: Vec<Vec<Origin>> = work
        .families
        .iter()
        .map(|family| family.themes.iter().filter_map(|id| origin(work, *id)).collect())
        .collect();
    let concepts: Vec<theming::OwnConcept> = work
        .concepts
        .iter()
        .map(|concept| theming::OwnConcept {
            heading: concept.heading.as_str(),
            words: concept.words.as_str(),
        })
        .collect();
    ask(&theming::Request {
        language: work.language,
        question: &work.question,
        answers: &answers,
        decided: &decided,
        previous: &previous,
        families: &families,
        concepts: &concepts,
    })
}

/// How the engine knows a theme of the session.
fn origin(work: &Work, id: ThemeId) -> Option<Origin> {
    let decided = work.decided.iter().position(|(theme, _, _)| *theme == id).map(Origin::Decided);
    decided.or_else(|| work.previous.iter().position(|theme| theme.id == id).map(Origin::Previous))
}

/// The engine's view of every answer under every heading of the room, if it is wanted: 6 × the cosine, in millionths.
pub(super) fn priors(work: &Work) -> Vec<(AnswerId, Vec<(ThemeId, i64)>)> {
    const SCALE: f32 = 6_000_000.0;
    if !work.primes {
        return Vec::new();
    }
    let scores = |(answer, near): (&AnswerId, Vec<f32>)| {
        let themes = work.decided.iter().map(|(id, _, _)| *id);
        (*answer, themes.zip(near).map(|(id, near)| (id, (near * SCALE).round() as i64)).collect())
    };
    work.ids.iter().zip(affinities(work)).map(scores).collect()
}

/// For each answer that no person has placed its themes, likeliest first, and the lead of the first; least certain
/// answers first.
pub(super) fn likeliest(work: &Work) -> Vec<(AnswerId, Vec<ThemeId>, f32)> {
    let placed: BTreeSet<usize> =
        work.decided.iter().flat_map(|(_, _, answers)| answers.iter().copied()).collect();
    let mut answers: Vec<(AnswerId, Vec<ThemeId>, f32)> = affinities(work)
        .into_iter()
        .enumerate()
        .filter(|(index, _)| !placed.contains(index))
        .map(|(index, near)| {
            let mut themes: Vec<(f32, ThemeId)> =
                near.into_iter().zip(work.decided.iter().map(|(id, _, _)| *id)).collect();
            themes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            let lead = match themes.as_slice() {
                [first, second, ..] => first.0 - second.0,
                [_] | [] => 0.0,
            };
            (work.ids[index], themes.into_iter().map(|(_, id)| id).collect(), lead)
        })
        .collect();
    answers.sort_by(|a, b| a.2.total_cmp(&b.2).then(a.0.cmp(&b.0)));
    answers
}

fn affinities(work: &Work) -> Vec<Vec<f32>> {
    with_request(work, theming::affinities)
}

/// The engine's heading, cut where it is longer than a heading may be.
fn heading(label: &str) -> Heading {
    let short: String =
        label.chars().filter(|letter| !letter.is_control()).take(Heading::CHARS_MAX).collect();
    Heading::parse(&short).unwrap_or_default()
}
