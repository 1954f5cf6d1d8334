//! What cannot be read is told line by line, all of it.

use plenum::plan_file::{self, Code, Fault, PROBLEMS_MAX, Problem, Title, read_titled};
use plenum::session::Rejection;

/// Line, code and what was found, of every problem.
#[track_caller]
fn problems(text: &str) -> Vec<(usize, String, String)> {
    let problems = plan_file::read(text).expect_err("the text has problems");
    problems.into_iter().map(|problem| (problem.line, code(&problem), problem.found)).collect()
}

fn code(problem: &Problem) -> String {
    serde_json::to_value(problem).unwrap()["code"].as_str().unwrap().to_owned()
}

#[track_caller]
fn tells(text: &str, expected: &[(usize, &str, &str)]) {
    let told = problems(text);
    let told: Vec<_> =
        told.iter().map(|(line, code, found)| (*line, code.as_str(), found.as_str())).collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn all_that_is_wrong_is_told_with_its_line() {
    tells(
        "Sted: Bø\nDato: 30.2.2026\nSpråk: svensk\n\n09:00–08:00 Velkommen\nHvm: Ane\n  og Bo\n\n\
         25:00 Pause\nHvordan: x\n\n10:00 Spørsmål: Hva?\nSvar med: fritekst\nSvar per person: tre\nTrinn: 5\n- a\n\n\
         Velkommen hjem\nHvem: Alle\n\nValg: x\n- a\n- b\nRiktig svar: c\n",
        &[
            (1, "session_without_title", ""),
            (2, "wrong_date", "30.2.2026"),
            (3, "unknown_language", "svensk"),
            (5, "ends_before_start", ""),
            (6, "unknown_field", "Hvm"),
            (9, "wrong_time", "25:00"),
            (14, "wrong_number", "tre"),
            (15, "field_of_other_kind", "Trinn"),
            (16, "list_out_of_place", "a"),
            (18, "line_not_understood", "Velkommen hjem"),
            (24, "unknown_option", "c"),
        ],
    );
}

#[test]
fn a_field_that_was_nearly_written_is_guessed() {
    let problems =
        plan_file::read("Tittel: x\n\nPause\nHvemm: Ane\n\nSporsmål: Hva?\nSvar med: valg\n\nSlg: x")
            .unwrap_err();
    let meant: Vec<_> = problems.iter().map(|problem| problem.meant.as_deref()).collect();
    assert_eq!(meant, [Some("Hvem"), Some("Spørsmål"), None]);
    assert_eq!(problems[0].to_string(), "Line 4: no field has this name (Hvemm); perhaps Hvem.");
}

#[test]
fn fields_belong_where_they_stand() {
    tells("Hvem: Ane\nTittel: x", &[(1, "field_out_of_place", "Hvem")]);
    tells("Tittel: x\n\nPause\nSted: Bø", &[(4, "field_out_of_place", "Sted")]);
    tells("Tittel: x\nTittel: y", &[(2, "field_twice", "Tittel")]);
    tells("Tittel: x\n\nPause\n- a", &[(4, "list_out_of_place", "a")]);
    tells("  x\nTittel: x", &[(1, "line_not_understood", "x")]);
    tells("Tittel: x\n\nFelles begrep: A\nHvem: x", &[(4, "field_out_of_place", "Hvem")]);
    // Which fields an unknown way to answer has, nobody can say.
    tells("Tittel: x\n\nSpørsmål: y\nSvar med: slider\nTrinn: 5", &[(4, "unknown_answer", "slider")]);
}

#[test]
fn the_rules_of_a_session_hold_for_a_file() {
    tells("Tittel: x\n\n09:00", &[(3, "item_without_title", "")]);
    tells("Tittel: x\n\nSpørsmål:", &[(3, "question_empty", "")]);
    tells("Tittel: x\n\nValg: y\n- a\n- A", &[(3, "options_out_of_bounds", "")]);
    tells("Tittel: x\n\nSkala: y", &[(3, "scales_out_of_bounds", "")]);
    tells("Tittel: x\n\nPause\nKlokke: 5 t", &[(3, "timer_out_of_bounds", "")]);
    tells("Tittel: x\n\nFelles begrep: A\n\nFelles begrep: a", &[(5, "concepts_out_of_bounds", "a")]);
    let long = "å".repeat(201);
    tells(&format!("Tittel: {long}"), &[(1, "text_too_long", &"å".repeat(60))]);
    tells("Tittel: a\u{7}b", &[(1, "text_unprintable", "a\u{7}b")]);
    let items = "Tittel: x\n".to_owned() + &"Pause\n".repeat(5_000);
    tells(&items, &[(202, "too_many_items", "")]);
}

#[test]
fn a_programme_alone_needs_no_title() {
    let plan = read_titled("Pause\n", Title::Free).unwrap();
    assert_eq!((plan.details.title.as_str(), plan.items.len()), ("", 1));
    tells("Pause\n", &[(1, "session_without_title", "")]);
}

#[test]
fn what_is_told_has_an_end() {
    let problems = plan_file::read(&"x\n".repeat(10_000)).unwrap_err();
    assert_eq!(problems.len(), PROBLEMS_MAX);
    let huge = "# x\n".repeat(300_000);
    let problems = plan_file::read(&huge).unwrap_err();
    assert_eq!(problems[0].code, Code::Text(Fault::FileTooLong));
    assert_ne!(problems[0].code, Code::Rule(Rejection::TextTooLong));
}
