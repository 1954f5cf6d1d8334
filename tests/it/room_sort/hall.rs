//! Forty phones on real sockets sort what they wrote.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use plenum::client::{Created, Facilitator, Handed, Phone, Seen, SeenQuestion, Task};
use plenum::http::wire::NoTask;
use plenum::session::{
    AnswerId, FacilitatorCommand, HAND_ANSWERS_MAX, Heading, SortingStatus, SortingView, ThemeId,
};
use tempfile::TempDir;

use super::ami::ami;
use super::{Dice, SETS, read};
use crate::common::{Server, TEXT, text};

const PHONES: usize = 40;
const ANSWERS: usize = 60;
/// Phones that make piles.
const PILERS: usize = 30;
const HEADINGS: usize = 5;
const EACH: u8 = 4;
/// How long a simulated person reads an answer before the tap.
const READING: Duration = Duration::from_secs(1);
/// The same for a hand of six: what is parted in less time counts for less.
const READING_A_HAND: Duration = Duration::from_secs(8);
/// All answers are sorted within this time of the start.
const SORTED_S_MAX: u64 = 60;

/// A server with an open question, its facilitator, and phones that have each written something.
struct Hall {
    server: Server,
    session: Created,
    desk: Facilitator,
    phones: Vec<Phone>,
    _folder: TempDir,
}

impl Hall {
    /// Each text is an answer; phones take turns in giving them.
    async fn with(phones: usize, texts: &[String]) -> Hall {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let server = Server::start(folder.path()).await;
        let session = server.create_open().await;
        let desk = Facilitator::facilitate(&server.address, session.code, &session.key)
            .await
            .expect("the facilitator connects");
        let mut hall = Hall { server, session, desk, phones: Vec::new(), _folder: folder };
        for _ in 0..phones {
            hall.phones.push(Phone::join(&hall.server.address, &hall.session).await.expect("a phone joins"));
        }
        for (index, words) in texts.iter().enumerate() {
            hall.phones[index % phones].answer(TEXT, text(words)).await.expect("the answer is stored");
        }
        hall.desk.until(|seen| known(seen).count as usize == texts.len()).await.expect("all are seen");
        hall
    }

    async fn command(&mut self, command: FacilitatorCommand) {
        self.desk.command(command).await.expect("the command is taken");
    }

    /// Makes a theme for each label, which are numbered in this order, and lets the room sort under them.
    async fn sorts_under(&mut self, labels: &[&str], each: Option<u8>) -> Vec<ThemeId> {
        for label in labels {
            let label = Heading::parse(label).expect("a heading");
            self.command(FacilitatorCommand::MakeTheme { item: TEXT, label, answers: Vec::new() }).await;
        }
        let made = |seen: &Seen| labels.iter().all(|label| theme_named(seen, label).is_some());
        self.desk.until(made).await.expect("the themes are shown");
        let seen = self.desk.seen();
        let themes: Vec<ThemeId> = labels.iter().filter_map(|label| theme_named(seen, label)).collect();
        let command = FacilitatorCommand::StartSorting { item: TEXT, themes: themes.clone(), each };
        self.command(command).await;
        themes
    }
}

fn known(seen: &Seen) -> &SeenQuestion {
    &seen.questions[&TEXT]
}

fn theme_named(seen: &Seen, label: &str) -> Option<ThemeId> {
    known(seen).themes.iter().find(|theme| theme.label.as_str() == label).map(|theme| theme.id)
}

fn sorting(seen: &Seen) -> Option<&SortingView> {
    known(seen).sorting.as_ref()
}

fn told(seen: &Seen) -> Option<SortingStatus> {
    seen.item()?.status?.sorting
}

async fn sees(phone: &mut Phone, running: bool) {
    let as_expected = |seen: &Seen| told(seen).is_some_and(|sorting| sorting.running == running);
    phone.until(as_expected).await.expect("the phone is told");
}

