//! One simulated participant: joins, thinks, answers what is asked, changes its mind, falls asleep and comes back.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::ops::Range;
use std::time::Duration;

use rand::RngExt;
use tokio::time::{Instant, sleep, timeout_at};

use crate::client::{ClientError, Confirmed, Created, Handed, Phone, ServerAddress, Task};
use crate::http::wire::NoTask;
use crate::session::{AnswerContent, AnswerText, AnswerView, Ask, ItemContent, ItemId, Line, OpenText};

use super::curious::Curious;
use super::gathering::{
    ABOUT_THE_DAY, ABOUT_THE_ORGANISATION, NICKNAMES, PARTICIPANTS, Remark, Then, WORDS, plan,
};
use super::opinions::preferred;
use super::taste::{preferred_heading, preferred_piles, preferred_stand};

/// Everybody is in the room within this time.
const JOINING_S: f32 = 9.0;
/// Shortest and longest time to think of an answer and type it; most need far less than the longest.
const TYPING_S: (f32, f32) = (3.0, 45.0);
/// Shortest and longest time to choose, mark, or put options in order.
const ORDERING_S: (f32, f32) = (4.0, 35.0);
/// Shortest and longest time to answer a quiz question; some are too late.
const GUESSING_S: (f32, f32) = (2.0, 21.0);
/// Shortest and longest time until somebody changes or withdraws an answer.
const REGRETTING_S: (f32, f32) = (5.0, 14.0);
/// Shortest and longest time to see that the room sorts and take up the phone.
const TAKING_UP_S: Range<f32> = 0.5..3.0;
/// Shortest and longest time to read somebody's answer and tap.
const TAPPING_S: Range<f32> = 2.0..5.0;
/// Share of taps that hit just anything.
const SLIPS: f32 = 0.1;
/// Until a phone that has placed all there is looks for more.
const LOOKING_AGAIN: Duration = Duration::from_secs(6);
/// How long a phone sleeps.
const SLEEP: Duration = Duration::from_secs(6);
/// Every so many participants have a phone that falls asleep once, right after an answer was sent.
const SLEEPERS_EVERY: usize = 13;

/// What a participant means to do, and when.
struct Intention {
    at: Instant,
    item: ItemId,
    round: u32,
    deed: Deed,
}

