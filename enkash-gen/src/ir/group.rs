//! Operations that belong together, and the types that only they need.

use super::TypeId;

/// The operations with the same tags, and the types that no other operation reaches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// The tags, in the order in which the first of the operations names them.
    pub tags: Vec<String>,
    /// Indexes into [`Api::operations`](super::Api::operations), in the order of the document.
    pub operations: Vec<usize>,
    /// The types, in the order of [`Api::types`](super::Api::types).
    pub types: Vec<TypeId>,
}
