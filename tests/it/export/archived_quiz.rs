//! What an archive keeps of a quiz: who won how many points, and none of the names people played under.

use plenum::export::{ArchiveError, ArchivedOutcome, ArchivedPerson, archive, from_archive};
use plenum::session::{
    AnswerContent, AnswerId, AnswerKey, Ask, Event, Heading, ItemId, Language, Limits, Nickname, PlayerId,
    Pseudonym, Quiz, ResultsTo, Session,
};

use super::archive::read_back;
use super::gathering::{Gathering, asking, choice, plan};

const NICKNAMES: [&str; 3] = ["Fjellreven", "Gaupa", "Rypa"];

/// Three people play two questions of a quiz, and answer one that is none: the second is quickest, and the first never
/// right.
pub fn played() -> Gathering {
    let heading = |text: &str| Heading::parse(text).unwrap();
    let quiz = |options: &[&str], accepted: &[&str]| {
        Ask::Quiz(Box::new(Quiz {
            options: options.iter().copied().map(heading).collect(),
            correct: if options.is_empty() { Vec::new() } else { vec![1] },
            accepted: accepted.iter().copied().map(heading).collect(),
            seconds: 20,
            points: 1_000,
        }))
    };
    let items = vec![
        asking("Hvilken elv er lengst?", quiz(&["Otra", "Glomma"], &[])),
        asking("Hva heter øya?", quiz(&[], &["Hinnøya"])),
        choice("Skal vi spille igjen?", &["Ja", "Nei"], 1),
    ];
    let mut gathering = Gathering::new(plan(Language::Nb, items));
    for (number, nickname) in (1..).zip(NICKNAMES) {
        gathering.join();
        let nickname = Nickname::parse(nickname).unwrap();
        gathering.now(Event::NicknameChosen { player: PlayerId(number), who: player(number), nickname });
    }
    let typed = |text: &str| AnswerContent::QuizText { text: heading(text) };
    let rounds = [
        [(0, 3_000), (1, 1_200), (1, 5_200)]
            .map(|(option, used)| (AnswerContent::QuizChoice { option }, used)),
        [(typed("Senja"), 2_000), (typed("hinnøya!"), 4_000), (typed("Hinnøya"), 19_900)],
    ];
    for (item, answers) in (1..).zip(rounds) {
        gathering.show(item, &format!("09:0{item}"));
        gathering.open(item);
        for (number, (content, used_ms)) in (1..).zip(answers) {
            let answer = 10 * item + number;
            gathering.now(Event::AnswerGiven {
                item: ItemId(item),
                who: player(number),
                key: AnswerKey::numbered(answer),
                version: 1,
                answer: AnswerId(answer),
                content,
                awaits: false,
                used_ms: Some(used_ms),
            });
        }
        gathering.close(item);
        gathering.now(Event::ResultsShown { item: ItemId(item), to: ResultsTo::Everyone });
    }
    gathering.show(3, "09:05");
    gathering.open(3);
    gathering.give(3, 1, AnswerContent::Choice { chosen: vec![0], other: None });
    gathering.at("09:10", Event::SessionEnded);
    gathering
}

/// Under which a person plays all questions.
fn player(number: u32) -> Pseudonym {
    Pseudonym([0x40 + number as u8; 16])
}

/// The points of everybody who has any, most first.
fn points(session: &Session, people: impl Iterator<Item = Pseudonym>) -> Vec<u32> {
    let mut points: Vec<u32> =
        people.map(|who| session.players.points_of(who)).filter(|sum| *sum > 0).collect();
    points.sort_unstable_by(|one, other| other.cmp(one));
    points
}

#[test]
fn points_come_back_and_nicknames_do_not() {
    let before = played().session;
    let archived = archive(&before, 7);
    let text = serde_json::to_string(&archived).unwrap();
    for nickname in NICKNAMES {
        assert!(before.players.standings().any(|placed| placed.nickname.as_str() == nickname));
        assert!(!text.contains(nickname), "{nickname} is in {text}");
    }
    // 970 and 900; 870 and 503.
    assert_eq!(points(&before, (1..=3).map(player)), [1_870, 1_373]);
    let limits = Limits { participants_max: 10, answers_max: 10 };
    let facts = from_archive(&archived, &limits, 0).unwrap();
    let players = facts.iter().filter_map(|fact| match &fact.event {
        Event::AnswerGiven { item: ItemId(2), who, .. } => Some(*who),
        _ => None,
    });
    let again = read_back(&archived);
    assert_eq!(points(&again, players), [1_870, 1_373]);
    assert!(again.players.is_empty());
}

#[test]
fn players_are_numbered_by_what_they_won_and_in_a_quiz_alone() {
    let archived = archive(&played().session, 7);
    let numbers = |item: usize| {
        let people = &archived.items[item].outcome.as_ref().unwrap().people;
        let number = |person: &ArchivedPerson| (person.player, person.answers[0].used_ms);
        let mut numbers: Vec<_> = people.iter().map(number).collect();
        numbers.sort_unstable();
        numbers
    };
    assert_eq!(numbers(0), [(Some(1), Some(1_200)), (Some(2), Some(5_200)), (Some(3), Some(3_000))]);
    assert_eq!(numbers(1), [(Some(1), Some(4_000)), (Some(2), Some(19_900)), (Some(3), Some(2_000))]);
    assert_eq!(numbers(2), [(None, None)]);
}

#[test]
fn whoever_plays_twice_or_plays_what_is_no_quiz_is_refused() {
    let spoilt = |item: usize, spoil: &dyn Fn(&mut ArchivedOutcome)| {
        let mut archive = archive(&played().session, 7);
        spoil(archive.items[item].outcome.as_mut().unwrap());
        from_archive(&archive, &Limits { participants_max: 10, answers_max: 10 }, 0).err()
    };
    let contradiction = Some(ArchiveError::Contradiction("who played the quiz"));
    assert_eq!(spoilt(0, &|_| {}), None);
    assert_eq!(
        spoilt(0, &|outcome| outcome.people.iter_mut().for_each(|one| one.player = Some(1))),
        contradiction
    );
    assert_eq!(spoilt(2, &|outcome| outcome.people[0].player = Some(1)), contradiction);
    assert_eq!(spoilt(2, &|outcome| outcome.people[0].answers[0].used_ms = Some(1)), contradiction);
}
