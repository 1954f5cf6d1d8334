//! A page in short: what it makes of a snapshot and of the changes after it, told once more and independently.

use std::collections::BTreeMap;

use plenum::session::{Audience, Change};
use serde_json::{Value, json};

/// The state of a page: its parts by name and question.
#[derive(Clone, Debug)]
pub(super) struct Page {
    audience: Audience,
    parts: BTreeMap<(String, u64), Value>,
}

impl Page {
    pub(super) fn new(audience: Audience, snapshot: &[Change]) -> Self {
        let mut page = Page { audience, parts: BTreeMap::new() };
        page.fold(snapshot);
        page
    }

    /// Folds changes in the order they came.
    pub(super) fn fold(&mut self, changes: &[Change]) {
        for change in changes {
            let change = serde_json::to_value(change).unwrap();
            let name = change["part"].as_str().unwrap().to_owned();
            let item = change["item"].as_u64().unwrap_or(0);
            match name.as_str() {
                "asked" => self.fold_asked(&change),
                "answers_changed" => self.fold_answers(item, &change),
                "stage" => {
                    if self.audience != Audience::Facilitator {
                        self.parts.retain(|(_, item), _| *item == 0);
                    }
                    self.parts.insert((name, item), change);
                }
                _ => {
                    self.parts.insert((name, item), change);
                }
            }
        }
    }

    /// What can be seen: parts of questions in the programme that are not empty.
    pub(super) fn seen(&self) -> BTreeMap<(String, u64), Value> {
        let parts = self.parts.iter();
        parts
            .filter(|((name, item), part)| !is_empty(name, part) && self.belongs(name, *item))
            .map(|(place, part)| (place.clone(), part.clone()))
            .collect()
    }

    fn fold_answers(&mut self, item: u64, change: &Value) {
        let part = self
            .parts
            .entry(("answers".into(), item))
            .or_insert_with(|| json!({"part": "answers", "item": item, "answers": []}));
        let list = |value: &Value| value.as_array().unwrap().clone();
        let number = |answer: &Value| answer["id"].as_u64().unwrap();
        let mut answers: BTreeMap<u64, Value> = BTreeMap::new();
        for answer in list(&part["answers"]).into_iter().chain(list(&change["added"])) {
            answers.insert(number(&answer), answer);
        }
        for gone in list(&change["removed"]) {
            answers.remove(&gone.as_u64().unwrap());
        }
        part["answers"] = answers.into_values().collect();
    }

    fn fold_asked(&mut self, change: &Value) {
        let place = ("asked".to_owned(), 0);
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let before = self.parts.get(&place).filter(|_| change["all"] == false);
        let before = before.map(|part| list(&part["asked"])).unwrap_or_default();
        let mut asked: BTreeMap<u64, Value> = BTreeMap::new();
        for one in before.into_iter().chain(list(&change["asked"])) {
            asked.insert(one["id"].as_u64().unwrap(), one);
        }
        for gone in list(&change["gone"]) {
            asked.remove(&gone.as_u64().unwrap());
        }
        for voted in list(&change["votes"]) {
            asked.get_mut(&voted[0].as_u64().unwrap()).unwrap()["votes"] = voted[1].clone();
        }
        let asked: Vec<Value> = asked.into_values().collect();
        let part = json!({"asking": change["asking"], "asked": asked, "order": change["order"]});
        self.parts.insert(place, part);
    }

    /// The facilitator keeps all questions of the programme, and each only the parts of its kind.
    fn belongs(&self, name: &str, item: u64) -> bool {
        if self.audience != Audience::Facilitator || item == 0 {
            return true;
        }
        let programme = &self.parts[&("programme".to_owned(), 0)];
        let items = programme["items"].as_array().unwrap();
        let Some(known) = items.iter().find(|known| known["id"] == item) else {
            return false;
        };
        match known["plan"]["content"]["ask"]["type"].as_str() {
            Some("open_text") => name != "tally",
            // What people wrote beside its options can be removed.
            Some("choice") => ["tally", "counts", "removed_answers"].contains(&name),
            Some(_) => name == "tally" || name == "counts",
            None => false,
        }
    }
}

fn is_empty(name: &str, part: &Value) -> bool {
    match name {
        "answers" | "removed_answers" | "awaiting_answers" => part["answers"] == json!([]),
        "counts" => part["answers"] == 0,
        "themes" => part["themes"] == json!([]) && part["can_undo"] == false && part["can_redo"] == false,
        "tally" => part["ballots"] == 0,
        "results" => part["results"].is_null(),
        "sorting" => part["sorting"].is_null(),
        "statements" => part["statements"].is_null(),
        "asked" => {
            let asking = json!({"open": false, "moderation": "off", "on_projector": false, "now": null});
            part["asked"] == json!([]) && part["asking"] == asking
        }
        _ => false,
    }
}