#[track_caller]
fn task(handed: Handed) -> Task {
    match handed {
        Handed::Task(task) => task,
        Handed::Hand(_) | Handed::Statements { .. } | Handed::Nothing { .. } => {
            panic!("{handed:?}, no answer to place")
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_answers_are_sorted_within_a_minute_where_most_taps_say() {
    let set = read(SETS[0]);
    let labels = &set.headings()[..HEADINGS];
    let grouped: Vec<_> = set.answers.iter().filter(|answer| labels.contains(&answer.one.as_str())).collect();
    // Who has nothing new to say agrees with somebody.
    let again = grouped.iter().map(|answer| (format!("Enig: {}", answer.text), answer.one.as_str()));
    let written: BTreeMap<String, &str> = grouped
        .iter()
        .map(|answer| (answer.text.clone(), answer.one.as_str()))
        .chain(again.take(ANSWERS - grouped.len()))
        .collect();
    let texts: Vec<String> = written.keys().cloned().collect();
    assert_eq!(texts.len(), ANSWERS);
    let mut hall = Hall::with(PHONES, &texts).await;
    let started = Instant::now();
    let themes = hall.sorts_under(labels, Some(EACH)).await;

    let place =
        |words: &str| labels.iter().position(|label| *label == written[words]).map(|index| themes[index]);
    let tapping = hall.phones.iter_mut().enumerate().map(|(number, phone)| {
        let mut dice = Dice(number as u64);
        let (themes, place) = (&themes, &place);
        async move {
            sees(phone, true).await;
            let mut handed = phone.next_task(TEXT).await.expect("the phone is handed something");
            while let Handed::Task(task) = handed {
                tokio::time::sleep(READING).await;
                let random = themes.get(dice.below(themes.len() + 1)).copied();
                let choice = if dice.percent(15) { random } else { place(&task.text) };
                handed = phone.sort(TEXT, task.answer, choice).await.expect("the tap is answered");
            }
            assert_eq!(handed, Handed::Nothing { why: NoTask::Done, placed: u32::from(EACH) });
        }
    });
    futures_util::future::join_all(tapping).await;
    let all = |seen: &Seen| {
        sorting(seen).is_some_and(|view| {
            view.sorted as usize == ANSWERS && view.taps as usize == PHONES * usize::from(EACH)
        })
    };
    hall.desk.until(all).await.expect("all answers are sorted");
    let took = started.elapsed();
    assert!(took < Duration::from_secs(SORTED_S_MAX), "{took:?}");

    let question = known(hall.desk.seen());
    let landed = question.answers.iter().filter(|answer| {
        let theme = question.themes.iter().find(|theme| theme.answers.contains(&answer.id));
        theme.map(|theme| theme.id) == place(&answer.text)
    });
    let landed = landed.count();
    println!("{ANSWERS} answers in {:.1} s, {landed} where most taps say", took.as_secs_f32());
    assert!(landed * 10 >= ANSWERS * 9, "only {landed} of {ANSWERS}");
    assert_eq!(sorting(hall.desk.seen()).map(|view| view.people as usize), Some(PHONES));
    hall.server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_tells_phones_and_lets_no_more_taps_in() {
    let texts = ["Faste møter", "Klare roller", "Nok folk"].map(str::to_owned);
    let mut hall = Hall::with(3, &texts).await;
    let themes = hall.sorts_under(&["Møter", "Roller"], None).await;
    sees(&mut hall.phones[0], true).await;
    let held = task(hall.phones[0].next_task(TEXT).await.expect("something is handed out"));
    assert_eq!((held.number, held.each, held.headings.len()), (1, None, 2));
    assert_ne!(held.text, texts[0], "never one's own");
    hall.command(FacilitatorCommand::StopSorting { item: TEXT }).await;
    sees(&mut hall.phones[0], false).await;
    let after = hall.phones[0].sort(TEXT, held.answer, Some(themes[0])).await.expect("the tap is answered");
    assert_eq!(after, Handed::Nothing { why: NoTask::NotSorting, placed: 0 });
    assert_eq!(sorting(hall.desk.seen()).map(|view| view.taps), Some(0));
    hall.server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_that_comes_back_goes_on_where_it_was() {
    let texts = ["Faste møter", "Klare roller", "Nok folk"].map(str::to_owned);
    let mut hall = Hall::with(3, &texts).await;
    let themes = hall.sorts_under(&["Møter", "Roller"], None).await;
    let phone = &mut hall.phones[0];
    let first = task(phone.next_task(TEXT).await.expect("something is handed out"));
    let second = task(phone.sort(TEXT, first.answer, Some(themes[1])).await.expect("the next follows"));
    assert_eq!(second.number, 2);
    phone.fall_asleep();
    phone.come_back().await.expect("the phone comes back");
    assert!(told(phone.seen()).is_some_and(|sorting| sorting.running));
    let again = task(phone.next_task(TEXT).await.expect("something is handed out"));
    assert_eq!((again.number, again.answer), (2, second.answer));
    let done = phone.sort(TEXT, again.answer, None).await.expect("the tap is answered");
    assert_eq!(done, Handed::Nothing { why: NoTask::NothingLeft, placed: 2 });
    // A tap on what it does not hold is passed over.
    let over = phone.sort(TEXT, first.answer, Some(themes[0])).await.expect("the tap is answered");
    assert_eq!(over, done);
    hall.server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_that_waited_for_the_line_counts() {
    let texts = ["Faste møter", "Klare roller", "Nok folk"].map(str::to_owned);
    let mut hall = Hall::with(3, &texts).await;
    let themes = hall.sorts_under(&["Møter", "Roller"], None).await;
    let phone = &mut hall.phones[0];
    let held = task(phone.next_task(TEXT).await.expect("something is handed out"));
    phone.fall_asleep();
    phone.come_back().await.expect("the phone comes back");
    let next = task(phone.sort(TEXT, held.answer, Some(themes[0])).await.expect("the next follows"));
    assert_eq!(next.number, 2);
    assert_ne!(next.answer, held.answer);
    hall.server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_facilitator_placed_or_added_shows_in_the_next_that_is_handed_out() {
    let texts = ["Faste møter", "Klare roller", "Nok folk"].map(str::to_owned);
    let mut hall = Hall::with(3, &texts).await;
    let themes = hall.sorts_under(&["Møter", "Roller"], None).await;
    let held = task(hall.phones[0].next_task(TEXT).await.expect("something is handed out"));
    let answers: Vec<AnswerId> = known(hall.desk.seen())
        .answers
        .iter()
        .filter(|answer| answer.id != held.answer && answer.text != texts[0])
        .map(|answer| answer.id)
        .collect();
    hall.command(FacilitatorCommand::MoveAnswers { item: TEXT, answers, to: Some(themes[0]) }).await;
    let label = Heading::parse("Bemanning").expect("a heading");
    hall.command(FacilitatorCommand::MakeTheme { item: TEXT, label, answers: Vec::new() }).await;
    let phone = &mut hall.phones[0];
    let again = task(phone.next_task(TEXT).await.expect("something is handed out"));
    assert_eq!((again.answer, again.headings.len()), (held.answer, 3));
    let done = phone.sort(TEXT, again.answer, Some(again.headings[2].id)).await.expect("the tap is answered");
    assert_eq!(done, Handed::Nothing { why: NoTask::NothingLeft, placed: 1 }, "a person placed the other");
    hall.command(FacilitatorCommand::EndSession).await;
    let over = hall.phones[1].next_task(TEXT).await.expect("the phone is answered");
    assert_eq!(over, Handed::Nothing { why: NoTask::NotSorting, placed: 0 });
    hall.server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hall_without_headings_makes_piles_that_become_themes() {
    let set = read(SETS[0]);
    let texts: Vec<String> = set.answers.iter().map(|answer| answer.text.clone()).collect();
    let of =
        |words: &str| set.answers.iter().find(|answer| answer.text == words).expect("it is one").one.clone();
    let mut hall = Hall::with(PILERS, &texts).await;
    hall.command(FacilitatorCommand::StartPiling { item: TEXT, each: Some(2) }).await;
    let laying = hall.phones.iter_mut().enumerate().map(|(number, phone)| {
        let own: Vec<&String> = texts.iter().skip(number).step_by(PILERS).collect();
        let of = &of;
        async move {
            sees(phone, true).await;
            let mut seen: BTreeSet<AnswerId> = BTreeSet::new();
            let mut handed = phone.next_task(TEXT).await.expect("the phone is handed something");
            while let Handed::Hand(answers) = handed {
                assert_eq!(answers.len(), HAND_ANSWERS_MAX);
                assert!(answers.iter().all(|answer| !own.contains(&&answer.text)), "never one's own");
                assert!(answers.iter().all(|answer| seen.insert(answer.id)), "never the same again");
                let mut piles: BTreeMap<String, Vec<AnswerId>> = BTreeMap::new();
                for answer in &answers {
                    piles.entry(of(&answer.text)).or_default().push(answer.id);
                }
                tokio::time::sleep(READING_A_HAND).await;
                handed = phone.pile(TEXT, piles.into_values().collect()).await.expect("the hand is taken");
            }
            assert_eq!(handed, Handed::Nothing { why: NoTask::Done, placed: 2 });
        }
    });
    futures_util::future::join_all(laying).await;
    let all = |seen: &Seen| {
        sorting(seen)
            .is_some_and(|view| view.taps as usize == 2 * PILERS && view.sorted as usize == texts.len())
    };
    hall.desk.until(all).await.expect("all hands are counted and every answer was in one");
    hall.command(FacilitatorCommand::StopPiling { item: TEXT }).await;
    let themed = |seen: &Seen| {
        let question = known(seen);
        let person: Vec<String> = question.answers.iter().map(|answer| of(&answer.text)).collect();
        let room = question.answers.iter().map(|answer| {
            let theme = question.themes.iter().find(|theme| theme.answers.contains(&answer.id));
            theme.map_or_else(|| answer.text.clone(), |theme| theme.id.0.to_string())
        });
        let room: Vec<String> = room.collect();
        let room: Vec<&str> = room.iter().map(String::as_str).collect();
        let person: Vec<&str> = person.iter().map(String::as_str).collect();
        ami(&room, &person) > 0.6
    };
    hall.desk.until(themed).await.expect("the themes are near what the room thinks");
    hall.server.stop().await;
}
