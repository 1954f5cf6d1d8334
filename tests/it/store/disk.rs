//! What only the disk can get wrong: reopening, erasing every copy, noticing damage.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use plenum::store::{Log, SqliteLog, SqliteReader, StoreError};
use rusqlite::Connection;
use tempfile::TempDir;

use super::{entry, run, session, texts, texts_of};

#[test]
fn a_reopened_folder_holds_everything() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.append(session(1), 0, texts(["a", "b", "c"])).await.unwrap();
        log.erase(session(1), vec![2]).await.unwrap();
        log.put_key(session(1), 5, [6; 32]).await.unwrap();
        let before = log.verify(session(1)).await.unwrap();
        log.close().await.unwrap();

        let log = SqliteLog::open(folder.path()).unwrap();
        assert_eq!(log.catalogue().await.unwrap(), [entry(1)]);
        assert_eq!(texts_of(&log.read(session(1), 0).await.unwrap()), [Some("a"), None, Some("c")]);
        assert_eq!(log.keys(session(1)).await.unwrap().into_iter().collect::<Vec<_>>(), [(5, [6; 32])]);
        assert_eq!(log.verify(session(1)).await.unwrap(), before);
        assert_eq!(log.append(session(1), 3, texts(["d"])).await.unwrap(), 4);
    });
}

#[test]
fn an_erased_text_is_in_no_byte_of_any_file() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        // Short texts that share pages, and long ones that spill over several.
        let text = |number: u64| {
            format!("canary-{number:05}").repeat(if number.is_multiple_of(7) { 900 } else { 3 })
        };
        for number in 0..600 {
            log.append(session(1), number, texts([&text(number)])).await.unwrap();
        }
        let head = log.verify(session(1)).await.unwrap().head;
        assert_eq!(canaries(folder.path()), (0..600).collect());

        // In several rounds, so that a round could uncover what an earlier one left behind.
        for round in 0..4 {
            log.erase(session(1), (1..=600).filter(|position| position % 5 == round).collect())
                .await
                .unwrap();
            let wanted = (0..600).filter(|number| (number + 1) % 5 > round).collect::<BTreeSet<u64>>();
            assert_eq!(canaries(folder.path()), wanted, "after round {round}");
        }

        let verified = log.verify(session(1)).await.unwrap();
        assert_eq!((verified.records, verified.erased, verified.head), (600, 480, head));
        let records = log.read(session(1), 0).await.unwrap();
        for record in &records {
            let kept = record.position % 5 == 4;
            assert_eq!(
                record.payload.as_deref(),
                kept.then_some(text(record.position - 1)).as_ref().map(|text| text.as_bytes())
            );
        }
    });
}

#[test]
fn a_text_can_be_erased_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.append(session(1), 0, texts(["before", "canary", "after"])).await.unwrap();
        log.close().await.unwrap();
        assert_eq!(count(folder.path(), b"canary"), 1);

        let log = SqliteLog::open(folder.path()).unwrap();
        log.erase(session(1), vec![2]).await.unwrap();

        assert_eq!(count(folder.path(), b"canary"), 0);
        assert_eq!(texts_of(&log.read(session(1), 0).await.unwrap()), [Some("before"), None, Some("after")]);
    });
}

#[test]
fn an_erased_text_cannot_be_guessed_from_what_is_left() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.append(session(1), 0, texts(["yes", "yes"])).await.unwrap();
        log.close().await.unwrap();
    });

    let connection = Connection::open(session_file(&folder)).unwrap();
    let hashes: Vec<Vec<u8>> = connection
        .prepare("SELECT payload_hash FROM log")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_ne!(hashes[0], hashes[1], "equal texts have equal hashes");
    assert!(!hashes.contains(&blake3::hash(b"yes").as_bytes().to_vec()));
}

#[test]
fn what_a_reader_holds_up_is_erased_when_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.append(session(1), 0, texts(["canary"])).await.unwrap();
        let reader = Connection::open(session_file(&folder)).unwrap();
        reader.execute_batch("BEGIN; SELECT * FROM log;").unwrap();

        let refused = log.erase(session(1), vec![1]).await;
        assert!(matches!(refused, Err(StoreError::Busy { .. })), "{refused:?}");

        reader.execute_batch("COMMIT").unwrap();
        log.erase(session(1), vec![1]).await.unwrap();
        assert_eq!(count(folder.path(), b"canary"), 0);
    });
}

