//! What holds for every plan and every text.

use plenum::plan_file::{self, Title, read_titled};
use plenum::session::{Event, create};
use proptest::prelude::*;

use super::plans::plan;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_written_is_read_as_the_same_plan(plan in plan()) {
        prop_assert!(create(plan.clone()).is_ok(), "the test made a plan that is none: {plan:#?}");
        let text = plan_file::write(&plan);
        let read = plan_file::read(&text);
        prop_assert_eq!(read.as_ref(), Ok(&plan), "{}", text);
        // An editor may save it in Windows' way.
        let read = plan_file::read(&format!("\u{feff}{}", text.replace('\n', "\r\n")));
        prop_assert_eq!(read.as_ref(), Ok(&plan), "{}", text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn any_text_is_read_or_refused_with_lines_it_has(text in text()) {
        match read_titled(&text, Title::Free) {
            Ok(mut plan) => {
                if plan.details.title.is_empty() {
                    plan.details.title = "x".to_owned().try_into().unwrap();
                }
                let made = create(plan.clone());
                prop_assert_eq!(made, Ok(Event::SessionCreated { plan }), "what is read can be made");
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
                for problem in &problems {
                    prop_assert!((1..=lines).contains(&problem.line), "{problem:?} of {lines}");
                }
                prop_assert!(problems.is_sorted_by_key(|problem| problem.line));
            }
        }
    }
}

/// Lines of a file in any order, and noise.
fn text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "\\PC{0,20}",
        "[-–#*\\\\: \t]{0,4}[A-Za-z0-9:.]{0,12}",
        (0..LINES.len()).prop_map(|index| LINES[index].to_owned()),
        "(Hvem|Hva|Svar med|Right answer|Klokke|Språk|Til|Trinn|Ord)[ :]{1,2}\\PC{0,8}",
    ];
    let end = prop_oneof![4 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\r"), 1 => Just("\n\n"), 1 => Just("\n  ")];
    proptest::collection::vec((line, end), 0..30)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

const LINES: [&str; 22] = [
    "Tittel: En samling",
    "Språk: en",
    "Dato: 2026-11-21",
    "09:00–09:15 Velkommen",
    "10:15 Pause",
    "23:59–24:00 x",
    "Spørsmål: Hva?",
    "Svar med: valg",
    "Svar med: skala",
    "Answer with: number",
    "- Ja",
    "- Nei",
    "* Vet ikke",
    "Riktig svar: Ja",
    "Smallest number: 1,5",
    "Desimaler: 300",
    "Velg inntil: 2",
    "Klokke: 2 min – Bytt",
    "Klokka starter selv: yes",
    "Felles begrep: Ledelse",
    "Ord: leder",
    "\u{feff}# x",
];
