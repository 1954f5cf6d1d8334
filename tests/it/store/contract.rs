//! What every log promises.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plenum::store::{InvalidSessionId, Log, PAYLOAD_BYTES_MAX, PICTURE_BYTES_MAX, SessionId, StoreError};

use super::{entry, session, texts, texts_of};

/// Makes each sentence one test for each kind of log.
macro_rules! every_log {
    ($($sentence:ident)*) => {
        mod memory {
            use std::sync::Arc;
            use plenum::store::MemoryLog;
            $(#[test] fn $sentence() {
                super::super::run(super::$sentence(Arc::new(MemoryLog::default())));
            })*
        }
        mod sqlite {
            use std::sync::Arc;
            use plenum::store::SqliteLog;
            $(#[test] fn $sentence() {
                let folder = tempfile::tempdir().unwrap();
                super::super::run(super::$sentence(Arc::new(SqliteLog::open(folder.path()).unwrap())));
            })*
        }
    };
}

every_log! {
    a_session_that_was_created_is_listed_and_found_by_its_code
    a_code_that_is_taken_is_refused
    a_session_id_is_used_once
    a_due_time_can_be_set_and_taken_away
    records_come_back_in_order_from_position_1
    reading_after_a_position_gives_only_what_the_reader_lacks
    an_append_that_expects_another_end_conflicts_and_writes_nothing
    a_conflict_does_not_spoil_other_appends
    every_acknowledged_event_of_many_writers_on_many_sessions_is_found
    every_acknowledged_event_of_many_writers_on_one_session_is_found_once
    a_payload_may_be_empty_or_as_long_as_the_limit_but_not_longer
    an_erased_payload_is_gone_and_the_chain_is_the_same
    erasing_twice_does_no_harm
    erasing_what_is_not_there_erases_nothing
    an_append_after_an_erasure_goes_on_where_the_log_ends
    keys_are_kept_by_name_and_can_be_overwritten
    one_key_or_all_keys_of_a_session_can_be_destroyed
    a_picture_is_kept_as_it_was_first_given_and_is_its_sessions_alone
    pictures_that_are_not_retained_are_gone
    logs_with_the_same_events_have_different_chains
    a_deleted_session_is_unknown_and_its_code_is_free
    an_unknown_session_is_told_as_such
    a_closed_log_refuses_work_and_may_be_closed_again
}

async fn a_session_that_was_created_is_listed_and_found_by_its_code(log: Arc<dyn Log>) {
    log.create(entry(2)).await.unwrap();
    log.create(entry(1)).await.unwrap();

    assert_eq!(log.catalogue().await.unwrap(), [entry(1), entry(2)]);
    assert_eq!(log.find(&entry(2).code).await.unwrap(), Some(entry(2)));
    assert_eq!(log.find("00000000").await.unwrap(), None);
    assert_eq!(log.read(session(1), 0).await.unwrap(), []);
    assert_eq!(log.verify(session(1)).await.unwrap().records, 0);
}

async fn a_code_that_is_taken_is_refused(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    let mut other = entry(2);
    other.code = entry(1).code;

    let refused = log.create(other).await;

    assert!(matches!(refused, Err(StoreError::CodeTaken)), "{refused:?}");
    assert_eq!(log.catalogue().await.unwrap(), [entry(1)]);
    log.create(entry(2)).await.expect("the refused session left nothing behind");
}

async fn a_session_id_is_used_once(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.append(session(1), 0, texts(["a"])).await.unwrap();
    let mut other = entry(1);
    other.code = entry(2).code;

    let refused = log.create(other).await;

    assert!(matches!(refused, Err(StoreError::SessionTaken)), "{refused:?}");
    assert_eq!(texts_of(&log.read(session(1), 0).await.unwrap()), [Some("a")]);
}

async fn a_due_time_can_be_set_and_taken_away(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();

    log.set_due(session(1), Some(1_770_000_000_000)).await.unwrap();
    assert_eq!(log.catalogue().await.unwrap()[0].due_ms, Some(1_770_000_000_000));

    log.set_due(session(1), None).await.unwrap();
    assert_eq!(log.catalogue().await.unwrap()[0].due_ms, None);
}

async fn records_come_back_in_order_from_position_1(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();

    assert_eq!(log.append(session(1), 0, texts(["a", "b"])).await.unwrap(), 2);
    assert_eq!(log.append(session(1), 2, texts(["c"])).await.unwrap(), 3);
    assert_eq!(log.append(session(1), 3, Vec::new()).await.unwrap(), 3);

    let records = log.read(session(1), 0).await.unwrap();
    assert_eq!(texts_of(&records), [Some("a"), Some("b"), Some("c")]);
    assert_eq!(records.iter().map(|record| record.position).collect::<Vec<_>>(), [1, 2, 3]);
}

