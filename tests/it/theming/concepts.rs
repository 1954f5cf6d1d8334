//! Tests of an organisation's own concepts: when they lead, what they leave alone, and the text they are kept in.

use plenum::session::Language;
use plenum::theming::{
    CONCEPT_HEADING_CHARS_MAX, CONCEPT_WORDS_MAX, ConceptsError, Decided, Grouping, OWN_CONCEPTS_MAX, Origin,
    OwnConcept, Request, Theme, concepts_of, explain, group, read_concepts, regroup,
};
use proptest::prelude::*;

use super::ARRIVING;

const TRAVEL_AND_FOOD: &[&str] = &[
    "Bussen går for sjelden",
    "Flere parkeringsplasser",
    "Bedre kaffe",
    "Sykkelstativ ved inngangen",
    "Lengre lunsj",
    "Parkering er for dyrt",
    "Bussane er alltid fulle",
    "Kaffe uten kø",
    "Lunsj til alle",
    "Trygg sykkel i kjelleren",
];
const TRAVEL: &[usize] = &[0, 1, 3, 5, 6, 9];
const TRAVELLING: OwnConcept =
    OwnConcept { heading: "Slik KOMMER vi oss hit", words: "buss, parkering, sykkel" };
const ELSEWHERE: OwnConcept = OwnConcept { heading: "Hvalfangst", words: "harpun, trankoking" };

fn group_with(answers: &[&str], concepts: &[OwnConcept]) -> Grouping {
    group(&Request { language: Language::Nb, answers, concepts, ..Request::default() })
}

fn headed<'a>(grouping: &'a Grouping, label: &str) -> &'a Theme {
    let found = grouping.themes.iter().find(|theme| theme.label == label);
    found.unwrap_or_else(|| panic!("no theme is called {label:?} in {grouping:#?}"))
}

#[test]
fn answers_that_speak_of_an_own_concept_gather_under_its_heading() {
    let concepts = [
        OwnConcept { heading: "Hverdagen på jobb", words: "kaffe, lunsj, mat, frukt, parkering, buss" },
        OwnConcept { heading: "Romfart", words: "rakett, måne" },
    ];
    let request =
        Request { concepts: &concepts, language: Language::Nb, answers: ARRIVING, ..Request::default() };
    let grouping = group(&request);
    let own: Vec<&Theme> =
        grouping.themes.iter().filter(|theme| theme.label == "Hverdagen på jobb").collect();
    assert_eq!(own.len(), 1);
    for about in [1, 3, 6, 9, 14, 20, 29] {
        assert!(own[0].answers.contains(&about), "{} is elsewhere: {grouping:#?}", ARRIVING[about]);
    }
    assert!(!own[0].answers.contains(&2), "trust is something else");
    assert!(grouping.themes.iter().all(|theme| theme.label != "Romfart"), "nobody speaks of it");
}

#[test]
fn a_theme_that_a_person_decided_stands_for_the_own_concept_of_its_name() {
    let concepts = [OwnConcept { heading: "Mat", words: "kaffe, lunsj, frukt" }];
    let decided = [Decided { label: "mat", answers: vec![29], was: None }];
    let request = Request {
        concepts: &concepts,
        decided: &decided,
        language: Language::Nb,
        answers: ARRIVING,
        ..Request::default()
    };
    let grouping = group(&request);
    assert_eq!(grouping.themes.iter().filter(|theme| theme.label.to_lowercase() == "mat").count(), 1);
    for about in [3, 9, 20, 29] {
        assert!(grouping.themes[0].answers.contains(&about), "{}", ARRIVING[about]);
    }
}

#[test]
fn an_own_heading_leads_over_the_catalogue() {
    let answers = ["Tillit", "Mer tillit mellom oss", "Åpenhet og tillit", "Parkering", "Mer parkering"];
    let own = OwnConcept { heading: "Vi stoler på hverandre", words: "tillit" };
    let grouping = group_with(&answers, &[own]);

    assert_eq!(headed(&grouping, own.heading).answers, [0, 1, 2]);
}

#[test]
fn an_own_heading_that_fewer_than_two_answers_fit_heads_no_theme() {
    let once = OwnConcept { heading: "Sykkelverksted", words: "kjeller" };
    let grouping = group_with(TRAVEL_AND_FOOD, &[once, ELSEWHERE]);

    assert!(
        grouping
            .themes
            .iter()
            .all(|theme| ![once.heading, ELSEWHERE.heading].contains(&theme.label.as_str()))
    );
    assert_eq!(group_with(&[], &[TRAVELLING]), Grouping::default());
}

#[test]
fn a_theme_of_an_own_heading_keeps_its_identity_while_answers_arrive_and_afresh() {
    let first = group_with(&TRAVEL_AND_FOOD[..6], &[TRAVELLING]);
    let previous: Vec<Vec<usize>> = first.themes.iter().map(|theme| theme.answers.clone()).collect();
    let old = first.themes.iter().position(|theme| theme.label == TRAVELLING.heading).expect("the theme");
    let request = Request {
        answers: TRAVEL_AND_FOOD,
        previous: &previous,
        concepts: &[TRAVELLING],
        ..Request::default()
    };

    assert_eq!(headed(&group(&request), TRAVELLING.heading).origin, Origin::Previous(old));
    assert_eq!(headed(&regroup(&request), TRAVELLING.heading).origin, Origin::Previous(old));
}

