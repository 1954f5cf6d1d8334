//! The quiz over real sockets: one pseudonym for all its questions and no others, the server's clock, and one's own place.

use std::collections::BTreeMap;
use std::path::Path;

use plenum::client::{ClientError, Facilitator, Phone};
use plenum::http::wire::ServerMessage;
use plenum::session::{
    AnswerContent, Event, FacilitatorCommand, ItemId, Line, Plan, PlayerId, Recorded, Rejection, ResultsTo,
};
use plenum::store::{Log, SqliteLog};

use crate::common::{Server, Settings, text};

const OPEN: ItemId = ItemId(1);
const FIRST: ItemId = ItemId(2);
const SECOND: ItemId = ItemId(3);

/// An open question, two of the quiz, and one of the quiz with the shortest time.
fn plan() -> Plan {
    let quiz = |seconds| {
        serde_json::json!({"content": {"kind": "question", "prompt": "Hva er hovedstaden?", "ask": {
            "type": "quiz", "options": ["Bergen", "Oslo"], "correct": [1], "seconds": seconds, "points": 1000}}})
    };
    let open = serde_json::json!({"content": {"kind": "question", "prompt": "Hva er viktigst?",
        "ask": {"type": "open_text", "answers_max": 1, "length_max": 200}}});
    let plan = serde_json::json!({"details": {"title": "Quizkveld"}, "items": [open, quiz(600), quiz(600), quiz(5)]});
    serde_json::from_value(plan).expect("the plan is one")
}

