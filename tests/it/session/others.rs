//! Something else than the options of a choice: how it is counted, read, hidden, taken away and erased.

use plenum::session::{OtherCount, OtherView, Reading, changes, own_answers, results};
use proptest::prelude::*;

use super::*;

/// A choice of at most two of four or something else, shown to everyone.
fn offered() -> Gathering {
    of(offering(4, 2))
}

fn of(plan: ItemPlan) -> Gathering {
    Gathering::of(vec![talk("Velkommen"), plan])
        .given(F::GoTo { item: item(2) })
        .given(show(2, ResultsTo::Everyone))
}

fn choose(who: u8, version: u32, options: &[u8], words: &str) -> Command {
    let content = AnswerContent::Choice { chosen: options.to_vec(), other: Some(other(words)) };
    give_content(2, who, u32::from(who), version, content)
}

fn place(words: &str, place: OtherPlace) -> F {
    F::PlaceOther { item: item(2), text: other(words), place }
}

fn seen(gathering: &Gathering, audience: Audience) -> OtherView {
    match tally(gathering, audience) {
        Some(TallyView::Choice { other: Some(other), .. }) => other,
        view => panic!("nothing else is told: {view:?}"),
    }
}

fn texts(counts: &[OtherCount]) -> Vec<(&str, u64)> {
    counts.iter().map(|each| (each.text.as_str(), each.count)).collect()
}

fn removed_texts(gathering: &Gathering) -> Vec<String> {
    let parts = snapshot(&gathering.session, Audience::Facilitator);
    let told = parts.into_iter().find_map(|change| match change {
        Change::RemovedAnswers { item: of, answers } if of == item(2) => Some(answers),
        _ => None,
    });
    told.expect("the facilitator is told").into_iter().map(|answer| answer.text).collect()
}

fn json(gathering: &Gathering, audience: Audience) -> String {
    serde_json::to_string(&snapshot(&gathering.session, audience)).unwrap()
}

#[test]
fn it_is_one_bar_with_the_texts_below_it_as_most_wrote_them() {
    let gathering = offered()
        .given(choose(1, 1, &[0], "kaffe"))
        .given(choose(2, 1, &[], " Kaffe "))
        .given(choose(3, 1, &[], "Kaffe"))
        .given(choose(4, 1, &[3], "saft\n og   vann"));
    for audience in [Audience::Facilitator, Audience::Presenter, Audience::Phone] {
        let told = seen(&gathering, audience);
        assert_eq!((told.count, told.different), (4, 2));
        assert_eq!(texts(&told.texts), [("Kaffe", 3), ("saft og vann", 1)]);
    }
    assert_eq!(gathering.question(2).tally.ballots(), 4);
    let gathering = gathering.given(choose(3, 2, &[], "Te")).given(withdraw(2, 4, 4, 2));
    let told = seen(&gathering, Audience::Presenter);
    // As many wrote it in either way: the first in the alphabet stands for both.
    assert_eq!((told.count, texts(&told.texts)), (3, vec![("Kaffe", 2), ("Te", 1)]));
}

#[test]
fn what_the_settings_do_not_allow_is_refused_each_with_its_own_code() {
    let mut gathering = offered();
    gathering.refuses(choose(1, 1, &[], "  "), Rejection::OtherEmpty);
    gathering.refuses(choose(1, 1, &[0, 1], "Kaffe"), Rejection::ChoiceTooMany);
    gathering.refuses(choose(1, 1, &[4], "Kaffe"), Rejection::OptionUnknown);
    let mut plain = of(choice(4, 2));
    plain.refuses(choose(1, 1, &[0], "Kaffe"), Rejection::OtherNotOffered);
    let solved = set(offering(3, 1), |question| {
        if let Ask::Choice(choice) = &mut question.ask {
            choice.correct = vec![1];
        }
    });
    gathering.refuses(F::AddItem { plan: solved, index: None }, Rejection::OtherBesideRight);
    for many in [offering(12, 1), offering(4, 6)] {
        gathering.refuses(F::AddItem { plan: many, index: None }, Rejection::OptionsOutOfBounds);
    }
    gathering.when(F::AddItem { plan: offering(11, 12), index: None }).unwrap();
    gathering.refuses(place("Kaffe", OtherPlace::Hidden), Rejection::NoSuchOther);
    gathering.refuses(
        F::PlaceOther { item: item(1), text: other("Kaffe"), place: OtherPlace::Hidden },
        Rejection::NotAQuestion,
    );
}

