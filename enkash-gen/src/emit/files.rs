//! The files of one run, in memory.

use std::collections::{BTreeMap, BTreeSet};

use super::{listing, surface};
use crate::report::Diagnostic;

/// Relative paths and their texts, in the order of the paths.
///
/// A path has `/` between its parts on every platform. The set owns the folder that it is written to, or, if it was
/// put together from [mounted](Self::mount) sets, their folders: there it also removes what is no longer generated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSet {
    pub(super) files: BTreeMap<String, String>,
    pub(super) folders: BTreeSet<String>,
    pub(super) starts: BTreeSet<String>,
}

impl FileSet {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces the one at this path.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// Adds a file that a user may make their own: once it is there without the header, it is left alone.
    pub fn start(&mut self, path: impl Into<String>, text: impl Into<String>) {
        let path = path.into();
        self.starts.insert(path.clone());
        self.insert(path, text);
    }

    /// Owns this folder, and no other that is not named as well: what lies beside it is left alone.
    pub fn own(&mut self, folder: impl Into<String>) {
        self.folders.insert(folder.into());
    }

    /// Adds every file of another set under `folder`, of which this set then owns what the other one owned.
    pub fn mount(&mut self, folder: &str, other: Self) {
        let inside = |path: String| format!("{folder}/{path}");
        if other.folders.is_empty() {
            self.folders.insert(folder.to_owned());
        }
        self.files.extend(other.files.into_iter().map(|(path, text)| (inside(path), text)));
        self.folders.extend(other.folders.into_iter().map(inside));
        self.starts.extend(other.starts.into_iter().map(inside));
    }

    /// The text of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Paths and texts, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The public items of all Rust files, one line each: see [`listing`]. `mod.rs` and `lib.rs` are their folder,
    /// and come first.
    ///
    /// Fails if a file does not parse.
    pub fn listing(&self) -> Result<String, Diagnostic> {
        self.list(listing)
    }

    /// The same as [`surface`] lists them.
    ///
    /// Fails if a file does not parse.
    pub fn surface(&self) -> Result<String, Diagnostic> {
        self.list(surface)
    }

    fn list(&self, list: impl Fn(&str, &str) -> Result<String, Diagnostic>) -> Result<String, Diagnostic> {
        let mut modules: Vec<(Vec<&str>, &str)> = self
            .iter()
            .filter_map(|(path, text)| {
                let mut module: Vec<&str> = path.strip_suffix(".rs")?.split('/').collect();
                module.pop_if(|last| matches!(*last, "mod" | "lib"));
                Some((module, text))
            })
            .collect();
        modules.sort();
        modules.into_iter().map(|(module, text)| list(&module.join("::"), text)).collect()
    }
}
