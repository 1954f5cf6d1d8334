//! What a facilitator's page asks about themes before anything is changed, and the text of own headings.

use std::path::Path;

use plenum::client::{Created, Phone};
use plenum::session::FacilitatorCommand;
use serde_json::Value;

use super::{is_problem, send};
use crate::common::{Server, TEXT, text};

/// A session with answers to its open question, and its API as the facilitator has it.
struct Asked {
    server: Server,
    session: Created,
}

impl Asked {
    async fn with(folder: &Path, answers: &[&str]) -> Asked {
        let server = Server::start(folder).await;
        let session = server.create_open().await;
        for answers in answers.chunks(3) {
            let mut phone = Phone::join(&server.address, &session).await.unwrap();
            for answer in answers {
                phone.answer(TEXT, text(answer)).await.unwrap();
            }
        }
        Asked { server, session }
    }

    async fn request(&self, method: &str, path: &str, body: &str) -> (u16, String, String) {
        let path = format!("/api/v1/sessions/{}{path}", self.session.code);
        let headers = format!("Authorization: Bearer {}\r\nContent-Type: text/plain\r\n", self.session.key);
        send(&self.server, method, &path, &headers, body).await
    }

    async fn ok(&self, method: &str, path: &str, body: &str) -> String {
        let (status, _, body) = self.request(method, path, body).await;
        assert_eq!(status, 200, "{body}");
        body
    }

    async fn json(&self, method: &str, path: &str) -> Value {
        serde_json::from_str(&self.ok(method, path, "").await).unwrap()
    }

    async fn themes(&self) -> Vec<Value> {
        let results = self.json("GET", "/results").await;
        results["questions"][0]["themes"].as_array().unwrap().clone()
    }
}

#[tokio::test]
async fn answers_are_grouped_again_only_after_a_look_and_there_is_a_way_back() {
    let folder = tempfile::tempdir().unwrap();
    let asked = Asked::with(folder.path(), &["Parkering", "Mer parkering"]).await;

    let proposed = asked.json("POST", &format!("/questions/{TEXT}/regroupings")).await;
    assert_eq!(proposed["themes"].as_array().unwrap().len(), 1, "{proposed}");
    assert_eq!((proposed["moved"].as_array().unwrap().len(), &proposed["changes"]), (2, &Value::Bool(true)));
    assert_eq!(asked.themes().await.len(), 0, "nothing has changed yet");

    let used = asked.json("POST", &format!("/regroupings/{}", proposed["proposal"])).await;
    assert_eq!(asked.themes().await.len(), 1);
    let again = asked.request("POST", &format!("/regroupings/{}", proposed["proposal"]), "").await;
    is_problem(&again, 409, "proposal_gone");

    asked.json("POST", &format!("/regroupings/{}", used["undo"])).await;
    assert_eq!(asked.themes().await.len(), 0, "as it was before");
    is_problem(&asked.request("POST", "/questions/1/regroupings", "").await, 404, "not_found");
}

#[tokio::test]
async fn a_theme_of_two_subjects_gets_a_split_suggested_that_can_be_used_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let answers = [
        "Bussen går for sjelden",
        "Flere bussavganger",
        "Buss om kvelden",
        "Parkering er dyrt",
        "Flere parkeringsplasser",
        "Gratis parkering",
        "Kaffe",
        "Mer kaffe",
    ];
    let asked = Asked::with(folder.path(), &answers).await;
    let results = asked.json("GET", "/results").await;
    let given = results["questions"][0]["answers"].as_array().unwrap();
    let travel: Vec<Value> = given
        .iter()
        .filter(|answer| !answer["text"].as_str().unwrap().to_lowercase().contains("kaffe"))
        .map(|answer| answer["id"].clone())
        .collect();
    let make = serde_json::json!({"do": "make_theme", "item": TEXT, "label": "Veien hit", "answers": travel});
    let make: FacilitatorCommand = serde_json::from_value(make).unwrap();
    asked.server.steer(&asked.session, make).await;
    let theme = asked.themes().await[0]["id"].clone();

    let parts = asked.json("GET", &format!("/questions/{TEXT}/themes/{theme}/split")).await;
    let labels: Vec<&str> =
        parts.as_array().unwrap().iter().map(|part| part["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["Buss", "Parkering"], "{parts}");
    let split = serde_json::json!({"do": "split_theme", "item": TEXT, "theme": theme, "parts": parts});
    let split: FacilitatorCommand = serde_json::from_value(split).unwrap();
    asked.server.steer(&asked.session, split).await;
    let sizes: Vec<usize> =
        asked.themes().await.iter().map(|theme| theme["answers"].as_array().unwrap().len()).collect();
    assert_eq!(sizes[..2], [3, 3]);

    let unknown = asked.request("GET", &format!("/questions/{TEXT}/themes/999/split"), "").await;
    is_problem(&unknown, 404, "not_found");
}

#[tokio::test]
async fn own_headings_are_a_text_that_can_be_read_changed_and_made_of_themes() {
    let folder = tempfile::tempdir().unwrap();
    let asked = Asked::with(folder.path(), &["Parkering", "Mer parkering", "Parkering, takk"]).await;
    assert_eq!(asked.ok("GET", "/concepts", "").await, "");

    let written = "Veien hit: parkering, buss\nSak 4: ledelse\tleder, sjef\nTillit\n";
    asked.ok("PUT", "/concepts", &format!("# våre\r\n{written}")).await;
    let read = asked.ok("GET", "/concepts", "").await;
    assert_eq!(read, written);

    let (status, _, body) = asked.request("PUT", "/concepts", "Tillit\n: ro\n").await;
    let problem: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        (status, &problem["code"], &problem["line"]),
        (400, &"concept_without_heading".into(), &2.into())
    );
    assert_eq!(asked.ok("GET", "/concepts", "").await, read, "a text that cannot be used changes nothing");

    let proposed = asked.json("POST", &format!("/questions/{TEXT}/regroupings")).await;
    asked.json("POST", &format!("/regroupings/{}", proposed["proposal"])).await;
    assert_eq!(asked.ok("GET", "/concepts/of-themes", "").await, "Veien hit: parkering\n");

    asked.ok("PUT", "/concepts", "").await;
    assert_eq!(asked.ok("GET", "/concepts", "").await, "");
}
