//! Tests of `theming`: what lands together, what never moves, and what a heading may say.

mod cloud;
mod concepts;
mod families;
mod headings;
mod live;
mod piles;
mod split;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use plenum::session::Language;
use plenum::theming::{Decided, Grouping, Origin, Request, Theme, detect_language, explain, group, regroup};
use proptest::prelude::*;

const PARKING_AND_TRUST: &[&str] = &[
    "Mer tillit mellom ledere og ansatte",
    "Parkering ved inngangen",
    "Tillit",
    "Flere plasser til parkering",
    "Tilliten må bygges opp igjen",
    "Parkeringen er for dyr",
    "Tillit og åpenhet",
    "Parkering",
];

/// Answers of several fields, some of which fit in more than one theme, in the order in which they arrive.
const ARRIVING: &[&str] = &[
    "Mer informasjon fra ledelsen",
    "Parkering",
    "Tillit mellom ledere og ansatte",
    "Bedre kaffe",
    "Tydelig ledelse",
    "Informasjon i god tid",
    "Flere parkeringsplasser",
    "Lederne må lytte",
    "Kurs i det nye systemet",
    "God lunsj og kaffe",
    "Åpenhet og tillit",
    "Kompetanse hos alle ledere",
    "Opplæring",
    "Beskjed når noe endres",
    "Buss helt fram",
    "Systemet henger",
    "Kurs for nye ansatte",
    "Raushet",
    "Ladeplass for elbil",
    "Informasjon på intranett",
    "Frukt i pausen",
    "Ledere som tør å bestemme",
    "Nettbrett som virker",
    "Si fra når planene endres",
    "Trygghet",
    "Sykkelstativ",
    "Programmet er tregt",
    "Mer tid til opplæring",
    "Respekt",
    "Varm mat",
];

