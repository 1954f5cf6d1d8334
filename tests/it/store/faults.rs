//! Killing the store and taking its disk away: this test program starts itself once more as the victim.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use plenum::store::{Log, SqliteLog, StoreError};

use super::{entry, run, session};

/// Names the data folder to the victim; its absence makes this process the one that watches.
const FOLDER: &str = "PLENUM_TEST_STORE_FOLDER";
const SESSIONS: u32 = 4;

#[test]
fn a_killed_store_keeps_every_acknowledged_event() {
    if let Some(folder) = env::var_os(FOLDER) {
        return write_until_refused(PathBuf::from(folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = vec![0; SESSIONS as usize];

    // Each round kills the victim somewhere else in its writing, and the next goes on in the same folder.
    for lines in [1, 3, 40, 77, 150, 301] {
        let (mut victim, output) =
            start("a_killed_store_keeps_every_acknowledged_event", folder.path(), "unlimited");
        let mut output = output.lines().map_while(Result::ok);
        let said = output.by_ref().filter(|line| note(line, &mut acknowledged)).take(lines).count();
        assert_eq!(said, lines, "the victim writes");
        victim.kill().unwrap();
        // What it had said before it was killed counts as well.
        for line in output {
            note(&line, &mut acknowledged);
        }
        victim.wait().unwrap();

        assert_all_there(folder.path(), &acknowledged);
    }
}

#[cfg(unix)]
#[test]
fn a_store_that_may_not_write_says_so_and_keeps_what_it_acknowledged() {
    if let Some(folder) = env::var_os(FOLDER) {
        return write_until_refused(PathBuf::from(folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = vec![0; SESSIONS as usize];

    // No file may grow beyond 400 blocks: the log does, in the middle of its work.
    let name = "a_store_that_may_not_write_says_so_and_keeps_what_it_acknowledged";
    let (mut victim, output) = start(name, folder.path(), "400");
    let mut refusals = 0;
    for line in output.lines().map_while(Result::ok) {
        note(&line, &mut acknowledged);
        refusals += usize::from(line.contains("refused"));
    }

    assert!(victim.wait().unwrap().success(), "the victim found what it had acknowledged");
    assert_eq!(refusals, SESSIONS as usize);
    assert_all_there(folder.path(), &acknowledged);
}

/// Starts this test again as the victim; `blocks` is how large a file of its may grow.
fn start(test: &str, folder: &Path, blocks: &str) -> (Child, BufReader<ChildStdout>) {
    let mut victim = Command::new("sh")
        // Ignored, the signal of a file that grows too large becomes an error of the write.
        .args(["-c", "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"", "sh", blocks])
        .arg(env::current_exe().unwrap())
        .args(["--exact", &format!("store::faults::{test}"), "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(victim.stdout.take().unwrap());
    (victim, output)
}

/// Writes batches of events to several sessions and says each position after it was acknowledged,
/// until the store refuses; then checks that what was refused is not there.
fn write_until_refused(folder: PathBuf) {
    run(async {
        let log = Arc::new(SqliteLog::open(&folder).unwrap());
        let writers = (0..SESSIONS).map(|number| {
            let log = Arc::clone(&log);
            tokio::spawn(async move {
                match log.create(entry(number)).await {
                    Ok(()) | Err(StoreError::SessionTaken) => {}
                    Err(error) => panic!("{error}"),
                }
                let mut end = log.read(session(number), 0).await.unwrap().len() as u64;
                loop {
                    let batch = (1..=3).map(|offset| payload(number, end + offset)).collect();
                    match log.append(session(number), end, batch).await {
                        Ok(position) => end = position,
                        Err(error) => {
                            println!("\nrefused {number}: {error}");
                            assert!(
                                matches!(error, StoreError::Sqlite { .. } | StoreError::DiskFull { .. }),
                                "{error:?}"
                            );
                            break;
                        }
                    }
                    println!("\nacknowledged {number} {end}");
                }
                assert_eq!(log.read(session(number), 0).await.unwrap().len() as u64, end);
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
    });
}

/// Notes an acknowledgement that the victim wrote.
fn note(line: &str, acknowledged: &mut [u64]) -> bool {
    let Some(said) = line.strip_prefix("acknowledged ") else {
        return false;
    };
    // The last line of a victim that was killed may be cut short.
    let Some((number, position)) = said.split_once(' ') else {
        return false;
    };
    let (Ok(number), Ok(position)) = (number.parse::<usize>(), position.parse::<u64>()) else {
        return false;
    };
    acknowledged[number] = acknowledged[number].max(position);
    true
}

fn assert_all_there(folder: &Path, acknowledged: &[u64]) {
    run(async {
        let log = SqliteLog::open(folder).unwrap();
        for (number, &acknowledged) in (0..).zip(acknowledged) {
            if acknowledged == 0 {
                continue;
            }
            let records = log.read(session(number), 0).await.unwrap();
            assert!(
                records.len() as u64 >= acknowledged,
                "session {number}: {} of {acknowledged}",
                records.len()
            );
            assert_eq!(records.len() % 3, 0, "an append is there as a whole or not at all");
            for record in &records {
                assert!(
                    record.payload.as_ref() == Some(&payload(number, record.position)),
                    "{}",
                    record.position
                );
            }
            log.verify(session(number)).await.unwrap();
        }
        log.close().await.unwrap();
    });
}

fn payload(number: u32, position: u64) -> Vec<u8> {
    format!("{number}/{position} ").repeat(40).into_bytes()
}
