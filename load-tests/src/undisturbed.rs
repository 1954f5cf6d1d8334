//! Whether a meeting goes on undisturbed while files of it are made: a large live session, phones that answer, and all
//! files taken from it one after the other.

use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use plenum::client::{ClientError, Confirmed, Created, Phone, ServerAddress};
use plenum::session::{
    AnswerContent, AnswerText, Ask, Details, FacilitatorCommand, ItemId, Line, OpenText, Plan,
};
use rand::SeedableRng;
use rand::rngs::SmallRng;
use serde::Serialize;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use crate::exports::{MEMORY_BYTES_MAX, SECONDS_MAX, ask, content, item};
use crate::latency::{Latencies, Percentiles};
use crate::server_process::ServerProcess;
use crate::{Common, progress, write_report};

/// The files, by where the API has them below a session.
const FILES: [&str; 7] = [
    "minutes.docx",
    "minutes.odt",
    "minutes.html",
    "minutes.md",
    "answers.xlsx",
    "answers.csv",
    "archive.json",
];
/// Between two answers of a phone: with a hundred of them, some hundred answers come each second.
const BETWEEN_ANSWERS: Duration = Duration::from_millis(300);
/// Longest wait for a phone to show a question.
const SHOWN_MAX: Duration = Duration::from_secs(20);
/// So long after the last of its answers a session's themes are made.
const QUIET: Duration = Duration::from_secs(12);
/// Slowest that an answer may be acknowledged meanwhile, for 99 of 100.
const ACKNOWLEDGED_MS_MAX: f64 = 100.0;

/// Arguments of the measurement.
#[derive(clap::Args)]
pub struct Arguments {
    /// Questions of the session, of all kinds, every other one in free text.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=199))]
    questions: u32,
    /// Phones, each with an answer to every question.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    phones: u32,
    /// How often each file is taken.
    #[arg(long, value_name = "N", default_value_t = 5)]
    rounds: u32,
    /// The server's process, where it cannot be found by the port it listens on.
    #[arg(long)]
    pid: Option<u32>,
    #[command(flatten)]
    common: Common,
}

#[derive(Serialize)]
struct Report {
    questions: u32,
    answers: u32,
    files: Vec<Taken>,
    /// From sending an answer to its confirmation, without and with files being made.
    acknowledge_alone: Percentiles,
    acknowledge_meanwhile: Percentiles,
}

#[derive(Clone, Serialize)]
struct Taken {
    file: &'static str,
    /// The longest of all rounds, from the request to the last byte.
    seconds: f64,
    bytes: usize,
    /// The most memory that the server took meanwhile.
    memory_bytes: u64,
}

/// Measures; an error where a file takes longer or more memory than promised, or the meeting is disturbed.
pub async fn run(arguments: Arguments) -> Result<()> {
    let Arguments { questions, phones, rounds, pid, common } = arguments;
    let server = &common.server;
    let process = ServerProcess::find(pid, server).await?;
    let session = server.create(&plan(questions)?).await.context("the session could not be created")?;
    let hall = filled(server, &session, questions, phones).await?;
    sleep(QUIET).await;

    let last = ItemId(questions + 1);
    server.command(session.code, &session.key, &FacilitatorCommand::GoTo { item: last }).await?;
    let mut files = Vec::new();
    // The same time with files and without, so that both have as many answers.
    let (hall, acknowledge_meanwhile, took) = {
        let taking = async {
            let begun = Instant::now();
            for _ in 0..rounds {
                for file in FILES {
                    note(&mut files, taken(server, &session, &process, file).await?);
                }
            }
            Ok(begun.elapsed())
        };
        answering(hall, last, taking).await?
    };
    let alone = async {
        sleep(took).await;
        Ok(took)
    };
    let (_, acknowledge_alone, _) = answering(hall, last, alone).await?;

    let answers = questions * phones;
    let report = Report { questions, answers, files, acknowledge_alone, acknowledge_meanwhile };
    print(&report);
    if let Some(path) = &common.json {
        write_report(path, &report)?;
    }
    let slow = |file: &&Taken| file.seconds > SECONDS_MAX || file.memory_bytes > MEMORY_BYTES_MAX;
    if let Some(file) = report.files.iter().find(slow) {
        bail!("{} takes more than {SECONDS_MAX} s or 300 MB", file.file);
    }
    if report.acknowledge_meanwhile.p99_ms > ACKNOWLEDGED_MS_MAX {
        bail!("one answer in a hundred waits more than {ACKNOWLEDGED_MS_MAX} ms while files are made");
    }
    Ok(())
}

/// The session of the other measurement, and a question more that stays open.
fn plan(questions: u32) -> Result<Plan> {
    let mut items = (0..questions).map(|number| item(number, ask(number))).collect::<Result<Vec<_>>>()?;
    items.push(item(questions, Ask::OpenText(OpenText { answers_max: 1, length_max: 100 }))?);
    let title = Line::parse("Hundre spørsmål").map_err(|reason| anyhow!("{reason}"))?;
    Ok(Plan { details: Details { title, ..Details::default() }, items, ..Plan::default() })
}