const SUBJECTS: &[&str] = &[
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
const WISHES: &[&str] = &["Mer", "Bedre", "Håper på", "Vi trenger"];

/// Four wishes for each of these subjects.
fn wishes(subjects: &[&str]) -> Vec<String> {
    let wish = |subject| move |wish| format!("{wish} {subject}");
    subjects.iter().flat_map(|subject| WISHES.iter().map(wish(subject))).collect()
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn sets(grouping: &Grouping) -> Vec<Vec<usize>> {
    grouping.themes.iter().map(|theme| theme.answers.clone()).collect()
}

fn group_all(language: Language, answers: &[&str]) -> Grouping {
    group(&Request { language, question: "", answers, ..Request::default() })
}

fn theme_of(grouping: &Grouping, index: usize) -> &Theme {
    let found = grouping.themes.iter().find(|theme| theme.answers.contains(&index));
    found.unwrap_or_else(|| panic!("answer {index} is in no theme of {grouping:#?}"))
}

fn assert_together(language: Language, answers: &[&str], together: &[usize]) {
    let grouping = group_all(language, answers);
    let theme = theme_of(&grouping, together[0]);
    for index in together {
        assert!(theme.answers.contains(index), "{:?} is elsewhere in {grouping:#?}", answers[*index]);
    }
}

#[test]
fn answers_about_one_thing_are_one_theme_and_about_another_thing_another() {
    let grouping = group_all(Language::Nb, PARKING_AND_TRUST);

    assert_eq!(theme_of(&grouping, 0).answers, [0, 2, 4, 6]);
    assert_eq!(theme_of(&grouping, 1).answers, [1, 3, 5, 7]);
    assert_eq!(grouping.themes.len(), 2);
}

#[test]
fn inflected_forms_of_a_bokmal_word_land_together() {
    let answers =
        ["Lederne er synlige", "En leder som lytter", "Flere ledere", "Lederen må være her", "Kaffe", "Buss"];

    assert_together(Language::Nb, &answers, &[0, 1, 2, 3]);
}

#[test]
fn bokmal_and_nynorsk_words_for_one_thing_land_together() {
    let answers =
        ["Brukerne først", "Brukarane først", "Sykehuset er langt unna", "Sjukehuset ligg langt vekk"];

    assert_together(Language::Nn, &answers, &[0, 1]);
    assert_together(Language::Nn, &answers, &[2, 3]);
}

#[test]
fn a_compound_lands_with_its_parts() {
    let answers = ["Ansvarsfordeling", "Tydelig ansvar", "Kaffe og kake", "Mer kaffe"];

    assert_together(Language::Nb, &answers, &[0, 1]);
    assert_together(Language::Nb, &answers, &[2, 3]);
}

#[test]
fn a_misspelt_word_lands_with_the_word() {
    let answers = ["Bemanning i helgene", "Bemaning", "Bemanning", "Parkering", "Mer parkering"];

    assert_together(Language::Nb, &answers, &[0, 1, 2]);
}

#[test]
fn english_forms_land_together() {
    let answers = ["Nowhere to park", "Parking", "The noise", "Noisy offices and noise", "Noise"];

    assert_together(Language::En, &answers, &[0, 1]);
    assert_together(Language::En, &answers, &[2, 3, 4]);
}

#[test]
fn the_same_answer_twice_is_a_theme_even_when_it_is_made_of_stop_words() {
    let grouping = group_all(Language::Nb, &["Vet ikke", "Parkering", "vet ikke!", "Mer parkering"]);

    assert_eq!(theme_of(&grouping, 0).answers, [0, 2]);
    assert_eq!(theme_of(&grouping, 0).label, "Vet ikke");
}

#[test]
fn what_fits_nowhere_is_kept_apart() {
    let answers = ["Parkering", "Mer parkering", "?", "", "👍", "Sjøørret"];
    let grouping = group_all(Language::Nb, &answers);

    assert_eq!(grouping.rest, [2, 3, 4, 5]);
}

#[test]
fn words_of_the_question_do_not_hold_a_theme_together() {
    let answers = ["Prosessen trenger tillit", "Prosessen trenger kaffe", "Tillit", "Kaffe"];
    let question = "Hva trenger prosessen?";
    let grouping =
        group(&Request { language: Language::Nb, question, answers: &answers, ..Request::default() });

    assert_eq!(theme_of(&grouping, 0).answers, [0, 2]);
    assert_eq!(theme_of(&grouping, 1).answers, [1, 3]);
}

#[test]
fn nothing_to_group_gives_nothing() {
    assert_eq!(group_all(Language::Nb, &[]), Grouping::default());
}

#[test]
fn decided_answers_never_move_and_the_heading_stays_untouched() {
    let decided = [Decided { label: "  mitt EGET tema ", answers: vec![0, 1, 3], was: None }];
    let grouping = group(&Request {
        language: Language::Nb,
        question: "",
        answers: PARKING_AND_TRUST,
        decided: &decided,
        previous: &[vec![0, 2, 4, 6], vec![1, 3, 5, 7]],
        ..Request::default()
    });

    let theme = &grouping.themes[0];
    assert_eq!((theme.origin, theme.label.as_str()), (Origin::Decided(0), "  mitt EGET tema "));
    for index in [0, 1, 3] {
        assert!(theme.answers.contains(&index));
    }
}

#[test]
fn what_a_hand_leaves_of_a_theme_is_that_theme_still() {
    // The first theme held four answers on parking and three on buses; a person took the four.
    let answers = [
        "Parkering ved skolen",
        "Parkering ved hallen",
        "Parkering ved torget",
        "Gratis parkering",
        "Bussen kommer for sjelden",
        "Bussen er full",
        "Flere turer med bussen",
    ];
    let own = |was| [Decided { label: "Parkering", answers: vec![0, 1, 2, 3], was }];
    let grouped = |decided: &[Decided]| {
        group(&Request {
            language: Language::Nb,
            answers: &answers,
            decided,
            previous: &[vec![0, 1, 2, 3, 4, 5, 6]],
            ..Request::default()
        })
    };

    let left = grouped(&own(None));
    assert_eq!(theme_of(&left, 5).origin, Origin::Previous(0), "{left:#?}");

    // Where the person's theme is the first theme itself, nothing else is.
    let itself = grouped(&own(Some(0)));
    assert_eq!(theme_of(&itself, 5).origin, Origin::New, "{itself:#?}");
}

#[test]
fn other_answers_join_a_decided_theme_when_they_fit() {
    let decided = [Decided { label: "Bil og buss", answers: vec![1, 3], was: None }];
    let grouping = group(&Request {
        language: Language::Nb,
        question: "",
        answers: PARKING_AND_TRUST,
        decided: &decided,
        ..Request::default()
    });

    assert_eq!(grouping.themes[0].answers, [1, 3, 5, 7]);
}

#[test]
fn answers_join_an_empty_decided_theme_by_its_heading() {
    let decided = [
        Decided { label: "Parkering", answers: vec![], was: None },
        Decided { label: "Økonomi", answers: vec![], was: None },
    ];
    let grouping = group(&Request {
        language: Language::Nb,
        question: "",
        answers: PARKING_AND_TRUST,
        decided: &decided,
        ..Request::default()
    });

    assert_eq!(grouping.themes[0].answers, [1, 3, 5, 7]);
    assert_eq!((grouping.themes[1].label.as_str(), grouping.themes[1].answers.len()), ("Økonomi", 0));
}

#[test]
fn a_theme_keeps_its_identity_when_answers_arrive() {
    let before = group_all(Language::Nb, &PARKING_AND_TRUST[..5]);
    let previous: Vec<Vec<usize>> = before.themes.iter().map(|theme| theme.answers.clone()).collect();
    let after = group(&Request {
        language: Language::Nb,
        question: "",
        answers: PARKING_AND_TRUST,
        decided: &[],
        previous: &previous,
        ..Request::default()
    });

    assert_eq!(previous.len(), 2);
    for (number, answers) in previous.iter().enumerate() {
        let theme = theme_of(&after, answers[0]);
        assert_eq!(theme.origin, Origin::Previous(number));
        assert!(answers.iter().all(|index| theme.answers.contains(index)));
    }
}

#[test]
fn a_theme_that_was_not_there_before_is_new() {
    let grouping = group(&Request {
        language: Language::Nb,
        question: "",
        answers: PARKING_AND_TRUST,
        decided: &[],
        previous: &[vec![1, 3]],
        ..Request::default()
    });

    assert_eq!(theme_of(&grouping, 1).origin, Origin::Previous(0));
    assert_eq!(theme_of(&grouping, 0).origin, Origin::New);
}

#[test]
fn a_previous_theme_holds_answers_that_words_alone_would_not() {
    let mut answers = vec!["Tillit"; 12];
    answers.extend(["Kaffe"; 12]);
    answers.push("Tillit og kaffe");
    let (trust, coffee, both) = (0..12, 12..24, 24);
    let with = |previous: &[Vec<usize>]| {
        let language = Language::Nb;
        group(&Request { language, question: "", answers: &answers, previous, ..Request::default() })
    };

    let trust_and_both: Vec<usize> = trust.clone().chain([both]).collect();
    let coffee_and_both: Vec<usize> = coffee.clone().chain([both]).collect();

    let was_trust = with(&[trust_and_both.clone(), coffee.collect()]);
    let was_coffee = with(&[trust.collect(), coffee_and_both.clone()]);

    assert_eq!(theme_of(&was_trust, both).answers, trust_and_both);
    assert_eq!(theme_of(&was_coffee, both).answers, coffee_and_both);
}

#[test]
fn placed_answers_hardly_ever_move_while_answers_arrive() {
    let mut previous: Vec<Vec<usize>> = Vec::new();
    let (mut stayed, mut moved) = (0, 0);
    for count in 2..=ARRIVING.len() {
        let grouping = group(&Request {
            language: Language::Nb,
            question: "",
            answers: &ARRIVING[..count],
            decided: &[],
            previous: &previous,
            ..Request::default()
        });
        for (number, answers) in previous.iter().enumerate() {
            for index in answers {
                let stays = grouping
                    .themes
                    .iter()
                    .any(|theme| theme.origin == Origin::Previous(number) && theme.answers.contains(index));
                stayed += u32::from(stays);
                moved += u32::from(!stays);
            }
        }
        previous = grouping.themes.into_iter().map(|theme| theme.answers).collect();
    }

    assert!(previous.len() >= 3, "{previous:?}");
    assert!(moved * 200 <= stayed, "{moved} moved and {stayed} stayed");
}

#[test]
fn a_regrouping_forgets_where_answers_were_but_not_which_theme_is_which() {
    let wrong = [vec![0, 2, 1], vec![3, 5, 7]];
    let request = Request {
        language: Language::Nb,
        question: "",
        answers: PARKING_AND_TRUST,
        decided: &[],
        previous: &wrong,
        ..Request::default()
    };
    let grouping = regroup(&request);

    assert_eq!(theme_of(&grouping, 0).answers, [0, 2, 4, 6]);
    assert_eq!(theme_of(&grouping, 0).origin, Origin::Previous(0));
    assert_eq!(theme_of(&grouping, 1).answers, [1, 3, 5, 7]);
    assert_eq!(theme_of(&grouping, 1).origin, Origin::Previous(1));
}

#[test]
fn words_that_mean_the_same_land_together_where_the_catalogue_knows_the_field() {
    let answers = ["Flere kurs", "Opplæring", "Kompetanse", "Parkering", "Bussen går for sjelden"];
    let grouping = group_all(Language::Nb, &answers);

    assert_eq!(theme_of(&grouping, 0).answers, [0, 1, 2]);
    assert_eq!(theme_of(&grouping, 0).label, "Kompetanse");
    assert_eq!(theme_of(&grouping, 3).answers, [3, 4]);
    assert_eq!(theme_of(&grouping, 3).label, "Parkering og transport");
}

#[test]
fn a_heading_of_the_catalogue_is_in_the_language_of_the_answers() {
    let nynorsk = ["Frivillig innsats", "Dugnad", "Ei ny løysing", "Noko anna"];
    let english = ["Where do we park?", "The bus", "Bike racks", "Salary", "Wages"];

    assert_eq!(theme_of(&group_all(Language::Nn, &nynorsk), 0).label, "Frivillig arbeid");
    assert_eq!(theme_of(&group_all(Language::En, &english), 0).label, "Parking and travel");
}

#[test]
fn a_misspelt_word_means_what_the_word_means() {
    let answers = ["Mer kompetanse", "Kompetnse", "Opplæring", "Parkering", "Buss"];

    assert_together(Language::Nb, &answers, &[0, 1, 2]);
}

#[test]
fn a_theme_is_explained_by_what_its_answers_share() {
    let answers = ["Flere kurs", "Opplæring", "Et kurs", "Parkering", "Buss"];
    let request = Request { language: Language::Nb, question: "", answers: &answers, ..Request::default() };
    let grouping = group(&request);
    let explanation = explain(&request, &grouping);

    assert_eq!(explanation.themes.len(), grouping.themes.len());
    assert_eq!(explanation.themes[0].words, [("kurs".to_owned(), 2)]);
    assert_eq!(explanation.themes[0].concepts, [("Kompetanse".to_owned(), 3)]);
    assert_eq!(explanation.themes[0].typical, Some(0));
    assert_eq!(explanation.gate, 1.0);
    assert!(explanation.share > 0.9, "{explanation:?}");
}

#[test]
fn a_field_that_the_catalogue_does_not_know_is_left_to_its_words() {
    let answers = ["Sjøørret", "Fluefiske etter sjøørret", "Røye", "Pilke røye", "Harr og vederbuk"];
    let request = Request { language: Language::Nb, question: "", answers: &answers, ..Request::default() };
    let grouping = group(&request);

    assert_eq!(explain(&request, &grouping).gate, 0.0);
    assert_eq!(theme_of(&grouping, 0).answers, [0, 1]);
    assert_eq!(theme_of(&grouping, 0).label, "Sjøørret");
    assert_eq!(theme_of(&grouping, 2).answers, [2, 3]);
}

#[test]
fn word_tables_are_sorted_complete_and_small() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/theming/assets");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a table");
    for (name, vectors) in [
        ("wordcount.nb.tsv", None),
        ("stemvec.nb.vocab.tsv", Some(("stemvec.nb.100.i8", 100))),
        ("wordvec.en.vocab.tsv", Some(("wordvec.en.128.i8", 128))),
    ] {
        let text = read(name);
        let words: Vec<&str> =
            text.lines().map(|line| line.split_once('\t').expect("a word and a tab").0).collect();
        assert!(words.is_sorted_by(|one, next| one < next), "{name} is not sorted");
        if let Some((rows, dimensions)) = vectors {
            let bytes = fs::metadata(folder.join(rows)).expect("vectors").len();
            assert_eq!(bytes, words.len() as u64 * dimensions, "{rows} has not a row for each word");
            for (row, line) in text.lines().enumerate() {
                assert!(line.ends_with(&format!("\t{row}")), "{line} is on line {row} of {name}");
            }
        }
    }

    let sizes = fs::read_dir(&folder).expect("the folder").map(|file| {
        let file = file.expect("a file");
        file.metadata().expect("a size").len()
    });
    assert!(sizes.sum::<u64>() <= 8_000_000, "the tables are too large for the binary");
}

