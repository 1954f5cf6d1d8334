//! Spreadsheets: a summary and a sheet for each question, numbers as numbers, and texts that stay texts.

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use plenum::export::{Minutes, Outcome, answers_file_name, xlsx};
use plenum::session::{
    Amount, AnswerContent, Ask, Axis, Event, Grid, GridPlace, Heading, ItemId, Language, Number, Points,
    Pseudonym, Quadrants, Scales, WordCloud,
};

use super::gathering::{Gathering, asking, choice, invented, open_question, plan, ranking, under_headings};
use super::hostile::hostile;

#[test]
fn the_summary_tells_what_when_and_who_and_leads_to_each_sheet() {
    let mut book = Book::of(&invented().minutes());
    assert_eq!(book.names(), ["Oversikt", "1 Forventninger", "2 Hvilke tiltak skal vi utrede"]);
    let summary = book.sheet("Oversikt");
    assert_eq!(text(&summary, 0, 0), "Ledersamling om helse og omsorg i Lyngvær");
    let fact = |label: &str| {
        let row = summary.rows().find(|row| row[0] == Data::String(label.to_owned())).expect(label);
        row[1].to_string()
    };
    assert_eq!(fact("Dato"), "fredag 20. november 2026");
    assert_eq!(fact("Tid"), "kl. 12:01 – 14:08");
    assert_eq!(fact("Sted"), "Naustet, Lyngvær rådhus");
    assert_eq!(fact("Til stede"), "33 deltakere");
    assert_eq!(fact("Språk"), "Bokmål");
    let header = header(&summary, "Nr.");
    let row: Vec<Data> = summary.rows().nth(header + 1).unwrap().to_vec();
    let expected = [
        Data::Float(1.0),
        Data::String("Hva forventer du av prosessen?".into()),
        Data::String("Åpent spørsmål".into()),
        Data::Float(33.0),
        Data::Float(27.0),
        Data::Float(27.0),
        Data::String("1 Forventninger".into()),
    ];
    assert_eq!(row, expected);
    assert!(book.part("xl/worksheets/sheet1.xml").contains("location=\"'1 Forventninger'!A1\""));
}

#[test]
fn free_text_has_its_themes_with_counts_and_every_answer_with_its_theme() {
    let gathering = under_headings(Language::Nb);
    let mut book = Book::of(&gathering.minutes());
    let sheet = book.sheet("1 A");
    let top = header(&sheet, "Tema");
    let headings: Vec<String> = sheet.rows().nth(top).unwrap().iter().map(Data::to_string).collect();
    assert_eq!(headings, ["Tema", "Hovedtema", "Antall", "", "Svar", "Tema", "Hovedtema"]);
    let rows: Vec<Vec<String>> =
        sheet.rows().skip(top + 1).map(|row| row.iter().map(Data::to_string).collect()).collect();
    assert_eq!(rows[0][..3], ["Ledelse", "", "2"]);
    assert_eq!(rows[1][..3], ["Ansvar", "Felles mål & *ryddige* strukturer", "3"]);
    assert!(rows.iter().any(|row| row[..3] == ["Andre tema", "", "1"]), "{rows:?}");
    let answers: Vec<&str> = rows.iter().map(|row| row[4].as_str()).filter(|text| !text.is_empty()).collect();
    assert_eq!(answers.len(), 12, "{answers:?}");
    assert!(rows.iter().any(|row| row[4..] == ["a5", "Ansvar", "Felles mål & *ryddige* strukturer"]));
    let all = book.whole();
    for hidden in ["Parkering", "Annet", ">a12<", ">a13<", ">b3<", "Bare skjult"] {
        assert!(!all.contains(hidden), "{hidden} is told");
    }
    assert!(all.contains("2 svar er holdt utenfor referatet av prosesslederen."));
}

