//! Tests of `theming` while answers arrive: what is placed stays, and a new answer lands where a grouping would put it.

use plenum::session::Language;
use plenum::theming::{
    Decided, FIRST_ANSWERS, Flow, Follower, Grouping, Origin, Placer, Request, Theme, group,
    group_with_placer,
};
use proptest::prelude::*;

use super::ARRIVING;

fn asked<'a>(answers: &'a [&'a str]) -> Request<'a> {
    Request { language: Language::Nb, answers, ..Request::default() }
}

fn theme_of(grouping: &Grouping, index: usize) -> Option<usize> {
    grouping.themes.iter().position(|theme| theme.answers.contains(&index))
}

fn placer(answers: &[&str]) -> (Grouping, Placer) {
    group_with_placer(&asked(answers))
}

#[test]
fn a_new_answer_is_placed_where_its_words_are() {
    let (grouping, mut placer) = placer(ARRIVING);
    for (text, like) in [
        ("Parkeringsplassene er for få", 6),
        ("Meir opplæring", 12),
        ("INFORMASJON!", 5),
        ("Bedre ledere", 7),
        ("kafe og kaffe", 9),
    ] {
        assert_eq!(placer.place(text), theme_of(&grouping, like), "{text}");
    }
    for nothing in ["", "?", "👍", "Sjøørret"] {
        assert_eq!(placer.place(nothing), None, "{nothing}");
    }
}

#[test]
fn an_answer_that_was_placed_is_placed_there_again() {
    let (grouping, mut placer) = placer(ARRIVING);
    for (index, answer) in ARRIVING.iter().enumerate() {
        let theme = theme_of(&grouping, index);
        if theme.is_some() {
            assert_eq!(placer.place(&format!("  {} ", answer.to_uppercase())), theme, "{answer}");
        }
    }
}

#[test]
fn the_placer_agrees_with_the_grouping_on_what_a_grouping_of_all_would_show() {
    let before = &ARRIVING[..FIRST_ANSWERS];
    let (grouping, mut placer) = placer(before);
    let whole = group(&asked(ARRIVING));
    let with = |grouping: &Grouping, index: usize, other: usize| {
        theme_of(grouping, index).is_some() && theme_of(grouping, index) == theme_of(grouping, other)
    };
    let (mut same, mut all) = (0, 0);
    for (late, text) in ARRIVING.iter().enumerate().skip(FIRST_ANSWERS) {
        let placed = placer.place(text);
        for early in 0..FIRST_ANSWERS {
            let together = placed.is_some() && placed == theme_of(&grouping, early);
            all += 1;
            same += u32::from(together == with(&whole, late, early));
        }
    }
    assert!(same * 100 >= all * 85, "{same} of {all} pairs are as a grouping of all has them");
}

/// Lets answers arrive one by one, and counts how many that were placed stay and move.
fn arrive(answers: &[&str], flow: Flow) -> (Grouping, u32, u32) {
    let keys: Vec<u32> = (0..answers.len() as u32).collect();
    let mut follower = Follower::default();
    let mut latest = Grouping::default();
    let (mut stayed, mut moved) = (0, 0);
    for count in 1..=answers.len() {
        let previous: Vec<Vec<usize>> = latest.themes.iter().map(|theme| theme.answers.clone()).collect();
        let request = Request { previous: &previous, ..asked(&answers[..count]) };
        let grouping = follower.follow(&request, &keys[..count], flow);
        for (number, answers) in previous.iter().enumerate() {
            for index in answers {
                let goes_on = |theme: &&Theme| theme.origin == Origin::Previous(number);
                let stays =
                    grouping.themes.iter().find(goes_on).is_some_and(|theme| theme.answers.contains(index));
                stayed += u32::from(stays);
                moved += u32::from(!stays);
            }
        }
        latest = grouping;
    }
    (latest, stayed, moved)
}

#[test]
fn at_most_one_placed_answer_in_a_thousand_moves_when_one_more_arrives() {
    let (latest, stayed, moved) = arrive(ARRIVING, Flow::Coming);
    assert!(latest.themes.len() >= 3, "{latest:?}");
    assert!(moved * 1_000 <= stayed, "{moved} moved and {stayed} stayed");
}

#[test]
fn themes_wait_for_enough_answers_while_more_are_coming_and_no_longer() {
    let few = &ARRIVING[..FIRST_ANSWERS - 1];
    assert_eq!(arrive(few, Flow::Coming).0.themes, []);
    assert!(!arrive(few, Flow::Calm).0.themes.is_empty());
    assert!(!arrive(&ARRIVING[..FIRST_ANSWERS], Flow::Coming).0.themes.is_empty());

    let headings = [Decided { label: "Ledelse", answers: vec![], was: None }];
    let request = Request { decided: &headings, ..asked(few) };
    let keys: Vec<u32> = (0..few.len() as u32).collect();
    let under = Follower::default().follow(&request, &keys, Flow::Coming);
    assert!(!under.themes[0].answers.is_empty(), "headings that a person typed are filled at once");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_comes_and_goes_each_answer_has_one_place_and_decided_ones_keep_theirs(
        steps in prop::collection::vec((0usize..30, any::<bool>(), 0u8..20), 1..45),
    ) {
        let mut follower = Follower::default();
        let mut standing: Vec<u32> = Vec::new();
        let mut previous: Vec<Vec<u32>> = Vec::new();
        let mut decided: Vec<u32> = Vec::new();
        let mut next = 0;
        for (which, calm, deed) in steps {
            match deed {
                0 if !standing.is_empty() => {
                    let gone = standing.remove(which % standing.len());
                    decided.retain(|key| *key != gone);
                }
                1 if !standing.is_empty() => decided.push(standing[which % standing.len()]),
                _ => {
                    standing.push(next * 30 + which as u32);
                    next += 1;
                }
            }
            decided.sort_unstable();
            decided.dedup();
            let texts: Vec<&str> = standing.iter().map(|key| ARRIVING[*key as usize % 30]).collect();
            let index = |key: &u32| standing.binary_search(key).ok();
            let before: Vec<Vec<usize>> =
                previous.iter().map(|keys| keys.iter().filter_map(index).collect()).collect();
            let hand = [Decided { label: "Bestemt", answers: decided.iter().filter_map(index).collect(), was: None }];
            let request = Request {
                decided: if decided.is_empty() { &[] } else { &hand },
                previous: &before,
                ..asked(&texts)
            };
            let flow = if calm { Flow::Calm } else { Flow::Coming };
            let grouping = follower.follow(&request, &standing, flow);

            let themes = grouping.themes.iter().flat_map(|theme| &theme.answers);
            let mut places: Vec<usize> = themes.chain(&grouping.rest).copied().collect();
            places.sort_unstable();
            prop_assert_eq!(places, (0..standing.len()).collect::<Vec<_>>());
            if !decided.is_empty() {
                prop_assert_eq!(grouping.themes[0].origin, Origin::Decided(0));
                for key in &decided {
                    prop_assert!(grouping.themes[0].answers.contains(&index(key).unwrap()));
                }
            }
            for theme in grouping.themes.iter().skip(usize::from(!decided.is_empty())) {
                prop_assert!(theme.answers.len() >= 2, "{:?}", theme);
            }
            let again = Follower::default().follow(&request, &standing, flow);
            prop_assert_eq!(Follower::default().follow(&request, &standing, flow), again);
            previous = grouping
                .themes
                .iter()
                .map(|theme| theme.answers.iter().map(|answer| standing[*answer]).collect())
                .collect();
        }
    }
}

#[test]
fn what_stands_is_taken_up_as_it_is_and_goes_on_as_if_nothing_had_been() {
    let mut known = ARRIVING.to_vec();
    let keys: Vec<u32> = (0..known.len() as u32 + 4).collect();
    let (mut standing, mut live) = group_with_placer(&asked(&known));
    // A person at work would have left it otherwise than any grouping would.
    let moved = standing.themes[0].answers.pop().expect("a theme has answers");
    standing.themes[1].answers.push(moved);
    standing.themes[1].answers.sort_unstable();
    standing.themes[1].label = "Noe som sto her".to_owned();
    let previous: Vec<Vec<usize>> = standing.themes.iter().map(|theme| theme.answers.clone()).collect();
    for (number, theme) in standing.themes.iter_mut().enumerate() {
        theme.origin = Origin::Previous(number);
    }
    let request = Request { previous: &previous, ..asked(&known) };

    let mut follower =
        Follower::take_up(&request, &keys[..known.len()], keys[..known.len()].to_vec(), &standing);
    assert!(follower.has_begun());
    assert_eq!(follower.follow(&request, &keys[..known.len()], Flow::Calm), standing);

    // Until so many have come that all are grouped as a whole.
    let came = ["Parkeringsplassene er for få", "INFORMASJON!"];
    let places: Vec<Option<usize>> = came.iter().map(|text| live.place(text)).collect();
    for (text, place) in came.iter().zip(places) {
        known.push(text);
        let request = Request { previous: &previous, ..asked(&known) };
        let grouping = follower.follow(&request, &keys[..known.len()], Flow::Coming);
        assert_eq!(theme_of(&grouping, known.len() - 1), place, "{text}");
        for (theme, before) in grouping.themes.iter().zip(&standing.themes) {
            assert_eq!(theme.label, before.label);
            assert!(before.answers.iter().all(|answer| theme.answers.contains(answer)), "{text}");
        }
    }
}
