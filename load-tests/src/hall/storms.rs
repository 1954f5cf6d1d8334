//! What the phones of a hall do together, phase by phase.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::Result;
use plenum::client::{ClientError, Created, Facilitator, Phone, ServerAddress};
use plenum::session::{AnswerContent, AnswerText, FacilitatorCommand, ItemId};
use rand::RngExt;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until, timeout, timeout_at};

use crate::latency::{Latencies, Percentiles};
use crate::progress;

/// Longest wait until all phones have been shown a change.
const SHOWN_MAX: Duration = Duration::from_secs(20);
/// From the moment that all know the question to the first answer.
const BEFORE_STORM: Duration = Duration::from_millis(500);
/// All answer within this time.
const STORM: Duration = Duration::from_secs(1);
/// Between two changes: phones are told other things at most twice a second, and these at once.
const BETWEEN_CHANGES: Duration = Duration::from_millis(600);
/// What went wrong, by phase and reason.
#[derive(Default)]
pub struct Errors(pub BTreeMap<String, usize>);

impl Errors {
    /// Notes one.
    pub fn note(&mut self, phase: &str, reason: impl std::fmt::Display) {
        *self.0.entry(format!("{phase}: {reason}")).or_default() += 1;
    }
}

/// Lets all join at random moments, and measures until the state is on each phone.
pub async fn join(
    server: &ServerAddress,
    session: &Created,
    count: usize,
    within_s: u32,
    errors: &mut Errors,
) -> (Vec<Phone>, Percentiles) {
    let mut joining = JoinSet::new();
    let begun = Instant::now();
    for _ in 0..count {
        let (server, session) = (server.clone(), session.clone());
        let at = begun + random_part_of(Duration::from_secs(within_s.into()));
        joining.spawn(async move {
            sleep_until(at).await;
            let begun = Instant::now();
            let phone = Phone::join(&server, &session).await?;
            Ok::<_, ClientError>((phone, begun.elapsed()))
        });
    }
    let bar = progress("joined", count);
    let mut latencies = Latencies::default();
    let mut hall = Vec::with_capacity(count);
    while let Some(joined) = joining.join_next().await {
        match joined {
            Ok(Ok((phone, latency))) => {
                latencies.note(latency);
                hall.push(phone);
            }
            Ok(Err(reason)) => errors.note("join", reason),
            Err(reason) => errors.note("join", reason),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    (hall, latencies.percentiles())
}

/// Waits until all phones show the question.
pub async fn show_question(hall: Vec<Phone>, question: ItemId, errors: &mut Errors) -> Vec<Phone> {
    let mut waiting = JoinSet::new();
    for mut phone in hall {
        waiting.spawn(async move {
            phone.until(|seen| seen.open_question().is_some_and(|shown| shown.id == question)).await?;
            Ok::<_, ClientError>(phone)
        });
    }
    let mut shown = Vec::new();
    while let Some(outcome) = waiting.join_next().await {
        match outcome {
            Ok(Ok(phone)) => shown.push(phone),
            Ok(Err(reason)) => errors.note("open the question", reason),
            Err(reason) => errors.note("open the question", reason),
        }
    }
    shown
}

/// Every phone answers at a random moment of one second; gives the answers that were confirmed.
pub async fn vote(
    hall: Vec<Phone>,
    question: ItemId,
    errors: &mut Errors,
) -> (Vec<Phone>, Vec<String>, Percentiles) {
    let mut voting = JoinSet::new();
    let bar = progress("confirmed", hall.len());
    let storm = Instant::now() + BEFORE_STORM;
    for (number, mut phone) in hall.into_iter().enumerate() {
        let at = storm + random_part_of(STORM);
        voting.spawn(async move {
            // A phone reads what comes until its turn, so that its answer waits behind nothing.
            while let Ok(message) = timeout_at(at, phone.receive()).await {
                message?;
            }
            let text = format!("Jeg har nummer {}", number + 1);
            let content =
                AnswerContent::Text { text: AnswerText::parse(&text).expect("an answer of this file fits") };
            let sent_at = Instant::now();
            phone.answer(question, content).await?;
            Ok::<_, ClientError>((phone, text, sent_at.elapsed()))
        });
    }
    let mut latencies = Latencies::default();
    let (mut hall, mut confirmed) = (Vec::new(), Vec::new());
    while let Some(voted) = voting.join_next().await {
        match voted {
            Ok(Ok((phone, text, latency))) => {
                latencies.note(latency);
                confirmed.push(text);
                hall.push(phone);
            }
            Ok(Err(reason)) => errors.note("vote", reason),
            Err(reason) => errors.note("vote", reason),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    (hall, confirmed, latencies.percentiles())
}

/// Shows one item after the other and measures when each phone shows it.
pub async fn fan_out(
    hall: Vec<Phone>,
    desk: &mut Facilitator,
    changes: u32,
    errors: &mut Errors,
) -> Result<Percentiles> {
    let count = hall.len();
    let (sender, mut shown) = mpsc::unbounded_channel();
    let mut watching = JoinSet::new();
    for mut phone in hall {
        let sender = sender.clone();
        watching.spawn(async move {
            // The question is number 1 of the programme, and the changes are the numbers after it.
            for number in 2..=changes + 1 {
                while phone.seen().stage.as_ref().is_none_or(|stage| stage.number < number) {
                    phone.receive().await?;
                }
                if sender.send((number, Instant::now())).is_err() {
                    break;
                }
            }
            Ok::<_, ClientError>(phone)
        });
    }
    drop(sender);
    let bar = progress("changes", changes as usize);
    let mut latencies = Latencies::default();
    for number in 2..=changes + 1 {
        sleep(BETWEEN_CHANGES).await;
        let begun = Instant::now();
        desk.command(FacilitatorCommand::Next).await?;
        let all = async {
            let mut seen = 0;
            while seen < count {
                let Some((which, at)) = shown.recv().await else {
                    break;
                };
                if which == number {
                    latencies.note(at.duration_since(begun));
                    seen += 1;
                }
            }
            seen
        };
        let reached = timeout(SHOWN_MAX, all).await;
        bar.inc(1);
        if reached != Ok(count) {
            let sentence = format!("change {} did not reach all phones in {SHOWN_MAX:?}", number - 1);
            errors.note("fan-out", sentence);
            break;
        }
    }
    bar.finish_and_clear();
    drop(shown);
    while let Some(watched) = watching.try_join_next() {
        if let Ok(Err(reason)) = watched {
            errors.note("fan-out", reason);
        }
    }
    Ok(latencies.percentiles())
}

#[expect(clippy::disallowed_methods, reason = "the moments of a storm guard no secret")]
fn random_part_of(time: Duration) -> Duration {
    time.mul_f64(rand::rng().random_range(0.0..1.0))
}
