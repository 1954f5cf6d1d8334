//! Notes on items: written, changed and taken away by the facilitator alone, and told to nobody else.

use plenum::session::{NOTES_MAX, Note, NoteId, NoteKind, NoteView, Paragraph};

use super::*;

fn text(text: &str) -> Paragraph {
    Paragraph::parse(text).unwrap()
}

fn write(on: u32, kind: NoteKind, said: &str) -> F {
    F::WriteNote { item: item(on), kind, text: text(said), again: None }
}

fn change(note: u32, kind: NoteKind, said: &str) -> F {
    F::ChangeNote { note: NoteId(note), kind, text: text(said) }
}

fn remove(note: u32) -> F {
    F::RemoveNote { note: NoteId(note) }
}

fn told(gathering: &Gathering) -> Vec<NoteView> {
    let parts = snapshot(&gathering.session, Audience::Facilitator);
    let notes = parts
        .into_iter()
        .find_map(|part| if let Change::Notes { notes } = part { Some(notes) } else { None });
    notes.expect("the facilitator is told of notes")
}

#[test]
fn notes_are_numbered_for_ever_and_told_to_the_facilitator_alone() {
    let gathering = gathering()
        .given(write(1, NoteKind::Note, "Åpnet av\nkommunalsjefen"))
        .given(write(2, NoteKind::FollowUp, "Turid ringer fastlegene"))
        .given(remove(2))
        .given(write(2, NoteKind::Note, "Faste team"))
        .given(change(1, NoteKind::Note, "Åpnet av ordføreren"))
        .given(change(3, NoteKind::Decision, "Vi prøver faste team"));
    let expected =
        [(1, 1, NoteKind::Note, "Åpnet av ordføreren"), (3, 2, NoteKind::Decision, "Vi prøver faste team")];
    let expected = expected.map(|(id, on, kind, said)| NoteView {
        id: NoteId(id),
        note: Note { item: item(on), kind, text: text(said) },
    });
    assert_eq!(told(&gathering), expected);
    for audience in [Audience::Phone, Audience::Presenter] {
        let seen = serde_json::to_string(&snapshot(&gathering.session, audience)).unwrap();
        assert!(!seen.contains("faste team"), "{audience:?} is told a note");
    }
}

#[test]
fn what_a_note_said_before_and_one_that_is_taken_away_are_erased() {
    let mut gathering = gathering();
    let position = |gathering: &Gathering| gathering.session.position;
    gathering.when(write(1, NoteKind::Note, "Første utkast")).unwrap();
    let first = position(&gathering);
    gathering.when(change(1, NoteKind::Note, "Andre utkast")).unwrap();
    assert_eq!(Vec::from_iter(gathering.erasable.clone()), [first]);
    let second = position(&gathering);
    gathering.when(remove(1)).unwrap();
    assert_eq!(Vec::from_iter(gathering.erasable.clone()), [first, second]);
}

#[test]
fn a_note_needs_an_item_and_something_to_say_and_there_is_room_for_so_many() {
    let mut gathering = gathering();
    gathering.refuses(write(9, NoteKind::Note, "Hvor?"), Rejection::NoSuchItem);
    gathering.refuses(write(1, NoteKind::Note, " \n "), Rejection::NoteEmpty);
    gathering.refuses(change(1, NoteKind::Note, "Hva?"), Rejection::NoSuchNote);
    gathering.refuses(remove(1), Rejection::NoSuchNote);
    for number in 0..NOTES_MAX {
        gathering.when(write(1, NoteKind::Note, &format!("Notat {number}"))).unwrap();
    }
    gathering.refuses(write(1, NoteKind::Note, "Et til"), Rejection::TooManyNotes);
    gathering.refuses(change(1, NoteKind::Note, ""), Rejection::NoteEmpty);
    gathering.when(remove(1)).unwrap();
    gathering.refuses(change(1, NoteKind::Note, "Tilbake?"), Rejection::NoSuchNote);
    gathering.when(write(1, NoteKind::Note, "Et til")).unwrap();
}

#[test]
fn a_note_that_was_taken_away_and_comes_back_stands_where_it_stood() {
    let again = |on: u32, said: &str, note: u32| {
        let (item, kind) = (item(on), NoteKind::Note);
        F::WriteNote { item, kind, text: text(said), again: Some(NoteId(note)) }
    };
    let gathering = gathering()
        .given(write(1, NoteKind::Note, "Først"))
        .given(write(1, NoteKind::Note, "Sist"))
        .given(remove(1))
        .given(again(1, "Først", 1))
        // A number that is in use, or never was, is none to come back to.
        .given(again(1, "Etter", 2))
        .given(again(1, "Til slutt", 40));
    let stand: Vec<_> = told(&gathering).iter().map(|view| (view.id.0, view.note.text.to_string())).collect();
    let expected = [(1, "Først"), (2, "Sist"), (3, "Etter"), (4, "Til slutt")];
    assert_eq!(stand, expected.map(|(id, said)| (id, said.to_owned())));
}

#[test]
fn a_note_that_says_the_same_is_no_fact() {
    let mut gathering = gathering().given(write(1, NoteKind::Note, "Det samme"));
    gathering.is_so_already(change(1, NoteKind::Note, "Det samme"));
}

#[test]
fn notes_can_be_written_when_the_session_is_over_for_good() {
    let gathering = gathering()
        .given(F::Next)
        .given(F::EndSession)
        .given(write(1, NoteKind::Decision, "Rett etterpå"))
        .given(Command::Seal)
        .given(change(1, NoteKind::Decision, "Dagen etter"));
    assert_eq!(told(&gathering)[0].note.text.as_str(), "Dagen etter");
}

#[test]
fn notes_on_a_deleted_item_come_back_with_it_until_they_are_erased() {
    let mut gathering =
        gathering().given(write(1, NoteKind::Note, "Husk dette")).given(F::DeleteItem { item: item(1) });
    assert!(gathering.session.waits_since().is_some());
    gathering.when(F::UndoProgramme).unwrap();
    assert_eq!(gathering.session.waits_since(), None);
    gathering.when(F::DeleteItem { item: item(1) }).unwrap();
    gathering.when(Command::EraseRemoved { before_ms: i64::MAX }).unwrap();
    assert_eq!(told(&gathering), []);
    assert_eq!(gathering.session.waits_since(), None);
}
