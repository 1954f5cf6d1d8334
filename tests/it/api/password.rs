//! The password of a room over real sockets: who is let in, what is told at the door, and what is kept of it.

use std::time::Duration;

use plenum::client::{ClientError, Created, Phone};
use plenum::http::wire::Goodbye;
use plenum::session::FacilitatorCommand as F;

use super::{send, timeout};
use crate::common::Server;

const PASSWORD: &str = "blåbærtur i Åsane";

/// Asks for a password as a script would; gives the status and what was said.
async fn set(server: &Server, session: &Created, body: &str) -> (u16, String) {
    let path = format!("/api/v1/sessions/{}/password", session.code);
    let headers = format!("Authorization: Bearer {}\r\nContent-Type: application/json\r\n", session.key);
    let (status, _, body) = send(server, "PUT", &path, &headers, body).await;
    (status, body)
}

fn sent_away(tried: Result<Phone, ClientError>) -> Option<Goodbye> {
    match tried {
        Err(ClientError::Closed { goodbye, .. }) => goodbye,
        Err(other) => panic!("{other:?}"),
        Ok(_) => None,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_room_with_a_password_lets_in_who_knows_it_and_who_was_there_before() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    let before = "q83vEjRWeJCrze8SNFZ4kA";
    let come_back = || Phone::join_as(&server.address, session.code, before.to_owned(), None);
    come_back().await.unwrap();
    for wrong in [r#"{"password": "abc"}"#, r#"{"password": "     abc    "}"#] {
        let (status, said) = set(&server, &session, wrong).await;
        assert_eq!((status, said.contains("password_out_of_bounds")), (409, true), "{said}");
    }
    assert_eq!(set(&server, &session, &format!(r#"{{"password": "{PASSWORD}"}}"#)).await.0, 204);

    come_back().await.unwrap();
    assert_eq!(sent_away(Phone::join(&server.address, &session).await), Some(Goodbye::PasswordNeeded));
    let knows = |password: &'static str| Phone::join_with(&server.address, session.code, None, password);
    assert_eq!(sent_away(knows("tyttebærtur").await), Some(Goodbye::PasswordWrong));
    let mut phone = knows(" blåbærtur i Åsane ").await.unwrap();
    phone.until(|seen| seen.stage.as_ref().is_some_and(|stage| stage.needs_password)).await.unwrap();
    // Guesses wait for each other; who knows it does not wait for them.
    let guesses: Vec<_> = (0..20).map(|_| tokio::spawn(knows_owned(&server, &session, "gjetning"))).collect();
    timeout(Duration::from_secs(10), knows(PASSWORD)).await.unwrap().unwrap();
    // Nor does who was there before, though the phone still has a password of another day.
    let outdated = Phone::join_with(&server.address, session.code, Some(before.to_owned()), "tyttebærtur");
    timeout(Duration::from_secs(10), outdated).await.unwrap().unwrap();
    guesses.iter().for_each(tokio::task::JoinHandle::abort);

    assert_eq!(set(&server, &session, r#"{"password": null}"#).await.0, 204);
    Phone::join(&server.address, &session).await.unwrap();
    server.stop().await;
}

fn knows_owned(
    server: &Server,
    session: &Created,
    password: &'static str,
) -> impl Future<Output = Result<Phone, ClientError>> + use<> {
    let (address, code) = (server.address.clone(), session.code);
    async move { Phone::join_with(&address, code, None, password).await }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_door_tells_only_the_title_and_the_disk_keeps_only_a_hash_also_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let path = format!("/{}", session.code);
    let open = super::get(&server, &path).await.2;
    assert_eq!(set(&server, &session, &format!(r#"{{"password": "{PASSWORD}"}}"#)).await.0, 204);
    let question = "Hva er viktigst?";
    assert!(open.contains(question), "the page of an open room has what is shown");
    let locked = super::get(&server, &path).await.2;
    assert!(
        locked.contains("Samling om hjemmetjenesten") && !locked.contains(question),
        "a locked room tells its title"
    );
    server.stop().await;

    let server = Server::start(folder.path()).await;
    assert!(!super::get(&server, &path).await.2.contains(question));
    assert_eq!(sent_away(Phone::join(&server.address, &session).await), Some(Goodbye::PasswordNeeded));
    Phone::join_with(&server.address, session.code, None, PASSWORD).await.unwrap();
    server.steer(&session, F::EndSession).await;
    assert_eq!(sent_away(Phone::join(&server.address, &session).await), Some(Goodbye::PasswordNeeded));
    server.stop().await;
    for entry in super::links::walk(folder.path()) {
        let bytes = std::fs::read(&entry).unwrap();
        assert!(!super::links::contains(&bytes, PASSWORD.as_bytes()), "{} holds it", entry.display());
    }
}
