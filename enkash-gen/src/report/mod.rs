//! What the generator has to say about a document: collected while it works, shown at the end.
//!
//! No stage throws and no stage prints. Each pushes a [`Diagnostic`] into the one [`Report`] and goes on with what
//! is left, so that ten mistakes are ten messages in one run. Places are kept as JSON pointers and become lines
//! and columns only in [`render`], because most diagnostics of a large document are never printed.

mod brief;
mod code;
mod diagnostic;
mod origin;
mod places;
mod pointer;
mod render;
mod severity;
mod sources;
mod suggest;

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
};

pub use self::{
    brief::brief,
    code::Code,
    diagnostic::Diagnostic,
    origin::{Origin, Place},
    places::{lines, spans},
    pointer::Pointer,
    render::{render, render_line, render_some},
    severity::Severity,
    sources::{Source, SourceId, Sources},
    suggest::{Suggestions, did_you_mean, similar},
};

/// The diagnostics of one run, in the order in which they were found.
#[derive(Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    /// Where a diagnostic may stand, by the digest of its code, place and message.
    seen: HashMap<u64, Vec<usize>>,
    digest: RandomState,
}

impl Report {
    /// An empty report.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a diagnostic.
    ///
    /// The same code, place and message is kept once: a schema that many operations reach is still one mistake.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        fn key(diagnostic: &Diagnostic) -> (Code, Option<&Origin>, &str) {
            (diagnostic.code, diagnostic.origin.as_ref(), &diagnostic.message)
        }
        let alike = self.seen.entry(self.digest.hash_one(key(&diagnostic))).or_default();
        if !alike.iter().any(|index| key(&self.diagnostics[*index]) == key(&diagnostic)) {
            alike.push(self.diagnostics.len());
            self.diagnostics.push(diagnostic);
        }
    }

    /// Takes the value, or keeps the diagnostic and gives nothing.
    pub fn keep<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.push(diagnostic)).ok()
    }

    /// The diagnostics, first found first.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.diagnostics.iter()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// How many diagnostics have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether the document or the project is wrong.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether an operation or a type had to be left out.
    pub fn has_unsupported(&self) -> bool {
        self.count(Severity::Unsupported) > 0
    }

    /// Whether some diagnostic has this code.
    pub fn has_code(&self, code: Code) -> bool {
        self.iter().any(|diagnostic| diagnostic.code == code)
    }

    /// Whether the run has to end without output: if nothing could be read or written, and with `strict` also on any
    /// error, and if anything was left out.
    pub fn failed(&self, strict: bool) -> bool {
        let fatal =
            |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error && diagnostic.code.is_fatal();
        self.iter().any(fatal) || (strict && (self.has_errors() || self.has_unsupported()))
    }

    /// `2 errors, 1 unsupported, 3 warnings`; what has not occurred is not named, and nothing at all is `""`.
    pub fn summary(&self) -> String {
        let part = |severity, one: &str, many: &str| match self.count(severity) {
            0 => None,
            1 => Some(format!("1 {one}")),
            n => Some(format!("{n} {many}")),
        };
        let parts = [
            part(Severity::Error, "error", "errors"),
            part(Severity::Unsupported, "unsupported", "unsupported"),
            part(Severity::Warning, "warning", "warnings"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl Extend<Diagnostic> for Report {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: T) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }
}

impl<'r> IntoIterator for &'r Report {
    type Item = &'r Diagnostic;
    type IntoIter = std::slice::Iter<'r, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diagnostic(code: Code) -> Diagnostic {
        Diagnostic::new(code, format!("about {code}"))
    }

    #[test]
    fn unsupported_fails_only_under_strict() {
        let mut report = Report::new();
        report.push(diagnostic(Code::ExternalRef));
        assert!(!report.failed(false));
        assert!(report.failed(true));
    }

    #[test]
    fn a_mistake_costs_what_needs_it_and_only_an_unreadable_document_is_the_end() {
        let mut report = Report::new();
        report.push(diagnostic(Code::UnresolvedRef));
        assert!(!report.failed(false));
        assert!(report.failed(true));
        report.push(diagnostic(Code::Syntax));
        assert!(report.failed(false));
    }

    #[test]
    fn the_same_mistake_is_kept_once_even_when_two_operations_reach_it() {
        let mut report = Report::new();
        report.push(diagnostic(Code::InvalidNode).operation("listBooks"));
        report.push(diagnostic(Code::InvalidNode).operation("getBook"));
        assert_eq!(report.iter().count(), 1);
    }

    #[test]
    fn the_summary_names_what_occurred() {
        let mut report = Report::new();
        assert_eq!(report.summary(), "");
        report.push(diagnostic(Code::InvalidNode));
        report.push(diagnostic(Code::UnresolvedRef));
        report.push(diagnostic(Code::ExternalRef));
        assert_eq!(report.summary(), "2 errors, 1 unsupported");
    }
}
