//! The texts that were read, kept so that a diagnostic can show its line.

/// Names one text of a [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(usize);

/// A text, and the path under which its reader knows it.
#[derive(Debug)]
pub struct Source {
    /// The path as the user wrote it.
    pub path: String,
    /// The text, without a byte order mark.
    pub text: String,
}

/// Every text of one run.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// No texts yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps a text.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> SourceId {
        self.0.push(Source { path: path.into(), text: text.into() });
        SourceId(self.0.len() - 1)
    }

    /// Gives the texts below a folder the name under which the user knows it.
    pub fn call(&mut self, folder: &str, name: &str) {
        for source in &mut self.0 {
            if let Some(rest) = source.path.strip_prefix(folder) {
                source.path = format!("{name}{rest}");
            }
        }
    }

    /// The text; `None` if the id belongs to another `Sources`.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.0.get(id.0)
    }

    /// Every text, in the order in which they were read.
    pub fn iter(&self) -> std::slice::Iter<'_, Source> {
        self.0.iter()
    }
}
