//! An archive holds the whole session and nobody in it, keeps to its schema, and gives the same results again.

use bytes::Bytes;
use plenum::export::{Archive, ArchiveError, Minutes, archive, archive_schema, from_archive, minutes};
use plenum::session::{
    AnswerContent, AnswerId, AnswerKey, AskedId, AskedPlace, AskedText, AskingPlan, Event, ItemId, Language,
    Limits, Moderation, NoteKind, PictureId, PictureSize, Plan, Pseudonym, QuestionResults, RoleId, Session,
    Stand, ThemeId, results,
};
use serde_json::Value;

use super::archived_quiz::played;
use super::gathering::{Gathering, choice, invented, open_question, options, plan, under_headings};
use super::hostile::hostile;
use super::others::something_else;
use super::sheet::every_kind;

const LIMITS: Limits = Limits { participants_max: 300, answers_max: 1_000 };
const NOW_MS: i64 = 1_800_000_000_000;

fn all() -> [Gathering; 10] {
    [
        invented(),
        every_kind(),
        two_rounds(),
        tidied(),
        under_headings(Language::Nb),
        moderated(),
        met(),
        something_else(2),
        voted(),
        played(),
    ]
}

#[test]
fn a_session_that_is_read_back_has_the_same_minutes() {
    for gathering in all() {
        let again = read_back(&archive(&gathering.session, 7));
        assert_eq!(told(&again), told(&gathering.session));
        assert!(again.is_over());
    }
}

#[test]
fn a_session_that_is_read_back_has_the_same_results() {
    for gathering in all() {
        let again = read_back(&archive(&gathering.session, 7));
        assert_eq!(shown(&again), shown(&gathering.session));
    }
}

#[test]
fn an_archive_of_what_was_read_back_is_the_same_archive() {
    for gathering in all() {
        let first = archive(&gathering.session, 7);
        assert_eq!(archive(&read_back(&first), 7), first);
    }
}

#[test]
fn an_archive_takes_pictures_as_long_as_there_is_room_and_its_items_show_only_those() {
    let id = |byte: u8| PictureId::new([byte; 16]);
    let shows = |picture: PictureId| {
        let plan = serde_json::json!({"content": {"kind": "question", "prompt": "Hva ser du?",
            "picture": {"id": picture.to_string(), "width": 60, "height": 40},
            "ask": {"type": "open_text", "answers_max": 1, "length_max": 200}}});
        serde_json::from_value(plan).unwrap()
    };
    let mut gathering = Gathering::new(plan(Language::Nb, Vec::new()));
    for byte in [1, 2, 3] {
        gathering.now(Event::PictureKept { picture: id(byte), size: PictureSize { width: 60, height: 40 } });
        gathering.now(Event::ItemAdded { item: ItemId(u32::from(byte)), plan: shows(id(byte)), index: 9 });
    }
    let large = Bytes::from(vec![0; 15 << 20]);
    let files = [(id(1), large.clone()), (id(2), large), (id(3), Bytes::from_static(b"small"))];
    let archive = archive(&gathering.session, 7).with_pictures(&gathering.session, &files.into());
    let taken: Vec<PictureId> = archive.pictures.iter().map(|picture| picture.id).collect();
    assert_eq!(taken, [id(1), id(3)]);
    let shown: Vec<usize> = archive.items.iter().map(|item| item.plan.pictures().count()).collect();
    assert_eq!(shown, [1, 0, 1]);
}

#[test]
fn archives_keep_to_their_schema_and_what_is_none_does_not() {
    let validator = jsonschema::validator_for(&archive_schema()).unwrap();
    for gathering in all() {
        let value = serde_json::to_value(archive(&gathering.session, 7)).unwrap();
        let problems: Vec<String> =
            validator.iter_errors(&value).map(|problem| problem.to_string()).collect();
        assert!(problems.is_empty(), "{problems:?}");
    }
    let value = serde_json::to_value(archive(&every_kind().session, 7)).unwrap();
    for spoil in [
        |value: &mut Value| value["archive"] = "other".into(),
        |value: &mut Value| value["joined"] = (-1).into(),
        |value: &mut Value| value["items"][0]["plan"] = Value::Null,
        |value: &mut Value| {
            value["items"][0]["outcome"]["people"][0]["answers"][0]["content"]["type"] = "x".into()
        },
        |value: &mut Value| value["who"] = "Kari".into(),
    ] {
        let mut spoilt = value.clone();
        spoil(&mut spoilt);
        assert!(!validator.is_valid(&spoilt), "{spoilt}");
        assert!(serde_json::from_value::<Archive>(spoilt).is_err());
    }
}

