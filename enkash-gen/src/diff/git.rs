//! What a git revision holds, by calling `git`: one file, or a folder that is written out to be read.

use std::{
    fs, io,
    path::Path,
    process::{Command, Output},
};

use crate::report::{Code, Diagnostic};

/// A revision and a path in it: `HEAD~1:spec/rewards.yaml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Revision<'t> {
    text: &'t str,
    pub(super) path: &'t str,
    /// Where git is run; where this program is, if nothing is said.
    folder: Option<&'t Path>,
}

/// What stands at a revision.
pub(super) enum Held {
    /// The bytes of a file.
    File(Vec<u8>),
    /// A folder, of which the descriptions and project files were written out.
    Folder(tempfile::TempDir),
}

impl<'t> Revision<'t> {
    /// Takes `REV:path` apart; `None` for what is a path of its own, such as one with a drive.
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        let (revision, path) = text.split_once(':')?;
        let is_drive = revision.len() == 1 && path.starts_with(['\\', '/']);
        let is_option = revision.starts_with('-');
        (!revision.is_empty() && !is_drive && !is_option).then_some(Self { text, path, folder: None })
    }

    /// The same in a repository elsewhere.
    #[cfg(test)]
    pub(super) fn inside(self, folder: &'t Path) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// What stands there.
    ///
    /// Fails if git cannot be run, or knows no such revision or path.
    pub(super) fn read(self) -> Result<Held, Diagnostic> {
        let kind = self.git(&["cat-file", "-t"], self.text)?;
        if kind.trim_ascii() != b"tree" {
            return self.git(&["show"], self.text).map(Held::File);
        }
        let folder = tempfile::tempdir().map_err(|error| written(&error))?;
        for name in self.git(&["ls-tree", "-r", "-z", "--name-only"], self.text)?.split(|byte| *byte == 0) {
            let Some(name) = std::str::from_utf8(name).ok().filter(|name| is_wanted(name)) else { continue };
            let separator = if self.text.ends_with([':', '/']) { "" } else { "/" };
            let bytes = self.git(&["show"], &format!("{}{separator}{name}", self.text))?;
            write(&folder.path().join(name), &bytes).map_err(|error| written(&error))?;
        }
        Ok(Held::Folder(folder))
    }

    fn git(self, arguments: &[&str], object: &str) -> Result<Vec<u8>, Diagnostic> {
        let Output { status, stdout, stderr } = Command::new("git")
            .current_dir(self.folder.unwrap_or(Path::new(".")))
            .args(arguments)
            .arg(object)
            .output()
            .map_err(|error| {
                let message = format!("`{}` is a git revision, and `git` cannot be run: {error}", self.text);
                Diagnostic::new(Code::Io, message).help("install git, or name a file or a folder")
            })?;
        if status.success() {
            return Ok(stdout);
        }
        let said = String::from_utf8_lossy(&stderr);
        let said = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
        Err(Diagnostic::new(Code::Io, format!("git does not know `{object}`: {said}"))
            .help("a revision looks like `HEAD~1:spec/api.yaml`, with the path from the repository's root"))
    }
}

/// Whether a file may be a part of a project; a name that leaves the folder is none.
fn is_wanted(name: &str) -> bool {
    let path = Path::new(name);
    let is_inside = path.components().all(|part| matches!(part, std::path::Component::Normal(_)));
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    is_inside && ["json", "toml", "yaml", "yml"].contains(&ending.to_ascii_lowercase().as_str())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

fn written(error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Io, format!("the files of a git revision cannot be written out: {error}"))
}
