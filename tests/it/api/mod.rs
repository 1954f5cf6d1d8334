//! The API and the doors of the server, by plain HTTP over real sockets.

mod imports;
mod links;
mod password;
mod pictures;
mod plans;
mod themes;

use std::time::Duration;

use plenum::client::{ClientError, Phone};
use plenum::session::FacilitatorCommand;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::common::{RANKING, Server, Settings, TEXT, text};

/// Sends a request as it stands and reads until the server closes: status, head, body.
async fn raw(server: &Server, request: &str) -> (u16, String, String) {
    let mut stream = TcpStream::connect(server.address.to_string()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    timeout(Duration::from_secs(30), stream.read_to_end(&mut answer))
        .await
        .expect("the server ends it")
        .unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    (status, head.to_ascii_lowercase(), body.to_owned())
}

async fn get(server: &Server, path: &str) -> (u16, String, String) {
    raw(server, &format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", server.address))
        .await
}

async fn post(server: &Server, path: &str, body: &str) -> (u16, String, String) {
    send(server, "POST", path, "Content-Type: application/json\r\n", body).await
}

/// Sends a body with further header lines.
async fn send(server: &Server, method: &str, path: &str, headers: &str, body: &str) -> (u16, String, String) {
    let (host, length) = (&server.address, body.len());
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    raw(server, &request).await
}

fn is_problem((status, head, body): &(u16, String, String), expected: u16, code: &str) {
    assert_eq!(*status, expected, "{body}");
    assert!(head.contains("content-type: application/problem+json"), "{head}");
    let problem: Value = serde_json::from_str(body).unwrap();
    assert_eq!((problem["status"].as_u64(), problem["code"].as_str()), (Some(expected.into()), Some(code)));
    assert!(problem["title"].is_string() && problem["detail"].is_string() && problem["type"].is_string());
}

#[tokio::test]
async fn a_script_can_run_a_whole_session() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("Tid")).await.unwrap();
    server.steer(&session, FacilitatorCommand::CloseQuestion { item: TEXT }).await;
    let overview = server.address.overview(session.code, &session.key).await.unwrap();
    assert_eq!((overview.joined, overview.connected), (1, 1));
    assert_eq!(overview.stage.item.unwrap().id, TEXT);
    assert_eq!(overview.items.len(), 3);
    let minutes = server.address.minutes(session.code, &session.key).await.unwrap();
    assert!(minutes.contains("\n- Tid\n"), "{minutes}");
    let path = format!("/api/v1/sessions/{}/minutes.docx", session.code);
    let word = server.address.get(&path, &session.key).await.unwrap();
    assert!(word.starts_with(b"PK"), "a Word file is a zip");
    server.stop().await;
}

#[tokio::test]
async fn answers_come_as_a_spreadsheet_and_as_tables() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("=1+1, \"sa\" hun")).await.unwrap();
    let path = |rest: &str| format!("/api/v1/sessions/{}/{rest}", session.code);
    let book = server.address.get(&path("answers.xlsx"), &session.key).await.unwrap();
    assert!(book.starts_with(b"PK"), "a spreadsheet is a zip");
    let text = server.address.get(&path("minutes.odt"), &session.key).await.unwrap();
    assert!(text.starts_with(b"PK"), "an OpenDocument text is a zip");
    let english =
        server.address.get(&path("minutes.html?language=en&answers=false"), &session.key).await.unwrap();
    let english = String::from_utf8(english.to_vec()).unwrap();
    assert!(english.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{english}");
    assert!(!english.contains("hun"), "single answers were not asked for: {english}");

    let table = server.address.get(&path("answers.csv"), &session.key).await.unwrap();
    let table = String::from_utf8(table.to_vec()).unwrap();
    assert!(table.starts_with("Nr.,Punkt,Spørsmål,"), "{table}");
    assert!(table.contains(",\"'=1+1, \"\"sa\"\" hun\","), "{table}");
    let question = path(&format!("questions/{TEXT}/answers.csv"));
    let marked = server.address.get(&format!("{question}?bom=true"), &session.key).await.unwrap();
    assert_eq!(String::from_utf8(marked.to_vec()).unwrap(), format!("\u{feff}{table}"));

    let key = format!("Authorization: Bearer {}\r\n", session.key);
    let (status, head, _) = send(&server, "GET", &question, &key, "").await;
    assert_eq!(status, 200, "{head}");
    assert!(head.contains("content-type: text/csv; charset=utf-8; header=present"), "{head}");
    assert!(head.contains("content-disposition: attachment; filename=\"svar-1-"), "{head}");
    let absent = path("questions/99/answers.csv");
    is_problem(&send(&server, "GET", &absent, &key, "").await, 404, "not_found");
    for rest in ["answers.xlsx", "answers.csv"] {
        is_problem(&get(&server, &path(rest)).await, 401, "wrong_key");
    }
    server.stop().await;
}

