//! Questions to the speaker over real sockets: stored, told to those whom they concern, and erased from disk.

use plenum::client::{ClientError, Facilitator, Phone};
use plenum::http::wire::ServerMessage;
use plenum::session::{AskedId, AskedPlace, AskedText, FacilitatorCommand, Moderation, OwnVote, Rejection};

use crate::common::Server;

fn open(moderation: Moderation) -> FacilitatorCommand {
    FacilitatorCommand::AllowAsking { open: true, moderation }
}

fn place(asked: u32, place: AskedPlace) -> FacilitatorCommand {
    FacilitatorCommand::PlaceAsked { asked: vec![AskedId(asked)], place }
}

fn words(text: &str) -> AskedText {
    AskedText::parse(text).unwrap()
}

#[tokio::test]
async fn a_question_goes_from_a_phone_by_the_facilitator_to_everybody() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut asker = Phone::join(&server.address, &session).await.unwrap();
    let mut other = Phone::join(&server.address, &session).await.unwrap();
    let refused = asker.ask_speaker(words("Når?")).await;
    assert!(matches!(refused, Err(ClientError::Refused(Rejection::AskingClosed))));
    server.steer(&session, open(Moderation::All)).await;
    let key = asker.ask_speaker(words("Når får vi nye biler?")).await.unwrap();
    let (own, _) = asker.recall_asked().await.unwrap();
    assert_eq!((own[0].key.clone(), own[0].place), (key.clone(), AskedPlace::Awaiting));
    let mut desk = Facilitator::facilitate(&server.address, session.code, &session.key).await.unwrap();
    desk.until(|seen| seen.asked.len() == 1).await.unwrap();
    assert!(other.seen().asked.is_empty());

    desk.command(place(1, AskedPlace::Shown)).await.unwrap();
    other.until(|seen| seen.asked_order == [AskedId(1)]).await.unwrap();
    other.vote_asked(AskedId(1), 1, true).await.unwrap();
    assert!(matches!(
        asker.vote_asked(AskedId(1), 1, true).await,
        Err(ClientError::Refused(Rejection::OwnAsked))
    ));
    other.fall_asleep();
    other.come_back().await.unwrap();
    let (own, votes) = other.recall_asked().await.unwrap();
    assert_eq!((own.len(), votes), (0, vec![OwnVote { asked: AskedId(1), version: 1, up: true }]));
    asker.until(|seen| seen.asked.values().any(|asked| asked.votes == 1)).await.unwrap();

    let mut projector = Facilitator::present(&server.address, session.code, &session.key).await.unwrap();
    assert!(projector.seen().asked.is_empty());
    desk.command(FacilitatorCommand::ShowAsked { on_projector: true }).await.unwrap();
    projector.until(|seen| seen.asked.values().any(|asked| asked.votes == 1)).await.unwrap();
    let results = server.address.results(session.code, &session.key).await.unwrap();
    assert_eq!((results.asked[0].votes, results.asked[0].place), (1, AskedPlace::Shown));

    asker.withdraw_asked(&key).await.unwrap();
    other.until(|seen| seen.asked.is_empty()).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn whose_question_was_put_elsewhere_is_told_and_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    server.steer(&session, open(Moderation::Off)).await;
    let mut asker = Phone::join(&server.address, &session).await.unwrap();
    asker.ask_speaker(words("Når?")).await.unwrap();
    asker.recall_asked().await.unwrap();
    let mut other = Phone::join(&server.address, &session).await.unwrap();
    server.steer(&session, place(1, AskedPlace::Removed)).await;
    let own = loop {
        // Before it comes how its question stood when it was asked.
        if let ServerMessage::OwnAsked { asked, .. } = asker.receive().await.unwrap()
            && asked[0].place == AskedPlace::Removed
        {
            break asked;
        }
    };
    assert_eq!(own[0].text, None);
    // Phones are told one after the other, so what the other was not told by now it is not told at all.
    other.ping().await.unwrap();
    loop {
        match other.receive().await.unwrap() {
            ServerMessage::Pong { .. } => break,
            told => assert!(!matches!(told, ServerMessage::OwnAsked { .. }), "{told:?}"),
        }
    }
    server.stop().await;
}