/// Lets all phones join and answer one question after the other.
async fn filled(
    server: &ServerAddress,
    session: &Created,
    questions: u32,
    phones: u32,
) -> Result<Vec<Phone>> {
    let mut hall = Vec::new();
    for _ in 0..phones {
        hall.push(Phone::join(server, session).await?);
    }
    let mut dice = SmallRng::seed_from_u64(7);
    let bar = progress("answered", questions as usize);
    for number in 0..questions {
        let question = ItemId(number + 1);
        let there = FacilitatorCommand::GoTo { item: question };
        server.command(session.code, &session.key, &there).await?;
        let mut answering = JoinSet::new();
        for mut phone in hall.drain(..) {
            let answer = content(&ask(number), &mut dice)?;
            answering.spawn(async move {
                shown(&mut phone, question).await?;
                phone.answer(question, answer).await?;
                Ok::<_, anyhow::Error>(phone)
            });
        }
        while let Some(answered) = answering.join_next().await {
            hall.push(answered??);
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(hall)
}

async fn shown(phone: &mut Phone, question: ItemId) -> Result<()> {
    let shows = phone.until(|seen| seen.open_question().is_some_and(|shown| shown.id == question));
    timeout(SHOWN_MAX, shows).await.context("a phone was not shown a question")??;
    Ok(())
}

/// Lets all phones answer, and change what they answered, until a deed is done; gives how long confirmations took.
async fn answering(
    hall: Vec<Phone>,
    question: ItemId,
    deed: impl Future<Output = Result<Duration>>,
) -> Result<(Vec<Phone>, Percentiles, Duration)> {
    let (done, until) = watch::channel(false);
    let mut answering = JoinSet::new();
    let count = hall.len() as u32;
    for (number, mut phone) in (0..).zip(hall) {
        let until = until.clone();
        answering.spawn(async move {
            shown(&mut phone, question).await?;
            // Not all at the same instant.
            sleep(BETWEEN_ANSWERS * number / count).await;
            let (mut before, mut latencies): (Option<Confirmed>, Vec<Duration>) = (None, Vec::new());
            while !*until.borrow() {
                let text = AnswerText::parse(&format!("Svar {} fra {number}", latencies.len()))
                    .map_err(|reason| anyhow!("{reason}"))?;
                let answer = AnswerContent::Text { text };
                let begun = Instant::now();
                let confirmed: Result<Confirmed, ClientError> = match &before {
                    Some(before) => phone.change(question, before, answer).await,
                    None => phone.answer(question, answer).await,
                };
                latencies.push(begun.elapsed());
                before = Some(confirmed?);
                sleep(BETWEEN_ANSWERS).await;
            }
            if let Some(before) = before {
                phone.withdraw(question, &before).await?;
            }
            Ok::<_, anyhow::Error>((phone, latencies))
        });
    }
    let took = deed.await?;
    done.send(true)?;
    let (mut hall, mut all) = (Vec::new(), Latencies::default());
    while let Some(answered) = answering.join_next().await {
        let (phone, latencies) = answered??;
        latencies.into_iter().for_each(|latency| all.note(latency));
        hall.push(phone);
    }
    Ok((hall, all.percentiles(), took))
}

/// Takes a file, and sees what it cost the server.
async fn taken(
    server: &ServerAddress,
    session: &Created,
    process: &ServerProcess,
    file: &'static str,
) -> Result<Taken> {
    // Has Linux forget the most memory that the server has had (proc(5), `clear_refs`).
    let forget = process.folder().join("clear_refs");
    std::fs::write(forget, "5").context("the peak of the server's memory cannot be told")?;
    let begun = Instant::now();
    let path = format!("/api/v1/sessions/{}/{file}", session.code);
    let bytes = server.get(&path, &session.key).await?.len();
    let seconds = begun.elapsed().as_secs_f64();
    let memory_bytes = (process.usage()?.memory_peak_mib * f64::from(1 << 20)) as u64;
    Ok(Taken { file, seconds, bytes, memory_bytes })
}

/// Keeps the worst of each file.
fn note(files: &mut Vec<Taken>, taken: Taken) {
    match files.iter_mut().find(|file| file.file == taken.file) {
        Some(kept) => {
            kept.seconds = kept.seconds.max(taken.seconds);
            kept.bytes = kept.bytes.max(taken.bytes);
            kept.memory_bytes = kept.memory_bytes.max(taken.memory_bytes);
        }
        None => files.push(taken),
    }
}

fn print(report: &Report) {
    println!("{} questions, {} answers", report.questions, report.answers);
    for file in &report.files {
        println!(
            "{:>14}  {:6.2} s  {:8.2} MB  {:6.0} MB of the server's memory",
            file.file,
            file.seconds,
            file.bytes as f64 / 1e6,
            file.memory_bytes as f64 / 1e6
        );
    }
    let (alone, meanwhile) = (&report.acknowledge_alone, &report.acknowledge_meanwhile);
    println!("acknowledge alone      {alone}");
    println!("acknowledge meanwhile  {meanwhile}");
    println!(
        "times as long: p50 {:.1}, p99 {:.1}",
        meanwhile.p50_ms / alone.p50_ms,
        meanwhile.p99_ms / alone.p99_ms
    );
}