#[test]
fn an_archive_says_nothing_of_who_answered_or_when() {
    let listed = |texts: &[&str]| {
        let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
        gathering.show(1, "12:00");
        gathering.open(1);
        for text in texts {
            gathering.answer(1, text);
        }
        serde_json::to_string(&archive(&gathering.session, 7)).unwrap()
    };
    let there = listed(&["første", "andre", "tredje", "fjerde"]);
    assert_eq!(there, listed(&["fjerde", "tredje", "andre", "første"]));
    for word in ["key", "position", "pseudonym", "at_ms"] {
        assert!(!there.contains(&format!("\"{word}\"")), "{word}: {there}");
    }
    // Nobody in one question is anybody in another.
    let facts = from_archive(&archive(&every_kind().session, 7), &LIMITS, NOW_MS).unwrap();
    let mut people: Vec<_> = facts
        .iter()
        .filter_map(|fact| match &fact.event {
            Event::AnswerGiven { who, .. } => Some(*who),
            _ => None,
        })
        .collect();
    let all = people.len();
    people.sort();
    people.dedup();
    assert_eq!((all, people.len()), (40, 40));
}

#[test]
fn removed_answers_are_no_part_of_an_archive() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    for text in ["blir", "fjernet", "trukket"] {
        gathering.answer(1, text);
    }
    gathering.now(Event::AnswerRemoved { item: ItemId(1), answer: AnswerId(2) });
    gathering.withdraw(1, 3);
    let text = serde_json::to_string(&archive(&gathering.session, 7)).unwrap();
    assert!(text.contains("blir") && !text.contains("fjernet") && !text.contains("trukket"), "{text}");
}

#[test]
fn what_contradicts_itself_is_refused() {
    let spoilt = |spoil: &dyn Fn(&mut Archive)| {
        let mut archive = archive(&tidied().session, 7);
        spoil(&mut archive);
        from_archive(&archive, &LIMITS, NOW_MS).err()
    };
    assert_eq!(spoilt(&|_| {}), None);
    assert_eq!(spoilt(&|archive| archive.version = 3), Some(ArchiveError::Newer(3)));
    assert_eq!(spoilt(&|archive| archive.joined = 301), Some(ArchiveError::TooLarge));
    assert!(matches!(
        spoilt(&|archive| archive.details.title = Default::default()),
        Some(ArchiveError::Plan(_))
    ));
    fn outcome(archive: &mut Archive) -> &mut plenum::export::ArchivedOutcome {
        archive.items[0].outcome.as_mut().unwrap()
    }
    let spoils: [&dyn Fn(&mut Archive); 10] = [
        &|archive| archive.items[1].item = archive.items[0].item,
        &|archive| archive.items[0].item = ItemId(u32::MAX),
        &|archive| archive.items[0].shown[0].to_ms = Some(0),
        &|archive| archive.ended_ms = Some(i64::MAX),
        &|archive| outcome(archive).themes[0].answers.push(9_999),
        &|archive| {
            let stolen = outcome(archive).themes[1].answers[0];
            outcome(archive).themes[0].answers.push(stolen);
        },
        &|archive| outcome(archive).families[0].themes.push(77),
        &|archive| {
            outcome(archive).people[0].answers[0].number = outcome(archive).people[1].answers[0].number
        },
        &|archive| {
            outcome(archive).people[0].answers[0].content =
                AnswerContent::Choice { chosen: vec![0], other: None }
        },
        &|archive| outcome(archive).second_round = true,
    ];
    for (index, spoil) in spoils.iter().enumerate() {
        let refused = spoilt(spoil);
        assert!(matches!(refused, Some(ArchiveError::Contradiction(_))), "{index}: {refused:?}");
    }
}

#[test]
fn hostile_texts_come_back_word_for_word() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    let mut given = Vec::new();
    for text in hostile() {
        let parsed = plenum::session::AnswerText::parse(&text).ok().filter(|text| !text.is_empty());
        if let Some(text) = parsed.filter(|_| given.len() < 250) {
            gathering.give(1, given.len() as u8, AnswerContent::Text { text: text.clone() });
            given.push(text);
        }
    }
    assert!(given.len() >= 200, "only {} texts", given.len());
    gathering.at("12:30", Event::SessionEnded);
    let again = read_back(&archive(&gathering.session, 7));
    assert!(told(&again) == told(&gathering.session), "a text has changed");
}

