//! The files of one run, in memory.

use std::collections::{BTreeMap, BTreeSet};

use super::listing;
use crate::report::Diagnostic;

/// Relative paths and their texts, in the order of the paths.
///
/// A path has `/` between its parts on every platform. The set owns the folder that it is written to, or, if it was
/// put together from [mounted](Self::mount) sets, their folders: there it also removes what is no longer generated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSet {
    pub(super) files: BTreeMap<String, String>,
    pub(super) folders: BTreeSet<String>,
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

    /// Adds every file of another set under `folder`, which this set then owns.
    pub fn mount(&mut self, folder: &str, other: Self) {
        for (path, text) in other.files {
            self.files.insert(format!("{folder}/{path}"), text);
        }
        self.folders.insert(folder.to_owned());
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
        let mut modules: Vec<(Vec<&str>, &str)> = self
            .iter()
            .filter_map(|(path, text)| {
                let mut module: Vec<&str> = path.strip_suffix(".rs")?.split('/').collect();
                module.pop_if(|last| matches!(*last, "mod" | "lib"));
                Some((module, text))
            })
            .collect();
        modules.sort();
        modules.into_iter().map(|(module, text)| listing(&module.join("::"), text)).collect()
    }
}
