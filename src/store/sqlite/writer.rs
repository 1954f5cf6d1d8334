//! The one thread that writes: it takes everything that waits, and lets it share commits.

use std::collections::BTreeMap;

use tokio::sync::{mpsc, oneshot};

use super::files::Files;
use super::session_file::Append;
use crate::store::{SessionId, StoreError};

/// How many jobs may wait: more than answers arrive within the time of one flush; who comes later waits
/// until there is room.
pub(super) const QUEUE_JOBS_MAX: usize = 4_096;

/// Where a caller waits for the outcome of its job; who no longer waits is not told.
pub(super) type Answer<T> = oneshot::Sender<Result<T, StoreError>>;

/// Something for the writer to do.
pub(super) enum Job {
    /// Append to a session; shares its commit with the other appends to that session.
    Append { session: SessionId, append: Append, answer: Answer<u64> },
    /// Erase payloads of a session; shares its flush with the other erasures in that session.
    Erase { session: SessionId, positions: Vec<u64>, answer: Answer<()> },
    /// Anything rarer, which runs after everything that came before it.
    Alone(Box<dyn FnOnce(&mut Files) + Send>),
    /// Finish and stop.
    Close { answer: Answer<()> },
}

/// One of the erasures that share a flush: the positions, and who waits.
type Erasure = (Vec<u64>, Answer<()>);

/// Jobs that came one after the other and may share commits. Appends go before erasures: nobody can
/// erase a record whose position was not told yet.
#[derive(Default)]
struct Group {
    appends: BTreeMap<SessionId, (Vec<Append>, Vec<Answer<u64>>)>,
    erasures: BTreeMap<SessionId, Vec<Erasure>>,
}

/// Works until it is told to close or nobody can send any more.
pub(super) fn run(mut files: Files, mut jobs: mpsc::Receiver<Job>) {
    let mut waiting = Vec::with_capacity(QUEUE_JOBS_MAX);
    while jobs.blocking_recv_many(&mut waiting, QUEUE_JOBS_MAX) > 0 {
        let mut group = Group::default();
        for job in waiting.drain(..) {
            match job {
                Job::Append { session, append, answer } => {
                    let (appends, answers) = group.appends.entry(session).or_default();
                    appends.push(append);
                    answers.push(answer);
                }
                Job::Erase { session, positions, answer } => {
                    group.erasures.entry(session).or_default().push((positions, answer));
                }
                Job::Alone(work) => {
                    std::mem::take(&mut group).finish(&mut files);
                    work(&mut files);
                }
                Job::Close { answer } => {
                    group.finish(&mut files);
                    let result = files.close();
                    // Who comes too late finds the queue closed before the closing is confirmed.
                    drop(jobs);
                    answer.send(result).ok();
                    return;
                }
            }
        }
        group.finish(&mut files);
    }
    if let Err(error) = files.close() {
        tracing::warn!(%error, "could not close the store");
    }
}

impl Group {
    fn finish(self, files: &mut Files) {
        for (session, (appends, answers)) in self.appends {
            match files.with_session(session, |file| file.append(&appends)) {
                Ok(results) => answers.into_iter().zip(results).for_each(|(answer, result)| {
                    answer.send(result).ok();
                }),
                Err(error) => tell_all(answers, &Err(error)),
            }
        }
        for (session, erasures) in self.erasures {
            finish_erasures(files, session, erasures);
        }
    }
}

fn finish_erasures(files: &mut Files, session: SessionId, erasures: Vec<Erasure>) {
    let mut positions = Vec::new();
    let mut answers = Vec::new();
    for (wanted, answer) in erasures {
        match files.with_session(session, |file| Ok(file.must_have(&wanted))).flatten() {
            Ok(()) => {
                positions.extend(wanted);
                answers.push(answer);
            }
            Err(error) => tell_all(vec![answer], &Err(error)),
        }
    }
    if !answers.is_empty() {
        tell_all(answers, &files.with_session(session, |file| file.erase(&positions)));
    }
}

fn tell_all<T: Clone>(answers: Vec<Answer<T>>, result: &Result<T, StoreError>) {
    for answer in answers {
        answer.send(result.clone()).ok();
    }
}
