//! Plans as files, by plain HTTP.

use plenum::client::Phone;
use plenum::plan_file;
use plenum::session::{FacilitatorCommand, Plan};
use serde_json::{Value, json};

use super::{get, is_problem, post, send};
use crate::common::{Server, TEXT, plan, text};

const PLAIN: &str = "Content-Type: text/plain; charset=utf-8\r\n";
const FILE: &str =
    "Tittel: Samling på nytt\nDato: 2026-11-21\n\n09:00 Velkommen\n\nSpørsmål: Hva?\n- Å\n- Ø\n";

fn value(body: &str) -> Value {
    serde_json::from_str(body).unwrap_or_else(|_| panic!("{body}"))
}

#[tokio::test]
async fn a_session_gives_its_plan_and_makes_the_same_again() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("Et hemmelig svar")).await.unwrap();
    let key = format!("Authorization: Bearer {}\r\n", session.key);
    let path = |file: &str| format!("/api/v1/sessions/{}/{file}", session.code);

    let (status, head, written) = send(&server, "GET", &path("plan.txt"), &key, "").await;
    assert_eq!(status, 200);
    assert!(head.contains("content-type: text/plain; charset=utf-8"), "{head}");
    let name = "content-disposition: attachment; filename=\"program-samling-om-hjemmetjenesten.txt\"";
    assert!(head.contains(name), "{head}");
    let (_, head, json) = send(&server, "GET", &path("plan.json"), &key, "").await;
    assert!(head.contains("program-samling-om-hjemmetjenesten.json"), "{head}");
    for body in [&written, &json] {
        assert!(!body.contains("hemmelig"), "an answer is in {body}");
    }
    assert_eq!(plan_file::read(&written).unwrap(), plan());
    assert_eq!(serde_json::from_str::<Plan>(&json).unwrap(), plan());

    let (status, _, body) = send(&server, "POST", &path("duplicate"), &key, "").await;
    assert_eq!(status, 201, "{body}");
    let copy = value(&body);
    assert_ne!(copy["code"], json!(session.code));
    let (code, key) = (copy["code"].as_str().unwrap().parse().unwrap(), copy["key"].as_str().unwrap());
    assert_ne!(key, session.key);
    let overview = server.address.overview(code, key).await.unwrap();
    assert_eq!((overview.joined, overview.details), (0, plan().details));
    let items: Vec<_> = overview.items.into_iter().map(|item| item.plan).collect();
    assert_eq!(items, plan().items);
    let results = server.address.results(code, key).await.unwrap();
    assert!(results.questions.iter().all(|question| question.answers.is_empty() && question.people == 0));

    for (method, file) in [("GET", "plan.txt"), ("GET", "plan.json"), ("POST", "duplicate")] {
        is_problem(&send(&server, method, &path(file), "", "").await, 401, "wrong_key");
    }
    server.stop().await;
}

#[tokio::test]
async fn what_was_changed_in_a_session_is_in_its_plan() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    server.steer(&session, FacilitatorCommand::DeleteItem { item: TEXT }).await;
    let path = format!("/api/v1/sessions/{}/plan.txt", session.code);
    let written = server.address.get(&path, &session.key).await.unwrap();
    let read = plan_file::read(std::str::from_utf8(&written).unwrap()).unwrap();
    assert_eq!(read.items, [plan().items[0].clone(), plan().items[2].clone()]);
    server.stop().await;
}

#[tokio::test]
async fn a_text_becomes_a_session_or_a_plan() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let (status, _, body) = send(&server, "POST", "/api/v1/sessions", PLAIN, FILE).await;
    assert_eq!(status, 201, "{body}");
    let made = value(&body);
    let overview = server
        .address
        .overview(made["code"].as_str().unwrap().parse().unwrap(), made["key"].as_str().unwrap())
        .await
        .unwrap();
    assert_eq!((overview.details.title.as_str(), overview.items.len()), ("Samling på nytt", 2));

    let (status, _, body) = send(&server, "POST", "/api/v1/plans", PLAIN, FILE).await;
    assert_eq!(status, 200, "{body}");
    let read: Plan = serde_json::from_str(&body).unwrap();
    assert_eq!(read, plan_file::read(FILE).unwrap());
    let (status, _, again) = post(&server, "/api/v1/plans", &body).await;
    assert_eq!((status, again), (200, body), "JSON is checked the same way");
    let (status, _, body) = send(&server, "POST", "/api/v1/plans?untitled=true", PLAIN, "Pause").await;
    assert_eq!((status, &value(&body)["details"]["title"]), (200, &json!("")));
    server.stop().await;
}

#[tokio::test]
async fn a_page_of_another_server_makes_no_session_by_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let from = |origin: &str| format!("{PLAIN}Origin: {origin}\r\n");
    let foreign = from("https://elsewhere.example");
    is_problem(&send(&server, "POST", "/api/v1/sessions", &foreign, FILE).await, 403, "foreign_page");
    let own = from(&format!("http://{}", server.address));
    assert_eq!(send(&server, "POST", "/api/v1/sessions", &own, FILE).await.0, 201);
    server.stop().await;
}

#[tokio::test]
async fn every_line_that_is_wrong_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let wrong = "Tittel: x\n\nPause\nHvemm: Ane\n\n25:00 y\n";
    for path in ["/api/v1/plans", "/api/v1/sessions"] {
        let answer = send(&server, "POST", path, PLAIN, wrong).await;
        is_problem(&answer, 400, "plan_unreadable");
        let expected = json!([
            {"line": 4, "code": "unknown_field", "found": "Hvemm", "meant": "Hvem"},
            {"line": 6, "code": "wrong_time", "found": "25:00"},
        ]);
        assert_eq!(value(&answer.2)["problems"], expected);
    }
    let refused = post(&server, "/api/v1/plans", r#"{"details": {"title": ""}}"#).await;
    is_problem(&refused, 409, "session_without_title");
    is_problem(&post(&server, "/api/v1/plans", "{").await, 400, "unreadable");
    let (status, _, _) = send(&server, "POST", "/api/v1/plans", PLAIN, &"# x\n".repeat(600_000)).await;
    assert!(status == 413 || status == 0, "a body of two megabytes is not read: {status}");
    server.stop().await;
}

#[tokio::test]
async fn templates_are_there_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let (status, _, body) = get(&server, "/api/v1/templates").await;
    assert_eq!(status, 200);
    let templates = value(&body);
    for language in ["nb", "nn", "en"] {
        let count = templates.as_array().unwrap().iter().filter(|one| one["language"] == language).count();
        assert_eq!(count, 4, "{language}");
    }
    server.stop().await;
}