#[test]
fn a_text_is_one_line_of_at_most_sixty_characters_without_what_cannot_be_shown() {
    let long = "å".repeat(60);
    assert_eq!(OtherText::parse(&long).unwrap().as_str(), long);
    for wrong in [format!("{long}å"), "Kaf\u{7}fe".to_owned(), "\u{0}".to_owned()] {
        assert!(OtherText::parse(&wrong).is_err(), "{wrong:?}");
        let content = serde_json::json!({"type": "choice", "chosen": [], "other": wrong});
        assert!(serde_json::from_value::<AnswerContent>(content).is_err());
    }
    assert_eq!(other(" Kaffe\t\u{2028}og \r\n te ").as_str(), "Kaffe og te");
    let before = serde_json::json!({"type": "choice", "chosen": [1]});
    let read: AnswerContent = serde_json::from_value(before.clone()).unwrap();
    assert_eq!(read, AnswerContent::Choice { chosen: vec![1], other: None });
    assert_eq!(serde_json::to_value(read).unwrap(), before);
}

#[test]
fn it_can_be_offered_once_there_are_answers_but_not_taken_away() {
    let mut gathering = of(choice(4, 2)).given(give_content(
        2,
        1,
        1,
        1,
        AnswerContent::Choice { chosen: vec![0], other: None },
    ));
    let change = |plan| F::ChangeItem { item: item(2), plan };
    gathering.when(change(offering(4, 2))).unwrap();
    gathering.when(choose(2, 1, &[], "Kaffe")).unwrap();
    gathering.refuses(change(choice(4, 2)), Rejection::QuestionHasAnswers);
    assert_eq!(seen(&gathering, Audience::Phone).count, 1);
}

#[test]
fn a_text_with_a_word_of_the_list_counts_and_is_not_read_before_it_is_approved() {
    let mut gathering = of(moderated(offering(4, 2), Moderation::Words))
        .given(choose(1, 1, &[], "Faen heller"))
        .given(choose(2, 1, &[1], "Kaffe"));
    for audience in [Audience::Presenter, Audience::Phone] {
        let told = seen(&gathering, audience);
        assert_eq!((told.count, told.different), (2, 1));
        assert!(!json(&gathering, audience).contains("Faen"));
    }
    assert_eq!(texts(&seen(&gathering, Audience::Facilitator).withheld), [("Faen heller", 1)]);
    let own = own_answers(&gathering.session, item(2), person(1));
    assert_eq!(own[0].content.as_ref().unwrap().words(), Some("Faen heller"), "its owner sees it");
    gathering.when(place("faen HELLER", OtherPlace::Shown)).unwrap();
    gathering.is_so_already(place("Faen heller", OtherPlace::Shown));
    assert_eq!(seen(&gathering, Audience::Phone).different, 2);
    // What was approved need not be approved again.
    gathering.when(choose(3, 1, &[], "FAEN HELLER")).unwrap();
    assert_eq!(texts(&seen(&gathering, Audience::Presenter).texts), [("FAEN HELLER", 2), ("Kaffe", 1)]);
}

#[test]
fn where_all_waits_it_can_be_approved_by_its_answer_too() {
    let mut gathering = of(moderated(offering(4, 2), Moderation::All)).given(choose(1, 1, &[0], "Kaffe"));
    assert_eq!(seen(&gathering, Audience::Presenter).texts, []);
    gathering.when(F::ApproveAnswers { item: item(2), answers: answers(&[1]) }).unwrap();
    gathering.is_so_already(F::ApproveAnswers { item: item(2), answers: answers(&[1]) });
    assert_eq!(texts(&seen(&gathering, Audience::Presenter).texts), [("Kaffe", 1)]);
}

#[test]
fn a_hidden_text_stays_hidden_whoever_writes_it_and_comes_back_for_all() {
    let mut gathering = offered()
        .given(choose(1, 1, &[], "Tull"))
        .given(choose(2, 1, &[], "tull"))
        .given(choose(3, 1, &[], "Te"));
    let (_, effects) = gathering.step(place("TULL", OtherPlace::Hidden)).unwrap();
    for audience in [Audience::Presenter, Audience::Phone] {
        let told = serde_json::to_string(&changes(&gathering.session, audience, &effects)).unwrap();
        assert!(told.contains("\"different\":1") && !told.to_lowercase().contains("tull"), "{told}");
    }
    gathering.when(choose(4, 1, &[], "Tull")).unwrap();
    gathering.when(choose(1, 2, &[], "tULL")).unwrap();
    let told = seen(&gathering, Audience::Presenter);
    assert_eq!((told.count, texts(&told.texts)), (4, vec![("Te", 1)]), "the bar counts all");
    assert_eq!(seen(&gathering, Audience::Facilitator).withheld[0].count, 3);
    gathering.is_so_already(place("tull", OtherPlace::Hidden));
    gathering.when(place("tull", OtherPlace::Shown)).unwrap();
    assert_eq!(seen(&gathering, Audience::Phone).texts[0].count, 3);
}