fn pick(option: u8) -> AnswerContent {
    AnswerContent::QuizChoice { option }
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

/// All that is stored of the one session there is.
async fn events(folder: &Path) -> Vec<Event> {
    let log = SqliteLog::open(folder).unwrap();
    let entry = log.catalogue().await.unwrap().remove(0);
    let records = log.read(entry.session, 0).await.unwrap();
    log.close().await.unwrap();
    let payloads = records.into_iter().filter_map(|record| record.payload);
    payloads.map(|payload| serde_json::from_slice::<Recorded>(&payload).unwrap().event).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_answers_of_one_quiz_share_a_pseudonym_that_no_other_answer_has() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.address.create(&plan()).await.unwrap();
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    assert_eq!(phone.recall_quiz().await.unwrap(), Default::default());
    server.steer(&session, FacilitatorCommand::GoTo { item: OPEN }).await;
    phone.answer(OPEN, text("Bedre flyt")).await.unwrap();
    phone.choose_nickname(line("Fjellreven")).await.unwrap();
    for item in [FIRST, SECOND] {
        server.steer(&session, FacilitatorCommand::GoTo { item }).await;
        phone.answer(item, pick(1)).await.unwrap();
    }
    // What it answered comes back with it, and its place is known again.
    phone.come_back().await.unwrap();
    assert_eq!(phone.seen().mine.len(), 3);
    server.steer(&session, FacilitatorCommand::CloseQuestion { item: SECOND }).await;
    phone.until(|seen| seen.own_quiz.place == Some(1) && seen.own_quiz.points > 1_900).await.unwrap();
    assert!(phone.seen().own_quiz.answer.is_some_and(|answer| answer.item == SECOND && answer.right));
    drop(phone);
    server.stop().await;

    let mut by: BTreeMap<ItemId, String> = BTreeMap::new();
    let mut named = None;
    let mut joined = None;
    for event in events(folder.path()).await {
        match event {
            Event::AnswerGiven { item, who, .. } => drop(by.insert(item, who.into())),
            Event::NicknameChosen { who, .. } => named = Some(String::from(who)),
            Event::ParticipantJoined { who } => joined = Some(String::from(who)),
            _ => {}
        }
    }
    assert_eq!((Some(&by[&FIRST]), Some(&by[&SECOND])), (named.as_ref(), named.as_ref()));
    assert_ne!(Some(&by[&OPEN]), named.as_ref());
    assert_ne!(joined, named);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_closes_the_question_by_its_own_clock_and_lets_nothing_in_after() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.address.create(&plan()).await.unwrap();
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    let mut projector = Facilitator::present(&server.address, session.code, &session.key).await.unwrap();
    let item = ItemId(4);
    server.steer(&session, FacilitatorCommand::GoTo { item }).await;
    projector.until(|seen| seen.open_question().is_some() && seen.timer.is_some()).await.unwrap();
    projector.until(|seen| seen.item().is_some() && seen.open_question().is_none()).await.unwrap();
    let late = phone.answer(item, pick(1)).await;
    assert!(matches!(late, Err(ClientError::Refused(Rejection::QuestionClosed))), "{late:?}");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn neither_phone_nor_projector_is_sent_an_answer_or_what_is_right_before_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.address.create(&plan()).await.unwrap();
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    let mut projector = Facilitator::present(&server.address, session.code, &session.key).await.unwrap();
    server.steer(&session, FacilitatorCommand::ShowResults { item: FIRST, to: ResultsTo::Everyone }).await;
    server.steer(&session, FacilitatorCommand::GoTo { item: FIRST }).await;
    let mut other = Phone::join(&server.address, &session).await.unwrap();
    other.choose_nickname(line("Lyn")).await.unwrap();
    other.answer(FIRST, pick(1)).await.unwrap();
    server.steer(&session, FacilitatorCommand::CloseQuestion { item: FIRST }).await;
    // Everything up to the word that it is closed, and then that word.
    let told = |message: &ServerMessage| serde_json::to_string(message).unwrap();
    let is_over = |text: &str| text.contains(r#""phase":"closed""#);
    let (mut to_phone, mut to_projector) = (vec![String::new()], vec![String::new()]);
    while !is_over(&to_phone[to_phone.len() - 1]) {
        to_phone.push(told(&phone.receive().await.unwrap()));
    }
    while !is_over(&to_projector[to_projector.len() - 1]) {
        to_projector.push(told(&projector.receive().await.unwrap()));
    }
    for messages in [to_phone, to_projector] {
        let (last, before) = messages.split_last().unwrap();
        assert!(last.contains(r#""correct":[1]"#) && last.contains(r#""right":1"#), "{last}");
        // One's own place may be told just before, by a frame of its own.
        for message in before.iter().filter(|message| !message.contains(r#""type":"own_quiz""#)) {
            assert!(!message.contains(r#""correct":[1]"#) && !message.contains(r#""right":"#), "{message}");
        }
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nickname_is_refused_by_its_code_and_is_gone_from_disk_when_it_was_removed_or_the_session_is_over()
{
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { undo_ms: 0, ..Settings::default() };
    let server = Server::start_with(folder.path(), settings).await;
    let session = server.address.create(&plan()).await.unwrap();
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    let mut other = Phone::join(&server.address, &session).await.unwrap();
    phone.choose_nickname(line("Kanarifuglen")).await.unwrap();
    let taken = other.choose_nickname(line("kanarifuglen")).await;
    assert!(matches!(taken, Err(ClientError::Refused(Rejection::NicknameTaken))), "{taken:?}");
    other.choose_nickname(line("Gråspurven")).await.unwrap();
    let mut desk = Facilitator::facilitate(&server.address, session.code, &session.key).await.unwrap();
    desk.until(|seen| seen.leaderboard.players == 2).await.unwrap();
    desk.command(FacilitatorCommand::RemoveNickname { player: PlayerId(1) }).await.unwrap();
    phone.until(|seen| seen.own_quiz.nickname.is_none()).await.unwrap();
    desk.command(FacilitatorCommand::EndSession).await.unwrap();
    drop((phone, other, desk));
    server.stop().await;
    // The next start seals what has ended, and erases what is due.
    let server = Server::start_with(folder.path(), settings).await;
    let minutes = server.address.minutes(session.code, &session.key).await.unwrap();
    assert!(!minutes.contains("fuglen"));
    server.stop().await;
    let stored = format!("{:?}", events(folder.path()).await);
    for nickname in ["Kanarifuglen", "Gråspurven"] {
        assert!(!stored.contains(nickname), "{nickname} is still stored");
    }
}
