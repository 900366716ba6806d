//! Where something stands in a document: a JSON pointer, or a line and a column where no tree exists yet.

use super::{Pointer, SourceId};

/// A place in one of the texts that were read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The text.
    pub source: SourceId,
    /// The place in it.
    pub place: Place,
}

impl Origin {
    /// The node that a pointer names.
    pub fn pointer(source: SourceId, pointer: Pointer) -> Self {
        Self { source, place: Place::Pointer(pointer) }
    }

    /// The key at which a node stands: for what is wrong with the key and not with its value.
    pub fn key(source: SourceId, pointer: Pointer) -> Self {
        Self { source, place: Place::Key(pointer) }
    }

    /// A line and a column, both counted from 1, the column in characters.
    pub fn line_column(source: SourceId, line: usize, column: usize) -> Self {
        Self { source, place: Place::LineColumn(line, column) }
    }
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// A node of the document. Line and column are looked up only when the diagnostic is printed.
    Pointer(Pointer),
    /// The key of a node of the document, looked up likewise.
    Key(Pointer),
    /// Line and column, both counted from 1, the column in characters: for a text that has no tree.
    LineColumn(usize, usize),
}
