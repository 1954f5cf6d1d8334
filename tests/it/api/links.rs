//! Further links over real sockets: what each opens, and that one withdrawn opens nothing any more.

use plenum::client::{ClientError, Created, Facilitator};
use plenum::http::wire::Goodbye;
use plenum::session::{FacilitatorCommand as F, LinkId, Rejection};
use serde_json::Value;

use super::{send, timeout};
use crate::common::{Server, Settings};
use std::time::Duration;

/// Makes a link as a script would: its number, its page and its key.
async fn make(server: &Server, session: &Created, kind: &str) -> (LinkId, String, String) {
    let path = format!("/api/v1/sessions/{}/links", session.code);
    let headers = format!("Authorization: Bearer {}\r\nContent-Type: application/json\r\n", session.key);
    let body = format!(r#"{{"kind": "{kind}", "name": "Storsalen"}}"#);
    let (status, _, body) = send(server, "POST", &path, &headers, &body).await;
    assert_eq!(status, 201, "{body}");
    let made: Value = serde_json::from_str(&body).unwrap();
    assert!(made["qr_path"].as_str().unwrap().starts_with('M'));
    let address = made["address"].as_str().unwrap();
    let (page, key) = address.split_once('#').unwrap();
    (LinkId(made["link"].as_u64().unwrap() as u32), page.to_owned(), key.to_owned())
}

#[tokio::test]
async fn a_link_that_only_shows_steers_nothing_and_reads_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    let (_, page, key) = make(&server, &session, "watch").await;
    assert!(page.ends_with(&format!("/present/{}", session.code)), "{page}");
    let mut watching = Facilitator::present(&server.address, session.code, &key).await.unwrap();
    let refused = watching.command(F::Next).await;
    assert!(matches!(refused, Err(ClientError::Refused(Rejection::NotAllowed))), "{refused:?}");
    server.steer(&session, F::Next).await;
    watching.until(|seen| seen.stage.as_ref().is_some_and(|stage| stage.number == 1)).await.unwrap();
    assert!(Facilitator::facilitate(&server.address, session.code, &key).await.is_err());
    let read = server.address.overview(session.code, &key).await;
    assert!(matches!(read, Err(ClientError::Problem { status: 401, .. })), "{read:?}");
    server.stop().await;
}

#[tokio::test]
async fn a_second_facilitators_link_opens_all_until_it_is_withdrawn_also_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    let (link, page, key) = make(&server, &session, "facilitate").await;
    assert!(page.ends_with(&format!("/facilitate/{}", session.code)), "{page}");
    server.stop().await;

    let server = Server::start_with(folder.path(), Settings::default()).await;
    let mut second = Facilitator::facilitate(&server.address, session.code, &key).await.unwrap();
    second.command(F::Next).await.unwrap();
    assert_eq!(second.seen().links.len(), 1);
    server.address.overview(session.code, &key).await.unwrap();
    server.steer(&session, F::WithdrawLink { link }).await;
    let shown_out = timeout(Duration::from_secs(20), async {
        loop {
            if let Err(ended) = second.receive().await {
                return ended;
            }
        }
    });
    let ended = shown_out.await.unwrap();
    assert!(matches!(ended, ClientError::Closed { goodbye: Some(Goodbye::WrongKey), .. }), "{ended:?}");
    assert!(Facilitator::facilitate(&server.address, session.code, &key).await.is_err());
    // The key that the session was made with still opens it.
    Facilitator::facilitate(&server.address, session.code, &session.key).await.unwrap();
    server.stop().await;
    for entry in walk(folder.path()) {
        let bytes = std::fs::read(&entry).unwrap();
        assert!(!contains(&bytes, key.as_bytes()), "{} holds the key", entry.display());
    }
}

pub(super) fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

pub(super) fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
