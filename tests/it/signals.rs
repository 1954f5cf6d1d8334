//! What a hall says without words, over real sockets: counted, told seldom, refused where it is not allowed, never kept.

use plenum::client::{ClientError, Facilitator, Phone, Seen};
use plenum::http::wire::ServerMessage;
use plenum::session::{
    Change, FacilitatorCommand, Pace, Reaction, ReactionCounts, Rejection, SignalCounts, SignalsPlan,
};

use crate::common::Server;

const ALLOW: FacilitatorCommand =
    FacilitatorCommand::AllowSignals { reactions: true, hands: true, pace: true };
const FORBID: FacilitatorCommand =
    FacilitatorCommand::AllowSignals { reactions: false, hands: false, pace: false };

fn numbers(hands: u32, too_fast: u32, too_slow: u32) -> impl Fn(&Seen) -> bool {
    move |seen| seen.signals == SignalCounts { hands, too_fast, too_slow }
}

/// The next word to a phone on its own signals.
async fn told_own(phone: &mut Phone) -> (bool, Option<Pace>) {
    loop {
        if let ServerMessage::OwnSignals { hand, pace } = phone.receive().await.unwrap() {
            return (hand, pace);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reactions_are_all_told_to_the_projector_in_few_words() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut projector = Facilitator::present(&server.address, session.code, &session.key).await.unwrap();
    let mut phones = Vec::new();
    for _ in 0..5 {
        phones.push(Phone::join(&server.address, &session).await.unwrap());
    }
    phones[0].react(Reaction::Heart).await.unwrap();
    let refused = phones[0].recall_signals().await;
    assert!(matches!(refused, Err(ClientError::Refused(Rejection::NotAllowed))), "{refused:?}");

    server.steer(&session, ALLOW).await;
    for phone in &mut phones {
        phone.until(|seen| seen.signals_allowed.reactions).await.unwrap();
        for _ in 0..40 {
            phone.react(Reaction::Applause).await.unwrap();
        }
        phone.react(Reaction::Idea).await.unwrap();
    }
    let all = ReactionCounts { applause: 200, idea: 5, ..ReactionCounts::default() };
    let mut told = 0;
    while projector.seen().reactions != all {
        if let ServerMessage::Update { changes, .. } = projector.receive().await.unwrap() {
            told += changes.iter().filter(|change| matches!(change, Change::Reactions { .. })).count();
        }
    }
    assert!(told <= 10, "205 reactions in {told} changes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hands_and_pace_are_counted_lowered_and_nowhere_stored() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut facilitator = Facilitator::facilitate(&server.address, session.code, &session.key).await.unwrap();
    let mut one = Phone::join(&server.address, &session).await.unwrap();
    let mut other = Phone::join(&server.address, &session).await.unwrap();
    let stored = facilitator.command(ALLOW).await.unwrap();

    assert_eq!(one.raise_hand(true).await.unwrap(), (true, None));
    assert_eq!(other.raise_hand(true).await.unwrap(), (true, None));
    assert_eq!(one.judge_pace(Some(Pace::TooFast)).await.unwrap(), (true, Some(Pace::TooFast)));
    assert_eq!(one.judge_pace(Some(Pace::TooSlow)).await.unwrap(), (true, Some(Pace::TooSlow)));
    facilitator.until(numbers(2, 0, 1)).await.unwrap();

    // A line that drops for a moment lowers no hand, and who comes back is told how it stands.
    one.come_back().await.unwrap();
    assert_eq!(one.recall_signals().await.unwrap(), (true, Some(Pace::TooSlow)));
    let mut late = Facilitator::facilitate(&server.address, session.code, &session.key).await.unwrap();
    late.until(numbers(2, 0, 1)).await.unwrap();

    // Lowered by the facilitator: the phones hear of it, and the log does not.
    assert_eq!(facilitator.command(FacilitatorCommand::LowerHands).await.unwrap(), stored);
    facilitator.until(numbers(0, 0, 1)).await.unwrap();
    assert_eq!(told_own(&mut other).await, (false, None));
    assert_eq!(told_own(&mut one).await, (false, Some(Pace::TooSlow)));

    // What is allowed no more is let go and refused, and so it is when the session is over.
    let hands_only = FacilitatorCommand::AllowSignals { reactions: false, hands: true, pace: false };
    let after = facilitator.command(hands_only).await.unwrap();
    assert_eq!(after, stored + 1);
    facilitator.until(numbers(0, 0, 0)).await.unwrap();
    let refused = one.judge_pace(Some(Pace::TooFast)).await;
    assert!(matches!(refused, Err(ClientError::Refused(Rejection::NotAllowed))), "{refused:?}");
    one.raise_hand(true).await.unwrap();
    facilitator.until(numbers(1, 0, 0)).await.unwrap();
    facilitator.command(FORBID).await.unwrap();
    facilitator.until(numbers(0, 0, 0)).await.unwrap();
    one.until(|seen| seen.signals_allowed == SignalsPlan::default()).await.unwrap();
}
