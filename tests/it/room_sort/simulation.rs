//! What the room makes of a set of answers, through the core alone.

use std::collections::{BTreeMap, BTreeSet};

use plenum::session::{
    Answer, AnswerContent, AnswerId, AnswerKey, AnswerText, Command, Decision, Details, FULL_WEIGHT,
    FacilitatorCommand, Heading, ItemId, Limits, Plan, Pseudonym, QuestionState, Recorded, Session,
    SortQueue, ThemeId, create, decide,
};
use plenum::theming;

use super::ami::ami;
use super::{Dice, SETS, Set, read};

const QUESTION: ItemId = ItemId(1);
/// Taps at random in a hundred.
const RANDOM_PERCENT: usize = 15;
const SEEDS: u64 = 12;

#[test]
fn two_people_agree_on_the_sets_as_careful_people_do() {
    for name in SETS {
        let set = read(name);
        assert!((40..=70).contains(&set.answers.len()) && (4..=12).contains(&set.headings().len()));
        let agreement = agreement(&set);
        println!("{name}: {} answers, the two agree at {agreement:.3}", set.answers.len());
        assert!((0.75..=0.86).contains(&agreement), "{name}: {agreement:.3}");
    }
}

#[test]
fn the_room_comes_near_the_agreement_of_two_careful_people() {
    let goals = [(40, 3, 0.75), (15, 5, 0.68), (40, 5, 0.78)];
    for (people, taps, goal) in goals {
        let mut scores = Vec::new();
        for name in SETS {
            let set = read(name);
            let outcomes: Vec<Outcome> = (1..=SEEDS).map(|seed| sorted(&set, people, taps, seed)).collect();
            let mean = |score: fn(&Outcome) -> f64| outcomes.iter().map(score).sum::<f64>() / SEEDS as f64;
            println!(
                "{people} people × {taps}, {name}: {:.3} (whom they followed {:.3}; {:.1} answers untapped)",
                mean(|outcome| outcome.against_other),
                mean(|outcome| outcome.against_followed),
                mean(|outcome| outcome.untapped as f64),
            );
            scores.push(mean(|outcome| outcome.against_other));
        }
        let mean = scores.iter().sum::<f64>() / scores.len() as f64;
        println!("{people} people × {taps}: {mean:.3}, goal {goal}");
        assert!(mean >= goal, "{people} people × {taps} taps: {mean:.3}, less than {goal}");
    }
}

#[test]
fn a_room_that_sorts_twice_alike_sorts_alike() {
    let set = read(SETS[0]);
    let outcomes: Vec<Outcome> = (1..=5).map(|seed| sorted(&set, 15, 5, seed)).collect();
    assert_eq!(outcomes, (1..=5).map(|seed| sorted(&set, 15, 5, seed)).collect::<Vec<_>>());
    assert!(outcomes.iter().any(|outcome| outcome.places != outcomes[0].places), "seeds differ");
}

/// What came of one simulated sorting.
#[derive(Debug, PartialEq)]
struct Outcome {
    /// The theme of each answer; none for "none of these".
    places: Vec<Option<ThemeId>>,
    against_other: f64,
    against_followed: f64,
    untapped: usize,
}

/// The room sorts a set: everybody holds one answer at a time and takes its own time for it.
fn sorted(set: &Set, people: usize, taps: u8, seed: u64) -> Outcome {
    let mut room = Room::new(set, people, taps);
    let mut dice = Dice(seed);
    let mut queue = SortQueue::default();
    queue.renew(room.question(), || dice.draw());
    // Who taps next: by time, then by person.
    let mut turns: BTreeSet<(u64, usize)> = (0..people).map(|who| (dice.draw() % 1_000, who)).collect();
    let mut holds: BTreeMap<usize, AnswerId> = BTreeMap::new();
    while let Some((now, who)) = turns.pop_first() {
        if let Some(answer) = holds.remove(&who) {
            let choice = room.choice(set, answer, &mut dice);
            room.tap(who, answer, choice);
            queue.take_back(room.question(), answer, dice.draw());
        }
        if room.is_done(who) {
            continue;
        }
        let Some(answer) = queue.first(|answer| room.is_excluded(who, answer)) else { continue };
        queue.hand_out(room.question(), answer, dice.draw());
        holds.insert(who, answer);
        turns.insert((now + 2_000 + dice.draw() % 4_000, who));
    }
    room.outcome(set)
}

/// How far the two who grouped a set agree: what a room that follows the first can reach against the other.
fn agreement(set: &Set) -> f64 {
    let one: Vec<&str> = set.answers.iter().map(|answer| answer.one.as_str()).collect();
    let other: Vec<&str> = set.answers.iter().map(|answer| answer.other.as_str()).collect();
    ami(&one, &other)
}

struct Room {
    session: Session,
    headings: Vec<ThemeId>,
}