#[test]
fn of_a_list_that_is_too_long_the_first_are_read() {
    let headings: Vec<String> = (0..OWN_CONCEPTS_MAX).map(|number| format!("Overskrift {number}")).collect();
    let mut concepts: Vec<OwnConcept> =
        headings.iter().map(|heading| OwnConcept { heading, words: "" }).collect();
    concepts.push(TRAVELLING);

    let beyond = group_with(TRAVEL_AND_FOOD, &concepts);
    assert!(beyond.themes.iter().all(|theme| theme.label != TRAVELLING.heading), "{beyond:#?}");
    concepts.swap_remove(0);
    assert_eq!(headed(&group_with(TRAVEL_AND_FOOD, &concepts), TRAVELLING.heading).answers, TRAVEL);
}

#[test]
fn an_explanation_names_the_own_heading_that_holds_a_theme() {
    let request =
        Request { answers: TRAVEL_AND_FOOD, concepts: &[ELSEWHERE, TRAVELLING], ..Request::default() };
    let grouping = group(&request);
    let explained = explain(&request, &grouping).themes;

    for (theme, explained) in grouping.themes.iter().zip(explained) {
        let own = (theme.label == TRAVELLING.heading).then(|| TRAVELLING.heading.to_owned());
        assert_eq!(explained.own_concept, own, "{}", theme.label);
    }
}

#[test]
fn a_text_of_own_headings_is_read_line_by_line() {
    let text = "\u{feff}# Felles begreper\r\n\r\nTransport: buss,  bil ; sykkel\r\n  Mat og kaffe  \r\n\
                Ledelse\tsjef\tnær  leder\t\nC# i skolen: programmering # bare her\n";
    let concepts = read_concepts(text).expect("the text is right");
    let concepts: Vec<(&str, &str)> =
        concepts.iter().map(|(heading, words)| (heading.as_str(), words.as_str())).collect();

    let expected = [
        ("Transport", "buss, bil, sykkel"),
        ("Mat og kaffe", ""),
        ("Ledelse", "sjef, nær leder"),
        ("C# i skolen", "programmering"),
    ];
    assert_eq!(concepts, expected);
    assert_eq!(read_concepts("\n# bare en kommentar\n"), Ok(Vec::new()));
}

#[test]
fn a_text_that_cannot_be_used_is_refused_with_its_line_and_what_to_do() {
    let refused = |text: &str| read_concepts(text).expect_err("the text is wrong");
    let long = "a".repeat(CONCEPT_HEADING_CHARS_MAX + 1);
    let words = vec!["ord"; CONCEPT_WORDS_MAX + 1].join(", ");
    let many: String = (0..=OWN_CONCEPTS_MAX).map(|number| format!("Tema {number}\n")).collect();

    assert_eq!(refused("Mat\n: buss, bil\n"), ConceptsError::NoHeading { line: 2 });
    let chars = CONCEPT_HEADING_CHARS_MAX + 1;
    assert_eq!(refused(&format!("\n{long}: ord")), ConceptsError::HeadingTooLong { line: 2, chars });
    assert_eq!(refused("Mat\nBuss\n MAT : kaffe"), ConceptsError::Twice { line: 3, first: 1 });
    let count = CONCEPT_WORDS_MAX + 1;
    assert_eq!(refused(&format!("Mat: {words}")), ConceptsError::TooManyWords { line: 1, count });
    assert_eq!(refused(&many), ConceptsError::TooMany { line: OWN_CONCEPTS_MAX + 1 });
    assert_eq!(
        refused("Mat\nBuss\nmat").to_string(),
        "Line 3 has the heading of line 1 again. Put the words of both on one line."
    );
    assert!(read_concepts(&long[1..]).is_ok(), "the longest heading is allowed");
}

#[test]
fn a_finished_grouping_gives_headings_with_the_words_that_tell_its_themes_apart() {
    let decided = [Decided { label: "Veien hit", answers: TRAVEL.to_vec(), was: None }];
    let request = Request { answers: TRAVEL_AND_FOOD, decided: &decided, ..Request::default() };
    let grouping = group(&request);
    let made = concepts_of(&request, &grouping);

    assert_eq!(made.len(), grouping.themes.len());
    let (heading, words) = &made[0];
    assert_eq!(heading, "Veien hit");
    assert!(words.split(", ").all(|word| !["kaffe", "lunsj", "kjelleren"].contains(&word)), "{words}");
    let text: String = made.iter().map(|(heading, words)| format!("{heading}: {words}\n")).collect();
    assert_eq!(read_concepts(&text), Ok(made), "what was made can be written and read");
}

proptest! {
    #[test]
    fn a_word_of_one_answer_alone_is_in_no_list_that_is_made(
        pairs in prop::collection::vec((0..TRAVEL_AND_FOOD.len(), 0..TRAVEL_AND_FOOD.len()), 1..12),
    ) {
        let texts: Vec<String> =
            pairs.iter().map(|&(one, other)| format!("{} {}", TRAVEL_AND_FOOD[one], TRAVEL_AND_FOOD[other])).collect();
        let answers: Vec<&str> = texts.iter().map(String::as_str).collect();
        let request = Request { answers: &answers, ..Request::default() };
        for (_, words) in concepts_of(&request, &group(&request)) {
            for word in words.split(", ").filter(|word| !word.is_empty()) {
                let has = |answer: &&&str| answer.to_lowercase().split(' ').any(|other| other == word);
                prop_assert!(answers.iter().filter(has).count() >= 2, "{word}");
            }
        }
    }
}
