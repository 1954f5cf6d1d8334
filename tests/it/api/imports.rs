//! Answers from elsewhere over real sockets: a look keeps nothing, and a session of a file gets its themes by itself.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use super::{is_problem, post, send};
use crate::common::Server;

const FILE: &str = "Tidsmerke,Navn,Hva bør vi ta tak i først?\n\
    2026/11/20 9:14,Kari,Tydelig ansvar mellom tjenestene\n2026/11/20 9:15,Ola,Avklare hvem som har ansvar\n\
    2026/11/20 9:16,Liv,Ansvar og roller må bli tydelige\n2026/11/20 9:17,Per,Mer tid til fagutvikling\n\
    2026/11/20 9:18,Eva,Tid til å utvikle faget\n2026/11/20 9:19,Nils,Sette av tid til fag\n\
    2026/11/20 9:20,Ida,Bedre samhandling med legene\n2026/11/20 9:21,Jon,Samhandling på tvers\n\
    2026/11/20 9:22,Ane,God samhandling med fastlegene\n";

async fn look(server: &Server, headers: &str, file: &str) -> (u16, String, String) {
    send(server, "POST", "/api/v1/imports", headers, file).await
}

async fn make(server: &Server, file: &str, wanted: Value) -> (u16, String, String) {
    let body = json!({"file": STANDARD.encode(file), "wanted": wanted});
    post(server, "/api/v1/sessions/from-table", &body.to_string()).await
}

fn wanted(column: u32, kind: &str) -> Value {
    json!({
        "details": {"title": "Svar fra skjema", "date": "2026-11-20"},
        "tables": [{"table": 0, "header": 1, "columns": [
            {"column": column, "prompt": "Hva bør vi ta tak i først?", "kind": kind}
        ]}]
    })
}

#[tokio::test]
async fn a_file_is_looked_at_and_becomes_a_session_whose_answers_are_themed_by_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let (status, _, body) = look(&server, "Content-Type: application/octet-stream\r\n", FILE).await;
    assert_eq!(status, 200, "{body}");
    let looked: Value = serde_json::from_str(&body).unwrap();
    let table = &looked["tables"][0];
    assert_eq!(
        (&table["header"], &table["rows"], &table["layout"]),
        (&json!(1), &json!(9), &json!("google_forms"))
    );
    let guesses: Vec<&Value> = (0..3).map(|column| &table["columns"][column]["guess"]).collect();
    assert_eq!(guesses, ["identity", "identity", "question"]);
    let (status, _, body) = make(&server, FILE, wanted(2, "open_text")).await;
    assert_eq!(status, 201, "{body}");
    let made: Value = serde_json::from_str(&body).unwrap();
    let (code, key) = (made["code"].as_str().unwrap().to_owned(), made["key"].as_str().unwrap().to_owned());
    let overview = server.address.overview(code.parse().unwrap(), &key).await.unwrap();
    assert_eq!((overview.joined, overview.items.len()), (9, 1));
    let themed = async {
        loop {
            let path = format!("/api/v1/sessions/{code}/results");
            let results = server.address.get(&path, &key).await.unwrap();
            let results: Value = serde_json::from_slice(&results).unwrap();
            if results["questions"][0]["themes"].as_array().is_some_and(|themes| themes.len() > 1) {
                return;
            }
            sleep(Duration::from_millis(100)).await;
        }
    };
    timeout(Duration::from_secs(60), themed).await.expect("the answers are themed");
    let minutes = server.address.minutes(code.parse().unwrap(), &key).await.unwrap();
    assert!(minutes.contains("Mer tid til fagutvikling") && !minutes.contains("Kari"), "{minutes}");
    server.stop().await;
    for entry in std::fs::read_dir(folder.path())
        .unwrap()
        .chain(std::fs::read_dir(folder.path().join("sessions")).into_iter().flatten())
    {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            assert!(!bytes.windows(4).any(|window| window == b"Kari"), "{} keeps a name", path.display());
        }
    }
}

#[tokio::test]
async fn what_cannot_be_used_is_a_problem_with_a_code_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    is_problem(&look(&server, "", "").await, 422, "table_empty");
    is_problem(&look(&server, "", "%PDF-1.7").await, 415, "table_wrong_type");
    is_problem(&look(&server, "Origin: http://other.example\r\n", FILE).await, 403, "foreign_page");
    is_problem(&look(&server, "", &"a".repeat((10 << 20) + 1)).await, 413, "table_too_large");
    is_problem(&make(&server, FILE, wanted(2, "number")).await, 422, "table_unfit");
    is_problem(&make(&server, FILE, wanted(9, "open_text")).await, 422, "table_nothing_chosen");
    is_problem(&make(&server, "", wanted(0, "open_text")).await, 422, "table_empty");
    let mut untitled = wanted(2, "open_text");
    untitled["details"]["title"] = "".into();
    assert_eq!(make(&server, FILE, untitled).await.0, 409);
    let garbled = json!({"file": "no base64!", "wanted": wanted(2, "open_text")}).to_string();
    is_problem(&post(&server, "/api/v1/sessions/from-table", &garbled).await, 422, "table_broken");
    is_problem(&post(&server, "/api/v1/sessions/from-table", "{}").await, 400, "unreadable");
    server.stop().await;
}