enum Deed {
    Say(&'static Remark),
    Give(AnswerContent),
    Change(Confirmed, &'static str),
    Withdraw(Confirmed),
    AskForTask,
    Place(Task),
    Lay(Vec<AnswerView>),
    TakeStand(AnswerView),
}

impl Deed {
    /// Whether it belongs to what the room does with the answers.
    fn is_sorting(&self) -> bool {
        match self {
            Deed::AskForTask | Deed::Place(_) | Deed::Lay(_) | Deed::TakeStand(_) => true,
            Deed::Say(_) | Deed::Give(_) | Deed::Change(..) | Deed::Withdraw(_) => false,
        }
    }
}

/// Takes part until the session lets nobody come back; `number` counts from 0.
pub async fn take_part(
    server: ServerAddress,
    session: Created,
    number: usize,
) -> Result<Infallible, ClientError> {
    sleep(random_time(0.0..JOINING_S)).await;
    let mut phone = loop {
        match Phone::join(&server, &session).await {
            Ok(phone) => break phone,
            Err(reason) if reason.come_back() => pause().await,
            Err(reason) => return Err(reason),
        }
    };
    let mut participant = Participant {
        number,
        answered: None,
        sorts: None,
        intentions: VecDeque::new(),
        slept: false,
        curious: Curious::new(number),
    };
    loop {
        let Err(reason) = participant.follow(&mut phone).await;
        if !reason.come_back() {
            return Err(reason);
        }
        while let Err(reason) = {
            pause().await;
            phone.come_back().await
        } {
            if !reason.come_back() {
                return Err(reason);
            }
        }
    }
}

struct Participant {
    number: usize,
    /// The question and round that it has answered or means to answer.
    answered: Option<(ItemId, u32)>,
    /// The question that it sorts, or has sorted, while the room does.
    sorts: Option<ItemId>,
    /// In the order of their times.
    intentions: VecDeque<Intention>,
    slept: bool,
    curious: Curious,
}

impl Participant {
    /// Reads what comes and does what is due, until the connection is gone.
    async fn follow(&mut self, phone: &mut Phone) -> Result<Infallible, ClientError> {
        // What it held before a lost connection it is handed anew.
        self.stop_sorting();
        loop {
            self.notice(phone);
            self.notice_sorting(phone);
            let due =
                self.intentions.front().map_or(self.curious.at(), |next| next.at.min(self.curious.at()));
            if let Ok(message) = timeout_at(due, phone.receive()).await {
                drop(message?);
            } else if self.curious.at() <= due {
                self.curious.look(phone).await?;
            } else if let Some(due) = self.intentions.pop_front() {
                self.act(phone, due).await?;
            }
        }
    }

    /// Looks at the stage and makes up its mind about a question that is new.
    fn notice(&mut self, phone: &Phone) {
        let Some(item) = phone.seen().open_question() else {
            return;
        };
        let round = item.status.map_or(0, |status| status.round);
        let ItemContent::Question(question) = &item.content else {
            return;
        };
        if self.answered == Some((item.id, round)) {
            return;
        }
        self.answered = Some((item.id, round));
        self.intentions.clear();
        let deeds: Vec<Deed> = match &question.ask {
            Ask::OpenText(OpenText { answers_max, .. }) => {
                let mine = remarks(question.prompt.as_str(), self.number);
                mine.take(usize::from(*answers_max)).map(Deed::Say).collect()
            }
            Ask::WordCloud(cloud) => {
                let mine = WORDS.iter().skip(self.number % PARTICIPANTS).step_by(PARTICIPANTS);
                mine.take(usize::from(cloud.answers_max)).map(Deed::Say).collect()
            }
            Ask::Ranking(_)
            | Ask::Choice(_)
            | Ask::Scales(_)
            | Ask::Points(_)
            | Ask::Number(_)
            | Ask::Grid(_)
            | Ask::Dots(_)
            | Ask::Quiz(_) => {
                preferred(&question.ask, self.number, item.id).map(Deed::Give).into_iter().collect()
            }
        };
        let mut at = Instant::now();
        for deed in deeds {
            at += match deed {
                Deed::Give(_) if question.ask.is_quiz() => mostly_soon(GUESSING_S),
                Deed::Give(_) => mostly_soon(ORDERING_S),
                Deed::Say(_) | Deed::Change(..) | Deed::Withdraw(_) => mostly_soon(TYPING_S),
                Deed::AskForTask | Deed::Place(_) | Deed::Lay(_) | Deed::TakeStand(_) => {
                    random_time(TAPPING_S)
                }
            };
            self.intend(Intention { at, item: item.id, round, deed });
        }
    }

    /// Takes up the phone when the room begins to sort or to vote, and lets be when it stops.
    fn notice_sorting(&mut self, phone: &Phone) {
        let shown = phone.seen().item().and_then(|item| Some((item.id, item.status?)));
        let running = shown.filter(|(_, status)| {
            status.sorting.is_some_and(|sorting| sorting.running)
                || status.statements.is_some_and(|statements| statements.running)
        });
        let running = running.map(|(item, _)| item);
        if running == self.sorts {
            return;
        }
        self.stop_sorting();
        self.sorts = running;
        if let Some(item) = running {
            let at = Instant::now() + random_time(TAKING_UP_S);
            self.intend(Intention { at, item, round: 0, deed: Deed::AskForTask });
        }
    }

    fn stop_sorting(&mut self) {
        self.sorts = None;
        self.intentions.retain(|intention| !intention.deed.is_sorting());
    }

    /// Asks for something to place, part or vote on, or does so with what it holds, and means to go on.
    async fn sort(&mut self, phone: &mut Phone, item: ItemId, held: Deed) -> Result<(), ClientError> {
        let handed = match held {
            Deed::Lay(answers) => phone.pile(item, preferred_piles(&answers)).await?,
            Deed::Place(task) => {
                let choice = if random(0.0..1.0) < SLIPS {
                    let any = random(0.0..task.headings.len() as f32 + 1.0) as usize;
                    task.headings.get(any).map(|heading| heading.id)
                } else {
                    preferred_heading(&task.text, &task.headings)
                };
                phone.sort(item, task.answer, choice).await?
            }
            Deed::TakeStand(statement) => {
                let stand = preferred_stand(&statement.text, self.number);
                match phone.take_stand(item, statement.id, 1, stand).await {
                    // It was taken away while it was read.
                    Err(ClientError::Refused(_)) => phone.next_task(item).await?,
                    next => next?,
                }
            }
            Deed::AskForTask | Deed::Say(_) | Deed::Give(_) | Deed::Change(..) | Deed::Withdraw(_) => {
                phone.next_task(item).await?
            }
        };
        let (pause, deed) = match handed {
            Handed::Task(task) => (random_time(TAPPING_S), Deed::Place(task)),
            Handed::Hand(answers) => {
                let reading: Duration = answers.iter().map(|_| random_time(TAPPING_S)).sum();
                (reading, Deed::Lay(answers))
            }
            Handed::Statements { statements, .. } => match statements.into_iter().next() {
                Some(first) => (random_time(TAPPING_S), Deed::TakeStand(first)),
                None => (LOOKING_AGAIN, Deed::AskForTask),
            },
            Handed::Nothing { why: NoTask::NothingLeft, .. } => (LOOKING_AGAIN, Deed::AskForTask),
            Handed::Nothing { why: NoTask::Done | NoTask::NotSorting, .. } => return Ok(()),
        };
        self.intend(Intention { at: Instant::now() + pause, item, round: 0, deed });
        Ok(())
    }

    /// Does one thing, if the question still takes answers or the room still sorts it.
    async fn act(&mut self, phone: &mut Phone, next: Intention) -> Result<(), ClientError> {
        let Intention { item, round, deed, .. } = next;
        if deed.is_sorting() && self.sorts != Some(item) {
            return Ok(());
        }
        let deed = match deed {
            deed @ (Deed::AskForTask | Deed::Place(_) | Deed::Lay(_) | Deed::TakeStand(_)) => {
                return self.sort(phone, item, deed).await;
            }
            deed @ (Deed::Say(_) | Deed::Give(_) | Deed::Change(..) | Deed::Withdraw(_)) => deed,
        };
        let open = phone.seen().open_question().is_some_and(|shown| {
            shown.id == item && shown.status.is_some_and(|status| status.round == round)
        });
        if !open {
            return Ok(());
        }
        let later = |deed| Intention { at: Instant::now() + mostly_soon(REGRETTING_S), item, round, deed };
        let done = match deed {
            Deed::Say(remark) => {
                let stored = self.say(phone, item, remark.text).await;
                stored.map(|stored| match remark.then {
                    Then::Stands => None,
                    Then::Becomes(better) => Some(later(Deed::Change(stored, better))),
                    Then::IsWithdrawn => Some(later(Deed::Withdraw(stored))),
                })
            }
            Deed::Give(content) => {
                self.take_nickname(phone, &content).await?;
                phone.answer(item, content).await.map(|_| None)
            }
            Deed::Change(stored, better) => phone.change(item, &stored, text(better)).await.map(|_| None),
            Deed::Withdraw(stored) => phone.withdraw(item, &stored).await.map(|_| None),
            Deed::AskForTask | Deed::Place(_) | Deed::Lay(_) | Deed::TakeStand(_) => Ok(None),
        };
        match done {
            Ok(Some(later)) => self.intend(later),
            // A question may close, or ask for shorter answers, while somebody types.
            Ok(None) | Err(ClientError::Refused(_)) => {}
            Err(reason) => return Err(reason),
        }
        Ok(())
    }

    /// Chooses a nickname before the first answer to the quiz; a few play without one.
    async fn take_nickname(&mut self, phone: &mut Phone, content: &AnswerContent) -> Result<(), ClientError> {
        let plays = matches!(content, AnswerContent::QuizChoice { .. } | AnswerContent::QuizText { .. });
        let Some(nickname) = NICKNAMES.get(self.number).filter(|_| plays) else { return Ok(()) };
        let nickname = Line::parse(nickname).expect("a nickname of this demo is a line");
        match phone.choose_nickname(nickname).await {
            Ok(_) | Err(ClientError::Refused(_)) => Ok(()),
            Err(reason) => Err(reason),
        }
    }

    async fn say(
        &mut self,
        phone: &mut Phone,
        item: ItemId,
        words: &'static str,
    ) -> Result<Confirmed, ClientError> {
        let key = phone.send_answer(item, text(words)).await?;
        if self.number % SLEEPERS_EVERY == SLEEPERS_EVERY - 1 && !self.slept {
            self.slept = true;
            phone.fall_asleep();
            sleep(SLEEP).await;
            phone.come_back().await?;
        }
        phone.confirmed(&key).await
    }

    fn intend(&mut self, new: Intention) {
        let index = self.intentions.partition_point(|known| known.at <= new.at);
        self.intentions.insert(index, new);
    }
}

/// What a participant has to say to a question.
pub fn remarks(prompt: &str, number: usize) -> impl Iterator<Item = &'static Remark> {
    let opening = plan().items[super::gathering::OPENING_QUESTION]
        .question()
        .is_some_and(|question| question.prompt.as_str() == prompt);
    let all: &'static [Remark] = if opening { &ABOUT_THE_ORGANISATION } else { &ABOUT_THE_DAY };
    all.iter().skip(number % PARTICIPANTS).step_by(PARTICIPANTS)
}

fn text(words: &str) -> AnswerContent {
    AnswerContent::Text { text: AnswerText::parse(words).expect("a remark of this demo is an answer") }
}

/// A random time between two, most of them nearer to the first.
fn mostly_soon((shortest, longest): (f32, f32)) -> Duration {
    let share = random(0.0..1.0);
    Duration::from_secs_f32(shortest + (longest - shortest) * share * share)
}

/// The pause before a phone connects again.
async fn pause() {
    sleep(random_time(1.0..4.0)).await;
}

pub(super) fn random_time(seconds: Range<f32>) -> Duration {
    Duration::from_secs_f32(random(seconds))
}

#[expect(clippy::disallowed_methods, reason = "simulated people take their time as they like")]
pub(super) fn random(range: Range<f32>) -> f32 {
    rand::rng().random_range(range)
}