async fn reading_after_a_position_gives_only_what_the_reader_lacks(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.append(session(1), 0, texts(["a", "b", "c"])).await.unwrap();

    let records = log.read(session(1), 1).await.unwrap();
    assert_eq!(texts_of(&records), [Some("b"), Some("c")]);
    assert_eq!(records[0].position, 2);
    assert_eq!(log.read(session(1), 3).await.unwrap(), []);
    assert_eq!(log.read(session(1), 99).await.unwrap(), []);
}

async fn an_append_that_expects_another_end_conflicts_and_writes_nothing(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.append(session(1), 0, texts(["a"])).await.unwrap();

    for expected in [0, 2] {
        let refused = log.append(session(1), expected, texts(["b", "c"])).await;
        assert!(matches!(refused, Err(StoreError::Conflict { actual: 1 })), "{refused:?}");
    }
    let refused = log.append(session(1), 7, Vec::new()).await;
    assert!(matches!(refused, Err(StoreError::Conflict { actual: 1 })), "{refused:?}");
    assert_eq!(texts_of(&log.read(session(1), 0).await.unwrap()), [Some("a")]);
}

async fn a_conflict_does_not_spoil_other_appends(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.create(entry(2)).await.unwrap();

    // Handed over together, so that they share commits.
    let (first, late, second, elsewhere) = tokio::join!(
        log.append(session(1), 0, texts(["a"])),
        log.append(session(1), 0, texts(["late"])),
        log.append(session(1), 1, texts(["b"])),
        log.append(session(2), 0, texts(["c"])),
    );

    assert_eq!((first.unwrap(), second.unwrap(), elsewhere.unwrap()), (1, 2, 1));
    assert!(matches!(late, Err(StoreError::Conflict { actual: 1 })), "{late:?}");
    assert_eq!(texts_of(&log.read(session(1), 0).await.unwrap()), [Some("a"), Some("b")]);
}