#[test]
fn destroyed_keys_are_in_no_byte_of_any_file() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.create(entry(2)).await.unwrap();
        log.create(entry(3)).await.unwrap();
        let key = |number: u32, name: u32| *blake3::hash(format!("{number}/{name}").as_bytes()).as_bytes();
        for name in 0..80 {
            for number in 1..=3 {
                log.put_key(session(number), name, key(number, name)).await.unwrap();
            }
        }
        log.put_key(session(3), 3, [5; 32]).await.unwrap();
        assert_eq!(count(folder.path(), &key(3, 3)), 0, "a key that was overwritten is gone");
        assert!(count(folder.path(), &[5; 32]) > 0);

        log.destroy_key(session(3), 2).await.unwrap();
        assert_eq!(count(folder.path(), &key(3, 2)), 0);
        for number in [1, 2] {
            log.destroy_keys(session(number)).await.unwrap();
            for name in 0..80 {
                assert_eq!(count(folder.path(), &key(number, name)), 0);
            }
        }

        let kept = log.keys(session(3)).await.unwrap();
        assert_eq!(kept.len(), 79);
        assert!(kept.into_iter().all(|(name, kept)| name == 3 || kept == key(3, name)));
    });
}

#[test]
fn a_deleted_session_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.create(entry(2)).await.unwrap();
        log.append(session(1), 0, texts(["canary"])).await.unwrap();
        log.put_key(session(1), 1, [0xA5; 32]).await.unwrap();

        log.delete(session(1)).await.unwrap();

        assert_eq!(count(folder.path(), b"canary"), 0);
        assert_eq!(count(folder.path(), &[0xA5; 32]), 0);
        assert_eq!(count(folder.path(), session(1).as_bytes()), 0);
        let names = files(folder.path()).into_iter().map(|path| path.display().to_string());
        assert_eq!(names.filter(|name| name.contains(&session(1).to_string())).collect::<Vec<_>>(), [""; 0]);
    });
}

#[test]
fn a_deletion_that_was_interrupted_is_finished_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.append(session(1), 0, texts(["canary"])).await.unwrap();
        log.close().await.unwrap();
        let catalogue = Connection::open(folder.path().join("catalogue.sqlite")).unwrap();
        catalogue.execute("UPDATE session SET deleting = 1", []).unwrap();
        drop(catalogue);

        let log = SqliteLog::open(folder.path()).unwrap();

        assert_eq!(log.catalogue().await.unwrap(), []);
        assert!(!session_file(&folder).exists());
        assert_eq!(count(folder.path(), b"canary"), 0);
    });
}

#[test]
fn a_changed_byte_of_a_payload_is_found() {
    let folder = tempfile::tempdir().unwrap();
    closed_with_three_records(&folder);
    let mut bytes = fs::read(session_file(&folder)).unwrap();
    let at = bytes.windows(6).position(|window| window == b"second").unwrap();
    bytes[at] ^= 1;
    fs::write(session_file(&folder), bytes).unwrap();

    assert_damaged_at(&folder, 2);
}

#[test]
fn a_changed_record_a_removed_one_and_a_cut_off_end_are_found() {
    for (change, position) in [
        ("UPDATE log SET payload = x'00' WHERE position = 1", 1),
        ("UPDATE log SET payload_hash = zeroblob(32) WHERE position = 3", 3),
        ("UPDATE log SET chain_hash = zeroblob(32) WHERE position = 2", 2),
        ("UPDATE log SET chain_hash = x'00' WHERE position = 2", 2),
        ("UPDATE log SET erased = 1 WHERE position = 1", 1),
        ("DELETE FROM log WHERE position = 1", 1),
        ("DELETE FROM log WHERE position = 2", 2),
        ("DELETE FROM log WHERE position = 3", 3),
        ("DELETE FROM log; ", 1),
        ("UPDATE log SET position = 4 WHERE position = 3", 3),
        (
            "INSERT INTO log SELECT 4, erased, payload, salt, payload_hash, chain_hash FROM log WHERE position = 3",
            4,
        ),
        ("UPDATE log_end SET chain_hash = zeroblob(32)", 3),
    ] {
        let folder = tempfile::tempdir().unwrap();
        closed_with_three_records(&folder);
        let connection = Connection::open(session_file(&folder)).unwrap();
        connection.pragma_update(None, "ignore_check_constraints", true).unwrap();
        connection.execute_batch(change).unwrap();
        drop(connection);

        println!("{change}");
        assert_damaged_at(&folder, position);
    }
}

