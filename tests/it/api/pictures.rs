//! Pictures over real sockets: sent by a facilitator, seen by whoever knows the address, and gone when nobody shows them.

use std::time::Duration;

use image::{DynamicImage, ImageFormat};
use plenum::client::Created;
use plenum::session::{FacilitatorCommand as F, ItemPlan};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{get, is_problem, post};
use crate::common::{Server, Settings};
use crate::picture::{photo, with_exif, written};

fn jpeg() -> Vec<u8> {
    written(&DynamicImage::ImageRgb8(photo(60, 40)), ImageFormat::Jpeg)
}

async fn upload(server: &Server, session: &Created, key: &str, file: &[u8]) -> (u16, String, String) {
    let mut stream = TcpStream::connect(server.address.to_string()).await.unwrap();
    let head = format!(
        "POST /api/v1/sessions/{}/pictures HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        session.code,
        server.address,
        file.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(file).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), head.to_ascii_lowercase(), body.to_owned())
}

async fn kept(server: &Server, session: &Created, file: &[u8]) -> Value {
    let (status, _, body) = upload(server, session, &session.key, file).await;
    assert_eq!(status, 201, "{body}");
    serde_json::from_str(&body).unwrap()
}

/// Adds a question that shows a kept picture.
async fn show(server: &Server, session: &Created, picture: &Value) {
    let plan = json!({"content": {"kind": "question", "prompt": "Hva ser du?", "picture": picture,
        "ask": {"type": "open_text", "answers_max": 1, "length_max": 200}}});
    let plan: ItemPlan = serde_json::from_value(plan).unwrap();
    server.steer(session, F::AddItem { plan, index: None }).await;
}

fn address(session: &Created, picture: &Value) -> String {
    format!("/api/v1/sessions/{}/pictures/{}", session.code, picture["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_picture_is_seen_by_whoever_knows_its_address_without_what_was_hidden_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    let picture = kept(&server, &session, &with_exif(&jpeg(), 6)).await;
    assert_eq!((picture["width"].as_u64(), picture["height"].as_u64()), (Some(40), Some(60)));
    let (status, head, body) = get(&server, &address(&session, &picture)).await;
    assert_eq!(status, 200);
    for header in [
        "content-type: image/jpeg",
        "x-content-type-options: nosniff",
        "cache-control: private, max-age=31536000, immutable",
        "content-security-policy: default-src 'none'",
    ] {
        assert!(head.contains(header), "{header} in {head}");
    }
    assert!(!body.contains("Kanarifuglen"), "no metadata is left");
    let unknown = json!({"id": "0123456789abcdef0123456789abcdef"});
    is_problem(&get(&server, &address(&session, &unknown)).await, 404, "not_found");
    let elsewhere = server.create().await;
    is_problem(&get(&server, &address(&elsewhere, &picture)).await, 404, "not_found");
    server.stop().await;
}

#[tokio::test]
async fn pictures_go_with_the_archive_and_come_back_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    let picture = kept(&server, &session, &jpeg()).await;
    show(&server, &session, &picture).await;
    let path = format!("/api/v1/sessions/{}/archive.json", session.code);
    let archive: Value =
        serde_json::from_slice(&server.address.get(&path, &session.key).await.unwrap()).unwrap();
    assert_eq!(archive["pictures"][0]["id"], picture["id"]);
    let validator = jsonschema::validator_for(&plenum::export::archive_schema()).unwrap();
    assert!(validator.is_valid(&archive));

    let read_back =
        async |archive: &Value| post(&server, "/api/v1/sessions/from-archive", &archive.to_string()).await;
    let (status, _, body) = read_back(&archive).await;
    assert_eq!(status, 201, "{body}");
    let made: Value = serde_json::from_str(&body).unwrap();
    let (code, key) = (made["code"].as_str().unwrap(), made["key"].as_str().unwrap());
    let seen = format!("/api/v1/sessions/{code}/pictures/{}", picture["id"].as_str().unwrap());
    assert_eq!(get(&server, &seen).await.0, 200);
    let again = server.address.get(&format!("/api/v1/sessions/{code}/archive.json"), key).await.unwrap();
    let again: Value = serde_json::from_slice(&again).unwrap();
    assert_eq!(again["items"][3]["plan"], archive["items"][3]["plan"]);

    // What is named and not there is left out; what is no picture, or another than the item says, is refused.
    let mut without = archive.clone();
    without["pictures"] = json!([]);
    assert_eq!(read_back(&without).await.0, 201);
    let mut broken = archive.clone();
    broken["pictures"][0]["file"] = json!("AAAA");
    is_problem(&read_back(&broken).await, 422, "picture_broken");
    let mut other = archive.clone();
    other["items"][3]["plan"]["content"]["picture"]["width"] = json!(61);
    is_problem(&read_back(&other).await, 400, "unreadable");
    server.stop().await;
}

#[tokio::test]
async fn what_is_no_picture_or_comes_without_the_key_is_refused_with_a_code() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    is_problem(&upload(&server, &session, "wrong", &jpeg()).await, 401, "wrong_key");
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
    is_problem(&upload(&server, &session, &session.key, svg).await, 415, "picture_wrong_type");
    is_problem(&upload(&server, &session, &session.key, b"").await, 415, "picture_wrong_type");
    is_problem(&upload(&server, &session, &session.key, &jpeg()[..30]).await, 422, "picture_broken");
    let large = vec![0; plenum::picture::FILE_BYTES_MAX + 1];
    is_problem(&upload(&server, &session, &session.key, &large).await, 413, "picture_too_large");
    server.stop().await;
}

