//! The document as a tree, with the text it came from.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Node, digest, origins::Origins, reach::reach, reference};
use crate::report::{Diagnostic, Pointer, SourceId, Suggestions};

/// A document that was read: whatever its version and its deviations were, its tree is one of OpenAPI 3.0.
#[derive(Debug)]
pub struct Document {
    root: Value,
    origins: Origins,
    suggestions: Suggestions,
    inputs: Vec<PathBuf>,
}

impl Document {
    /// A document from a tree that was built elsewhere.
    pub fn new(source: SourceId, root: Value) -> Self {
        Self::assembled(root, Origins::new(source), Vec::new())
    }

    /// A document whose tree was put together.
    pub(super) fn assembled(root: Value, origins: Origins, inputs: Vec<PathBuf>) -> Self {
        Self { root, origins, suggestions: Suggestions::default(), inputs }
    }

    /// The text it came from; parts of it may have come from others.
    pub fn source(&self) -> SourceId {
        self.origins.source()
    }

    /// The other files that were read because the document refers to them.
    pub fn inputs(&self) -> impl Iterator<Item = &Path> {
        self.inputs.iter().map(PathBuf::as_path)
    }

    /// The whole document.
    pub fn root(&self) -> Node<'_> {
        Node::new(&self.origins, Pointer::root(), &self.root)
    }

    /// The node at a pointer; `None` if it leads nowhere.
    pub fn at(&self, pointer: &Pointer) -> Option<Node<'_>> {
        reach(&self.root, pointer).map(|value| Node::new(&self.origins, pointer.clone(), value))
    }

    /// Follows the reference that `node` is, and the references behind it, to a node that is none; a node that is
    /// no reference is given back.
    ///
    /// Fails with a diagnostic at the reference if it points to nothing, into another document, or in a circle.
    pub fn resolve<'d>(&'d self, node: &Node<'d>) -> Result<Node<'d>, Diagnostic> {
        reference::resolve(self, node)
    }

    /// What may be suggested in place of names that it does not have.
    pub(crate) fn suggestions(&self) -> &Suggestions {
        &self.suggestions
    }

    /// The [`digest`] of the whole document.
    pub fn digest(&self) -> String {
        format!("{:016x}", digest(&self.root))
    }
}