impl Room {
    /// Everybody has answered, the headings are made, the sorting has begun, and the engine has had its say.
    fn new(set: &Set, people: usize, taps: u8) -> Room {
        let item = serde_json::json!({"content": {"kind": "question", "prompt": set.question,
            "ask": {"type": "open_text", "answers_max": 10, "length_max": 280}}});
        let details = Details {
            title: "Samling".to_owned().try_into().unwrap(),
            language: set.language,
            ..Details::default()
        };
        let plan = Plan { details, items: vec![serde_json::from_value(item).unwrap()], ..Plan::default() };
        let mut room = Room { session: Session::default(), headings: Vec::new() };
        room.session.apply(&Recorded::new(0, create(plan).unwrap()));
        room.command(FacilitatorCommand::Next);
        for (index, answer) in set.answers.iter().enumerate() {
            room.command(Command::GiveAnswer {
                item: QUESTION,
                who: person(index % people),
                key: AnswerKey::try_from(format!("{index:022}")).unwrap(),
                version: 1,
                content: AnswerContent::Text { text: AnswerText::parse(&answer.text).unwrap() },
            });
        }
        for heading in set.headings() {
            let label = Heading::parse(heading).unwrap();
            room.command(FacilitatorCommand::MakeTheme { item: QUESTION, label, answers: Vec::new() });
        }
        room.headings = (1..=set.headings().len() as u32).map(ThemeId).collect();
        let themes = room.headings.clone();
        room.command(FacilitatorCommand::StartSorting { item: QUESTION, themes, each: Some(taps) });
        let priors = room.priors(set);
        room.command(Command::PrimeSorting { item: QUESTION, priors });
        room
    }

    fn command(&mut self, command: impl Into<Command>) {
        let limits = Limits { participants_max: 1_000, answers_max: 1_000 };
        let command = command.into();
        match decide(&self.session, &command, &limits) {
            Ok(Decision::Events(events)) => {
                for event in events {
                    self.session.apply(&Recorded::new(0, event));
                }
            }
            refused => panic!("{command:?}: {refused:?}"),
        }
    }

    fn question(&self) -> &QuestionState {
        &self.session.questions[&QUESTION]
    }

    /// Six times the cosine, in millionths, as the server asks the engine.
    fn priors(&self, set: &Set) -> Vec<(AnswerId, Vec<(ThemeId, i64)>)> {
        let texts: Vec<&str> =
            self.question().standing.values().filter_map(|answer: &Answer| answer.content.text()).collect();
        let headings = set.headings();
        let decided: Vec<theming::Decided> =
            headings.iter().map(|label| theming::Decided { label, answers: Vec::new(), was: None }).collect();
        let near = theming::affinities(&theming::Request {
            language: set.language,
            question: &set.question,
            answers: &texts,
            decided: &decided,
            ..theming::Request::default()
        });
        let scores = |near: Vec<f32>| {
            let scores = near.into_iter().map(|near| (near * 6_000_000.0).round() as i64);
            self.headings.iter().copied().zip(scores).collect()
        };
        self.question().standing.keys().copied().zip(near.into_iter().map(scores)).collect()
    }

    /// What a person taps: the heading of the one they follow, or any choice at random.
    fn choice(&self, set: &Set, answer: AnswerId, dice: &mut Dice) -> Option<ThemeId> {
        if dice.percent(RANDOM_PERCENT) {
            return self.headings.get(dice.below(self.headings.len() + 1)).copied();
        }
        let followed = &set.answers[answer.0 as usize - 1].one;
        let index = set.headings().iter().position(|heading| heading == followed);
        index.map(|index| self.headings[index])
    }

    fn tap(&mut self, who: usize, answer: AnswerId, theme: Option<ThemeId>) {
        self.command(Command::SortAnswer {
            item: QUESTION,
            who: person(who),
            answer,
            theme,
            shown: self.headings.len() as u8,
            weight: FULL_WEIGHT,
        });
    }

    fn is_done(&self, who: usize) -> bool {
        self.question().sort.as_ref().is_some_and(|sort| sort.is_done(person(who)))
    }

    fn is_excluded(&self, who: usize, answer: AnswerId) -> bool {
        let placed = self.question().sort.as_ref().is_some_and(|sort| sort.has_placed(person(who), answer));
        placed || self.question().is_held_by(person(who), answer)
    }

    fn outcome(&self, set: &Set) -> Outcome {
        let sort = self.question().sort.as_ref().unwrap();
        let leanings: Vec<_> = self.question().standing.keys().map(|answer| sort.leaning(*answer)).collect();
        let places: Vec<Option<ThemeId>> = leanings.iter().map(|leaning| leaning.best).collect();
        let other: Vec<&str> = set.answers.iter().map(|answer| answer.other.as_str()).collect();
        let followed: Vec<&str> = set.answers.iter().map(|answer| answer.one.as_str()).collect();
        Outcome {
            against_other: ami(&places, &other),
            against_followed: ami(&places, &followed),
            untapped: leanings.iter().filter(|leaning| leaning.taps == 0).count(),
            places,
        }
    }
}

fn person(number: usize) -> Pseudonym {
    Pseudonym([number as u8; 16])
}