#[tokio::test]
async fn a_server_that_makes_pdfs_says_so_and_another_says_what_to_do_instead() {
    for without_pdf in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings { without_pdf, ..Settings::default() };
        let server = Server::start_with(folder.path(), settings).await;
        let session = server.create_open().await;
        let path = format!("/api/v1/sessions/{}/minutes.pdf", session.code);
        is_problem(&get(&server, &path).await, 401, "wrong_key");
        let (_, _, page) = get(&server, &format!("/facilitate/{}", session.code)).await;
        assert_eq!(page.contains("<template id=\"pdf\">"), !without_pdf, "{page}");
        if without_pdf {
            let key = format!("Authorization: Bearer {}\r\n", session.key);
            let answer = send(&server, "GET", &path, &key, "").await;
            is_problem(&answer, 501, "pdf_not_built");
            assert!(answer.2.contains("minutes.html"), "{}", answer.2);
        } else {
            let english = server.address.get(&format!("{path}?language=en"), &session.key).await.unwrap();
            assert!(english.starts_with(b"%PDF-1.7"), "a PDF says that it is one");
            assert!(String::from_utf8_lossy(&english).contains("<dc:language>"), "it says in which language");
        }
        server.stop().await;
    }
}

#[tokio::test]
async fn results_come_as_pictures_and_slides() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let unasked = server.create().await;
    let early = format!("/api/v1/sessions/{}/questions/{TEXT}/picture.svg", unasked.code);
    let key = format!("Authorization: Bearer {}\r\n", unasked.key);
    is_problem(&send(&server, "GET", &early, &key, "").await, 409, "not_asked");
    let session = server.create_open().await;
    let path = |rest: &str| format!("/api/v1/sessions/{}/{rest}", session.code);
    let key = format!("Authorization: Bearer {}\r\n", session.key);
    let svg = path(&format!("questions/{TEXT}/picture.svg"));
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("Mer <tid> & ro")).await.unwrap();
    let (status, head, body) = send(&server, "GET", &svg, &key, "").await;
    assert_eq!(status, 200, "{head}");
    assert!(head.contains("content-type: image/svg+xml"), "{head}");
    assert!(head.contains("content-disposition: attachment; filename=\"bilde-1-"), "{head}");
    assert!(body.contains(">Mer &lt;tid&gt; &amp; ro<"), "{body}");
    let english = server.address.get(&format!("{svg}?language=en"), &session.key).await.unwrap();
    assert!(String::from_utf8(english.to_vec()).unwrap().contains("1 participant answered"));
    let png = path(&format!("questions/{TEXT}/picture.png"));
    let png = server.address.get(&png, &session.key).await.unwrap();
    assert!(png.starts_with(b"\x89PNG"), "a picture is a PNG");
    let slides = server.address.get(&path("slides.pptx"), &session.key).await.unwrap();
    assert!(slides.starts_with(b"PK"), "slides are a zip");
    for absent in ["questions/99/picture.svg", "questions/99/picture.png"] {
        is_problem(&send(&server, "GET", &path(absent), &key, "").await, 404, "not_found");
    }
    for rest in [svg.as_str(), &path("slides.pptx")] {
        is_problem(&get(&server, rest).await, 401, "wrong_key");
    }
    server.stop().await;
}

