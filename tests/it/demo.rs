//! The invented gathering is a session that the rules let in, and its participants have enough to say.

use std::collections::BTreeSet;

use plenum::demo::{self, PARTICIPANTS, Then};
use plenum::session::{Ask, ItemContent, ItemId};

#[test]
fn every_participant_has_something_to_say_to_any_open_question() {
    for prompt in prompts() {
        for number in 0..PARTICIPANTS {
            assert!(
                demo::remarks(&prompt, number).next().is_some(),
                "participant {number} is silent at {prompt}"
            );
        }
    }
}

#[test]
fn the_remarks_differ_and_fit_the_question() {
    for remarks in [
        demo::ABOUT_THE_ORGANISATION.as_slice(),
        demo::ABOUT_THE_DAY.as_slice(),
    ] {
        let different: BTreeSet<&str> = remarks.iter().map(|remark| remark.text).collect();
        assert_eq!(different.len(), remarks.len());
        for remark in remarks {
            let later = match remark.then {
                Then::Becomes(better) => better,
                Then::Stands | Then::IsWithdrawn => remark.text,
            };
            assert!(!remark.text.is_empty() && remark.text.chars().count() <= 280);
            assert!(!later.is_empty() && later.chars().count() <= 280);
        }
    }
}

#[test]
fn a_participant_ranks_every_option_once_and_always_the_same() {
    let mut orders = BTreeSet::new();
    for number in 0..PARTICIPANTS {
        let order = demo::preferred_order(number, ItemId(4), 6);
        let options: BTreeSet<u8> = order.iter().copied().collect();
        assert_eq!(options, (0..6).collect());
        assert_eq!(order, demo::preferred_order(number, ItemId(4), 6));
        orders.insert(order);
    }
    assert!(orders.len() > PARTICIPANTS / 2, "people differ");
}

#[test]
fn the_programme_asks_for_text_first_and_for_a_ranking_of_six_next() {
    let asks: Vec<Ask> = demo::plan()
        .items
        .into_iter()
        .filter_map(|item| item.question().map(|question| question.ask.clone()))
        .collect();
    assert!(asks[0].is_open_text());
    assert!(matches!(&asks[1], Ask::Ranking { options, .. } if options.len() == 6));
}

fn prompts() -> Vec<String> {
    let mut prompts = vec!["Et spørsmål som noen andre skrev".to_owned()];
    for item in demo::plan().items {
        match item.content {
            ItemContent::Question(question) => prompts.push(question.prompt.to_string()),
            ItemContent::Talk | ItemContent::Break | ItemContent::GroupWork => {}
        }
    }
    prompts
}
