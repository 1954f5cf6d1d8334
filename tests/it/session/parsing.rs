//! What comes from outside is parsed once, into types that cannot be wrong.

use plenum::session::{
    AnswerContent, AnswerKey, AnswerText, Date, FacilitatorCommand, Heading, ItemPlan, JoinCode, Language,
    Line, Paragraph, Plan, Pseudonym, TextError, TimeOfDay,
};
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn refuses<T: DeserializeOwned>(value: Value) {
    assert!(serde_json::from_value::<T>(value.clone()).is_err(), "{value} is let in");
}

#[test]
fn a_join_code_is_eight_digits_however_they_are_grouped() {
    for typed in ["38851953", "3885 1953", " 3885-1953 ", "38 85 19 53", "3885\u{a0}1953"] {
        let code: JoinCode = typed.parse().unwrap();
        assert_eq!((code.to_string(), code.grouped()), ("38851953".into(), "3885 1953".into()));
    }
    for typed in
        ["", "3885195", "388519530", "3885195x", "３８８５１９５３", "+38851953", "00000000000000000001"]
    {
        assert!(typed.parse::<JoinCode>().is_err(), "{typed}");
        refuses::<JoinCode>(json!(typed));
    }
    refuses::<JoinCode>(json!(38_851_953));
    let zeros: JoinCode = "0000 0042".parse().unwrap();
    assert_eq!(zeros, JoinCode::from_number(42));
    assert_eq!(zeros.grouped(), "0000 0042");
    assert_eq!(JoinCode::from_number(100_000_042), zeros);
}

#[test]
fn a_time_of_day_is_hours_and_minutes() {
    for (typed, shown) in
        [("12:15", "12:15"), ("9:05", "09:05"), ("08.30", "08:30"), ("23:59", "23:59"), ("0:00", "00:00")]
    {
        assert_eq!(typed.parse::<TimeOfDay>().unwrap().to_string(), shown);
    }
    for typed in
        ["", "24:00", "12:60", "12:5", "12", ":15", "12:", "-1:00", "+1:00", "12:15:00", "123:00", "1२:00"]
    {
        assert!(typed.parse::<TimeOfDay>().is_err(), "{typed}");
        refuses::<TimeOfDay>(json!(typed));
    }
}

#[test]
fn a_date_is_a_day_of_the_calendar() {
    for typed in ["2026-11-21", "2028-02-29", "2000-02-29", "2026-12-31"] {
        assert_eq!(typed.parse::<Date>().unwrap().to_string(), typed);
    }
    assert_eq!("2026-11-21".parse::<Date>().unwrap().parts(), (2026, 11, 21));
    for typed in [
        "",
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-01",
        "2026-01-00",
        "2026-1-01",
        "20261121",
        "2026/11/21",
        "21.11.2026",
        "+026-11-21",
        "2026-11-21T00:00",
        "２０２６-1-1",
    ] {
        assert!(typed.parse::<Date>().is_err(), "{typed}");
        refuses::<Date>(json!(typed));
    }
}

#[test]
fn texts_are_trimmed_and_held_to_their_lengths() {
    fn longest<T: DeserializeOwned + ToString>(chars_max: usize) {
        let fits = "å".repeat(chars_max);
        let text: T = serde_json::from_value(json!(format!("  {fits}\r\n"))).unwrap();
        assert_eq!(text.to_string(), fits);
        refuses::<T>(json!(format!("{fits}å")));
    }
    longest::<Heading>(120);
    longest::<Line>(200);
    longest::<Paragraph>(1_000);
    longest::<AnswerText>(2_000);
}

