//! Commands that work on files: themes, export and check.

use std::io;
use std::process::ExitCode;

use plenum::session::Session;
use plenum::store::{CatalogueEntry, SqliteReader, StoreError, Verified};
use plenum::themes_command::{self, ThemesArgs};

use crate::cli::CheckArgs;

/// Groups a file's answers; exit code 2 when there is something wrong with the file.
pub fn themes(arguments: &ThemesArgs) -> ExitCode {
    match themes_command::run(arguments, &mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(problem.exit_code())
        }
    }
}

/// Verifies every session's log: the chain of hashes, and that its events can be read and folded.
pub fn check(arguments: &CheckArgs) -> ExitCode {
    let folder = &arguments.data.folder;
    let entries = SqliteReader::open(folder).and_then(|reader| Ok((reader.catalogue()?, reader)));
    let (entries, reader) = match entries {
        Ok(opened) => opened,
        Err(problem) => {
            eprintln!("{}: {problem}", folder.display());
            return ExitCode::from(2);
        }
    };
    let mut damaged = 0;
    for entry in &entries {
        match check_one(&reader, entry) {
            Ok((verified, title)) => println!(
                "{}  whole    {} events, {} erased  {title}",
                entry.code, verified.records, verified.erased
            ),
            Err(problem) => {
                damaged += 1;
                println!("{}  DAMAGED  {problem}", entry.code);
            }
        }
    }
    println!("{} sessions checked, {damaged} damaged.", entries.len());
    if damaged == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn check_one(reader: &SqliteReader, entry: &CatalogueEntry) -> Result<(Verified, String), StoreError> {
    let verified = reader.verify(entry.session)?;
    let session = read_session(reader, entry)?;
    Ok((verified, session.details.title.to_string()))
}

fn read_session(reader: &SqliteReader, entry: &CatalogueEntry) -> Result<Session, StoreError> {
    let rows = plenum::hub::recorded(reader.read(entry.session, 0)?)?;
    Ok(Session::replay(rows).0)
}
