//! Tests of `plenum themes`: what it reads, what it prints, and what it says when it cannot.

use std::fs;
use std::path::Path;

use clap::Parser;
use plenum::themes_command::{ThemesArgs, ThemesError, run};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    themes: ThemesArgs,
}

/// Runs the command with these arguments, split at spaces, and this standard input.
fn themes(arguments: &str, stdin: &[u8]) -> Result<String, ThemesError> {
    let line = Line::try_parse_from(["themes"].into_iter().chain(arguments.split(' ')))
        .expect("arguments are right");
    let mut printed = Vec::new();
    run(&line.themes, &mut &stdin[..], &mut printed)?;
    Ok(String::from_utf8(printed).expect("prints UTF-8"))
}

fn refusal(arguments: &str, stdin: &[u8]) -> String {
    let error = themes(arguments, stdin).expect_err("the input is refused");
    assert_eq!(error.exit_code(), 2, "{error}");
    error.to_string()
}

fn themes_of_file(name: &str, content: &[u8], options: &str) -> Result<String, ThemesError> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    fs::write(&file, content).expect("a file");
    themes(&format!("{options} {}", display(&file)), b"")
}

fn display(file: &Path) -> String {
    let path = file.display().to_string();
    assert!(!path.contains(' '), "the folder of temporary files has a space in its name");
    path
}

const LINES: &str = "Tillit\n\n  \nParkering\r\nMer tillit\nMer parkering\n?\n";
const JSON: &str = "{\"themes\":[{\"label\":\"Tillit\",\"answers\":[0,2]},\
    {\"label\":\"Parkering\",\"answers\":[1,3]}],\"unthemed\":[4],\"families\":[]}\n";

#[test]
fn json_has_the_indexes_of_the_answers_that_are_not_empty() {
    assert_eq!(themes("--format json -", LINES.as_bytes()).expect("themes"), JSON);
}

#[test]
fn text_has_headings_with_counts_and_the_answers_below() {
    let expected = "Tillit (2)\n  Tillit\n  Mer tillit\n\nParkering (2)\n  Parkering\n  Mer parkering\n\nAndre tema (1)\n  ?\n";

    assert_eq!(themes("-", LINES.as_bytes()).expect("themes"), expected);
}

#[test]
fn the_residue_has_its_name_in_english_too() {
    let printed = themes("--language en -", b"Parking\nMore parking\n?").expect("themes");

    assert_eq!(printed, "Parking (2)\n  Parking\n  More parking\n\nOther (1)\n  ?\n");
}

#[test]
fn markdown_shows_answers_as_they_were_written() {
    let printed = themes("--format markdown -", b"Tillit *alltid*\nTillit <b>\n1. Tillit").expect("themes");

    assert_eq!(printed, "## Tillit (3)\n\n- Tillit \\*alltid\\*\n- Tillit \\<b\\>\n- 1\\. Tillit\n");
}

#[test]
fn an_explanation_says_what_holds_each_theme_together() {
    let text = themes("--explain -", LINES.as_bytes()).expect("themes");
    assert!(text.starts_with("The catalogue of common themes explains "), "{text}");
    assert!(
        text.contains(
            "Tillit (2)\n  (shared words: tillit 2)\n  (catalogue: Tillit, trygghet og åpenhet 2)\n"
        ),
        "{text}"
    );
    assert!(text.contains("  (most typical: Parkering)\n  Parkering\n"), "{text}");
    assert!(text.ends_with("Andre tema (1)\n  ?\n"), "{text}");

    let json = themes("--explain --format json -", LINES.as_bytes()).expect("themes");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["themes"][0]["because"]["shared_words"][0], serde_json::json!(["tillit", 2]));
    assert!(json["catalogue"]["gate"].as_f64().is_some_and(|gate| (0.0..=1.0).contains(&gate)));

    let markdown = themes("--explain --format markdown -", LINES.as_bytes()).expect("themes");
    assert!(markdown.contains("## Parkering (2)\n\nshared words: parkering 2\n\n"), "{markdown}");
}

