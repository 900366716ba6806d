//! `JSONPath` queries ([RFC 9535](https://www.rfc-editor.org/rfc/rfc9535)), for the targets of overlays.
//!
//! All of the grammar but for function calls, which a target has hardly ever needed: names, indexes, slices,
//! wildcards, descendants, and filters that compare. A library would bring a second `syn`, a parser generator or
//! three crates for regular expressions into every build script.

mod filter;
mod parse;
mod select;
mod text;

use self::filter::Test;

/// A query that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Query {
    segments: Vec<Segment>,
}

/// One step of a query.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Segment {
    /// Whether it starts at every node below, not only at the node itself.
    pub(super) is_descendant: bool,
    pub(super) selectors: Vec<Selector>,
    /// Where it ends in the text, in bytes.
    pub(super) end: usize,
}

/// What a step leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Selector {
    Name(String),
    Wildcard,
    Index(i64),
    Slice { start: Option<i64>, end: Option<i64>, step: i64 },
    Filter(Test),
}

impl Query {
    pub(super) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Whether it leads to one node at most.
    fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| {
            let plain = matches!(segment.selectors[..], [Selector::Name(_) | Selector::Index(_)]);
            plain && !segment.is_descendant
        })
    }
}

#[cfg(test)]
mod tests;
