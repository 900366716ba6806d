//! Writing a set of files, or finding out what writing it would change.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

use super::{FileSet, print::MARK, transaction::Transaction};
use crate::report::{Code, Diagnostic};

/// Whether to touch the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Make the folder hold exactly these files.
    Write,
    /// Only say what [`Mode::Write`] would do.
    Check,
}

/// What happened, or would happen, to one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The path in the set.
    pub path: String,
    /// What it is.
    pub kind: ChangeKind,
}

/// The ways in which a file can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It was not there.
    Created,
    /// It had another text.
    Changed,
    /// It is no longer generated. Only files that carry the header are removed.
    Removed,
    /// It had this text, and is left alone with its time stamp, so that nothing is built anew.
    Unchanged,
    /// It is the user's own by now, and left alone.
    Kept,
}

impl ChangeKind {
    /// `created`, `changed`, `removed`, `unchanged`, `kept`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Unchanged => "unchanged",
            Self::Kept => "kept",
        }
    }
}

impl FileSet {
    /// Makes `folder` hold these files, or says what that would change; in the order of the paths.
    ///
    /// All or nothing: every file is staged beside its place before the first one is put there, and a failure puts
    /// everything back. Fails with [`Code::Io`] if something cannot be read or written, or a path leaves the folder,
    /// and with [`Code::ForeignFile`] if a file that carries the header would replace one that does not.
    pub fn apply(&self, folder: &Path, mode: Mode) -> Result<Vec<Change>, Diagnostic> {
        let mut changes = self.changes(folder)?;
        changes.sort();
        if mode == Mode::Write {
            self.write(folder, &changes)?;
        }
        Ok(changes)
    }

    fn changes(&self, folder: &Path) -> Result<Vec<Change>, Diagnostic> {
        let mut changes = Vec::new();
        for (path, text) in self.iter() {
            let target = inside(folder, path)?;
            let kind = match fs::read(&target) {
                Ok(bytes) if bytes == text.as_bytes() => ChangeKind::Unchanged,
                Ok(bytes) if is_ours(&bytes) || !is_ours(text.as_bytes()) => ChangeKind::Changed,
                Ok(_) if self.starts.contains(path) => ChangeKind::Kept,
                Ok(_) => return Err(foreign(&target)),
                Err(error)
                    if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
                {
                    ChangeKind::Created
                }
                Err(error) => return Err(failed("read", &target, &error)),
            };
            changes.push(Change { path: path.to_owned(), kind });
        }
        for owned in self.folders.iter().map(String::as_str).chain(self.folders.is_empty().then_some("")) {
            let start = if owned.is_empty() { folder.to_owned() } else { inside(folder, owned)? };
            let mut ours = Vec::new();
            generated(&start, owned, &mut ours)?;
            let stale = ours.into_iter().filter(|path| self.get(path).is_none());
            changes.extend(stale.map(|path| Change { path, kind: ChangeKind::Removed }));
        }
        Ok(changes)
    }

    fn write(&self, folder: &Path, changes: &[Change]) -> Result<(), Diagnostic> {
        let mut transaction = Transaction::default();
        for Change { path, kind } in changes {
            let target = inside(folder, path)?;
            match kind {
                ChangeKind::Created | ChangeKind::Changed => {
                    let text = self.get(path).unwrap_or_default();
                    transaction.stage(&target, text).map_err(|error| failed("write", &target, &error))?;
                }
                ChangeKind::Removed => transaction.remove(&target),
                ChangeKind::Unchanged | ChangeKind::Kept => {}
            }
        }
        transaction.commit().map_err(|(path, error)| failed("write", &path, &error))
    }
}

/// Every file below `folder` that carries the header. Links are not followed: what they lead to is not ours.
fn generated(folder: &Path, relative: &str, found: &mut Vec<String>) -> Result<(), Diagnostic> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(());
        }
        Err(error) => return Err(failed("read", folder, &error)),
    };
    for entry in entries {
        let entry = entry.map_err(|error| failed("read", folder, &error))?;
        // A name that is not UTF-8 was not written by us.
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = if relative.is_empty() { name } else { format!("{relative}/{name}") };
        let kind = entry.file_type().map_err(|error| failed("read", &entry.path(), &error))?;
        if kind.is_dir() {
            generated(&entry.path(), &path, found)?;
        } else if kind.is_file()
            && has_header(&entry.path()).map_err(|error| failed("read", &entry.path(), &error))?
        {
            found.push(path);
        }
    }
    Ok(())
}

fn has_header(path: &Path) -> io::Result<bool> {
    use io::Read as _;
    let mut start = Vec::new();
    fs::File::open(path)?.take(LONGEST_FIRST_LINE).read_to_end(&mut start)?;
    Ok(is_ours(&start))
}

/// Enough for the header as a comment of any language.
const LONGEST_FIRST_LINE: u64 = 200;

/// Whether a text says in its first line, in whatever kind of comment, that we wrote it.
fn is_ours(text: &[u8]) -> bool {
    let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    line.windows(MARK.len()).any(|part| part == MARK.as_bytes())
}

pub(super) fn foreign(path: &Path) -> Diagnostic {
    Diagnostic::new(Code::ForeignFile, format!("`{}` was not generated, and is not replaced", path.display()))
        .help("choose another folder, or move the file away")
}

fn inside(folder: &Path, path: &str) -> Result<PathBuf, Diagnostic> {
    let relative = Path::new(path);
    if !path.is_empty() && relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return Ok(folder.join(relative));
    }
    Err(Diagnostic::new(Code::Io, format!("`{path}` is no path inside of `{}`", folder.display())))
}

pub(super) fn failed(what: &str, path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Io, format!("cannot {what} `{}`: {error}", path.display()))
}

#[cfg(test)]
mod tests;
