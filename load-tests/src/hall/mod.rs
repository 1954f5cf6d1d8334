//! A hall: all join, all answer within one second, and all are shown change after change.

mod meter;
mod storms;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use plenum::client::{Created, Facilitator, ServerAddress};
use plenum::export::answers_in_markdown;
use plenum::session::{
    Ask, Details, FacilitatorCommand, ItemContent, ItemPlan, Line, OpenText, Paragraph, Plan, Question,
};
use serde::Serialize;

use crate::count::differences;
use crate::latency::Percentiles;
use crate::server_process::ServerProcess;
use crate::{Common, open_files, write_report};
use meter::{Meter, Process};
use storms::{Errors, fan_out, join, show_question, vote};

/// Differences that are printed; the rest is counted.
const PRINTED_MAX: usize = 10;

/// Arguments of a hall.
#[derive(clap::Args)]
pub struct Arguments {
    /// How many phones.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=60_000))]
    phones: u32,
    /// All join at random moments of this many seconds; 0 lets all join at once.
    #[arg(long, value_name = "SECONDS", default_value_t = 1)]
    join_within: u32,
    /// How many visible changes the facilitator makes.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=199))]
    changes: u32,
    /// The server's process, where it cannot be found by the port it listens on.
    #[arg(long)]
    pid: Option<u32>,
    #[command(flatten)]
    common: Common,
}

#[derive(Serialize)]
struct Report {
    server: String,
    code: String,
    phones: usize,
    /// From the first byte of the connection to the state on the phone.
    join: Percentiles,
    /// From sending an answer to its confirmation.
    acknowledge: Percentiles,
    /// From the facilitator's command to the change on a phone.
    deliver: Percentiles,
    confirmed: usize,
    errors: BTreeMap<String, usize>,
    /// Answers that were confirmed and do not stand once in the results and once in the minutes.
    lost: Vec<String>,
    server_process: Process,
}

/// Storms the server; an error if anything failed or an answer was lost.
pub async fn run(arguments: Arguments) -> Result<()> {
    let Arguments { phones, join_within, changes, pid, common } = arguments;
    let count = phones as usize;
    open_files::check(Path::new("/proc/self"), "this process", count)?;
    let server = &common.server;
    let process = ServerProcess::find(pid, server).await;
    if let Ok(process) = &process {
        open_files::check(&process.folder(), "the server", count)?;
    }
    let session = server.create(&plan(changes)).await.context("the session could not be created")?;
    let mut desk = Facilitator::facilitate(server, session.code, &session.key).await?;
    let question = desk.seen().programme.first().context("the session has lost its question")?.id;

    let mut meter = Meter::start(process);
    let mut errors = Errors::default();
    let (hall, join) = join(server, &session, count, join_within, &mut errors).await;
    meter.note("join");
    desk.command(FacilitatorCommand::GoTo { item: question }).await?;
    let hall = show_question(hall, question, &mut errors).await;
    meter.note("open the question");
    let (hall, confirmed, acknowledge) = vote(hall, question, &mut errors).await;
    meter.note("vote");
    let deliver = fan_out(hall, &mut desk, changes, &mut errors).await?;
    meter.note("fan-out");

    let lost = match lost(server, &session, &confirmed).await {
        Ok(lost) => lost,
        Err(reason) => {
            errors.note("results and minutes", format!("{reason:#}"));
            Vec::new()
        }
    };

    let report = Report {
        server: server.to_string(),
        code: session.code.to_string(),
        phones: count,
        join,
        acknowledge,
        deliver,
        lost,
        confirmed: confirmed.len(),
        errors: errors.0,
        server_process: meter.process,
    };
    print(&report);
    if let Some(path) = &common.json {
        write_report(path, &report)?;
    }
    if !report.errors.is_empty() || !report.lost.is_empty() {
        bail!("{} errors, {} lost answers", report.errors.values().sum::<usize>(), report.lost.len());
    }
    Ok(())
}

/// A question, and after it as many talks as there are changes to show.
fn plan(changes: u32) -> Plan {
    let item = |what: String, content| ItemPlan {
        starts: None,
        ends: None,
        what: Line::parse(&what).expect("a title of this file fits"),
        how: Paragraph::default(),
        who: Line::default(),
        timer: None,
        content,
    };
    let question = ItemContent::Question(Question::new(
        Paragraph::parse("Hvilket nummer har du?").expect("the question of this file fits"),
        Ask::OpenText(OpenText { answers_max: 1, length_max: 100 }),
    ));
    let mut items = vec![item("Avstemning".to_owned(), question)];
    items.extend((1..=changes).map(|number| item(format!("Endring {number}"), ItemContent::Talk)));
    let title = Line::parse("En full sal").expect("the title of this file fits");
    Plan { details: Details { title, ..Details::default() }, items, ..Plan::default() }
}

/// Confirmed answers that do not stand exactly once, in the results or in the minutes.
async fn lost(server: &ServerAddress, session: &Created, confirmed: &[String]) -> Result<Vec<String>> {
    let given = || confirmed.iter().map(String::as_str);
    let results = server.results(session.code, &session.key).await?;
    let standing = results.questions.iter().flat_map(|question| &question.answers);
    let mut lost = differences("the results", given(), standing.map(|answer| answer.text.as_str()));
    let minutes = server.minutes(session.code, &session.key).await?;
    let written = answers_in_markdown(&minutes);
    lost.extend(differences("the minutes", given(), written.iter().map(String::as_str)));
    Ok(lost)
}

fn print(report: &Report) {
    println!("{} phones, session {}", report.phones, report.code);
    println!("join         {}", report.join);
    println!("acknowledge  {}", report.acknowledge);
    println!("deliver      {}", report.deliver);
    match &report.server_process {
        Process::Measured { pid, phases } => {
            println!("server (process {pid})");
            for phase in phases {
                println!(
                    "  {:18} {:6.2} s, processor {:6.2} s, memory {:6.1} MiB, at most {:6.1} MiB",
                    phase.name, phase.seconds, phase.cpu_s, phase.memory_mib, phase.memory_peak_mib
                );
            }
        }
        Process::Unavailable { unavailable } => {
            println!("server: memory and processor time are not known: {unavailable}");
        }
    }
    println!("{} answers confirmed, {} lost", report.confirmed, report.lost.len());
    for (reason, count) in &report.errors {
        eprintln!("error ({count} times): {reason}");
    }
    for lost in report.lost.iter().take(PRINTED_MAX) {
        eprintln!("lost: {lost}");
    }
}
