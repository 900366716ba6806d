//! What a schema with `allOf` is made of, every `allOf` in it and in its parts taken apart.
//!
//! Nodes are gathered, not types: a part may be an object that is still being lowered. Invariant: a schema that many
//! parts lead to is gathered once, so that neither a cycle nor a lattice of parts takes more than its size.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use serde_json::{Map, Value};

use super::{context::Context, extension, object};
use crate::{
    ir::NameHint,
    load::Node,
    report::{Code, Diagnostic, Pointer},
};

/// A schema's nodes by what they say.
#[derive(Clone, Default)]
pub(super) struct Parts<'d> {
    /// The members by name, with every schema that describes one and the words that name its owner.
    pub(super) properties: Vec<(&'d str, Vec<Part<'d>>)>,
    /// The names under `required`.
    pub(super) required: Vec<(&'d str, Node<'d>)>,
    /// What describes the members that are not listed.
    pub(super) rest: Vec<Part<'d>>,
    /// Whether members that are not listed are forbidden.
    pub(super) closed: bool,
    /// Whether some part says that this is an object.
    pub(super) object: bool,
    /// The schemas that have `oneOf` or `anyOf`, and which.
    pub(super) unions: Vec<(Part<'d>, &'static str)>,
    /// Parts that are no objects.
    pub(super) others: Vec<Part<'d>>,
    /// Objects whose kinds are told apart by a member.
    pub(super) families: Vec<Node<'d>>,
    /// Whether a part that is no reference allows `null`.
    pub(super) nullable: bool,
    /// Why a part cannot be read.
    pub(super) broken: Option<Code>,
    /// Where a member stands among the members.
    places: HashMap<&'d str, usize>,
    /// Whether references led deeper than they are followed.
    pub(super) deep: bool,
    seen: HashSet<Pointer>,
    path: Vec<Pointer>,
}

/// A schema or a reference to one, and the words that name what it defines.
#[derive(Clone)]
pub(super) struct Part<'d> {
    pub(super) node: Node<'d>,
    pub(super) hint: NameHint,
}

/// So many schemas may include each other.
const MOST_DEEP: usize = 400;

/// Keywords that say what a value is.
const TYPED: [&str; 6] = ["type", "enum", "items", "pattern", "minLength", "maxLength"];

impl<'d> Parts<'d> {
    /// Gathers a schema, or what a reference leads to.
    pub(super) fn gather(&mut self, cx: &mut Context<'d, '_>, node: &Node<'d>, hint: &NameHint) {
        if node.reference().is_none() {
            self.nullable |= is_true(node, "nullable");
            self.gather_definition(cx, node, hint);
            return;
        }
        let target = match cx.target(node) {
            Ok(target) => target,
            Err(diagnostic) => {
                self.broken = Some(diagnostic.code);
                return cx.push(diagnostic);
            }
        };
        if self.path.contains(target.pointer()) {
            let message = "`allOf` leads back to the schema it stands in, which adds nothing";
            return cx.push(Diagnostic::new(Code::LooserType, message).at(node.origin()));
        }
        if !self.seen.insert(target.pointer().clone()) {
            return;
        }
        if is_object(&target) || is_combined(&target) {
            let hint = NameHint::new(target.pointer().last().unwrap_or_default());
            if self.path.len() > MOST_DEEP {
                self.deep = true;
                return;
            }
            self.path.push(target.pointer().clone());
            self.gather_definition(cx, &target, &hint);
            self.path.pop();
        } else {
            self.others.push(Part { node: node.clone(), hint: hint.clone() });
        }
    }

    /// Gathers a schema at which references may lead back.
    pub(super) fn gather_root(
        &mut self,
        cx: &mut Context<'d, '_>,
        node: &Node<'d>,
        hint: &NameHint,
        component: Option<&Pointer>,
    ) {
        self.seen.extend(component.cloned());
        self.path.extend(component.cloned());
        self.gather_definition(cx, node, hint);
    }