/// A session from an archive that was written and read as JSON.
pub(super) fn read_back(archive: &Archive) -> Session {
    let text = serde_json::to_string(archive).unwrap();
    let archive: Archive = serde_json::from_str(&text).unwrap();
    let facts = from_archive(&archive, &LIMITS, NOW_MS).unwrap();
    Session::replay(facts.into_iter().map(Some)).0
}

pub(crate) fn told(session: &Session) -> Minutes {
    minutes(session, &options(7))
}

/// The results with answers and themes named by what they say, since their numbers are new.
pub(crate) fn shown(session: &Session) -> Vec<Value> {
    results(session).iter().map(by_words).collect()
}

fn by_words(result: &QuestionResults) -> Value {
    let text = |id: &AnswerId| {
        let answers = result.answers.iter().chain(&result.awaiting);
        answers.filter(|answer| answer.id == *id).map(|answer| answer.text.to_string()).collect::<String>()
    };
    let sorted = |ids: &[AnswerId]| {
        let mut texts: Vec<String> = ids.iter().map(text).collect();
        texts.sort();
        texts
    };
    let label = |id: &ThemeId| {
        let theme = result.themes.iter().find(|theme| theme.id == *id);
        theme.map(|theme| theme.label.to_string()).unwrap_or_default()
    };
    let all = |answers: &[plenum::session::AnswerView]| {
        sorted(&answers.iter().map(|answer| answer.id).collect::<Vec<AnswerId>>())
    };
    serde_json::json!({
        "item": result.item, "prompt": result.prompt, "ask": result.ask, "people": result.people,
        "results": result.status.results, "second_round": result.status.second_round,
        "answers": all(&result.answers), "awaiting": all(&result.awaiting), "other": sorted(&result.other),
        "themes": result.themes.iter().map(|theme| serde_json::json!({
            "label": theme.label, "answers": sorted(&theme.answers), "decided": theme.decided,
            "pinned": theme.pinned, "hidden": theme.hidden,
        })).collect::<Vec<Value>>(),
        "families": result.families.iter().map(|family| serde_json::json!({
            "label": family.label, "themes": family.themes.iter().map(label).collect::<Vec<String>>(),
        })).collect::<Vec<Value>>(),
        "ballots": result.ballots, "tally": result.tally, "first": result.first,
        "stands": result.statements.as_ref().map(|view| {
            let results = view.results.as_ref().unwrap();
            let mut counts: Vec<_> = results.counts.iter().map(|one| (text(&one.id), one.counts)).collect();
            counts.sort_by(|one, other| one.0.cmp(&other.0));
            // Who voted on removed answers alone is no part of an archive.
            serde_json::json!({
                "people": view.people.min(view.votes), "votes": view.votes, "each": view.each, "counts": counts,
                "unites": results.unites.iter().map(text).collect::<Vec<String>>(),
                "divides": results.divides.iter().map(text).collect::<Vec<String>>(),
            })
        }),
    })
}

fn two_rounds() -> Gathering {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![choice("Velg", &["A", "B"], 1)]));
    gathering.show(1, "09:00");
    gathering.open(1);
    for option in [0, 0, 1] {
        gathering.choose(1, &[option]);
    }
    gathering.now(Event::SecondRoundStarted { item: ItemId(1) });
    for who in [1, 3] {
        gathering.give(1, who, AnswerContent::Choice { chosen: vec![1], other: None });
    }
    gathering.choose(1, &[0]);
    gathering.at("09:30", Event::StageCleared);
    gathering.at("09:40", Event::SessionEnded);
    gathering
}

/// Themes under headings, some first and one hidden, as people decided; the room has not sorted.
fn tidied() -> Gathering {
    let mut gathering = under_headings(Language::Nb);
    gathering.now(Event::SortingDiscarded { item: ItemId(1) });
    gathering
}

