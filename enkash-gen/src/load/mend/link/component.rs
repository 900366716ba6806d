//! The components that references are given to lead to.

use serde_json::{Value, json};

use super::settle::Settler;
use crate::load::mend::{Object, push};

impl Settler<'_, '_, '_> {
    /// A name in a folder of components that is free, the reference to it, and its pointer.
    pub(super) fn component_for(&mut self, folder: &str, wanted: &str) -> Option<(String, String, String)> {
        let entries = self.folder(folder)?;
        let mut name = wanted.to_owned();
        let mut number = 2;
        while entries.contains_key(&name) {
            name = format!("{wanted}{number}");
            number += 1;
        }
        let mut to = format!("/components/{folder}");
        push(&mut to, &name);
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
pub(super) fn component(pointer: &str) -> Option<(&str, &str)> {
    let (folder, name) = pointer.strip_prefix("/components/")?.split_once('/')?;
    (!name.contains('/')).then_some((folder, name))
}
