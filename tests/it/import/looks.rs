//! A look finds where a table begins and what its columns are, and never takes who answered for an answer.

use plenum::import::{ByQuestion, Guess, Layout, Look, LookedTable, look};

use super::{tables, workbook};

fn looked(file: &[u8]) -> Look {
    look(&tables(file))
}

fn guesses(table: &LookedTable) -> Vec<Guess> {
    table.columns.iter().map(|column| column.guess).collect()
}

#[test]
fn microsoft_forms_is_known_by_its_headings_in_each_language() {
    for (first, times) in [
        (
            ["ID", "Starttidspunkt", "Fullføringstidspunkt", "E-postadresse", "Navn"],
            ["20.11.2026 09.14", "20.11.2026 09.20"],
        ),
        (["ID", "Start time", "Completion time", "Email", "Name"], ["11/20/26 9:14:05", "11/20/26 9:20:11"]),
    ] {
        let questions = ["Hva bør vi ta tak i først?", "Hvilke tjenester bruker du?", "Hvor fornøyd er du?"];
        let headings: Vec<&str> = first.into_iter().chain(questions).collect();
        let row = |id, name, answer, services, mark| {
            vec![id, times[0], times[1], "anonymous", name, answer, services, mark]
        };
        let sheet = vec![
            headings,
            row("1", "Kari", "Felles mål", "Lege;Psykolog;", "4"),
            row("2", "Ola", "Tydeligere ansvar mellom tjenestene", "Lege;", "5"),
            row("3", "", "", "Psykolog;Lege;", "4"),
            row("4", "Liv", "Mer tid til samhandling", "Lege;", "2"),
        ];
        let look = looked(&workbook(&[("Form1", sheet)]));
        let table = &look.tables[0];
        assert_eq!((table.layout, table.header, table.rows), (Some(Layout::MicrosoftForms), Some(1), 4));
        use Guess::{Choice, Identity, Number, Question};
        assert_eq!(
            guesses(table),
            [Identity, Identity, Identity, Identity, Identity, Question, Choice, Number]
        );
        assert_eq!(table.columns[5].filled, 3);
        assert_eq!(
            (table.columns[6].options.as_slice(), table.columns[6].several),
            (["Lege", "Psykolog"].map(String::from).as_slice(), true)
        );
    }
}

#[test]
fn google_forms_is_known_by_its_first_heading() {
    let file = "Tidsmerke,Hva gikk bra?,Kom du med buss?\n\
        2026/11/20 9:14:05 AM GMT+1,Gode samtaler,Ja\n2026/11/20 9:15:05 AM GMT+1,Maten,Nei\n\
        2026/11/20 9:16:05 AM GMT+1,Tid til å tenke,ja\n2026/11/20 9:17:05 AM GMT+1,Lokalet,Ja\n";
    let table = &looked(file.as_bytes()).tables[0];
    assert_eq!(table.layout, Some(Layout::GoogleForms));
    assert_eq!(guesses(table), [Guess::Identity, Guess::Question, Guess::Choice]);
    assert_eq!(table.columns[2].options, ["Ja", "Nei"], "spellings differ in case alone");
}

#[test]
fn titles_above_the_headings_are_passed_over() {
    let sheet = vec![
        vec!["Samling om felles mål"],
        vec!["20. november"],
        vec![],
        vec!["Voter", "Hva bør vi ta tak i?", "Hva gleder du deg til?"],
        vec!["Voter 1", "Ansvar", "Bedre flyt"],
        vec!["Voter 2", "Felles mål", "Mindre dobbeltarbeid"],
    ];
    let table = &looked(&workbook(&[("Voters", sheet)])).tables[0];
    assert_eq!((table.layout, table.header, table.rows), (Some(Layout::Mentimeter), Some(4), 2));
    assert_eq!(guesses(table), [Guess::Identity, Guess::Question, Guess::Question]);
    let file = "User Name;User Email;Hva nå?\nKari;kari@example.org;Ro\n";
    assert_eq!(looked(file.as_bytes()).tables[0].layout, Some(Layout::Slido));
}

