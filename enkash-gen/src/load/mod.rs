//! From bytes to a document: read, parsed into one tree, its version accepted.
//!
//! The tree is a [`serde_json::Value`] whose keys keep their order, because the order of the fields of a form is
//! the order of its bytes. It stays the truth about the document: the typed view ([`typed`]) is taken from it one
//! node at a time and drops what it does not know. Deliberately absent: the network, and any file but the one
//! that was named.

mod digest;
mod document;
mod json;
pub mod locate;
mod node;
mod read;
mod reference;
mod tree;
pub mod typed;
mod version;
mod yaml;

use std::path::Path;

pub use self::{
    digest::digest,
    document::Document,
    node::Node,
    read::{MAX_BYTES, read},
};
use crate::report::{Code, Diagnostic, Origin, Report, SourceId, Sources};

/// Reads and parses the document at `path`, and keeps its text in `sources`.
///
/// Gives `None`, with the reason in `report`, if the file cannot be read, is larger than [`MAX_BYTES`], is not
/// UTF-8, is neither JSON nor YAML, or is not an OpenAPI description of a version that is read.
pub fn load(path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Document> {
    let text = report.keep(read(path))?;
    load_text(&path.display().to_string(), text, sources, report)
}

/// Like [`load`], for a text that is already there; `name` is the path shown in diagnostics.
pub fn load_text(
    name: &str,
    text: impl Into<String>,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let text = text.into();
    let parsed = parse(&text);
    let source = sources.add(name, text);
    let tree = report.keep(parsed.map_err(|error| error.diagnostic(source)))?;
    report.extend(tree.notes.into_iter().map(|note| note.diagnostic(source)));
    let document = Document::new(source, tree.value);
    report.keep(version::check(&document))?;
    Some(document)
}

/// JSON if it looks like it and is, else YAML. What looks like JSON and is neither gets the error of the JSON
/// parser: `{` also opens a YAML flow mapping, but hardly ever does.
fn parse(text: &str) -> Result<tree::Tree, SyntaxError> {
    if !text.trim_start().starts_with(['{', '[']) {
        return yaml::parse(text);
    }
    match json::parse(text) {
        Err(error) if error.code == Code::Syntax && error.message != TOO_DEEP => {
            yaml::parse(text).map_err(|_| error)
        }
        result => result,
    }
}

const TOO_DEEP: &str = "the document is nested deeper than 128 levels";

/// Why a text has no tree, and where.
#[derive(Debug)]
struct SyntaxError {
    code: Code,
    message: String,
    help: Option<String>,
    line: usize,
    column: usize,
}

impl SyntaxError {
    fn diagnostic(self, source: SourceId) -> Diagnostic {
        let diagnostic =
            Diagnostic::new(self.code, self.message).at(Origin::line_column(source, self.line, self.column));
        match self.help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }
}

#[cfg(test)]
mod tests;
