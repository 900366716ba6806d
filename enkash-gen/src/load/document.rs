//! The document as a tree, with the text it came from.

use serde_json::Value;

use super::{Node, digest, reference};
use crate::report::{Diagnostic, Pointer, SourceId};

/// A document that was read. Its version has been accepted; nothing else about it has been checked.
#[derive(Debug)]
pub struct Document {
    source: SourceId,
    root: Value,
}

impl Document {
    /// A document from a tree that was built elsewhere.
    pub fn new(source: SourceId, root: Value) -> Self {
        Self { source, root }
    }

    /// The text it came from.
    pub fn source(&self) -> SourceId {
        self.source
    }

    /// The whole document.
    pub fn root(&self) -> Node<'_> {
        Node::new(self.source, Pointer::root(), &self.root)
    }

    /// The node at a pointer; `None` if it leads nowhere.
    pub fn at(&self, pointer: &Pointer) -> Option<Node<'_>> {
        self.root.pointer(pointer.as_str()).map(|value| Node::new(self.source, pointer.clone(), value))
    }

    /// Follows the reference that `node` is, and the references behind it, to a node that is none; a node that is
    /// no reference is given back.
    ///
    /// Fails with a diagnostic at the reference if it points to nothing, into another document, or in a circle.
    pub fn resolve<'d>(&'d self, node: &Node<'d>) -> Result<Node<'d>, Diagnostic> {
        reference::resolve(self, node)
    }

    /// The [`digest`] of the whole document.
    pub fn digest(&self) -> String {
        format!("{:016x}", digest(&self.root))
    }
}
