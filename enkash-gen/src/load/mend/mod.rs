//! From any version, with the deviations that real documents have, to one tree of OpenAPI 3.0.
//!
//! One typed walk by kind of object, top down: a node is first brought into shape, what that moved is recorded, and
//! then its children are visited. Nothing is decided by the name of a key alone, since a property may be called
//! `default` or `schema`. The walk is the same for every version, because what is new in 3.1 occurs in documents
//! that declare 3.0 as well; only whether something is said about it differs (`table.rs`). References that need
//! more than a look at their text are collected and settled at the end (`link.rs`).
//!
//! Invariant: a node that is as it should be is not touched, and nothing is copied but what a reference asks for.

mod fit;
mod link;
mod media;
mod operation;
mod parameter;
mod response;
mod root;
mod schema;
mod security;
mod swagger;
mod table;
mod trail;

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

pub use self::table::{REPAIRS, Repair};
use self::{link::Link, swagger::Swagger, trail::Trail};
use super::{
    files::Files,
    origins::{Origins, Place},
    version::Version,
};
use crate::report::{Code, Diagnostic, Origin, Pointer, Report, SourceId};

type Object = Map<String, Value>;

/// Brings the tree of a text into shape, with what it refers to in other files; `origins` knows what has been done to
/// it before.
pub(super) fn mend(
    root: &mut Value,
    origins: Origins,
    version: Version,
    files: &mut Files<'_>,
    report: &mut Report,
) -> Origins {
    let mut mender = Mender {
        version,
        source: origins.source(),
        trail: Trail::default(),
        origins,
        report,
        names: HashSet::new(),
        anchors: HashMap::new(),
        links: Vec::new(),
        swagger: Swagger::default(),
    };
    mender.root(root);
    link::settle(&mut mender, root, files);
    mender.origins
}

/// The walk: where it stands, and what it has found.
struct Mender<'r> {
    version: Version,
    /// The text of the subtree that is being walked.
    source: SourceId,
    /// The node at hand.
    trail: Trail,
    origins: Origins,
    report: &'r mut Report,
    /// The references that lead straight to a component, as they are written.
    names: HashSet<String>,
    /// Where an `$anchor` stands.
    anchors: HashMap<(SourceId, String), Pointer>,
    /// References that are to be settled.
    links: Vec<Link>,
    swagger: Swagger,
}

impl Mender<'_> {
    /// Visits the child at a key or an index.
    fn within<R>(&mut self, token: &str, visit: impl FnOnce(&mut Self) -> R) -> R {
        self.trail.enter(token);
        let result = visit(self);
        self.trail.leave();
        result
    }

    /// Visits every entry of the object at a key; entries that are extensions are none.
    fn entries(&mut self, map: &mut Object, key: &str, mut visit: impl FnMut(&mut Self, &mut Value)) {
        let Some(Value::Object(entries)) = map.get_mut(key) else { return };
        self.within(key, |this| {
            for (name, value) in entries {
                this.within(name, |this| visit(this, value));
            }
        });
    }

    /// Visits every element of the list at a key.
    fn items(&mut self, map: &mut Object, key: &str, mut visit: impl FnMut(&mut Self, &mut Value)) {
        let Some(Value::Array(items)) = map.get_mut(key) else { return };
        self.within(key, |this| {
            for (index, value) in items.iter_mut().enumerate() {
                this.within(&index.to_string(), |this| visit(this, value));
            }
        });
    }

    /// Visits the object at a key.
    fn child(&mut self, map: &mut Object, key: &str, visit: impl FnOnce(&mut Self, &mut Object)) {
        if let Some(Value::Object(child)) = map.get_mut(key) {
            self.within(key, |this| visit(this, child));
        }
    }

    /// Where the node at `tokens` below this one stood.
    fn place(&mut self, tokens: &[&str]) -> Place {
        let node = self.below(tokens);
        self.origins.of(&node)
    }

    /// What stands at `tokens` below this node has come from `old`.
    fn moved(&mut self, tokens: &[&str], old: Place) {
        let new = self.below(tokens);
        self.origins.record(new, old);
    }

    fn below(&mut self, tokens: &[&str]) -> Pointer {
        tokens.iter().fold(self.trail.pointer(), |pointer, token| pointer.child(token))
    }

    /// The diagnostic of a repair at this node, unless the version of the document allows what was found.
    fn repair(&mut self, code: Code, message: impl Into<String>) {
        let legal = REPAIRS.iter().find(|repair| repair.code == code).and_then(|repair| repair.legal);
        if legal.is_none_or(|legal| legal != self.version) {
            let diagnostic = Diagnostic::new(code, message).at(self.origin());
            self.report.push(diagnostic);
        }
    }

    fn origin(&mut self) -> Origin {
        self.origins.origin(&self.trail.pointer())
    }
}

/// Puts other entries in the place of an object's, for what has no cheaper way to keep their order.
fn retain(map: &mut Object, mut keep: impl FnMut(&str) -> bool) {
    map.retain(|key, _| keep(key));
}

#[cfg(test)]
mod tests;