#[tokio::test]
async fn a_copy_of_a_session_has_its_pictures_and_a_plan_in_a_file_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    let picture = kept(&server, &session, &jpeg()).await;
    show(&server, &session, &picture).await;
    let path = format!("/api/v1/sessions/{}/duplicate", session.code);
    let headers = format!("Authorization: Bearer {}\r\n", session.key);
    let (status, _, body) = super::send(&server, "POST", &path, &headers, "").await;
    assert_eq!(status, 201, "{body}");
    let copy: Value = serde_json::from_str(&body).unwrap();
    let id = picture["id"].as_str().unwrap();
    let of_copy = format!("/api/v1/sessions/{}/pictures/{id}", copy["code"].as_str().unwrap());
    assert_eq!(get(&server, &of_copy).await.0, 200);
    for format in ["json", "txt"] {
        let path = format!("/api/v1/sessions/{}/plan.{format}", session.code);
        let file = server.address.get(&path, &session.key).await.unwrap();
        let file = String::from_utf8(file.to_vec()).unwrap();
        assert!(file.contains("Hva ser du?") && !file.contains(id), "{file}");
        assert_eq!(file.contains("# Bildet følger ikke med"), format == "txt", "{file}");
    }
    let plan = json!({"details": {"title": "Annen"}, "items": [{"content": {"kind": "question", "prompt": "?",
        "picture": picture, "ask": {"type": "word_cloud", "answers_max": 1}}}]});
    is_problem(&post(&server, "/api/v1/sessions", &plan.to_string()).await, 409, "no_such_picture");
    server.stop().await;
}

#[tokio::test]
async fn when_a_session_is_sealed_only_the_pictures_that_it_shows_are_left() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start_with(folder.path(), Settings { undo_ms: 0, ..Settings::default() }).await;
    let session = server.create().await;
    let shown = kept(&server, &session, &jpeg()).await;
    let unused = kept(&server, &session, &jpeg()).await;
    show(&server, &session, &shown).await;
    assert_eq!(get(&server, &address(&session, &unused)).await.0, 200);
    server.steer(&session, F::EndSession).await;
    server.stop().await;
    // What was read lies in memory for a while, so it is looked for after a new start.
    let server = Server::start(folder.path()).await;
    for _ in 0..100 {
        if get(&server, &address(&session, &unused)).await.0 == 404 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(get(&server, &address(&session, &unused)).await.0, 404);
    assert_eq!(get(&server, &address(&session, &shown)).await.0, 200);
    server.stop().await;
}