#[test]
fn a_removed_text_takes_its_answers_with_it_and_is_erased_after_a_while() {
    let mut gathering = offered()
        .given(choose(1, 1, &[0], "Kari er dum"))
        .given(choose(2, 1, &[], "kari er dum"))
        .given(choose(3, 1, &[0], "Te"));
    gathering.leads_to(
        place("Kari er dum", OtherPlace::Removed),
        vec![
            Event::AnswerRemoved { item: item(2), answer: answer(1) },
            Event::AnswerRemoved { item: item(2), answer: answer(2) },
        ],
    );
    assert_eq!((seen(&gathering, Audience::Phone).count, gathering.question(2).tally.ballots()), (1, 1));
    assert_eq!(removed_texts(&gathering), ["Kari er dum", "kari er dum"]);
    assert_eq!(own_answers(&gathering.session, item(2), person(1))[0].content, None, "its owner is told");
    gathering.when(place("kari er dum", OtherPlace::Restored)).unwrap();
    assert_eq!(texts(&seen(&gathering, Audience::Phone).texts)[0].1, 2);
    gathering.when(place("kari er dum", OtherPlace::Removed)).unwrap();
    // Who answers anew is not answered for twice.
    gathering.when(choose(1, 2, &[], "Kaffe")).unwrap();
    gathering.when(place("kari er dum", OtherPlace::Restored)).unwrap();
    assert_eq!(seen(&gathering, Audience::Phone).count, 3);
    gathering.when(place("kari er dum", OtherPlace::Removed)).unwrap();
    gathering.when(erase_all()).unwrap();
    assert!(!format!("{:?}", gathering.session).to_lowercase().contains("kari er dum"));
    let erased = |words: &str| {
        let mut rows = (1..).zip(&gathering.log);
        let row = rows.find(|(_, row)| serde_json::to_string(row).unwrap().contains(words)).unwrap();
        gathering.erasable.contains(&row.0)
    };
    assert!(erased("Kari er dum") && erased("kari er dum") && !erased("\"Te\""));
}

#[test]
fn both_rounds_have_it_and_who_wrote_something_else_has_moved() {
    let second = |who: u8, words: &str| {
        let content = AnswerContent::Choice { chosen: vec![], other: Some(other(words)) };
        give_content(2, who, u32::from(who) + 20, 1, content)
    };
    let mut gathering = offered()
        .given(choose(1, 1, &[], "Kaffe"))
        .given(choose(2, 1, &[], "Te"))
        .given(choose(3, 1, &[], "Tull"))
        .given(F::StartSecondRound { item: item(2) })
        .given(second(1, "kaffe"))
        .given(second(2, "Vann"))
        .given(second(3, "Tull"));
    let first = |gathering: &Gathering| {
        let first = results(&gathering.session).remove(0).first.expect("there were two");
        let TallyView::Choice { other: Some(other), .. } = first.tally else { panic!("no choice") };
        (other, first.both, first.moved)
    };
    let (told, both, moved) = first(&gathering);
    assert_eq!((told.count, both, moved), (3, 3, 1));
    // Hidden in one it is hidden in both, and so it is taken away and brought back.
    gathering.when(place("tull", OtherPlace::Hidden)).unwrap();
    assert!(!json(&gathering, Audience::Presenter).contains("Tull"));
    gathering.when(place("tull", OtherPlace::Shown)).unwrap();
    gathering.when(place("tull", OtherPlace::Removed)).unwrap();
    let (told, both, moved) = first(&gathering);
    assert_eq!((told.count, both, moved), (2, 2, 1));
    assert_eq!(own_answers(&gathering.session, item(2), person(3)).len(), 1, "that of the second round");
    gathering.when(place("tull", OtherPlace::Restored)).unwrap();
    let (told, both, moved) = first(&gathering);
    assert_eq!((told.count, both, moved), (3, 3, 1));
    gathering.when(place("tull", OtherPlace::Removed)).unwrap();
    gathering.when(erase_all()).unwrap();
    assert!(!format!("{:?}", gathering.session).contains("Tull"));
}

