//! Where diagnostics stand in their texts: looked up late, for all of them in one pass over each text.

use std::{collections::BTreeMap, ops::Range};

use super::{Diagnostic, Origin, Place, Sources};
use crate::load::locate::{Aim, line_column, locate, span_at};

/// The bytes to underline for each diagnostic, in the text that its origin names; `None` for one that stands in no
/// text.
pub fn spans(diagnostics: &[&Diagnostic], sources: &Sources) -> Vec<Option<Range<usize>>> {
    let mut spans = vec![None; diagnostics.len()];
    let mut wanted: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        let Some(Origin { source, place }) = &diagnostic.origin else { continue };
        let Some(text) = sources.get(*source).map(|source| source.text.as_str()) else { continue };
        let (pointer, aim) = match place {
            Place::Pointer(pointer) => (pointer, Aim::Value),
            Place::Key(pointer) => (pointer, Aim::Key),
            Place::LineColumn(line, column) => {
                spans[index] = Some(span_at(text, *line, *column));
                continue;
            }
        };
        wanted.entry((*source, text)).or_default().push((index, (pointer, aim)));
    }
    for ((_, text), wanted) in wanted {
        let (indexes, pointers): (Vec<_>, Vec<_>) = wanted.into_iter().unzip();
        for (index, span) in indexes.into_iter().zip(locate(text, &pointers)) {
            spans[index] = Some(span);
        }
    }
    spans
}

/// Line and column of each diagnostic, both counted from 1, the column in characters; `None` for one that stands in no
/// text.
pub fn lines(diagnostics: &[&Diagnostic], sources: &Sources) -> Vec<Option<(usize, usize)>> {
    let text = |diagnostic: &Diagnostic| Some(&sources.get(diagnostic.origin.as_ref()?.source)?.text);
    let spans = spans(diagnostics, sources);
    let found = diagnostics.iter().zip(spans);
    found.map(|(diagnostic, span)| Some(line_column(text(diagnostic)?, span?.start))).collect()
}
