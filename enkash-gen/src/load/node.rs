//! A borrowed node of a document, which knows its own place.

use serde_json::Value;

use crate::report::{Origin, Pointer, SourceId};

/// One node of a document: its value, and the pointer at which it stands.
///
/// Every step down extends the pointer, so whoever finds a fault has its place at hand. A step that the value does
/// not allow gives nothing; saying so is the caller's business, or [`typed`](super::typed)'s.
#[derive(Debug, Clone)]
pub struct Node<'d> {
    value: &'d Value,
    pointer: Pointer,
    source: SourceId,
}

impl<'d> Node<'d> {
    pub(super) fn new(source: SourceId, pointer: Pointer, value: &'d Value) -> Self {
        Self { value, pointer, source }
    }

    /// The value as it was read.
    pub fn value(&self) -> &'d Value {
        self.value
    }

    /// Where it stands.
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// The text it stands in.
    pub fn source(&self) -> SourceId {
        self.source
    }

    /// Where it stands, for a diagnostic.
    pub fn origin(&self) -> Origin {
        Origin::pointer(self.source, self.pointer.clone())
    }

    /// The key at which it stands, for a diagnostic about the key itself.
    pub fn key_origin(&self) -> Origin {
        Origin::key(self.source, self.pointer.clone())
    }

    /// The entry `key`; `None` if there is none, or this is no object.
    pub fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.as_object()?.get(key)?;
        Some(Self { value, pointer: self.pointer.child(key), source: self.source })
    }

    /// The entries in the order of the document; none if this is no object.
    pub fn entries(&self) -> impl Iterator<Item = (&'d str, Node<'d>)> + use<'d> {
        let (parent, source) = (self.pointer.clone(), self.source);
        self.value
            .as_object()
            .into_iter()
            .flatten()
            .map(move |(key, value)| (key.as_str(), Node { value, pointer: parent.child(key), source }))
    }

    /// The elements in order; none if this is no array.
    pub fn items(&self) -> impl Iterator<Item = Node<'d>> + use<'d> {
        let (parent, source) = (self.pointer.clone(), self.source);
        self.value.as_array().into_iter().flatten().enumerate().map(move |(index, value)| Node {
            value,
            pointer: parent.index(index),
            source,
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