#[test]
fn every_kind_has_a_sheet_with_numbers_that_are_numbers() {
    let minutes = every_kind().minutes();
    let mut book = Book::of(&minutes);
    assert_eq!(book.names().len(), 1 + 8);
    let row = |book: &mut Book, sheet: &str, about: &str| -> Vec<Data> {
        let range = book.sheet(sheet);
        let found = range.rows().find(|row| row[0] == Data::String(about.to_owned())).map(<[Data]>::to_vec);
        found.unwrap_or_else(|| panic!("{about} is not on {sheet}: {range:?}"))
    };
    let number = |value: f64| Data::Float(value);
    assert_eq!(row(&mut book, "1 Velg", "Faste team")[1..3], [number(5.0), number(1.0)]);
    assert_eq!(row(&mut book, "1 Velg", "Biler")[1..3], [number(1.0), number(0.2)]);
    assert_eq!(row(&mut book, "2 Ranger", "B")[1..6], [1.0, 1.2, 9.0, 4.0, 1.0].map(number));
    assert_eq!(
        row(&mut book, "3 Enig", "Jeg blir hørt")[1..9],
        [4.4, 4.0, 5.0, 0.0, 0.0, 0.0, 3.0, 2.0].map(number)
    );
    assert_eq!(row(&mut book, "3 Enig", "Vi har tid")[3], number(0.0));
    assert_eq!(row(&mut book, "4 Fordel", "Biler")[1..4], [375.0, 75.0, 5.0].map(number));
    assert_eq!(row(&mut book, "5 Hvor mange", "Snitt")[1], number(32.5));
    assert_eq!(row(&mut book, "5 Hvor mange", "Riktig svar")[1], number(34.0));
    assert_eq!(row(&mut book, "6 Ord", "håp")[1..3], [number(2.0), Data::String("håp".into())]);
    let placed = row(&mut book, "7 Plasser", "Kurs");
    assert_eq!(placed[1], Data::String("Gjør først".into()));
    assert_eq!(placed[2..7], [20.0, 0.0, 80.0, 0.0, 5.0].map(number));
    assert!(text(&book.sheet("8 Skriv"), 1, 0).starts_with("Åpent spørsmål. "));
}

#[test]
fn ballots_stand_one_a_row_where_at_least_five_answered() {
    let minutes = every_kind().minutes();
    let mut book = Book::of(&minutes);
    let points = book.sheet("4 Fordel");
    let top = header(&points, "Alternativ");
    let headings: Vec<String> = points.rows().nth(top).unwrap().iter().map(Data::to_string).collect();
    assert_eq!(headings[5..], ["Kurs", "Biler"]);
    let ballots: Vec<Vec<Data>> = points
        .rows()
        .skip(top + 1)
        .map(|row| row[5..].to_vec())
        .filter(|row| row[0] != Data::Empty)
        .collect();
    assert_eq!(ballots, vec![vec![Data::Float(25.0), Data::Float(75.0)]; 5]);

    let mut few = Gathering::new(plan(Language::Nb, vec![choice("Velg", &["A", "B", "C"], 2)]));
    few.show(1, "09:00");
    for _ in 0..4 {
        few.choose(1, &[0, 2]);
    }
    let told = |gathering: &Gathering| Book::of(&gathering.minutes()).whole();
    assert!(told(&few).contains("Færre enn fem svarte."));
    assert_eq!(Book::of(&few.minutes()).sheet("1 Velg").width(), 3);
    few.choose(1, &[1]);
    assert!(!told(&few).contains("Færre enn fem"));
    assert_eq!(Book::of(&few.minutes()).sheet("1 Velg").width(), 7);
}

#[test]
fn a_ballot_of_one_mark_says_no_more_than_the_sum_and_is_always_told() {
    let mut gathering = Gathering::new(plan(Language::Nn, vec![choice("Vel", &["A", "B"], 1)]));
    gathering.show(1, "09:00");
    gathering.choose(1, &[1]);
    let sheet = Book::of(&gathering.minutes()).sheet("1 Vel");
    let top = header(&sheet, "Alternativ");
    assert_eq!(text(&sheet, top + 1, 4), "B");
}