#[test]
fn own_headings_from_a_file_lead_and_a_line_that_is_wrong_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("begreper.txt");
    fs::write(&file, "\u{feff}# våre\r\nStå og gå: parkering\r\nHvalfangst\r\n").expect("a file");
    let concepts = format!("--concepts {}", display(&file));

    let text = themes(&format!("{concepts} -"), LINES.as_bytes()).expect("themes");
    assert!(text.contains("Stå og gå (2)\n"), "{text}");
    assert!(!text.contains("Hvalfangst"), "{text}");
    let text = themes(&format!("{concepts} --explain -"), LINES.as_bytes()).expect("themes");
    assert!(text.contains("Stå og gå (2)\n  (own heading: Stå og gå)\n"), "{text}");
    let json = themes(&format!("{concepts} --explain --format json -"), LINES.as_bytes()).expect("themes");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["themes"][1]["because"]["own_heading"], "Stå og gå");

    for (wrong, said) in [
        ("Tillit\n: parkering\n", "Line 2 has no heading. Write it as \"Heading: word, word\"."),
        (
            "Tillit\n\nTILLIT: ro\n",
            "Line 3 has the heading of line 1 again. Put the words of both on one line.",
        ),
    ] {
        fs::write(&file, wrong).expect("a file");
        let refused = refusal(&format!("{concepts} -"), LINES.as_bytes());
        assert!(refused.ends_with(said), "{refused}");
    }
    assert!(refusal("--concepts none-such -", LINES.as_bytes()).starts_with("Cannot read none-such"));
}

#[test]
fn families_stand_above_their_themes_in_text_and_markdown() {
    let subjects = [
        "parkering",
        "sykkel",
        "buss",
        "kurs",
        "opplæring",
        "veiledning",
        "kaffe",
        "lunsj",
        "frukt",
        "ledelse",
        "turnus",
        "budsjett",
        "passord",
        "ventilasjon",
    ];
    let wishes = ["Mer", "Bedre", "Håper på", "Vi trenger"];
    let lines: String = subjects
        .iter()
        .flat_map(|subject| wishes.iter().map(move |wish| format!("{wish} {subject}\n")))
        .collect();
    let json = themes("--language nb --format json -", lines.as_bytes()).expect("themes");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let family = &json["families"][0];
    let below: Vec<&serde_json::Value> = family["themes"]
        .as_array()
        .expect("a family")
        .iter()
        .map(|theme| &json["themes"][theme.as_u64().expect("a number") as usize])
        .collect();
    let count = |theme: &serde_json::Value| theme["answers"].as_array().map_or(0, Vec::len);
    let sum: usize = below.iter().map(|theme| count(theme)).sum();
    let name = |theme: &serde_json::Value| theme["label"].as_str().expect("a heading").to_owned();

    let text = themes("--language nb -", lines.as_bytes()).expect("themes");
    let beginning = format!("{} ({sum})\n  {} ({})\n    ", name(family), name(below[0]), count(below[0]));
    assert!(text.starts_with(&beginning), "{text}");
    let markdown = themes("--language nb --format markdown -", lines.as_bytes()).expect("themes");
    let beginning =
        format!("## {} ({sum})\n\n### {} ({})\n\n- ", name(family), name(below[0]), count(below[0]));
    assert!(markdown.starts_with(&beginning), "{markdown}");
    for line in lines.lines() {
        assert_eq!(text.lines().filter(|printed| printed.trim() == line).count(), 1, "{line}");
    }
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let printed = themes("-", b"Tillit \x1b[31m\nTillit").expect("themes");

    assert!(!printed.contains('\x1b'), "{printed:?}");
}