async fn every_acknowledged_event_of_many_writers_on_many_sessions_is_found(log: Arc<dyn Log>) {
    // More sessions than files are kept open.
    let writers = (0..300).map(|number| {
        let log = Arc::clone(&log);
        tokio::spawn(async move {
            log.create(entry(number)).await.unwrap();
            for position in 0..5 {
                let text = format!("{number}/{position}");
                assert_eq!(
                    log.append(session(number), position, texts([&text])).await.unwrap(),
                    position + 1
                );
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }

    for number in 0..300 {
        let records = log.read(session(number), 0).await.unwrap();
        let wanted: Vec<String> = (0..5).map(|position| format!("{number}/{position}")).collect();
        assert_eq!(texts_of(&records), wanted.iter().map(|text| Some(text.as_str())).collect::<Vec<_>>());
        assert_eq!(log.verify(session(number)).await.unwrap().records, 5);
    }
}

async fn every_acknowledged_event_of_many_writers_on_one_session_is_found_once(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    let writers = (0..20).map(|writer| {
        let log = Arc::clone(&log);
        tokio::spawn(async move {
            let mut acknowledged = BTreeMap::new();
            let mut end = 0;
            for number in 0..10 {
                let text = format!("{writer}/{number}");
                // Whoever loses the race tries again after the end it was told.
                end = loop {
                    match log.append(session(1), end, texts([&text])).await {
                        Ok(position) => break position,
                        Err(StoreError::Conflict { actual }) => end = actual,
                        Err(error) => panic!("{error}"),
                    }
                };
                acknowledged.insert(end, text);
            }
            acknowledged
        })
    });
    let mut acknowledged = BTreeMap::new();
    for writer in writers.collect::<Vec<_>>() {
        acknowledged.extend(writer.await.unwrap());
    }

    let records = log.read(session(1), 0).await.unwrap();
    assert_eq!(acknowledged.len(), 200, "no position was acknowledged twice");
    assert_eq!(texts_of(&records), acknowledged.values().map(|text| Some(text.as_str())).collect::<Vec<_>>());
    assert_eq!(texts_of(&records).into_iter().collect::<BTreeSet<_>>().len(), 200);
}

async fn a_payload_may_be_empty_or_as_long_as_the_limit_but_not_longer(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    let longest = vec![b'x'; PAYLOAD_BYTES_MAX];

    log.append(session(1), 0, vec![Vec::new(), longest.clone()]).await.unwrap();
    let refused = log.append(session(1), 2, vec![b"short".to_vec(), vec![b'x'; PAYLOAD_BYTES_MAX + 1]]).await;

    assert!(
        matches!(refused, Err(StoreError::TooLong { bytes }) if bytes == PAYLOAD_BYTES_MAX + 1),
        "{refused:?}"
    );
    let records = log.read(session(1), 0).await.unwrap();
    assert_eq!(records.len(), 2);
    assert_eq!(records[0].payload.as_deref(), Some([].as_slice()));
    assert!(records[1].payload == Some(longest));
}

async fn an_erased_payload_is_gone_and_the_chain_is_the_same(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.append(session(1), 0, texts(["a", "b", "c", "d"])).await.unwrap();
    let before = log.verify(session(1)).await.unwrap();

    log.erase(session(1), vec![2, 4]).await.unwrap();

    assert_eq!(texts_of(&log.read(session(1), 0).await.unwrap()), [Some("a"), None, Some("c"), None]);
    let after = log.verify(session(1)).await.unwrap();
    assert_eq!((before.erased, after.erased), (0, 2));
    assert_eq!((before.records, before.head), (after.records, after.head));
}

async fn erasing_twice_does_no_harm(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.append(session(1), 0, texts(["a", "b"])).await.unwrap();

    log.erase(session(1), vec![1, 1]).await.unwrap();
    log.erase(session(1), vec![1]).await.unwrap();
    log.erase(session(1), Vec::new()).await.unwrap();

    assert_eq!(texts_of(&log.read(session(1), 0).await.unwrap()), [None, Some("b")]);
    assert_eq!(log.verify(session(1)).await.unwrap().erased, 1);
}

async fn erasing_what_is_not_there_erases_nothing(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.append(session(1), 0, texts(["a"])).await.unwrap();

    for wrong in [0, 2] {
        let refused = log.erase(session(1), vec![1, wrong]).await;
        assert!(
            matches!(refused, Err(StoreError::UnknownPosition { position }) if position == wrong),
            "{refused:?}"
        );
    }
    assert_eq!(texts_of(&log.read(session(1), 0).await.unwrap()), [Some("a")]);
}

async fn an_append_after_an_erasure_goes_on_where_the_log_ends(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.append(session(1), 0, texts(["a", "b"])).await.unwrap();
    log.erase(session(1), vec![2]).await.unwrap();

    assert_eq!(log.append(session(1), 2, texts(["c"])).await.unwrap(), 3);

    assert_eq!(texts_of(&log.read(session(1), 2).await.unwrap()), [Some("c")]);
    assert_eq!(log.verify(session(1)).await.unwrap().records, 3);
}

async fn keys_are_kept_by_name_and_can_be_overwritten(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.create(entry(2)).await.unwrap();
    log.put_key(session(1), 0, [10; 32]).await.unwrap();
    log.put_key(session(1), u32::MAX, [11; 32]).await.unwrap();
    log.put_key(session(2), 0, [20; 32]).await.unwrap();
    log.put_key(session(1), 0, [12; 32]).await.unwrap();

    assert_eq!(log.keys(session(1)).await.unwrap(), BTreeMap::from([(0, [12; 32]), (u32::MAX, [11; 32])]));
    assert_eq!(log.keys(session(2)).await.unwrap(), BTreeMap::from([(0, [20; 32])]));
}

async fn one_key_or_all_keys_of_a_session_can_be_destroyed(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.create(entry(2)).await.unwrap();
    for name in 0..3 {
        log.put_key(session(1), name, [10; 32]).await.unwrap();
        log.put_key(session(2), name, [20; 32]).await.unwrap();
    }

    log.destroy_key(session(1), 1).await.unwrap();
    assert_eq!(log.keys(session(1)).await.unwrap().into_keys().collect::<Vec<_>>(), [0, 2]);

    log.destroy_keys(session(1)).await.unwrap();
    log.destroy_keys(session(1)).await.unwrap();
    assert_eq!(log.keys(session(1)).await.unwrap(), BTreeMap::new());
    assert_eq!(log.keys(session(2)).await.unwrap().len(), 3);

    log.put_key(session(1), 7, [30; 32]).await.unwrap();
    assert_eq!(log.keys(session(1)).await.unwrap(), BTreeMap::from([(7, [30; 32])]));
    assert_eq!(log.keys(session(2)).await.unwrap().len(), 3);
}

async fn a_picture_is_kept_as_it_was_first_given_and_is_its_sessions_alone(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.create(entry(2)).await.unwrap();
    let longest = vec![7; PICTURE_BYTES_MAX];

    log.put_picture(session(1), [1; 16], longest.clone()).await.unwrap();
    log.put_picture(session(1), [1; 16], vec![8]).await.unwrap();
    let refused = log.put_picture(session(1), [2; 16], vec![7; PICTURE_BYTES_MAX + 1]).await;

    assert!(matches!(refused, Err(StoreError::TooLong { .. })), "{refused:?}");
    assert!(log.picture(session(1), [1; 16]).await.unwrap() == Some(longest));
    assert_eq!(log.picture(session(1), [2; 16]).await.unwrap(), None);
    assert_eq!(log.picture(session(2), [1; 16]).await.unwrap(), None);
    assert_eq!(log.append(session(1), 0, texts(["a"])).await.unwrap(), 1, "the log knows nothing of it");
}

async fn pictures_that_are_not_retained_are_gone(log: Arc<dyn Log>) {
    for number in [1, 2] {
        log.create(entry(number)).await.unwrap();
        for name in 0..3 {
            log.put_picture(session(number), [name; 16], vec![name; 9_000]).await.unwrap();
        }
    }

    log.retain_pictures(session(1), BTreeSet::from([[1; 16], [9; 16]])).await.unwrap();
    log.retain_pictures(session(1), BTreeSet::from([[1; 16]])).await.unwrap();

    for name in 0..3 {
        assert_eq!(log.picture(session(1), [name; 16]).await.unwrap().is_some(), name == 1);
        assert!(log.picture(session(2), [name; 16]).await.unwrap().is_some());
    }
}

async fn logs_with_the_same_events_have_different_chains(log: Arc<dyn Log>) {
    for number in [1, 2] {
        log.create(entry(number)).await.unwrap();
        log.append(session(number), 0, texts(["the same"])).await.unwrap();
    }

    assert_ne!(log.verify(session(1)).await.unwrap().head, log.verify(session(2)).await.unwrap().head);
}

async fn a_deleted_session_is_unknown_and_its_code_is_free(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();
    log.create(entry(2)).await.unwrap();
    log.append(session(1), 0, texts(["a"])).await.unwrap();
    log.put_key(session(1), 1, [9; 32]).await.unwrap();

    log.delete(session(1)).await.unwrap();

    assert_eq!(log.catalogue().await.unwrap(), [entry(2)]);
    assert_eq!(log.find(&entry(1).code).await.unwrap(), None);
    assert_eq!(log.keys(session(1)).await.unwrap(), BTreeMap::new());
    assert!(matches!(log.read(session(1), 0).await, Err(StoreError::UnknownSession)));
    let mut heir = entry(3);
    heir.code = entry(1).code;
    log.create(heir.clone()).await.unwrap();
    assert_eq!(log.find(&heir.code).await.unwrap(), Some(heir));
}

async fn an_unknown_session_is_told_as_such(log: Arc<dyn Log>) {
    assert!(matches!(log.append(session(1), 0, texts(["a"])).await, Err(StoreError::UnknownSession)));
    assert!(matches!(log.read(session(1), 0).await, Err(StoreError::UnknownSession)));
    assert!(matches!(log.erase(session(1), vec![1]).await, Err(StoreError::UnknownSession)));
    assert!(matches!(log.verify(session(1)).await, Err(StoreError::UnknownSession)));
    assert!(matches!(log.set_due(session(1), None).await, Err(StoreError::UnknownSession)));
    assert!(matches!(log.put_key(session(1), 1, [1; 32]).await, Err(StoreError::UnknownSession)));
    assert!(matches!(log.delete(session(1)).await, Err(StoreError::UnknownSession)));
    assert!(matches!(log.put_picture(session(1), [1; 16], vec![1]).await, Err(StoreError::UnknownSession)));
    assert!(matches!(log.picture(session(1), [1; 16]).await, Err(StoreError::UnknownSession)));
    let retained = log.retain_pictures(session(1), BTreeSet::new()).await;
    assert!(matches!(retained, Err(StoreError::UnknownSession)));
    assert_eq!(log.keys(session(1)).await.unwrap(), BTreeMap::new());
    log.destroy_keys(session(1)).await.unwrap();
}

async fn a_closed_log_refuses_work_and_may_be_closed_again(log: Arc<dyn Log>) {
    log.create(entry(1)).await.unwrap();

    log.close().await.unwrap();

    assert!(matches!(log.append(session(1), 0, texts(["a"])).await, Err(StoreError::Closed)));
    assert!(matches!(log.read(session(1), 0).await, Err(StoreError::Closed)));
    log.close().await.unwrap();
}

#[test]
fn a_session_id_is_written_as_32_hexadecimal_digits() {
    let text = "00000001070707070707070707070707";
    assert_eq!(session(1).to_string().len(), 32);
    assert_eq!(session(1).to_string().parse(), Ok(session(1)));
    assert_eq!(session(1).to_string(), format!("{text}07070707")[..32]);
    let long = format!("{text}0");
    for wrong in ["", "1", "+0000001070707070707070707070707", "../00001070707070707070707070707", &long] {
        assert_eq!(wrong.parse::<SessionId>(), Err(InvalidSessionId), "{wrong}");
    }
}
