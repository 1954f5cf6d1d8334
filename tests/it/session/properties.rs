//! What holds in every history, however people and facilitator mix.

use std::collections::{BTreeMap, BTreeSet};

use plenum::session::{
    AskedId, Audience, Change, Effects, Phase, Reading, ResultsTo, Stand, Step, Tally, changes, snapshot,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::histories::{command, lived, start, steps};
use super::page::Page;
use super::*;

const AUDIENCES: [Audience; 3] = [Audience::Phone, Audience::Presenter, Audience::Facilitator];

#[test]
fn random_histories_reach_every_kind_of_event() {
    let mut runner = TestRunner::deterministic();
    let mut reached: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..2_000 {
        let steps = steps().new_tree(&mut runner).unwrap().current();
        for recorded in lived(&steps).log {
            let kind = serde_json::to_value(&recorded.event).unwrap()["type"].to_string();
            *reached.entry(kind).or_default() += 1;
        }
    }
    let source = include_str!("../../../src/session/event.rs");
    let declared = source.split("pub enum Event {").nth(1).unwrap();
    let declared = declared.split("\n}\n").next().unwrap().lines().filter(|line| {
        let name = line.strip_prefix("    ");
        name.is_some_and(|name| name.starts_with(char::is_uppercase))
    });
    assert_eq!(reached.len(), declared.count(), "{reached:#?}");
}

/// Rows as the store gives them back when these positions are erased.
fn rows_without<'a>(
    log: &'a [Recorded],
    erased: impl Fn(u64) -> bool + 'a,
) -> impl Iterator<Item = Option<Recorded>> + 'a {
    (1..).zip(log).map(move |(position, recorded)| (!erased(position)).then(|| recorded.clone()))
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_replay_of_the_log_equals_the_live_session(steps in steps()) {
        let live = lived(&steps);
        let (replayed, effects) = Session::replay(rows_without(&live.log, |_| false));
        prop_assert_eq!(&replayed, &live.session);
        prop_assert_eq!(effects.erasable.into_iter().collect::<BTreeSet<_>>(), live.erasable);
    }

    #[test]
    fn nothing_that_is_erased_is_needed(steps in steps(), some in any::<u64>()) {
        let live = lived(&steps);
        let (all_erased, effects) =
            Session::replay(rows_without(&live.log, |position| live.erasable.contains(&position)));
        prop_assert_eq!(&all_erased, &live.session);
        prop_assert!(effects.erasable.is_empty(), "{:?} again", effects.erasable);

        // The server may stop when only some are erased; what is left is told again.
        let erased = |position: u64| live.erasable.contains(&position) && some >> (position % 64) & 1 == 1;
        let (some_erased, effects) = Session::replay(rows_without(&live.log, erased));
        prop_assert_eq!(&some_erased, &live.session);
        let left: BTreeSet<u64> = live.erasable.iter().copied().filter(|row| !erased(*row)).collect();
        prop_assert_eq!(effects.erasable.into_iter().collect::<BTreeSet<_>>(), left);
    }

    #[test]
    fn what_is_erased_is_nowhere_in_the_session(steps in steps()) {
        let live = lived(&steps);
        let state = format!("{:?}", live.session);
        for (position, recorded) in (1..).zip(&live.log) {
            if let (Event::AnswerGiven { item, answer, content, .. }, true) =
                (&recorded.event, live.erasable.contains(&position))
            {
                // Another may have written the same beside an option.
                let said_by_another = |text: &OtherText| {
                    (1..).zip(&live.log).any(|(row, recorded)| {
                        let content = match &recorded.event {
                            Event::AnswerGiven { content, .. } if !live.erasable.contains(&row) => content,
                            _ => return false,
                        };
                        content.other().is_some_and(|other| other.folded() == text.folded())
                    })
                };
                if let Some(text) = content.words()
                    && !content.other().is_some_and(said_by_another)
                {
                    prop_assert!(!state.contains(text), "{text} is still there");
                }
                let question = &live.session.questions[item];
                let places = format!("{:?} {:?}", question.board, question.sort);
                prop_assert!(!places.contains(&format!("{answer:?}")), "{answer} is still in a theme");
            }
            if let (Event::SpeakerAsked { text, .. }, true) =
                (&recorded.event, live.erasable.contains(&position))
            {
                prop_assert!(!state.contains(text.as_str()), "{text} is still there");
            }
        }
    }

    #[test]
    fn every_event_reads_back_as_it_was_written(steps in steps()) {
        for recorded in lived(&steps).log {
            let written = serde_json::to_string(&recorded).unwrap();
            let read: Recorded = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(read, recorded);
        }
    }

    #[test]
    fn tallies_and_counts_are_those_of_the_standing_answers(steps in steps()) {
        let live = lived(&steps);
        for (item, question) in &live.session.questions {
            let Some((asked, _)) = live.session.question(*item) else { continue };
            // A plain recount: a ranking's and a choice's answers one by one, in the order of their numbers.
            let mut tally = Tally::of(&asked.ask);
            for answer in question.standing.values() {
                prop_assert_eq!(answer.content.check(&asked.ask), Ok(()));
                tally.count(&answer.content, Step::Add);
                if answer.reading == Reading::Withheld {
                    tally.withhold(&answer.content, Step::Add);
                }
            }
            prop_assert_eq!(&question.tally, &tally);
            let people = (0..5).filter(|who| {
                let mut held = question.held_by(person(*who));
                held.any(|(_, held)| {
                    let is_given = |id| question.standing.contains_key(&id) || question.awaiting.contains_key(&id);
                    held.answer.is_some_and(is_given)
                })
            });
            prop_assert_eq!(question.people(), people.count());
            if let Some(first) = &question.first {
                prop_assert_eq!((first.both, first.moved), moved(&live, *item));
            }
        }
    }

    #[test]
    fn points_are_those_of_a_plain_recount_of_the_log(steps in steps()) {
        let live = lived(&steps);
        for who in 0..5 {
            let points = recounted(&live, person(who));
            prop_assert_eq!(live.session.players.points_of(person(who)), points, "of {}", who);
        }
        let mut rows: Vec<(u32, String)> = live
            .session
            .players
            .standings()
            .map(|placed| (placed.points, placed.nickname.to_string().to_lowercase()))
            .collect();
        let told = rows.clone();
        rows.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        prop_assert_eq!(&rows, &told);
        for placed in live.session.players.standings() {
            let above = rows.iter().filter(|(points, _)| *points > placed.points).count() as u32;
            prop_assert_eq!(placed.place, above + 1);
            prop_assert_eq!(live.session.players.place_of(placed.points), above + 1);
        }
    }

    #[test]
    fn votes_on_questions_to_the_speaker_are_those_of_a_plain_recount(steps in steps()) {
        let live = lived(&steps);
        let shown = |id: AskedId| {
            live.log.iter().position(|row| match &row.event {
                Event::SpeakerAsked { asked, place, .. } => *asked == id && place.is_public(),
                Event::AskedPlaced { asked, place } => asked.contains(&id) && place.is_public(),
                _ => false,
            })
        };
        for (id, asked) in live.session.asked.all() {
            let owner = live.log.iter().find_map(|row| match &row.event {
                Event::SpeakerAsked { asked, who, .. } if asked == id => Some(*who),
                _ => None,
            });
            let mut last: BTreeMap<Pseudonym, bool> = BTreeMap::new();
            let mut chances: BTreeSet<Pseudonym> = BTreeSet::new();
            for (at, row) in live.log.iter().enumerate() {
                if let Event::AskedVoted { asked, who, up, .. } = &row.event {
                    if asked == id {
                        last.insert(*who, *up);
                    }
                    if shown(*id).is_some_and(|shown| shown < at) && owner != Some(*who) {
                        chances.insert(*who);
                    }
                }
            }
            let votes = last.values().filter(|up| **up).count();
            prop_assert_eq!((asked.votes as usize, asked.chances as usize), (votes, chances.len()));
        }
    }

    #[test]
    fn votes_on_statements_are_those_of_a_plain_recount(steps in steps()) {
        let live = lived(&steps);
        for (item, question) in &live.session.questions {
            let Some(statements) = &question.statements else { continue };
            // What a reset took away does not count here.
            let ours = |row: &&Recorded| match &row.event {
                Event::QuestionReset { item: of, .. } | Event::ResetUndone { item: of, .. } => of == item,
                _ => false,
            };
            if live.log.iter().any(|row| ours(&row)) {
                continue;
            }
            for statement in question.standing.keys() {
                let mut last: BTreeMap<Pseudonym, (u32, Stand)> = BTreeMap::new();
                for row in &live.log {
                    if let Event::StandTaken { item: of, who, statement: on, version, stand } = &row.event
                        && (of, on) == (item, statement)
                        && last.get(who).is_none_or(|(before, _)| before < version)
                    {
                        last.insert(*who, (*version, *stand));
                    }
                }
                let said = |wanted| last.values().filter(|(_, stand)| *stand == wanted).count() as u32;
                let counts = statements.counts(*statement);
                prop_assert_eq!(
                    (counts.agree, counts.disagree, counts.pass),
                    (said(Stand::Agree), said(Stand::Disagree), said(Stand::Pass))
                );
            }
            let standing = statements.standing(question.votable());
            prop_assert!(standing.unites.iter().all(|id| !standing.divides.contains(id)));
            prop_assert!(
                standing.unites.iter().chain(&standing.divides).all(|id| question.is_votable(*id))
            );
        }
    }

    #[test]
    fn what_a_person_decided_no_suggestion_and_no_tap_moves(steps in steps()) {
        let mut live = start();
        for (index, step) in steps.iter().enumerate() {
            let asked = command(&live, step, index);
            let (Command::SuggestThemes { item, .. }
            | Command::SortAnswer { item, .. }
            | Command::PrimeSorting { item, .. }) = &asked
            else {
                let _ = live.when(asked);
                continue;
            };
            let item = *item;
            if !live.session.questions.contains_key(&item) {
                continue;
            }
            let before = decided_places(&live, item);
            let _ = live.when(asked);
            prop_assert_eq!(decided_places(&live, item), before);
        }
    }

    #[test]
    fn each_standing_answer_has_exactly_one_place(steps in steps()) {
        for question in lived(&steps).session.questions.values() {
            let arrangement = question.arrangement();
            let themes = arrangement.themes.iter().flat_map(|theme| &theme.answers);
            let mut places: Vec<AnswerId> = themes.chain(&arrangement.rest).copied().collect();
            places.sort_unstable();
            prop_assert_eq!(places, question.standing.keys().copied().collect::<Vec<_>>());
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn folding_the_changes_gives_what_a_fresh_page_sees(steps in steps(), together in any::<u64>()) {
        let mut live = start();
        let mut pages = AUDIENCES.map(|audience| Page::new(audience, &snapshot(&live.session, audience)));
        let mut waiting = Effects::default();
        for (index, step) in steps.iter().enumerate() {
            let asked = command(&live, step, index);
            if let Ok((_, effects)) = live.step(asked) {
                waiting.merge(effects);
            }
            // What happens close together is told together.
            if together >> (index % 64) & 1 == 1 && index + 1 < steps.len() {
                continue;
            }
            let effects = std::mem::take(&mut waiting);
            for (page, audience) in pages.iter_mut().zip(AUDIENCES) {
                page.fold(&changes(&live.session, audience, &effects));
                let fresh = Page::new(audience, &snapshot(&live.session, audience));
                prop_assert_eq!(page.seen(), fresh.seen(), "{:?} after step {}", audience, index);
            }
        }
    }

    #[test]
    fn no_view_tells_who_answered_or_what_is_not_to_be_seen(steps in steps()) {
        let mut live = start();
        for (index, step) in steps.iter().enumerate() {
            let asked = command(&live, step, index);
            let Ok((_, effects)) = live.step(asked) else { continue };
            for audience in AUDIENCES {
                for parts in [snapshot(&live.session, audience), changes(&live.session, audience, &effects)] {
                    let leak = leak(&live, audience, &parts);
                    prop_assert!(leak.is_none(), "{:?} sees {:?} after step {}", audience, leak, index);
                }
            }
        }
    }

    #[test]
    fn any_order_and_repetition_of_resends_counts_the_same(
        (finals, deliveries) in deliveries(),
    ) {
        let mut live = Gathering::of(vec![open_text(10)]).given(F::Next);
        for delivery in &deliveries {
            let again = delivery.clone();
            prop_assert!(live.when(again.clone()).is_ok());
            prop_assert!(matches!(live.when(again), Ok(Decision::Known(_))));
        }
        let question = live.question(1);
        let mut standing: BTreeMap<(u8, u32), String> = BTreeMap::new();
        for who in 0..3 {
            for own in plenum::session::own_answers(&live.session, item(1), person(who)) {
                let name = (0..40).find(|name| key(*name) == own.key).unwrap();
                standing.insert((who, name), own.content.unwrap().text().unwrap().to_owned());
            }
        }
        let expected: BTreeMap<(u8, u32), String> = finals
            .iter()
            .filter(|(_, (_, withdrawn))| !withdrawn)
            .map(|(place, (version, _))| (*place, words(*place, *version)))
            .collect();
        prop_assert_eq!(&standing, &expected);
        prop_assert_eq!(question.standing.len(), expected.len());
        let people: BTreeSet<u8> = expected.keys().map(|(who, _)| *who).collect();
        prop_assert_eq!(question.people(), people.len());
    }
}

/// What a person's answers are worth that stand, to questions of the quiz that are over: read from the log row by row.
fn recounted(live: &Gathering, who: Pseudonym) -> u32 {
    let given = live.log.iter().filter_map(|row| match &row.event {
        Event::AnswerGiven { item, who: by, answer, content, used_ms: Some(used_ms), .. } if *by == who => {
            Some((*item, *answer, content, *used_ms))
        }
        _ => None,
    });
    let worth = |(item, answer, content, used_ms): (ItemId, AnswerId, &AnswerContent, u32)| {
        let (asked, question) = live.session.question(item)?;
        let Ask::Quiz(quiz) = &asked.ask else { return None };
        let is_over =
            matches!(question.phase, Phase::Closed(_)) && question.results() != ResultsTo::Facilitator;
        let counts = is_over && question.standing.contains_key(&answer) && quiz.is_right(content);
        let (points, time) = (f64::from(quiz.points), f64::from(quiz.seconds) * 1_000.0);
        // In time that was added an answer is worth as at the end of the planned time.
        let used = f64::from(used_ms).min(time);
        counts.then(|| (points * (1.0 - used / (2.0 * time))).round() as u32)
    };
    given.filter_map(worth).sum()
}

/// A plain recount of how many moved: the last answer that each person gave before the latest second round began, beside
/// the one that stands.
fn moved(live: &Gathering, number: ItemId) -> (u64, u64) {
    let question = &live.session.questions[&number];
    let began =
        live.log.iter().rposition(|row| row.event == Event::SecondRoundStarted { item: number }).unwrap();
    let given = |rows: &[Recorded], id: AnswerId| {
        rows.iter().find_map(|row| match &row.event {
            Event::AnswerGiven { answer, who, content, .. } if *answer == id => Some((*who, content.clone())),
            _ => None,
        })
    };
    let standing = question.standing.keys().filter_map(|id| given(&live.log, *id));
    let before: BTreeMap<Pseudonym, AnswerContent> =
        question.first_answers().filter_map(|id| given(&live.log[..began], id)).collect();
    standing.fold((0, 0), |(both, moved), (who, content)| match before.get(&who) {
        Some(said) => (both + 1, moved + u64::from(sorted(said) != sorted(&content))),
        None => (both, moved),
    })
}

/// An answer with chosen options in order.
fn sorted(content: &AnswerContent) -> AnswerContent {
    let mut content = content.clone();
    if let AnswerContent::Choice { chosen, other } = &mut content {
        chosen.sort_unstable();
        *other = other.take().map(|text| OtherText::parse(&text.folded()).unwrap());
    }
    content
}

/// Where each answer is that a person placed, with the theme's heading; none for those set aside.
fn decided_places(gathering: &Gathering, item: ItemId) -> BTreeMap<AnswerId, Option<(ThemeId, String)>> {
    let question = &gathering.session.questions[&item];
    let arrangement = question.arrangement();
    let placed = question.board.decided().iter().flat_map(|theme| &theme.answers);
    let placed: BTreeSet<AnswerId> = placed
        .chain(question.board.set_aside())
        .copied()
        .filter(|id| question.standing.contains_key(id))
        .collect();
    let place = |id: AnswerId| {
        let theme = arrangement.themes.iter().find(|theme| theme.answers.contains(&id));
        (id, theme.map(|theme| (theme.id, theme.label.to_string())))
    };
    placed.into_iter().map(place).collect()
}

/// The first thing in these parts that the audience must not see.
fn leak(gathering: &Gathering, audience: Audience, parts: &[Change]) -> Option<String> {
    let json = serde_json::to_string(parts).unwrap();
    let session = &gathering.session;
    let mut forbidden: Vec<String> = (0..5).map(|who| String::from(person(who))).collect();
    forbidden.push("key-of-a-phone".to_owned());
    forbidden.push("\"who\":\"a".to_owned());
    forbidden.extend((0..5).map(|who| String::from(Pseudonym([0x10 + who; 16]))));
    let shown = |item: &ItemId, question: &QuestionState| match audience {
        Audience::Facilitator => true,
        Audience::Presenter => {
            session.current() == Some(*item) && question.results() != ResultsTo::Facilitator
        }
        Audience::Phone => session.current() == Some(*item) && question.results() == ResultsTo::Everyone,
    };
    for recorded in &gathering.log {
        if let Event::AnswerGiven { item, answer, content: AnswerContent::Text { text }, .. } =
            &recorded.event
        {
            let question = &session.questions[item];
            let allowed = match audience {
                Audience::Facilitator => {
                    question.standing.contains_key(answer)
                        || question.removed.contains_key(answer)
                        || question.awaiting.contains_key(answer)
                }
                Audience::Presenter => question.standing.contains_key(answer) && shown(item, question),
                // Among what unites or divides.
                Audience::Phone => {
                    question.statements.is_some() && question.is_votable(*answer) && shown(item, question)
                }
            };
            if !allowed {
                forbidden.push(text.to_string());
            }
        }
    }
    // What was written beside the options of a choice, unless somebody's may be read by this audience.
    for (item, question) in &session.questions {
        let mut written: BTreeMap<String, bool> = BTreeMap::new();
        let rows = gathering.log.iter().filter_map(|row| match &row.event {
            Event::AnswerGiven { item: of, content, .. } if of == item => content.other(),
            _ => None,
        });
        written.extend(rows.map(|text| (text.folded(), false)));
        let removed = question.removed.values().map(|(answer, _)| answer);
        let removed = removed.filter(|_| audience == Audience::Facilitator);
        let first = question.first.iter().flat_map(|first| first.answers());
        for answer in question.standing.values().chain(first).chain(removed) {
            let told = audience == Audience::Facilitator
                || (answer.reading == Reading::Shown && shown(item, question));
            if let Some(text) = answer.content.other().filter(|_| told) {
                written.insert(text.folded(), true);
            }
        }
        let forbidden_here = written.into_iter().filter(|(_, told)| !told).map(|(text, _)| text);
        let json = json.to_lowercase();
        if let Some(text) = forbidden_here.into_iter().find(|text| json.contains(text.as_str())) {
            return Some(text);
        }
    }
    if session
        .current()
        .is_none_or(|item| session.questions.get(&item).is_none_or(|question| !shown(&item, question)))
        && audience != Audience::Facilitator
    {
        forbidden.push("\"disagree\"".to_owned());
    }
    // What is right, and what was answered, before the end of a question of the quiz.
    let solved = session.current().is_some_and(|shown| session.is_solved(shown));
    if audience != Audience::Facilitator && !solved {
        forbidden.extend(["Oslo", "bergen", "\"right\":", "\"accepted\":[\""].map(str::to_owned));
    }
    for recorded in &gathering.log {
        if let Event::SpeakerAsked { asked, text, .. } = &recorded.event {
            let known = session.asked.all().get(asked);
            let allowed = match audience {
                Audience::Facilitator => known.is_some(),
                Audience::Phone => known.is_some_and(|asked| asked.place.is_public()),
                Audience::Presenter => {
                    session.asked.on_projector && known.is_some_and(|asked| asked.place.is_public())
                }
            };
            if !allowed {
                forbidden.push(text.to_string());
            }
        }
    }
    for question in session.questions.values().filter(|_| audience != Audience::Facilitator) {
        let hidden = question.hidden();
        let texts = hidden.iter().filter_map(|id| question.standing[id].content.text());
        forbidden.extend(texts.map(str::to_owned));
        let arrangement = question.arrangement();
        let themes = arrangement.themes.iter().filter(|theme| theme.hidden);
        forbidden.extend(themes.map(|theme| theme.label.to_string()));
    }
    for (item, question) in session.questions.iter().filter(|(item, question)| !shown(item, question)) {
        let arrangement = question.arrangement();
        forbidden.extend(arrangement.themes.iter().map(|theme| theme.label.to_string()));
        forbidden.extend(arrangement.families.iter().map(|family| family.label.to_string()));
        if session.current() == Some(*item) {
            forbidden.push("mean_position".to_owned());
        }
    }
    // Questions made from the same headings elsewhere do not occur: every heading of a history is its own.
    forbidden.into_iter().find(|text| json.contains(text.as_str()))
}

/// What a person wrote in this version of this answer.
fn words((who, name): (u8, u32), version: u32) -> String {
    format!("written by {who} in {name}, version {version}")
}

/// The final version of each answer and whether it is withdrawn by it.
type Finals = BTreeMap<(u8, u32), (u32, bool)>;

/// The final version of each answer, and all versions shuffled, some of them twice.
fn deliveries() -> impl Strategy<Value = (Finals, Vec<Command>)> {
    let finals = prop::collection::btree_map((0u8..3, 0u32..3), (1u32..4, any::<bool>()), 0..9);
    finals.prop_flat_map(|finals| {
        let finals: Finals =
            finals.into_iter().map(|((who, name), last)| ((who, u32::from(who) * 10 + name), last)).collect();
        let mut all = Vec::new();
        for (&(who, name), &(last, withdrawn)) in &finals {
            for version in 1..=last {
                if version == last && withdrawn {
                    all.push(withdraw(1, who, name, version));
                } else {
                    all.push(give(1, who, name, version, &words((who, name), version)));
                }
            }
        }
        all.extend(all.clone());
        (Just(finals), Just(all).prop_shuffle())
    })
}