#[test]
fn hidden_results_tell_the_room_nothing_of_it() {
    let gathering = offered().given(choose(1, 1, &[], "Kaffe")).given(show(2, ResultsTo::Facilitator));
    for audience in [Audience::Presenter, Audience::Phone] {
        assert!(!json(&gathering, audience).contains("Kaffe"));
    }
    assert_eq!(seen(&gathering, Audience::Facilitator).count, 1);
}

#[test]
fn of_very_many_texts_the_room_is_told_the_commonest_and_how_many_there_are() {
    let mut gathering = offered();
    for who in 0..90 {
        gathering.when(choose(who, 1, &[], &format!("Svar {}", who % 60))).unwrap();
    }
    for (audience, told) in [(Audience::Phone, 10), (Audience::Presenter, 40), (Audience::Facilitator, 60)] {
        let view = seen(&gathering, audience);
        assert_eq!((view.texts.len(), view.different, view.count), (told, 60, 90));
        assert!(view.texts[..10].iter().all(|each| each.count == 2), "the commonest come first");
    }
}

/// Who answers what: whether each is hidden is decided by what it says.
fn ballots() -> impl Strategy<Value = Vec<Command>> {
    const WORDS: [&str; 6] = ["Kaffe", "kaffe", "KAFFE", "Te", "faen", "Vann og saft"];
    let ballot = (0u8..12, 1u32..4, 0u8..5, prop::option::weighted(0.7, 0usize..6));
    let ballot = ballot.prop_map(|(who, version, option, words)| {
        let chosen = if option == 4 && words.is_some() { Vec::new() } else { vec![option % 4] };
        let other = words.map(|words| other(WORDS[words]));
        give_content(2, who, u32::from(who), version, AnswerContent::Choice { chosen, other })
    });
    prop::collection::vec(ballot, 0..40)
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_bar_and_the_texts_are_those_of_a_plain_recount(all in ballots()) {
        let mut gathering = of(moderated(offering(4, 2), Moderation::Words));
        for ballot in &all {
            gathering.when(ballot.clone()).unwrap();
        }
        let mut counts: std::collections::BTreeMap<String, Vec<String>> = Default::default();
        for answer in gathering.question(2).standing.values() {
            if let Some(text) = answer.content.other() {
                counts.entry(text.folded()).or_default().push(text.as_str().to_owned());
                prop_assert_eq!(answer.reading == Reading::Withheld, text.as_str() == "faen");
            }
        }
        let told = seen(&gathering, Audience::Facilitator);
        prop_assert_eq!(told.count, counts.values().map(|texts| texts.len() as u64).sum::<u64>());
        for each in told.texts.iter().chain(&told.withheld) {
            let ways = &counts[&each.text.folded()];
            let of = |way: &str| ways.iter().filter(|other| other.as_str() == way).count();
            prop_assert_eq!(each.count, ways.len() as u64);
            prop_assert!(ways.iter().all(|way| of(way) <= of(each.text.as_str())));
        }
        prop_assert_eq!(told.texts.len() + told.withheld.len(), counts.len());
    }

    #[test]
    fn the_order_in_which_resends_come_makes_no_difference(
        (all, shuffled) in ballots().prop_flat_map(|all| {
            // One final version of each person's, so that either order ends with the same.
            let finals: std::collections::BTreeMap<String, Command> =
                all.into_iter().map(|ballot| (named(&ballot), ballot)).collect();
            let all: Vec<Command> = finals.into_values().collect();
            let twice: Vec<Command> = all.iter().chain(&all).cloned().collect();
            (Just(all), Just(twice).prop_shuffle())
        })
    ) {
        let told = |ballots: &[Command]| {
            let mut gathering = of(moderated(offering(4, 2), Moderation::Words));
            for ballot in ballots {
                gathering.when(ballot.clone()).unwrap();
            }
            tally(&gathering, Audience::Facilitator)
        };
        prop_assert_eq!(told(&all), told(&shuffled));
    }
}

/// By person and version.
fn named(ballot: &Command) -> String {
    let Command::GiveAnswer { who, version, .. } = ballot else { panic!("no answer: {ballot:?}") };
    format!("{} {version}", String::from(*who))
}
