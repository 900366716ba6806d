//! From bytes to a document: read, parsed into one tree, and that brought into the shape of OpenAPI 3.0.
//!
//! The tree is a [`serde_json::Value`] whose keys keep their order, because the order of the fields of a form is
//! the order of its bytes. It stays the truth about the document: the typed view ([`typed`]) is taken from it one
//! node at a time and drops what it does not know. Deliberately absent: the network.

mod digest;
mod document;
mod files;
mod json;
mod jsonpath;
pub mod locate;
mod mend;
mod narrow;
mod node;
mod origins;
mod overlay;
mod reach;
mod read;
mod reference;
mod tree;
pub mod typed;
mod version;
mod yaml;

use std::path::{Path, PathBuf};

pub use self::{
    digest::digest,
    document::Document,
    mend::{REPAIRS, Repair},
    node::Node,
    overlay::{Overlay, Unmatched},
    read::{MAX_BYTES, read},
};
use self::{files::Files, origins::Origins, overlay::Places};
use crate::report::{Code, Diagnostic, Origin, Report, SourceId, Sources};

/// Reads and parses the document at `path`, and keeps its text in `sources`, as well as those of the files that it
/// refers to.
///
/// Gives `None`, with the reason in `report`, if the file cannot be read, is larger than [`MAX_BYTES`], is not
/// UTF-8, is neither JSON nor YAML, or is not an OpenAPI description of a version that is read. Whatever else is
/// wrong has been repaired, which `report` says, or costs what needs it.
pub fn load(path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Document> {
    load_with(path, &[], sources, report)
}

/// Like [`load`], with overlays that are applied to the document, one after the other, before anything else happens to
/// it.
///
/// An overlay that cannot be read, an action that matches nothing and one that does not fit are errors in `report`;
/// they cost what they would have corrected.
pub fn load_with(
    path: &Path,
    overlays: &[PathBuf],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let text = report.keep(read(path))?;
    load_as(path, text, overlays, sources, report)
}

/// Like [`load_with`], with the text that the file is going to have.
pub fn load_as(
    path: &Path,
    text: String,
    overlays: &[PathBuf],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let open = |sources: &mut Sources, report: &mut Report| {
        let open = |overlay: &Path, sources: &mut Sources, report: &mut Report| {
            let read = Overlay::open(overlay, sources, report)?;
            report.extend(read.meant_for_another(overlay, path));
            Some(read)
        };
        overlays.iter().filter_map(|overlay| open(overlay, sources, report)).collect()
    };
    assemble(&path.display().to_string(), Some(path), text, open, sources, report)
}

/// Like [`load`], for a text that is already there; `name` is the path shown in diagnostics. Other files are not
/// read for it.
pub fn load_text(
    name: &str,
    text: impl Into<String>,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    load_text_with(name, text, &[], sources, report)
}

/// Like [`load_text`], with overlays, each a name and a text: see [`load_with`].
pub fn load_text_with(
    name: &str,
    text: impl Into<String>,
    overlays: &[(&str, &str)],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let parse = |sources: &mut Sources, report: &mut Report| {
        let overlays = overlays.iter();
        overlays.filter_map(|(name, text)| Overlay::parse(name, *text, sources, report)).collect()
    };
    assemble(name, None, text.into(), parse, sources, report)
}

fn assemble(
    name: &str,
    path: Option<&Path>,
    text: String,
    overlays: impl FnOnce(&mut Sources, &mut Report) -> Vec<Overlay>,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let parsed = parse(&text);
    let cleaned = parsed.is_err().then(|| printable(&text)).flatten();
    let (text, parsed, cleaned) = match cleaned.map(|text| (parse(&text), text)) {
        Some((parsed @ Ok(_), text)) => (text, parsed, true),
        _ => (text, parsed, false),
    };
    let source = sources.add(name, text);
    if cleaned {
        let message = "the text holds control characters, or tabs on lines of their own";
        report.push(Diagnostic::new(Code::ControlCharacter, message));
    }
    let tree = report.keep(parsed.map_err(|error| error.diagnostic(source)))?;
    report.extend(tree.notes.into_iter().map(|note| note.diagnostic(source)));
    let mut root = tree.value;
    let mut places = Places::default();
    for overlay in overlays(sources, report) {
        overlay.apply_to(&mut root, &mut places, report);
    }
    let (version, later) = report.keep(version::version(source, &root))?;
    report.extend(later);
    let mut files = Files::new(source, path, sources);
    let origins = mend::mend(&mut root, Origins::overlaid(source, places), version, &mut files, report);
    Some(Document::assembled(root, origins, files.into_inputs()))
}

/// Whether a text is JSON or YAML; nothing is said of what it holds.
pub fn is_well_formed(text: &str) -> bool {
    parse(text).is_ok()
}

/// A tree as YAML that reads back as the same tree: block style, keys in their order.
///
/// Fails if it is nested deeper than any document that is read.
#[cfg(feature = "cli")]
pub fn to_yaml(tree: &serde_json::Value) -> Result<String, Diagnostic> {
    yaml::print(tree).map_err(|message| Diagnostic::new(Code::Internal, message))
}

/// The tree of a YAML or JSON text; nothing is said of what it holds. `None` if it is neither.
#[cfg(feature = "cli")]
pub fn tree(text: &str) -> Option<serde_json::Value> {
    parse(text).ok().map(|tree| tree.value)
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

/// The text without the control characters that no parser takes, if it has any: each is as many spaces as it has
/// bytes, so that every place stays where it is.
fn printable(text: &str) -> Option<String> {
    let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    let blank = |line: &str| line.contains('\t') && line.trim().is_empty();
    let lines = || text.split_inclusive('\n');
    if !text.contains(odd) && !lines().any(blank) {
        return None;
    }
    let cleaned = lines().flat_map(|line| {
        let blank = blank(line);
        line.chars().flat_map(move |c| {
            let spaces = odd(c) || (blank && c == '\t');
            std::iter::repeat_n(if spaces { ' ' } else { c }, if spaces { c.len_utf8() } else { 1 })
        })
    });
    Some(cleaned.collect())
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