#[test]
fn two_rounds_stand_beside_each_other_and_nobody_is_joined_across_them() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![choice("Velg", &["A", "B"], 1)]));
    gathering.show(1, "09:00");
    gathering.open(1);
    for option in [0, 0, 1] {
        gathering.choose(1, &[option]);
    }
    gathering.now(Event::SecondRoundStarted { item: ItemId(1) });
    for who in [1, 2, 3] {
        gathering.give(1, who, AnswerContent::Choice { chosen: vec![1], other: None });
    }
    let sheet = Book::of(&gathering.minutes()).sheet("1 Velg");
    let top = header(&sheet, "Alternativ");
    let cells =
        |row: usize| -> Vec<String> { sheet.rows().nth(row).unwrap().iter().map(Data::to_string).collect() };
    assert_eq!(
        cells(top)[..5],
        [
            "Alternativ",
            "Første runde: Antall",
            "Første runde: Andel",
            "Andre runde: Antall",
            "Andre runde: Andel"
        ]
    );
    assert_eq!(cells(top)[6..], ["Runde", "Svar"]);
    assert_eq!(cells(top + 1)[..2], ["A", "2"]);
    assert_eq!(cells(top + 2)[..5], ["B", "1", &(1.0_f64 / 3.0).to_string(), "3", "1"]);
    let rounds: Vec<String> = (top + 1..=top + 6).map(|row| cells(row)[6].clone()).collect();
    assert_eq!(rounds, ["1", "1", "1", "2", "2", "2"]);
}

#[test]
fn ballots_stand_in_an_order_that_says_nothing_of_when_they_came() {
    let listed = |values: &[f64]| {
        let asked = asking("Hvor mange?", Ask::Number(Number::default()));
        let mut gathering = Gathering::new(plan(Language::Nb, vec![asked]));
        gathering.show(1, "09:00");
        for value in values {
            let value = Amount::try_from(*value).unwrap();
            gathering.answers(1, AnswerContent::Number { value });
        }
        let minutes = gathering.minutes();
        minutes.questions[0].ballots.clone()
    };
    let given = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
    let backwards: Vec<f64> = given.iter().rev().copied().collect();
    assert_eq!(listed(&given), listed(&backwards));
    let value = |content: &AnswerContent| match content {
        AnswerContent::Number { value } => value.value(),
        other => panic!("{other:?} is no number"),
    };
    let order: Vec<f64> = listed(&given).iter().map(value).collect();
    assert!(order != given && order != backwards, "{order:?}");
}

#[test]
fn the_heading_row_is_bold_and_stays_in_sight() {
    let mut book = Book::of(&invented().minutes());
    for sheet in 1..=3 {
        let xml = book.part(&format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(xml.contains("state=\"frozen\""), "sheet {sheet} is not frozen");
    }
    assert!(book.part("xl/styles.xml").contains("<b/>"));
}

#[test]
fn no_text_becomes_a_formula_or_breaks_the_file() {
    let texts = hostile();
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    gathering.answer(1, "=1+1");
    let mut minutes = gathering.minutes();
    let expected: Vec<String> = texts.iter().map(|text| told(text)).filter(|text| !text.is_empty()).collect();
    match &mut minutes.questions[0].outcome {
        Outcome::Open(open) => open.rest = texts.clone(),
        other => panic!("{other:?} is no free text"),
    }
    let mut book = Book::of(&minutes);
    let sheet = book.sheet("1 Hva nå");
    let top = header(&sheet, "Svar");
    let cells = sheet.rows().skip(top + 1).map(|row| match &row[0] {
        Data::String(text) => text.clone(),
        other => panic!("{other:?} is no text"),
    });
    let mut found: Vec<String> = cells.collect();
    let mut expected = expected;
    found.sort();
    expected.sort();
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
    assert!(!book.whole().contains("<f>"), "there is a formula");
    assert!(!book.whole().contains("TargetMode=\"External\""), "there is a link to elsewhere");
}

#[test]
fn names_titles_and_prompts_may_be_hostile_too() {
    for text in hostile() {
        let mut gathering =
            Gathering::new(plan(Language::Nb, vec![open_question("Hva?"), open_question("Og?")]));
        for item in [1, 2] {
            gathering.show(item, "12:00");
            gathering.open(item);
            gathering.answer(item, "ja");
        }
        let mut minutes = gathering.minutes();
        minutes.title = text.clone();
        minutes.place = text.clone();
        for question in &mut minutes.questions {
            question.prompt = text.clone();
            question.title = text.clone();
        }
        let mut book = Book::of(&minutes);
        let names = book.names();
        assert_eq!(names.len(), 3);
        for name in &names {
            assert!(
                name.encode_utf16().count() <= 31
                    && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\''])
            );
            assert!(!book.sheet(name).is_empty());
        }
        assert!(names[1] != names[2], "{names:?}");
        assert!(!book.whole().contains("<f>"));
        let file = answers_file_name(&minutes, Some(1), "xlsx");
        assert!(file.chars().all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter)), "{file}");
    }
}

