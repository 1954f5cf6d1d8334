//! HTML: one file that needs nothing else, with every answer once, word for word, as a browser reads it.

use plenum::export::{MinutesChoices, Outcome, Pictures, html, minutes};
use plenum::session::Language;
use scraper::{Html, Selector};

use super::gathering::{Gathering, invented, open_question, options, plan, under_headings};
use super::hostile::hostile;

#[test]
fn headings_have_their_levels_and_a_list_leads_to_them() {
    let page = Page::of(&under_headings(Language::Nb));
    assert_eq!(page.lang(), "nb");
    assert_eq!(page.texts("h1"), ["Helse i Lyngvær"]);
    assert_eq!(page.texts("main h2"), ["Kort fortalt", "Program", "Spørsmål og svar"]);
    assert_eq!(page.texts("h5"), ["Ansvar (3)", "Samhandling (3)"]);
    assert!(!page.document.html().contains("Parkering"), "what is hidden is left out");

    let page = Page::of(&super::sheet::every_kind());
    let led: Vec<String> = page.attributes("nav a", "href");
    assert!(led.len() >= 4, "{led:?}");
    for (address, text) in led.iter().zip(page.texts("nav a")) {
        assert_eq!(page.texts(&format!(":is(h2, h3){address}")), [text]);
    }
    assert!(page.count(".bar") > 0 && page.count("table thead th[scope=col]") > 0);
    assert_eq!(page.count("tbody tr"), page.count("tbody th[scope=row]"));
}

#[test]
fn peoples_own_words_keep_the_language_of_the_session() {
    let gathering = invented();
    let told = |language| {
        let choices = MinutesChoices { language, ..MinutesChoices::default() };
        let minutes = minutes(&gathering.session, &options(7).choosing(choices));
        Page { document: Html::parse_document(&html(&minutes, &Pictures::new())) }
    };
    assert_eq!(told(None).count("body [lang]"), 0, "all is in one");
    let page = told(Some(Language::En));
    assert_eq!(page.lang(), "en");
    assert_eq!(page.texts("main h2")[0], "In short");
    for own in ["h1", "h3", ".answers", ".programme span"] {
        let all = page.count(&format!("main {own}, header {own}"));
        assert!(all > 0, "{own}");
        assert_eq!(page.count(&format!(":is(main, header) {own}[lang=nb]")), all, "{own}");
    }
    assert_eq!(page.count(":is(h2, h4, h5, p.note)[lang]"), 0);
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    for gathering in [invented(), super::sheet::every_kind()] {
        let page = Page::of(&gathering);
        assert_eq!(page.count("script, link, iframe, object, embed, base, form"), 0);
        let addresses =
            [page.attributes("[src]", "src"), page.attributes("nav [href], main [href]", "href")].concat();
        assert!(addresses.iter().all(|address| address.starts_with("data:") || address.starts_with('#')));
        let style = page.texts("style").concat();
        assert!(!style.contains("url(") && !style.contains("@import"), "{style}");
    }
}

#[test]
fn hostile_texts_stand_once_each_word_for_word() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    gathering.answer(1, "ja");
    let mut minutes = gathering.minutes();
    match &mut minutes.questions[0].outcome {
        Outcome::Open(open) => open.rest = hostile(),
        other => panic!("{other:?} is no free text"),
    }
    let page = Page { document: Html::parse_document(&html(&minutes, &Pictures::new())) };
    let written = |letter: char| {
        let code = u32::from(letter);
        let control = letter.is_control() && !matches!(letter, '\n' | '\t');
        let none = control || (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe;
        if none { '\u{fffd}' } else { letter }
    };
    let expected: Vec<String> = hostile().iter().map(|text| text.chars().map(written).collect()).collect();
    assert!(page.texts(".answers li") == expected, "an answer has changed");
    assert_eq!(
        page.count("main *"),
        page.count("main :is(h2, h3, p, ul, li, strong)"),
        "a text became markup"
    );
}

/// A document as a browser reads it.
struct Page {
    document: Html,
}

impl Page {
    fn of(gathering: &Gathering) -> Page {
        Page { document: Html::parse_document(&html(&gathering.minutes(), &Pictures::new())) }
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        self.document.select(&selector).map(|element| element.text().collect()).collect()
    }

    fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let found = self.document.select(&selector).filter_map(|element| element.attr(name));
        found.map(str::to_owned).collect()
    }

    fn count(&self, selector: &str) -> usize {
        self.document.select(&Selector::parse(selector).unwrap()).count()
    }

    fn lang(&self) -> &str {
        self.document.root_element().attr("lang").unwrap()
    }
}
