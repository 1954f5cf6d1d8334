//! The invented gathering is a session that the rules let in, and its participants have enough to say.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use plenum::client::Facilitator;
use plenum::demo::{self, PARTICIPANTS, Then};
use plenum::session::{
    Ask, AskedText, FacilitatorCommand, Heading, ItemContent, ItemId, SortHeading, ThemeId,
};

use crate::common::Server;

/// The items of the gathering that ask for text and for a ranking.
const OPENING: ItemId = ItemId(3);
const RANKING: ItemId = ItemId(4);

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_sees_themes_and_then_a_ranking_grow_each_within_30_seconds() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let server = Server::start(folder.path()).await;
    let address: SocketAddr = server.address.to_string().parse().expect("an address");
    let session = demo::create(address).await.expect("the gathering is made");
    let gathering = session.clone();
    let participants = tokio::spawn(async move { demo::run(address, &gathering).await });
    let mut projector = Facilitator::present(&server.address, session.code, &session.key)
        .await
        .expect("the projector connects");

    // The wait of a projector for what it expects ends with an error after 30 seconds.
    projector
        .until(|seen| {
            seen.questions
                .get(&OPENING)
                .is_some_and(|question| question.themes.len() >= 2 && question.people >= 5)
        })
        .await
        .expect("themes appear");
    projector.command(FacilitatorCommand::GoTo { item: RANKING }).await.expect("a person steers");
    projector
        .until(|seen| seen.questions.get(&RANKING).is_some_and(|question| question.ballots >= 5))
        .await
        .expect("ballots are counted");
    projector.until(|seen| seen.presence.1 == PARTICIPANTS as u32).await.expect("all have joined");
    participants.abort();
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_participants_sort_when_the_room_is_asked_to() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let server = Server::start(folder.path()).await;
    let address: SocketAddr = server.address.to_string().parse().expect("an address");
    let session = demo::create(address).await.expect("the gathering is made");
    let gathering = session.clone();
    let participants = tokio::spawn(async move { demo::run(address, &gathering).await });
    let mut desk = Facilitator::facilitate(&server.address, session.code, &session.key)
        .await
        .expect("the facilitator connects");
    desk.until(|seen| {
        seen.questions
            .get(&OPENING)
            .is_some_and(|question| question.themes.len() >= 2 && question.people >= 5)
    })
    .await
    .expect("themes appear");
    let themes = desk.seen().questions[&OPENING].themes.iter().map(|theme| theme.id).take(6).collect();
    desk.command(FacilitatorCommand::StartSorting { item: OPENING, themes, each: None })
        .await
        .expect("the room can sort");
    desk.until(|seen| {
        let sorting = seen.questions.get(&OPENING).and_then(|question| question.sorting.as_ref());
        sorting.is_some_and(|sorting| sorting.taps >= 30 && sorting.people >= 10)
    })
    .await
    .expect("the participants tap");
    participants.abort();
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_participants_ask_the_speaker_and_vote() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let server = Server::start(folder.path()).await;
    let address: SocketAddr = server.address.to_string().parse().expect("an address");
    let session = demo::create(address).await.expect("the gathering is made");
    let gathering = session.clone();
    let participants = tokio::spawn(async move { demo::run(address, &gathering).await });
    let mut desk = Facilitator::facilitate(&server.address, session.code, &session.key)
        .await
        .expect("the facilitator connects");
    desk.until(|seen| seen.asked.len() >= 2 && seen.asked.values().any(|asked| asked.votes > 0))
        .await
        .expect("questions and votes come");
    participants.abort();
    server.stop().await;
}

#[test]
fn what_the_participants_ask_fits_a_question() {
    for question in demo::QUESTIONS {
        assert!(AskedText::parse(question).is_ok_and(|text| !text.is_empty()));
    }
}

#[test]
fn a_participant_finds_the_heading_that_has_most_in_common_with_an_answer() {
    let headings: Vec<SortHeading> = ["Samarbeid på tvers", "God informasjon", "Nok folk og faste team"]
        .into_iter()
        .zip(1..)
        .map(|(label, id)| SortHeading { id: ThemeId(id), label: Heading::parse(label).expect("a heading") })
        .collect();
    let chosen = |text: &str| demo::preferred_heading(text, &headings).map(|theme| theme.0);
    assert_eq!(chosen("Samhandling mellom hjemmetjenesten og sykehjemmet"), Some(1));
    assert_eq!(chosen("Informasjon på eit språk folk forstår"), Some(2));
    assert_eq!(chosen("Rekruttere og beholde fagfolk"), Some(3));
    assert_eq!(chosen("Penger"), None);
    assert_eq!(demo::preferred_heading("Penger", &[]), None);
}

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
    for remarks in [demo::ABOUT_THE_ORGANISATION.as_slice(), demo::ABOUT_THE_DAY.as_slice()] {
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
    assert!(matches!(&asks[1], Ask::Ranking(ranking) if ranking.options.len() == 6));
}

fn prompts() -> Vec<String> {
    let mut prompts = vec!["Et spørsmål som noen andre skrev".to_owned()];
    for item in demo::plan().items {
        match item.content {
            ItemContent::Question(question) => prompts.push(question.prompt.to_string()),
            ItemContent::Talk
            | ItemContent::Break
            | ItemContent::GroupWork
            | ItemContent::PairTalk
            | ItemContent::Leaderboard => {}
        }
    }
    prompts
}