#[test]
fn what_people_said_of_each_others_answers_has_a_sheet_of_its_own() {
    let mut book = Book::of(&super::archive::voted().minutes());
    let names = book.names();
    let name = names.iter().find(|name| name.contains("Standpunkter")).unwrap_or_else(|| panic!("{names:?}"));
    let sheet = book.sheet(name);
    let top = header(&sheet, "Utsagn");
    let row = |below: usize| (0..5).map(|column| text(&sheet, top + below, column)).collect::<Vec<String>>();
    assert_eq!(row(1), ["Faste team", "5", "0", "1", "Samler"]);
    assert_eq!(row(2), ["Flere møter", "3", "3", "0", "Deler"]);
    assert_eq!(row(3), ["=Biler", "0", "1", "1", ""]);
    assert!(matches!(sheet.get((top + 1, 1)), Some(Data::Float(5.0))), "a count is a number");
}

#[test]
fn the_same_session_gives_the_same_spreadsheet() {
    let minutes = invented().minutes();
    assert_eq!(xlsx(&minutes).unwrap(), xlsx(&minutes).unwrap());
}

#[test]
fn a_session_without_questions_has_its_summary() {
    let mut book = Book::of(&Gathering::new(plan(Language::En, Vec::new())).minutes());
    assert_eq!(book.names(), ["Summary"]);
    assert!(book.whole().contains("random order"));
}

#[test]
fn headings_are_in_the_sessions_language() {
    for (language, words) in [
        (Language::Nb, ["Oversikt", "Svarte", "Hovedtema"]),
        (Language::Nn, ["Oversyn", "Svara", "Hovudtema"]),
        (Language::En, ["Summary", "Answered", "Main theme"]),
    ] {
        let whole = Book::of(&under_headings(language).minutes()).whole();
        for word in words {
            assert!(whole.contains(word), "{word} is not told");
        }
    }
}

#[test]
fn a_file_of_answers_is_called_what_it_is() {
    let minutes = invented().minutes();
    let name = answers_file_name(&minutes, None, "xlsx");
    assert_eq!(name, "svar-2026-11-20-ledersamling-om-helse-og-omsorg-i-lyngvaer.xlsx");
    assert!(answers_file_name(&minutes, Some(2), "csv").starts_with("svar-2-2026-11-20-"));
}

/// One question of each kind, each answered by five people.
pub fn every_kind() -> Gathering {
    let heading = |text: &str| Heading::parse(text).unwrap();
    let headings = |texts: &[&str]| texts.iter().copied().map(heading).collect::<Vec<Heading>>();
    let axis = |name, low, high| Axis { name: heading(name), low: heading(low), high: heading(high) };
    let scales = Scales {
        statements: headings(&["Jeg blir hørt", "Vi har tid"]),
        steps: 5,
        low: heading("Helt uenig"),
        high: heading("Helt enig"),
    };
    let amount = |value: f64| Amount::try_from(value).unwrap();
    let number =
        Number { unit: heading("minutter"), decimals: 1, solution: Some(amount(34.0)), ..Number::default() };
    let grid = Grid {
        x: axis("Innsats", "liten", "stor"),
        y: axis("Nytte", "", ""),
        items: headings(&["Kurs", "Biler"]),
        quadrants: Quadrants { top_left: heading("Gjør først"), ..Quadrants::default() },
    };
    let items = vec![
        choice("Velg", &["Faste team", "Biler"], 2),
        ranking("Ranger", &["A", "B", "C"], 3),
        asking("Enig?", Ask::Scales(scales)),
        asking("Fordel", Ask::Points(Points { options: headings(&["Kurs", "Biler"]) })),
        asking("Hvor mange?", Ask::Number(number)),
        asking("Ord", Ask::WordCloud(WordCloud { answers_max: 3 })),
        asking("Plasser", Ask::Grid(Box::new(grid))),
        open_question("Skriv"),
    ];
    let mut gathering = Gathering::new(plan(Language::Nb, items));
    for who in 1..=5 {
        gathering.now(Event::ParticipantJoined { who: Pseudonym([who; 16]) });
    }
    for item in 1..=8 {
        gathering.show(item, &format!("09:{:02}", item * 5));
        gathering.open(item);
        for who in 1..=5_u8 {
            gathering.give(item, who, answer(item, who));
        }
    }
    gathering.at("10:00", Event::SessionEnded);
    gathering
}

