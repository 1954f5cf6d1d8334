//! CSV: what a reader of RFC 4180 gets is what was answered, and no spreadsheet takes it for a formula.

use plenum::export::{Bom, Minutes, Outcome, answers_csv};
use plenum::session::{ItemId, Language};

use super::gathering::{Gathering, open_question, plan, under_headings};
use super::hostile::hostile;
use super::sheet::every_kind;

#[test]
fn one_long_table_has_each_answer_with_its_theme_and_main_theme() {
    let rows = rows(&table(&under_headings(Language::Nb).minutes(), None));
    assert_eq!(
        rows[0],
        [
            "Nr.",
            "Punkt",
            "Spørsmål",
            "Type",
            "Runde",
            "Svar nr.",
            "Alternativ",
            "Akse",
            "Svar",
            "Verdi",
            "Tema",
            "Hovedtema"
        ]
    );
    let of = |text: &str| rows.iter().find(|row| row[8] == text).cloned();
    assert_eq!(of("a5").unwrap()[2..4], ["A?", "Åpent spørsmål"]);
    assert_eq!(of("a5").unwrap()[10..], ["Ansvar", "Felles mål & *ryddige* strukturer"]);
    assert_eq!(of("b1").unwrap()[0], "2");
    assert_eq!(rows.len(), 1 + 12 + 2);
    for hidden in ["a12", "a13", "b3"] {
        assert_eq!(of(hidden), None, "{hidden} is told");
    }
}

#[test]
fn every_kind_has_its_rows_with_numbers() {
    let minutes = every_kind().minutes();
    let rows = rows(&table(&minutes, None));
    let values = |number: &str, option: &str, axis: &str| -> Vec<String> {
        let of = |row: &&Vec<String>| row[0] == number && row[6] == option && row[7] == axis;
        let mut values: Vec<String> = rows.iter().filter(of).map(|row| row[9].clone()).collect();
        values.sort();
        values
    };
    assert_eq!(values("1", "Faste team", ""), ["1"; 5]);
    assert_eq!(values("1", "Biler", ""), ["1"]);
    assert_eq!(values("2", "B", ""), ["1", "1", "1", "1", "2"]);
    assert_eq!(values("3", "Jeg blir hørt", ""), ["4", "4", "4", "5", "5"]);
    assert!(values("3", "Vi har tid", "").is_empty(), "what was skipped has no row");
    assert_eq!(values("4", "Biler", ""), ["75"; 5]);
    assert_eq!(values("5", "", ""), ["30.5", "31.5", "32.5", "33.5", "34.5"]);
    assert_eq!(values("7", "Kurs", "Nytte"), ["80"; 5]);
    assert_eq!(rows.iter().filter(|row| row[0] == "8" && row[8].starts_with("Svar ")).count(), 5);
    let ballot: Vec<&Vec<String>> = rows.iter().filter(|row| row[0] == "4" && row[5] == "1").collect();
    assert_eq!(ballot.len(), 2, "the marks of one ballot have its number");
}

#[test]
fn the_table_of_a_question_has_that_question_alone() {
    let minutes = under_headings(Language::En).minutes();
    let rows = rows(&table(&minutes, Some(ItemId(2))));
    assert_eq!(rows.len(), 1 + 2);
    assert!(rows[1..].iter().all(|row| row[0] == "2" && row[2] == "B?"));
}

#[test]
fn lines_end_as_the_rfc_wants_and_a_byte_order_mark_comes_where_it_is_asked_for() {
    let minutes = under_headings(Language::Nb).minutes();
    let plain = table(&minutes, None);
    assert!(plain.ends_with(b"\r\n") && plain.starts_with(b"Nr.,"));
    assert_eq!(plain.iter().filter(|byte| **byte == b'\n').count(), 15);
    let mut marked = Vec::new();
    answers_csv(&minutes, None, Bom::With, &mut marked).unwrap();
    assert_eq!(marked, ["\u{feff}".as_bytes(), &plain].concat());
}

#[test]
fn hostile_texts_come_back_word_for_word_and_none_begins_a_formula() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    gathering.answer(1, "ja");
    gathering.answer(1, "nei");
    gathering.group(1, &[("Tema", &[1])]);
    for text in hostile() {
        let mut minutes = gathering.minutes();
        minutes.questions[0].title = text.clone();
        minutes.questions[0].prompt = text.clone();
        match &mut minutes.questions[0].outcome {
            Outcome::Open(open) => {
                open.themes[0].label = text.clone();
                open.themes[0].answers = vec![text.clone()];
            }
            other => panic!("{other:?} is no free text"),
        }
        let rows = rows(&table(&minutes, None));
        assert_eq!(rows.len(), 3, "{text:?} breaks the rows");
        let row = &rows[1];
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?} begins a formula");
        }
        for cell in [&row[1], &row[8], &row[10]] {
            let unguarded = if *cell == text { cell } else { cell.strip_prefix('\'').unwrap() };
            assert_eq!(unguarded, text);
        }
    }
}

#[test]
fn a_number_below_zero_stays_a_number() {
    use plenum::session::{Amount, AnswerContent, Ask, Number};
    let asked = super::gathering::asking("Hvor kaldt?", Ask::Number(Number::default()));
    let mut gathering = Gathering::new(plan(Language::Nb, vec![asked]));
    gathering.show(1, "12:00");
    gathering.answers(1, AnswerContent::Number { value: Amount::try_from(-12.0).unwrap() });
    assert_eq!(rows(&table(&gathering.minutes(), None))[1][9], "-12");
}

fn table(minutes: &Minutes, question: Option<ItemId>) -> Vec<u8> {
    let mut bytes = Vec::new();
    answers_csv(minutes, question, Bom::Without, &mut bytes).unwrap();
    bytes
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}
