//! A hall full of phones against a running Plenum server: replays a set of answers, or storms it. And how good themes
//! are, and how fast files are made.

mod exports;
mod hall;
mod replay;
mod themes;
mod undisturbed;

mod answer_set;
mod count;
mod latency;
mod open_files;
mod server_process;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use plenum::client::ServerAddress;
use serde::Serialize;

/// Plays a hall full of phones against a running Plenum server; ends with 1 on any error or lost answer.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    test: Test,
}

#[derive(Subcommand)]
enum Test {
    /// One phone for each answer of a file; every answer must stand in the minutes as often as in the file.
    Replay(replay::Arguments),
    /// Many phones join, all answer within one second, then all are shown change after change.
    Hall(hall::Arguments),
    /// How good the themes are beside those of people, and how fast they come; needs no server.
    Themes(themes::Arguments),
    /// How long files of a large session take to make, and how much memory; needs no server.
    Exports(exports::Arguments),
    /// Whether a meeting goes on undisturbed while files of it are made.
    Undisturbed(undisturbed::Arguments),
}

/// What both tests need to know.
#[derive(clap::Args)]
struct Common {
    /// The running server.
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:3885")]
    server: ServerAddress,
    /// Where to write a report as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match Arguments::parse().test {
        Test::Replay(arguments) => replay::run(arguments).await,
        Test::Hall(arguments) => hall::run(arguments).await,
        Test::Themes(arguments) => themes::run(&arguments),
        Test::Exports(arguments) => exports::run(&arguments),
        Test::Undisturbed(arguments) => undisturbed::run(arguments).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason:#}");
            ExitCode::FAILURE
        }
    }
}

/// A bar on the terminal; silent where there is none.
fn progress(what: &'static str, steps: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:>12} {wide_bar} {pos}/{len}")
        .expect("the template of this file is one");
    let bar = ProgressBar::new(steps as u64).with_style(style);
    bar.set_message(what);
    bar
}

fn write_report(path: &Path, report: &impl Serialize) -> Result<()> {
    let text = serde_json::to_string_pretty(report)?;
    std::fs::write(path, text + "\n").with_context(|| format!("cannot write {}", path.display()))
}
