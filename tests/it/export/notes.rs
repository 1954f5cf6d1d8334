//! What the facilitator noted: decisions and what is to be done on top, each note where it belongs.

use plenum::export::{Minutes, html, markdown};
use plenum::session::{Event, ItemId, Language, NoteKind};

use super::gathering::{Gathering, open_question, plan, talk};

fn noted(language: Language) -> Gathering {
    let items =
        vec![talk("09:00", "09:10", "Åpning", ""), open_question("Hva nå?"), open_question("Ikke spurt om")];
    let mut gathering = Gathering::new(plan(language, items));
    gathering.show(1, "09:00");
    gathering.note(1, 1, NoteKind::Note, "Ordføreren åpnet.\nAlle tabeller vises på *lerretet*.");
    gathering.note(2, 1, NoteKind::FollowUp, "Turid sender ut planen <i dag>");
    gathering.show(2, "09:10");
    gathering.open(2);
    gathering.answer(2, "Faste team");
    gathering.note(3, 2, NoteKind::Decision, "Vi prøver faste team fra januar");
    gathering.note(4, 3, NoteKind::Note, "Utsatt");
    gathering.at("09:40", Event::SessionEnded);
    gathering
}

#[test]
fn decisions_come_first_and_each_note_stands_where_it_belongs() {
    let page = markdown(&noted(Language::Nb).minutes());
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is not in\n{page}"));
    let order = [
        "## Beslutninger\n\n* Vi prøver faste team fra januar (Hva nå?)",
        "## Oppfølging\n\n* Turid sender ut planen \\<i dag\\> (Åpning)",
        "## Program",
        "## Notater\n\n### Åpning\n\n* Ordføreren åpnet.<br>Alle tabeller vises på \\*lerretet\\*.\n* Oppfølging: Turid sender",
        "### Ikke spurt om\n\n* Utsatt",
        "## Spørsmål og svar",
        "- Faste team",
        "#### Notater\n\n* Beslutning: Vi prøver faste team fra januar",
    ];
    let places = order.map(at);
    assert!(places.is_sorted(), "{places:?}\n{page}");
}

#[test]
fn minutes_without_notes_say_nothing_of_them() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![talk("09:00", "09:10", "Åpning", "")]));
    gathering.show(1, "09:00");
    let page = markdown(&gathering.minutes());
    for word in ["Notat", "Beslutning", "Oppfølging"] {
        assert!(!page.contains(word), "{page}");
    }
}

#[test]
fn notes_are_part_of_minutes_without_single_answers() {
    let gathering = noted(Language::En);
    let without = Minutes { lists_answers: false, ..gathering.minutes() };
    let page = html(&without, &Default::default());
    assert!(page.contains("Decision: Vi prøver faste team fra januar"), "{page}");
    assert!(page.contains("Turid sender ut planen &lt;i dag&gt;"), "{page}");
    assert!(!page.contains("<li dir=\"auto\">Faste team</li>"), "{page}");
}

#[test]
fn notes_on_a_deleted_item_are_no_part_of_the_minutes() {
    let mut gathering = noted(Language::Nb);
    gathering.now(Event::ItemDeleted { item: ItemId(3) });
    assert!(!markdown(&gathering.minutes()).contains("Utsatt"));
}
