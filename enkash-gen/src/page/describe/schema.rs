//! Fields as schemas.

use heck::ToPascalCase;
use serde_json::{Map, Value, json};

use super::{provenance, registry::Registry};
use crate::page::{
    Field, Limit, Measure,
    field::{ADDITIONAL, Printed},
    kind::{Base, Kind},
    schema::{Members, Node},
};

/// An object with members, and what is said of the whole.
pub(super) fn object(members: &Members, owner: &str, registry: &mut Registry) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("type".to_owned(), "object".into());
    let fields = || members.fields.iter().filter(|node| node.field.name.is_some());
    let required: Vec<Value> = fields()
        .filter(|node| node.field.required == Some(true))
        .filter_map(|node| node.field.name.as_deref().map(Value::from))
        .collect();
    let is_open = fields().any(|node| node.field.required.is_none());
    let mut unknown = Vec::new();
    if !members.are_known {
        unknown.push("members");
    }
    if is_open {
        unknown.push("required");
    }
    if !unknown.is_empty() {
        out.insert("x-unknown".to_owned(), unknown.into());
    }
    if !required.is_empty() {
        out.insert("required".to_owned(), required.into());
    }
    let mut properties = Map::new();
    for node in fields() {
        let name = node.field.name.clone().unwrap_or_default();
        properties.insert(name, self::node(node, owner, registry));
    }
    if !properties.is_empty() {
        out.insert("properties".to_owned(), Value::Object(properties));
    }
    if let Some(additional) = &members.additional {
        out.insert("additionalProperties".to_owned(), node(additional, owner, registry));
    }
    out
}

/// A field as a schema.
pub(super) fn node(node: &Node, owner: &str, registry: &mut Registry) -> Value {
    let field = &node.field;
    let mut out = Map::new();
    if let Some(name) = field.kind.name.as_deref().filter(|_| field.kind.base == Base::Object) {
        let mut schema = object(&node.members, owner, registry);
        schema.insert("x-source".to_owned(), provenance::of_fact(&field.source));
        let reference = registry.add(&names(name, owner), Value::Object(schema));
        out.insert("allOf".to_owned(), json!([reference]));
    } else {
        out.extend(kind(&field.kind, node, owner, registry));
    }
    describe(field, node.values.as_deref(), &mut out);
    Value::Object(out)
}

/// Type and what follows from it, with the members of an object that it is or holds.
fn kind(kind: &Kind, node: &Node, owner: &str, registry: &mut Registry) -> Map<String, Value> {
    let mut out = Map::new();
    match kind.base {
        Base::Object => {
            if let Some(name) = kind.name.as_deref().filter(|_| node.field.kind.base == Base::Array) {
                let mut schema = object(&node.members, owner, registry);
                schema.insert("x-source".to_owned(), provenance::of_fact(&node.field.source));
                let reference = registry.add(&names(name, owner), Value::Object(schema));
                return reference.as_object().cloned().unwrap_or_default();
            }
            return object(&node.members, owner, registry);
        }
        Base::Array => {
            out.insert("type".to_owned(), "array".into());
            let items = match &kind.items {
                Some(items) => {
                    let mut items = self::kind(items, node, owner, registry);
                    values(&node.field, node.values.as_deref(), &mut items);
                    items
                }
                None => Map::new(),
            };
            out.insert("items".to_owned(), Value::Object(items));
        }
        base => {
            if let Some(word) = base.as_str() {
                out.insert("type".to_owned(), word.into());
            }
            if let Some(format) = &kind.format {
                out.insert("format".to_owned(), format.as_str().into());
            }
        }
    }
    out
}

/// Everything else that is said of a field, in a fixed order.
pub(super) fn describe(field: &Field, allowed: Option<&[String]>, out: &mut Map<String, Value>) {
    if field.nullable || field.kind.base == Base::Null {
        out.insert("nullable".to_owned(), true.into());
    }
    if field.kind.base != Base::Array {
        values(field, allowed, out);
    }
    for limit in &field.limits {
        bound(field, limit, out);
    }
    if let Some(pattern) = &field.pattern {
        out.insert("pattern".to_owned(), pattern.as_str().into());
    }
    if field.deprecated {
        out.insert("deprecated".to_owned(), true.into());
    }
    if !field.description.is_empty() {
        out.insert("description".to_owned(), field.description.join("\n").into());
    }
    if let Some(default) = &field.default {
        out.insert("default".to_owned(), field.value(default));
    }
    if let Some(example) = &field.example {
        out.insert("example".to_owned(), field.value(example));
    }
    out.insert("x-source".to_owned(), provenance::of_fact(&field.source));
}

fn values(field: &Field, allowed: Option<&[String]>, out: &mut Map<String, Value>) {
    match (allowed, &field.values) {
        (Some(allowed), _) => {
            let item = field.kind.items.as_deref().unwrap_or(&field.kind);
            let typed = |text: &String| Field { kind: item.clone(), ..field.clone() }.value(text);
            out.insert("enum".to_owned(), allowed.iter().map(typed).collect());
        }
        (None, Some(Printed::Glued(glued))) => {
            out.insert("x-unsplit-enum".to_owned(), glued.as_str().into());
        }
        (None, _) => {}
    }
}

fn bound(field: &Field, limit: &Limit, out: &mut Map<String, Value>) {
    let key = match (limit.measure, limit.is_least) {
        (Measure::Characters, true) => "minLength",
        (Measure::Characters, false) => "maxLength",
        (Measure::Items, true) => "minItems",
        (Measure::Items, false) => "maxItems",
        (Measure::Value, true) => "minimum",
        (Measure::Value, false) => "maximum",
    };
    // A fraction of a character, or of an item, bounds nothing.
    if limit.measure != Measure::Value && !limit.bound.is_u64() {
        return;
    }
    let is_number = matches!(field.kind.base, Base::Integer | Base::Number);
    if limit.measure == Measure::Value && !is_number {
        return;
    }
    out.insert(key.to_owned(), limit.bound.clone().into());
    if limit.is_exclusive && limit.measure == Measure::Value {
        let key = if limit.is_least { "exclusiveMinimum" } else { "exclusiveMaximum" };
        out.insert(key.to_owned(), true.into());
    }
}

/// The names that a schema may have, best first.
fn names(name: &str, owner: &str) -> Vec<String> {
    let name = if name == ADDITIONAL { "Value".to_owned() } else { name.to_pascal_case() };
    let name = if name.is_empty() { "Object".to_owned() } else { name };
    vec![name.clone(), format!("{owner}{name}")]
}
