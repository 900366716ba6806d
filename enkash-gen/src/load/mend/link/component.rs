//! The components that references are given to lead to.

use serde_json::{Value, json};

use super::settle::Settler;
use crate::{load::mend::Object, report::Pointer};

impl Settler<'_, '_, '_> {
    /// A name in a folder of components that is free, the reference to it, and its pointer.
    pub(super) fn component_for(&mut self, folder: &str, wanted: &str) -> Option<(String, String, Pointer)> {
        self.folder(folder)?;
        let mut name = wanted.to_owned();
        let mut number = self.numbers.get(&format!("{folder}/{wanted}")).copied().unwrap_or(2);
        while self.folder(folder)?.contains_key(&name) {
            name = format!("{wanted}{number}");
            number += 1;
        }
        self.numbers.insert(format!("{folder}/{wanted}"), number);
        let to = Pointer::root().child("components").child(folder).child(&name);
        let reference = format!("#{to}");
        self.mender.names.insert(reference.clone());
        Some((name, reference, to))
    }

    pub(super) fn put(&mut self, folder: &str, name: String, value: Value) {
        if let Some(entries) = self.folder(folder) {
            entries.insert(name, value);
        }
    }

    fn folder(&mut self, folder: &str) -> Option<&mut Object> {
        let root = self.root.as_object_mut()?;
        let components = root.entry("components").or_insert_with(|| json!({})).as_object_mut()?;
        components.entry(folder).or_insert_with(|| json!({})).as_object_mut()
    }
}

/// Folder and name, if a pointer is that of a component.
pub(super) fn component(pointer: &Pointer) -> Option<(&str, &str)> {
    let mut tokens = pointer.tokens();
    match (tokens.next(), tokens.next(), tokens.next(), tokens.next()) {
        (Some("components"), Some(folder), Some(name), None) => Some((folder, name)),
        _ => None,
    }
}
