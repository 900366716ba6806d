//! The results so far, one line each, so that a run that was interrupted goes on where it stopped.

use std::{
    collections::HashMap,
    env, fs,
    fs::File,
    hash::{DefaultHasher, Hasher as _},
    io::{self, Write as _},
    path::Path,
};

use crate::row::Row;

/// Rows by document, and the file they are kept in.
pub(crate) struct State {
    known: HashMap<String, Row>,
    file: File,
    generator: Vec<u8>,
}

impl State {
    /// Opens the state of an output folder.
    ///
    /// Fails with what to tell the user.
    pub(crate) fn open(out: &Path, again: bool) -> Result<Self, String> {
        let path = out.join("state.jsonl");
        let text = |error: io::Error| format!("{}: {error}", path.display());
        let old = if again { String::new() } else { fs::read_to_string(&path).unwrap_or_default() };
        // A line that was cut off by an interruption is done again.
        let rows = old.lines().filter_map(|line| serde_json::from_str::<Row>(line).ok());
        let known: HashMap<_, _> = rows.map(|row| (row.document.clone(), row)).collect();
        let mut file = File::create(&path).map_err(text)?;
        for row in known.values() {
            writeln!(file, "{}", serde_json::to_string(row).unwrap_or_default()).map_err(text)?;
        }
        // The program holds the generator and the run time.
        let generator = env::current_exe().and_then(fs::read).map_err(text)?;
        let mut hasher = DefaultHasher::new();
        hasher.write(&generator);
        Ok(Self { known, file, generator: hasher.finish().to_le_bytes().to_vec() })
    }

    /// What a row of this document has to carry to be up to date.
    pub(crate) fn key(&self, document: &[u8]) -> String {
        let mut hasher = DefaultHasher::new();
        hasher.write(&self.generator);
        hasher.write(document);
        format!("{:016x}", hasher.finish())
    }

    /// The row, if it is up to date and holds what is wanted.
    pub(crate) fn get(&self, document: &str, key: &str, check: bool) -> Option<Row> {
        let row = self.known.get(document)?;
        let complete = !check || row.failure.is_some() || row.check.is_some();
        (row.key == key && complete).then(|| row.clone())
    }

    /// Keeps a row.
    ///
    /// Fails with what to tell the user.
    pub(crate) fn put(&mut self, row: &Row) -> Result<(), String> {
        let line = serde_json::to_string(row).map_err(|error| error.to_string())?;
        writeln!(self.file, "{line}").map_err(|error| format!("the results cannot be kept: {error}"))
    }
}
