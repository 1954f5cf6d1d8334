//! What is wanted in the minutes, and what stands on top of them.

use plenum::export::{MinutesChoices, ThemeOrder, markdown, minutes};
use plenum::session::{Event, ItemId, Language, ThemeId};

use super::gathering::{Gathering, choice, open_question, options, plan, ranking, under_headings};

fn told(gathering: &Gathering, choices: MinutesChoices) -> String {
    markdown(&minutes(&gathering.session, &options(1).choosing(choices)))
}

#[test]
fn single_answers_are_left_out_and_their_numbers_stay() {
    let gathering = under_headings(Language::Nb);
    let whole = told(&gathering, MinutesChoices::default());
    let short = told(&gathering, MinutesChoices { answers: false, ..MinutesChoices::default() });
    assert!(whole.lines().any(|line| line.starts_with("- ")), "{whole}");
    assert!(!short.lines().any(|line| line.starts_with("- ")), "{short}");
    let headings = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect()
    };
    assert_eq!(headings(&short), headings(&whole));
}

#[test]
fn what_unites_and_divides_stays_where_single_answers_are_left_out() {
    let short =
        told(&super::archive::voted(), MinutesChoices { answers: false, ..MinutesChoices::default() });
    assert!(short.contains("| Faste team | 5 | 0 | 1 |") && short.contains("| Flere møter | 3 | 3 | 0 |"));
    assert!(!short.contains("Biler") && !short.contains("Ingen så dette"), "{short}");
}

#[test]
fn the_wording_follows_the_chosen_language() {
    let gathering = under_headings(Language::Nb);
    let english =
        told(&gathering, MinutesChoices { language: Some(Language::En), ..MinutesChoices::default() });
    assert!(english.contains("*Minutes*") && english.contains("## Questions and answers"), "{english}");
    assert!(english.contains("Samhandling (3)"), "what people wrote stays as it is");
}

#[test]
fn themes_come_by_size_where_that_is_chosen() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    for text in ["a", "b", "c", "d", "e", "f"] {
        gathering.answer(1, text);
    }
    gathering.group(1, &[("To", &[1, 2]), ("Tre", &[3, 4, 5]), ("En", &[6])]);
    gathering.now(Event::ThemesOrdered { item: ItemId(1), first: vec![ThemeId(3), ThemeId(1)] });
    let order = |themes| {
        let text = told(&gathering, MinutesChoices { themes, ..MinutesChoices::default() });
        let headings = text.lines().filter_map(|line| line.strip_prefix("#### "));
        headings.map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(order(ThemeOrder::Board), ["En (1)", "To (2)", "Tre (3)"]);
    assert_eq!(order(ThemeOrder::Count), ["Tre (3)", "To (2)", "En (1)"]);
}

#[test]
fn the_summary_names_what_most_people_said_and_nothing_else() {
    let items = vec![
        open_question("Hva nå?"),
        choice("Skal vi begynne?", &["Ja", "Nei"], 1),
        ranking("Hva først?", &["Biler", "Team"], 2),
        open_question("Noe mer?"),
    ];
    for (language, lines) in [
        (
            Language::Nb,
            [
                "* Hva nå? 3 svarte. Flest svar om: Tid (2) og Ro (1).",
                "* Skal vi begynne? 3 svarte. Flest valgte: Ja (2) og Nei (1).",
                "* Hva først? 1 svarte. Øverst: Team.",
                "* Noe mer? Ingen svarte.",
            ],
        ),
        (
            Language::En,
            [
                "* Hva nå? 3 answered. Most answers on: Tid (2) and Ro (1).",
                "* Skal vi begynne? 3 answered. Most chosen: Ja (2) and Nei (1).",
                "* Hva først? 1 answered. On top: Team.",
                "* Noe mer? Nobody answered.",
            ],
        ),
    ] {
        let mut gathering = Gathering::new(plan(language, items.clone()));
        for item in 1..=4 {
            gathering.show(item, "12:00");
            gathering.open(item);
        }
        for text in ["a", "b", "c"] {
            gathering.answer(1, text);
        }
        gathering.group(1, &[("Tid", &[1, 2]), ("Ro", &[3])]);
        for option in [0, 0, 1] {
            gathering.choose(2, &[option]);
        }
        gathering.rank(3, &[1, 0]);
        let text = told(&gathering, MinutesChoices::default());
        assert!(text.contains(&lines.join("\n")), "{text}");
    }
}
