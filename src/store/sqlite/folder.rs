//! The data folder: which file is where, who may read it, and which server it belongs to.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::store::{SessionId, StoreError};

/// Paths inside a data folder.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    root: PathBuf,
}

/// Says that the data folder is in use, until it is dropped.
pub(super) struct FolderLock {
    _file: File,
}

impl Folder {
    /// Names the folder without touching it.
    pub(super) fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Makes the folders, for this user alone, where they are not there yet; folders that exist keep
    /// the rights their owner gave them.
    pub(super) fn create(&self) -> Result<(), StoreError> {
        let sessions = self.sessions();
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&sessions).map_err(StoreError::io("make the folder", &sessions))?;
        sync_folder(&self.root)
    }

    /// Takes the folder for this server, or says [`StoreError::InUse`].
    pub(super) fn lock(&self) -> Result<FolderLock, StoreError> {
        let path = self.root.join("plenum.lock");
        let file = private().create(true).open(&path).map_err(StoreError::io("open", &path))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse { folder: self.root.clone() }),
            Err(TryLockError::Error(error)) => Err(StoreError::io("lock", &path)(error)),
        }
    }

    /// The file of the catalogue.
    pub(super) fn catalogue(&self) -> PathBuf {
        self.root.join("catalogue.sqlite")
    }

    /// The file of the question keys.
    pub(super) fn keys(&self) -> PathBuf {
        self.root.join("keys.sqlite")
    }

    /// The folder of the sessions' files.
    pub(super) fn sessions(&self) -> PathBuf {
        self.root.join("sessions")
    }

    /// The file of a session's log.
    pub(super) fn session(&self, session: SessionId) -> PathBuf {
        self.sessions().join(format!("{session}.sqlite"))
    }

    /// The sessions whose write-ahead file holds something, as a server that was killed leaves them.
    pub(super) fn unsettled(&self) -> Result<Vec<SessionId>, StoreError> {
        let folder = self.sessions();
        let mut unsettled = Vec::new();
        for entry in fs::read_dir(&folder).map_err(StoreError::io("list", &folder))? {
            let entry = entry.map_err(StoreError::io("list", &folder))?;
            let name = entry.file_name();
            let session = name.to_str().and_then(|name| name.strip_suffix(".sqlite-wal"));
            let Some(session) = session.and_then(|text| text.parse().ok()) else {
                continue;
            };
            if entry.metadata().is_ok_and(|metadata| metadata.len() > 0) {
                unsettled.push(session);
            }
        }
        Ok(unsettled)
    }
}

/// Makes an empty file that only this user may read; SQLite gives its side files the same rights.
///
/// Files of the store must never be opened by other means while SQLite has them open: closing any
/// handle of a file lets go of all locks the process holds on it.
pub(super) fn create_private(path: &Path) -> io::Result<()> {
    private().create_new(true).open(path)?.sync_all()
}

/// Removes a database file and its side files, and makes that durable.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut file = path.as_os_str().to_owned();
        file.push(suffix);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(StoreError::io("remove", Path::new(&file))(error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    path.parent().map_or(Ok(()), sync_folder)
}

/// Makes the names in a folder durable; only Unix lets a folder be opened for that.
pub(super) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        File::open(folder)
            .and_then(|file| file.sync_all())
            .map_err(StoreError::io("flush the folder", folder))?;
    }
    Ok(())
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
