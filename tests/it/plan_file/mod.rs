//! A plan as a text: what is read, what is refused, and that nothing is lost on the way there and back.

mod documents;
mod plans;
mod problems;
mod properties;

use plenum::plan_file;
use plenum::session::{Ask, ItemContent, ItemPlan, Plan, TimerPlan};

/// A text that must be a plan.
#[track_caller]
fn read(text: &str) -> Plan {
    plan_file::read(text).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"))
}

/// The only item under a title.
#[track_caller]
fn item(text: &str) -> ItemPlan {
    let plan = read(&format!("Tittel: T\n\n{text}"));
    assert_eq!(plan.items.len(), 1, "{plan:#?}");
    plan.items.into_iter().next().unwrap()
}

#[track_caller]
fn ask(text: &str) -> Ask {
    let ItemContent::Question(question) = item(text).content else { panic!("no question: {text}") };
    question.ask
}

fn timer(text: &str) -> TimerPlan {
    item(text).timer.expect("a clock")
}

#[test]
fn a_plan_is_read_as_a_person_writes_it() {
    let plan = read(
        "Tittel: Helsetjenesten på nytt\nSted: Storsalen, Fjordvik\nDato: 2026-11-21\nSpråk: nb\n\n\
         09:00–09:15 Velkommen\nHvem: Kommunalsjefen\n\n\
         # Bordene er satt på forhånd.\n\
         09:15–09:45 Gruppearbeid: Hva vil vi bevare?\nHvordan: Fem og fem ved bordene,\n  med sekretær\n\n\
         09:45 Spørsmål: Hva er det viktigste vi tar med oss?\nSvar på: fritekst\nAntall svar: 3\n\n\
         10:00 Spørsmål: Hva haster mest?\nSvar på: valg\nVelg inntil: 2\n- Rekruttering\n- Digitale verktøy\n\n\
         10:15–10:30 Pause\n",
    );
    let expected = serde_json::json!({
        "details": {"title": "Helsetjenesten på nytt", "language": "nb", "place": "Storsalen, Fjordvik",
                    "date": "2026-11-21"},
        "items": [
            {"starts": "09:00", "ends": "09:15", "what": "Velkommen", "who": "Kommunalsjefen",
             "content": {"kind": "talk"}},
            {"starts": "09:15", "ends": "09:45", "what": "Hva vil vi bevare?",
             "how": "Fem og fem ved bordene,\nmed sekretær", "content": {"kind": "group_work"}},
            {"starts": "09:45", "content": {"kind": "question", "prompt": "Hva er det viktigste vi tar med oss?",
             "ask": {"type": "open_text", "answers_max": 3, "length_max": 280}}},
            {"starts": "10:00", "content": {"kind": "question", "prompt": "Hva haster mest?",
             "ask": {"type": "choice", "options": ["Rekruttering", "Digitale verktøy"], "most": 2}}},
            {"starts": "10:15", "ends": "10:30", "what": "Pause", "content": {"kind": "break"}},
        ],
    });
    assert_eq!(plan, serde_json::from_value(expected).unwrap());
}

#[test]
fn every_language_is_understood_whatever_the_plans_own() {
    let norwegian =
        read("Tittel: T\nSpråk: en\n\n9.00 Spørsmål: Kor mykje?\nSvar med: tal\nMinste tall: 1\n");
    let english = read(
        "TITLE: T\nlanguage: English\n\nat 9:00 question: Kor mykje?\nanswer WITH: Number\nminste tal: 1",
    );
    assert_eq!(norwegian, english);
}

#[test]
fn a_plan_without_a_language_has_that_of_its_first_word() {
    use plenum::session::Language;
    let language = |text: &str| read(text).details.language;
    assert_eq!(language("Tittel: T"), Language::Nb);
    assert_eq!(language("Title: T"), Language::En);
    assert_eq!(language("Stad: Bø\nTittel: T"), Language::Nn);
}