#[tokio::test]
async fn what_cannot_be_done_is_told_as_problem_details() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    is_problem(&post(&server, "/api/v1/sessions", "{").await, 400, "unreadable");
    is_problem(
        &post(&server, "/api/v1/sessions", r#"{"details": {"title": ""}}"#).await,
        409,
        "session_without_title",
    );
    is_problem(&get(&server, "/api/v1/nothing").await, 404, "not_found");
    is_problem(&get(&server, &format!("/api/v1/sessions/{}", session.code)).await, 401, "wrong_key");
    is_problem(&get(&server, "/api/v1/sessions/00000000/results").await, 401, "wrong_key");
    let refused = server.address.command(session.code, &session.key, &FacilitatorCommand::Back).await;
    assert!(
        matches!(&refused, Err(ClientError::Problem { status: 409, code, .. }) if code == "no_previous_item"),
        "{refused:?}"
    );
    let minutes = format!("/api/v1/sessions/{}/minutes.md?language=svensk", session.code);
    let key = format!("Authorization: Bearer {}\r\n", session.key);
    let (status, head, body) = send(&server, "GET", &minutes, &key, "").await;
    assert!(body.contains("nb, nn, en"), "it says which languages there are: {body}");
    is_problem(&(status, head, body), 400, "unreadable");
    let no_number = format!("/api/v1/sessions/{}/questions/x/answers.csv", session.code);
    is_problem(&send(&server, "GET", &no_number, &key, "").await, 404, "not_found");
    let huge = format!(r#"{{"details": {{"title": "{}"}}}}"#, "x".repeat(2 << 20));
    let (status, _, _) = post(&server, "/api/v1/sessions", &huge).await;
    assert!(status == 413 || status == 0, "a body of two megabytes is not read: {status}");
    server.stop().await;
}

#[tokio::test]
async fn the_description_of_the_api_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let (status, _, body) = get(&server, "/api/v1/openapi.json").await;
    assert_eq!(status, 200);
    let described: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(described["info"]["title"], "Plenum");
    for path in [
        "/sessions",
        "/sessions/{code}",
        "/sessions/{code}/commands",
        "/sessions/{code}/results",
        "/sessions/{code}/plan.txt",
        "/sessions/{code}/plan.json",
        "/sessions/{code}/duplicate",
        "/sessions/{code}/minutes.md",
        "/sessions/{code}/minutes.docx",
        "/sessions/{code}/minutes.html",
        "/sessions/{code}/minutes.odt",
        "/sessions/{code}/minutes.pdf",
        "/sessions/{code}/answers.xlsx",
        "/sessions/{code}/answers.csv",
        "/sessions/{code}/archive.json",
        "/sessions/from-archive",
        "/archive.schema.json",
        "/sessions/{code}/questions/{item}/answers.csv",
        "/sessions/{code}/questions/{item}/picture.svg",
        "/sessions/{code}/questions/{item}/picture.png",
        "/sessions/{code}/slides.pptx",
        "/plans",
        "/templates",
    ] {
        assert!(described["paths"][format!("/api/v1{path}")].is_object(), "{path} is not described");
    }
    let schemas = described["components"]["schemas"].as_object().unwrap();
    let mut references = Vec::new();
    collect_references(&described, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let name = reference.strip_prefix("#/components/schemas/").expect("a reference to a schema");
        assert!(schemas.contains_key(name), "{name} is named and not described");
    }
    server.stop().await;
}

fn collect_references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                found.push(reference.clone());
            }
            fields.values().for_each(|field| collect_references(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_references(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_pages_safe() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    let code = session.code;
    for path in
        ["/".into(), format!("/{code}"), "/facilitate".into(), format!("/present/{code}"), "/healthz".into()]
    {
        let (status, head, _) = get(&server, &path).await;
        assert_eq!(status, 200, "{path}");
        assert!(head.contains("content-security-policy: default-src 'none'"), "{path}: {head}");
        for header in ["x-content-type-options: nosniff", "referrer-policy: no-referrer"] {
            assert!(head.contains(header), "{path} lacks {header}");
        }
        assert!(!head.contains("set-cookie"), "{path} sets a cookie");
    }
    assert_eq!(get(&server, "/readyz").await.0, 200);
    server.stop().await;
}

#[tokio::test]
async fn a_page_names_the_screen_that_the_item_shown_needs() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let page = format!("/{}", session.code);

    let (_, head, _) = get(&server, &page).await;
    assert!(!head.to_lowercase().contains("\r\nlink:"), "a field needs no screen: {head}");

    server.steer(&session, FacilitatorCommand::GoTo { item: RANKING }).await;
    let (_, head, document) = get(&server, &format!("{page}?lang=en")).await;
    let named = head.split("link: </").nth(1).expect("a screen is named").split('>').next().unwrap();
    assert!(named.starts_with("assets/ranking.en-"), "{named}");
    assert!(document.contains(named), "the page itself asks for the same file");
    assert_eq!(get(&server, &format!("/{named}")).await.0, 200);
    server.stop().await;
}

#[tokio::test]
async fn a_socket_is_for_the_servers_own_pages() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    let upgrade = |origin: String| {
        format!(
            "GET /api/v1/sessions/{}/socket HTTP/1.1\r\nHost: {}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: {origin}\r\n\r\n",
            session.code, server.address
        )
    };
    let first_line = async |request: String| {
        let mut stream = TcpStream::connect(server.address.to_string()).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut head = [0; 12];
        stream.read_exact(&mut head).await.unwrap();
        String::from_utf8_lossy(&head).into_owned()
    };
    assert_eq!(first_line(upgrade("https://elsewhere.example".into())).await, "HTTP/1.1 403");
    assert_eq!(first_line(upgrade("null".into())).await, "HTTP/1.1 403");
    assert_eq!(first_line(upgrade(format!("http://{}", server.address))).await, "HTTP/1.1 101");
    server.stop().await;
}