#[test]
fn the_language_is_told_from_all_answers_together() {
    assert_eq!(detect_language(&["Vi må få vite hva som skjer", "ikke for fort"], ""), Language::Nb);
    assert_eq!(detect_language(&["Vi må få vite kva som skjer", "ikkje for fort"], ""), Language::Nn);
    assert_eq!(detect_language(&["We want to know what happens", "not too fast"], ""), Language::En);
    assert_eq!(detect_language(&["Info", "IT"], "What worries you most about the move?"), Language::En);
    assert_eq!(detect_language(&[], ""), Language::Nb);
}

#[test]
fn more_answers_than_are_linked_at_once_still_find_their_themes() {
    let subjects = ["parkering", "tillit", "kaffe", "bemanning"];
    let wishes = ["Mer", "Bedre", "Håper på", "Vi trenger", "Det må bli"];
    let texts: Vec<String> =
        (0..4_000).map(|index| format!("{} {}", wishes[index / 4 % 5], subjects[index % 4])).collect();
    let answers: Vec<&str> = texts.iter().map(String::as_str).collect();
    let grouping = group_all(Language::Nb, &answers);

    assert_eq!(grouping.themes.len(), 4);
    for theme in &grouping.themes {
        assert_eq!(theme.answers.len(), 1_000);
        assert!(theme.answers.iter().all(|index| index % 4 == theme.answers[0] % 4));
    }
}