#[test]
fn line_ends_become_one_kind_and_control_characters_are_refused() {
    let text = AnswerText::parse("en\r\nto\rtre\u{2028}fire\tfem").unwrap();
    assert_eq!(text.as_str(), "en\nto\ntre\nfire fem");
    for control in ["\0", "\u{1b}[31m", "\u{7f}", "\u{85}", "\u{8}"] {
        let raw = format!("før{control}etter");
        assert_eq!(AnswerText::parse(&raw), Err(TextError::ControlCharacter));
        refuses::<AnswerText>(json!(raw));
    }
    assert!(serde_json::from_str::<AnswerText>(r#""\u0000""#).is_err());
}

#[test]
fn keys_and_pseudonyms_have_one_shape() {
    assert!(AnswerKey::try_from("AZaz09-_AZaz09-_AZaz09".to_owned()).is_ok());
    for wrong in [
        "",
        "short",
        "AZaz09-_AZaz09-_AZaz0",
        "AZaz09-_AZaz09-_AZaz09x",
        "AZaz09+/AZaz09-_AZaz09",
        "æææææææææææ",
    ] {
        refuses::<AnswerKey>(json!(wrong));
    }
    let hex = "00ff".repeat(8);
    let who: Pseudonym = serde_json::from_value(json!(hex)).unwrap();
    assert_eq!(serde_json::to_value(who).unwrap(), json!(hex));
    for wrong in ["".to_owned(), "+f".repeat(16), "0g".repeat(16), "00".repeat(15), "å".repeat(16)] {
        refuses::<Pseudonym>(json!(wrong));
    }
}

#[test]
fn a_command_that_nobody_knows_is_refused() {
    for unknown in [
        json!({"do": "dance"}),
        json!({"do": "Next"}),
        json!({}),
        json!("next"),
        json!({"do": "go_to"}),
        json!({"do": "go_to", "item": "3"}),
        json!({"do": "go_to", "item": -1}),
        json!({"do": "go_to", "item": 1.5}),
        json!({"do": "go_to", "item": 4_294_967_296_u64}),
        json!({"do": "go_to", "item": 3, "itme": 4}),
        json!({"do": "add_item", "plan": {"what": "Pause", "content": {"kind": "break"}}, "indx": 1}),
        json!({"do": "show_results", "item": 3, "to": "all"}),
        json!({"do": "rename_theme", "item": 3, "theme": 1, "label": "å".repeat(121)}),
    ] {
        refuses::<FacilitatorCommand>(unknown);
    }
    for known in [
        json!({"do": "next"}),
        json!({"do": "go_to", "item": 3}),
        json!({"do": "show_results", "item": 3, "to": "everyone"}),
        json!({"do": "add_item", "plan": {"what": "Pause", "content": {"kind": "break"}}}),
        json!({"do": "make_theme", "item": 3, "label": "Flyt"}),
        json!({"do": "move_answers", "item": 3, "answers": [1], "to": null}),
    ] {
        assert!(serde_json::from_value::<FacilitatorCommand>(known.clone()).is_ok(), "{known}");
    }
}

#[test]
fn a_plan_with_a_misspelt_field_is_refused() {
    refuses::<Plan>(json!({"details": {"title": "Samling"}, "itmes": []}));
    refuses::<Plan>(json!({"details": {"title": "Samling", "pleace": "Salen"}}));
    refuses::<Plan>(json!({}));
    refuses::<ItemPlan>(json!({"what": "Pause", "hwo": "Kari", "content": {"kind": "break"}}));
    refuses::<ItemPlan>(json!({"what": "Pause"}));
    let question = |ask: Value| json!({"content": {"kind": "question", "prompt": "Hva?", "ask": ask}});
    refuses::<ItemPlan>(question(json!({"type": "open_text", "answers_max": 256, "length_max": 40})));
    refuses::<ItemPlan>(question(json!({"type": "open_text", "answers_max": 1, "length_max": 40, "top": 1})));
    refuses::<ItemPlan>(question(json!({"type": "essay"})));
    refuses::<ItemPlan>(json!({"content": {"kind": "question", "prompt": "Hva?", "pormpt": "", "ask":
        {"type": "open_text", "answers_max": 1, "length_max": 40}}}));
    let whole = question(json!({"type": "open_text", "answers_max": 1, "length_max": 40}));
    assert!(serde_json::from_value::<ItemPlan>(whole).is_ok());
    refuses::<AnswerContent>(json!({"type": "text", "text": "Hei", "name": "Kari"}));
    refuses::<AnswerContent>(json!({"type": "ranking", "order": [0, 256]}));
    refuses::<AnswerContent>(json!({"type": "text"}));
}

proptest! {
    #![proptest_config(super::cases(200))]

    #[test]
    fn a_join_code_reads_back_as_it_is_shown(number in 0u32..100_000_000) {
        let code = JoinCode::from_number(number);
        prop_assert_eq!(code.grouped().parse(), Ok(code));
        prop_assert_eq!(code.to_string().parse(), Ok(code));
    }

    #[test]
    fn a_text_that_was_let_in_is_let_in_again_unchanged(raw in any::<String>()) {
        if let Ok(text) = Line::parse(&raw) {
            prop_assert_eq!(Line::parse(text.as_str()), Ok(text));
        }
    }
}

#[test]
fn a_language_is_its_tag_and_another_is_refused_with_those_there_are() {
    for language in Language::ALL {
        let json = serde_json::to_string(language).unwrap();
        assert_eq!(json, format!("\"{}\"", language.tag()));
        assert_eq!(serde_json::from_str::<Language>(&json).unwrap(), *language);
    }
    assert_eq!(Language::default().tag(), "nb");
    let refused = serde_json::from_str::<Language>("\"tlh\"").unwrap_err().to_string();
    let tags: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
    assert_eq!(
        refused.split(" at line").next().unwrap(),
        format!("\"tlh\" is no language that is spoken here: {}", tags.join(", "))
    );
}