fn answer(item: u32, who: u8) -> AnswerContent {
    match item {
        1 => AnswerContent::Choice { chosen: if who == 1 { vec![1, 0] } else { vec![0] }, other: None },
        2 => AnswerContent::Ranking { order: if who == 1 { vec![0, 1, 2] } else { vec![1, 0, 2] } },
        3 => AnswerContent::Scales { marks: vec![Some(if who > 3 { 5 } else { 4 }), None] },
        4 => AnswerContent::Points { points: vec![25, 75] },
        5 => AnswerContent::Number { value: Amount::try_from(29.5 + f64::from(who)).unwrap() },
        6 => text_answer(if who < 3 { "håp" } else { ["tillit", "ro", "tid"][usize::from(who) - 3] }),
        7 => AnswerContent::Grid { places: vec![Some(GridPlace { x: 20, y: 80 }), None] },
        _ => text_answer(&format!("Svar {who}")),
    }
}

/// An answer in words.
pub fn text_answer(text: &str) -> AnswerContent {
    AnswerContent::Text { text: text.parse_answer() }
}

/// Texts as answers.
trait ParseAnswer {
    fn parse_answer(&self) -> plenum::session::AnswerText;
}

impl ParseAnswer for str {
    fn parse_answer(&self) -> plenum::session::AnswerText {
        plenum::session::AnswerText::parse(self).unwrap()
    }
}

/// A text as a cell holds it.
fn told(text: &str) -> String {
    let legal = |letter: char| {
        let illegal = letter.is_control() && !matches!(letter, '\n' | '\t');
        if illegal || matches!(letter, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { letter }
    };
    text.chars().map(legal).collect()
}

fn text(sheet: &Range<Data>, row: usize, column: usize) -> String {
    sheet.get((row, column)).map(Data::to_string).unwrap_or_default()
}

/// The row whose first cell is this heading.
fn header(sheet: &Range<Data>, heading: &str) -> usize {
    let found = sheet.rows().position(|row| row[0] == Data::String(heading.to_owned()));
    found.unwrap_or_else(|| panic!("{heading} heads no table: {sheet:?}"))
}

/// An opened spreadsheet.
struct Book {
    bytes: Vec<u8>,
    file: Xlsx<Cursor<Vec<u8>>>,
}

impl Book {
    fn of(minutes: &Minutes) -> Book {
        let bytes = xlsx(minutes).unwrap();
        Book { file: Xlsx::new(Cursor::new(bytes.clone())).unwrap(), bytes }
    }

    fn names(&self) -> Vec<String> {
        self.file.sheet_names()
    }

    /// A sheet from its very first cell.
    fn sheet(&mut self, name: &str) -> Range<Data> {
        let range = self.file.worksheet_range(name).unwrap();
        let end = range.end().unwrap();
        range.range((0, 0), end)
    }

    fn part(&mut self, name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    /// The text of all parts.
    fn whole(&mut self) -> String {
        let archive = zip::ZipArchive::new(Cursor::new(&self.bytes)).unwrap();
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        names.iter().map(|name| self.part(name)).collect()
    }
}