#[test]
fn a_log_under_the_name_of_another_session_is_found() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.create(entry(2)).await.unwrap();
        log.append(session(1), 0, texts(["a"])).await.unwrap();
        log.append(session(2), 0, texts(["a"])).await.unwrap();
        log.close().await.unwrap();
    });
    let sessions = folder.path().join("sessions");
    fs::copy(sessions.join(format!("{}.sqlite", session(2))), session_file(&folder)).unwrap();

    assert_damaged_at(&folder, 1);
}

#[test]
fn a_file_that_is_missing_or_is_no_database_is_found() {
    let folder = tempfile::tempdir().unwrap();
    closed_with_three_records(&folder);
    fs::write(session_file(&folder), vec![b'?'; 8192]).unwrap();
    let reader = SqliteReader::open(folder.path()).unwrap();
    assert!(reader.verify(session(1)).is_err());

    fs::remove_file(session_file(&folder)).unwrap();
    assert_damaged_at(&folder, 1);
}

#[test]
fn a_folder_serves_one_server_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;

        let error = SqliteLog::open(folder.path()).err().expect("the folder is in use");
        assert!(matches!(error, StoreError::InUse { .. }), "{error:?}");
        assert!(error.to_string().contains("another Plenum server is using the data folder"), "{error}");

        log.close().await.unwrap();
        SqliteLog::open(folder.path()).unwrap();
    });
}

#[test]
fn a_newer_format_is_refused_and_left_alone() {
    for (name, known) in [("catalogue.sqlite", 1), ("keys.sqlite", 1), ("session", 2)] {
        let folder = tempfile::tempdir().unwrap();
        closed_with_three_records(&folder);
        let file = if name == "session" { session_file(&folder) } else { folder.path().join(name) };
        Connection::open(&file).unwrap().pragma_update(None, "user_version", known + 1).unwrap();
        let before = fs::read(&file).unwrap();

        let error = match SqliteLog::open(folder.path()) {
            Ok(log) => run(log.append(session(1), 3, texts(["d"]))).expect_err("a newer format is refused"),
            Err(error) => error,
        };

        assert!(
            matches!(error, StoreError::Newer { found, known: told, .. } if (found, told) == (known + 1, known)),
            "{name}: {error:?}"
        );
        assert!(error.to_string().contains("use a newer version"), "{error}");
        assert_eq!(fs::read(&file).unwrap(), before, "{name}");
    }
}

#[test]
fn a_folder_can_be_checked_and_read_while_it_is_served() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.append(session(1), 0, texts(["a"])).await.unwrap();
        let reader = SqliteReader::open(folder.path()).unwrap();

        assert_eq!(reader.catalogue().unwrap(), [entry(1)]);
        assert_eq!(reader.find(&entry(1).code).unwrap(), Some(entry(1)));
        assert_eq!(reader.verify(session(1)).unwrap().records, 1);
        log.append(session(1), 1, texts(["b"])).await.unwrap();
        assert_eq!(texts_of(&reader.read(session(1), 1).unwrap()), [Some("b")]);
        log.close().await.unwrap();
        assert_eq!(reader.verify(session(1)).unwrap().records, 2);
    });
}

#[test]
fn checking_where_there_is_no_data_folder_makes_none() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere");

    assert!(SqliteReader::open(&nowhere).is_err());
    assert!(!nowhere.exists());
}

#[test]
fn a_copy_that_was_made_while_serving_can_be_served_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    let copy = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        log.append(session(1), 0, texts(["a", "b"])).await.unwrap();
        fs::create_dir(copy.path().join("sessions")).unwrap();
        for path in files(folder.path()) {
            // The shared-memory file is not part of a copy: it is made anew.
            if !path.to_string_lossy().ends_with("-shm") {
                fs::copy(&path, copy.path().join(path.strip_prefix(folder.path()).unwrap())).unwrap();
            }
        }

        assert_eq!(SqliteReader::open(copy.path()).unwrap().verify(session(1)).unwrap().records, 2);
        let log = SqliteLog::open(copy.path()).unwrap();
        assert_eq!(texts_of(&log.read(session(1), 0).await.unwrap()), [Some("a"), Some("b")]);
    });
}

