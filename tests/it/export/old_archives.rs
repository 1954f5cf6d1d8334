//! Archives that earlier versions wrote read back to what they said then, and those of later versions say what they are.
//!
//! Each `tests/fixtures/archives/N.json` is what version N of the form made of the session that
//! `tests/fixtures/logs/9.jsonl` tells, with the minutes of what was read back beside it. An archive here is never changed;
//! a new form gets a new number and a new file. The minutes beside it change only when minutes are worded otherwise, never
//! in what they say happened.

use std::fs;
use std::path::PathBuf;

use plenum::export::{Archive, ArchiveError, archive, from_archive, markdown, minutes, read_archive};
use plenum::session::{Limits, Recorded, Session};

use super::archive::{shown, told};
use super::gathering::options;

/// Every version there was, the newest last: 2 has the points of a quiz, surveys, whether questions to the speaker were
/// taken and in which order they stood, who sorted and piled, the numbers of themes, and when the first item was shown.
const VERSIONS: [u32; 2] = [1, 2];
const NEWEST: u32 = VERSIONS[VERSIONS.len() - 1];

fn path(name: String) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The session that all of them are archives of.
fn told_by_the_log() -> Session {
    let log = fs::read_to_string(path("logs/9.jsonl".into())).unwrap();
    Session::replay(log.lines().map(|line| Some(serde_json::from_str::<Recorded>(line).unwrap()))).0
}

fn kept(version: u32) -> String {
    fs::read_to_string(path(format!("archives/{version}.json"))).unwrap()
}

fn read_back(json: &str) -> Session {
    let limits = Limits { participants_max: 100, answers_max: 100 };
    let facts = from_archive(&read_archive(json.as_bytes()).unwrap(), &limits, 0).unwrap();
    Session::replay(facts.into_iter().map(Some)).0
}

#[test]
fn an_archive_of_each_version_reads_back_to_what_it_said_then() {
    for version in VERSIONS {
        let said = markdown(&minutes(&read_back(&kept(version)), &options(7)));
        let beside = path(format!("archives/{version}.md"));
        if std::env::var_os("UPDATE_MINUTES").is_some() {
            fs::write(&beside, &said).unwrap();
        }
        assert_eq!(said, fs::read_to_string(beside).unwrap(), "version {version}");
    }
}

#[test]
fn what_is_written_today_is_of_the_newest_version() {
    let session = told_by_the_log();
    let written = archive(&session, 7);
    assert_eq!(written.version, NEWEST);
    let beside = path(format!("archives/{NEWEST}.json"));
    if std::env::var_os("UPDATE_FIXTURES").is_some() && !beside.exists() {
        fs::write(&beside, serde_json::to_string_pretty(&written).unwrap() + "\n").unwrap();
    }
    let kept: serde_json::Value = serde_json::from_str(&kept(NEWEST)).unwrap();
    assert_eq!(
        serde_json::to_value(&written).unwrap(),
        kept,
        "archives are written in another form than before: keep the file, and add one of a new version"
    );
}

#[test]
fn the_newest_says_all_that_the_session_came_to() {
    let session = told_by_the_log();
    let again = read_back(&kept(NEWEST));
    assert_eq!(shown(&again), shown(&session));
    let (mut again, mut before) = (told(&again), told(&session));
    // The file is without pictures.
    for question in again.questions.iter_mut().chain(&mut before.questions) {
        question.picture = None;
    }
    assert_eq!(again, before);
}

#[test]
fn an_archive_of_a_later_version_says_so_whatever_else_is_in_it() {
    let mut later: serde_json::Value = serde_json::from_str(&kept(NEWEST)).unwrap();
    later["version"] = (NEWEST + 1).into();
    let refused = |later: &serde_json::Value| read_archive(later.to_string().as_bytes()).unwrap_err();
    // With nothing that is not known, it is refused before anything is made of it.
    let same_form: Archive = serde_json::from_value(later.clone()).unwrap();
    let limits = Limits { participants_max: 100, answers_max: 100 };
    assert_eq!(from_archive(&same_form, &limits, 0), Err(ArchiveError::Newer(NEWEST + 1)));
    later["items"][0]["shared_with"] = "everybody".into();
    assert_eq!(refused(&later), ArchiveError::Newer(NEWEST + 1));
    assert_eq!(
        refused(&later).to_string(),
        "the archive is of version 3, which a later Plenum wrote; this server reads up to version 2, so have the server \
         updated, or read the archive back where it was written"
    );
    later["version"] = NEWEST.into();
    assert!(matches!(refused(&later), ArchiveError::Form(_)));
    assert!(matches!(read_archive(b"PK"), Err(ArchiveError::Form(_))));
}
