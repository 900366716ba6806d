//! Changes to several files that happen together or not at all.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

/// Staged changes. Dropped without a [`commit`](Self::commit), or after one that failed, it leaves no trace.
#[derive(Debug, Default)]
pub(super) struct Transaction {
    steps: Vec<Step>,
    /// Folders that were made, outer ones first.
    folders: Vec<PathBuf>,
}

#[derive(Debug)]
struct Step {
    target: PathBuf,
    /// The new text, beside the target; `None` if the target is to be removed.
    staged: Option<PathBuf>,
    /// The old file, beside the target.
    backup: Option<PathBuf>,
    done: bool,
}

impl Transaction {
    /// Writes a text beside its place.
    pub(super) fn stage(&mut self, target: &Path, text: &str) -> io::Result<()> {
        if let Some(parent) = target.parent() {
            self.make_folder(parent)?;
        }
        let staged = beside(target, "new");
        // Known before it is written, so that a half-written file is cleaned up too.
        self.steps.push(Step {
            target: target.to_owned(),
            staged: Some(staged.clone()),
            backup: None,
            done: false,
        });
        fs::write(&staged, text)
    }

    /// Notes a file to be removed.
    pub(super) fn remove(&mut self, target: &Path) {
        self.steps.push(Step { target: target.to_owned(), staged: None, backup: None, done: false });
    }

    /// Puts everything in its place; on failure everything is put back, and the path that failed is named.
    pub(super) fn commit(mut self) -> Result<(), (PathBuf, io::Error)> {
        for step in &mut self.steps {
            step.apply().map_err(|error| (step.target.clone(), error))?;
        }
        // From here on nothing can fail that would matter.
        for step in self.steps.drain(..) {
            if let Some(backup) = &step.backup {
                let _ = fs::remove_file(backup);
            }
            if step.staged.is_none()
                && let Some(parent) = step.target.parent()
            {
                // Succeeds only if the removed file was the last one.
                let _ = fs::remove_dir(parent);
            }
        }
        self.folders.clear();
        Ok(())
    }

    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.is_dir()).collect();
        for path in missing.into_iter().rev() {
            fs::create_dir(path)?;
            self.folders.push(path.to_owned());
        }
        Ok(())
    }
}

impl Step {
    fn apply(&mut self) -> io::Result<()> {
        let backup = beside(&self.target, "old");
        match &self.staged {
            Some(staged) => {
                if self.target.exists() {
                    self.backup = Some(backup.clone());
                    // A link keeps the time stamp and leaves no moment in which there is no file.
                    if fs::hard_link(&self.target, &backup).is_err() {
                        fs::copy(&self.target, &backup)?;
                    }
                }
                fs::rename(staged, &self.target)?;
            }
            None => {
                fs::rename(&self.target, &backup)?;
                self.backup = Some(backup);
            }
        }
        self.done = true;
        Ok(())
    }

    fn undo(&self) {
        if self.done {
            let _ = match &self.backup {
                Some(backup) => fs::rename(backup, &self.target),
                None => fs::remove_file(&self.target),
            };
        } else {
            for left in self.staged.iter().chain(&self.backup) {
                let _ = fs::remove_file(left);
            }
        }
    }
}

impl Drop for Transaction {
    /// There is nobody left to tell about a second failure.
    fn drop(&mut self) {
        self.steps.iter().rev().for_each(Step::undo);
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A hidden sibling: a rename inside one folder is atomic. The process id keeps two runs apart.
fn beside(target: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}.{what}", std::process::id()));
    target.with_file_name(name)
}
