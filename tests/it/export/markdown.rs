//! Markdown: the fixtures, and every answer exactly once, in the file and on the page a viewer makes of it.

use std::path::Path;

use plenum::export::{answers_in_markdown, escape_markdown, markdown, unescape_markdown};
use plenum::session::{AnswerId, AnswerText, Event, Family, Heading, Language, ThemeId};
use proptest::prelude::*;
use pulldown_cmark::{Event as Markup, Options, Parser, Tag, TagEnd};

use super::gathering::{Gathering, invented, open_question, plan, ranking};

#[test]
fn the_invented_gatherings_minutes_are_the_fixture() {
    let text = markdown(&invented().minutes());
    compare("lyngvaer.md", &text);
}

#[test]
fn minutes_speak_nynorsk_and_english() {
    for (language, name) in [(Language::Nn, "nynorsk.md"), (Language::En, "english.md")] {
        let mut gathering =
            Gathering::new(plan(language, vec![open_question("A?"), ranking("B?", &["C", "D", "E"], 2)]));
        gathering.show(1, "12:15");
        gathering.open(1);
        for text in ["one", "two", "three", "four"] {
            gathering.answer(1, text);
        }
        gathering.group(1, &[("Numbers", &[1, 2, 3])]);
        gathering.now(Event::ThemeDecided {
            item: plenum::session::ItemId(1),
            theme: ThemeId(1),
            label: Heading::parse("Small numbers").unwrap(),
            answers: Vec::new(),
            absorbed: None,
        });
        gathering.show(2, "12:45");
        gathering.open(2);
        gathering.rank(2, &[2, 1]);
        gathering.at("13:00", Event::SessionEnded);
        compare(name, &markdown(&gathering.minutes()));
    }
}

#[test]
fn themes_stand_under_their_heading_and_hidden_ones_are_only_counted() {
    for (language, kept_out) in [
        (Language::Nb, "Prosesslederen har holdt 1 svar utenfor referatet."),
        (Language::Nn, "Prosessleiaren har halde 1 svar utanfor referatet."),
        (Language::En, "The facilitator has kept 1 answer out of the minutes."),
    ] {
        let mut gathering = Gathering::new(plan(language, vec![open_question("A?")]));
        gathering.show(1, "12:15");
        gathering.open(1);
        for text in ["one", "two", "three", "four", "five", "secret"] {
            gathering.answer(1, text);
        }
        gathering.group(1, &[("Low", &[1, 2]), ("High", &[3]), ("Alone", &[4]), ("Hidden", &[6])]);
        let item = plenum::session::ItemId(1);
        let under =
            Family { label: Heading::parse("Low and high").unwrap(), themes: vec![ThemeId(2), ThemeId(1)] };
        gathering.now(Event::FamiliesArranged { item, families: Some(vec![under]) });
        gathering.now(Event::ThemeHidden {
            item,
            theme: ThemeId(4),
            label: Heading::parse("Hidden").unwrap(),
            answers: vec![AnswerId(6)],
        });
        let text = markdown(&gathering.minutes());
        let order = [
            "#### Low and high (3)",
            "Low (2) · High (1)",
            "##### Low (2)",
            "##### High (1)",
            "#### Alone (1)",
        ];
        let places: Vec<usize> = order
            .iter()
            .map(|line| text.find(&format!("\n{line}\n")).unwrap_or_else(|| panic!("{line}: {text}")))
            .collect();
        assert!(places.is_sorted(), "{text}");
        assert!(text.contains(kept_out), "{text}");
        assert!(!text.contains("secret") && !text.contains("Hidden"), "{text}");
    }
}

#[test]
fn five_hundred_answers_stand_once_each() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    for number in 0..500 {
        let text = AnswerText::parse(&format!("Svar nummer {}", number / 2)).unwrap();
        let content = plenum::session::AnswerContent::Text { text };
        gathering.give(1, (number % 50) as u8, content);
    }
    gathering.group(1, &[("Første", &(1..=300).collect::<Vec<u32>>())]);
    let text = markdown(&gathering.minutes());
    assert!(text.contains("50 deltakere svarte og ga 500 svar."));
    assert!(text.contains("#### Første (300)\n") && text.contains("#### Andre tema (200)\n"));
    assert_same(answers_in_markdown(&text), gathering.standing(1));
}

