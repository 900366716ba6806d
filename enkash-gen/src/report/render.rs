//! Diagnostics as a person reads them: the line of the document, a caret, what to do.

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin as Header, Renderer, Snippet,
    normalize_untrusted_str as clean,
};

use super::{Code, Diagnostic, Origin, Place, Report, Severity, Source, Sources, brief, spans};
use crate::load::locate::line_column;

/// So many diagnostics get their line; whoever has more mends these first.
const MOST_PLACES: usize = 20;

/// A longer line (a document on one line) is named but not shown.
const LONGEST_LINE: usize = 400;

/// So many diagnostics of each code say what there is to say.
const OF_A_CODE: usize = 3;

/// Every diagnostic with its source line, then the summary; `""` for an empty report.
///
/// The first twenty are shown with line and column, the others with their JSON pointer only. `color` adds ANSI
/// escapes; whatever a document contains is cleared of control characters either way.
pub fn render(report: &Report, sources: &Sources, color: bool) -> String {
    let mut text = blocks(report.iter(), sources, color);
    summary(report, &mut text);
    text
}

/// Like [`render`], but only the first three diagnostics of each code, and how many more there are; `more` says how
/// to see them. A code with one more shows that one.
pub fn render_some(report: &Report, sources: &Sources, color: bool, more: &str) -> String {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    for diagnostic in report {
        *counts.entry(diagnostic.code).or_default() += 1;
    }
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    let shown = report.iter().filter(|diagnostic| {
        let seen = seen.entry(diagnostic.code).or_default();
        *seen += 1;
        *seen <= OF_A_CODE || counts[&diagnostic.code] == OF_A_CODE + 1
    });
    let mut text = blocks(shown, sources, color);
    let hidden: Vec<String> = counts
        .iter()
        .filter(|(_, count)| **count > OF_A_CODE + 1)
        .map(|(code, count)| format!("{} more of `{code}`", count - OF_A_CODE))
        .collect();
    if !hidden.is_empty() {
        text.push_str(&format!("{}; {more}\n\n", hidden.join(", ")));
    }
    summary(report, &mut text);
    text
}

fn blocks<'r>(diagnostics: impl Iterator<Item = &'r Diagnostic>, sources: &Sources, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let diagnostics: Vec<&Diagnostic> = diagnostics.collect();
    let (placed, others) = diagnostics.split_at(diagnostics.len().min(MOST_PLACES));
    let spans = spans(placed, sources).into_iter().chain(others.iter().map(|_| None));
    let mut text = String::new();
    for (diagnostic, span) in diagnostics.iter().zip(spans) {
        text.push_str(&renderer.render(&[group(diagnostic, sources, span)]));
        text.push_str("\n\n");
    }
    text
}

fn summary(report: &Report, text: &mut String) {
    if !report.is_empty() {
        text.push_str(&report.summary());
        text.push('\n');
    }
}

/// One diagnostic on one line, without the source: for places that have only one line, such as a build script's
/// warnings.
pub fn render_line(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let mut line = match named(diagnostic, sources) {
        Some((source, Place::Pointer(pointer) | Place::Key(pointer))) => {
            format!("{}#{}: ", source.path, pointer.brief())
        }
        Some((source, Place::LineColumn(line, column))) => format!("{}:{line}:{column}: ", source.path),
        None => String::new(),
    };
    line.push_str(&format!("{} [{}]", diagnostic.message, diagnostic.code));
    clean(&line.lines().collect::<Vec<_>>().join(" "))
}

fn named<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Option<(&'a Source, &'a Place)> {
    let Origin { source, place } = diagnostic.origin.as_ref()?;
    Some((sources.get(*source)?, place))
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources, span: Option<Range<usize>>) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Unsupported => Level::WARNING.with_name(Severity::Unsupported.as_str()),
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let mut elements = Vec::new();
    if let Some((source, place)) = named(diagnostic, sources) {
        elements.push(position(source, place, span));
    }
    elements.push(Level::HELP.message(clean(diagnostic.advice())).into());
    if let Some(note) = note(diagnostic) {
        elements.push(Level::NOTE.message(clean(&note)).into());
    }
    title.elements(elements)
}

/// The pointer is worth showing also where there is a line: it names the node to tools and to search.
fn note(diagnostic: &Diagnostic) -> Option<String> {
    let pointer = match diagnostic.origin.as_ref().map(|origin| &origin.place) {
        Some(Place::Pointer(pointer) | Place::Key(pointer)) => Some(format!("at `#{}`", pointer.brief())),
        _ => None,
    };
    let operation =
        diagnostic.operation.as_ref().map(|operation| format!("in operation `{}`", brief(operation)));
    match (pointer, operation) {
        (Some(pointer), Some(operation)) => Some(format!("{pointer}, {operation}")),
        (pointer, operation) => pointer.or(operation),
    }
}

fn position<'a>(source: &'a Source, place: &Place, span: Option<Range<usize>>) -> Element<'a> {
    let span = match (span, place) {
        (Some(span), _) => span,
        (None, Place::Pointer(pointer) | Place::Key(pointer)) => {
            return Header::path(clean(&format!("{}#{}", source.path, pointer.brief()))).into();
        }
        (None, Place::LineColumn(line, column)) => {
            return Header::path(clean(&source.path)).line(*line).char_column(*column).into();
        }
    };
    match snippet(source, &span) {
        Some(snippet) => snippet.into(),
        None => {
            let (line, column) = line_column(&source.text, span.start);
            Header::path(clean(&source.path)).line(line).char_column(column).into()
        }
    }
}

/// The line of the span alone: the renderer's work then does not grow with the document. `None` for a line that is
/// too long to show.
fn snippet<'a>(source: &'a Source, span: &Range<usize>) -> Option<Snippet<'a, Annotation<'a>>> {
    let text = source.text.as_str();
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
    let line = text[start..end].trim_end_matches('\r');
    if line.len() > LONGEST_LINE {
        return None;
    }
    let within = (span.start - start).min(line.len())..(span.end - start).min(line.len());
    let number = line_column(text, span.start).0;
    Some(
        Snippet::source(Cow::Borrowed(line))
            .path(clean(&source.path))
            .line_start(number)
            .annotation(AnnotationKind::Primary.span(within)),
    )
}

#[cfg(test)]
mod tests;
