//! The directory of a store, and what must be true of everything in it.
//!
//! Invariant: a file is looked at after it has been opened, never before, and by way of the directory as it was when
//! that was looked at; so nothing can be put in its place in between.

use super::super::StoreError;
use super::record::LONGEST;
use super::temporary;
use rustix::fs::{AtFlags, CWD, Mode, OFlags, openat, unlinkat};
use rustix::io::Errno;
use std::fs::{DirBuilder, File, Metadata, Permissions};
use std::io::{self, Read as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Neither a link is followed, nor a pipe waited for, nor is the file another program's.
const CAREFULLY: OFlags = OFlags::NOFOLLOW.union(OFlags::NONBLOCK).union(OFlags::CLOEXEC);

/// A directory that only its owner, who we are, can use.
pub(super) struct Folder {
    handle: File,
    path: PathBuf,
}

impl Folder {
    /// Opens a directory; `None` if there is none.
    pub(super) fn open(path: &Path) -> Result<Option<Self>, StoreError> {
        let handle = match openat(CWD, path, CAREFULLY | OFlags::DIRECTORY, Mode::empty()) {
            Ok(handle) => File::from(handle),
            Err(Errno::NOENT) => return Ok(None),
            Err(Errno::NOTDIR | Errno::LOOP | Errno::MLINK) => {
                return Err(refused(path, "is a link or no directory"));
            }
            Err(error) => return Err(failed("opened", path, error)),
        };
        let metadata = handle.metadata().map_err(|error| failed("looked at", path, error))?;
        match fault(&metadata, rustix::process::geteuid().as_raw()) {
            Some(fault) => Err(refused(path, fault)),
            None => Ok(Some(Self { handle, path: path.to_owned() })),
        }
    }

    /// Opens a directory, which is made if it is missing.
    pub(super) fn create(path: &Path) -> Result<Self, StoreError> {
        if let Some(folder) = Self::open(path)? {
            return Ok(folder);
        }
        let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
        made.map_err(|error| failed("made", path, error))?;
        Self::open(path)?.ok_or_else(|| failed("opened", path, Errno::NOENT))
    }

    pub(super) fn handle(&self) -> &File {
        &self.handle
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Opens a file; `None` if there is none.
    pub(super) fn open_file(&self, name: &str, access: OFlags) -> Result<Option<File>, StoreError> {
        let path = self.path(name);
        let file = match openat(&self.handle, name, CAREFULLY | access, Mode::empty()) {
            Ok(file) => File::from(file),
            Err(Errno::NOENT) => return Ok(None),
            Err(Errno::LOOP | Errno::MLINK) => return Err(refused(&path, "is a link")),
            Err(error) => return Err(failed("opened", &path, error)),
        };
        let metadata = file.metadata().map_err(|error| failed("looked at", &path, error))?;
        match file_fault(&metadata, rustix::process::geteuid().as_raw()) {
            Some(fault) => Err(refused(&path, fault)),
            None => Ok(Some(file)),
        }
    }

    /// Makes a file that only its owner can use; `None` if there is one of that name.
    pub(super) fn create_file(&self, name: &str) -> io::Result<Option<File>> {
        let flags = CAREFULLY | OFlags::RDWR | OFlags::CREATE | OFlags::EXCL;
        let file = match openat(&self.handle, name, flags, Mode::RUSR | Mode::WUSR) {
            Ok(file) => File::from(file),
            Err(Errno::EXIST) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        // The umask may have taken from the owner.
        file.set_permissions(Permissions::from_mode(0o600))?;
        Ok(Some(file))
    }

    /// Opens a file for reading and writing, which is made if it is missing.
    pub(super) fn open_or_create(&self, name: &str) -> Result<File, StoreError> {
        // Whoever removes it in between has no right to be there, but may have done so only once.
        for _ in 0..8 {
            if let Some(file) = self.open_file(name, OFlags::RDWR)? {
                return Ok(file);
            }
            let created = self.create_file(name);
            if let Some(file) = created.map_err(|error| failed("made", &self.path(name), error))? {
                return Ok(file);
            }
        }
        Err(failed("opened", &self.path(name), Errno::NOENT))
    }

    /// The content of a file; `None` if there is none, or too much.
    pub(super) fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let Some(mut file) = self.open_file(name, OFlags::RDONLY)? else { return Ok(None) };
        let length = file.metadata().map_err(|error| failed("looked at", &self.path(name), error))?.len();
        // Of its size from the start, since a buffer that grows leaves a copy behind; and a byte for what is too much.
        let room = usize::try_from(length).map_or(LONGEST, |length| length.min(LONGEST)) + 1;
        let mut content = Zeroizing::new(vec![0; room]);
        let mut length = 0;
        while length < room {
            match file.read(&mut content[length..]) {
                Ok(0) => break,
                Ok(read) => length += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(failed("read", &self.path(name), error)),
            }
        }
        content.truncate(length);
        Ok((length < room).then_some(content))
    }

    /// Gives a file a new content, or makes it; never does it have a part of either.
    pub(super) fn replace(&self, name: &str, stem: &str, content: &[u8]) -> Result<(), StoreError> {
        // One that should not be there is not for us to replace.
        self.open_file(name, OFlags::RDONLY)?;
        temporary::sweep(self, stem);
        temporary::replace(self, name, stem, content)
            .map_err(|error| failed("written", &self.path(name), error))
    }

    /// Removes a file if it is there.
    pub(super) fn remove(&self, name: &str) -> Result<(), StoreError> {
        match unlinkat(&self.handle, name, AtFlags::empty()) {
            Ok(()) | Err(Errno::NOENT) => {}
            Err(error) => return Err(failed("removed", &self.path(name), error)),
        }
        self.sync().map_err(|error| failed("removed", &self.path(name), error))
    }

    /// Sees to it that names are as they are also after a loss of power.
    pub(super) fn sync(&self) -> io::Result<()> {
        match self.handle.sync_all() {
            // Not every file system can; then this is as well as it gets.
            Err(error)
                if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                Ok(())
            }
            done => done,
        }
    }
}

/// Why a file is not to be used by the user `us`.
fn file_fault(metadata: &Metadata, us: u32) -> Option<&'static str> {
    if !metadata.is_file() {
        return Some("is no regular file");
    }
    // One that has just been replaced has no name at all, and is whole.
    if metadata.nlink() > 1 {
        return Some("has a second name, so it is a hard link");
    }
    fault(metadata, us)
}

/// Why a file or a directory is not to be used by the user `us`.
fn fault(metadata: &Metadata, us: u32) -> Option<&'static str> {
    if metadata.uid() != us {
        return Some("belongs to another user");
    }
    if metadata.mode() & 0o077 != 0 {
        return Some(
            "is open to others than its owner; help: what was in it may be known, so remove it, or take the \
             permissions away with `chmod go=`",
        );
    }
    None
}

fn refused(path: &Path, fault: &str) -> StoreError {
    StoreError::new(format!("`{}` {fault}", path.display()))
}

/// An error of the system, at a path.
pub(super) fn failed(how: &str, path: &Path, error: impl Into<io::Error>) -> StoreError {
    StoreError::new(format!("`{}` cannot be {how}", path.display())).caused_by(error.into())
}