#[tokio::test]
async fn a_header_that_never_ends_does_not_hold_a_connection() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let (status, _, _) = raw(&server, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ").await;
    assert!(status == 408 || status == 0, "{status}");
    server.stop().await;
}

#[tokio::test]
async fn a_flood_of_messages_ends_the_connection_and_nobody_elses() {
    use futures_util::{SinkExt, StreamExt};
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut other = Phone::join(&server.address, &session).await.unwrap();
    let url = format!("ws://{}/api/v1/sessions/{}/socket", server.address, session.code);
    let (mut flood, _) = tokio_tungstenite::connect_async(url).await.unwrap();
    let hello = r#"{"type":"hello","version":1,"as":{"role":"phone","token":"CAAAAAAAAAAAAAAAAAAAAA"}}"#;
    flood.send(hello.into()).await.unwrap();
    for _ in 0..200 {
        if flood.send(r#"{"type":"answer","item":"?"}"#.into()).await.is_err() {
            break;
        }
    }
    let mut goodbye = String::new();
    while let Ok(Some(Ok(message))) = timeout(Duration::from_secs(10), flood.next()).await {
        if let Ok(text) = message.to_text()
            && text.contains("goodbye")
        {
            goodbye = text.to_owned();
        }
    }
    assert!(goodbye.contains("too_fast"), "{goodbye}");
    other.answer(TEXT, text("Uforstyrret")).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn a_text_that_is_too_long_is_refused_by_name() {
    use plenum::session::Rejection;
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    let refused = phone.answer(TEXT, text(&"å".repeat(201))).await;
    assert!(matches!(refused, Err(ClientError::Refused(Rejection::AnswerTooLong))), "{refused:?}");
    phone.answer(TEXT, text(&"å".repeat(200))).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn an_archive_is_written_and_becomes_a_session_that_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("Tid til hver bruker")).await.unwrap();
    let path = format!("/api/v1/sessions/{}/archive.json", session.code);
    let archive = server.address.get(&path, &session.key).await.unwrap();
    let archive = String::from_utf8(archive.to_vec()).unwrap();
    is_problem(&get(&server, &path).await, 401, "wrong_key");

    let (status, _, body) = post(&server, "/api/v1/sessions/from-archive", &archive).await;
    assert_eq!(status, 201, "{body}");
    let made: Value = serde_json::from_str(&body).unwrap();
    let (code, key) = (made["code"].as_str().unwrap(), made["key"].as_str().unwrap());
    assert_ne!(code, session.code.to_string());
    let code = code.parse().unwrap();
    let results = server.address.results(code, key).await.unwrap();
    let texts: Vec<&str> = results
        .questions
        .iter()
        .flat_map(|question| &question.answers)
        .map(|answer| answer.text.as_str())
        .collect();
    assert_eq!(texts, ["Tid til hver bruker"]);
    let overview = server.address.overview(code, key).await.unwrap();
    assert_eq!((overview.joined, overview.connected), (1, 0));
    let refused = server.address.command(code, key, &FacilitatorCommand::ReopenSession).await;
    assert!(matches!(&refused, Err(ClientError::Problem { status: 409, .. })), "{refused:?}");
    let again = server.address.get(&format!("/api/v1/sessions/{code}/archive.json"), key).await.unwrap();
    let [mut before, after]: [Value; 2] =
        [&archive, std::str::from_utf8(&again).unwrap()].map(|text| serde_json::from_str(text).unwrap());
    before["ended_ms"] = after["ended_ms"].clone();
    assert_eq!(before["items"][0]["outcome"], after["items"][0]["outcome"]);

    is_problem(&post(&server, "/api/v1/sessions/from-archive", "{}").await, 400, "unreadable");
    let newer = archive.replace("\"version\":2", "\"version\":3,\"what\":\"not known yet\"");
    let refused = post(&server, "/api/v1/sessions/from-archive", &newer).await;
    is_problem(&refused, 400, "archive_newer");
    assert!(refused.2.contains("version 3, which a later Plenum wrote"), "{}", refused.2);
    let plain =
        send(&server, "POST", "/api/v1/sessions/from-archive", "Content-Type: text/plain\r\n", &archive);
    is_problem(&plain.await, 400, "unreadable");
    // It may be longer than any other body.
    let long = archive.replacen('{', &format!("{{{}", " ".repeat(2 << 20)), 1);
    assert_eq!(post(&server, "/api/v1/sessions/from-archive", &long).await.0, 201);
    let (status, _, schema) = get(&server, "/api/v1/archive.schema.json").await;
    assert!(status == 200 && schema.contains("2020-12"), "{schema}");
    server.stop().await;
}
