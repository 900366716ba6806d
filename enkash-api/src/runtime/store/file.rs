//! Tokens in files, for the processes of one user.
//!
//! Invariant: no file is used that anyone else could have read, written or put there, and none is seen half written.

#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod folder;
#[cfg(unix)]
mod lock;
#[cfg(unix)]
mod record;
#[cfg(unix)]
mod temporary;
#[cfg(unix)]
mod unix;

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Keeps each token in a file of its own, for all processes of one user on a machine.
///
/// The directory is made if it is missing, with mode 0700, and its files have mode 0600, whatever the umask. A
/// directory or file that others can read or write, that belongs to somebody else, or that is a link is an error of
/// every call that would use it, and stays as it is. A file that is no token of the key (cut off, of another version,
/// issued in the future) counts as none, and the next token replaces it.
///
/// A token is written to a second file, which then takes the place of the first: a process that is killed, or a
/// machine that loses its power, leaves the old token or the new one. The lock is an advisory one (`flock`) on a third
/// file. What is on the disk is not encrypted.
///
/// The files are worked on in tokio's blocking threads, so each call needs a tokio run time; work that has begun is
/// done to its end even if its future is dropped. Only Unix has the permissions that this takes; on other systems
/// every call is an error.
#[derive(Clone, Debug)]
pub struct FileStore {
    directory: Arc<Path>,
}

impl FileStore {
    /// A store in a directory of its own. Nothing is read or made yet; a relative path means the working directory of
    /// now.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        let directory = directory.into();
        let directory = std::path::absolute(&directory).unwrap_or(directory);
        // A slash at the end would let the directory be a link.
        Self { directory: directory.components().collect::<PathBuf>().into() }
    }
}

#[cfg(all(test, unix))]
mod tests;
