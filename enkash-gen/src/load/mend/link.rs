//! References that need more than a look at their text: into other files, to what has been moved, to places that
//! are no components, and to nothing.
//!
//! What is referred to becomes a component, so that however many references lead to it, it is one type: a subtree
//! of this document is put there with a reference in its place, one of another file is copied. Path items have no
//! such place in 3.0, and are copied to where they are wanted.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::{Mender, Object, push, root::FOLDERS};
use crate::{
    load::{files::Files, reference::percent_decoded, version::Version},
    report::{Code, Diagnostic, SourceId, did_you_mean},
};

mod name;

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
    at: String,
    /// The text that it is relative to.
    source: SourceId,
    kind: Kind,
    /// How many path items on the way were references themselves.
    hops: usize,
}

/// A chain of path items is not followed further.
const MOST_HOPS: usize = 16;

/// Path items stand within path items, through callbacks: what they are copied to does not become deeper than this.
const MOST_DEEP: usize = 160;

/// So many nodes are copied for references, which is many times what any document has.
const MOST_COPIED: usize = 4_000_000;

impl Mender<'_> {
    /// Whether an object is a reference. One that does not simply lead to a component of its kind is noted down.
    pub(super) fn link(&mut self, map: &mut Object, kind: Kind) -> bool {
        let Some(Value::String(text)) = map.get_mut("$ref") else { return false };
        if self.version == Version::V2 {
            modernise(text);
        }
        if !self.is_settled(text, kind) {
            self.links.push(Link { at: self.path.clone(), source: self.source, kind, hops: 0 });
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
            let link = Link { at: self.path.clone(), source: self.source, kind: Kind::Mapping, hops: 0 };
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

/// Settles all references that have been noted down, and those that this brings to light.
pub(super) fn settle(mender: &mut Mender<'_>, root: &mut Value, files: &mut Files<'_>) {
    let mut settler =
        Settler { mender, files, root, grafted: HashMap::new(), walked: HashSet::new(), copied: 0 };
    // A component that is nothing but a reference into another file gives its name to what it refers to.
    let first = std::mem::take(&mut settler.mender.links);
    let (named, others): (Vec<_>, Vec<_>) = first.into_iter().partition(|link| component(&link.at).is_some());
    named.into_iter().chain(others).for_each(|link| settler.settle(&link));
    while !settler.mender.links.is_empty() {
        let links = std::mem::take(&mut settler.mender.links);
        links.iter().for_each(|link| settler.settle(link));
    }
}

struct Settler<'a, 'r, 's> {
    mender: &'a mut Mender<'r>,
    files: &'a mut Files<'s>,
    root: &'a mut Value,
    /// What has been copied from other files, and the reference to it.
    grafted: HashMap<(SourceId, String, Kind), String>,
    /// Odd places that have been visited as what they were taken for.
    walked: HashSet<String>,
    copied: usize,
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
            match self.find(source, &fragment, link.kind) {
                Some(now) => self.place_node(link, &now),
                None => self.fail(link, Some(self.unresolved(&text, &fragment))),
            }
        } else {
            self.place_file(link, source, &fragment, &text);
        }
    }

    fn text(&self, link: &Link) -> Option<String> {
        let node = self.root.pointer(&link.at)?;
        let text = if link.kind == Kind::Mapping { node } else { node.get("$ref")? };
        text.as_str().map(str::to_owned)
    }

    fn set(&mut self, link: &Link, text: String) {
        let Some(node) = self.root.pointer_mut(&link.at) else { return };
        match node {
            Value::Object(map) => map.insert("$ref".to_owned(), Value::String(text)),
            node => Some(std::mem::replace(node, Value::String(text))),
        };
    }

    /// Where a node of this document stands now, by where it stood in its text.
    fn find(&self, source: SourceId, fragment: &str, kind: Kind) -> Option<String> {
        if !fragment.is_empty() && !fragment.starts_with('/') {
            return self.mender.anchors.get(&(source, fragment.to_owned())).cloned();
        }
        let here = |now: &String| {
            self.root.pointer(now).is_some() && self.mender.origins.of(now) == (source, fragment.to_owned())
        };
        self.mender.origins.now(source, fragment).find(here).or_else(|| {
            // A path item that has taken the place of a reference is what stood there.
            if kind == Kind::PathItem && self.root.pointer(fragment).is_some() {
                return Some(fragment.to_owned());
            }
            // What the walk has written itself, and what was converted with old references left in it.
            let name = fragment.strip_prefix("/definitions/").filter(|name| !name.contains('/'));
            let modern = match name {
                Some(name) => format!("/components/schemas/{name}"),
                None => fragment.to_owned(),
            };
            let known = component(&modern).is_some_and(|(folder, _)| Some(folder) == kind.folder());
            (known && self.root.pointer(&modern).is_some()).then_some(modern)
        })
    }

    fn place_node(&mut self, link: &Link, now: &str) {
        if link.kind == Kind::PathItem {
            return self.place_path_item(link, now);
        }
        if component(now).is_some_and(|(folder, _)| Some(folder) == link.kind.folder()) {
            return self.set(link, format!("#{now}"));
        }
        let Some(node) = self.root.pointer(now) else { return };
        if let Some(text) = node.get("$ref").and_then(Value::as_str) {
            let text = if self.mender.names.contains(text) { text.to_owned() } else { format!("#{now}") };
            return self.set(link, text);
        }
        if !matches!(link.kind, Kind::Schema | Kind::Mapping) {
            self.set(link, format!("#{now}"));
            let visited =
                ["/components/", "/paths/", "/x-webhooks/"].iter().any(|part| now.starts_with(part));
            if !visited && self.walked.insert(now.to_owned()) {
                let source = self.mender.origins.of(now).0;
                self.walk(link.kind, now, source);
            }
            return;
        }
        if !node.is_object() {
            let text = self.text(link).unwrap_or_default();
            let diagnostic = Diagnostic::new(Code::UnresolvedRef, format!("`{text}` leads to no schema"));
            return self.fail(link, Some(diagnostic));
        }
        let moves = name::is_schema(now);
        if !moves && !self.may_copy(now) {
            return;
        }
        let Some((name, reference, to)) = self.component_for("schemas", &name::of(now, self.root)) else {
            return;
        };
        // Before anything moves: the reference may stand inside of what it refers to.
        self.set(link, reference.clone());
        let Some(node) = self.root.pointer_mut(now) else { return };
        let value = if moves { std::mem::replace(node, json!({"$ref": reference})) } else { node.clone() };
        self.mender.origins.copy(now, &to);
        self.put("schemas", name, value);
        let source = self.mender.origins.of(&to).0;
        self.walk(Kind::Schema, &to, source);
    }

    fn place_file(&mut self, link: &Link, source: SourceId, fragment: &str, text: &str) {
        let kind = if link.kind == Kind::Mapping { Kind::Schema } else { link.kind };
        let key = (source, fragment.to_owned(), kind);
        if let Some(reference) = self.grafted.get(&key).filter(|_| kind != Kind::PathItem) {
            let reference = reference.clone();
            return self.set(link, reference);
        }
        let value = self.files.tree(source).and_then(|tree| tree.pointer(fragment)).cloned();
        let Some(value) = value else {
            let message = format!("`{text}` points to nothing in that file");
            return self.fail(link, Some(Diagnostic::new(Code::UnresolvedRef, message)));
        };
        self.copied += count(&value);
        if self.copied > MOST_COPIED {
            return;
        }
        let old = (source, fragment.to_owned());
        if kind == Kind::PathItem {
            if !is_shallow(&link.at, &value) {
                return;
            }
            self.mender.origins.record(link.at.clone(), old);
            self.replace(link, value);
            return self.walk_path_item(link, source);
        }
        let Some(folder) = kind.folder() else { return };
        if component(&link.at).is_some_and(|(of, _)| of == folder) && link.kind != Kind::Mapping {
            self.grafted.insert(key, format!("#{}", link.at));
            self.mender.origins.record(link.at.clone(), old);
            if let Some(node) = self.root.pointer_mut(&link.at) {
                *node = value;
            }
            return self.walk(kind, &link.at, source);
        }
        let wanted = name::in_file(fragment, self.files.stem(source));
        let Some((name, reference, to)) = self.component_for(folder, &wanted) else { return };
        self.grafted.insert(key, reference.clone());
        self.set(link, reference);
        self.mender.origins.record(to.clone(), old);
        self.put(folder, name, value);
        self.walk(kind, &to, source);
    }

    /// A path item takes the place of the reference to it; what stood beside the reference wins.
    fn place_path_item(&mut self, link: &Link, now: &str) {
        let below = link.at.starts_with(&format!("{now}/")) || link.at == now;
        let fits = |value: &&Value| is_shallow(&link.at, value);
        if below || link.hops > MOST_HOPS || !self.may_copy(now) {
            return;
        }
        let Some(value) = self.root.pointer(now).filter(fits).cloned() else { return };
        let source = self.mender.origins.of(now).0;
        self.mender.origins.copy(now, &link.at);
        let again = value.get("$ref").is_some_and(Value::is_string);
        self.replace(link, value);
        if again {
            self.mender.links.push(Link { source, hops: link.hops + 1, ..link.clone() });
        }
    }

    fn replace(&mut self, link: &Link, value: Value) {
        let (Some(Value::Object(own)), Value::Object(mut value)) = (self.root.pointer_mut(&link.at), value)
        else {
            return;
        };
        own.shift_remove("$ref");
        value.extend(std::mem::take(own));
        *own = value;
    }

    fn walk_path_item(&mut self, link: &Link, source: SourceId) {
        let before = self.mender.links.len();
        self.walk(Kind::PathItem, &link.at, source);
        for new in &mut self.mender.links[before..] {
            if new.at == link.at {
                new.hops = link.hops + 1;
            }
        }
        // A chain that has become too long is left as it is, and said to be elsewhere.
        self.mender.links.retain(|link| link.hops <= MOST_HOPS);
    }

    /// Visits a subtree as a node of a kind.
    fn walk(&mut self, kind: Kind, at: &str, source: SourceId) {
        let Some(node) = self.root.pointer_mut(at) else { return };
        let mut value = node.take();
        let main = std::mem::replace(&mut self.mender.source, source);
        let path = std::mem::replace(&mut self.mender.path, at.to_owned());
        self.mender.visit(kind, &mut value);
        self.mender.path = path;
        self.mender.source = main;
        if let Some(node) = self.root.pointer_mut(at) {
            *node = value;
        }
    }

    /// A name in a folder of components that is free, the reference to it, and its pointer.
    fn component_for(&mut self, folder: &str, wanted: &str) -> Option<(String, String, String)> {
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

    fn put(&mut self, folder: &str, name: String, value: Value) {
        if let Some(entries) = self.folder(folder) {
            entries.insert(name, value);
        }
    }

    fn folder(&mut self, folder: &str) -> Option<&mut Object> {
        let root = self.root.as_object_mut()?;
        let components = root.entry("components").or_insert_with(|| json!({})).as_object_mut()?;
        components.entry(folder).or_insert_with(|| json!({})).as_object_mut()
    }

    fn may_copy(&mut self, pointer: &str) -> bool {
        self.copied += self.root.pointer(pointer).map_or(0, count);
        self.copied <= MOST_COPIED
    }

    /// A schema that cannot be had is any value; whatever else cannot be is for the operations that need it to say.
    fn fail(&mut self, link: &Link, diagnostic: Option<Diagnostic>) {
        if link.kind != Kind::Schema {
            return;
        }
        if let Some(node) = self.root.pointer_mut(&link.at) {
            *node = json!({});
        }
        if let Some(mut diagnostic) = diagnostic {
            if diagnostic.origin.is_none() {
                let mut at = link.at.clone();
                push(&mut at, "$ref");
                let (source, old) = self.mender.origins.of(&at);
                let pointer = crate::report::Pointer::parse(&old).unwrap_or_default();
                diagnostic = diagnostic.at(crate::report::Origin::pointer(source, pointer));
            }
            diagnostic.message.push_str("; any value is taken in its place");
            self.mender.report.push(diagnostic);
        }
    }

    fn unresolved(&self, text: &str, fragment: &str) -> Diagnostic {
        let message = format!("`{text}` points to nothing");
        let diagnostic = Diagnostic::new(Code::UnresolvedRef, message);
        let Some((folder, name)) = component(fragment) else { return diagnostic };
        let entries = self.root.pointer(&format!("/components/{folder}")).and_then(Value::as_object);
        let names = entries.into_iter().flatten().map(|(name, _)| name.as_str());
        match did_you_mean(name, names) {
            Some(help) => diagnostic.help(help),
            None => diagnostic.help(format!("add `{name}` to `#/components/{folder}`")),
        }
    }
}

/// Folder and name, if a pointer is that of a component.
fn component(pointer: &str) -> Option<(&str, &str)> {
    let (folder, name) = pointer.strip_prefix("/components/")?.split_once('/')?;
    (!name.contains('/')).then_some((folder, name))
}

/// How many nodes a subtree has.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(map) => map.values().map(count).sum(),
        _ => 0,
    }
}

/// Whether a subtree may be put at a pointer.
fn is_shallow(at: &str, value: &Value) -> bool {
    at.matches('/').count() + depth(value) <= MOST_DEEP
}

fn depth(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(depth).max().unwrap_or_default(),
        Value::Object(map) => map.values().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}
