//! The phone without a screen is strict about what it is told.

use plenum::client::{ClientError, Seen, ServerAddress};
use plenum::http::wire::ServerMessage;
use serde_json::{Value, json};

fn message(json: Value) -> ServerMessage {
    serde_json::from_value(json).expect("a message of the protocol")
}

fn fold(seen: &mut Seen, json: Value) -> Result<(), ClientError> {
    seen.fold(&message(json))
}

fn snapshot(position: u64) -> Value {
    json!({"type": "snapshot", "cursor": {"epoch": "a", "position": position}, "changes": [
        {"part": "counts", "item": 1, "people": 2, "answers": 2},
        {"part": "answers", "item": 1, "answers": [{"id": 1, "text": "ro"}, {"id": 2, "text": "tid"}]},
    ]})
}

#[test]
fn changed_answers_leave_enter_and_take_new_words() {
    let mut seen = Seen::default();
    fold(&mut seen, snapshot(4)).expect("the snapshot is folded");
    fold(
        &mut seen,
        json!({"type": "update", "cursor": {"epoch": "a", "position": 6}, "changes": [
            {"part": "answers_changed", "item": 1, "removed": [1],
             "added": [{"id": 2, "text": "god tid"}, {"id": 3, "text": "folk"}]},
        ]}),
    )
    .expect("the update follows");
    let (_, question) = seen.questions.first_key_value().expect("a question is known");
    let words: Vec<&str> = question.answers.iter().map(|answer| answer.text.as_str()).collect();
    assert_eq!(words, ["god tid", "folk"]);
}

#[test]
fn a_snapshot_begins_from_nothing() {
    let mut seen = Seen::default();
    fold(&mut seen, snapshot(4)).expect("the first snapshot is folded");
    fold(&mut seen, json!({"type": "snapshot", "cursor": {"epoch": "b", "position": 0}, "changes": []}))
        .expect("the second snapshot is folded");
    assert!(seen.questions.is_empty());
}

#[test]
fn an_update_that_does_not_follow_is_an_error() {
    let update = |epoch: &str, position: u64| json!({"type": "update", "cursor": {"epoch": epoch, "position": position}, "changes": []});
    let mut seen = Seen::default();
    assert!(fold(&mut seen, update("a", 5)).is_err(), "nothing was seen before it");
    fold(&mut seen, snapshot(4)).expect("the snapshot is folded");
    assert!(fold(&mut seen, update("b", 5)).is_err(), "of another epoch");
    assert!(fold(&mut seen, update("a", 3)).is_err(), "from the past");
    assert!(fold(&mut seen, update("a", 5)).is_ok());
}

#[test]
fn every_message_of_the_server_is_read_as_it_was_written() {
    let messages = [
        snapshot(1),
        json!({"type": "accepted", "key": "2JmV0m3vRk6b0oYd1q2w3A", "version": 1, "position": 57}),
        json!({"type": "refused", "of": {"key": "2JmV0m3vRk6b0oYd1q2w3A", "version": 1}, "code": "question_closed"}),
        json!({"type": "refused", "of": {"ref": 7}, "code": "no_next_item"}),
        json!({"type": "refused", "of": null, "code": "message_unreadable"}),
        json!({"type": "done", "ref": 7, "position": 3}),
        json!({"type": "goodbye", "reason": "restarting", "come_back": true}),
        json!({"type": "task", "item": 3, "answer": 15, "text": "Bedre flyt", "number": 1, "each": null,
            "headings": [{"id": 2, "label": "Samhandling"}]}),
        json!({"type": "no_task", "item": 3, "why": "nothing_left", "placed": 3}),
        json!({"type": "own_asked", "votes": [{"asked": 3, "version": 2, "up": false}], "asked": [
            {"key": "2JmV0m3vRk6b0oYd1q2w3A", "id": 7, "text": null, "place": "removed"}]}),
        json!({"type": "voted", "asked": 3, "version": 2}),
        json!({"type": "refused", "of": {"asked": 3, "version": 2}, "code": "own_asked"}),
        json!({"type": "own_signals", "hand": true, "pace": "too_fast"}),
        json!({"type": "update", "cursor": {"epoch": "a", "position": 2}, "changes": [
            {"part": "signals", "hands": 3, "too_fast": 5, "too_slow": 0},
            {"part": "reactions", "counts": {"applause": 9, "heart": 0, "thumbs_up": 1, "idea": 0}}]}),
        json!({"type": "pong", "now_ms": 1_795_176_000_000_i64, "sent_ms": null}),
    ];
    for written in messages {
        let read = message(written.clone());
        assert_eq!(serde_json::to_value(read).expect("it is JSON"), written);
    }
    assert!(serde_json::from_value::<ServerMessage>(json!({"type": "hurrah"})).is_err());
}

#[test]
fn an_address_is_read_with_and_without_scheme_and_port() {
    let read = |url: &str| url.parse::<ServerAddress>().map(|address| address.to_string());
    assert_eq!(read("http://127.0.0.1:8080/").expect("an address"), "127.0.0.1:8080");
    assert_eq!(read("plenum.example:8080").expect("an address"), "plenum.example:8080");
    assert_eq!(read("http://[::1]").expect("an address"), "[::1]:80");
    for wrong in [
        "https://plenum.example",
        "http://a.example/path",
        "",
        "http://",
        "ftp://a.example",
        "user@a.example",
    ] {
        assert!(read(wrong).is_err(), "{wrong:?} is no address of a server");
    }
    let everywhere: std::net::SocketAddr = "0.0.0.0:80".parse().expect("an address");
    assert_eq!(ServerAddress::from(everywhere).to_string(), "127.0.0.1:80");
}
