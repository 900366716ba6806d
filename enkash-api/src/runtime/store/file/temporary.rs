//! The second file, which takes the place of the first once it is whole.
//!
//! Invariant: whoever writes one holds its lock, and its name is never used again. So one that nobody holds was left
//! behind by a process that is gone, and can be removed while others write theirs.

use super::folder::Folder;
use super::lock::Held;
use rustix::fs::{AtFlags, Dir, OFlags, renameat, unlinkat};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, Write as _};

const END: &str = ".tmp";

/// Puts a content in the place of a file's.
pub(super) fn replace(folder: &Folder, name: &str, stem: &str, content: &[u8]) -> io::Result<()> {
    let (temporary, held) = create(folder, stem)?;
    let mut file = held.file();
    let written = file
        .write_all(content)
        .and_then(|()| file.sync_all())
        .and_then(|()| Ok(renameat(folder.handle(), &*temporary, folder.handle(), name)?));
    if written.is_err() {
        // The reason counts, not what can be done about what is left.
        _ = unlinkat(folder.handle(), &*temporary, AtFlags::empty());
    }
    written?;
    folder.sync()
}

/// An empty file of a new name, locked.
fn create(folder: &Folder, stem: &str) -> io::Result<(String, Held)> {
    for _ in 0..8 {
        // What hashes are keyed with is all the randomness that the standard library has.
        let name = format!("{stem}.{:016x}{END}", RandomState::new().hash_one(std::process::id()));
        let Some(file) = folder.create_file(&name)? else { continue };
        // Before it was locked, someone may have taken it for one that was left behind.
        if let Some(held) = Held::of(file)? {
            return Ok((name, held));
        }
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, "no temporary file could be made"))
}

/// Removes what processes have left behind that were killed. What cannot be removed is in nobody's way.
pub(super) fn sweep(folder: &Folder, stem: &str) {
    let Ok(entries) = Dir::read_from(folder.handle()) else { return };
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().to_str() else { continue };
        let is_ours =
            name.strip_prefix(stem).is_some_and(|rest| rest.starts_with('.') && rest.ends_with(END));
        if !is_ours {
            continue;
        }
        if let Ok(Some(file)) = folder.open_file(name, OFlags::RDWR)
            && let Ok(Some(_held)) = Held::of(file)
        {
            _ = unlinkat(folder.handle(), name, AtFlags::empty());
        }
    }
}
