//! References that need more than a look at their text: into other files, to what has been moved, to places that
//! are no components, and to nothing.
//!
//! What is referred to becomes a component, so that however many references lead to it, it is one type: a subtree
//! of this document is put there with a reference in its place, one of another file is copied. Path items have no
//! such place in 3.0, and are copied to where they are wanted. The walk notes such references down; once it is over
//! they are settled.

mod component;
mod file;
mod name;
mod path_item;
mod place;
mod settle;
mod size;
mod through;

use serde_json::Value;

pub(super) use self::settle::settle;
use super::{Mender, Object, root::FOLDERS};
use crate::{
    load::version::Version,
    report::{Pointer, SourceId},
};

/// What a reference is expected to lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Schema,
    Response,
    Parameter,
    Body,
    Header,
    PathItem,
    /// A text in the mapping of a discriminator.
    Mapping,
}

impl Kind {
    /// The folder of components that it has.
    fn folder(self) -> Option<&'static str> {
        let kind = if self == Self::Mapping { Self::Schema } else { self };
        FOLDERS.iter().find(|(_, known)| *known == kind).map(|(folder, _)| *folder)
    }
}

/// A reference that is to be settled.
#[derive(Debug, Clone)]
pub(super) struct Link {
    /// The pointer of the object that holds the `$ref`, or of the text of a mapping.
    at: Pointer,
    /// The text that it is relative to.
    source: SourceId,
    kind: Kind,
    /// How many references on the way led to references themselves.
    hops: usize,
}

/// A chain of references to references is not followed further.
const MOST_HOPS: usize = 16;

impl Mender<'_> {
    /// Whether an object is a reference. One that does not simply lead to a component of its kind is noted down.
    pub(super) fn link(&mut self, map: &mut Object, kind: Kind) -> bool {
        let Some(Value::String(text)) = map.get_mut("$ref") else { return false };
        if self.version == Version::V2 {
            modernise(text);
        }
        if !self.is_settled(text, kind) {
            self.links.push(Link { at: self.trail.pointer(), source: self.source, kind, hops: 0 });
        }
        true
    }

    /// The text of a mapping: a reference, or the name of a schema.
    pub(super) fn mapped(&mut self, value: &mut Value) {
        let Value::String(text) = value else { return };
        if self.version == Version::V2 {
            modernise(text);
        }
        let file = [".yaml", ".yml", ".json"].iter().any(|ending| text.ends_with(ending));
        if (text.contains('#') || file) && !self.is_settled(text, Kind::Schema) {
            let link = Link { at: self.trail.pointer(), source: self.source, kind: Kind::Mapping, hops: 0 };
            self.links.push(link);
        }
    }

    fn is_settled(&self, text: &str, kind: Kind) -> bool {
        let in_folder = kind.folder().is_some_and(|folder| {
            text.strip_prefix("#/components/").is_some_and(|rest| rest.strip_prefix(folder).is_some())
        });
        in_folder && self.source == self.origins.source() && self.names.contains(text)
    }
}

/// Where 2.0 kept what is a component now.
fn modernise(text: &mut String) {
    for (old, new) in [
        ("#/definitions/", "#/components/schemas/"),
        ("#/parameters/", "#/components/parameters/"),
        ("#/responses/", "#/components/responses/"),
    ] {
        if let Some(name) = text.strip_prefix(old).filter(|name| !name.contains('/')) {
            *text = format!("{new}{name}");
            return;
        }
    }
}
