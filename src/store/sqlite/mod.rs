//! The log on disk: one SQLite file a session, one file for the catalogue and one for question keys.
//!
//! A data folder holds `plenum.lock`, `catalogue.sqlite`, `keys.sqlite` and `sessions/<id>.sqlite`.
//! Everything is written by one thread ([`writer`]), which owns the open files ([`files`]); reading has
//! its own connections ([`reader`]) and stalls nobody. Traps: [`database`] on how things are erased,
//! [`folder::create_private`] on opening the files by other means.

mod catalogue_file;
mod database;
mod files;
mod folder;
mod keys_file;
mod reader;
mod session_file;
mod writer;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use tokio::sync::{Semaphore, mpsc, oneshot};

pub use reader::SqliteReader;

use self::files::Files;
use self::folder::Folder;
use self::session_file::Append;
use self::writer::{Answer, Job, QUEUE_JOBS_MAX};
use super::chain::seal;
use super::{CatalogueEntry, Log, PictureName, Record, SessionId, StoreError, StoreFuture, Verified};

/// How many reads run at once: each may hold a whole log and three file handles.
const READS_MAX: u32 = 8;

/// The log in a data folder, for one server at a time. Its methods want a tokio runtime.
///
/// Dropping it without [`Log::close`] finishes what was handed over, but nobody can wait for that.
pub struct SqliteLog {
    jobs: mpsc::Sender<Job>,
    reader: SqliteReader,
    reads: Arc<Semaphore>,
}

impl SqliteLog {
    /// Opens the data folder at `root` and makes it when it is not there; blocks.
    ///
    /// [`StoreError::InUse`] when another server has it, [`StoreError::Newer`] when a newer version of
    /// Plenum wrote it.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        let folder = Folder::at(root);
        let files = Files::open(folder.clone())?;
        let (sender, receiver) = mpsc::channel(QUEUE_JOBS_MAX);
        thread::Builder::new()
            .name("plenum-store".to_owned())
            .spawn(move || writer::run(files, receiver))
            .map_err(StoreError::io("start the thread that writes", root))?;
        let reads = Arc::new(Semaphore::new(READS_MAX as usize));
        Ok(Self { jobs: sender, reader: SqliteReader::of(folder), reads })
    }

    /// Hands a job over and waits for its answer.
    async fn send<T>(&self, job: impl FnOnce(Answer<T>) -> Job) -> Result<T, StoreError> {
        let (answer, outcome) = oneshot::channel();
        self.jobs.send(job(answer)).await.map_err(|_| StoreError::Closed)?;
        outcome.await.map_err(|_| StoreError::Closed)?
    }

    /// Lets the writer do something rare.
    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Files) -> Result<T, StoreError> + Send + 'static,
    ) -> StoreFuture<'_, T> {
        Box::pin(self.send(|answer| {
            Job::Alone(Box::new(move |files| {
                answer.send(work(files)).ok();
            }))
        }))
    }

    /// Reads on a thread where blocking is allowed.
    fn read_with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&SqliteReader) -> Result<T, StoreError> + Send + 'static,
    ) -> StoreFuture<'_, T> {
        Box::pin(async move {
            let turn = Arc::clone(&self.reads).acquire_owned().await.map_err(|_| StoreError::Closed)?;
            let reader = self.reader.clone();
            let reading = tokio::task::spawn_blocking(move || {
                let result = work(&reader);
                drop(turn);
                result
            });
            reading.await.map_err(|_| StoreError::Closed)?
        })
    }
}

impl Log for SqliteLog {
    fn create(&self, entry: CatalogueEntry) -> StoreFuture<'_, ()> {
        self.write(move |files| files.create(&entry))
    }

    fn catalogue(&self) -> StoreFuture<'_, Vec<CatalogueEntry>> {
        self.read_with(SqliteReader::catalogue)
    }

    fn find(&self, code: &str) -> StoreFuture<'_, Option<CatalogueEntry>> {
        let code = code.to_owned();
        self.read_with(move |reader| reader.find(&code))
    }

    fn set_due(&self, session: SessionId, due_ms: Option<i64>) -> StoreFuture<'_, ()> {
        self.write(move |files| files.set_due(session, due_ms))
    }

    fn append(&self, session: SessionId, expected: u64, payloads: Vec<Vec<u8>>) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let append = Append { expected, payloads: seal(payloads)? };
            self.send(|answer| Job::Append { session, append, answer }).await
        })
    }

    fn read(&self, session: SessionId, after: u64) -> StoreFuture<'_, Vec<Record>> {
        self.read_with(move |reader| reader.read(session, after))
    }

    fn erase(&self, session: SessionId, positions: Vec<u64>) -> StoreFuture<'_, ()> {
        Box::pin(self.send(move |answer| Job::Erase { session, positions, answer }))
    }

    fn put_key(&self, session: SessionId, name: u32, key: [u8; 32]) -> StoreFuture<'_, ()> {
        self.write(move |files| files.put_key(session, name, &key))
    }

    fn keys(&self, session: SessionId) -> StoreFuture<'_, BTreeMap<u32, [u8; 32]>> {
        self.read_with(move |reader| reader.keys(session))
    }

    fn destroy_key(&self, session: SessionId, name: u32) -> StoreFuture<'_, ()> {
        self.write(move |files| files.destroy_keys(session, Some(name)))
    }

    fn destroy_keys(&self, session: SessionId) -> StoreFuture<'_, ()> {
        self.write(move |files| files.destroy_keys(session, None))
    }

    fn put_picture(&self, session: SessionId, name: PictureName, bytes: Vec<u8>) -> StoreFuture<'_, ()> {
        self.write(move |files| files.put_picture(session, &name, &bytes))
    }

    fn picture(&self, session: SessionId, name: PictureName) -> StoreFuture<'_, Option<Vec<u8>>> {
        self.read_with(move |reader| reader.picture(session, name))
    }

    fn retain_pictures(&self, session: SessionId, names: BTreeSet<PictureName>) -> StoreFuture<'_, ()> {
        self.write(move |files| files.with_session(session, |file| file.retain_pictures(&names)))
    }

    fn verify(&self, session: SessionId) -> StoreFuture<'_, Verified> {
        self.read_with(move |reader| reader.verify(session))
    }

    fn delete(&self, session: SessionId) -> StoreFuture<'_, ()> {
        self.write(move |files| files.delete(session))
    }

    fn close(&self) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            // Reads under way would keep the files from being settled.
            let all = self.reads.acquire_many(READS_MAX).await;
            self.reads.close();
            drop(all);
            match self.send(|answer| Job::Close { answer }).await {
                Err(StoreError::Closed) => Ok(()),
                result => result,
            }
        })
    }
}