    fn gather_definition(&mut self, cx: &mut Context<'d, '_>, node: &Node<'d>, hint: &NameHint) {
        if let Err(code) = cx.check_schema(node) {
            self.broken = Some(code);
            return;
        }
        extension::check_extensions(cx, node, extension::Noun::Schema);
        let here = || Part { node: node.clone(), hint: hint.clone() };
        for member in node.get("allOf").iter().flat_map(Node::items) {
            self.gather(cx, &member, hint);
        }
        for key in ["oneOf", "anyOf"] {
            let members: Vec<_> = node.get(key).iter().flat_map(Node::items).collect();
            if !members.is_empty() && members.iter().all(is_constraint) {
                let message = format!("`{key}` only says which members belong together, which a type cannot");
                let at = node.get(key).unwrap_or_else(|| node.clone()).origin();
                cx.push(Diagnostic::new(Code::IgnoredConstraint, message).at(at));
            } else if !members.is_empty() {
                self.unions.push((here(), key));
            }
        }
        if is_object(node) {
            self.object = true;
            self.gather_object(node, hint);
        } else if TYPED.iter().any(|key| node.value().get(key).is_some()) {
            self.others.push(here());
        }
        self.required.extend(object::required(node));
    }

    fn gather_object(&mut self, node: &Node<'d>, hint: &NameHint) {
        for (name, node) in node.get("properties").iter().flat_map(Node::entries) {
            let part = Part { node, hint: hint.clone() };
            match self.places.entry(name) {
                Entry::Occupied(place) => self.properties[*place.get()].1.push(part),
                Entry::Vacant(place) => {
                    place.insert(self.properties.len());
                    self.properties.push((name, vec![part]));
                }
            }
        }
        if let Some(rest) = node.get("additionalProperties") {
            self.closed |= rest.value() == &Value::Bool(false);
            if rest.value().as_object().is_some_and(|schema| !schema.is_empty()) {
                self.rest.push(Part { node: rest, hint: hint.then("value") });
            }
        }
        if node.get("discriminator").is_some() && !has_members(node, "oneOf") && !has_members(node, "anyOf") {
            self.families.push(node.clone());
        }
    }

    /// Whether some part lists a member of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// Whether nothing is said about the members of an object, or about a value that is none.
    pub(super) fn is_empty(&self) -> bool {
        self.properties.is_empty() && self.rest.is_empty() && self.others.is_empty() && self.unions.is_empty()
    }
}

/// Whether a schema is made of others.
pub(super) fn is_combined(node: &Node<'_>) -> bool {
    ["allOf", "oneOf", "anyOf"].iter().any(|key| has_members(node, key))
}

fn has_members(node: &Node<'_>, key: &str) -> bool {
    node.value().get(key).and_then(Value::as_array).is_some_and(|members| !members.is_empty())
}

/// Whether a schema says by itself that it is an object.
pub(super) fn is_object(node: &Node<'_>) -> bool {
    match node.value().get("type").and_then(Value::as_str) {
        Some(word) => word == "object",
        None => ["properties", "additionalProperties"].iter().any(|key| node.value().get(key).is_some()),
    }
}

/// Whether a member of a union only says which members of an object belong together.
fn is_constraint(node: &Node<'_>) -> bool {
    const SAID: [&str; 5] = ["required", "not", "oneOf", "anyOf", "allOf"];
    const BESIDE: [&str; 7] = [
        "type",
        "title",
        "description",
        "minProperties",
        "maxProperties",
        "properties",
        "additionalProperties",
    ];
    let Some(map) = node.value().as_object() else { return false };
    let harmless = |key: &String| {
        key.starts_with("x-") || SAID.contains(&key.as_str()) || BESIDE.contains(&key.as_str())
    };
    let is_word = |key: &str, word: &str| map.get(key).is_none_or(|value| value == word);
    let nested = ["oneOf", "anyOf", "allOf"]
        .iter()
        .all(|key| node.get(key).iter().flat_map(Node::items).all(|member| is_constraint(&member)));
    let bare = map.get("properties").and_then(Value::as_object).is_none_or(Map::is_empty)
        && map.get("additionalProperties").is_none_or(Value::is_boolean);
    SAID.iter().any(|key| map.contains_key(*key))
        && map.keys().all(harmless)
        && is_word("type", "object")
        && nested
        && bare
}

pub(super) fn is_true(node: &Node<'_>, key: &str) -> bool {
    node.value().get(key) == Some(&Value::Bool(true))
}