proptest! {
    #[test]
    fn an_escaped_text_is_one_line_and_comes_back(text in hostile()) {
        let line = escape_markdown(&text);
        prop_assert!(!line.contains('\n'));
        prop_assert_eq!(unescape_markdown(&line), text);
    }

    #[test]
    fn every_answer_stands_exactly_once_word_for_word(
        texts in proptest::collection::vec(hostile(), 0..12),
        themes in proptest::collection::vec(hostile(), 0..3),
        removed in any::<bool>(),
    ) {
        let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("- Hva\n# nå?")]));
        gathering.show(1, "12:00");
        gathering.open(1);
        for text in &texts {
            gathering.answer(1, text);
        }
        let labels: Vec<String> = themes.iter().map(|label| label.chars().take(100).collect()).collect();
        let grouped: Vec<Vec<u32>> = (0..labels.len() as u32).map(|theme| vec![2 * theme + 1, 2 * theme + 2]).collect();
        let groups: Vec<(&str, &[u32])> =
            labels.iter().map(String::as_str).zip(grouped.iter().map(Vec::as_slice)).collect();
        gathering.group(1, &groups);
        if removed && !texts.is_empty() {
            gathering.withdraw(1, 1);
        }
        let text = markdown(&gathering.minutes());
        assert_same(answers_in_markdown(&text), gathering.standing(1));
        assert_same(answers_as_viewed(&text), gathering.standing(1));
    }
}

/// Texts as people and attackers write them: everything Markdown knows, in every place.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-zæøå]{1,6}",
        4 => proptest::sample::select(vec![
            "\n", "\n\n", " ", "- ", "* ", "+ ", "1. ", "12) ", "# ", " #", "> ", "---", "===", "```", "~~~", "    ",
            "\\", "\\\\", "<br>", "\\<br>", "<!--", "&amp;", "&#10;", "[x](y)", "![", "[ ] ", "[^1]: ", "|", "*", "**",
            "_", "`", "~", "$", "!", "https://a_b.no/*x*", "www.a_b.no", "<script>", ":--", "\u{202e}", "שלום", "مرحبا",
            "👩‍👩‍👧", "e\u{301}", "\u{feff}", "\u{ffff}", "\u{a0}",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("answers hold none", |letter| !letter.is_control()).prop_map(String::from),
    ];
    proptest::collection::vec(piece, 1..8)
        .prop_map(|pieces| AnswerText::parse(&pieces.concat()).unwrap().to_string())
        .prop_filter("answers are not empty", |text| !text.is_empty())
}

/// The list items below the headings of answers, as text, after a viewer has read the Markdown.
fn answers_as_viewed(markdown: &str) -> Vec<String> {
    let start = markdown.find("## Spørsmål og svar").unwrap_or(markdown.len());
    let mut answers = Vec::new();
    let mut item = None;
    for event in Parser::new_ext(&markdown[start..], Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match (event, &mut item) {
            (Markup::Start(Tag::Item), None) => item = Some(String::new()),
            (Markup::End(TagEnd::Item), text) => answers.extend(text.take()),
            (Markup::Text(text), Some(item)) => item.push_str(&text),
            (Markup::InlineHtml(html), Some(item)) if &*html == "<br>" => item.push('\n'),
            (Markup::Start(Tag::Paragraph) | Markup::End(TagEnd::Paragraph), Some(_)) => {}
            (other, Some(_)) => panic!("an answer became {other:?} in\n{markdown}"),
            (_, None) => {}
        }
    }
    answers
}

fn assert_same(mut found: Vec<String>, mut expected: Vec<String>) {
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

/// Compares with a fixture; with `UPDATE_FIXTURES=1` writes it instead, to be read before it is kept.
fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minutes").join(name);
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, kept, "{name} differs; UPDATE_FIXTURES=1 writes it anew");
}
