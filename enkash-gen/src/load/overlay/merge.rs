//! What becomes of a node and what an action has for it: objects are merged, lists grow, anything else is replaced.

use serde_json::Value;

use super::places::Places;
use crate::{
    load::typed::kind_of,
    report::{Pointer, SourceId},
};

/// What does not fit together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Misfit {
    /// Below the `update`.
    pub(super) at: Pointer,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Where what is merged is written, and where that is kept.
pub(super) struct Merge<'p> {
    pub(super) source: SourceId,
    pub(super) places: &'p mut Places,
}

impl Merge<'_> {
    /// Merges into a node that a target names. A list is given one more element, or the elements of another list.
    pub(super) fn target(&mut self, node: &mut Value, update: &Value, at: &Pointer, from: &Pointer) {
        match (node, update) {
            (Value::Array(items), element) if !element.is_array() => {
                self.places.put(&at.index(items.len()), (Some(self.source), from.clone()));
                items.push(element.clone());
            }
            (node, update) => self.merge(node, update, at, from),
        }
    }

    fn merge(&mut self, node: &mut Value, update: &Value, at: &Pointer, from: &Pointer) {
        match (node, update) {
            (Value::Object(map), Value::Object(entries)) => {
                for (key, value) in entries {
                    let (at, from) = (at.child(key), from.child(key));
                    if let Some(known) = map.get_mut(key) {
                        self.merge(known, value, &at, &from);
                    } else {
                        self.places.put(&at, (Some(self.source), from));
                        map.insert(key.clone(), value.clone());
                    }
                }
            }
            (Value::Array(items), Value::Array(more)) => {
                for (index, value) in more.iter().enumerate() {
                    self.places.put(&at.index(items.len()), (Some(self.source), from.index(index)));
                    items.push(value.clone());
                }
            }
            (node, update) => {
                self.places.put(at, (Some(self.source), from.clone()));
                *node = update.clone();
            }
        }
    }
}

/// Whether a node takes what an action has for it.
pub(super) fn fits(node: &Value, update: &Value, from: &Pointer) -> Result<(), Misfit> {
    let misfit = |expected: &str, help| {
        let (node, update) = (kind_of(node), kind_of(update));
        Err(Misfit {
            at: from.clone(),
            message: format!("`update` must be {expected}, since its target is {node}; it is {update}"),
            help,
        })
    };
    match (node, update) {
        (Value::Array(_), _) | (Value::Object(_), Value::Object(_)) => within(node, update, from),
        (Value::Object(_), _) => misfit("an object", "write the members that are to be merged"),
        (_, Value::Object(_) | Value::Array(_)) => {
            misfit("neither object nor list", "name the object that holds it, and write the key in `update`")
        }
        _ => Ok(()),
    }
}

/// Whether the members of an update fit those of the same names.
fn within(node: &Value, update: &Value, from: &Pointer) -> Result<(), Misfit> {
    match (node, update) {
        (Value::Object(map), Value::Object(entries)) => entries
            .iter()
            .filter_map(|(key, value)| Some((map.get(key)?, value, from.child(key))))
            .try_for_each(|(node, value, from)| member(node, value, &from)),
        _ => Ok(()),
    }
}

/// A list grows by what is in another, and nothing is no value to replace a whole object with; whatever else is of
/// another kind was meant to replace what is there, as `additionalProperties: false` may a schema.
fn member(node: &Value, update: &Value, from: &Pointer) -> Result<(), Misfit> {
    let is_list = node.is_array() && !update.is_array();
    if is_list || (node.is_object() && update.is_null()) {
        let key = from.last().unwrap_or_default();
        return Err(Misfit {
            at: from.clone(),
            message: format!("`{key}` is {} in the document, and {} here", kind_of(node), kind_of(update)),
            help: if is_list {
                "a list is given the elements of another; to replace it, remove it by an action before this one"
            } else {
                "leave it out, or remove it by an action with `remove: true`"
            },
        });
    }
    within(node, update, from)
}

/// How deep a value is nested, and how many nodes it has.
pub(super) fn size(value: &Value) -> (usize, usize) {
    let whole = |sizes: &mut dyn Iterator<Item = (usize, usize)>| {
        sizes.fold((1, 1), |(depth, count), (below, more)| (depth.max(below + 1), count + more))
    };
    match value {
        Value::Object(map) => whole(&mut map.values().map(size)),
        Value::Array(items) => whole(&mut items.iter().map(size)),
        _ => (1, 1),
    }
}