/// Texts as they come: words that meet, and anything at all.
fn any_answer() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "tillit",
        "Tilliten",
        "parkering",
        "ledere",
        "lederne",
        "ledelse",
        "ansvarsfordeling",
        "ansvar",
        "ikke",
        "og",
        "IKT",
        "e\u{301}n",
        "👩‍👩‍👧",
        "ثقة",
        "?!",
        "don’t",
        "bemaning",
        "bemanning",
        "ﬀ",
        "İ",
    ]);
    prop_oneof![
        4 => prop::collection::vec(word, 0..8).prop_map(|words| words.join(" ")),
        1 => any::<String>(),
        1 => "\\PC{0,60}",
    ]
}

/// Sets of indexes, some out of range and some overlapping.
fn any_sets() -> impl Strategy<Value = Vec<Vec<usize>>> {
    prop::collection::vec(prop::collection::vec(0_usize..30, 0..8), 0..4)
}

proptest! {
    #[test]
    fn every_answer_stands_exactly_once_and_decisions_hold(
        answers in prop::collection::vec(any_answer(), 0..25),
        decided in any_sets(),
        previous in any_sets(),
        language in prop::sample::select(vec![Language::Nb, Language::Nn, Language::En]),
    ) {
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        let labels = ["Parkering", "", "Tillit", "👍"];
        let decided: Vec<Decided> =
            decided.into_iter().zip(labels).map(|(answers, label)| Decided { label, answers, was: None }).collect();
        let request =
            Request { language, question: "Hva med tillit?", answers: &answers, decided: &decided, previous: &previous, ..Request::default() };
        let grouping = group(&request);

        let mut seen: Vec<usize> =
            grouping.themes.iter().flat_map(|theme| theme.answers.clone()).chain(grouping.rest.clone()).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..answers.len()).collect::<Vec<_>>());

        let mut taken = BTreeSet::new();
        for (number, wanted) in decided.iter().enumerate() {
            prop_assert_eq!(grouping.themes[number].origin, Origin::Decided(number));
            prop_assert_eq!(&grouping.themes[number].label, wanted.label);
            for &index in wanted.answers.iter().filter(|&&index| index < answers.len()) {
                prop_assert!(!taken.insert(index) || grouping.themes[number].answers.contains(&index));
            }
        }

        let mut previous_used = BTreeSet::new();
        let mut headings: BTreeSet<String> = labels[..decided.len()].iter().map(|label| label.to_lowercase()).collect();
        for theme in &grouping.themes[decided.len()..] {
            prop_assert!(theme.answers.len() >= 2);
            prop_assert!(!theme.label.trim().is_empty());
            prop_assert!(headings.insert(theme.label.to_lowercase()), "{} stands twice", theme.label);
            match theme.origin {
                Origin::Previous(old) => prop_assert!(previous_used.insert(old)),
                Origin::New => {}
                Origin::Decided(_) => prop_assert!(false, "decided themes come first"),
            }
        }
        prop_assert_eq!(group(&request), grouping);

        let afresh = regroup(&request);
        let mut taken = BTreeSet::new();
        for (number, wanted) in decided.iter().enumerate() {
            prop_assert_eq!(afresh.themes[number].origin, Origin::Decided(number));
            for &index in wanted.answers.iter().filter(|&&index| index < answers.len()) {
                prop_assert!(!taken.insert(index) || afresh.themes[number].answers.contains(&index));
            }
        }
    }

    #[test]
    fn a_word_that_only_one_answer_has_never_becomes_a_heading(
        answers in prop::collection::vec(any_answer(), 1..20),
        holder in any::<prop::sample::Index>(),
    ) {
        let mut answers = answers;
        let holder = holder.index(answers.len());
        answers[holder].push_str(" tillit Qwzkanari");
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();

        for theme in group_all(Language::Nb, &answers).themes {
            prop_assert!(!theme.label.to_lowercase().contains("qwzkanari"));
        }
    }
}

#[test]
fn two_thousand_characters_without_a_space_do_no_harm() {
    let long = "å".repeat(2_000);
    let marks = format!("e{}", "\u{301}".repeat(1_999));
    let grouping = group_all(Language::Nb, &[&long, &marks, "Tillit", "Mer tillit"]);

    assert_eq!(theme_of(&grouping, 2).answers, [2, 3]);
}
