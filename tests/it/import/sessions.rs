//! Chosen columns become questions with their answers, and nothing of a row joins them.

use std::collections::BTreeSet;

use plenum::export::{MinutesChoices, MinutesOptions, Outcome, markdown, minutes};
use plenum::import::{ByQuestion, ImportError, Taken, Wanted, WantedColumn, WantedTable, from_tables};
use plenum::session::{
    AnswerContent, Ask, Details, Event, ItemId, Limits, Line, Paragraph, Phase, Recorded, Session, Stage,
};

use super::{csv, tables};
use crate::export::hostile::hostile;

const LIMITS: Limits = Limits { participants_max: 300, answers_max: 1_000 };
const NOW_MS: i64 = 1_800_000_000_000;

const FILE: &str = "Navn;Hva nå?;Kom du med buss?;Hvor mange?;Til hvem?\n\
    Kari;Felles mål;Ja;2;Lege;\nOla;Ro;Nei;1,5;Lege\nLiv;;Ja;;\n;Tid;;3;\n\n";

fn wanted(columns: &[(u32, &str, Taken)]) -> Wanted {
    let column = |(column, prompt, kind): &(u32, &str, Taken)| WantedColumn {
        column: *column,
        prompt: Paragraph::parse(prompt).unwrap(),
        kind: *kind,
    };
    Wanted {
        details: Details { title: Line::parse("Svar fra før").unwrap(), ..Details::default() },
        tables: vec![WantedTable {
            table: 0,
            header: Some(1),
            columns: columns.iter().map(column).collect(),
            by_question: None,
        }],
    }
}

fn facts(file: &[u8], wanted: &Wanted, seed: u64) -> Result<Vec<Recorded>, ImportError> {
    from_tables(&tables(file), wanted, Vec::new(), &LIMITS, seed, NOW_MS)
}

fn session(facts: Vec<Recorded>) -> Session {
    Session::replay(facts.into_iter().map(Some)).0
}

fn contents(session: &Session, item: u32) -> Vec<&AnswerContent> {
    session.questions[&ItemId(item)].standing.values().map(|answer| &answer.content).collect()
}

#[test]
fn each_chosen_column_is_a_closed_question_with_its_answers() {
    let wanted = wanted(&[
        (1, "Hva nå?", Taken::OpenText),
        (2, "Buss?", Taken::Choice),
        (3, "Hvor mange?", Taken::Number),
    ]);
    let session = session(facts(FILE.as_bytes(), &wanted, 1).unwrap());
    assert_eq!(session.stage, Stage::WaitingRoom);
    assert_eq!(session.joined(), 4, "each row has an answer");
    assert_eq!(session.programme.items().len(), 3);
    assert!(session.questions.values().all(|question| matches!(question.phase, Phase::Closed(_))));
    let mut texts: Vec<&str> = contents(&session, 1).iter().filter_map(|content| content.text()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["Felles mål", "Ro", "Tid"]);
    assert_eq!(contents(&session, 2).len(), 3);
    assert_eq!(contents(&session, 3).len(), 3);
    let Some(Ask::Number(number)) =
        session.programme.items()[2].plan.question().map(|question| &question.ask)
    else {
        panic!("it asks for a number");
    };
    assert_eq!(number.decimals, 1);
    let written = serde_json::to_string(&facts(FILE.as_bytes(), &wanted, 1).unwrap()).unwrap();
    for name in ["Kari", "Ola", "Liv", "Lege"] {
        assert!(!written.contains(name), "{name} is kept");
    }
}

#[test]
fn a_choice_of_several_is_read_as_forms_write_it() {
    let file = "Hva bruker du?\tx\nLege;Psykolog;\t1\nlege;\t2\nLege;Lege;\t3\nPsykolog\t4\n";
    let session =
        session(facts(file.as_bytes(), &wanted(&[(0, "Hva bruker du?", Taken::Choice)]), 1).unwrap());
    let Some(Ask::Choice(choice)) =
        session.programme.items()[0].plan.question().map(|question| &question.ask)
    else {
        panic!("it is a choice");
    };
    assert_eq!(choice.options.iter().map(|option| option.as_str()).collect::<Vec<_>>(), ["Lege", "Psykolog"]);
    assert_eq!(choice.most, 2);
    let mut chosen: Vec<String> = contents(&session, 1)
        .iter()
        .map(|content| serde_json::to_value(content).unwrap()["chosen"].to_string())
        .collect();
    chosen.sort();
    assert_eq!(chosen, ["[0,1]", "[0]", "[0]", "[1]"]);
}

