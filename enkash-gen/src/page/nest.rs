//! Nested fields put back into their places.
//!
//! A page lists the members of an object behind it, with nothing that shows where they end. Where the sample shows
//! the object, its names decide; where the page counts the members, the count does, and is checked. Where neither
//! helps, the fields stay where they are, and the object is marked as one whose members are not known.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::{
    Confidence, Field,
    field::ADDITIONAL,
    kind::Base,
    schema::{Members, Node, Schema},
};

/// Fields in their places, and what did not fit: the line, and what is wrong.
#[derive(Debug)]
pub(super) struct Nested {
    pub(super) schema: Schema,
    pub(super) misfits: Vec<(usize, String)>,
}

/// So deep are fields nested, and so far is looked ahead.
const DEEPEST: usize = 32;
const FARTHEST: usize = 64;

/// Puts the fields of one list into their places.
pub(super) fn nest(mut fields: Vec<Field>, sample: Option<&Value>) -> Nested {
    if fields.first().is_some_and(|field| field.name.is_none()) {
        let root = fields.remove(0);
        let is_object = root.kind.object().is_some();
        let inner = match sample {
            Some(Value::Array(items)) if root.kind.base == Base::Array => items.first(),
            other => other,
        };
        let Nested { schema, misfits } = nest(fields, inner);
        let mut node = Node::of(root);
        if let (true, Schema::Object(members)) = (is_object, schema) {
            node.members = members;
        }
        return Nested { schema: Schema::Value(Box::new(node)), misfits };
    }
    let mut nester = Nester { fields: &fields, at: 0, levels: Vec::new(), misfits: Vec::new() };
    let members = nester.level(sample.and_then(object), None, 0);
    let misfits = nester.misfits;
    Nested { schema: Schema::Object(members), misfits }
}

struct Nester<'f> {
    fields: &'f [Field],
    at: usize,
    /// The objects that are open, outer ones first.
    levels: Vec<Level<'f>>,
    misfits: Vec<(usize, String)>,
}

struct Level<'f> {
    sample: Option<&'f Map<String, Value>>,
    used: HashSet<&'f str>,
}

impl Level<'_> {
    /// Whether the sample has a member of this name here that no field has taken yet.
    fn awaits(&self, name: &str) -> bool {
        self.sample.is_some_and(|sample| sample.contains_key(name)) && !self.used.contains(name)
    }
}

/// The object that a sample is, or that its first item is.
fn object(sample: &Value) -> Option<&Map<String, Value>> {
    match sample {
        Value::Object(object) => Some(object),
        Value::Array(items) => items.first().and_then(object),
        _ => None,
    }
}

impl<'f> Nester<'f> {
    /// Reads the members of one object, up to the first field that belongs to another.
    fn level(
        &mut self,
        sample: Option<&'f Map<String, Value>>,
        count: Option<usize>,
        depth: usize,
    ) -> Members {
        self.levels.push(Level { sample, used: HashSet::new() });
        let mut members = Members { are_known: true, ..Members::default() };
        while let Some(field) = self.fields.get(self.at) {
            let name = field.name.as_deref().unwrap_or_default();
            if name == ADDITIONAL {
                self.at += 1;
                let node = self.node(field, None, depth);
                members.additional = Some(Box::new(node));
                if depth > 0 {
                    break;
                }
                continue;
            }
            if depth > 0 && !self.belongs(name, count, members.fields.len()) {
                break;
            }
            self.at += 1;
            if let Some(level) = self.levels.last_mut()
                && !level.used.insert(name)
            {
                let message =
                    format!("`{name}` is listed twice, and nothing shows to which object either belongs");
                self.misfits.push((field.source.line, message));
                members.are_known = false;
                continue;
            }
            let node = self.node(field, sample.and_then(|sample| sample.get(name)), depth);
            members.fields.push(node);
        }
        self.levels.pop();
        members
    }

    /// A field with its members.
    fn node(&mut self, field: &'f Field, sample: Option<&'f Value>, depth: usize) -> Node {
        let mut node = Node::of(field.clone());
        if let Some(kind) = field.kind.object() {
            node.members = self.members(field, kind.count, sample.and_then(object), depth + 1);
        }
        node
    }

    fn members(
        &mut self,
        field: &Field,
        count: Option<usize>,
        sample: Option<&'f Map<String, Value>>,
        depth: usize,
    ) -> Members {
        let next = self.fields.get(self.at).and_then(|next| next.name.as_deref());
        let sample = sample.filter(|sample| !sample.is_empty());
        if depth >= DEEPEST {
            return Members::default();
        }
        if next == Some(ADDITIONAL) {
            return self.level(None, Some(0), depth);
        }
        if sample.is_none() && count.is_none_or(|count| count == 0) {
            return Members { are_known: count == Some(0), ..Members::default() };
        }
        let mut members = self.level(sample, count, depth);
        let found = members.fields.len();
        if let Some(count) = count.filter(|count| *count != found) {
            let name = field.name.as_deref().unwrap_or_default();
            let message = format!("`{name}` has {count} members, and {found} of them are to be seen");
            self.misfits.push((field.source.line, message));
            members.are_known = false;
        } else if found == 0 {
            members.are_known = false;
        }
        if count.is_none() {
            for node in &mut members.fields {
                node.field.source.confidence = node.field.source.confidence.min(Confidence::Medium);
            }
        }
        members
    }

    /// Whether the next field, of this name, is a member of the innermost object, which has `found` members so far.
    fn belongs(&self, name: &str, count: Option<usize>, found: usize) -> bool {
        if count.is_some_and(|count| found >= count) {
            return false;
        }
        let Some((own, outer)) = self.levels.split_last() else { return false };
        if own.awaits(name) {
            return true;
        }
        if own.used.contains(name) || outer.iter().any(|level| level.awaits(name)) {
            return false;
        }
        let ahead = self.fields.iter().skip(self.at + 1).take(FARTHEST);
        for name in ahead.filter_map(|field| field.name.as_deref()) {
            if own.awaits(name) {
                return true;
            }
            if outer.iter().any(|level| level.awaits(name)) {
                return false;
            }
        }
        count.is_some()
    }
}
