//! Who sees what.

use plenum::session::{Audience, changes, snapshot};
use serde_json::{Value, json};

use super::*;

fn seen(gathering: &Gathering, audience: Audience) -> Vec<Value> {
    let parts = snapshot(&gathering.session, audience);
    parts.iter().map(|part| serde_json::to_value(part).unwrap()).collect()
}

fn part(gathering: &Gathering, audience: Audience, name: &str) -> Option<Value> {
    seen(gathering, audience).into_iter().find(|part| part["part"] == name)
}

#[test]
fn each_audience_sees_its_own_parts() {
    let gathering = answered();
    let names = |audience| -> Vec<String> {
        let parts = seen(&gathering, audience);
        parts.iter().map(|part| part["part"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(Audience::Phone), ["details", "stage", "timer", "roles", "signals_allowed", "results"]);
    assert_eq!(
        names(Audience::Presenter),
        ["details", "stage", "timer", "counts", "answers", "themes", "sorting", "statements"]
    );
    assert_eq!(
        names(Audience::Facilitator),
        [
            "details",
            "stage",
            "timer",
            "roles",
            "role_counts",
            "signals_allowed",
            "concepts",
            "programme",
            "links",
            "notes",
            "counts",
            "answers",
            "themes",
            "sorting",
            "statements",
            "removed_answers",
            "awaiting_answers",
            "counts",
            "tally"
        ]
    );
}

#[test]
fn phones_see_themes_and_counts_only_when_results_are_for_everyone() {
    let gathering = answered().given(suggest(2, &[(None, "Flyt", &[1, 2])]));
    let results = part(&gathering, Audience::Phone, "results").unwrap();
    assert_eq!(results["results"], Value::Null);
    let gathering = gathering.given(show(2, ResultsTo::Everyone));
    assert_eq!(
        part(&gathering, Audience::Phone, "results").unwrap(),
        json!({"part": "results", "item": 2, "results": {
            "people": 2, "themes": [{"id": 1, "label": "Flyt", "count": 2, "pinned": false}], "families": [],
            "other": 1, "tally": null, "first": null, "statements": null}})
    );
}

#[test]
fn phones_are_told_when_results_are_hidden_again() {
    let mut gathering = answered().given(show(2, ResultsTo::Everyone));
    let (_, effects) = gathering.step(show(2, ResultsTo::Projector)).unwrap();
    let told = json!(changes(&gathering.session, Audience::Phone, &effects));
    assert_eq!(told[1], json!({"part": "results", "item": 2, "results": null}));
}

#[test]
fn the_projector_shows_counts_but_no_hidden_results() {
    let gathering =
        answered().given(suggest(2, &[(None, "Flyt", &[1, 2])])).given(show(2, ResultsTo::Facilitator));
    assert_eq!(
        part(&gathering, Audience::Presenter, "counts").unwrap(),
        json!({"part": "counts", "item": 2, "people": 2, "answers": 3})
    );
    assert_eq!(part(&gathering, Audience::Presenter, "answers").unwrap()["answers"], json!([]));
    assert_eq!(part(&gathering, Audience::Presenter, "themes").unwrap()["themes"], json!([]));
    assert_eq!(
        part(&gathering, Audience::Facilitator, "answers").unwrap()["answers"][0],
        json!({"id": 1, "text": "Bedre flyt"})
    );
}

#[test]
fn only_the_facilitator_sees_what_was_removed() {
    let gathering = answered().given(remove(2, 1));
    let removed = part(&gathering, Audience::Facilitator, "removed_answers").unwrap();
    assert_eq!(removed["answers"], json!([{"id": 1, "text": "Bedre flyt"}]));
    for audience in [Audience::Presenter, Audience::Phone] {
        let all = json!(seen(&gathering, audience)).to_string();
        assert!(!all.contains("Bedre flyt"), "{all}");
    }
}

#[test]
fn how_far_the_sorting_has_come_is_for_the_projector_and_what_is_uncertain_for_the_facilitator() {
    let headings = |gathering: Gathering, label: &str| {
        gathering.given(F::MakeTheme { item: item(2), label: heading(label), answers: vec![] })
    };
    let named = headings(headings(answered(), "Flyt"), "Mål");
    let start = F::StartSorting { item: item(2), themes: vec![theme(1), theme(2)], each: Some(3) };
    let mut gathering = named.given(start);
    let (_, effects) = gathering.step(sort(&gathering, 4, 1, Some(1))).unwrap();
    let expected = |uncertain: Value| {
        json!({"part": "sorting", "item": 2, "sorting": {
            "running": true, "by": "headings", "each": 3, "people": 1, "taps": 1, "sorted": 1, "answers": 3, "uncertain": uncertain,
            "headings": [{"id": 1, "label": "Flyt"}, {"id": 2, "label": "Mål"}]}})
    };
    assert_eq!(part(&gathering, Audience::Presenter, "sorting").unwrap(), expected(json!([])));
    assert_eq!(part(&gathering, Audience::Facilitator, "sorting").unwrap(), expected(json!([2, 3, 1])));
    let told = json!(changes(&gathering.session, Audience::Presenter, &effects));
    assert_eq!(told[0]["themes"][0]["answers"], json!([1]), "a tap moves the answer");
    assert_eq!(told[1], expected(json!([])));
    let status = part(&gathering, Audience::Phone, "stage").unwrap()["stage"]["item"]["status"].clone();
    assert_eq!(status["sorting"], json!({"running": true, "by": "headings", "each": 3}));
    let hidden = gathering.given(show(2, ResultsTo::Facilitator));
    assert_eq!(part(&hidden, Audience::Presenter, "sorting").unwrap()["sorting"], Value::Null);
}

#[test]
fn an_answer_reaches_the_projector_as_one_small_change() {
    let mut gathering = answered();
    let (_, effects) = gathering.step(give(2, 3, 4, 1, "Ny")).unwrap();
    assert_eq!(
        json!(changes(&gathering.session, Audience::Presenter, &effects)),
        json!([
            {"part": "counts", "item": 2, "people": 3, "answers": 4},
            {"part": "answers_changed", "item": 2, "added": [{"id": 4, "text": "Ny"}], "removed": []},
        ])
    );
    let phones = changes(&gathering.session, Audience::Phone, &effects);
    assert!(phones.is_empty(), "{phones:?}");
}

#[test]
fn a_removal_takes_the_answer_out_of_its_theme_at_once() {
    let mut gathering = answered().given(suggest(2, &[(None, "Flyt", &[1, 2])]));
    let (_, effects) = gathering.step(remove(2, 1)).unwrap();
    let seen = json!(changes(&gathering.session, Audience::Presenter, &effects));
    assert_eq!(seen[2]["themes"][0]["answers"], json!([2]));
}

#[test]
fn a_person_whose_answer_was_removed_is_among_those_to_tell() {
    let mut gathering = answered();
    let (_, effects) = gathering.step(remove(2, 1)).unwrap();
    assert_eq!(effects.holders.some, BTreeSet::from([(item(2), person(1))]));
    let (_, effects) = gathering.step(F::ResetQuestion { item: item(2) }).unwrap();
    assert!(effects.holders.all);
}

#[test]
fn the_stage_tells_where_the_session_is() {
    let stage = |gathering: &Gathering| part(gathering, Audience::Phone, "stage").unwrap()["stage"].clone();
    let waiting = gathering();
    assert_eq!(
        stage(&waiting),
        json!({"phase": "waiting_room", "item": null, "number": 0, "items": 3, "can_reopen": false, "door_closed": false,
            "survey": null, "needs_password": false})
    );
    let shown = stage(&asking());
    assert_eq!((&shown["phase"], &shown["number"]), (&json!("running"), &json!(2)));
    assert_eq!(
        shown["item"]["status"],
        json!({"phase": "open", "results": "projector", "results_wait_for": null, "second_round": false, "round": 0,
            "can_undo_reset": false, "sorting": null, "statements": null})
    );
    let ended = asking().given(F::EndSession);
    assert_eq!(stage(&ended)["can_reopen"], true);
    let sealed = ended.given(Command::Seal);
    assert_eq!((&stage(&sealed)["phase"], &stage(&sealed)["can_reopen"]), (&json!("ended"), &json!(false)));
}
