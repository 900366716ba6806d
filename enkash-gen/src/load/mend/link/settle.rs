//! All references that were noted down, one after the other, until none is left.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::{Kind, Link, component::component, size::Copied};
use crate::{
    load::{
        files::Files,
        mend::{Mender, trail::Trail},
        reach::{reach, reach_mut},
        reference::percent_decoded,
    },
    report::{Code, Diagnostic, Pointer, SourceId, Suggestions},
};

/// Settles all references that have been noted down, and those that this brings to light.
pub(in crate::load::mend) fn settle(mender: &mut Mender<'_>, root: &mut Value, files: &mut Files<'_>) {
    let mut settler = Settler {
        mender,
        files,
        root,
        grafted: HashMap::new(),
        walked: HashSet::new(),
        copied: Copied::default(),
        suggestions: Suggestions::default(),
        numbers: HashMap::new(),
    };
    // A component that is nothing but a reference into another file gives its name to what it refers to.
    let first = std::mem::take(&mut settler.mender.links);
    let (named, others): (Vec<_>, Vec<_>) = first.into_iter().partition(|link| component(&link.at).is_some());
    named.into_iter().chain(others).for_each(|link| settler.settle(&link));
    while !settler.mender.links.is_empty() {
        let links = std::mem::take(&mut settler.mender.links);
        links.iter().for_each(|link| settler.settle(link));
    }
}

/// The tree while references in it are settled.
pub(super) struct Settler<'a, 'r, 's> {
    pub(super) mender: &'a mut Mender<'r>,
    pub(super) files: &'a mut Files<'s>,
    pub(super) root: &'a mut Value,
    /// What has been copied from other files, and the reference to it.
    pub(super) grafted: HashMap<(SourceId, Pointer, Kind), String>,
    /// Odd places that have been visited as what they were taken for.
    pub(super) walked: HashSet<Pointer>,
    pub(super) copied: Copied,
    suggestions: Suggestions,
    /// The number that the next twin of a name in a folder tries first.
    pub(super) numbers: HashMap<String, usize>,
}

impl Settler<'_, '_, '_> {
    fn settle(&mut self, link: &Link) {
        let Some(text) = self.text(link) else { return };
        let (path, fragment) = text.split_once('#').unwrap_or((&text, ""));
        let fragment = percent_decoded(fragment);
        let source = if path.is_empty() {
            link.source
        } else {
            match self.files.open(link.source, path) {
                Ok(source) => source,
                Err(said) => return self.fail(link, said),
            }
        };
        if source == self.mender.origins.source() {
            let found = self.find(source, &fragment, link.kind);
            match found.or_else(|| self.find_through(link, &text, &fragment)) {
                Some(now) => self.place_node(link, &now),
                None => self.fail(link, Some(self.unresolved(&text, &fragment))),
            }
        } else {
            self.place_file(link, source, &fragment, &text);
        }
    }

    pub(super) fn text(&self, link: &Link) -> Option<String> {
        let node = reach(self.root, &link.at)?;
        let text = if link.kind == Kind::Mapping { node } else { node.get("$ref")? };
        text.as_str().map(str::to_owned)
    }

    pub(super) fn set(&mut self, link: &Link, text: String) {
        let Some(node) = reach_mut(self.root, &link.at) else { return };
        match node {
            Value::Object(map) => map.insert("$ref".to_owned(), Value::String(text)),
            node => Some(std::mem::replace(node, Value::String(text))),
        };
    }

    /// Visits a subtree as a node of a kind.
    pub(super) fn walk(&mut self, kind: Kind, at: &Pointer, source: SourceId) {
        let Some(node) = reach_mut(self.root, at) else { return };
        let mut value = node.take();
        let main = std::mem::replace(&mut self.mender.source, source);
        let trail = std::mem::replace(&mut self.mender.trail, Trail::from(at.clone()));
        self.mender.visit(kind, &mut value);
        self.mender.trail = trail;
        self.mender.source = main;
        if let Some(node) = reach_mut(self.root, at) {
            *node = value;
        }
    }

    /// A schema that cannot be had is any value; whatever else cannot be is for the operations that need it to say.
    pub(super) fn fail(&mut self, link: &Link, diagnostic: Option<Diagnostic>) {
        if link.kind != Kind::Schema {
            return;
        }
        if let Some(node) = reach_mut(self.root, &link.at) {
            *node = json!({});
        }
        if let Some(mut diagnostic) = diagnostic {
            if diagnostic.origin.is_none() {
                diagnostic = diagnostic.at(self.mender.origins.origin(&link.at.child("$ref")));
            }
            diagnostic.message.push_str("; any value is taken in its place");
            self.mender.report.push(diagnostic);
        }
    }

    fn unresolved(&self, text: &str, fragment: &str) -> Diagnostic {
        let message = format!("`{text}` points to nothing");
        let diagnostic = Diagnostic::new(Code::UnresolvedRef, message);
        let pointer = Pointer::parse(fragment).unwrap_or_default();
        let Some((folder, name)) = component(&pointer) else { return diagnostic };
        let entries = self.root.get("components").and_then(|components| components.get(folder)?.as_object());
        let names = entries.into_iter().flatten().map(|(name, _)| name.as_str());
        match self.suggestions.did_you_mean(name, names) {
            Some(help) => diagnostic.help(help),
            None => diagnostic.help(format!("add `{name}` to `#/components/{folder}`")),
        }
    }
}