#[test]
fn a_json_array_is_read_from_a_file_and_from_standard_input() {
    let array = r#"["Tillit", "", "Parkering", "Mer tillit", "Mer parkering", "?"]"#;

    assert_eq!(themes_of_file("answers.json", array.as_bytes(), "--format json").expect("themes"), JSON);
    assert_eq!(themes("--format json -", array.as_bytes()).expect("themes"), JSON);
}

#[test]
fn a_line_may_begin_with_a_bracket() {
    let printed = themes("--format json -", b"[Tillit]\nMer tillit").expect("themes");

    assert!(printed.contains("\"answers\":[0,1]"), "{printed}");
}

#[test]
fn a_column_of_a_csv_is_read_whatever_parts_the_columns() {
    for (separator, mark) in [(",", ""), (";", ""), ("\t", ""), (";", "\u{feff}")] {
        let rows = [
            "svar|rolle",
            "Tillit|leder",
            "|ansatt",
            "\"Parkering\"|leder",
            "Mer tillit|",
            "Mer parkering",
            "?|x",
        ];
        let csv = format!("{mark}{}", rows.join("\n").replace('|', separator));

        let printed =
            themes_of_file("answers.csv", csv.as_bytes(), "--format json --column Svar").expect("themes");
        assert_eq!(printed, JSON, "with {separator:?}");
    }
}

#[test]
fn an_answer_of_several_lines_in_a_csv_is_one_answer() {
    let printed = themes("--column svar -", b"svar\n\"Tillit\nog ro\"\nTillit").expect("themes");

    assert_eq!(printed, "Tillit (2)\n  Tillit og ro\n  Tillit\n");
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_answer() {
    let printed = themes("-", "\u{feff}Tillit\nTillit".as_bytes()).expect("themes");

    assert_eq!(printed, "Tillit (2)\n  Tillit\n  Tillit\n");
}

#[test]
fn an_input_without_answers_is_refused() {
    for empty in [&b""[..], b"\n \n", b"[]", b"[\"\"]", "\u{feff}".as_bytes()] {
        assert!(refusal("-", empty).contains("has no answers"));
    }
    assert!(refusal("--column svar -", b"").contains("has no answers"));
    assert!(refusal("--column svar -", b"svar\n").contains("has no answers"));
}

#[test]
fn another_encoding_is_refused_with_what_to_do() {
    let latin1 = refusal("-", b"Tillit\nTa v\xe5r tid\n");
    assert!(latin1.contains("not UTF-8 (line 2"), "{latin1}");
    assert!(latin1.contains("Save it with the encoding UTF-8"), "{latin1}");

    let utf16: Vec<u8> = "\u{feff}Tillit".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refusal("-", &utf16).contains("not UTF-8"));
    assert!(refusal("-", &utf16[2..]).contains("not UTF-8"));
}

#[test]
fn an_unknown_column_is_refused_with_the_columns_there_are() {
    let said = refusal("--column kommentar -", b"svar,rolle\nTillit,leder\n");

    assert!(said.contains("\"kommentar\"") && said.contains("\"svar\", \"rolle\""), "{said}");
}

#[test]
fn a_csv_without_a_column_is_refused_with_the_columns_there_are() {
    let error =
        themes_of_file("answers.csv", b"svar;rolle\nTillit;leder\n", "--format json").expect_err("refused");

    assert_eq!(error.exit_code(), 2);
    assert!(
        error.to_string().contains("--column") && error.to_string().contains("\"svar\", \"rolle\""),
        "{error}"
    );
}

#[test]
fn a_missing_file_is_refused_by_name() {
    assert!(refusal("/no/such/file.txt", b"").contains("/no/such/file.txt"));
}

#[test]
fn json_that_is_no_array_of_strings_is_refused() {
    assert!(refusal("-", br#"{"input": ["Tillit"]}"#).contains("it is an object"));
    assert!(refusal("-", br#"["Tillit", 3]"#).contains("element 1 is a number"));

    let broken = themes_of_file("answers.json", b"[\"Tillit\"", "--format json").expect_err("refused");
    assert_eq!(broken.exit_code(), 2);
}
