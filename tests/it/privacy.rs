//! Nothing on disk or in a log line ties an answer to a person, and what was taken back is really gone.

use std::path::Path;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use plenum::client::{Facilitator, Phone};
use plenum::session::{
    AnswerContent, AskedId, AskedPlace, AskedText, FacilitatorCommand, Moderation, OtherPlace, OtherText,
    Pace, Reaction,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::{Instant, sleep};

use crate::common::{Process, TEXT, plan, text};

const TOKEN: &str = "Q2FuYXJ5VG9rZW4wMTIzNA";
const AGENT: &str = "KanariTelefon/7.3";
const FORWARDED: &str = "203.0.113.77";
/// All of 127/8 is this machine, so a client can have an address that nothing else has.
const ADDRESS: &str = "127.77.66.55";

async fn connect(port: u16) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(format!("{ADDRESS}:0").parse().unwrap()).unwrap();
    socket.connect(format!("127.0.0.1:{port}").parse().unwrap()).await.unwrap()
}

/// Every file under a folder whose bytes hold this text.
fn holders(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).unwrap_or_default();
                if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
                    found.push(path.display().to_string());
                }
            }
        }
    }
    found
}

async fn until_gone(folder: &Path, text: &str) {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        let found = holders(folder, text);
        if found.is_empty() {
            return;
        }
        assert!(Instant::now() < deadline, "{text:?} is still in {found:?}");
        sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn canaries_are_found_in_no_file_and_no_log_line() {
    let folder = tempfile::tempdir().unwrap();
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("lines.log");
    let process = Process::start(folder.path(), &log, &["--log", "trace", "--undo-minutes", "0"]);
    let address = process.address.clone();
    let port: u16 = address.to_string().rsplit_once(':').unwrap().1.parse().unwrap();
    let session = address.create(&plan()).await.unwrap();
    let steer = |command| {
        let (address, session) = (address.clone(), session.clone());
        async move { address.command(session.code, &session.key, &command).await.unwrap() }
    };
    steer(FacilitatorCommand::GoTo { item: TEXT }).await;

    // A phone with a telling address, user agent and token reads the page and answers over the socket.
    let mut page = connect(port).await;
    let request = format!(
        "GET /{} HTTP/1.1\r\nHost: x\r\nUser-Agent: {AGENT}\r\nX-Forwarded-For: {FORWARDED}\r\nConnection: close\r\n\r\n",
        session.code
    );
    page.write_all(request.as_bytes()).await.unwrap();
    let mut document = String::new();
    page.read_to_string(&mut document).await.unwrap();
    assert!(document.starts_with("HTTP/1.1 200"), "{}", &document[..60]);
    let url = format!("ws://127.0.0.1:{port}/api/v1/sessions/{}/socket", session.code);
    let (mut socket, _) = tokio_tungstenite::client_async(url, connect(port).await).await.unwrap();
    let hello = format!(r#"{{"type":"hello","version":1,"as":{{"role":"phone","token":"{TOKEN}"}}}}"#);
    socket.send(hello.into()).await.unwrap();
    let answer = format!(
        r#"{{"type":"answer","item":{TEXT},"key":"AAAAAAAAAAAAAAAAAAAAAA","version":1,"content":{{"type":"text","text":"Kanari som blir stående"}}}}"#
    );
    socket.send(answer.into()).await.unwrap();
    while let Some(message) = socket.next().await {
        if message.unwrap().into_text().unwrap().contains("accepted") {
            break;
        }
    }
    assert!(!holders(folder.path(), "Kanari som blir stående").is_empty(), "the search finds what is there");

    // Answers that are withdrawn, changed or removed; two alike make a theme whose heading has their words.
    let mut phone = Phone::join(&address, &session).await.unwrap();
    let mut other = Phone::join(&address, &session).await.unwrap();
    let withdrawn = phone.answer(TEXT, text("Zebrakanari trekkes")).await.unwrap();
    let also = other.answer(TEXT, text("Zebrakanari trekkes")).await.unwrap();
    let changed = phone.answer(TEXT, text("Giraffkanari endres")).await.unwrap();
    other.answer(TEXT, text("Flodhestkanari fjernes")).await.unwrap();
    let mut facilitator = Facilitator::facilitate(&address, session.code, &session.key).await.unwrap();
    facilitator
        .until(|seen| seen.questions.get(&TEXT).is_some_and(|question| !question.themes.is_empty()))
        .await
        .unwrap();

    phone.withdraw(TEXT, &withdrawn).await.unwrap();
    other.withdraw(TEXT, &also).await.unwrap();
    phone.change(TEXT, &changed, text("Noe annet")).await.unwrap();
    let all = &facilitator.seen().questions[&TEXT].answers;
    let removed = all.iter().find(|answer| answer.text.starts_with("Flodhest")).unwrap().id;
    facilitator.command(FacilitatorCommand::RemoveAnswer { item: TEXT, answer: removed }).await.unwrap();
    for canary in ["ebrakanari", "iraffkanari", "lodhestkanari"] {
        until_gone(folder.path(), canary).await;
    }

    // Questions to the speaker that are taken back or taken away go as answers do.
    steer(FacilitatorCommand::AllowAsking { open: true, moderation: Moderation::Off }).await;
    let ask = |text: &str| AskedText::parse(text).unwrap();
    let regretted = phone.ask_speaker(ask("Når kommer Tapirkanari?")).await.unwrap();
    phone.ask_speaker(ask("Hvor er Oterkanari?")).await.unwrap();
    phone.withdraw_asked(&regretted).await.unwrap();
    steer(FacilitatorCommand::PlaceAsked { asked: vec![AskedId(2)], place: AskedPlace::Removed }).await;
    for canary in ["apirkanari", "terkanari"] {
        until_gone(folder.path(), canary).await;
    }

    // What is written beside the options of a choice goes too: changed, withdrawn, or taken away by its text.
    let offering = r#"{"content": {"kind": "question", "prompt": "Hva drikker vi?",
        "ask": {"type": "choice", "options": ["Te", "Vann"], "most": 2, "other": true}}}"#;
    steer(FacilitatorCommand::AddItem { plan: serde_json::from_str(offering).unwrap(), index: Some(0) })
        .await;
    let results = address.results(session.code, &session.key).await.unwrap();
    let choice =
        results.questions.iter().find(|question| question.prompt.as_str().starts_with("Hva drikker"));
    let choice = choice.expect("the choice is asked").item;
    steer(FacilitatorCommand::GoTo { item: choice }).await;
    let own =
        |text: &str| AnswerContent::Choice { chosen: vec![0], other: Some(OtherText::parse(text).unwrap()) };
    let sent = phone.answer(choice, own("Sangsvanekanari endres")).await.unwrap();
    let sent = phone.change(choice, &sent, own("Vandrefalkkanari trekkes")).await.unwrap();
    other.answer(choice, own("Jaktfalkkanari fjernes")).await.unwrap();
    phone.withdraw(choice, &sent).await.unwrap();
    let text = OtherText::parse("JAKTFALKKANARI fjernes").unwrap();
    steer(FacilitatorCommand::PlaceOther { item: choice, text, place: OtherPlace::Removed }).await;
    for canary in ["angsvanekanari", "andrefalkkanari", "aktfalkkanari", "AKTFALKKANARI"] {
        until_gone(folder.path(), canary).await;
    }

    // What people signal without words is not in any file at all, whoever it was.
    steer(FacilitatorCommand::AllowSignals { reactions: true, hands: true, pace: true }).await;
    phone.react(Reaction::ThumbsUp).await.unwrap();
    phone.raise_hand(true).await.unwrap();
    phone.judge_pace(Some(Pace::TooSlow)).await.unwrap();
    steer(FacilitatorCommand::LowerHands).await;
    assert!(!holders(folder.path(), "signals_allowed").is_empty(), "that they are allowed is a fact");
    for canary in ["thumbs_up", "too_slow", "raise_hand", "lower_hands"] {
        assert!(holders(folder.path(), canary).is_empty(), "{canary} is on disk");
    }

    // The end of the session seals it at once here; the keys that made pseudonyms go with it.
    steer(FacilitatorCommand::EndSession).await;
    drop((phone, other, facilitator, socket));
    process.terminate();
    for canary in [TOKEN, AGENT, FORWARDED, ADDRESS, &session.key] {
        assert!(
            holders(folder.path(), canary).is_empty(),
            "{canary} is in {:?}",
            holders(folder.path(), canary)
        );
        assert!(holders(logs.path(), canary).is_empty(), "{canary} is in the log");
    }
    for canary in [
        "ebrakanari",
        "iraffkanari",
        "lodhestkanari",
        "apirkanari",
        "terkanari",
        "Kanari som blir",
        "angsvanekanari",
        "andrefalkkanari",
        "aktfalkkanari",
    ] {
        assert!(holders(logs.path(), canary).is_empty(), "an answer is in the log: {canary}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_taken_back_before_a_kill_is_erased_by_the_next_start_though_nobody_visits() {
    let folder = tempfile::tempdir().unwrap();
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("lines.log");
    let start = || Process::start(folder.path(), &log, &["--undo-minutes", "0"]);
    let process = start();
    let address = process.address.clone();
    let session = address.create(&plan()).await.unwrap();
    let steer = |command| {
        let (address, session) = (address.clone(), session.clone());
        async move { address.command(session.code, &session.key, &command).await.unwrap() }
    };
    steer(FacilitatorCommand::GoTo { item: TEXT }).await;
    let mut phone = Phone::join(&address, &session).await.unwrap();
    let withdrawn = phone.answer(TEXT, text("Ospreykanari trekkes")).await.unwrap();
    phone.answer(TEXT, text("Lomvikanari fjernes")).await.unwrap();
    let results = address.results(session.code, &session.key).await.unwrap();
    let answers = &results.questions.iter().find(|question| question.item == TEXT).unwrap().answers;
    let removed = answers.iter().find(|answer| answer.text.starts_with("Lomvi")).unwrap().id;
    phone.withdraw(TEXT, &withdrawn).await.unwrap();
    steer(FacilitatorCommand::RemoveAnswer { item: TEXT, answer: removed }).await;
    // Withdrawn rows are gathered for half a second before they are erased, so the kill comes first.
    process.kill();
    assert!(!holders(folder.path(), "spreykanari").is_empty(), "the kill came too late to show anything");

    let process = start();
    for canary in ["spreykanari", "omvikanari"] {
        until_gone(folder.path(), canary).await;
    }
    process.terminate();
}

#[tokio::test]
async fn a_session_that_left_memory_is_looked_at_when_a_removed_answer_is_due_though_nobody_visits() {
    use crate::common::{Server, Settings};
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { undo_ms: 3_000, ..Settings::default() };
    let server = Server::start_with(folder.path(), settings).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("Teistkanari fjernes")).await.unwrap();
    drop(phone);
    let results = server.address.results(session.code, &session.key).await.unwrap();
    let answer = results.questions.iter().find(|question| question.item == TEXT).unwrap().answers[0].id;
    server.steer(&session, FacilitatorCommand::RemoveAnswer { item: TEXT, answer }).await;
    let over = Instant::now() + Duration::from_millis(settings.undo_ms.unsigned_abs() + 50);
    server.stop().await;
    assert!(!holders(folder.path(), "eistkanari").is_empty(), "it can come back for a while");
    tokio::time::sleep_until(over).await;

    let server = Server::start_with(folder.path(), settings).await;
    until_gone(folder.path(), "eistkanari").await;
    server.stop().await;
}
