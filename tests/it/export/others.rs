//! Something else than the options of a choice, in minutes, spreadsheet, table and archive.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use plenum::export::{Bom, Pictures, answers_csv, archive, docx, markdown, odt, xlsx};
use plenum::session::{AnswerContent, AnswerId, Ask, Choice, Event, Heading, ItemId, Language, OtherText};

use super::gathering::{Gathering, asking, plan};

/// A question asked twice, of one or of several options; in the second round five wrote something else, of which one text
/// is hidden from the room.
pub fn something_else(most: u8) -> Gathering {
    let options = ["Te", "Vann"].map(|option| Heading::parse(option).unwrap()).to_vec();
    let ask = Choice { options, most, correct: Vec::new(), pictures: Vec::new(), other: true };
    let mut gathering = Gathering::new(plan(Language::Nb, vec![asking("Hva drikker vi?", Ask::Choice(ask))]));
    gathering.show(1, "09:00");
    gathering.open(1);
    let says = |text: &str, chosen: &[u8]| {
        let chosen = if most == 1 { Vec::new() } else { chosen.to_vec() };
        AnswerContent::Choice { chosen, other: Some(OtherText::parse(text).unwrap()) }
    };
    gathering.answers(1, says("Kaffe", &[0]));
    gathering.answers(1, says("Brennevin", &[]));
    gathering.choose(1, &[1]);
    gathering.now(Event::OthersHidden { item: ItemId(1), answers: vec![AnswerId(2)] });
    gathering.now(Event::SecondRoundStarted { item: ItemId(1) });
    for (who, (text, chosen)) in (1..).zip([
        ("=Kaffe | te", &[0][..]),
        ("Brennevin", &[1]),
        ("=kaffe | te", &[]),
        ("=kaffe | te", &[0]),
        ("Saft", &[]),
    ]) {
        gathering.give(1, who, says(text, chosen));
    }
    gathering.now(Event::OthersHidden { item: ItemId(1), answers: vec![AnswerId(5)] });
    for _ in 4..=6 {
        gathering.join();
    }
    gathering.give(1, 6, AnswerContent::Choice { chosen: vec![0], other: None });
    gathering.at("09:10", Event::StageCleared);
    gathering.at("09:10", Event::SessionEnded);
    gathering
}

#[test]
fn minutes_have_it_as_the_last_option_with_the_texts_below_and_never_what_is_hidden() {
    let minutes = something_else(2).minutes();
    let text = markdown(&minutes);
    for part in [
        "| Annet (skrev selv) | 5 | 83 % |\n",
        "| Skrev selv | Antall |\n| --- | ---: |\n| =kaffe \\| te | 3 |\n| Saft | 1 |\n",
        "| Annet (skrev selv) | 2 | 67 % |\n",
        "| Kaffe | 1 |\n",
        "Det én person skrev selv, er holdt utenfor referatet av prosesslederen.",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(!text.contains("Brennevin"), "{text}");
    let word = docx(&minutes, &Pictures::new()).unwrap();
    for (file, part) in
        [(word, "word/document.xml"), (odt(&minutes, &Pictures::new()).unwrap(), "content.xml")]
    {
        let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
        let mut whole = String::new();
        zip.by_name(part).unwrap().read_to_string(&mut whole).unwrap();
        assert!(whole.contains("Saft") && whole.contains("Annet (skrev selv)"));
        assert!(!whole.contains("Brennevin"));
    }
}

#[test]
fn the_words_are_those_of_the_sessions_language() {
    for (language, words) in [(Language::Nn, "Anna (skreiv sjølv)"), (Language::En, "Other (own words)")] {
        let mut gathering = something_else(1);
        let details = plan(language, Vec::new()).details;
        gathering.now(Event::DetailsChanged { details });
        assert!(markdown(&gathering.minutes()).contains(words));
    }
}

#[test]
fn the_spreadsheet_has_both_rounds_beside_each_other() {
    let bytes = xlsx(&something_else(2).minutes()).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[1].clone();
    let sheet = book.worksheet_range(&name).unwrap();
    let row = |first: &str| -> Option<Vec<String>> {
        let found = sheet.rows().find(|row| matches!(&row[0], Data::String(name) if name == first))?;
        Some(found.iter().map(ToString::to_string).collect())
    };
    assert_eq!(
        row("Annet (skrev selv)").unwrap()[1..5],
        ["2", "0.6666666666666666", "5", "0.8333333333333334"]
    );
    assert_eq!(row("Annet (skrev selv): =kaffe | te").unwrap()[3], "3");
    assert_eq!(row("Annet (skrev selv): Kaffe").unwrap()[1..4], ["1", "0.3333333333333333", ""]);
    assert_eq!(row("Annet (skrev selv): Brennevin"), None);
}

#[test]
fn where_several_can_be_chosen_the_table_does_not_tell_what_else_those_chose_who_wrote_a_text() {
    let rows = rows(&something_else(2));
    let texts: Vec<[&str; 5]> = rows
        .iter()
        .filter(|row| !row[8].is_empty())
        .map(|row| [row[4].as_str(), &row[6], &row[8], &row[9], &row[5]])
        .collect();
    let other = "Annet (skrev selv)";
    // Only one round of so few is told ballot by ballot; the texts follow, in the order of the alphabet.
    assert_eq!(
        texts,
        [
            ["1", other, "Kaffe", "", "7"],
            ["2", other, "'=Kaffe | te", "", "8"],
            ["2", other, "'=kaffe | te", "", "9"],
            ["2", other, "'=kaffe | te", "", "10"],
            ["2", other, "Saft", "", "11"],
        ]
    );
    let marks = rows.iter().filter(|row| row[6] == other && row[9] == "1");
    assert_eq!(marks.count(), 5, "that something was written stands beside what else was chosen");
    assert!(!rows.concat().concat().contains("Brennevin"));
}

#[test]
fn where_one_can_be_chosen_the_text_is_the_answer() {
    let rows = rows(&something_else(1));
    let mut texts: Vec<&str> = rows.iter().filter(|row| row[9] == "1").map(|row| row[8].as_str()).collect();
    texts.sort_unstable();
    // Two chose an option, and two texts are hidden.
    assert_eq!(texts, ["", "", "", "", "'=Kaffe | te", "'=kaffe | te", "'=kaffe | te", "Kaffe", "Saft"]);
}

#[test]
fn an_archive_keeps_what_is_hidden_as_hidden() {
    let written = serde_json::to_value(archive(&something_else(2).session, 7)).unwrap();
    let people = written["items"][0]["outcome"]["people"].as_array().unwrap();
    let hidden = people.iter().flat_map(|person| {
        let first = (person["first_awaits"] == true).then(|| person["first"]["other"].clone());
        let answers = person["answers"].as_array().unwrap().iter();
        let later = answers.filter(|answer| answer["awaits"] == true);
        first.into_iter().chain(later.map(|answer| answer["content"]["other"].clone())).collect::<Vec<_>>()
    });
    assert_eq!(hidden.collect::<Vec<_>>(), ["Brennevin", "Brennevin"]);
}

fn rows(gathering: &Gathering) -> Vec<Vec<String>> {
    let mut bytes = Vec::new();
    answers_csv(&gathering.minutes(), None, Bom::Without, &mut bytes).unwrap();
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes.as_slice());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}
