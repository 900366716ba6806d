//! The allowed values of fields, one by one where something on the page tells them apart.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{
    Confidence, Field, Parameter, Schema,
    field::Printed,
    glued,
    schema::{Members, Node},
};

/// What has been told apart so far: the same values may be printed where nothing tells them apart.
pub(super) type Known = BTreeMap<String, Vec<String>>;

/// Splits the values of parameters.
pub(super) fn of_parameters(parameters: &mut [Parameter], known: &mut Known) {
    for parameter in parameters {
        parameter.values = split(&mut parameter.field, &[], known);
    }
}

/// Splits the values of all fields of a schema, with the samples that stand where they do.
pub(super) fn of_schema(schema: &mut Schema, sample: Option<&Value>, known: &mut Known) {
    let samples: Vec<&Value> = sample.into_iter().collect();
    match schema {
        Schema::Object(members) => of_members(members, &objects(&samples), known),
        Schema::Value(node) => of_node(node, &samples, known),
        Schema::Unknown => {}
    }
}

fn of_members(members: &mut Members, samples: &[&Map<String, Value>], known: &mut Known) {
    for node in members.fields.iter_mut().chain(members.additional.as_deref_mut()) {
        let name = node.field.name.clone().unwrap_or_default();
        let samples: Vec<&Value> = samples.iter().filter_map(|sample| sample.get(&name)).collect();
        of_node(node, &samples, known);
    }
}

fn of_node(node: &mut Node, samples: &[&Value], known: &mut Known) {
    node.values = split(&mut node.field, samples, known);
    of_members(&mut node.members, &objects(samples), known);
}

fn objects<'v>(samples: &[&'v Value]) -> Vec<&'v Map<String, Value>> {
    samples
        .iter()
        .flat_map(|sample| match sample {
            Value::Array(items) => items.iter().filter_map(Value::as_object).collect(),
            Value::Object(object) => vec![object],
            _ => Vec::new(),
        })
        .collect()
}

fn split(field: &mut Field, samples: &[&Value], known: &mut Known) -> Option<Vec<String>> {
    let glued = match field.values.as_ref()? {
        Printed::Apart(values) => return Some(values.clone()),
        Printed::Glued(glued) => glued.clone(),
    };
    if let Some(values) = known.get(&glued) {
        return Some(values.clone());
    }
    let texts = field.description.iter().chain(&field.example).chain(&field.default);
    let mut evidence: Vec<&str> = texts.flat_map(|text| glued::words(text)).collect();
    for sample in samples {
        let items = sample.as_array().map_or(std::slice::from_ref(*sample), Vec::as_slice);
        evidence.extend(items.iter().filter_map(Value::as_str));
    }
    let values = glued::split(&glued, evidence)?;
    field.source.confidence = field.source.confidence.min(Confidence::Medium);
    known.insert(glued, values.clone());
    Some(values)
}

/// The fields whose values are still glued: the line, the name, the text.
pub(super) fn unsplit(schema: &Schema, found: &mut Vec<(usize, String, String)>) {
    match schema {
        Schema::Object(members) => unsplit_members(members, found),
        Schema::Value(node) => unsplit_node(node, found),
        Schema::Unknown => {}
    }
}

fn unsplit_members(members: &Members, found: &mut Vec<(usize, String, String)>) {
    for node in members.fields.iter().chain(members.additional.as_deref()) {
        unsplit_node(node, found);
    }
}

fn unsplit_node(node: &Node, found: &mut Vec<(usize, String, String)>) {
    found.extend(still_glued(&node.field, node.values.is_some()));
    unsplit_members(&node.members, found);
}

/// What is said of a field whose values are still glued.
pub(super) fn still_glued(field: &Field, is_split: bool) -> Option<(usize, String, String)> {
    match &field.values {
        Some(Printed::Glued(text)) if !is_split => {
            Some((field.source.line, field.name.clone().unwrap_or_default(), text.clone()))
        }
        _ => None,
    }
}
