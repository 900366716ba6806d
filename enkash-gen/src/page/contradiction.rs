//! Where the sample of a body says something else than its fields. The fields are believed.

use serde_json::{Map, Value};

use super::{
    Schema,
    kind::{Base, Kind},
    schema::{Members, Node},
};

/// Compares a sample with a schema; one sentence per difference.
pub(super) fn find(schema: &Schema, sample: &Value) -> Vec<Contradiction> {
    let mut found = Vec::new();
    match (schema, sample) {
        (Schema::Object(members), Value::Object(object)) => members_of(members, object, "", &mut found),
        (Schema::Object(_), other) => found.push(Contradiction {
            key: None,
            message: format!("the sample is {}, and the fields make an object", describe(other)),
        }),
        (Schema::Value(node), sample) => value(node, sample, "the body", &mut found),
        (Schema::Unknown, _) => {}
    }
    found
}

/// One difference.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Contradiction {
    /// The name in the sample that it is about, by which its line is found.
    pub(super) key: Option<String>,
    pub(super) message: String,
}

fn members_of(members: &Members, object: &Map<String, Value>, path: &str, found: &mut Vec<Contradiction>) {
    let name = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    for node in &members.fields {
        let Some(wire_name) = node.field.name.as_deref() else { continue };
        match object.get(wire_name) {
            Some(sample) => value(node, sample, &name(wire_name), found),
            None if node.field.required == Some(true) => found.push(Contradiction {
                key: None,
                message: format!("`{}` is required, and the sample lacks it", name(wire_name)),
            }),
            None => {}
        }
    }
    let is_listed = |key: &str| members.fields.iter().any(|node| node.field.name.as_deref() == Some(key));
    if members.are_known && members.additional.is_none() {
        for key in object.keys().filter(|key| !is_listed(key)) {
            found.push(Contradiction {
                key: Some(key.clone()),
                message: format!("the sample has `{}`, which is not listed", name(key)),
            });
        }
    }
}

fn value(node: &Node, sample: &Value, path: &str, found: &mut Vec<Contradiction>) {
    let kind = &node.field.kind;
    let mut contradicts =
        |message: String| found.push(Contradiction { key: node.field.name.clone(), message });
    if !fits(kind, sample) {
        contradicts(format!(
            "`{path}` is listed as {}, and the sample has {}",
            shown(kind),
            describe(sample)
        ));
        return;
    }
    if let (Some(values), Some(text)) = (&node.values, sample.as_str())
        && !values.iter().any(|value| value == text)
    {
        contradicts(format!("`{path}` has a value in the sample that is none of those that are allowed"));
    }
    match sample {
        Value::Object(object) if !node.members.fields.is_empty() => {
            members_of(&node.members, object, path, found);
        }
        Value::Array(items) if !node.members.fields.is_empty() => {
            if let Some(Value::Object(first)) = items.first() {
                members_of(&node.members, first, path, found);
            }
        }
        _ => {}
    }
}

fn fits(kind: &Kind, sample: &Value) -> bool {
    match (kind.base, sample) {
        // A page shows `null` for what a sample does not have.
        (_, Value::Null) | (Base::Any | Base::Null, _) => true,
        (Base::String, Value::String(_))
        | (Base::Boolean, Value::Bool(_))
        | (Base::Object, Value::Object(_)) => true,
        (Base::Number, Value::Number(_)) => true,
        (Base::Integer, Value::Number(number)) => !number.is_f64(),
        (Base::Array, Value::Array(items)) => match (&kind.items, items.first()) {
            (Some(kind), Some(first)) => fits(kind, first),
            _ => true,
        },
        _ => false,
    }
}

fn shown(kind: &Kind) -> String {
    match (kind.base, &kind.items) {
        (Base::Array, Some(items)) => format!("a list of {}", items.base.as_str().unwrap_or("anything")),
        (base, _) => base.as_str().unwrap_or("anything").to_owned(),
    }
}

fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(number) if number.is_f64() => "a fraction",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