#[test]
fn a_closed_folder_needs_no_side_files() {
    let folder = tempfile::tempdir().unwrap();
    closed_with_three_records(&folder);

    for path in files(folder.path()) {
        let name = path.to_string_lossy().into_owned();
        assert!(!name.ends_with("-wal") || fs::metadata(&path).unwrap().len() == 0, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("data");
    run(async {
        let log = SqliteLog::open(&folder).unwrap();
        log.create(entry(1)).await.unwrap();
        log.append(session(1), 0, texts(["a"])).await.unwrap();
        log.put_key(session(1), 1, [1; 32]).await.unwrap();

        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join("sessions")), 0o700);
        let files = files(&folder);
        assert!(
            files.iter().any(|path| path.to_string_lossy().ends_with("-wal")),
            "side files are looked at too"
        );
        for path in files {
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
    });
}

async fn with_session_1(folder: &TempDir) -> SqliteLog {
    let log = SqliteLog::open(folder.path()).unwrap();
    log.create(entry(1)).await.unwrap();
    log
}

fn closed_with_three_records(folder: &TempDir) {
    run(async {
        let log = with_session_1(folder).await;
        log.append(session(1), 0, texts(["first", "second", "third"])).await.unwrap();
        log.close().await.unwrap();
    });
}

fn assert_damaged_at(folder: &TempDir, wanted: u64) {
    let reader = SqliteReader::open(folder.path()).unwrap();
    for found in [reader.verify(session(1)).map(drop), reader.read(session(1), 0).map(drop)] {
        assert!(
            matches!(found, Err(StoreError::Damaged { position, .. }) if position == wanted),
            "{found:?}"
        );
    }
}

fn session_file(folder: &TempDir) -> PathBuf {
    folder.path().join("sessions").join(format!("{}.sqlite", session(1)))
}

/// How often these bytes stand in the files of a folder.
fn count(path: &Path, wanted: &[u8]) -> usize {
    let finder = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap();
        (0..bytes.len()).filter(|&at| bytes[at] == wanted[0] && bytes[at..].starts_with(wanted)).count()
    };
    files(path).iter().map(finder).sum()
}

/// The numbers of the texts `canary-00000` that stand anywhere in a folder.
fn canaries(folder: &Path) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    for path in files(folder) {
        let bytes = fs::read(path).unwrap();
        for at in (0..bytes.len()).filter(|&at| bytes[at] == b'c' && bytes[at..].starts_with(b"canary-")) {
            let digits = bytes.get(at + 7..at + 12).and_then(|digits| std::str::from_utf8(digits).ok());
            // A text that is continued on another page may be cut in the middle of its number.
            found.extend(digits.and_then(|digits| digits.parse::<u64>().ok()));
        }
    }
    found
}

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    fs::read_dir(path).unwrap().flat_map(|entry| files(&entry.unwrap().path())).collect()
}

#[test]
fn a_session_that_was_written_before_there_were_pictures_is_read_and_can_keep_some() {
    let folder = tempfile::tempdir().unwrap();
    closed_with_three_records(&folder);
    let file = Connection::open(session_file(&folder)).unwrap();
    file.execute_batch("DROP TABLE picture; PRAGMA user_version = 1;").unwrap();
    file.close().unwrap();
    let reader = SqliteReader::open(folder.path()).unwrap();
    assert_eq!(reader.picture(session(1), [1; 16]).unwrap(), None);
    assert_eq!(reader.read(session(1), 0).unwrap().len(), 3);

    let log = SqliteLog::open(folder.path()).unwrap();
    run(async {
        assert_eq!(log.picture(session(1), [1; 16]).await.unwrap(), None);
        log.put_picture(session(1), [1; 16], b"a picture".to_vec()).await.unwrap();
        assert_eq!(log.append(session(1), 3, texts(["d"])).await.unwrap(), 4);
        log.close().await.unwrap();
    });
    assert_eq!(reader.picture(session(1), [1; 16]).unwrap().as_deref(), Some(&b"a picture"[..]));
    assert_eq!(reader.verify(session(1)).unwrap().records, 4);
}

#[test]
fn a_picture_that_is_not_retained_is_in_no_file() {
    let folder = tempfile::tempdir().unwrap();
    run(async {
        let log = with_session_1(&folder).await;
        let canary = b"Kanaribildet".repeat(2_000);
        log.put_picture(session(1), [1; 16], canary.clone()).await.unwrap();
        log.put_picture(session(1), [2; 16], b"stays".to_vec()).await.unwrap();
        log.retain_pictures(session(1), BTreeSet::from([[2; 16]])).await.unwrap();
        for entry in fs::read_dir(session_file(&folder).parent().unwrap()).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            assert!(!bytes.windows(12).any(|window| window == b"Kanaribildet"));
        }
        assert_eq!(log.picture(session(1), [2; 16]).await.unwrap().as_deref(), Some(&b"stays"[..]));
    });
}
