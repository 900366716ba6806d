//! The lock of a key: an advisory one on a file that is only there for that.
//!
//! It is tried for, never waited for in the system, since a thread that waits there can neither be cancelled nor left
//! behind when the run time ends.

use super::super::{StoreError, StoreGuard, StoreKey};
use super::FileStore;
use super::folder::{Folder, failed};
use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;
use std::fs::File;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::Duration;

/// The pause after the first attempt; each is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(2);

/// A login takes longer than this.
const LONGEST_PAUSE: Duration = Duration::from_millis(50);

/// Waits until no one else holds a key.
pub(super) async fn acquire(store: &FileStore, key: &StoreKey) -> Result<StoreGuard, StoreError> {
    let mut pause = FIRST_PAUSE;
    loop {
        // A lock that is got for a future that has been dropped is dropped where it was got.
        if let Some(held) = store.blocking(key, attempt).await? {
            return Ok(StoreGuard::new(held));
        }
        tokio::time::sleep(pause).await;
        pause = (2 * pause).min(LONGEST_PAUSE);
    }
}

fn attempt(directory: &Path, key: &StoreKey) -> Result<Option<Held>, StoreError> {
    let folder = Folder::create(directory)?;
    let name = format!("{}.lock", key.as_str());
    let file = folder.open_or_create(&name)?;
    Held::of(file).map_err(|error| failed("locked", &folder.path(&name), error))
}

/// A file that is locked, as long as this lives.
pub(super) struct Held(File);

impl Held {
    /// Locks a file; `None` if somebody else has, or if it has been removed since it was opened, so that others do not
    /// see the lock.
    pub(super) fn of(file: File) -> io::Result<Option<Self>> {
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {
                let held = Self(file);
                Ok((held.0.metadata()?.nlink() > 0).then_some(held))
            }
            Err(Errno::WOULDBLOCK) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    pub(super) fn file(&self) -> &File {
        &self.0
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // A process that has been forked off meanwhile has the file open, too; closing it here would not unlock it.
        _ = flock(&self.0, FlockOperation::Unlock);
    }
}
