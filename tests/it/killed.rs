//! The real process, killed and terminated under load: what it acknowledged is there afterwards.

use std::time::Duration;

use plenum::client::{Created, Phone, ServerAddress};
use plenum::session::FacilitatorCommand;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::common::{Process, TEXT, plan, text};

const ROUNDS: u32 = 50;
const PHONES: u32 = 8;

/// Phones that answer and withdraw as fast as they can until the line breaks; gives what was acknowledged.
async fn storm(
    address: &ServerAddress,
    session: &Created,
    round: u32,
) -> JoinSet<(Vec<String>, Vec<String>)> {
    let mut storm = JoinSet::new();
    for number in 0..PHONES {
        let Ok(mut phone) = Phone::join(address, session).await else {
            break;
        };
        storm.spawn(async move {
            let (mut stands, mut withdrawn) = (Vec::new(), Vec::new());
            for answer in 0.. {
                let said = format!("runde {round} telefon {number} svar {answer}");
                let Ok(given) = phone.answer(TEXT, text(&said)).await else {
                    break;
                };
                if answer < 2 {
                    stands.push(said);
                } else if phone.withdraw(TEXT, &given).await.is_ok() {
                    withdrawn.push(said);
                } else {
                    break;
                }
            }
            (stands, withdrawn)
        });
    }
    storm
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_kills_lose_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("lines.log");
    let mut expected: Vec<String> = Vec::new();
    let mut gone: Vec<String> = Vec::new();
    let mut process = Process::start(folder.path(), &log, &["--log", "error"]);
    let session = process.address.create(&plan()).await.unwrap();
    process
        .address
        .command(session.code, &session.key, &FacilitatorCommand::GoTo { item: TEXT })
        .await
        .unwrap();
    for round in 0..ROUNDS {
        let mut storm = storm(&process.address, &session, round).await;
        sleep(Duration::from_millis(u64::from(round * 7 % 40))).await;
        process.kill();
        while let Some(said) = storm.join_next().await {
            let (stands, withdrawn) = said.unwrap();
            expected.extend(stands);
            gone.extend(withdrawn);
        }
        process = Process::start(folder.path(), &log, &["--log", "error"]);
        let results = process.address.results(session.code, &session.key).await.unwrap();
        let question = results.questions.into_iter().find(|question| question.item == TEXT).unwrap();
        let found: Vec<&str> = question.answers.iter().map(|answer| answer.text.as_str()).collect();
        for said in &expected {
            let times = found.iter().filter(|text| *text == said).count();
            assert_eq!(times, 1, "acknowledged before kill {round}: {said}");
        }
        for said in &gone {
            assert!(!found.contains(&said.as_str()), "withdrawn before kill {round}, yet there: {said}");
        }
    }
    assert!(expected.len() > 100, "the storms were too weak: {} answers", expected.len());
    process.kill();
    let check = std::process::Command::new(env!("CARGO_BIN_EXE_plenum"))
        .args(["check", "--data"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_terminated_server_stores_what_it_acknowledged_and_ends_well() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("lines.log");
    let process = Process::start(folder.path(), &log, &[]);
    let session = process.address.create(&plan()).await.unwrap();
    process
        .address
        .command(session.code, &session.key, &FacilitatorCommand::GoTo { item: TEXT })
        .await
        .unwrap();
    let mut storm = storm(&process.address, &session, 0).await;
    sleep(Duration::from_millis(50)).await;
    let ended = tokio::task::spawn_blocking(|| process.terminate()).await.unwrap();
    assert!(ended.success(), "{ended}");
    let mut expected = Vec::new();
    while let Some(said) = storm.join_next().await {
        expected.extend(said.unwrap().0);
    }
    let process = Process::start(folder.path(), &log, &[]);
    let results = process.address.results(session.code, &session.key).await.unwrap();
    let question = results.questions.into_iter().find(|question| question.item == TEXT).unwrap();
    let found: Vec<&str> = question.answers.iter().map(|answer| answer.text.as_str()).collect();
    for said in &expected {
        assert!(found.contains(&said.as_str()), "acknowledged before the end: {said}");
    }
    process.kill();
}