/// Four answers of four people, on which seven others vote: the first unites, the second divides, nobody votes on the
/// last, and a vote on one that is removed is no part of it.
pub fn voted() -> Gathering {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    for text in ["Faste team", "Flere møter", "=Biler", "Fjernet", "Ingen så dette"] {
        gathering.answer(1, text);
    }
    let item = ItemId(1);
    gathering.now(Event::StatementsStarted { item, each: Some(5) });
    let mut vote = |who: u8, answer: u32, stand: Stand| {
        let (who, statement) = (Pseudonym([0x70 + who; 16]), AnswerId(answer));
        gathering.now(Event::StandTaken { item, who, statement, version: 1, stand });
    };
    for who in 1..=6 {
        vote(who, 1, if who == 6 { Stand::Pass } else { Stand::Agree });
        vote(who, 2, if who > 3 { Stand::Disagree } else { Stand::Agree });
    }
    vote(1, 3, Stand::Disagree);
    vote(7, 4, Stand::Agree);
    vote(7, 3, Stand::Pass);
    gathering.now(Event::StatementsStopped { item });
    gathering.now(Event::AnswerRemoved { item, answer: AnswerId(4) });
    gathering.at("12:30", Event::SessionEnded);
    gathering
}

#[test]
fn minutes_and_tables_tell_what_unites_then_what_divides_then_the_rest() {
    let minutes = voted().minutes();
    let told = plenum::export::markdown(&minutes);
    let places: Vec<usize> =
        ["### Hva nå?", "Hva samler, og hva deler", "Samler (1)", "Deler (1)", "Andre utsagn (2)"]
            .iter()
            .map(|part| told.find(part).unwrap_or_else(|| panic!("{part} is not in {told}")))
            .collect();
    assert!(places.is_sorted(), "{told}");
    assert!(
        told.contains("7 deltakere tok stilling til svarene fra de andre, med 14 stemmer i alt."),
        "{told}"
    );
    assert!(
        told.contains("| Faste team | 5 | 0 | 1 |") && told.contains("| Flere møter | 3 | 3 | 0 |"),
        "{told}"
    );
    let mut csv = Vec::new();
    plenum::export::answers_csv(&minutes, None, plenum::export::Bom::Without, &mut csv).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    let rows: Vec<&str> = csv.lines().filter(|row| row.contains("Standpunkter")).collect();
    assert_eq!(rows.len(), 12, "{csv}");
    assert!(
        rows[0].ends_with(",Enig,,Faste team,5,Samler,") && rows[4].ends_with(",Uenig,,Flere møter,3,Deler,"),
        "{csv}"
    );
    assert!(rows.iter().any(|row| row.contains("'=Biler")), "{csv}");
    assert!(!csv.contains("Fjernet") && !told.contains("Fjernet"));
}

#[test]
fn votes_that_contradict_themselves_are_refused() {
    let spoilt = |spoil: &dyn Fn(&mut plenum::export::ArchivedOutcome)| {
        let mut archive = archive(&voted().session, 7);
        spoil(archive.items[0].outcome.as_mut().unwrap());
        from_archive(&archive, &LIMITS, NOW_MS).err()
    };
    assert_eq!(spoilt(&|_| {}), None);
    let spoils: [&dyn Fn(&mut plenum::export::ArchivedOutcome); 3] = [
        &|outcome| outcome.stands = None,
        &|outcome| outcome.stands.as_mut().unwrap().people = 2,
        &|outcome| outcome.stands.as_mut().unwrap().people = 100,
    ];
    for spoil in spoils {
        assert_eq!(spoilt(spoil), Some(ArchiveError::Contradiction("the votes on its answers")));
    }
}

/// People who said their roles and put questions to the speaker, with votes.
fn met() -> Gathering {
    let role = |name: &str| plenum::session::Heading::parse(name).unwrap();
    let roles = vec![role("Leder"), role("Tillitsvalgt")];
    let questions = AskingPlan { open: true, moderation: Moderation::Words };
    let mut gathering =
        Gathering::new(Plan { roles, questions, ..plan(Language::Nb, vec![choice("Velg", &["A", "B"], 1)]) });
    for number in 1..=4 {
        gathering.join();
        let role = [Some(RoleId(2)), Some(RoleId(1)), None, Some(RoleId(2))][number - 1];
        gathering.now(Event::RoleChosen { who: Pseudonym([number as u8; 16]), role });
    }
    gathering.show(1, "09:00");
    for (number, place) in
        [AskedPlace::Shown, AskedPlace::Answered, AskedPlace::Archived, AskedPlace::Removed]
            .into_iter()
            .enumerate()
    {
        let asked = AskedId(number as u32 + 1);
        let who = Pseudonym([0x50 + number as u8; 16]);
        let key = AnswerKey::try_from("B".repeat(22)).unwrap();
        let text = AskedText::parse(&format!("Når skjer nummer {number}?")).unwrap();
        gathering.now(Event::SpeakerAsked { asked, who, key, text, place: AskedPlace::Shown });
        for voter in 0..=number as u8 {
            let who = Pseudonym([0x60 + voter; 16]);
            gathering.now(Event::AskedVoted { asked, who, version: 1, up: true });
        }
        gathering.now(Event::AskedPlaced { asked: vec![asked], place });
    }
    for (number, kind) in (1..).zip([NoteKind::Note, NoteKind::Decision, NoteKind::FollowUp]) {
        gathering.note(number, 1, kind, &format!("Notat {number}\nmed en linje til"));
    }
    gathering.at("09:40", Event::SessionEnded);
    gathering
}

