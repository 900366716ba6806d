//! A borrowed node of a document, which knows its own place.

use serde_json::Value;

use super::origins::Origins;
use crate::report::{Origin, Pointer, SourceId};

/// One node of a document: its value, and the pointer at which it stands.
///
/// Every step down extends the pointer, so whoever finds a fault has its place at hand. A step that the value does
/// not allow gives nothing; saying so is the caller's business, or [`typed`](super::typed)'s.
#[derive(Debug, Clone)]
pub struct Node<'d> {
    value: &'d Value,
    pointer: Pointer,
    origins: &'d Origins,
}

impl<'d> Node<'d> {
    pub(super) fn new(origins: &'d Origins, pointer: Pointer, value: &'d Value) -> Self {
        Self { value, pointer, origins }
    }

    /// The value as it was read.
    pub fn value(&self) -> &'d Value {
        self.value
    }

    /// Where it stands in the tree.
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// The text it stands in.
    pub fn source(&self) -> SourceId {
        self.origins.written(&self.pointer).0
    }

    /// Where it stood in its text before anything was moved, for a diagnostic.
    pub fn origin(&self) -> Origin {
        self.origins.origin(&self.pointer)
    }

    /// The key at which it stands, for a diagnostic about the key itself.
    pub fn key_origin(&self) -> Origin {
        let (source, pointer) = self.origins.written(&self.pointer);
        Origin::key(source, pointer)
    }

    /// The entry `key`; `None` if there is none, or this is no object.
    pub fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.as_object()?.get(key)?;
        Some(Self { value, pointer: self.pointer.child(key), origins: self.origins })
    }

    /// The entries in the order of the document; none if this is no object.
    pub fn entries(&self) -> impl Iterator<Item = (&'d str, Node<'d>)> + use<'d> {
        let (parent, origins) = (self.pointer.clone(), self.origins);
        self.value
            .as_object()
            .into_iter()
            .flatten()
            .map(move |(key, value)| (key.as_str(), Node { value, pointer: parent.child(key), origins }))
    }

    /// The elements in order; none if this is no array.
    pub fn items(&self) -> impl Iterator<Item = Node<'d>> + use<'d> {
        let (parent, origins) = (self.pointer.clone(), self.origins);
        self.value.as_array().into_iter().flatten().enumerate().map(move |(index, value)| Node {
            value,
            pointer: parent.index(index),
            origins,
        })
    }

    /// The text, if it is text.
    pub fn str(&self) -> Option<&'d str> {
        self.value.as_str()
    }

    /// The target of the reference, if this is a reference object.
    pub fn reference(&self) -> Option<&'d str> {
        self.value.as_object()?.get("$ref")?.as_str()
    }
}