#[test]
fn nobody_is_the_same_in_two_questions_and_the_order_of_answers_says_nothing() {
    let rows: Vec<Vec<String>> = [vec!["A?".to_owned(), "B?".to_owned()]]
        .into_iter()
        .chain((0..40).map(|row| vec![format!("a{row:02}"), format!("b{row:02}")]))
        .collect();
    let wanted = wanted(&[(0, "A?", Taken::OpenText), (1, "B?", Taken::OpenText)]);
    let given = |seed| {
        let facts = facts(&csv(&rows, b';'), &wanted, seed).unwrap();
        let given = facts.into_iter().filter_map(|fact| match fact.event {
            Event::AnswerGiven { item, who, content, .. } => {
                Some((item, who, content.text().unwrap().to_owned()))
            }
            _ => None,
        });
        given.collect::<Vec<_>>()
    };
    let first = given(1);
    assert_eq!(first.iter().map(|(_, who, _)| *who).collect::<BTreeSet<_>>().len(), 80);
    let order = |given: &[(ItemId, _, String)], item| {
        let of = given.iter().filter(|(of, _, _)| *of == ItemId(item));
        of.map(|(_, _, text)| text[1..].to_owned()).collect::<Vec<String>>()
    };
    let sorted: Vec<String> = (0..40).map(|row| format!("{row:02}")).collect();
    assert_ne!(order(&first, 1), sorted);
    assert_ne!(order(&first, 1), order(&first, 2), "the same row stands elsewhere");
    assert_ne!(order(&first, 1), order(&given(2), 1));
}

#[test]
fn what_was_not_in_the_file_or_does_not_fit_is_refused() {
    let choose = |columns: &[(u32, &str, Taken)]| facts(FILE.as_bytes(), &wanted(columns), 1).err();
    assert_eq!(choose(&[]), Some(ImportError::NothingChosen));
    assert_eq!(choose(&[(40, "Hva?", Taken::OpenText)]), Some(ImportError::NothingChosen));
    assert_eq!(choose(&[(1, "Hva?", Taken::Number)]), Some(ImportError::Unfit));
    assert!(matches!(choose(&[(1, "", Taken::OpenText)]), Some(ImportError::Plan(_))));
    let mut untitled = wanted(&[(1, "Hva?", Taken::OpenText)]);
    untitled.details.title = Line::default();
    assert!(matches!(facts(FILE.as_bytes(), &untitled, 1), Err(ImportError::Plan(_))));
    untitled.tables[0].table = 1;
    assert_eq!(facts(FILE.as_bytes(), &untitled, 1).err(), Some(ImportError::Unfit));
    let many = format!("Hva?\n{}", "a\n".repeat(301));
    let wanted = wanted(&[(0, "Hva?", Taken::OpenText)]);
    assert_eq!(facts(many.as_bytes(), &wanted, 1).err(), Some(ImportError::TooMany));
}

#[test]
fn a_table_without_headings_loses_no_answer() {
    let mut wanted = wanted(&[(0, "Hva?", Taken::OpenText)]);
    wanted.tables[0].header = None;
    let session = session(facts(b"Tid\nRo\nMat\n", &wanted, 1).unwrap());
    assert_eq!(contents(&session, 1).len(), 3);
}

