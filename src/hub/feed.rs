//! A feed of updates for one audience: each frame is written once and read by every connection from its own cursor.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use tokio::sync::watch;

/// Frames kept for connections that lag: some seconds at ten a second. Who lags more is given the latest state.
const FRAMES_MAX: usize = 64;
/// Bytes of frames kept, so that large frames do not fill memory.
const FRAME_BYTES_MAX: usize = 1 << 20;

/// The updates of one audience of one session.
///
/// Position p is the state after p updates; `changed` holds the latest.
#[derive(Debug)]
pub struct Feed {
    frames: Mutex<Frames>,
    changed: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Frames {
    /// The position after the latest frame.
    position: u64,
    /// The latest frames, oldest first; the last one leads to `position`.
    kept: VecDeque<Bytes>,
    bytes: usize,
}

/// What a connection at some position lacks.
#[derive(Debug, PartialEq, Eq)]
pub enum Lacks {
    /// These frames, in order; none when it is up to date.
    Frames(Vec<Bytes>),
    /// More than is kept: it needs a snapshot.
    Snapshot,
}

impl Default for Feed {
    fn default() -> Self {
        Feed { frames: Mutex::default(), changed: watch::Sender::new(0) }
    }
}

impl Feed {
    /// The position after the latest frame.
    pub fn position(&self) -> u64 {
        self.lock().position
    }

    /// Adds a frame and wakes every connection.
    pub(super) fn publish(&self, frame: Bytes) {
        let position = {
            let mut frames = self.lock();
            frames.position += 1;
            frames.bytes += frame.len();
            frames.kept.push_back(frame);
            while frames.kept.len() > FRAMES_MAX || frames.bytes > FRAME_BYTES_MAX {
                let Some(oldest) = frames.kept.pop_front() else {
                    break;
                };
                frames.bytes -= oldest.len();
            }
            frames.position
        };
        self.changed.send_replace(position);
    }

    /// What a connection lacks that stands at this position.
    pub fn since(&self, position: u64) -> Lacks {
        let frames = self.lock();
        let Some(behind) = frames.position.checked_sub(position) else {
            return Lacks::Snapshot;
        };
        match frames.kept.len().checked_sub(behind as usize) {
            Some(first) => Lacks::Frames(frames.kept.range(first..).cloned().collect()),
            None => Lacks::Snapshot,
        }
    }

    /// Wakes at each change. Subscribe before asking `since`, or a change between the two is slept through.
    pub fn subscribe(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// How many connections read this feed.
    pub(super) fn listeners(&self) -> usize {
        self.changed.receiver_count()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Frames> {
        self.frames.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