#[test]
fn times_are_read_in_every_way_people_write_them() {
    for times in [
        "09:00–09:15",
        "9.00-9.15",
        "kl. 09:00 – 09:15",
        "Kl 9:00 til kl. 9.15",
        "at 9:00 to 9:15",
        "09:00—09:15:",
    ] {
        let item = item(&format!("{times} Velkommen"));
        let read = (item.starts.unwrap().to_string(), item.ends.unwrap().to_string(), item.what.to_string());
        assert_eq!(read, ("09:00".into(), "09:15".into(), "Velkommen".into()), "{times}");
    }
    let item = item("Innlegg: Velkommen\nTil: 09:15");
    assert_eq!((item.starts, item.ends.unwrap().to_string()), (None, "09:15".to_owned()));
}

#[test]
fn a_title_may_look_like_anything() {
    for title in
        ["09:00 og litt til", "- hilsen", "# 1", "Hvem: alle", "Pause: kaffe", "Spørsmål", "\\o/", "25:00"]
    {
        assert_eq!(item(&format!("Innlegg: {title}")).what.as_str(), title);
        assert_eq!(item(&format!("08:00–08:30 Innlegg: {title}")).what.as_str(), title);
    }
    assert_eq!(item("08:00 Helse: status og plan").what.as_str(), "Helse: status og plan");
}

#[test]
fn lines_that_are_indented_go_on_and_an_escape_keeps_them_as_they_are() {
    let how = |text: &str| item(&format!("Innlegg: x\n{text}")).how.to_string();
    assert_eq!(how("Hvordan: a\n  b\n\tc"), "a\nb\nc");
    assert_eq!(how("Hvordan: a\n\n  b"), "a\n\nb", "a blank line between stays");
    assert_eq!(how("Hvordan: a\n  \\# b\n  \\Hvem: c\n  \\  d\n  \\\\e"), "a\n# b\nHvem: c\n  d\n\\e");
    assert_eq!(how("Hvordan:\n  - a\n  - b"), "- a\n- b", "a list may stand in a paragraph");
    assert_eq!(how("Hvordan: a\n  # a comment\n  b"), "a\nb");
    assert_eq!(how("  Hvordan: a\r\n  b\r\n"), "a\nb", "fields may be indented, lines end as in Windows");
}

#[test]
fn ways_to_answer_are_known_by_their_names_and_by_their_lists() {
    let json = |text: &str| serde_json::to_value(ask(text)).unwrap();
    assert_eq!(json("Spørsmål: x")["type"], "open_text");
    assert_eq!(json("Spørsmål: x\n- a\n- b")["type"], "choice");
    assert_eq!(json("Spørsmål: x\n  - a\n  • b\n  * c")["type"], "choice");
    assert_eq!(json("Ordsky: x")["type"], "word_cloud");
    assert_eq!(json("100 poeng: x\n- a\n- b")["type"], "points");
    assert_eq!(json("Scale: x\n- a")["steps"], 5);
    assert_eq!(json("Rangering: x\n- a\n- b\n- c")["top"], 3);
    assert_eq!(json("Ranking: x\n- a\n- b\n- c\nRank: 2")["top"], 2);
}

#[test]
fn right_answers_are_named() {
    let choice = ask("Valg: x\n- Rett *\n- [x] Galt\n- - 5\nRiktig svar: - 5\nRiktig svar: rett *");
    let expected = serde_json::json!(
        {"type": "choice", "options": ["Rett *", "[x] Galt", "- 5"], "most": 2, "correct": [2, 0]}
    );
    assert_eq!(serde_json::to_value(choice).unwrap(), expected);
    let number = ask("Tall: x\nRiktig svar: 1 034,5\nMinste tall: −2");
    let expected = serde_json::json!({"type": "number", "unit": "", "least": -2.0, "most": null, "decimals": 1,
                                      "solution": 1034.5});
    assert_eq!(serde_json::to_value(number).unwrap(), expected);
}

#[test]
fn lengths_of_a_clock_are_read_in_every_way_people_write_them() {
    let clock = timer(
        "Pause\nKlokke: 2\nKlokke: 0:30 Bytt\nKlokke: 1 t 5 min 10 s – 2 og 2\nKlokke: 90 sek.\nKlokka starter selv: ja",
    );
    let read: Vec<_> =
        clock.stretches.iter().map(|stretch| (stretch.seconds, stretch.label.as_str())).collect();
    assert_eq!(read, [(120, ""), (30, "Bytt"), (3_910, "2 og 2"), (90, "")]);
    assert!(clock.starts_itself && !clock.closes_question);
}