#[test]
fn hostile_texts_survive_from_a_csv_to_the_minutes() {
    let texts = hostile();
    let rows: Vec<Vec<String>> = [vec!["Hva nå?".to_owned(), "x".to_owned()]]
        .into_iter()
        .chain(texts.iter().map(|text| vec![text.clone(), "1".to_owned()]))
        .collect();
    let session = session(facts(&csv(&rows, b','), &wanted(&[(0, "Hva nå?", Taken::OpenText)]), 1).unwrap());
    let kept: BTreeSet<&str> = contents(&session, 1).iter().filter_map(|content| content.text()).collect();
    let plain = |text: &str| {
        let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n");
        text.replace(|letter: char| letter.is_control() && letter != '\n', " ").trim().to_owned()
    };
    let fits = |text: &String| (1..=2_000).contains(&text.chars().count());
    let expected: BTreeSet<String> = texts.iter().map(|text| plain(text)).filter(fits).collect();
    let differing: Vec<&str> =
        kept.symmetric_difference(&expected.iter().map(String::as_str).collect()).copied().collect();
    assert!(differing.is_empty(), "{differing:?}");
    let options =
        MinutesOptions { time_zone: jiff::tz::TimeZone::UTC, shuffle: 1, choices: MinutesChoices::default() };
    let minutes = minutes(&session, &options);
    let Outcome::Open(open) = &minutes.questions[0].outcome else { panic!("it has answers in words") };
    assert_eq!((open.answers, open.rest.len()), (contents(&session, 1).len(), open.answers));
    assert!(!markdown(&minutes).is_empty());
}

/// A table with a row for each answer.
const LONG: &str = "Nr;Spørsmål;Svar;Navn\n1;Hva nå?;Felles mål;Kari\n2;Til når?;Før jul;Kari\n3;Hva nå?;Ro;Ola\n\
    4;Hva nå?;;Liv\n5;;Uten spørsmål;Liv\n6;Til når?;Påske;Ola\n7;Hva nå?;Tid;Per\n8;Ubesvart?;;Per\n";

fn long(question: u32, answer: u32) -> Wanted {
    let mut wanted = wanted(&[]);
    wanted.tables[0].by_question = Some(ByQuestion { question, answer });
    wanted
}

#[test]
fn rows_of_one_answer_each_become_the_questions_that_stand_beside_them_in_the_order_they_first_do() {
    let made = facts(LONG.as_bytes(), &long(1, 2), 1).unwrap();
    let written = serde_json::to_string(&made).unwrap();
    for left in ["Kari", "Ola", "Per", "Uten spørsmål", "Ubesvart"] {
        assert!(!written.contains(left), "{left} is kept");
    }
    let session = session(made);
    let prompt = |index: usize| session.programme.items()[index].plan.question().unwrap().prompt.to_string();
    assert_eq!([prompt(0), prompt(1)], ["Hva nå?", "Til når?"]);
    assert_eq!(session.programme.items().len(), 2);
    let texts = |item| {
        let mut texts: Vec<&str> =
            contents(&session, item).iter().filter_map(|content| content.text()).collect();
        texts.sort_unstable();
        texts.join(", ")
    };
    assert_eq!([texts(1), texts(2)], ["Felles mål, Ro, Tid", "Før jul, Påske"]);
    assert_eq!(session.joined(), 3, "as many as answered the question with most answers");
}

#[test]
fn rows_of_one_answer_each_are_bounded_and_hold_what_columns_hold() {
    let mut both = long(1, 2);
    both.tables[0].columns = wanted(&[(3, "Hvem?", Taken::OpenText)]).tables[0].columns.clone();
    assert_eq!(session(facts(LONG.as_bytes(), &both, 1).unwrap()).programme.items().len(), 3);
    assert_eq!(facts(LONG.as_bytes(), &long(1, 1), 1).err(), Some(ImportError::Unfit));
    assert_eq!(facts(LONG.as_bytes(), &long(1, 40), 1).err(), Some(ImportError::NothingChosen));
    let rows =
        |questions: usize| (0..questions).map(|number| format!("Hva {number}?;Tid\n")).collect::<String>();
    let many = |questions| facts(format!("Spørsmål;Svar\n{}", rows(questions)).as_bytes(), &long(0, 1), 1);
    assert_eq!(session(many(100).unwrap()).programme.items().len(), 100);
    assert_eq!(many(101).err(), Some(ImportError::TooManyQuestions));
    let file = format!("Spørsmål;Svar\n{};Ja\n", "æ".repeat(1_200));
    let session = session(facts(file.as_bytes(), &long(0, 1), 1).unwrap());
    let prompt = session.programme.items()[0].plan.question().unwrap().prompt.to_string();
    assert_eq!((prompt.chars().count(), prompt.ends_with('…')), (1_000, true));
    let longer = format!("Spørsmål;Svar\nHva?;{}\nHva?;Ja\n", "æ".repeat(2_001));
    assert_eq!(contents(&self::session(facts(longer.as_bytes(), &long(0, 1), 1).unwrap()), 1).len(), 1);
}
