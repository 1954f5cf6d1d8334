//! Whatever happened in a session comes back from its archive.

use std::fmt::Debug;

use bytes::Bytes;
use plenum::export::{Archive, archive, from_archive};
use plenum::session::PictureId;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};
use proptest::{prop_assert, prop_assert_eq};

use super::histories::{Step, lived, steps};
use super::*;
use crate::export::archive::{shown, told};

/// How many random histories are tried.
const HISTORIES: u32 = 120;

#[test]
fn whatever_happened_comes_back_from_an_archive() {
    every_history(HISTORIES, |steps| {
        let mut live = lived(&steps);
        // What a session that lasts comes back as is told below; this one may be over already.
        let _ = live.when(F::EndSession);
        let first = whole(&live.session);
        let again = read_back(&first, &live.limits);
        same(&whole(&again), &first)?;
        same(&told(&again), &told(&live.session))?;
        // Who was to see the results of a question that nobody was asked is no result.
        let asked: BTreeSet<u64> =
            first.items.iter().filter(|item| item.outcome.is_some()).map(|item| item.item.0.into()).collect();
        let results = |session: &Session| {
            let mut results = shown(session);
            results.retain(|result| result["item"].as_u64().is_some_and(|item| asked.contains(&item)));
            results
        };
        same(&results(&again), &results(&live.session))
    });
}

#[test]
fn a_session_that_lasts_comes_back_over_and_else_the_same() {
    every_history(HISTORIES / 4, |steps| {
        let live = lived(&steps);
        let first = whole(&live.session);
        let mut again = whole(&read_back(&first, &live.limits));
        prop_assert!(again.ended_ms.is_some());
        again.ended_ms = first.ended_ms;
        let stretches = |archive: &Archive| archive.items.iter().map(|item| item.shown.len()).sum::<usize>();
        prop_assert_eq!(stretches(&again), stretches(&first));
        let before = first.items.iter().flat_map(|item| &item.shown);
        for (shown, before) in again.items.iter_mut().flat_map(|item| &mut item.shown).zip(before) {
            shown.to_ms = before.to_ms.and(shown.to_ms);
        }
        same(&again, &first)
    });
}

/// Tries so many histories, the same in every run.
fn every_history(histories: u32, holds: impl Fn(Vec<Step>) -> Result<(), TestCaseError>) {
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let tried = TestRunner::new_with_rng(cases(histories), random).run(&steps(), holds);
    tried.unwrap_or_else(|failed| panic!("{failed}"));
}

/// The archive with all pictures.
fn whole(session: &Session) -> Archive {
    let picture = |id: PictureId| (id, Bytes::from_static(b"picture"));
    archive(session, 7).with_pictures(session, &session.pictures_shown().into_iter().map(picture).collect())
}

/// That two are the same; tells the first lines that are not.
fn same<T: Debug + PartialEq>(again: &T, before: &T) -> Result<(), TestCaseError> {
    if again == before {
        return Ok(());
    }
    let (again, before) = (format!("{again:#?}"), format!("{before:#?}"));
    let alike = again.lines().zip(before.lines()).take_while(|(one, other)| one == other).count();
    let around =
        |text: &str| text.lines().skip(alike.saturating_sub(8)).take(16).collect::<Vec<_>>().join("\n");
    Err(TestCaseError::fail(format!("it was\n{}\nand came back as\n{}", around(&before), around(&again))))
}

fn read_back(archive: &Archive, limits: &Limits) -> Session {
    let text = serde_json::to_string(archive).unwrap();
    let archive: Archive = serde_json::from_str(&text).unwrap();
    let facts = from_archive(&archive, limits, MORNING_MS).unwrap();
    Session::replay(facts.into_iter().map(Some)).0
}