#[test]
fn a_table_whose_first_row_is_an_answer_has_no_headings() {
    let table = &looked("kari@example.org;Mer tid\nola@example.org;Ro\n".as_bytes()).tables[0];
    assert_eq!((table.header, table.rows), (None, 2));
    assert_eq!(guesses(table), [Guess::Identity, Guess::Question]);
}

#[test]
fn who_answered_is_known_by_heading_or_by_what_stands_in_the_cells() {
    let rows = |heading: &str, cells: [&str; 3]| {
        let file = [heading, cells[0], cells[1], cells[2]].map(|cell| format!("\"{cell}\",x\n")).concat();
        looked(file.as_bytes()).tables[0].columns[0].guess
    };
    for (heading, cells) in [
        ("Navn *", ["Kari", "Ola", "Liv"]),
        ("Hva er din e-post?", ["ingen", "-", "vet ikke"]),
        ("Hvordan når vi deg?", ["kari@example.org", "ola@example.org", "ring"]),
        ("Kontakt", ["+47 400 00 000", "90000000", "400 00 000"]),
        ("Nettverk", ["192.0.2.1", "192.0.2.7", "2001:db8::1"]),
        ("Når?", ["20.11.2026 09:14", "21.11.2026", "2026-11-20T09:14:05"]),
        ("Radnummer", ["1", "2", "3"]),
        ("Deltaker", ["a", "b", "c"]),
    ] {
        assert_eq!(rows(heading, cells), Guess::Identity, "{heading}");
    }
    let about = "Hva synes du om e-post som kanal for innkallinger?";
    assert_eq!(rows(about, ["Greit", "Bedre enn brev", "For mye"]), Guess::Question);
    assert_eq!(rows("Totalt antall poeng", ["5", "3", "5"]), Guess::Aside);
    assert_eq!(rows("Hvor mange?", ["5", "3,5", "1 200"]), Guess::Number);
    assert_eq!(rows("Postnummer", ["0150", "4600", "0151"]), Guess::Question);
}

#[test]
fn answers_that_are_too_long_are_told_with_their_rows() {
    let file = format!("Hva nå?;x\nKort;1\n{};2\n{};3\n", "æ".repeat(2_000), "æ".repeat(2_001));
    let column = &looked(file.as_bytes()).tables[0].columns[0];
    assert_eq!((column.filled, column.too_long, column.too_long_rows.as_slice()), (3, 1, [4].as_slice()));
    assert!(column.first.iter().all(|first| first.chars().count() <= 160));
}

#[test]
fn a_table_with_a_row_for_each_answer_is_known_by_its_headings() {
    let long = |file: &str| looked(file.as_bytes()).tables[0].by_question;
    let found = Some(ByQuestion { question: 1, answer: 2 });
    assert_eq!(long("Nr;Spørsmål;Svar\n1;Hva nå?;Ro\n2;Hva nå?;Tid\n3;Når?;Nå\n"), found);
    assert_eq!(long("Id\tQuestion \tAnswer:\n1\tWhat?\tCalm\n2\tWhat?\tTime\n"), found);
    assert_eq!(long("Nr;Spørsmål;Svar\n1;Hva nå?;Ro\n2;Når?;Nå\n"), None, "no question comes again");
    assert_eq!(long("Navn;Hva nå?;Svar\nKari;Ro;Ja\nOla;Ro;Nei\n"), None);
    let column = looked("Spørsmål;Svar\nHva?;Ro\nHva?;Tid\n".as_bytes()).tables[0].columns[0].clone();
    assert_eq!((column.filled, column.different), (2, 1));
    let many: String = (0..300).map(|number| format!("Hva {number}?;Tid\n")).collect();
    assert_eq!(looked(many.as_bytes()).tables[0].columns[0].different, 101);
}