/// Answers that wait beside others, one person with several, and a theme that somebody dissolved.
fn moderated() -> Gathering {
    let mut gathering =
        Gathering::new(plan(Language::En, vec![open_question("What?"), open_question("Why?")]));
    gathering.show(2, "09:00");
    gathering.show(1, "09:10");
    gathering.open(1);
    for text in ["a", "b", "c"] {
        gathering.answer(1, text);
    }
    gathering.give(1, 1, super::sheet::text_answer("d"));
    let waiting = Event::AnswerGiven {
        item: ItemId(1),
        who: plenum::session::Pseudonym([9; 16]),
        key: plenum::session::AnswerKey::try_from("A".repeat(22)).unwrap(),
        version: 1,
        answer: AnswerId(5),
        content: super::sheet::text_answer("waits"),
        awaits: true,
        used_ms: None,
    };
    gathering.now(waiting);
    gathering.group(1, &[("A", &[1, 2]), ("B", &[3, 4])]);
    gathering.now(Event::AnswersSetAside {
        item: ItemId(1),
        answers: vec![AnswerId(3), AnswerId(4)],
        dissolved: Some(ThemeId(2)),
    });
    gathering.at("09:30", Event::SessionEnded);
    gathering
}

/// Roles are counted for attendance, and stand nowhere beside an answer.
#[test]
fn no_answer_in_a_file_is_told_by_role() {
    let schema = archive_schema();
    let naming: Vec<&String> = schema["$defs"]
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, form)| {
            form["properties"].as_object().is_some_and(|fields| fields.keys().any(|name| is_role(name)))
        })
        .map(|(name, _)| name)
        .collect();
    assert_eq!(naming, [""; 0], "these forms name a role");
    let of_session = schema["properties"].as_object().unwrap().keys().filter(|name| is_role(name));
    assert_eq!(of_session.collect::<Vec<_>>(), ["roles"]);
    let of_role = schema["$defs"]["ArchivedRole"]["properties"].as_object().unwrap();
    assert_eq!(of_role.keys().collect::<Vec<_>>(), ["name", "people"]);

    // Four people answer, and three of them have said their role: the session tells how many, and no answer does.
    let mut gathering = met();
    for who in 1..=4 {
        gathering.give(1, who, AnswerContent::Choice { chosen: vec![who % 2], other: None });
    }
    let minutes = gathering.minutes();
    assert_eq!(minutes.roles, [("Leder".into(), 1), ("Tillitsvalgt".into(), 2)]);
    let mut csv = Vec::new();
    plenum::export::answers_csv(&minutes, None, plenum::export::Bom::Without, &mut csv).unwrap();
    let archive = archive(&gathering.session, 7);
    assert_eq!(archive.items[0].outcome.as_ref().unwrap().people.len(), 4);
    for told in [
        String::from_utf8(csv).unwrap(),
        format!("{:?}", minutes.questions),
        serde_json::to_string(&archive.items).unwrap(),
    ] {
        assert!(!told.contains("Leder") && !told.contains("Tillitsvalgt"), "{told}");
    }
}

fn is_role(name: &str) -> bool {
    name.contains("role")
}

#[test]
fn an_archive_has_the_ballots_of_few_and_its_schema_says_so() {
    let mut few = Gathering::new(plan(Language::Nb, vec![choice("Velg", &["A", "B", "C"], 2)]));
    few.show(1, "09:00");
    for chosen in [[0, 2], [0, 1]] {
        few.choose(1, &chosen);
    }
    let archive = archive(&few.session, 7);
    assert_eq!(archive.items[0].outcome.as_ref().unwrap().people.len(), 2);
    let schema = archive_schema();
    let told = schema["description"].as_str().unwrap().replace('\n', " ");
    assert!(told.contains("All answers and counts are in it however few they are"), "{told}");
    assert!(told.contains("No answer tells a role."), "{told}");
}
