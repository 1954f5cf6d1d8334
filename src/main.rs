//! The command line: reads settings, starts, and stops gracefully.

mod cli;
mod commands;
mod start;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};

fn main() -> ExitCode {
    if let Err(problem) = load_env_file() {
        eprintln!("{problem}");
        return ExitCode::from(2);
    }
    let cli = Cli::parse();
    let outcome = match cli.command {
        None => start::serve(cli.serve),
        Some(Command::Serve(settings)) => start::serve(settings),
        Some(Command::Demo(settings)) => start::demo(settings),
        Some(Command::Themes(arguments)) => return commands::themes(&arguments),
        Some(Command::Export(arguments)) => commands::export(&arguments),
        Some(Command::Check(arguments)) => return commands::check(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem:#}");
            ExitCode::FAILURE
        }
    }
}

/// Settings of a `.env` file in the working folder become environment variables where none is set.
fn load_env_file() -> Result<(), String> {
    match dotenvy::dotenv() {
        Ok(_) => Ok(()),
        Err(problem) if problem.not_found() => Ok(()),
        Err(problem) => Err(format!("The file .env could not be read: {problem}")),
    }
}
